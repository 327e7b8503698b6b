# The allowance and the expenses of whoever took part. Never a salary, never first in an invitation.
claims-occasion = { $name }, { $date }
claims-option-meeting = { DATE($date, form: "bare") }, { $name }
claims-option-other-activity = lòt bagay
claims-which-meeting = Pou ki reyinyon?
claims-unclear-meeting = Sa pa klè. Reponn ak yon chif, oswa ekri jou a. Egzanp: madi 10 fevriye
claims-which-activity = Ki aktivite, ki jou? Egzanp: fòmasyon, 12 desanm
claims-unclear-day = Nou pa konprann jou a. Egzanp: fòmasyon, 12 desanm
claims-later = { $date } poko rive. Ekri nou apre. Si se te yon lòt jou, egzanp: fòmasyon, 12 desanm
claims-meeting-gone = Reyinyon sa a p ap fèt ankò.
claims-meeting-not-found = Reyinyon sa a pa nan reyinyon ou te fè yo.
claims-other-meeting = Pou lòt reyinyon an, { $name } ap gade epi reponn ou. Anyen pa ajoute isit la. Telefòn: { $phone }
claims-wrong-meeting = Demann no { $number } ou a pa pou bon reyinyon an: { $name } ap gade epi reponn ou. Telefòn: { $phone }
claims-in-advance = Nou peye apre reyinyon an, lè ou mande l. Ou bezwen lajan anvan? { $name } ap li mesaj ou epi reponn ou: { $phone }
claims-how-paid = Pa transfè, pa chèk oswa lajan kach: { $name } ap deside l avè w, epi l ap reponn ou. Telefòn: { $phone }
claims-how-paid-wished = Ou te mande: { $mode }. { $name } ap reponn ou. Telefòn: { $phone }
claims-before-meeting = Nou note sa: { $name } ap li l. Yo mande depans yo apre reyinyon an: ekri REKLAME lè sa a.
claims-paid-after = Demann ou an poko voye. Apre sa, { $name } ap gade l, epi n ap ekri ou lè li peye. Nou poko konnen jou a.
claims-came-not-sent = Bon bagay! Men demann ki la a poko voye.
claims-how-long = { $date } ({ $name }), konbyen tan ou te patisipe?
claims-how-long-each = Depi { $date }, konbyen tan chak jou?
claims-option-half = yon demi jounen, { $amount }
claims-option-day = tout jounen an, { $amount }
claims-option-expenses-only = depans mwen yo sèlman

claims-which-ride = Pou vini, èske ou te peye yon bagay?
claims-option-no-ride = non
claims-option-bus = otobis
claims-option-car = machin
claims-option-taxi = taksi
claims-unclear-ride = Sa pa klè. Reponn ak yon chif, oswa ekri montan an. Egzanp: otobis 7,50
claims-how-much-bus = Konbyen pou otobis la antou? Egzanp: 7,50
claims-how-much-taxi = Konbyen pou taksi a antou? Egzanp: 22
claims-which-part = Pou reyinyon sa a, konbyen ou menm ou peye?
claims-option-sum = { $amount }
claims-why-taxi = Poukisa yon taksi? An kèk mo. Egzanp: pa gen otobis a 20 h
claims-how-far = Konbyen kilomèt antou, ale ak tounen? Egzanp: 34
claims-unclear-km = Sa pa klè. Ekri kilomèt yo antou, 1 rive { $most }. Egzanp: 34
claims-any-meal = Èske ou te peye yon manje?
claims-option-meal = wi, { $amount }
claims-how-much-meal = Konbyen pou manje a? Egzanp: 12
claims-was-meal-served = Pou manje a: èske yo te sèvi youn nan reyinyon an?
claims-option-not-served = non, mwen te peye li
claims-option-served = wi, yo te sèvi l
claims-any-childcare = Depans pou gadri? Ekri montan an. Egzanp: 40
claims-any-other = Lòt bagay pou ranbouse? Ekri kisa ak konbyen. Egzanp: pakin 6 $
claims-unclear-other = Sa pa klè. Ekri kisa ak konbyen. Egzanp: pakin 6 $
claims-option-none = non
claims-receipt-fare = Otobis, { $amount }: voye yon foto resi a.
claims-receipt-km = Machin, { $amount }: voye yon foto resi a.
claims-receipt-meal = Manje, { $amount }: voye yon foto resi a.
claims-receipt-childcare = Gadri, { $amount }: voye yon foto resi a oswa yon papye ki siyen.
claims-receipt-other = Lòt, { $amount }: voye yon foto resi a.
claims-option-no-receipt = pa gen resi
claims-photo-kept = Nou resevwa foto a. Li ale ak demann ou.

