# How someone's words are carried to the table, and how the answer comes back.
comments-offer-after = You were not at { $roundtable } on { $date }. { $carrier } can read your words to the table. You will have the answer by { $answer_by }. Do you want to say something?
    .sms = { $roundtable } of { $date }: { $carrier } can read your words to the table. You will have the answer by { $answer_by }. Do you want to say something?
    .segments = 2
comments-offer-after-open = Meeting { $roundtable } of { $date }: would you like to add something? { $carrier } can read it at the table. Answer by { $answer_by }.
    .segments = 2
comments-offer-declined = All right. If you change your mind, text COMMENT.
comments-none-open = No meeting takes comments right now. { $name } has your message and will answer you. Phone: { $phone }
comments-which-meeting = For which meeting?
comments-meeting = { $roundtable }, { $date }
comments-write = Write your words as they come, in one or several messages. { $carrier } will read them on { $date }.
    .sms = Write your words as they come, in one or several texts. { $carrier } will read them on { $date }.
comments-more = Kept too. Anything else? Write it.
comments-missing-mark = [the rest is missing]
comments-leaving = { $name } will call you within two days. To talk: { $phone }

comments-missing-part = Part { $part } of your message is missing. Can you send it again? 1 = that is all
comments-private = You speak of your own life: "{ $quote }". May { $name } read it to the table?
    .segments = 2
comments-private-keep = yes, read it
comments-private-drop = no, take it out
comments-read-back = { $carrier } will read this, with your name ({ $name }): "{ $words }" Is it right?
    .segments = 6
comments-read-back-nameless = { $carrier } will read this, without your name: "{ $words }" Is it right?
    .segments = 6
comments-option-yes = OK
comments-option-correct = correct it
comments-option-nameless = without my name
comments-option-withdraw = take it back
comments-option-human = for { $name }, not the table
comments-for-a-human = All right: not for the table. { $name } will read your words and answer you. To talk: { $phone }
comments-taken-for-a-human = Done: your words (no. { $number }) will not be read to the table. { $name } will read them and answer you. To talk: { $phone }
comments-status-with-a-person = Your words of { DATE($date, form: "bare") }: { $name } will read them
comments-is-named = Your words will be read with your name. To take it off: WITHOUT MY NAME
comments-is-nameless = Your words will be read without your name.
comments-dropped = All right, your words will not be read. Nothing is kept.
comments-confirmed = Comment { $number } noted. { $carrier } will read it to the table. You will have the answer by { $answer_by }. To withdraw it: WITHDRAW
    .sms = Comment { $number } noted. { $carrier } will read it. You will have the answer by { $answer_by }. To withdraw it: WITHDRAW
comments-confirmed-nameless = Noted, without your name. { $carrier } will read it. You will have the answer by { $answer_by }. To withdraw it: WITHDRAW
    .sms = Noted, without your name. { $carrier } will read it. You will have the answer by { $answer_by }. To withdraw it: WITHDRAW
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
comments-code = Several people write from this phone. The code of this comment, for you alone: { $code }. To take it back, write WITHDRAW { $code }.
    .sms = Several people write from this phone. The code of this comment: { $code }. Take it back? WITHDRAW { $code }
comments-now-nameless = Done: your words will be read without your name. They have a new number.
comments-now-nameless-seen = Done: your words will be read without your name. The coordinators had seen it, the table will not know.
comments-write-again = All right. Once the new words are confirmed, they take the place of the earlier ones.
comments-carried = { $carrier } has your comment { $number }. It will be read on { $date }.
comments-carried-after = { $carrier } has your comment no. { $number }. We will write to you when it is read at the table.
comments-read = Your comment { $number } was read to the table on { $date }. You will have the answer by { $answer_by }.
comments-answered-kept = Your comment { $number } is kept. Why: { $reason }
    .segments = 3
comments-answered-not-kept = Your comment { $number } is not kept. Why: { $reason }. A question? Text Q and your question.
    .segments = 3
