### Not for basic phones: what coordinators write and read about agenda points.

# What the yearly report asks of each agenda point.
command-etape = dire à quelle étape du travail un point appartient
command-issue = dire ce qui est sorti d'un point
example-etape = /etape 12.1 portrait
    Les étapes : portrait, enjeux, priorités, plan, choix, action, suivi. Les rencontres suivantes de la table commencent par la même.
example-issue = /issue 12.1 avis
    Ce qui est sorti du point : avis (un avis a été rendu), décidé, reporté.
meetings-which-step = « { $words } » n'est pas une étape : portrait, enjeux, priorités, plan, choix, action, suivi.
meetings-which-outcome = « { $words } » : écrivez avis, décidé ou reporté.
meetings-no-such-point = La rencontre no { $number } n'a pas de point { $point } : elle en a { $points }.
meetings-step-said = Rencontre no { $number }, point { $point } : { $step }.
meetings-outcome-said = Rencontre no { $number }, point { $point } : { $outcome }.
meetings-outcome-opinion = un avis a été rendu
meetings-outcome-decided = décidé
meetings-outcome-postponed = reporté
journal-meetings-step_said = étape d'un point : { $step }
journal-meetings-outcome_said = ce qui est sorti d'un point : { $outcome }
journal-value-outcome-opinion = un avis
journal-value-outcome-decided = décidé
journal-value-outcome-postponed = reporté
journal-value-step-portrait = portrait
journal-value-step-issues = enjeux
journal-value-step-priorities = priorités
journal-value-step-plan = plan
journal-value-step-selection = choix des projets
journal-value-step-action = action
journal-value-step-follow_up = suivi

# What people did beyond being there, for the yearly report.
command-apport = dire qui a animé, formé, écrit, suivi un projet ou une formation
example-apport = /apport 12 3 animé, 7 formé
    Par le numéro ou par le nom : animé, formé (a donné une formation), écrit, projet (suit un projet), appris (a suivi une formation). Pour reprendre ce qui est dit : 3 rien.
meetings-which-part = « { $words } » : écrivez qui, puis animé, formé, écrit, projet, appris ou rien. Exemple : 3 animé
meetings-parts-said = Rencontre no { $number }, ce que des personnes ont fait :
    { LINES($lines) }
meetings-part-line = { $name } : { $parts }
meetings-part-none = Rien de noté.
meetings-part-led = a animé
meetings-part-trained = a donné une formation
meetings-part-wrote = a écrit
meetings-part-followed = suit un projet
meetings-part-learned = a suivi une formation
journal-meetings-parts_said = ce que des personnes ont fait à une rencontre ({ $people })

# One meeting whole, and those that are past.
meetings-shown = { LINES($lines) }
meetings-shown-title = Rencontre no { $number } : { $roundtable }, { DATE($date, form: "year") }, de { $start } à { $end } ({ $state })
meetings-shown-place = Lieu : { $place }
meetings-shown-carrier = { $carrier } porte les commentaires. Réponse promise pour le { DATE($date, form: "year") }.
meetings-shown-no-carrier = Personne ne porte les commentaires : on ne peut pas en écrire.
meetings-shown-point = { $number }. { $title } : { $plain }
meetings-shown-point-lacks = { $number }. { $title } : il manque les mots simples. /point
meetings-shown-no-point = L'ordre du jour est vide. /point
meetings-shown-reminders = Rappels envoyés : { $sent }. Prévus : { $planned }.
meetings-shown-coming = Viennent ({ $count }) : { $names }
meetings-shown-absent = Ne peuvent pas ({ $count }) : { $names }
meetings-shown-maybe = Peut-être ({ $count }) : { $names }
meetings-shown-none = Sans réponse ({ $count }) : { $names }
meetings-shown-not-asked = À qui on ne peut pas écrire ({ $count }) : { $names }
meetings-shown-taken-back = Invitation retirée : { $names }. Pour la remettre : /invitation { $number } { $first } remettre
command-invitation = retirer une invitation faite par erreur
example-invitation = /invitation 12 Jeanne
    Pour la remettre : /invitation 12 Jeanne remettre
meetings-invitation-taken-back = Rencontre no { $number } : l'invitation de { $name } est retirée. Pour la remettre : /invitation { $number } { $name } remettre
meetings-invitation-again = Rencontre no { $number } : { $name } est invitée de nouveau, et recevra les prochains rappels.
meetings-invitation-same = Rencontre no { $number } : c'est déjà ainsi pour { $name }. Pour voir qui est invité : /rencontre { $number }
meetings-invitation-noted = Rencontre no { $number } : la présence de { $name } est notée. D'abord : /presence { $number } { $name } ?
journal-meetings-invitation_changed = { $invited ->
        [yes] invitation remise
       *[no] invitation retirée
    }
meetings-shown-comments = Commentaires : { $take } à prendre, { $read } à lire, { $answer } à répondre, { $done } répondus. /commentaires { $number }
meetings-shown-no-comments = Aucun commentaire.
meetings-guest-unknown = « { $who } » n'est pas dans vos listes, ou plusieurs personnes ont ce nom. Pour l'ajouter : /personne { $who }; 819 555-0101. Rien n'est noté. Avec son numéro, récrivez ensuite la même ligne : + et ce numéro
meetings-not-invited = Je ne trouve pas « { $who } » parmi les personnes invitées. Pour voir la liste : /presence { $number }. Une personne de vos listes qui n'était pas invitée : /presence { $number } + { $who }
meetings-shown-presence = La présence est notée : { $there } là sur { $count }. /presence { $number }
meetings-shown-no-presence = La présence n'est pas notée. /presence { $number }
meetings-shown-minutes = Résumé envoyé le { DATE($date, form: "year") }.
meetings-shown-no-minutes = Le résumé n'est pas envoyé. /compte-rendu { $number }
meetings-none-past = Aucune rencontre passée.
meetings-list-past = Rencontres passées, la plus récente d'abord :
    { LINES($lines) }{ $more ->
        [0] {""}
       *[other] {"\u000A"}La suite : /rencontres passees { $next }
    }
meetings-need-line = { $name } a besoin de : { $needs }
meetings-need-done = { $need } (réglé)
meetings-need-open = { $need } (à régler)
meetings-shown-needs-open = Quand c'est réglé : /besoin { $number } { $name } réglé
meetings-need-noted = Rencontre no { $number } :
    { LINES($lines) }
meetings-no-such-need = Personne n'a dit avoir besoin de cela : « { $who } ». Pour voir les besoins : /rencontre { $number }
meetings-which-need = Quel besoin, « { $words } »? Écrivez le nom, puis transport, garde ou repas, puis réglé ou pas réglé.
command-besoin = dire qu'un besoin est réglé (transport, garde, repas)
example-besoin = /besoin 12 Rose transport réglé
    Finalement non : /besoin 12 Rose transport pas réglé
journal-meetings-need_settled = { $settled ->
        [yes] besoin réglé
       *[no] besoin à régler de nouveau
    }
