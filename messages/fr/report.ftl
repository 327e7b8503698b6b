### Not for basic phones: read by coordinators, and printed.

# What coordinators write.
command-bilan = l'année en cinq lignes, pour le bilan de juin
command-bilan-arreter = arrêter les chiffres d'une année terminée
command-bilan-corriger = refaire le bilan d'une année, avec la raison
command-bilan-ecrire = écrire ce que l'année a appris
example-bilan = /bilan 2026-2027
example-bilan-arreter = /bilan-arreter 2026-2027
    À une autre date que le 15 mai : /bilan-arreter 2026-2027 2027-05-10
example-bilan-corriger = /bilan-corriger 2026-2027 une présence du 10 novembre était fausse
example-bilan-ecrire = /bilan-ecrire 2026-2027 appris On a compris que l'heure des rencontres décide qui peut venir.
    Les quatre textes : appris, difficile, change, suite.

report-bad-year = « { $words } » n'est pas une année. Écrivez-la ainsi : 2026-2027
report-bad-day = « { $words } » n'est pas une date. Écrivez-la ainsi : 2027-05-15
report-which-year = De quelle année? Écrivez-la ainsi : 2026-2027
report-not-over = L'année { $year } se termine le { DATE($date, form: "year") }. Jusque-là, /bilan montre un brouillon.
report-bad-cut = Le bilan s'arrête un jour passé, après l'année : du { DATE($first, form: "year") } à aujourd'hui, pas le { DATE($date, form: "year") }.
report-already-frozen = Le bilan { $year } est arrêté (version { $version }). Pour en refaire une version avec sa raison : /bilan-corriger { $year } la raison
report-not-frozen = Le bilan { $year } n'est pas arrêté : c'est encore un brouillon, qui ne sort pas. Pour l'arrêter : /bilan-arreter { $year }
report-why = Pourquoi une autre version? La raison est imprimée. /bilan-corriger { $year } la raison
report-no-such-text = « { $name } » n'est pas un des quatre textes : appris, difficile, change, suite.
report-text-too-long = C'est trop long : { $length } lettres, pas plus de { $longest }.
report-written = C'est gardé pour le bilan { $year } : { $name }.
report-frozen = Le bilan { $year } est arrêté. { $foot }
    Pour avoir les fichiers, sur l'ordinateur : portevoix report --year { $year } --to bilan
report-leaves = Bilan { $year }, version { $version } : prêt à écrire.
report-files = Bilan { $year }, version { $version } :
    { LINES($files) }
report-cannot-write = On ne peut pas écrire { $file } : { $reason }

# The five lines, and the foot of each page.
report-five-lines = Bilan { $year }
    { LINES($lines) }

    { $foot }
report-draft = Brouillon, pour vous seulement. Les petits nombres sont masqués, et rien ne sort avant que l'année { $year } soit arrêtée.
report-draft-lacks = { $draft }

    { $lacks }
report-before-freezing = Avant d'arrêter :
    { LINES($lines) }
report-lacks-presence = { $count ->
        [one] La présence n'est pas notée à la rencontre { $numbers }.
       *[other] La présence n'est pas notée à { $count } rencontres ({ $numbers }).
    } /presence { $first }
report-lacks-answers = { $count ->
        [1] Un commentaire attend sa réponse, et la date promise est passée.
       *[other] { $count } commentaires attendent leur réponse, et la date promise est passée.
    } /commentaires
report-lacks-steps = { $count ->
        [one] L'étape n'est pas dite à la rencontre { $numbers }.
       *[other] L'étape n'est pas dite à { $count } rencontres ({ $numbers }).
    } Pour son premier point : /etape { $first }.1 portrait
report-lacks-late = { $count ->
        [1] Une présence a été notée ou corrigée après le { DATE($when, form: "year") } ({ $by }) et ne serait pas comptée.
       *[other] { $count } présences ont été notées ou corrigées après le { DATE($when, form: "year") } ({ $by }) et ne seraient pas comptées.
    } Pour les compter, arrêtez le bilan tel que connu le { DATE($known, form: "year") }. /bilan-arreter { $year } { $day }
report-late-by = { $name } { $count }
report-lacks-claims = { $count ->
        [1] La demande { $numbers } n'est pas décidée.
       *[other] { $count } demandes ne sont pas décidées ({ $numbers }).
    } /demandes
report-lacks-payments = { $count ->
        [1] La demande { $numbers } est acceptée et n'est pas payée.
       *[other] { $count } demandes sont acceptées et ne sont pas payées ({ $numbers }).
    } /payer
report-lacks-levels = Niveau non consigné (locale ou régionale) : { $names }. /table { $first } : locale
report-lacks-envelope = Aucune enveloppe n'est dite. /enveloppe
report-lacks-texts = À écrire : { $names }. /bilan-ecrire { $year }
report-lacks-reading = Les personnes dont parle le chapitre ne l'ont pas relu (deux semaines). /bilan-relire { $year }
report-lacks-days = Le chapitre est encore entre les mains des personnes dont il parle, jusqu'au { DATE($until, form: "year") }. /bilan-remarques { $year }
report-lacks-remarks = Des remarques sur le chapitre ne sont pas réglées, de { $names }. /bilan-remarques { $year }
report-foot = Version { $version }. Empreinte { $digest }, chiffres tels que connus le { DATE($when, form: "year") } à { TIME($when) }, arrêtés le { DATE($frozen, form: "year") }, journal no { $place }, définitions { $definitions }.
report-date = { DATE($date, form: "year") }
report-together = { $first } { $rest }

