### Not for basic phones: read in the shell.

doctor-mark-good = bien
doctor-mark-bad = À VOIR
doctor-all-well = Tout va bien.
doctor-problems =
    { $count ->
        [1] Une chose à voir.
       *[other] { $count } choses à voir.
    }

# Settings.
doctor-no-env = Il n'y a pas de fichier .env dans ce dossier ({ $folder }) : aucun réglage n'est lu.
doctor-no-env-mend = Faites : cp .env.example .env (le modèle vient avec le programme). Chaque clé y est expliquée; remplissez celles qui suivent.
doctor-setting = Le réglage { $key } n'est pas bon.
doctor-setting-mend = Corrigez-le dans .env. Exemple : { $key }={ $example }
doctor-setting-number = Le réglage { $key } n'est pas bon : c'est un nombre, de { $low } à { $high }.
doctor-setting-number-mend = Corrigez-le dans .env. Exemple : { $key }={ $example }
doctor-setting-missing = Le réglage { $key } manque.
doctor-setting-missing-mend = Ajoutez-le dans .env. Exemple : { $key }={ $example }
doctor-no-channel = Aucun moyen d'écrire aux gens : ni Telegram ni texto.
doctor-no-channel-mend = Dans .env, remplissez TELEGRAM_TOKEN, ou TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN et TWILIO_FROM.
doctor-organisation = Les gens ne savent pas qui leur écrit : le nom de l'organisme manque.
doctor-organisation-mend = Dans .env : ORGANISATION_NAME=Alliance de la Vallée-des-Rives
doctor-contact-name = Les gens ne savent pas à qui parler : le nom de la personne à appeler manque.
doctor-contact-name-mend = Dans .env : CONTACT_NAME=Maude
doctor-contact-phone = Personne ne peut appeler : le numéro de téléphone à donner manque.
doctor-contact-phone-mend = Dans .env : CONTACT_PHONE=+18195550142
doctor-help-line = En cas de détresse, il n'y a aucun numéro d'aide à donner.
doctor-help-line-mend = Dans .env, mettez la ligne d'aide de votre région : REGION_HELP_LINE=819 555-0199
doctor-emergency = En cas de détresse, si personne de la coordination ne répond, personne d'autre n'est prévenu.
doctor-emergency-mend = Dans .env, mettez une personne qui peut appeler jour et nuit : EMERGENCY_NAME=Lise, EMERGENCY_PHONE=819 555-0143
doctor-emergency-no-sms = EMERGENCY_PHONE ne sert à rien : le programme n'envoie pas de texto.
doctor-emergency-no-sms-mend = Remplissez les clés TWILIO de .env, ou comptez sur la coordination seule.
doctor-people-read-good = Les gens savent qui écrit et qui appeler ({ $contact }).

# Database, folders.
doctor-database-good = La base de données répond et elle est à jour.
doctor-database = La base de données ne répond pas ({ $error }).
doctor-database-mend = Vérifiez DATABASE_URL dans .env, et que le serveur de la base de données est en marche.
doctor-database-none = Il n'y a pas encore de base de données ({ $file }).
doctor-database-none-mend = Faites : portevoix migrate
doctor-schema = La base de données date d'une version plus ancienne du programme.
doctor-schema-mend = Faites une copie (portevoix backup copie.zip), puis : portevoix migrate
doctor-schema-later = La base de données vient d'une version plus récente du programme.
doctor-schema-later-mend = Installez la dernière version de Porte-voix.
doctor-no-coordinator = Il n'y a personne à la coordination.
doctor-no-coordinator-mend = Faites : portevoix people add --role coordinator --name Maude
doctor-queues-good = Rien ne traîne. En attente de leur heure : { $count }.
doctor-outbox-late = { $count ->
        [one] { $count } message attend
       *[other] { $count } messages attendent
    } de partir, le plus vieux depuis { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }.
doctor-outbox-late-mend = Le programme tourne-t-il? Sinon : portevoix run. Sinon, regardez plus bas si un fournisseur refuse.
doctor-inbox-late = { $count ->
        [one] { $count } message reçu attend
       *[other] { $count } messages reçus attendent
    } une réponse, le plus vieux depuis { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }.
