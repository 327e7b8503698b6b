### Not for basic phones: read in the shell.

backup-done = Backup made: { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    } and { $files ->
        [one] { $files } file
       *[other] { $files } files
    } in { $file }. It holds personal information: keep it locked. Seal of the journal, to note elsewhere: { $seal }
backup-done-missing = Backup made: { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    } and { $files ->
        [one] { $files } file
       *[other] { $files } files
    } in { $file }, but { $missing ->
        [one] { $missing } photo named in the database is not
       *[other] { $missing } photos named in the database are not
    } in the folder. Seal of the journal: { $seal }
backup-cannot-write = Cannot write { $file }: { $reason }. Choose another place, for instance: portevoix backup copy.zip

restore-sure = Put { $file } ({ $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    }, made { $date }) in the place of all that the database holds?
restore-not-confirmed = Nothing was changed. To confirm without a question: --yes
restore-not-empty = The database already holds people. To replace it by the backup: --replace
restore-kind = { $file } is not a backup of Porte-voix. Example: portevoix restore copy-2026-12-08.zip
restore-newer = { $file } comes from a later version of Porte-voix. Update this program first.
restore-damaged = { $file } is damaged (part { $part }). Nothing was changed. Take another copy.
restore-cannot-read = Cannot read { $file }: { $reason }.
restore-lines = { LINES($lines) }
restore-done = Backup restored: { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    } and { $files ->
        [one] { $files } file
       *[other] { $files } files
    }, counts checked. Held for the coordinators: { $held }.
restore-held = What was waiting to be sent has perhaps left since the backup was made: nothing leaves again without you. If nothing was sent since: portevoix restore --replace --go-on
restore-journal-broken = The journal of the backup is not whole: portevoix journal verify
restore-kept-aside = The former database is kept here: { $file }

move-done = All is moved: { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    }, counts checked, journal whole ({ $checked ->
        [one] { $checked } sealed line
       *[other] { $checked } sealed lines
    }). Now put the new address in DATABASE_URL, then portevoix run. The old file stays as it is: do not start it again.
move-only-sqlite = DATABASE_URL must name the SQLite file to move.
move-bad-address = Give a PostgreSQL database. Example: portevoix move --to postgresql://portevoix:secret@server/portevoix
move-no-file = There is no file { $file }. DATABASE_URL must name the database to move.
move-unreachable = The destination database does not answer or refuses the entry ({ $error }). Check the address, the name and the password. Nothing was changed.
move-not-empty = The destination database already holds people. Give an empty one.
move-running = Porte-voix still runs on this file. Stop it (Ctrl-C), then try again.
move-counts = The counts differ for { $table }. Nothing was kept at the destination; try again.
move-journal-broken = The journal is not whole at line { $number }: nothing was moved. See: portevoix journal verify
restore-erased = { $count ->
        [one] { $count } person, forgotten since this copy, is forgotten again.
       *[other] { $count } people, forgotten since this copy, are forgotten again.
    }
