### Not for basic phones

# The page /confidentialite, the letters about personal information, and what coordinators read of them.
command-vie-privee = ce que les gens demandent au sujet de leurs renseignements
command-demande-vie-privee = noter une demande faite de vive voix
command-qui-a-vu = qui a regardé la fiche de qui
command-incident = le registre des incidents
example-vie-privee = /vie-privee
    Demande 3 répondue : /vie-privee 3 copie remise en main propre
    Oublier la personne 12 : /vie-privee oublier 12 demandé au téléphone
    Ne plus l'oublier : /vie-privee garder 12 (le numéro de la demande, ou celui de la personne)
    Ce qui est passé de date : /vie-privee menage
    Sur l'ordinateur, le dossier de Rose : portevoix people file Rose --to dossier
example-demande-vie-privee = /demande-vie-privee 12 copie au téléphone
    Au choix : copie, corriger, papier
example-qui-a-vu = /qui-a-vu Rose
example-incident = /incident Une liste est partie à la mauvaise adresse
    Compléter l'incident 3 : /incident 3 date: 2026-12-01; infos: noms et numéros; personnes: 40; risque: faible; pourquoi: adresse connue; decision: liste effacée
    Après les avis : /incident 3 commission: 2026-12-02; avisees: 2026-12-02; ferme: 2026-12-10
    Voir l'incident 3 : /incident 3
    Sur l'ordinateur, les lettres : portevoix privacy incident letters 3 --to dossier

calls-kind-privacy-request = demande sur ses renseignements
privacy-card = no { $number } : { $what }, au plus tard le { DATE($date, form: "year") }
privacy-asked-access = une copie de ses renseignements
privacy-asked-access-telegram = une copie de ses renseignements, sur Telegram
privacy-asked-access-post = une copie de ses renseignements, par la poste
privacy-asked-access-hand = une copie de ses renseignements, en main propre
privacy-asked-rectification = une correction
privacy-asked-erasure = être oublié
privacy-asked-notice = l'avis au complet, par la poste

privacy-no-requests = Personne n'attend de réponse au sujet de ses renseignements.
privacy-requests = { $count } à répondre :
    { LINES($lines) }
privacy-request-line = { $number }. { $name } : { $what }, au plus tard le { DATE($date, form: "year") }
privacy-request-erasure = { $number }. { $name } : être oublié, le { $when }. Pour l'arrêter : /vie-privee garder { $number }
privacy-request-note = { $line } ({ $note })
privacy-owed = Renseignements personnels, { $count ->
        [one] { $count } réponse due :
       *[other] { $count } réponses dues :
    }
    { LINES($lines) }
    Une fois fait : /vie-privee et le numéro, puis ce qui a été fait
privacy-noted = Noté, no { $number } : { $name }, { $what }. Réponse due le { DATE($date, form: "year") }.
privacy-settled = No { $number } : répondu.
privacy-settled-late = No { $number } : répondu, après les 30 jours.
privacy-not-open = La demande no { $number } n'attend pas de réponse. Pour voir celles qui attendent : /vie-privee
privacy-not-open-cooling = La demande no { $number } se fait toute seule le { $when }. Pour l'arrêter : /vie-privee garder { $number }
privacy-settle-how = Dites ce qui a été fait. Exemple : /vie-privee { $number } copie remise en main propre
privacy-no-such-request = Il n'y a pas de demande no { $number }. Pour les voir : /vie-privee
privacy-which-kind = Ce n'est pas une demande connue. Au choix : { $kinds }
privacy-nobody-called = Personne ne répond à « { $name } ». Pour chercher : /personnes rose
privacy-which-person = Plusieurs personnes ont ce nom : { $names }. Donnez le numéro.

privacy-erase-cooling = { $name } (no { $number }) sera oublié le { $when }. Plus de nouvelles d'ici là. Pour l'arrêter : /vie-privee garder { $number }
privacy-erase-about = { $name } (no { $number }) serait oublié le { $when } : son nom, ses mots et ses photos partiraient pour toujours. D'ici là, plus de nouvelles; REPRENDRE, ou vous, peut encore tout défaire.
privacy-erase-about-unpaid = { $about }
    Attention : { $amount } de frais ne sont pas encore payés. Ils partiraient aussi.
