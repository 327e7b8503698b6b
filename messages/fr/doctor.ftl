### Not for basic phones: read in the shell.
doctor-well = Tout va bien.
doctor-no-contact-phone = Il manque le numéro de la personne à appeler. Écrivez-le dans .env : CONTACT_PHONE=+18195550142
doctor-no-contact-name = Il manque le nom de la personne à appeler. Écrivez-le dans .env : CONTACT_NAME=Maude
doctor-no-organisation = Il manque le nom de votre organisation. Écrivez-le dans .env : ORGANISATION_NAME=Alliance de la vallée
doctor-no-help-line = Il manque la ligne d'aide de votre région, donnée à qui va très mal. Écrivez-la dans .env : REGION_HELP_LINE=819 555-0199
doctor-database-away = La base de données ne répond pas ({ $error }). Vérifiez DATABASE_URL dans .env, et que le serveur est démarré.
doctor-set-aside = Le message no { $number } a fait échouer le programme ({ $error }). Après la mise à jour : portevoix doctor --replay { $number }
doctor-inbox-waits = Des messages reçus attendent depuis { $minutes } minutes. Vérifiez que portevoix run (ou worker) tourne.
doctor-unknown = { $count } messages sont peut-être arrivés, peut-être pas. Voyez /appels et choisissez pour chacun.
doctor-telegram = Telegram refuse ou ne répond pas ({ $reason }). Vérifiez TELEGRAM_TOKEN dans .env : c'est la clé que donne @BotFather.
doctor-webhook-elsewhere = Telegram n'écrit pas à votre adresse ({ $url }). Relancez portevoix run, et vérifiez PUBLIC_BASE_URL.
doctor-webhook-error = Telegram n'arrive pas à vous écrire : { $error }. Vérifiez que PUBLIC_BASE_URL est ouvert sur internet, en https.
doctor-twilio = Twilio refuse ou ne répond pas ({ $reason }). Vérifiez TWILIO_ACCOUNT_SID et TWILIO_AUTH_TOKEN dans .env.
doctor-twilio-status = Le compte Twilio n'est pas actif ({ $status }). Connectez-vous sur le site de Twilio pour voir pourquoi.
doctor-door-closed = Personne ne répond à { $url }. Lancez portevoix run ; si c'est fait, vérifiez PUBLIC_BASE_URL.
doctor-clock-off = L'horloge de cette machine a { $seconds } secondes d'écart. Remettez-la à l'heure (synchronisation automatique).
doctor-media-open = D'autres personnes de cette machine peuvent lire le dossier { $folder }. Fermez-le : chmod 700 { $folder }
doctor-disk-full = Il reste très peu de place sur le disque. Libérez-en avant que les messages ne puissent plus être gardés.
doctor-replayed = { $count } messages remis en ligne.
