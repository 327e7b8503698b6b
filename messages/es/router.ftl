# What is said when it is not clear who takes a message.
router-did-you-mean = ¿Quería decir { $word }?
router-did-you-mean-stop = ¿Quiere parar todos nuestros mensajes?
router-not-stopped = De acuerdo, los mensajes siguen.
router-which-question = Hay dos preguntas abiertas. ¿Cuál?
router-stale-button = Esta pregunta ya pasó. El menú: AYUDA
router-silence = No nos entendemos aquí. Llame a { $name }: { $phone }
