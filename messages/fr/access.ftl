# Why an act is refused.
access-not-allowed = Seule la coordination peut faire cela. Pour vous, le menu: AIDE
access-not-proved = Ce compte n'a pas été ouvert avec le lien de coordination. Pour en avoir un, sur l'ordinateur : portevoix people add --role coordinator
access-not-by-sms = Cela ne se fait pas par texto, car un numéro peut être imité. Sur Telegram, ou avec portevoix sur l'ordinateur.
access-shell-only = Cela ne se fait que sur l'ordinateur. Exemple: portevoix people add --role coordinator --name Maude
access-other-territory = Ce n'est pas de votre territoire ({ $territory }). Demandez à la personne qui en répond.
access-none-here = Il n'y a pas de no { $number } dans votre territoire ({ $territory }). S'il est ailleurs, demandez à la personne qui en répond.
access-badly-written = { $why } (Exemple : { $example })
access-example = Il manque quelque chose, ou je ne comprends pas. Exemple :
    { $example }
    .segments = 3
access-not-for-oneself = Le no { $number } est à vous : une autre personne de la coordination doit le faire.
access-whole-organisation = Cela touche tout le monde, et vous répondez de { $territory }. Demandez à la coordination.
access-too-long = C'est trop long : { $length } lettres, { $longest } au plus.
