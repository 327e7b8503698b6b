### Not for basic phones

# The page /confidentialite, the letters about personal information, and what coordinators read of them.
command-vie-privee = what people ask about their information
command-demande-vie-privee = write down a request made by voice
command-qui-a-vu = who looked at whose card
command-incident = the register of incidents
example-vie-privee = /privacy
    Request 3 answered: /privacy 3 copy given by hand
    Forget person 12: /privacy forget 12 asked by phone
    Forget them no more: /privacy keep 12
    What is past its time: /privacy retention
    On the computer, Rose's file: portevoix people file Rose --to folder
example-demande-vie-privee = /privacy-request 12 access by phone
    Choices: access, rectification, notice
example-qui-a-vu = /who-looked Rose
example-incident = /privacy-incident A list went to the wrong address
    Complete incident 3: /privacy-incident 3 happened: 2026-12-01; information: names and numbers; people: 40; risk: low; why: known address; decision: list deleted
    After the notices: /privacy-incident 3 commission: 2026-12-02; told: 2026-12-02; closed: 2026-12-10
    See incident 3: /privacy-incident 3
    On the computer, the letters: portevoix privacy incident letters 3 --to folder

calls-kind-privacy-request = asks about their information
privacy-card = no. { $number }: { $what }, by { DATE($date, form: "year") }
privacy-asked-access = a copy of their information
privacy-asked-access-telegram = a copy of their information, on Telegram
privacy-asked-access-post = a copy of their information, by mail
privacy-asked-access-hand = a copy of their information, by hand
privacy-asked-rectification = a correction
privacy-asked-erasure = to be forgotten
privacy-asked-notice = the whole notice, by mail

privacy-no-requests = Nobody waits for an answer about their information.
privacy-requests = { $count } to answer:
    { LINES($lines) }
privacy-request-line = { $number }. { $name }: { $what }, by { DATE($date, form: "year") }
privacy-request-erasure = { $number }. { $name }: to be forgotten, on { $when }. To stop it: /privacy keep { $number }
privacy-request-note = { $line } ({ $note })
privacy-owed = Personal information, { $count ->
        [one] { $count } answer owed:
       *[other] { $count } answers owed:
    }
    { LINES($lines) }
    Once it is done: /privacy and the number, then what was done
privacy-noted = Noted, no. { $number }: { $name }, { $what }. Answer owed by { DATE($date, form: "year") }.
privacy-settled = No. { $number }: answered.
privacy-settled-late = No. { $number }: answered, after the 30 days.
privacy-not-open = Request { $number } waits for no answer. To see those that wait: /privacy
privacy-not-open-cooling = Request { $number } is done by itself on { $when }. To stop it: /privacy keep { $number }
privacy-settle-how = Say what was done. Example: /privacy { $number } copy given by hand
privacy-no-such-request = There is no request no. { $number }. To see them: /privacy
privacy-which-kind = That is no request known here. Choices: { $kinds }
privacy-nobody-called = Nobody answers to "{ $name }". To search: /people rose
privacy-which-person = Several people have this name: { $names }. Give the number.

privacy-erase-cooling = { $name } (no. { $number }) will be forgotten on { $when }. No news until then. To prevent it: /privacy keep { $number }
privacy-erase-about = { $name } (no. { $number }) would be forgotten on { $when }: their name, words and photos would go for good. Until then, no more news; RESUME, or you, can still undo it all.
privacy-erase-about-unpaid = { $about }
    Careful: { $amount } of expenses are not paid yet. They would go too.
privacy-keep-about = { $name } (no. { $number }) asked to be forgotten. Everything would be kept, and messages would start again. Only do it if they told you so.
privacy-keep-who = { $name } (person { $number })
privacy-keep-which = Number { $number } is that of a request and that of another person, and both are to be forgotten: { $names }. Write the name: /privacy keep Rose
privacy-erase-now-done = Done: { $name } is forgotten.
privacy-erase-why = Say who asked, and how. Example: /privacy forget { $number } asked by phone
privacy-erase-revoke-first = { $name } coordinates. First, on the computer: portevoix people revoke
privacy-erase-kept-desk = { $name } is not forgotten: everything goes on as before.
privacy-nothing-to-keep = { $name } did not ask to be forgotten.

