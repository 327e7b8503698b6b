### Not for basic phones

# What coordinators read about calls, on Telegram and in the shell.
command-appels = whom to call, and what nobody understood
command-repondre = write to someone on the list
command-vu = say that you take it
example-appels = /calls
    After a call: /calls 12 P (P spoke, M message left, R call back, N wrong number, F closed)
example-repondre = /reply 12 Hello Rose, the meeting is at 6:30 pm.
example-vu = /seen 12

calls-unknown-desk = We did not understand. All that you can write: /help
calls-none = Nothing to look at. Nobody waits for a call.
calls-list = { $count } to look at:
    { LINES($lines) }
calls-more = { $count } more. Once these are done: /calls
calls-card = { $number }. { $name }, { $phone }, { $when }
    { LINES($what) }
calls-understood = Read as: { $meanings }
calls-understood-first = The first message is read as: { $meanings }
calls-understood-last = The last message is read as: { $meanings }
calls-words = "{ $words }"
calls-files = { $count ->
        [one] a photo or a voice note
       *[other] { $count } photos or voice notes
    }: /calls { $number }
calls-files-held = { $count ->
        [one] a photo or a voice note, not fetched yet
       *[other] { $count } photos or voice notes, not fetched yet
    }: /photos { $number }
calls-files-coming = { $count ->
        [one] The photo or voice note is coming.
       *[other] { $count } photos or voice notes are coming.
    } In a moment: /calls { $number }
calls-no-file-held = Card { $number } has no photo to fetch. To see it: /calls { $number }
calls-option-fetch = see the photo
command-photos = see what somebody unknown sent
example-photos = /photos 12
journal-calls-fetched = asked for the photos or voice notes of somebody unknown
calls-file = With no. { $number }, { $name }
calls-emergency-told = the emergency contact was texted on { $when }
calls-outcome-p = spoke
calls-outcome-m = message left
calls-outcome-r = call back
calls-outcome-n = wrong number
calls-outcome-f = closed
calls-outcome-e = answered in writing
calls-settled-closed = No. { $number }, { $name }: { $outcome }. It is closed. A mistake? /calls { $number } reopen
calls-closed-as = No. { $number } ({ $name }) is closed: { $outcome }, on { $date }. To reopen it: /calls { $number } reopen
calls-not-closed = No. { $number } is not closed. To see it: /calls { $number }
calls-reopened = No. { $number }, { $name }: on the list again.
calls-settled = No. { $number }, { $name }: { $outcome }.
calls-taken = You take care of { $name }: { $phone }. After: /calls { $number } P
calls-taken-already = { $who } takes care of { $name } already.
calls-answered = Answer sent to { $name } (no. { $number }).
calls-no-such-task = There is no no. { $number } on the list. To see it: /calls
calls-which-outcome = One letter: P spoke, M message left, R call back, N wrong number, F closed. Example: /calls { $number } P
calls-closed-already = No. { $number } is closed already.
calls-answer-what = The answer is missing. Example: /reply { $number } Hello Rose, it is at 6:30 pm.
calls-answer-too-long = { $length } letters: { $longest } at most. Better call.
calls-cannot-write = No. { $number } cannot be written to. Better call, then: /calls { $number } P

calls-kind-call = asked for a call
calls-kind-distress = distress
calls-kind-question = question
calls-kind-unknown-number = unknown number
calls-kind-unknown-word = message not understood
calls-kind-unclear-answer = unclear answer
calls-kind-maybe-stop = may want to stop
calls-kind-stopped-wrote = wrote after a stop
calls-kind-voice = voice message
calls-kind-media = photo or file
calls-kind-sticker = sticker
calls-kind-reassigned = number to check
calls-kind-start-needed = wants messages again: must text START
calls-kind-new-person = joined the list: to be welcomed
calls-kind-never-reached = never reached
calls-kind-failed-twice = two messages in a row did not arrive
calls-kind-postal-address = postal address to take
calls-kind-need-transport = transport asked
calls-kind-need-childcare = childcare asked
calls-kind-need-meal = meal asked
calls-kind-jargon = an unclear word got through
calls-kind-need-hour = another hour would help
calls-kind-proxy-claim = expenses for another person
calls-kind-claim-unclear = expenses to clear up
calls-kind-claim-late = money that is late
calls-kind-claim-not-received = money paid, not arrived yet
calls-kind-comment-third-person = a comment names another person
calls-kind-comment-leaving = thinks of leaving: call within two days
calls-kind-delivery-unknown = messages left, nobody knows whether they arrived
calls-kind-merge-asked = two cards may be one person: check by voice, then /merge
calls-kind-not-me = says that an address or a merge is not their doing: call
calls-kind-other = to look at

journal-calls-asked = asked for a call
journal-calls-question = asked a question
journal-calls-distress = wrote their distress: coordinators alerted
journal-calls-emergency = no coordinator answered in time: the emergency contact was texted
journal-calls-outcome = call: { $outcome }
journal-calls-taken = takes it
journal-calls-answered = answered in writing

calls-number-right = Corrected: { $phone } is the number of { $name }. No. { $number } is on the list again.
command-bon-numero = correct: the number was right
example-bon-numero = /right-number 12
journal-calls-reopened = card reopened
journal-calls-right_number = number said to be wrong by mistake, corrected

calls-wait-distress = Distress: { $name }
calls-wait-others = { $count ->
        [one] Look at { $count } call card
       *[other] Look at { $count } call cards
    }
calls-wait-since = since { $when }
calls-wait-taken = since { $when }; { $who } is taking care of it

calls-option-misread = misread
calls-meant-which = No. { $number }: what did these words mean? The person will be told.
calls-meant-coming = comes
calls-meant-absent = does not come
calls-meant-comment = a word for the table
calls-meant-ride = needs a ride
calls-meant-nothing = nothing to do
calls-meant-done = { $name }: { $meaning }. We write to them:
    “{ $said }”
calls-meant-no-meeting = No meeting to come for { $name }. Please call instead.
calls-meant-cannot-write = We cannot write where these words came from. Please call instead.
calls-meant-no-words = On card no. { $number } there are no words of someone we know.
calls-meant-no-message = No message of { $name } in a month says whether they come.
command-veut-dire = correct what was understood
example-veut-dire = /means 12 does not come
    or: comes, word, ride, nothing. For the last message of a person: /means person 7 comes
journal-calls-corrected = what was understood is corrected: { $meant }
journal-calls-uncorrected = does not agree with what was corrected: it is undone
