"""A slip in the name of a roundtable or of a territory makes no new one: it is asked, and a new one is said."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from db.organisations import Roundtable, Territory
from tests.support.meetings import POINT, seated
from tests.support.people import coordinator
from tests.support.phones import Town


async def names(town: Town) -> list[str]:
    async with town.database.read() as session:
        tables = [*await session.scalars(select(Roundtable.name).order_by(Roundtable.name))]
        return [*tables, *await session.scalars(select(Territory.name).order_by(Territory.name))]


@pytest.mark.parametrize(
    ("command", "asked", "answer", "kept"),
    [
        (
            "/personne Odette, 819 555-0177, table COCCO, papier 2026-01-12",
            ("COCCO", "Vouliez-vous dire COCO?"),
            "coco",
            ["COCO"],
        ),
        (
            "/personne Odette, 819 555-0177, table COCCO, papier 2026-01-12",
            ("(nouvelle)",),
            "creer la table cocco",
            ["COCCO", "COCO"],
        ),
        ("/personne 2; table: COOC", ("Vouliez-vous dire COCO?",), "coco", ["COCO"]),
        (f"/rencontre COCCO\ndate: mardi 10 février 13h30 à 15h30\nlieu: ici\n{POINT}", ("COCO?",), "coco", ["COCO"]),
    ],
)
async def test_a_name_that_nobody_knows_is_asked_about(
    town: Town, command: str, asked: tuple[str, ...], answer: str, kept: list[str]
) -> None:
    maude, rose = await coordinator(town), town.sms()
    await seated(town, rose, "Rose")
    await maude.text(command)
    await maude.expect(*asked)
    assert await names(town) == ["COCO"]
    if answer == "COCO":
        await maude.text(answer)
    else:
        await maude.press(answer)
    await maude.expect_any("COCO" if len(kept) == 1 else kept[-2] if kept[0] != "COCO" else kept[-1])
    assert await names(town) == kept


async def test_the_first_names_of_all_are_made_and_a_territory_is_asked_about_too(town: Town) -> None:
    maude = await coordinator(town)
    await maude.tell("/personne Odette\n819 555-0177\ntable: COCO\nterritoire: Trois-Ponts")
    await maude.expect("Odette", "Ses tables maintenant : COCO")
    await maude.tell("/personne Luce\n819 555-0178\nterritoire Trois-Pont")
    await maude.expect("Vouliez-vous dire Trois-Ponts?")
    await maude.press("Trois-Ponts")
    await maude.expect("Luce")
    assert await names(town) == ["COCO", "Trois-Ponts"]


async def test_the_answer_says_where_a_person_sits_now(town: Town) -> None:
    maude, rose = await coordinator(town), town.sms()
    await seated(town, rose, "Rose")
    await maude.text("/personne 2; table: Logement (nouvelle)")
    await maude.expect("Rose", "Ses tables maintenant : COCO et Logement.")
    await maude.text("/personne 2; sans table: COCO")
    await maude.expect("Ses tables maintenant : Logement.")
