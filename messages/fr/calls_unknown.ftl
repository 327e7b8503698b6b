### Not for basic phones

# Messages that perhaps arrived: what coordinators choose.
command-renvoyer = renvoyer un message dont on ne sait pas s'il est arrivé
command-laisser = ne pas le renvoyer
example-renvoyer = /renvoyer 12
    Tous ceux d'un envoi : /renvoyer envoi 3
example-laisser = /laisser 12
    Tous ceux d'un envoi : /laisser envoi 3

calls-option-again = renvoyer (peut arriver deux fois)
calls-option-leave = ne pas renvoyer
calls-sent-again = No { $number }, { $name } : { $count ->
        [0] rien à renvoyer, on sait maintenant ce que c'est devenu
        [1] un message part de nouveau
       *[other] { $count } messages partent de nouveau
    }.
calls-left-alone = No { $number }, { $name } : rien n'est renvoyé.
calls-broadcast-sent-again = Envoi { $number } : { $count ->
        [0] rien à renvoyer
        [1] un message part de nouveau
       *[other] { $count } messages partent de nouveau
    }.
calls-broadcast-left-alone = Envoi { $number } : rien n'est renvoyé.
calls-nothing-unknown = Le no { $number } n'est pas un message dont on ne sait pas s'il est arrivé. La liste : /appels
calls-no-such-broadcast = Il n'y a pas d'envoi no { $number }. Les envois : /envois

journal-calls-sent_again = messages peut-être arrivés, renvoyés : { $count }
journal-calls-left = messages peut-être arrivés, laissés ainsi : { $count }
