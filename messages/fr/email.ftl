# Ce qui entoure un courriel, et les pages que ses liens ouvrent.
email-foot = { $organisation }
    Ne répondez pas à ce courriel : personne ne lit les réponses. Pour répondre ou parler à quelqu'un : { $contact }, { $phone }.
    Pour ne plus recevoir de courriels : { $link }
    .segments = 2
email-invitation = Bonjour { $name }. { $who } ({ $organisation }) vous a parlé de nos messages : les nouvelles et les rencontres, environ 4 par mois. On peut vous écrire à cette adresse? Si oui, ouvrez ce lien d'ici 60 jours :
    { $link }

    Sans votre oui, on ne vous écrira plus.
    .segments = 3
email-page-yes-title = Recevoir nos messages
email-page-yes = { $organisation } peut vous écrire à { $address } : les nouvelles et les rencontres, environ 4 messages par mois. Vous pourrez arrêter quand vous voulez : chaque courriel dit comment.
    .segments = 2
email-page-yes-button = Oui, écrivez-moi
email-page-yes-done = C'est fait. { $organisation } vous écrira à { $address }. Pour parler à quelqu'un : { $contact }, { $phone }.
email-page-stop-title = Ne plus recevoir de courriels
email-page-stop = { $organisation } n'écrira plus à { $address }.
email-page-stop-button = Arrêter les courriels
email-page-stop-done = C'est fait : plus aucun courriel à { $address }. Pour revenir un jour, ou pour parler à quelqu'un : { $contact }, { $phone }.
email-page-unknown-title = Ce lien ne sert plus
email-page-unknown = Ce lien a déjà servi, ou il est trop vieux. Pour parler à quelqu'un : { $contact }, { $phone }.
