### Not for basic phones

# What coordinators read about people, on Telegram and in the shell.
command-start = to begin
command-aide = this menu; /help and a command shows an example
command-lier = link a phone and Telegram
command-personne = add a person, or change their card
command-personnes = look for a person
command-importer = add many people at once
command-annuler-import = undo an import of people
example-start = /start
example-aide = /help announce
example-lier = /link
example-personne = /person Rose Tremblay; 819 555-0101; role: expert; roundtable: Housing; consent: paper form 2026-03-02
    To change card 12: /person 12; territory: Vieux-Moulin
    To correct, saying why: /person 12; name: Rose Roy; reason: she told me on the phone
    To note that they refuse messages: /person 12; consent: refused 2026-03-02
    To see card 12 and its numbers: /person 12
    A wrong number: /person 12; wrong phone: 819 555-0101; phone: 819 555-0102
    Step by step: /person
example-personnes = /people rose
example-importer = /import, then the file
    On the computer: portevoix people import people.csv
example-annuler-import = /undo-import (the latest)
    Another, by its number: /undo-import 3

people-commands-title = This is what you can write. An example: /help announce
people-commands-of = { LINES($lines) }
people-command-line = { $command }: { $what }

people-and-phones = { $said } Two phones now. If { $phone } is no longer right: /person { $number }; wrong phone: { $phone }
people-and-shared = { $said } This phone is also that of { $names }: a message to everyone leaves once there. A no of one holds for all; the yes of one is not that of the other.
people-kept = Added: { $name } (no. { $number }).
people-kept-invited = Noted: { $name } (no. { $number }). Their yes is asked once; nothing else leaves before.
people-kept-in-territory = Noted: { $name } (no. { $number }). { $agreed ->
        [yes] A
       *[no] A new number is asked for its yes once; a
    } number to be checked goes to the general coordinator first.
people-kept-withdrawn = Noted: { $name } (no. { $number }). Careful: a stop later than this consent still stands. Only RESTART, written by them, lifts it.
people-kept-same = Nothing to change: { $name } (no. { $number }).
people-completed = Card changed: { $name } (no. { $number }).
people-and-changed = { $said } Changed: { $what }.

people-coordinator-link = Link for { $name }, good once, 24 hours: { $link }
people-coordinator-code = Code for { $name }, good once, 24 hours. To send to the bot on Telegram: /start { $code }
people-coordinator-new = { $name } now coordinates with you: an account added on the computer. If that was not planned, speak to { $contact } at once.
people-coordinator-new-of = { $name } now coordinates with you, for the territory { $territory }: an account added on the computer. If that was not planned, speak to { $contact } at once.
people-coordinator-welcome = Hello { $name }. You coordinate from this account. All that you can do: /help

