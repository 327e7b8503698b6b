# How someone's words are carried to the table, and how the answer comes back.
comments-offer-after = You were not at { $roundtable } on { $date }. Is there something you want to say? { $carrier } can read it to the table. An answer before { $answer_by }.
    .sms = { $roundtable } of { $date }: { $carrier } can read your words to the table, an answer before { $answer_by }. Shall we?
    .segments = 2
comments-offer-declined = All right. If you change your mind, text COMMENT.
comments-none-open = No meeting takes comments right now. { $name } has your message and will answer you. Phone: { $phone }
comments-which-meeting = For which meeting?
comments-meeting = { $roundtable }, { $date }
comments-write = Write your words as they come, in one or more messages. { $carrier } will read them on { $date }. 1 = that is all
comments-more = Noted. Write the rest if you like. 1 = that is all
comments-heard = It is kept. Write the rest, or 1 = that is all. Then you will say whether { $carrier } reads it to the table on { $date }.
    .sms = It is kept. Write the rest, or 1 = that is all. Then say if { $carrier } reads it to the table on { $date }.
comments-kept-behind = Your words are kept too: we come back to them after your expenses.
comments-kept-behind-english = Your words are kept too: we come back to them after your expenses.
comments-missing-mark = [the rest is missing]
comments-leaving = { $name } will call you within two days. Faster: { $phone }

# Which day they come, which day they do not.
comments-days = Did we get it right? { LINES($days) }
    .sms = Did we get it right?
    { LINES($days) }
    .segments = 2
comments-day-absent = { $date } ({ $roundtable }): absent
comments-day-coming = { $date } ({ $roundtable }): you come
comments-days-kept = Noted.
    { LINES($days) }
    .segments = 2
comments-days-not = Nothing is changed. { $name } will read your message. One meeting at a time: text ABSENT. Phone: { $phone }
comments-missing-part = Part { $part } of your message is missing. Can you send it again? 1 = that is all
comments-private = Your message also speaks of you: "{ $quote }". Do we leave it?
    .sms = This speaks of you: "{ $quote }". Do we leave it?
comments-private-keep = leave it
comments-private-drop = take it out
comments-which-point = What is it about?
    .segments = 2
comments-point-unknown = something else
comments-read-back = { $carrier } will read this, with your name ({ $name }): "{ $words }" Is it right?
    .segments = 6
comments-read-back-nameless = { $carrier } will read this, without your name: "{ $words }" Is it right?
    .segments = 6
comments-option-yes = OK
comments-option-correct = correct it
comments-option-nameless = without my name
comments-option-withdraw = take it back
comments-option-human = for { $name }, not the table
comments-choices = { $words } ({ $choices })
comments-choice-yes = { $number } { $title }: for
comments-choice-no = { $number } { $title }: against
comments-for-a-human = All right: not for the table. { $name } will read your words and answer you. Faster: { $phone }
comments-dropped = All right, your words will not be read. Nothing is kept.
comments-confirmed = Comment { $number } noted. { $carrier } will read it to the table. You will have the answer before { $answer_by }. To take it back: WITHDRAW
    .sms = Comment { $number } noted. { $carrier } will read it. Answer before { $answer_by }. Take it back? WITHDRAW
comments-confirmed-nameless = Noted, without your name. { $carrier } will read it. You will have the answer before { $answer_by }. To take it back: WITHDRAW
    .sms = Noted, without your name. { $carrier } will read it. Answer before { $answer_by }. Take it back? WITHDRAW
comments-none-of-yours = You have no comment waiting. To write one: COMMENT
comments-which = Which one is it?
    .segments = 2
comments-short = { $number }: { $words }
comments-short-nameless = no name, { $roundtable }, { $date }
comments-withdraw-sure-nameless = Take back your comment without a name? It cannot be undone.
comments-withdraw-sure = Take back comment { $number }? It cannot be undone.
comments-withdrawn = Comment { $number } is taken back. It will not be read.
comments-kept-as-is = All right, nothing is changed.
comments-already-read = Comment { $number } was already read to the table on { $date }. It cannot be taken back. To talk about it: TALK
    .sms = { $number } was already read to the table ({ $date }). It cannot be taken back. To talk about it: TALK
comments-now-nameless = Done: your words will be read without your name. They have a new number.
comments-now-nameless-seen = Done: your words will be read without your name. The coordinators had seen it, the table will not know.
comments-write-again = All right. Once the new words are confirmed, they take the place of the earlier ones.
comments-carried = { $carrier } has your comment { $number }. It will be read on { $date }.
comments-read = Your comment { $number } was read to the table on { $date }. Answer before { $answer_by }.
comments-answered-kept = Your comment { $number } is kept. Why: { $reason }
    .segments = 3
