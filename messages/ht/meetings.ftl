# What people read about meetings. The key fact stands in the first 70 characters.
meetings-option-coming = wi, m ap vini
    .sms = wi
meetings-option-absent = non, m pa kapab
    .sms = non
meetings-option-maybe = petèt
meetings-reminder = Reyinyon { $date } { $start } rive { $end }, { $place } ({ $roundtable }). { $summary } Èske ou ap vini?
    .segments = 2
meetings-reminder-more = Reyinyon { $date } { $start } rive { $end }, { $place } ({ $roundtable }). { ENDED($summary) } Rès la: LASWIT. Ou ap vini?
    .segments = 2
meetings-practical = Rapèl: { $date } { $start } rive { $end }, { $place } ({ $roundtable }). Ou pa kapab? ABSAN
    .segments = 2
meetings-practical-phone = Rapèl: { $date } { $start } rive { $end }, { $place } ({ $roundtable }). Nan telefòn: { $dial_in }. Ou pa kapab? ABSAN
    .segments = 2
meetings-moved = Chanjman: { $roundtable } se { $date } { $start } rive { $end }, { $place } ({ $changes }). Èske ou ap vini?
    .segments = 2
meetings-moved-told = Chanjman: { $roundtable } se { $date } { $start } rive { $end }, { $place } ({ $changes }).
    .segments = 2
meetings-changed = Chanjman: { $roundtable }, { $date } { $start } rive { $end }, { $place } ({ $changes }). Repons ou toujou note. Ou pa kapab? ABSAN
    .segments = 2
meetings-back = Pa anile ankò: { $roundtable } ap fèt, { $date } { $start } rive { $end }, { $place }. Èske ou ap vini?
    .segments = 2
meetings-back-told = Pa anile ankò: { $roundtable } ap fèt, { $date } { $start } rive { $end }, { $place }.
    .segments = 2
meetings-back-holds = Pa anile ankò: { $roundtable } ap fèt, { $date } { $start } rive { $end }, { $place }. Repons ou toujou note. Ou pa kapab? ABSAN
    .segments = 2
meetings-has-moved = { $roundtable } chanje: kounye a se { $date } { $start } rive { $end }, { $place }. Èske ou ap vini?
    .segments = 2
meetings-change-date = anvan, se te { $before }
meetings-change-date-and-hours = anvan, se te { $before }, { $start } rive { $until }
meetings-change-hours = anvan, se te { $before } rive { $until }
meetings-change-place = se pa isit la ankò: { $before }
meetings-change-dial-in = nimewo telefòn nan nouvo
meetings-cancelled = Anile: { $roundtable }, { $date } { $start } rive { $end }. Poukisa: { $reason }
    .segments = 2
meetings-summary = { $roundtable }, { $date }, { $start } rive { $end }, { $place }.
    { $summary }
    .segments = 6
meetings-minutes = { $roundtable }, { $date }, an ti mo:
    { $minutes }
    .sms = { $roundtable }, { $date }, an ti mo: { $minutes }
    .segments = 11
meetings-minutes-corrected = Koreksyon sou { $roundtable }, { $date }:
    { $minutes }
    .sms = Koreksyon. { $roundtable }, { $date }: { $minutes }
    .segments = 11
meetings-name = { $roundtable }, { $date }
meetings-noted-coming = Nou note sa: ou ap vini { $date } a { $start } ({ $roundtable }). Ou pa kapab ankò? Ekri ABSAN. Èd pou vini: TRANSPO, GADRI oswa MANJE.
    .sms = Note: ou ap vini { $date } { $start } ({ $roundtable }). Ou pa kapab ankò? ABSAN. Èd pou vini: TRANSPO, GADRI, MANJE
