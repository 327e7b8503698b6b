"""What a person was paid in a year; the notice before a first claim; what leaves for the treasurer, and fairness."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select, update

from db.claims.rules import ClaimState, LineKind, Mode
from db.claims.tables import Claim, ClaimLine, Payment
from db.meetings.tables import Attendance
from db.people import Person
from handlers.claims.decisions import shown_row
from handlers.claims.own_year import paid_by_year
from tests.stories.test_claims_steps import rose
from tests.stories.test_report_of_a_year import at_the_table
from tests.support.claims import meeting
from tests.support.meetings import arrive
from tests.support.people import coordinator
from tests.support.phones import Phone, Town, folded


async def paid(
    town: Town, person: int, number: int, on: dt.date, *lines: tuple[LineKind, int], state: ClaimState = ClaimState.PAID
) -> int:
    """A claim of a meeting's day, paid on a day; the number of its payment."""
    async with town.database.write() as session:
        ids = {"organisation_id": town.installation.organisation_id}
        payment = Payment(**ids, mode=Mode.CHEQUE, paid_on=on, made_at=town.now, asked_at=town.now)
        session.add(payment)
        await session.flush()
        claim = Claim(
            **ids,
            number=number,
            person_id=person,
            activity_date=on,
            state=state,
            total_cents=sum(cents for _, cents in lines),
            submitted_at=town.now,
            payment_id=payment.id if state is ClaimState.PAID else None,
        )
        session.add(claim)
        await session.flush()
        session.add_all(ClaimLine(claim_id=claim.id, kind=kind, cents=cents) for kind, cents in lines)
        return payment.id


async def a_table(town: Town) -> tuple[Phone, Phone, int]:
    maude = await coordinator(town)
    (person,) = await at_the_table(town, "Rose")
    await arrive(town, 2, 11)
    return maude, town.sms("+18195551100"), person


async def test_a_person_has_her_year_allowance_and_expenses_apart(town: Town) -> None:
    _maude, phone, person = await a_table(town)
    await phone.tell("COMBIEN")
    await phone.expect_any("Rien ne vous a ete paye en 2026", "TARIFS")
    await paid(town, person, 901, dt.date(2025, 11, 4), (LineKind.PARTICIPATION, 5500), (LineKind.MEAL, 1200))
    await paid(town, person, 902, dt.date(2026, 1, 20), (LineKind.PARTICIPATION, 11000), (LineKind.REMOTE, 2000))
    await paid(town, person, 903, dt.date(2026, 3, 20), (LineKind.PARTICIPATION, 5500))  # not paid yet
    await phone.tell("combien")
    said = await phone.expect_any("Ce qui vous a ete paye")
    assert "2025: allocation 55 $; frais 12 $" in folded(said.text)
    assert "2026: allocation 130 $; frais 0 $" in folded(said.text)
    assert "pauvre" not in folded(said.text)


async def test_a_cancelled_payment_is_no_money(town: Town) -> None:
    _maude, _phone, person = await a_table(town)
    number = await paid(town, person, 901, dt.date(2026, 1, 20), (LineKind.PARTICIPATION, 5500))
    async with town.database.write() as session:
        (await session.get_one(Payment, number)).cancelled_at = town.now
        assert await paid_by_year(session, person, dt.date(2026, 2, 11)) == {}


async def claimed(phone: Phone) -> list[str]:
    """A claim from its first word to its number: all that was heard on the way."""
    heard = len(phone.all)
    for words in ("RECLAMER", "1", "1", "1", "non", "1", "1"):
        if any("recue: demande" in folded(said.text) for said in phone.all[heard:]):
            break
        await phone.text(words)
        await phone.town.settle()
    return [folded(said.text) for said in phone.all[heard:]]


async def test_who_knows_is_named_before_the_first_claim_and_never_again(town: Town) -> None:
    phone = await rose(town)
    first = await claimed(phone)
    (place,) = [number for number, said in enumerate(first) if "demandez avant" in said]
    assert "votre agent" in first[place]
    assert not any("recue" in said for said in first[: place + 1])
    assert "recue" in first[-1]
    town.now = town.local(2026, 3, 12)
    async with town.database.write() as session:
        (person,) = await session.scalars(select(Person).where(Person.name == "Rose"))
    await meeting(town, dt.date(2026, 3, 10), people=(person,))
    again = await claimed(phone)
    assert "recue" in again[-1]
    assert not any("demandez avant" in said for said in again)


async def test_the_treasurer_has_names_amounts_and_mode(town: Town) -> None:
    maude, _phone, person = await a_table(town)
    number = await paid(town, person, 901, dt.date(2026, 1, 20), (LineKind.PARTICIPATION, 5500), (LineKind.MEAL, 1200))
    await maude.tell(f"/paiement {number}")
    said = await maude.expect_any("Rose : 67", "Total : 67", "par cheque")
    assert "repas" not in folded(said.text)
    async with town.database.read() as session:
        assert (await session.get_one(Person, person)).name == "Rose"


