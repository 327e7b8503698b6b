# What people read about meetings. The key fact stands in the first 70 characters.
meetings-option-coming = yes, I am coming
    .sms = coming
meetings-option-absent = no, I cannot
    .sms = no
meetings-option-maybe = maybe

meetings-reminder = Meeting { $roundtable }, { $date }, from { $start } to { $end }, { $place }.

    We will talk about:
    { $summary }

    Are you coming?
    .sms = Meeting { $date } { $start } to { $end }, { $place } ({ $roundtable }). { ENDED($summary) } Are you coming?
    .segments = 2
meetings-reminder-more = Meeting { $roundtable }, { $date }, from { $start } to { $end }, { $place }.

    We will talk about:
    { $summary }

    Are you coming?
    .sms = Meeting { $date } { $start } to { $end }, { $place } ({ $roundtable }). { ENDED($summary) } The rest: NEXT. Are you coming?
    .segments = 2
meetings-practical = It is soon: { $roundtable }, { $date }, from { $start } to { $end }, { $place }. Something came up? Text ABSENT.
    .sms = Reminder: { $date } { $start } to { $end }, { $place } ({ $roundtable }). Something came up? ABSENT
    .segments = 2
meetings-practical-phone = It is soon: { $roundtable }, { $date }, from { $start } to { $end }, { $place }. By phone: { $dial_in }. Something came up? Text ABSENT.
    .sms = Reminder: { $date } { $start } to { $end }, { $place } ({ $roundtable }). By phone: { $dial_in }. Something came up? ABSENT
    .segments = 2
meetings-moved = A change for { $roundtable }: { $changes }. The meeting is on { $date }, from { $start } to { $end }, { $place }. Are you coming?
    .sms = Change: { $roundtable } is on { $date } { $start } to { $end }, { $place } ({ $changes }). Are you coming?
    .segments = 2
meetings-moved-told = A change for { $roundtable }: { $changes }. The meeting is on { $date }, from { $start } to { $end }, { $place }.
    .sms = Change: { $roundtable } is on { $date } { $start } to { $end }, { $place } ({ $changes }).
    .segments = 2
meetings-changed = A change for { $roundtable }: { $changes }. The meeting is on { $date }, from { $start } to { $end }, { $place }. Your answer stays noted. Something came up? Text ABSENT.
    .sms = Change: { $roundtable }, { $date } { $start } to { $end }, { $place } ({ $changes }). Your answer stays noted. Something came up? ABSENT
    .segments = 2
meetings-has-moved = The meeting { $roundtable } has changed: it is now on { $date }, from { $start } to { $end }, { $place }. Are you coming?
    .sms = { $roundtable } has changed: now on { $date } { $start } to { $end }, { $place }. Are you coming?
    .segments = 2
meetings-change-date = before, it was on { $before }
meetings-change-date-and-hours = before, it was on { $before }, { $start } to { $until }
meetings-change-hours = before, it was from { $before } to { $until }
meetings-change-place = it is no longer here: { $before }
meetings-change-dial-in = the number to phone is new
meetings-cancelled = The meeting { $roundtable } of { $date }, from { $start } to { $end }, is off. Why: { $reason }
    .sms = No meeting: { $roundtable } of { $date } { $start } to { $end } is off. Why: { $reason }
    .segments = 2
meetings-back = The meeting { $roundtable } does take place: it is no longer off. It is on { $date }, from { $start } to { $end }, { $place }. Are you coming?
    .sms = Not off: { $roundtable } does take place, { $date } { $start } to { $end }, { $place }. Are you coming?
    .segments = 2
meetings-back-told = The meeting { $roundtable } does take place: it is no longer off. It is on { $date }, from { $start } to { $end }, { $place }.
    .sms = Not off: { $roundtable } does take place, { $date } { $start } to { $end }, { $place }.
    .segments = 2
meetings-back-holds = The meeting { $roundtable } does take place: it is no longer off. It is on { $date }, from { $start } to { $end }, { $place }. Your answer stands. Cannot come? Write ABSENT.
    .sms = Not off: { $roundtable } does take place, { $date } { $start } to { $end }, { $place }. Your answer stands. Cannot come? ABSENT
    .segments = 2
meetings-summary = { $roundtable }, { $date }, from { $start } to { $end }, { $place }.
    { $summary }
    .segments = 6
meetings-minutes = { $roundtable }, { $date }, in short:
    { $minutes }
    .sms = { $roundtable }, { $date }, in short: { $minutes }
    .segments = 11