# The coordinators' own Word document.
report-template-too-large = Ce fichier est trop gros : pas plus de { $megabytes } Mo. Réduisez les images dans Word, puis enregistrez de nouveau.
report-template-too-many = Ce fichier contient trop de choses une fois ouvert. Partez du modèle de la maison.
report-template-not-docx = Ce n'est pas un document Word (.docx) que l'on sait lire. Dans Word : Enregistrer sous, Document Word (.docx).
report-template-acts = Ce document contient un programme ou un objet collé ({ $part }). Retirez-le : un modèle n'a que du texte, des tableaux et des images.
report-template-link = Ce document renvoie à l'extérieur ({ $part }) : un lien, une image liée ou un modèle attaché. Retirez le lien, ou écrivez l'adresse en toutes lettres.
report-template-elsewhere = Un nom entre accolades est à un endroit où on ne peut pas le remplir ({ $part }). Mettez-le dans le texte, l'en-tête ou le pied de page.
report-template-field = Ce document contient un champ Word ({ $field }), près de « { $words } ». Remplacez-le par du texte. Les numéros de page sont permis.
report-template-faults = Ce modèle n'est pas gardé, et celui d'avant sert encore :
    { LINES($lines) }{ $more ->
        [0] {""}
       *[other] {" "}Autres choses à corriger : { $more }
    }
report-template-cannot-fill = On n'arrive pas à remplir ce document : il est abîmé, ou il lui manque une partie. Celui d'avant sert encore. Partez du modèle de la maison, et changez-le peu à peu.
report-template-fault = { $fault } { $place }
report-template-in-document = (texte, paragraphe { $number })
report-template-in-header = (en-tête, paragraphe { $number })
report-template-in-footer = (pied de page, paragraphe { $number })
report-template-in-footnotes = (notes, paragraphe { $number })
report-template-in-properties = (propriétés du fichier)
report-template-unknown = « { $name } » n'existe pas.
report-template-unknown-but = « { $name } » n'existe pas. Vouliez-vous « { $other } »?
report-template-no-line = « { $name } » : aucun tableau ne s'appelle « { $line } » ici. Il faut d'abord une ligne {"{"}%tr for { $line } in etapes.rows %{"}"}.
report-template-only-names = « { $words } » : entre les accolades, on met un nom et rien d'autre.
report-template-half = Des accolades ne vont pas par deux : « { $words } ».
report-template-not-closed = « { $words } » n'est pas fermé : il manque { $closing }.
report-template-closes-nothing = « { $words } » ne ferme rien.
report-template-kept = Le modèle { $name } est gardé : le prochain document Word du bilan sera fait avec lui.
report-template-dropped = Le document Word du bilan se fait de nouveau avec le modèle de la maison.
report-template-none = Aucun modèle n'est gardé : c'est déjà celui de la maison.
report-template-started = Un modèle à changer dans Word : { $file }
    Quand il est prêt : portevoix report template keep { $file }
report-template-tried = L'essai, avec une région fictive : { $file }
report-template-region = Région fictive (essai)
journal-report-template_kept = modèle du bilan gardé
journal-report-template_dropped = modèle du bilan retiré

# The chapter, read by those whom it is about. The five lines, told.
command-bilan-relire = envoyer le chapitre aux personnes dont il parle, deux semaines avant d'arrêter les chiffres
command-bilan-remarques = lire ce qu'elles en disent
command-bilan-envoyer = envoyer l'année en cinq lignes, aux membres puis à une table
example-bilan-relire = /bilan-relire 2026-2027
    Jusqu'à une autre date : /bilan-relire 2026-2027 2027-05-20. L'arrêter, la reprendre : /bilan-relire 2026-2027 arreter, puis reprendre
example-bilan-remarques = /bilan-remarques 2026-2027
example-bilan-envoyer = /bilan-envoyer 2026-2027 membres
    Ensuite, à une table où siègent des élus : /bilan-envoyer 2026-2027 Table des élus
report-reading-begun = Le chapitre { $year } part. On peut y répondre jusqu'au { DATE($until, form: "year") }. Personnes à qui il est envoyé : { $people }
report-reading-and-paper = { $said }
    À remettre sur papier : { $names }. Les lettres se font à l'ordinateur : portevoix report chapter --year { $year } --to lettres
report-reading-about = Le chapitre { $year } irait à celles et ceux de cette année-là, qui pourraient répondre jusqu'au { DATE($until, form: "year") }. Le { DATE($again) }, à 10 h, qui n'aura pas répondu le recevra une seconde et dernière fois. { $paper ->
        [0] {""}
        [one] À remettre sur papier : { $paper } personne, nommée plus bas avec la raison. Sa lettre se fait après.
       *[other] À remettre sur papier : { $paper } personnes, nommées plus bas avec la raison. Leurs lettres se font après.
    }
report-reading-longer = On peut répondre au chapitre { $year } jusqu'au { DATE($until, form: "year") }. Personne n'est prévenu.
report-reading-too-late = Ce jour est trop loin. Au plus tard : le { DATE($date, form: "year") }
report-letters-late = On ne répond plus au chapitre { $year } depuis le { DATE($until, form: "year") } : la lettre donnerait un jour passé. Donnez d'abord plus de temps : /bilan-relire { $year } { $later }
report-letters-no-contact = La lettre dit à qui téléphoner, et ce n'est pas réglé ici : CONTACT_NAME et CONTACT_PHONE sont vides. Aucune lettre n'est faite.
report-reading-frozen = Le bilan { $year } est arrêté : il est trop tard pour le faire relire.
report-reading-already = Le chapitre { $year } est déjà parti. On peut y répondre jusqu'au { DATE($until, form: "year") }. /bilan-remarques { $year }
report-reading-stopped = La relecture { $year } est arrêtée. Ce qui a déjà été dit reste dans /bilan-remarques { $year }. Personnes prévenues de ne pas répondre : { $people }. Pour la reprendre : /bilan-relire { $year } reprendre
report-reading-stopped-paper = { $said }
    À prévenir vous-même (sur papier) : { $names }