privacy-keep-about = { $name } (no { $number }) a demandé à être oublié. Tout serait gardé, et les messages reprendraient. Faites-le seulement si cette personne vous l'a dit.
privacy-keep-who = { $name } (personne no { $number })
privacy-keep-which = Le no { $number } est celui d'une demande et celui d'une autre personne, et les deux vont être oubliées : { $names }. Écrivez le nom : /vie-privee garder Rose
privacy-erase-now-done = C'est fait : { $name } est oublié.
privacy-erase-why = Dites qui l'a demandé, et comment. Exemple : /vie-privee oublier { $number } demandé au téléphone
privacy-erase-revoke-first = { $name } coordonne. D'abord, sur l'ordinateur : portevoix people revoke
privacy-erase-kept-desk = { $name } n'est pas oublié : tout reprend comme avant.
privacy-nothing-to-keep = { $name } n'a pas demandé à être oublié.

privacy-past = Ce qui est passé de date, et le sera cette nuit :
    { LINES($lines) }
privacy-past-line = { $what } ({ $long }, { $then }) : { $count }
privacy-then-erased = puis effacé
privacy-then-blanked = puis vidé
privacy-then-anonymous = puis sans nom
privacy-let-go = C'est fait : { $count ->
        [0] rien n'était passé de date
        [one] { $count } ligne passée de date
       *[other] { $count } lignes passées de date
    }.

privacy-no-looks = Personne n'a regardé.
privacy-looks = { LINES($lines) }
privacy-look = { DATE($when, form: "year") } { TIME($when) } : { $who }, { $where }
privacy-look-of = { $look } de { $whose }
privacy-look-nobody = une personne effacée
privacy-look-everybody = tout le monde
look-people = la fiche
look-claims = les frais
look-calls = ce qui attend un appel
look-comments = les commentaires
look-meetings = les présences
look-journal = le journal
look-letters = la lettre
look-privacy = le dossier ou une demande
look-other = les renseignements

privacy-file-how = Le dossier de { $name } se fait sur l'ordinateur, pour ne pas rester dans un clavardage : portevoix people file { $number } --to dossier
privacy-file-done = Dossier de { $name } : { $folder } ({ $rows ->
        [one] { $rows } ligne
       *[other] { $rows } lignes
    }). La lettre est lettre.pdf. Une fois remis : /vie-privee et le numéro de la demande
privacy-cannot-write = Impossible d'écrire dans { $folder } : { $reason }

privacy-incident-noted = Noté au registre, incident { $number }. À compléter : /incident { $number }
privacy-no-incidents = Le registre des incidents est vide.
privacy-incidents = { LINES($lines) }
privacy-incident-line = { $number }. { DATE($date, form: "year") } : { $what } ({ $state })
privacy-incident-open = ouvert
privacy-incident-closed = fermé
privacy-incident-card = { LINES($lines) }
privacy-incident-happened-on = Arrivé le { DATE($value, form: "year") }
privacy-incident-information = Renseignements : { $value }
privacy-incident-people = Personnes : { $value }
privacy-incident-risk-why = Pourquoi : { $value }
privacy-incident-decision = Décidé et fait : { $value }
privacy-incident-commission-told-on = Commission avisée le { DATE($value, form: "year") }
privacy-incident-people-told-on = Personnes avisées le { DATE($value, form: "year") }
privacy-incident-risk-unknown = Risque : pas encore pesé
privacy-incident-risk-low = Risque : faible
privacy-incident-risk-serious = Risque : grave
privacy-incident-missing-happened-on = À écrire : la date (date: 2026-12-01)
privacy-incident-missing-information = À écrire : quels renseignements (infos: noms et numéros)
privacy-incident-missing-people = À écrire : combien de personnes (personnes: 40)
privacy-incident-missing-decision = À écrire : ce qui a été décidé (decision: ...)
privacy-incident-missing-risk = À peser : le risque (risque: faible, ou risque: grave)
privacy-incident-missing-commission-told-on = À faire : aviser la Commission (commission: 2026-12-02)
privacy-incident-missing-people-told-on = À faire : aviser les personnes (avisees: 2026-12-02)
privacy-incident-not-done = Pas encore :
    { LINES($lines) }