meetings-minutes-corrected = A correction to what you read about { $roundtable }, { $date }:
    { $minutes }
    .sms = Correction. { $roundtable }, { $date }: { $minutes }
    .segments = 11
meetings-invitation-mistake = The meeting { $roundtable } of { $date }: we wrote to you by mistake, it is not for you. You have nothing to do. Sorry.
meetings-name = { $roundtable }, { $date }

meetings-noted-coming = Noted, see you on { $date } at { $start } ({ $roundtable }).
    Can't make it any more? Write ABSENT.
    Help to come? Write TRANSPORT, CHILDCARE or MEAL.
    .sms = Noted: you are coming { $date } { $start } ({ $roundtable }).
        Can't any more? ABSENT
        Help to come? TRANSPORT, CHILDCARE or MEAL
meetings-noted-maybe = Noted: maybe, on { $date } at { $start } ({ $roundtable }). A reminder comes the day before. Need help to come? RIDE, CHILDCARE or MEAL.
    .sms = Noted: maybe, { $date } { $start }. A reminder the day before. Need help? RIDE, CHILDCARE or MEAL ({ $roundtable })
meetings-noted-absent = Noted, you are not coming on { $date } ({ $roundtable }). You will get the summary after. Coming after all? Write COMING.
    .sms = Noted: not coming { $date } ({ $roundtable }). You will get the summary after. Coming after all? COMING
meetings-was-cancelled = The meeting { $roundtable } of { $date } is off. Nothing to do.
meetings-is-over = The meeting { $roundtable } of { $date } is over. To say something: COMMENT. For your costs: CLAIM.
meetings-nothing-to-answer = Thank you. There is no meeting coming up for you. Need help? Text AIDE.
meetings-which-coming = Which one are you coming to?
meetings-which-absent = Which one are you not coming to?
meetings-which-maybe = Maybe for which one?
meetings-neither = none
meetings-nothing-changed = All right, nothing is changed.
meetings-need-transport = Noted: a ride for { $roundtable }, { $date }. { $name } will write or call before.
    .sms = Noted: a ride, { $date } ({ $roundtable }). { $name } will write or call before.
meetings-need-childcare = Noted: childcare for { $roundtable }, { $date }. { $name } will write or call before.
    .sms = Noted: childcare, { $date } ({ $roundtable }). { $name } will write or call before.
meetings-need-meal = Noted: a meal for { $roundtable }, { $date }. { $name } will write or call before.
    .sms = Noted: a meal, { $date } ({ $roundtable }). { $name } will write or call before.
meetings-needs = Noted: { $needs }, { $date } ({ $roundtable }). { $name } will write or call before.
meetings-need-over = All right, nothing to arrange: { $needs }, { $date } ({ $roundtable }). If that changes: TRANSPORT, CHILDCARE or MEAL
meetings-need-perhaps = All right. If you need help to come: TRANSPORT, CHILDCARE or MEAL
meetings-need-stands = It is still noted: { $needs }, { $date } ({ $roundtable }). { $name } reads your message and answers you.
meetings-need-name-transport = a ride
meetings-need-name-childcare = childcare
meetings-need-name-meal = a meal
meetings-and-you =
    { $said }
    Do you come on { $date }?

# For coordinators.
meetings-planned = Meeting { $number } is a draft: { $roundtable }, { $date }, { $start }. To announce it: /meeting-announce { $number }
    .segments = 2
meetings-planned-clash = Meeting { $number } is a draft: { $roundtable }, { $date }, { $start }. Careful, same day as another meeting ({ $others }). To announce it: /meeting-announce { $number }
    .segments = 2
meetings-planned-nobody = Meeting { $number } is a draft: { $roundtable }, { $date }, { $start }. Careful, nobody sits at this roundtable. Those with people: { $known }. To announce it: /meeting-announce { $number }
    .segments = 3
meetings-point-written = Meeting { $number }, point { $point } written.
meetings-announced-and-when = { $said } { $first }
meetings-first-reminder = Nobody reads of it before the first reminder: { $when }.
meetings-first-reminder-now = The first reminder leaves at once.
meetings-first-reminder-none = No reminder is planned: it is too late.
meetings-first-no-comments = { $first } Comments will not be open: who carries them (carrier) and the date of the answer (answer) are missing.
meetings-announced = Meeting { $number } announced ({ $date }). People invited: { $people } ({ $reached } will be written to). Reminders planned: { $reminders }.
meetings-announced-no-comments = Meeting { $number } announced ({ $date }). People invited: { $people } ({ $reached } will be written to). Reminders planned: { $reminders }. Comments are not open: who carries them and the date of the answer are missing.
    .segments = 2
