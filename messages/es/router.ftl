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

# The name of each keyword, as it is asked about.
router-word-aide = AYUDA
router-word-arret = ARRET
router-word-oui = SI
router-word-non = NO GRACIAS
router-word-peut-etre = QUIZAS
router-word-absent = AUSENTE
router-word-commentaire = COMENTARIO
router-word-reclamer = RECLAMAR
router-word-statut = ESTADO
router-word-tarifs = TARIFAS
router-word-transport = TRANSPORTE
router-word-garde = GUARDERIA
router-word-repas = COMIDA
router-word-mot = PALABRA
router-word-suite = SIGUIENTE
router-word-annuler = ANULAR
router-word-parler = HABLAR
router-word-appel = LLAMADA
router-word-poste = CORREO
router-word-corrige = CORREGIR
router-word-retirer = RETIRAR
router-word-sans-mon-nom = SIN MI NOMBRE
router-word-q = Q
router-word-pause = PAUSA
router-word-moins = MENOS
router-word-reprendre = REANUDAR
router-word-joindre = UNIRME
router-word-francais = FRANCAIS
router-word-english = ENGLISH
router-word-espanol = ESPANOL

router-not-in-groups = Hablo con una persona a la vez. Escríbame en privado.
router-near-command = No hay orden { $command }. ¿Tal vez { $near }? La lista: /aide
router-unknown-command = No hay orden { $command }. La lista: /aide
