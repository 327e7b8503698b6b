# How someone's words are carried to the table, and how the answer comes back.
comments-offer-after = Vous n'étiez pas à { $roundtable } le { $date }. Voulez-vous dire quelque chose? { $carrier } peut le lire à la table. Réponse avant le { $answer_by }.
    .sms = { $roundtable } du { $date }: { $carrier } peut lire vos mots à la table, réponse avant le { $answer_by }. Vous voulez?
    .segments = 2
comments-offer-declined = D'accord. Si vous changez d'idée, écrivez COMMENTAIRE.
comments-none-open = Aucune rencontre ne reçoit de commentaires en ce moment. { $name } a votre message et vous répondra. Téléphone : { $phone }
    .sms = Pas de rencontre ouverte aux commentaires. { $name } a votre message et vous répondra: { $phone }
comments-which-meeting = C'est pour quelle rencontre?
comments-meeting = { $roundtable }, { $date }
comments-write = Écrivez vos mots, comme ça vient, en un ou plusieurs messages. { $carrier } les lira le { $date }. 1 = c'est tout
    .sms = Écrivez vos mots, comme ça vient, en un ou plusieurs textos. { $carrier } les lira le { $date }. 1 = c'est tout
comments-more = Noté. Écrivez la suite si vous voulez. 1 = c'est tout
comments-heard = C'est gardé. Écrivez la suite, ou 1 = c'est tout. Ensuite vous direz si { $carrier } le lit à la table le { $date }.
    .sms = C'est gardé. Écrivez la suite, ou 1 = c'est tout. Après, vous direz si { $carrier } le lit à la table le { $date }.
comments-kept-behind = Vos mots sont gardés aussi : on y revient après vos frais.
    .sms = Vos mots sont gardés aussi: on y revient après vos frais.
comments-kept-behind-english = Vos mots sont gardés aussi : on y revient après vos frais. In English? Write ENGLISH
    .sms = Vos mots sont gardés aussi: on y revient après vos frais. In English? Write ENGLISH
comments-missing-part = Il manque la partie { $part } de votre message. Pouvez-vous l'envoyer encore? 1 = c'est tout
comments-missing-mark = [suite manquante]
comments-leaving = { $name } va vous appeler d'ici deux jours. Plus vite : { $phone }
    .sms = { $name } va vous appeler d'ici deux jours. Plus vite: { $phone }

# Which day they come, which day they do not.
comments-days = Bien compris? { LINES($days) }
    .sms = Bien compris?
    { LINES($days) }
    .segments = 2
comments-day-absent = { $date } ({ $roundtable }) : absence
    .sms = { $date } ({ $roundtable }): absence
comments-day-coming = { $date } ({ $roundtable }) : vous venez
    .sms = { $date } ({ $roundtable }): vous venez
comments-days-kept = C'est noté.
    { LINES($days) }
    .segments = 2
comments-days-not = Rien n'est changé. { $name } va lire votre message. Vous pouvez écrire une rencontre à la fois : ABSENT. Téléphone : { $phone }
    .sms = Rien n'est changé. { $name } va lire votre message. Une rencontre à la fois: ABSENT. Téléphone: { $phone }
comments-private = Votre message parle aussi de vous : « { $quote } ». On le laisse?
    .sms = Ceci parle de vous: "{ $quote }". On le laisse?
comments-private-keep = laisser
comments-private-drop = enlever
comments-which-point = C'est à propos de quoi?
    .segments = 2
comments-point-unknown = autre chose
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
comments-choices = { $words } ({ $choices })
comments-choice-yes = { $number } { $title } : oui
    .sms = { $number } { $title }: oui
comments-choice-no = { $number } { $title } : non
    .sms = { $number } { $title }: non
comments-for-a-human = D'accord : pas pour la table. { $name } lira vos mots et vous répondra. Plus vite : { $phone }
    .sms = D'accord: pas pour la table. { $name } lira vos mots et vous répondra. Plus vite: { $phone }
comments-dropped = D'accord, vos mots ne seront pas lus. Rien n'est gardé.
comments-confirmed = Commentaire no { $number } noté. { $carrier } le lira à la table. Vous aurez la réponse avant le { $answer_by }. Pour l'enlever : RETIRER
    .sms = Commentaire no { $number } noté. { $carrier } le lira. Réponse avant le { $answer_by }. L'enlever? RETIRER
