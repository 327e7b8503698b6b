"""How a person would rather be paid: on their card, before the payment, on the treasurer's list and the one to sign."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from db.claims.tables import Claim
from db.people import Person
from handlers.claims import treasurer
from handlers.claims.views import claims_board, payment_shown
from tests.stories.test_todo import maude as maude
from tests.support.phones import Phone, Town
from tests.support.reports import maude as as_maude


async def rose_of(town: Town) -> Person:
    async with town.database.read() as session:
        return (await session.scalars(select(Person).where(Person.name == "Rose"))).one()


async def test_a_wish_is_kept_shown_and_said_before_another_mode_is_used(town: Town, maude: Phone) -> None:
    rose = await rose_of(town)
    await maude.text(f"/mode-paiement {rose.id} par chèque")
    await maude.expect("Rose", "paiement souhaite, par cheque")
    await maude.text(f"/personne {rose.id}")
    await maude.expect("Paiement souhaite : par cheque")
    await maude.text("/approuver-demande 1")
    await maude.forget()
    await maude.text("/payer 1 virement aujourd'hui")
    await maude.expect_any("Rose", "(souhaite : par cheque)")
    person = await maude.person()
    assert person is not None
    async with town.database.read() as session:
        acting = as_maude(session, town.installation, person, town.now)
        (row,) = (await claims_board(acting)).to_pay
        assert row.usual is not None
        assert row.usual.id == "console-wishes"


async def test_the_lists_say_who_would_rather_have_another_mode(town: Town, maude: Phone) -> None:
    rose = await rose_of(town)
    await maude.text(f"/mode-paiement {rose.id} comptant")
    await maude.text("/approuver-demande 1")
    await maude.text("/payer 1 virement aujourd'hui")
    await maude.expect_any("souhaite")
    async with town.database.read() as session:
        cents = (await session.scalars(select(Claim.total_cents))).one()
    await maude.text(f"{cents / 100:.2f}")
    await town.settle()
    await maude.forget()
    await maude.text("/paiement 1")
    await maude.expect_any("Rose", "souhaite : ")
    person = await maude.person()
    assert person is not None
    async with town.database.write() as session:
        acting = as_maude(session, town.installation, person, town.now)
        assert (await treasurer.treasurer_list(acting, 1)).data["rows"] == [("Rose", cents, "cash")]
        _payment, rows = await payment_shown(acting, 1)
        assert rows[0].wish is not None


@pytest.mark.parametrize(("written", "said"), [("rien", "pas de souhait"), ("bitcoin", "Je ne connais pas")])
async def test_a_wish_is_taken_back_and_an_unknown_one_is_refused(
    town: Town, maude: Phone, written: str, said: str
) -> None:
    rose = await rose_of(town)
    await maude.text(f"/mode-paiement {rose.id} {written}")
    await maude.expect(said)
    assert (await rose_of(town)).paid_by == ""
