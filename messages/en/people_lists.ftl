### Not for basic phones

# A list of people: the file, the plan of what would be done with it, what is asked.
people-list-ask = Send the file here (the paper clip): Excel, LibreOffice, CSV, or what your contacts give. It needs one column for the name and one for the cell phone; the others are read when they are understood. Nothing is kept before your yes.
people-list-none = not now
people-list-received = Received. I am reading the list and will show you here what I would keep of it, line by line. Nothing is kept before your yes.
people-list-not-a-file = A file is needed, sent as a file and not as a photo: Excel, LibreOffice or CSV. Example: /import with people.xlsx
people-list-too-long = Here a list has { $longest } lines at most. Cut it into several files, or on the computer: portevoix people import people.csv
people-list-lost = That file could not be taken from Telegram. Send it again with /import
people-list-question = { $question }
    ({ $count ->
        [one] { $count } line waits
       *[other] { $count } lines wait
    } for this answer)
people-list-confirm = { $plan }

    Keep all of this?
people-list-nothing = { $plan }

    There is nothing to keep.
people-list-questions = { $count ->
        [one] One answer is still missing
       *[other] { $count } answers are still missing
    }: nothing is kept.
people-list-older = This answer is for an older list, read on { $when }. You have sent another since: nothing of the older one is kept. To keep it all the same, send it again: /import
people-list-changed = Something changed since you saw this plan. Nothing is kept: look at the new plan.
people-list-none-kept = No line can be kept.
    { LINES($lines) }

people-file-columns = The columns were not found: one is needed for the name (Name, First name) and one for the phone (Cell, Phone). At the top of the file: { $seen }
people-file-empty = This file has no line under its headings.
people-file-only-hidden = In this workbook, only the hidden sheet "{ $sheet }" holds anything. Show it in Excel (right click on the tabs, Unhide), save, then try again.
people-file-too-big = This file is over { $megabytes } MB.
people-file-too-long = This file is over { $longest } lines.
people-file-too-heavy = This file takes too much room once opened. Copy the filled lines into a new workbook, save it, then try again.
people-file-long-cell = Line { $line }: a cell is far too long. Nothing is kept.
people-file-quotes = From line { $line } on, an open quotation mark is never closed: which cell is whose cannot be known. Correct that line, then try again. Nothing is kept.
people-file-lines = { $count ->
        [one] One line has more cells
       *[other] { $count } lines have more cells
    } than there are headings, as if there were a separator too many: which cell goes with which heading cannot be known. { $count ->
        [one] Correct line { $lines }
       *[other] Correct lines { $lines }
    }, then try again. Nothing is kept.
people-file-broken = This file is damaged: it does not open. Open it in Excel or LibreOffice, save it again, then try again.
people-file-protected = This file is protected by a password. Save a copy without one, then try again.
people-file-no-list = This file is not a list that can be read. Save it as Excel (.xlsx) or CSV, then try again.
people-file-is = { $kind ->
        [pdf] This is a PDF. Ask for the list as Excel (.xlsx) or CSV.
        [picture] This is a picture. The list itself is needed, as Excel (.xlsx) or CSV.
        [document] This is a text document. Copy the table into Excel, save it, then send that workbook.
        [archive] This is a compressed folder. Open it and send the list inside.
        [numbers] This is a Numbers file. In Numbers: File, Export To, Excel or CSV; then send that file.
        [database] This is a database. Export the list as Excel (.xlsx) or CSV.
       *[page] This is a web page without a table of people. Save the list as Excel (.xlsx) or CSV.
    }

people-imported = { $added } added, { $changed } completed, { $same } there already, { $invited } asked for their yes, { $withdrawn } whose stop stands, { $bad ->
        [one] { $bad } line refused
       *[other] { $bad } lines refused
    }.
people-imported-one = { $name } ({ $number })
people-imported-added = Added: { $names }{ $more ->
        [0] {""}
        [one] {" "}and { $more } other
       *[other] {" "}and { $more } others
    }
