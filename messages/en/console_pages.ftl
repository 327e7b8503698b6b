### Not for basic phones: the pages of the web console, one by one.
console-undo = Undo or correct
console-back = Back
console-back-meeting = The meeting
console-save = Save
console-continue = Continue
console-search = Search
console-print = Print
console-print-table = Print for the table
console-printed-on = Printed { DATE($date, form: "year") }
console-refresh = Refresh
console-pager = Rest of the list
console-before = Previous
console-after = Next
console-and-more = and { $count } more
console-total = Total
console-not-said = not said
console-choose-some = Tick at least one line.
console-choose-one = Choose an answer.
console-not-a-number = Write a number, in digits. Example: 12
console-not-an-amount = Write an amount. Example: 55.50
console-not-a-day = Choose a day. Example: 2026-12-08
console-not-an-hour = Choose an hour. Example: 13:30
console-letters-left = Letters left:
console-act-on = { $act } ({ $numbers })

console-col-meeting = Meeting
console-col-when = When
console-col-place = Place
console-col-state = State
console-col-answers = Answers
console-col-name = Name
console-col-claim = Claim
console-col-day = Day
console-col-amount = Amount
console-col-look = To look at
console-col-waits = Waiting for
console-col-what = What
console-col-table-price = Table's price
console-col-payment = Payment
console-col-reach = How to reach
console-col-tables = Tables
console-col-territory = Territory
console-col-broadcast = Broadcast
console-col-kind = Kind
console-col-to = To
console-col-people = People
console-col-why = Why
console-choose = Tick

console-phone-telegram = Telegram, { $language }, { $people ->
        [one] { $people } person
       *[other] { $people } people
    }
console-phone-sms = Basic phone, { $language }, { $people ->
        [one] { $people } person
       *[other] { $people } people
    }
console-phone-email = E-mail, { $language }, { $people ->
        [one] { $people } person
       *[other] { $people } people
    }
console-phone-segments = { $letters ->
        [one] { $letters } letter
       *[other] { $letters } letters
    }, { $segments ->
        [one] { $segments } text message counted
       *[other] { $segments } text messages counted
    } each
console-check-people = { $people ->
        [one] { $people } person: Telegram { $telegram }, text messages { $sms }{ $emails ->
            [0] {""}
           *[other] , e-mails { $emails }
        }
       *[other] { $people } people: Telegram { $telegram }, text messages { $sms }{ $emails ->
            [0] {""}
           *[other] , e-mails { $emails }
        }
    }
console-check-cost = { $segments ->
        [one] { $segments } text message counted, about { $cost }
       *[other] { $segments } text messages counted, about { $cost }
    }
console-check-missed = { $count ->
        [one] { $count } person will receive nothing: see why
       *[other] { $count } people will receive nothing: see why
    }
console-check-advice = Words to read again:
console-check-retype = To confirm, write the number of people
console-check-send = { $people ->
        [0] Confirm
        [one] Send { $people } message
       *[other] Send { $people } messages
    }
console-check-again = Correct

console-to-do = To do
console-see-and-call = See and call
console-harm-1 = Late
console-harm-2 = To do
console-harm-3 = Soon
console-later = Later
console-nothing-waits = Nothing waits for you.
console-next-meetings = Next meetings
console-no-meeting = No meeting.
console-not-asked = Who cannot be written to
console-taken-back = Invitation taken back: { $names }
console-meeting-line = { $roundtable }, { $date }, { $start }
console-answers = { $coming ->
        [one] { $coming } is coming
       *[other] { $coming } are coming
    }, { $absent } cannot, maybe: { $maybe }
console-sent-lately = Sent since yesterday
console-sent-counts = Received: { $sent }. Failed: { $failed }. Uncertain: { $unknown }.
console-see-broadcasts = See the broadcasts
console-see-broadcast = See the broadcast

console-meetings-past = Past meetings
console-meetings-coming = Meetings to come
console-meeting-life = Steps of the meeting
console-meeting-cancelled = This meeting is cancelled. Why: { $reason }
console-meeting-hours = { DATE($date, form: "year") }, from { $start } to { $end }
console-agenda = The agenda
console-agenda-hint = Each point has a title, a plain sentence, and what it changes. What lacks can be added later.
console-no-agenda = No point yet. The meeting wants one before it is announced.
console-add-point = Add a point
console-correct = Correct
console-lacks = to complete
console-point-title = Point { $number }
console-point-save = Save the point
console-reminders = Reminders
console-reminder-planned = { $days ->
        [0] The same day: leaves { $when }
        [one] { $days } day before: leaves { $when }
       *[other] { $days } days before: leaves { $when }
    }
console-reminder-sent = { $days ->
        [0] The same day: left { $when }
        [one] { $days } day before: left { $when }
       *[other] { $days } days before: left { $when }
    }
console-reminder-missed = { $days ->
        [0] The same day: missed ({ $when })
        [one] { $days } day before: missed ({ $when })
       *[other] { $days } days before: missed ({ $when })
    }
