### Not for basic phones: read in the shell.

doctor-mark-good = good
doctor-mark-bad = LOOK
doctor-all-well = All is well.
doctor-problems =
    { $count ->
        [one] One thing to look at.
       *[other] { $count } things to look at.
    }

# Settings.
doctor-no-env = There is no .env file in this folder ({ $folder }): no setting is read.
doctor-no-env-mend = Do: cp .env.example .env (the example comes with the program). Each key is explained there; fill those that follow.
doctor-setting = The setting { $key } is not right.
doctor-setting-mend = Correct it in .env. Example: { $key }={ $example }
doctor-setting-number = The setting { $key } is not right: it is a number, from { $low } to { $high }.
doctor-setting-number-mend = Correct it in .env. Example: { $key }={ $example }
doctor-setting-missing = The setting { $key } is missing.
doctor-setting-missing-mend = Add it to .env. Example: { $key }={ $example }
doctor-no-channel = No way to write to people: neither Telegram nor text messages.
doctor-no-channel-mend = In .env, fill TELEGRAM_TOKEN, or TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and TWILIO_FROM.
doctor-organisation = People do not know who writes to them: the organisation's name is missing.
doctor-organisation-mend = In .env: ORGANISATION_NAME=Alliance de la Vallée-des-Rives
doctor-contact-name = People do not know whom to talk to: the name of the person to call is missing.
doctor-contact-name-mend = In .env: CONTACT_NAME=Maude
doctor-contact-phone = Nobody can call: the phone number to give is missing.
doctor-contact-phone-mend = In .env: CONTACT_PHONE=+18195550142
doctor-help-line = For someone in distress, there is no help line to give.
doctor-help-line-mend = In .env, put your region's help line: REGION_HELP_LINE=819 555-0199
doctor-emergency = For someone in distress, nobody else is told when no coordinator answers.
doctor-emergency-mend = In .env, put someone who can call day and night: EMERGENCY_NAME=Lise, EMERGENCY_PHONE=819 555-0143
doctor-emergency-no-sms = EMERGENCY_PHONE is of no use: the program sends no text messages.
doctor-emergency-no-sms-mend = Fill in the TWILIO keys of .env, or count on coordinators alone.
doctor-people-read-good = People know who writes and whom to call ({ $contact }).

# Database, folders.
doctor-database-good = The database answers and is up to date.
doctor-database = The database does not answer ({ $error }).
doctor-database-mend = Check DATABASE_URL in .env, and that the database server is running.
doctor-database-none = There is no database yet ({ $file }).
doctor-database-none-mend = Run: portevoix migrate
doctor-schema = The database comes from an earlier version of the program.
doctor-schema-mend = Make a backup (portevoix backup copy.zip), then run: portevoix migrate
doctor-schema-later = The database comes from a later version of the program.
doctor-schema-later-mend = Install the latest version of Porte-voix.
doctor-no-coordinator = There is no coordinator.
doctor-no-coordinator-mend = Run: portevoix people add --role coordinator --name Maude
doctor-queues-good = Nothing is late. Waiting for their hour: { $count }.
doctor-outbox-late = { $count ->
        [one] { $count } message waits
       *[other] { $count } messages wait
    } to leave, the oldest for { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }.
doctor-outbox-late-mend = Is the program running? If not: portevoix run. Otherwise, see below whether a provider refuses.
doctor-inbox-late = { $count ->
        [one] { $count } message received waits
       *[other] { $count } messages received wait
    } for an answer, the oldest for { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }.
doctor-inbox-late-mend = Is the program running? If not: portevoix run
doctor-unsealed = { $count ->
        [one] { $count } line of the journal is not sealed
       *[other] { $count } lines of the journal are not sealed
    }.
doctor-unsealed-mend = Is the program that keeps the hour running? If not: portevoix run (or portevoix scheduler)
doctor-unknown = { $count ->
        [one] { $count } message has perhaps arrived
       *[other] { $count } messages have perhaps arrived
    }, nobody knows.
doctor-unknown-mend = A coordinator chooses: on Telegram, /calls. To see them all: portevoix export deliveries --to messages.xlsx
doctor-set-aside = A message received made the program fail and waits ({ $number }): { $error }
doctor-set-aside-mend = After updating the program: portevoix doctor --replay { $number } (or all for every one)
doctor-folders-good = The photos are safe from others and there is room left.
doctor-media-open = Other people of this computer can read the photos ({ $folder }).
doctor-media-open-mend = Run: chmod 700 { $folder }
doctor-open-good = Nobody else on this computer reads the database, the backups, the keys or .env.
doctor-open-database = Other people of this computer can read the database ({ $file }{ $count ->
        [one] {""}
       *[other] {" "}and other files
    }).
