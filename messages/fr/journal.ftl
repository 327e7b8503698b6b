### Not for basic phones: coordinators read these on Telegram or in the shell.

journal-list = { LINES($lines) }
journal-none = Rien au journal pour cela.
journal-more = ... il y en a avant. La suite : /journal { $before }
journal-line = { DATE($when, form: "year") } { TIME($when) } - { $words }
journal-line-day = { DATE($date, form: "year") } - { $words }
journal-who-what = { $who } : { $what }
journal-who-about = { $who }, au sujet de { $subject }
journal-what-of = { $what } ({ $thing })
journal-other-act = { $act }
journal-system = Porte-voix
journal-installation = installation
journal-by-shell = { $name } (à l'ordinateur)
journal-erased = une personne effacée
journal-unnamed = une personne sans nom

journal-thing-meeting = rencontre { $number }
journal-thing-import = import no { $number }
journal-thing-comment = commentaire no { $number }
journal-thing-claim = demande no { $number }
journal-thing-payment = paiement { $number }
journal-thing-broadcast = envoi { $number }
journal-thing-digest = infolettre { $number }
journal-thing-item = nouvelle { $number }
journal-thing-task = appel { $number }
journal-thing-delivery = message { $number }

# What was exchanged, counted: never what was said.
journal-talked = messages reçus : { $received }, réponses : { $sent }
journal-sent = Porte-voix : { $kind }, { $channel } : { $status }
journal-exchanged = Ce jour-là : { $received ->
        [one] { $received } message reçu
       *[other] { $received } messages reçus
    }, { $sent ->
        [one] { $sent } envoyé
       *[other] { $sent } envoyés
    } ({ $fates })
journal-fate = { $status } : { $count }
journal-nothing = aucun

# The entries of the journal itself.
journal-journal-seen = a regardé le journal
journal-journal-exported = a exporté : { $what }
journal-journal-backed_up = copie de sécurité faite : { $rows ->
        [one] { $rows } ligne
       *[other] { $rows } lignes
    }, { $files ->
        [one] { $files } fichier
       *[other] { $files } fichiers
    }
journal-journal-restored = copie de sécurité remise : { $rows ->
        [one] { $rows } ligne
       *[other] { $rows } lignes
    }, { $files ->
        [one] { $files } fichier
       *[other] { $files } fichiers
    }
journal-journal-moved = données déplacées : { $rows ->
        [one] { $rows } ligne
       *[other] { $rows } lignes
    }
journal-journal-replayed = { $messages ->
        [one] { $messages } message mis de côté, repris
       *[other] { $messages } messages mis de côté, repris
    }
journal-journal-anchored = sceaux du journal notés hors de la base{ $again ->
        [1] {" "}(journal repris comme il était)
       *[other] {""}
    }
journal-journal-drilled = copie de sécurité essayée : { $rows ->
        [one] { $rows } ligne
       *[other] { $rows } lignes
    }, { $files ->
        [one] { $files } fichier
       *[other] { $files } fichiers
    }

# Codes kept in the entries, in words.
journal-value-kind-reply = réponse
journal-value-kind-reminder = rappel
journal-value-kind-digest = infolettre
journal-value-kind-announcement = annonce
journal-value-kind-notice = avis
journal-value-kind-consent = demande d'accord
journal-value-kind-alert = alerte
journal-value-kind-words = mots de quelqu'un, montrés à la coordination
journal-value-kind-survey = sondage
journal-value-kind-all = tout
journal-value-field-roundtables = les tables
journal-value-field-roles = les rôles
journal-value-field-consent = le consentement
journal-value-field-addresses = les adresses où l'on écrit
journal-value-field-other_phones = les numéros à appeler
journal-value-field-postal_address = l'adresse postale
journal-value-field-channel = le moyen choisi
journal-value-field-territory = le territoire
journal-value-field-language = la langue
journal-value-field-name = le nom
journal-value-kind-own = son propre refus, sur un téléphone partagé
journal-value-kind-reminders = les rappels
journal-value-kind-surveys = les sondages
journal-value-channel-sms = par texto
journal-value-channel-telegram = par Telegram
journal-value-channel-email = par courriel
journal-value-channel-post = par la poste
journal-value-channel-call = par un appel
journal-value-status-queued = en attente
journal-value-status-claimed = en attente
journal-value-status-started = en route
journal-value-status-retrying = on réessaie
journal-value-status-sent = envoyé
journal-value-status-delivered = livré
journal-value-status-failed = échoué
journal-value-status-unknown = peut-être arrivé
journal-value-status-missed = trop tard
journal-value-status-cancelled = annulé
journal-value-answer-coming = vient
journal-value-answer-absent = ne vient pas
journal-value-answer-maybe = peut-être
journal-value-answer-none = pas de réponse
journal-value-decision-kept = retenu
journal-value-decision-not_kept = pas retenu
journal-value-decision-to_follow = à suivre
journal-value-outcome-P = parlé
journal-value-outcome-M = message laissé
journal-value-outcome-R = à rappeler
journal-value-outcome-N = mauvais numéro
journal-value-outcome-F = fermé
journal-value-outcome-E = répondu par écrit
journal-value-what-journal = le journal
journal-value-what-deliveries = les messages envoyés
journal-value-what-people = les personnes
journal-value-what-comments = les commentaires
journal-value-what-claims = les demandes
journal-value-what-meetings = les rencontres
journal-value-what-consents = les accords

# Refused, with what to write instead.
journal-no-such-person = Personne ici ne s'appelle { $name }. Exemples : /journal Lise, /journal rencontre 12, /journal 2026-12-08
journal-which-person = Plusieurs personnes ont ce nom : { $names }. Laquelle? Son numéro suffit : /journal no 14
journal-no-such-meeting = Il n'y a pas de rencontre { $number }. Pour les voir : /rencontres
journal-bad-day = { $day } n'est pas une date. Exemple : 2026-12-08

journal-export-how =
    Un export se fait sur l'ordinateur, pour que la liste ne reste pas dans un clavardage :
    portevoix export deliveries --to messages.xlsx
    Au choix : journal, deliveries, people, comments, claims, meetings, consents. Dates : --since 2026-12-01 --until 2026-12-31

export-done = Export fait : { $what }, { $rows ->
        [one] { $rows } ligne
       *[other] { $rows } lignes
    }. Fichier : { $file }
export-cannot-write = Impossible d'écrire { $file } : { $reason }. Choisissez un autre endroit, par exemple : --to messages.xlsx

journal-verified = Le journal est entier : { $checked ->
        [one] { $checked } ligne scellée
       *[other] { $checked } lignes scellées
    }, { $waiting } en attente. Dernier sceau : { $seal }
journal-broken-changed = La ligne { $number } du journal a été changée après coup. { $checked ->
        [one] { $checked } ligne avant elle est intacte
       *[other] { $checked } lignes avant elle sont intactes
    }.
journal-broken-missing = Il manque des lignes au journal, juste avant la ligne { $number }. { $checked ->
        [one] { $checked } ligne est intacte
       *[other] { $checked } lignes sont intactes
    }.
journal-broken-end = Il manque des lignes à la fin du journal : le sceau noté n'y est plus. { $checked ->
        [one] { $checked } ligne est là
       *[other] { $checked } lignes sont là
    }.
