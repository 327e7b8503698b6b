# What is said when it is not clear who takes a message.
router-not-stopped = All right, messages go on.
router-unclear = This is not clear, but { $name } will read your words. Please answer with a number of the list.
router-unclear-options = This is not clear, but { $name } will read your words. To answer: { $options }. Example: 1
router-stale-button = This question is over. The menu: HELP
    .sms = This question is over. The menu: AID
router-answer-in-full = For this one, press your answer, or write it in full: { $answers }.
router-silence = We do not understand each other here. Please call { $name }: { $phone }
router-not-in-groups = I talk with one person at a time. Please write to me in private.
router-near-command = There is no command { $command }. Perhaps { $near }? The list: /help
router-without-slash = Do you mean { $command }? A command begins with /. The list: /help
router-unknown-command = There is no command { $command }. The list: /help
router-forwarded = Forwarded message: these are somebody else's words. { $name } will read them. To answer, or to speak to the table, write it yourself.
router-forwarded-desk = This message was forwarded: nothing was done. A command or an answer is written by your own hand.
router-sorry-for-you = We are sorry for you. { $name } will read your words and answer you.
router-for-a-person = { $name } will read your message and answer you. To talk sooner: { $phone }

# Words that may be a cry, or a way of speaking.
router-care = We are thinking of you. Are you OK? In danger: 911. To talk, day and night: { $line ->
        [no] 811 or 988
       *[other] 811, 988 or { $line }
    }. { $name } will read your words.
router-care-well = OK
router-care-not = no, call me
router-care-stop = stop the messages
router-care-glad = Good to know. To talk to { $name }: TALK, or { $phone }
router-fault = A problem on our side: your message was not read. Write it again a little later, or call { $name }: { $phone }
router-fault-desk = A problem on our side: nothing is done, your message is kept. Write it again in a while.
router-care-not-for-the-table = Glad to hear it. Your words don't go to the table. To tell the table something else: COMMENT
router-to-coordinator = All right: not for the table. Write it here: only { $name } will read it. To talk: { $phone }

router-which-list = What is it for?
router-list-option = { $about }: { $option }
router-list-broadcast-reminder = { $dated ->
    [yes] meeting of { DATE($date, form: "bare") }
   *[no] meeting
}
router-list-meetings-answer = { $dated ->
    [yes] meeting of { DATE($date, form: "bare") }
   *[no] meeting
}
router-list-broadcast-digest = the news
router-list-claims-offer = { $dated ->
    [yes] your allowance, meeting of { DATE($date, form: "bare") }
   *[no] your allowance
}
router-list-claims-received = the money received
router-list-comments-offer = { $dated ->
    [yes] your words for the table, meeting of { DATE($date, form: "bare") }
   *[no] your words for the table
}
router-list-report-read = the chapter of the report
