### Not for basic phones: the pages of the web console, one by one.
console-undo = Défaire ou corriger
console-back = Retour
console-back-meeting = La rencontre
console-save = Enregistrer
console-continue = Continuer
console-search = Chercher
console-print = Imprimer
console-print-table = Imprimer pour la table
console-printed-on = Imprimé le { DATE($date, form: "year") }
console-refresh = Actualiser
console-pager = Suite de la liste
console-before = Les précédents
console-after = La suite
console-and-more = et { $count } de plus
console-total = Total
console-not-said = pas indiqué
console-choose-some = Cochez au moins une ligne.
console-choose-one = Choisissez une réponse.
console-not-a-number = Écrivez un nombre, en chiffres. Exemple : 12
console-not-an-amount = Écrivez un montant. Exemple : 55,50
console-not-a-day = Choisissez un jour. Exemple : 2026-12-08
console-not-an-hour = Choisissez une heure. Exemple : 13:30
console-letters-left = Lettres qui restent :
console-act-on = { $act } ({ $numbers })

console-col-meeting = Rencontre
console-col-when = Quand
console-col-place = Lieu
console-col-state = État
console-col-answers = Réponses
console-col-name = Nom
console-col-claim = Demande
console-col-day = Jour
console-col-amount = Montant
console-col-look = À regarder
console-col-waits = Attend depuis
console-col-what = Quoi
console-col-table-price = Prix du tableau
console-col-payment = Paiement
console-col-reach = Comment joindre
console-col-tables = Tables
console-col-territory = Territoire
console-col-broadcast = Envoi
console-col-kind = Genre
console-col-to = À qui
console-col-people = Personnes
console-col-why = Pourquoi
console-choose = Cocher

console-phone-telegram = Telegram, { $language }, { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    }
console-phone-sms = Téléphone simple, { $language }, { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    }
console-phone-email = Courriel, { $language }, { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    }
console-phone-segments = { $letters ->
        [one] { $letters } lettre
       *[other] { $letters } lettres
    }, { $segments ->
        [one] { $segments } texto compté
       *[other] { $segments } textos comptés
    } chacun
console-check-people = { $people ->
        [one] { $people } personne : Telegram { $telegram }, textos { $sms }{ $emails ->
            [0] {""}
           *[other] , courriels { $emails }
        }
       *[other] { $people } personnes : Telegram { $telegram }, textos { $sms }{ $emails ->
            [0] {""}
           *[other] , courriels { $emails }
        }
    }
console-check-cost = { $segments ->
        [one] { $segments } texto compté, environ { $cost }
       *[other] { $segments } textos comptés, environ { $cost }
    }
console-check-missed = { $count ->
        [one] { $count } personne ne recevra rien : voir pourquoi
       *[other] { $count } personnes ne recevront rien : voir pourquoi
    }
console-check-advice = Des mots à relire :
console-check-retype = Pour confirmer, écrivez le nombre de personnes
console-check-send = { $people ->
        [0] Confirmer
        [one] Envoyer { $people } message
       *[other] Envoyer { $people } messages
    }
console-check-again = Corriger

console-to-do = À faire
console-see-and-call = Voir et appeler
console-harm-1 = En retard
console-harm-2 = À faire
console-harm-3 = Bientôt
console-later = Plus tard
console-nothing-waits = Rien ne vous attend.
console-next-meetings = Prochaines rencontres
console-no-meeting = Aucune rencontre.
console-not-asked = À qui on ne peut pas écrire
console-taken-back = Invitation retirée : { $names }
console-meeting-line = { $roundtable }, { $date }, { $start }
console-answers = { $coming ->
        [one] { $coming } vient
       *[other] { $coming } viennent
    }, { $absent ->
        [one] { $absent } ne peut pas
       *[other] { $absent } ne peuvent pas
    }, peut-être : { $maybe }
console-sent-lately = Parti depuis hier
console-sent-counts = Reçus : { $sent }. Échecs : { $failed }. Incertains : { $unknown }.
console-see-broadcasts = Voir les envois
console-see-broadcast = Voir l'envoi

