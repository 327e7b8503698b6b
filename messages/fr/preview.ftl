# What a coordinator is told before a sending, and the people concerned are not.
preview-not-translated = Vos mots ne sont pas traduits ({ $language }). Personnes qui les liront comme vous les avez écrits : { $people }
own-words-as-written = { $said } Cette personne ({ $name }) lit une autre langue ({ $language }) : vos mots lui arrivent comme vous les avez écrits.
