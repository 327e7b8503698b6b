### Not for basic phones

# A list of people: the file, the plan of what would be done with it, what is asked.
people-list-ask = Envoyez le fichier ici (le trombone) : Excel, LibreOffice, CSV, ou ce que donnent vos contacts. Il faut une colonne pour le nom et une pour le cellulaire; les autres sont lues si on les comprend. Rien n'est gardé avant votre oui.
people-list-none = pas maintenant
people-list-received = Reçu. Je lis la liste et je vous montre ici ce que j'en garderais, ligne par ligne. Rien n'est gardé avant votre oui.
people-list-not-a-file = Il faut un fichier, envoyé comme fichier et non comme photo : Excel, LibreOffice ou CSV. Exemple : /importer avec personnes.xlsx
people-list-too-long = Par ici, une liste a { $longest } lignes au plus. Coupez-la en plusieurs fichiers, ou sur l'ordinateur : portevoix people import personnes.csv
people-list-lost = Ce fichier n'a pas pu être pris sur Telegram. Envoyez-le de nouveau avec /importer
people-list-question = { $question }
    ({ $count ->
        [one] { $count } ligne attend
       *[other] { $count } lignes attendent
    } cette réponse)
people-list-confirm = { $plan }

    On garde tout cela?
people-list-nothing = { $plan }

    Il n'y a rien à garder.
people-list-questions = { $count ->
        [1] Une réponse manque encore
       *[other] { $count } réponses manquent encore
    } : rien n'est gardé.
people-list-older = Cette réponse est pour une liste plus ancienne, lue le { $when }. Vous en avez envoyé une autre depuis : rien n'est gardé de l'ancienne. Pour la garder quand même, envoyez-la de nouveau : /importer
people-list-changed = Depuis que vous avez vu ce plan, quelque chose a changé. Rien n'est gardé : regardez le nouveau plan.
people-list-none-kept = Aucune ligne ne peut être gardée.
    { LINES($lines) }

people-file-columns = On ne trouve pas les colonnes : il en faut une pour le nom (Nom, Prénom) et une pour le téléphone (Cellulaire, Téléphone). Au début du fichier : { $seen }
people-file-empty = Ce fichier n'a aucune ligne sous les titres.
people-file-only-hidden = Dans ce classeur, seule la feuille cachée « { $sheet } » contient quelque chose. Affichez-la dans Excel (clic droit sur les onglets, Afficher), enregistrez, puis recommencez.
people-file-too-big = Ce fichier dépasse { $megabytes } Mo.
people-file-too-long = Ce fichier dépasse { $longest } lignes.
people-file-too-heavy = Ce fichier prend trop de place une fois ouvert. Copiez les lignes remplies dans un classeur neuf, enregistrez-le, puis recommencez.
people-file-long-cell = Ligne { $line } : une case est beaucoup trop longue. Rien n'est gardé.
people-file-quotes = À partir de la ligne { $line }, un guillemet ouvert n'est jamais fermé : on ne sait plus quelle case est à qui. Corrigez cette ligne, puis recommencez. Rien n'est gardé.
people-file-lines = { $count ->
        [1] Une ligne a plus de cases
       *[other] { $count } lignes ont plus de cases
    } que de titres, comme si un séparateur était de trop : on ne sait plus quelle case est à quel titre. { $count ->
        [one] Corrigez la ligne { $lines }
       *[other] Corrigez les lignes { $lines }
    }, puis recommencez. Rien n'est gardé.
people-file-broken = Ce fichier est abîmé : il ne s'ouvre pas. Ouvrez-le dans Excel ou LibreOffice, enregistrez-le de nouveau, puis recommencez.
people-file-protected = Ce fichier est protégé par un mot de passe. Enregistrez-en une copie sans mot de passe, puis recommencez.
people-file-no-list = Ce fichier n'est pas une liste qu'on peut lire. Enregistrez-la en Excel (.xlsx) ou en CSV, puis recommencez.
people-file-is = { $kind ->
        [pdf] C'est un PDF. Demandez la liste en Excel (.xlsx) ou en CSV.
        [picture] C'est une image. Il faut la liste elle-même, en Excel (.xlsx) ou en CSV.
        [document] C'est un document de texte. Copiez le tableau dans Excel, enregistrez-le, puis envoyez ce classeur.
        [archive] C'est un dossier compressé. Ouvrez-le et envoyez la liste qui est dedans.
        [numbers] C'est un fichier Numbers. Dans Numbers : Fichier, Exporter vers, Excel ou CSV; puis envoyez ce fichier.
        [database] C'est une base de données. Exportez la liste en Excel (.xlsx) ou en CSV.
       *[page] C'est une page web sans tableau de personnes. Enregistrez la liste en Excel (.xlsx) ou en CSV.
    }

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
people-imported-one = { $name } ({ $number })
people-imported-added = Ajout : { $names }{ $more ->
        [0] {""}
        [one] {" "}et { $more } autre
       *[other] {" "}et { $more } autres
    }
