### Not for basic phones: read by coordinators, and printed.

# What coordinators write.
command-bilan = the year in five lines, for the June report
command-bilan-arreter = freeze the figures of a year that is over
command-bilan-corriger = make the report of a year again, with the reason
command-bilan-ecrire = write what the year taught
example-bilan = /report 2026-2027
example-bilan-arreter = /report-freeze 2026-2027
    On another date than 15 May: /report-freeze 2026-2027 2027-05-10
example-bilan-corriger = /report-correct 2026-2027 a presence of November 10 was wrong
example-bilan-ecrire = /report-write 2026-2027 learned We understood that the hour of a meeting decides who can come.
    The four texts: learned, hard, changed, next.

report-bad-year = "{ $words }" is not a year. Write it like this: 2026-2027
report-bad-day = "{ $words }" is not a date. Write it like this: 2027-05-15
report-which-year = Which year? Write it like this: 2026-2027
report-not-over = The year { $year } ends on { DATE($date, form: "year") }. Until then, /report shows a draft.
report-bad-cut = A report is frozen as of a past day, after the year: from { DATE($first, form: "year") } to today, not { DATE($date, form: "year") }.
report-already-frozen = The report of { $year } is frozen (version { $version }). To make another version with its reason: /report-correct { $year } the reason
report-not-frozen = The report of { $year } is not frozen: it is still a draft, and does not leave. To freeze it: /report-freeze { $year }
report-why = Why another version? The reason is printed. /report-correct { $year } the reason
report-no-such-text = "{ $name }" is not one of the four texts: learned, hard, changed, next.
report-text-too-long = That is too long: { $length } letters, { $longest } at most.
report-written = It is kept for the report of { $year }: { $name }.
report-frozen = The report of { $year } is frozen. { $foot }
    For its files, on the computer: portevoix report --year { $year } --to report
report-leaves = Report of { $year }, version { $version }: ready to be written.
report-files = Report of { $year }, version { $version }:
    { LINES($files) }
report-cannot-write = { $file } cannot be written: { $reason }

# The five lines, and the foot of each page.
report-five-lines = Report { $year }
    { LINES($lines) }

    { $foot }
report-draft = A draft, for you alone. Small numbers are hidden, and nothing leaves before the year { $year } is frozen.
report-draft-lacks = { $draft }

    { $lacks }
report-before-freezing = Before freezing:
    { LINES($lines) }
report-lacks-presence = { $count ->
        [one] Attendance is not noted for meeting { $numbers }.
       *[other] Attendance is not noted for { $count } meetings ({ $numbers }).
    } /presence { $first }
report-lacks-answers = { $count ->
        [one] One comment waits for its answer, past the promised day.
       *[other] { $count } comments wait for their answer, past the promised day.
    } /comments
report-lacks-steps = { $count ->
        [one] The step is not said for meeting { $numbers }.
       *[other] The step is not said for { $count } meetings ({ $numbers }).
    } For its first point: /step { $first }.1 portrait
report-lacks-late = { $count ->
        [1] One attendance was noted or corrected after { DATE($when, form: "year") } ({ $by }) and would not be counted.
       *[other] { $count } attendances were noted or corrected after { DATE($when, form: "year") } ({ $by }) and would not be counted.
    } To count them, freeze the report as known on { DATE($known, form: "year") }. /report-freeze { $year } { $day }
report-late-by = { $name } { $count }
report-lacks-claims = { $count ->
        [1] Claim { $numbers } is not decided.
       *[other] { $count } claims are not decided ({ $numbers }).
    } /claims
report-lacks-payments = { $count ->
        [1] Claim { $numbers } is approved and not paid.
       *[other] { $count } claims are approved and not paid ({ $numbers }).
    } /pay
report-lacks-levels = Level not recorded (local or regional): { $names }. /table { $first }: local
report-lacks-envelope = No envelope was said. /envelope
report-lacks-texts = To be written: { $names }. /report-write { $year }
report-lacks-reading = The people whom the chapter is about have not read it (two weeks). /report-read { $year }
report-lacks-days = The chapter is still in the hands of the people it is about, until { DATE($until, form: "year") }. /report-remarks { $year }
report-lacks-remarks = Remarks on the chapter are not settled, from { $names }. /report-remarks { $year }
report-foot = Version { $version }. Fingerprint { $digest }, figures as known on { DATE($when, form: "year") } at { TIME($when) }, frozen on { DATE($frozen, form: "year") }, journal no. { $place }, definitions { $definitions }.
report-date = { DATE($date, form: "year") }
report-together = { $first } { $rest }

