### The chapter of the yearly report, as those whom it is about read it: by text message, on Telegram, on paper.

report-chapter = Chaque année, la table écrit un rapport. Un chapitre parle de votre participation. Voici ce qu'il dit :
    { LINES($lines) }
    C'est juste? Vous pouvez répondre jusqu'au { DATE($until) }.
    .segments = 4
report-chapter-again = Le chapitre du rapport sur votre participation, encore une fois :
    { LINES($lines) }
    C'est juste? Le dernier jour pour répondre est le { DATE($until) }.
    .segments = 4
report-option-right = oui, c'est juste
report-option-wrong = non
report-chapter-meetings = { $count ->
        [0] Il n'y a pas eu de rencontre.
        [1] Il y a eu une rencontre.
       *[other] Il y a eu { $count } rencontres.
    }
report-chapter-there = { $noted ->
        [1] On sait qui était là pour une rencontre.
       *[other] On sait qui était là pour { $noted } rencontres.
    } { $count ->
        [0] Votre groupe n'y était pas.
        [1] Votre groupe y était une fois.
       *[other] Votre groupe y était { $count } fois.
    }
report-chapter-early = Le résumé est arrivé une semaine avant : { $early } fois sur { $held }.
report-chapter-comments = { $count ->
        [0] Personne n'a envoyé de commentaire.
        [1] Un commentaire a été envoyé.
       *[other] { $count } commentaires ont été envoyés.
    }
report-chapter-kept = La table a dit oui : { $count }.
report-chapter-not-kept = La table a dit non : { $count }.
report-chapter-to-follow = La table va y revenir : { $count }.
report-chapter-waiting = Pas encore de réponse : { $count }.
report-what-is-wrong = Qu'est-ce qui n'est pas juste, ou qui manque? Écrivez-le avec vos mots.
report-right-kept = C'est noté : c'est juste. Merci de l'avoir lu.
report-remark-kept = C'est noté, avec vos mots. { $name } va les lire avant de finir le rapport. Merci.
report-reading-over = Le rapport est fini. Pour en parler : { $name }, { $phone }
report-chapter-stopped = Le chapitre sur votre participation n'est pas prêt. Vous n'avez pas à répondre. { $name } vous le renverra. Désolé du dérangement.
report-letter-heading = Le chapitre sur votre participation, { $year }
report-letter-ask = C'est juste? Il manque quelque chose? Appelez { $name } au { $phone } avant le { DATE($until) }.
report-told = L'année { $year } en cinq lignes :
    { LINES($lines) }