console-meetings-past = Rencontres passées
console-meetings-coming = Rencontres à venir
console-meeting-life = Étapes de la rencontre
console-meeting-cancelled = Cette rencontre est annulée. Pourquoi : { $reason }
console-meeting-hours = { DATE($date, form: "year") }, de { $start } à { $end }
console-agenda = L'ordre du jour
console-agenda-hint = Chaque point a un titre, une phrase simple, et ce que ça change. Ce qui manque peut s'ajouter plus tard.
console-no-agenda = Aucun point pour le moment. Il en faut un avant d'annoncer la rencontre.
console-add-point = Ajouter un point
console-correct = Corriger
console-lacks = à compléter
console-point-title = Point { $number }
console-point-save = Enregistrer le point
console-reminders = Les rappels
console-reminder-planned = { $days ->
        [0] Le jour même : part { $when }
        [one] { $days } jour avant : part { $when }
       *[other] { $days } jours avant : part { $when }
    }
console-reminder-sent = { $days ->
        [0] Le jour même : parti { $when }
        [one] { $days } jour avant : parti { $when }
       *[other] { $days } jours avant : parti { $when }
    }
console-reminder-missed = { $days ->
        [0] Le jour même : manqué ({ $when })
        [one] { $days } jour avant : manqué ({ $when })
       *[other] { $days } jours avant : manqué ({ $when })
    }
console-reminder-cancelled = { $days ->
        [0] Le jour même : annulé
        [one] { $days } jour avant : annulé ({ $when })
       *[other] { $days } jours avant : annulé ({ $when })
    }
console-answers-title = Les réponses
console-coming = Viennent
console-absent = Ne peuvent pas
console-maybe = Peut-être
console-unanswered = Les autres n'ont pas encore répondu
console-needs = Besoins
console-need-done = réglé
console-need-open = à régler
console-need-settle = C'est réglé
console-need-not-settled = Pas réglé, finalement
console-need-transport = transport
console-need-childcare = garde d'enfants
console-need-meal = repas
console-comments-counts = À prendre : { $take }. À lire : { $read }. À répondre : { $answer }. Répondus : { $done }.
console-open-reading = Lire les commentaires
console-no-comment = Aucun commentaire pour cette rencontre.
console-presence = Qui était là
console-presence-none = La présence n'est pas encore notée.
console-presence-title = Présence, { $meeting }
console-presence-lead = Vous pouvez enregistrer une partie, et revenir.
console-presence-guest = Une personne de vos listes qui n'était pas invitée
console-presence-guest-hint = Son nom ou son numéro, et comment. Exemple : Lise Roy au téléphone
console-presence-nothing = Rien n'a été changé : choisissez une présence, puis enregistrez.
console-noted-by = Noté par
console-minutes = Le résumé
console-no-minutes = Le résumé n'est pas encore envoyé.
console-minutes-sent = Envoyé le { $when }
console-plan-title = Planifier une rencontre
console-plan-save = Enregistrer le brouillon
console-plan-next = Rien ne part maintenant. Vous verrez les messages avant d'annoncer la rencontre.
console-move-title = Déplacer : { $meeting }
console-move-save = Voir ce que les gens recevront

console-comments-waiting = À prendre : { $take }. À lire : { $read }. À répondre : { $answer }.
console-no-comments-wait = Aucun commentaire n'attend.
console-reading-title = À lire à la table : { $meeting }
console-carried-by = Portés par { $name }.
console-said-by = No { $number }, { $name }
console-said-nameless = No { $number }, sans nom
console-names-someone = nomme quelqu'un : lisez d'abord
console-window-open = On peut en écrire jusqu'au { $date }.
console-window-closed = On ne peut pas en écrire en ce moment.

console-claim-title = no { $number }, { $name }
console-own-claim = la vôtre
console-claims-decide = À décider ({ $count })
console-claims-returned = Question posée ({ $count })
console-claims-pay = À payer ({ $count })
console-claims-confirm = Payées, pas encore confirmées par la personne ({ $count })
console-no-claim = Aucune demande à décider.
console-nothing-to-pay = Aucune demande à payer.
console-approve-ticked = Approuver les demandes cochées
console-tick-all = Tout cocher
console-days = { $count ->
        [0] aujourd'hui
        [one] { $count } jour
       *[other] { $count } jours
    }