meetings-not-draft = Meeting { $number } is already announced, or no longer takes place. To see: /meetings
meetings-past = { $date } at { $start } has passed. Give a date to come. Example: Tuesday December 8 13:30 to 15:30
meetings-answer-before = The answer is promised for { $date }, before the meeting of { $meeting }. For which date, after the meeting? Example: answer: December 15
meetings-answer-changed = Meeting no. { $number }: the promised answer and who carries the comments are noted. Nobody is told.
meetings-no-roundtable = The name of the roundtable is missing. Example: /meeting COCO
meetings-unreadable-line = I do not understand this line: "{ $line }". Examples: place: CLSC room, or: 1. The camp | We choose the hour of the camp. | The bus can take you there.
    .segments = 3
meetings-unreadable-date = I do not understand this date: "{ $words }". Example: date: Tuesday December 8 13:30 to 15:30
    .segments = 2
meetings-no-hours = The start and end hours are missing. Example: date: Tuesday December 8 13:30 to 15:30
meetings-ends-before = The meeting ends ({ $end }) before it begins ({ $start }). Example: 13:30 to 15:30
meetings-bad-file = The file cannot be read (line { $line }). The guide has an example: rencontre.yaml
meetings-long-file = The file is too long: { NUMBER($longest) } letters at most. The guide has an example: rencontre.yaml
meetings-no-file = I cannot read the file { $file }. Example: portevoix meeting add --file docs/examples/rencontre.yaml
meetings-unknown-key = The file holds "{ $key }", which I do not know. Known words: { $known }
    .segments = 3
meetings-no-agenda = Meeting { $number } has no agenda point. Example: /point { $number }.1 The camp | We choose the hour of the camp. | The bus can take you there.
    .segments = 2
meetings-point-gap = Meeting { $number } has { $points ->
    [one] 1 point
   *[other] { $points } points
  }. The next one is { $next }. Example: /point { $number }.{ $next } The camp | We choose the hour of the camp. | The bus can take you there.
    .segments = 2
meetings-lacks-plain = Meeting { $number }, point { $point }: the plain sentence is missing. Example: /point { $number }.{ $point } The camp | We choose the hour of the camp. | The bus can take you there.
    .segments = 2
meetings-lacks-changes = Meeting { $number }, point { $point }: "what it changes for you" is missing. Example: /point { $number }.{ $point } The camp | We choose the hour of the camp. | The bus can take you there.
    .segments = 2
meetings-over = Meeting { $number } is over or off: it can no longer be changed.
meetings-same = Nothing changes for meeting { $number }. Example: /move { $number } Wednesday December 9 13:30 to 15:30
meetings-move-done = Meeting { $number } moved to { $date }, { $start }. People told: { $people }.
meetings-no-reason = Say why. Example: /cancel-meeting { $number } snowstorm
meetings-cancel-done = Meeting { $number } is off. People told: { $people }. A mistake? /restore-meeting { $number }
meetings-not-yet = Meeting { $number } has not taken place yet.
meetings-presence-noted = Meeting { $number }: presence noted for { $people ->
        [one] { $people } person
       *[other] { $people } people
    }: { $who }.
meetings-settled = Meeting no. { $number }. To know before this presence is changed:
    { LINES($lines) }
    .segments = 20
meetings-settled-paid = claim no. { $number } of { $name }, { $total }, is paid: it stays so
meetings-settled-frozen = the report of { $year } is frozen: its figures do not change. To correct them afterwards: /report-correct { $year } and the reason
meetings-presence-warned = { $said }
    { $warning }
meetings-presence-who = { $name } ({ $presence })
meetings-none-after-cancel = Meeting { $number } is off ({ $reason }): there is no presence to note and no summary to send.
meetings-presence-list = Meeting { $number }. Who was there?
    { $lines }
    Example: /presence { $number } 3, 5 phone, 7 absent
    .segments = 6
meetings-presence-line = { $number } { $name }: { $presence }
meetings-presence-line-by = { $number } { $name }: { $presence } (noted by { $by })
meetings-presence-unknown = not noted
meetings-presence-in-person = on site
meetings-presence-phone = by phone
meetings-presence-video = by video
meetings-presence-comment = by their words
meetings-presence-none = not there
meetings-nobody-invited = Nobody sits at this table.
meetings-presence-corrected = Meeting { $number }: presence noted for { $people ->
        [one] { $people } person
       *[other] { $people } people
    }: { $who }. Corrected: { $names }.
