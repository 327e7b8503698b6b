# What is said when messages change their way.
outbox-fallback-why = Telegram pa rive jwenn ou ankò, kidonk n ap ekri ou pa mesaj tèks. Pou sispann: SISPANN
