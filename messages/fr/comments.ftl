# How someone's words are carried to the table, and how the answer comes back.
comments-offer-after = Vous n'étiez pas à { $roundtable } le { $date }. { $carrier } peut lire vos mots à la table. Vous aurez la réponse avant le { $answer_by }. Voulez-vous dire quelque chose?
    .sms = { $roundtable } du { $date }: { $carrier } peut lire vos mots à la table. Vous aurez la réponse avant le { $answer_by }. Voulez-vous dire quelque chose?
    .segments = 2
comments-offer-after-open = Rencontre { $roundtable } du { $date } : voulez-vous ajouter quelque chose? { $carrier } peut le lire à la table. Réponse avant le { $answer_by }.
    .segments = 2
comments-offer-declined = D'accord. Si vous changez d'idée, écrivez COMMENTAIRE.
comments-none-open = Aucune rencontre ne reçoit de commentaires en ce moment. { $name } a votre message et vous répondra. Téléphone : { $phone }
    .sms = Pas de rencontre ouverte aux commentaires. { $name } a votre message et vous répondra: { $phone }
comments-which-meeting = C'est pour quelle rencontre?
comments-meeting = { $roundtable }, { $date }
comments-write = Écrivez vos mots, comme ça vient, en un ou plusieurs messages. { $carrier } les lira le { $date }.
    .sms = Écrivez vos mots, comme ça vient, en un ou plusieurs textos. { $carrier } les lira le { $date }.
comments-more = Gardé aussi. Autre chose? Écrivez-le.
comments-missing-part = Il manque la partie { $part } de votre message. Pouvez-vous l'envoyer encore? 1 = c'est tout
comments-missing-mark = [suite manquante]
comments-leaving = { $name } va vous appeler d'ici deux jours. Pour parler : { $phone }
    .sms = { $name } va vous appeler d'ici deux jours. Pour parler: { $phone }

comments-private = Vous parlez de votre vie : « { $quote } ». { $name } peut le lire à la table?
    .sms = Vous parlez de votre vie: "{ $quote }". { $name } peut le lire à la table?
    .segments = 2
comments-private-keep = oui, le lire
comments-private-drop = non, l'enlever
comments-read-back = { $carrier } lira ceci, avec votre nom ({ $name }) : « { $words } » C'est exact?
    .sms = { $carrier } lira ceci avec votre nom ({ $name }): "{ $words }" C'est exact?
    .segments = 6
comments-read-back-nameless = { $carrier } lira ceci, sans votre nom : « { $words } » C'est exact?
    .sms = { $carrier } lira ceci sans votre nom: "{ $words }" C'est exact?
    .segments = 6
comments-option-yes = oui
comments-option-correct = corriger
comments-option-nameless = sans mon nom
comments-option-withdraw = retirer
comments-option-human = pour { $name }, pas la table
comments-for-a-human = D'accord : pas pour la table. { $name } lira vos mots et vous répondra. Pour parler : { $phone }
    .sms = D'accord: pas pour la table. { $name } lira vos mots et vous répondra. Pour parler: { $phone }
comments-taken-for-a-human = C'est fait : vos mots (no { $number }) ne seront pas lus à la table. { $name } les lira et vous répondra. Pour parler : { $phone }
    .sms = C'est fait: vos mots (no { $number }) ne seront pas lus à la table. { $name } les lira et vous répondra. Pour parler: { $phone }
comments-status-with-a-person = Vos mots du { DATE($date, form: "bare") } : { $name } va les lire
    .sms = Vos mots du { DATE($date, form: "bare") }: { $name } va les lire
comments-is-named = Vos mots seront lus avec votre nom. Pour l'enlever : SANS MON NOM
    .sms = Vos mots seront lus avec votre nom. Pour l'enlever: SANS MON NOM
comments-is-nameless = Vos mots seront lus sans votre nom.
comments-dropped = D'accord, vos mots ne seront pas lus. Rien n'est gardé.
comments-confirmed = Commentaire no { $number } noté. { $carrier } le lira à la table. Vous aurez la réponse avant le { $answer_by }. Pour le retirer : RETIRER
    .sms = Commentaire no { $number } noté. { $carrier } le lira. Vous aurez la réponse avant le { $answer_by }. Pour le retirer: RETIRER