report-reading-not-stopped = La relecture { $year } n'a pas été arrêtée : il n'y a rien à reprendre. Pour l'envoyer : /bilan-relire { $year }
report-reading-past = Le dernier jour pour répondre, le { DATE($until, form: "year") }, est passé. Pour l'envoyer de nouveau : /bilan-relire { $year }
report-reading-resumed = La relecture { $year } reprend, jusqu'au { DATE($until, form: "year") }. Personnes à qui le chapitre est envoyé de nouveau : { $people }
journal-report-reading_stopped = relecture du chapitre { $year } arrêtée ({ $people })
journal-report-reading_resumed = relecture du chapitre { $year } reprise ({ $people })
report-reading-too-short = Il faut au moins deux semaines, et pas plus de deux mois. Au plus tôt : le { DATE($date, form: "year") }
report-reading-open = Le chapitre { $year } est encore entre les mains des personnes dont il parle, jusqu'au { DATE($until, form: "year") }. Après cette date : /bilan-arreter { $year }
report-reading-none = Le chapitre { $year } n'a pas été envoyé. /bilan-relire { $year }
report-remarks = Ce qu'on dit du chapitre { $year } (jusqu'au { DATE($until, form: "year") }) :
    { LINES($lines) }
    Disent que c'est juste : { $right }. N'ont pas répondu : { $silent }
report-remark-line = { $name } : { $words }
report-remarks-none = Aucune remarque.
report-remark-came = Une remarque est arrivée sur le chapitre { $year }. /bilan-remarques { $year }
report-letters-nobody = Personne ne lit le chapitre sur papier.
report-letters-ready = Lettres du chapitre prêtes : { $people }
report-letters-made = Lettres du chapitre : { $file }. Personnes : { $people }
report-told-already = Les cinq lignes { $year } sont déjà parties à tout le monde. Ensuite, à une table : /bilan-envoyer { $year } Table des élus
report-members-first = Les membres d'abord : /bilan-envoyer { $year } membres. Ensuite { $table }.
journal-report-reading_begun = chapitre { $year } envoyé à relire ({ $people })
journal-report-told = bilan { $year } en cinq lignes envoyé ({ $people })

# Marks.
report-hidden = masqué
report-not-recorded = non consigné
report-not-added = pas d'addition

# Sentences.
report-meetings = En { $year }, { $count ->
        [0] aucune rencontre n'a eu lieu.
        [1] une rencontre a eu lieu.
       *[other] { $count } rencontres ont eu lieu.
    }
report-meetings-project = { $count ->
        [1] Une autre a porté sur un projet.
       *[other] { $count } autres ont porté sur des projets.
    }
report-meetings-volunteering = { $count ->
        [1] Une autre était du bénévolat.
       *[other] { $count } autres étaient du bénévolat.
    }
report-there = { $count ->
        [0] Aucune personne qui connaît la pauvreté de l'intérieur n'y était
        [one] Des personnes qui connaissent la pauvreté de l'intérieur y étaient une fois
       *[other] Des personnes qui connaissent la pauvreté de l'intérieur y étaient { $count } fois
    }, { $noted ->
        [one] sur la seule dont la présence a été notée.
       *[other] sur les { $noted } dont la présence a été notée.
    }
report-several = { $count ->
        [1] Une fois, elles étaient plusieurs.
       *[other] { $count } fois, elles étaient plusieurs.
    }
report-not-noted = { $count ->
        [one] La présence n'a pas été notée pour une rencontre : elle n'est pas comptée.
       *[other] La présence n'a pas été notée pour { $count } rencontres : elles ne sont pas comptées.
    }
report-people = { $above } personnes différentes ont pris part aux discussions.
report-people-times = { $above } personnes différentes ont pris part aux discussions, pour { $times } présences.
report-people-hidden = Le nombre de personnes n'est pas publié : on pourrait reconnaître quelqu'un.
report-people-none = Personne n'a pris part aux discussions, d'après les présences notées.
report-people-unknown = Aucune présence n'a été notée : on ne sait pas qui a pris part aux discussions.
report-carried = { $above } personnes absentes ont fait porter leur parole. C'est une consultation, pas une présence.
report-carried-none = Aucune parole n'a été portée à distance cette année.
report-carried-hidden = Le nombre de personnes absentes dont la parole a été portée est masqué. C'est une consultation, pas une présence.
report-comments = { $count ->
        [1] Un commentaire a été reçu
       *[other] { $count } commentaires ont été reçus
    } : { $kept ->
        [one] { $kept } retenu
       *[other] { $kept } retenus
    }, { $not_kept ->
        [one] { $not_kept } non retenu
       *[other] { $not_kept } non retenus
    }, { $to_follow } à suivre.
report-comments-none = Aucun commentaire n'a été reçu cette année.
report-comments-waiting = { $count ->
        [1] Un attend encore sa réponse.
       *[other] { $count } attendent encore leur réponse.
    }
report-answered = Réponses données dans le délai promis : { $in_time } sur { $count }.
report-ahead = Le résumé est parti { $days } avant, au milieu des cas. Au moins 7 jours avant : { $early } fois sur { $held }.
report-ahead-none = Aucun résumé n'est parti avant les rencontres.
report-after = Le compte rendu simple est parti { $days } après, au milieu des cas.
report-allowance = L'allocation reconnue est de { $amount } ({ $above } personnes).
report-allowance-none = Aucune allocation n'a été reconnue.
report-allowance-hidden = L'allocation touche trop peu de personnes pour être publiée.
report-expenses = Les frais remboursés sont comptés à part : { $amount } ({ $above } personnes).
report-expenses-none = Aucuns frais n'ont été remboursés.
report-expenses-hidden = Les frais remboursés, comptés à part, touchent trop peu de personnes pour être publiés.
report-paid = { $amount } d'allocation ont été versés dans l'année ({ $above } personnes).
report-paid-none = Aucune allocation n'a été versée dans l'année.
report-paid-hidden = L'allocation versée dans l'année touche trop peu de personnes pour être publiée.
report-paid-delay = De la demande au paiement : { $days }, au milieu des cas.
report-informed = { $above } personnes ont reçu des nouvelles, des résumés ou des comptes rendus. Elles ont été informées : ce n'est pas prendre part.
report-informed-none = Personne n'a reçu de nouvelles, de résumé ni de compte rendu par cette ligne dans l'année.
report-informed-hidden = Le nombre de personnes informées (nouvelles, résumés, comptes rendus) est masqué. Être informé n'est pas prendre part.
report-envelopes-said = Les enveloppes dites pour l'année, tous les territoires ensemble, sont de { $amount }. L'allocation et les frais en sortent tous les deux.
report-envelopes-not-said = L'enveloppe de l'année n'a pas été consignée.
report-ladder = Chaque personne est comptée une fois, à l'étape la plus loin où elle s'est rendue dans l'année.
report-steps = Une rencontre peut porter sur plusieurs étapes : les lignes ne s'additionnent pas.
report-needs = Besoins nommés pour pouvoir venir, et combien de fois on y a vu d'avance.
report-needs-none = Aucun besoin pour venir n'est consigné.
report-days = { $count ->
        [0] le jour même
        [1] 1 jour
       *[other] { $count } jours
    }
