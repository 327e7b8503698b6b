### Not for basic phones: read in the shell.

backup-lines = { LINES($lines) }
backup-done = Backup made: { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    } and { $files ->
        [one] { $files } file
       *[other] { $files } files
    } in { $file }. Seal of the journal: { $seal }
backup-missing = { $missing ->
        [one] { $missing } photo named in the database is not
       *[other] { $missing } photos named in the database are not
    } in the folder.
backup-locked = It is locked: only the private key opens it.
backup-plain = BEWARE: this backup is not locked. Whoever finds the file reads everything: names, phones, messages. Keep it locked away, or make a locked one: portevoix backup
backup-key-made =
    A private key was just made: { $file }
    Without it nobody can open your backups, not even you. Do this now:
    1. Copy this file to a USB key, or print it. Keep it far from this computer, with the papers that matter.
    2. Put in .env: BACKUP_RECIPIENT={ $recipient }
    3. Delete { $file } from this computer.
    To put a backup back, you will give that file: portevoix restore copy.age --identity file
backup-key-here = The private key that opens your backups is still on this computer ({ $file }). If it burns or disappears, your backups no longer open. Copy it elsewhere, put BACKUP_RECIPIENT in .env, then delete it from here.
backup-key-there = There is already a file { $file }: nothing was changed. For another key: portevoix backup key --to other-file.txt
backup-bad-recipient = BACKUP_RECIPIENT is no public key. Example: age1..., as portevoix backup key gives it
backup-drilled = Backup tried: it opens and goes back. { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    }, { $files ->
        [one] { $files } file
       *[other] { $files } files
    }, made { $date } ({ $days ->
        [0] less than a day
        [one] { $days } day
       *[other] { $days } days
    } ago). Journal whole, seal: { $seal }. Nothing was changed here.
backup-drill-on-sqlite = Tried on an SQLite file apart.
backup-drill-on-postgresql = Tried on an SQLite file apart, then on your PostgreSQL database, in a transaction that was undone.
backup-drill-on-sqlite-only = Tried on an SQLite file apart ONLY: your PostgreSQL database allows no trial there (CREATE on the database). Nothing says yet that it will take this copy.
backup-drill-refused = { $file } opens and goes back on SQLite, but your PostgreSQL database refuses rows of { $table }: it would not go back there. The program is wrong. Nothing was changed here.
backup-drill-origin-ours = It is signed by your installation.
backup-drill-origin-unsigned = It is not signed: nothing proves that your installation made it.
backup-drill-origin-other = BEWARE: it is not signed by your installation, or was changed since.
backup-drill-origin-no-key-here = This computer has not the key that would say who made it.
backup-drill-compared = Its journal is the same as the seals noted outside the database.
backup-drill-alone = Its journal was compared with no seal noted on this computer.
backup-drill-journal = { $file } opens, but its journal is not whole, or is not the one whose seals are noted here. Try another backup.
backup-cannot-write = Cannot write { $file }: { $reason }. Choose another place, for instance: portevoix backup copy.age

restore-sure = Put { $file } ({ $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    }, made { $date }) in the place of all that the database holds?
restore-not-confirmed = Nothing was changed. To confirm without a question: --yes
restore-not-empty = The database already holds people. To replace it by the backup: --replace
restore-kind = { $file } is not a backup of Porte-voix. Example: portevoix restore copy-2026-12-08.age
restore-newer = { $file } comes from a later version of Porte-voix. Update this program first.
restore-damaged = { $file } is damaged (part { $part }). Nothing was changed. Take another copy.
restore-no-key = { $file } is locked. Give the file of the private key, the one that portevoix backup key made: portevoix restore { $file } --identity file
restore-other-key = This private key does not open { $file }: it was locked with another. Nothing was changed.
restore-bad-key = This file holds no private key. It begins with AGE-SECRET-KEY-1. Nothing was changed.
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
restore-replayed = Since this copy ({ $date }), the former database knew this, which still holds: { $addresses ->
        [one] { $addresses } address
       *[other] { $addresses } addresses
    } with one more stop or yes, { $roles ->
        [one] { $roles } role taken back
       *[other] { $roles } roles taken back
    }, { $comments ->
        [one] { $comments } comment taken back
       *[other] { $comments } comments taken back
    } by its author.
restore-asleep = These coordinators' accounts are asleep: { $names }. Nothing says that they still coordinate. For each of them who does, a new link: portevoix people add --role coordinator
restore-unknown = Nothing is known here of the days since this copy ({ $date }): who wrote STOP, who lost a role, which words were taken back, who came. Check with your notes and with people before anything is sent: portevoix people list
restore-look-again = What this copy cannot know either: people, meetings, claims and words added or corrected since { $date }. Check them.
restore-origin-unsigned = { $file } is not signed: nothing proves that your installation made it (nor is a copy that was made before signatures). Whoever knows your public key can make one like it, with other rights inside. Nothing was changed. If you know where it comes from: portevoix restore { $file } --unproven
restore-origin-other = { $file } is not signed by your installation: it comes from another one, or was changed since. Nothing was changed here. If you know where it comes from and who had it in hand: portevoix restore { $file } --unproven
restore-origin-no-key-here = This computer has not the key of your installation (return-paths.key, or RETURN_PATHS_KEY): it cannot say who made { $file }. Put the key back first. If it is lost, and you know where this file comes from: portevoix restore { $file } --unproven
restore-running = Porte-voix still runs on this database (here, or on another machine). Stop it everywhere, then try again. Nothing was changed.
restore-fault = The database of DATABASE_URL answers, but it refused rows of { $table }: the program is wrong, not the copy nor the address. Nothing was changed. The copy also goes back on an SQLite file.
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
move-fault = The database that you gave answers, but it refused rows of { $table }: the program is wrong, not the address. Nothing was kept there, and the SQLite file still serves.
move-journal-broken = The journal is not whole at line { $number }: nothing was moved. See: portevoix journal verify
restore-erased = { $count ->
        [one] { $count } person, forgotten since this copy, is forgotten again.
       *[other] { $count } people, forgotten since this copy, are forgotten again.
    }