people-imported-asked = Son oui est demandé à : { $names }{ $more ->
        [0] {""}
        [one] {" "}et { $more } autre
       *[other] {" "}et { $more } autres
    }
people-imported-undo = Une personne de trop? Plus rien ne part avec : /personne { $number }; consentement: refus. Pour oublier sa fiche : /vie-privee oublier { $number } importée par erreur
people-bad-lines-more = et { $count ->
        [one] { $count } autre
       *[other] { $count } autres
    }

people-plan = { LINES($lines) }
people-plan-text = Fichier texte ({ $encoding }, séparé par { $separator }) : { $count ->
        [one] { $count } ligne
       *[other] { $count } lignes
    }
people-plan-mended = { $file } (des accents brisés ont été réparés)
people-plan-separator-tab = des tabulations
people-plan-separator-semicolon = des points-virgules
people-plan-separator-comma = des virgules
people-plan-separator-bar = des barres |
people-plan-sheet = Classeur ({ $form }), feuille « { $sheet } » : { $count ->
        [one] { $count } ligne
       *[other] { $count } lignes
    }
people-plan-columns = Colonnes (titres à la ligne { $line }) : { $columns }
people-plan-no-headings = Cette liste n'a pas de titres. Ses colonnes, d'après ce qu'elles contiennent : { $columns }
people-plan-column = « { $heading } » = { $meaning }
people-plan-unused = Colonnes qu'on ne lit pas : { $columns }
people-plan-sample = Exemple, ligne { $line } : { $words }
people-plan-days-day-month = Dates lues : le jour, puis le mois
people-plan-days-month-day = Dates lues : le mois, puis le jour
people-plan-days-year-month = Dates lues : l'année, le mois, puis le jour
people-plan-new-roundtables = { $count ->
        [one] Nouvelle table
       *[other] { $count } nouvelles tables
    } : { $names }
people-plan-placed = Le territoire de la liste est vide à { $count ->
        [1] une ligne : ce sera le vôtre, { $territory }.
       *[other] { $count } lignes : ce sera le vôtre, { $territory }.
    }
people-plan-new-territories = { $count ->
        [one] Nouveau territoire
       *[other] { $count } nouveaux territoires
    } : { $names }
people-plan-shared = Téléphone partagé : { $phone }, à { $names }
people-plan-to-add = À ajouter : { $count }
people-plan-to-change = À compléter : { $count }
people-plan-to-same = Déjà là, rien à changer : { $count }
people-plan-to-refuse = Refusées : { $count }
people-plan-to-ask = En attente d'une réponse : { $count }
people-plan-line = Ligne { $line }, { $name }
people-plan-line-why = Ligne { $line }, { $name } : { $why }
people-plan-whys = { $before }; { $why }
people-plan-counts = En tout : { $added } à ajouter, { $changed } à compléter, { $same } déjà là, { $refused ->
        [one] { $refused } refusée
       *[other] { $refused } refusées
    }, { $asked } en attente; { $invited } à qui on demandera leur oui, une seule fois.
people-plan-asked-who = On demandera son oui à : { $names }{ $more ->
        [0] {""}
        [one] {" "}et { $more } autre
       *[other] {" "}et { $more } autres
    }
people-plan-request = Ce que { $name } recevra par texto : « { $words } »
people-plan-asked = { $question }
    Pour répondre : --answer "{ $key }=..." (choix : { $values })