people-imported-asked = Their yes is asked of: { $names }{ $more ->
        [0] {""}
        [one] {" "}and { $more } other
       *[other] {" "}and { $more } others
    }
people-imported-undo = Someone too many? Nothing leaves any more after: /person { $number }; consent: refused. To forget their card: /privacy forget { $number } imported by mistake
people-bad-lines-more = and { $count ->
        [one] { $count } other
       *[other] { $count } others
    }

people-plan = { LINES($lines) }
people-plan-text = Text file ({ $encoding }, separated by { $separator }): { $count ->
        [one] { $count } line
       *[other] { $count } lines
    }
people-plan-mended = { $file } (broken accents were put right)
people-plan-separator-tab = tabs
people-plan-separator-semicolon = semicolons
people-plan-separator-comma = commas
people-plan-separator-bar = bars |
people-plan-sheet = Workbook ({ $form }), sheet "{ $sheet }": { $count ->
        [one] { $count } line
       *[other] { $count } lines
    }
people-plan-columns = Columns (headings on line { $line }): { $columns }
people-plan-no-headings = This list has no headings. Its columns, by what they hold: { $columns }
people-plan-column = "{ $heading }" = { $meaning }
people-plan-unused = Columns that are not read: { $columns }
people-plan-sample = Example, line { $line }: { $words }
people-plan-days-day-month = Dates read: the day, then the month
people-plan-days-month-day = Dates read: the month, then the day
people-plan-days-year-month = Dates read: the year, the month, then the day
people-plan-new-roundtables = { $count ->
        [one] New roundtable
       *[other] { $count } new roundtables
    }: { $names }
people-plan-placed = The list gives no territory on { $count ->
        [one] one line: it will be yours, { $territory }.
       *[other] { $count } lines: it will be yours, { $territory }.
    }
people-plan-new-territories = { $count ->
        [one] New territory
       *[other] { $count } new territories
    }: { $names }
people-plan-shared = Shared phone: { $phone }, of { $names }
people-plan-to-add = To add: { $count }
people-plan-to-change = To complete: { $count }
people-plan-to-same = There already, nothing to change: { $count }
people-plan-to-refuse = Refused: { $count }
people-plan-to-ask = Waiting for an answer: { $count }
people-plan-line = Line { $line }, { $name }
people-plan-line-why = Line { $line }, { $name }: { $why }
people-plan-whys = { $before }; { $why }
people-plan-counts = In all: { $added } to add, { $changed } to complete, { $same } there already, { $refused ->
        [one] { $refused } refused
       *[other] { $refused } refused
    }, { $asked } waiting; { $invited } to be asked for their yes, once.
people-plan-asked-who = Their yes will be asked of: { $names }{ $more ->
        [0] {""}
        [one] {" "}and { $more } other
       *[other] {" "}and { $more } others
    }
people-plan-request = What { $name } will receive by text message: "{ $words }"
people-plan-asked = { $question }
    To answer: --answer "{ $key }=..." (choices: { $values })
