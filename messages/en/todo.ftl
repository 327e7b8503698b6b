### Not for basic phones: what waits for whoever coordinates, in a chat, and what a search finds.
command-a-faire = see all that waits
command-plus-tard = put off one thing that waits
command-recherche = search for a name or a word everywhere
example-a-faire = /to-do
example-plus-tard = /later presence 12 the room was closed
    For more than 7 days: /later presence 12 3 weeks the reason
    To put it back in the list: /later presence 12 again
example-recherche = /search fridge

todo-nothing = Nothing waits for you.
todo-list = { $count ->
        [one] One thing waits:
       *[other] { $count } things wait:
    }
    { LINES($lines) }{ $more ->
        [0] {""}
        [one] {"\u000A"}And one more: /to-do { $next }
       *[other] {"\u000A"}And { $more } more: /to-do { $next }
    }
todo-no-such-page = There is no page { $page }. The beginning: /to-do
todo-weekly = Hello. Here is what waits this week:
    { LINES($lines) }{ $more ->
        [0] {""}
        [one] {"\u000A"}And one more: /to-do
       *[other] {"\u000A"}And { $more } more: /to-do
    }
    To put something off: /help later
    Seal of the journal, this morning: { $seal }
todo-line = • { $what }. { $do }
todo-line-since = • { $what } ({ $since }). { $do }
todo-do-task = /calls
todo-do-calls = /calls
todo-do-presence = /presence { $number }
todo-do-minutes = /minutes { $number }
todo-do-meeting = /meeting { $number }
todo-do-remarks = /report-remarks { $number }
todo-do-reading = /comments { $number }
todo-do-claims = /claims
todo-do-broadcast = /sendings { $number }
todo-do-digest = /digest
todo-do-request = /privacy
todo-kind-presence = attendance to note
todo-kind-minutes = minutes to write
todo-kind-meeting = a meeting to announce
todo-kind-reading = comments
todo-kind-broadcast = a broadcast
todo-which-kind = "{ $words }" cannot be put off. What can wait: { $kinds }. Example: /later presence 12 the room was closed
todo-does-not-wait = Nothing like that waits: { $kind } { $number }. To see what waits: /to-do
todo-how-long = From 1 to { $most } days. Example: /later presence 12 3 weeks the reason
todo-put-off = Put off: { $kind } { $number }, until { DATE($date, form: "year") }. To change your mind: /later { $kind } { $number } again
todo-not-put-off = This is not put off: { $kind } { $number }.
todo-taken-up = It is back in what waits: { $kind } { $number }.
todo-not-found = Nothing holds "{ $words }".
todo-found = { $count ->
        [one] Found once:
       *[other] Found { $count } times:
    }
    { LINES($lines) }{ $more ->
        [0] {""}
        [1] {"\u000A"}And once more: /search { $words } more { $next }
       *[other] {"\u000A"}And { $more } times more: /search { $words } more { $next }
    }
todo-found-no-such-page = There is no page { $page }. The beginning: /search { $words }
todo-found-person = • { $name }: /person { $number }
todo-found-person-of = • { $name } ({ $territory }): /person { $number }
todo-found-meeting = • { $roundtable }, { DATE($date, form: "year") }: /meeting { $number }
todo-found-comment = • comment no. { $number }, { $roundtable }: /comments { $meeting }
todo-found-broadcast = • { $title }, { DATE($date, form: "year") }: /sendings { $number }
todo-found-item = • item "{ $title }": /item { $number }
journal-todo-put_off = put off: { $kind } { $number }, until { $until }
journal-todo-taken_up = back in what waits: { $kind } { $number }
