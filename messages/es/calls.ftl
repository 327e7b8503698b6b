# What people read when a human must hear them.
calls-noted = Anotado: { $name } le llamará. Más rápido: { $phone }
calls-noted-when = Anotado: { $name } le llamará. Más rápido: { $phone }. ¿El mejor momento?
calls-already-asked = Ya está anotado: { $name } le llamará. Más rápido: { $phone }
calls-hour-morning = la mañana
calls-hour-afternoon = la tarde
calls-hour-evening = la noche
calls-hour-noted = Anotado: { $hour }.
calls-distress = Sus palabras cuentan. En peligro: 911. Para hablar, día y noche: 811 o 988. Avisamos a { $name } ahora ({ $phone })
calls-distress-line = Sus palabras cuentan. En peligro: 911. Para hablar, día y noche: 811, 988 o { $line }. Avisamos a { $name } ({ $phone })
calls-unknown-word = No entendimos, pero { $name } va a leerlo. El menú: AYUDA. Una llamada: HABLAR, o { $phone }

calls-which-question = ¿Cuál es su pregunta? Una persona le va a responder.
calls-question-kept = Su pregunta está guardada. { $name } le responde aquí o le llama. Más rápido: { $phone }
calls-voice-kept = Aquí no leemos los mensajes de voz, pero { $name } lo va a escuchar. También puede escribirlo, o llamar: { $phone }
calls-media-kept = Recibido. { $name } lo va a ver. Para agregar algo, escríbalo. Para hablar: { $phone }
calls-sticker-kept = Recibido. Para decir algo, escríbalo. El menú: AYUDA. Para hablar: { $name }, { $phone }
calls-empty-media = Este archivo llegó vacío. Envíelo otra vez, o escriba AYUDA.
calls-empty = Este mensaje llegó vacío. El menú: AYUDA
calls-answer = { $who }: { $words }
    .segments = 6
