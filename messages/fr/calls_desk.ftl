### Not for basic phones

# What coordinators read about calls, on Telegram and in the shell.
command-appels = qui appeler, et ce que personne n'a compris
command-repondre = écrire à quelqu'un de la liste
command-vu = dire qu'on s'en occupe
example-appels = /appels
    Après un appel : /appels 12 P (P parlé, M message laissé, R à rappeler, N mauvais numéro, F fermé)
example-repondre = /repondre 12 Bonjour Rose, la rencontre est à 18 h 30.
example-vu = /vu 12

calls-unknown-desk = On n'a pas compris. Tout ce que vous pouvez écrire : /aide
calls-none = Rien à voir. Personne n'attend d'appel.
calls-list = { $count } à voir :
    { LINES($lines) }
calls-more = Encore { $count }. Une fois ceux-ci faits : /appels
calls-card = { $number }. { $name }, { $phone }, { $when }
    { LINES($what) }
calls-understood = On y lit : { $meanings }
calls-understood-first = On lit dans le premier message : { $meanings }
calls-understood-last = On lit dans le dernier message : { $meanings }
calls-words = « { $words } »
calls-files = { $count ->
        [1] une photo ou un message vocal
       *[other] { $count } photos ou messages vocaux
    } : /appels { $number }
calls-files-held = { $count ->
        [1] une photo ou un message vocal, pas encore pris
       *[other] { $count } photos ou messages vocaux, pas encore pris
    } : /photos { $number }
calls-files-coming = { $count ->
        [1] La photo ou le message vocal arrive.
       *[other] { $count } photos ou messages vocaux arrivent.
    } Dans un instant : /appels { $number }
calls-no-file-held = La fiche no { $number } n'a pas de photo à prendre. Pour la voir : /appels { $number }
calls-option-fetch = voir la photo
command-photos = voir ce qu'un inconnu a envoyé
example-photos = /photos 12
journal-calls-fetched = a demandé les photos ou messages vocaux d'une personne inconnue
calls-file = Avec le no { $number }, { $name }
calls-emergency-told = la personne d'urgence a reçu un texto le { $when }
calls-outcome-p = parlé
calls-outcome-m = message laissé
calls-outcome-r = à rappeler
calls-outcome-n = mauvais numéro
calls-outcome-f = fermé
calls-outcome-e = répondu par écrit
calls-settled-closed = No { $number }, { $name } : { $outcome }. C'est fermé. Une erreur? /appels { $number } rouvrir
calls-closed-as = Le no { $number } ({ $name }) est fermé : { $outcome }, le { $date }. Pour le rouvrir : /appels { $number } rouvrir
calls-not-closed = Le no { $number } n'est pas fermé. Pour le voir : /appels { $number }
calls-reopened = No { $number }, { $name } : de nouveau dans la liste.
calls-settled = No { $number }, { $name } : { $outcome }.
calls-taken = Vous vous occupez de { $name } : { $phone }. Après : /appels { $number } P
calls-taken-already = { $who } s'occupe déjà de { $name }.
calls-answered = Réponse envoyée à { $name } (no { $number }).
calls-no-such-task = Il n'y a pas de no { $number } dans la liste. Pour la voir : /appels
calls-which-outcome = Une lettre : P parlé, M message laissé, R à rappeler, N mauvais numéro, F fermé. Exemple : /appels { $number } P
calls-closed-already = Le no { $number } est déjà fermé.
calls-answer-what = Il manque la réponse. Exemple : /repondre { $number } Bonjour Rose, c'est à 18 h 30.
calls-answer-too-long = { $length } lettres : { $longest } au plus. Appelez plutôt.
calls-cannot-write = On ne peut pas écrire au no { $number }. Appelez plutôt, puis : /appels { $number } P

