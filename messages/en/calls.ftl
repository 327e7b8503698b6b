# What people read when a human must hear them.
calls-noted = Noted: { $name } will call you. To talk: { $phone }
calls-noted-when = Noted: { $name } will call you. To talk: { $phone }. The best time?
calls-already-asked = Noted already: { $name } will call you. To talk: { $phone }
calls-hour-morning = morning
calls-hour-afternoon = afternoon
calls-hour-evening = evening
calls-hour-noted = Noted: { $hour }.
calls-never-called = Noted: we will not call you. { $name } will read your words and write to you.
calls-not-called = Noted: nobody will call you. For a call: TALK
calls-which-question = What is your question? A person will answer it.
calls-question-kept = Your question is kept. { $name } will answer here or call you. To talk: { $phone }

calls-distress = Your words matter. In danger: 911. To talk, day and night: { $line ->
        [no] 811 or 988
       *[other] 811, 988 or { $line }
    }. We are telling { $name } right now ({ $phone })
calls-voice-kept = We cannot read voice messages here, but { $name } will listen to it. You may also write it, or call: { $phone }
calls-media-kept = Received. { $name } will look at it. To add a word, write it. To talk: { $phone }
calls-sticker-kept = Received. To say something, write it. The menu: HELP. To talk: { $name }, { $phone }
    .sms = Received. To say something, write it. The menu: AID. To talk: { $name }, { $phone }
calls-empty-media = This file came empty. Please send it again, or write HELP.
    .sms = This file came empty. Please send it again, or write AID.
calls-file-too-large = This file is too big (5 megabytes at most). A smaller photo? The menu: HELP
    .sms = This file is too big (5 megabytes at most). A smaller photo? The menu: AID
calls-file-unreadable = Your photo or voice message cannot be read. Please send it again, or write HELP.
    .sms = Your photo or voice message cannot be read. Please send it again, or write AID.
calls-empty = This message came empty. The menu: HELP
    .sms = This message came empty. The menu: AID
calls-unknown-word = We did not understand, but { $name } will read your words. The menu: HELP. A call: TALK, or { $phone }
    .sms = We did not understand, but { $name } will read your words. The menu: AID. A call: TALK, or { $phone }
calls-answer = { $who }: { $words }
    .segments = 6
calls-alert = Urgent: { $name } is not well and wrote so. Call now: { $phone } (no. { $number })
    .sms = Urgent: { $name } is not well and wrote so. Call now: { $phone }. Then: portevoix call-list { $number } --take
calls-alert-watched = Urgent: { $name } is not well, and someone reads their phone: do not write to it, leave no message. Their number: { $phone } (no. { $number })
    .sms = Urgent: { $name } is not well, and someone reads their phone: do not write to it. Their number: { $phone }. Then: portevoix call-list { $number } --take
calls-alert-many = Urgent: { $count } unknown numbers write that they are not well. Each was given the help lines. Whom to call: /calls
    .sms = Urgent: { $count } unknown numbers write that they are not well. They have the help lines. Whom to call: portevoix call-list
calls-emergency-many = Urgent: { $count } unknown numbers wrote to { $organisation } that they are not well. Nobody here has answered yet. Please reach a coordinator.
calls-emergency = Urgent: { $name } is not well. Nobody here has answered yet. Call now: { $phone }
calls-writes-on = { $name } writes on. Their words: /calls { $number }
    .sms = { $name } writes on. Their words: portevoix call-list { $number }
calls-taken-by = { $who } is taking care of { $name }.
calls-unknown-person = someone unknown
calls-no-phone = no phone known
calls-take-it = I take it
calls-to-say = to tell them: { $words }
calls-news = To look at: { $kinds }. /calls
    .sms = To look at: { $kinds }. On Telegram: /calls
    .segments = 3
calls-news-line = { $kind } ({ $count })
calls-distress-violence = Your words matter. In danger: 911. To talk, day and night: SOS violence 1 800 363-9010. We are telling { $name } right now ({ $phone })
calls-distress-tonight = Your words matter. A bed tonight: 211. In danger: 911. To talk: { $line ->
        [no] 811 or 988
       *[other] 811, 988 or { $line }
    }. We are telling { $name } right now ({ $phone })
calls-distress-needs = Your words matter. Food, heat: 211. In danger: 911. To talk: { $line ->
        [no] 811 or 988
       *[other] 811, 988 or { $line }
    }. We are telling { $name } right now ({ $phone })
calls-in-care = In danger: 911. To talk, day and night: 988. We read it, and { $name } was told.
calls-in-care-needs = Food, heat, a roof: 211. In danger: 911. To talk, day and night: 988. We read it, and { $name } was told.

# Someone of the team read their words again.
calls-meant-told-coming = { $who } read your words. We understood: you come on { $date } ({ $roundtable }). Is that right?
calls-meant-told-absent = { $who } read your words. We understood: you do not come on { $date } ({ $roundtable }). Is that right?
calls-meant-told-ride = { $who } read your words. We understood: you need a ride on { $date } ({ $roundtable }). Is that right?
calls-meant-told-comment = { $who } read your words. Is it a word for the table?
calls-meant-told-undone = { $who } read your words. We had misunderstood: it is undone. To say if you come: COMING or ABSENT
calls-meant-told-nothing = { $who } read your words. You have nothing to do. To talk to someone: TALK
calls-meant-agreed = Thank you. It is noted.
calls-meant-undone = It is undone. { $name } will read your words again. To talk: { $phone }