report-days-tenths = { $count ->
        [one] { $count } jour
       *[other] { $count } jours
    }
report-days-before = { $days } plus tôt

# The document.
report-title = Participation des personnes qui connaissent la pauvreté de l'intérieur, { $year }
report-period = Du { DATE($first, form: "year") } au { DATE($last, form: "year") }, ces deux jours compris.
report-correction = La version { $version } corrige la précédente : { $reason }
report-correction-same = La version { $version } donne les mêmes chiffres que la précédente : aucun chiffre n'a changé. Raison donnée : { $reason }
report-method-same = Aucun chiffre n'a changé depuis la version précédente.
report-section-meetings = 1. Les rencontres
report-section-people = 2. Les personnes
report-section-steps = 3. Les étapes du travail
report-section-ladder = 4. Jusqu'où les personnes ont pris part
report-section-preparation = 5. Se préparer, avoir des nouvelles
report-section-words = 6. Ce qui a été dit, et ce qu'on en a fait
report-section-money = 7. Allocation et frais
report-section-payments = 8. Demandes et paiements
report-section-needs = 9. Les besoins pour venir
report-section-written = 10. Ce que l'année a appris
report-section-method = 11. Comment ces chiffres sont faits
report-text = { $name } : { $words }
report-text-learned = Ce qu'on a appris
report-text-hard = Ce qui a été difficile
report-text-changed = Ce qui a changé
report-text-next = La suite

# Labels.
report-kind-mechanism = Concertation
report-kind-project = Projets
report-kind-volunteering = Bénévolat
report-level-local = tables locales
report-level-regional = tables régionales
report-level-of-local = locale
report-level-of-regional = régionale
report-as-written = { $words }
report-page = Page
report-rate-participation = Participation, une demi-journée
report-rate-remote = Participation à distance
report-rate-transport-km = Auto, un kilomètre
report-rate-transport-fare = Transport payé (autobus, taxi)
report-rate-meal = Repas
report-rate-childcare = Garde
report-rate-other = Autres frais
report-rate-as-paid = au prix payé
report-rate-up-to = au prix payé, jusqu'à { $most } par rencontre
report-sheet-meetings = Rencontres
report-sheet-places = Tables réunies
report-sheet-territories = Territoires
report-sheet-people = Personnes et présences
report-sheet-steps = Étapes
report-sheet-ladder = Degrés de participation
report-sheet-preparation = Préparation et suivi
report-sheet-words = Commentaires
report-sheet-answers = Réponses
report-sheet-money = Allocation et frais
report-sheet-payments = Demandes et paiements
report-sheet-rates = Tarifs
report-sheet-needs = Besoins
report-sheet-support = Soutien
report-sheet-changes = Changements
report-sheet-definitions = Définitions
report-sheet-controls = Contrôles
report-level-not_recorded = niveau non consigné
report-of-kind = { $kind }, { $part }
report-place-of-kind = { $place } ({ $kind })
report-no-territory = Sans territoire
report-all-kinds = Toutes ensemble, chaque personne une fois
report-total = Total
report-step-portrait = Portrait
report-step-issues = Enjeux
report-step-priorities = Priorités
report-step-plan = Plan
report-step-selection = Choix des projets
report-step-action = Action
report-step-follow-up = Suivi
report-step-not-recorded = Étape non consignée
report-rung-consultation = Consultation : sa parole a été portée, et rien de plus
report-rung-discussion = Discussion : la personne était à une rencontre
report-rung-deliberation = Délibération : la rencontre a donné un avis
report-rung-collaboration = Collaboration : la personne a animé, formé, écrit ou suivi un projet
report-state-kept = Retenus
report-state-not_kept = Non retenus
report-state-to_follow = À suivre
report-state-waiting = En attente de réponse
report-words-read-as-promised = Lus à la rencontre promise
report-words-nameless = Sans nom
report-words-answered = Répondus
report-words-in-time = Répondus à temps
report-words-waiting-late = En retard d'une réponse
report-allowance-line = Allocation
report-expenses-line = Frais, total
report-slot-transport = Transport
report-slot-meal = Repas
report-slot-childcare = Garde
report-slot-other = Autres frais
report-line-r14-offered = Personnes à qui l'allocation a été offerte
report-line-r14-asked = Personnes qui ont fait une demande
report-line-r16-allowance = Allocation versée dans l'année
report-line-r16-expenses = Frais versés dans l'année
report-line-r16-claims-paid = Demandes de l'année payées
report-line-r16-to-decided = De la demande à la décision
report-line-r16-decided-to-paid = De la décision au paiement
report-line-r16-to-paid = De la demande au paiement
report-line-r16-waiting = Demandes en attente depuis plus de 30 jours
report-line-r16-refused = Demandes refusées
report-line-r17 = Exceptions acceptées

