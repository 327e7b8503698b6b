### Not for basic phones

# What coordinators read about people, on Telegram and in the shell.
command-start = pour commencer
command-aide = ce menu; /aide et une commande montre un exemple
command-lier = relier un téléphone et Telegram
command-personne = ajouter une personne, ou changer sa fiche
command-personnes = chercher une personne
command-importer = ajouter beaucoup de personnes d'un coup
example-start = /start
example-aide = /aide annonce
example-lier = /lier
example-personne = /personne Rose Tremblay; 819 555-0101; rôle: expert; table: Logement; consentement: formulaire papier 2026-03-02
    Pour changer la fiche 12 : /personne 12; territoire: Vieux-Moulin
    Pas à pas : /personne
example-personnes = /personnes rose
example-importer = /importer, puis le fichier
    Sur l'ordinateur : portevoix people import personnes.csv

people-commands-title = Voici ce que vous pouvez écrire. Un exemple : /aide annonce
people-commands-of = { LINES($lines) }
people-command-line = { $command } : { $what }

people-kept = C'est ajouté : { $name } (no { $number }).
people-kept-invited = Noté : { $name } (no { $number }). Son oui est demandé une seule fois; rien d'autre ne part avant.
people-kept-withdrawn = Noté : { $name } (no { $number }). Attention : un arrêt plus récent que ce consentement tient toujours. Seul REPRENDRE, écrit de sa main, le lève.
people-kept-same = Rien à changer : { $name } (no { $number }).
people-completed = Fiche changée : { $name } (no { $number }).

people-coordinator-link = Lien pour { $name }, bon une fois, 24 heures : { $link }
people-coordinator-code = Code pour { $name }, bon une fois, 24 heures. À envoyer au robot sur Telegram : /start { $code }
people-coordinator-welcome = Bonjour { $name }. Vous avez la coordination sur ce compte. Tout ce que vous pouvez faire : /aide

people-needs-name = Il manque le nom. Exemple : /personne Rose Tremblay; 819 555-0101
people-name-too-long = Ce nom est trop long : { $longest } lettres au plus.
people-needs-address = Il manque un téléphone, un numéro Telegram, ou le choix de la poste. Exemple : 819 555-0101
people-bad-phone = « { $phone } » n'est pas un numéro complet. Exemple : 819 555-0101
people-phone-abroad = { $phone } est hors du Canada et des États-Unis. Pour le permettre : ALLOW_INTERNATIONAL=true
people-bad-telegram-id = « { $id } » n'est pas un numéro Telegram. Exemple : 123456789
people-bad-language = « { $written } » n'est pas une langue connue ici. Langues : { $known }
people-bad-role = « { $written } » n'est pas un rôle. Rôles : member, expert
people-no-coordinator-here = La coordination ne se donne pas ainsi. Sur l'ordinateur : portevoix people add --role coordinator --name Maude
people-bad-channel = « { $written } » n'est pas un canal. Canaux : sms, telegram, post
people-consent-without-day = « { $words } » ne dit pas quel jour. Exemple : formulaire papier 2026-03-02
people-consent-future = « { $words } » est une date à venir. Exemple : formulaire papier 2026-03-02
people-two-people = Ce téléphone et ce compte Telegram sont déjà à deux personnes différentes ({ $name }?). La personne peut les relier elle-même avec LIER.
people-no-such-person = Il n'y a pas de fiche no { $number }. Pour chercher : /personnes rose
people-no-such-roundtable = Il n'y a pas de table « { $name } ». Tables : { $known }
people-unreadable-part = « { $part } » : on ne sait pas ce que c'est. Exemple : /personne Rose Tremblay; 819 555-0101; rôle: expert; table: Logement

