# The allowance and the expenses of whoever took part. Never a salary, never first in an invitation.
claims-occasion = { $name }, { $date }
claims-option-meeting = { DATE($date, form: "bare") }, { $name }
claims-option-other-activity = something else
claims-which-meeting = Which meeting is it for?
claims-unclear-meeting = That is not clear. Answer with a number, or write the day. Example: Tuesday February 10
claims-which-activity = Which activity, and what day? Example: training, May 12
claims-unclear-day = I did not understand the day. Example: training, May 12
claims-later = { $date } has not come yet. Write to us after. If it was another day, example: training, May 12
claims-meeting-gone = This meeting is not taking place any more.
claims-meeting-not-found = That meeting is not among your past meetings.
claims-other-meeting = For the other meeting, { $name } will look at it and answer you. Nothing is added here. Phone: { $phone }
    .sms = For the other meeting, { $name } will look at it and answer you. Nothing is added here. { $phone }
claims-wrong-meeting = Your claim no. { $number } is not for the right meeting: { $name } will look at it and answer you. Phone: { $phone }
    .sms = Claim no. { $number }, not the right meeting: { $name } will look at it and answer you. { $phone }
claims-in-advance = We pay after the meeting, when you ask for it. Need money before? { $name } will read your message and answer you: { $phone }
claims-how-paid = By transfer, by cheque or in cash: { $name } decides it with you, and will answer you. Phone: { $phone }
claims-how-paid-wished = You asked for this: { $mode }. { $name } will answer you. Phone: { $phone }
claims-before-meeting = Noted: { $name } will read it. Costs are claimed after the meeting: then text CLAIM.
claims-paid-after = Your claim is not sent yet. After that, { $name } looks at it, and we write to you when it is paid. We do not know the day yet.
claims-came-not-sent = Good! But the claim here is not sent.
claims-how-long = On { $date } ({ $name }), how long did you take part?
claims-how-long-each = From { $date }, how long each day?
claims-option-half = half a day, { $amount }
claims-option-day = the day, { $amount }
claims-option-expenses-only = only my expenses

claims-which-ride = Did you pay something to get there?
claims-option-no-ride = no
claims-option-bus = bus
claims-option-car = car
claims-option-taxi = taxi
claims-unclear-ride = That is not clear. Answer with a number, or write the amount. Example: bus 7.50
claims-how-much-bus = How much for the bus in all? Example: 7.50
claims-how-much-taxi = How much for the taxi in all? Example: 22
claims-which-part = For this meeting, how much did you pay yourself?
claims-option-sum = { $amount }
claims-why-taxi = Why a taxi? In a few words. Example: no bus after 8 pm
claims-how-far = How many kilometres in all, both ways? Example: 34
claims-unclear-km = That is not clear. Write the kilometres in all, from 1 to { $most }. Example: 34
claims-any-meal = Did you pay for a meal?
claims-option-meal = I did, { $amount }
claims-how-much-meal = How much for the meal? Example: 12
claims-was-meal-served = About the meal: was one served at the meeting?
claims-option-not-served = no, I paid for it
claims-option-served = it was served
claims-any-childcare = Any childcare costs? Write the amount. Example: 40
claims-any-other = Anything else to pay back? Write what and how much. Example: parking $6
claims-unclear-other = That is not clear. Write what and how much. Example: parking $6
claims-option-none = no
claims-receipt-fare = Bus, { $amount }: please send a photo of the receipt.
claims-receipt-km = Car, { $amount }: please send a photo of the receipt.
claims-receipt-meal = Meal, { $amount }: please send a photo of the receipt.
claims-receipt-childcare = Childcare, { $amount }: please send a photo of the receipt or of a signed paper.
claims-receipt-other = Other, { $amount }: please send a photo of the receipt.
claims-option-no-receipt = no receipt
claims-photo-kept = Photo received. It goes with your claim.

claims-line-participation = participation { $amount } ({ $halves ->
        [1] half a day
       *[other] a day
    })