doctor-inbox-late-mend = Le programme tourne-t-il? Sinon : portevoix run
doctor-unsealed = { $count ->
        [one] { $count } ligne du journal n'est pas scellée
       *[other] { $count } lignes du journal ne sont pas scellées
    }.
doctor-unsealed-mend = Le programme qui tient l'heure tourne-t-il? Sinon : portevoix run (ou portevoix scheduler)
doctor-unknown = { $count ->
        [one] { $count } message est peut-être arrivé
       *[other] { $count } messages sont peut-être arrivés
    }, on ne sait pas.
doctor-unknown-mend = La coordination choisit : sur Telegram, /appels. Pour les voir tous : portevoix export deliveries --to messages.xlsx
doctor-set-aside = Un message reçu a fait échouer le programme et attend ({ $number }) : { $error }
doctor-set-aside-mend = Après avoir mis le programme à jour : portevoix doctor --replay { $number } (ou all pour tous)
doctor-folders-good = Les photos sont à l'abri des autres et il reste de la place.
doctor-media-open = D'autres personnes de cet ordinateur peuvent lire les photos ({ $folder }).
doctor-media-open-mend = Faites : chmod 700 { $folder }
doctor-open-good = Personne d'autre sur cet ordinateur ne lit la base, les copies de sécurité, les clés ni .env.
doctor-open-database = D'autres personnes de cet ordinateur peuvent lire la base de données ({ $file }{ $count ->
        [one] {""}
       *[other] {" "}et d'autres fichiers
    }).
doctor-open-database-mend = Faites : chmod go-rwx { $files }
doctor-open-backups = D'autres personnes de cet ordinateur peuvent lire des copies de sécurité ({ $file }{ $count ->
        [one] {""}
       *[other] {" "}et d'autres fichiers
    }).
doctor-open-backups-mend = Faites : chmod go-rwx { $files }
doctor-open-keys = D'autres personnes de cet ordinateur peuvent lire une clé ou les sceaux du journal ({ $file }{ $count ->
        [one] {""}
       *[other] {" "}et d'autres fichiers
    }).
doctor-open-keys-mend = Faites : chmod go-rwx { $files }
doctor-open-env = D'autres personnes de cet ordinateur peuvent lire vos réglages et leurs mots de passe (.env).
doctor-open-env-mend = Faites : chmod go-rwx { $files }

# What proves and what saves.
doctor-seals-good = Les sceaux du journal sont notés hors de la base jusqu'à la ligne { $place } ({ $file }). Pour tout vérifier : portevoix journal verify
doctor-seals-none = Le journal a des sceaux, mais ils ne sont notés nulle part hors de la base.
doctor-seals-none-mend = Si le fichier des sceaux a disparu, remettez-le. S'il n'y en a jamais eu : portevoix journal anchor
doctor-seals-changed = Le fichier des sceaux du journal a été changé (ligne { $line }).
doctor-seals-changed-mend = Faites : portevoix journal verify. Puis remettez la copie que vous avez de ce fichier.
doctor-seals-unreadable = Le fichier des sceaux du journal ne peut pas être lu ({ $error }).
doctor-seals-unreadable-mend = Vérifiez que l'utilisateur du programme a le droit de le lire, et de l'écrire.
doctor-seals-cut = Il manque des lignes à la fin du journal.
doctor-seals-cut-mend = Faites : portevoix journal verify. Prévenez la personne responsable des renseignements personnels.
doctor-seals-copy = La copie des sceaux du journal n'est pas à jour ({ $file }).
doctor-seals-copy-mend = L'autre endroit est-il branché? Le programme la complète de lui-même : { $file }
doctor-backup-good = { $days ->
        [0] La dernière copie de sécurité est d'aujourd'hui.
        [one] La dernière copie de sécurité a { $days } jour.
       *[other] La dernière copie de sécurité a { $days } jours.
    }
