glossary-which = Which word would you like explained?
glossary-meaning = { $word }: { $meaning }
    .segments = 2
glossary-unknown = I do not know "{ $word }" yet. { $name } will answer you.
