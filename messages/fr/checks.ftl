### Not for basic phones: coordinators read these on Telegram, in the shell or on the desk.
check-total = En tout : { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    } (Telegram { $telegram }, textos { $sms }{ $emails ->
        [0] {""}
       *[other] , courriels { $emails }
    }), { $segments ->
        [one] { $segments } texto compté
       *[other] { $segments } textos comptés
    }, environ { $cost }.
check-missed = { $count ->
        [one] { $count } personne ne recevra rien :
       *[other] { $count } personnes ne recevront rien :
    }
    { LINES($names) }{ $more ->
        [0] {""}
       *[other] {""}
    et { $more } de plus.
    }
check-long = Chaque téléphone simple reçoit { $segments ->
    [one] { $segments } texto
   *[other] { $segments } textos
    } de suite : c'est long à lire, et c'est ce qui coûte. En trois textos ou moins, on lit jusqu'au bout.
check-missed-one = { $name } : { $why }
check-why-post = reçoit par la poste
check-why-call = à appeler, jamais de texto
check-why-no-role = n'a plus de rôle (/personne et le numéro, pour lui en donner un)
check-why-call-only = se joint par un appel seulement
check-why-no-address = pas de téléphone ni de Telegram
check-why-consent-withdrawn = a tout arrêté
check-why-no-consent = n'a pas encore dit oui
check-why-pace-paused = en pause
check-why-unreachable = ne peut pas être joint
check-why-kind-stopped = a arrêté ces messages
check-why-other-channel = n'est pas sur ce canal
check-why-pace-less = a demandé moins de messages
check-confirm = { $people ->
        [0] Le faire?
        [one] Envoyer à { $people } personne?
       *[other] Envoyer à { $people } personnes?
    }
check-send = envoyer
check-do-not-send = ne pas envoyer
check-do-it = oui, le faire
check-do-nothing = ne rien faire
check-write-yes = Pour le faire, écrivez oui :
check-privacy-erase = Oublier la personne no { $number }? { $people ->
        [0] Aucun message ne part.
        [one] { $people } personne le lira.
       *[other] { $people } personnes le liront.
    }
check-privacy-keep = Garder la personne no { $number }? { $people ->
        [0] Aucun message ne part.
        [one] { $people } personne le lira.
       *[other] { $people } personnes le liront.
    }
check-comments-answer = Répondre ceci au commentaire no { $number }? { $people ->
        [0] La personne ne recevra pas de message.
        [one] { $people } personne le lira.
       *[other] { $people } personnes le liront.
    }
check-nothing-sent = D'accord, rien n'est envoyé et rien n'est changé.
check-not-confirmed = Rien n'est fait : il manque la confirmation. Ajoutez --yes, ou retapez le nombre de personnes ({ $people }).
check-not-retyped = Rien n'est fait : sans une deuxième personne de la coordination, --yes ne suffit pas à ce nombre. Ajoutez --people { $people }
check-shared = { $count ->
        [one] { $count } personne de plus le lira : son téléphone est partagé, il ne le reçoit qu'une fois.
       *[other] { $count } personnes de plus le liront : leur téléphone est partagé, il ne le reçoit qu'une fois.
    }
check-nameless = { $count ->
        [1] Une autre personne, dont le commentaire est sans nom, lira la même chose.
       *[other] { $count } autres personnes, dont le commentaire est sans nom, liront la même chose.
    }
check-meetings-announce = Annoncer la rencontre no { $number }? { $people ->
        [0] Personne ne recevra de message.
        [one] { $people } personne le lira.
       *[other] { $people } personnes le liront.
    }
check-meetings-move = Déplacer la rencontre no { $number }? { $people ->
        [0] Personne ne recevra de message.
        [one] { $people } personne le lira.
       *[other] { $people } personnes le liront.
    }
check-meetings-cancel = Annuler la rencontre no { $number }? { $people ->
        [0] Personne ne recevra de message.
        [one] { $people } personne le lira.
       *[other] { $people } personnes le liront.
    }
check-meetings-restore = Remettre la rencontre no { $number }? { $people ->
        [0] Personne ne recevra de message.
        [one] { $people } personne le lira.
       *[other] { $people } personnes le liront.
    }
