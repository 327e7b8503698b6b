# Why an act is refused.
access-not-allowed = Seule la coordination peut faire cela. Pour vous, le menu: AIDE
access-not-by-sms = Cela ne se fait pas par texto, car un numéro peut être imité. Sur Telegram, ou avec portevoix sur l'ordinateur.
access-shell-only = Cela ne se fait que sur l'ordinateur. Exemple: portevoix people add --role coordinator --name Maude
access-other-territory = { $territory } n'est pas votre territoire. Demandez à la personne qui en répond.
access-example = Il manque quelque chose, ou je ne comprends pas. Exemple :
    { $example }
    .segments = 3
access-whole-organisation = Cela touche tout le monde, et vous répondez de { $territory }. Demandez à la coordination.