# Tables: their title, the head of their first column, then their columns.
report-table-meetings = Rencontres tenues, et personnes concernées présentes
report-table-meetings-line = Lieu de participation
report-table-territories = Par territoire
report-table-territories-line = Territoire
report-table-places = Les tables qui se sont réunies
report-table-places-line = Table
report-table-rates = Tarifs de l'année, les mêmes à toutes les tables
report-table-rates-line = Pour
report-table-people = Personnes différentes et présences
report-table-people-line = Lieu de participation
report-table-steps = Rencontres et personnes, par étape
report-table-steps-line = Étape
report-table-ladder = Personnes, par degré de participation
report-table-ladder-line = Degré
report-table-preparation = Délais, au milieu des cas
report-table-preparation-line = Lieu de participation
report-table-words = Commentaires
report-table-words-line = Ce qu'ils sont devenus
report-table-answers = Réponses aux commentaires
report-table-answers-line = Ce qui est compté
report-table-money = Montants reconnus
report-table-money-line = Poste
report-table-organisations = Petits organismes membres
report-table-organisations-line = Poste
report-sheet-organisations = Organismes membres
report-column-claimants = Demandeurs
report-note-organisations = Un organisme n'est pas une personne concernée : ces montants ne sont dans aucun autre tableau.
report-table-payments = Demandes et paiements
report-table-payments-line = Ce qui est compté
report-table-needs = Besoins
report-table-needs-line = Besoin
report-table-support = Soutien
report-table-support-line = Ce qui est compté
report-support-training = Personnes qui ont suivi une formation
report-support-accompaniment = Personnes accompagnées
report-support-envelope = Enveloppes de l'année, tous les territoires ensemble
report-support-survey = Questions du sondage qui ont eu des réponses
report-table-changes = Ce qui change de la version précédente
report-table-changes-line = Chiffre
report-table-definitions = Définitions
report-table-definitions-line = Chiffre
report-table-controls = Contrôles
report-table-controls-line = Total
report-column-held = Rencontres
report-column-noted = Présence notée
report-column-with = Avec des personnes concernées
report-column-several = Plusieurs
report-column-alone = Une seule
report-column-words-only = Leur parole seulement
report-column-people = Personnes
report-column-times = Présences
report-column-in-person = Sur place
report-column-remote = À distance
report-column-ahead = Résumé, avant
report-column-seven-days = 7 jours ou plus
report-column-none-ahead = Aucun résumé
report-column-read-plain = Relues
report-column-plain = En mots simples
report-column-after = Compte rendu, après
report-column-none-after = Aucun compte rendu
report-column-comments = Commentaires
report-column-amount = Montant
report-column-value = Valeur
report-column-needed = Fois nommé
report-column-met = Fois vues d'avance
report-column-before = Avant
report-column-after-correction = Maintenant
report-column-definition = Définition
report-column-control = Somme des lignes
report-column-kind = Ce qu'elle est
report-column-level = Niveau
report-column-territory = Territoire
report-column-since = À partir du
report-note-hidden = « masqué » : voir la section 11. Les lignes montrées ne font alors pas le total.
report-note-figures = Comment c'est compté : { $figures }, aux définitions, à la fin.
report-note-twice = Une personne peut compter dans deux territoires : les lignes ne s'additionnent pas.
report-note-kinds = La concertation, les projets et le bénévolat ne s'additionnent jamais. Chaque personne compte une fois.
report-note-steps = Une personne compte une fois par étape.
report-note-ladder = Être là ne prouve pas d'avoir été entendu : voyez la section 6.
report-note-money = L'allocation reconnaît le temps donné; les frais rendent de l'argent dépensé. Ils ne s'additionnent pas.

# Method.
report-method-cut = Les faits sont pris tels qu'ils étaient le { DATE($when, form: "year") } à { TIME($when) } : ce qui est venu après ne compte pas. Le bilan est arrêté, et les textes pris, le { DATE($frozen, form: "year") }.
report-method-hidden = Un chiffre qui touche de 1 à 4 personnes est masqué. D'autres le sont avec lui, pour qu'une soustraction ne le rende pas. Un zéro est montré. Le nombre de commentaires de l'année aussi, car il ne parle de personne.
report-method-silence = Une présence qui n'a pas été notée n'est ni une présence ni une absence. Un commentaire n'est jamais une présence.
report-method-kinds = Une table dont personne n'a dit ce qu'elle est compte dans la concertation.
report-method-missing = Non consigné : { $names }.
report-method-digest = Empreinte de ces chiffres (SHA-256 du fichier JSON) : { $digest }
report-missing-training = la formation
report-missing-accompaniment = l'accompagnement
report-missing-envelope = les enveloppes
report-missing-survey = le sondage
report-figure = { $figure }
report-figure-at = { $figure } ({ $places })
report-place = { $dimension } { $label }
report-control-levels = Rencontres par niveau ({ $kind })
report-control-modes = Présences par manière ({ $kind })
report-control-words = Commentaires, par ce qu'ils sont devenus
report-control-expenses = Frais, par poste
report-control-equal = égale au total
report-control-hidden = des parties sont masquées
report-control-differs = différente du total : à vérifier