console-reminder-cancelled = { $days ->
        [0] The same day: cancelled
        [one] { $days } day before: cancelled ({ $when })
       *[other] { $days } days before: cancelled ({ $when })
    }
console-answers-title = Answers
console-coming = Coming
console-absent = Cannot come
console-maybe = Maybe
console-unanswered = The others have not answered yet
console-needs = Needs
console-need-done = settled
console-need-open = to settle
console-need-settle = It is settled
console-need-not-settled = Not settled after all
console-need-transport = a ride
console-need-childcare = childcare
console-need-meal = a meal
console-comments-counts = To take: { $take }. To read: { $read }. To answer: { $answer }. Answered: { $done }.
console-open-reading = Read the comments
console-no-comment = No comment for this meeting.
console-presence = Who was there
console-presence-none = Presence is not noted yet.
console-presence-title = Presence, { $meeting }
console-presence-lead = You may save a part, and come back.
console-presence-guest = Someone of your lists who was not invited
console-presence-guest-hint = Their name or number, and how. Example: Lise Roy by phone
console-presence-nothing = Nothing was changed: choose a presence, then save.
console-noted-by = Noted by
console-minutes = Minutes
console-no-minutes = The minutes are not sent yet.
console-minutes-sent = Sent { $when }
console-plan-title = Plan a meeting
console-plan-save = Save the draft
console-plan-next = Nothing leaves now. You will see the messages before the meeting is announced.
console-move-title = Move: { $meeting }
console-move-save = See what people will receive

console-comments-waiting = To take: { $take }. To read: { $read }. To answer: { $answer }.
console-no-comments-wait = No comment is waiting.
console-reading-title = To read at the table: { $meeting }
console-carried-by = Carried by { $name }.
console-said-by = No. { $number }, { $name }
console-said-nameless = No. { $number }, without a name
console-names-someone = names someone: read it first
console-window-open = Comments may be written until { $date }.
console-window-closed = Comments cannot be written at this time.

console-claim-title = no. { $number }, { $name }
console-own-claim = yours
console-claims-decide = To decide ({ $count })
console-claims-returned = Question asked ({ $count })
console-claims-pay = To pay ({ $count })
console-claims-confirm = Paid, not confirmed by the person yet ({ $count })
console-no-claim = No claim to decide.
console-nothing-to-pay = No claim to pay.
console-approve-ticked = Approve the ticked claims
console-tick-all = Tick all
console-days = { $count ->
        [0] today
        [one] { $count } day
       *[other] { $count } days
    }
console-apart = Allowance: { $compensation }. Expenses paid back: { $expenses }.
console-and-left-out = (and { $people } with nothing)
console-left-out = Nothing was written to them ({ $people })
console-look-beyond = beyond the table
console-look-second = another claim that day
console-look-same-receipt = same receipt elsewhere
console-look-absent = noted as not there
console-look-cancelled = meeting cancelled
console-look-before = asked before the meeting
console-look-longer = longer than the meeting
console-look-afar = travel or meal, from afar
console-look-not-noted = presence not noted
console-look-long-cancelled = This meeting was cancelled.
console-look-long-before = The claim came before the meeting.
console-look-long-longer = The participation asked for is longer than the meeting.
console-look-long-afar = Travel or a meal is asked for, for a part taken from afar.
console-look-long-not-noted = Nobody noted who was there at meeting { $meeting }.
console-look-long-beyond = A line goes beyond the table of rates. When you approve, you may pay the table only.
console-look-long-second = Another claim was made for the same day: no. { $others }.
console-look-long-same-receipt = The same photo of a receipt is in claim no. { $others }.
console-look-long-absent = Presence is noted as "not there" for this meeting.
console-claim-lines = Lines of the claim
console-compensation = Allowance
console-expenses = Expenses paid back
console-receipts = Receipts
console-question-asked = Question asked
console-decided-by = { $name }, { $when }
console-payments-title = Payments
console-payment-title = Payment { $number }, { DATE($date, form: "year") }
console-payment-cancelled = cancelled
console-no-payment = No payment yet.
console-signature = Signature
console-rates-title = Table of rates
console-pay-title = Pay claims
console-wishes = would rather: { $mode }
console-paid-by = Would rather be paid by
console-paid-last-time = the last time: { $mode }
console-pay-which = Which claims?
console-pay-check-title = Check before paying
console-pay-how = { $mode }, on { DATE($date, form: "year") }
console-pay-told = { $count ->
        [one] The person will know, and will be asked whether the money came.
       *[other] Each person will know, and will be asked whether the money came.
    }
console-pay-confirm = Note as paid

console-search-people = A name, a number, a territory, the end of a phone number
console-people-here = Of your territory ({ $territory }), or of none. The others are not shown to you. What you send to everyone goes to those of your territory.
console-people-all = Everyone
console-people-found = { $count ->
        [0] Nobody for "{ $search }"
        [one] { $count } person for "{ $search }"
       *[other] { $more ->
            [yes] First { $count } people
           *[no] { $count } people
        } for "{ $search }"
    }
