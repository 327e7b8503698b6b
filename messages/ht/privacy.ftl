# What people read about their own information. Each says one thing, and what to write next.
privacy-short = Enfo ou: { $organisation } kenbe non ou, nimewo ou ak mo ou, pou nouvèl, reyinyon ak depans ou, anyen ankò. Moun ki reponn pou sa: { $name }, { $phone }. Kisa ou vle?
    .segments = 2
privacy-page-address = Pou li tout: { $address }
    .segments = 2
privacy-menu-copy = yon kopi
privacy-menu-fix = korije
privacy-menu-erase = efase tout
privacy-menu-post = li tout, nan lapòs

privacy-stranger = Nou pa konnen nimewo sa a: nou kenbe sa li ekri { $long }, apre sa nou efase l. Kesyon: { $name }, { $phone }
privacy-nothing-kept = Nou pa konnen nimewo sa a: pa gen anyen sou non ou. Pou pale ak yon moun: { $name }, { $phone }
privacy-whose = Plis pase yon moun sèvi ak telefòn sa a. Pou enfo ou, rele { $name }: { $phone }

privacy-how = Yon kopi tout sa nou kenbe sou ou. Kijan ou vle l?
privacy-how-telegram = sou Telegram
privacy-how-post = nan lapòs
privacy-how-hand = nan men ou
privacy-where = Nan ki adrès? Egzanp: 12 rue du Pont, app. 3, Vieux-Moulin, J0X 1A0
privacy-where-unclear = Nimewo a oswa ri a manke. Egzanp: 12 rue du Pont, app. 3, Vieux-Moulin, J0X 1A0
privacy-copy-noted = Nou note sa. W ap genyen l pa pita pase { $date }. Kesyon: { $name }, { $phone }
privacy-fix-what = Kisa ki pa bon? Ekri l nan yon fraz. Egzanp: non mwen se Rose Roy.
privacy-fix-noted = Nou note sa. { $name } ap korije l pa pita pase { $date } epi l ap di ou. Kesyon: { $phone }
privacy-post-noted = Nou note sa: tèks konplè a ap vini nan lapòs. Kesyon: { $name }, { $phone }

privacy-erase-explained = Nou efase non ou, mo ou ak foto ou. Prezans ou yo rete, san non ou. Depans nou te peye yo rete { $long } ak non ou, pou kont yo. Nimewo ou rete, pou nou pa ekri ou ankò.
    .segments = 2
privacy-erase-unpaid = Atansyon: { $amount } depans poko peye. N ap efase yo tou.
privacy-erase-code = Pou konfime, ekri { $code }. Sinon, peze bouton an.
    .sms = Pou konfime, ekri { $code }. Sinon, reponn 1.
privacy-erase-keep = pa efase anyen
privacy-erase-unclear = Ekri { $code } pou efase tout, oswa 1 pou pa efase anyen.
privacy-erase-kept = Dakò, nou pa efase anyen.
privacy-erase-kept-by-us = Nou pa efase anyen: yo di nou ou chanje lide. Ou vle efase tout kanmenm? Ekri EFFACER. Kesyon: { $name }, { $phone }
privacy-erase-noted = Nou note sa: n ap efase tout { $when }. Nouvèl yo sispann. Ou chanje lide anvan? REKOMANSE. Se dènye mesaj nou.
privacy-erase-already = Ou te mande sa deja: n ap efase tout { $when }. Pou nou pa efase anyen: REKOMANSE
privacy-erase-coordinator = Ou nan kowòdinasyon an: mande yon lòt moun pran wòl sa a anvan. Kesyon: { $name }, { $phone }
privacy-erase-undone = Nou pa efase anyen, { $name }: tout bagay kontinye tankou anvan. Pou sispann: SISPANN
privacy-days = { $count } jou
privacy-years = { $count } an