comments-answered-to-follow = Your comment { $number } is to be followed up. { $reason }
    .segments = 3
comments-your-words = Your words, no. { $number }: { $words }
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
comments-help-noted = Noted. { $name } will write or call you. To talk: { $phone }
comments-help-not-now = All right, thank you. If anything changes: { $name }, { $phone }

# For coordinators.
comments-none = No comment for meeting { $number } ({ $roundtable }).
comments-list = Comments for { $roundtable }, { $date } (meeting { $number }):
    { LINES($lines) }
    .segments = 20
comments-after-reading = After the reading: /read { $number }
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
    }, the promised date has passed. To see them and answer: /comments { $number }
    .segments = 2
comments-read-later = { $date } has not come yet. Example: /read 12
comments-meeting-cancelled = Meeting { $number } is off: its comments were not read there.
comments-nothing-to-read = No comment waits to be read for meeting { $number }.
comments-marked-read = Meeting { $number }: { $comments ->
        [one] { $comments } comment read
       *[other] { $comments } comments read
    } on { $date }. Their authors are told. Then answer each. Example: /outcome { $first } kept The camp will open at 8:30.
    .segments = 2
comments-no-such = There is no comment { $number }.
comments-no-such-meeting = There is no meeting { $number }. To see the list: /meetings
comments-not-read-yet = Comment { $number } was not read to the table yet. After the reading: /read { $meeting }
comments-no-reason = A reason is needed. Example: /outcome { $number } not kept There is no room this year.
comments-reason-too-long = The reason has { $length } characters. The most is { $longest }.
comments-answer-done = Comment { $number } ({ $who }): { $decision }. { $told ->
        [yes] Its author is told.
       *[no] No message leaves: tell them yourself.
    } To change it: /outcome { $number }, another answer and why.
comments-answer-nameless = without a name
comments-which-answer = What is the table's answer, "{ $words }"? There are three. Example: /outcome 14 kept The camp will open at 8:30.
    .segments = 2
comments-decision-kept = kept
comments-decision-not-kept = not kept
comments-decision-to-follow = to follow

command-commentaires = see the comments for a meeting
command-lu = note that the comments were read
command-suite = answer a comment
example-commentaires = /comments 12
example-lu = /read 12 Tuesday December 8
example-suite = /outcome 14 kept The camp will open at 8:30.
    /outcome 14 not kept There is no room this year.
    /outcome 14 to follow We talk about it again in February.

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

comments-line-read = → read to the table on { $date }
comments-line-answered = → { $decision }: { $reason }
comments-nothing-to-take = Meeting { $number }: there is no new comment to take. To see them again: /comments { $number }
comments-taken = Meeting { $number }: { $comments ->
        [one] { $comments } comment taken
       *[other] { $comments } comments taken
    }. { $carrier } reads them to the table. After the meeting: /read { $number }
comments-read-before = { $date } is before the meeting ({ $meeting }). Example: /read 12 Tuesday December 8
comments-unread-no-reason = Say why: people will read it. Example: /unread { $number } the meeting ended early
comments-none-read = Meeting { $number }: no comment marked read waits for its answer.
comments-marked-not-read = Meeting { $number }: { $comments ->
        [one] { $comments } comment waits to be read again
       *[other] { $comments } comments wait to be read again
    }.
comments-answered-already = Comment { $number } has its answer already.
comments-not-answered-yet = Comment { $number } has no answer yet. Example: /outcome { $number } kept The camp will open at 8:30.
comments-same-answer = That is the answer to comment { $number } already: nothing is sent.
command-porter = take the comments to the table
command-pas-lu = correct: they were not read
example-porter = /take 12
example-pas-lu = /unread 12 the meeting ended early
journal-comments-not_read = { $comments ->
        [one] { $comments } comment marked read by mistake
       *[other] { $comments } comments marked read by mistake
    }
