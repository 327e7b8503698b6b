# What a coordinator is told before a sending, and the people concerned are not.
preview-not-translated = Your words are not translated ({ $language }). People who will read them as you wrote them: { $people }
own-words-as-written = { $said } This person ({ $name }) reads another language ({ $language }): your words reach them as you wrote them.