console-apart = Allocation : { $compensation }. Frais remboursés : { $expenses }.
console-and-left-out = (et { $people } sans rien)
console-left-out = Rien ne leur a été écrit ({ $people })
console-look-beyond = au-delà du tableau
console-look-second = autre demande ce jour-là
console-look-same-receipt = même reçu ailleurs
console-look-absent = présence notée « pas là »
console-look-cancelled = rencontre annulée
console-look-before = demandé avant la rencontre
console-look-longer = plus long que la rencontre
console-look-afar = déplacement ou repas, à distance
console-look-not-noted = présence pas notée
console-look-long-cancelled = Cette rencontre a été annulée.
console-look-long-before = La demande est arrivée avant la rencontre.
console-look-long-longer = La participation demandée est plus longue que la rencontre.
console-look-long-afar = Un déplacement ou un repas est demandé, pour une participation à distance.
console-look-long-not-noted = La présence à la rencontre no { $meeting } n'est pas notée.
console-look-long-beyond = Une ligne dépasse le tableau des tarifs. En approuvant, vous pouvez payer le tableau seulement.
console-look-long-second = Une autre demande est faite pour le même jour : no { $others }.
console-look-long-same-receipt = La même photo de reçu est dans la demande no { $others }.
console-look-long-absent = La présence est notée « pas là » pour cette rencontre.
console-claim-lines = Les lignes de la demande
console-compensation = Allocation
console-expenses = Frais remboursés
console-receipts = Reçus
console-question-asked = Question posée
console-decided-by = { $name }, { $when }
console-payments-title = Paiements
console-payment-title = Paiement { $number }, { DATE($date, form: "year") }
console-payment-cancelled = annulé
console-no-payment = Aucun paiement pour le moment.
console-signature = Signature
console-rates-title = Tableau des tarifs
console-pay-title = Payer des demandes
console-wishes = souhaite : { $mode }
console-paid-by = Paiement souhaité
console-paid-last-time = la dernière fois : { $mode }
console-pay-which = Quelles demandes?
console-pay-check-title = Vérifier avant de payer
console-pay-how = { $mode }, le { DATE($date, form: "year") }
console-pay-told = { $count ->
        [one] La personne le saura, et on lui demandera si l'argent est arrivé.
       *[other] Chaque personne le saura, et on lui demandera si l'argent est arrivé.
    }
console-pay-confirm = Noter comme payées

console-search-people = Un nom, un numéro, un territoire, la fin d'un téléphone
console-people-here = De votre territoire ({ $territory }), ou sans territoire. Les autres ne vous sont pas montrées. Un envoi à tout le monde va à celles de votre territoire.
console-people-all = Toutes les personnes
console-people-found = { $count ->
        [0] Personne pour « { $search } »
        [one] { $count } personne pour « { $search } »
       *[other] { $count }{ $more ->
            [yes] {" "}premières personnes
           *[no] {" "}personnes
        } pour « { $search } »
    }
console-no-person = Personne ne répond à ces mots.
console-person-new = Ajouter une personne
console-person-correct = Corriger la fiche
console-person-known-hint = Ce qui est laissé vide reste comme avant.
console-tables-known = Tables connues : { $names }
console-more-fields = Autres renseignements
console-show-numbers = Voir les numéros entiers
console-numbers-noted = Le journal note qui les regarde.
console-agreed = Son accord, dans ses mots
console-pace = Rythme
console-pace-normal = normal
console-pace-less = moins de messages
console-pace-paused = en pause
console-best-hour = Meilleure heure
console-to-call = Téléphone
console-channel-sms = par texto
console-channel-telegram = par Telegram
console-channel-email = par courriel
console-channel-post = par la poste
console-channel-call = appelée, jamais de texto
console-channel-any = ce qui marche
console-role-member = membre
console-role-expert = a droit à l'allocation
people-desk-yes = oui, { $when }
people-desk-no = non, { $when }

console-write-title = Écrire une annonce
console-when-and-urgent = Plus tard, ou urgent
console-preview = Voir ce que les gens recevront
console-preview-hint = Rien ne part avant que vous ayez confirmé.
console-preview-now = Ce que les gens recevront
console-broadcast-title = Envoi { $number } : { $title }
console-written-by = Écrit par { $name }
console-progress = Où ça en est
console-fates = { $total ->
        [one] { $total } message en tout
       *[other] { $total } messages en tout
    }
