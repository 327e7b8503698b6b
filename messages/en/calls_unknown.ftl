### Not for basic phones

# Messages that perhaps arrived: what coordinators choose.
command-renvoyer = send again a message that perhaps arrived
command-laisser = not send it again
example-renvoyer = /resend 12
    All those of a sending: /resend sending 3
example-laisser = /leave 12
    All those of a sending: /leave sending 3

calls-option-again = send again (may arrive twice)
calls-option-leave = do not send again
calls-sent-again = No. { $number }, { $name }: { $count ->
        [0] nothing to send again, its fate is known by now
        [one] one message leaves again
       *[other] { $count } messages leave again
    }.
calls-left-alone = No. { $number }, { $name }: nothing is sent again.
calls-broadcast-sent-again = Sending { $number }: { $count ->
        [0] nothing to send again
        [one] one message leaves again
       *[other] { $count } messages leave again
    }.
calls-broadcast-left-alone = Sending { $number }: nothing is sent again.
calls-nothing-unknown = No. { $number } is not a message that perhaps arrived. The list: /calls
calls-no-such-broadcast = There is no sending no. { $number }. The sendings: /sendings

journal-calls-sent_again = messages that perhaps arrived, sent again: { $count }
journal-calls-left = messages that perhaps arrived, left so: { $count }
