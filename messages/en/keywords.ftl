# `portevoix understand`: what a message was taken for, and what the person would receive.

understand-report = Keyword: { $keyword }
    How sure: { $sure }
    Answer: { $answer }
    .segments = 3
understand-payload = The person's words: { $words }
    .segments = 12
understand-nothing-given = Write a text between quotes, or give a file with --file.
understand-reads = Reading: { $reading }
    Details: { $details }
    What is done: { $action }
    .segments = 6
understand-keyword-answers = A keyword by itself, and sure: it answers, nothing else is read.
understand-undo = To undo it: { $word }
understand-other = Another reading: { $reading }
    .segments = 3
understand-no-details = none
understand-context-unknown = Unknown context. Choose one of: { $codes }.
    .segments = 3
understand-no-keyword = none
understand-asks = Did you mean { $word }? 1 yes 2 no
understand-asks-arret = Do you want all messages to stop? 1 yes 2 no
understand-asks-arret-reminders = Do you want reminders to stop? 1 yes 2 no
understand-asks-arret-digest = Do you want the newsletter to stop? 1 yes 2 no
understand-asks-arret-surveys = Do you want surveys to stop? 1 yes 2 no
understand-asks-reclamer = Is it to 1 be paid back 2 ask the table for something?
understand-asks-annuler = What do you want to drop?
understand-own-words = The person's words are kept as they are; they answer the open question, if there is one.
understand-label-distress = Distress: the numbers to call are given at once, and a person is alerted.
understand-label-maybe-stop = The coordinators see: may want to stop.

understand-does-aide = The menu and a phone number.
understand-does-arret = All messages stop at once.
understand-does-arret-reminders = Reminders stop at once.
understand-does-arret-digest = The newsletter stops at once.
understand-does-arret-surveys = Surveys stop at once.
understand-does-oui = It is a yes to the last question.
understand-does-non = It is a no to the last question.
understand-does-peut-etre = It is a maybe to the last question.
understand-does-absent = The absence is noted; the person may send a comment.
understand-does-commentaire = The words are taken, read back, then carried to the table.
understand-does-reclamer = The claim begins.
understand-does-statut = Where claims and comments stand.
understand-does-tarifs = The amounts paid.
understand-does-combien = What you were paid in the year.
understand-does-transport = The need for a ride is passed on.
understand-does-garde = The need for childcare is passed on.
understand-does-repas = The need for a meal is passed on.
understand-does-mot = The meaning of a word, or a word for the table.
understand-does-suite = The rest of the text.
understand-does-annuler = What do you want to drop?
understand-does-parler = The person is added to the list of people to call.
understand-does-appel = A call is planned, at the best hour for the person.
understand-does-poste = The news will come by mail.
understand-does-corrige = The last answer is asked again.
understand-does-retirer = The comment is withdrawn, if it was not read yet.
understand-does-sans-mon-nom = The comment will be read without the name.
understand-does-q = The question is passed on to a person.
understand-does-pause = Messages take a break.
understand-does-moins = There will be fewer messages.
understand-does-reprendre = Messages come back.
understand-does-joindre = Porte-voix says who it is and asks whether the person agrees.
understand-does-language = What follows will be in this language: { $language }.
understand-does-confidentialite = Who answers for personal information, what is kept and why.
understand-does-mes-donnees = A copy of what is kept about the person is given to them within 30 days.
understand-does-effacer = What goes and what stays is explained, and a confirmation is asked for.