meetings-noted-maybe = Nou note sa: petèt, { $date } { $start }. Rapèl jou anvan an. Bezwen èd? TRANSPO, GADRI oswa MANJE ({ $roundtable })
meetings-noted-absent = Nou note sa: ou p ap vini { $date } ({ $roundtable }). Ou ap resevwa rezime a apre. Ou ap vini kanmenm? MWEN AP VINI
meetings-was-cancelled = Reyinyon { $roundtable }, { $date }, anile. Pa gen anyen pou fè.
meetings-is-over = { $roundtable }, { $date }, pase deja. Pou di yon bagay: KOMANTE. Pou depans ou: REKLAME
meetings-nothing-to-answer = Mèsi. Pa gen reyinyon k ap vini pou ou. Bezwen èd? Ekri ED.
meetings-which-coming = Nan kilès ou ap vini?
meetings-which-absent = Nan kilès ou p ap vini?
meetings-which-maybe = Petèt nan kilès?
meetings-neither = okenn
meetings-nothing-changed = Dakò, anyen pa chanje.
meetings-need-transport = Nou note sa: transpò, { $date } ({ $roundtable }). { $name } ap ekri ou oswa rele ou anvan.
meetings-need-childcare = Nou note sa: gadri, { $date } ({ $roundtable }). { $name } ap ekri ou oswa rele ou anvan.
meetings-need-meal = Nou note sa: manje, { $date } ({ $roundtable }). { $name } ap ekri ou oswa rele ou anvan.
meetings-needs = Nou note sa: { $needs }, { $date } ({ $roundtable }). { $name } ap ekri ou oswa rele ou anvan.
meetings-need-over = Dakò, anyen pou prepare: { $needs }, { $date } ({ $roundtable }). Si sa chanje: TRANSPO, GADRI oswa MANJE
meetings-need-perhaps = Dakò. Si ou bezwen èd pou vini: TRANSPO, GADRI oswa MANJE
meetings-need-stands = Li toujou ekri: { $needs }, { $date } ({ $roundtable }). { $name } ap li mesaj ou epi reponn ou.
meetings-need-name-transport = transpò
meetings-need-name-childcare = gadri
meetings-need-name-meal = manje
meetings-and-you =
    { $said }
    Èske ou ap vini { $date }?
meetings-days = Èske nou byen konprann?
    { LINES($days) }
    .segments = 2
meetings-day-absent = { $date } ({ $roundtable }): ou p ap la
meetings-day-coming = { $date } ({ $roundtable }): ou ap vini
meetings-days-kept = Nou note sa.
    { LINES($days) }
    .segments = 2
meetings-days-not = Sa pa klè pou nou. { $name } pral li mesaj ou. Anyen pa chanje anvan sa. Telefòn: { $phone }
meetings-noted-coming-after-all = Chanje: ou ap vini { $date } a { $start } ({ $roundtable }). Ou pa kapab ankò? ABSAN
meetings-noted-late = Nou note sa: ou ap vini { $date }, yon ti jan apre { $start } ({ $roundtable }). Ou pa kapab ankò? ABSAN
meetings-noted-early = Nou note sa: ou ap vini { $date } a { $start } epi ou ap kite pi bonè ({ $roundtable }). Ou pa kapab ankò? ABSAN
meetings-where-when = { $roundtable }: { $date }, { $start } rive { $end }, { $place }. Lòt bagay? Ekri Q ak kesyon ou
meetings-where-when-phone = { $roundtable }: { $date }, { $start } rive { $end }, { $place }. Nan telefòn: { $dial_in }. Lòt bagay? Ekri Q ak kesyon ou
    .segments = 2
meetings-who-reads = { $carrier } li mo yo bay tab la. Pou pale ak { $name }: { $phone }
meetings-no-duty = Non, anyen pa oblije w. Ou vini si ou vle. Ou pale si ou vle.
meetings-words-go = { $carrier } li mo ou yo sou tab la. Tab la reponn. Nou ekri w repons lan.
meetings-said-there = Apre reyinyon an, { $name } ekri w sa yo deside.
meetings-meal-served = Wi, ap gen manje ({ $roundtable }, { $date }).
meetings-access = { $roundtable }, { $date }: { $access }.
meetings-by-phone = { $roundtable }, { $date }. Pa telefòn: { $dial_in }
meetings-own-answer = Reyinyon { $name }, { DATE($date, form: "bare") } { $start }: { $answer ->
        [coming] ou ap vini
        [absent] ou p ap vini
        [maybe] petèt
       *[none] poko reponn
    }

# Somebody else does not come.
meetings-other-absent = Nou di { $name } sa: yon lòt moun p ap vini.
meetings-other-absent-and-you = Nou di { $name } sa: yon lòt moun p ap vini. E ou menm, ou ap vini?
meetings-other-absent-not-you = Nou di { $name } sa: yon lòt moun p ap vini. Pou ou, anyen pa chanje: { $mine }.
