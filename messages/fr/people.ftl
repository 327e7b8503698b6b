# What people read when they join, choose, stop and come back. The key fact stands in the first 70 characters.
people-language-name = Français

people-join-hello = Ici { $organisation }. On vous écrit les nouvelles et les rappels de rencontres, environ 4 fois par mois. Ce n'est pas un service d'urgence : en cas de danger, appelez le 911. Pour arrêter : ARRET. Pour parler à quelqu'un : { $name }, { $phone }.

    Dans quelle langue?
    .sms = Ici { $organisation }. On texte les nouvelles et les rappels de rencontres, environ 4 fois par mois. En danger: le 911, pas ici. Pour arrêter: ARRET. Pour parler: { $name }, { $phone }. Dans quelle langue?
    .segments = 2
people-join-name = Quel est votre prénom, ou le nom que vous voulez qu'on utilise?
people-join-name-unclear = Écrivez un prénom ou un surnom. Exemple: Rose
people-join-when-ready = Prenez votre temps. Pour laisser ça là: ANNULER
people-join-consent = { $name }, on peut vous écrire ici pour les nouvelles et les rencontres? On garde votre nom, votre numéro et vos mots. Une compagnie hors du Québec livre nos messages. Moins de 14 ans : avec un parent. Pour arrêter : ARRET. Pour tout savoir : MES INFOS. D'accord?
    .sms = { $name }, on peut vous écrire les nouvelles et les rencontres? On garde votre nom, votre numéro et vos mots. Une compagnie hors du Québec livre nos textos. Moins de 14 ans: avec un parent. Pour arrêter: ARRET. Tout savoir: MES INFOS. D'accord?
    .segments = 2
people-join-young = Merci d'avoir écrit! Avant 14 ans, on s'inscrit avec un parent : qu'il appelle { $name } au { $phone }. Vous aussi, vous pouvez appeler.
    .sms = Merci d'avoir écrit! Avant 14 ans, on s'inscrit avec un parent: qu'il appelle { $name }, { $phone }. Vous aussi, vous pouvez appeler.
people-address-noted = C'est noté, votre adresse : { $address }. Ce n'est pas ça? Écrivez-la encore.
    .sms = C'est noté, votre adresse: { $address }. Ce n'est pas ça? Écrivez-la encore.
people-join-declined = D'accord, on ne vous écrira pas. Si vous changez d'idée: JOINDRE. Pour parler à quelqu'un: { $name }, { $phone }
people-welcome = Bienvenue { $name }! Le menu : AIDE. Tout arrêter : ARRET. Pour qu'on vous appelle : PARLER, ou { $contact } au { $phone }.
    .sms = Bienvenue { $name }! Menu: AIDE. Tout arrêter: ARRET. Pour qu'on vous appelle: PARLER, ou { $contact } { $phone }
people-already-in = Vous êtes déjà sur la liste, { $name }. Le menu: AIDE. Pour parler à quelqu'un: { $contact }, { $phone }
people-already-in-who = Ce téléphone est déjà sur la liste. Qui écrit?
people-it-is-me = c'est encore moi
people-another-person = une autre personne qui veut s'ajouter

people-invitation = Bonjour { $name }. { $who } ({ $organisation }) vous a parlé de nos messages : les nouvelles et les rencontres, environ 4 par mois. On peut vous écrire ici? Pour parler à quelqu'un : { $phone }. Ce n'est pas un service d'urgence (911).
    .sms = Bonjour { $name }. { $who } ({ $organisation }) vous a parlé de nos textos: nouvelles et rencontres, environ 4 par mois. On peut vous écrire? Pour parler: { $phone }. Urgence: 911
    .segments = 2
people-invitation-declined = D'accord, on ne vous écrira pas. Si vous changez d'idée: JOINDRE
people-own-declined = C'est noté, { $name }: rien ne vous sera écrit. Les messages de { $others } continuent ici. Tout arrêter: ARRET

people-who-are-you = Ici { $organisation }. On ne connait pas ce numéro: qui écrit? { $name } va lire vos mots. Pour nos nouvelles: JOINDRE
people-stopped-writes = Vous aviez tout arrêté. { $name } va lire vos mots. Pour reprendre les messages: REPRENDRE. Pour parler: { $phone }
people-doubtful = Avant de répondre ici, { $name } doit vérifier qui écrit. Vos mots sont gardés. Pour parler: { $phone }
people-new-owner = Merci de l'avoir dit. On n'écrit plus ici pour le moment. { $name } va lire vos mots. Pour parler: { $phone }