claims-line-participation-on = participation on { DATE($date, form: "bare") } { $amount }
claims-line-remote = taking part from afar { $amount }
claims-line-km = car { $km } km { $amount }
claims-line-fare = bus { $amount }
claims-line-taxi = taxi { $amount }
claims-line-meal = { $count ->
        [1] meal { $amount }
       *[other] { $count } meals { $amount }
    }
claims-line-childcare = childcare { $amount }
claims-line-other = other { $amount }
claims-line-named = { $what } { $amount }
claims-line-beyond = { $line } (more than { $limit }: someone will decide)
claims-line-to-decide = { $line } (someone will decide)
claims-line-because = { $line } [{ $why }]
claims-receipt-picture = Claim no. { $number }, { $name }: { $line }
claims-receipt-coming = The photo of the receipt ({ $line }) has not arrived yet. Ask again: /claim { $number }
claims-receipt-lost = The photo of the receipt ({ $line }) could not be read. To ask for it again: /return { $number } Could you send the photo of the receipt again?
claims-line-receipt-photo = { $line } [photo of the receipt]
claims-line-receipt-none = { $line } [no receipt]
claims-check = { $occasions }: { $lines }. Total { $total }. Is it right? If not, write what to change. Example: childcare 30
    .sms = { $occasions }: { $lines }. Total { $total }.
        Is it right? If not, write the mistake.
    .segments = 4
claims-check-first = { $occasions }: { $lines }. Total { $total }.
    { $notice }
    Is it right? If not, write what to change. Example: childcare 30
    .sms = { $occasions }: { $lines }. Total { $total }.
        { $notice }
        Is it right? If not, write the mistake.
    .segments = 4
claims-option-send = OK, go
claims-option-correct = correct it
claims-what-is-wrong = What is not right?
claims-fix-participation = my participation
claims-fix-transport = the ride
claims-fix-meal = the meal
claims-fix-childcare = the childcare
claims-fix-other = something else
claims-sum-odd = { $amount }? That is too much, or less than nothing. Please write the amount paid, as 7.50.
claims-noted-already = Already noted. Nothing is counted twice.
claims-noted-beside = Noted: { $lines }.
claims-noted-km = { $km } km
claims-second = You already have a claim for this meeting: no. { $number }, { $total }. This one will be another claim.
claims-already-noted = Already noted: claim no. { $number }, { $total }. Nothing is counted twice. To talk about it: CALL ME
# A person's own year. The treasurer. Fairness.
claims-own-year = { $year }: allowance { $allowance }; expenses { $expenses }
claims-own-years = What you were paid:
    { LINES($lines) }
    To know what to declare: your agent, or { $name }, { $phone }
    .segments = 2
claims-own-year-none = Nothing was paid to you in { $year }. What is paid for a meeting: TARIFS
# Before the first claim: who knows, and no advice. It names no programme: the phone may be shared.
claims-who-knows = This money may change your welfare cheque or your rent. Ask first: your agent, or { $name }, { $phone }
claims-received = Received: claim no. { $number }, { $total }. We will tell you what comes next. Where it stands: STATUS
claims-nothing-due = There is nothing to pay back in what you wrote. To begin again: CLAIM. To talk about it: { $name }, { $phone }
    .sms = Nothing to pay back here. To begin again: CLAIM. To talk about it: { $name }, { $phone }

claims-offer = For { $roundtable }, on { $date }: would you like to ask for your allowance and expenses?
claims-option-claim = OK
claims-option-no-thanks = no thanks
claims-declined = Noted, thank you. Nothing changes for you. If you change your mind: CLAIM
claims-for-someone-else = For someone else's allowance, { $name } will write or call you. Please do not send their name or number here. Phone: { $phone }
    .sms = For someone else, { $name } will write or call you. Please do not send their name or number here. { $phone }
claims-for-a-human = Noted. This amount does not follow our rates: { $name } will look at it and answer you. Phone: { $phone }
    .sms = Noted. This amount does not follow our rates: { $name } will look and answer you. { $phone }

