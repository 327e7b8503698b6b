### Not for basic phones.

shell-schema-behind = La base de données date d'une version plus ancienne. Faites d'abord : portevoix migrate
shell-no-such-coordinator = Personne du nom de { $name } ne coordonne ici. Exemple : --as Maude
shell-no-coordinator = Il n'y a encore personne à la coordination. Faites d'abord : portevoix people add --role coordinator --name Maude
shell-which-coordinator = Plusieurs personnes coordonnent : { $names }. Dites qui agit, par exemple : --as Maude
shell-no-channel = Rien à faire : ni TELEGRAM_TOKEN ni TWILIO_ACCOUNT_SID ne sont donnés. Copiez .env.example sous le nom .env et remplissez l'un des deux. Pour essayer sans compte : portevoix demo
shell-one-process = Sur un fichier SQLite, tout tourne dans un seul programme : portevoix run. Pour plusieurs machines, il faut PostgreSQL (portevoix move).
shell-already-running = Porte-voix tourne déjà sur cette base de données. Arrêtez l'autre d'abord (Ctrl-C).
