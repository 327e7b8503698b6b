### Not for basic phones: coordinators read these on Telegram or in the shell.
announcements-ask-audience = To whom? Examples: everyone, members, experts, roundtable COCO, territory Grande-Anse, sms, unanswered 12
announcements-everyone = everyone
announcements-members = members
announcements-experts = experts
announcements-ask-words = What text? Most important first. { "{name}" } becomes the first name.
announcements-ask-language = And in { $language }? Write the text, or choose:
announcements-bad-language = Unknown language: { $language }. Languages: { $known }. Example: --text-in "es=Hola {"{"}name{"}"}"
announcements-one-language = not needed
announcements-ask-when = When? Example: Tuesday December 8 10:00
announcements-now = now
announcements-unclear-when = I did not understand. Example: Tuesday December 8 10:00
announcements-past = That time has passed. Example: Tuesday December 8 10:00
announcements-retype = To send, write the number of people: { $people }
announcements-retype-again = Write exactly { $people } to send, or choose "do not send".
announcements-do-not-send = do not send
announcements-dropped = All right, nothing is sent.
announcements-empty = The text is missing. Example: /announce everyone, then the text on the next line
announcements-too-long = The text has { $length } characters. The most is { $longest }.
announcements-unknown-variable = I do not know what to put in place of { $variable }. Only { "{name}" } is replaced, by the first name. Example: Hello { "{name}" }, the room is closed tomorrow.
announcements-nobody = Nobody can receive this. Check who it is for. Example: everyone
announcements-count-changed = The number of people changed: { $before } before, { $now } now. Start again to see the right preview.
announcements-second-asked = { $name } asks you to approve sending { $number }. People: { $people }. To accept: /approve { $number }. To stop it: /cancel { $number }
    ———
    { $words }
announcements-waits-second = Sending { $number } waits for a second coordinator, who writes: /approve { $number }
announcements-sending = Sending { $number }: { $people ->
        [one] { $people } person
       *[other] { $people } people
    }. To stop it: /cancel { $number }
announcements-scheduled = Sending { $number }: { $people ->
        [one] { $people } person
       *[other] { $people } people
    }, { $when }. To stop it: /cancel { $number }
announcements-held = Sending { $number }: { $people ->
        [one] { $people } person
       *[other] { $people } people
    }. Nothing leaves between { $quiet_from } and { $quiet_to }: it will be { $when }. To stop it: /cancel { $number }
announcements-leaves = Leaves: { $when }.
announcements-approved-second = Sending { $number } is approved, it leaves at its hour.
announcements-not-waiting = Sending { $number } does not wait for approval. To see it: /sendings { $number }
announcements-not-own = Someone else must approve sending { $number }.
announcements-stopped = Sending { $number } stopped. Already left: { $sent }. Will not leave: { $stopped }.
announcements-already-over = Sending { $number } is over: there is nothing left to stop.
announcements-not-begun = Sending { $number } has not left yet: there is nothing to pause. To stop it: /cancel { $number }
announcements-already-paused = Sending { $number } is paused already. To go on: /resume { $number }
announcements-paused = Sending { $number } is paused. To go on: /resume { $number }
announcements-resumed = Sending { $number } goes on.
announcements-not-paused = Sending { $number } is not paused.
announcements-no-such-broadcast = There is no sending { $number }.
announcements-none-under-way = Nothing is being sent: there is nothing to stop. To see what was sent: /sendings
announcements-which-broadcast = Which one? Under way: { $numbers }. Example: /cancel 12
announcements-progress = Sending { $number }, { $total ->
        [one] { $total } message
       *[other] { $total } messages
    }: waiting { $queued }, leaving { $started }, sent { $sent }, failed { $failed }, perhaps arrived { $unknown }, other { $other }.
announcements-meant-for = To: { $to }
announcements-failed-one = { $name }: { $why }
announcements-shown = { $progress }
    Did not receive it, and why:
    { LINES($lines) }{ $more ->
        [0] {""}
       *[other] {" "}({ $more } more. All the names: the desk)
    }
announcements-of-territory = Of your territory ({ $territory }): { $people ->
        [one] { $people } person.
       *[other] { $people } people.
    }{ $others ->
        [0] {""}
        [one] {" "}1 other is not of it, or has none: neither counted nor written to.
       *[other] {" "}{ $others } others are not of it, or have none: neither counted nor written to.
    }
announcements-left-out-count = Nothing was written to { $people ->
        [one] { $people } person.
       *[other] { $people } people.
    }
announcements-noted = { $progress }
    { $note }
