# What the outbox says by itself.
outbox-fallback-why = { $channel ->
        [email] E-mail no longer reaches
       *[other] Telegram no longer reaches
    } you, so we are writing by text message. To stop: STOP
outbox-budget-reached = Today's text message budget is reached: messages to many people wait until tomorrow. Replies still leave.
    .segments = 2
outbox-provider-waits = { $channel ->
        [telegram] Telegram
        [email] The e-mail service
       *[other] The text message service
    } asks us to wait { $minutes_left ->
        [one] { $minutes_left } minute
       *[other] { $minutes_left } minutes
    }. Messages that go that way will then leave by themselves. Nothing is lost.
    .segments = 2
journal-broadcast-started = sending started, { $people ->
        [one] { $people } person
       *[other] { $people } people
    }
journal-broadcast-missed = sending missed: it was too late
journal-broadcast-paused = sending paused
journal-broadcast-finished = sending finished
