# The monthly digest: what people read.
digest-sms = Noticias de { $month }. Para leer una, responda su número:
    .segments = 3
digest-telegram = Noticias de { $month }

    { LINES($items) }
    .segments = 20
digest-item = { $title }
    { $body }
    .segments = 7
digest-ask-item = ¿Qué noticia quiere proponer? Una frase basta.
digest-proposed = Gracias, noticia anotada (no { $number }). La coordinación elige lo que sale el { $date }.
digest-empty = Falta el texto. Ejemplo: proposer El refrigerador del pueblo está abierto el sábado.
digest-title-too-long = Título muy largo: { $length } letras, máximo { $longest }. Ejemplo: El refrigerador está abierto | Venga el sábado.
digest-too-long = Texto muy largo: { $length } letras, máximo { $longest }. ¿Puede acortarlo?