console-no-person = Nobody answers to these words.
console-person-new = Add a person
console-person-correct = Correct the card
console-person-known-hint = What is left empty stays as it was.
console-tables-known = Known tables: { $names }
console-more-fields = More details
console-show-numbers = See the whole numbers
console-numbers-noted = The journal notes who looks at them.
console-agreed = What they agreed to, in their words
console-pace = Pace
console-pace-normal = normal
console-pace-less = fewer messages
console-pace-paused = paused
console-best-hour = Best hour
console-to-call = Phone
console-channel-sms = by text message
console-channel-telegram = by Telegram
console-channel-email = by e-mail
console-channel-post = by post
console-channel-call = called, never texted
console-channel-any = whichever works
console-role-member = member
console-role-expert = may claim the allowance
people-desk-yes = yes, { $when }
people-desk-no = no, { $when }

console-write-title = Write an announcement
console-when-and-urgent = Later, or urgent
console-preview = See what people will receive
console-preview-hint = Nothing leaves before you have confirmed.
console-preview-now = What people will receive
console-broadcast-title = Broadcast { $number }: { $title }
console-written-by = Written by { $name }
console-progress = Where it stands
console-fates = { $total ->
        [one] { $total } message in all
       *[other] { $total } messages in all
    }
console-fates-said = Sent: { $sent } of { $total }. Failed: { $failed }.
console-fate-sent = Sent
console-fate-queued = Waiting
console-fate-started = On their way
console-fate-failed = Failed
console-fate-unknown = Uncertain
console-fate-other = Stopped or too late
console-not-left = Not sent yet. People planned: { $people }.
console-not-reached = Who received nothing, and why
console-texts = The text
console-text-on-telegram = Telegram, { $language }
console-text-on-sms = Basic phone, { $language }
console-text-on-email = E-mail, { $language }
console-text-on-post = By post, { $language }
console-why-blocked = blocked the bot, or stopped everything
console-why-unregistered = this number takes no text messages
console-why-bad-address = this e-mail address does not exist
console-why-landline = it is a landline
console-why-deactivated = this account no longer exists
console-why-unreachable = the phone could not be reached
console-why-carrier = the phone company refused it
console-why-filtered = the phone company filtered it
console-why-timeout = the service did not answer in time
console-why-cut = the connection was cut
console-why-stopped = the broadcast was stopped
console-why-expired = it was too late
console-why-no-channel = there is no way to reach them
console-why-other = the message service could not

console-distress = Distress
console-call-title = Card { $number }: { $name }
console-taken = Who takes care of it
console-taken-by = { $name } takes care of it
console-see-card = See the card
console-after-call = After the call
console-file = File { $number }

console-digest-title = Digest, { $month }
console-digest-leaves = Leaves { $when }.
console-digest-approved = An approved digest leaves { $when }, to { $people ->
        [one] { $people } person
       *[other] { $people } people
    }.
console-item-aside = set aside
console-item-later = waits for next month
console-item-not-translated = Not yet in: { $languages }.
console-proposed-by = Proposed by { $name }
console-move-up = Move up
console-move-down = Move down
console-no-item = No item proposed yet.

console-search-journal = A name, a meeting (meeting 12) or a day (2026-12-08)
console-journal-person = Looking at one person's journal leaves a line in the journal.
console-journal-see = Look anyway

console-my-language = My language
console-my-language-is = The desk speaks the language of your messages. The button at the top of the page changes it.
console-my-sessions = Where I am logged in
console-session-since = Opened { $since }, seen { $seen }
console-session-here = this one
console-session-close = Close
console-close-all = Close everywhere

console-import-title = Import a list
console-import-lead = An Excel, LibreOffice or CSV file, or contacts. You will first see what will be done with each line.
console-import-look = Look at the list
console-import-not-kept = The file is not kept.
console-import-no-file = Choose a file.
console-import-plan = Check the list
console-import-questions = To be made clear
console-import-answer = Look again
console-import-keep = { $count ->
        [one] Save { $count } person
       *[other] Save { $count } people
    }
console-import-other = Choose another file
console-import-nothing = Nothing changes: everything is already as in the list.
console-import-lines = Each line
console-import-line = Line
console-import-undone = undone
console-import-counts = { $added } added, { $changed } completed
console-import-kept = Kept in the last 30 days
console-import-what = What will be done
console-import-add = added
console-import-change = completed
console-import-same = already there
console-import-refuse = left out
console-import-ask = to be made clear
console-import-columns = How the columns are understood
field-file = The file
console-calendar-file = Download for a calendar (.ics)

console-template-title = The report's Word template
console-template-kept = The report is made with your template: { $name }
console-template-house = The report is made with the house's template.
console-template-lead = Download the template to begin with, change it in Word, then send it here. It is checked name by name, and filled with a fictional region. The template before stays until the new one is good.
console-template-start = Download the template to begin with
console-template-file = Your template (.docx)
console-template-try = See a trial
console-template-keep = Keep this template
