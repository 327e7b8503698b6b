"""Writes the tables of docs/vie-privee.md from the list of columns and the table of retention: `make privacy`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from db.privacy.columns import Column, columns
from db.privacy.retention import TABLE
from db.privacy.rules import DAYS
from handlers.privacy.notice import duration
from messages import Channel, Text, text
from messages.catalogue import Catalogue

TO = Path(__file__).parents[1] / "docs" / "vie-privee.md"
PART = re.compile(r"(<!-- made by `make privacy`: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)
PURPOSES = {
    "contact": "écrire à la personne",
    "consent": "prouver son accord",
    "talk": "lui répondre",
    "call": "l'appeler",
    "meetings": "préparer les rencontres",
    "comments": "porter ses mots à la table",
    "allowance": "la payer, et la comptabilité",
    "account": "rendre compte de qui a agi",
    "law": "répondre à la loi",
    "security": "protéger l'accès",
    "organisation": "le travail de l'organisme",
    "machine": "la marche du programme",
}
LEVELS = {"personal": "personnel", "sensitive": "sensible"}
KEPT = {"person": "tant que la personne est connue", "always": "toujours"}
ERASED = {
    "goes": "la ligne part",
    "blanked": "vidé",
    "cut": "le lien est coupé",
    "moved": "passe à personne",
    "stays": "reste, sans le reste",
}
THEN = {"erased": "effacé", "blanked": "vidé", "anonymous": "sans nom"}


def page() -> str:
    """The page with its tables as the program has them today."""
    made = {"columns": "".join(_columns()), "retention": "".join(_retention())}
    return PART.sub(lambda part: f"{part[1]}{made[part[2]]}{part[3]}", TO.read_text(encoding="utf-8"))


def _columns() -> Iterator[str]:
    """What says something of someone, by purpose; what says nothing of anyone is left out."""
    yield "| à quoi ça sert | table | colonnes | | gardé | quand la personne est oubliée |\n|---|---|---|---|---|---|\n"
    told = [column for column in columns() if column.level != "none"]
    for purpose, words in PURPOSES.items():
        theirs = [column for column in told if column.purpose == purpose]
        for key, group in groupby(theirs, key=_alike):
            table, level, kept, erased = key
            names = ", ".join(f"`{column.name}`" for column in group)
            how_long = KEPT.get(kept, kept)
            yield f"| {words} | `{table}` | {names} | {LEVELS[level]} | {how_long} | {ERASED[erased]} |\n"


def _alike(column: Column) -> tuple[str, str, str, str]:
    return column.table, column.level, column.kept, column.erased


def _retention() -> Iterator[str]:
    words = Catalogue.load()

    def said(one: Text) -> str:
        return words.text(one, "fr", Channel.POST)

    yield "| sorte (KEEP) | quoi | par défaut | ensuite |\n|---|---|---|---|\n"
    for kept in TABLE:
        what, long = said(text(f"privacy-kept-{kept.name}")), said(duration(DAYS[kept.name]))
        yield f"| `{kept.name}` | {what} | {long} | {THEN[kept.then]} |\n"


if __name__ == "__main__":
    TO.write_text(page(), encoding="utf-8")