comments-answered-not-kept = Your comment { $number } is not kept. Why: { $reason }. A question? Text Q and your question.
    .segments = 3
comments-answered-to-follow = Your comment { $number } is to be followed up. { $reason }
    .segments = 3
comments-status-received = comment { $number }: received
comments-status-confirmed = comment { $number }: noted
comments-status-carried = comment { $number }: handed over
comments-status-read = comment { $number }: read to the table
comments-status-answered = comment { $number }: answered
comments-status-withdrawn = comment { $number }: taken back

# After two absences in a row.
comments-help = We would like to see you again at { $roundtable }. What would help?
    .segments = 2
comments-help-transport = a ride
comments-help-childcare = childcare
comments-help-hour = another hour
comments-help-call = a phone call
comments-help-none = nothing, thanks
comments-help-noted = Noted. { $name } will write or call you. Faster: { $phone }
comments-help-not-now = All right, thank you. If anything changes: { $name }, { $phone }

# For coordinators.
comments-none = No comment for meeting { $number } ({ $roundtable }).
comments-list = Comments for { $roundtable }, { $date } (meeting { $number }):
    { LINES($lines) }
    After the reading: /read { $number }
    .segments = 20
comments-point = Point { $number }. { $title }
comments-no-point = Other
comments-line = { $number } ({ $name }): "{ $words }"
    .segments = 4
comments-line-nameless = { $number } (no name): "{ $words }"
    .segments = 4
comments-line-choices = ({ $choices })
comments-line-someone = This comment names someone: see what to do before the whole table hears it.
comments-call-today = { $name } spoke of leaving: a call was promised by tomorrow. /calls { $number }
comments-see-first = Meeting { $number }: these comments name someone. Read them first: /comments { $number }
    .segments = 2
comments-marked-read-but = Meeting { $number }: { $comments ->
        [one] { $comments } comment read
       *[other] { $comments } comments read
    } on { $date }. { $left ->
        [one] { $left } left that names someone
       *[other] { $left } left that name someone
    }: /comments { $number }
    .segments = 2
comments-few-nameless = Careful: few comments have no name. The words themselves may tell who wrote.
comments-to-read = { $roundtable } (meeting { $number }): { $comments ->
        [one] { $comments } comment to read
       *[other] { $comments } comments to read
    } to the table. To see them: /comments { $number }
    .segments = 2
comments-overdue = { $roundtable } (meeting { $number }): { $comments ->
        [one] { $comments } comment still waits for its answer
       *[other] { $comments } comments still wait for their answer
    }, the promised date has passed. Example: /outcome 14 kept The camp will open at 8:30.
    .segments = 2
comments-read-later = { $date } has not come yet. Example: /read 12
comments-nothing-to-read = No comment waits to be read for meeting { $number }.
comments-marked-read = Meeting { $number }: { $comments ->
        [one] { $comments } comment read
       *[other] { $comments } comments read
    } on { $date }. Their authors are told. Then answer each: /outcome 14 kept The camp will open at 8:30.
    .segments = 2
comments-no-such = There is no comment { $number }.
comments-no-such-meeting = There is no meeting { $number }. To see the list: /meetings
comments-not-read-yet = Comment { $number } was not read to the table yet. After the reading: /read { $meeting }
comments-no-reason = A reason is needed. Example: /outcome { $number } not kept There is no room this year.
comments-reason-too-long = The reason has { $length } characters. The most is { $longest }.
comments-answer-done = Comment { $number }: { $decision }. Its author is told.
comments-decision-kept = kept
comments-decision-not-kept = not kept
comments-decision-to-follow = to follow

command-commentaires = see the comments for a meeting
command-lu = note that the comments were read
command-suite = answer a comment
example-commentaires = /comments 12
example-lu = /read 12 Tuesday December 8
example-suite = /outcome 14 not kept There is no room this year.

journal-comments-confirmed = comment { $number } noted
journal-comments-withdrawn = comment { $number } taken back
journal-comments-carried = { $comments ->
        [one] { $comments } comment handed
       *[other] { $comments } comments handed
    } to coordinators
journal-comments-read = { $comments ->
        [one] { $comments } comment read
       *[other] { $comments } comments read
    } to the table on { $date }
journal-comments-answered = comment { $number }: { $decision }