doctor-open-database-mend = Do: chmod go-rwx { $files }
doctor-open-backups = Other people of this computer can read backups ({ $file }{ $count ->
        [one] {""}
       *[other] {" "}and other files
    }).
doctor-open-backups-mend = Do: chmod go-rwx { $files }
doctor-open-keys = Other people of this computer can read a key or the journal's seals ({ $file }{ $count ->
        [one] {""}
       *[other] {" "}and other files
    }).
doctor-open-keys-mend = Do: chmod go-rwx { $files }
doctor-open-env = Other people of this computer can read your settings and their passwords (.env).
doctor-open-env-mend = Do: chmod go-rwx { $files }

# What proves and what saves.
doctor-seals-good = The journal's seals are noted outside the database up to line { $place } ({ $file }). To check everything: portevoix journal verify
doctor-seals-none = The journal has seals, but they are noted nowhere outside the database.
doctor-seals-none-mend = If the file of the seals disappeared, put it back. If there never was one: portevoix journal anchor
doctor-seals-changed = The file of the journal's seals was changed (line { $line }).
doctor-seals-changed-mend = Do: portevoix journal verify. Then put back the copy that you have of this file.
doctor-seals-unreadable = The file of the journal's seals cannot be read ({ $error }).
doctor-seals-unreadable-mend = Check that the user of the program may read it, and write to it.
doctor-seals-cut = Lines are missing at the end of the journal.
doctor-seals-cut-mend = Do: portevoix journal verify. Tell the person who answers for personal information.
doctor-seals-copy = The copy of the journal's seals is not up to date ({ $file }).
doctor-seals-copy-mend = Is the other place connected? The program completes it by itself: { $file }
doctor-backup-good = { $days ->
        [0] The last backup is from today.
        [one] The last backup is { $days } day old.
       *[other] The last backup is { $days } days old.
    }
doctor-backup-none = There has been no backup yet.
doctor-backup-none-mend = Do: portevoix backup. Then keep the file elsewhere than on this computer.
doctor-backup-old = The last backup is { $days ->
        [one] { $days } day
       *[other] { $days } days
    } old.
doctor-backup-old-mend = Do: portevoix backup. Better: each night, without a thought (docs/operations.md says how).
doctor-backup-recipient = The public key of the backups is none (BACKUP_RECIPIENT).
doctor-backup-recipient-mend = To make one: portevoix backup key. It begins with age1.
doctor-backup-key-here = The private key that opens your backups is on this computer ({ $file }): if it burns or disappears, your backups no longer open.
doctor-backup-key-here-mend = Copy { $file } to a USB key or print it, put in .env the line BACKUP_RECIPIENT (the public key that it holds), then delete it from here.
doctor-backup-drill-none = No backup has been tried for more than a year.
doctor-backup-drill-none-mend = Do: portevoix backup drill copy.age --identity key-file. Nothing is changed here.
doctor-backup-drill-old = The last trial of a backup is { $days ->
        [one] { $days } day
       *[other] { $days } days
    } old.
doctor-backup-drill-old-mend = Do: portevoix backup drill copy.age --identity key-file. Nothing is changed here.
doctor-key-good = The key of the nameless comments is in { $file }. Keep a copy of it, away from the backups.
doctor-key-environment-good = The key of the nameless comments is in the environment (RETURN_PATHS_KEY).
doctor-key-open = Other people of this computer can read the key of the nameless comments ({ $file }).
doctor-key-open-mend = Run: chmod 600 { $file }
doctor-key-unreadable = The key of the nameless comments cannot be read ({ $file }).
doctor-key-unreadable-mend = Put back the copy you had. Without it, nobody can answer those who wrote without their name.
doctor-key-lost = { $count ->
        [one] { $count } nameless comment has
       *[other] { $count } nameless comments have
    } no way back any more: another key sealed it.