comments-confirmed-nameless = C'est noté, sans votre nom. { $carrier } le lira. Vous aurez la réponse avant le { $answer_by }. Pour le retirer : RETIRER
    .sms = Noté, sans votre nom. { $carrier } le lira. Vous aurez la réponse avant le { $answer_by }. Pour le retirer: RETIRER
comments-none-of-yours = Vous n'avez pas de commentaire en attente. Pour en écrire un : COMMENTAIRE
comments-which = C'est pour lequel?
    .segments = 2
comments-short = no { $number } : { $words }
    .sms = no { $number }: { $words }
comments-short-nameless = sans nom, { $roundtable }, { $date }
comments-withdraw-sure-nameless = Enlever votre commentaire sans nom? On ne pourra pas le ravoir.
comments-withdraw-sure = Enlever le commentaire no { $number }? On ne pourra pas le ravoir.
comments-withdrawn = Le commentaire no { $number } est enlevé. Il ne sera pas lu.
comments-kept-as-is = D'accord, rien n'est changé.
comments-already-read = Le commentaire no { $number } a déjà été lu à la table le { $date }. On ne peut plus l'enlever. Pour en parler : PARLER
    .sms = Le no { $number } a déjà été lu à la table ({ $date }). On ne peut plus l'enlever. Pour en parler: PARLER
comments-code = Plusieurs personnes écrivent de ce téléphone. Pour vous seul, le code de ce commentaire : { $code }. Pour l'enlever, écrivez RETIRER { $code }.
    .sms = Plusieurs écrivent de ce téléphone. Le code de ce commentaire: { $code }. L'enlever? RETIRER { $code }
comments-now-nameless = C'est fait : vos mots seront lus sans votre nom. Ils ont un nouveau numéro.
    .sms = C'est fait: vos mots seront lus sans votre nom. Ils ont un nouveau numéro.
comments-now-nameless-seen = C'est fait : vos mots seront lus sans votre nom. La coordination l'avait déjà vu, la table ne le saura pas.
    .sms = C'est fait: vos mots seront lus sans votre nom. La coordination l'avait déjà vu, la table ne le saura pas.
comments-write-again = D'accord. Quand les nouveaux mots seront confirmés, ils prendront la place des anciens.
comments-carried = { $carrier } a votre commentaire no { $number }. Il sera lu le { $date }.
comments-carried-after = { $carrier } a votre commentaire no { $number }. On vous écrit quand il est lu à la table.
comments-read = Votre commentaire no { $number } a été lu à la table le { $date }. Vous aurez la réponse avant le { $answer_by }.
    .sms = Commentaire no { $number }: lu à la table ({ $date }). Vous aurez la réponse avant le { $answer_by }.
comments-answered-kept = Votre commentaire no { $number } est retenu. Pourquoi : { $reason }
    .sms = Commentaire no { $number }: retenu. { $reason }
    .segments = 3
comments-answered-not-kept = Votre commentaire no { $number } n'est pas retenu. Pourquoi : { $reason }. Une question? Écrivez Q et votre question.
    .sms = Commentaire no { $number }: pas retenu. Pourquoi: { $reason }. Question? Q
    .segments = 3
comments-answered-to-follow = Votre commentaire no { $number } est à suivre. { $reason }
    .sms = Commentaire no { $number }: à suivre. { $reason }
    .segments = 3
comments-your-words = Vos mots, no { $number } : { $words }
    .sms = Vos mots, no { $number }: { $words }
    .segments = 3
comments-status-received = commentaire no { $number } : reçu
comments-status-confirmed = commentaire no { $number } : noté
comments-status-carried = commentaire no { $number } : remis
comments-status-read = commentaire no { $number } : lu à la table
comments-status-answered = commentaire no { $number } : répondu
comments-status-withdrawn = commentaire no { $number } : enlevé

# After two absences in a row.
comments-help = On aimerait vous revoir à { $roundtable }. Qu'est-ce qui aiderait?
    .segments = 2
comments-help-transport = un transport
comments-help-childcare = la garde
comments-help-hour = une autre heure
comments-help-call = un appel
comments-help-none = rien, merci
comments-help-noted = C'est noté. { $name } vous écrit ou vous appelle. Pour parler : { $phone }
    .sms = C'est noté. { $name } vous écrit ou vous appelle. Pour parler: { $phone }
comments-help-not-now = D'accord, merci. Si quelque chose change : { $name }, { $phone }
    .sms = D'accord, merci. Si quelque chose change: { $name }, { $phone }