claims-table = The same amounts for everyone: { $lines }. You may also say no thanks, to all or part of it. A question about your budget? CALL ME
    .sms = Rates:
        { LINES($lines) }
        You may refuse this money.
claims-no-table = The amounts are not set yet. { $name } can answer you: { $phone }
claims-rate-participation = participation { $half } (half a day) or { $day } (a day)
    .sms = participation { $half } (day { $day })
claims-rate-remote = from afar { $amount }
claims-rate-transport-km = car { $amount }/km
claims-rate-transport-fare = bus { $amount }
claims-rate-meal = meal { $amount }
claims-rate-childcare = childcare { $amount }
claims-rate-other = other { $amount }
claims-rate-up-to = { $name } at the price paid, up to { $amount }
    .sms = { $name } max. { $amount }
claims-rate-as-paid = { $names } at the price paid
claims-rate-name-participation = participation
claims-rate-name-remote = from afar
claims-rate-name-transport-km = car
claims-rate-name-transport-fare = bus
claims-rate-name-meal = meal
claims-rate-name-childcare = childcare
claims-rate-name-other = other

claims-approved = Your claim no. { $number } is accepted: { $total }. We will write when it is paid.
claims-question = A question about your claim no. { $number }: { ENDED($question, mark: "?") } Answer here.
    .sms = Claim no. { $number }: { ENDED($question, mark: "?") } Answer here.
    .segments = 3
claims-question-settled = Claim no. { $number } is settled already. Where it stands: STATUS
claims-resubmitted = Thank you. Your answer is added to claim no. { $number }.
claims-refused = Your claim no. { $number } is not accepted. Why: { ENDED($reason) } To talk about it: { $name }, { $phone }
    .sms = Claim no. { $number }: not accepted. Why: { ENDED($reason) } To talk about it: { $name }, { $phone }
    .segments = 3
claims-reopened = Your claim no. { $number } is being looked at again. We will tell you what comes next.
claims-paid-coming = Claim no. { $numbers }: { $total } will be paid { $mode } on { $date }.
claims-paid-came = Claim no. { $numbers }: { $total }, paid { $mode } on { $date }. Did you receive it?
claims-paid-came-again = Claim no. { $number }, { $total }: did you receive it?
claims-option-came = I did
claims-option-not-yet = not yet
claims-mode-transfer = by transfer
claims-mode-cheque = by cheque
claims-mode-cash = in cash
claims-mode-gift-card = by gift card
claims-money-came = Thank you, it is noted.
claims-money-missing = Thank you for telling us. { $name } will check and write or call you. Phone: { $phone }
    .sms = Thank you for telling us. { $name } will check and answer you. Phone: { $phone }
claims-nothing-to-confirm = It is noted already, thank you. Where your claims stand: STATUS

claims-status = { LINES($lines) }
claims-status-submitted = Claim no. { $number }, { $total }: received { DATE($date, form: "bare") }
claims-status-approved = Claim no. { $number }, { $total }: accepted { DATE($date, form: "bare") }
claims-status-returned = Claim no. { $number }, { $total }: a question waits for you ({ DATE($date, form: "bare") })
claims-status-refused = Claim no. { $number }, { $total }: not accepted ({ DATE($date, form: "bare") })
claims-status-paid = Claim no. { $number }, { $total }: paid { DATE($date, form: "bare") }
claims-status-to-be-paid = Claim no. { $number }, { $total }: will be paid { DATE($date, form: "bare") }
claims-status-received = Claim no. { $number }, { $total }: paid { DATE($date, form: "bare") }, received
claims-status-meeting = Meeting { $name }, { DATE($date, form: "bare") } { $start }: { $answer ->
        [coming] you are coming
        [absent] you are not coming
        [maybe] maybe
       *[none] not answered yet
    }
claims-status-needs = Help to come: { $needs }
claims-status-need-open = { $need } (noted)
claims-status-need-done = { $need } (settled)
claims-status-nothing = Nothing is waiting for you. For your expenses: CLAIM. A question? { $name }, { $phone }
claims-status-late = This is taking long. { $name } knows and will answer you: { $phone }