comments-confirmed-nameless = C'est noté, sans votre nom. { $carrier } le lira. Vous aurez la réponse avant le { $answer_by }. Pour l'enlever : RETIRER
    .sms = Noté, sans votre nom. { $carrier } le lira. Réponse avant le { $answer_by }. L'enlever? RETIRER
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
comments-now-nameless = C'est fait : vos mots seront lus sans votre nom. Ils ont un nouveau numéro.
    .sms = C'est fait: vos mots seront lus sans votre nom. Ils ont un nouveau numéro.
comments-now-nameless-seen = C'est fait : vos mots seront lus sans votre nom. La coordination l'avait déjà vu, la table ne le saura pas.
    .sms = C'est fait: vos mots seront lus sans votre nom. La coordination l'avait déjà vu, la table ne le saura pas.
comments-write-again = D'accord. Quand les nouveaux mots seront confirmés, ils prendront la place des anciens.
comments-carried = { $carrier } a votre commentaire no { $number }. Il sera lu le { $date }.
comments-read = Votre commentaire no { $number } a été lu à la table le { $date }. Réponse avant le { $answer_by }.
    .sms = Commentaire no { $number }: lu à la table ({ $date }). Réponse avant le { $answer_by }.
comments-answered-kept = Votre commentaire no { $number } est retenu. Pourquoi : { $reason }
    .sms = Commentaire no { $number }: retenu. { $reason }
    .segments = 3
comments-answered-not-kept = Votre commentaire no { $number } n'est pas retenu. Pourquoi : { $reason }. Une question? Écrivez Q et votre question.
    .sms = Commentaire no { $number }: pas retenu. Pourquoi: { $reason }. Question? Q
    .segments = 3
comments-answered-to-follow = Votre commentaire no { $number } est à suivre. { $reason }
    .sms = Commentaire no { $number }: à suivre. { $reason }
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
comments-help-noted = C'est noté. { $name } vous écrit ou vous appelle. Plus vite : { $phone }
    .sms = C'est noté. { $name } vous écrit ou vous appelle. Plus vite: { $phone }
comments-help-not-now = D'accord, merci. Si quelque chose change : { $name }, { $phone }
    .sms = D'accord, merci. Si quelque chose change: { $name }, { $phone }

# For coordinators.
comments-none = Aucun commentaire pour la rencontre no { $number } ({ $roundtable }).
comments-list = Commentaires pour { $roundtable }, { $date } (rencontre no { $number }) :
    { LINES($lines) }
    Après la lecture : /lu { $number }
    .segments = 20
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
    }, la date promise est passée. Exemple : /suite 14 retenu Le camp ouvrira à 8h30.
    .segments = 2
comments-read-later = Le { $date } n'est pas encore passé. Exemple : /lu 12
comments-nothing-to-read = Aucun commentaire n'attend d'être lu pour la rencontre no { $number }.
comments-marked-read = Rencontre no { $number } : { $comments ->
        [one] { $comments } commentaire lu
       *[other] { $comments } commentaires lus
    } le { $date }. Les personnes sont prévenues. Ensuite, répondez à chacun : /suite 14 retenu Le camp ouvrira à 8h30.
    .segments = 2
comments-no-such = Il n'y a pas de commentaire no { $number }.
comments-no-such-meeting = Il n'y a pas de rencontre no { $number }. Pour voir la liste : /rencontres
comments-not-read-yet = Le commentaire no { $number } n'a pas encore été lu à la table. Après la lecture : /lu { $meeting }
comments-no-reason = Il faut une raison. Exemple : /suite { $number } pas retenu Il n'y a pas de local cette année.
comments-reason-too-long = La raison a { $length } caractères. Le maximum est { $longest }.
comments-answer-done = Commentaire no { $number } : { $decision }. La personne est prévenue.
comments-decision-kept = retenu
comments-decision-not-kept = pas retenu
comments-decision-to-follow = à suivre

command-commentaires = voir les commentaires d'une rencontre
command-lu = noter que les commentaires ont été lus
command-suite = répondre à un commentaire
example-commentaires = /commentaires 12
example-lu = /lu 12 mardi 8 décembre
example-suite = /suite 14 pas retenu Il n'y a pas de local cette année.

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
