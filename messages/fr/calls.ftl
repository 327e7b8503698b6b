# What people read when a human must hear them.
calls-noted = C'est noté: { $name } vous appelle. Pour parler: { $phone }
calls-noted-when = C'est noté: { $name } vous appelle. Pour parler: { $phone }. Le meilleur moment?
calls-already-asked = C'est déjà noté: { $name } vous appelle. Pour parler: { $phone }
calls-hour-morning = le matin
calls-hour-afternoon = l'après-midi
calls-hour-evening = le soir
calls-hour-noted = C'est noté: { $hour }.
calls-never-called = C'est noté: on ne vous appelle pas. { $name } va lire vos mots et vous écrire.
calls-not-called = C'est noté: on ne vous appelle pas. Pour un appel: PARLER
calls-which-question = Quelle est votre question? Une personne va y répondre.
calls-question-kept = Votre question est gardée. { $name } vous répond ici ou vous appelle. Pour parler: { $phone }

calls-distress = Vos mots comptent. En danger, le 911 d'abord. Parler, jour et nuit: { $line ->
        [no] 811 ou 988
       *[other] 811, 988 ou { $line }
    }. On prévient { $name } tout de suite ({ $phone })
calls-voice-kept = On ne lit pas les messages vocaux ici, mais { $name } va l'écouter. Vous pouvez aussi l'écrire, ou appeler: { $phone }
calls-media-kept = Reçu. { $name } va regarder. Pour ajouter un mot, écrivez-le. Pour parler: { $phone }
calls-sticker-kept = Reçu. Pour dire quelque chose, écrivez-le. Le menu: AIDE. Pour parler: { $name }, { $phone }
calls-empty-media = Ce fichier est arrivé vide. Envoyez-le encore, ou écrivez AIDE.
calls-file-too-large = Ce fichier est trop gros (5 mégaoctets au plus). Une photo plus petite? Le menu: AIDE
calls-file-unreadable = Votre photo ou message vocal ne se lit pas. Envoyez-le encore, ou écrivez AIDE.
calls-empty = Ce message est arrivé vide. Le menu: AIDE
calls-unknown-word = On n'a pas compris, mais { $name } va lire vos mots. Pour qu'on vous appelle: PARLER, ou appelez le { $phone }. Le menu: AIDE
calls-answer = { $who } : { $words }
    .sms = { $who }: { $words }
    .segments = 6
calls-alert = Urgent : { $name } ne va pas bien et l'a écrit. Appelez maintenant : { $phone } (no { $number })
    .sms = Urgent: { $name } ne va pas bien et l'a écrit. Appelez maintenant: { $phone }. Puis: portevoix call-list { $number } --take
calls-alert-watched = Urgent : { $name } ne va pas bien, et quelqu'un lit son téléphone : n'y écrivez pas, n'y laissez pas de message. Son numéro : { $phone } (no { $number })
    .sms = Urgent: { $name } ne va pas bien, et quelqu'un lit son téléphone: n'y écrivez pas. Son numéro: { $phone }. Puis: portevoix call-list { $number } --take
calls-alert-many = Urgent : { $count } numéros inconnus écrivent qu'ils ne vont pas bien. Chacun a reçu les numéros d'aide. Qui appeler : /appels
    .sms = Urgent: { $count } numéros inconnus écrivent qu'ils ne vont pas bien. Ils ont les numéros d'aide. Qui appeler: portevoix call-list
calls-emergency-many = Urgent: { $count } numéros inconnus ont écrit à { $organisation } qu'ils ne vont pas bien. Personne ici n'a encore répondu. Joignez la coordination.
calls-emergency = Urgent: { $name } ne va pas bien. Personne ici n'a encore répondu. Appelez maintenant: { $phone }
calls-writes-on = { $name } écrit encore. Ses mots : /appels { $number }
    .sms = { $name } écrit encore. Ses mots: portevoix call-list { $number }
calls-taken-by = { $who } s'occupe de { $name }.
calls-unknown-person = une personne inconnue
calls-no-phone = pas de téléphone connu
calls-take-it = Je m'en occupe
calls-to-say = à lui dire : { $words }
calls-news = À voir : { $kinds }. /appels
    .sms = À voir: { $kinds }. Sur Telegram: /appels
    .segments = 3
calls-news-line = { $kind } ({ $count })
calls-distress-violence = Vos mots comptent. En danger, le 911 d'abord. Parler, jour et nuit: SOS violence 1 800 363-9010. On prévient { $name } tout de suite ({ $phone })
calls-distress-tonight = Vos mots comptent. Un lit ce soir: 211. En danger: 911. Parler: { $line ->
        [no] 811 ou 988
       *[other] 811, 988 ou { $line }
    }. On prévient { $name } tout de suite ({ $phone })
calls-distress-needs = Vos mots comptent. Manger, chauffage: 211. En danger: 911. Parler: { $line ->
        [no] 811 ou 988
       *[other] 811, 988 ou { $line }
    }. On prévient { $name } tout de suite ({ $phone })
calls-in-care = En danger: 911. Parler, jour et nuit: 988. C'est lu, et on a prévenu { $name }.
calls-in-care-needs = Manger, chauffage, un toit: 211. En danger: 911. Parler, jour et nuit: 988. C'est lu, et on a prévenu { $name }.

# Someone of the team read their words again.
calls-meant-told-coming = { $who } a lu vos mots. On a compris: vous venez le { $date } ({ $roundtable }). C'est bien ça?
calls-meant-told-absent = { $who } a lu vos mots. On a compris: vous ne venez pas le { $date } ({ $roundtable }). C'est bien ça?
calls-meant-told-ride = { $who } a lu vos mots. On a compris: il vous faut un transport le { $date } ({ $roundtable }). C'est bien ça?
calls-meant-told-comment = { $who } a lu vos mots. C'est un mot pour la table?
calls-meant-told-undone = { $who } a lu vos mots. On avait mal compris: c'est enlevé. Pour dire si vous venez: OUI ou ABSENT
calls-meant-told-nothing = { $who } a lu vos mots. Vous n'avez rien à faire. Pour parler à quelqu'un: PARLER
calls-meant-agreed = Merci. C'est noté.
calls-meant-undone = C'est enlevé. { $name } va relire vos mots. Pour parler: { $phone }