privacy-incident-field = « { $part } » : on ne sait pas ce que c'est. Exemple : /incident 3 risque: faible; personnes: 40
privacy-bad-day = { $day } n'est pas une date passée. Exemple : 2026-12-08
privacy-bad-number = { $written } n'est pas un nombre. Exemple : 40
privacy-bad-risk = { $written } : le risque est faible ou grave.
privacy-no-such-incident = Il n'y a pas d'incident { $number }. Pour les voir : /incident
privacy-incident-letters-how = Les lettres se font sur l'ordinateur : portevoix privacy incident letters { $number } --to dossier
privacy-incident-letters-done = Lettres de l'incident { $number } : { $folder }

# The page, and what is sent by post.
privacy-page-title = Vos renseignements personnels : { $organisation }
privacy-page-first = { $organisation } se sert de Porte-voix pour écrire aux gens et recevoir leurs mots, par texto, par Telegram et par la poste. Voici ce qu'on garde, pourquoi, combien de temps, et ce que vous pouvez demander.
privacy-head-who = Qui en répond
privacy-who = { $name }{ $title }, { $phone }
privacy-titled = , { $title }
privacy-who-address = Par la poste : { $address }
privacy-head-why = Ce qu'on garde, et pourquoi
privacy-why-contact = Votre nom, vos numéros, votre langue, votre territoire, votre adresse si vous voulez des lettres : pour vous écrire.
privacy-why-talk = Ce que vous écrivez, vos photos et vos messages vocaux, et ce qu'on vous répond : pour vous répondre.
privacy-why-meetings = Vos tables, vos réponses aux rencontres, vos présences, ce qu'il vous faut (transport, garde, repas) : pour préparer les rencontres.
privacy-why-comments = Vos commentaires, avec votre nom ou sans : pour les porter à la table. Un commentaire sans nom n'est montré à personne avec votre nom.
privacy-why-allowance = Vos demandes de frais, vos reçus, ce qui est payé : pour vous payer et pour la comptabilité.
privacy-why-consent = Vos oui et vos non, avec vos mots et la date : pour prouver qu'on a le droit de vous écrire, et pour respecter un arrêt.
privacy-why-law = Ce que vous demandez au sujet de vos renseignements, et qui les a regardés : parce que la loi le veut.
privacy-head-receives = Qui d'autre les voit passer
privacy-receives-sms = Twilio, une compagnie des États-Unis, transporte les textos. Elle en garde une copie hors du Québec.
privacy-receives-telegram = Telegram transporte les messages de Telegram. Il en garde une copie hors du Québec.
privacy-receives-email = Un service de courriel transporte les courriels. Lui et celui de votre adresse en gardent une copie, parfois hors du Québec.
privacy-receives-nobody = Personne d'autre. Rien n'est vendu, rien n'est public. Les personnes qui coordonnent voient ce dont elles ont besoin, et chaque regard est noté.
privacy-head-how-long = Combien de temps
privacy-kept-person = Votre fiche, vos adresses et vos accords : tant que vous êtes sur la liste.
privacy-kept-stop = Votre numéro, après un arrêt ou un oubli : gardé seul, sans nom, pour ne plus vous écrire.
privacy-kept-line = { $what } : { $long }
privacy-kept-raw = les messages tels que le téléphone les a transmis
privacy-kept-strangers = ce qu'écrit un numéro que personne ne connait
privacy-kept-words = ce que vous écrivez
privacy-kept-bodies = ce qu'on vous écrit
privacy-kept-media = les photos et les messages vocaux
privacy-kept-talks = les conversations finies
privacy-kept-questions = les questions restées sans réponse
privacy-kept-needs = ce qu'il fallait pour une rencontre (transport, garde, repas), après la rencontre
privacy-kept-cards = les appels faits
privacy-kept-comments = le nom à côté d'un commentaire, après la rencontre
privacy-kept-claims = le nom à côté des frais, après le paiement
privacy-kept-merges = de quoi défaire une réunion de fiches
privacy-kept-territories = de quoi défaire une réunion de territoires
privacy-kept-imports = de quoi défaire un import
privacy-kept-codes = les codes qui ne servent plus
privacy-kept-copies = ce qu'une compagnie n'a pas pu effacer
privacy-kept-looks = qui a regardé quoi
privacy-kept-requests = ce qui a été demandé au sujet des renseignements
privacy-kept-incidents = le registre des incidents
privacy-head-rights = Ce que vous pouvez demander
privacy-right-see = Une copie de tout : écrivez MES DONNEES, ou appelez. La réponse vient dans les 30 jours, sans frais.
privacy-right-fix = Une correction : écrivez MES INFOS, ou appelez.
privacy-right-erase = Tout effacer : écrivez EFFACER, ou appelez. C'est fait 48 heures plus tard; d'ici là, REPRENDRE défait tout.
privacy-right-stop = Ne plus recevoir de messages : écrivez ARRET. C'est fait tout de suite.
privacy-right-complain = Si la réponse ne vous convient pas : la Commission d'accès à l'information, 1 888 528-7741, cai.gouv.qc.ca. Les jeunes de moins de 14 ans s'inscrivent avec un parent.

