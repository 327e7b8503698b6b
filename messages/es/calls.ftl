# What people read when a human must hear them.
calls-noted = Anotado: { $name } le llamará. Para hablar: { $phone }
calls-noted-when = Anotado: { $name } le llamará. Para hablar: { $phone }. ¿El mejor momento?
calls-already-asked = Ya está anotado: { $name } le llamará. Para hablar: { $phone }
calls-hour-morning = la mañana
calls-hour-afternoon = la tarde
calls-hour-evening = la noche
calls-hour-noted = Anotado: { $hour }.
calls-never-called = Anotado: no le llamamos. { $name } leerá sus palabras y le escribirá.
calls-not-called = Anotado: nadie le llama. Para una llamada: HABLAR
calls-distress = Sus palabras cuentan. En peligro: 911. Para hablar, día y noche: { $line ->
        [no] 811 o 988
       *[other] 811, 988 o { $line }
    }. Avisamos a { $name } ahora ({ $phone })
calls-unknown-word = No entendimos, pero { $name } va a leerlo. El menú: AYUDA. Una llamada: HABLAR, o { $phone }

calls-which-question = ¿Cuál es su pregunta? Una persona le va a responder.
calls-question-kept = Su pregunta está guardada. { $name } le responde aquí o le llama. Para hablar: { $phone }
calls-voice-kept = Aquí no leemos los mensajes de voz, pero { $name } lo va a escuchar. También puede escribirlo, o llamar: { $phone }
calls-media-kept = Recibido. { $name } lo va a ver. Para agregar algo, escríbalo. Para hablar: { $phone }
calls-sticker-kept = Recibido. Para decir algo, escríbalo. El menú: AYUDA. Para hablar: { $name }, { $phone }
calls-empty-media = Este archivo llegó vacío. Envíelo otra vez, o escriba AYUDA.
calls-file-too-large = Este archivo es demasiado grande (5 megaoctetos como máximo). ¿Una foto más pequeña? El menú: AYUDA
calls-file-unreadable = Su foto o mensaje de voz no se puede leer. Envíelo otra vez, o escriba AYUDA.
calls-empty = Este mensaje llegó vacío. El menú: AYUDA
calls-answer = { $who }: { $words }
    .segments = 6
calls-distress-violence = Sus palabras cuentan. En peligro: 911. Para hablar, día y noche: SOS violence 1 800 363-9010. Avisamos a { $name } ahora ({ $phone })
calls-distress-tonight = Sus palabras cuentan. Una cama esta noche: 211. En peligro: 911. Para hablar: { $line ->
        [no] 811 o 988
       *[other] 811, 988 o { $line }
    }. Avisamos a { $name } ahora ({ $phone })
calls-distress-needs = Sus palabras cuentan. Comida, calor: 211. En peligro: 911. Para hablar: { $line ->
        [no] 811 o 988
       *[other] 811, 988 o { $line }
    }. Avisamos a { $name } ahora ({ $phone })
calls-in-care = En peligro: 911. Para hablar, día y noche: 988. Lo leímos, y avisamos a { $name }.
calls-in-care-needs = Comida, calefacción, techo: 211. En peligro: 911. Para hablar, día y noche: 988. Lo leímos, y avisamos a { $name }.

# Alguien del equipo volvió a leer sus palabras.
calls-meant-told-coming = { $who } leyó sus palabras. Entendimos: usted viene el { $date } ({ $roundtable }). ¿Es así?
calls-meant-told-absent = { $who } leyó sus palabras. Entendimos: usted no viene el { $date } ({ $roundtable }). ¿Es así?
calls-meant-told-ride = { $who } leyó sus palabras. Entendimos: necesita transporte el { $date } ({ $roundtable }). ¿Es así?
calls-meant-told-comment = { $who } leyó sus palabras. ¿Son palabras para la mesa?
calls-meant-told-undone = { $who } leyó sus palabras. Habíamos entendido mal: está borrado. Para decir si viene: SI VENGO o AUSENTE
calls-meant-told-nothing = { $who } leyó sus palabras. No tiene que hacer nada. Para hablar con alguien: HABLAR
calls-meant-agreed = Gracias. Está anotado.
calls-meant-undone = Está borrado. { $name } va a leer sus palabras otra vez. Para hablar: { $phone }
