"""A payment dated ahead is not made yet: nobody reads that it was."""

from __future__ import annotations

import datetime as dt

from db.claims.rules import ClaimState, Mode
from db.claims.tables import Claim, Payment
from tests.support.claims import expert, meeting
from tests.support.people import coordinator
from tests.support.phones import Town


async def test_a_payment_to_come_is_said_to_come_everywhere_until_its_day(town: Town) -> None:
    maude, rose = await coordinator(town), town.sms()
    person = await expert(town, rose)
    held = await meeting(town, dt.date(2026, 1, 27), people=(person,))
    async with town.database.write() as session:
        session.add(
            Claim(
                organisation_id=1,
                number=1,
                person_id=person.id,
                meeting_id=held.id,
                activity_date=held.local_date,
                state=ClaimState.APPROVED,
                total_cents=3500,
                submitted_at=town.now,
            )
        )
    await rose.forget()
    await maude.text("/payer 1 virement vendredi 13 février")
    await maude.expect("Sera paye", "vendredi 13 fevrier", "pas avant")
    await maude.text("35")
    await maude.expect_any("Sera paye", "13 fevrier")
    await rose.expect("sera paye", "13 fev")
    await rose.text("STATUT")
    await rose.expect("sera payee le 13 fev")
    for command in ("/demande 1", "/demandes payees"):
        await maude.text(command)
        await maude.expect("sera payee le vendredi 13 fevrier")
    town.now = town.local(2026, 2, 13, 12)
    await town.tick()
    await rose.expect("paye", "L'avez-vous recu?")
    await rose.text("STATUT")
    await rose.expect("payee le 13 fev")


async def test_a_number_mistyped_refuses_nobody(town: Town) -> None:
    maude = await coordinator(town)
    await maude.text("/refuser 12 Trop tard")
    await maude.expect("pas de demande no 12")


async def test_the_weekday_of_a_payment_must_agree(town: Town) -> None:
    maude, rose = await coordinator(town), town.sms()
    person = await expert(town, rose)
    await meeting(town, dt.date(2026, 1, 27), people=(person,))
    await maude.text("/payer 1 virement lundi 13 février")
    await maude.expect("le vendredi 13 fevrier", "le lundi 16 fevrier")


async def test_each_is_paid_as_the_last_time_and_another_way_is_said_before_the_money_leaves(town: Town) -> None:
    """Rose was paid by cheque, Luc by transfer, Ana never: Rose alone is paid by cheque, and Ana is named."""
    maude = await coordinator(town)
    phones = [town.sms(f"+1819555{2200 + n}") for n in range(3)]
    people = [await expert(town, phone, name) for phone, name in zip(phones, ("Rose", "Luc", "Ana"), strict=True)]
    held = await meeting(town, dt.date(2026, 1, 27), people=tuple(people))
    async with town.database.write() as session:
        ids = {"organisation_id": 1, "meeting_id": held.id, "activity_date": held.local_date}
        kept = {"total_cents": 3500, "submitted_at": town.now}
        for number, (person, mode) in enumerate(zip(people, (Mode.CHEQUE, Mode.TRANSFER), strict=False), 1):
            paid = Payment(organisation_id=1, mode=mode, paid_on=held.local_date, made_at=town.now, asked_at=town.now)
            session.add(paid)
            await session.flush()
            session.add(
                Claim(**ids, **kept, number=number, person_id=person.id, state=ClaimState.PAID, payment_id=paid.id)
            )
        for number, person in enumerate(people, 11):
            session.add(Claim(**ids, **kept, number=number, person_id=person.id, state=ClaimState.APPROVED))
    await maude.text("/payer tous chèque")
    shown = await maude.expect_any("par cheque", "no 11 Rose", "Total 35", "1 personne lira", "L'avez-vous recu?")
    assert "Luc" not in shown.text
    assert "Ana" not in shown.text
    assert "la derniere fois" not in shown.text
    await maude.expect_any("N'y est pas : Ana (13)", "On ne sait pas comment")
    await maude.text("0")
    await maude.text("/payer 11 12 chèque")
    await maude.expect_any("no 11 Rose 35 $", "no 12 Luc 35 $ (la derniere fois : par virement)")
    await maude.text("0")
    await maude.text("/payer tous comptant")
    await maude.expect_any("Personne a payer comptant", "Ana (13)", "/mode-paiement")
    await maude.text("/payer 13 comptant")
    await maude.expect_any("no 13 Ana")
    await maude.text("35")
    await maude.text("/payer tous comptant")
    await maude.expect_any("Personne a payer comptant")


async def test_a_claim_that_is_paid_already_points_to_its_payment(town: Town) -> None:
    maude, rose = await coordinator(town), town.sms()
    person = await expert(town, rose)
    held = await meeting(town, dt.date(2026, 1, 27), people=(person,))
    async with town.database.write() as session:
        paid = Payment(organisation_id=1, mode=Mode.CASH, paid_on=held.local_date, made_at=town.now, asked_at=town.now)
        session.add(paid)
        await session.flush()
        kept = {"total_cents": 3500, "submitted_at": town.now, "activity_date": held.local_date}
        ids = {"organisation_id": 1, "person_id": person.id, "meeting_id": held.id, "payment_id": paid.id}
        session.add(Claim(**ids, **kept, number=11, state=ClaimState.PAID))
        number = paid.id
    await maude.text("/payer 11 comptant")
    await maude.expect("Demande no 11", f"dans le paiement no {number}", f"/annuler-paiement {number}")
