# An address added or taken off, two cards made one: what the person reads of it.
people-address-added = { $name }: { $address } está ahora a su nombre. ¿No es usted? Responda NO SOY YO, o { $contact }: { $phone }
people-address-gone = { $name }: { $address } ya no está a su nombre aquí. ¿Un error? { $contact }: { $phone }
people-address-left = Aquí { $organisation }. Ya no le escribiremos a esta dirección: la coordinación la quitó. ¿Un error? { $contact }: { $phone }
    .sms = { $organisation }: ya no le escribiremos aquí, la dirección se quitó. ¿Un error? { $contact }: { $phone }
people-address-phone = el { $number }
people-address-telegram = una cuenta de Telegram
people-link-shared = Este teléfono es de más de una persona. Para unir Telegram, hable con { $name }: { $phone }
people-merge-ask = Este código viene de { $name }. Su ficha y la suya serían una sola: quien tiene la cuenta de { $name } leería y respondería en su lugar. Pasarían a ella:
    { LINES($what) }

    Solo si { $name } es usted: ¿unimos las dos?
    .segments = 3
people-merge-by-voice = Un mensaje de texto no basta para unir dos fichas, porque un número se puede imitar. { $name } le va a llamar ({ $phone }).
    .sms = Un texto no basta para unir dos fichas: un número se puede imitar. { $name } le va a llamar ({ $phone }).
people-merge-no = no
people-merge-over = Esta pregunta ya pasó: nada ha cambiado.
people-merge-refused = De acuerdo, nada ha cambiado. ¿Alguien le pidió enviar este código? Dígalo a { $name }: { $phone }
people-merge-told = { $name }: su ficha y la de { $other } son ahora una sola. ¿No es usted? Responda NO SOY YO, o { $contact }: { $phone }
people-merge-yes = sí, soy yo
people-merged = Listo: { $name } y { $other } son la misma persona aquí. ¿Un error? Llámenos en los próximos 30 días.
people-moves-claims = { $count ->
        [one] { $count } solicitud de dinero
       *[other] { $count } solicitudes de dinero
    }
people-moves-comments = { $count ->
        [one] { $count } comentario
       *[other] { $count } comentarios
    }
people-moves-name = su nombre y sus mensajes
people-moves-roundtables = mesas: { $names }
people-moves-telegram = esta cuenta de Telegram
people-not-me = Ya está quitado. { $name } lo sabe y le va a llamar. Para hablar antes: { $phone }
    .sms = Ya está quitado. { $name } lo sabe y le va a llamar. Para hablar antes: { $phone }
people-not-me-noted = Anotado. { $name } va a verificar y le va a llamar. Para hablar antes: { $phone }
    .sms = Anotado. { $name } va a verificar y le va a llamar. Para hablar antes: { $phone }
people-unmerge-told = { $name }: su ficha se había unido a otra. Ya está deshecho, todo está como antes. { $contact }: { $phone }
people-not-me-code = Anotado. Ese código ya no sirve, nada cambió. { $name } va a verificar. Para hablar: { $phone }
people-not-me-touched = Desde entonces, esa dirección tocó: { $what }. La coordinación verá con usted lo que es suyo.
people-touched-claims = sus solicitudes de dinero
people-touched-comments = sus comentarios
people-touched-meetings = sus respuestas a las reuniones
people-touched-others = su ficha y sus opciones
people-touched-privacy = sus datos
