### Not for basic phones: what waits for whoever coordinates, as the web console lists it.
claims-wait-decide = { $count ->
        [one] Decide { $count } claim
       *[other] Decide { $count } claims
    }
claims-wait-pay = { $count ->
        [one] Pay { $count } claim
       *[other] Pay { $count } claims
    }
claims-wait-since = the oldest: { $date }
claims-desk-allowance = allowance
comments-wait-answer = { $roundtable }, { $date }: answer { $count ->
        [one] { $count } comment
       *[other] { $count } comments
    }
comments-wait-read = { $roundtable }, { $date }: say whether { $count ->
        [one] { $count } comment was read
       *[other] { $count } comments were read
    }
comments-wait-take = { $roundtable }, { $date }: take { $count ->
        [one] { $count } comment
       *[other] { $count } comments
    } to the table
comments-wait-promised = Answer promised by { $date }.
meetings-wait-presence = Note who was there: { $roundtable }, { $date }
meetings-wait-minutes = Write the minutes: { $roundtable }, { $date }
meetings-wait-draft = Announce the meeting: { $roundtable }, { $date }
digest-wait-approve = Approve the { $month } digest ({ $count ->
        [one] { $count } item
       *[other] { $count } items
    })
digest-wait-leaves = leaves { $when }

comments-open = The comments that wait for something:
    { LINES($lines) }
comments-open-line = • { $roundtable }, { DATE($date, form: "year") }: { $take } to take, { $read } to read, { $answer } to answer. /comments { $number }
comments-open-none = No comment waits. For those of a meeting: /comments 12
claims-past = { $state ->
        [paid] Paid claims, the latest first:
        [refused] Claims not accepted, the latest first:
       *[cancelled] Cancelled claims, the latest first:
    }
    { LINES($lines) }{ $more ->
        [0] {""}
       *[other] {"\u000A"}More: /claims { $state ->
            [paid] paid
            [refused] refused
           *[cancelled] cancelled
        } { $next }
    }
claims-paid-line = no. { $number } { $name }, { $total }, for { DATE($date, form: "year") }: { $state }
claims-past-none = { $state ->
        [paid] No claim is paid.
        [refused] No claim is refused.
       *[cancelled] No claim is cancelled.
    }