doctor-backup-none = Il n'y a pas encore eu de copie de sécurité.
doctor-backup-none-mend = Faites : portevoix backup. Puis gardez le fichier ailleurs que sur cet ordinateur.
doctor-backup-old = La dernière copie de sécurité a { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    }.
doctor-backup-old-mend = Faites : portevoix backup. Mieux : chaque nuit, sans y penser (docs/operations.md dit comment).
doctor-backup-recipient = La clé publique des copies de sécurité n'en est pas une (BACKUP_RECIPIENT).
doctor-backup-recipient-mend = Pour en faire une : portevoix backup key. Elle commence par age1.
doctor-backup-key-here = La clé privée qui ouvre vos copies de sécurité est sur cet ordinateur ({ $file }) : s'il brûle ou disparaît, vos copies ne s'ouvrent plus.
doctor-backup-key-here-mend = Copiez { $file } sur une clé USB ou imprimez-le, mettez dans .env la ligne BACKUP_RECIPIENT (la clé publique qu'il contient), puis effacez-le d'ici.
doctor-backup-drill-none = Aucune copie de sécurité n'a été essayée depuis plus d'un an.
doctor-backup-drill-none-mend = Faites : portevoix backup drill copie.age --identity fichier-de-la-cle. Rien n'est changé ici.
doctor-backup-drill-old = Le dernier essai d'une copie de sécurité a { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    }.
doctor-backup-drill-old-mend = Faites : portevoix backup drill copie.age --identity fichier-de-la-cle. Rien n'est changé ici.
doctor-key-good = La clé des commentaires sans nom est dans { $file }. Gardez-en une copie, loin des sauvegardes.
doctor-key-environment-good = La clé des commentaires sans nom est dans l'environnement (RETURN_PATHS_KEY).
doctor-key-open = D'autres personnes de cet ordinateur peuvent lire la clé des commentaires sans nom ({ $file }).
doctor-key-open-mend = Faites : chmod 600 { $file }
doctor-key-unreadable = La clé des commentaires sans nom ne peut pas être lue ({ $file }).
doctor-key-unreadable-mend = Remettez la copie que vous en aviez. Sans elle, on ne peut plus répondre à qui a écrit sans son nom.
doctor-key-lost = { $count ->
        [one] { $count } commentaire sans nom n'a plus
       *[other] { $count } commentaires sans nom n'ont plus
    } de chemin de retour : une autre clé l'a fermé.
doctor-key-lost-mend = Remettez la clé d'avant ({ $file }).
doctor-disk = Il reste peu de place sur le disque de { $folder } : { $left } Mo.
doctor-disk-mend = Libérez de la place, ou déplacez la base et les photos sur un plus grand disque.
doctor-disk-full = Le disque est plein ({ $place }) : plus rien ne peut être gardé ni envoyé.
doctor-disk-full-mend = Libérez de la place maintenant ({ $place }) : le programme reprend alors de lui-même.
doctor-unwritable = La base de données refuse d'écrire ({ $error }) : plus rien ne peut être gardé ni envoyé.
doctor-unwritable-mend = Vérifiez que l'utilisateur du programme a le droit d'écrire ({ $place }).

# Providers.
doctor-telegram-good = Telegram répond : le robot est { "@" }{ $name }.
doctor-telegram-token = Telegram refuse le jeton.
doctor-telegram-token-mend = Demandez le bon à { "@" }BotFather sur Telegram (/token) et mettez-le dans .env : TELEGRAM_TOKEN=123456:ABC-def
doctor-telegram-away = Telegram ne répond pas ({ $reason }).
doctor-telegram-away-mend = Vérifiez que cet ordinateur a accès à Internet et à { $address }.
doctor-webhook-good = Telegram nous écrit à { $address }.
doctor-webhook-elsewhere = Telegram écrit ailleurs : { $found }
doctor-webhook-elsewhere-mend = Démarrez le programme (portevoix run) : il donne à Telegram l'adresse { $address }. Un autre programme utilise-t-il le même robot?
doctor-webhook-failing = Telegram n'arrive pas à nous écrire ({ $error }); { $count ->
        [one] { $count } message attend
       *[other] { $count } messages attendent
    } chez lui.