# For coordinators.
claims-none-waiting = No claim is waiting.
claims-waiting = Claims under way ({ $count }):
    { LINES($lines) }
    Accepted, to be paid: { $to_pay }
    To see one: /claim { $first }
    .segments = 20
claims-waiting-line = no. { $number } { $name }, { $total }, { $state }{ $look ->
        [yes] , to look at
       *[no] { "" }
    }
claims-state-draft = draft
claims-state-submitted = to decide
claims-state-approved = accepted, to be paid
claims-state-returned = question asked
claims-state-refused = not accepted
claims-state-paid = paid
claims-state-paid-on = paid on { $date }
claims-state-received-on = paid on { $date } and received
claims-state-to-be-paid = will be paid { $date }
claims-state-received = paid and received
claims-state-cancelled = cancelled
claims-shown-whole = { LINES($parts) }
    .segments = 10
claims-shown = Claim no. { $number }, { $name }, { $activity } ({ $state })
    { LINES($lines) }
    Total { $total } (participation { $compensation }, expenses { $expenses })
    .segments = 8
claims-shown-question = Question asked: { ENDED($question, mark: "?") } Answer: { $answer }
    .segments = 3
claims-shown-reason = Reason: { $reason }
claims-warning-beyond = To look at: goes beyond the rate. To pay the rate only, add max. Example: /approve-claim 12 max
claims-warning-second = To look at: another claim for the same day (no. { $others }).
claims-warning-same-receipt = To look at: same picture of a receipt as claim no. { $others }.
claims-warning-cancelled = To look at: this meeting was cancelled.
claims-warning-before = To look at: asked before the meeting.
claims-warning-longer = To look at: longer than the meeting.
claims-warning-absent = To look at: noted as absent from this meeting.
claims-warning-afar = To look at: travel or a meal, for a part taken from afar.
claims-warning-not-noted = To look at: nobody noted who was there. To note it: /presence { $meeting }
claims-approved-done = { $count ->
        [1] Claim no. { $numbers } accepted: { $total }. The person has been told.
       *[other] { $count } claims accepted ({ $numbers }): { $total }. They have been told.
    } To pay: /pay { $first } transfer
claims-returned-done = Question put to { $name } about claim no. { $number }. Their answer brings it back in the list.
claims-answered-to-coordinator = Claim no. { $number }, { $name } answers: { ENDED($answer) } To see it: /claim { $number }
    .segments = 2
claims-refused-done = Claim no. { $number } not accepted. { $name } knows why.
claims-reopened-done = Claim no. { $number } is to be decided again. { $name } has been told.
claims-approve-about = Claims no. { $numbers }: { $total } in all
claims-check-about = Claim no. { $number }: { $name }, { $total }
claims-cannot-before-reopened = Claim no. { $number }: { $state }. To change your mind, take the decision back first: /reopen-claim { $number }
claims-cannot = Claim no. { $number }: { $state }. That cannot be done now. To see it: /claim { $number }
claims-no-such = There is no claim no. { $number }. To see the list: /claims
claims-words-too-long = That is too long: { $length } letters, { $longest } at most.
claims-pay-preview = To be paid { $mode } on { $date }:
    { LINES($lines) }
    Total { $total }
    .segments = 20
claims-pay-preview-later = Will be paid { $mode }, { $date }, not before:
    { LINES($lines) }
    Total { $total }
    .segments = 20
claims-pay-line = no. { $number } { $name } { $total }
claims-pay-line-otherwise = { $line } (the last time: { $mode })
claims-nobody-to-pay-so = Nobody to pay { $mode }. { $unsaid ->
        [0] What waits: /claims
       *[other] Nobody knows how to pay { $names }: /payment-mode and the name, or /pay and the numbers.
    }
claims-pay-preview-told = { $preview }
    { $told }
    .segments = 20
