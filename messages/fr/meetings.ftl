# What people read about meetings. The key fact stands in the first 70 characters.
meetings-option-coming = oui, je viens
    .sms = oui
meetings-option-absent = non, je ne peux pas
    .sms = non
meetings-option-maybe = peut-être

meetings-reminder = Rencontre { $roundtable }, { $date }, de { $start } à { $end }, { $place }.

    On va parler de :
    { $summary }

    Venez-vous?
    .sms = Rencontre { $date } { $start } à { $end }, { $place } ({ $roundtable }). { ENDED($summary) } Venez-vous?
    .segments = 2
meetings-reminder-more = Rencontre { $roundtable }, { $date }, de { $start } à { $end }, { $place }.

    On va parler de :
    { $summary }

    Venez-vous?
    .sms = Rencontre { $date } { $start } à { $end }, { $place } ({ $roundtable }). { ENDED($summary) } Le reste: SUITE. Venez-vous?
    .segments = 2
meetings-practical = C'est bientôt : { $roundtable }, { $date }, de { $start } à { $end }, { $place }. Un empêchement? Écrivez ABSENT.
    .sms = Rappel: { $date } { $start } à { $end }, { $place } ({ $roundtable }). Un empêchement? ABSENT
    .segments = 2
meetings-practical-phone = C'est bientôt : { $roundtable }, { $date }, de { $start } à { $end }, { $place }. Par téléphone : { $dial_in }. Un empêchement? Écrivez ABSENT.
    .sms = Rappel: { $date } { $start } à { $end }, { $place } ({ $roundtable }). Par téléphone: { $dial_in }. Un empêchement? ABSENT
    .segments = 2
meetings-moved = Changement pour { $roundtable } : { $changes }. La rencontre est le { $date }, de { $start } à { $end }, { $place }. Venez-vous?
    .sms = Changement: { $roundtable } est le { $date } { $start } à { $end }, { $place } ({ $changes }). Venez-vous?
    .segments = 2
meetings-moved-told = Changement pour { $roundtable } : { $changes }. La rencontre est le { $date }, de { $start } à { $end }, { $place }.
    .sms = Changement: { $roundtable } est le { $date } { $start } à { $end }, { $place } ({ $changes }).
    .segments = 2
meetings-changed = Changement pour { $roundtable } : { $changes }. La rencontre est le { $date }, de { $start } à { $end }, { $place }. Votre réponse reste notée. Un empêchement? Écrivez ABSENT.
    .sms = Changement: { $roundtable }, { $date } { $start } à { $end }, { $place } ({ $changes }). Votre réponse reste notée. Un empêchement? ABSENT
    .segments = 2
meetings-has-moved = La rencontre { $roundtable } a changé : c'est maintenant le { $date }, de { $start } à { $end }, { $place }. Venez-vous?
    .sms = { $roundtable } a changé: maintenant le { $date } { $start } à { $end }, { $place }. Venez-vous?
    .segments = 2
meetings-change-date = avant, c'était le { $before }
meetings-change-date-and-hours = avant, c'était le { $before }, de { $start } à { $until }
meetings-change-hours = avant, c'était de { $before } à { $until }
meetings-change-place = ce n'est plus ici : { $before }
    .sms = ce n'est plus ici: { $before }
meetings-change-dial-in = le numéro de téléphone est nouveau
meetings-cancelled = La rencontre { $roundtable } du { $date }, de { $start } à { $end }, est annulée. Pourquoi : { $reason }
    .sms = Annulé: { $roundtable } du { $date } { $start } à { $end }. Pourquoi: { $reason }
    .segments = 2
meetings-back = La rencontre { $roundtable } a bien lieu : elle n'est plus annulée. C'est le { $date }, de { $start } à { $end }, { $place }. Venez-vous?
    .sms = Pas annulé: { $roundtable } a bien lieu, { $date } { $start } à { $end }, { $place }. Venez-vous?
    .segments = 2