meetings-no-minutes = The text is missing. Example: /minutes { $number } The camp will open at 8:30. We talk about it again in March.
meetings-minutes-too-long = The summary has { $length } characters. The most is { $longest }.
meetings-minutes-not-sent = The minutes of meeting { $number } were not sent yet. To send them: /minutes { $number } then the text
meetings-minutes-same = The summary of meeting { $number } was already sent, with this text: nothing leaves again.
meetings-minutes-correction-sent = Correction of the minutes of meeting { $number } sent to { $people ->
        [one] { $people } person
       *[other] { $people } people
    }.
journal-meetings-minutes_corrected = minutes corrected, { $people ->
        [one] { $people } person told
       *[other] { $people } people told
    }
meetings-minutes-already = The summary of meeting { $number } was already sent. To correct it: /minutes { $number } and the right text
meetings-minutes-sent = Summary of meeting { $number } sent to { $people ->
        [one] { $people } person
       *[other] { $people } people
    }.
meetings-no-such = There is no meeting { $number }. To see the list: /meetings
meetings-none-here = No meeting to come in your territory ({ $territory }), nor in the last two months.{ $past ->
        [0] {""}
       *[other] {" "}Older ones: /meetings past.
    }{ $others ->
        [0] {""}
        [one] {" "}There is one of another territory: you do not see it.
       *[other] {" "}There are { $others } of other territories: you do not see them.
    } To make one: /meeting
    .segments = 3
meetings-none = No meeting for now. To create one: /meeting
meetings-line = { $number } · { $roundtable }, { $date }, { $start } · { $state } · yes { $coming }, no { $absent }
meetings-list = Meetings:
    { LINES($lines) }
    .segments = 8
meetings-state-draft = draft
meetings-state-announced = announced
meetings-state-held = held
meetings-state-closed = closed
meetings-state-cancelled = off
meetings-who-came = { $roundtable } just ended (meeting { $number }). Who was there? Write /presence { $number }. Then the plain summary: /minutes { $number }
    .segments = 2
meetings-ask-roundtable = Which roundtable?
meetings-ask-when = What day, from what hour to what hour? Example: Tuesday December 8 13:30 to 15:30
meetings-unclear-when = I did not understand. Example: Tuesday December 8 13:30 to 15:30
meetings-unclear-day = I did not understand the date. Example: December 15
meetings-ask-place = Where?
meetings-ask-dial-in = What number to take part by phone?
meetings-none-of-it = none
meetings-ask-point = Point { $number } of the meeting: what title?
meetings-no-more-points = that is all
meetings-ask-plain = Point { $number }: one plain sentence, as to a neighbour. Example: We choose the hour of the camp.
meetings-ask-changes = Point { $number }: what it changes for people. Example: The bus can take you there.
meetings-ask-carrier = Who will read to the table the comments of those who are absent?
meetings-ask-answer-by = By what date will they have an answer? Example: December 15
command-rencontre = create a meeting
command-rencontres = see the meetings
command-rencontre-annoncer = announce a meeting
command-deplacer = change the day, the hour or the place
command-annuler-rencontre = call off a meeting
command-point = write a point of the agenda
command-presence = note who was there
command-compte-rendu = send the summary to those who were absent
example-rencontre = /meeting COCO
    date: Tuesday December 8 13:30 to 15:30
    place: CLSC room, Grande-Anse
    phone: 819 555-0100
    1. The camp | We choose the hour of the camp. | The bus can take you there.
    carrier: Denis
    answer: December 15
    .segments = 3
example-rencontres = /meetings
example-rencontre-annoncer = /meeting-announce 12
example-deplacer = /move 12 Wednesday December 9 13:30 to 15:30
example-annuler-rencontre = /cancel-meeting 12 snowstorm
example-point = /point 12.1 The camp | We choose the hour of the camp. | The bus can take you there.
    To take it off a draft: /point 12.1 delete
example-presence = /presence 12 3, 5 phone, 7 absent
    To take back what is noted: /presence 12 3 not noted
    Someone who was not invited: /presence 12 + Lise Roy phone
example-compte-rendu = /minutes 12 The camp will open at 8:30. We talk about it again in March.
    To correct a summary that was sent: the same command, with the right text

