### Not for basic phones

# What coordinators read about people, on Telegram and in the shell.
command-start = pour commencer
command-aide = ce menu; /aide et une commande montre un exemple
command-lier = relier un téléphone et Telegram
command-personne = ajouter une personne, ou changer sa fiche
command-personnes = chercher une personne
command-importer = ajouter beaucoup de personnes d'un coup
command-annuler-import = défaire un import de personnes
example-start = /start
example-aide = /aide annonce
example-lier = /lier
example-personne = /personne Rose Tremblay; 819 555-0101; rôle: expert; table: Logement; consentement: formulaire papier 2026-03-02
    Pour changer la fiche 12 : /personne 12; territoire: Vieux-Moulin
    Corriger, en disant pourquoi : /personne 12; nom: Rose Roy; raison: elle me l'a dit au téléphone
    Noter son refus des messages : /personne 12; consentement: refuse 2026-03-02
    Voir la fiche 12 et ses numéros : /personne 12
    Un mauvais numéro : /personne 12; sans téléphone: 819 555-0101; téléphone: 819 555-0102
    Pas à pas : /personne
example-personnes = /personnes rose
example-importer = /importer, puis le fichier
    Sur l'ordinateur : portevoix people import personnes.csv
example-annuler-import = /annuler-import (le dernier)
    Un autre, par son numéro : /annuler-import 3

people-commands-title = Voici ce que vous pouvez écrire. Un exemple : /aide annonce
people-commands-of = { LINES($lines) }
people-command-line = { $command } : { $what }

people-and-phones = { $said } Deux téléphones maintenant. Si { $phone } n'est plus le bon : /personne { $number }; sans téléphone: { $phone }
people-and-shared = { $said } Ce téléphone est aussi celui de { $names } : un message à tous y part une fois. Un non de l'un vaut pour tous; le oui de l'un n'est pas celui de l'autre.
people-kept = C'est ajouté : { $name } (no { $number }).
people-kept-invited = Noté : { $name } (no { $number }). Son oui est demandé une seule fois; rien d'autre ne part avant.
people-kept-in-territory = Noté : { $name } (no { $number }). { $agreed ->
        [yes] Un
       *[no] Un numéro nouveau reçoit une seule demande de consentement; un
    } numéro à vérifier passe d'abord par la coordination générale.
people-kept-withdrawn = Noté : { $name } (no { $number }). Attention : un arrêt plus récent que ce consentement tient toujours. Seul REPRENDRE, écrit de sa main, le lève.
people-kept-same = Rien à changer : { $name } (no { $number }).
people-completed = Fiche changée : { $name } (no { $number }).
people-and-changed = { $said } Changé : { $what }.

people-coordinator-link = Lien pour { $name }, bon une fois, 24 heures : { $link }
people-coordinator-code = Code pour { $name }, bon une fois, 24 heures. À envoyer au robot sur Telegram : /start { $code }
people-coordinator-new = { $name } coordonne maintenant avec vous : compte ajouté sur l'ordinateur. Si ce n'était pas prévu, parlez-en tout de suite à { $contact }.
people-coordinator-new-of = { $name } coordonne maintenant avec vous, pour le territoire { $territory } : compte ajouté sur l'ordinateur. Si ce n'était pas prévu, parlez-en tout de suite à { $contact }.
people-coordinator-welcome = Bonjour { $name }. Vous avez la coordination sur ce compte. Tout ce que vous pouvez faire : /aide

