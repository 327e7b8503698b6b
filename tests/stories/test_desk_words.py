"""What a coordinator types in a hurry: a slash forgotten, a slip in a form, a no to a page that changed."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from db.claims.tables import Claim
from db.conversations import Dialogue
from tests.support.meetings import planned
from tests.support.people import coordinator
from tests.support.phones import Town


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("a faire", "/a-faire"),
        ("A faire", "/a-faire"),
        ("/a faire", "/a-faire"),
        ("repondre 10 bonjour", "/repondre 10 bonjour"),
        ("déplacer 1 jeudi 12 février", "/deplacer 1 jeudi 12 février"),
        ("appels", "/appels"),
    ],
)
async def test_a_slash_forgotten_is_proposed(town: Town, written: str, meant: str) -> None:
    maude = await coordinator(town)
    await maude.text(written)
    await maude.expect(f"Vous voulez dire {meant}?", "/aide")


@pytest.mark.parametrize("written", ["67.50$", "mardi 15 decembre 13h30", "demain 13h", "laisser", "ok envoie"])
async def test_words_that_nothing_asked_for_begin_no_claim_of_hers(town: Town, written: str) -> None:
    maude = await coordinator(town)
    await maude.text(written)
    await maude.forget()
    await maude.text("oui")
    async with town.database.read() as session:
        assert not await session.scalar(select(func.count()).select_from(Claim))
        assert not await session.scalar(select(func.count()).select_from(Dialogue))


async def test_a_no_to_a_page_that_changed_is_a_no(town: Town) -> None:
    maude = await coordinator(town)
    number = await planned(town, maude)
    await maude.text(f"/deplacer {number} mercredi 11 février 13h30 à 15h30")
    await maude.forget()
    await maude.text("non")
    await maude.expect("rien n'est envoye")
    await maude.expect_nothing()


async def test_slips_in_a_form_lose_nothing_of_it(town: Town) -> None:
    maude = await coordinator(town)
    await maude.text("/rencontre COCO")
    await maude.expect("Quel jour")
    for slip in ("hier", "29 fevrier", "bientot"):
        await maude.text(slip)
    await maude.text("mardi 10 février 13h30 à 15h30")
    await maude.expect_any("Ou?")


async def test_words_after_infolettre_are_never_passed_over_in_silence(town: Town) -> None:
    maude = await coordinator(town)
    await maude.tell("/proposer Le camp de jour ouvre | Inscrivez votre enfant avant vendredi.")
    await maude.forget()
    await maude.text("/infolettre bidule")
    await maude.expect("Je ne comprends pas « bidule »", "/item 4 retirer")
    await maude.text("/infolettre retirer 1")
    await maude.expect("mise de cote")