# Definitions, one for each figure. The version of the definitions moves with them.
report-define-r1 = Rencontres tenues dans l'année, par lieu de participation, niveau et territoire; tables qui se sont réunies.
report-define-r2 = De celles-là, les rencontres dont au moins une présence ou une absence a été notée.
report-define-r3 = De celles-là, les rencontres où au moins une personne concernée était là; où elles étaient plusieurs; où une seule était là; où il n'y avait que leur parole.
report-define-r4 = Personnes différentes qui avaient le rôle ce jour-là et qui étaient là, sur place, au téléphone ou par vidéo. Chacune compte une fois.
report-define-r5 = Présences de ces personnes; une personne peut en avoir plusieurs.
report-define-r6 = Rencontres et personnes différentes, selon l'étape des points de l'ordre du jour.
report-define-r7 = Personnes différentes dont la parole a été portée à une rencontre, pour toute l'organisation et toute l'année.
report-define-r8 = Chaque personne, au degré le plus haut qu'elle a atteint dans l'année. Avoir été informée est compté à part.
report-define-r9 = Jours entre le premier rappel parti et la rencontre : celui du milieu; 7 ou plus; aucun parti.
report-define-r10 = Rencontres annoncées sans aucun mot difficile, de celles qui ont été relues.
report-define-r11 = Jours entre la fin d'une rencontre et son compte rendu simple : celui du milieu; aucun parti.
report-define-r12 = Commentaires confirmés et non retirés, selon ce qui en a été décidé. Ils comptent à la date de leur rencontre.
report-define-r13 = Commentaires répondus; de ceux-là, répondus au jour promis; en retard à la date d'arrêt.
report-define-r14 = Personnes à qui l'allocation a été offerte; personnes qui ont fait une demande.
report-define-r15 = Lignes de demandes approuvées, payées ou reçues : l'allocation, sur place et à distance ensemble; à part, les frais par poste.
report-define-r16 = Montants versés dans l'année, par date de paiement; demandes des activités de l'année payées et refusées, avec leurs délais; demandes en attente depuis plus de 30 jours.
report-define-r17 = Tarifs en vigueur un jour de l'année au moins; lignes acceptées au-delà de ces tarifs.
report-define-r18 = Fois où une personne concernée a nommé un besoin pour venir; combien de ces fois la coordination a noté qu'elle y avait vu (/besoin). Après leur effacement, ils restent un nombre par rencontre, de personne.
report-define-r19 = Personnes concernées différentes qui ont suivi une formation; qui ont été accompagnées un jour de l'année; enveloppes dites pour l'année; sondage sans nom, combien de personnes ont donné chaque réponse.

# Journal.
journal-report-frozen = bilan { $year } arrêté, version { $version }
journal-report-corrected = bilan { $year } corrigé, version { $version }
journal-report-written = texte du bilan { $year } écrit : { $name }
journal-report-put_back = texte d'avant remis dans le bilan { $year } : { $name }
journal-report-remarks_settled = remarques sur le chapitre { $year } réglées ({ $count })
journal-report-exported = fichiers du bilan { $year } faits, version { $version }
journal-value-name-learned = ce qu'on a appris
journal-value-name-hard = ce qui a été difficile
journal-value-name-changed = ce qui a changé
journal-value-name-next = la suite
journal-thing-report = bilan { $number }

# Figures as they are written, and what a chart says to whoever hears it.
report-number = { $number }
report-chart = { $title } : { $said }
report-bar = { $label } : { $column }
report-chart-line = { $label } : { $value }

# Tables, territories, envelopes: said once, so that each year's report knows.
command-table = ce que sont les tables : concertation, projet ou bénévolat, locale ou régionale
command-territoire = les territoires, et leurs autres noms
command-enveloppe = ce que chaque territoire peut dépenser dans l'année
example-table = /table
    Ce qu'est une table : /table COCO : concertation, locale, Grande-Anse. Un autre nom : /table COCO = Comité COCO
example-territoire = /territoire
    Un nouveau : /territoire Grande-Anse. Un autre nom : /territoire Grande Anse = Grande-Anse. Deux qui n'en font qu'un : /territoire Anse > Grande-Anse. Le défaire : /territoire Grande-Anse < Anse
example-enveloppe = /enveloppe 2026-2027
    La dire : /enveloppe Grande-Anse 2026-2027 3000
report-tables = Les tables :
    { LINES($lines) }
report-no-tables = Aucune table encore.
report-table-line = { $name } : { $kind }, { $level }, { $territory }
report-described = C'est noté. { $line }
report-what-is-it = « { $words } » : une table est concertation, projet ou bénévolat; locale ou régionale.
report-no-such-table = Aucune table ne s'appelle « { $name } ». Toutes les tables : /table
report-territories = Les territoires :
    { LINES($lines) }
report-no-territories = Aucun territoire encore.
report-territory-others = { $name } (aussi écrit { $others })
report-territory-known = Le territoire { $name } est déjà sur la liste.
report-territory-added = Le territoire { $name } est sur la liste.
report-territory-taken = { $name } est un autre territoire. S'ils n'en font qu'un : /territoire { $before } > { $name }
report-territory-renamed = { $before } s'appelle maintenant { $name }, partout. L'ancien nom est encore compris.
report-merge-widens = { $names } ne coordonne qu'un de ces territoires : les réunir lui montrerait les gens de l'autre. Ce qui élargit un droit se fait sur l'ordinateur : portevoix report merge-territories
report-merge-about = { $before } disparaît dans { $name } : { $people } fiches, { $tables } tables et { $envelopes } enveloppes y passent. { $limited ->
        [0] Personne n'en voit plus qu'avant.
       *[other] { $names } verra les deux.
    } Une erreur se défait pendant trente jours : /territoire { $name } < { $before }
report-unmerge-about = { $before } redevient un territoire à part de { $name }, avec { $people } fiches et { $tables } tables : celles qui en étaient et qu'on n'a pas changées depuis.
report-territories-unmerged = { $before } est de nouveau à part de { $name }.
report-not-merged = { $apart } n'a pas été réuni à { $name } dans les trente derniers jours, ou un autre l'a été depuis.
report-territories-merged = { $before } et { $name } ne font plus qu'un : { $name }.
report-territory-same = C'est le même territoire : { $name }.
report-no-such-territory = « { $name } » n'est pas sur la liste des territoires ({ $known }). Pour l'ajouter : /territoire { $name }
report-bad-amount = « { $words } » n'est pas un montant. Écrivez-le ainsi : 3000 ou 3000,50
report-envelope-set = Enveloppe de { $name }, { $year } : { $amount }.
report-envelopes = Enveloppes { $year }, allocations et frais ensemble :
    { LINES($lines) }