claims-pay-told = { $people ->
        [one] { $people } person will read
       *[other] { $people } people will read, each for themself
    }: “{ $words }”
    .segments = 3
claims-pay-unsaid = Not among them: { $names }. Nobody knows how to pay them: /payment-mode and the name, or /pay and the numbers.
claims-retype-total = To pay, write the total. Example: 137.50
claims-option-do-not-pay = do not pay
claims-not-paid = Nothing is paid.
claims-paid-done = Paid { $mode } on { $date }: { $count ->
        [one] { $count } claim
       *[other] { $count } claims
    }, { $total }. Each person will say whether it arrived. To correct it: /cancel-payment { $payment } and the reason.
    .segments = 2
claims-paid-later = Will be paid { $mode }, { $date }: { $count ->
        [one] { $count } claim
       *[other] { $count } claims
    }, { $total }. Each person knows it, and will say that day whether it came. To correct: /cancel-payment { $payment } and the reason.
    .segments = 2
claims-pay-other-total = The total is { $total }, you wrote { $said }. Nothing is paid. Example: /pay 12 13 transfer 2026-12-15
claims-pay-strange-date = { DATE($date, form: "year") } is too far. Example: /pay 12 13 transfer 2026-12-15
claims-paid-already = Claim { $number }: { $state }, in payment { $payment }. If it is wrong: /cancel-payment { $payment } and the reason.
claims-not-approved = Claim no. { $number }: { $state }. Only an accepted claim is paid. Example: /approve-claim { $number }
claims-unknown-mode = I do not know "{ $mode }". Ways: transfer, cheque, cash, gift-card. Example: /pay 12 13 transfer 2026-12-15
claims-rates-all = Rates of today:
    { LINES($lines) }
    To change one: /rate childcare max 60 April 1
    .segments = 4
claims-rates-of-organisations = Small member organisations: { $lines }
claims-rate-set-organisations = Small member organisations: { $rate }, from { DATE($date, form: "year") }.
claims-payee-person = people
claims-payee-organisation = small member organisations
claims-rates-none = No rate is set. To begin with an example to be changed: /rate example
claims-rates-exist = Rates are set already. To change one: /rate childcare max 60 April 1
claims-rate-set = Rate noted from { $date }: { $rate }.
claims-rate-out-of-bounds = An amount goes from 0 to { $most }. Example: /rate childcare max 60
claims-rate-wants-amount = An amount is needed for { $name }. Example: /rate km 0.50
claims-unknown-kind = I do not know "{ $word }". Kinds: participation, remote, km, bus, meal, childcare, other. Example: /rate childcare max 60 April 1
    .segments = 2

command-demandes = see the claims
command-demande = see one claim
command-approuver-demande = accept claims
command-retourner = ask a question about a claim
command-refuser = not accept a claim, with the reason
command-rouvrir-demande = take a decision back
command-payer = note that claims are paid
command-tarif = see or change the rates
example-demandes = /claims
    To see one, with its receipts: /claims 12
example-demande = /claim 12
example-approuver-demande = /approve-claim 12 14
example-retourner = /return 12 On which day did you take the taxi?
example-refuser = /refuse 12 The meeting did not take place.
example-rouvrir-demande = /reopen-claim 12
example-payer = /pay 12 13 transfer 2026-12-15
    Everyone who is paid so: /pay all cheque
example-tarif = /rate childcare max 60 April 1
    For small member organisations: /rate organisation participation 40 April 1

# The journal.
journal-claims-submitted = claim no. { $number } received, { $cents }
journal-claims-approved = claim no. { $number } accepted, { $cents }
journal-claims-returned = claim no. { $number }: question asked
journal-claims-answered = claim no. { $number }: the person answered
journal-claims-refused = claim no. { $number } not accepted
journal-claims-reopened = claim no. { $number } to be decided again
journal-claims-paid = claim no. { $number } paid { $mode }, { $cents }, on { $date }
journal-claims-received = claim no. { $number }: the person says that it arrived
journal-claims-not_received = claim no. { $number }: the person says that it has not arrived
journal-claims-declined = no thanks to the allowance
journal-claims-offered = allowance offered to { $people ->
        [one] { $people } person
       *[other] { $people } people
    }