people-needs-name = Il manque le nom. Exemple : /personne Rose Tremblay; 819 555-0101
people-name-too-long = Ce nom est trop long : { $longest } lettres au plus.
people-needs-address = Il manque un téléphone, un numéro Telegram, un courriel, ou le choix de la poste. Exemple : 819 555-0101
people-bad-telegram-id = « { $id } » n'est pas un numéro Telegram. Exemple : 123456789
people-bad-language = « { $written } » n'est pas une langue connue ici. Langues : { $known }
people-bad-role = « { $written } » n'est pas un rôle. Rôles : membre, expert du vécu, organisme
people-no-coordinator-here = La coordination ne se donne pas ainsi. Sur l'ordinateur : portevoix people add --role coordinator --name, et le nom; pour un seul territoire, ajoutez --scope et son nom, sinon c'est toute la région
people-bad-email = « { $email } » n'est pas une adresse de courriel. Exemple : rose@exemple.org
people-no-email-here = Ici, le programme n'envoie pas de courriel. Exemple d'adresse : 819 555-0101
people-bad-channel = « { $written } » n'est pas un moyen connu ici. Moyens : texto, Telegram, courriel, poste, téléphone
people-consent-without-day = « { $words } » ne dit pas quel jour. Exemple : formulaire papier 2026-03-02
people-consent-unclear = « { $words } » : est-ce un oui ou un non? Un oui : formulaire papier 2026-03-02. Un refus : refuse 2026-03-02
people-and-agreed = { $said } Son oui, du { DATE($day, form: "year") } : « { $words } ».
people-and-refused = { $said } C'est noté comme un refus, du { DATE($day, form: "year") } : « { $words } ». Plus rien ne lui est écrit. Une erreur? /personne { $number }; consentement: et le oui, avec un jour plus récent
people-and-refused-shared = { $said } Ce téléphone est aussi celui de { $names } : plus rien n'y est écrit.
people-and-refused-nowhere = { $said } C'est noté comme un refus, du { DATE($day, form: "year") } : « { $words } ». Il vaut pour toute adresse qu'on mettra sur cette fiche. Une erreur? /personne { $number }; consentement: et le oui, avec un jour plus récent
people-and-no-holds = { $said } Cette personne { $no }. Elle a changé d'idée? /personne { $number }; consentement: et son oui, avec le jour
people-asks-about = Une question part à { $name } : est-ce qu'on peut lui écrire? Une seule fois; rien d'autre ne part avant son oui.
people-card-refused = A dit non aux messages le { DATE($day, form: "year") } : « { $words } ». Rien ne lui est écrit, à aucune adresse.
people-and-yes-since = { $said } Le refus n'est pas noté : un oui du { DATE($since, form: "year") } est plus récent. Pour un refus d'aujourd'hui : /personne { $number }; consentement: non
people-consent-future = « { $words } » est une date à venir. Exemple : formulaire papier 2026-03-02
people-two-people = Ce téléphone et ce compte Telegram sont déjà à deux personnes différentes ({ $name }?). La personne peut les relier elle-même avec LIER.
people-no-such-person = Il n'y a pas de fiche no { $number }. Pour chercher : /personnes rose
people-no-such-roundtable = Il n'y a pas de table « { $name } ». Tables : { $known }
people-unreadable-part = « { $part } » : on ne sait pas ce que c'est. Exemple : /personne Rose Tremblay; 819 555-0101; rôle: expert; table: Logement

people-listed-here = De votre territoire ({ $territory }), de vos tables, ou sans territoire ni table d'ailleurs : { $count }
    { LINES($lines) }
people-listed = { $count } :
    { LINES($lines) }
people-line = { $number }. { $name } - { $where }
people-contact-line = { $address } ({ $state })
people-card = { LINES($lines) }
people-card-to-call = À appeler seulement : { $phones }
people-card-paid-by = Paiement souhaité : { $mode }
people-card-roles = Rôles : { $roles }
people-role-coordinator = coordonne
people-card-roundtables = Tables : { $names }
people-card-territory = Territoire : { $name }
people-card-read = Le { $when }, cette personne a écrit : « { $words } ». On y lit : { $meaning }. Pas ça? /veut-dire personne { $number } ...
people-card-address = Adresse : { $address }
people-on-paper = par la poste
people-only-called = à appeler seulement
people-no-address = pas encore d'adresse
people-and-more = et { $count ->
        [one] { $count } autre
       *[other] { $count } autres
    }. Pour les voir : /personnes et un nom ou un territoire; la liste entière est au bureau : /bureau
people-nobody-of-that-name = Personne ne répond à « { $name } ». Pour l'ajouter : /personne { $name }; 819 555-0101
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
people-role-organisation = représente un petit organisme membre
people-ask-roundtable = Sa table? Exemple : Logement
people-skip = passer
people-ask-consent = Comment et quand a-t-on eu son oui? Exemple : formulaire papier 2026-03-02
people-not-yet = pas encore : le lui demander

people-strangers-many = Beaucoup d'inconnus écrivent : { $count } réponses en une heure. Les prochaines attendent l'heure suivante, et leurs mots sont gardés dans /appels. Un mot de détresse reçoit une réponse quand même.
people-codes-closed = { $count } codes faux en une heure. Pendant une heure, aucun code n'est pris, sauf ceux de la coordination. Si quelqu'un veut relier son téléphone, cette personne doit réessayer plus tard.