# The letter in a person's file.
privacy-letter-title = Le dossier de { $name }
privacy-letter-first = Bonjour { $name }. Voici ce que { $organisation } garde sur vous, le { DATE($date, form: "year") }. Le détail est dans les autres fichiers, ligne par ligne. Un commentaire envoyé sans nom reste sans nom : il n'est pas ici.
privacy-letter-nothing = Rien.
privacy-letter-head-you = Vous
privacy-letter-head-addresses = Vos adresses
privacy-letter-head-consents = Vos accords
privacy-letter-head-money = Vos frais
privacy-letter-head-comments = Vos commentaires signés
privacy-letter-head-counts = Vos messages et le reste
privacy-letter-head-looks = Qui a regardé vos renseignements
privacy-letter-name = Nom : { $value }
privacy-letter-language = Langue : { $value }
privacy-letter-created-at = Sur la liste depuis le { DATE($value, form: "year") }
privacy-letter-role-member = Vous recevez les nouvelles.
privacy-letter-role-expert = Vous participez aux rencontres et recevez une allocation.
privacy-letter-role-coordinator = Vous coordonnez.
privacy-letter-territory = Territoire : { $value }
privacy-letter-postal-address = Adresse postale : { $value }
privacy-letter-other-phones = Numéros où on vous appelle : { $value }
privacy-letter-paid-by = Comment vous voulez être payé : { $value }
privacy-letter-refused = Votre non, comme il a été noté : { $value }
privacy-letter-refused-at = Votre non a été noté le { DATE($value, form: "year") }
privacy-letter-channel = Comment on vous écrit : { $value }
privacy-letter-pace = Combien on vous écrit : { $value }
privacy-letter-pace-normal = tous les messages
privacy-letter-pace-less = moins de messages
privacy-letter-pace-paused = une pause
privacy-letter-paused-until = Pause jusqu'au { DATE($value, form: "year") }
privacy-letter-no-accents = Textos sans accents : { $value }
privacy-letter-best-hour = Meilleur moment pour vous appeler : { $value }
privacy-letter-invited-by = Qui vous a inscrit sur la liste : { $value }
privacy-letter-address = { $address } ({ $state })
privacy-letter-yes = oui
privacy-letter-no = non
privacy-letter-consent = { DATE($when, form: "year") } : { $given } ({ $kind }), « { $words } »
privacy-letter-claim = No { $number }, { DATE($date, form: "year") } : { $total }
privacy-letter-nameless = Les commentaires sans votre nom ne sont pas dans ce dossier, qui passe par la coordination. Pour relire le vôtre : écrivez STATUT et son numéro (ou le code reçu, sur un téléphone partagé), du téléphone d'où vous l'avez écrit.
privacy-letter-comment = « { $words } »
privacy-letter-incoming = Messages que vous avez écrits : { $count }
privacy-letter-deliveries = Messages qu'on vous a écrits : { $count }
privacy-letter-attendances = Rencontres : { $count }
privacy-letter-media = Photos et messages vocaux : { $count }
privacy-letter-tasks = Appels à vous faire ou faits : { $count }
privacy-letter-data-requests = Demandes sur vos renseignements : { $count }
privacy-letter-others = Autres lignes sur vous, dans les autres fichiers : { $count }