meetings-back-told = La rencontre { $roundtable } a bien lieu : elle n'est plus annulée. C'est le { $date }, de { $start } à { $end }, { $place }.
    .sms = Pas annulé: { $roundtable } a bien lieu, { $date } { $start } à { $end }, { $place }.
    .segments = 2
meetings-back-holds = La rencontre { $roundtable } a bien lieu : elle n'est plus annulée. C'est le { $date }, de { $start } à { $end }, { $place }. Votre réponse reste notée. Un empêchement? Écrivez ABSENT.
    .sms = Pas annulé: { $roundtable } a bien lieu, { $date } { $start } à { $end }, { $place }. Votre réponse reste notée. Un empêchement? ABSENT
    .segments = 2
meetings-summary = { $roundtable }, { $date }, de { $start } à { $end }, { $place }.
    { $summary }
    .segments = 6
meetings-minutes = Résumé de { $roundtable }, { $date } :
    { $minutes }
    .sms = { $roundtable } du { $date }, en bref: { $minutes }
    .segments = 11
meetings-minutes-corrected = Correction du résumé de { $roundtable }, { $date } :
    { $minutes }
    .sms = Correction. { $roundtable } du { $date }: { $minutes }
    .segments = 11
meetings-invitation-mistake = La rencontre { $roundtable } du { $date } : on vous a écrit par erreur, elle ne vous concerne pas. Vous n'avez rien à faire. Désolé.
meetings-name = { $roundtable }, { $date }

meetings-noted-coming = C'est noté, on vous attend le { $date } à { $start } ({ $roundtable }).
    Vous ne pouvez plus? Écrivez ABSENT.
    Besoin d'aide pour venir? Écrivez TRANSPORT, GARDE ou REPAS.
    .sms = Noté: vous venez { $date } { $start } ({ $roundtable }).
        Vous ne pouvez plus? ABSENT
        De l'aide pour venir? TRANSPORT, GARDE ou REPAS
meetings-noted-maybe = C'est noté : peut-être, le { $date } à { $start } ({ $roundtable }). Vous recevrez un rappel la veille. Besoin d'aide pour venir? TRANSPORT, GARDE ou REPAS.
    .sms = Noté: peut-être, { $date } { $start } ({ $roundtable }). On vous écrit la veille.
        De l'aide pour venir? TRANSPORT, GARDE ou REPAS
meetings-noted-absent = C'est noté, vous ne venez pas le { $date } ({ $roundtable }). Vous recevrez le résumé après. Vous venez quand même? Écrivez JE VIENS.
    .sms = Noté: vous ne venez pas { $date } ({ $roundtable }). Vous recevrez le résumé après. Vous venez quand même? JE VIENS
meetings-was-cancelled = La rencontre { $roundtable } du { $date } est annulée. Rien à faire.
meetings-is-over = La rencontre { $roundtable } du { $date } est passée. Pour dire quelque chose : COMMENTAIRE. Pour réclamer : RECLAMER.
    .sms = { $roundtable } du { $date } est passé. Pour dire quelque chose: COMMENTAIRE. Pour vos frais: RECLAMER
meetings-nothing-to-answer = Merci. Il n'y a pas de rencontre à venir pour vous. Besoin d'aide? Écrivez AIDE.
meetings-which-coming = Vous venez à laquelle?
meetings-which-absent = Vous ne venez pas à laquelle?
meetings-which-maybe = Peut-être pour laquelle?
meetings-neither = aucune
meetings-nothing-changed = D'accord, rien n'est changé.
meetings-need-transport = Noté : transport pour { $roundtable }, { $date }. { $name } vous écrit ou vous appelle avant.
    .sms = Noté: transport, { $date } ({ $roundtable }). { $name } vous écrit ou vous appelle avant.
