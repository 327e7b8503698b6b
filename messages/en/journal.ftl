### Not for basic phones: coordinators read these on Telegram or in the shell.

journal-list = { LINES($lines) }
journal-none = Nothing in the journal for that.
journal-more = ... there are more before. The rest: /log { $before }
journal-line = { DATE($when, form: "year") } { TIME($when) } - { $words }
journal-line-day = { DATE($date, form: "year") } - { $words }
journal-who-what = { $who }: { $what }
journal-who-about = { $who }, about { $subject }
journal-what-of = { $what } ({ $thing })
journal-other-act = { $act }
journal-system = Porte-voix
journal-installation = installation
journal-by-shell = { $name } (on the computer)
journal-erased = an erased person
journal-unnamed = a person without a name

journal-thing-meeting = meeting { $number }
journal-thing-import = import no. { $number }
journal-thing-comment = comment no. { $number }
journal-thing-claim = claim no. { $number }
journal-thing-payment = payment { $number }
journal-thing-broadcast = sending { $number }
journal-thing-digest = digest { $number }
journal-thing-item = news { $number }
journal-thing-task = call { $number }
journal-thing-delivery = message { $number }

# What was exchanged, counted: never what was said.
journal-talked = messages received: { $received }, replies: { $sent }
journal-sent = Porte-voix: { $kind }, { $channel }: { $status }
journal-exchanged = That day: { $received ->
        [one] { $received } message received
       *[other] { $received } messages received
    }, { $sent } sent ({ $fates })
journal-fate = { $status }: { $count }
journal-nothing = none

# The entries of the journal itself.
journal-journal-seen = looked at the journal
journal-journal-exported = exported: { $what }
journal-journal-backed_up = backup made: { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    }, { $files ->
        [one] { $files } file
       *[other] { $files } files
    }
journal-journal-restored = backup restored: { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    }, { $files ->
        [one] { $files } file
       *[other] { $files } files
    }
journal-journal-moved = data moved: { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    }
journal-journal-replayed = { $messages ->
        [one] { $messages } message set aside
       *[other] { $messages } messages set aside
    }, taken up again
journal-journal-anchored = the journal's seals are noted outside the database{ $again ->
        [1] {" "}(journal taken as it stood)
       *[other] {""}
    }
journal-journal-drilled = backup tried: { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    }, { $files ->
        [one] { $files } file
       *[other] { $files } files
    }

# Codes kept in the entries, in words.
journal-value-kind-reply = reply
journal-value-kind-reminder = reminder
journal-value-kind-digest = digest
journal-value-kind-announcement = announcement
journal-value-kind-notice = notice
journal-value-kind-consent = request for consent
journal-value-kind-alert = alert
journal-value-kind-words = somebody's words, shown to a coordinator
journal-value-kind-survey = survey
journal-value-kind-all = everything
journal-value-field-roundtables = the roundtables
journal-value-field-roles = the roles
journal-value-field-consent = the consent
journal-value-field-addresses = the addresses written to
journal-value-field-other_phones = the numbers to call
journal-value-field-postal_address = the postal address
journal-value-field-channel = the way chosen
journal-value-field-territory = the territory
journal-value-field-language = the language
journal-value-field-name = the name
journal-value-kind-own = their own no, on a shared phone
journal-value-kind-reminders = the reminders
journal-value-kind-surveys = the surveys
journal-value-channel-sms = by text
journal-value-channel-telegram = on Telegram
journal-value-channel-email = by e-mail
journal-value-channel-post = by post
journal-value-channel-call = by a call
journal-value-status-queued = waiting
journal-value-status-claimed = waiting
journal-value-status-started = on its way
journal-value-status-retrying = being tried again
journal-value-status-sent = sent
journal-value-status-delivered = delivered
journal-value-status-failed = failed
journal-value-status-unknown = perhaps arrived
journal-value-status-missed = too late
journal-value-status-cancelled = cancelled
journal-value-answer-coming = coming
journal-value-answer-absent = not coming
journal-value-answer-maybe = maybe
journal-value-answer-none = no answer
journal-value-decision-kept = kept
journal-value-decision-not_kept = not kept
journal-value-decision-to_follow = to follow
journal-value-outcome-P = spoke
journal-value-outcome-M = left a message
journal-value-outcome-R = to call again
journal-value-outcome-N = wrong number
journal-value-outcome-F = closed
journal-value-outcome-E = answered in writing
journal-value-what-journal = the journal
journal-value-what-deliveries = the messages sent
journal-value-what-people = the people
journal-value-what-comments = the comments
journal-value-what-claims = the claims
journal-value-what-meetings = the meetings
journal-value-what-consents = the consents