# For coordinators.
comments-none = Aucun commentaire pour la rencontre no { $number } ({ $roundtable }).
comments-list = Commentaires pour { $roundtable }, { $date } (rencontre no { $number }) :
    { LINES($lines) }
    .segments = 20
comments-after-reading = Après la lecture : /lu { $number }
comments-point = Point { $number }. { $title }
comments-no-point = Autre
comments-line = no { $number } ({ $name }) : « { $words } »
    .segments = 4
comments-line-nameless = no { $number } (sans nom) : « { $words } »
    .segments = 4
comments-line-choices = ({ $choices })
comments-line-someone = Ce commentaire nomme quelqu'un : voyez quoi faire avant de le lire à toute la table.
comments-call-today = { $name } a parlé de quitter : un appel était promis d'ici demain. /appels { $number }
comments-see-first = Rencontre no { $number } : ces commentaires nomment quelqu'un. Lisez-les d'abord : /commentaires { $number }
    .segments = 2
comments-marked-read-but = Rencontre no { $number } : { $comments ->
        [one] { $comments } commentaire lu
       *[other] { $comments } commentaires lus
    } le { $date }. Il en reste { $left ->
        [one] { $left } qui nomme
       *[other] { $left } qui nomment
    } quelqu'un : /commentaires { $number }
    .segments = 2
comments-few-nameless = Attention : peu de commentaires sont sans nom. Les mots eux-mêmes peuvent dire qui a écrit.
comments-to-read = { $roundtable } (rencontre no { $number }) : { $comments ->
        [one] { $comments } commentaire à lire
       *[other] { $comments } commentaires à lire
    } à la table. Pour les voir : /commentaires { $number }
    .segments = 2
comments-overdue = { $roundtable } (rencontre no { $number }) : { $comments ->
        [one] { $comments } commentaire attend encore sa réponse
       *[other] { $comments } commentaires attendent encore leur réponse
    }, la date promise est passée. Pour les voir et répondre : /commentaires { $number }
    .segments = 2
comments-read-later = Le { $date } n'est pas encore passé. Exemple : /lu 12
comments-meeting-cancelled = La rencontre no { $number } est annulée : ses commentaires n'y ont pas été lus.
comments-nothing-to-read = Aucun commentaire n'attend d'être lu pour la rencontre no { $number }.
comments-marked-read = Rencontre no { $number } : { $comments ->
        [one] { $comments } commentaire lu
       *[other] { $comments } commentaires lus
    } le { $date }. Les personnes sont prévenues. Ensuite, répondez à chacun. Exemple : /suite { $first } retenu Le camp ouvrira à 8h30.
    .segments = 2
comments-no-such = Il n'y a pas de commentaire no { $number }.
comments-no-such-meeting = Il n'y a pas de rencontre no { $number }. Pour voir la liste : /rencontres
comments-not-read-yet = Le commentaire no { $number } n'a pas encore été lu à la table. Après la lecture : /lu { $meeting }
comments-no-reason = Il faut une raison. Exemple : /suite { $number } pas retenu Il n'y a pas de local cette année.
comments-reason-too-long = La raison a { $length } caractères. Le maximum est { $longest }.
comments-answer-done = Commentaire no { $number } ({ $who }) : { $decision }. { $told ->
        [yes] La personne est prévenue.
       *[no] Aucun message ne part : à lui dire.
    } Pour changer : /suite { $number }, une autre réponse et pourquoi.
comments-answer-nameless = sans nom
comments-which-answer = Quelle est la réponse de la table, « { $words } »? Il y en a trois. Exemple : /suite 14 retenu Le camp ouvrira à 8h30.
    .segments = 2
comments-decision-kept = retenu
comments-decision-not-kept = pas retenu
comments-decision-to-follow = à suivre

command-commentaires = voir les commentaires d'une rencontre
command-lu = noter que les commentaires ont été lus
command-suite = répondre à un commentaire
example-commentaires = /commentaires 12
example-lu = /lu 12 mardi 8 décembre
example-suite = /suite 14 retenu Le camp ouvrira à 8h30.
    /suite 14 pas retenu Il n'y a pas de local cette année.
    /suite 14 à suivre On en reparle en février.

