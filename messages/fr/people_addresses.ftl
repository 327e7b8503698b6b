# An address added or taken off, two cards made one: what the person reads of it.
people-address-added = { $name }: { $address } est maintenant à votre nom. Ce n'est pas vous? Répondez PAS MOI, ou { $contact }: { $phone }
people-address-gone = { $name }: { $address } n'est plus à votre nom ici. Une erreur? { $contact }: { $phone }
people-address-left = Ici { $organisation }. On ne vous écrira plus à cette adresse : la coordination l'a retirée. Une erreur? { $contact } : { $phone }
    .sms = { $organisation }: on ne vous écrira plus ici, l'adresse a été retirée. Une erreur? { $contact }: { $phone }
people-address-phone = le { $number }
people-address-telegram = un compte Telegram
people-address-email = { $number }
people-link-shared = Ce téléphone sert à plus d'une personne. Pour relier Telegram, parlez à { $name }: { $phone }
people-merge-ask = Ce code vient de { $name }. Votre fiche et la sienne deviendraient une seule : qui a le compte de { $name } lirait et répondrait à votre place. Y passeraient :
    { LINES($what) }

    Seulement si { $name }, c'est vous : on réunit les deux?
    .segments = 3
people-merge-by-voice = Un texto ne suffit pas pour réunir deux fiches, car un numéro peut être imité. { $name } va vous appeler ({ $phone }).
    .sms = Un texto ne suffit pas pour réunir deux fiches: un numéro peut être imité. { $name } va vous appeler ({ $phone }).
people-merge-no = non
people-merge-over = Cette question est passée : rien n'est changé.
people-merge-refused = D'accord, rien n'est changé. Quelqu'un vous a demandé d'envoyer ce code? Dites-le à { $name } : { $phone }
people-merge-told = { $name }: votre fiche et celle de { $other } sont réunies. Ce n'est pas vous? Répondez PAS MOI, ou { $contact }: { $phone }
people-merge-yes = oui, c'est moi
people-merged = C'est réuni : { $name } et { $other } sont la même personne ici. Une erreur? Appelez-nous d'ici 30 jours.
people-moves-claims = { $count ->
        [one] { $count } demande d'argent
       *[other] { $count } demandes d'argent
    }
people-moves-comments = { $count ->
        [one] { $count } commentaire
       *[other] { $count } commentaires
    }
people-moves-name = votre nom et vos messages
people-moves-roundtables = tables : { $names }
people-moves-telegram = ce compte Telegram
people-not-me = C'est retiré. { $name } est prévenue et va vous appeler. Pour parler avant : { $phone }
    .sms = C'est retiré. { $name } est prévenue et va vous appeler. Pour parler avant: { $phone }
people-not-me-noted = C'est noté. { $name } va vérifier et vous appeler. Pour parler avant : { $phone }
    .sms = C'est noté. { $name } va vérifier et vous appeler. Pour parler avant: { $phone }
people-unmerge-told = { $name }: votre fiche avait été réunie à une autre. C'est défait, tout est comme avant. { $contact }: { $phone }
people-not-me-code = C'est noté. Ce code ne sert plus, rien n'a changé. { $name } va vérifier. Pour parler: { $phone }
people-not-me-touched = Depuis, cette adresse a touché à : { $what }. La coordination verra avec vous ce qui est de vous.
    .sms = Depuis, cette adresse a touché à: { $what }. La coordination verra avec vous ce qui est de vous.
people-touched-claims = vos demandes d'argent
people-touched-comments = vos commentaires
people-touched-meetings = vos réponses aux rencontres
people-touched-others = votre fiche et vos choix
people-touched-privacy = vos renseignements