doctor-key-lost-mend = Put back the former key ({ $file }).
doctor-disk = Little room is left on the disk of { $folder }: { $left } MB.
doctor-disk-mend = Free some room, or move the database and the photos to a larger disk.
doctor-disk-full = The disk is full ({ $place }): nothing can be kept nor sent any more.
doctor-disk-full-mend = Free some room now ({ $place }): the program then goes on by itself.
doctor-unwritable = The database refuses to write ({ $error }): nothing can be kept nor sent any more.
doctor-unwritable-mend = Check that the program's user may write ({ $place }).

# Providers.
doctor-telegram-good = Telegram answers: the bot is { "@" }{ $name }.
doctor-telegram-token = Telegram refuses the token.
doctor-telegram-token-mend = Ask { "@" }BotFather on Telegram for the right one (/token) and put it in .env: TELEGRAM_TOKEN=123456:ABC-def
doctor-telegram-away = Telegram does not answer ({ $reason }).
doctor-telegram-away-mend = Check that this computer reaches the Internet and { $address }.
doctor-webhook-good = Telegram writes to us at { $address }.
doctor-webhook-elsewhere = Telegram writes elsewhere: { $found }
doctor-webhook-elsewhere-mend = Start the program (portevoix run): it gives Telegram the address { $address }. Does another program use the same bot?
doctor-webhook-failing = Telegram cannot write to us ({ $error }); { $count ->
        [one] { $count } message waits
       *[other] { $count } messages wait
    } there.
doctor-webhook-failing-mend = Check that { $address } opens from outside, with a valid certificate.
doctor-twilio-good = Twilio answers: texts leave from { $sender }.
doctor-twilio-token = Twilio refuses the account or its token.
doctor-twilio-token-mend = From Twilio's console, copy Account SID and Auth Token into .env: TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN
doctor-twilio-away = Twilio does not answer ({ $reason }).
doctor-twilio-away-mend = Check that this computer reaches the Internet and { $address }.
doctor-twilio-account = The Twilio account is not active ({ $status }).
doctor-twilio-account-mend = Open Twilio's console: a payment or a verification is often missing.
doctor-number = People do not know which number to text: only the messaging service is known.
doctor-number-mend = Put the service's number in .env too: TWILIO_FROM=+18195550100
doctor-email-good = The mail server answers: e-mails leave from { $sender }.
doctor-email-password = The mail server refuses the name or the password.
doctor-email-password-mend = Copy into .env those that your mail provider gives: EMAIL_USER and EMAIL_PASSWORD
doctor-email-away = The mail server does not answer ({ $reason }).
doctor-email-away-mend = Check EMAIL_HOST, EMAIL_PORT and EMAIL_SECURITY, and that this computer reaches { $address }.
doctor-public-good = Our address opens: { $address }
doctor-public-away = Our address does not open: { $address } ({ $reason })
doctor-public-away-mend = Is the program running (portevoix run)? Is PUBLIC_BASE_URL the exact address? Try { $address } in a browser.
doctor-clock-good = The clock is right.
doctor-clock = This computer's clock is off by { $seconds ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    }.
doctor-clock-mend = Turn automatic time on. On Linux: timedatectl set-ntp true

doctor-replayed =
    { $count ->
        [one] One message is taken up again: the program sees to it.
       *[other] { $count } messages are taken up again: the program sees to it.
    }
doctor-replay-none = No message of this number is set aside, or it is too old to be read again.
doctor-replay-what = Say which: portevoix doctor --replay all, or --replay 12

# Word lists, languages.
doctor-lists-good = Every word list and every message can be read.
doctor-list-line = A line of the program's words is left out: { $file }, line { $line } ({ $why }).
doctor-list-line-mend = Correct line { $line } of { $file }, then start the program again.
doctor-language-good = { $language } has what matters most; the rest is said in another language: { $others }. Mostly in { $files }{ $more ->
        [0] .
        [one] {""} and one other file.
       *[other] {""} and { $more } other files.
    }
doctor-language-other = { $language } ({ $count })
doctor-language = { $language } lacks { $count ->
        [one] { $count } message that matters most
       *[other] { $count } messages that matter most
    }: { $lacks }
doctor-language-mend = Write them in messages/{ $folder }/ ({ $language }); until then they are said in another language.
doctor-language-copied = { $language } has { $count ->
        [one] { $count } message that is
       *[other] { $count } messages that are
    } in another language: { $copies }
doctor-language-copied-mend = Translate them in messages/{ $folder }/ ({ $language }). Those that are right stand in messages/data/same_words.txt.
