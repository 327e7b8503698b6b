"""A number beside a plural noun is chosen by a selector: nobody reads "1 personnes"."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.sources import ROOT

# Numbers that are above one by nature: a length that is too long, the most that is allowed.
ABOVE_ONE = "length|longest|most|characters|above|least"
NOUNS = (
    "personnes messages segments textos commentaires demandes jours lignes fichiers erreurs rappels lettres minutes"
    " secondes heures photos people comments claims days lines rows files errors reminders letters seconds hours"
    " personas mensajes segmentos comentarios días líneas solicitudes minutos horas"
)
PLURAL = re.compile(rf"\{{ \$(?P<name>\w+) \}}[ \u00a0](?:{'|'.join(NOUNS.split())})\b")


@pytest.mark.parametrize(
    "path", sorted((ROOT / "messages").glob("*/*.ftl")), ids=lambda path: "/".join(path.parts[-2:])
)
def test_a_number_and_its_noun_agree(path: Path) -> None:
    wrong = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if re.match(r"\s*\*?\[\w+\]", line):
            continue  # a branch of a choice
        found = [m for m in PLURAL.finditer(line) if not re.fullmatch(ABOVE_ONE, m["name"])]
        wrong += [f"line {number}: {m[0]}" for m in found]
    assert not wrong, "use { $n -> [one] ... *[other] ... }:\n" + "\n".join(wrong)


SPELLED_ONE = re.compile(r"\[one\] (?:1|[Uu]ne?)\b")


@pytest.mark.parametrize("path", sorted((ROOT / "messages/fr").glob("*.ftl")), ids=lambda path: path.name)
def test_in_french_nothing_is_not_said_to_be_one(path: Path) -> None:
    """Zero is singular too in French: what spells one is for [1] alone."""
    assert not SPELLED_ONE.findall(path.read_text(encoding="utf-8")), "use [1] where the branch spells one"
