### Not for basic phones: read in the shell.

backup-done = Copie faite : { $rows ->
        [one] { $rows } ligne
       *[other] { $rows } lignes
    } et { $files ->
        [one] { $files } fichier
       *[other] { $files } fichiers
    } dans { $file }. Elle contient des renseignements personnels : gardez-la sous clé. Sceau du journal à noter ailleurs : { $seal }
backup-done-missing = Copie faite : { $rows ->
        [one] { $rows } ligne
       *[other] { $rows } lignes
    } et { $files ->
        [one] { $files } fichier
       *[other] { $files } fichiers
    } dans { $file }, mais { $missing ->
        [one] { $missing } photo nommée dans la base manque
       *[other] { $missing } photos nommées dans la base manquent
    } au dossier. Sceau du journal : { $seal }
backup-cannot-write = Impossible d'écrire { $file } : { $reason }. Choisissez un autre endroit, par exemple : portevoix backup copie.zip

restore-sure = Remettre { $file } ({ $rows ->
        [one] { $rows } ligne
       *[other] { $rows } lignes
    }, fait le { $date }) à la place de tout ce que contient la base?
restore-not-confirmed = Rien n'a été changé. Pour confirmer sans question : --yes
restore-not-empty = La base de données contient déjà des gens. Pour la remplacer par la copie : --replace
restore-kind = { $file } n'est pas une copie de sécurité de Porte-voix. Exemple : portevoix restore copie-2026-12-08.zip
restore-newer = { $file } vient d'une version plus récente de Porte-voix. Mettez d'abord ce programme à jour.
restore-damaged = { $file } est abîmé (partie { $part }). Rien n'a été changé. Prenez une autre copie.
restore-cannot-read = Impossible de lire { $file } : { $reason }.
restore-lines = { LINES($lines) }
restore-done = Copie remise : { $rows ->
        [one] { $rows } ligne
       *[other] { $rows } lignes
    } et { $files ->
        [one] { $files } fichier
       *[other] { $files } fichiers
    }, comptes vérifiés. Retenus pour la coordination : { $held }.
restore-held = Ce qui attendait d'être envoyé est peut-être déjà parti depuis la copie : rien ne repart sans vous. Si rien n'a été envoyé depuis : portevoix restore --replace --go-on
restore-journal-broken = Le journal de la copie n'est pas entier : portevoix journal verify
restore-kept-aside = L'ancienne base est gardée ici : { $file }

move-done = Tout est déplacé : { $rows ->
        [one] { $rows } ligne
       *[other] { $rows } lignes
    }, comptes vérifiés, journal entier ({ $checked ->
        [one] { $checked } ligne scellée
       *[other] { $checked } lignes scellées
    }). Mettez maintenant la nouvelle adresse dans DATABASE_URL, puis portevoix run. L'ancien fichier reste comme il est : ne le démarrez plus.
move-only-sqlite = DATABASE_URL doit nommer le fichier SQLite à déplacer.
move-bad-address = Donnez une base PostgreSQL. Exemple : portevoix move --to postgresql://portevoix:secret@serveur/portevoix
move-no-file = Il n'y a pas de fichier { $file }. DATABASE_URL doit nommer la base à déplacer.
move-unreachable = La base de destination ne répond pas ou refuse l'entrée ({ $error }). Vérifiez l'adresse, le nom et le mot de passe. Rien n'a été changé.
move-not-empty = La base de destination contient déjà des gens. Donnez une base vide.
move-running = Porte-voix tourne encore sur ce fichier. Arrêtez-le (Ctrl-C), puis recommencez.
move-counts = Les comptes ne sont pas les mêmes pour { $table }. Rien n'a été gardé à l'arrivée; recommencez.
move-journal-broken = Le journal n'est pas entier à la ligne { $number } : rien n'a été déplacé. Voyez : portevoix journal verify
restore-erased = { $count ->
        [one] { $count } personne, oubliée depuis cette copie, est oubliée de nouveau.
       *[other] { $count } personnes, oubliées depuis cette copie, sont oubliées de nouveau.
    }