journal-comments-confirmed = commentaire no { $number } noté
journal-comments-withdrawn = commentaire no { $number } enlevé
journal-comments-carried = { $comments ->
        [one] { $comments } commentaire remis
       *[other] { $comments } commentaires remis
    } à la coordination
journal-comments-read = { $comments ->
        [one] { $comments } commentaire lu
       *[other] { $comments } commentaires lus
    } à la table le { $date }
journal-comments-answered = commentaire no { $number } : { $decision }

comments-line-read = → lu à la table le { $date }
comments-line-answered = → { $decision } : { $reason }
comments-nothing-to-take = Rencontre no { $number } : il n'y a pas de nouveau commentaire à prendre. Pour les revoir : /commentaires { $number }
comments-taken = Rencontre no { $number } : { $comments ->
        [one] { $comments } commentaire pris
       *[other] { $comments } commentaires pris
    }. { $carrier } les lit à la table. Après la rencontre : /lu { $number }
comments-read-before = Le { $date } est avant la rencontre ({ $meeting }). Exemple : /lu 12 mardi 8 décembre
comments-unread-no-reason = Dites pourquoi : les personnes le liront. Exemple : /pas-lu { $number } la rencontre a fini plus tôt
comments-none-read = Rencontre no { $number } : aucun commentaire marqué lu qui attend sa réponse.
comments-marked-not-read = Rencontre no { $number } : { $comments ->
        [one] { $comments } commentaire attend de nouveau d'être lu
       *[other] { $comments } commentaires attendent de nouveau d'être lus
    }.
comments-answered-already = Le commentaire no { $number } a déjà sa réponse.
comments-not-answered-yet = Le commentaire no { $number } n'a pas encore de réponse. Exemple : /suite { $number } retenu Le camp ouvrira à 8h30.
comments-same-answer = C'est déjà la réponse au commentaire no { $number } : rien n'est envoyé.
command-porter = prendre les commentaires pour la table
command-pas-lu = corriger : ils n'ont pas été lus
example-porter = /porter 12
example-pas-lu = /pas-lu 12 la rencontre a fini plus tôt
journal-comments-not_read = { $comments ->
        [one] { $comments } commentaire marqué lu par erreur
       *[other] { $comments } commentaires marqués lus par erreur
    }
journal-comments-answer_corrected = réponse corrigée : { $decision } (avant : { $before })
journal-value-before-kept = retenu
journal-value-before-not_kept = pas retenu
journal-value-before-to_follow = à suivre
comments-not-read = Correction : votre commentaire no { $number } n'a pas été lu à la table. Pourquoi : { $reason }
    .segments = 3
comments-corrected-kept = Correction : la table a retenu votre idée (no { $number }). Pourquoi : { $reason }
    .segments = 3
comments-corrected-not-kept = Correction : la table n'a pas retenu votre idée (no { $number }). Pourquoi : { $reason }
    .segments = 3
comments-corrected-to-follow = Correction : votre idée (no { $number }) est à suivre. Pourquoi : { $reason }
    .segments = 3
comments-offer = C'est noté, vous ne venez pas le { $date } ({ $roundtable }). { $carrier } peut lire vos mots à la table. Voulez-vous dire quelque chose à la table?
    .sms = Noté: vous ne venez pas { $date } ({ $roundtable }). { $carrier } peut lire vos mots à la table. Voulez-vous dire quelque chose à la table?
    .segments = 2
comments-write-after = Écrivez vos mots, comme ça vient, en un ou plusieurs messages. La rencontre du { $date } est passée : { $carrier } les donnera à la table.
    .sms = Écrivez vos mots, comme ça vient. La rencontre du { $date } est passée: { $carrier } les donnera à la table.
comments-first = C'est gardé. Autre chose à ajouter? Écrivez-le.
comments-for-the-table = { $carrier } peut lire ceci à la table le { $date }, avec votre nom ({ $name }) : « { $words } » D'accord?
    .sms = { $carrier } peut lire ceci à la table { $date } avec votre nom ({ $name }): "{ $words }" D'accord?
    .segments = 6
comments-for-the-table-nameless = { $carrier } peut lire ceci à la table le { $date }, sans votre nom : « { $words } » D'accord?
    .sms = { $carrier } peut lire ceci à la table { $date } sans votre nom: "{ $words }" D'accord?
    .segments = 6
comments-will-be-nameless = C'est noté : vos mots seront lus sans votre nom.
    .sms = C'est noté: vos mots seront lus sans votre nom.
