# The monthly digest: what people read.
digest-sms = Nouvèl { $month }. Pou li youn, reponn ak chif li:
    .segments = 3
digest-telegram = Nouvèl { $month }

    { LINES($items) }
    .segments = 20
digest-item = { $title }
    { $body }
    .segments = 7