meetings-need-childcare = Noté : garde d'enfants pour { $roundtable }, { $date }. { $name } vous écrit ou vous appelle avant.
    .sms = Noté: garde, { $date } ({ $roundtable }). { $name } vous écrit ou vous appelle avant.
meetings-need-meal = Noté : repas pour { $roundtable }, { $date }. { $name } vous écrit ou vous appelle avant.
    .sms = Noté: repas, { $date } ({ $roundtable }). { $name } vous écrit ou vous appelle avant.
meetings-needs = Noté : { $needs } pour { $roundtable }, { $date }. { $name } vous écrit ou vous appelle avant.
    .sms = Noté: { $needs }, { $date } ({ $roundtable }). { $name } vous écrit ou vous appelle avant.
meetings-need-over = D'accord, rien à prévoir : { $needs } ({ $roundtable }, { $date }). Ça change? TRANSPORT, GARDE ou REPAS
    .sms = D'accord, rien à prévoir: { $needs }, { $date } ({ $roundtable }). Ça change? TRANSPORT, GARDE ou REPAS
meetings-need-perhaps = D'accord. S'il vous faut de l'aide pour venir : TRANSPORT, GARDE ou REPAS
    .sms = D'accord. S'il vous faut de l'aide pour venir: TRANSPORT, GARDE ou REPAS
meetings-need-stands = C'est toujours noté : { $needs }, { $date } ({ $roundtable }). { $name } lit votre message et vous répond.
    .sms = C'est toujours noté: { $needs }, { $date } ({ $roundtable }). { $name } lit votre message et vous répond.
meetings-need-name-transport = transport
meetings-need-name-childcare = garde
meetings-need-name-meal = repas
meetings-and-you =
    { $said }
    Venez-vous le { $date }?
    .sms =
        { $said }
        Venez-vous { $date }?

# For coordinators.
meetings-planned = Rencontre no { $number } en brouillon : { $roundtable }, { $date }, { $start }. Pour l'annoncer : /rencontre-annoncer { $number }
    .segments = 2
meetings-planned-clash = Rencontre no { $number } en brouillon : { $roundtable }, { $date }, { $start }. Attention, même jour qu'une autre rencontre (no { $others }). Pour l'annoncer : /rencontre-annoncer { $number }
    .segments = 2
meetings-planned-nobody = Rencontre no { $number } en brouillon : { $roundtable }, { $date }, { $start }. Attention, personne n'est à cette table. Tables où il y a des gens : { $known }. Pour l'annoncer : /rencontre-annoncer { $number }
    .segments = 3
meetings-point-written = Rencontre no { $number }, point { $point } écrit.
meetings-announced-and-when = { $said } { $first }
meetings-first-reminder = Personne ne lit rien avant le premier rappel : le { $when }.
meetings-first-reminder-now = Le premier rappel part tout de suite.
meetings-first-reminder-none = Aucun rappel n'est prévu : il est trop tard.
meetings-first-no-comments = { $first } Les commentaires ne seront pas ouverts : il manque qui les porte (porteur) et la date de la réponse (reponse).
meetings-announced = Rencontre no { $number } annoncée ({ $date }). Personnes invitées : { $people } ({ $reached } à qui on écrira). Rappels prévus : { $reminders }.
meetings-announced-no-comments = Rencontre no { $number } annoncée ({ $date }). Personnes invitées : { $people } ({ $reached } à qui on écrira). Rappels prévus : { $reminders }. Les commentaires ne sont pas ouverts : il manque qui les porte et la date de la réponse.
    .segments = 2
