### Not for basic phones: coordinators read these on Telegram, in the shell or on the desk.
check-total = In all: { $people ->
        [one] { $people } person
       *[other] { $people } people
    } (Telegram { $telegram }, text messages { $sms }{ $emails ->
        [0] {""}
       *[other] , e-mails { $emails }
    }), { $segments ->
        [one] { $segments } text counted
       *[other] { $segments } texts counted
    }, about { $cost }.
check-missed = { $count ->
        [one] { $count } person will get nothing:
       *[other] { $count } people will get nothing:
    }
    { LINES($names) }{ $more ->
        [0] {""}
       *[other] {""}
    and { $more } more.
    }
check-long = Each basic phone receives { $segments ->
    [one] { $segments } text
   *[other] { $segments } texts
    } in a row: it is long to read, and it is what costs. In three texts or fewer, people read to the end.
check-missed-one = { $name }: { $why }
check-why-post = reads by post
check-why-call = to be called, never texted
check-why-no-role = has no role any more (/personne and the number, to give one)
check-why-call-only = is reached by a call only
check-why-no-address = no phone and no Telegram
check-why-consent-withdrawn = stopped everything
check-why-no-consent = has not said yes yet
check-why-pace-paused = paused
check-why-unreachable = cannot be reached
check-why-kind-stopped = stopped these messages
check-why-other-channel = is not on this channel
check-why-pace-less = asked for fewer messages
check-confirm = { $people ->
        [0] Do it?
        [one] Send to { $people } person?
       *[other] Send to { $people } people?
    }
check-send = send
check-do-not-send = do not send
check-do-it = yes, do it
check-do-nothing = do nothing
check-write-yes = To do it, write yes:
check-privacy-erase = Forget person { $number }? { $people ->
        [0] No message leaves.
        [one] { $people } person will read it.
       *[other] { $people } people will read it.
    }
check-privacy-keep = Keep person no. { $number }? { $people ->
        [0] No message leaves.
        [one] { $people } person will read it.
       *[other] { $people } people will read it.
    }
check-comments-answer = Answer this to comment { $number }? { $people ->
        [0] The person will get no message.
        [one] { $people } person will read it.
       *[other] { $people } people will read it.
    }
check-nothing-sent = All right, nothing is sent and nothing is changed.
check-not-confirmed = Nothing is done: the confirmation is missing. Add --yes, or write the number of people again ({ $people }).
check-not-retyped = Nothing is done: without a second coordinator, --yes is not enough for this number. Add --people { $people }
check-shared = { $count ->
        [one] { $count } more person will read it: their phone is shared, and gets it once.
       *[other] { $count } more people will read it: their phone is shared, and gets it once.
    }
check-nameless = { $count ->
        [one] One more person, whose comment has no name, will read the same.
       *[other] { $count } more people, whose comments have no name, will read the same.
    }
check-meetings-announce = Announce meeting { $number }? { $people ->
        [0] Nobody will get a message.
        [one] { $people } person will read it.
       *[other] { $people } people will read it.
    }
check-meetings-move = Move meeting { $number }? { $people ->
        [0] Nobody will get a message.
        [one] { $people } person will read it.
       *[other] { $people } people will read it.
    }
check-meetings-cancel = Cancel meeting { $number }? { $people ->
        [0] Nobody will get a message.
        [one] { $people } person will read it.
       *[other] { $people } people will read it.
    }
check-meetings-restore = Bring back meeting { $number }? { $people ->
        [0] Nobody will get a message.
        [one] { $people } person will read it.
       *[other] { $people } people will read it.
    }
check-meetings-minutes = Send the minutes of meeting { $number }? { $people ->
        [0] Nobody will get a message.
        [one] { $people } person will read it.
       *[other] { $people } people will read it.
    }
check-meetings-correct-minutes = Correct the minutes of meeting { $number }? { $people ->
        [0] Nobody will get a message.
        [one] { $people } person will read it.
       *[other] { $people } people will read it.
    }
check-comments-carry = Take the comments of meeting { $number } to the table? { $people ->
        [0] Nobody will get a message.
        [one] { $people } person will read it.
       *[other] { $people } people will read it.
    }
check-comments-read = Mark the comments of meeting { $number } as read? { $people ->
        [0] Nobody will get a message.
        [one] { $people } person will read it.
       *[other] { $people } people will read it.
    }
check-comments-unread = Say that the comments of meeting { $number } were not read? { $people ->
        [0] Nobody will get a message.
        [one] { $people } person will read it.
       *[other] { $people } people will read it.
    }
check-comments-correct-answer = Change the answer to comment { $number }? { $people ->
        [0] Nobody will get a message.
        [one] { $people } person will read it.
       *[other] { $people } people will read it.
    }
check-people-merge = Make these two cards one, no. { $number }? { $people ->
        [0] Nobody gets a message.
        [one] { $people } person will read it.
       *[other] { $people } people will read it.
    }
check-meetings-presence = Note this presence all the same, at meeting no. { $number }? { $people ->
        [0] Nobody gets a message.
        [one] { $people } person will read it.
       *[other] { $people } people will read it.
    }
check-people-change = Make this change on card no. { $number }? { $people ->
        [0] Nobody gets a message.
        [one] { $people } person will read it.
       *[other] { $people } people will read it.
    }
check-claims-approve = Accept these claims (the first: no. { $number })? { $people ->
        [0] Nobody will get a message.
        [one] { $people } person will read it.
       *[other] { $people } people will read it.
    }
check-claims-refuse = Refuse claim no. { $number }? { $people ->
        [0] The person will receive no message.
        [one] { $people } person will read it.
       *[other] { $people } people will read it.
    }
check-claims-reopen = Decide again claim no. { $number }? { $people ->
        [0] The person will receive no message.
        [one] { $people } person will read it.
       *[other] { $people } people will read it.
    }
check-claims-enter = Write down this claim for person no. { $number }? { $people ->
        [0] They will get no message.
       *[other] They will read this.
    }
check-claims-take-out = Take out claim no. { $number }? { $people ->
        [0] The person will get no message.
       *[other] The person will read it.
    }
check-claims-unpay = Cancel payment { $number }? { $people ->
        [0] Nobody will get a message.
        [one] { $people } person will read it.
       *[other] { $people } people will read it.
    }

check-often = { $count ->
        [one] { $count } person has already had 4 messages or more this month. We promised them about 4 a month.
       *[other] { $count } people have already had 4 messages or more this month. We promised them about 4 a month.
    }
check-report-begin-reading = Send the chapter to the people it is about? { $people ->
        [0] Nobody will get a message.
        [one] { $people } person will read it.
       *[other] { $people } people will read it.
    }
check-report-tell = Send the year in five lines? { $people ->
        [0] Nobody will get a message.
        [one] { $people } person will read it.
       *[other] { $people } people will read it.
    }
check-people-undo-import = Undo import no. { $number }, as above? { $people ->
        [0] Nobody will receive a message.
        [one] { $people } person will read it.
       *[other] { $people } people will read it.
    }