people-file-columns = Ce fichier n'a pas les bonnes colonnes. Première ligne attendue : { $columns }
people-file-empty = Ce fichier n'a aucune ligne sous les titres.
people-file-too-big = Ce fichier dépasse { $megabytes } Mo.
people-file-too-long = Ce fichier dépasse { $longest } lignes.
people-imported = { $added ->
        [one] { $added } ajoutée
       *[other] { $added } ajoutées
    }, { $changed ->
        [one] { $changed } complétée
       *[other] { $changed } complétées
    }, { $same } déjà là, { $invited } à qui on demande leur oui, { $withdrawn } dont l'arrêt tient, { $bad ->
        [one] { $bad } ligne refusée
       *[other] { $bad } lignes refusées
    }.
people-imported-but = { $done }
    { LINES($lines) }
people-import-none = Aucune ligne n'a pu être gardée.
    { LINES($lines) }
people-bad-line = Ligne { $line } : { $reason }
people-bad-lines-more = et { $count ->
        [one] { $count } autre ligne
       *[other] { $count } autres lignes
    }
people-list-ask = Envoyez le fichier ici (le trombone), en Excel (.xlsx) ou en CSV. Première ligne : name, phone, telegram_id, language, roles, roundtables, territory, channel, consent. Seuls name et phone sont nécessaires.
people-list-none = pas maintenant
people-list-received = Reçu. Je lis la liste et je vous dis ici ce que j'en garde, ligne par ligne.
people-list-not-a-file = Il faut un fichier, envoyé comme fichier et non comme photo : Excel (.xlsx) ou CSV. Exemple : /importer avec personnes.csv
people-list-too-long = Par ici, une liste a { $longest } lignes au plus. Coupez-la en plusieurs fichiers, ou sur l'ordinateur : portevoix people import personnes.csv
people-list-lost = Ce fichier n'a pas pu être pris sur Telegram. Envoyez-le de nouveau avec /importer
people-file-old-excel = Ce fichier vient d'un vieil Excel (.xls). Enregistrez-le sous « Classeur Excel (.xlsx) » ou « CSV », puis recommencez.
    Colonnes : name, phone, telegram_id, language, roles, roundtables, territory, channel, consent. Une personne à la fois : /personne

people-listed = { $count } :
    { LINES($lines) }
people-line = { $number }. { $name } - { $where }
people-contact-line = { $address } ({ $state })
people-on-paper = par la poste
people-no-address = pas encore d'adresse
people-and-more = et { $count ->
        [one] { $count } autre
       *[other] { $count } autres
    } : précisez la recherche
people-none-found = Personne ne répond à « { $search } ». Exemple : /personnes rose
people-consent-none = rien dit
people-consent-invited = oui demandé
people-consent-given = oui
people-consent-withdrawn = arrêt
people-reach-ok = joignable
people-reach-not-started = Start pas encore pressé
people-reach-blocked = bloqué
people-reach-invalid = mauvais numéro
people-reach-doubtful = à vérifier

people-ask-name = Son nom?
people-ask-phone = Son téléphone? Exemple : 819 555-0101
people-ask-role = Son rôle?
people-role-expert = participe aux rencontres
people-role-member = reçoit les nouvelles
people-ask-roundtable = Sa table? Exemple : Logement
people-skip = passer
people-ask-consent = Comment et quand a-t-on eu son oui? Exemple : formulaire papier 2026-03-02
people-not-yet = pas encore : le lui demander

journal-people-joined = a joint la liste
journal-people-declined = a dit non à l'invitation
journal-people-stopped = a tout arrêté
journal-people-stopped_kind = a arrêté : { $kind }
journal-people-resumed = a repris les messages
journal-people-paused = a demandé une pause
journal-people-less = a demandé moins de messages
journal-people-linked = a relié deux adresses
journal-people-added = personne ajoutée
journal-people-completed = fiche complétée
journal-people-changed = fiche changée
journal-people-imported = import : { $lines ->
        [one] { $lines } ligne
       *[other] { $lines } lignes
    }, { $added ->
        [one] { $added } ajoutée
       *[other] { $added } ajoutées
    }, { $bad ->
        [one] { $bad } refusée
       *[other] { $bad } refusées
    }
journal-people-made_coordinator = lien de coordination donné
