# `portevoix understand`: what a message was taken for, and what the person would receive.

understand-report = Palabra clave: { $keyword }
    Certeza: { $sure }
    Respuesta: { $answer }
    .segments = 3
understand-payload = Palabras de la persona: { $words }
    .segments = 12
understand-nothing-given = Escriba un texto entre comillas, o dé un archivo con --file.
understand-reads = Lectura: { $reading }
    Detalles: { $details }
    Se hace: { $action }
    .segments = 6
understand-undo = Para deshacer: { $word }
understand-other = Otra lectura: { $reading }
    .segments = 3
understand-no-details = ninguno
understand-context-unknown = Contexto desconocido. Elija entre: { $codes }.
    .segments = 3
understand-no-keyword = ninguna
understand-asks = ¿Quería decir { $word }? 1 sí 2 no
understand-asks-arret = ¿Quiere dejar de recibir todos los mensajes? 1 sí 2 no
understand-asks-arret-reminders = ¿Quiere dejar de recibir los recordatorios? 1 sí 2 no
understand-asks-arret-digest = ¿Quiere dejar de recibir el boletín? 1 sí 2 no
understand-asks-arret-surveys = ¿Quiere dejar de recibir las encuestas? 1 sí 2 no
understand-asks-reclamer = ¿Es para 1 un reembolso 2 pedir algo a la mesa?
understand-asks-annuler = ¿Qué quiere anular?
understand-own-words = Las palabras de la persona se guardan tal cual; responden a la pregunta abierta, si la hay.
understand-label-distress = Angustia: se dan los números de ayuda de inmediato y se avisa a una persona.
understand-label-maybe-stop = La coordinación ve: quizás quiere dejar de recibir.

understand-does-aide = El menú y un número de teléfono.
understand-does-arret = Todos los mensajes paran de inmediato.
understand-does-arret-reminders = Los recordatorios paran de inmediato.
understand-does-arret-digest = El boletín para de inmediato.
understand-does-arret-surveys = Las encuestas paran de inmediato.
understand-does-oui = Es un sí a la última pregunta.
understand-does-non = Es un no a la última pregunta.
understand-does-peut-etre = Es un quizás a la última pregunta.
understand-does-absent = Se anota la ausencia; la persona puede enviar un comentario.
understand-does-commentaire = Las palabras se recogen, se releen y se llevan a la mesa.
understand-does-reclamer = Empieza la solicitud de reembolso.
understand-does-statut = En qué están las solicitudes y los comentarios.
understand-does-tarifs = Los montos pagados.
understand-does-combien = Lo que le pagaron en el año.
understand-does-transport = Se transmite la necesidad de transporte.
understand-does-garde = Se transmite la necesidad de cuidado de niños.
understand-does-repas = Se transmite la necesidad de una comida.
understand-does-mot = El sentido de una palabra, o unas palabras para la mesa.
understand-does-suite = El resto del texto.
understand-does-annuler = ¿Qué quiere anular?
understand-does-parler = La persona se agrega a la lista de llamadas.
understand-does-appel = Se prevé una llamada, a la mejor hora para la persona.
understand-does-poste = Las noticias llegarán por correo.
understand-does-corrige = Se vuelve a hacer la última pregunta.
understand-does-retirer = El comentario se retira, si todavía no se leyó.
understand-does-sans-mon-nom = El comentario se leerá sin el nombre.
understand-does-q = La pregunta se transmite a una persona.
understand-does-pause = Los mensajes hacen una pausa.
understand-does-moins = Habrá menos mensajes.
understand-does-reprendre = Los mensajes vuelven.
understand-does-joindre = Porte-voix se presenta y pide el acuerdo de la persona.
understand-does-language = Lo que sigue será en este idioma: { $language }.
understand-does-confidentialite = Quién responde de los datos personales, qué se guarda y por qué.
understand-does-mes-donnees = Se entrega a la persona una copia de lo que se guarda sobre ella, en 30 días.
understand-does-effacer = Se explica lo que se borra y lo que queda, y se pide confirmar.