people-plan-confirm = Garder tout cela? (oui ou non)
people-plan-unconfirmed = Rien n'est gardé. Pour garder ce plan : la même commande, avec --yes
people-plan-unanswered = Rien n'est gardé : une réponse manque, avec --answer
people-plan-completes = à compléter : { $what }
people-completes-called = un numéro à appeler
people-completes-reached = une adresse ou un consentement
people-plan-stop-stands = un arrêt du { DATE($day, form: "year") } tient : ce consentement peut être plus vieux
people-plan-yes-since = la liste dit non, mais un oui du { DATE($day, form: "year") } tient : à vérifier
people-plan-yes-of-another = même téléphone que { $names } : ce oui n'est pas le sien. On lui demandera le sien; d'ici là, rien n'y part pour cette personne
people-plan-known-as = déjà là sous le nom { $name }
people-plan-same-name-known = la fiche no { $number } a le même nom, avec une autre adresse. Si c'est la même personne, réunissez les fiches après : /reunir
people-plan-no-holds = a dit non aux messages le { DATE($day, form: "year") } (« { $words } ») : le non vaut aussi pour cette adresse, aucun message n'y partira
people-plan-name-said-no = { $number ->
    [0] quelqu'un qui porte le nom { $name } a dit non aux messages. Si c'est une autre personne, écrivez son nom autrement (une initiale, « fils »)
   *[other] la fiche no { $number }, { $name }, a dit non aux messages. Si c'est la même personne, l'adresse se met sur sa fiche : /personne { $number }; téléphone: ... Si c'est une autre, écrivez son nom autrement (une initiale, « fils »)
}
people-plan-same-name-line = même nom qu'à la ligne { $line }, avec une autre adresse. Si c'est la même personne, réunissez les fiches après : /reunir
people-plan-contradicted = { $name }, à la ligne { $line }, a donné la réponse contraire pour ce téléphone : le non tient, on n'y écrit pas
people-plan-ended-member = n'est plus membre ici : cette liste n'y change rien. Pour le remettre : /personne
people-plan-ended-expert = n'est plus expert du vécu ici : cette liste n'y change rien. Pour le remettre : /personne
people-plan-left-table = a quitté la table { $table } : cette liste n'y change rien. Pour l'y remettre : /personne

people-column-name = le nom
people-column-given = le prénom
people-column-family = le nom de famille
people-column-family-given = le nom, puis le prénom
people-column-cell = le cellulaire, pour les textos
people-column-phone = le téléphone
people-column-home = la maison, à appeler seulement
people-column-work = le bureau, à appeler seulement
people-column-phone-type = la sorte de téléphone
people-column-email = le courriel
people-column-email-closed = le courriel, qui n'est pas gardé : il n'est pas ouvert ici
people-column-telegram-id = le numéro Telegram
people-column-language = la langue
people-column-roles = le rôle
people-column-role-mark = un rôle, coché
people-column-roundtables = les tables
people-column-mark = une table, cochée
people-column-territory = le territoire
people-column-city = la ville
people-column-street = l'adresse postale
people-column-civic = le numéro civique
people-column-unit = l'appartement
people-column-postal-code = le code postal
people-column-province = la province
people-column-channel = le moyen choisi
people-column-note = des notes, qui ne sont pas gardées : on y cherche seulement qui ne pas texter (« décédé », « sourd », « ne pas contacter »)
people-column-refusal = un refus des messages
people-column-consent = le consentement
people-column-consent-day = le jour du consentement
people-column-consent-how = comment le consentement a été donné
people-column-timestamp = le moment de la réponse

people-line-aside = ce n'est pas une personne (un total, une date d'impression, une note) : ligne laissée de côté
people-line-no-name = Il manque le nom
people-line-no-address = Il manque un téléphone, un numéro Telegram, ou le choix de la poste
people-line-to-call = à appeler seulement : { $phones }
people-line-not-texted = aucun numéro pour les textos
people-line-channel = moyen « { $written } » pas offert ici
people-line-by-voice = préfère le téléphone : à appeler, aucun texto
people-line-by-post = par la poste : aucun texto
people-line-note = les notes disent « { $written } » : rien n'est gardé sans votre réponse
people-line-language = langue « { $written } » pas offerte ici
people-line-coordinator = la coordination ne se donne pas par une liste; sur l'ordinateur : portevoix people add --role coordinator
people-line-declined = a dit non aux messages : aucun ne partira
people-line-no-day = « { $words } » ne dit pas quel jour : on demandera son oui
people-line-days-mixed = « { $words } » : deux jours possibles, et la colonne mêle les deux façons d'écrire. Écrivez 2026-03-02
people-line-days = « { $words } » peut être deux jours
people-line-consent = consentement « { $written } » : oui ou non?
people-line-role = rôle « { $written } » inconnu
people-line-not-added = pas ajouté, comme vous l'avez dit : « { $written } »
people-line-near = « { $name } » ressemble à un nom déjà là
people-line-error = une erreur de calcul dans « { $heading } »
people-line-uncomputed = un calcul sans résultat dans « { $heading } »
people-line-truth = { $written } dans « { $heading } » : laissé vide

people-phone-not-whole = « { $phone } » n'est pas un numéro complet. Exemple : 819 555-0101
people-phone-no-area = « { $phone } » n'est pas un numéro complet : il manque l'indicatif régional. Exemple : 819 555-0101
people-phone-shortened = « { $phone } » : le tableur a coupé la fin de ce numéro. Mettez la colonne en texte, puis écrivez-le de nouveau.
people-phone-no-such = « { $phone } » : ce numéro ne peut pas exister. À vérifier avec la personne.
people-phone-abroad = { $phone } est hors du Canada et des États-Unis. Pour le permettre : ALLOW_INTERNATIONAL=true

