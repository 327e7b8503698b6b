# What is said when messages change their way.
outbox-fallback-why = { $channel ->
        [email] Imel pa rive
       *[other] Telegram pa rive
    } jwenn ou ankò, kidonk n ap ekri ou pa mesaj tèks. Pou sispann: SISPANN