# Refused, with what to write instead.
journal-no-such-person = Nobody here is called { $name }. Examples: /log Lise, /log meeting 12, /log 2026-12-08
journal-which-person = Several people have this name: { $names }. Which one? Their number is enough: /journal no 14
journal-no-such-meeting = There is no meeting { $number }. To see them: /meetings
journal-bad-day = { $day } is not a date. Example: 2026-12-08

journal-export-how =
    An export is made on the computer, so that the list does not stay in a chat:
    portevoix export deliveries --to messages.xlsx
    One of: journal, deliveries, people, comments, claims, meetings, consents. Dates: --since 2026-12-01 --until 2026-12-31

export-done = Export done: { $what }, { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    }. File: { $file }
export-cannot-write = Cannot write { $file }: { $reason }. Choose another place, for instance: --to messages.xlsx

journal-verified = The journal is whole: { $checked ->
        [one] { $checked } sealed line
       *[other] { $checked } sealed lines
    }, { $waiting } waiting. Last seal: { $seal }
journal-broken-changed = Line { $number } of the journal was changed afterwards. { $checked ->
        [one] { $checked } line before it is intact
       *[other] { $checked } lines before it are intact
    }.
journal-broken-missing = Lines are missing from the journal, just before line { $number }. { $checked ->
        [one] { $checked } line is intact
       *[other] { $checked } lines are intact
    }.
journal-broken-end = Lines are missing at the end of the journal: the seal noted is no longer there. { $checked ->
        [one] { $checked } line is
       *[other] { $checked } lines are
    }.
journal-broken-noted = The journal was rewritten: at line { $number }, the seal is not the one that had been noted.
journal-broken-backdated = Line { $number } of the journal was added afterwards: it bears a date before the lines that it follows.
journal-broken-beginning = The journal is empty, though people are here: its lines were deleted.
journal-lines = { LINES($lines) }
journal-by-hand = The seal that you gave is there: { $seal }
journal-anchor = Compared with the seals noted outside the database, up to line { $place }: { $file }
journal-anchor-begun = These seals are noted since { DATE($date, form: "year") } (line { $place }): what is older is compared with nothing.
journal-anchor-again = Beware: on { DATE($date, form: "year") }, someone took the journal as it stood (line { $place }). What is older is not checked.
journal-anchor-restored = On { DATE($date, form: "year") }, a backup was put back (line { $place }): what had been noted before no longer counts.
journal-no-anchor = Nothing proves that the journal is whole: the file of its seals is not there ({ $file }). Put it back, or give a seal noted elsewhere (--seal 412:9f2c71ab). If there never was one: portevoix journal anchor
journal-anchor-changed = The file of the seals was changed at line { $line } ({ $file }), or signed with another key. Compare with a seal noted elsewhere: portevoix journal verify --seal 412:9f2c71ab. Put back the copy that you have.
journal-anchor-cannot = The file of the seals cannot be read or written ({ $file }): { $reason }.
journal-anchor-there = The seals are noted already ({ $file }). To begin anew, though the journal is not whole: portevoix journal anchor --again
journal-anchor-sure = Take the journal as it stands, even if it is not whole? What is older will no longer be checked.
journal-anchored = The journal's seals are noted here: { $file }. Last seal: { $seal }
journal-bad-seal = { $seal } is not a seal. Example: --seal 412:9f2c... (as portevoix journal verify gives it)

command-journal = see what happened
command-exporter = how to export to a spreadsheet
example-journal = /log Lise
example-exporter = /export

journal-value-kind-question = question
journal-value-kind-minutes = minutes
journal-value-kind-letter = letter
journal-value-kind-fallback = explanation
