# What people read when they join, choose, stop and come back. The key fact stands in the first 70 characters.
people-language-name = English

people-join-hello = This is { $organisation }. We send news and meeting reminders, about 4 times a month. This is not an emergency service: in danger, call 911. To stop: STOP. To talk to someone: { $name }, { $phone }.

    Which language?
    .sms = This is { $organisation }. We text news and meeting reminders, about 4 times a month. In danger: 911, not here. To stop: STOP. To talk to someone: { $name }, { $phone }. Which language?
    .segments = 2
people-join-name = What is your first name, or the name you want us to use?
people-join-name-unclear = Write a first name or a nickname. Example: Rose
people-join-when-ready = Take your time. To leave it there: LEAVE
people-join-consent = { $name }, may we write to you here with news and meetings? We keep your name, your number and your words. A company outside Quebec delivers our messages. Under 14: with a parent. To stop: STOP. To know more: PRIVACY. All right?
    .segments = 2
people-join-young = Thank you for writing! Before 14, people join with a parent: please have one call { $name } at { $phone }. You may call too.
people-address-noted = Noted, your address: { $address }. Not right? Write it again.
people-join-declined = All right, we will not write to you. If you change your mind: JOIN. To talk to someone: { $name }, { $phone }
people-welcome = Welcome { $name }! The menu: HELP. To stop everything: STOP. For a call: TALK, or { $contact } at { $phone }.
    .sms = Welcome { $name }! The menu: AID. To stop everything: STOP. For a call: TALK, or { $contact } { $phone }
people-already-in = You are on the list already, { $name }. The menu: HELP. To talk to someone: { $contact }, { $phone }
    .sms = You are on the list already, { $name }. The menu: AID. To talk to someone: { $contact }, { $phone }
people-already-in-who = This phone is on the list already. Who is writing?
people-it-is-me = it is still me
people-another-person = another person who wants to join

people-invitation = Hello { $name }. { $who } ({ $organisation }) told you about our messages: news and meetings, about 4 a month. May we write to you here? To talk to someone: { $phone }. This is not an emergency service (911).
    .sms = Hello { $name }. { $who } ({ $organisation }) told you about our texts: news and meetings, about 4 a month. May we write to you? To talk: { $phone }. Emergency: 911
    .segments = 2
people-invitation-declined = All right, we will not write to you. If you change your mind: JOIN
people-own-declined = Noted, { $name }: nothing will be written to you. Messages for { $others } go on here. To stop all: STOP

people-who-are-you = This is { $organisation }. We do not know this number: who is it? { $name } will read your words. For our news: JOIN
people-stopped-writes = You had stopped everything. { $name } will read your words. To get messages again: RESTART. To talk: { $phone }
people-doubtful = Before we answer here, { $name } must check who is writing. Your words are kept. To talk: { $phone }
people-new-owner = Thank you for telling us. We stop writing here for now. { $name } will read your words. To talk: { $phone }

people-stopped-coordinator = Done: no more messages. As you coordinate, an alert about someone in danger will still reach you. To come back: RESTART
people-stopped = Done: no more messages. To come back one day: RESTART
people-stopped-here = Done: no more messages here. { $other } goes on: write STOP there to stop it too. To come back: RESTART
people-stopped-kind = Done: no more { $kind }. The rest goes on. To get all again: RESTART. To stop everything: STOP
people-kind-reminders = reminders
people-kind-digest = newsletter
people-kind-surveys = surveys
people-channel-sms = Text
people-channel-telegram = Telegram
people-channel-email = E-mail
people-resumed = Hello again { $name }, messages are back. To stop: STOP. The menu: HELP
    .sms = Hello again { $name }, messages are back. To stop: STOP. The menu: AID
people-resumed-all = Messages are back on this phone. To stop: STOP. The menu: HELP
    .sms = Messages are back on this phone. To stop: STOP. The menu: AID
people-paused = Noted: a break until { $date }. We still answer if you write. To come back sooner: RESTART
people-less = Noted: fewer messages, one reminder per meeting. To go back to all: RESTART
people-pause-who = This choice is for someone on the list. To join: JOIN

people-language-set = Noted: messages will be in English.
people-language-which = Which language? Write ENGLISH, ESPANOL, KREYOL or FRANCAIS. { $name } will read your words.
people-language-unknown = This language is not ready yet. To talk to someone: { $name }, { $phone }
people-no-accents = Noted: texts will come without accents. To have them back: WITH ACCENTS
people-accents = Noted: texts will come with accents. To remove them: NO ACCENTS

people-menu = Help. To talk to someone: { $name }, { $phone }
    .sms = Help. { $name }: { $phone }
