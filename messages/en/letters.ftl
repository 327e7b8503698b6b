### Not for basic phones: printed on paper, or read in the shell.
letters-date = { $date }
letters-greeting = Hello { $name },
letters-meeting = Meeting: { $roundtable }
letters-meeting-words = { $date }, from { $start } to { $end }, { $place }.
    { $points }
letters-no-news = There is no news this month.
letters-closing = To talk to us: { $name }, { $phone }
letters-nobody = Nobody chose the post. To choose it, a person texts POSTE, or: portevoix people add --channel post
letters-made = { $people ->
        [one] { $people } letter in
       *[other] { $people } letters in
    } { $file }. Address missing: { $missing }. Once posted: portevoix letters --month ... --posted ...
letters-posted = { $people ->
        [one] { $people } letter logged
       *[other] { $people } letters logged
    } as posted on { $date }.
letters-posted-later = { $date } has not come yet.
letters-already-posted = The letters of { $month } are already logged as posted.
journal-letters-posted = { $people ->
        [one] { $people } letter posted
       *[other] { $people } letters posted
    }
letters-ready = Letters ready: { $people }. Missing addresses: { $missing }