check-meetings-minutes = Envoyer le résumé de la rencontre no { $number }? { $people ->
        [0] Personne ne recevra de message.
        [one] { $people } personne le lira.
       *[other] { $people } personnes le liront.
    }
check-meetings-correct-minutes = Corriger le résumé de la rencontre no { $number }? { $people ->
        [0] Personne ne recevra de message.
        [one] { $people } personne le lira.
       *[other] { $people } personnes le liront.
    }
check-comments-carry = Prendre les commentaires de la rencontre no { $number } pour la table? { $people ->
        [0] Personne ne recevra de message.
        [one] { $people } personne le lira.
       *[other] { $people } personnes le liront.
    }
check-comments-read = Marquer lus les commentaires de la rencontre no { $number }? { $people ->
        [0] Personne ne recevra de message.
        [one] { $people } personne le lira.
       *[other] { $people } personnes le liront.
    }
check-comments-unread = Dire que les commentaires de la rencontre no { $number } n'ont pas été lus? { $people ->
        [0] Personne ne recevra de message.
        [one] { $people } personne le lira.
       *[other] { $people } personnes le liront.
    }
check-comments-correct-answer = Changer la réponse au commentaire no { $number }? { $people ->
        [0] Personne ne recevra de message.
        [one] { $people } personne le lira.
       *[other] { $people } personnes le liront.
    }
check-people-merge = Réunir ces deux fiches sous le no { $number }? { $people ->
        [0] Personne ne recevra de message.
        [one] { $people } personne le lira.
       *[other] { $people } personnes le liront.
    }
check-meetings-presence = Noter quand même cette présence, à la rencontre no { $number }? { $people ->
        [0] Personne ne recevra de message.
        [one] { $people } personne le lira.
       *[other] { $people } personnes le liront.
    }
check-people-change = Faire ce changement sur la fiche no { $number }? { $people ->
        [0] Personne ne recevra de message.
        [one] { $people } personne le lira.
       *[other] { $people } personnes le liront.
    }
check-claims-approve = Accepter ces demandes (la première : no { $number })? { $people ->
        [0] Personne ne recevra de message.
        [one] { $people } personne le lira.
       *[other] { $people } personnes le liront.
    }
check-claims-refuse = Refuser la demande no { $number }? { $people ->
        [0] La personne ne recevra pas de message.
        [one] { $people } personne le lira.
       *[other] { $people } personnes le liront.
    }
check-claims-reopen = Remettre à décider la demande no { $number }? { $people ->
        [0] La personne ne recevra pas de message.
        [one] { $people } personne le lira.
       *[other] { $people } personnes le liront.
    }
check-claims-enter = Inscrire cette demande pour la personne no { $number }? { $people ->
        [0] Elle ne recevra pas de message.
       *[other] Elle lira ceci.
    }
check-claims-take-out = Retirer la demande no { $number }? { $people ->
        [0] La personne ne recevra pas de message.
       *[other] La personne le lira.
    }
check-claims-unpay = Annuler le paiement no { $number }? { $people ->
        [0] Personne ne recevra de message.
        [one] { $people } personne le lira.
       *[other] { $people } personnes le liront.
    }

check-often = { $count ->
        [one] { $count } personne a déjà eu 4 messages ou plus ce mois-ci. Nous leur avons promis environ 4 par mois.
       *[other] { $count } personnes ont déjà eu 4 messages ou plus ce mois-ci. Nous leur avons promis environ 4 par mois.
    }
check-report-begin-reading = Envoyer le chapitre aux personnes dont il parle? { $people ->
        [0] Personne ne recevra de message.
        [one] { $people } personne le lira.
       *[other] { $people } personnes le liront.
    }
check-report-tell = Envoyer l'année en cinq lignes? { $people ->
        [0] Personne ne recevra de message.
        [one] { $people } personne le lira.
       *[other] { $people } personnes le liront.
    }
check-people-undo-import = Défaire l'import no { $number }, comme ci-dessus? { $people ->
        [0] Personne ne recevra de message.
        [one] { $people } personne le lira.
       *[other] { $people } personnes le liront.
    }
