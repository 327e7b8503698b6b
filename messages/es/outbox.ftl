# What is said when messages change their way.
outbox-fallback-why = Telegram ya no le llega, así que le escribimos por texto. Para parar: STOP
