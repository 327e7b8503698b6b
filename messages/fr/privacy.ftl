# What people read about their own information. Each says one thing, and what to write next.
privacy-short = Vos infos : { $organisation } garde votre nom, votre numéro et vos mots, pour les nouvelles, les rencontres et vos frais, rien d'autre. Qui en répond : { $name }, { $phone }. Que voulez-vous?
    .sms = Vos infos: on garde votre nom, votre numéro et vos mots, pour les nouvelles, les rencontres et vos frais. Qui en répond: { $name }, { $phone } ({ $organisation }). Que voulez-vous?
    .segments = 2
privacy-page-address = Tout lire : { $address }
    .segments = 2
privacy-menu-copy = une copie
privacy-menu-fix = corriger
privacy-menu-erase = tout effacer
privacy-menu-post = tout lire, par la poste

privacy-stranger = On ne connait pas ce numéro : on garde ce qu'il écrit { $long }, puis on l'efface. Qui en répond : { $name }, { $phone }.
    .sms = On ne connait pas ce numéro: on garde ce qu'il écrit { $long }, puis on l'efface. Questions: { $name }, { $phone }
privacy-nothing-kept = On ne connait pas ce numéro : il n'y a rien à votre nom. Pour parler à quelqu'un : { $name }, { $phone }
privacy-whose = Ce téléphone sert à plus d'une personne. Pour vos infos, appelez { $name } : { $phone }

privacy-how = Une copie de tout ce qu'on garde sur vous. Comment la voulez-vous?
privacy-how-telegram = sur Telegram
privacy-how-post = par la poste
privacy-how-hand = en main propre
privacy-where = À quelle adresse? Exemple : 12 rue du Pont, app. 3, Vieux-Moulin, J0X 1A0
privacy-where-unclear = Il manque le numéro ou la rue. Exemple : 12 rue du Pont, app. 3, Vieux-Moulin, J0X 1A0
privacy-copy-noted = C'est noté. Vous l'aurez au plus tard le { $date }. Une question : { $name }, { $phone }
privacy-fix-what = Qu'est-ce qui n'est pas juste? Écrivez-le en une phrase. Exemple : mon nom est Rose Roy.
privacy-fix-noted = C'est noté. { $name } corrige au plus tard le { $date } et vous le dit. Une question : { $phone }
privacy-post-noted = C'est noté : le texte complet part par la poste. Une question : { $name }, { $phone }

privacy-erase-explained = On efface votre nom, vos mots, vos photos et vos infos. Vos présences restent, sans votre nom. Vos frais payés restent { $long } avec votre nom, pour la comptabilité. Votre numéro reste, pour ne plus vous écrire.
    .sms = On efface votre nom, vos mots, vos photos. Vos présences restent, sans votre nom. Vos frais payés restent { $long } avec votre nom, pour les comptes. Votre numéro reste, pour ne plus vous écrire.
    .segments = 2
privacy-erase-unpaid = Attention : { $amount } de frais ne sont pas encore payés. Ils seront effacés aussi.
privacy-erase-code = Pour confirmer, écrivez { $code }. Sinon, touchez le bouton.
    .sms = Pour confirmer, écrivez { $code }. Sinon, répondez 1.
privacy-erase-keep = ne rien effacer
privacy-erase-unclear = Écrivez { $code } pour tout effacer, ou 1 pour ne rien effacer.
privacy-erase-kept = D'accord, rien n'est effacé.
privacy-erase-kept-by-us = Rien n'est effacé : on nous a dit que vous avez changé d'idée. Vous voulez encore tout effacer? Écrivez EFFACER. Une question : { $name }, { $phone }
    .sms = Rien n'est effacé: on nous a dit que vous avez changé d'idée. Tout effacer quand même? EFFACER. { $name }, { $phone }
privacy-erase-noted = C'est noté : tout sera effacé le { $when }. D'ici là, les nouvelles arrêtent. Changé d'idée avant? Écrivez REPRENDRE. Ceci est notre dernier message.
    .sms = C'est noté: tout sera effacé le { $when }. Les nouvelles arrêtent. Changé d'idée avant? REPRENDRE. C'est notre dernier message.
privacy-erase-already = C'est déjà demandé : tout sera effacé le { $when }. Pour ne rien effacer : REPRENDRE
privacy-erase-coordinator = Vous coordonnez : demandez d'abord à une autre personne de reprendre ce rôle. Une question : { $name }, { $phone }
privacy-erase-undone = Rien n'est effacé, { $name } : tout reprend comme avant. Pour arrêter : ARRET
privacy-days = { $count ->
        [one] { $count } jour
       *[other] { $count } jours
    }
privacy-years = { $count ->
        [one] { $count } an
       *[other] { $count } ans
    }
