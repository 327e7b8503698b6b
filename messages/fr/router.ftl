# What is said when it is not clear who takes a message.
router-did-you-mean = Vouliez-vous dire { $word }?
router-did-you-mean-stop = Voulez-vous arrêter tous nos messages?
router-not-stopped = D'accord, les messages continuent.
router-which-demand = C'est pour vos frais, ou pour dire quelque chose à la table?
router-demand-claim = mes frais
router-demand-comment = dire quelque chose
router-which-question = Plusieurs questions sont ouvertes. Laquelle?
router-unclear = Ce n'est pas clair, mais { $name } va lire vos mots. Répondez par un chiffre de 1 à { $count }. Exemple: 1
router-unclear-options = Ce n'est pas clair, mais { $name } va lire vos mots. Pour répondre: { $options }. Exemple: 1
router-stale-button = Cette question est passée. Le menu: AIDE
router-silence = On n'arrive pas à se comprendre ici. Appelez { $name }: { $phone }
router-not-in-groups = Je parle à une personne à la fois. Écrivez-moi en privé.
router-unknown-command = La commande { $command } n'existe pas. La liste: /aide
