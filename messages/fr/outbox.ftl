# What the outbox says by itself.
outbox-fallback-why = { $channel ->
        [email] Les courriels ne passent
       *[other] Telegram ne passe
    } plus chez vous, alors on vous écrit par texto. Pour arrêter : ARRET
    .sms = { $channel ->
        [email] Les courriels ne passent
       *[other] Telegram ne passe
    } plus chez vous, alors on vous écrit par texto. Pour arrêter: ARRET
outbox-budget-reached = Le budget de textos d'aujourd'hui est atteint : les envois à plusieurs attendent demain. Les réponses partent toujours.
    .segments = 2
outbox-provider-waits = { $channel ->
        [telegram] Telegram
        [email] Le service de courriel
       *[other] Le service de textos
    } nous demande d'attendre { $minutes_left ->
        [one] { $minutes_left } minute
       *[other] { $minutes_left } minutes
    }. Les messages qui passent par là partiront ensuite d'eux-mêmes. Rien n'est perdu.
    .segments = 2
journal-broadcast-started = envoi commencé, { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    }
journal-broadcast-missed = envoi manqué : il était trop tard
journal-broadcast-paused = envoi mis en pause
journal-broadcast-finished = envoi terminé