people-needs-name = The name is missing. Example: /person Rose Tremblay; 819 555-0101
people-name-too-long = This name is too long: { $longest } letters at most.
people-needs-address = A phone, a Telegram id, an e-mail, or the choice of mail is missing. Example: 819 555-0101
people-bad-telegram-id = "{ $id }" is not a Telegram id. Example: 123456789
people-bad-language = "{ $written }" is not a language known here. Languages: { $known }
people-bad-role = "{ $written }" is not a role. Roles: member, expert, organisation
people-no-coordinator-here = Coordination is not given this way. On the computer: portevoix people add --role coordinator --name, and the name; for one territory alone, add --scope and its name, else it is the whole region
people-bad-email = "{ $email }" is not an e-mail address. Example: rose@example.org
people-no-email-here = No e-mail is sent here. Example of an address: 819 555-0101
people-bad-channel = "{ $written }" is not a way known here. Ways: text, Telegram, e-mail, post, phone
people-consent-without-day = "{ $words }" does not say which day. Example: paper form 2026-03-02
people-consent-unclear = "{ $words }": is it a yes or a no? A yes: paper form 2026-03-02. A refusal: refused 2026-03-02
people-and-agreed = { $said } Their yes, of { DATE($day, form: "year") }: "{ $words }".
people-and-refused = { $said } It is noted as a refusal, of { DATE($day, form: "year") }: "{ $words }". Nothing is written to them any more. A mistake? /person { $number }; consent: and the yes, with a later day
people-and-refused-shared = { $said } This phone is also that of { $names }: nothing is written there any more.
people-and-refused-nowhere = { $said } It is noted as a refusal, of { DATE($day, form: "year") }: "{ $words }". It holds for any address put on this card. A mistake? /person { $number }; consent: and the yes, with a later day
people-and-no-holds = { $said } This person { $no }. They changed their mind? /person { $number }; consent: and their yes, with the day
people-asks-about = One question leaves for { $name }: may we write to them? Once; nothing else leaves before their yes.
people-card-refused = Said no to messages on { DATE($day, form: "year") }: "{ $words }". Nothing is written to them, at any address.
people-and-yes-since = { $said } The refusal is not noted: a yes of { DATE($since, form: "year") } is later. For a refusal of today: /person { $number }; consent: no
people-consent-future = "{ $words }" is a date to come. Example: paper form 2026-03-02
people-two-people = This phone and this Telegram account belong to two different people already ({ $name }?). The person can link them with LINK.
people-no-such-person = There is no card no. { $number }. To look for someone: /people rose
people-no-such-roundtable = There is no roundtable "{ $name }". Roundtables: { $known }
people-unreadable-part = "{ $part }": it is not clear what this is. Example: /person Rose Tremblay; 819 555-0101; role: expert; roundtable: Housing

people-listed-here = Of your territory ({ $territory }), of your tables, or of no territory nor table elsewhere: { $count }
    { LINES($lines) }
people-listed = { $count }:
    { LINES($lines) }
people-line = { $number }. { $name } - { $where }
people-contact-line = { $address } ({ $state })
people-card = { LINES($lines) }
people-card-to-call = To call only: { $phones }
people-card-paid-by = Would rather be paid by: { $mode }
people-card-roles = Roles: { $roles }
people-role-coordinator = coordinates
people-card-roundtables = Roundtables: { $names }
people-card-territory = Territory: { $name }
people-card-read = On { $when } they wrote: “{ $words }”. We read: { $meaning }. Not so? /means person { $number } ...
people-card-address = Address: { $address }
people-on-paper = by mail
people-only-called = to call only
people-no-address = no address yet
people-and-more = and { $count } more. To see them: /people and a name or a territory; the whole list is on the desk: /desk
people-nobody-of-that-name = Nobody answers to “{ $name }”. To add them: /person { $name }; 819 555-0101
people-none-found = Nobody answers to "{ $search }". Example: /people rose
people-consent-none = said nothing
people-consent-invited = yes asked
people-consent-given = yes
people-consent-withdrawn = stopped
people-reach-ok = reachable
people-reach-not-started = Start not pressed yet
people-reach-blocked = blocked
people-reach-invalid = wrong number
people-reach-doubtful = to check

people-ask-name = Their name?
people-ask-phone = Their phone? Example: 819 555-0101
people-ask-role = Their role?
people-role-expert = takes part in meetings
people-role-member = receives the news
people-role-organisation = speaks for a small member organisation
people-ask-roundtable = Their roundtable? Example: Housing
people-skip = skip
people-ask-consent = How and when did they say yes? Example: paper form 2026-03-02
people-not-yet = not yet: ask them

people-strangers-many = Many people nobody knows are writing: { $count } answers in one hour. The next ones wait for the next hour; their words are kept in /calls. A word of distress is answered all the same.
people-codes-closed = { $count } wrong codes in one hour. For one hour, no code is taken, but those of coordinators. Whoever wants to link a phone must try again later.

