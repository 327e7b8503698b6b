### Not for basic phones.

shell-schema-behind = The database is from an older version. First run: portevoix migrate
shell-no-such-coordinator = Nobody named { $name } is a coordinator here. Example: --as Maude
shell-no-coordinator = There is no coordinator yet. First run: portevoix people add --role coordinator --name Maude
shell-which-coordinator = There are several coordinators: { $names }. Say who is acting, for example: --as Maude
shell-no-channel = Nothing to do: neither TELEGRAM_TOKEN nor TWILIO_ACCOUNT_SID is given. Copy .env.example to .env and fill in one of them. To try without an account: portevoix demo
shell-one-process = On a SQLite file everything runs in one program: portevoix run. Several machines need PostgreSQL (portevoix move).
shell-already-running = Porte-voix is already running on this database. Stop the other one first (Ctrl-C).
shell-here = Here: { $command } --help
shell-database-away = The database does not answer ({ $error }). Check DATABASE_URL, that the server runs and that this computer reaches it. Nothing was changed.
shell-no-such-file = The database file cannot be opened: { $file }. Check DATABASE_URL and the right to write in that folder.
shell-not-a-database = { $file } is not a database of Porte-voix, or it is damaged. Check DATABASE_URL, or take a copy back: portevoix restore copy.zip
shell-database-busy = Another program keeps the database busy. Nothing was changed. Try again in a moment.
shell-part-failed = A part of the program failed, it stops: { $part } ({ $place }). Nothing received is lost. Start it again: portevoix run
shell-fault = A fault of the program prevented this command: { $place }. Nothing was changed. Show this line to the person who maintains it.
shell-disk-full = The disk of the database is full. Free some room, then try again. Nothing was changed.
shell-no-such-revision = There is no version "{ $revision }" of the schema. Example: portevoix migrate --to 0004 --back
shell-bad-day = "{ $day }" is not a date. Example: 2026-11-30
shell-bad-month = "{ $month }" is not a month. Example: 2026-11
shell-bad-hour = "{ $hour }" is not an hour. Example: 10:00
shell-bad-language = "{ $language }" is not a language here. Example: en