report-no-envelopes = Aucune enveloppe n'a été dite pour cette année. /enveloppe Grande-Anse 2026-2027 3000
report-envelope-line = { $name } : { $spent } reconnus sur { $amount }, il reste { $left }
report-envelope-over = { $name } : { $spent } reconnus sur { $amount }, { $over } de trop
report-envelope-told = { $percent } % d'une enveloppe sont dépensés. { $line }
journal-report-described = table décrite : { $kind }, { $level }
journal-report-territory_added = territoire ajouté
journal-report-territory_renamed = territoire renommé
journal-report-territories_merged = deux territoires n'en font plus qu'un : { $before } dans { $name }
journal-report-territories_unmerged = de nouveau à part : { $before }, de { $name }
journal-report-envelope_set = enveloppe { $year } : { $cents }
journal-value-kind-mechanism = concertation
journal-value-kind-project = projet
journal-value-kind-volunteering = bénévolat
journal-value-level-local = locale
journal-value-level-regional = régionale
journal-thing-roundtable = table { $number }
journal-thing-territory = territoire { $number }

# The yearly survey, on paper or by phone.
command-sondage = le sondage de l'année : les questions, et les réponses à compter
example-sondage = /sondage
    L'envoyer sur les téléphones : /sondage 2026-2027 envoyer. L'arrêter, le reprendre : /sondage 2026-2027 arreter, puis reprendre
    Sur papier, une feuille par ligne, un chiffre par question, - pour une question passée : /sondage 2026-2027 4 3 3 2 - 3 4 4
    Notée par erreur : /sondage 2026-2027 retirer 4 3 3 2 - 3 4 4
report-survey-page = Le sondage de l'année, sur papier ou au téléphone, sans nom. On peut passer une question, ou s'arrêter.
    { LINES($lines) }
    Pour compter les réponses : /sondage 2026-2027 4 3 3 2 - 3 4 4. Pour l'envoyer sur les téléphones : /sondage 2026-2027 envoyer
report-survey-line = { $number }. { $question }
report-survey-how = Une feuille par ligne, { $count } chiffres par feuille, - pour une question passée : 4 3 3 2 - 3 4 4
report-survey-length = « { $words } » a { $found } réponses; il en faut { $count }, dans l'ordre, avec - pour une question passée.
report-survey-answer = « { $words } » n'est pas une réponse à la question { $number } : de 1 à { $most }, ou -
report-survey-empty = « { $words } » : toutes les questions sont passées, il n'y a rien à compter.
report-survey-noted = C'est compté pour { $year }. Feuilles : { $sheets }. Les résultats se lisent quand l'année est arrêtée.
report-survey-dropped = C'est retiré de { $year }. Feuilles : { $sheets }
report-survey-not-there = Ces réponses ne sont pas toutes dans le compte : rien n'est retiré.
report-survey-closed = Le bilan { $year } est arrêté : son sondage est fermé.
journal-report-survey_noted = sondage { $year } : feuilles comptées ({ $sheets })
journal-report-survey_dropped = sondage { $year } : feuilles retirées ({ $sheets })
report-table-survey = Sondage : combien ont donné chaque réponse
report-table-survey-line = Question
report-sheet-survey = Sondage
report-column-one = 1
report-column-two = 2
report-column-three = 3
report-column-four = 4
report-column-answered = Ont répondu
report-no-answer = —
report-note-survey = Sans nom; on pouvait passer une question. Répondre à un sondage est une consultation.
report-survey-heard = Dans les rencontres, vous sentez-vous écouté? 1 jamais, 2 parfois, 3 souvent, 4 toujours
report-survey-what-became = Savez-vous ce qu'on a fait de ce que vous avez dit? 1 non, 2 un peu, 3 oui
report-survey-understood = Pendant les rencontres, vous comprenez : 1 presque rien, 2 une partie, 3 presque tout, 4 tout
report-survey-changed = Votre avis a-t-il changé quelque chose cette année? 1 non, 2 je ne sais pas, 3 un peu, 4 oui
report-survey-in-time = Avant les rencontres, l'information arrive : 1 trop tard, 2 de justesse, 3 à temps
report-survey-support = L'autobus, la garde, le repas, l'allocation : 1 un problème, 2 correct, 3 bien
report-survey-real-needs = Les projets choisis répondent-ils aux vrais besoins des gens? 1 non, 2 un peu, 3 assez, 4 oui
report-survey-purpose = Savez-vous à quoi sert le comité? 1 non, 2 un peu, 3 assez, 4 oui
report-freeze-late = { $about }
    Attention : { $late }
report-freeze-remarks = { $about }
    Attention : des remarques sur le chapitre n'ont pas été réglées, de { $names }. D'abord : /bilan-remarques { $year }
report-remark-waits = { $name } : { $words } (à régler)
report-remarks-waiting = { $said }
    { $count ->
        [1] Une remarque attend. Quand c'est corrigé, ou qu'il n'y a rien à corriger :
       *[other] { $count } remarques attendent. Quand c'est corrigé, ou qu'il n'y a rien à corriger :
    } /bilan-remarques { $year } reglees
report-remarks-settled = { $count ->
        [1] Une remarque sur le chapitre { $year } est réglée. Ses mots restent.
       *[other] { $count } remarques sur le chapitre { $year } sont réglées. Leurs mots restent.
    }
report-remarks-none-wait = Aucune remarque n'attend sur le chapitre { $year }. Pour les lire : /bilan-remarques { $year }
report-wait-remarks = { $count ->
        [1] Une remarque à lire sur le chapitre { $year }
       *[other] { $count } remarques à lire sur le chapitre { $year }
    }
report-texts = Les quatre textes du bilan { $year } :
    { LINES($lines) }
    Pour écrire : /bilan-ecrire { $year } appris On a compris que...
report-text-not-written = (pas écrit)
report-written-over = { $said }
    Avant, il y avait : « { $before } »
    Pour le remettre : /bilan-ecrire { $year } { $name ->
        [learned] appris
        [hard] difficile
        [changed] change
       *[next] suite
    } remettre
