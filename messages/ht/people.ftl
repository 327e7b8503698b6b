# What people read when they join, choose, stop and come back. The key fact stands in the first 70 characters.
people-language-name = Kreyòl

people-join-hello = Se { $organisation }. Nou voye nouvèl ak rapèl reyinyon ba ou, anviwon 4 fwa pa mwa. Se pa yon sèvis ijans: si ou an danje, rele 911. Pou sispann: SISPANN. Pou pale ak yon moun: { $name }, { $phone }.

    Nan ki lang?
    .sms = Se { $organisation }. Nou voye nouvèl ak rapèl reyinyon ba ou, anviwon 4 fwa pa mwa. Si ou an danje: 911, pa isit la. Pou sispann: SISPANN. Pou pale: { $name }, { $phone }. Nan ki lang?
    .segments = 2
people-join-name = Ki non ou, oswa ki non ou vle nou rele ou?
people-join-name-unclear = Ekri yon non oswa yon ti non. Egzanp: Rose
people-join-when-ready = Pran tan ou. Pou kite sa: ANILE
people-join-consent = { $name }, èske nou ka ekri ou isit la pou nouvèl ak reyinyon? Nou kenbe non ou, nimewo ou ak mo ou. Yon konpayi andeyò Kebèk pote mesaj yo. Anvan 14 an: ak yon paran. Pou sispann: SISPANN. Pou konnen tout: ENFO MWEN. Dakò?
    .segments = 2
people-join-young = Mèsi dèske ou ekri! Anvan 14 an, yon moun antre ak yon paran: fè li rele { $name }, { $phone }. Ou ka rele tou.
people-address-noted = Nou note adrès ou: { $address }. Si se pa sa, ekri l ankò.
people-join-declined = Dakò, nou p ap ekri ou. Si ou chanje lide: ENSKRI. Pou pale ak yon moun: { $name }, { $phone }
people-welcome = Byenvini { $name }! Meni an: ED. Pou sispann tout: SISPANN. Pou nou rele ou: PALE, oswa { $contact } { $phone }
people-already-in = Ou sou lis la deja, { $name }. Meni an: ED. Pou pale ak yon moun: { $contact }, { $phone }
people-already-in-who = Telefòn sa a sou lis la deja. Kiyès k ap ekri?
people-it-is-me = se mwen toujou
people-another-person = yon lòt moun ki vle antre

people-invitation = Bonjou { $name }. { $who } ({ $organisation }) te pale ou de mesaj nou yo: nouvèl ak reyinyon, anviwon 4 pa mwa. Èske nou ka ekri ou isit la? Pou pale ak yon moun: { $phone }. Se pa yon sèvis ijans (911).
    .sms = Bonjou { $name }. { $who } ({ $organisation }) te pale ou de mesaj nou yo: nouvèl ak reyinyon, anviwon 4 pa mwa. Èske nou ka ekri ou? Pou pale: { $phone }. Ijans: 911
    .segments = 2
people-invitation-declined = Dakò, nou p ap ekri ou. Si ou chanje lide: ENSKRI
people-own-declined = Nou note sa, { $name }: nou p ap ekri ou anyen. Mesaj { $others } ap kontinye isit la. Pou sispann tout: STOP

people-who-are-you = Se { $organisation }. Nou pa konnen nimewo sa a: kiyès k ap ekri? { $name } pral li mesaj la. Pou nouvèl nou yo: ENSKRI
people-stopped-writes = Ou te sispann tout mesaj. { $name } pral li sa ou ekri. Pou rekòmanse: REKOMANSE. Pou pale: { $phone }
people-doubtful = Anvan nou reponn isit la, { $name } dwe konnen kiyès k ap ekri. Nou kenbe mesaj ou. Pou pale: { $phone }
people-new-owner = Mèsi dèske ou di nou sa. Pou kounye a nou p ap ekri isit la ankò. { $name } ap li mo ou yo. Pou pale: { $phone }

