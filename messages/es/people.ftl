# What people read when they join, choose, stop and come back.
people-language-name = Español

people-join-hello = Aquí { $organisation }. Enviamos noticias y recordatorios de reuniones, unas 4 veces al mes. No es un servicio de urgencia: en peligro, llame al 911. Para parar: STOP. Para hablar con alguien: { $name }, { $phone }.

    ¿En qué idioma?
    .sms = Aquí { $organisation }. Enviamos noticias y recordatorios de reuniones, unas 4 veces al mes. En peligro: 911, no aquí. Para parar: STOP. Para hablar: { $name }, { $phone }. ¿En qué idioma?
    .segments = 2
people-join-name = ¿Cuál es su nombre, o el nombre que quiere que usemos?
people-join-name-unclear = Escriba un nombre o un apodo. Ejemplo: Rosa
people-join-when-ready = Tómese su tiempo. Para dejarlo: ANULAR
people-join-consent = { $name }, ¿podemos escribirle aquí con noticias y reuniones? Guardamos su nombre, su número y sus palabras. Una compañía fuera de Quebec entrega los mensajes. Menos de 14 años: con un padre o una madre. Para parar: STOP. Saber todo: PRIVACIDAD. ¿De acuerdo?
    .segments = 2
people-join-young = ¡Gracias por escribir! Antes de los 14 años, hay que apuntarse con el padre o la madre: que llame a { $name }, { $phone }. Usted también puede.
people-address-noted = Anotada, su dirección: { $address }. ¿No es así? Escríbala otra vez.
people-join-declined = De acuerdo, no le escribiremos. Si cambia de idea: UNIRME. Para hablar con alguien: { $name }, { $phone }
people-welcome = ¡Hola { $name }! El menú: AYUDA. Parar todo: STOP. Para una llamada: HABLAR, o { $contact } { $phone }
people-already-in = Ya está en la lista, { $name }. El menú: AYUDA. Para hablar con alguien: { $contact }, { $phone }
people-who-are-you = Aquí { $organisation }. No conocemos este número: ¿quién escribe? { $name } va a leerlo. Noticias: UNIRME

people-stopped-coordinator = Hecho: no más mensajes. Como usted coordina, las alertas de angustia le llegarán de todos modos. Para volver: RESTART
people-stopped = Hecho: no más mensajes. Para volver un día: RESTART
people-stopped-kind = Hecho: no más { $kind }. Lo demás sigue. Para recibir todo: RESTART. Para parar todo: STOP
people-kind-reminders = recordatorios
people-kind-digest = boletín
people-kind-surveys = encuestas
people-resumed = Hola { $name }, los mensajes vuelven. Para parar: STOP. El menú: AYUDA
people-paused = Anotado: una pausa hasta el { $date }. Si escribe, respondemos. Para volver antes: RESTART
people-less = Anotado: menos mensajes, un solo recordatorio por reunión. Para volver: RESTART
people-language-set = Anotado: los mensajes serán en español.

people-menu = Ayuda. { $name }: { $phone }
people-menu-call = una llamada
people-menu-comment = decir algo
people-menu-claim = mis gastos
people-menu-status = cómo va
people-menu-choices = mis opciones
people-nothing-changed = De acuerdo, nada cambia.
people-who-writes = Este teléfono es compartido. ¿Quién escribe?
people-someone-else = otra persona

people-already-in-who = Este teléfono ya está en la lista. ¿Quién escribe?
people-it-is-me = sigo siendo yo
people-another-person = otra persona que quiere unirse
people-invitation = Buenos días { $name }. { $who } ({ $organisation }) le habló de nuestros mensajes: noticias y reuniones, unas 4 veces al mes. ¿Podemos escribirle aquí? Para hablar con alguien: { $phone }. No es un servicio de urgencia (911).
    .sms = Buenos días { $name }. { $who } ({ $organisation }) le habló de nuestros mensajes: noticias y reuniones, unas 4 al mes. ¿Podemos escribirle? Para hablar: { $phone }. Urgencia: 911
    .segments = 2