meetings-not-draft = La rencontre no { $number } est déjà annoncée, ou elle n'a plus lieu. Pour voir : /rencontres
meetings-past = Le { $date } à { $start }, c'est passé. Donnez une date à venir. Exemple : mardi 8 décembre 13h30 à 15h30
meetings-answer-before = La réponse est promise pour le { $date }, avant la rencontre du { $meeting }. Pour quelle date ensuite? Exemple : reponse: 15 décembre
meetings-answer-changed = Rencontre no { $number } : la réponse promise et la personne qui porte les commentaires sont notées. Personne n'est prévenu.
meetings-no-roundtable = Il manque le nom de la table. Exemple : /rencontre COCO
meetings-unreadable-line = Je ne comprends pas cette ligne : « { $line } ». Exemples : lieu: salle du CLSC — ou : 1. Le camp | On choisit l'heure du camp. | L'autobus pourra vous y mener.
    .segments = 3
meetings-unreadable-date = Je ne comprends pas cette date : « { $words } ». Exemple : date: mardi 8 décembre 13h30 à 15h30
    .segments = 2
meetings-no-hours = Il manque l'heure du début et de la fin. Exemple : date: mardi 8 décembre 13h30 à 15h30
meetings-ends-before = La fin ({ $end }) vient avant le début ({ $start }). Exemple : 13h30 à 15h30
meetings-bad-file = Le fichier ne peut pas être lu (ligne { $line }). Un exemple est dans le guide : rencontre.yaml
meetings-long-file = Le fichier est trop long : { NUMBER($longest) } lettres au plus. Un exemple est dans le guide : rencontre.yaml
meetings-no-file = Je ne peux pas lire le fichier { $file }. Exemple : portevoix meeting add --file docs/examples/rencontre.yaml
meetings-unknown-key = Le fichier contient « { $key } », que je ne connais pas. Mots connus : { $known }
    .segments = 3
meetings-no-agenda = La rencontre no { $number } n'a aucun point. Exemple : /point { $number }.1 Le camp | On choisit l'heure du camp. | L'autobus pourra vous y mener.
    .segments = 2
meetings-point-gap = La rencontre no { $number } a { $points ->
    [1] 1 point
   *[other] { $points } points
  }. Le prochain est le { $next }. Exemple : /point { $number }.{ $next } Le camp | On choisit l'heure du camp. | L'autobus pourra vous y mener.
    .segments = 2
meetings-lacks-plain = Rencontre no { $number }, point { $point } : il manque la phrase simple. Exemple : /point { $number }.{ $point } Le camp | On choisit l'heure du camp. | L'autobus pourra vous y mener.
    .segments = 2
meetings-lacks-changes = Rencontre no { $number }, point { $point } : il manque « ce que ça change pour vous ». Exemple : /point { $number }.{ $point } Le camp | On choisit l'heure du camp. | L'autobus pourra vous y mener.
    .segments = 2
meetings-over = La rencontre no { $number } est passée ou annulée : on ne peut plus la changer.
meetings-same = Rien ne change pour la rencontre no { $number }. Exemple : /deplacer { $number } mercredi 9 décembre 13h30 à 15h30
meetings-move-done = Rencontre no { $number } déplacée au { $date }, { $start }. Personnes prévenues : { $people }.
meetings-no-reason = Dites pourquoi. Exemple : /annuler-rencontre { $number } tempête de neige
meetings-cancel-done = Rencontre no { $number } annulée. Personnes prévenues : { $people }. Une erreur? /remettre-rencontre { $number }
meetings-not-yet = La rencontre no { $number } n'a pas encore eu lieu.
meetings-presence-noted = Rencontre no { $number } : présence notée pour { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    } : { $who }.
meetings-settled = Rencontre no { $number }. À savoir avant de changer cette présence :
    { LINES($lines) }
    .segments = 20
meetings-settled-paid = la demande no { $number } de { $name }, { $total }, est payée : elle le reste
meetings-settled-frozen = le bilan { $year } est arrêté : ses chiffres ne changent pas. Pour les corriger ensuite : /bilan-corriger { $year } et la raison
meetings-presence-warned = { $said }
    { $warning }
