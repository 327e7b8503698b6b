# An address added or taken off, two cards made one: what the person reads of it.
people-address-added = { $name }: { $address } is now under your name. Not you? Reply NOT ME, or { $contact }: { $phone }
people-address-gone = { $name }: { $address } is no longer under your name here. A mistake? { $contact }: { $phone }
people-address-left = This is { $organisation }. We will not write to this address any more: a coordinator took it off. A mistake? { $contact }: { $phone }
    .sms = { $organisation }: we will not write here any more, this address was taken off. A mistake? { $contact }: { $phone }
people-address-phone = { $number }
people-address-telegram = a Telegram account
people-address-email = { $number }
people-link-shared = Two people or more use this phone. To link Telegram, please talk to { $name }: { $phone }
people-merge-ask = This code comes from { $name }. Your card and theirs would become one: whoever has { $name }'s account would read and answer in your place. What would go there:
    { LINES($what) }

    Only if { $name } is you: shall we make them one?
    .segments = 3
people-merge-by-voice = A text is not enough to make two cards one, since a number can be forged. { $name } will call you ({ $phone }).
    .sms = A text is not enough to make two cards one: a number can be forged. { $name } will call you ({ $phone }).
people-merge-no = no
people-merge-over = This question is over: nothing has changed.
people-merge-refused = All right, nothing has changed. Did someone ask you to send this code? Please tell { $name }: { $phone }
people-merge-told = { $name }: your card and { $other }'s are one now. Not you? Reply NOT ME, or { $contact }: { $phone }
people-merge-yes = yes, it is me
people-merged = Done: { $name } and { $other } are one person here. A mistake? Call us within 30 days.
people-moves-claims = { $count ->
        [one] { $count } money request
       *[other] { $count } money requests
    }
people-moves-comments = { $count ->
        [one] { $count } comment
       *[other] { $count } comments
    }
people-moves-name = your name and your messages
people-moves-roundtables = tables: { $names }
people-moves-telegram = this Telegram account
people-not-me = It is taken off. { $name } knows, and will call you. To talk before that: { $phone }
    .sms = It is taken off. { $name } knows, and will call you. To talk before that: { $phone }
people-not-me-noted = Noted. { $name } will check and call you. To talk before that: { $phone }
    .sms = Noted. { $name } will check and call you. To talk before that: { $phone }
people-unmerge-told = { $name }: your card had been joined to another. It is undone, all is as before. { $contact }: { $phone }
people-not-me-code = Noted. That code is of no use now, nothing changed. { $name } will check. To talk: { $phone }
people-not-me-touched = Since then, that address touched: { $what }. The coordinator will see with you what is yours.
people-touched-claims = your claims
people-touched-comments = your comments
people-touched-meetings = your answers to meetings
people-touched-others = your card and your choices
people-touched-privacy = your personal information
