# What is said when messages change their way.
outbox-fallback-why = { $channel ->
        [email] El correo ya no le llega
       *[other] Telegram ya no le llega
    }, así que le escribimos por texto. Para parar: STOP