announcements-left-out-today = This was sent before it was kept: here is who got nothing, by what the cards say today.
announcements-somebody-erased = a person who was forgotten
announcements-paused-itself = Sending { $number } paused by itself: { $failed ->
        [one] { $failed } error
       *[other] { $failed } errors
    } out of { $total }. Nothing is lost. To go on: /resume { $number }. To stop it: /cancel { $number }
announcements-no-such-meeting = There is no meeting { $number }. Example: unanswered 12
announcements-no-such-audience = I do not know "{ $words }". What exists: everyone, members, experts, sms, telegram, email, { $existing }

announcements-line = { $number } · { $purpose }: { $title } · { $date } · { $state } · { $sent } of { $total }{ $left_out ->
        [0] {""}
       *[other] {" "}(and { $left_out } with nothing)
    } · { $to }
announcements-of-meeting = { $roundtable }, meeting of { $date }
announcements-purpose-announcement = announcement
announcements-purpose-digest = newsletter
announcements-purpose-reminder = reminder
announcements-purpose-chapter = chapter to read
announcements-purpose-chapter-again = chapter to read (reminder)
announcements-stop-chapter = This is the chapter to read: to stop it, and tell whoever had it, /report-read { $year } stop
announcements-purpose-moved = meeting moved
announcements-purpose-changed = meeting changed
announcements-purpose-back = meeting brought back
announcements-purpose-cancelled = meeting cancelled
announcements-purpose-minutes = minutes
announcements-purpose-minutes-corrected = minutes corrected
announcements-purpose-notice = message
announcements-state-draft = draft
announcements-state-approved = waits for a second coordinator
announcements-state-scheduled = planned
announcements-state-sending = on its way
announcements-state-paused = paused
announcements-state-sent = sent
announcements-state-cancelled = stopped
command-annonce = write to several people
command-annuler = stop a sending
command-pause = pause a sending
command-reprendre = let a sending go on
command-approuver = approve a sending
command-envois = see where a sending stands
example-annonce = /announce roundtable COCO
    Hello { "{name}" }, the room is closed tomorrow. We meet at the CLSC.
example-annuler = /cancel 12
example-pause = /pause 12
example-reprendre = /resume 12
example-approuver = /approve 12
example-envois = /sendings 12

# Stands for each one's own name in what a page shows.
preview-example-name = Rose (example)
preview-telegram = Telegram ({ $language }), people: { $people }
    ———
    { $body }
preview-email = E-mail ({ $language }), people: { $people }. Its foot says how to answer and how to stop.
    ———
    { $body }
preview-sms = Text message ({ $language }), people: { $people }, segments: { $segments }
    ———
    { $body }{ $has_notes ->
        [yes] {""}
    ———
    { LINES($notes) }
       *[no] {""}
    }
preview-total = In all: { $people ->
        [one] { $people } person
       *[other] { $people } people
    } (Telegram { $telegram }, text messages { $sms }, letters { $paper }), { $segments ->
        [one] { $segments } segment
       *[other] { $segments } segments
    }, about { $cost }. Cannot be reached: { $unreachable }.
preview-advice = To be better understood:
    { LINES($hints) }
language-named = { $language }

journal-announcements-approved = sending approved: { $people ->
        [one] { $people } person
       *[other] { $people } people
    }, { $segments ->
        [one] { $segments } segment
       *[other] { $segments } segments
    }
journal-announcements-second_approval = sending approved by a second coordinator
journal-announcements-stopped = sending stopped: { $sent } left, { $stopped } stopped
journal-announcements-paused = sending paused
journal-announcements-resumed = sending resumed
announcements-not-confirmed = Nothing is sent: the confirmation is missing. Add --yes, or retype the number of people ({ $people }).
announcements-not-retyped = Nothing is sent: without a second coordinator, --yes is not enough for this number. Add --people { $people }
announcements-none = No sending yet.
announcements-list = Sendings:
    { LINES($lines) }

announcements-to-everyone = everyone
announcements-to-roundtable = { $roundtable } table
announcements-to-territory = { $territory } territory
announcements-to-member = members
announcements-to-expert = experts by experience
announcements-to-coordinator = coordination
announcements-to-sms = by text message only
announcements-to-telegram = by Telegram only
announcements-to-email = by e-mail only
announcements-to-unanswered = no answer yet, { $roundtable }
announcements-to-of-meeting = { $roundtable } meeting
announcements-to-people = { $count ->
        [one] { $count } person chosen
       *[other] { $count } people chosen
    }
announcements-wait-approve = Approve a broadcast to { $people ->
        [one] { $people } person
       *[other] { $people } people
    }: { $title }
announcements-wait-paused = A broadcast is paused: { $title } ({ $people ->
        [one] { $people } person
       *[other] { $people } people
    })
