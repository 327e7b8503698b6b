### Not for basic phones: printed on paper, or read in the shell.
letters-date = Le { $date }
letters-greeting = Bonjour { $name },
letters-meeting = Rencontre : { $roundtable }
letters-meeting-words = { $date }, de { $start } à { $end }, { $place }.
    { $points }
letters-no-news = Il n'y a pas de nouvelle ce mois-ci.
letters-closing = Pour nous parler : { $name }, { $phone }
letters-nobody = Personne n'a choisi la poste. Pour le choisir, une personne écrit POSTE, ou : portevoix people add --channel post
letters-made = { $people ->
        [one] { $people } lettre dans
       *[other] { $people } lettres dans
    } { $file }. Adresse manquante : { $missing }. Une fois postées : portevoix letters --month ... --posted ...
letters-posted = { $people ->
        [one] { $people } lettre notée comme postée
       *[other] { $people } lettres notées comme postées
    } le { $date }.
letters-posted-later = Le { $date } n'est pas encore passé.
letters-already-posted = Les lettres de { $month } sont déjà notées comme postées.
journal-letters-posted = { $people ->
        [one] { $people } lettre postée
       *[other] { $people } lettres postées
    }
letters-ready = Lettres prêtes : { $people }. Adresses qui manquent : { $missing }