report-put-back = Le texte d'avant est remis dans le bilan { $year }. { $name } : { $words }
report-nothing-to-put-back = Il n'y a pas de texte d'avant à remettre. { $name }, { $year } : /bilan-ecrire { $year }
report-freeze-about = Le bilan { $year } serait arrêté : ce qui était connu le { $when } ne bouge plus. Une correction fera une autre version.
report-freeze-unread = Le bilan { $year } serait arrêté : ce qui était connu le { $when } ne bouge plus. Attention : les personnes dont il parle ne l'ont pas relu. D'abord : /bilan-relire { $year }
report-correct-about = Le bilan { $year } aurait une version { $version }, avec cette raison, imprimée : { $reason }
    Ce qui change de peu y serait masqué, pour que personne ne soit reconnu.
    { $what ->
        [figures] Chiffres imprimés qui changent : { $figures }.
        [texts] Attention : aucun chiffre n'a changé depuis la version { $before }. Seuls les textes changent.
       *[nothing] Attention : aucun chiffre n'a changé depuis la version { $before }, ni aucun texte. La nouvelle version dirait la même chose, avec une raison de plus. Pour changer quelque chose, corrigez-le d'abord (/presence, /demande, /bilan-ecrire).
    }
report-reading-empty = Aucune rencontre n'est notée pour { $year } : il n'y a rien à faire relire. Exemple : /bilan-relire 2026-2027

# The same survey, put to people on their phones.
survey-sent = Le sondage { $year } part, une question à la fois. On peut y répondre jusqu'au { DATE($until, form: "year") }. Personnes à qui il est envoyé : { $people }. Les réponses sont comptées sans nom.
survey-sent-paper = { $said }
    Sur papier ou au téléphone, avec /sondage : { $names }
survey-sent-already = Le sondage { $year } est déjà parti (jusqu'au { DATE($until, form: "year") }). L'arrêter : /sondage { $year } arreter. Le reprendre : /sondage { $year } reprendre
survey-empty-year = Aucune rencontre n'est notée pour { $year } : il n'y a personne à qui envoyer le sondage. Exemple : /sondage 2026-2027 envoyer
survey-bad-day = Il faut au moins cinq jours pour répondre, et pas plus de deux mois. Au plus tôt : le { DATE($date, form: "year") }
survey-not-sent = Aucun sondage { $year } n'est en cours. Pour l'envoyer : /sondage { $year } envoyer
survey-not-stopped = Le sondage { $year } n'a pas été arrêté : il n'y a rien à reprendre. Pour l'envoyer : /sondage { $year } envoyer
survey-past = Le dernier jour pour répondre, le { DATE($until, form: "year") }, est passé. D'autres réponses se notent sur papier : /sondage
survey-stopped = Le sondage { $year } est arrêté; ce qui a été répondu reste compté. Personnes prévenues de ne pas répondre : { $people }. Pour le reprendre : /sondage { $year } reprendre
survey-resumed = Le sondage { $year } reprend, jusqu'au { DATE($until, form: "year") }. Personnes à qui leur question est posée de nouveau : { $people }
survey-open = On peut encore répondre au sondage { $year }, jusqu'au { DATE($until, form: "year") }. Après cette date : /bilan-arreter { $year }. Ou : /sondage { $year } arreter
journal-report-survey_sent = sondage { $year } envoyé ({ $people })
journal-report-survey_stopped = sondage { $year } arrêté ({ $people })
journal-report-survey_resumed = sondage { $year } repris ({ $people })

# The rows behind the figures, for a coordinator's eyes.
report-behind-meetings = Rencontres
report-behind-presences = Présences
report-behind-comments = Commentaires
report-behind-claims = Demandes acceptées
report-behind-payments = Demandes payées dans l'année
report-behind-needs = Besoins nommés
report-behind-about-meetings = Ce sont les rencontres tenues de l'année (R1 à R3).
report-behind-about-presences = Une ligne par personne concernée et par rencontre où elle était (R4 et R5).
report-behind-about-comments = Les commentaires des rencontres de l'année, sauf ceux qui ont été retirés (R12 et R13).
report-behind-about-claims = Les demandes acceptées, avec ce qui y est de l'année (R15). L'allocation et les frais ne s'additionnent pas.
report-behind-about-payments = Les demandes payées dans l'année, avec tout ce qu'elles contiennent (R16). L'allocation et les frais ne s'additionnent pas.
report-behind-about-needs = Une ligne par personne concernée et par rencontre pour laquelle elle avait un besoin (R18).
report-behind-title = { $what }, { $year } : { $count ->
        [0] aucune ligne
        [one] { $count } ligne
       *[other] { $count } lignes
    }
report-behind-cut-frozen = Du bilan arrêté, tel que connu le { DATE($when, form: "year") } à { TIME($when) } : ce qui a changé depuis n'y est pas. Pour vous seulement : le bilan masque les petits nombres.
report-behind-cut = Tel que connu le { DATE($when, form: "year") } à { TIME($when) }. Pour vous seulement : le bilan masque les petits nombres.
report-behind-different = Personnes différentes : { $people }
report-behind-none = Aucune ligne pour cette année.
report-behind-total = Total
report-behind-column-meeting = Rencontre
report-behind-column-kind = Lieu
report-behind-column-noted = Présence notée
report-behind-column-there = Personnes concernées présentes
report-behind-column-person = Personne
report-behind-column-how = Comment
report-behind-column-comment = Commentaire
report-behind-column-decision = Réponse de la table
report-behind-column-claim = Demande
report-behind-column-day = Jour
report-behind-column-state = État
report-behind-column-allowance = Allocation
report-behind-column-expenses = Frais
report-behind-column-paid-on = Payée le
report-behind-column-needs = Besoins
report-behind-yes = oui
report-behind-no = non
report-behind-waiting = pas encore de réponse
report-behind-number = no { $number }
report-behind-claim = no { $number }, { $name }
report-behind-day = { DATE($date, form: "year") }
report-behind-list = { $names }
report-behind-of-nobody = (effacé avec le temps : le nombre reste)
