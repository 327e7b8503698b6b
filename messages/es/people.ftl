# What people read when they join, choose, stop and come back.
people-language-name = Español

people-join-hello = Aquí { $organisation }. Enviamos noticias y recordatorios de reuniones, unas 4 veces al mes. No es un servicio de urgencia: en peligro, llame al 911. Para parar: STOP. Para hablar con alguien: { $name }, { $phone }.

    ¿En qué idioma?
    .sms = Aquí { $organisation }. Enviamos noticias y recordatorios de reuniones, unas 4 veces al mes. No es un servicio de urgencia (911). Para parar: STOP. Para hablar: { $name }, { $phone }. ¿Idioma?
    .segments = 2
people-join-name = ¿Cuál es su nombre, o el nombre que quiere que usemos?
people-join-name-unclear = Escriba un nombre o un apodo. Ejemplo: Rosa
people-join-consent = { $name }, ¿podemos escribirle aquí con noticias y reuniones? Puede parar cuando quiera.
people-join-declined = De acuerdo, no le escribiremos. Si cambia de idea: UNIRME. Para hablar con alguien: { $name }, { $phone }
people-welcome = ¡Hola { $name }! El menú: AYUDA. Parar todo: STOP. Para una llamada: HABLAR, o { $contact } { $phone }
people-already-in = Ya está en la lista, { $name }. El menú: AYUDA. Para hablar con alguien: { $contact }, { $phone }
people-who-are-you = Aquí { $organisation }. No conocemos este número: ¿quién escribe? { $name } va a leerlo. Noticias: UNIRME

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
