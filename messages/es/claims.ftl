# The allowance and the expenses of whoever took part. Never a salary, never first in an invitation.
claims-occasion = { $name }, { $date }
claims-option-meeting = { DATE($date, form: "bare") }, { $name }
claims-option-other-activity = otra cosa
claims-which-meeting = ¿Para qué reunión es?
claims-unclear-meeting = No está claro. Responda con un número, o escriba el día. Ejemplo: 10 de febrero
claims-which-activity = ¿Qué actividad, y qué día? Ejemplo: taller, 12 de mayo
claims-unclear-day = No entendí el día. Ejemplo: taller, 12 de mayo
claims-later = El { $date } todavía no pasó. Escriba después. Si era otro día, ejemplo: taller, 12 de mayo
claims-meeting-gone = Esta reunión ya no tiene lugar.
claims-meeting-not-found = Esa reunión no está entre sus reuniones pasadas.
claims-other-meeting = Para la otra reunión, { $name } lo mira y le responde. Aquí no se añade nada. Teléfono: { $phone }
claims-wrong-meeting = Su solicitud no { $number } no es para la reunión correcta: { $name } lo mira y le responde. Teléfono: { $phone }
claims-in-advance = Pagamos después de la reunión, cuando usted lo pide. ¿Necesita dinero antes? { $name } leerá su mensaje y le responde: { $phone }
claims-how-paid = Por transferencia, cheque o efectivo: se decide con { $name }, que le responderá. Teléfono: { $phone }
claims-how-paid-wished = Usted pidió: { $mode }. { $name } le responderá. Teléfono: { $phone }
claims-before-meeting = Anotado: { $name } lo leerá. Los gastos se piden después de la reunión: escriba entonces RECLAMER.
claims-paid-after = Su solicitud aún no se ha enviado. Después, { $name } la mira, y le escribimos cuando se pague. Aún no sabemos el día.
claims-came-not-sent = ¡Qué bien! Pero la solicitud de aquí no se ha enviado.
claims-how-long = El { $date } ({ $name }), ¿cuánto tiempo participó?
claims-how-long-each = Desde el { $date }, ¿cuánto tiempo cada día?
claims-option-half = medio día, { $amount }
claims-option-day = el día, { $amount }
claims-option-expenses-only = solo mis gastos

claims-which-ride = Para venir, ¿pagó algo?
claims-option-no-ride = no
claims-option-bus = autobús
claims-option-car = auto
claims-option-taxi = taxi
claims-unclear-ride = No está claro. Responda con un número, o escriba el monto. Ejemplo: autobus 7,50
claims-how-much-bus = ¿Cuánto en total por el autobús? Ejemplo: 7,50
claims-how-much-taxi = ¿Cuánto en total por el taxi? Ejemplo: 22
claims-which-part = Para esta reunión, ¿cuánto pagó usted?
claims-option-sum = { $amount }
claims-why-taxi = ¿Por qué un taxi? En pocas palabras. Ejemplo: no hay autobús a las 20 h
claims-how-far = ¿Cuántos kilómetros en total, ida y vuelta? Ejemplo: 34
claims-unclear-km = No está claro. Escriba los kilómetros en total, de 1 a { $most }. Ejemplo: 34
claims-any-meal = ¿Pagó una comida?
claims-option-meal = sí, { $amount }
claims-how-much-meal = ¿Cuánto por la comida? Ejemplo: 12
claims-was-meal-served = La comida: ¿había una servida en la reunión?
claims-option-not-served = no, la pagué
claims-option-served = sí, servida
claims-any-childcare = ¿Gastos de cuidado de niños? Escriba el monto. Ejemplo: 40
claims-any-other = ¿Otra cosa que reembolsar? Escriba qué y cuánto. Ejemplo: estacionamiento 6 $
claims-unclear-other = No está claro. Escriba qué y cuánto. Ejemplo: estacionamiento 6 $
claims-option-none = no
claims-receipt-fare = Autobús, { $amount }: envíe una foto del recibo.
claims-receipt-km = Auto, { $amount }: envíe una foto del recibo.
claims-receipt-meal = Comida, { $amount }: envíe una foto del recibo.
claims-receipt-childcare = Cuidado de niños, { $amount }: envíe una foto del recibo o de un papel firmado.
claims-receipt-other = Otro, { $amount }: envíe una foto del recibo.
claims-option-no-receipt = sin recibo
claims-photo-kept = Foto recibida. Va con su solicitud.

claims-line-participation = participación { $amount } ({ $halves ->
        [1] medio día
       *[other] día
    })
claims-line-participation-on = participación del { DATE($date, form: "bare") } { $amount }
claims-line-remote = participación a distancia { $amount }
claims-line-km = auto { $km } km { $amount }
claims-line-fare = autobús { $amount }
claims-line-taxi = taxi { $amount }
claims-line-meal = { $count ->
        [1] comida { $amount }
       *[other] { $count } comidas { $amount }
    }