journal-people-codes_tried = trop de codes faux depuis une même adresse
journal-people-codes_closed = trop de codes faux en une heure : aucun n'est pris
journal-people-strangers_held = trop d'inconnus à la fois : plus de { $count } réponses en une heure
journal-people-joined = a joint la liste
journal-people-declined = a dit non à l'invitation
journal-people-stopped = a tout arrêté
journal-people-stopped_kind = a arrêté : { $kind }
journal-people-renamed = a dit son nom
journal-people-moved = a dit son adresse
journal-people-resumed = a repris les messages
journal-people-paused = a demandé une pause
journal-people-less = a demandé moins de messages
journal-people-linked = a relié deux adresses
journal-people-added = personne ajoutée
journal-people-completed = fiche complétée
journal-people-seen = fiche vue, numéros au complet
journal-people-changed = fiche changée : { $fields }
journal-people-imported = import de « { $title } » : { $lines ->
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
journal-people-import_undone = import défait, « { $title } » : { $gone } retirées, { $back } remises comme avant, { $kept } restent

people-not-coordinator = { $name } ne coordonne pas.
people-revoke-to-whom = À qui passe ce qui était en cours? Nommez une autre personne qui coordonne : { $names }
people-revoked = { $name } ne coordonne plus. { $count ->
        [0] Rien n'était en cours.
        [one] { $count } fiche passe à { $to }.
       *[other] { $count } fiches passent à { $to }.
    }
journal-people-revoked = ne coordonne plus
people-no-such-table = Il n'y a pas de table no { $number }.

# A role that ended.
command-accompagne = dire qui accompagne une personne
example-accompagne = /accompagne 12 Jeanne
    Quand c'est terminé : /accompagne 12 fin
people-accompanied = C'est noté : { $by } accompagne { $name } à partir d'aujourd'hui.
people-accompaniment-over = C'est noté : personne n'accompagne plus { $name }.
people-not-accompanied = Personne n'accompagne { $name }. Pour le dire : /accompagne 12 Jeanne
journal-people-accompanied = accompagnement d'une personne
command-fin-role = dire que quelqu'un n'a plus un rôle, depuis quel jour
example-fin-role = /fin-role 12 expert 2026-10-01
    Donné par erreur, comme s'il n'avait jamais été : /fin-role 12 expert erreur
people-which-role = « { $words } » n'est pas un rôle : expert ou membre.
people-role-by-shell = Ce rôle se retire à l'ordinateur seulement : portevoix people revoke
people-role-bad-day = « { $words } » n'est pas un jour passé. Écrivez-le ainsi : 2026-10-01
people-has-no-role = { $name } n'a pas ce rôle ({ $role }).
people-address-which = { $address } marche encore. Est-il perdu ou volé? Alors rien n'y est écrit : qui l'a en main le lirait.
people-address-lost = perdu ou volé
people-address-told = non : prévenir là
people-desk-erased = Cette personne a demandé à être oubliée : tout sera effacé le { $when }. On peut encore la garder, si elle change d'idée.
people-last-role-ended = { $name } n'a plus ce rôle ({ $role }), ni aucun autre; le dernier jour était le { DATE($until, form: "year") }. Désormais, ni invitation, ni rappel, ni résumé, ni bulletin, ni annonce pour { $name }, qui n'est plus dans les comptes. La fiche reste, et ce qui a été fait avant compte encore. Une erreur? Écrivez : /personne { $number }; { $which ->
        [expert] expert
       *[other] membre
    }
people-role-never = { $name } n'a jamais eu ce rôle ({ $role }) : il est retiré, et rien n'en reste compté.
people-role-never-last = { $name } n'a jamais eu ce rôle ({ $role }) : il est retiré, et rien n'en reste compté. { $name } n'a aucun autre rôle : ni invitation, ni nouvelles. Pour en donner un : /personne { $number }; membre
people-role-ends-before = { $name } a ce rôle ({ $role }) depuis le { DATE($since, form: "year") } : il ne peut pas finir le { DATE($until, form: "year") }. Donné par erreur? /fin-role { $number } { $which ->
        [expert] expert
       *[other] membre
    } erreur
people-role-ended = { $name } n'a plus ce rôle ({ $role }); le dernier jour était le { DATE($until, form: "year") }. Ce qui a été fait avant compte encore.
journal-people-role_ended = rôle terminé : { $role }, dernier jour { $until }
journal-people-role_never = rôle donné par erreur, retiré : { $role }

# Two cards that are one person.
command-reunir = réunir deux fiches d'une même personne, qui vous l'a dit
command-separer = défaire une réunion de fiches, dans les 30 jours
example-reunir = /reunir 7 3
    La fiche 3 entre dans la fiche 7, et prend son nom. Vérifiez d'abord de vive voix avec la personne de la fiche 3.
example-separer = /separer 7
people-merge-itself = Le no { $number } est la même fiche. Exemple : /reunir 7 3
people-merge-coordinator = { $name } coordonne : sa fiche n'est réunie à aucune autre par une commande. La personne ouvre son lien de coordination sur le compte à réunir.
people-merged-desk = C'est réuni : { $other } est maintenant { $name } (no { $number }). { $told ->
        [both] Les deux en sont avertis.
        [single] Un seul des deux peut lire un message : dites-le aussi à l'autre.
       *[none] Aucun message ne peut leur être écrit : dites-le-leur.
    } Pour défaire, dans les 30 jours : /separer { $number }. Y sont passés :
    { LINES($what) }
