### Not for basic phones.

shell-schema-behind = The database is from an older version. First run: portevoix migrate
shell-no-such-coordinator = Nobody named { $name } is a coordinator here. Example: --as Maude
shell-no-coordinator = There is no coordinator yet. First run: portevoix people add --role coordinator --name Maude
shell-which-coordinator = There are several coordinators: { $names }. Say who is acting, for example: --as Maude
shell-no-channel = Nothing to do: neither TELEGRAM_TOKEN nor TWILIO_ACCOUNT_SID is given. Copy .env.example to .env and fill in one of them. To try without an account: portevoix demo
shell-one-process = On a SQLite file everything runs in one program: portevoix run. Several machines need PostgreSQL (portevoix move).
shell-already-running = Porte-voix is already running on this database. Stop the other one first (Ctrl-C).
