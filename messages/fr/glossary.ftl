glossary-which = Quel mot voulez-vous comprendre?
glossary-meaning = { $word } : { $meaning }
    .sms = { $word }: { $meaning }
    .segments = 2
glossary-unknown = Je ne connais pas encore « { $word } ». { $name } vous répondra.
    .sms = Je ne connais pas encore "{ $word }". { $name } vous répondra.
