### Not for basic phones: read in the shell.

backup-lines = { LINES($lines) }
backup-done = Copie faite : { $rows ->
        [one] { $rows } ligne
       *[other] { $rows } lignes
    } et { $files ->
        [one] { $files } fichier
       *[other] { $files } fichiers
    } dans { $file }. Sceau du journal : { $seal }
backup-missing = { $missing ->
        [one] { $missing } photo nommée dans la base manque
       *[other] { $missing } photos nommées dans la base manquent
    } au dossier.
backup-locked = Elle est fermée : seule la clé privée l'ouvre.
backup-plain = ATTENTION : cette copie n'est pas fermée. Qui trouve le fichier lit tout : noms, téléphones, messages. Gardez-la sous clé, ou faites-en une fermée : portevoix backup
backup-key-made =
    Une clé privée vient d'être faite : { $file }
    Sans elle, personne ne peut ouvrir vos copies, pas même vous. Faites ceci maintenant :
    1. Copiez ce fichier sur une clé USB, ou imprimez-le. Gardez-le loin de cet ordinateur, avec les papiers importants.
    2. Mettez dans .env : BACKUP_RECIPIENT={ $recipient }
    3. Effacez { $file } de cet ordinateur.
    Pour remettre une copie, vous donnerez ce fichier : portevoix restore copie.age --identity fichier
backup-key-here = La clé privée qui ouvre vos copies est encore sur cet ordinateur ({ $file }). S'il brûle ou disparaît, vos copies ne s'ouvrent plus. Copiez-la ailleurs, mettez BACKUP_RECIPIENT dans .env, puis effacez-la d'ici.
backup-key-there = Il y a déjà un fichier { $file } : rien n'a été changé. Pour une autre clé : portevoix backup key --to autre-fichier.txt
backup-bad-recipient = BACKUP_RECIPIENT n'est pas une clé publique. Exemple : age1..., telle que la donne portevoix backup key
backup-drilled = Copie essayée : elle s'ouvre et se remet. { $rows ->
        [one] { $rows } ligne
       *[other] { $rows } lignes
    }, { $files ->
        [one] { $files } fichier
       *[other] { $files } fichiers
    }, faite le { $date } (il y a { $days ->
        [0] moins d'un jour
        [one] { $days } jour
       *[other] { $days } jours
    }). Journal entier, sceau : { $seal }. Rien n'a été changé ici.
backup-drill-on-sqlite = Essayée sur un fichier SQLite à part.
backup-drill-on-postgresql = Essayée sur un fichier SQLite à part, puis sur votre base PostgreSQL, dans une transaction défaite.
backup-drill-on-sqlite-only = Essayée sur un fichier SQLite à part SEULEMENT : votre base PostgreSQL ne permet pas d'y faire un essai (droit CREATE sur la base). Rien ne dit encore qu'elle prendra cette copie.
backup-drill-refused = { $file } s'ouvre et se remet sur SQLite, mais votre base PostgreSQL refuse des lignes de { $table } : elle ne s'y remettrait pas. C'est une erreur du programme. Rien n'a été changé ici.
backup-drill-origin-ours = Elle est signée par votre installation.
backup-drill-origin-unsigned = Elle n'est pas signée : rien ne prouve que votre installation l'a faite.
backup-drill-origin-other = ATTENTION : elle n'est pas signée par votre installation, ou elle a été changée depuis.
backup-drill-origin-no-key-here = Cet ordinateur n'a pas la clé qui dirait qui l'a faite.
backup-drill-compared = Son journal est le même que les sceaux notés hors de la base.
backup-drill-alone = Son journal n'a été comparé à aucun sceau noté sur cet ordinateur.
backup-drill-journal = { $file } s'ouvre, mais son journal n'est pas entier, ou n'est pas celui dont les sceaux sont notés ici. Essayez une autre copie.
backup-cannot-write = Impossible d'écrire { $file } : { $reason }. Choisissez un autre endroit, par exemple : portevoix backup copie.age

restore-sure = Remettre { $file } ({ $rows ->
        [one] { $rows } ligne
       *[other] { $rows } lignes
    }, fait le { $date }) à la place de tout ce que contient la base?