journal-claims-rate_set = rate changed from { $date }
journal-value-mode-transfer = by transfer
journal-value-mode-cheque = by cheque
journal-value-mode-cash = in cash
journal-value-mode-gift_card = by gift card

# The shell.
claims-shell-total = { $preview }
    Nothing is paid yet. To pay { $total }, add: --total { $typed }
    .segments = 20

claims-unpay-no-reason = Say why: people will read it. Example: /cancel-payment { $number } the cheque did not leave
claims-no-longer-paid = Payment { $number } is cancelled already, or people said that the money came.
claims-no-such-payment = There is no payment { $number }.
claims-unpay-names = { $name } is named in the reason: the other people would read it. Take one claim out like this: /cancel-payment { $number } 101 the cheque did not leave
claims-unpaid-part = Payment { $number }: { $numbers } is not part of it any more, and waits to be paid again. The rest does not change.
claims-unpaid-done = Payment { $number } cancelled. Claims to pay again: { $numbers }
claims-payment-cancelled = Correction: your claim { $numbers } is not paid yet. { $reason }
    .segments = 3
claims-no-such-rate = No rate "{ $name }" begins on { $date }. To see them: /rate
claims-rate-used = The rate "{ $name }" of { $date } has been used: write a new one. Example: /rate childcare max 60 April 1
claims-rate-dropped = Rate "{ $name }" of { $date } removed.
command-annuler-paiement = correct a payment noted by mistake
example-annuler-paiement = /cancel-payment 3 the cheque did not leave
journal-claims-payment_cancelled = payment cancelled, { $claims ->
        [one] { $claims } claim to pay again
       *[other] { $claims } claims to pay again
    }
journal-claims-rate_dropped = rate removed: { $kind }, { $date }

journal-claims-first_rates = example rates written
claims-cancelled = Cancelled: nothing is sent. To start again: CLAIM
claims-cancel-asked = { $name } will look at your claim and answer you. Nothing is paid until then. Phone: { $phone }
claims-lost-receipt = No receipt? That is all right. { $name } will see with you. Phone: { $phone }
claims-receipt-seen = Send the picture here: it will go with your claim. To make one: CLAIM. To talk to { $name }: { $phone }
claims-status-no-claim = We have no claim from you. To make one: CLAIM. { $name } can help: { $phone }

claims-not-sent-yet = Your claim is not sent yet: there is one more question. To leave it: LEAVE
claims-taken-away = Taken out: { $lines }.
claims-any-other-more = Already noted: { $lines }. Anything else? Write what and how much.
    .segments = 2
claims-option-all = no, that is all
claims-option-take-away = take it out
claims-option-as-before = put it back as it was
claims-option-right = it is right
claims-line-was = { $line } (it was { $before })
claims-line-gone = { $line }, taken out
claims-amended = Changed in your claim no. { $number }: { $lines }. Total { $total }.
    .segments = 2
claims-amended-kept = Noted: claim no. { $number }, { $total }.
claims-as-before = It is as it was before: claim no. { $number }, { $total }.
claims-goes-with = You already have a claim for this meeting: no. { $number }, { $total }. This goes with it.
claims-added = Added: claim no. { $number }, { $total }. We will tell you what comes next. Where it stands: STATUS
claims-withdrawn = Your claim no. { $number }, { $total }, is cancelled. Nothing will be paid.
claims-withdrawn-kept = Claim no. { $number } stays cancelled. To make another one: CLAIM
claims-option-put-back = put it back
claims-put-back = It is back: claim no. { $number }, { $total }. We will tell you what comes next.
claims-withdraw-which = Which claim should be cancelled?
claims-option-numbered = no. { $number }, { $total }
claims-option-none-of-them = none
claims-nothing-withdrawn = Nothing is cancelled. Where your claims stand: STATUS
claims-next-submitted = { $name } looks at it. We write to you when it is accepted, then when it is paid. We don't know the day yet.
claims-next-approved = We write to you when it is paid. We don't know the day yet.
journal-claims-amended = claim no. { $number } changed by the person, { $cents }
journal-claims-withdrawn = claim no. { $number } cancelled by the person
journal-claims-put_back = claim no. { $number } put back by the person, { $cents }