privacy-past = What is past its time, and goes tonight:
    { LINES($lines) }
privacy-past-line = { $what } ({ $long }, { $then }): { $count }
privacy-then-erased = then erased
privacy-then-blanked = then emptied
privacy-then-anonymous = then without a name
privacy-let-go = Done: { $count ->
        [0] nothing was past its time
        [one] { $count } line past its time
       *[other] { $count } lines past their time
    }.

privacy-no-looks = Nobody looked.
privacy-looks = { LINES($lines) }
privacy-look = { DATE($when, form: "year") } { TIME($when) }: { $who }, { $where }
privacy-look-of = { $look } of { $whose }
privacy-look-nobody = a person erased
privacy-look-everybody = everybody
look-people = the card
look-claims = the expenses
look-calls = what waits for a call
look-comments = the comments
look-meetings = who came
look-journal = the journal
look-letters = the letter
look-privacy = the file or a request
look-other = the information

privacy-file-how = The file of { $name } is made on the computer, so that it does not stay in a chat: portevoix people file { $number } --to folder
privacy-file-done = File of { $name }: { $folder } ({ $rows ->
        [one] { $rows } line
       *[other] { $rows } lines
    }). The letter is lettre.pdf. Once it is given: /privacy and the number of the request
privacy-cannot-write = Cannot write in { $folder }: { $reason }

privacy-incident-noted = Written in the register, incident { $number }. To complete it: /privacy-incident { $number }
privacy-no-incidents = The register of incidents is empty.
privacy-incidents = { LINES($lines) }
privacy-incident-line = { $number }. { DATE($date, form: "year") }: { $what } ({ $state })
privacy-incident-open = open
privacy-incident-closed = closed
privacy-incident-card = { LINES($lines) }
privacy-incident-happened-on = Happened on { DATE($value, form: "year") }
privacy-incident-information = Information: { $value }
privacy-incident-people = People: { $value }
privacy-incident-risk-why = Why: { $value }
privacy-incident-decision = Decided and done: { $value }
privacy-incident-commission-told-on = Commission told on { DATE($value, form: "year") }
privacy-incident-people-told-on = People told on { DATE($value, form: "year") }
privacy-incident-risk-unknown = Risk: not weighed yet
privacy-incident-risk-low = Risk: low
privacy-incident-risk-serious = Risk: serious
privacy-incident-missing-happened-on = To write: the day (happened: 2026-12-01)
privacy-incident-missing-information = To write: which information (information: names and numbers)
privacy-incident-missing-people = To write: how many people (people: 40)
privacy-incident-missing-decision = To write: what was decided (decision: ...)
privacy-incident-missing-risk = To weigh: the risk (risk: low, or risk: serious)
privacy-incident-missing-commission-told-on = To do: tell the Commission (commission: 2026-12-02)
privacy-incident-missing-people-told-on = To do: tell the people (told: 2026-12-02)
privacy-incident-not-done = Not yet:
    { LINES($lines) }
privacy-incident-field = "{ $part }": nobody knows what this is. Example: /privacy-incident 3 risk: low; people: 40
privacy-bad-day = { $day } is no day gone by. Example: 2026-12-08
privacy-bad-number = { $written } is not a number. Example: 40
privacy-bad-risk = { $written }: the risk is low or serious.
privacy-no-such-incident = There is no incident { $number }. To see them: /privacy-incident
privacy-incident-letters-how = The letters are made on the computer: portevoix privacy incident letters { $number } --to folder
privacy-incident-letters-done = Letters of incident { $number }: { $folder }