# The coordinators' own Word document.
report-template-too-large = This file is too large: no more than { $megabytes } MB. Make the pictures smaller in Word, then save it again.
report-template-too-many = This file holds too many things once opened. Begin with the house's template.
report-template-not-docx = This is not a Word document (.docx) that can be read. In Word: Save as, Word Document (.docx).
report-template-acts = This document holds a program or a pasted object ({ $part }). Remove it: a template has text, tables and pictures only.
report-template-link = This document refers to something outside ({ $part }): a link, a linked picture or an attached template. Remove the link, or write the address in full.
report-template-elsewhere = A name in braces stands where it cannot be filled ({ $part }). Put it in the text, the header or the footer.
report-template-field = This document holds a Word field ({ $field }), near "{ $words }". Replace it with text. Page numbers are allowed.
report-template-faults = This template is not kept, and the one before is still used:
    { LINES($lines) }{ $more ->
        [0] {""}
       *[other] {" "}Other things to correct: { $more }
    }
report-template-cannot-fill = This document cannot be filled: it is damaged, or a part of it is missing. The one before is still used. Begin with the house's template, and change it little by little.
report-template-fault = { $fault } { $place }
report-template-in-document = (text, paragraph { $number })
report-template-in-header = (header, paragraph { $number })
report-template-in-footer = (footer, paragraph { $number })
report-template-in-footnotes = (notes, paragraph { $number })
report-template-in-properties = (properties of the file)
report-template-unknown = "{ $name }" does not exist.
report-template-unknown-but = "{ $name }" does not exist. Did you mean "{ $other }"?
report-template-no-line = "{ $name }": no table is called "{ $line }" here. A line {"{"}%tr for { $line } in etapes.rows %{"}"} must come first.
report-template-only-names = "{ $words }": between braces, a name and nothing else.
report-template-half = Braces do not go by two: "{ $words }".
report-template-not-closed = "{ $words }" is not closed: { $closing } is missing.
report-template-closes-nothing = "{ $words }" closes nothing.
report-template-kept = The template { $name } is kept: the report's next Word document will be made with it.
report-template-dropped = The report's Word document is made with the house's template again.
report-template-none = No template is kept: it is the house's already.
report-template-started = A template to change in Word: { $file }
    When it is ready: portevoix report template keep { $file }
report-template-tried = The trial, with a fictional region: { $file }
report-template-region = Fictional region (trial)
journal-report-template_kept = template of the report kept
journal-report-template_dropped = template of the report removed

# The chapter, read by those whom it is about. The five lines, told.
command-bilan-relire = send the chapter to the people it is about, two weeks before the figures are frozen
command-bilan-remarques = read what they say of it
command-bilan-envoyer = send the year in five lines, to members and then to a table
example-bilan-relire = /report-read 2026-2027
    Until another day: /report-read 2026-2027 2027-05-20. To stop it, to take it up again: /report-read 2026-2027 stop, then resume
example-bilan-remarques = /report-remarks 2026-2027
example-bilan-envoyer = /report-send 2026-2027 members
    Then, to a table where elected people sit: /report-send 2026-2027 Table of the elected
report-reading-begun = The chapter { $year } leaves. It can be answered until { DATE($until, form: "year") }. People it is sent to: { $people }
report-reading-and-paper = { $said }
    To hand over on paper: { $names }. The letters are made on the computer: portevoix report chapter --year { $year } --to letters
report-reading-about = The chapter of { $year } would go to the people of that year, who could answer until { DATE($until, form: "year") }. On { DATE($again) }, at 10 a.m., whoever has not answered receives it a second and last time. { $paper ->
        [0] {""}
        [one] To be given on paper: { $paper } person, named below with the reason. Their letter is made afterwards.
       *[other] To be given on paper: { $paper } people, named below with the reason. Their letters are made afterwards.
    }
report-reading-longer = The chapter of { $year } may be answered until { DATE($until, form: "year") }. Nobody is told.
report-reading-too-late = That day is too far. At the latest: { DATE($date, form: "year") }
report-letters-late = The chapter of { $year } may no longer be answered since { DATE($until, form: "year") }: the letter would give a day that has passed. Give more time first: /report-read { $year } { $later }
report-letters-no-contact = The letter says whom to call, and that is not set here: CONTACT_NAME and CONTACT_PHONE are empty. No letter is made.
report-reading-frozen = The report { $year } is frozen: it is too late to have it read.
report-reading-already = The chapter { $year } has left already. It can be answered until { DATE($until, form: "year") }. /report-remarks { $year }
report-reading-stopped = The reading of { $year } is stopped. What was said already stays in /report-remarks { $year }. People told not to answer: { $people }. To take it up again: /report-read { $year } resume
report-reading-stopped-paper = { $said }
    To be told by you (on paper): { $names }
