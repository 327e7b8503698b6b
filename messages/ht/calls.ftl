# What people read when a human must hear them.
calls-noted = Nou note sa: { $name } ap rele ou. Pou pale: { $phone }
calls-noted-when = Nou note sa: { $name } ap rele ou. Pou pale: { $phone }. Ki pi bon lè a?
calls-already-asked = Nou note sa deja: { $name } ap rele ou. Pou pale: { $phone }
calls-hour-morning = nan maten
calls-hour-afternoon = apremidi
calls-hour-evening = aswè
calls-hour-noted = Nou note sa: { $hour }.
calls-never-called = Nou note: nou p ap rele ou. { $name } ap li mo ou yo epi l ap ekri ou.
calls-not-called = Nou note sa: nou p ap rele ou. Pou nou rele ou: PALE
calls-which-question = Ki kesyon ou? Yon moun ap reponn ou.
calls-question-kept = Nou kenbe kesyon ou. { $name } ap reponn ou isit la oswa rele ou. Pou pale: { $phone }

calls-distress = Mo ou yo konte. Si ou an danje: 911. Pou pale, lajounen kou lannwit: { $line ->
        [no] 811 oswa 988
       *[other] 811, 988 oswa { $line }
    }. N ap avèti { $name } touswit ({ $phone })
calls-distress-violence = Mo ou yo konte. Si ou an danje: 911. Pou pale, lajounen kou lannwit: SOS violence 1 800 363-9010. N ap avèti { $name } touswit ({ $phone })
calls-distress-tonight = Mo ou yo konte. Yon kabann aswè a: 211. Danje: 911. Pou pale: { $line ->
        [no] 811 oswa 988
       *[other] 811, 988 oswa { $line }
    }. N ap avèti { $name } touswit ({ $phone })
calls-distress-needs = Mo ou yo konte. Manje, chofaj: 211. Danje: 911. Pou pale: { $line ->
        [no] 811 oswa 988
       *[other] 811, 988 oswa { $line }
    }. N ap avèti { $name } touswit ({ $phone })
calls-in-care = An danje: 911. Pou pale, lajounen kou lannwit: 988. Nou li sa, e nou avèti { $name }.
calls-in-care-needs = Manje, chofaj, kote pou rete: 211. An danje: 911. Pou pale, lajounen kou lannwit: 988. Nou li sa, e nou avèti { $name }.
calls-voice-kept = Nou pa li mesaj vokal isit la, men { $name } ap koute li. Ou ka ekri li tou, oswa rele: { $phone }
calls-media-kept = Nou resevwa li. { $name } ap gade li. Pou ajoute yon mo, ekri li. Pou pale: { $phone }
calls-sticker-kept = Nou resevwa li. Pou di yon bagay, ekri li. Meni an: ED. Pou pale: { $name }, { $phone }
calls-empty-media = Fichye sa a rive vid. Voye li ankò, oswa ekri ED.
calls-file-too-large = Fichye sa a twò gwo (5 megaokte pou pi plis). Yon foto pi piti? Meni an: ED
calls-file-unreadable = Nou pa ka li foto a oswa mesaj vokal la. Voye li ankò, oswa ekri ED.
calls-empty = Mesaj sa a rive vid. Meni an: ED
calls-unknown-word = Nou pa konprann, men { $name } pral li mo ou yo. Meni an: ED. Yon apèl: PALE, oswa { $phone }
calls-answer = { $who }: { $words }
    .segments = 6
