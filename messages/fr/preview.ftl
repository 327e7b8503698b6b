# What a coordinator is told before a sending, and the people concerned are not.
preview-not-translated = Vos mots ne sont pas traduits ({ $language }). Personnes qui les liront comme vous les avez écrits : { $people }