people-stopped-coordinator = Sa fèt: pa gen mesaj ankò. Men alèt detrès ap toujou rive jwenn ou, paske ou nan kowòdinasyon an. Pou tounen: REKOMANSE
people-stopped = Sa fèt: pa gen mesaj ankò. Pou tounen yon jou: REKOMANSE
people-stopped-here = Sa fèt: pa gen mesaj isit la ankò. { $other } kontinye: ekri SISPANN la pou sispann li tou. Pou tounen: REKOMANSE
people-stopped-kind = Sa fèt: pa gen { $kind } ankò. Rès la kontinye. Pou resevwa tout ankò: REKOMANSE. Pou sispann tout: SISPANN
people-kind-reminders = rapèl
people-kind-digest = bilten
people-kind-surveys = sondaj
people-channel-sms = Mesaj tèks
people-channel-telegram = Telegram
people-channel-email = Imel
people-resumed = Bonjou ankò { $name }, mesaj yo rekòmanse. Pou sispann: SISPANN. Meni an: ED
people-resumed-all = Mesaj yo rekòmanse sou telefòn sa a. Pou sispann: SISPANN. Meni an: ED
people-paused = Nou note sa: yon poz jiska { $date }. N ap reponn si ou ekri. Pou rekòmanse anvan: REKOMANSE
people-less = Nou note sa: mwens mesaj, yon sèl rapèl pou chak reyinyon. Pou tounen jan sa te ye: REKOMANSE
people-pause-who = Chwa sa a se pou yon moun ki sou lis la. Pou antre: ENSKRI

people-language-set = Nou note sa: mesaj yo ap an kreyòl.
people-language-which = Nan ki lang? Ekri KREYOL, ENGLISH, ESPANOL oswa FRANCAIS. { $name } ap li mo ou yo.
people-language-unknown = Lang sa a poko pare. Pou pale ak yon moun: { $name }, { $phone }
people-no-accents = Nou note sa: mesaj yo ap vini san aksan. Pou jwenn yo ankò: AVEC ACCENTS
people-accents = Nou note sa: mesaj yo ap vini ak aksan. Pou retire yo: SANS ACCENTS

people-menu = Èd. Pou pale ak yon moun: { $name }, { $phone }
    .sms = Èd. { $name }: { $phone }
people-menu-call = yon apèl
people-menu-comment = di yon bagay
people-menu-claim = depans mwen yo
people-menu-status = kote sa ye
people-menu-choices = chwa mwen yo
people-choices = MWENS: mwens mesaj. POZ: yon mwa. SISPANN: sispann tout. FRANCAIS, ENGLISH, ESPANOL: lang. LAPOS: papye. SANS ACCENTS. ENFO MWEN
people-menu-not-here = Sa pa posib isit la. Pou pale ak yon moun: { $name }, { $phone }
people-help-in-dialogue = Reponn kesyon an, oswa ekri ANILE pou kite sa. Pou yon apèl: PALE, oswa { $name } { $phone }
people-help-stranger = Se { $organisation }. Pou nouvèl nou yo: ENSKRI. Pou pale: { $name }, { $phone }. Ijans: 911

people-cancel-what = Kisa ou vle anile?
people-cancel-meeting = prezans mwen nan yon reyinyon
people-cancel-comment = yon kòmantè
people-cancel-stop = tout mesaj yo (sispann)
people-cancel-nothing = anyen
people-cancel-claim = demann lajan mwen
people-dialogue-cancelled = Dakò, nou kite sa la. Meni an: ED
people-nothing-changed = Dakò, anyen pa chanje.

people-who-writes = Plizyè moun sèvi ak telefòn sa a. Kiyès k ap ekri?
people-someone-else = yon lòt moun
people-who-on-phone = Plizyè moun sèvi ak telefòn sa a. Kiyès ou ye?