claims-line-participation = patisipasyon { $amount } ({ $halves ->
        [1] demi jounen
       *[other] jounen
    })
claims-line-participation-on = patisipasyon { DATE($date, form: "bare") } { $amount }
claims-line-remote = patisipasyon a distans { $amount }
claims-line-km = machin { $km } km { $amount }
claims-line-fare = otobis { $amount }
claims-line-taxi = taksi { $amount }
claims-line-meal = { $count ->
        [1] manje { $amount }
       *[other] { $count } manje { $amount }
    }
claims-line-childcare = gadri { $amount }
claims-line-other = lòt { $amount }
claims-line-named = { $what } { $amount }
claims-line-beyond = { $line } (plis pase { $limit }: yon moun pral deside)
claims-line-to-decide = { $line } (yon moun pral deside)
claims-line-because = { $line } [{ $why }]
claims-line-receipt-photo = { $line } [foto resi]
claims-line-receipt-none = { $line } [pa gen resi]
claims-check = { $occasions }: { $lines }. Total { $total }. Èske se sa? Si se pa sa, ekri erè a.
    .segments = 4
claims-check-first = { $occasions }: { $lines }. Total { $total }.
    { $notice }
    Èske se sa? Si se pa sa, ekri erè a.
    .segments = 4
claims-option-send = wi, voye li
claims-option-correct = korije
claims-what-is-wrong = Kisa ki pa bon?
claims-fix-participation = patisipasyon mwen
claims-fix-transport = transpò a
claims-fix-meal = manje a
claims-fix-childcare = gadri a
claims-fix-other = lòt bagay
claims-noted-already = Nou note sa deja. Nou pa konte anyen de fwa.
claims-noted-beside = Nou note: { $lines }.
claims-noted-km = { $km } km
claims-already-noted = Note deja: demann no { $number }, { $total }. Nou pa konte anyen de fwa. Pou pale de sa: PALE
claims-received = Nou resevwa li: demann no { $number }, { $total }. N ap di ou sa k ap vini. Kote l ye: ESTATI
claims-nothing-due = Pa gen anyen pou ranbouse isit la. Pou rekòmanse: REKLAME. Pou pale: { $name }, { $phone }
claims-cancelled = Anile: nou pa voye anyen. Pou rekòmanse: REKLAME
claims-cancel-asked = { $name } pral gade demann ou epi reponn ou. Nou p ap peye anyen anvan sa. Telefòn: { $phone }
claims-lost-receipt = Pa gen resi? Sa pa grav. { $name } ap gade sa ak ou. Telefòn: { $phone }
claims-receipt-seen = Voye foto a isit la: l ap ale ak demann ou. Pou fè youn: REKLAME. Pou pale ak { $name }: { $phone }

claims-offer = Pou { $roundtable }, { $date }: èske ou vle mande alokasyon ou ak depans ou yo?
claims-option-claim = wi
claims-option-no-thanks = non mèsi
claims-declined = Nou note sa, mèsi. Anyen pa chanje pou ou. Si ou chanje lide: REKLAME
claims-for-someone-else = Pou yon lòt moun, { $name } ap ekri ou oswa rele ou. Pa voye non li ni nimewo li isit la. { $phone }
claims-for-a-human = Nou note sa. Montan sa a pa swiv tarif nou yo: { $name } ap gade epi reponn ou. { $phone }