people-unmerge-none = Aucune réunion de fiches à défaire pour « { $who } ».
people-unmerge-too-late = Trop tard : une réunion se défait dans les 30 jours.
people-unmerged = C'est séparé : { $name } (no { $number }) et { $other } (no { $again }), chacun avec ce qui était à lui.
people-coordinator-address = L'adresse d'une personne qui coordonne change par elle-même (/lier), ou sur l'ordinateur : portevoix people change
people-telegram-taken = Ce compte Telegram est déjà à une autre personne (no { $number }).
people-several-of-this-name = Plusieurs personnes ont ce nom : { $names }. Dites laquelle par son numéro.
people-revoke-last-whole = { $name } est la seule personne à répondre de toute l'organisation. Nommez-en d'abord une autre : portevoix people add --role coordinator --scope ''
people-revoke-last-reachable = Personne d'autre ne serait joignable en cas de détresse. Reliez d'abord un téléphone ou un compte Telegram à { $name } ou à une autre personne qui coordonne.
people-revoke-elsewhere = { $name } répond de { $territory } seulement, et des fiches en cours sont d'ailleurs. Nommez une autre personne.
journal-people-merged = deux fiches réunies
journal-people-unmerged = réunion de fiches défaite
journal-people-disowned = a dit qu'une adresse n'était pas la sienne
journal-people-code_sent = un code envoyé à ce téléphone : un compte Telegram en donnait le numéro
people-coordinator-unreachable = { $name } coordonne et n'est plus joignable : aucune alerte ne lui arrive. Il faut une autre adresse à { $name }, ou quelqu'un à sa place.
people-revoked-told = { $name } : vous n'avez plus la coordination ici, depuis maintenant. Une erreur? { $contact } : { $phone }

# A roundtable or a territory that nobody knows: asked about before one is made.
places-near-roundtable = « { $name } » n'est pas une table connue. Vouliez-vous dire { $near }? Pour une nouvelle table, écrivez : { $name } (nouvelle)
places-near-territory = « { $name } » n'est pas un territoire connu. Vouliez-vous dire { $near }? Pour un nouveau territoire, écrivez : { $name } (nouveau)
places-known = { $name }
places-make-roundtable = créer la table { $name }
places-make-territory = créer le territoire { $name }
people-and-roundtables = { $said } Ses tables maintenant : { $names }.
people-nobody-named = Personne ne répond à « { $name } ». Pour chercher : /personnes { $name }
people-which-one = Plusieurs personnes répondent à « { $name } ». Laquelle?
people-one-of = no { $number } { $name }
people-desk-menu = Vous coordonnez : voici ce qui sert chaque jour. Toutes les commandes : /aide tout. Un exemple : /aide annonce
people-desk-a-faire = ce qui vous attend
people-desk-rencontres = les rencontres
people-desk-appels = les appels à faire
people-desk-demandes = les demandes à payer
people-desk-commentaires = les commentaires
people-desk-bureau = le bureau, sur l'ordinateur
people-desk-own = le menu des membres
people-merge-about = { $other } entre dans { $name }. Y passeront :
    { LINES($what) }
    Ce qui ne s'accorde pas :
    { LINES($differ) }
    .segments = 8
people-differ-territory = territoire : { $kept } (gardé), { $other }
people-differ-language = langue : { $kept } (gardée), { $other }
people-differ-consent = { $yes } a dit oui aux messages, { $no } a dit non
people-differ-nothing = rien : territoire, langue et accord
people-moves-roles = rôles : { $names }
people-slash-yes = oui, le faire
people-slash-no = non
people-slash-left = D'accord, rien n'est fait.
people-moved-about = { $name } (no { $number }) est du territoire { $before }. Vous en feriez quelqu'un de { $territory } : { $before } en est averti.
people-moved-told = { $name } (no { $number }) est maintenant du territoire { $territory } et non plus { $before } : { $who } l'a changé. Une erreur? Dites-le à { $who }, ou remettez-le sur sa fiche.
journal-people-moved_territory = fiche passée du territoire { $before } au territoire { $territory }