restore-not-confirmed = Rien n'a été changé. Pour confirmer sans question : --yes
restore-not-empty = La base de données contient déjà des gens. Pour la remplacer par la copie : --replace
restore-kind = { $file } n'est pas une copie de sécurité de Porte-voix. Exemple : portevoix restore copie-2026-12-08.age
restore-newer = { $file } vient d'une version plus récente de Porte-voix. Mettez d'abord ce programme à jour.
restore-damaged = { $file } est abîmé (partie { $part }). Rien n'a été changé. Prenez une autre copie.
restore-no-key = { $file } est fermé. Donnez le fichier de la clé privée, celui que portevoix backup key a fait : portevoix restore { $file } --identity fichier
restore-other-key = Cette clé privée n'ouvre pas { $file } : il a été fermé avec une autre. Rien n'a été changé.
restore-bad-key = Ce fichier ne contient pas de clé privée. Elle commence par AGE-SECRET-KEY-1. Rien n'a été changé.
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
restore-replayed = Depuis cette copie ({ $date }), l'ancienne base savait ceci, qui tient encore : { $addresses ->
        [one] { $addresses } adresse
       *[other] { $addresses } adresses
    } avec un arrêt ou un oui de plus, { $roles ->
        [one] { $roles } rôle retiré
       *[other] { $roles } rôles retirés
    }, { $comments ->
        [one] { $comments } commentaire repris
       *[other] { $comments } commentaires repris
    } par son auteur.
restore-asleep = Ces comptes de coordination dorment : { $names }. Rien ne dit qu'ils coordonnent encore. Pour chacun, s'il coordonne encore, un nouveau lien : portevoix people add --role coordinator
restore-unknown = Depuis cette copie ({ $date }), rien n'est connu ici : qui a écrit ARRET, qui a perdu un rôle, quels mots ont été repris, qui est arrivé. Vérifiez avec vos notes et les gens avant d'envoyer quoi que ce soit : portevoix people list
restore-look-again = Ce que cette copie ne peut pas savoir non plus : les gens, les rencontres, les demandes et les mots ajoutés ou corrigés depuis le { $date }. Vérifiez-les.
restore-origin-unsigned = { $file } n'est pas signé : rien ne prouve que votre installation l'a fait (une copie d'avant les signatures ne l'est pas non plus). Qui connait votre clé publique peut en faire un semblable, avec d'autres droits dedans. Rien n'a été changé. Si vous savez d'où il vient : portevoix restore { $file } --unproven
restore-origin-other = { $file } n'est pas signé par votre installation : il vient d'une autre, ou il a été changé depuis. Rien n'a été changé ici. Si vous savez d'où il vient et qui l'a eu en main : portevoix restore { $file } --unproven
restore-origin-no-key-here = Cet ordinateur n'a pas la clé de votre installation (return-paths.key, ou RETURN_PATHS_KEY) : il ne peut pas dire qui a fait { $file }. Remettez d'abord la clé à sa place. Si vous ne l'avez plus, et que vous savez d'où vient ce fichier : portevoix restore { $file } --unproven
restore-running = Porte-voix tourne encore sur cette base (ici ou sur une autre machine). Arrêtez-le partout, puis recommencez. Rien n'a été changé.
restore-fault = La base de DATABASE_URL répond, mais elle a refusé des lignes de { $table } : c'est une erreur du programme, pas de la copie ni de l'adresse. Rien n'a été changé. La copie se remet aussi sur un fichier SQLite.
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
move-fault = La base de destination répond, mais elle a refusé des lignes de { $table } : c'est une erreur du programme, pas de l'adresse. Rien n'a été gardé à l'arrivée, et le fichier SQLite sert encore.
move-journal-broken = Le journal n'est pas entier à la ligne { $number } : rien n'a été déplacé. Voyez : portevoix journal verify
restore-erased = { $count ->
        [one] { $count } personne, oubliée depuis cette copie, est oubliée de nouveau.
       *[other] { $count } personnes, oubliées depuis cette copie, sont oubliées de nouveau.
    }
