# The allowance and the expenses of whoever took part. Never a salary, never first in an invitation.
claims-occasion = { $name }, { $date }
claims-option-meeting = { DATE($date, form: "bare") }, { $name }
claims-option-other-activity = autre chose
claims-which-meeting = C'est pour quelle rencontre?
claims-unclear-meeting = Ce n'est pas clair. Répondez par un chiffre, ou écrivez le jour. Exemple : mardi 10 février
    .sms = Ce n'est pas clair. Répondez par un chiffre, ou écrivez le jour. Exemple: mardi 10 février
claims-which-activity = Quelle activité, et quel jour? Exemple : formation, 12 mai
    .sms = Quelle activité, et quel jour? Exemple: formation, 12 mai
claims-unclear-day = Je n'ai pas compris le jour. Exemple : formation, 12 mai
    .sms = Je n'ai pas compris le jour. Exemple: formation, 12 mai
claims-later = Le { $date } n'est pas encore passé. Écrivez-nous après. Si c'était un autre jour, exemple : formation, 12 mai
    .sms = Le { $date } n'est pas encore passé. Écrivez-nous après. Si c'était un autre jour, exemple: formation, 12 mai
claims-meeting-gone = Cette rencontre n'a plus lieu.
claims-meeting-not-found = Cette rencontre n'est pas dans vos rencontres passées.
claims-other-meeting = Pour l'autre rencontre, { $name } va regarder et vous répond. Rien n'est ajouté ici. Téléphone : { $phone }
    .sms = Pour l'autre rencontre, { $name } va regarder et vous répond. Rien n'est ajouté ici. { $phone }
claims-wrong-meeting = Votre demande no { $number } n'est pas pour la bonne rencontre : { $name } va regarder et vous répond. Téléphone : { $phone }
    .sms = Demande no { $number }, pas la bonne rencontre: { $name } va regarder et vous répond. { $phone }
claims-in-advance = On paie après la rencontre, sur votre demande. Besoin d'argent avant? { $name } va lire votre message et vous répond : { $phone }
    .sms = On paie après la rencontre, sur votre demande. Besoin d'argent avant? { $name } va lire votre message et vous répond: { $phone }
claims-how-paid = Par virement, par chèque ou comptant : ça se décide avec { $name }, qui va vous répondre. Téléphone : { $phone }
    .sms = Par virement, par chèque ou comptant: ça se décide avec { $name }, qui va vous répondre. { $phone }
claims-how-paid-wished = Vous avez demandé : { $mode }. { $name } va vous répondre. Téléphone : { $phone }
    .sms = Vous avez demandé: { $mode }. { $name } va vous répondre. { $phone }
claims-before-meeting = Noté : { $name } va le lire. Les frais se demandent après la rencontre : écrivez alors RECLAMER.
    .sms = Noté: { $name } va le lire. Les frais se demandent après la rencontre: écrivez alors RECLAMER.
claims-paid-after = Votre demande n'est pas encore envoyée. Après, { $name } la regarde, et on vous écrit quand c'est payé. On ne sait pas encore le jour.
claims-came-not-sent = Tant mieux! Mais la demande ici n'est pas envoyée.
claims-how-long = Le { $date } ({ $name }), vous avez participé combien de temps?
claims-how-long-each = À partir du { $date }, combien de temps chaque jour?
claims-option-half = une demi-journée, { $amount }
claims-option-day = la journée, { $amount }
claims-option-expenses-only = seulement mes frais

claims-which-ride = Pour venir, avez-vous payé quelque chose?
claims-option-no-ride = non
claims-option-bus = autobus
claims-option-car = auto
claims-option-taxi = taxi
claims-unclear-ride = Ce n'est pas clair. Répondez par un chiffre, ou écrivez le montant. Exemple : autobus 7,50
    .sms = Ce n'est pas clair. Répondez par un chiffre, ou écrivez le montant. Exemple: autobus 7,50
claims-how-much-bus = Combien pour l'autobus en tout? Exemple : 7,50
    .sms = Combien pour l'autobus en tout? Exemple: 7,50
claims-how-much-taxi = Combien pour le taxi en tout? Exemple : 22
    .sms = Combien pour le taxi en tout? Exemple: 22
claims-which-part = Pour cette rencontre, combien avez-vous payé, vous?
claims-option-sum = { $amount }
claims-why-taxi = Pourquoi un taxi? En quelques mots. Exemple : plus d'autobus à 20 h
    .sms = Pourquoi un taxi? En quelques mots. Exemple: plus d'autobus à 20 h
claims-how-far = Combien de kilomètres en tout, aller et retour? Exemple : 34
    .sms = Combien de kilomètres en tout, aller et retour? Exemple: 34
claims-unclear-km = Ce n'est pas clair. Écrivez les kilomètres en tout, de 1 à { $most }. Exemple : 34
    .sms = Ce n'est pas clair. Écrivez les kilomètres en tout, de 1 à { $most }. Exemple: 34
