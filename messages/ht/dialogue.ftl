# What any dialogue may have to say.
dialogue-yes = wi
dialogue-no = non
dialogue-changed = Gen yon bagay ki chanje depi lè sa a. Men jan sa ye kounye a:
dialogue-unclear-choice = Sa pa klè. Reponn ak yon chif nan lis la.
dialogue-unclear-words = Mesaj sa a vid. Ekri kèk mo.
dialogue-unclear-number = Sa pa klè. Ekri yon nonb, { $least } rive { $most }. Egzanp: 12
dialogue-unclear-money = Sa pa klè. Ekri yon montan. Egzanp: 7,50
dialogue-unclear-yes-no = Sa pa klè. Reponn 1 pou wi, 2 pou non.
dialogue-too-long = Li twò long: { $length } lèt, { $longest } pou pi plis. Pi kout?
dialogue-handed-over = Pa gen pwoblèm: { $name } ap gade sa ak ou. Pou pale kounye a: { $phone }
dialogue-unclear-photo = Voye yon foto, oswa reponn ak yon chif. Egzanp: 1
dialogue-expired = Repons ou pa rive, nou kite sa la. Pou rekòmanse, ekri ED.
dialogue-expired-kept = Nou kite sa la, men nou kenbe mo ou yo: yon moun pral li yo. Pou rekòmanse: KOMANTE
dialogue-expired-nameless = Nou kite sa la. Pèsonn pa li mo ou yo, yo efase. Pou rekòmanse: KOMANTE
dialogue-end = se tout
dialogue-then-asks = { $before }
    { $question }