people-plan-confirm = Keep all of this? (yes or no)
people-plan-unconfirmed = Nothing is kept. To keep this plan: the same command, with --yes
people-plan-unanswered = Nothing is kept: an answer is missing, with --answer
people-plan-completes = to complete: { $what }
people-completes-called = a number to call
people-completes-reached = an address or a consent
people-plan-stop-stands = a stop of { DATE($day, form: "year") } stands: this consent may be older
people-plan-yes-since = the list says no, but a yes of { DATE($day, form: "year") } stands: to be checked
people-plan-yes-of-another = same phone as { $names }: that yes is not theirs. They will be asked for their own; until then nothing leaves there for them
people-plan-known-as = there already under the name { $name }
people-plan-same-name-known = card no. { $number } has the same name, with another address. If it is the same person, join the cards afterwards: /merge
people-plan-no-holds = said no to messages on { DATE($day, form: "year") } (“{ $words }”): the no holds for this address too, no message will leave
people-plan-name-said-no = { $number ->
    [0] somebody of the name { $name } said no to messages. If this is another person, write their name differently (an initial, “junior”)
   *[other] card { $number }, { $name }, said no to messages. If this is the same person, the address goes on their card: /person { $number }; phone: ... If it is another, write their name differently (an initial, “junior”)
}
people-plan-same-name-line = same name as on line { $line }, with another address. If it is the same person, join the cards afterwards: /merge
people-plan-contradicted = { $name }, on line { $line }, gave the opposite answer for this phone: the no stands, nobody is written to there
people-plan-ended-member = no longer a member here: this list does not change that. To bring it back: /person
people-plan-ended-expert = no longer an expert by experience here: this list does not change that. To bring it back: /person
people-plan-left-table = left the table { $table }: this list does not change that. To bring it back: /person

people-column-name = the name
people-column-given = the first name
people-column-family = the family name
people-column-family-given = the family name, then the first name
people-column-cell = the cell phone, for text messages
people-column-phone = the phone
people-column-home = the home, to call only
people-column-work = the office, to call only
people-column-phone-type = the kind of phone
people-column-email = the e-mail
people-column-email-closed = the e-mail, which is not kept: it is not open here
people-column-telegram-id = the Telegram number
people-column-language = the language
people-column-roles = the role
people-column-role-mark = a role, ticked
people-column-roundtables = the roundtables
people-column-mark = a roundtable, ticked
people-column-territory = the territory
people-column-city = the town
people-column-street = the postal address
people-column-civic = the street number
people-column-unit = the apartment
people-column-postal-code = the postal code
people-column-province = the province
people-column-channel = the channel chosen
people-column-note = notes, which are not kept: only those not to be texted are looked for there (« décédé », "deaf", "do not contact")
people-column-refusal = a refusal of messages
people-column-consent = the consent
people-column-consent-day = the day of the consent
people-column-consent-how = how the consent was given
people-column-timestamp = the moment of the answer

people-line-aside = this is not a person (a total, a printing date, a note): the line is left aside
people-line-no-name = The name is missing
people-line-no-address = A phone, a Telegram id, or the choice of mail is missing
people-line-to-call = to call only: { $phones }
people-line-not-texted = no number for text messages
people-line-channel = channel "{ $written }" not offered here
people-line-by-voice = prefers the telephone: to call, no text message
people-line-by-post = by post: no text message
people-line-note = the notes say "{ $written }": nothing is kept without your answer
people-line-language = language "{ $written }" not offered here
people-line-coordinator = a list gives no coordination; on the computer: portevoix people add --role coordinator
people-line-declined = said no to messages: none will leave
people-line-no-day = "{ $words }" does not say which day: their yes will be asked
people-line-days-mixed = "{ $words }": two days are possible, and the column mixes both ways of writing. Write 2026-03-02
people-line-days = "{ $words }" can be two days
people-line-consent = consent "{ $written }": yes or no?
people-line-role = unknown role "{ $written }"
people-line-not-added = not added, as you said: "{ $written }"
people-line-near = "{ $name }" looks like a name already there
people-line-error = an error of calculation in "{ $heading }"
people-line-uncomputed = a formula without a result in "{ $heading }"
people-line-truth = { $written } in "{ $heading }": left empty

people-phone-not-whole = "{ $phone }" is not a whole phone number. Example: 819 555-0101
people-phone-no-area = "{ $phone }" is not a whole phone number: the area code is missing. Example: 819 555-0101
people-phone-shortened = "{ $phone }": the spreadsheet cut the end of this number. Make the column text, then write it again.
people-phone-no-such = "{ $phone }": no such number can exist. To be checked with the person.
people-phone-abroad = { $phone } is outside Canada and the United States. To allow it: ALLOW_INTERNATIONAL=true