# The journal.
journal-meetings-planned = meeting planned
journal-meetings-point_written = point { $point } written
journal-meetings-announced = meeting announced to { $people ->
        [one] { $people } person
       *[other] { $people } people
    }, { $reminders ->
        [one] { $reminders } reminder planned
       *[other] { $reminders } reminders planned
    }
journal-meetings-moved = meeting moved, { $people ->
        [one] { $people } person told
       *[other] { $people } people told
    }
journal-meetings-cancelled = meeting called off, { $people ->
        [one] { $people } person told
       *[other] { $people } people told
    }
journal-meetings-presence_noted = presence: { $after } (before: { $before })
journal-value-after-unknown = not noted
journal-value-after-in_person = on site
journal-value-after-phone = by phone
journal-value-after-video = by video
journal-value-after-comment = by their words
journal-value-after-none = not there
journal-value-before-unknown = not noted
journal-value-before-in_person = on site
journal-value-before-phone = by phone
journal-value-before-video = by video
journal-value-before-comment = by their words
journal-value-before-none = not there
journal-meetings-presence = presence noted for { $people ->
        [one] { $people } person
       *[other] { $people } people
    }
journal-meetings-minutes_sent = plain summary sent to { $people ->
        [one] { $people } person
       *[other] { $people } people
    }
journal-meetings-reminded = reminder { $days ->
        [one] { $days } day before
       *[other] { $days } days before
    }, { $people ->
        [one] { $people } person
       *[other] { $people } people
    }
journal-meetings-reminder_missed = reminder { $days ->
        [one] { $days } day before
       *[other] { $days } days before
    }: missed, the meeting had begun
journal-meetings-held = meeting held
journal-meetings-answered = answer to the meeting: { $answer }
meetings-days = Did we get it right? { LINES($days) }
    .sms = Did we get it right?
    { LINES($days) }
    .segments = 2
meetings-day-absent = { $date } ({ $roundtable }): absent
meetings-day-coming = { $date } ({ $roundtable }): you come
meetings-days-kept = Noted.
    { LINES($days) }
    .segments = 2
meetings-days-not = This is not clear to us. { $name } will read your message. Nothing is changed until then. Phone: { $phone }
meetings-noted-coming-after-all = Changed: you are coming on { $date } at { $start } ({ $roundtable }). Can't any more? ABSENT
meetings-noted-late = Noted: you are coming on { $date }, a little after { $start } ({ $roundtable }). Can't any more? ABSENT
meetings-noted-early = Noted: you are coming on { $date } at { $start } and leaving early ({ $roundtable }). Can't any more? ABSENT
meetings-where-when = { $roundtable }: { $date }, { $start } to { $end }, { $place }. Anything else? Q and your question
meetings-where-when-phone = { $roundtable }: { $date }, { $start } to { $end }, { $place }. By phone: { $dial_in }. Anything else? Q and your question
    .segments = 2
meetings-who-reads = { $carrier } reads the words to the table. To talk to { $name }: { $phone }
meetings-no-duty = No, nothing obliges you. You come if you want. You speak if you want.
meetings-words-go = { $carrier } reads your words to the table. The table answers. We write you its answer.
meetings-said-there = After the meeting, { $name } writes you what was decided.
meetings-meal-served = Yes, a meal is served ({ $roundtable }, { $date }).
meetings-access = { $roundtable }, { $date }: { $access }.
meetings-by-phone = { $roundtable }, { $date }. By phone: { $dial_in }
meetings-own-answer = Meeting { $name }, { DATE($date, form: "bare") } { $start }: { $answer ->
        [coming] you are coming
        [absent] you are not coming
        [maybe] maybe
       *[none] not answered yet
    }

# Somebody else does not come.
meetings-other-absent = Passed on to { $name }: somebody else is not coming.
meetings-other-absent-and-you = Passed on to { $name }: somebody else is not coming. And you, are you coming?
meetings-other-absent-not-you = Passed on to { $name }: somebody else is not coming. Nothing changes for you: { $mine }.
meetings-not-cancelled = Meeting { $number } is not off. To see it: /meeting { $number }
meetings-restored-done = Meeting { $number } of { $date } is back. People told: { $people }.
command-remettre-rencontre = bring back a meeting called off by mistake
example-remettre-rencontre = /restore-meeting 12
journal-meetings-restored = meeting brought back, { $people ->
        [one] { $people } person told
       *[other] { $people } people told
    }
