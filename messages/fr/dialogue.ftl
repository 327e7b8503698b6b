# What any dialogue may have to say.
dialogue-yes = oui
dialogue-no = non
dialogue-changed = Quelque chose a changé depuis. Voici à jour:
dialogue-unclear-choice = Ce n'est pas clair. Répondez par un chiffre de la liste.
dialogue-unclear-words = Ce message est vide. Écrivez quelques mots.
dialogue-unclear-number = Ce n'est pas clair. Écrivez un nombre de { $least } à { $most }. Exemple: 12
dialogue-unclear-money = Ce n'est pas clair. Écrivez un montant. Exemple: 7,50
dialogue-unclear-photo = Envoyez une photo, ou répondez par un chiffre. Exemple: 1
dialogue-unclear-yes-no = Ce n'est pas clair. Répondez 1 pour oui, 2 pour non.
dialogue-too-long = C'est trop long ici: { $length } lettres, { $longest } au plus. En plus court?
dialogue-handed-over = Ce n'est pas grave: { $name } va regarder ça avec vous. Pour parler tout de suite: { $phone }
# Coordinators only.
dialogue-form-left = J'ai laissé cette question là. Rien n'est fait. Pour un exemple, écrivez /aide et le nom de la commande.
dialogue-form-left-not-stopped = J'ai laissé ce que vous remplissiez. Rien n'est fait. Pour ne plus recevoir de messages, écrivez ARRET encore une fois.

dialogue-expired = Votre réponse n'est pas venue, on arrête ici. Pour recommencer, écrivez AIDE.
dialogue-expired-kept = On arrête ici, mais vos mots sont gardés : une personne va les lire. Pour recommencer, écrivez COMMENTAIRE.
    .sms = On arrête ici, mais vos mots sont gardés: une personne va les lire. Pour recommencer: COMMENTAIRE
dialogue-expired-nameless = On arrête ici. Personne n'a lu vos mots, ils sont effacés. Pour recommencer : COMMENTAIRE
    .sms = On arrête ici. Personne n'a lu vos mots, ils sont effacés. Pour recommencer: COMMENTAIRE
dialogue-end = c'est tout
dialogue-then-asks = { $before }
    { $question }
