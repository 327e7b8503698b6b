### Not for basic phones.

# Hints on the words of a text about to be sent. They are for the coordinator who wrote it.

plain-length = Phrase de { $count } mots, coupez-la: « { $start }... »
plain-acronym = « { $word } » n'est pas expliqué.
plain-acronym-known = « { $word } » n'est pas expliqué. Par exemple: { $meaning }
    .segments = 2
plain-office = « { $word } »: écrivez plutôt { $instead }.
plain-office-alone = « { $word } »: y a-t-il un mot plus simple?
plain-abstract = Beaucoup de noms abstraits dans une phrase: { $words }. Dites qui fait quoi.
plain-passive = « { $words } »: dites qui le fait, si ça compte.
plain-light-amber = Dans l'ensemble, le texte est un peu difficile à lire.
plain-light-red = Dans l'ensemble, le texte est difficile à lire.
plain-label = « { $words } » colle une étiquette. Écrivez plutôt: { $instead }.
