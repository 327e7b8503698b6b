### Not for basic phones

# The conversation of a person, as coordinators read it.
command-conversation = ce qui s'est écrit avec une personne
command-ecrire = écrire à une seule personne
example-conversation = /conversation 8
    Ce qui est plus ancien : /conversation 8 2
example-ecrire = /ecrire 8 Bonjour Rose, la clé est chez Denis.

people-conversation = { $name } (no { $number }), le plus récent en dernier :
    { LINES($lines) }
    { $next ->
        [0] Pour écrire : /ecrire { $number } ...
       *[other] Plus ancien : /conversation { $number } { $next }
    }
people-conversation-none = Rien à montrer avec { $name }. Les mots pour la table et les demandes ne sont jamais ici.
people-conversation-theirs = { $when }, { $name } : { $words }
people-conversation-ours = { $when }, nous ({ $status }) : { $words }
people-conversation-coming = dit : je viens
people-conversation-absent = dit : je ne viens pas
people-conversation-maybe = dit : peut-être
people-write-oneself = C'est vous. Écrivez à une autre personne. Exemple : /ecrire 8 Bonjour Rose, la clé est chez Denis.
people-write-what = Il manque les mots. Exemple : /ecrire 8 Bonjour Rose, la clé est chez Denis.
people-write-too-long = { $length } lettres : { $longest } au plus. Appelez plutôt.
people-cannot-write = { $name } n'a pas d'adresse où l'on peut écrire, ou n'a pas dit oui. Appelez plutôt.
people-write-by-voice = { $name } veut qu'on l'appelle : rien ne lui est écrit. Son numéro : /personne { $number }. Pour lui écrire de nouveau : /personne { $number }; canal: texto
people-written = Message envoyé à { $name }.
journal-people-written = a écrit à cette personne
journal-value-kind-written = mot d'une personne de la coordination

act-people-write = Écrire à cette personne
console-conversation = Sa conversation
console-conversation-of = Conversation : { $name }
console-conversation-about = Ce qui s'est écrit, dans les deux sens, le plus récent en premier. Les mots pour la table ne sont jamais ici, ni ce qui touche aux demandes, ni nos réponses automatiques.
console-conversation-empty = Rien à montrer.
console-conversation-them = { $name } a écrit
console-conversation-us = Nous avons écrit
console-conversation-cards = Sur la liste d'appels
console-conversation-card = Carte { $number }
console-conversation-write = Écrire
console-search-title = Chercher partout
console-search-everything = Un nom, un mot, une date
console-search-none = Rien n'est trouvé pour « { $words } ».
people-desk-code = par un code donné pour ce compte
console-sure-title = Vérifier avant de le faire
console-sure-final = Ce qui est fait ici ne se défait pas.
journal-one-of-them = { $name } (no { $number })
meetings-point-read = Le point { $point } de la rencontre { $number } est déjà annoncé : des personnes l'ont lu. On peut le récrire, pas l'enlever.
meetings-point-dropped = Point { $point } enlevé de la rencontre { $number }.
journal-meetings-point_dropped = point { $point } enlevé
report-table-taken = Une autre table s'appelle déjà { $name }.
report-table-renamed = La table { $before } s'appelle maintenant { $name }.
journal-report-table_renamed = table renommée
act-meetings-drop-point = Enlever un point
act-report-rename-table = Renommer une table
field-person-wrong = Cette adresse n'est pas la sienne : { $address }