people-link-code = Pou konekte telefòn ou, voye { $code } pa tèks nan { $number } nan 30 minit k ap vini yo.
people-link-code-telegram = Pou konekte Telegram, louvri { $link } oswa ekri { $code } la nan 30 minit.
people-link-no-sms = Pa gen nimewo pou mesaj tèks isit la: Telegram ase.
people-link-no-telegram = Telegram pa louvri isit la: mesaj tèks ase.
people-link-join-first = Pou kòmanse, ekri ENSKRI. Ou sou lis la deja pa tèks? Voye LIER pa tèks, apre sa ekri kòd la isit la.
people-link-refused = Kòd sa a pa ka sèvi isit la. Pou jwenn èd: { $name }, { $phone }
people-link-coordinator-telegram = Kòd sa a louvri sou Telegram sèlman.
people-linked = Sa fèt, { $name }. Nou konnen ou toude kote yo.
people-code-to-the-phone = Yon tèks ap pati sou { $number }. Ekri kòd ki ladan l lan isit la.
people-code-for-telegram = Yon kont Telegram mande dosye w. Se ou menm? Ekri { $code } la, pa isit. Si se pa ou, pa bay pèsòn kòd sa a, epi reponn PA MWEN
people-code-for-the-other-side = Kòd sa a se pou lòt bò a: sou Telegram si li te vini pa tèks, pa tèks si li te vini sou Telegram.
people-code-unknown = Kòd sa a pase oswa li te sèvi deja. Pou yon nouvo: LIER
people-too-many-codes = Twòp kòd eseye. Eseye ankò nan 15 minit, oswa rele { $name }: { $phone }
people-codes-barred = Moun nou pa konnen eseye twòp kòd. Eseye ankò nan inèdtan, oswa rele { $name }: { $phone }
people-contact-not-yours = Kontak sa a pa pou ou. Pou konekte telefòn ou: /lier
people-text-too = Nou note { $number }. Èske nou ka ekri ou la tou?
people-phone-added = Nou note sa: nou ka voye mesaj tèks ba ou tou.
people-phone-stopped = { $number } te sispann tout. Pou rekòmanse: voye REKOMANSE ak telefòn sa a.

people-post-ask = Bilten an ak rapèl yo pa lapòs. Ki adrès ou? Egzanp: 12 rue du Pont, app. 3, Vieux-Moulin, J0X 1A0
people-post-known = Pa lapòs, nan adrès sa a? { $address }
people-post-same = wi, menm adrès la
people-post-call = pito yon apèl
people-post-unclear = Nimewo a oswa ri a manke. Egzanp: 12 rue du Pont, app. 3, Vieux-Moulin, J0X 1A0
people-post-by-phone = Nou note sa: { $name } ap pran adrès ou nan telefòn ({ $phone }).
people-post-chosen = Nou note sa: bilten ak rapèl pa lapòs. Pou tounen nan mesaj yo: REKOMANSE
people-who-we-are = Se { $organisation }. Nou voye nouvèl ak reyinyon tab ou a. Pou pale ak { $name }: { $phone }
people-a-machine = Se yon machin ki voye mesaj sa yo. { $name } li mesaj ou yo epi reponn ou. Pou pale: { $phone }
people-who-is = { $name } okipe reyinyon yo epi li mesaj ou yo. Pou pale: { $phone }
people-why-us = Ou sou lis { $organisation } depi { $date }. Pou sispann: SISPANN. Sa nou kenbe sou ou: ENFO MWEN
people-free = Vini pa koute anyen. Mesaj nou yo non plis. Se plan telefòn ou sèlman ki ka konte mesaj yo.
people-too-hard = Padon, sa pa t klè. { $name } ka esplike w: { $phone }. Pou yo rele w: PALE
people-who-sees = { $name } li mesaj ou yo. Anyen pa li sou tab la san wi ou. San non ou: SAN NON MWEN
people-what-we-keep = Nou kenbe non ou, nimewo ou, mo ou ak foto ou. Se pou nouvèl, reyinyon ak depans ou. Pou wè tout oswa efase tout: ENFO MWEN
people-renamed = Nou note sa: { $name }, se pa { $before } ankò.
people-thanks = Pa gen pwoblèm!
people-small-talk = Mèsi pou mo sa yo. Pou pale ak yon moun: PALE
people-wrong-number = Se { $organisation }. Petèt mesaj la pa te pou nou. Si ou pa vle mesaj ankò: SISPANN
people-new-phone = Ou gen yon nouvo telefòn? { $name } mete l sou non ou epi ekri ou. Pou pale: { $phone }

# Said where a name is asked for, and is none.
people-join-name-is-yours = Yon ti non sifi. Yo pa janm li non ou nan tab la san wi ou.
people-join-hungry = Pou manje: rele 211, lajounen kou lannwit. { $name } ap li mo ou yo.
people-not-me-code = Nou note sa. Kòd sa a pa sèvi ankò, anyen pa chanje. { $name } ap verifye. Pou pale: { $phone }