journal-people-codes_tried = too many wrong codes from one address
journal-people-codes_closed = too many wrong codes in one hour: none is taken
journal-people-strangers_held = too many strangers at once: more than { $count } answers in one hour
journal-people-joined = joined the list
journal-people-declined = said no to the invitation
journal-people-stopped = stopped everything
journal-people-stopped_kind = stopped: { $kind }
journal-people-renamed = said their name
journal-people-moved = said their address
journal-people-resumed = took messages up again
journal-people-paused = asked for a pause
journal-people-less = asked for fewer messages
journal-people-linked = linked two addresses
journal-people-added = person added
journal-people-completed = card completed
journal-people-seen = card seen, with whole numbers
journal-people-changed = card changed: { $fields }
journal-people-imported = import of "{ $title }": { $lines ->
        [one] { $lines } line
       *[other] { $lines } lines
    }, { $added } added, { $bad } refused
journal-people-made_coordinator = coordinator's link given
journal-people-import_undone = import undone, "{ $title }": { $gone } taken away, { $back } as before, { $kept } stay

people-not-coordinator = { $name } coordinates nothing.
people-revoke-to-whom = Who takes over what was under way? Name another coordinator: { $names }
people-revoked = { $name } no longer coordinates. { $count ->
        [0] Nothing was under way.
        [one] { $count } card goes to { $to }.
       *[other] { $count } cards go to { $to }.
    }
journal-people-revoked = no longer coordinates
people-no-such-table = There is no table { $number }.

# A role that ended.
command-accompagne = say who accompanies a person
example-accompagne = /accompany 12 Jeanne
    When it is over: /accompany 12 end
people-accompanied = Noted: { $by } accompanies { $name } from today on.
people-accompaniment-over = Noted: nobody accompanies { $name } any more.
people-not-accompanied = Nobody accompanies { $name }. To say who: /accompany 12 Jeanne
journal-people-accompanied = accompaniment of a person
command-fin-role = say that someone no longer has a role, since which day
example-fin-role = /end-role 12 expert 2026-10-01
    Given by mistake, as if it had never been: /end-role 12 expert mistake
people-which-role = "{ $words }" is not a role: expert or member.
people-role-by-shell = This role is taken back on the computer alone: portevoix people revoke
people-role-bad-day = "{ $words }" is not a past day. Write it like this: 2026-10-01
people-has-no-role = { $name } does not have this role ({ $role }).
people-address-which = { $address } still works. Is it lost or stolen? Then nothing is written there: whoever holds it would read it.
people-address-lost = lost or stolen
people-address-told = no: say so there
people-desk-erased = This person asked to be forgotten: everything will be erased on { $when }. They can still be kept, if they change their mind.
people-last-role-ended = { $name } no longer has this role ({ $role }), nor any other; its last day was { DATE($until, form: "year") }. From now on, no invitation, reminder, minutes, digest or announcement for { $name }, who is in no count. The card stays, and what was done before still counts. A mistake? Write: /personne { $number }; { $which ->
        [expert] expert
       *[other] member
    }
people-role-never = { $name } never had this role ({ $role }): it is taken back, and nothing of it is counted.
people-role-never-last = { $name } never had this role ({ $role }): it is taken back, and nothing of it is counted. { $name } has no other role: no invitation, no news. To give one: /person { $number }; member
people-role-ends-before = { $name } has had this role ({ $role }) since { DATE($since, form: "year") }: it cannot end on { DATE($until, form: "year") }. Given by mistake? /end-role { $number } { $which ->
        [expert] expert
       *[other] member
    } mistake
people-role-ended = { $name } no longer has this role ({ $role }); its last day was { DATE($until, form: "year") }. What was done before still counts.
journal-people-role_ended = role ended: { $role }, last day { $until }
journal-people-role_never = role given by mistake, taken back: { $role }

# Two cards that are one person.
command-reunir = make two cards of one person one, once they told you so
command-separer = undo that, within 30 days
example-reunir = /merge 7 3
    Card 3 goes into card 7, and takes its name. First check by voice with the person of card 3.
