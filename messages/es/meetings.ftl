# What people read about meetings. The key fact stands in the first 70 characters.
meetings-option-coming = sí
meetings-option-absent = no
meetings-option-maybe = quizás
meetings-reminder = Reunión { $date } { $start } a { $end }, { $place } ({ $roundtable }). { ENDED($summary) } ¿Viene?
    .segments = 2
meetings-reminder-more = Reunión { $date } { $start } a { $end }, { $place } ({ $roundtable }). { ENDED($summary) } Lo demás: SIGUIENTE. ¿Viene?
    .segments = 2
meetings-practical = Pronto: { $date } { $start } a { $end }, { $place } ({ $roundtable }). ¿No puede? AUSENTE
    .segments = 2
meetings-practical-phone = Pronto: { $date } { $start } a { $end }, { $place } ({ $roundtable }). Por teléfono: { $dial_in }. ¿No puede? AUSENTE
    .segments = 2
meetings-moved = Cambio: { $roundtable } es el { $date } { $start } a { $end }, { $place } ({ $changes }). ¿Viene?
    .segments = 2
meetings-moved-told = Cambio: { $roundtable } es el { $date } { $start } a { $end }, { $place } ({ $changes }).
    .segments = 2
meetings-changed = Cambio: { $roundtable }, { $date } { $start } a { $end }, { $place } ({ $changes }). Su respuesta sigue anotada. ¿No puede? AUSENTE
    .segments = 2
meetings-back = No anulado: { $roundtable } sí tiene lugar, { $date } { $start } a { $end }, { $place }. ¿Viene?
    .segments = 2
meetings-back-told = No anulado: { $roundtable } sí tiene lugar, { $date } { $start } a { $end }, { $place }.
    .segments = 2
meetings-back-holds = No anulado: { $roundtable } sí tiene lugar, { $date } { $start } a { $end }, { $place }. Su respuesta sigue anotada. ¿No puede? AUSENTE
    .segments = 2
meetings-has-moved = { $roundtable } cambió: ahora es el { $date } { $start } a { $end }, { $place }. ¿Viene?
    .segments = 2
meetings-change-date = antes era el { $before }
meetings-change-date-and-hours = antes era el { $before }, de { $start } a { $until }
meetings-change-hours = antes era de { $before } a { $until }
meetings-change-place = ya no es aquí: { $before }
meetings-change-dial-in = el número de teléfono es nuevo
meetings-cancelled = Anulado: { $roundtable } del { $date } { $start } a { $end }. Por qué: { $reason }
    .segments = 2
meetings-summary = { $roundtable }, { $date }, de { $start } a { $end }, { $place }.
    { $summary }
    .segments = 6
meetings-minutes = { $roundtable }, { $date }, en breve:
    { $minutes }
    .sms = { $roundtable }, { $date }, en breve: { $minutes }
    .segments = 11
meetings-minutes-corrected = Correccion sobre { $roundtable }, { $date }:
    { $minutes }
    .sms = Correccion. { $roundtable }, { $date }: { $minutes }
    .segments = 11
meetings-name = { $roundtable }, { $date }
meetings-noted-coming = Anotado: usted viene el { $date } a las { $start } ({ $roundtable }). ¿Ya no puede? Escriba AUSENTE.
    .sms = Anotado: viene { $date } { $start } ({ $roundtable }). ¿Ya no puede? AUSENTE