comments-piece-dropped = Le dernier message est enlevé. Les autres restent.
comments-what-becomes = { $carrier } lira vos mots le { $date }. Vous aurez la réponse avant le { $answer_by }. Une question? Écrivez Q et votre question.
    .sms = { $carrier } lira vos mots { $date }. Vous aurez la réponse avant le { $answer_by }. Une question? Q et votre question
comments-kept-behind = Vos mots sont gardés aussi : on y revient après vos frais.
    .sms = Vos mots sont gardés aussi: on y revient après vos frais.
comments-kept-behind-english = Vos mots sont gardés aussi : on y revient après vos frais. In English? Write ENGLISH
    .sms = Vos mots sont gardés aussi: on y revient après vos frais. In English? Write ENGLISH
comments-choices = { $words } ({ $choices })
comments-choice-yes = { $number } { $title } : oui
    .sms = { $number } { $title }: oui
comments-choice-no = { $number } { $title } : non
    .sms = { $number } { $title }: non
comments-until = Répondez avant le { $date }. Vos mots pour la table: { $carrier } les lit ce jour-là. Écrivez COMMENTAIRE.

# What stays, said when words are dropped; a wish for no name before any words; an offer that is behind them.
comments-dropped-but = Ces mots ne seront pas lus. Votre commentaire no { $number } reste. L'enlever aussi?
comments-dropped-but-nameless = Ces mots ne seront pas lus. Votre commentaire sans nom reste. L'enlever aussi?
comments-dropped-but-several = Ces mots ne seront pas lus. Il reste { $count ->
        [one] { $count } commentaire
       *[other] { $count } commentaires
    } de vous. Pour les enlever : RETIRER
    .sms = Ces mots ne seront pas lus. Il reste { $count ->
            [one] { $count } commentaire
           *[other] { $count } commentaires
        } de vous. Pour les enlever: RETIRER
comments-dropped-one-stays = Ces mots ne seront pas lus. Votre commentaire no { $number } reste. Pour l'enlever : RETIRER
    .sms = Ces mots ne seront pas lus. Votre commentaire no { $number } reste. Pour l'enlever: RETIRER
comments-dropped-one-stays-nameless = Ces mots ne seront pas lus. Votre commentaire sans nom reste. Pour l'enlever : RETIRER
    .sms = Ces mots ne seront pas lus. Votre commentaire sans nom reste. Pour l'enlever: RETIRER
comments-still-there = Votre commentaire no { $number } est encore là. L'enlever?
comments-still-there-nameless = Votre commentaire sans nom est encore là. L'enlever?
comments-gone = Aucun mot de vous n'est gardé pour la table.
comments-nameless-before = D'accord, vos mots seront lus sans votre nom. Écrivez-les quand vous voulez.
comments-offer-past = Pour dire quelque chose à la table, écrivez COMMENTAIRE.
comments-added = Ces mots sont gardés avec les autres.
comments-read-back-still = Vos mots attendent votre réponse.
comments-write-these-again = Vos mots restent : « { $words } » Écrivez-les comme vous les voulez.
    .sms = Vos mots restent: "{ $words }" Écrivez-les comme vous les voulez.
    .segments = 6
comments-as-they-are = gardez-les ainsi
comments-first-name = D'accord : votre prénom seulement ({ $name }), jamais votre nom de famille.
    .sms = D'accord: votre prénom seulement ({ $name }), jamais votre nom de famille.
comments-with-name-before = D'accord, avec votre nom. On n'a pas encore vos mots : pour les écrire, COMMENTAIRE
    .sms = D'accord, avec votre nom. On n'a pas encore vos mots. Pour les écrire: COMMENTAIRE
comments-with-name = D'accord, vos mots seront lus avec votre nom.
comments-withdraw-all = Enlever { $count ->
        [one] votre commentaire
       *[other] vos { $count } commentaires
    }{ $numbers ->
        [no] {""}
       *[other] {" "}(no { $numbers })
    }? On ne pourra pas les ravoir.
comments-withdrawn-all = C'est fait : { $count ->
        [one] votre commentaire est enlevé
       *[other] vos { $count } commentaires sont enlevés
    }. Rien ne sera lu.
    .sms = C'est fait: { $count ->
            [one] votre commentaire est enlevé
           *[other] vos { $count } commentaires sont enlevés
        }. Rien ne sera lu.