calls-kind-call = appel demandé
calls-kind-distress = détresse
calls-kind-question = question
calls-kind-unknown-number = numéro inconnu
calls-kind-unknown-word = message pas compris
calls-kind-unclear-answer = réponse pas claire
calls-kind-maybe-stop = veut peut-être arrêter
calls-kind-stopped-wrote = a écrit après un arrêt
calls-kind-voice = message vocal
calls-kind-media = photo ou fichier
calls-kind-sticker = autocollant
calls-kind-reassigned = numéro à vérifier
calls-kind-start-needed = veut reprendre : doit texter START
calls-kind-new-person = vient de joindre la liste : bienvenue à faire
calls-kind-never-reached = rien ne lui est jamais arrivé
calls-kind-failed-twice = deux messages de suite pas arrivés
calls-kind-postal-address = adresse postale à prendre
calls-kind-need-transport = transport demandé
calls-kind-need-childcare = garde demandée
calls-kind-need-meal = repas demandé
calls-kind-jargon = un mot pas clair est passé
calls-kind-need-hour = une autre heure aiderait
calls-kind-proxy-claim = frais pour une autre personne
calls-kind-claim-unclear = frais à éclaircir
calls-kind-claim-late = argent qui tarde
calls-kind-claim-not-received = argent payé, pas encore arrivé
calls-kind-comment-third-person = un commentaire nomme une autre personne
calls-kind-comment-leaving = pense à quitter : appeler d'ici deux jours
calls-kind-delivery-unknown = messages partis, on ne sait pas s'ils sont arrivés
calls-kind-merge-asked = deux fiches seraient la même personne : vérifier de vive voix, puis /reunir
calls-kind-not-me = dit qu'une adresse ou une réunion de fiches n'est pas de son fait : appeler
calls-kind-other = à voir

journal-calls-asked = a demandé un appel
journal-calls-question = a posé une question
journal-calls-distress = a écrit sa détresse : la coordination est avisée
journal-calls-emergency = personne de la coordination n'a répondu à temps : la personne d'urgence est avisée par texto
journal-calls-outcome = appel : { $outcome }
journal-calls-taken = s'en occupe
journal-calls-answered = a répondu par écrit

calls-number-right = C'est corrigé : { $phone } est bien le numéro de { $name }. Le no { $number } est de nouveau dans la liste.
command-bon-numero = corriger : le numéro était bon
example-bon-numero = /bon-numero 12
journal-calls-reopened = carte rouverte
journal-calls-right_number = numéro dit mauvais par erreur, corrigé

calls-wait-distress = Détresse : { $name }
calls-wait-others = { $count ->
        [one] Regarder { $count } carte d'appel
       *[other] Regarder { $count } cartes d'appel
    }
calls-wait-since = depuis le { $when }
calls-wait-taken = depuis le { $when }; { $who } s'en occupe

calls-option-misread = c'est mal lu
calls-meant-which = No { $number } : ces mots voulaient dire quoi? La personne le saura.
calls-meant-coming = vient
calls-meant-absent = ne vient pas
calls-meant-comment = un mot pour la table
calls-meant-ride = besoin de transport
calls-meant-nothing = rien à faire
calls-meant-done = { $name } : { $meaning }. On lui écrit :
    « { $said } »
calls-meant-no-meeting = Aucune rencontre à venir pour { $name }. Appelez plutôt.
calls-meant-cannot-write = On ne peut pas écrire là d'où ces mots sont venus. Appelez plutôt.
calls-meant-no-words = Sur la fiche no { $number }, il n'y a pas les mots d'une personne connue.
calls-meant-no-message = Aucun message de { $name } depuis un mois ne dit si elle vient.
command-veut-dire = corriger ce qui a été compris
example-veut-dire = /veut-dire 12 ne vient pas
    ou : vient, mot, transport, rien. Pour le dernier message d'une personne : /veut-dire personne 7 vient
journal-calls-corrected = ce qui avait été compris est corrigé : { $meant }
journal-calls-uncorrected = n'est pas d'accord avec ce qu'on a corrigé : c'est enlevé
