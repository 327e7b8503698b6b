"""A payment dated ahead is not made yet: nobody reads that it was."""

from __future__ import annotations

import datetime as dt

from db.claims.rules import ClaimState
from db.claims.tables import Claim
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