report-reading-not-stopped = The reading of { $year } was not stopped: there is nothing to take up again. To send it: /report-read { $year }
report-reading-past = The last day to answer, { DATE($until, form: "year") }, is over. To send it again: /report-read { $year }
report-reading-resumed = The reading of { $year } goes on, until { DATE($until, form: "year") }. People to whom the chapter is sent again: { $people }
journal-report-reading_stopped = reading of the chapter { $year } stopped ({ $people })
journal-report-reading_resumed = reading of the chapter { $year } taken up again ({ $people })
report-reading-too-short = Two weeks at least, two months at most. At the earliest: { DATE($date, form: "year") }
report-reading-open = The chapter { $year } is still in the hands of the people it is about, until { DATE($until, form: "year") }. After that day: /report-freeze { $year }
report-reading-none = The chapter { $year } was not sent. /report-read { $year }
report-remarks = What is said of the chapter { $year } (until { DATE($until, form: "year") }):
    { LINES($lines) }
    Say that it is right: { $right }. Have not answered: { $silent }
report-remark-line = { $name }: { $words }
report-remarks-none = No remark.
report-remark-came = A remark came about the chapter { $year }. /report-remarks { $year }
report-letters-nobody = Nobody reads the chapter on paper.
report-letters-ready = Letters of the chapter ready: { $people }
report-letters-made = Letters of the chapter: { $file }. People: { $people }
report-told-already = The five lines of { $year } have left to everyone already. Then, to a table: /report-send { $year } Table of the elected
report-members-first = Members first: /report-send { $year } members. Then { $table }.
journal-report-reading_begun = chapter { $year } sent to be read ({ $people })
journal-report-told = report { $year } in five lines sent ({ $people })

# Marks.
report-hidden = hidden
report-not-recorded = not recorded
report-not-added = not added up

# Sentences.
report-meetings = In { $year }, { $count ->
        [0] no meeting took place.
        [one] one meeting took place.
       *[other] { $count } meetings took place.
    }
report-meetings-project = { $count ->
        [one] One more was about a project.
       *[other] { $count } more were about projects.
    }
report-meetings-volunteering = { $count ->
        [one] One more was volunteering.
       *[other] { $count } more were volunteering.
    }
report-there = { $count ->
        [0] No one who knows poverty from the inside was there
        [one] People who know poverty from the inside were there once
       *[other] People who know poverty from the inside were there { $count } times
    }, { $noted ->
        [one] of the only one whose attendance was noted.
       *[other] of the { $noted } whose attendance was noted.
    }
report-several = { $count ->
        [one] Once, there were several of them.
       *[other] { $count } times, there were several of them.
    }
report-not-noted = { $count ->
        [one] Attendance was not noted for one meeting: it is not counted.
       *[other] Attendance was not noted for { $count } meetings: they are not counted.
    }
report-people = { $above } different people took part in the discussions.
report-people-times = { $above } different people took part in the discussions, { $times } times in all.
report-people-hidden = The number of people is not published: somebody could be recognised.
report-people-none = Nobody took part in the discussions, by the attendance that was noted.
report-people-unknown = No attendance was noted: nobody knows who took part in the discussions.
report-carried = { $above } people who were absent had their words carried. That is consultation, not attendance.
report-carried-none = No words were carried from afar this year.
report-carried-hidden = The number of absent people whose words were carried is hidden. That is consultation, not attendance.
report-comments = { $count ->
        [one] One comment was received
       *[other] { $count } comments were received
    }: { $kept } kept, { $not_kept } not kept, { $to_follow } to follow.
report-comments-none = No comment was received this year.
report-comments-waiting = { $count ->
        [one] One still waits for its answer.
       *[other] { $count } still wait for their answer.
    }
report-answered = Answers given by the promised day: { $in_time } of { $count }.
report-ahead = The summary left { $days } before, in the middle of the cases. At least 7 days before: { $early } times out of { $held }.
report-ahead-none = No summary left before the meetings.
report-after = The plain minutes left { $days } after, in the middle of the cases.
report-allowance = The allowance recognised is { $amount } ({ $above } people).
report-allowance-none = No allowance was recognised.
report-allowance-hidden = The allowance is about too few people to be published.
report-expenses = Expenses paid back are counted apart: { $amount } ({ $above } people).
report-expenses-none = No expenses were paid back.
report-expenses-hidden = Expenses paid back, counted apart, are about too few people to be published.
report-paid = { $amount } of allowance were paid in the year ({ $above } people).
report-paid-none = No allowance was paid in the year.
report-paid-hidden = The allowance paid in the year is about too few people to be published.
report-paid-delay = From the claim to the payment: { $days }, in the middle of the cases.
report-informed = { $above } people received news, summaries or minutes. They were informed: that is not taking part.
report-informed-none = Nobody received news, summaries or minutes by this line in the year.
report-informed-hidden = The number of people informed (news, summaries, minutes) is hidden. Being informed is not taking part.
report-envelopes-said = The envelopes said for the year, all territories together, are { $amount }. Allowance and expenses both come out of them.
report-envelopes-not-said = The year's envelope was not recorded.
report-ladder = Each person is counted once, at the furthest they went in the year.
report-steps = A meeting may be about several steps: the lines do not add up.
report-needs = Needs named in order to come, and how many times they were seen to.
report-needs-none = No need in order to come is on record.
report-days = { $count ->
        [0] the same day
        [one] 1 day
       *[other] { $count } days
    }
