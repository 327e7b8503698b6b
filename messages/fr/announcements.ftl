### Not for basic phones: coordinators read these on Telegram or in the shell.
announcements-ask-audience = À qui? Exemples : tous, membres, experts, table COCO, territoire Grande-Anse, sms, sans-reponse 12
announcements-everyone = tous
announcements-members = membres
announcements-experts = experts
announcements-ask-words = Quel texte? Le plus important d'abord. { "{name}" } sera remplacé par le prénom.
announcements-ask-language = Et en { $language }? Écrivez le texte, ou choisissez :
announcements-bad-language = Langue inconnue : { $language }. Langues : { $known }. Exemple : --text-in "es=Hola {"{"}name{"}"}"
announcements-one-language = ce n'est pas nécessaire
announcements-ask-when = Quand? Exemple : mardi 8 décembre 10h
announcements-now = maintenant
announcements-unclear-when = Je n'ai pas compris. Exemple : mardi 8 décembre 10h
announcements-past = Cette heure est passée. Exemple : mardi 8 décembre 10h
announcements-retype = Pour envoyer, écrivez le nombre de personnes : { $people }
announcements-retype-again = Écrivez exactement { $people } pour envoyer, ou choisissez « ne pas envoyer ».
announcements-do-not-send = ne pas envoyer
announcements-dropped = D'accord, rien n'est envoyé.
announcements-empty = Il manque le texte. Exemple : /annonce tous, puis le texte sur la ligne suivante
announcements-too-long = Le texte a { $length } caractères. Le maximum est { $longest }.
announcements-unknown-variable = Je ne sais pas quoi mettre à la place de { $variable }. Seul { "{name}" } est remplacé, par le prénom. Exemple : Bonjour { "{name}" }, le local est fermé demain.
announcements-nobody = Personne ne peut recevoir cet envoi. Vérifiez à qui il s'adresse. Exemple : tous
announcements-count-changed = Le nombre de personnes a changé : { $before } avant, { $now } maintenant. Recommencez pour voir le bon aperçu.
announcements-second-asked = { $name } demande votre accord pour l'envoi no { $number }. Personnes : { $people }. Pour accepter : /approuver { $number }. Pour arrêter : /annuler { $number }
    ———
    { $words }
announcements-waits-second = L'envoi no { $number } attend une deuxième personne de la coordination. Elle écrit : /approuver { $number }
announcements-sending = Envoi no { $number } : { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    }. Pour arrêter : /annuler { $number }
announcements-scheduled = Envoi no { $number } : { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    }, { $when }. Pour arrêter : /annuler { $number }
announcements-held = Envoi no { $number } : { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    }. Rien ne part entre { $quiet_from } et { $quiet_to } : ce sera { $when }. Pour arrêter : /annuler { $number }
announcements-leaves = Départ : { $when }.
announcements-approved-second = L'envoi no { $number } est approuvé, il part à son heure.
announcements-not-waiting = L'envoi no { $number } n'attend pas d'approbation. Pour voir : /envois { $number }
announcements-not-own = Une autre personne doit approuver l'envoi no { $number }.
announcements-stopped = Envoi no { $number } arrêté. Déjà partis : { $sent }. Ne partiront pas : { $stopped }.
announcements-already-over = L'envoi no { $number } est fini : il n'y a plus rien à arrêter.
announcements-not-begun = L'envoi no { $number } n'est pas encore parti : il n'y a rien à mettre en pause. Pour l'arrêter : /annuler { $number }
announcements-already-paused = L'envoi no { $number } est déjà en pause. Pour reprendre : /reprendre { $number }
announcements-paused = Envoi no { $number } en pause. Pour reprendre : /reprendre { $number }
announcements-resumed = Envoi no { $number } repris.
announcements-not-paused = L'envoi no { $number } n'est pas en pause.
announcements-no-such-broadcast = Il n'y a pas d'envoi no { $number }.
announcements-none-under-way = Aucun envoi n'est en cours : il n'y a rien à arrêter. Pour voir les envois : /envois
announcements-which-broadcast = Quel envoi? En cours : { $numbers }. Exemple : /annuler 12
announcements-progress = Envoi no { $number }, { $total ->
        [one] { $total } message
       *[other] { $total } messages
    } : en attente { $queued }, en route { $started }, partis { $sent }, ratés { $failed }, peut-être arrivés { $unknown }, autres { $other }.
announcements-meant-for = À qui : { $to }
announcements-failed-one = { $name } : { $why }
announcements-shown = { $progress }
    Ne l'ont pas reçu, et pourquoi :
    { LINES($lines) }{ $more ->
        [0] {""}
       *[other] {" "}({ $more } autres. Tous les noms : le bureau)
    }
announcements-of-territory = De votre territoire ({ $territory }) : { $people ->
        [one] { $people } personne.
       *[other] { $people } personnes.
    }{ $others ->
        [0] {""}
        [one] {" "}1 autre n'en est pas, ou est sans territoire : elle n'est ni comptée ni jointe.
       *[other] {" "}{ $others } autres n'en sont pas, ou sont sans territoire : elles ne sont ni comptées ni jointes.
    }
announcements-left-out-count = Rien n'a été écrit à { $people ->
        [one] { $people } personne.
       *[other] { $people } personnes.
    }