people-invitation-declined = De acuerdo, no le escribiremos. Si cambia de idea: UNIRME
people-own-declined = Anotado, { $name }: no le escribiremos nada. Los mensajes de { $others } siguen aquí. Para parar todo: STOP
people-stopped-writes = Usted había parado todo. { $name } va a leerlo. Para recibir mensajes otra vez: RESTART. Para hablar: { $phone }
people-doubtful = Antes de responder aquí, { $name } debe saber quién escribe. Su mensaje está guardado. Para hablar: { $phone }
people-new-owner = Gracias por avisar. Por ahora no escribimos más aquí. { $name } leerá sus palabras. Para hablar: { $phone }
people-stopped-here = Hecho: no más mensajes aquí. { $other } sigue: escriba STOP allí para pararlo también. Para volver: RESTART
people-channel-sms = El texto
people-channel-telegram = Telegram
people-channel-email = El correo electrónico
people-resumed-all = Los mensajes vuelven en este teléfono. Para parar: STOP. El menú: AYUDA
people-pause-who = Esta opción es para alguien de la lista. Para unirse: UNIRME
people-language-which = ¿En qué idioma? Escriba ESPANOL, ENGLISH, KREYOL o FRANCAIS. { $name } leerá sus palabras.
people-language-unknown = Este idioma todavía no está listo. Para hablar con alguien: { $name }, { $phone }
people-no-accents = Anotado: los textos vendrán sin acentos. Para tenerlos otra vez: CON ACENTOS
people-accents = Anotado: los textos vendrán con acentos. Para quitarlos: SIN ACENTOS
people-choices = MENOS: menos seguido. PAUSA: un mes. STOP: parar todo. FRANCAIS, ENGLISH: idioma. CORREO: papel. SIN ACENTOS. VINCULAR: Telegram y texto. PRIVACIDAD
people-menu-not-here = Esto no es posible aquí. Para hablar con alguien: { $name }, { $phone }
people-help-in-dialogue = Responda a la pregunta, o ANULAR para dejarla. Para una llamada: HABLAR, o { $name } { $phone }
people-help-stranger = Aquí { $organisation }. Para nuestras noticias: UNIRME. Para hablar: { $name }, { $phone }. Urgencia: 911
people-cancel-what = ¿Anular qué?
people-cancel-meeting = mi presencia en una reunión
people-cancel-comment = un comentario
people-cancel-stop = todos los mensajes (parar)
people-cancel-nothing = nada
people-dialogue-cancelled = De acuerdo, lo dejamos ahí. El menú: AYUDA
people-who-on-phone = Este teléfono sirve a más de una persona. ¿Quién es usted?
people-link-code = Para vincular su teléfono, envíe { $code } por texto al { $number } en los próximos 30 minutos.
people-link-code-telegram = Para vincular Telegram, abra { $link } o escriba allí { $code } en los próximos 30 minutos.
people-link-no-sms = Aquí no hay número de texto: Telegram basta.
people-link-no-telegram = Telegram no está abierto aquí: el texto basta.
people-link-join-first = Para empezar, escriba UNIRME. ¿Ya en la lista por texto? Envíe VINCULAR por texto y escriba el código aquí.
people-link-refused = Este código no puede servir aquí. Para ayuda: { $name }, { $phone }
people-link-coordinator-telegram = Este código se abre solo en Telegram.
people-linked = Vinculado, { $name }. Ahora es la misma persona en los dos lados.
people-code-unknown = Este código ya pasó o ya sirvió. Para uno nuevo: VINCULAR
people-too-many-codes = Demasiados códigos probados. Pruebe de nuevo en 15 minutos, o llame a { $name }: { $phone }
people-codes-barred = Demasiados códigos probados por desconocidos. Pruebe de nuevo en una hora, o llame a { $name }: { $phone }
people-contact-not-yours = Este contacto no es el suyo. Para vincular su teléfono: /lier
people-code-to-the-phone = Sale un texto al { $number }. Escriba aquí el código que trae.
people-code-for-telegram = Una cuenta de Telegram pide su expediente. ¿Es usted? Escriba allí { $code }, no aquí. Si no, no dé este código a nadie y responda NO SOY YO
people-code-for-the-other-side = Este código se escribe del otro lado: en Telegram si llegó por texto, por texto si llegó de Telegram.
people-text-too = El { $number } está anotado. ¿Podemos también escribirle allí?
people-phone-added = Anotado: también podemos enviarle textos.
people-phone-stopped = El { $number } había parado todo. Para volver: envíe RESTART desde ese teléfono.
people-post-ask = El boletín y los recordatorios por correo. ¿Su dirección? Ejemplo: 12 rue du Pont, app. 3, Vieux-Moulin, J0X 1A0
people-post-known = ¿Por correo, a esta dirección? { $address }
people-post-same = sí, la misma
people-post-call = mejor una llamada
people-post-unclear = Falta el número o la calle. Ejemplo: 12 rue du Pont, app. 3, Vieux-Moulin, J0X 1A0
people-post-by-phone = Anotado: { $name } le pedirá la dirección por teléfono ({ $phone }).
people-post-chosen = Anotado: boletín y recordatorios por correo. Para volver a los mensajes: RESTART
people-cancel-claim = mi solicitud de dinero
people-who-we-are = Aquí { $organisation }. Enviamos las noticias y las reuniones de su mesa. Para hablar con { $name }: { $phone }
people-a-machine = Una máquina envía estos mensajes. { $name } lee los suyos y le responde. Para hablar: { $phone }
people-who-is = { $name } se ocupa de las reuniones y lee sus mensajes. Para hablar: { $phone }
people-why-us = Usted está en la lista de { $organisation } desde el { $date }. Para parar: PARAR. Lo que guardamos de usted: PRIVACIDAD
people-free = Venir no cuesta nada. Nuestros textos tampoco. Solo su plan puede contar los textos.
people-too-hard = Perdón, no estaba claro. { $name } se lo puede explicar: { $phone }. Para que le llamen: HABLAR
people-who-sees = { $name } lee sus mensajes. Nada se lee en la mesa sin su sí. Sin su nombre: SIN MI NOMBRE
people-what-we-keep = Guardamos su nombre, su número, sus palabras y sus fotos. Son para noticias, reuniones y gastos. Ver o borrar todo: PRIVACIDAD
people-renamed = Anotado: { $name }, ya no { $before }.
people-thanks = ¡De nada!
people-small-talk = Gracias por sus palabras. Para hablar con una persona: HABLAR
people-wrong-number = Aquí { $organisation }. Seguramente no era para nosotros. ¿No más mensajes? PARAR


# Two people who are one.
people-new-phone = ¿Tiene un teléfono nuevo? { $name } lo agrega a su nombre y le escribe. Para hablar: { $phone }

# Said where a name is asked for, and is none.
people-join-name-is-yours = Un apodo basta. Su nombre nunca se lee en la mesa sin su sí.
people-join-hungry = Para comer: llame al 211, día y noche. { $name } leerá sus palabras.