claims-any-meal = Avez-vous payé un repas?
claims-option-meal = oui, { $amount }
claims-how-much-meal = Combien pour le repas? Exemple : 12
    .sms = Combien pour le repas? Exemple: 12
claims-was-meal-served = Pour le repas : est-ce qu'il y en avait un de servi à la rencontre?
    .sms = Pour le repas: est-ce qu'il y en avait un de servi à la rencontre?
claims-option-not-served = non, je l'ai payé
claims-option-served = oui, servi
claims-any-childcare = Des frais de garde? Écrivez le montant. Exemple : 40
    .sms = Des frais de garde? Écrivez le montant. Exemple: 40
claims-any-other = Autre chose à rembourser? Écrivez quoi et combien. Exemple : stationnement 6 $
    .sms = Autre chose à rembourser? Écrivez quoi et combien. Exemple: stationnement 6 $
claims-unclear-other = Ce n'est pas clair. Écrivez quoi et combien. Exemple : stationnement 6 $
    .sms = Ce n'est pas clair. Écrivez quoi et combien. Exemple: stationnement 6 $
claims-option-none = non
claims-receipt-fare = Autobus, { $amount } : envoyez une photo du reçu.
    .sms = Autobus, { $amount }: envoyez une photo du reçu.
claims-receipt-km = Auto, { $amount } : envoyez une photo du reçu.
    .sms = Auto, { $amount }: envoyez une photo du reçu.
claims-receipt-meal = Repas, { $amount } : envoyez une photo du reçu.
    .sms = Repas, { $amount }: envoyez une photo du reçu.
claims-receipt-childcare = Garde, { $amount } : envoyez une photo du reçu ou d'un papier signé.
    .sms = Garde, { $amount }: envoyez une photo du reçu ou d'un papier signé.
claims-receipt-other = Autre, { $amount } : envoyez une photo du reçu.
    .sms = Autre, { $amount }: envoyez une photo du reçu.
claims-option-no-receipt = pas de reçu
claims-photo-kept = Photo reçue. Elle va avec votre demande.

claims-line-participation = participation { $amount } ({ $halves ->
        [1] demi-journée
       *[other] journée
    })
claims-line-participation-on = participation du { DATE($date, form: "bare") } { $amount }
claims-line-remote = participation à distance { $amount }
claims-line-km = auto { $km } km { $amount }
claims-line-fare = autobus { $amount }
claims-line-taxi = taxi { $amount }
claims-line-meal = { $count ->
        [1] repas { $amount }
       *[other] { $count } repas { $amount }
    }
