# What is said when it is not clear who takes a message.
router-not-stopped = De acuerdo, los mensajes siguen.
router-unclear = No está claro, pero { $name } va a leerlo. Responda con un número de la lista.
router-unclear-options = No está claro, pero { $name } va a leerlo. Para responder: { $options }. Ejemplo: 1
router-stale-button = Esta pregunta ya pasó. El menú: AYUDA
router-answer-in-full = Para esto, toque su respuesta o escríbala completa: { $answers }.
router-silence = No nos entendemos aquí. Llame a { $name }: { $phone }


router-not-in-groups = Hablo con una persona a la vez. Escríbame en privado.
router-near-command = No hay orden { $command }. ¿Tal vez { $near }? La lista: /aide
router-unknown-command = No hay orden { $command }. La lista: /aide
router-forwarded = Mensaje reenviado: son palabras de otra persona. { $name } las va a leer. Para responder o hablar a la mesa, escriba usted.
router-forwarded-desk = Este mensaje es reenviado: no se hizo nada. Una orden o una respuesta la escribe usted.
router-sorry-for-you = Lo sentimos mucho. { $name } va a leer sus palabras y a responderle.
router-for-a-person = { $name } va a leer su mensaje y a responderle. Para hablar: { $phone }

# Palabras que pueden ser un grito, o una manera de hablar.
router-care = Pensamos en usted. ¿Está bien? En peligro: 911. Para hablar, día y noche: { $line ->
        [no] 811 o 988
       *[other] 811, 988 o { $line }
    }. { $name } leerá sus palabras.
router-care-well = bien
router-care-not = no, llámenme
router-care-stop = parar los mensajes
router-care-glad = Qué bueno. Para hablar con { $name }: HABLAR, o { $phone }
router-without-slash = ¿Quiere decir { $command }? Una orden comienza con /. La lista: /aide
router-fault = Un problema de nuestro lado: no se leyó su mensaje. Escríbalo otra vez más tarde, o llame a { $name }: { $phone }
router-fault-desk = Un problema de nuestro lado: no se hizo nada, su mensaje está guardado. Escríbalo otra vez en un rato.
router-care-not-for-the-table = Qué bueno. Sus palabras no van a la mesa. Para decir otra cosa a la mesa: COMENTARIO
router-to-coordinator = De acuerdo: no es para la mesa. Escríbalo aquí: solo { $name } lo leerá. Para hablar: { $phone }

router-which-list = ¿Para qué es?
router-list-option = { $about }: { $option }
router-list-broadcast-reminder = { $dated ->
    [yes] reunión del { DATE($date, form: "bare") }
   *[no] reunión
}
router-list-meetings-answer = { $dated ->
    [yes] reunión del { DATE($date, form: "bare") }
   *[no] reunión
}
router-list-broadcast-digest = las noticias
router-list-claims-offer = { $dated ->
    [yes] su asignación, reunión del { DATE($date, form: "bare") }
   *[no] su asignación
}
router-list-claims-received = el dinero recibido
router-list-comments-offer = { $dated ->
    [yes] sus palabras para la mesa, reunión del { DATE($date, form: "bare") }
   *[no] sus palabras para la mesa
}
router-list-report-read = el capítulo del informe