claims-table = Tarif: { $lines }. Ou ka di non.
claims-no-table = Montan yo poko fikse. { $name } ka reponn ou: { $phone }
claims-rate-participation = patisipasyon { $half } (jounen { $day })
claims-rate-remote = a distans { $amount }
claims-rate-transport-km = machin { $amount }/km
claims-rate-transport-fare = otobis { $amount }
claims-rate-meal = manje { $amount }
claims-rate-childcare = gadri { $amount }
claims-rate-other = lòt { $amount }
claims-rate-up-to = { $name } maks. { $amount }
claims-rate-as-paid = { $names } nan pri ou peye a
claims-rate-name-participation = patisipasyon
claims-rate-name-remote = a distans
claims-rate-name-transport-km = machin
claims-rate-name-transport-fare = otobis
claims-rate-name-meal = manje
claims-rate-name-childcare = gadri
claims-rate-name-other = lòt

claims-approved = Nou aksepte demann ou no { $number }: { $total }. N ap ekri ou lè li peye.
claims-question = Demann no { $number }: { ENDED($question, mark: "?") } Reponn isit la.
    .segments = 3
claims-question-settled = Demann no { $number } regle deja. Kote l ye: ESTATI
claims-resubmitted = Mèsi. Nou ajoute repons ou nan demann no { $number }.
claims-refused = Demann no { $number }: nou pa aksepte li. Poukisa: { ENDED($reason) } Pou pale de sa: { $name }, { $phone }
    .segments = 3
claims-reopened = N ap gade demann ou no { $number } ankò. N ap di ou sa k ap vini.
claims-paid-coming = Demann no { $numbers }: n ap peye { $total } { $mode }, { $date }.
claims-paid-came = Demann no { $numbers }: { $total }, peye { $mode }, { $date }. Èske ou resevwa li?
claims-paid-came-again = Demann no { $number }, { $total }: èske ou resevwa li?
claims-option-came = wi
claims-option-not-yet = poko
claims-mode-transfer = pa virman
claims-mode-cheque = pa chèk
claims-mode-cash = kach
claims-mode-gift-card = pa kat kado
claims-money-came = Mèsi, nou note sa.
claims-money-missing = Mèsi dèske ou di sa. { $name } pral verifye epi reponn ou. Telefòn: { $phone }
claims-nothing-to-confirm = Nou note sa deja, mèsi. Kote demann ou yo ye: ESTATI
claims-payment-cancelled = Koreksyon: demann ou no { $numbers } poko peye. { $reason }
    .segments = 3

claims-status = { LINES($lines) }
claims-status-submitted = Demann no { $number }, { $total }: nou resevwa li { DATE($date, form: "bare") }
claims-status-approved = Demann no { $number }, { $total }: nou aksepte li { DATE($date, form: "bare") }
claims-status-returned = Demann no { $number }, { $total }: yon kesyon ap tann ou ({ DATE($date, form: "bare") })
claims-status-refused = Demann no { $number }, { $total }: nou pa aksepte li ({ DATE($date, form: "bare") })
claims-status-paid = Demann no { $number }, { $total }: peye { DATE($date, form: "bare") }
claims-status-received = Demann no { $number }, { $total }: peye { DATE($date, form: "bare") }, ou resevwa li
claims-status-meeting = Reyinyon { $name }, { DATE($date, form: "bare") } { $start }: { $answer ->
        [coming] ou ap vini
        [absent] ou p ap vini
        [maybe] petèt
       *[none] poko reponn
    }
