# `portevoix understand`: what a message was taken for, and what the person would receive.

understand-report = Mot-clé: { $keyword }
    Certitude: { $sure }
    Réponse: { $answer }
    .segments = 3
understand-payload = Mots de la personne: { $words }
    .segments = 12
understand-nothing-given = Écrivez un texte entre guillemets, ou donnez un fichier avec --file.
understand-reads = Lecture: { $reading }
    Détails: { $details }
    On fait: { $action }
    .segments = 6
understand-keyword-answers = Un mot-clé seul et sûr: c'est lui qui répond, rien d'autre n'est lu.
understand-undo = Pour défaire: { $word }
understand-other = Autre lecture: { $reading }
    .segments = 3
understand-no-details = aucun
understand-context-unknown = Contexte inconnu. Choisissez parmi: { $codes }.
    .segments = 3
understand-no-keyword = aucun
understand-asks = Vouliez-vous dire { $word }? 1 oui 2 non
understand-asks-arret = Voulez-vous arrêter tous les messages? 1 oui 2 non
understand-asks-arret-reminders = Voulez-vous arrêter les rappels? 1 oui 2 non
understand-asks-arret-digest = Voulez-vous arrêter le bulletin? 1 oui 2 non
understand-asks-arret-surveys = Voulez-vous arrêter les sondages? 1 oui 2 non
understand-asks-reclamer = Est-ce pour 1 être remboursé 2 demander quelque chose à la table?
understand-asks-annuler = Que voulez-vous annuler?
understand-own-words = Les mots de la personne sont gardés tels quels; ils répondent à la question ouverte, s'il y en a une.
understand-label-distress = Détresse: les numéros à appeler sont donnés tout de suite, et une personne est alertée.
understand-label-maybe-stop = La coordination voit: veut peut-être arrêter.

# One line for each keyword: what it does when it is sure.
understand-does-aide = Le menu et un numéro de téléphone.
understand-does-arret = Tous les messages arrêtent tout de suite.
understand-does-arret-reminders = Les rappels arrêtent tout de suite.
understand-does-arret-digest = Le bulletin arrête tout de suite.
understand-does-arret-surveys = Les sondages arrêtent tout de suite.
understand-does-oui = C'est un oui à la dernière question.
understand-does-non = C'est un non à la dernière question.
understand-does-peut-etre = C'est un peut-être à la dernière question.
understand-does-absent = L'absence est notée; la personne peut envoyer un commentaire.
understand-does-commentaire = Les mots sont recueillis, relus, puis portés à la table.
understand-does-reclamer = La demande de remboursement commence.
understand-does-statut = Où en sont les demandes et les commentaires.
understand-does-tarifs = Les montants payés.
understand-does-combien = Ce qui vous a été payé dans l'année.
understand-does-transport = Le besoin d'un transport est transmis.
understand-does-garde = Le besoin de garde est transmis.
understand-does-repas = Le besoin d'un repas est transmis.
understand-does-mot = Le sens d'un mot, ou un mot pour la table.
understand-does-suite = La suite du texte.
understand-does-annuler = Que voulez-vous annuler?
understand-does-parler = La personne est ajoutée à la liste des gens à appeler.
understand-does-appel = Un appel est prévu, à la meilleure heure pour la personne.
understand-does-poste = Les nouvelles viendront par la poste.
understand-does-corrige = La dernière réponse est redemandée.
understand-does-retirer = Le commentaire est retiré, s'il n'a pas encore été lu.
understand-does-sans-mon-nom = Le commentaire sera lu sans le nom.
understand-does-q = La question est transmise à une personne.
understand-does-pause = Les messages font une pause.
understand-does-moins = Il y aura moins de messages.
understand-does-reprendre = Les messages reprennent.
understand-does-joindre = Porte-voix se présente et demande l'accord de la personne.
understand-does-language = La suite sera dans cette langue : { $language }.
understand-does-confidentialite = Qui répond des renseignements personnels, ce qu'on garde et pourquoi.
understand-does-mes-donnees = Une copie de ce qu'on garde sur la personne lui est donnée dans les 30 jours.
understand-does-effacer = On explique ce qui part et ce qui reste, et on demande de confirmer.