console-fates-said = Partis : { $sent } sur { $total }. Échecs : { $failed }.
console-fate-sent = Partis
console-fate-queued = En attente
console-fate-started = En route
console-fate-failed = Échecs
console-fate-unknown = Incertains
console-fate-other = Arrêtés ou trop tard
console-not-left = Pas encore parti. Personnes prévues : { $people }.
console-not-reached = Qui n'a rien reçu, et pourquoi
console-texts = Le texte
console-text-on-telegram = Telegram, { $language }
console-text-on-sms = Téléphone simple, { $language }
console-text-on-email = Courriel, { $language }
console-text-on-post = Par la poste, { $language }
console-why-blocked = a bloqué le robot, ou a tout arrêté
console-why-unregistered = ce numéro ne reçoit pas de textos
console-why-bad-address = cette adresse de courriel n'existe pas
console-why-landline = c'est un téléphone fixe
console-why-deactivated = ce compte n'existe plus
console-why-unreachable = le téléphone était injoignable
console-why-carrier = la compagnie de téléphone l'a refusé
console-why-filtered = la compagnie de téléphone l'a filtré
console-why-timeout = le service n'a pas répondu à temps
console-why-cut = la connexion s'est coupée
console-why-stopped = l'envoi a été arrêté
console-why-expired = il était trop tard
console-why-no-channel = aucun moyen de la joindre
console-why-other = le service de messages n'a pas pu

console-distress = Détresse
console-call-title = Carte { $number } : { $name }
console-taken = Qui s'en occupe
console-taken-by = { $name } s'en occupe
console-see-card = Voir la fiche
console-after-call = Après l'appel
console-file = Pièce { $number }

console-digest-title = Infolettre, { $month }
console-digest-leaves = Part le { $when }.
console-digest-approved = Une infolettre approuvée part le { $when }, à { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    }.
console-item-aside = mise de côté
console-item-later = attend le mois prochain
console-item-not-translated = Pas encore en : { $languages }.
console-proposed-by = Proposé par { $name }
console-move-up = Monter
console-move-down = Descendre
console-no-item = Aucune nouvelle proposée pour le moment.

console-search-journal = Un nom, une rencontre (rencontre 12) ou un jour (2026-12-08)
console-journal-person = Regarder le journal d'une personne laisse une ligne au journal.
console-journal-see = Regarder quand même

console-my-language = Ma langue
console-my-language-is = La langue du bureau est celle de vos messages. Le bouton en haut de la page la change.
console-my-sessions = Mes connexions
console-session-since = Ouverte { $since }, vue { $seen }
console-session-here = celle-ci
console-session-close = Fermer
console-close-all = Fermer partout

console-import-title = Importer une liste
console-import-lead = Un fichier Excel, LibreOffice ou CSV, ou des contacts. Vous verrez d'abord ce qui sera fait de chaque ligne.
console-import-look = Regarder la liste
console-import-not-kept = Le fichier n'est pas gardé.
console-import-no-file = Choisissez un fichier.
console-import-plan = Vérifier la liste
console-import-questions = À préciser
console-import-answer = Regarder de nouveau
console-import-keep = { $count ->
        [one] Enregistrer { $count } personne
       *[other] Enregistrer { $count } personnes
    }
console-import-other = Choisir un autre fichier
console-import-nothing = Rien ne change : tout est déjà comme dans la liste.
console-import-lines = Chaque ligne
console-import-line = Ligne
console-import-undone = défait
console-import-counts = { $added } ajoutées, { $changed } complétées
console-import-kept = Gardées depuis 30 jours
console-import-what = Ce qui sera fait
console-import-add = ajoutée
console-import-change = complétée
console-import-same = déjà là
console-import-refuse = laissée
console-import-ask = à préciser
console-import-columns = Comment les colonnes sont comprises
field-file = Le fichier
console-calendar-file = Télécharger pour un calendrier (.ics)

console-template-title = Le modèle Word du bilan
console-template-kept = Le bilan se fait avec votre modèle : { $name }
console-template-house = Le bilan se fait avec le modèle de la maison.
console-template-lead = Téléchargez le modèle de départ, changez-le dans Word, puis envoyez-le ici. Il est vérifié nom par nom, et rempli avec une région fictive. Le modèle d'avant reste tant que le nouveau n'est pas bon.
console-template-start = Télécharger le modèle de départ
console-template-file = Votre modèle (.docx)
console-template-try = Voir un essai
console-template-keep = Garder ce modèle
