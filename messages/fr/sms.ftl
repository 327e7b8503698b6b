### Not for basic phones.

# What the preview of a text message says about its cost and about what was changed.

sms-change-quotes = Guillemets rendus droits: { $count }
sms-change-apostrophes = Apostrophes rendues droites: { $count }
sms-change-dashes = Tirets rendus simples: { $count }
sms-change-ellipsis = Points de suspension écrits en trois points: { $count }
sms-change-spaces = Espaces spéciaux rendus simples: { $count }
sms-change-bullets = Puces changées pour un tiret: { $count }
sms-change-dots = Points au milieu de la ligne changés pour un point: { $count }
sms-change-invisible = Signes invisibles enlevés: { $count }
sms-change-symbols = Signes écrits autrement: { $count } ({ $what })
sms-change-letters = Lettres écrites sans accent pour envoyer moins de textos: { $count } ({ $what })
sms-change-accents = Accents enlevés, comme la personne le demande: { $count } ({ $what })

sms-warning-word = Sans accent, « { $word } » se lit « { $becomes } ». Écrivez plutôt « { $instead } ».
sms-warning-costly = Ces signes font payer plus de textos: { $what }
sms-warning-too-long = Trop long: { $characters } signes. Le maximum est { $most }.

sms-report = { $text }

    Écriture: { $encoding }
    Signes: { $characters }
    Textos: { $segments } (comme c'était écrit: { $written })
    Prix par personne: { NUMBER($cost, maximumFractionDigits: 4) } $
    .segments = 20
sms-report-changes = Ce qui a changé:
sms-report-warnings = À vérifier:
sms-report-nothing = Écrivez un texte entre guillemets, ou donnez un fichier avec --file.
sms-report-price = SMS_PRICE doit être un nombre, comme 0.0147.