# Asked of other money, and of the total.
claims-benefits = We cannot tell you that here. Ask your welfare worker before you send. { $name } can help you ask: { $phone }
claims-total-before = The total is shown before it is sent. Nothing is sent before you agree.
claims-wait = Take your time. Nothing is sent. We wait for your answer.
claims-not-sent-one-more = Not sent yet: one question is left.
claims-so-far = So far: { $lines }. Total { $total }. Nothing is sent.
    .segments = 2
claims-holds = Claim no. { $number }: { $lines }. Total { $total }.
    .segments = 2
claims-cancel-under-way = You mean: cancel your claim? Nothing is sent yet.
claims-cancel-sent = You mean: cancel your claim no. { $number }, { $total }?
claims-option-cancel = yes, cancel it
claims-option-keep = no, keep it
claims-day-for-a-human = That is all right: { $name } will look at your claim with you. Your sums are kept. Phone: { $phone }
claims-what-for = { $amount }, what was it for? Example: parking

# A claim that a coordinator writes down for somebody who told it by voice or on paper.
claims-entered-for-you = Your claim was written down for you, no. { $number }, { $occasion }: { $lines }. Total { $total }. A mistake? { $name }, { $phone }
    .sms = Claim no. { $number } written down for you, { $occasion }: { $lines }. Total { $total }. A mistake? { $name }, { $phone }
    .segments = 2
claims-taken-out-for-you = Claim no. { $number }, { $total }, written down for you, is taken out. Nothing will be paid for it. A question? { $name }, { $phone }
    .sms = Claim no. { $number }, { $total }, written down for you: taken out. Nothing will be paid for it. A question? { $name }, { $phone }
    .segments = 2
claims-entered-done = Claim no. { $number } written down for { $name }: { $lines }. Total { $total }. { $told ->
        [yes] { $name } knows.
       *[no] No message can be written to them: tell them.
    } To approve it: /approve-claim { $number } To take it out: /withdraw-claim { $number }
    .segments = 5
claims-entered-by = Written down for the person by { $name }, on { $date }.
claims-entered-by-someone = Written down for the person, on { $date }.
claims-taken-out-done = Claim no. { $number } of { $name }, { $total }: taken out. Nothing will be paid.
claims-not-entered = Claim no. { $number } comes from { $name }: they cancel it themselves. You may ask them a question: /return { $number } your question
claims-enter-nothing = Nothing to pay in there. Write what the person paid. Example: bus 7.50, childcare 20
claims-enter-known = This is already claim no. { $number } of { $name }, { $total }. Nothing is written down a second time.
claims-enter-not-held = Meeting no. { $number } did not take place: a claim is written down only afterwards. To see it: /meeting { $number }
claims-enter-what-day = What day, "{ $activity }"? A day that has passed. Example: activity { $activity } of March 3
claims-enter-which = For which meeting of { $name }? Choose, or write its number.
claims-enter-how-long = How long, { $name }? Add: half day, full day, or expenses only.
claims-enter-unclear = I do not understand all of it: "{ $words }". Nothing is written down. Example: bus 7.50, 24 km, meal 18, childcare 20
    .segments = 2
command-inscrire-demande = write down a claim for somebody (told by voice or on paper)
command-retirer-demande = take out a claim written down for somebody
example-inscrire-demande = /enter-claim Rose; meeting 12; bus 7.50, childcare 20
    Without a meeting: /enter-claim Rose; activity training of March 3; half day
example-retirer-demande = /withdraw-claim 12
journal-claims-entered = claim no. { $number } written down for the person, { $cents }
journal-claims-taken_out = claim no. { $number } taken out, which had been written down for the person
