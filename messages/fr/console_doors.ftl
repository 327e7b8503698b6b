### Not for basic phones: the web console opens on Telegram alone.
command-bureau = ouvrir le bureau, la page web de la coordination; fermer le ferme partout
example-bureau = /bureau
    Avec les lettres que montre l'ordinateur : /bureau K7M4PX
    Le fermer partout : /bureau fermer

console-link = Voici votre lien pour entrer au bureau. Il sert une fois, pendant { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }. Ne le donnez à personne.
console-link-button = Ouvrir le bureau
console-link-here = Voici votre lien pour entrer au bureau. Il sert une fois, pendant { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    } : { $link }
console-asked = Une connexion au bureau est demandée depuis { $browser }, à { TIME($when) }. Les lettres : { $code }. Regardez l'écran de votre ordinateur : est-ce qu'il montre ces lettres? Si vous n'avez rien demandé, ou si quelqu'un vous a envoyé un lien, répondez non. C'est vous?
console-asked-fresh = Le bureau ({ $browser }, { TIME($when) }) demande si c'est bien vous. Est-ce vous?
console-it-is-me = oui, c'est moi
console-not-me = non
console-go-on = C'est bon. Sur l'ordinateur, la page s'ouvre; sinon, choisissez « C'est fait, continuer ».
console-go-on-fresh = C'est bon. Sur l'ordinateur, choisissez « C'est fait, continuer ».
console-refused = C'est noté, personne n'est entré. Si quelqu'un vous a demandé de donner des lettres ou un lien, ne le faites pas.
console-too-late = Cette demande est trop vieille, ou elle a déjà servi. Recommencez sur l'ordinateur.
console-no-such-code = Ces lettres ne sont demandées par aucun ordinateur, ou elles ont plus de 10 minutes. Vérifiez-les, ou recommencez sur l'ordinateur.
console-not-here = Le bureau n'est pas ouvert ici : il faut une adresse en https. Tout se fait aussi en écrivant ici : /aide
console-told = Connexion au bureau à { TIME($when) }, depuis { $browser }. Si ce n'était pas vous, fermez tout.
console-end-all = ce n'était pas moi : tout fermer
console-closed = { $count ->
        [0] Le bureau n'était ouvert nulle part.
        [one] Le bureau est fermé : { $count } connexion finie.
       *[other] Le bureau est fermé partout : { $count } connexions finies.
    }
console-no-telegram = Il faut votre Telegram pour confirmer que c'est bien vous, et il n'est pas relié. Demandez à la personne qui installe Porte-voix.

journal-console-entered = entre au bureau ({ $door }, { $browser })
journal-console-refused = refuse une connexion au bureau ({ $browser })
journal-console-left = ferme le bureau ({ $count ->
        [one] { $count } connexion
       *[other] { $count } connexions
    })
journal-console-fresh = confirme sur Telegram que c'est bien elle ou lui
journal-value-door-code = par les lettres
journal-value-door-link = par un lien
journal-value-door-demo = par la démonstration
journal-console-link_made = crée un lien pour entrer au bureau
console-link-whose = De quelle personne? Ajoutez --as et son nom. Exemple : portevoix console link --as Maude

console-device-enter = Entrer avec cet appareil
console-device-confirm = Confirmer avec cet appareil
console-device-failed = L'appareil n'a pas répondu. Essayez encore, ou passez par Telegram.
console-device-refused = Cet appareil ne peut pas vous faire entrer. Passez par Telegram.
console-device-add = Ajouter cet appareil
console-device-add-lead = Votre ordinateur va demander votre doigt, votre visage ou le code qui l'ouvre. Rien de cela ne quitte l'ordinateur. N'ajoutez pas un ordinateur que d'autres utilisent.
console-device-cannot = Ce navigateur ne sait pas le faire. Un navigateur à jour le peut, sans bloquer les scripts.
console-device-untrue = Ce que l'appareil a répondu ne prouve rien. Essayez encore.
console-device-added = C'est fait. La prochaine fois, vous pourrez entrer avec cet appareil.
console-device-removed = C'est fait. Cet appareil ne fait plus entrer personne.
console-device-most = Vous avez déjà { $most } appareils. Enlevez-en un d'abord.
console-device-known = Cet appareil est déjà ajouté.
console-device-none = Cet appareil n'est pas dans vos réglages.
console-device-remove = enlever
console-device-since = Ajouté le { DATE($since) }.
console-device-used = Utilisé le { DATE($used) }.
console-device-told = Un appareil a été ajouté pour entrer au bureau : { $browser }, à { TIME($when) }. Si ce n'était pas vous, fermez tout.
console-device-copied = L'appareil { $browser }, qui vous fait entrer au bureau, a peut-être été copié. Enlevez-le dans les réglages du bureau, puis ajoutez-le encore.
console-closed-devices = { console-closed } Vos appareils ne font plus entrer personne : ajoutez-les encore dans les réglages.
console-my-devices = Mes appareils
console-my-devices-why = Un appareil à vous seul (votre doigt, votre visage ou votre code) fait entrer sans passer par Telegram.
console-close-everywhere = Fermer partout
journal-console-passkey_added = ajoute un appareil pour entrer au bureau ({ $browser })
journal-console-passkey_removed = enlève un appareil qui faisait entrer au bureau ({ $browser })
journal-value-door-passkey = par un appareil
