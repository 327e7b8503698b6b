# The monthly digest: what people read.
digest-sms = News of { $month }. To read one, reply with its number:
    .segments = 3
digest-telegram = News of { $month }

    { LINES($items) }
    .segments = 20
digest-item-alone = { $words }
    .segments = 7
digest-item = { $title }
    { $body }
    .segments = 7
digest-ask-item = What news do you want to suggest? One sentence is enough.
digest-proposed = Thank you, your news is noted (no. { $number }). Coordinators choose what leaves on { $date }.
digest-empty = The text is missing. Example: propose The village fridge is open on Saturdays.
digest-title-too-long = The title has { $length } letters, the most is { $longest }. Example: The fridge is open | Come on Saturdays.
digest-too-long = The text has { $length } letters, the most is { $longest }. Can you make it shorter?

# For coordinators, on Telegram.
digest-list = Digest, leaving { $when }:
    { LINES($lines) }
    Edit: /item 3 title | text. Order: /order 3 1 2. Preview and send: /send-digest
    .segments = 10
digest-line-aside = { $number }. { $title } (set aside)
digest-line-later = { $number }. { $title } (next month)
digest-most-items = A newsletter holds { $most } items: { $left ->
        [one] one will wait
       *[other] { $left } will wait
    } until next month. To change the order: /order
digest-item-shown = Item { $number } · { $state } · proposed by { $author }, { $date }
    { LINES($parts) }
    .segments = 4
digest-item-proposed = proposed
digest-item-chosen = chosen
digest-item-set-aside = set aside
digest-not-this-month = Item { $number } is not in this newsletter. Numbers: { $known }
digest-second-asked = { $name } asks for your agreement on the newsletter (sending { $number }, { $when }). People: { $people }. To see it: /digest. To agree: /approve { $number }
    .segments = 2
digest-approved-left = Newsletter approved (sending { $number }): { $people ->
        [one] { $people } person
       *[other] { $people } people
    }, { $when }. These items wait until next month:
    { LINES($left) }
    .segments = 4
digest-line = { $number }. { $title }
digest-no-items = No news yet (leaving { $when }). To suggest some: /propose The fridge is open | Come on Saturdays.
    .segments = 2
digest-bad-language = Nobody is written to in this language: { $language }. Languages: { $known }. Example: /item 3 fr Le frigo est ouvert | Venez le samedi.
digest-edited = News { $number } edited.
digest-set-aside = News { $number } set aside. To put it back: /item { $number } put back
digest-taken-back = News { $number } is back in the list.
digest-ordered = The order is changed. To see it: /digest
digest-bad-day = Which day of the month? From 1 to 31 (31 = the last day). Example: /digest day 28 10:00
digest-day-past = { $date } has passed. Choose a day to come. Example: /digest day 31 10:00
digest-other-month = The digest under way leaves between { DATE($first, form: "year") } and { DATE($last, form: "year") }. Example: /digest day 28 10:00
digest-day-chosen = The digest will leave { $when }.
digest-nothing-to-send = There is no news to send. To suggest some: /propose The fridge is open | Come on Saturdays.
digest-too-many-segments = The text message version takes { $segments ->
        [one] { $segments } segment
       *[other] { $segments } segments
    }, the most is { $most }. Shorten some titles. Example: /item 3 Fridge open | Come on Saturdays.
    .segments = 2
digest-retype = The digest will leave by itself on its day. To approve, write the number of people: { $people }
digest-not-approved = All right, the digest is not approved.
digest-approved = Digest approved (sending { $number }): { $people ->
        [one] { $people } person
       *[other] { $people } people
    }, { $when }. To take it back before: /digest back
digest-waits-second = The digest (sending { $number }, { $people ->
        [one] { $people } person
       *[other] { $people } people
    }, { $when }) waits for a second coordinator: /approve { $number }
    .segments = 2
digest-changed = The digest has changed since the preview. Look at it again: /send-digest
digest-nothing-approved = No approved digest is waiting to leave.
digest-back = The digest of { $month } is yours to edit again: /digest
digest-no-such-item = There is no item { $number }. To see the list: /digest
digest-already-approved = News { $number } is in a digest already approved. To take it back: /digest back
digest-which = I do not understand "{ $words }". To see the news: /digest. To leave one out: /item 4 remove
    .segments = 2
digest-nudge = The digest should leave { $when } and is not approved yet. Preview and send: /send-digest
digest-did-not-leave = The digest did not leave: it was not approved in time. News waiting for the next one, { $when }: { $items }. To see them: /digest
    .segments = 2

command-proposer = suggest some news
command-infolettre = see the month's digest
command-item = edit an item
command-ordre = change the order of the news
command-envoyer-infolettre = see the preview and approve
example-proposer = /propose The fridge is open | Come on Saturdays, 9 to noon.
example-infolettre = /digest day 28 10:00
example-item = /item 3 The fridge is open | Come on Saturdays, 9 to noon.
    In another language: /item 3 fr Le frigo est ouvert | Venez le samedi, de 9 h à midi.
example-ordre = /order 3 1 2
example-envoyer-infolettre = /send-digest

journal-digest-proposed = news { $number } suggested
journal-digest-edited = news { $number } edited
journal-digest-set_aside = news { $number } set aside
journal-digest-taken_back = news { $number } put back
journal-digest-ordered = order of the news changed
journal-digest-day_chosen = day of the digest changed
journal-digest-approved = digest approved: { $people ->
        [one] { $people } person
       *[other] { $people } people
    }, { $segments ->
        [one] { $segments } segment
       *[other] { $segments } segments
    }
journal-digest-taken_back_whole = digest taken back before it left
digest-previewed = Preview for { $people ->
        [one] { $people } person
       *[other] { $people } people
    }. Nothing is approved. To approve: portevoix digest approve
digest-bad-hour = I do not understand this hour. Example: 10:00