meetings-presence-who = { $name } ({ $presence })
meetings-none-after-cancel = La rencontre no { $number } est annulée ({ $reason }) : il n'y a ni présence à noter ni résumé à envoyer.
meetings-presence-list = Rencontre no { $number }. Qui était là?
    { $lines }
    Exemple : /presence { $number } 3, 5 tel, 7 absent
    .segments = 6
meetings-presence-line = { $number } { $name } : { $presence }
meetings-presence-line-by = { $number } { $name } : { $presence } (noté par { $by })
meetings-presence-unknown = pas noté
meetings-presence-in-person = sur place
meetings-presence-phone = au téléphone
meetings-presence-video = en vidéo
meetings-presence-comment = par ses mots
meetings-presence-none = pas là
meetings-nobody-invited = Personne n'est à cette table.
meetings-presence-corrected = Rencontre no { $number } : présence notée pour { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    } : { $who }. Corrigé : { $names }.
meetings-no-minutes = Il manque le texte. Exemple : /compte-rendu { $number } Le camp ouvrira à 8h30. On en reparle en mars.
meetings-minutes-too-long = Le résumé a { $length } caractères. Le maximum est { $longest }.
meetings-minutes-not-sent = Le résumé de la rencontre no { $number } n'est pas encore envoyé. Pour l'envoyer : /compte-rendu { $number } puis le texte
meetings-minutes-same = Le résumé de la rencontre no { $number } est déjà envoyé, avec ce texte : rien ne part de nouveau.
meetings-minutes-correction-sent = Correction du résumé de la rencontre no { $number } envoyée à { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    }.
journal-meetings-minutes_corrected = résumé corrigé, { $people ->
        [one] { $people } personne prévenue
       *[other] { $people } personnes prévenues
    }
meetings-minutes-already = Le résumé de la rencontre no { $number } est déjà envoyé. Pour le corriger : /compte-rendu { $number } et le bon texte
meetings-minutes-sent = Résumé de la rencontre no { $number } envoyé à { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    }.
meetings-no-such = Il n'y a pas de rencontre no { $number }. Pour voir la liste : /rencontres
meetings-none-here = Aucune rencontre à venir dans votre territoire ({ $territory }), ni dans les deux derniers mois.{ $past ->
        [0] {""}
       *[other] {" "}Les plus anciennes : /rencontres passees.
    }{ $others ->
        [0] {""}
        [one] {" "}Il y en a une d'un autre territoire : vous ne la voyez pas.
       *[other] {" "}Il y en a { $others } d'autres territoires : vous ne les voyez pas.
    } Pour en créer une : /rencontre
    .segments = 3
meetings-none = Aucune rencontre pour le moment. Pour en créer une : /rencontre
meetings-line = { $number } · { $roundtable }, { $date }, { $start } · { $state } · oui { $coming }, non { $absent }
meetings-list = Rencontres :
    { LINES($lines) }
    .segments = 8
meetings-state-draft = brouillon
meetings-state-announced = annoncée
meetings-state-held = tenue
meetings-state-closed = close
meetings-state-cancelled = annulée
meetings-who-came = { $roundtable } vient de finir (rencontre no { $number }). Qui était là? Écrivez /presence { $number }. Ensuite le résumé simple : /compte-rendu { $number }
    .segments = 2