journal-comments-answer_corrected = answer corrected: { $decision } (before: { $before })
journal-value-before-kept = kept
journal-value-before-not_kept = not kept
journal-value-before-to_follow = to follow
comments-not-read = Correction: your comment { $number } was not read to the table. { $reason }
    .segments = 3
comments-corrected-kept = Correction: the table kept your idea (no. { $number }). { $reason }
    .segments = 3
comments-corrected-not-kept = Correction: the table did not keep your idea (no. { $number }). { $reason }
    .segments = 3
comments-corrected-to-follow = Correction: your idea (no. { $number }) is to be followed up. { $reason }
    .segments = 3
comments-offer = Noted, you are not coming on { $date } ({ $roundtable }). { $carrier } can read your words to the table. Do you want to say something to the table?
    .sms = Noted: you are not coming { $date } ({ $roundtable }). { $carrier } can read your words to the table. Do you want to say something?
    .segments = 2
comments-write-after = Write your words as they come, in one or several messages. The meeting of { $date } is over: { $carrier } will give them to the table.
    .sms = Write your words as they come. The meeting of { $date } is over: { $carrier } will give them to the table.
comments-first = Kept. Anything to add? Write it.
comments-for-the-table = { $carrier } can read this to the table on { $date }, with your name ({ $name }): "{ $words }" All right?
    .segments = 6
comments-for-the-table-nameless = { $carrier } can read this to the table on { $date }, without your name: "{ $words }" All right?
    .segments = 6
comments-will-be-nameless = Noted: your words will be read without your name.
comments-piece-dropped = The last message is taken out. The others stay.
comments-what-becomes = { $carrier } will read your words on { $date }. You'll have an answer by { $answer_by }. Anything else? Q and your question
comments-kept-behind = Your words are kept too: we come back to them after your expenses.
comments-kept-behind-english = Your words are kept too: we come back to them after your expenses.
comments-choices = { $words } ({ $choices })
comments-choice-yes = { $number } { $title }: for
comments-choice-no = { $number } { $title }: against
comments-until = Answer before { $date }. Your words for the table: { $carrier } reads them that day. Write COMMENT.

# What stays, said when words are dropped; a wish for no name before any words; an offer that is behind them.
comments-dropped-but = Those words won't be read. Your comment no. { $number } stays. Take it back too?
comments-dropped-but-nameless = Those words won't be read. Your comment without a name stays. Take it back too?
comments-dropped-but-several = Those words won't be read. { $count ->
        [one] { $count } comment
       *[other] { $count } comments
    } of yours stay. To take them back: WITHDRAW
comments-dropped-one-stays = Those words won't be read. Your comment no. { $number } stays. To take it back: WITHDRAW
comments-dropped-one-stays-nameless = Those words won't be read. Your comment without a name stays. To take it back: WITHDRAW
comments-still-there = Your comment no. { $number } is still there. Take it back?
comments-still-there-nameless = Your comment without a name is still there. Take it back?
comments-gone = No words of yours are kept for the table.
comments-nameless-before = OK, your words will be read without your name. Write them when you like.
comments-offer-past = To say something to the table, write COMMENT.
comments-added = Those words are kept with the others.
comments-read-back-still = Your words are waiting for your answer.
comments-write-these-again = Your words stay: "{ $words }" Write them the way you want them.
    .segments = 6
comments-as-they-are = keep them so
comments-first-name = OK: your first name alone ({ $name }), never your family name.
comments-with-name-before = OK, with your name. We do not have your words yet. To write them: COMMENT
comments-with-name = OK, your words will be read with your name.
comments-withdraw-all = Remove { $count ->
        [one] your comment
       *[other] your { $count } comments
    }{ $numbers ->
        [no] {""}
       *[other] {" "}({ $numbers })
    }? They cannot come back.
comments-withdrawn-all = Done: { $count ->
        [one] your comment is removed
       *[other] your { $count } comments are removed
    }. Nothing will be read.