# The page, and what is sent by post.
privacy-page-title = Your personal information: { $organisation }
privacy-page-first = { $organisation } uses Porte-voix to write to people and to receive their words, by text, on Telegram and by mail. Here is what is kept, why, how long, and what you may ask.
privacy-head-who = Who answers for it
privacy-who = { $name }{ $title }, { $phone }
privacy-titled = , { $title }
privacy-who-address = By mail: { $address }
privacy-head-why = What is kept, and why
privacy-why-contact = Your name, your numbers, your language, your territory, your address if you want letters: to write to you.
privacy-why-talk = What you write, your photos and voice messages, and what we answer: to answer you.
privacy-why-meetings = Your tables, your answers about meetings, whether you came, what you need (rides, childcare, meals): to prepare the meetings.
privacy-why-comments = Your comments, with your name or without: to carry them to the table. A comment without a name is shown to nobody with your name.
privacy-why-allowance = Your claims, your receipts, what is paid: to pay you, and for the accounts.
privacy-why-consent = Your yes and your no, with your words and the day: to prove that we may write to you, and to respect a stop.
privacy-why-law = What you ask about your information, and who looked at it: because the law wants it.
privacy-head-receives = Who else sees it go by
privacy-receives-sms = Twilio, a company of the United States, carries text messages. It keeps a copy outside Quebec.
privacy-receives-telegram = Telegram carries Telegram messages. It keeps a copy outside Quebec.
privacy-receives-email = A mail service carries e-mails. It and your own keep a copy, sometimes outside Quebec.
privacy-receives-nobody = Nobody else. Nothing is sold, nothing is public. Coordinators see what they need, and each look is written down.
privacy-head-how-long = How long
privacy-kept-person = Your card, your addresses and what you agreed to: as long as you are on the list.
privacy-kept-stop = Your number, after a stop or once forgotten: kept alone, without a name, so that nobody writes to you again.
privacy-kept-line = { $what }: { $long }
privacy-kept-raw = messages as the phone company passed them on
privacy-kept-strangers = what a number that nobody knows writes
privacy-kept-words = what you write
privacy-kept-bodies = what we write to you
privacy-kept-media = photos and voice messages
privacy-kept-talks = conversations that ended
privacy-kept-questions = questions left without an answer
privacy-kept-needs = what was needed for a meeting (rides, childcare, meals), after the meeting
privacy-kept-cards = calls that were made
privacy-kept-comments = the name beside a comment, after the meeting
privacy-kept-claims = the name beside expenses, after they are paid
privacy-kept-merges = what it takes to undo a merge
privacy-kept-territories = what it takes to undo a merge of territories
privacy-kept-imports = what it takes to undo an import
privacy-kept-codes = codes that no longer serve
privacy-kept-copies = what a company could not erase
privacy-kept-looks = who looked at what
privacy-kept-requests = what was asked about information
privacy-kept-incidents = the register of incidents
privacy-head-rights = What you may ask
privacy-right-see = A copy of everything: write MY DATA, or call. The answer comes within 30 days, at no cost.
privacy-right-fix = A correction: write PRIVACY, or call.
privacy-right-erase = To erase everything: write FORGET ME, or call. It is done 48 hours later; until then, RESTART undoes it all.
privacy-right-stop = No more messages: write ARRET. It is done at once.
privacy-right-complain = If the answer does not suit you: the Commission d'accès à l'information, 1 888 528-7741, cai.gouv.qc.ca. Young people under 14 join with a parent.