people-which-sheet = This workbook has more than one sheet of people. Which one?
people-which-encoding = The accents of this file can be read in two ways. Which one is right?
people-which-days = "{ $words }": which day is it? The answer will hold for the whole column.
people-which-day = { DATE($day, form: "year") }
people-which-consent = Column of consents: "{ $written }", with a date. What does it mean? Without an answer, these lines are not kept.
people-which-consent-yes = a yes
people-which-consent-no = a no: do not write to them
people-which-consent-ask = not known: ask them
people-which-note = In the notes: "{ $written }". It is written of { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } others
    }. What to do?
people-which-note-skip = do not add them
people-which-note-call = keep them, to call only
people-which-note-keep = keep them like the others
people-which-roles = What is the role of these people: { $written }? The answer will hold for the whole column.
people-which-roles-member = member
people-which-roles-expert = lived experience
people-which-roles-leave = no role in particular
people-which-roles-skip = do not add them
people-which-roundtable = "{ $name }" looks like the roundtable "{ $near }". Is it the same?
people-which-territory = "{ $name }" looks like the territory "{ $near }". Is it the same?
people-which-new-roundtable = a new roundtable: { $name }
people-which-new-territory = a new territory: { $name }

# An import taken back.
people-list-keep = yes, keep { $title } ({ $count ->
        [one] { $count } line
       *[other] { $count } lines
    })
people-imported-list = "{ $title }"
people-imported-undo-all = To undo this whole import, within 30 days (you see first what would go): /undo-import { $number }
people-import-title = "{ $title }", { DATE($when, form: "year") }, by { $who }
people-no-such-import = There is no import no. { $number }. The latest: /undo-import
people-no-import = No import of the last 30 days can be undone.
people-import-already-undone = Import no. { $number } is already undone, since { $when }.
people-import-too-late = Import no. { $number } is more than 30 days old: it can no longer be undone. Each card is corrected with /person
people-undo-about = Undo the import { $list }
people-undone = It is undone.
people-undo-counts = { $gone ->
        [0] Nobody is taken away
        [one] { $gone } person added is taken away
       *[other] { $gone } people added are taken away
    }; { $back ->
        [0] no card is put back
        [one] { $back } completed card is as it was
       *[other] { $back } completed cards are as they were
    }; { $kept ->
        [0] nobody added stays
        [one] { $kept } person added stays
       *[other] { $kept } people added stay
    }.
people-undo-gone = Taken away: { $names }{ $more ->
        [0] {""}
        [one] {" "}and { $more } other
       *[other] {" "}and { $more } others
    }
people-undo-back = As before: { $names }{ $more ->
        [0] {""}
        [one] {" "}and { $more } other
       *[other] {" "}and { $more } others
    }
people-undo-kept = Staying: { $names }{ $more ->
        [0] {""}
        [one] {" "}and { $more } other
       *[other] {" "}and { $more } others
    }
people-undo-one = { $name } ({ $number }, { $why })
people-undo-answered = answered or wrote since
people-undo-changed = their card changed since
people-undo-used = was of use since: a meeting, a card, another list
people-undo-left = { $name } ({ $number }): changed since, left as it is: { $what }
people-undo-sent = A message has already left for them, which cannot be taken back: { $names }{ $more ->
        [0] {""}
        [one] {" "}and { $more } other
       *[other] {" "}and { $more } others
    }
people-line-organisation = it is an organisation, without the name of a person: line left out
people-line-post-alone = a postal address only
people-which-post = These people have neither a phone nor an e-mail in this list, but a postal address. Keep them for the post?
people-which-post-post = yes, by post
people-which-post-skip = no, do not add them
people-column-name-phone = the name and the phone
people-column-extension = the extension
people-column-standing = the status: what to do of those who left is asked
people-plan-cards = Contact cards: { $count }
