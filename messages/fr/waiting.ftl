### Not for basic phones: what waits for whoever coordinates, as the web console lists it.
claims-wait-decide = { $count ->
        [one] Décider { $count } demande
       *[other] Décider { $count } demandes
    }
claims-wait-pay = { $count ->
        [one] Payer { $count } demande
       *[other] Payer { $count } demandes
    }
claims-wait-since = la plus ancienne : { $date }
claims-desk-allowance = allocation
comments-wait-answer = { $roundtable }, { $date } : répondre à { $count ->
        [one] { $count } commentaire
       *[other] { $count } commentaires
    }
comments-wait-read = { $roundtable }, { $date } : dire si { $count ->
        [one] { $count } commentaire a été lu
       *[other] { $count } commentaires ont été lus
    }
comments-wait-take = { $roundtable }, { $date } : prendre { $count ->
        [one] { $count } commentaire
       *[other] { $count } commentaires
    } pour la table
comments-wait-promised = Réponse promise pour le { $date }.
meetings-wait-presence = Noter qui était là : { $roundtable }, { $date }
meetings-wait-minutes = Écrire le résumé : { $roundtable }, { $date }
meetings-wait-draft = Annoncer la rencontre : { $roundtable }, { $date }
digest-wait-approve = Approuver l'infolettre de { $month } ({ $count ->
        [one] { $count } nouvelle
       *[other] { $count } nouvelles
    })
digest-wait-leaves = part le { $when }

comments-open = Les commentaires qui attendent quelque chose :
    { LINES($lines) }
comments-open-line = • { $roundtable }, { DATE($date, form: "year") } : { $take } à prendre, { $read } à lire, { $answer } à répondre. /commentaires { $number }
comments-open-none = Aucun commentaire n'attend. Pour ceux d'une rencontre : /commentaires 12
claims-past = { $state ->
        [paid] Les demandes payées, la plus récente d'abord :
        [refused] Les demandes pas acceptées, la plus récente d'abord :
       *[cancelled] Les demandes annulées, la plus récente d'abord :
    }
    { LINES($lines) }{ $more ->
        [0] {""}
       *[other] {"\u000A"}La suite : /demandes { $state ->
            [paid] payees
            [refused] refusees
           *[cancelled] annulees
        } { $next }
    }
claims-paid-line = no { $number } { $name }, { $total }, pour le { DATE($date, form: "year") } : { $state }
claims-past-none = { $state ->
        [paid] Aucune demande n'est payée.
        [refused] Aucune demande n'est refusée.
       *[cancelled] Aucune demande n'est annulée.
    }