report-days-tenths = { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
report-days-before = { $days } earlier

# The document.
report-title = Participation of people who know poverty from the inside, { $year }
report-period = From { DATE($first, form: "year") } to { DATE($last, form: "year") }, both included.
report-correction = Version { $version } corrects the one before: { $reason }
report-correction-same = Version { $version } gives the same figures as the one before: no figure has changed. Reason given: { $reason }
report-method-same = No figure has changed since the version before.
report-section-meetings = 1. Meetings
report-section-people = 2. People
report-section-steps = 3. Steps of the work
report-section-ladder = 4. How far people took part
report-section-preparation = 5. Preparing, and hearing back
report-section-words = 6. What was said, and what came of it
report-section-money = 7. Allowance and expenses
report-section-payments = 8. Claims and payments
report-section-needs = 9. What people needed in order to come
report-section-written = 10. What the year taught
report-section-method = 11. How these figures are made
report-text = { $name }: { $words }
report-text-learned = What was learned
report-text-hard = What was hard
report-text-changed = What changed
report-text-next = What comes next

# Labels.
report-kind-mechanism = Concertation
report-kind-project = Projects
report-kind-volunteering = Volunteering
report-level-local = local tables
report-level-regional = regional tables
report-level-of-local = local
report-level-of-regional = regional
report-as-written = { $words }
report-page = Page
report-rate-participation = Participation, a half-day
report-rate-remote = Participation from afar
report-rate-transport-km = Car, one kilometre
report-rate-transport-fare = Fare paid (bus, taxi)
report-rate-meal = Meal
report-rate-childcare = Childcare
report-rate-other = Other expenses
report-rate-as-paid = at the price paid
report-rate-up-to = at the price paid, up to { $most } a meeting
report-sheet-meetings = Meetings
report-sheet-places = Tables that met
report-sheet-territories = Territories
report-sheet-people = People and attendances
report-sheet-steps = Steps
report-sheet-ladder = Degrees of participation
report-sheet-preparation = Preparation and follow-up
report-sheet-words = Comments
report-sheet-answers = Answers
report-sheet-money = Allowance and expenses
report-sheet-payments = Claims and payments
report-sheet-rates = Rates
report-sheet-needs = Needs
report-sheet-support = Support
report-sheet-changes = Changes
report-sheet-definitions = Definitions
report-sheet-controls = Checks
report-level-not_recorded = level not recorded
report-of-kind = { $kind }, { $part }
report-place-of-kind = { $place } ({ $kind })
report-no-territory = Without a territory
report-all-kinds = All together, each person once
report-total = Total
report-step-portrait = Portrait
report-step-issues = Issues
report-step-priorities = Priorities
report-step-plan = Plan
report-step-selection = Choice of projects
report-step-action = Action
report-step-follow-up = Follow-up
report-step-not-recorded = Step not recorded
report-rung-consultation = Consultation: their words were carried, and nothing more
report-rung-discussion = Discussion: the person was at a meeting
report-rung-deliberation = Deliberation: the meeting gave an opinion
report-rung-collaboration = Collaboration: the person led, trained, wrote or followed a project
report-state-kept = Kept
report-state-not_kept = Not kept
report-state-to_follow = To follow
report-state-waiting = Waiting for an answer
report-words-read-as-promised = Read at the promised meeting
report-words-nameless = Without a name
report-words-answered = Answered
report-words-in-time = Answered in time
report-words-waiting-late = Answer overdue
report-allowance-line = Allowance
report-expenses-line = Expenses, total
report-slot-transport = Transport
report-slot-meal = Meal
report-slot-childcare = Childcare
report-slot-other = Other expenses
report-line-r14-offered = People who were offered the allowance
report-line-r14-asked = People who claimed
report-line-r16-allowance = Allowance paid in the year
report-line-r16-expenses = Expenses paid in the year
report-line-r16-claims-paid = Claims of the year paid
report-line-r16-to-decided = From the claim to the decision
report-line-r16-decided-to-paid = From the decision to the payment
report-line-r16-to-paid = From the claim to the payment
report-line-r16-waiting = Claims that waited for more than 30 days
report-line-r16-refused = Claims refused
report-line-r17 = Exceptions accepted

# Tables: their title, the head of their first column, then their columns.
report-table-meetings = Meetings held, and people concerned who were there
report-table-meetings-line = Place of participation
report-table-territories = By territory
report-table-territories-line = Territory
report-table-places = The tables that met
report-table-places-line = Table
report-table-rates = Rates of the year, the same at every table
report-table-rates-line = For
report-table-people = Different people, and attendances
report-table-people-line = Place of participation
report-table-steps = Meetings and people, by step
report-table-steps-line = Step
report-table-ladder = People, by degree of participation
report-table-ladder-line = Degree
report-table-preparation = Delays, in the middle of the cases
report-table-preparation-line = Place of participation
report-table-words = Comments
report-table-words-line = What became of them
report-table-answers = Answers to comments
report-table-answers-line = What is counted
report-table-money = Amounts recognised
report-table-money-line = Item
report-table-organisations = Small member organisations
report-table-organisations-line = Item
report-sheet-organisations = Member organisations
report-column-claimants = Claimants
report-note-organisations = An organisation is not a person concerned: these amounts are in no other table.
report-table-payments = Claims and payments
report-table-payments-line = What is counted
report-table-needs = Needs
report-table-needs-line = Need
report-table-support = Support
report-table-support-line = What is counted
report-support-training = People who followed a training
report-support-accompaniment = People accompanied
report-support-envelope = Envelopes of the year, all territories together
report-support-survey = Questions of the survey that were answered
report-table-changes = What changes from the version before
report-table-changes-line = Figure
report-table-definitions = Definitions
report-table-definitions-line = Figure
report-table-controls = Checks
report-table-controls-line = Total
report-column-held = Meetings
report-column-noted = Attendance noted
report-column-with = With people concerned
report-column-several = Several
report-column-alone = One alone
report-column-words-only = Their words only
report-column-people = People
report-column-times = Attendances
report-column-in-person = In person
report-column-remote = From afar
report-column-ahead = Summary, before
report-column-seven-days = 7 days or more
report-column-none-ahead = No summary
report-column-read-plain = Read over
report-column-plain = In plain words
report-column-after = Minutes, after
report-column-none-after = No minutes
report-column-comments = Comments
report-column-amount = Amount
report-column-value = Value
report-column-needed = Times named
report-column-met = Times seen to
report-column-before = Before
report-column-after-correction = Now
report-column-definition = Definition
report-column-control = Sum of the lines
report-column-kind = What it is
report-column-level = Level
report-column-territory = Territory
report-column-since = From
report-note-hidden = "hidden": see section 11. The lines shown do not make the total then.
report-note-figures = How it is counted: { $figures }, in the definitions, at the end.
report-note-twice = A person may count in two territories: the lines do not add up.
report-note-kinds = Concertation, projects and volunteering are never added up. Each person counts once.
report-note-steps = A person counts once for each step.
report-note-ladder = Being there does not prove that one was heard: see section 6.
report-note-money = The allowance recognises time given; expenses give back money spent. They are not added up.

# Method.
report-method-cut = Facts are taken as they stood on { DATE($when, form: "year") } at { TIME($when) }: what came after does not count. The report was frozen, and its texts taken, on { DATE($frozen, form: "year") }.
report-method-hidden = A figure about 1 to 4 people is hidden. Others are hidden with it, so that no subtraction gives it back. A zero is shown. So is the number of comments of the year, for it is about nobody.
report-method-silence = Attendance that was not noted is neither presence nor absence. A comment is never presence.
report-method-kinds = A table of which nobody said what it is counts as concertation.
report-method-missing = Not recorded: { $names }.
report-method-digest = Fingerprint of these figures (SHA-256 of the JSON file): { $digest }
report-missing-training = training
report-missing-accompaniment = accompaniment
report-missing-envelope = the envelopes
report-missing-survey = the survey
report-figure = { $figure }
report-figure-at = { $figure } ({ $places })
report-place = { $dimension } { $label }
report-control-levels = Meetings by level ({ $kind })
report-control-modes = Attendances by manner ({ $kind })
report-control-words = Comments, by what became of them
report-control-expenses = Expenses, by item
report-control-equal = equal to the total
report-control-hidden = parts are hidden
report-control-differs = other than the total: to be checked

# Definitions, one for each figure. The version of the definitions moves with them.
report-define-r1 = Meetings held in the year, by place of participation, level and territory; tables that met.
report-define-r2 = Of these, the meetings of which at least one presence or absence was noted.
report-define-r3 = Of these, the meetings where at least one person concerned was there; where several were; where one alone was; where only their words were.
report-define-r4 = Different people who had the role on that day and who were there, in person, by phone or by video. Each counts once.
report-define-r5 = Attendances of these people; a person may have several.
report-define-r6 = Meetings and different people, by the step of the agenda points.
report-define-r7 = Different people whose words were carried to a meeting, for the whole organisation and the whole year.
report-define-r8 = Each person, at the highest degree they reached in the year. Having been informed is counted apart.
report-define-r9 = Days between the first reminder that left and the meeting: the middle one; 7 or more; none that left.
report-define-r10 = Meetings announced without any hard word left, of those that were read over.
report-define-r11 = Days between the end of a meeting and its plain minutes: the middle one; none that left.
report-define-r12 = Comments confirmed and not withdrawn, by what was decided. They count on the date of their meeting.
report-define-r13 = Comments answered; of these, by the promised day; overdue on the day of the freeze.
report-define-r14 = People who were offered the allowance; people who claimed.
report-define-r15 = Lines of claims approved, paid or received: the allowance, in person and from afar together; apart, expenses by item.
report-define-r16 = Amounts paid in the year, by date of payment; claims of the year's activities paid and refused, with their delays; claims that had waited for more than 30 days.
report-define-r17 = Rates in force on a day of the year at least; lines accepted beyond these rates.
report-define-r18 = Times that a person concerned named a need in order to come; how many of these the coordination noted as seen to (/need). Once erased, they stay a number of each meeting, of nobody.
report-define-r19 = Different people concerned who followed a training; who were accompanied on a day of the year; envelopes said for the year; survey without names, how many people gave each answer.

# Journal.
journal-report-frozen = report of { $year } frozen, version { $version }
journal-report-corrected = report of { $year } corrected, version { $version }
journal-report-written = text of the report of { $year } written: { $name }
journal-report-put_back = text of before put back in the report of { $year }: { $name }
journal-report-remarks_settled = remarks on the chapter of { $year } settled ({ $count })
journal-report-exported = files of the report of { $year } made, version { $version }
journal-value-name-learned = what was learned
journal-value-name-hard = what was hard
journal-value-name-changed = what changed
journal-value-name-next = what comes next
journal-thing-report = report { $number }

# Figures as they are written, and what a chart says to whoever hears it.
report-number = { $number }
report-chart = { $title }: { $said }
report-bar = { $label }: { $column }
report-chart-line = { $label }: { $value }

# Tables, territories, envelopes: said once, so that each year's report knows.
command-table = what tables are: concertation, project or volunteering, local or regional
command-territoire = territories, and their other names
command-enveloppe = what each territory may spend in the year
example-table = /table
    What a table is: /table COCO: concertation, local, Grande-Anse. Another name: /table COCO = COCO committee
example-territoire = /territory
    A new one: /territory Grande-Anse. Another name: /territory Grande Anse = Grande-Anse. Two that are one: /territory Anse > Grande-Anse. To undo it: /territory Grande-Anse < Anse
example-enveloppe = /envelope 2026-2027
    To say it: /envelope Grande-Anse 2026-2027 3000
report-tables = Tables:
    { LINES($lines) }
report-no-tables = No table yet.
report-table-line = { $name }: { $kind }, { $level }, { $territory }
report-described = Noted. { $line }
report-what-is-it = "{ $words }": a table is concertation, project or volunteering; local or regional.
report-no-such-table = No table is called "{ $name }". All of them: /table
report-territories = Territories:
    { LINES($lines) }
report-no-territories = No territory yet.
report-territory-others = { $name } (also written { $others })
report-territory-known = The territory { $name } is on the list already.
report-territory-added = The territory { $name } is on the list.
report-territory-taken = { $name } is another territory. If they are one: /territory { $before } > { $name }
report-territory-renamed = { $before } is now called { $name }, everywhere. The name before is still understood.
report-merge-widens = { $names } coordinates one of these territories alone: merging them would show them the people of the other. What widens a right is done on the computer: portevoix report merge-territories
report-merge-about = { $before } disappears into { $name }: { $people } cards, { $tables } tables and { $envelopes } envelopes go there. { $limited ->
        [0] Nobody sees more than before.
       *[other] { $names } will see both.
    } A mistake is undone within thirty days: /territory { $name } < { $before }
report-unmerge-about = { $before } is a territory apart from { $name } again, with { $people } cards and { $tables } tables: those that were of it and that nobody changed since.
report-territories-unmerged = { $before } is apart from { $name } again.
report-not-merged = { $apart } was not merged into { $name } in the last thirty days, or another was since.
report-territories-merged = { $before } and { $name } are one: { $name }.
report-territory-same = It is the same territory: { $name }.
report-no-such-territory = "{ $name }" is not on the list of territories ({ $known }). To add it: /territory { $name }
report-bad-amount = "{ $words }" is not an amount. Write it like this: 3000 or 3000.50
report-envelope-set = Envelope of { $name }, { $year }: { $amount }.
report-envelopes = Envelopes { $year }, allowances and expenses together:
    { LINES($lines) }
report-no-envelopes = No envelope was given for this year. /envelope Grande-Anse 2026-2027 3000
report-envelope-line = { $name }: { $spent } recognised of { $amount }, { $left } left
report-envelope-over = { $name }: { $spent } recognised of { $amount }, { $over } too much
report-envelope-told = { $percent }% of an envelope are spent. { $line }
journal-report-described = table described: { $kind }, { $level }
journal-report-territory_added = territory added
journal-report-territory_renamed = territory renamed
journal-report-territories_merged = two territories became one: { $before } into { $name }
journal-report-territories_unmerged = apart again: { $before }, from { $name }
journal-report-envelope_set = envelope { $year }: { $cents }
journal-value-kind-mechanism = concertation
journal-value-kind-project = project
journal-value-kind-volunteering = volunteering
journal-value-level-local = local
journal-value-level-regional = regional
journal-thing-roundtable = table { $number }
journal-thing-territory = territory { $number }

# The yearly survey, on paper or by phone.
command-sondage = the survey of the year: its questions, and the answers to count
example-sondage = /survey
    To send it to phones: /survey 2026-2027 send. To stop it, to take it up again: /survey 2026-2027 stop, then resume
    On paper, one line a sheet, one digit a question, - for one skipped: /survey 2026-2027 4 3 3 2 - 3 4 4
    Noted by mistake: /survey 2026-2027 remove 4 3 3 2 - 3 4 4
report-survey-page = The survey of the year, on paper or by phone, without a name. A question may be skipped, and one may stop.
    { LINES($lines) }
    To count the answers: /survey 2026-2027 4 3 3 2 - 3 4 4. To send it to phones: /survey 2026-2027 send
report-survey-line = { $number }. { $question }
report-survey-how = One line a sheet, { $count } digits a sheet, - for a question skipped: 4 3 3 2 - 3 4 4
report-survey-length = "{ $words }" has { $found } answers; { $count } are needed, in order, with - for one skipped.
report-survey-answer = "{ $words }" is no answer to question { $number }: from 1 to { $most }, or -
report-survey-empty = "{ $words }": every question is skipped, there is nothing to count.
report-survey-noted = Counted for { $year }. Sheets: { $sheets }. Results are read once the year is frozen.
report-survey-dropped = Taken out of { $year }. Sheets: { $sheets }
report-survey-not-there = These answers are not all in the count: nothing is taken out.
report-survey-closed = The report { $year } is frozen: its survey is closed.
journal-report-survey_noted = survey { $year }: sheets counted ({ $sheets })
journal-report-survey_dropped = survey { $year }: sheets taken out ({ $sheets })
report-table-survey = Survey: how many gave each answer
report-table-survey-line = Question
report-sheet-survey = Survey
report-column-one = 1
report-column-two = 2
report-column-three = 3
report-column-four = 4
report-column-answered = Answered
report-no-answer = —
report-note-survey = Without a name; a question could be skipped. To answer a survey is consultation.
report-survey-heard = In meetings, do you feel heard? 1 never, 2 sometimes, 3 often, 4 always
report-survey-what-became = Do you know what was done with what you said? 1 no, 2 a little, 3 yes
report-survey-understood = During meetings, you understand: 1 almost nothing, 2 some, 3 almost all, 4 all
report-survey-changed = Did your opinion change anything this year? 1 no, 2 I do not know, 3 a little, 4 yes
report-survey-in-time = Before meetings, information comes: 1 too late, 2 just in time, 3 in good time
report-survey-support = The bus, childcare, the meal, the allowance: 1 a problem, 2 all right, 3 good
report-survey-real-needs = Do the projects chosen meet the real needs of people? 1 no, 2 a little, 3 fairly, 4 yes
report-survey-purpose = Do you know what the committee is for? 1 no, 2 a little, 3 fairly, 4 yes
report-freeze-late = { $about }
    Careful: { $late }
report-freeze-remarks = { $about }
    Careful: remarks on the chapter have not been settled, from { $names }. First: /report-remarks { $year }
report-remark-waits = { $name }: { $words } (to settle)
report-remarks-waiting = { $said }
    { $count ->
        [one] One remark is waiting. Once it is corrected, or there is nothing to correct:
       *[other] { $count } remarks are waiting. Once it is corrected, or there is nothing to correct:
    } /report-remarks { $year } settled
report-remarks-settled = { $count ->
        [one] One remark on the chapter of { $year } is settled. Its words stay.
       *[other] { $count } remarks on the chapter of { $year } are settled. Their words stay.
    }
report-remarks-none-wait = No remark is waiting on the chapter of { $year }. To read them: /report-remarks { $year }
report-wait-remarks = { $count ->
        [one] One remark to read on the chapter of { $year }
       *[other] { $count } remarks to read on the chapter of { $year }
    }
report-texts = The four texts of the report of { $year }:
    { LINES($lines) }
    To write: /report-write { $year } learned We understood that...
report-text-not-written = (not written)
report-written-over = { $said }
    Before, there was: “{ $before }”
    To put it back: /report-write { $year } { $name } back
report-put-back = The text of before is back in the report of { $year }. { $name }: { $words }
report-nothing-to-put-back = There is no text of before to put back. { $name }, { $year }: /report-write { $year }
report-freeze-about = The report { $year } would be frozen: what was known on { $when } moves no more. A correction will make another version.
report-freeze-unread = The report { $year } would be frozen: what was known on { $when } moves no more. Careful: the people it is about have not read it. First: /report-read { $year }
report-correct-about = The report of { $year } would have a version { $version }, with this reason, printed: { $reason }
    What changes by little would be hidden in it, so that nobody is recognised.
    { $what ->
        [figures] Printed figures that change: { $figures }.
        [texts] Careful: no figure has changed since version { $before }. Only the texts change.
       *[nothing] Careful: no figure has changed since version { $before }, nor any text. The new version would say the same, with one more reason. To change something, correct it first (/presence, /claim, /report-write).
    }
report-reading-empty = No meeting is noted for { $year }: there is nothing to read. Example: /report-read 2026-2027

# The same survey, put to people on their phones.
survey-sent = The survey of { $year } leaves, one question at a time. It can be answered until { DATE($until, form: "year") }. People to whom it is sent: { $people }. Answers are counted without names.
survey-sent-paper = { $said }
    On paper or by phone, with /survey: { $names }
survey-sent-already = The survey of { $year } has left already (until { DATE($until, form: "year") }). To stop it: /survey { $year } stop. To take it up again: /survey { $year } resume
survey-empty-year = No meeting is noted for { $year }: there is nobody to send the survey to. Example: /survey 2026-2027 send
survey-bad-day = At least five days to answer, and two months at most. At the earliest: { DATE($date, form: "year") }
survey-not-sent = No survey of { $year } is under way. To send it: /survey { $year } send
survey-not-stopped = The survey of { $year } was not stopped: there is nothing to take up again. To send it: /survey { $year } send
survey-past = The last day to answer, { DATE($until, form: "year") }, is over. Other answers are noted on paper: /survey
survey-stopped = The survey of { $year } is stopped; what was answered stays counted. People told not to answer: { $people }. To take it up again: /survey { $year } resume
survey-resumed = The survey of { $year } goes on, until { DATE($until, form: "year") }. People who have their question again: { $people }
survey-open = The survey of { $year } can be answered until { DATE($until, form: "year") }. After that day: /report-freeze { $year }. Or: /survey { $year } stop
journal-report-survey_sent = survey { $year } sent ({ $people })
journal-report-survey_stopped = survey { $year } stopped ({ $people })
journal-report-survey_resumed = survey { $year } taken up again ({ $people })

# The rows behind the figures, for a coordinator's eyes.
report-behind-meetings = Meetings
report-behind-presences = Presences
report-behind-comments = Comments
report-behind-claims = Claims accepted
report-behind-payments = Claims paid in the year
report-behind-needs = Needs named
report-behind-about-meetings = These are the meetings held in the year (R1 to R3).
report-behind-about-presences = One line for each person concerned and each meeting where they were (R4 and R5).
report-behind-about-comments = The comments of the year's meetings, but for those that were taken back (R12 and R13).
report-behind-about-claims = The claims accepted, with what in them is of the year (R15). Allowance and expenses are not added up.
report-behind-about-payments = The claims paid in the year, with all that they hold (R16). Allowance and expenses are not added up.
report-behind-about-needs = One line for each person concerned and each meeting for which they had a need (R18).
report-behind-title = { $what }, { $year }: { $count ->
        [0] no line
        [one] { $count } line
       *[other] { $count } lines
    }
report-behind-cut-frozen = Of the frozen report, as known on { DATE($when, form: "year") } at { TIME($when) }: what changed since is not there. For you alone: the report hides small numbers.
report-behind-cut = As known on { DATE($when, form: "year") } at { TIME($when) }. For you alone: the report hides small numbers.
report-behind-different = Different people: { $people }
report-behind-none = No line for this year.
report-behind-total = Total
report-behind-column-meeting = Meeting
report-behind-column-kind = Place
report-behind-column-noted = Presence noted
report-behind-column-there = People concerned who were there
report-behind-column-person = Person
report-behind-column-how = How
report-behind-column-comment = Comment
report-behind-column-decision = The table's answer
report-behind-column-claim = Claim
report-behind-column-day = Day
report-behind-column-state = State
report-behind-column-allowance = Allowance
report-behind-column-expenses = Expenses
report-behind-column-paid-on = Paid on
report-behind-column-needs = Needs
report-behind-yes = yes
report-behind-no = no
report-behind-waiting = no answer yet
report-behind-number = no. { $number }
report-behind-claim = no. { $number }, { $name }
report-behind-day = { DATE($date, form: "year") }
report-behind-list = { $names }
report-behind-of-nobody = (erased with time: the number stays)
