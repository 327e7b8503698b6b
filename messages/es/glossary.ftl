# The meaning of a word, asked for.
glossary-which = ¿Qué palabra quiere entender?
glossary-meaning = { $word }: { $meaning }
    .segments = 2
glossary-unknown = Todavía no conozco "{ $word }". { $name } le responderá.