people-stopped-coordinator = C'est fait : plus aucun message. Comme vous coordonnez, une alerte de détresse vous arrivera quand même. Pour revenir : REPRENDRE
people-stopped = C'est fait: plus aucun message. Pour revenir un jour: REPRENDRE
people-stopped-here = C'est fait: plus aucun message ici. { $other } continue: écrivez-y ARRET pour arrêter aussi. Pour revenir: REPRENDRE
people-stopped-kind = C'est fait: plus de { $kind }. Le reste continue. Pour tout reprendre: REPRENDRE. Pour tout arrêter: ARRET
people-kind-reminders = rappels
people-kind-digest = bulletin
people-kind-surveys = sondages
people-channel-sms = Le texto
people-channel-telegram = Telegram
people-channel-email = Le courriel
people-resumed = Rebonjour { $name }, les messages reprennent. Pour arrêter: ARRET. Le menu: AIDE
people-resumed-all = Les messages reprennent sur ce téléphone. Pour arrêter: ARRET. Le menu: AIDE
people-paused = C'est noté: une pause jusqu'au { $date }. On répond quand même si vous écrivez. Pour reprendre avant: REPRENDRE
people-less = C'est noté: moins de messages, un seul rappel par rencontre. Pour revenir comme avant: REPRENDRE
people-pause-who = Ce choix est pour une personne sur la liste. Pour vous ajouter: JOINDRE

people-language-set = C'est noté: les messages seront en français.
people-language-which = Dans quelle langue? Écrivez ENGLISH, ESPANOL, KREYOL ou FRANCAIS. { $name } va lire vos mots.
people-language-unknown = Cette langue n'est pas encore prête. Pour parler à quelqu'un: { $name }, { $phone }
people-no-accents = C'est noté: les textos viendront sans accents. Pour les ravoir: AVEC ACCENTS
people-accents = C'est noté: les textos viendront avec les accents. Pour les enlever: SANS ACCENTS

people-menu = Aide. Parler à quelqu'un : { $name }, { $phone }
    .sms = Aide. { $name }: { $phone }
people-menu-call = un appel
people-menu-comment = dire quelque chose
people-menu-claim = mes frais
people-menu-status = où ça en est
people-menu-choices = mes choix
people-choices = MOINS: moins souvent. PAUSE: un mois. ARRET: tout arrêter. ENGLISH, ESPANOL: langue. POSTE: papier. SANS ACCENTS. LIER: Telegram et texto. MES INFOS
people-menu-not-here = Ce n'est pas possible ici. Pour parler à quelqu'un: { $name }, { $phone }
people-help-in-dialogue = Répondez à la question, ou ANNULER pour la laisser. Pour un appel: PARLER, ou { $name } { $phone }
people-help-stranger = Ici { $organisation }. Pour nos nouvelles: JOINDRE. Pour parler: { $name }, { $phone }. Urgence: 911

people-cancel-what = Annuler quoi?
people-cancel-meeting = ma présence à une rencontre
people-cancel-comment = un commentaire
people-cancel-stop = tous les messages (arrêt)
people-cancel-nothing = rien
people-dialogue-cancelled = D'accord, on laisse ça là. Le menu: AIDE
people-nothing-changed = D'accord, rien n'est changé.

people-who-writes = Vous partagez ce téléphone. Qui écrit?
people-someone-else = une autre personne
people-who-on-phone = Ce téléphone sert à plus d'une personne. Qui êtes-vous?

people-link-code = Pour relier votre téléphone, textez { $code } au { $number } dans les 30 minutes.
people-link-code-telegram = Pour relier Telegram, ouvrez { $link } ou écrivez-y { $code } dans les 30 minutes.
people-link-no-sms = Il n'y a pas de numéro de texto ici: Telegram suffit.
people-link-no-telegram = Telegram n'est pas ouvert ici: le texto suffit.
people-link-join-first = Pour commencer, écrivez JOINDRE. Déjà sur la liste par texto? Textez LIER, puis écrivez le code ici.
people-link-refused = Ce code ne peut pas servir ici. Pour de l'aide: { $name }, { $phone }
people-link-coordinator-telegram = Ce code s'ouvre sur Telegram seulement.
people-linked = C'est relié, { $name }. On vous connait des deux côtés.
people-code-unknown = Ce code est passé ou a déjà servi. Pour un nouveau: LIER
people-too-many-codes = Trop de codes essayés. Réessayez dans 15 minutes, ou appelez { $name }: { $phone }
people-codes-barred = Trop de codes essayés par des inconnus. Réessayez dans une heure, ou appelez { $name }: { $phone }
people-contact-not-yours = Ce contact n'est pas le vôtre. Pour relier votre téléphone: /lier
people-code-to-the-phone = Un texto part au { $number }. Écrivez ici le code qu'il donne.
people-code-for-telegram = Un compte Telegram demande votre dossier. C'est vous? Écrivez-y { $code }, pas ici. Sinon ne donnez ce code à personne, et répondez PAS MOI
people-code-for-the-other-side = Ce code s'écrit de l'autre côté: sur Telegram s'il est venu par texto, par texto s'il est venu de Telegram.
people-text-too = Le { $number } est noté. On peut aussi vous texter là?
people-phone-added = C'est noté: on peut aussi vous texter.
people-phone-stopped = Le { $number } avait tout arrêté. Pour reprendre: textez REPRENDRE de ce téléphone.

