# The monthly digest: what people read.
digest-sms = Nouvelles de { $month }. Pour en lire une, répondez son chiffre:
    .segments = 3
digest-telegram = Nouvelles de { $month }

    { LINES($items) }
    .segments = 20
digest-item-alone = { $words }
    .segments = 7
digest-item = { $title }
    { $body }
    .segments = 7
digest-ask-item = Quelle nouvelle voulez-vous proposer? Une phrase suffit.
digest-proposed = Merci, votre nouvelle est notée (no { $number }). La coordination choisit ce qui part le { $date }.
    .sms = Merci, nouvelle notée (no { $number }). La coordination choisit ce qui part le { $date }.
digest-empty = Il manque le texte. Exemple : proposer Le frigo du village est ouvert le samedi.
    .sms = Il manque le texte. Exemple: proposer Le frigo du village est ouvert le samedi.
digest-title-too-long = Le titre a { $length } lettres, le maximum est { $longest }. Exemple : Le frigo est ouvert | Venez le samedi, de 9 h à midi.
    .sms = Titre trop long: { $length } lettres, maximum { $longest }. Exemple: Le frigo est ouvert | Venez le samedi.
digest-too-long = Le texte a { $length } lettres, le maximum est { $longest }. Pouvez-vous le raccourcir?
    .sms = Texte trop long: { $length } lettres, maximum { $longest }. Pouvez-vous le raccourcir?

# For coordinators, on Telegram.
digest-list = Infolettre, envoi prévu { $when } :
    { LINES($lines) }
    Modifier : /item 3 titre | texte. Ordre : /ordre 3 1 2. Aperçu et envoi : /envoyer-infolettre
    .segments = 10
digest-line-aside = { $number }. { $title } (mise de côté)
digest-line-later = { $number }. { $title } (le mois prochain)
digest-most-items = Une infolettre contient { $most } nouvelles : { $left ->
        [1] une attendra
       *[other] { $left } attendront
    } le mois prochain. Pour changer l'ordre : /ordre
digest-item-shown = Nouvelle no { $number } · { $state } · proposée par { $author }, { $date }
    { LINES($parts) }
    .segments = 4
digest-item-proposed = proposée
digest-item-chosen = choisie
digest-item-set-aside = mise de côté
digest-not-this-month = La nouvelle no { $number } n'est pas dans cette infolettre. Numéros : { $known }
digest-second-asked = { $name } demande votre accord pour l'infolettre (envoi no { $number }, { $when }). Personnes : { $people }. Pour voir : /infolettre. Pour accepter : /approuver { $number }
    .segments = 2
digest-approved-left = Infolettre approuvée (envoi no { $number }) : { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    }, { $when }. Ces nouvelles attendent le mois prochain :
    { LINES($left) }
    .segments = 4
digest-line = { $number }. { $title }
digest-no-items = Aucune nouvelle pour le moment (envoi prévu { $when }). Pour en proposer une : /proposer Le frigo est ouvert | Venez le samedi.
    .segments = 2
digest-bad-language = On n'écrit pas aux gens dans cette langue : { $language }. Langues : { $known }. Exemple : /item 3 en The fridge is open | Come on Saturdays.
digest-edited = Nouvelle no { $number } modifiée.
digest-set-aside = Nouvelle no { $number } mise de côté. Pour la remettre : /item { $number } remettre
digest-taken-back = Nouvelle no { $number } remise dans la liste.
digest-ordered = L'ordre est changé. Pour voir : /infolettre
digest-bad-day = Quel jour du mois? De 1 à 31 (31 = le dernier jour). Exemple : /infolettre jour 28 10h
digest-day-past = Le { $date } est déjà passé. Choisissez un jour à venir. Exemple : /infolettre jour 31 10h
digest-other-month = L'infolettre en préparation part entre le { DATE($first, form: "year") } et le { DATE($last, form: "year") }. Exemple : /infolettre jour 28 10h
digest-day-chosen = L'infolettre partira { $when }.
digest-nothing-to-send = Il n'y a aucune nouvelle à envoyer. Pour en proposer une : /proposer Le frigo est ouvert | Venez le samedi.
digest-too-many-segments = La version texto prend { $segments ->
        [one] { $segments } segment
       *[other] { $segments } segments
    }, le maximum est { $most }. Raccourcissez des titres. Exemple : /item 3 Frigo ouvert | Venez le samedi.
    .segments = 2
digest-retype = L'infolettre partira toute seule, au jour choisi. Pour approuver, écrivez le nombre de personnes : { $people }
digest-not-approved = D'accord, l'infolettre n'est pas approuvée.
digest-approved = Infolettre approuvée (envoi no { $number }) : { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    }, { $when }. Pour la reprendre avant : /infolettre reprendre
digest-waits-second = L'infolettre (envoi no { $number }, { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    }, { $when }) attend une deuxième personne de la coordination : /approuver { $number }
    .segments = 2
digest-changed = L'infolettre a changé depuis l'aperçu. Regardez-la encore : /envoyer-infolettre
digest-nothing-approved = Aucune infolettre approuvée n'attend son départ.
digest-back = L'infolettre de { $month } est reprise, vous pouvez la modifier : /infolettre
digest-no-such-item = Il n'y a pas de nouvelle no { $number }. Pour voir la liste : /infolettre
digest-already-approved = La nouvelle no { $number } est dans une infolettre déjà approuvée. Pour la reprendre : /infolettre reprendre
digest-which = Je ne comprends pas « { $words } ». Pour voir les nouvelles : /infolettre. Pour en retirer une : /item 4 retirer
    .segments = 2
digest-nudge = L'infolettre doit partir { $when } et n'est pas encore approuvée. Aperçu et envoi : /envoyer-infolettre
digest-did-not-leave = L'infolettre n'est pas partie : elle n'était pas approuvée à temps. Nouvelles qui attendent la prochaine, { $when } : { $items }. Pour voir : /infolettre
    .segments = 2

command-proposer = proposer une nouvelle
command-infolettre = voir l'infolettre du mois
command-item = modifier une nouvelle
command-ordre = changer l'ordre des nouvelles
command-envoyer-infolettre = voir l'aperçu et approuver
example-proposer = /proposer Le frigo est ouvert | Venez le samedi, de 9 h à midi.
example-infolettre = /infolettre jour 28 10h
example-item = /item 3 Le frigo est ouvert | Venez le samedi, de 9 h à midi.
    En une autre langue : /item 3 en The fridge is open | Come on Saturdays, 9 to noon.
example-ordre = /ordre 3 1 2
example-envoyer-infolettre = /envoyer-infolettre

journal-digest-proposed = nouvelle no { $number } proposée
journal-digest-edited = nouvelle no { $number } modifiée
journal-digest-set_aside = nouvelle no { $number } mise de côté
journal-digest-taken_back = nouvelle no { $number } remise
journal-digest-ordered = ordre des nouvelles changé
journal-digest-day_chosen = jour de l'infolettre changé
journal-digest-approved = infolettre approuvée : { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    }, { $segments ->
        [one] { $segments } segment
       *[other] { $segments } segments
    }
journal-digest-taken_back_whole = infolettre reprise avant son départ
digest-previewed = Aperçu pour { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    }. Rien n'est approuvé. Pour approuver : portevoix digest approve
digest-bad-hour = Je ne comprends pas cette heure. Exemple : 10:00