people-which-sheet = Ce classeur a plus d'une feuille de personnes. Laquelle prendre?
people-which-encoding = Les accents de ce fichier peuvent se lire de deux façons. Laquelle est la bonne?
people-which-days = « { $words } » : quel jour est-ce? La réponse vaudra pour toute la colonne.
people-which-day = { DATE($day, form: "year") }
people-which-consent = Colonne du consentement : « { $written } », avec une date. Qu'est-ce que cela veut dire? Sans réponse, ces lignes ne sont pas gardées.
people-which-consent-yes = un oui
people-which-consent-no = un non : ne pas leur écrire
people-which-consent-ask = on ne sait pas : leur demander
people-which-note = Dans les notes : « { $written } ». C'est écrit pour { $names }{ $more ->
        [0] {""}
       *[other] {" "}et { $more } autres
    }. Qu'en faire?
people-which-note-skip = ne pas les ajouter
people-which-note-call = les garder, à appeler seulement
people-which-note-keep = les garder comme les autres
people-which-roles = Quel est le rôle de ces personnes : { $written }? La réponse vaudra pour toute la colonne.
people-which-roles-member = membre
people-which-roles-expert = expertise du vécu
people-which-roles-leave = aucun rôle précis
people-which-roles-skip = ne pas les ajouter
people-which-roundtable = « { $name } » ressemble à la table « { $near } ». Est-ce la même?
people-which-territory = « { $name } » ressemble au territoire « { $near } ». Est-ce le même?
people-which-new-roundtable = une nouvelle table : { $name }
people-which-new-territory = un nouveau territoire : { $name }

# An import taken back.
people-list-keep = oui, garder { $title } ({ $count ->
        [one] { $count } ligne
       *[other] { $count } lignes
    })
people-imported-list = « { $title } »
people-imported-undo-all = Pour défaire tout cet import, dans les 30 jours (vous voyez d'abord ce qui partirait) : /annuler import { $number }
people-import-title = « { $title } », { DATE($when, form: "year") }, par { $who }
people-no-such-import = Il n'y a pas d'import no { $number }. Le dernier : /annuler import
people-no-import = Aucun import des 30 derniers jours ne peut se défaire.
people-import-already-undone = L'import no { $number } est déjà défait, depuis le { $when }.
people-import-too-late = L'import no { $number } a plus de 30 jours : il ne se défait plus. Chaque fiche se corrige avec /personne
people-undo-about = Défaire l'import { $list }
people-undone = C'est défait.
people-undo-counts = { $gone ->
        [0] Personne n'est retiré
        [one] { $gone } personne ajoutée est retirée
       *[other] { $gone } personnes ajoutées sont retirées
    }; { $back ->
        [0] aucune fiche n'est remise
        [one] { $back } fiche complétée est remise comme avant
       *[other] { $back } fiches complétées sont remises comme avant
    }; { $kept ->
        [0] aucune personne ajoutée ne reste
        [one] { $kept } personne ajoutée reste
       *[other] { $kept } personnes ajoutées restent
    }.
people-undo-gone = Retirées : { $names }{ $more ->
        [0] {""}
        [one] {" "}et { $more } autre
       *[other] {" "}et { $more } autres
    }
people-undo-back = Comme avant : { $names }{ $more ->
        [0] {""}
        [one] {" "}et { $more } autre
       *[other] {" "}et { $more } autres
    }
people-undo-kept = Restent : { $names }{ $more ->
        [0] {""}
        [one] {" "}et { $more } autre
       *[other] {" "}et { $more } autres
    }
people-undo-one = { $name } ({ $number }, { $why })
people-undo-answered = a répondu ou écrit depuis
people-undo-changed = sa fiche a changé depuis
people-undo-used = a servi depuis : une rencontre, une carte, une autre liste
people-undo-left = { $name } ({ $number }) : changé depuis, laissé tel quel : { $what }
people-undo-sent = Un message leur est déjà parti, qu'on ne peut pas reprendre : { $names }{ $more ->
        [0] {""}
        [one] {" "}et { $more } autre
       *[other] {" "}et { $more } autres
    }
people-line-organisation = c'est un organisme, sans nom de personne : ligne laissée de côté
people-line-post-alone = une adresse postale seulement
people-which-post = Ces personnes n'ont ni téléphone ni courriel dans cette liste, mais une adresse postale. Les garder pour la poste?
people-which-post-post = oui, par la poste
people-which-post-skip = non, ne pas les ajouter
people-column-name-phone = le nom et le téléphone
people-column-extension = le poste téléphonique
people-column-standing = le statut : on demande quoi faire de qui est parti ou inactif
people-plan-cards = Fiches de contacts : { $count }