announcements-noted = { $progress }
    { $note }
announcements-left-out-today = Cet envoi est d'avant que ce soit gardé : voici qui n'a rien eu, d'après les fiches d'aujourd'hui.
announcements-somebody-erased = une personne oubliée
announcements-paused-itself = L'envoi no { $number } s'est mis en pause : { $failed ->
        [one] { $failed } erreur
       *[other] { $failed } erreurs
    } sur { $total }. Rien n'est perdu. Pour reprendre : /reprendre { $number }. Pour arrêter : /annuler { $number }
announcements-no-such-meeting = Il n'y a pas de rencontre no { $number }. Exemple : sans-reponse 12
announcements-no-such-audience = Je ne connais pas « { $words } ». Ce qui existe : tous, membres, experts, sms, telegram, courriel, { $existing }

announcements-line = { $number } · { $purpose } : { $title } · { $date } · { $state } · { $sent } sur { $total }{ $left_out ->
        [0] {""}
       *[other] {" "}(et { $left_out } sans rien)
    } · { $to }
announcements-of-meeting = { $roundtable }, rencontre du { $date }
announcements-purpose-announcement = annonce
announcements-purpose-digest = infolettre
announcements-purpose-reminder = rappel
announcements-purpose-chapter = chapitre à relire
announcements-purpose-chapter-again = chapitre à relire (rappel)
announcements-stop-chapter = C'est le chapitre à relire : pour l'arrêter, et le dire à qui l'a reçu, /bilan-relire { $year } arreter
announcements-purpose-moved = rencontre déplacée
announcements-purpose-changed = rencontre changée
announcements-purpose-back = rencontre remise
announcements-purpose-cancelled = rencontre annulée
announcements-purpose-minutes = résumé
announcements-purpose-minutes-corrected = résumé corrigé
announcements-purpose-notice = message
announcements-state-draft = brouillon
announcements-state-approved = attend une deuxième personne
announcements-state-scheduled = prévu
announcements-state-sending = en route
announcements-state-paused = en pause
announcements-state-sent = parti
announcements-state-cancelled = arrêté
command-annonce = écrire à plusieurs personnes
command-annuler = arrêter un envoi
command-pause = mettre un envoi en pause
command-reprendre = reprendre un envoi
command-approuver = approuver un envoi
command-envois = voir où en est un envoi
example-annonce = /annonce table COCO
    Bonjour { "{name}" }, le local est fermé demain. La rencontre est au CLSC.
example-annuler = /annuler 12
example-pause = /pause 12
example-reprendre = /reprendre 12
example-approuver = /approuver 12
example-envois = /envois 12

# Stands for each one's own name in what a page shows.
preview-example-name = Rose (exemple)
preview-telegram = Telegram ({ $language }), personnes : { $people }
    ———
    { $body }
preview-email = Courriel ({ $language }), personnes : { $people }. Le bas dit comment répondre et comment arrêter.
    ———
    { $body }
preview-sms = Texto ({ $language }), personnes : { $people }, segments : { $segments }
    ———
    { $body }{ $has_notes ->
        [yes] {""}
    ———
    { LINES($notes) }
       *[no] {""}
    }
preview-total = En tout : { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    } (Telegram { $telegram }, textos { $sms }, lettres { $paper }), { $segments ->
        [one] { $segments } segment
       *[other] { $segments } segments
    }, environ { $cost }. Impossible à joindre : { $unreachable }.
preview-advice = Pour être mieux compris :
    { LINES($hints) }
language-named = { $language }

journal-announcements-approved = envoi approuvé : { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    }, { $segments ->
        [one] { $segments } segment
       *[other] { $segments } segments
    }
journal-announcements-second_approval = envoi approuvé par une deuxième personne
journal-announcements-stopped = envoi arrêté : { $sent ->
        [one] { $sent } parti
       *[other] { $sent } partis
    }, { $stopped ->
        [one] { $stopped } arrêté
       *[other] { $stopped } arrêtés
    }
journal-announcements-paused = envoi mis en pause
journal-announcements-resumed = envoi repris
announcements-not-confirmed = Rien n'est envoyé : il manque la confirmation. Ajoutez --yes, ou retapez le nombre de personnes ({ $people }).
announcements-not-retyped = Rien n'est envoyé : sans une deuxième personne de la coordination, --yes ne suffit pas à ce nombre. Ajoutez --people { $people }
announcements-none = Aucun envoi pour le moment.
announcements-list = Envois :
    { LINES($lines) }

announcements-to-everyone = tout le monde
announcements-to-roundtable = table { $roundtable }
announcements-to-territory = territoire { $territory }
announcements-to-member = les membres
announcements-to-expert = les experts du vécu
announcements-to-coordinator = la coordination
announcements-to-sms = par texto seulement
announcements-to-telegram = par Telegram seulement
announcements-to-email = par courriel seulement
announcements-to-unanswered = sans réponse, { $roundtable }
announcements-to-of-meeting = rencontre { $roundtable }
announcements-to-people = { $count ->
        [one] { $count } personne choisie
       *[other] { $count } personnes choisies
    }
announcements-wait-approve = Approuver un envoi à { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    } : { $title }
announcements-wait-paused = Un envoi est en pause : { $title } ({ $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    })
