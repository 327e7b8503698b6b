### Not for basic phones: drafts of announcements, and what is sent to oneself first.
command-brouillon = garder une annonce pour plus tard, la changer, l'envoyer
command-essai = recevoir soi-même, seul, ce que les gens recevraient
example-brouillon = /brouillon table COCO, puis le texte sur la ligne suivante
    Les voir : /brouillon. En voir un : /brouillon 3
    Le changer : /brouillon 3 tous, puis le texte. En anglais : /brouillon 3 en, puis le texte
    L'envoyer : /brouillon 3 envoyer. Le jeter : /brouillon 3 effacer
example-essai = /essai 3
    Une rencontre : /essai rencontre 12. L'infolettre : /essai infolettre

announcements-no-such-draft = Il n'y a pas de brouillon no { $number }. Pour les voir : /brouillon
announcements-draft-kept = Brouillon no { $number } gardé, rien ne part. Le recevoir soi-même : /essai { $number }. L'envoyer : /brouillon { $number } envoyer
announcements-draft-changed = Brouillon no { $number } changé.
announcements-draft-deleted = Brouillon no { $number } jeté.
announcements-no-drafts = Aucun brouillon.
announcements-drafts = Brouillons :
    { LINES($lines) }
announcements-draft-line = { $number } · { $to } : { $title }
announcements-draft-shown = Brouillon no { $number }, pour : { $to }
announcements-draft-whole = { LINES($lines) }
journal-announcements-draft_kept = annonce gardée comme brouillon
journal-announcements-draft_changed = brouillon changé
journal-announcements-draft_deleted = brouillon jeté
journal-announcements-tried = essai d'un brouillon, pour soi
journal-meetings-tried = essai d'une rencontre, pour soi
journal-digest-tried = essai de l'infolettre, pour soi
journal-thing-draft = brouillon { $number }
check-announcements-send-draft = Envoyer ce brouillon?
trial-heading = Essai, pour vous seulement. En { $language } :
trial-buttons = Boutons sous le message : { $labels }
trial-sent = Essai envoyé, à vous seulement. Sur combien de vos téléphones ou comptes : { $phones }
trial-no-phone = Aucun téléphone ni compte à vous n'est connu. Ouvrez d'abord votre lien, ou écrivez LIER.

act-announcements-keep-draft = Garder comme brouillon
act-announcements-edit-draft = Changer le brouillon
act-announcements-delete-draft = Jeter le brouillon
act-announcements-send-draft = Envoyer ce brouillon
act-announcements-try = Essayer sur mon téléphone
act-meetings-try = Essayer sur mon téléphone
act-digest-try = Essayer sur mon téléphone
about-announcements-delete-draft = Rien n'en est parti. Il ne revient pas.
about-announcements-try = Vous seulement recevez ce que les gens recevraient.
about-meetings-try = Vous seulement recevez ce que les gens recevraient.
about-digest-try = Vous seulement recevez ce que les gens recevraient.
console-drafts = Brouillons
console-draft-title = Brouillon { $number }
console-draft-changed = changé { $when }
console-keep = Garder comme brouillon