doctor-webhook-failing-mend = Vérifiez que { $address } s'ouvre de l'extérieur, avec un certificat valide.
doctor-twilio-good = Twilio répond : les textos partent de { $sender }.
doctor-twilio-token = Twilio refuse le compte ou son jeton.
doctor-twilio-token-mend = Dans la console de Twilio, recopiez Account SID et Auth Token dans .env : TWILIO_ACCOUNT_SID et TWILIO_AUTH_TOKEN
doctor-twilio-away = Twilio ne répond pas ({ $reason }).
doctor-twilio-away-mend = Vérifiez que cet ordinateur a accès à Internet et à { $address }.
doctor-twilio-account = Le compte de Twilio n'est pas actif ({ $status }).
doctor-twilio-account-mend = Ouvrez la console de Twilio : il manque souvent un paiement ou une vérification.
doctor-number = Les gens ne savent pas à quel numéro écrire : seul le service de messagerie est connu.
doctor-number-mend = Mettez aussi dans .env le numéro du service : TWILIO_FROM=+18195550100
doctor-email-good = Le serveur de courriel répond : les courriels partent de { $sender }.
doctor-email-password = Le serveur de courriel refuse le nom ou le mot de passe.
doctor-email-password-mend = Recopiez dans .env ceux que donne votre fournisseur de courriel : EMAIL_USER et EMAIL_PASSWORD
doctor-email-away = Le serveur de courriel ne répond pas ({ $reason }).
doctor-email-away-mend = Vérifiez EMAIL_HOST, EMAIL_PORT et EMAIL_SECURITY, et que cet ordinateur a accès à { $address }.
doctor-public-good = Notre adresse s'ouvre : { $address }
doctor-public-away = Notre adresse ne s'ouvre pas : { $address } ({ $reason })
doctor-public-away-mend = Le programme tourne-t-il (portevoix run)? PUBLIC_BASE_URL est-il l'adresse exacte? Essayez { $address } dans un navigateur.
doctor-clock-good = L'horloge est à l'heure.
doctor-clock = L'horloge de cet ordinateur est décalée de { $seconds ->
        [one] { $seconds } seconde
       *[other] { $seconds } secondes
    }.
doctor-clock-mend = Activez l'heure automatique. Sous Linux : timedatectl set-ntp true

doctor-replayed =
    { $count ->
        [1] Un message est repris : le programme s'en occupe.
       *[other] { $count } messages sont repris : le programme s'en occupe.
    }
doctor-replay-none = Aucun message de ce numéro n'est mis de côté, ou il est trop vieux pour être relu.
doctor-replay-what = Dites lesquels : portevoix doctor --replay all, ou --replay 12

# Word lists, languages.
doctor-lists-good = Toutes les listes de mots et tous les messages se lisent.
doctor-list-line = Une ligne des mots du programme est laissée de côté : { $file }, ligne { $line } ({ $why }).
doctor-list-line-mend = Corrigez la ligne { $line } de { $file }, puis redémarrez le programme.
doctor-language-good = En { $language }, l'essentiel est écrit; le reste se dit dans une autre langue : { $others }. Surtout dans { $files }{ $more ->
        [0] .
        [one] {""} et un autre fichier.
       *[other] {""} et { $more } autres fichiers.
    }
doctor-language-other = { $language } ({ $count })
doctor-language = En { $language }, il manque { $count ->
        [one] { $count } message essentiel
       *[other] { $count } messages essentiels
    } : { $lacks }
doctor-language-mend = Écrivez-les dans messages/{ $folder }/ ({ $language }); en attendant, ils se disent dans une autre langue.
doctor-language-copied = En { $language }, { $count ->
        [one] { $count } message est écrit
       *[other] { $count } messages sont écrits
    } dans une autre langue : { $copies }
doctor-language-copied-mend = Traduisez ces messages dans messages/{ $folder }/ ({ $language }). Ceux qui sont bien ainsi s'écrivent dans messages/data/same_words.txt.
