# What a coordinator is told before a sending, and the people concerned are not.
preview-not-translated = Your words are not translated ({ $language }). People who will read them as you wrote them: { $people }
