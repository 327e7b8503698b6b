### Not for basic phones: what coordinators write and read about agenda points.

# What the yearly report asks of each agenda point.
command-etape = say which step of the work a point belongs to
command-issue = say what came of a point
example-etape = /step 12.1 portrait
    The steps: portrait, issues, priorities, plan, selection, action, follow-up. The next meetings of the table begin with the same one.
example-issue = /point-outcome 12.1 opinion
    What came of the point: opinion (an opinion was given), decided, postponed.
meetings-which-step = "{ $words }" is not a step: portrait, issues, priorities, plan, selection, action, follow-up.
meetings-which-outcome = "{ $words }": write opinion, decided or postponed.
meetings-no-such-point = Meeting no. { $number } has no point { $point }: it has { $points }.
meetings-step-said = Meeting no. { $number }, point { $point }: { $step }.
meetings-outcome-said = Meeting no. { $number }, point { $point }: { $outcome }.
meetings-outcome-opinion = an opinion was given
meetings-outcome-decided = decided
meetings-outcome-postponed = postponed
journal-meetings-step_said = step of a point: { $step }
journal-meetings-outcome_said = what came of a point: { $outcome }
journal-value-outcome-opinion = an opinion
journal-value-outcome-decided = decided
journal-value-outcome-postponed = postponed
journal-value-step-portrait = portrait
journal-value-step-issues = issues
journal-value-step-priorities = priorities
journal-value-step-plan = plan
journal-value-step-selection = choice of projects
journal-value-step-action = action
journal-value-step-follow_up = follow-up

# What people did beyond being there, for the yearly report.
command-apport = say who led, trained, wrote, followed a project or a training
example-apport = /contribution 12 3 led, 7 trained
    By number or by name: led, trained (gave a training), wrote, followed (follows a project), learned (followed a training). To take back what was said: 3 nothing.
meetings-which-part = "{ $words }": write who, then led, trained, wrote, followed, learned or nothing. Example: 3 led
meetings-parts-said = Meeting no. { $number }, what people did:
    { LINES($lines) }
meetings-part-line = { $name }: { $parts }
meetings-part-none = Nothing noted.
meetings-part-led = led
meetings-part-trained = gave a training
meetings-part-wrote = wrote
meetings-part-followed = follows a project
meetings-part-learned = followed a training
journal-meetings-parts_said = what people did at a meeting ({ $people })

# One meeting whole, and those that are past.
meetings-shown = { LINES($lines) }
meetings-shown-title = Meeting no. { $number }: { $roundtable }, { DATE($date, form: "year") }, { $start } to { $end } ({ $state })
meetings-shown-place = Place: { $place }
meetings-shown-carrier = { $carrier } carries the comments. Answer promised for { DATE($date, form: "year") }.
meetings-shown-no-carrier = Nobody carries the comments: none can be written.
meetings-shown-point = { $number }. { $title }: { $plain }
meetings-shown-point-lacks = { $number }. { $title }: the plain words are missing. /point
meetings-shown-no-point = The agenda is empty. /point
meetings-shown-reminders = Reminders sent: { $sent }. Planned: { $planned }.
meetings-shown-coming = Coming ({ $count }): { $names }
meetings-shown-absent = Cannot come ({ $count }): { $names }
meetings-shown-maybe = Maybe ({ $count }): { $names }
meetings-shown-none = No answer ({ $count }): { $names }
meetings-shown-not-asked = Who cannot be written to ({ $count }): { $names }
meetings-shown-taken-back = Invitation taken back: { $names }. To invite again: /invitation { $number } { $first } again
command-invitation = take back an invitation made by mistake
example-invitation = /invitation 12 Jeanne
    To invite again: /invitation 12 Jeanne again
meetings-invitation-taken-back = Meeting { $number }: { $name } is not invited any more. To invite again: /invitation { $number } { $name } again
meetings-invitation-again = Meeting { $number }: { $name } is invited again, and will receive the next reminders.
meetings-invitation-same = Meeting { $number }: it is so already for { $name }. To see who is invited: /meeting { $number }
meetings-invitation-noted = Meeting { $number }: the presence of { $name } is noted. First: /presence { $number } { $name } ?
journal-meetings-invitation_changed = { $invited ->
        [yes] invited again
       *[no] invitation taken back
    }
meetings-shown-comments = Comments: { $take } to take, { $read } to read, { $answer } to answer, { $done } answered. /comments { $number }
meetings-shown-no-comments = No comment.
meetings-guest-unknown = "{ $who }" is not in your lists, or several people have that name. To add them: /person { $who }; 819 555-0101. Nothing is noted. With their number, then write the same line: + and that number
meetings-not-invited = I cannot find "{ $who }" among the people invited. To see the list: /presence { $number }. Someone of your lists who was not invited: /presence { $number } + { $who }
meetings-shown-presence = Attendance is noted: { $there } there out of { $count }. /presence { $number }
meetings-shown-no-presence = Attendance is not noted. /presence { $number }
meetings-shown-minutes = Minutes sent on { DATE($date, form: "year") }.
meetings-shown-no-minutes = The minutes are not sent. /minutes { $number }
meetings-none-past = No past meeting.
meetings-list-past = Past meetings, the latest first:
    { LINES($lines) }{ $more ->
        [0] {""}
       *[other] {"\u000A"}More: /meetings past { $next }
    }
meetings-need-line = { $name } needs: { $needs }
meetings-need-done = { $need } (settled)
meetings-need-open = { $need } (to settle)
meetings-shown-needs-open = Once it is settled: /need { $number } { $name } settled
meetings-need-noted = Meeting { $number }:
    { LINES($lines) }
meetings-no-such-need = Nobody said they need that: "{ $who }". To see the needs: /meeting { $number }
meetings-which-need = Which need, "{ $words }"? Write the name, then transport, childcare or meal, then settled or not settled.
command-besoin = say that a need is settled (transport, childcare, meal)
example-besoin = /need 12 Rose transport settled
    Not after all: /need 12 Rose transport not settled
journal-meetings-need_settled = { $settled ->
        [yes] need settled
       *[no] need to settle again
    }