people-menu-call = a call
people-menu-comment = say something
people-menu-claim = my expenses
people-menu-status = where it stands
people-menu-choices = my choices
people-choices = LESS: fewer. PAUSE: one month. STOP: stop all. FRANCAIS, ESPANOL: language. BY MAIL: paper. NO ACCENTS. LINK: Telegram and text. PRIVACY
people-menu-not-here = This is not possible here. To talk to someone: { $name }, { $phone }
people-help-in-dialogue = Answer the question, or write LEAVE to leave it. For a call: TALK, or { $name } { $phone }
people-help-stranger = This is { $organisation }. For our news: JOIN. To talk: { $name }, { $phone }. Emergency: 911

people-cancel-what = Leave what?
people-cancel-meeting = my coming to a meeting
people-cancel-comment = a comment
people-cancel-stop = all messages (stop)
people-cancel-nothing = nothing
people-dialogue-cancelled = All right, we leave it there. The menu: HELP
    .sms = All right, we leave it there. The menu: AID
people-nothing-changed = All right, nothing is changed.

people-who-writes = You share this phone. Who is writing?
people-someone-else = another person
people-who-on-phone = More than one person uses this phone. Who are you?

people-link-code = To link your phone, text { $code } to { $number } within 30 minutes.
people-link-code-telegram = To link Telegram, open { $link } or write { $code } there within 30 minutes.
people-link-no-sms = There is no text number here: Telegram is enough.
people-link-no-telegram = Telegram is not open here: text is enough.
people-link-join-first = To begin, write JOIN. On the list by text already? Text LINK, then write the code here.
people-link-refused = This code cannot be used here. For a hand: { $name }, { $phone }
people-link-coordinator-telegram = This code opens on Telegram only.
people-linked = Linked, { $name }. We know you on both sides.
people-code-unknown = This code is over or was used already. For a new one: LINK
people-too-many-codes = Too many codes tried. Try again in 15 minutes, or call { $name }: { $phone }
people-codes-barred = Too many codes tried by strangers. Try again in an hour, or call { $name }: { $phone }
people-contact-not-yours = This contact is not yours. To link your phone: /link
people-code-to-the-phone = A text is on its way to { $number }. Write the code that it gives here.
people-code-for-telegram = A Telegram account asks for your file. Is it you? Write { $code } there, not here. If not, give this code to nobody, and reply NOT ME
people-code-for-the-other-side = This code is for the other side: on Telegram if it came by text, by text if it came from Telegram.
people-text-too = { $number } is noted. May we text you there too?
people-phone-added = Noted: we may text you too.
people-phone-stopped = { $number } had stopped everything. To get messages again: text RESTART from that phone.

people-post-ask = The newsletter and reminders by mail. Your address? Example: 12 rue du Pont, apt 3, Vieux-Moulin, J0X 1A0
people-post-known = By mail, at this address? { $address }
people-post-same = the same one
people-post-call = a call instead
people-post-unclear = The number or the street is missing. Example: 12 rue du Pont, apt 3, Vieux-Moulin, J0X 1A0
people-post-by-phone = Noted: { $name } will take your address by phone ({ $phone }).
people-post-chosen = Noted: newsletter and reminders by mail. To go back to messages: RESTART
people-cancel-claim = my claim
people-who-we-are = This is { $organisation }. We send the news and meetings of your table. To talk to { $name }: { $phone }
people-a-machine = A machine sends these messages. { $name } reads yours and answers you. To talk: { $phone }
people-who-is = { $name } looks after the meetings and reads your messages. To talk: { $phone }
people-why-us = You are on the list of { $organisation } since { $date }. To stop: STOP. What we keep of you: PRIVACY
people-free = Coming costs nothing. Our texts neither. Only your phone plan may count texts.
people-too-hard = Sorry, that was not clear. { $name } can explain it to you: { $phone }. To be called: CALL
people-who-sees = { $name } reads your messages. Nothing is read at the table without your yes. Without your name: NO NAME
people-what-we-keep = We keep your name, your number, your words and your pictures. They are for news, meetings and your costs. See or erase it all: PRIVACY
people-renamed = Noted: { $name }, no longer { $before }.
people-thanks = You are welcome!
people-small-talk = Thank you for these words. To talk to a person: CALL
people-wrong-number = This is { $organisation }. This was probably not for us. No more messages? STOP


# Two people who are one.
people-new-phone = You have a new phone? { $name } adds it to your name and will write to you. To talk: { $phone }

# Said where a name is asked for, and is none.
people-join-name-is-yours = A nickname is enough. Your name is never read at the table without your agreement.
people-join-hungry = For food: call 211, day and night. { $name } will read your words.
