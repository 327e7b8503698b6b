### Not for basic phones.

# Hints on the words of a text about to be sent. They are for the coordinator who wrote it.

plain-length = A sentence of { $count } words, cut it: "{ $start }..."
plain-acronym = "{ $word }" is not explained.
plain-acronym-known = "{ $word }" is not explained. For example: { $meaning }
    .segments = 2
plain-office = "{ $word }": write { $instead } instead.
plain-office-alone = "{ $word }": is there a simpler word?
plain-abstract = Many abstract nouns in one sentence: { $words }. Say who does what.
plain-passive = "{ $words }": say who does it, if it matters.
plain-light-amber = As a whole, the text is a little hard to read.
plain-light-red = As a whole, the text is hard to read.
plain-label = "{ $words }" puts a label on people. Write instead: { $instead }.