example-separer = /unmerge 7
people-merge-itself = No. { $number } is the same card. Example: /merge 7 3
people-merge-coordinator = { $name } coordinates: no command makes their card one with another. They open their coordination link on the account to be joined.
people-merged-desk = Done: { $other } is now { $name } (no. { $number }). { $told ->
        [both] Both are told.
        [single] One of the two alone can read a message: tell the other too.
       *[none] No message can be written to them: tell them.
    } To undo it, within 30 days: /unmerge { $number }. What went there:
    { LINES($what) }
people-unmerge-none = There is nothing to undo for "{ $who }".
people-unmerge-too-late = Too late: this is undone within 30 days.
people-unmerged = They are two again: { $name } (no. { $number }) and { $other } (no. { $again }), each with what was theirs.
people-coordinator-address = A coordinator's address is changed by themself (/link), or on the computer: portevoix people change
people-telegram-taken = This Telegram account is somebody else's already (no. { $number }).
people-several-of-this-name = Several people have this name: { $names }. Say which by its number.
people-revoke-last-whole = { $name } is the only one who answers for the whole organisation. First name another: portevoix people add --role coordinator --scope ''
people-revoke-last-reachable = Nobody else could be reached if someone were in distress. First link a phone or a Telegram account to { $name } or to another coordinator.
people-revoke-elsewhere = { $name } answers for { $territory } only, and some of the open cards are from elsewhere. Name another person.
journal-people-merged = two cards made one
journal-people-unmerged = two cards made two again
journal-people-disowned = said that an address was not theirs
journal-people-code_sent = a code sent to this phone: an account on Telegram gave its number
people-coordinator-unreachable = { $name } coordinates and can no longer be reached: no alert arrives. { $name } needs another address, or somebody in their place.
people-revoked-told = { $name }: you no longer coordinate here, from now on. A mistake? { $contact }: { $phone }

# A roundtable or a territory that nobody knows: asked about before one is made.
places-near-roundtable = "{ $name }" is not a known roundtable. Did you mean { $near }? For a new roundtable, write: { $name } (new)
places-near-territory = "{ $name }" is not a known territory. Did you mean { $near }? For a new territory, write: { $name } (new)
places-known = { $name }
places-make-roundtable = make the roundtable { $name }
places-make-territory = make the territory { $name }
people-and-roundtables = { $said } Their roundtables now: { $names }.
people-nobody-named = Nobody answers to "{ $name }". To search: /people { $name }
people-which-one = Several people answer to "{ $name }". Which one?
people-one-of = no. { $number } { $name }
people-desk-menu = You coordinate: this is what serves each day. Every command: /help all. An example: /help announce
people-desk-a-faire = what waits for you
people-desk-rencontres = the meetings
people-desk-appels = the calls to make
people-desk-demandes = the claims to pay
people-desk-commentaires = the comments
people-desk-bureau = the desk, on a computer
people-desk-own = the members' menu
people-merge-about = { $other } goes into { $name }. What will move:
    { LINES($what) }
    What does not agree:
    { LINES($differ) }
    .segments = 8
people-differ-territory = territory: { $kept } (kept), { $other }
people-differ-language = language: { $kept } (kept), { $other }
people-differ-consent = { $yes } said yes to messages, { $no } said no
people-differ-nothing = nothing: territory, language and consent
people-moves-roles = roles: { $names }
people-slash-yes = yes, do it
people-slash-no = no
people-slash-left = All right, nothing is done.
people-moved-about = { $name } (no. { $number }) is of the territory { $before }. You would make them one of { $territory }: { $before } is told.
people-moved-told = { $name } (no. { $number }) is now of the territory { $territory }, no longer { $before }: { $who } changed it. A mistake? Tell { $who }, or put it back on their card.
journal-people-moved_territory = card moved from the territory { $before } to { $territory }