people-post-ask = Le bulletin et les rappels par la poste. Votre adresse? Exemple: 12 rue du Pont, app. 3, Vieux-Moulin, J0X 1A0
people-post-known = Par la poste, à cette adresse? { $address }
people-post-same = oui, la même
people-post-call = plutôt un appel
people-post-unclear = Il manque le numéro ou la rue. Exemple: 12 rue du Pont, app. 3, Vieux-Moulin, J0X 1A0
people-post-by-phone = C'est noté: { $name } prendra votre adresse par téléphone ({ $phone }).
people-post-chosen = C'est noté: bulletin et rappels par la poste. Pour revenir aux messages: REPRENDRE
people-cancel-claim = ma demande d'argent
people-who-we-are = Ici { $organisation }. On écrit les nouvelles et les rencontres de votre table. Pour parler à { $name } : { $phone }
    .sms = Ici { $organisation }. On écrit les nouvelles et les rencontres de votre table. Pour parler à { $name }: { $phone }
people-a-machine = Une machine envoie ces messages. { $name } lit les vôtres et vous répond. Pour lui parler : { $phone }
    .sms = Une machine envoie ces textos. { $name } lit les vôtres et vous répond. Pour lui parler: { $phone }
people-who-is = { $name } s'occupe des rencontres et lit vos messages. Pour lui parler : { $phone }
    .sms = { $name } s'occupe des rencontres et lit vos messages. Pour lui parler: { $phone }
people-why-us = Vous êtes sur la liste de { $organisation } depuis le { $date }. Pour arrêter : ARRET. Ce qu'on garde de vous : MES INFOS
    .sms = Vous êtes sur la liste de { $organisation } depuis le { $date }. Pour arrêter: ARRET. Ce qu'on garde de vous: MES INFOS
people-free = Venir ne coûte rien. Nos textos non plus. Seul votre forfait peut compter les textos.
people-too-hard = Pardon, ce n'était pas clair. { $name } peut vous l'expliquer : { $phone }. Pour qu'on vous appelle : PARLER
    .sms = Pardon, ce n'était pas clair. { $name } peut vous l'expliquer: { $phone }. Pour qu'on vous appelle: PARLER
people-who-sees = { $name } lit vos messages. Rien n'est lu à la table sans votre oui. Sans votre nom : écrivez SANS MON NOM.
    .sms = { $name } lit vos messages. Rien n'est lu à la table sans votre oui. Sans votre nom: SANS MON NOM
people-what-we-keep = On garde votre nom, votre numéro, vos mots et vos photos. Ils servent aux nouvelles, aux rencontres et à vos frais. Tout voir ou tout effacer : MES INFOS
    .sms = On garde votre nom, votre numéro, vos mots, vos photos: pour les nouvelles, les rencontres et vos frais. Tout voir ou effacer: MES INFOS
people-renamed = C'est noté : { $name }, et non plus { $before }.
    .sms = C'est noté: { $name }, et non plus { $before }.
people-thanks = De rien!
people-small-talk = C'est bien reçu. Pour parler à une personne : PARLER
    .sms = C'est bien reçu. Pour parler à une personne: PARLER
people-wrong-number = Ici { $organisation }. Ce n'est sans doute pas pour nous. Si vous ne voulez plus de messages : ARRET
    .sms = Ici { $organisation }. Ce n'est sans doute pas pour nous. Si vous ne voulez plus de messages: ARRET


# Two people who are one.
people-new-phone = Vous avez un nouveau téléphone? { $name } l'ajoute à votre nom et vous écrit. Pour parler: { $phone }

# Said where a name is asked for, and is none.
people-join-name-is-yours = Un surnom suffit. Votre nom n'est jamais lu à la table sans votre oui.
people-join-hungry = Pour manger: appelez le 211, jour et nuit. { $name } lira vos mots.
