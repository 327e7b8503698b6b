"""A sentence that names a Telegram command, for whoever sits at the shell: the same command as it is written here."""

from __future__ import annotations

import re
from typing import Final

from handlers.routes import ROUTES
from messages import Channel, text
from messages.catalogue import Catalogue

# French command -> the same from the shell. A convention test keeps it whole.
SHELL: Final = {
    "personne": "people add",
    "personnes": "people list",
    "importer": "people import",
    "proposer": "digest propose",
    "infolettre": "digest list",
    "item": "digest edit",
    "ordre": "digest order",
    "envoyer-infolettre": "digest approve",
    "annonce": "announce",
    "envois": "broadcast show",
    "approuver": "broadcast approve",
    "annuler": "broadcast cancel",
    "pause": "broadcast pause",
    "reprendre": "broadcast resume",
    "rencontre": "meeting add",
    "rencontres": "meeting list",
    "rencontre-annoncer": "meeting announce",
    "deplacer": "meeting move",
    "annuler-rencontre": "meeting cancel",
    "point": "meeting point",
    "presence": "meeting presence",
    "compte-rendu": "meeting minutes",
    "commentaires": "comments list",
    "lu": "comments read",
    "suite": "comments answer",
    "demandes": "claims list",
    "demande": "claims show",
    "approuver-demande": "claims approve",
    "retourner": "claims return",
    "refuser": "claims refuse",
    "rouvrir-demande": "claims reopen",
    "payer": "claims pay",
    "tarif": "claims rate add",
    "journal": "journal show",
    "exporter": "export",
    "appels": "call-list",
    "repondre": "call-list",
    "vu": "call-list",
    "renvoyer": "call-list",
    "laisser": "call-list",
}
# Those that take numbers alone, here as there; {} is where the numbers go.
SAME: Final = {
    "rencontres": "meeting list",
    "rencontre-annoncer": "meeting announce {}",
    "annuler": "broadcast cancel {}",
    "approuver": "broadcast approve {}",
    "pause": "broadcast pause {}",
    "reprendre": "broadcast resume {}",
    "envois": "broadcast show {}",
    "demandes": "claims list",
    "demande": "claims show {}",
    "approuver-demande": "claims approve {}",
    "rouvrir-demande": "claims reopen {}",
    "commentaires": "comments list --meeting {}",
    "lu": "comments read {}",
    "appels": "call-list {}",
    "vu": "call-list {} --take",
    "renvoyer": "call-list {} --resend",
    "laisser": "call-list {} --leave",
    "infolettre": "digest list",
    "envoyer-infolettre": "digest approve",
    "ordre": "digest order {}",
    "personnes": "people list",
}
WRITTEN: Final = re.compile(r"(?<![\w/.:])/([a-z]+(?:-[a-z]+)*)((?: \d+)*)(?: *(?=[.,;:)\n]|$)|(?= ))")


def for_shell(words: str, catalogue: Catalogue, language: str) -> str:
    """`words` with each Telegram command that is the same here rewritten, and where to look for the others."""
    elsewhere: dict[str, None] = {}

    def rewritten(found: re.Match[str]) -> str:
        command = ROUTES.command(found[1])
        if command is None or command.name not in SHELL:
            return found[0]
        alone = not words[found.end() :].startswith(" ")
        if alone and command.name in SAME:
            return f"portevoix {SAME[command.name].format(found[2].strip())}".replace("  ", " ").rstrip()
        elsewhere[SHELL[command.name]] = None
        return found[0]

    said = WRITTEN.sub(rewritten, words)
    here = [
        catalogue.text(text("shell-here", command=f"portevoix {name}"), language, Channel.SMS) for name in elsewhere
    ]
    return "\n".join([said, *here])