journal-broken-noted = Le journal a été récrit : à la ligne { $number }, le sceau n'est plus celui qui avait été noté.
journal-broken-backdated = La ligne { $number } du journal a été ajoutée après coup : elle porte une date d'avant les lignes qu'elle suit.
journal-broken-beginning = Le journal est vide, et pourtant des gens sont inscrits : ses lignes ont été effacées.
journal-lines = { LINES($lines) }
journal-by-hand = Le sceau que vous avez donné est bien là : { $seal }
journal-anchor = Comparé aux sceaux notés hors de la base, jusqu'à la ligne { $place } : { $file }
journal-anchor-begun = Ces sceaux sont notés depuis le { DATE($date, form: "year") } (ligne { $place }) : ce qui est plus ancien n'est comparé à rien.
journal-anchor-again = Attention : le { DATE($date, form: "year") }, quelqu'un a repris le journal comme il était (ligne { $place }). Ce qui est plus ancien n'est pas vérifié.
journal-anchor-restored = Le { DATE($date, form: "year") }, une copie de sécurité a été remise (ligne { $place }) : ce qui avait été noté avant ne compte plus.
journal-no-anchor = Rien ne prouve que le journal est entier : le fichier des sceaux n'est pas là ({ $file }). Remettez-le, ou donnez un sceau noté ailleurs (--seal 412:9f2c71ab). S'il n'y en a jamais eu : portevoix journal anchor
journal-anchor-changed = Le fichier des sceaux a été changé à la ligne { $line } ({ $file }), ou une autre clé l'a signé. Comparez avec un sceau noté ailleurs : portevoix journal verify --seal 412:9f2c71ab. Remettez la copie que vous en avez.
journal-anchor-cannot = Le fichier des sceaux ne peut pas être lu ni écrit ({ $file }) : { $reason }.
journal-anchor-there = Les sceaux sont déjà notés ({ $file }). Pour repartir de zéro, même si le journal n'est pas entier : portevoix journal anchor --again
journal-anchor-sure = Prendre le journal comme il est, même s'il n'est pas entier? Ce qui est plus ancien ne sera plus vérifié.
journal-anchored = Les sceaux du journal sont notés ici : { $file }. Dernier sceau : { $seal }
journal-bad-seal = { $seal } n'est pas un sceau. Exemple : --seal 412:9f2c... (tel que le donne portevoix journal verify)

command-journal = voir ce qui s'est passé
command-exporter = comment exporter vers un tableur
example-journal = /journal Lise
example-exporter = /exporter

journal-value-kind-question = question
journal-value-kind-minutes = compte rendu
journal-value-kind-letter = lettre
journal-value-kind-fallback = explication
