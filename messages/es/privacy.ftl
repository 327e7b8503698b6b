# What people read about their own information. Each says one thing, and what to write next.
privacy-short = Sus datos: { $organisation } guarda su nombre, su número y sus palabras, para las noticias, las reuniones y sus gastos, nada más. Quién responde: { $name }, { $phone }. ¿Qué desea?
    .segments = 2
privacy-page-address = Leer todo: { $address }
    .segments = 2
privacy-menu-copy = una copia
privacy-menu-fix = corregir
privacy-menu-erase = borrar todo
privacy-menu-post = leer todo, en papel

privacy-stranger = No conocemos este número: guardamos lo que escribe { $long } y luego se borra. Preguntas: { $name }, { $phone }
privacy-nothing-kept = No conocemos este número: no hay nada a su nombre. Para hablar: { $name }, { $phone }
privacy-whose = Este teléfono es de más de una persona. Para sus datos, llame a { $name }: { $phone }

privacy-how = Una copia de todo lo que guardamos de usted. ¿Cómo la quiere?
privacy-how-telegram = por Telegram
privacy-how-post = por correo
privacy-how-hand = en mano
privacy-where = ¿A qué dirección? Ejemplo: 12 rue du Pont, app. 3, Vieux-Moulin, J0X 1A0
privacy-where-unclear = Falta el número o la calle. Ejemplo: 12 rue du Pont, app. 3, Vieux-Moulin, J0X 1A0
privacy-copy-noted = Anotado. La tendrá a más tardar el { $date }. Preguntas: { $name }, { $phone }
privacy-fix-what = ¿Qué no es correcto? Escríbalo en una frase. Ejemplo: mi nombre es Rose Roy.
privacy-fix-noted = Anotado. { $name } lo corrige a más tardar el { $date } y le avisa. Preguntas: { $phone }
privacy-post-noted = Anotado: el texto completo sale por correo. Preguntas: { $name }, { $phone }

privacy-erase-explained = Borramos su nombre, sus palabras y sus fotos. Sus asistencias quedan, sin su nombre. Sus gastos pagados quedan { $long } con su nombre, para las cuentas. Su número queda, para no escribirle más.
    .segments = 2
privacy-erase-unpaid = Atención: { $amount } de gastos aún no están pagados. Se borrarán también.
privacy-erase-code = Para confirmar, escriba { $code }. Si no, toque el botón.
    .sms = Para confirmar, escriba { $code }. Si no, responda 1.
privacy-erase-keep = no borrar nada
privacy-erase-unclear = Escriba { $code } para borrar todo, o 1 para no borrar nada.
privacy-erase-kept = De acuerdo, no se borra nada.
privacy-erase-noted = Anotado: todo se borrará el { $when }. Las noticias paran. ¿Cambia de idea antes? REANUDAR. Es nuestro último mensaje.
privacy-erase-already = Ya está pedido: todo se borrará el { $when }. Para no borrar nada: REANUDAR
privacy-erase-coordinator = Usted coordina: pida primero a otra persona que tome este papel. Preguntas: { $name }, { $phone }
privacy-erase-undone = No se borra nada, { $name }: todo sigue como antes. Para parar: ARRET
privacy-days = { $count ->
        [one] { $count } día
       *[other] { $count } días
    }
privacy-years = { $count ->
        [one] { $count } año
       *[other] { $count } años
    }