claims-line-childcare = cuidado de niños { $amount }
claims-line-other = otro { $amount }
claims-line-named = { $what } { $amount }
claims-line-beyond = { $line } (más que { $limit }: alguien va a decidir)
claims-line-to-decide = { $line } (alguien va a decidir)
claims-line-because = { $line } [{ $why }]
claims-line-receipt-photo = { $line } [foto del recibo]
claims-line-receipt-none = { $line } [sin recibo]
claims-check = { $occasions }: { $lines }. Total { $total }. ¿Está bien? Si no, escriba el error.
    .segments = 4
claims-check-first = { $occasions }: { $lines }. Total { $total }.
    { $notice }
    ¿Está bien? Si no, escriba el error.
    .segments = 4
claims-option-send = sí, enviar
claims-option-correct = corregir
claims-what-is-wrong = ¿Qué no está bien?
claims-fix-participation = mi participación
claims-fix-transport = el transporte
claims-fix-meal = la comida
claims-fix-childcare = el cuidado de niños
claims-fix-other = otra cosa
claims-noted-already = Ya está anotado. Nada se cuenta dos veces.
claims-noted-beside = Anotado: { $lines }.
claims-noted-km = { $km } km
claims-second = Ya tiene una solicitud para esta reunión: no { $number }, { $total }. Esta será otra solicitud.
claims-already-noted = Ya anotado: solicitud no { $number }, { $total }. Nada se cuenta dos veces. Para hablar de ello: HABLAR
claims-received = Recibida: solicitud no { $number }, { $total }. Le diremos lo que sigue. Cómo va: ESTADO
claims-nothing-due = Nada que reembolsar aquí. Para empezar otra vez: RECLAMAR. Para hablar: { $name }, { $phone }

claims-offer = Por { $roundtable }, el { $date }: ¿quiere pedir su asignación y sus gastos?
claims-option-claim = sí
claims-option-no-thanks = no gracias
claims-declined = Anotado, gracias. Nada cambia para usted. Si cambia de idea: RECLAMAR
claims-for-someone-else = Para otra persona, { $name } le escribe o le llama. No envíe aquí su nombre ni su número. { $phone }
claims-for-a-human = Anotado. Este monto no sigue nuestras tarifas: { $name } lo mira y le responde. { $phone }

claims-table = Tarifas: { $lines }. Puede decir que no.
claims-no-table = Los montos todavía no están fijados. { $name } puede responderle: { $phone }
claims-rate-participation = participación { $half } (día { $day })
claims-rate-remote = a distancia { $amount }
claims-rate-transport-km = auto { $amount }/km
claims-rate-transport-fare = autobús { $amount }
claims-rate-meal = comida { $amount }
claims-rate-childcare = niños { $amount }
claims-rate-other = otro { $amount }
claims-rate-up-to = { $name } máx. { $amount }
claims-rate-as-paid = { $names } al precio pagado
claims-rate-name-participation = participación
claims-rate-name-remote = a distancia
claims-rate-name-transport-km = auto
claims-rate-name-transport-fare = autobús
claims-rate-name-meal = comida
claims-rate-name-childcare = niños
claims-rate-name-other = otro

claims-approved = Su solicitud no { $number } está aceptada: { $total }. Le escribimos cuando esté pagada.
claims-question = Solicitud no { $number }: { ENDED($question, mark: "?") } Responda aquí.
    .segments = 3
claims-question-settled = La solicitud no { $number } ya está resuelta. Cómo va: ESTADO
claims-resubmitted = Gracias. Su respuesta se agrega a la solicitud no { $number }.
claims-refused = Solicitud no { $number }: no aceptada. Por qué: { ENDED($reason) } Para hablar: { $name }, { $phone }
    .segments = 3
claims-reopened = Su solicitud no { $number } se mira otra vez. Le diremos lo que sigue.
claims-paid-coming = Solicitud no { $numbers }: { $total } se pagará { $mode }, el { $date }.
claims-paid-came = Solicitud no { $numbers }: { $total }, pagado { $mode }, el { $date }. ¿Lo recibió?
claims-paid-came-again = Solicitud no { $number }, { $total }: ¿lo recibió?
claims-option-came = sí
claims-option-not-yet = todavía no
claims-mode-transfer = por transferencia
claims-mode-cheque = por cheque
claims-mode-cash = en efectivo
claims-mode-gift-card = por tarjeta regalo
claims-money-came = Gracias, anotado.
claims-money-missing = Gracias por decirlo. { $name } va a verificar y le responde. Teléfono: { $phone }
claims-nothing-to-confirm = Ya está anotado, gracias. Sus solicitudes: ESTADO

claims-status = { LINES($lines) }
claims-status-submitted = Solicitud no { $number }, { $total }: recibida el { DATE($date, form: "bare") }
claims-status-approved = Solicitud no { $number }, { $total }: aceptada el { DATE($date, form: "bare") }
claims-status-returned = Solicitud no { $number }, { $total }: una pregunta le espera ({ DATE($date, form: "bare") })
claims-status-refused = Solicitud no { $number }, { $total }: no aceptada ({ DATE($date, form: "bare") })
claims-status-paid = Solicitud no { $number }, { $total }: pagada el { DATE($date, form: "bare") }
claims-status-to-be-paid = Solicitud no { $number }, { $total }: se pagará el { DATE($date, form: "bare") }
claims-status-received = Solicitud no { $number }, { $total }: pagada el { DATE($date, form: "bare") }, recibida
claims-status-meeting = Reunión { $name }, { DATE($date, form: "bare") } { $start }: { $answer ->
        [coming] usted viene
        [absent] usted no viene
        [maybe] quizás
       *[none] sin respuesta
    }
