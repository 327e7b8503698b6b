### Not for basic phones.

shell-schema-behind = La base de données date d'une version plus ancienne. Faites d'abord : portevoix migrate
shell-no-such-coordinator = Personne du nom de { $name } ne coordonne ici. Exemple : --as Maude
shell-no-coordinator = Il n'y a encore personne à la coordination. Faites d'abord : portevoix people add --role coordinator --name Maude
shell-which-coordinator = Plusieurs personnes coordonnent : { $names }. Dites qui agit, par exemple : --as Maude
shell-no-channel = Rien à faire : ni TELEGRAM_TOKEN ni TWILIO_ACCOUNT_SID ne sont donnés. Copiez .env.example sous le nom .env et remplissez l'un des deux. Pour essayer sans compte : portevoix demo
shell-one-process = Sur un fichier SQLite, tout tourne dans un seul programme : portevoix run. Pour plusieurs machines, il faut PostgreSQL (portevoix move).
shell-already-running = Porte-voix tourne déjà sur cette base de données. Arrêtez l'autre d'abord (Ctrl-C).
shell-here = Ici : { $command } --help
shell-database-away = La base de données ne répond pas ({ $error }). Vérifiez DATABASE_URL, que le serveur tourne et que cet ordinateur le joint. Rien n'a été changé.
shell-no-such-file = Le fichier de la base ne peut pas être ouvert : { $file }. Vérifiez DATABASE_URL et le droit d'écrire dans ce dossier.
shell-not-a-database = { $file } n'est pas une base de données de Porte-voix, ou elle est abîmée. Vérifiez DATABASE_URL, ou reprenez une copie : portevoix restore copie.zip
shell-database-busy = La base de données est occupée par un autre programme. Rien n'a été changé. Recommencez dans un instant.
shell-part-failed = Une partie du programme a échoué, il s'arrête : { $part } ({ $place }). Rien de reçu n'est perdu. Redémarrez-le : portevoix run
shell-fault = Une erreur du programme a empêché la commande : { $place }. Rien n'a été changé. Montrez cette ligne à la personne qui l'entretient.
shell-disk-full = Le disque de la base de données est plein. Libérez de la place, puis recommencez. Rien n'a été changé.
shell-no-such-revision = Il n'y a pas de version « { $revision } » du schéma. Exemple : portevoix migrate --to 0004 --back
shell-bad-day = « { $day } » n'est pas une date. Exemple : 2026-11-30
shell-bad-month = « { $month } » n'est pas un mois. Exemple : 2026-11
shell-bad-hour = « { $hour } » n'est pas une heure. Exemple : 10:00
shell-bad-language = « { $language } » n'est pas une langue d'ici. Exemple : fr