meetings-ask-roundtable = Quelle table?
meetings-ask-when = Quel jour, de quelle heure à quelle heure? Exemple : mardi 8 décembre 13h30 à 15h30
meetings-unclear-when = Je n'ai pas compris. Exemple : mardi 8 décembre 13h30 à 15h30
meetings-unclear-day = Je n'ai pas compris la date. Exemple : 15 décembre
meetings-ask-place = Où?
meetings-ask-dial-in = Quel numéro de téléphone pour participer à distance?
meetings-none-of-it = aucun
meetings-ask-point = Point { $number } de la rencontre : quel titre?
meetings-no-more-points = c'est tout
meetings-ask-plain = Point { $number } : une phrase simple, comme à un voisin. Exemple : On choisit l'heure du camp.
meetings-ask-changes = Point { $number } : ce que ça change pour les gens. Exemple : L'autobus pourra vous y mener.
meetings-ask-carrier = Qui lira à la table les commentaires des personnes absentes?
meetings-ask-answer-by = Pour quelle date auront-elles une réponse? Exemple : 15 décembre
command-rencontre = créer une rencontre
command-rencontres = voir les rencontres
command-rencontre-annoncer = annoncer une rencontre
command-deplacer = changer le jour, l'heure ou le lieu
command-annuler-rencontre = annuler une rencontre
command-point = écrire un point de la rencontre
command-presence = noter qui était là
command-compte-rendu = envoyer le résumé aux absents
example-rencontre = /rencontre COCO
    date: mardi 8 décembre 13h30 à 15h30
    lieu: salle du CLSC, Grande-Anse
    telephone: 819 555-0100
    1. Le camp | On choisit l'heure du camp. | L'autobus pourra vous y mener.
    porteur: Denis
    reponse: 15 décembre
    .segments = 3
example-rencontres = /rencontres
example-rencontre-annoncer = /rencontre-annoncer 12
example-deplacer = /deplacer 12 mercredi 9 décembre 13h30 à 15h30
example-annuler-rencontre = /annuler-rencontre 12 tempête de neige
example-point = /point 12.1 Le camp | On choisit l'heure du camp. | L'autobus pourra vous y mener.
    L'enlever d'un brouillon : /point 12.1 effacer
example-presence = /presence 12 3, 5 tel, 7 absent
    Enlever ce qui est noté : /presence 12 3 pas noté
    Une personne qui n'était pas invitée : /presence 12 + Lise Roy tel
example-compte-rendu = /compte-rendu 12 Le camp ouvrira à 8h30. On en reparle en mars.
    Corriger un résumé déjà envoyé : la même commande, avec le bon texte

# The journal.
journal-meetings-planned = rencontre planifiée
journal-meetings-point_written = point { $point } écrit
journal-meetings-announced = rencontre annoncée à { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    }, { $reminders ->
        [one] { $reminders } rappel prévu
       *[other] { $reminders } rappels prévus
    }
journal-meetings-moved = rencontre déplacée, { $people ->
        [one] { $people } personne prévenue
       *[other] { $people } personnes prévenues
    }
journal-meetings-cancelled = rencontre annulée, { $people ->
        [one] { $people } personne prévenue
       *[other] { $people } personnes prévenues
    }
journal-meetings-presence_noted = présence : { $after } (avant : { $before })
journal-value-after-unknown = pas noté
journal-value-after-in_person = sur place
journal-value-after-phone = au téléphone
journal-value-after-video = en vidéo
journal-value-after-comment = par ses mots
journal-value-after-none = pas là
journal-value-before-unknown = pas noté
journal-value-before-in_person = sur place
journal-value-before-phone = au téléphone
journal-value-before-video = en vidéo
journal-value-before-comment = par ses mots
journal-value-before-none = pas là
journal-meetings-presence = présence notée pour { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    }
journal-meetings-minutes_sent = résumé simple envoyé à { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    }
journal-meetings-reminded = rappel { $days ->
        [one] { $days } jour avant
       *[other] { $days } jours avant
    }, { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    }
journal-meetings-reminder_missed = rappel { $days ->
        [one] { $days } jour avant
       *[other] { $days } jours avant
    } : manqué, la rencontre avait commencé
journal-meetings-held = rencontre tenue
journal-meetings-answered = réponse à la rencontre : { $answer }
meetings-days = Bien compris? { LINES($days) }
    .sms = Bien compris?
    { LINES($days) }
    .segments = 2
meetings-day-absent = { $date } ({ $roundtable }) : absence
    .sms = { $date } ({ $roundtable }): absence
