# What is said when it is not clear who takes a message.
router-not-stopped = D'accord, les messages continuent.
router-unclear = Ce n'est pas clair, mais { $name } va lire vos mots. Répondez par un chiffre de la liste.
router-unclear-options = Ce n'est pas clair, mais { $name } va lire vos mots. Pour répondre: { $options }. Exemple: 1
router-stale-button = Cette question est passée. Le menu: AIDE
router-answer-in-full = Pour ceci, touchez votre réponse, ou écrivez-la au long : { $answers }.
router-silence = On n'arrive pas à se comprendre ici. Appelez { $name }: { $phone }
router-not-in-groups = Je parle à une personne à la fois. Écrivez-moi en privé.
router-near-command = La commande { $command } n'existe pas. Peut-être { $near }? La liste: /aide
router-without-slash = Vous voulez dire { $command }? Une commande commence par /. La liste : /aide
router-unknown-command = La commande { $command } n'existe pas. La liste: /aide
router-forwarded = Message transféré : ce sont les mots de quelqu'un d'autre. { $name } les lira. Pour répondre ou parler à la table, écrivez vous-même.
router-forwarded-desk = Ce message est transféré : rien n'a été fait. Une commande ou une réponse s'écrit de votre main.
router-sorry-for-you = On est de tout cœur avec vous. { $name } va lire vos mots et vous répondre.
router-for-a-person = { $name } va lire votre message et vous répondre. Pour parler plus vite : { $phone }
    .sms = { $name } va lire votre message et vous répondre. Pour parler: { $phone }

# Words that may be a cry, or a way of speaking.
router-care = On pense à vous. Ça va? En danger: 911. Parler, jour et nuit: { $line ->
        [no] 811 ou 988
       *[other] 811, 988 ou { $line }
    }. { $name } lira vos mots.
router-care-well = oui, ça va
router-care-not = non, appelez-moi
router-care-stop = arrêter les messages
router-care-glad = Tant mieux. Pour parler à { $name }: PARLER, ou { $phone }
router-fault = Un problème de notre côté : votre message n'est pas lu. Écrivez-le encore un peu plus tard, ou appelez { $name } : { $phone }
    .sms = Un problème de notre côté: votre message n'est pas lu. Écrivez-le encore un peu plus tard, ou appelez { $name }: { $phone }
router-fault-desk = Un problème de notre côté : rien n'est fait, votre message est gardé. Écrivez-le de nouveau dans un moment.
router-care-not-for-the-table = Tant mieux. Vos mots ne vont pas à la table. Pour dire autre chose à la table : COMMENTAIRE
    .sms = Tant mieux. Vos mots ne vont pas à la table. Pour dire autre chose à la table: COMMENTAIRE
router-to-coordinator = D'accord : pas pour la table. Écrivez-le ici : { $name } va le lire, et personne d'autre. Pour parler : { $phone }
    .sms = D'accord: pas pour la table. Écrivez-le ici: { $name } va le lire, et personne d'autre. Pour parler: { $phone }

router-which-list = C'est pour quoi?
router-list-option = { $about } : { $option }
router-list-broadcast-reminder = { $dated ->
    [yes] rencontre du { DATE($date, form: "bare") }
   *[no] rencontre
}
router-list-meetings-answer = { $dated ->
    [yes] rencontre du { DATE($date, form: "bare") }
   *[no] rencontre
}
router-list-broadcast-digest = nouvelles
router-list-claims-offer = { $dated ->
    [yes] votre allocation, rencontre du { DATE($date, form: "bare") }
   *[no] votre allocation
}
router-list-claims-received = l'argent reçu
router-list-comments-offer = { $dated ->
    [yes] vos mots pour la table, rencontre du { DATE($date, form: "bare") }
   *[no] vos mots pour la table
}
router-list-report-read = le chapitre du bilan