claims-line-childcare = garde { $amount }
claims-line-other = autre { $amount }
claims-line-named = { $what } { $amount }
claims-line-beyond = { $line } (plus que { $limit } : quelqu'un va décider)
    .sms = { $line } (plus que { $limit }: quelqu'un va décider)
claims-line-to-decide = { $line } (quelqu'un va décider)
claims-line-because = { $line } [{ $why }]
claims-receipt-picture = Demande no { $number }, { $name } : { $line }
claims-receipt-coming = La photo du reçu ({ $line }) n'est pas encore arrivée. Demandez-la de nouveau : /demande { $number }
claims-receipt-lost = La photo du reçu ({ $line }) n'a pas pu être lue. Pour la redemander : /retourner { $number } Pouvez-vous renvoyer la photo du reçu?
claims-line-receipt-photo = { $line } [photo du reçu]
claims-line-receipt-none = { $line } [pas de reçu]
claims-check = { $occasions } : { $lines }. Total { $total }. C'est bon? Sinon, écrivez ce qu'il faut changer. Exemple : garde 30
    .sms = { $occasions }: { $lines }. Total { $total }.
        C'est bon? Sinon, écrivez l'erreur.
    .segments = 4
claims-check-first = { $occasions } : { $lines }. Total { $total }.
    { $notice }
    C'est bon? Sinon, écrivez ce qu'il faut changer. Exemple : garde 30
    .sms = { $occasions }: { $lines }. Total { $total }.
        { $notice }
        C'est bon? Sinon, écrivez l'erreur.
    .segments = 4
claims-option-send = oui, envoyer
claims-option-correct = corriger
claims-what-is-wrong = Qu'est-ce qui n'est pas bon?
claims-fix-participation = ma participation
claims-fix-transport = le transport
claims-fix-meal = le repas
claims-fix-childcare = la garde
claims-fix-other = autre chose
claims-sum-odd = { $amount }? C'est trop, ou moins que rien. Écrivez le montant payé, comme 7,50.
claims-noted-already = Déjà noté. Rien n'est compté deux fois.
claims-noted-beside = Noté : { $lines }.
    .sms = Noté: { $lines }.
claims-noted-km = { $km } km
claims-second = Vous avez déjà une demande pour cette rencontre : no { $number }, { $total }. Celle-ci sera une autre demande.
    .sms = Vous avez déjà une demande pour cette rencontre: no { $number }, { $total }. Celle-ci sera une autre demande.
claims-already-noted = Déjà noté : demande no { $number }, { $total }. Rien n'est compté deux fois. Pour en parler : PARLER
    .sms = Déjà noté: demande no { $number }, { $total }. Rien n'est compté deux fois. Pour en parler: PARLER
# A person's own year. The treasurer. Fairness.
claims-own-year = { $year } : allocation { $allowance }; frais { $expenses }
    .sms = { $year }: allocation { $allowance }; frais { $expenses }
claims-own-years = Ce qui vous a été payé :
    { LINES($lines) }
    Pour savoir quoi déclarer : votre agent, ou { $name }, { $phone }
    .sms = Ce qui vous a été payé:
    { LINES($lines) }
    Quoi déclarer? Votre agent, ou { $name }, { $phone }
    .segments = 2
claims-own-year-none = Rien ne vous a été payé en { $year }. Ce qui est payé par rencontre : TARIFS
    .sms = Rien ne vous a été payé en { $year }. Ce qui est payé par rencontre: TARIFS
# Before the first claim: who knows, and no advice. It names no programme: the phone may be shared.
claims-who-knows = Cet argent peut changer votre chèque d'aide sociale ou votre loyer. Demandez avant : à votre agent, ou à { $name }, { $phone }
    .sms = Cet argent peut changer votre cheque d'aide sociale ou votre loyer. Demandez avant: à votre agent, ou à { $name }, { $phone }
claims-received = Reçue : demande no { $number }, { $total }. On vous dit la suite. Où elle en est : STATUT
    .sms = Reçue: demande no { $number }, { $total }. On vous dit la suite. Où elle en est: STATUT
claims-nothing-due = Il n'y a rien à rembourser dans ce que vous avez écrit. Pour recommencer : RECLAMER. Pour en parler : { $name }, { $phone }
    .sms = Rien à rembourser ici. Pour recommencer: RECLAMER. Pour en parler: { $name }, { $phone }

claims-offer = Pour { $roundtable }, le { $date } : voulez-vous demander votre allocation et vos frais?
claims-option-claim = oui
claims-option-no-thanks = non merci
claims-declined = C'est noté, merci. Rien ne change pour vous. Si vous changez d'idée : RECLAMER
    .sms = C'est noté, merci. Rien ne change pour vous. Si vous changez d'idée: RECLAMER
claims-for-someone-else = Pour l'allocation d'une autre personne, { $name } vous écrit ou vous appelle. N'envoyez pas son nom ni son numéro ici. Téléphone : { $phone }
    .sms = Pour une autre personne, { $name } vous écrit ou vous appelle. N'envoyez pas son nom ni son numéro ici. { $phone }
claims-for-a-human = C'est noté. Ce montant ne suit pas nos tarifs : { $name } regarde et vous répond. Téléphone : { $phone }
    .sms = Noté. Ce montant ne suit pas nos tarifs: { $name } regarde et vous répond. { $phone }

claims-table = Les mêmes montants pour tout le monde : { $lines }. On peut aussi dire non merci, en tout ou en partie. Une question sur votre budget? PARLER
    .sms = Tarifs:
        { LINES($lines) }
        Vous pouvez refuser.
claims-no-table = Les montants ne sont pas encore fixés. { $name } peut vous répondre : { $phone }
    .sms = Les montants ne sont pas encore fixés. { $name } peut vous répondre: { $phone }
claims-rate-participation = participation { $half } (demi-journée) ou { $day } (journée)
    .sms = participation { $half } (jour { $day })
claims-rate-remote = à distance { $amount }
claims-rate-transport-km = auto { $amount }/km
claims-rate-transport-fare = autobus { $amount }
claims-rate-meal = repas { $amount }
claims-rate-childcare = garde { $amount }
claims-rate-other = autre { $amount }
claims-rate-up-to = { $name } au prix payé, jusqu'à { $amount }
    .sms = { $name } max. { $amount }
claims-rate-as-paid = { $names } au prix payé
claims-rate-name-participation = participation
claims-rate-name-remote = à distance
claims-rate-name-transport-km = auto
claims-rate-name-transport-fare = autobus
claims-rate-name-meal = repas
claims-rate-name-childcare = garde
claims-rate-name-other = autre

claims-approved = Votre demande no { $number } est acceptée : { $total }. On vous écrit quand c'est payé.
    .sms = Votre demande no { $number } est acceptée: { $total }. On vous écrit quand c'est payé.
claims-question = Une question sur votre demande no { $number } : { ENDED($question, mark: "?") } Répondez ici.
    .sms = Demande no { $number }: { ENDED($question, mark: "?") } Répondez ici.
    .segments = 3
claims-question-settled = La demande no { $number } est déjà réglée. Où elle en est : STATUT
    .sms = La demande no { $number } est déjà réglée. Où elle en est: STATUT
claims-resubmitted = Merci. Votre réponse est ajoutée à la demande no { $number }.
claims-refused = Votre demande no { $number } n'est pas acceptée. Pourquoi : { ENDED($reason) } Pour en parler : { $name }, { $phone }
    .sms = Demande no { $number }: pas acceptée. Pourquoi: { ENDED($reason) } Pour en parler: { $name }, { $phone }
    .segments = 3
claims-reopened = Votre demande no { $number } est regardée de nouveau. On vous dit la suite.
claims-paid-coming = Demande no { $numbers } : { $total } sera payé { $mode }, le { $date }.
    .sms = Demande no { $numbers }: { $total } sera payé { $mode }, le { $date }.
claims-paid-came = Demande no { $numbers } : { $total }, payé { $mode }, le { $date }. L'avez-vous reçu?
    .sms = Demande no { $numbers }: { $total }, payé { $mode }, le { $date }. L'avez-vous reçu?
claims-paid-came-again = Demande no { $number }, { $total } : l'avez-vous reçu?
    .sms = Demande no { $number }, { $total }: l'avez-vous reçu?
claims-option-came = oui
claims-option-not-yet = pas encore
claims-mode-transfer = par virement
claims-mode-cheque = par chèque
claims-mode-cash = comptant
claims-mode-gift-card = par carte-cadeau
claims-money-came = Merci, c'est noté.
claims-money-missing = Merci de le dire. { $name } va vérifier et vous écrit ou vous appelle. Téléphone : { $phone }
    .sms = Merci de le dire. { $name } va vérifier et vous répond. Téléphone: { $phone }
claims-nothing-to-confirm = C'est déjà noté, merci. Où sont vos demandes : STATUT
    .sms = C'est déjà noté, merci. Où sont vos demandes: STATUT

claims-status = { LINES($lines) }
claims-status-submitted = Demande no { $number }, { $total } : reçue le { DATE($date, form: "bare") }
    .sms = Demande no { $number }, { $total }: reçue le { DATE($date, form: "bare") }
claims-status-approved = Demande no { $number }, { $total } : acceptée le { DATE($date, form: "bare") }
    .sms = Demande no { $number }, { $total }: acceptée le { DATE($date, form: "bare") }
claims-status-returned = Demande no { $number }, { $total } : une question vous attend ({ DATE($date, form: "bare") })
    .sms = Demande no { $number }, { $total }: une question vous attend ({ DATE($date, form: "bare") })
claims-status-refused = Demande no { $number }, { $total } : pas acceptée ({ DATE($date, form: "bare") })
    .sms = Demande no { $number }, { $total }: pas acceptée ({ DATE($date, form: "bare") })
claims-status-paid = Demande no { $number }, { $total } : payée le { DATE($date, form: "bare") }
    .sms = Demande no { $number }, { $total }: payée le { DATE($date, form: "bare") }
claims-status-to-be-paid = Demande no { $number }, { $total } : sera payée le { DATE($date, form: "bare") }
    .sms = Demande no { $number }, { $total }: sera payée le { DATE($date, form: "bare") }
claims-status-received = Demande no { $number }, { $total } : payée le { DATE($date, form: "bare") }, reçue
    .sms = Demande no { $number }, { $total }: payée le { DATE($date, form: "bare") }, reçue
claims-status-meeting = Rencontre { $name }, { DATE($date, form: "bare") } { $start } : { $answer ->
        [coming] vous venez
        [absent] vous ne venez pas
        [maybe] peut-être
       *[none] pas encore répondu
    }
    .sms = Rencontre { $name }, { DATE($date, form: "bare") } { $start }: { $answer ->
            [coming] vous venez
            [absent] vous ne venez pas
            [maybe] peut-être
           *[none] pas encore répondu
        }
claims-status-needs = De l'aide pour venir : { $needs }
    .sms = De l'aide pour venir: { $needs }
claims-status-need-open = { $need } (noté)
claims-status-need-done = { $need } (réglé)
claims-status-nothing = Rien en attente pour vous. Pour vos frais : RECLAMER. Une question? { $name }, { $phone }
    .sms = Rien en attente pour vous. Pour vos frais: RECLAMER. Une question? { $name }, { $phone }
claims-status-late = C'est long. { $name } est au courant et vous répond : { $phone }
    .sms = C'est long. { $name } est au courant et vous répond: { $phone }

# For coordinators.
claims-none-waiting = Aucune demande n'attend.
claims-waiting = Demandes en cours ({ $count }) :
    { LINES($lines) }
    Acceptées, à payer : { $to_pay }
    Pour en voir une : /demande { $first }
    .segments = 20
claims-waiting-line = no { $number } { $name }, { $total }, { $state }{ $look ->
        [yes] , à regarder
       *[no] { "" }
    }
claims-state-draft = brouillon
claims-state-submitted = à décider
claims-state-approved = acceptée, à payer
claims-state-returned = question posée
claims-state-refused = pas acceptée
claims-state-paid = payée
claims-state-paid-on = payée le { $date }
claims-state-received-on = payée le { $date } et reçue
claims-state-to-be-paid = sera payée le { $date }
claims-state-received = payée et reçue
claims-state-cancelled = annulée
claims-shown-whole = { LINES($parts) }
    .segments = 10
claims-shown = Demande no { $number }, { $name }, { $activity } ({ $state })
    { LINES($lines) }
    Total { $total } (participation { $compensation }, frais { $expenses })
    .segments = 8
claims-shown-question = Question posée : { ENDED($question, mark: "?") } Réponse : { $answer }
    .segments = 3
claims-shown-reason = Raison : { $reason }
claims-warning-beyond = À regarder : dépasse le tarif. Pour payer le tarif seulement, ajoutez max. Exemple : /approuver-demande 12 max
claims-warning-second = À regarder : autre demande pour le même jour (no { $others }).
claims-warning-same-receipt = À regarder : même photo de reçu que la demande no { $others }.
claims-warning-cancelled = À regarder : cette rencontre a été annulée.
claims-warning-before = À regarder : demandé avant la rencontre.
claims-warning-longer = À regarder : plus long que la rencontre.
claims-warning-absent = À regarder : la présence est notée « absent » pour cette rencontre.
claims-warning-afar = À regarder : un déplacement ou un repas, pour une participation à distance.
claims-warning-not-noted = À regarder : la présence n'est pas notée. Pour la noter : /presence { $meeting }
claims-approved-done = { $count ->
        [1] Demande no { $numbers } acceptée : { $total }. La personne est prévenue.
       *[other] { $count } demandes acceptées ({ $numbers }) : { $total }. Les personnes sont prévenues.
    } Pour payer : /payer { $first } virement
claims-returned-done = Question posée à { $name } pour la demande no { $number }. Sa réponse la remettra dans la liste.
claims-answered-to-coordinator = Demande no { $number }, { $name } répond : { ENDED($answer) } Pour la voir : /demande { $number }
    .segments = 2
claims-refused-done = Demande no { $number } pas acceptée. { $name } sait pourquoi.
claims-reopened-done = Demande no { $number } remise à décider. { $name } le sait.
claims-approve-about = Demandes no { $numbers } : { $total } en tout
claims-check-about = Demande no { $number } : { $name }, { $total }
claims-cannot-before-reopened = Demande no { $number } : { $state }. Pour changer d'avis, remettez-la d'abord à décider : /rouvrir-demande { $number }
claims-cannot = Demande no { $number } : { $state }. Ce n'est pas possible maintenant. Pour la voir : /demande { $number }
claims-no-such = Il n'y a pas de demande no { $number }. Pour voir la liste : /demandes
claims-words-too-long = C'est trop long : { $length } lettres, { $longest } au plus.
claims-pay-preview = À payer { $mode }, le { $date } :
    { LINES($lines) }
    Total { $total }
    .segments = 20
claims-pay-preview-later = Sera payé { $mode }, le { $date }, pas avant :
    { LINES($lines) }
    Total { $total }
    .segments = 20
claims-pay-line = no { $number } { $name } { $total }
claims-pay-line-otherwise = { $line } (la dernière fois : { $mode })
claims-nobody-to-pay-so = Personne à payer { $mode }. { $unsaid ->
        [0] Ce qui attend : /demandes
       *[other] On ne sait pas comment payer { $names } : /mode-paiement et le nom, ou /payer et les numéros.
    }
claims-pay-preview-told = { $preview }
    { $told }
    .segments = 20
claims-pay-told = { $people ->
        [one] { $people } personne lira
       *[other] { $people } personnes liront, chacune pour elle
    } : « { $words } »
    .segments = 3
claims-pay-unsaid = N'y est pas : { $names }. On ne sait pas comment les payer : /mode-paiement et le nom, ou /payer et les numéros.
claims-retype-total = Pour payer, écrivez le total. Exemple : 137,50
claims-option-do-not-pay = ne pas payer
claims-not-paid = Rien n'est payé.
claims-paid-done = Payé { $mode }, le { $date } : { $count ->
        [one] { $count } demande
       *[other] { $count } demandes
    }, { $total }. Chaque personne dira si c'est arrivé. Pour corriger : /annuler-paiement { $payment } et la raison.
    .segments = 2
claims-paid-later = Sera payé { $mode }, le { $date } : { $count ->
        [one] { $count } demande
       *[other] { $count } demandes
    }, { $total }. Chaque personne le sait, et dira ce jour-là si c'est arrivé. Pour corriger : /annuler-paiement { $payment } et la raison.
    .segments = 2
claims-pay-other-total = Le total est { $total }, vous avez écrit { $said }. Rien n'est payé. Exemple : /payer 12 13 virement 2026-12-15
claims-pay-strange-date = Le { DATE($date, form: "year") } est trop loin. Exemple : /payer 12 13 virement 2026-12-15
claims-paid-already = Demande no { $number } : { $state }, dans le paiement no { $payment }. S'il est faux : /annuler-paiement { $payment } et la raison.
claims-not-approved = Demande no { $number } : { $state }. On paie une demande acceptée. Exemple : /approuver-demande { $number }
claims-unknown-mode = Je ne connais pas « { $mode } ». Modes : virement, chèque, comptant, carte-cadeau. Exemple : /payer 12 13 virement 2026-12-15
claims-rates-all = Tarifs d'aujourd'hui :
    { LINES($lines) }
    Pour changer : /tarif garde max 60 1er avril
    .segments = 4
claims-rates-of-organisations = Petits organismes membres : { $lines }
claims-rate-set-organisations = Petits organismes membres : { $rate }, à partir du { DATE($date, form: "year") }.
claims-payee-person = les personnes
claims-payee-organisation = les petits organismes membres
claims-rates-none = Aucun tarif n'est fixé. Pour commencer avec un exemple à changer : /tarif exemple
claims-rates-exist = Des tarifs sont déjà fixés. Pour en changer un : /tarif garde max 60 1er avril
claims-rate-set = Tarif noté à partir du { $date } : { $rate }.
claims-rate-out-of-bounds = Un montant va de 0 à { $most }. Exemple : /tarif garde max 60
claims-rate-wants-amount = Il faut un montant pour { $name }. Exemple : /tarif km 0,50
claims-unknown-kind = Je ne connais pas « { $word } ». Sortes : participation, distance, km, autobus, repas, garde, autre. Exemple : /tarif garde max 60 1er avril
    .segments = 2

command-demandes = voir les demandes d'allocation et de frais
command-demande = voir une demande
command-approuver-demande = accepter des demandes
command-retourner = poser une question sur une demande
command-refuser = ne pas accepter une demande, avec la raison
command-rouvrir-demande = revenir sur une décision
command-payer = noter que des demandes sont payées
command-tarif = voir ou changer les tarifs
example-demandes = /demandes
    Pour en voir une, avec ses reçus : /demandes 12
example-demande = /demande 12
example-approuver-demande = /approuver-demande 12 14
example-retourner = /retourner 12 Quel jour avez-vous pris le taxi?
example-refuser = /refuser 12 La rencontre n'a pas eu lieu.
example-rouvrir-demande = /rouvrir-demande 12
example-payer = /payer 12 13 virement 2026-12-15
    Tout le monde qui est payé ainsi : /payer tous chèque
example-tarif = /tarif garde max 60 1er avril
    Pour les petits organismes membres : /tarif organisme participation 40 1er avril

# The journal.
journal-claims-submitted = demande no { $number } reçue, { $cents }
journal-claims-approved = demande no { $number } acceptée, { $cents }
journal-claims-returned = demande no { $number } : question posée
journal-claims-answered = demande no { $number } : la personne a répondu
journal-claims-refused = demande no { $number } pas acceptée
journal-claims-reopened = demande no { $number } remise à décider
journal-claims-paid = demande no { $number } payée { $mode }, { $cents }, le { $date }
journal-claims-received = demande no { $number } : la personne dit que c'est arrivé
journal-claims-not_received = demande no { $number } : la personne dit que ce n'est pas arrivé
journal-claims-declined = non merci à l'allocation
journal-claims-offered = allocation offerte à { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    }
journal-claims-rate_set = tarif changé à partir du { $date }
journal-value-mode-transfer = par virement
journal-value-mode-cheque = par chèque
journal-value-mode-cash = comptant
journal-value-mode-gift_card = par carte-cadeau

# The shell.
claims-shell-total = { $preview }
    Rien n'est payé encore. Pour payer { $total }, ajoutez : --total { $typed }
    .segments = 20

claims-unpay-no-reason = Dites pourquoi : les personnes le liront. Exemple : /annuler-paiement { $number } le chèque n'est pas parti
claims-no-longer-paid = Le paiement no { $number } est déjà annulé, ou les personnes ont dit que l'argent est arrivé.
claims-no-such-payment = Il n'y a pas de paiement no { $number }.
claims-unpay-names = { $name } est nommé dans la raison : les autres la liraient. Une seule demande : /annuler-paiement { $number } 101 le chèque n'est pas parti
claims-unpaid-part = Paiement no { $number } : { $numbers } n'en fait plus partie et attend d'être payé de nouveau. Le reste ne change pas.
claims-unpaid-done = Paiement no { $number } annulé. Demandes à payer de nouveau : { $numbers }
claims-payment-cancelled = Correction : votre demande no { $numbers } n'est pas encore payée. Pourquoi : { $reason }
    .segments = 3
claims-no-such-rate = Aucun tarif « { $name } » ne commence le { $date }. Pour voir : /tarif
claims-rate-used = Le tarif « { $name } » du { $date } a déjà servi : écrivez-en un nouveau. Exemple : /tarif garde max 60 1er avril
claims-rate-dropped = Tarif « { $name } » du { $date } retiré.
command-annuler-paiement = corriger un paiement noté par erreur
example-annuler-paiement = /annuler-paiement 3 le chèque n'est pas parti
journal-claims-payment_cancelled = paiement annulé, { $claims ->
        [one] { $claims } demande à payer de nouveau
       *[other] { $claims } demandes à payer de nouveau
    }
journal-claims-rate_dropped = tarif retiré : { $kind }, { $date }

journal-claims-first_rates = tarifs d'exemple écrits
claims-cancelled = C'est annulé : rien n'est envoyé. Pour recommencer : RECLAMER
    .sms = C'est annulé: rien n'est envoyé. Pour recommencer: RECLAMER
claims-cancel-asked = { $name } va regarder votre demande et vous répondre. Rien n'est payé d'ici là. Téléphone : { $phone }
    .sms = { $name } va regarder votre demande et vous répondre. Rien n'est payé d'ici là. Téléphone: { $phone }
claims-lost-receipt = Pas de reçu? Ce n'est pas grave. { $name } va voir avec vous. Téléphone : { $phone }
    .sms = Pas de reçu? Ce n'est pas grave. { $name } va voir avec vous. Téléphone: { $phone }
claims-receipt-seen = Envoyez la photo ici : elle ira avec votre demande. Pour en faire une : RECLAMER. Pour parler à { $name } : { $phone }
    .sms = Envoyez la photo ici: elle ira avec votre demande. Pour en faire une: RECLAMER. Pour parler à { $name }: { $phone }
claims-status-no-claim = On n'a pas de demande d'argent de vous. Pour en faire une: RECLAMER. { $name } peut vous aider: { $phone }

claims-not-sent-yet = Votre demande n'est pas encore envoyée : il reste une question. Pour la laisser : ANNULER
    .sms = Votre demande n'est pas encore envoyée: il reste une question. Pour la laisser: ANNULER
claims-taken-away = Enlevé : { $lines }.
    .sms = Enlevé: { $lines }.
claims-any-other-more = Déjà noté : { $lines }. Autre chose? Écrivez quoi et combien.
    .sms = Déjà noté: { $lines }. Autre chose? Écrivez quoi et combien.
    .segments = 2
claims-option-all = non, c'est tout
claims-option-take-away = enlever
claims-option-as-before = remettre comme avant
claims-option-right = c'est bon
claims-line-was = { $line } (c'était { $before })
claims-line-gone = { $line }, enlevé
claims-amended = Changé dans votre demande no { $number } : { $lines }. Total { $total }.
    .sms = Changé dans votre demande no { $number }: { $lines }. Total { $total }.
    .segments = 2
claims-amended-kept = C'est noté : demande no { $number }, { $total }.
    .sms = C'est noté: demande no { $number }, { $total }.
claims-as-before = C'est remis comme avant : demande no { $number }, { $total }.
    .sms = C'est remis comme avant: demande no { $number }, { $total }.
claims-goes-with = Vous avez déjà une demande pour cette rencontre : no { $number }, { $total }. Ceci va avec elle.
    .sms = Vous avez déjà une demande pour cette rencontre: no { $number }, { $total }. Ceci va avec elle.
claims-added = C'est ajouté : demande no { $number }, { $total }. On vous dit la suite. Où elle en est : STATUT
    .sms = C'est ajouté: demande no { $number }, { $total }. On vous dit la suite. Où elle en est: STATUT
claims-withdrawn = Votre demande no { $number }, { $total }, est annulée. Rien ne sera payé.
claims-withdrawn-kept = La demande no { $number } reste annulée. Pour en faire une autre : RECLAMER
    .sms = La demande no { $number } reste annulée. Pour en faire une autre: RECLAMER
claims-option-put-back = la remettre
claims-put-back = C'est remis : demande no { $number }, { $total }. On vous dit la suite.
    .sms = C'est remis: demande no { $number }, { $total }. On vous dit la suite.
claims-withdraw-which = Quelle demande annuler?
claims-option-numbered = no { $number }, { $total }
claims-option-none-of-them = aucune
claims-nothing-withdrawn = Rien n'est annulé. Où sont vos demandes : STATUT
    .sms = Rien n'est annulé. Où sont vos demandes: STATUT
claims-next-submitted = { $name } la regarde. On vous écrit quand elle est acceptée, puis quand c'est payé. On ne sait pas encore le jour.
claims-next-approved = On vous écrit quand c'est payé. On ne sait pas encore le jour.
journal-claims-amended = demande no { $number } changée par la personne, { $cents }
journal-claims-withdrawn = demande no { $number } annulée par la personne
journal-claims-put_back = demande no { $number } remise par la personne, { $cents }

# Asked of other money, and of the total.
claims-benefits = On ne peut pas vous le dire ici. Demandez à votre agent d'aide sociale avant d'envoyer. { $name } peut vous aider à demander: { $phone }
claims-total-before = Le total est montré avant l'envoi. Rien n'est envoyé sans votre oui.
claims-wait = Prenez votre temps. Rien n'est envoyé. On attend votre réponse.
claims-not-sent-one-more = Pas encore envoyé : il reste une question.
    .sms = Pas encore envoyé: il reste une question.
claims-so-far = Jusqu'ici : { $lines }. Total { $total }. Rien n'est envoyé.
    .sms = Jusqu'ici: { $lines }. Total { $total }. Rien n'est envoyé.
    .segments = 2
claims-holds = Demande no { $number } : { $lines }. Total { $total }.
    .sms = Demande no { $number }: { $lines }. Total { $total }.
    .segments = 2
claims-cancel-under-way = Vous voulez dire : annuler votre demande? Rien n'est envoyé.
    .sms = Vous voulez dire: annuler votre demande? Rien n'est envoyé.
claims-cancel-sent = Vous voulez dire : annuler votre demande no { $number }, { $total }?
    .sms = Vous voulez dire: annuler votre demande no { $number }, { $total }?
claims-option-cancel = oui, annuler
claims-option-keep = non, la garder
claims-day-for-a-human = Ce n'est pas grave : { $name } va regarder votre demande avec vous. Vos montants sont gardés. Téléphone : { $phone }
    .sms = Ce n'est pas grave: { $name } va regarder votre demande avec vous. Vos montants sont gardés. { $phone }
claims-what-for = { $amount }, c'est pour quoi? Exemple : stationnement
    .sms = { $amount }, c'est pour quoi? Exemple: stationnement

# A claim that a coordinator writes down for somebody who told it by voice or on paper.
claims-entered-for-you = Votre demande est inscrite pour vous, no { $number }, { $occasion } : { $lines }. Total { $total }. Une erreur? { $name }, { $phone }
    .sms = Demande no { $number } inscrite pour vous, { $occasion }: { $lines }. Total { $total }. Une erreur? { $name }, { $phone }
    .segments = 2
claims-taken-out-for-you = La demande no { $number }, { $total }, inscrite pour vous, est retirée. Rien ne sera payé pour elle. Une question? { $name }, { $phone }
    .sms = Demande no { $number }, { $total }, inscrite pour vous: retirée. Rien ne sera payé pour elle. Une question? { $name }, { $phone }
    .segments = 2
claims-entered-done = Demande no { $number } inscrite pour { $name } : { $lines }. Total { $total }. { $told ->
        [yes] { $name } le sait.
       *[no] Aucun message ne peut lui être écrit : dites-le-lui.
    } Pour l'accepter : /approuver-demande { $number } Pour la retirer : /retirer-demande { $number }
    .segments = 5
claims-entered-by = Inscrite pour la personne par { $name }, le { $date }.
claims-entered-by-someone = Inscrite pour la personne, le { $date }.
claims-taken-out-done = Demande no { $number } de { $name }, { $total } : retirée. Rien ne sera payé.
claims-not-entered = La demande no { $number } vient de { $name } : la personne l'annule elle-même. Vous pouvez lui poser une question : /retourner { $number } votre question
claims-enter-nothing = Rien à payer là-dedans. Écrivez ce que la personne a payé. Exemple : autobus 7,50, garde 20
claims-enter-known = C'est déjà la demande no { $number } de { $name }, { $total }. Rien n'est inscrit une deuxième fois.
claims-enter-not-held = La rencontre no { $number } n'a pas eu lieu : on n'inscrit une demande qu'après. Pour la voir : /rencontre { $number }
claims-enter-what-day = Quel jour, « { $activity } »? Un jour passé. Exemple : activité { $activity } du 3 mars
claims-enter-which = Pour quelle rencontre de { $name }? Choisissez, ou écrivez son numéro.
claims-enter-how-long = Combien de temps, { $name }? Ajoutez : demi-journée, journée, ou frais seulement.
claims-enter-unclear = Je ne comprends pas tout : « { $words } ». Rien n'est inscrit. Exemple : autobus 7,50, 24 km, repas 18, garde 20
    .segments = 2
command-inscrire-demande = inscrire une demande pour quelqu'un (dite de vive voix ou sur papier)
command-retirer-demande = retirer une demande inscrite pour quelqu'un
example-inscrire-demande = /inscrire-demande Rose; rencontre 12; autobus 7,50, garde 20
    Sans rencontre : /inscrire-demande Rose; activité formation du 3 mars; demi-journée
example-retirer-demande = /retirer-demande 12
journal-claims-entered = demande no { $number } inscrite pour la personne, { $cents }
journal-claims-taken_out = demande no { $number } retirée, qui avait été inscrite pour la personne