meetings-day-coming = { $date } ({ $roundtable }) : vous venez
    .sms = { $date } ({ $roundtable }): vous venez
meetings-days-kept = C'est noté.
    { LINES($days) }
    .segments = 2
meetings-days-not = Ce n'est pas clair pour nous. { $name } va lire votre message. Rien n'est changé d'ici là. Téléphone : { $phone }
    .sms = Ce n'est pas clair pour nous. { $name } va lire votre message. Rien n'est changé d'ici là. Téléphone: { $phone }
meetings-noted-coming-after-all = C'est changé : vous venez le { $date } à { $start } ({ $roundtable }). Vous ne pouvez plus? Écrivez ABSENT.
    .sms = C'est changé: vous venez { $date } { $start } ({ $roundtable }). Vous ne pouvez plus? ABSENT
meetings-noted-late = C'est noté : vous venez le { $date }, un peu après { $start } ({ $roundtable }). Vous ne pouvez plus? Écrivez ABSENT.
    .sms = Noté: vous venez { $date }, un peu après { $start } ({ $roundtable }). Vous ne pouvez plus? ABSENT
meetings-noted-early = C'est noté : vous venez le { $date } à { $start } et vous partez avant la fin ({ $roundtable }). Vous ne pouvez plus? Écrivez ABSENT.
    .sms = Noté: vous venez { $date } { $start } et vous partez avant la fin ({ $roundtable }). Vous ne pouvez plus? ABSENT
meetings-where-when = { $roundtable } : { $date }, de { $start } à { $end }, { $place }. Autre chose? Écrivez Q et votre question.
    .sms = { $roundtable }: { $date } { $start } à { $end }, { $place }. Autre chose? Q et votre question
meetings-where-when-phone = { $roundtable } : { $date }, de { $start } à { $end }, { $place }. Par téléphone : { $dial_in }. Autre chose? Écrivez Q et votre question.
    .sms = { $roundtable }: { $date } { $start } à { $end }, { $place }. Par téléphone: { $dial_in }. Autre chose? Q et votre question
    .segments = 2
meetings-who-reads = C'est { $carrier } qui lit les mots à la table. Pour parler à { $name } : { $phone }
    .sms = C'est { $carrier } qui lit les mots à la table. Pour parler à { $name }: { $phone }
meetings-no-duty = Non, rien ne vous oblige. Vous venez si vous voulez. Vous parlez si vous voulez.
meetings-words-go = { $carrier } lit vos mots à la table. La table répond. On vous écrit sa réponse.
meetings-said-there = Après la rencontre, { $name } vous écrit ce qui s'est décidé.
meetings-meal-served = Oui, un repas est servi ({ $roundtable }, { $date }).
meetings-access = { $roundtable }, { $date }: { $access }.
meetings-by-phone = { $roundtable }, { $date }. Par téléphone: { $dial_in }
meetings-own-answer = Rencontre { $name }, { DATE($date, form: "bare") } { $start } : { $answer ->
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

# Somebody else does not come.
meetings-other-absent = C'est passé à { $name }: quelqu'un d'autre ne vient pas.
meetings-other-absent-and-you = C'est passé à { $name }: quelqu'un d'autre ne vient pas. Et vous, venez-vous?
meetings-other-absent-not-you = C'est passé à { $name }: quelqu'un d'autre ne vient pas. Pour vous, rien ne change: { $mine }.
meetings-not-cancelled = La rencontre no { $number } n'est pas annulée. Pour la voir : /rencontre { $number }
meetings-restored-done = Rencontre no { $number } du { $date } remise. Personnes prévenues : { $people }.
command-remettre-rencontre = remettre une rencontre annulée par erreur
example-remettre-rencontre = /remettre-rencontre 12
journal-meetings-restored = rencontre remise, { $people ->
        [one] { $people } personne prévenue
       *[other] { $people } personnes prévenues
    }
