# What is said when it is not clear who takes a message.
router-not-stopped = Dakò, mesaj yo kontinye.
router-unclear = Sa pa klè, men { $name } pral li mo ou yo. Reponn ak yon chif nan lis la.
router-unclear-options = Sa pa klè, men { $name } pral li mo ou yo. Pou reponn: { $options }. Egzanp: 1
router-stale-button = Kesyon sa a pase. Meni an: ED
router-answer-in-full = Pou sa a, peze repons ou, oswa ekri l nèt: { $answers }.
router-silence = Nou pa rive konprann youn lòt isit la. Rele { $name }: { $phone }
router-not-in-groups = Mwen pale ak yon sèl moun alafwa. Ekri m an prive.
router-near-command = Kòmand { $command } pa egziste. Petèt { $near }? Lis la: /aide
router-unknown-command = Kòmand { $command } pa egziste. Lis la: /aide
router-forwarded = Mesaj sa a soti nan yon lòt moun. { $name } pral li l. Si se sa ou vle reponn oswa di tab la, ekri l ou menm.
router-forwarded-desk = Mesaj sa a soti nan yon lòt moun: anyen pa fèt. Ekri kòmand la oswa repons la ou menm.
router-sorry-for-you = Nou regrèt sa anpil. { $name } pral li pawòl ou yo epi reponn ou.
router-for-a-person = { $name } pral li mesaj ou a epi reponn ou. Pou pale: { $phone }
router-care = N ap panse avè w. Èske ou byen? An danje: 911. Pou pale, lajounen kou lannwit: { $line ->
        [no] 811 oswa 988
       *[other] 811, 988 oswa { $line }
    }. { $name } ap li mo ou yo.
router-care-well = wi, mwen byen
router-care-not = non, rele m
router-care-stop = sispann mesaj yo
router-care-glad = Sa bon. Pou pale ak { $name }: PALE, oswa { $phone }
router-without-slash = Ou vle di { $command }? Yon kòmand kòmanse ak /. Lis la: /aide
router-fault = Yon pwoblèm bò kote pa nou: nou pa li mesaj ou a. Ekri l ankò pita, oswa rele { $name }: { $phone }
router-fault-desk = Yon pwoblèm bò kote pa nou: nou pa fè anyen, mesaj ou a anrejistre. Ekri l ankò talè.
router-care-not-for-the-table = Sa bon. Mo ou yo p ap ale sou tab la. Pou di tab la yon lòt bagay: KOMANTE
router-to-coordinator = Dakò: se pa pou tab la. Ekri l isit la: se { $name } sèlman k ap li l. Pou pale: { $phone }

router-which-list = Pou kisa?
router-list-option = { $about }: { $option }
router-list-broadcast-reminder = { $dated ->
    [yes] reyinyon { DATE($date, form: "bare") }
   *[no] reyinyon
}
router-list-meetings-answer = { $dated ->
    [yes] reyinyon { DATE($date, form: "bare") }
   *[no] reyinyon
}
router-list-broadcast-digest = nouvèl yo
router-list-claims-offer = { $dated ->
    [yes] alokasyon ou, reyinyon { DATE($date, form: "bare") }
   *[no] alokasyon ou
}
router-list-claims-received = lajan ou resevwa
router-list-comments-offer = { $dated ->
    [yes] mo ou pou tab la, reyinyon { DATE($date, form: "bare") }
   *[no] mo ou pou tab la
}
router-list-report-read = chapit rapò a
