shell-schema-behind = La base de données date d'une version plus ancienne. Faites d'abord : portevoix migrate
shell-no-such-coordinator = Personne du nom de { $name } ne coordonne ici. Exemple : --as Maude
shell-no-coordinator = Il n'y a encore personne à la coordination. Faites d'abord : portevoix people add --role coordinator --name Maude
shell-which-coordinator = Plusieurs personnes coordonnent : { $names }. Dites qui agit, par exemple : --as Maude