claims-status-needs = Èd pou vini: { $needs }
claims-status-need-open = { $need } (ekri)
claims-status-need-done = { $need } (regle)
claims-status-nothing = Pa gen anyen k ap tann pou ou. Pou depans ou: REKLAME. Yon kesyon? { $name }, { $phone }
claims-status-late = Sa long. { $name } okouran epi l ap reponn ou: { $phone }
claims-status-no-claim = Nou pa gen okenn demann lajan ou fè. Pou fè youn: REKLAME. { $name } ka ede ou: { $phone }

claims-not-sent-yet = Demann ou poko voye: rete yon kesyon. Pou kite l: ANILE
claims-taken-away = Nou retire: { $lines }.
claims-any-other-more = Note deja: { $lines }. Lòt bagay? Ekri kisa ak konbyen.
    .segments = 2
claims-option-all = non, se tout
claims-option-take-away = retire
claims-option-as-before = remete jan l te ye
claims-option-right = li bon
claims-line-was = { $line } (se te { $before })
claims-line-gone = { $line }, retire
claims-amended = Nou chanje nan demann ou no { $number }: { $lines }. Total { $total }.
    .segments = 2
claims-amended-kept = Nou note: demann no { $number }, { $total }.
claims-as-before = Li remete jan l te ye: demann no { $number }, { $total }.
claims-goes-with = Ou gen yon demann deja pou reyinyon sa a: no { $number }, { $total }. Sa ale ak li.
claims-added = Nou ajoute l: demann no { $number }, { $total }. N ap di ou sa k ap vini. Kote l ye: ESTATI
claims-withdrawn = Demann ou no { $number }, { $total }, anile. Nou p ap peye anyen.
claims-withdrawn-kept = Demann no { $number } rete anile. Pou fè yon lòt: REKLAME
claims-option-put-back = remete l
claims-put-back = Li remete: demann no { $number }, { $total }. N ap di ou sa k ap vini.
claims-withdraw-which = Ki demann pou anile?
claims-option-numbered = no { $number }, { $total }
claims-option-none-of-them = okenn
claims-nothing-withdrawn = Nou pa anile anyen. Kote demann ou yo ye: ESTATI
claims-next-submitted = { $name } ap gade l. N ap ekri ou lè nou aksepte l, epi lè nou peye l. Nou poko konnen dat la.
claims-next-approved = N ap ekri ou lè nou peye l, ak dat la. Nou poko konnen l.
claims-who-knows = Lajan sa a ka chanje chèk èd sosyal ou oswa lwaye ou. Mande anvan: ajan ou, oswa { $name }, { $phone }

# Asked of other money, and of the total.
claims-benefits = Nou pa ka di ou sa isit la. Mande ajan èd sosyal ou anvan ou voye. { $name } ka ede ou mande: { $phone }
claims-total-before = Nou montre total la anvan nou voye. Nou pa voye anyen san wi ou.
claims-wait = Pran tan ou. Nou pa voye anyen. N ap tann repons ou.
claims-not-sent-one-more = Nou poko voye l: rete yon kesyon.
claims-so-far = Jiska kounye a: { $lines }. Total { $total }. Nou pa voye anyen.
    .segments = 2
claims-holds = Demann no { $number }: { $lines }. Total { $total }.
    .segments = 2
claims-cancel-under-way = Ou vle di: anile demann ou? Nou poko voye anyen.
claims-cancel-sent = Ou vle di: anile demann ou no { $number }, { $total }?
claims-option-cancel = wi, anile
claims-option-keep = non, kite l
claims-day-for-a-human = Sa pa grav: { $name } pral gade demann ou ak ou. Nou kenbe kantite lajan yo. Telefòn: { $phone }
claims-what-for = { $amount }, se pou kisa? Egzanp: estasyonman

claims-entered-for-you = Yo ekri demann no { $number } pou ou, { $occasion }: { $lines }. Total { $total }. Gen erè? { $name }, { $phone }
    .segments = 2
claims-taken-out-for-you = Demann no { $number }, { $total }, yo te ekri pou ou: yo retire l. Yo p ap peye anyen pou li. { $name }, { $phone }
    .segments = 2
