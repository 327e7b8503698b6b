# What people read about their own information. Each says one thing, and what to write next.
privacy-short = Your information: { $organisation } keeps your name, your number and your words, for the news, the meetings and your expenses, nothing else. Who answers for it: { $name }, { $phone }. What would you like?
    .sms = Your info: we keep your name, your number and your words, for the news, the meetings and your expenses. Who answers for it: { $name }, { $phone } ({ $organisation }). What would you like?
    .segments = 2
privacy-page-address = Read it all: { $address }
    .segments = 2
privacy-menu-copy = a copy
privacy-menu-fix = correct something
privacy-menu-erase = erase everything
privacy-menu-post = read it all, on paper

privacy-stranger = We do not know this number: we keep what it writes for { $long }, then erase it. Who answers for it: { $name }, { $phone }.
    .sms = We do not know this number: we keep what it writes for { $long }, then erase it. Questions: { $name }, { $phone }
privacy-nothing-kept = We do not know this number: nothing is kept under your name. To talk to someone: { $name }, { $phone }
privacy-whose = More than one person uses this phone. About your information, call { $name }: { $phone }

privacy-how = A copy of all that we keep about you. How would you like it?
privacy-how-telegram = on Telegram
privacy-how-post = by mail
privacy-how-hand = by hand
privacy-where = At what address? Example: 12 rue du Pont, apt 3, Vieux-Moulin, J0X 1A0
privacy-where-unclear = The number or the street is missing. Example: 12 rue du Pont, apt 3, Vieux-Moulin, J0X 1A0
privacy-copy-noted = Noted. You will have it by { $date }. A question: { $name }, { $phone }
privacy-fix-what = What is not right? Write it in one sentence. Example: my name is Rose Roy.
privacy-fix-noted = Noted. { $name } corrects it by { $date } and tells you. A question: { $phone }
privacy-post-noted = Noted: the whole text goes out by mail. A question: { $name }, { $phone }

privacy-erase-explained = We erase your name, your words, your photos and your information. Who came stays, without your name. Paid expenses stay { $long } with your name, for the accounts. Your number stays, so that nobody writes to you again.
    .sms = We erase your name, words and photos. Who came stays, without your name. Paid expenses stay { $long } with your name, for the accounts. Your number stays, so nobody writes to you again.
    .segments = 2
privacy-erase-unpaid = Careful: { $amount } of expenses is not paid yet. It will be erased too.
privacy-erase-code = To confirm, write { $code }. If not, press the button.
    .sms = To confirm, write { $code }. If not, answer 1.
privacy-erase-keep = erase nothing
privacy-erase-unclear = Write { $code } to erase everything, or 1 to erase nothing.
privacy-erase-kept = All right, nothing is erased.
privacy-erase-kept-by-us = Nothing is erased: we were told that you changed your mind. Still want it all erased? Write FORGET ME. A question: { $name }, { $phone }
privacy-erase-noted = Noted: everything will be erased on { $when }. Until then, the news stop. Change your mind before? Write RESTART. This is our last message.
    .sms = Noted: everything will be erased on { $when }. The news stop. Change your mind before? RESTART. This is our last message.
privacy-erase-already = Already asked: everything will be erased on { $when }. To erase nothing: RESTART
privacy-erase-coordinator = You coordinate: first ask someone else to take this role over. A question: { $name }, { $phone }
privacy-erase-undone = Nothing is erased, { $name }: everything goes on as before. To stop: ARRET
privacy-days = { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
privacy-years = { $count ->
        [one] { $count } year
       *[other] { $count } years
    }
