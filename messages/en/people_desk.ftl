### Not for basic phones

# What coordinators read about people, on Telegram and in the shell.
command-start = to begin
command-aide = this menu; /help and a command shows an example
command-lier = link a phone and Telegram
command-personne = add a person, or change their card
command-personnes = look for a person
command-importer = add many people at once
example-start = /start
example-aide = /help announce
example-lier = /link
example-personne = /person Rose Tremblay; 819 555-0101; role: expert; roundtable: Housing; consent: paper form 2026-03-02
    To change card 12: /person 12; territory: Vieux-Moulin
    Step by step: /person
example-personnes = /people rose
example-importer = /import, then the file
    On the computer: portevoix people import people.csv

people-commands-title = This is what you can write. An example: /help announce
people-commands-of = { LINES($lines) }
people-command-line = { $command }: { $what }

people-kept = Added: { $name } (no. { $number }).
people-kept-invited = Noted: { $name } (no. { $number }). Their yes is asked once; nothing else leaves before.
people-kept-withdrawn = Noted: { $name } (no. { $number }). Careful: a stop later than this consent still stands. Only RESTART, written by them, lifts it.
people-kept-same = Nothing to change: { $name } (no. { $number }).
people-completed = Card changed: { $name } (no. { $number }).

people-coordinator-link = Link for { $name }, good once, 24 hours: { $link }
people-coordinator-code = Code for { $name }, good once, 24 hours. To send to the bot on Telegram: /start { $code }
people-coordinator-welcome = Hello { $name }. You coordinate from this account. All that you can do: /help

people-needs-name = The name is missing. Example: /person Rose Tremblay; 819 555-0101
people-name-too-long = This name is too long: { $longest } letters at most.
people-needs-address = A phone, a Telegram id, or the choice of mail is missing. Example: 819 555-0101
people-bad-phone = "{ $phone }" is not a whole phone number. Example: 819 555-0101
people-phone-abroad = { $phone } is outside Canada and the United States. To allow it: ALLOW_INTERNATIONAL=true
people-bad-telegram-id = "{ $id }" is not a Telegram id. Example: 123456789
people-bad-language = "{ $written }" is not a language known here. Languages: { $known }
people-bad-role = "{ $written }" is not a role. Roles: member, expert
people-no-coordinator-here = Coordination is not given this way. On the computer: portevoix people add --role coordinator --name Maude
people-bad-channel = "{ $written }" is not a channel. Channels: sms, telegram, post
people-consent-without-day = "{ $words }" does not say which day. Example: paper form 2026-03-02
people-consent-future = "{ $words }" is a date to come. Example: paper form 2026-03-02
people-two-people = This phone and this Telegram account belong to two different people already ({ $name }?). The person can link them with LINK.
people-no-such-person = There is no card no. { $number }. To look for someone: /people rose
people-no-such-roundtable = There is no roundtable "{ $name }". Roundtables: { $known }
people-unreadable-part = "{ $part }": it is not clear what this is. Example: /person Rose Tremblay; 819 555-0101; role: expert; roundtable: Housing

people-file-columns = This file has not the right columns. First line expected: { $columns }
people-file-empty = This file has no line under its titles.
people-file-too-big = This file is over { $megabytes } MB.
people-file-too-long = This file is over { $longest } lines.
people-imported = { $added } added, { $changed } completed, { $same } there already, { $invited } asked for their yes, { $withdrawn } whose stop stands, { $bad ->
        [one] { $bad } line refused
       *[other] { $bad } lines refused
    }.
people-imported-but = { $done }
    { LINES($lines) }
people-import-none = No line could be kept.
    { LINES($lines) }
people-bad-line = Line { $line }: { $reason }
people-bad-lines-more = and { $count ->
        [one] { $count } other line
       *[other] { $count } other lines
    }
people-list-ask = Send the file here (the paper clip), as Excel (.xlsx) or CSV. First line: name, phone, telegram_id, language, roles, roundtables, territory, channel, consent. Only name and phone are needed.
people-list-none = not now
people-list-received = Received. I am reading the list and will tell you here what I keep of it, line by line.
people-list-not-a-file = A file is needed, sent as a file and not as a photo: Excel (.xlsx) or CSV. Example: /import with people.csv
people-list-too-long = Here a list has { $longest } lines at most. Cut it into several files, or on the computer: portevoix people import people.csv
people-list-lost = That file could not be taken from Telegram. Send it again with /import
people-file-old-excel = That file comes from an old Excel (.xls). Save it as "Excel workbook (.xlsx)" or "CSV", then try again.
    Columns: name, phone, telegram_id, language, roles, roundtables, territory, channel, consent. One person at a time: /person

people-listed = { $count }:
    { LINES($lines) }
people-line = { $number }. { $name } - { $where }
people-contact-line = { $address } ({ $state })
people-on-paper = by mail
people-no-address = no address yet
people-and-more = and { $count } more: search with more words
people-none-found = Nobody answers to "{ $search }". Example: /people rose
people-consent-none = said nothing
people-consent-invited = yes asked
people-consent-given = yes
people-consent-withdrawn = stopped
people-reach-ok = reachable
people-reach-not-started = Start not pressed yet
people-reach-blocked = blocked
people-reach-invalid = wrong number
people-reach-doubtful = to check

people-ask-name = Their name?
people-ask-phone = Their phone? Example: 819 555-0101
people-ask-role = Their role?
people-role-expert = takes part in meetings
people-role-member = receives the news
people-ask-roundtable = Their roundtable? Example: Housing
people-skip = skip
people-ask-consent = How and when did they say yes? Example: paper form 2026-03-02
people-not-yet = not yet: ask them

journal-people-joined = joined the list
journal-people-declined = said no to the invitation
journal-people-stopped = stopped everything
journal-people-stopped_kind = stopped: { $kind }
journal-people-resumed = took messages up again
journal-people-paused = asked for a pause
journal-people-less = asked for fewer messages
journal-people-linked = linked two addresses
journal-people-added = person added
journal-people-completed = card completed
journal-people-changed = card changed
journal-people-imported = import: { $lines ->
        [one] { $lines } line
       *[other] { $lines } lines
    }, { $added } added, { $bad } refused
journal-people-made_coordinator = coordinator's link given
