# What any dialogue may have to say.
dialogue-yes = sí
dialogue-no = no
dialogue-changed = Algo cambió desde entonces. Aquí está al día:
dialogue-unclear-choice = No está claro. Responda con un número de la lista.
dialogue-unclear-words = Este mensaje está vacío. Escriba unas palabras.
dialogue-unclear-number = No está claro. Escriba un número de { $least } a { $most }. Ejemplo: 12
dialogue-unclear-money = No está claro. Escriba una cantidad. Ejemplo: 7,50
dialogue-unclear-yes-no = No está claro. Responda 1 para sí, 2 para no.
dialogue-too-long = Es demasiado largo: { $length } letras, { $longest } como máximo. ¿Más corto?
dialogue-handed-over = No pasa nada: { $name } lo mirará con usted. Para hablar ahora: { $phone }

dialogue-unclear-photo = Envíe una foto, o responda con un número. Ejemplo: 1
dialogue-expired = Su respuesta no llegó, lo dejamos aquí. Para empezar otra vez, escriba AYUDA.
dialogue-expired-kept = Lo dejamos aquí, pero sus palabras están guardadas: una persona las va a leer. Otra vez: COMENTARIO
dialogue-expired-nameless = Lo dejamos aquí. Nadie leyó sus palabras, están borradas. Para empezar otra vez: COMENTARIO
dialogue-end = es todo
dialogue-then-asks = { $before }
    { $question }