# The letters of an incident.
privacy-commission-title = Avis d'incident de confidentialité, { DATE($date, form: "year") }
privacy-commission-first = À la Commission d'accès à l'information. { $organisation } vous avise d'un incident (no { $number } de son registre) qui présente un risque de préjudice sérieux. Vérifiez chaque ligne et remplissez les blancs avant d'envoyer.
privacy-commission-head-what = Ce qui s'est passé, et la cause
privacy-commission-what = { $what }
privacy-commission-head-happened = Quand
privacy-commission-happened = { $happened }
privacy-commission-head-found = Connu de l'organisme le
privacy-commission-found = { $found }
privacy-commission-head-information = Renseignements visés
privacy-commission-information = { $information }
privacy-commission-head-people = Personnes visées
privacy-commission-people = Nombre de personnes : { $people }; au Québec : ________________
privacy-commission-head-risk = Pourquoi le risque est sérieux
privacy-commission-risk = { $risk }. { $why }
privacy-commission-head-told = Avis aux personnes
privacy-commission-told = Avisées le : { $told }
privacy-commission-head-measures = Mesures prises ou prévues
privacy-commission-measures = { $decision }
privacy-told-title = { $organisation } : un incident avec vos renseignements, { DATE($date, form: "year") }
privacy-told-first = Bonjour. Nous vous devons cette lettre : des renseignements sur vous ont été touchés.
privacy-told-head-what = Ce qui s'est passé
privacy-told-what = Le { $happened } : { $what }
privacy-told-head-information = Les renseignements
privacy-told-information = { $information }
privacy-told-head-measures = Ce que nous avons fait
privacy-told-measures = { $decision }
privacy-told-head-you = Ce que vous pouvez faire
privacy-told-you = Méfiez-vous des appels et des messages qui demandent de l'argent ou un mot de passe. Nous ne le faisons jamais. Appelez-nous pour toute question.

journal-thing-request = demande { $number }
journal-thing-incident = incident { $number }
journal-privacy-asked = demande au sujet de ses renseignements : { $kind }
journal-privacy-settled = demande répondue : { $kind }
journal-privacy-erasure_asked = oubli demandé
journal-privacy-kept = oubli annulé : tout reprend
journal-privacy-erased = une personne est oubliée (messages : { $messages }, fichiers : { $files }, commentaires : { $comments }, demandes : { $claims })
journal-privacy-let_go = passé de date : { $count ->
        [one] { $count } ligne
       *[other] { $count } lignes
    } ({ $kinds })
journal-privacy-file_made = dossier fait : { $rows ->
        [one] { $rows } ligne
       *[other] { $rows } lignes
    }
journal-privacy-incident = incident noté au registre
journal-privacy-changed_incident = incident complété : { $fields }
journal-value-kind-access = une copie
journal-value-kind-rectification = une correction
journal-value-kind-erasure = l'oubli

privacy-wait-request = { $name } demande { $what }
privacy-wait-erasure = { $name } demande à être oublié
privacy-wait-erased = se fait tout seul le { $when }
privacy-wait-owed = à répondre avant le { $date }