# The letter in a person's file.
privacy-letter-title = The file of { $name }
privacy-letter-first = Hello { $name }. Here is what { $organisation } keeps about you, on { DATE($date, form: "year") }. The details are in the other files, line by line. A comment sent without a name stays without one: it is not here.
privacy-letter-nothing = Nothing.
privacy-letter-head-you = You
privacy-letter-head-addresses = Your addresses
privacy-letter-head-consents = What you agreed to
privacy-letter-head-money = Your expenses
privacy-letter-head-comments = Your signed comments
privacy-letter-head-counts = Your messages and the rest
privacy-letter-head-looks = Who looked at your information
privacy-letter-name = Name: { $value }
privacy-letter-language = Language: { $value }
privacy-letter-created-at = On the list since { DATE($value, form: "year") }
privacy-letter-role-member = You receive the news.
privacy-letter-role-expert = You take part in meetings and receive an allowance.
privacy-letter-role-coordinator = You coordinate.
privacy-letter-territory = Territory: { $value }
privacy-letter-postal-address = Postal address: { $value }
privacy-letter-other-phones = Numbers where we call you: { $value }
privacy-letter-paid-by = How you would rather be paid: { $value }
privacy-letter-refused = Your no, as it was written down: { $value }
privacy-letter-refused-at = Your no was written down on { DATE($value, form: "year") }
privacy-letter-channel = How we write to you: { $value }
privacy-letter-pace = How much we write to you: { $value }
privacy-letter-pace-normal = every message
privacy-letter-pace-less = fewer messages
privacy-letter-pace-paused = a pause
privacy-letter-paused-until = Pause until { DATE($value, form: "year") }
privacy-letter-no-accents = Text messages without accents: { $value }
privacy-letter-best-hour = Best time to call you: { $value }
privacy-letter-invited-by = Who put you on the list: { $value }
privacy-letter-address = { $address } ({ $state })
privacy-letter-yes = yes
privacy-letter-no = no
privacy-letter-consent = { DATE($when, form: "year") }: { $given } ({ $kind }), "{ $words }"
privacy-letter-claim = No. { $number }, { DATE($date, form: "year") }: { $total }
privacy-letter-nameless = Comments without your name are not in this file, which passes by a coordinator. To read yours again: write STATUS and its number (or the code you were given, on a shared phone) from the phone you wrote it on.
privacy-letter-comment = "{ $words }"
privacy-letter-incoming = Messages you wrote: { $count }
privacy-letter-deliveries = Messages we wrote to you: { $count }
privacy-letter-attendances = Meetings: { $count }
privacy-letter-media = Photos and voice messages: { $count }
privacy-letter-tasks = Calls to make to you, or made: { $count }
privacy-letter-data-requests = Requests about your information: { $count }
privacy-letter-others = Other lines about you, in the other files: { $count }

# The letters of an incident.
privacy-commission-title = Notice of a confidentiality incident, { DATE($date, form: "year") }
privacy-commission-first = To the Commission d'accès à l'information. { $organisation } gives notice of an incident (no. { $number } of its register) with a risk of serious injury. Check each line and fill in the blanks before you send it.
privacy-commission-head-what = What happened, and the cause
privacy-commission-what = { $what }
privacy-commission-head-happened = When
privacy-commission-happened = { $happened }
privacy-commission-head-found = Known to the organisation on
privacy-commission-found = { $found }
privacy-commission-head-information = Information concerned
privacy-commission-information = { $information }
privacy-commission-head-people = People concerned
privacy-commission-people = Number of people: { $people }; in Quebec: ________________
privacy-commission-head-risk = Why the risk is serious
privacy-commission-risk = { $risk }. { $why }
privacy-commission-head-told = Notice to the people
privacy-commission-told = Told on: { $told }
privacy-commission-head-measures = Measures taken or planned
privacy-commission-measures = { $decision }
privacy-told-title = { $organisation }: an incident with your information, { DATE($date, form: "year") }
privacy-told-first = Hello. We owe you this letter: information about you was affected.
privacy-told-head-what = What happened
privacy-told-what = On { $happened }: { $what }
privacy-told-head-information = The information
privacy-told-information = { $information }
privacy-told-head-measures = What we did
privacy-told-measures = { $decision }
privacy-told-head-you = What you can do
privacy-told-you = Beware of calls and messages that ask for money or a password. We never do. Call us with any question.

journal-thing-request = request { $number }
journal-thing-incident = incident { $number }
journal-privacy-asked = asks about their information: { $kind }
journal-privacy-settled = request answered: { $kind }
journal-privacy-erasure_asked = asked to be forgotten
journal-privacy-kept = not forgotten: everything goes on
journal-privacy-erased = a person is forgotten (messages: { $messages }, files: { $files }, comments: { $comments }, claims: { $claims })
journal-privacy-let_go = past its time: { $count ->
        [one] { $count } line
       *[other] { $count } lines
    } ({ $kinds })
journal-privacy-file_made = file made: { $rows ->
        [one] { $rows } line
       *[other] { $rows } lines
    }
journal-privacy-incident = incident written in the register
journal-privacy-changed_incident = incident completed: { $fields }
journal-value-kind-access = a copy
journal-value-kind-rectification = a correction
journal-value-kind-erasure = to be forgotten

privacy-wait-request = { $name } asks for { $what }
privacy-wait-erasure = { $name } asks to be forgotten
privacy-wait-erased = done by itself on { $when }
privacy-wait-owed = to answer before { $date }