claims-status-needs = Ayuda para venir: { $needs }
claims-status-need-open = { $need } (anotado)
claims-status-need-done = { $need } (arreglado)
claims-status-nothing = Nada en espera para usted. Para sus gastos: RECLAMAR. ¿Una pregunta? { $name }, { $phone }
claims-status-late = Es mucho tiempo. { $name } lo sabe y le responde: { $phone }

claims-payment-cancelled = Correccion: su solicitud no. { $numbers } todavia no esta pagada. { $reason }
    .segments = 3
claims-cancelled = Anulado: no se envía nada. Para empezar de nuevo: RECLAMAR
claims-cancel-asked = { $name } va a ver su solicitud y a responderle. Nada se paga hasta entonces. Teléfono: { $phone }
claims-lost-receipt = ¿Sin recibo? No importa. { $name } lo verá con usted. Teléfono: { $phone }
claims-receipt-seen = Envíe la foto aquí: irá con su solicitud. Para hacer una: RECLAMAR. Para hablar con { $name }: { $phone }
claims-status-no-claim = No tenemos ninguna solicitud de dinero suya. Para hacer una: RECLAMAR. { $name } le ayuda: { $phone }

claims-not-sent-yet = Su solicitud todavía no está enviada: queda una pregunta. Para dejarla: ANULAR
claims-taken-away = Quitado: { $lines }.
claims-any-other-more = Ya anotado: { $lines }. ¿Otra cosa? Escriba qué y cuánto.
    .segments = 2
claims-option-all = no, es todo
claims-option-take-away = quitar
claims-option-as-before = dejar como antes
claims-option-right = está bien
claims-line-was = { $line } (era { $before })
claims-line-gone = { $line }, quitado
claims-amended = Cambiado en su solicitud no { $number }: { $lines }. Total { $total }.
    .segments = 2
claims-amended-kept = Anotado: solicitud no { $number }, { $total }.
claims-as-before = Está como antes: solicitud no { $number }, { $total }.
claims-goes-with = Ya tiene una solicitud para esta reunión: no { $number }, { $total }. Esto va con ella.
claims-added = Agregado: solicitud no { $number }, { $total }. Le diremos lo que sigue. Dónde está: ESTADO
claims-withdrawn = Su solicitud no { $number }, { $total }, está anulada. Nada se pagará.
claims-withdrawn-kept = La solicitud no { $number } queda anulada. Para hacer otra: RECLAMAR
claims-option-put-back = ponerla otra vez
claims-put-back = Vuelve a estar: solicitud no { $number }, { $total }. Le diremos lo que sigue.
claims-withdraw-which = ¿Qué solicitud anular?
claims-option-numbered = no { $number }, { $total }
claims-option-none-of-them = ninguna
claims-nothing-withdrawn = Nada se anula. Dónde están sus solicitudes: ESTADO
claims-next-submitted = { $name } la mira. Le escribimos cuando esté aceptada, y cuando esté pagada. La fecha todavía no se sabe.
claims-next-approved = Le escribimos cuando esté pagada, con la fecha. Todavía no se sabe.
claims-who-knows = Este dinero puede cambiar su cheque de ayuda social o su alquiler. Pregunte antes: a su agente, o a { $name }, { $phone }

# Asked of other money, and of the total.
claims-benefits = Eso no se lo podemos decir aquí. Pregunte a su agente de ayuda social antes de enviar. { $name } puede ayudarle a preguntar: { $phone }
claims-total-before = El total se muestra antes de enviar. Nada se envía sin su sí.
claims-wait = Tome su tiempo. No se envía nada. Esperamos su respuesta.
claims-not-sent-one-more = Todavía no se envió: queda una pregunta.
claims-so-far = Hasta ahora: { $lines }. Total { $total }. No se envía nada.
    .segments = 2
claims-holds = Solicitud n.º { $number }: { $lines }. Total { $total }.
    .segments = 2
claims-cancel-under-way = ¿Quiere decir: anular su solicitud? No se ha enviado nada.
claims-cancel-sent = ¿Quiere decir: anular su solicitud n.º { $number }, { $total }?
claims-option-cancel = sí, anular
claims-option-keep = no, dejarla
claims-day-for-a-human = No importa: { $name } verá su solicitud con usted. Sus montos quedan guardados. Teléfono: { $phone }
claims-what-for = { $amount }, ¿para qué fue? Ejemplo: estacionamiento

claims-entered-for-you = Solicitud no { $number } anotada para usted, { $occasion }: { $lines }. Total { $total }. ¿Un error? { $name }, { $phone }
    .segments = 2
claims-taken-out-for-you = Solicitud no { $number }, { $total }, anotada para usted: retirada. No se pagará nada por ella. ¿Una pregunta? { $name }, { $phone }
    .segments = 2
