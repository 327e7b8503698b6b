### Not for basic phones.

demo-ready = Ouvrez { $url } dans un navigateur. Quatre téléphones vous attendent. Ctrl-C arrête tout.
demo-port-taken = Le port { $wanted } est pris, voici le { $port }.
demo-stopped = Arrêté. Rien n'est sorti de cet ordinateur.
demo-kept = Les données restent dans { $folder }.
demo-not-this-machine = { $key } désigne une adresse hors de cet ordinateur. La démonstration refuse.
demo-story-playing = L'histoire se joue
demo-story-part-joining = 1. S'inscrire
demo-story-part-digest = 2. L'infolettre
demo-story-part-meeting = 3. La rencontre
demo-story-part-comments = 4. Les mots des personnes absentes
demo-story-part-claims = 5. Les frais
demo-story-part-announcement = 6. L'annonce
demo-story-part-stopping = 7. Arrêter, demander de l'aide
demo-story-part-journal = 8. Tout est noté
demo-story-phone = Ce que le téléphone de { $name } a vu
demo-story-journal = Le journal
demo-story-files = Fichiers exportés
demo-story-segments = { $count ->
        [one] { $count } texto compté
       *[other] { $count } textos comptés
    }
demo-story-missing = Ligne { $line } : { $name } attendait « { $words } ».
demo-story-instead = À la place :
demo-story-nothing = rien
demo-story-done = Chaque message attendu est arrivé : { $expected } sur { $expected }, en { $seconds ->
        [one] { $seconds } seconde
       *[other] { $seconds } secondes
    }.
demo-story-failed = L'histoire s'est arrêtée à la ligne { $line }.
