# What is said when it is not clear who takes a message.
router-did-you-mean = ¿Quería decir { $word }?
router-did-you-mean-stop = ¿Quiere parar todos nuestros mensajes?
router-not-stopped = De acuerdo, los mensajes siguen.
router-which-question = Hay varias preguntas abiertas. ¿Cuál?
router-which-demand = ¿Es por sus gastos, o para decir algo a la mesa?
router-demand-claim = mis gastos
router-demand-comment = decir algo
router-unclear = No está claro, pero { $name } va a leerlo. Responda con un número de 1 a { $count }. Ejemplo: 1
router-unclear-options = No está claro, pero { $name } va a leerlo. Para responder: { $options }. Ejemplo: 1
router-stale-button = Esta pregunta ya pasó. El menú: AYUDA
router-silence = No nos entendemos aquí. Llame a { $name }: { $phone }