async def test_a_cancelled_payment_says_so_and_the_list_gives_the_day_of_payment(town: Town) -> None:
    maude, _phone, person = await a_table(town)
    number = await paid(town, person, 901, dt.date(2026, 1, 20), (LineKind.PARTICIPATION, 5500))
    await maude.tell("/demandes payees")
    await maude.expect_any("no 901 Rose, 55 $, pour le 20 janvier 2026 : payee le")
    await maude.tell(f"/annuler-paiement {number} le chèque n'est pas parti")
    await maude.forget()
    await maude.tell(f"/paiement {number}")
    await maude.expect_any(f"Le paiement no {number} est annule", "ne payez rien d'apres lui", "/demandes")


async def two_paid_together(town: Town) -> tuple[Phone, list[Phone], int]:
    """Rose (no 901) and Line (no 902) in one payment."""
    maude = await coordinator(town)
    rose, line = await at_the_table(town, "Rose", "Line")
    await arrive(town, 2, 11)
    payment = await paid(town, rose, 901, dt.date(2026, 1, 20), (LineKind.PARTICIPATION, 5500))
    other = await paid(town, line, 902, dt.date(2026, 1, 20), (LineKind.PARTICIPATION, 2000))
    async with town.database.write() as session:
        await session.execute(update(Claim).where(Claim.payment_id == other).values(payment_id=payment))
    return maude, [town.sms("+18195551100"), town.sms("+18195551101")], payment


async def test_one_claim_is_taken_out_of_a_payment_and_only_its_person_reads_why(town: Town) -> None:
    maude, phones, payment = await two_paid_together(town)
    await maude.tell(f"/annuler-paiement {payment} 902 un virement, pas un chèque")
    await maude.expect_any("902", "Le reste ne change pas")
    await town.settle()
    assert [any("un virement, pas" in said.text for said in phone.all) for phone in phones] == [False, True]
    async with town.database.read() as session:
        states = dict(list(await session.execute(select(Claim.number, Claim.state))))
    assert states == {901: ClaimState.PAID, 902: ClaimState.APPROVED}
    await maude.tell(f"/paiement {payment}")
    await maude.expect_any("Rose", "Total : 55")


async def test_a_reason_that_others_read_names_nobody(town: Town) -> None:
    maude, phones, payment = await two_paid_together(town)
    await maude.text(f"/annuler-paiement {payment} le chèque de Line est un virement")
    await maude.expect_any("Line est nomme dans la raison", f"/annuler-paiement {payment} 101")
    await town.settle()
    assert not any("virement" in said.text for phone in phones for said in phone.all)


async def test_what_was_refused_is_counted_by_what_it_was_for(town: Town) -> None:
    maude, _phone, person = await a_table(town)
    await paid(town, person, 901, dt.date(2026, 1, 20), (LineKind.CHILDCARE, 4000), state=ClaimState.REFUSED)
    await paid(town, person, 902, dt.date(2026, 1, 21), (LineKind.CHILDCARE, 3000), state=ClaimState.REFUSED)
    await maude.tell("/indemnites 2025-2026")
    await maude.expect_any("Annee 2025-2026", "garde : 2")


async def test_what_each_presence_was_paid_is_to_the_nearest_cent(town: Town) -> None:
    """137,50 $ and 65,35 $, for two claims: 101,425 $, which a dollar or a cent cut short would say wrongly."""
    maude, _phone, person = await a_table(town)
    for number, day, cents in ((901, dt.date(2026, 1, 20), 13750), (902, dt.date(2026, 1, 21), 6535)):
        await paid(town, person, number, day, (LineKind.PARTICIPATION, cents))
        async with town.database.write() as session:
            rose = await session.get_one(Person, person)
        held = await meeting(town, day, name="COCO", people=(rose,))
        async with town.database.write() as session:
            await session.execute(update(Attendance).where(Attendance.meeting_id == held.id).values(as_expert=True))
            await session.execute(update(Claim).where(Claim.number == number).values(meeting_id=held.id))
    await maude.tell("/indemnites 2025-2026")
    await maude.expect_any("101,43 $")


def test_a_taxi_without_a_reason_has_no_empty_brackets() -> None:
    line = ClaimLine(kind=LineKind.TRANSPORT_FARE, cents=2200, quantity=1, note="taxi", receipt="")
    assert shown_row(line).id == "claims-line-taxi"
    line.note = "taxi: plus d'autobus"
    assert shown_row(line).id == "claims-line-because"
