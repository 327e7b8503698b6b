### Not for basic phones: what waits for whoever coordinates, in a chat, and what a search finds.
command-a-faire = voir tout ce qui attend
command-plus-tard = remettre à plus tard une chose qui attend
command-recherche = chercher un nom ou un mot partout
example-a-faire = /a-faire
example-plus-tard = /plus-tard presence 12 la salle était fermée
    Pour plus de 7 jours : /plus-tard presence 12 3 semaines la raison
    Pour la remettre dans la liste : /plus-tard presence 12 reprendre
example-recherche = /recherche frigo

todo-nothing = Rien ne vous attend.
todo-list = { $count ->
        [1] Une chose attend :
       *[other] { $count } choses attendent :
    }
    { LINES($lines) }{ $more ->
        [0] {""}
        [one] {"\u000A"}Et une autre : /a-faire { $next }
       *[other] {"\u000A"}Et { $more } autres : /a-faire { $next }
    }
todo-no-such-page = Il n'y a pas de page { $page }. Le début : /a-faire
todo-weekly = Bonjour. Voici ce qui attend cette semaine :
    { LINES($lines) }{ $more ->
        [0] {""}
        [one] {"\u000A"}Et une autre : /a-faire
       *[other] {"\u000A"}Et { $more } autres : /a-faire
    }
    Pour remettre quelque chose à plus tard : /aide plus-tard
    Sceau du journal, ce matin : { $seal }
todo-line = • { $what }. { $do }
todo-line-since = • { $what } ({ $since }). { $do }
todo-do-task = /appels
todo-do-calls = /appels
todo-do-presence = /presence { $number }
todo-do-minutes = /compte-rendu { $number }
todo-do-meeting = /rencontre { $number }
todo-do-remarks = /bilan-remarques { $number }
todo-do-reading = /commentaires { $number }
todo-do-claims = /demandes
todo-do-broadcast = /envois { $number }
todo-do-digest = /infolettre
todo-do-request = /vie-privee
todo-kind-presence = une présence à noter
todo-kind-minutes = un résumé à écrire
todo-kind-meeting = une rencontre à annoncer
todo-kind-reading = des commentaires
todo-kind-broadcast = un envoi
todo-which-kind = « { $words } » ne se remet pas à plus tard. Ce qui peut attendre : { $kinds }. Exemple : /plus-tard presence 12 la salle était fermée
todo-does-not-wait = Rien de tel n'attend : { $kind } { $number }. Pour voir ce qui attend : /a-faire
todo-how-long = De 1 à { $most } jours. Exemple : /plus-tard presence 12 3 semaines la raison
todo-put-off = Remis à plus tard : { $kind } { $number }, jusqu'au { DATE($date, form: "year") }. Pour changer d'idée : /plus-tard { $kind } { $number } reprendre
todo-not-put-off = Cette chose n'est pas remise à plus tard : { $kind } { $number }.
todo-taken-up = C'est de retour dans ce qui attend : { $kind } { $number }.
todo-not-found = Rien ne contient « { $words } ».
todo-found = { $count ->
        [one] Trouvé une fois :
       *[other] Trouvé { $count } fois :
    }
    { LINES($lines) }{ $more ->
        [0] {""}
        [1] {"\u000A"}Et une autre fois : /recherche { $words } suite { $next }
       *[other] {"\u000A"}Et { $more } autres fois : /recherche { $words } suite { $next }
    }
todo-found-no-such-page = Il n'y a pas de page { $page }. Le début : /recherche { $words }
todo-found-person = • { $name } : /personne { $number }
todo-found-person-of = • { $name } ({ $territory }) : /personne { $number }
todo-found-meeting = • { $roundtable }, { DATE($date, form: "year") } : /rencontre { $number }
todo-found-comment = • commentaire no { $number }, { $roundtable } : /commentaires { $meeting }
todo-found-broadcast = • { $title }, { DATE($date, form: "year") } : /envois { $number }
todo-found-item = • nouvelle « { $title } » : /item { $number }
journal-todo-put_off = remis à plus tard : { $kind } { $number }, jusqu'au { $until }
journal-todo-taken_up = de retour dans ce qui attend : { $kind } { $number }