meetings-noted-maybe = Anotado: quizás, { $date } { $start }. Recordatorio el día antes. ¿Ayuda? LIFT, GUARDERIA o COMIDA ({ $roundtable })
meetings-noted-absent = Anotado: usted no viene el { $date } ({ $roundtable }). Recibirá el resumen después. ¿Viene de todos modos? SI VENGO
meetings-was-cancelled = La reunión { $roundtable } del { $date } está anulada. No hay que hacer nada.
meetings-is-over = { $roundtable } del { $date } ya pasó. Para decir algo: COMENTARIO. Para sus gastos: RECLAMAR
meetings-nothing-to-answer = Gracias. No hay reunión próxima para usted. ¿Ayuda? Escriba AYUDA.
meetings-which-coming = ¿A cuál viene?
meetings-which-absent = ¿A cuál no viene?
meetings-which-maybe = ¿Quizás a cuál?
meetings-neither = ninguna
meetings-nothing-changed = De acuerdo, nada cambia.
meetings-need-transport = Anotado: transporte, { $date } ({ $roundtable }). { $name } le escribe o le llama antes.
meetings-need-childcare = Anotado: cuidado de niños, { $date } ({ $roundtable }). { $name } le escribe o le llama antes.
meetings-need-meal = Anotado: comida, { $date } ({ $roundtable }). { $name } le escribe o le llama antes.
meetings-needs = Anotado: { $needs }, { $date } ({ $roundtable }). { $name } le escribe o le llama antes.
meetings-need-over = De acuerdo, nada que prever: { $needs }, { $date } ({ $roundtable }). ¿Cambia? LIFT, GUARDERIA o COMIDA
meetings-need-perhaps = De acuerdo. Si necesita ayuda para venir: LIFT, GUARDERIA o COMIDA
meetings-need-stands = Sigue anotado: { $needs }, { $date } ({ $roundtable }). { $name } lee su mensaje y le responde.
meetings-need-name-transport = transporte
meetings-need-name-childcare = cuidado de niños
meetings-need-name-meal = comida
meetings-and-you =
    { $said }
    ¿Viene el { $date }?
meetings-days = ¿Entendimos bien?
    { LINES($days) }
    .segments = 2
meetings-day-absent = { $date } ({ $roundtable }): ausencia
meetings-day-coming = { $date } ({ $roundtable }): usted viene
meetings-days-kept = Anotado.
    { LINES($days) }
    .segments = 2
meetings-days-not = No está claro para nosotros. { $name } va a leer su mensaje. Nada cambia hasta entonces. Teléfono: { $phone }
meetings-noted-coming-after-all = Cambiado: usted viene el { $date } a las { $start } ({ $roundtable }). ¿Ya no puede? AUSENTE
meetings-noted-late = Anotado: usted viene el { $date }, un poco después de las { $start } ({ $roundtable }). ¿Ya no puede? AUSENTE
meetings-noted-early = Anotado: usted viene el { $date } a las { $start } y sale antes ({ $roundtable }). ¿Ya no puede? AUSENTE
meetings-where-when = { $roundtable }: { $date }, { $start } a { $end }, { $place }. ¿Algo más? Q y su pregunta
meetings-where-when-phone = { $roundtable }: { $date }, { $start } a { $end }, { $place }. Por teléfono: { $dial_in }. ¿Algo más? Q y su pregunta
    .segments = 2
meetings-who-reads = { $carrier } lee las palabras a la mesa. Para hablar con { $name }: { $phone }
meetings-no-duty = No, nada le obliga. Viene si quiere. Habla si quiere.
meetings-words-go = { $carrier } lee sus palabras en la mesa. La mesa responde. Le escribimos la respuesta.
meetings-said-there = Después de la reunión, { $name } le escribe lo que se decidió.
meetings-meal-served = Sí, se sirve una comida ({ $roundtable }, { $date }).
meetings-access = { $roundtable }, { $date }: { $access }.
meetings-by-phone = { $roundtable }, { $date }. Por teléfono: { $dial_in }
meetings-own-answer = Reunión { $name }, { DATE($date, form: "bare") } { $start }: { $answer ->
        [coming] usted viene
        [absent] usted no viene
        [maybe] quizás
       *[none] sin respuesta
    }

# Somebody else does not come.
meetings-other-absent = Se lo decimos a { $name }: otra persona no viene.
meetings-other-absent-and-you = Se lo decimos a { $name }: otra persona no viene. Y usted, ¿viene?
meetings-other-absent-not-you = Se lo decimos a { $name }: otra persona no viene. Para usted nada cambia: { $mine }.
