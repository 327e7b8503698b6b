"""Small member organisations claim as people do, at rates of their own, and are never counted among people."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from sqlalchemy import select

from db.claims.questions import payee_of
from db.claims.rules import ClaimState, LineKind, Payee
from db.claims.tables import Claim, ClaimLine
from db.meetings.tables import Presence
from db.people import Role, grant
from db.report.disclosure import Cell, Key, Mark
from db.report.facts import AttendanceFact
from db.report.period import Cut, FiscalYear
from db.report.questions import facts_of
from db.report.yearly import figures_of
from handlers.vocabulary import role_of
from tests.support.claims import claims_of, expert, meeting, set_rates
from tests.support.mini_region import CUT, YEAR, claim, mini_region
from tests.support.people import coordinator, settle_in
from tests.support.phones import Phone, Town

TUESDAY = dt.date(2026, 2, 10)


async def a_meeting_of_both(town: Town, *, rated: bool = True) -> tuple[Phone, Phone, Phone]:
    """Maude; Rose, an expert; Anne, who speaks for an organisation: both came."""
    maude, rose, anne = await coordinator(town), town.sms(), town.sms("+18195550177")
    person = await expert(town, rose)
    other = await settle_in(town, anne, "Anne", Role.ORGANISATION)
    await set_rates(town)
    if rated:
        await maude.text("/tarif organisme participation 40 2026-01-01")
        await maude.expect("Petits organismes membres", "40 $")
    await meeting(town, TUESDAY, people=(person, other), meal_served=True)
    town.now = town.local(2026, 2, 11, 9)
    return maude, rose, anne


async def test_an_organisation_is_offered_and_paid_by_its_own_table(town: Town) -> None:
    maude, rose, anne = await a_meeting_of_both(town)
    await anne.tell("TARIFS")
    await anne.expect_any("participation 40 $")
    await rose.tell("TARIFS")
    await rose.expect_any("participation 55 $")
    town.now = town.local(2026, 2, 11, 10)
    await town.tick()
    for phone in (rose, anne):
        await phone.expect_any("COCO")
    await anne.text("RECLAMER, aucune depense")
    for _ in range(8):
        if await claims_of(town):
            break
        await anne.text("1")
    (kept,) = await claims_of(town)
    assert kept.payee_kind is Payee.ORGANISATION
    async with town.database.read() as session:
        lines = list(await session.scalars(select(ClaimLine)))
    assert [(line.kind, line.cents) for line in lines] == [(LineKind.PARTICIPATION, 4000)]
    await maude.text("/tarif")
    await maude.expect("participation 55 $", "Petits organismes membres : participation 40 $")


async def test_without_rates_of_their_own_nothing_is_offered_to_organisations(town: Town) -> None:
    _maude, rose, anne = await a_meeting_of_both(town, rated=False)
    await anne.forget()
    town.now = town.local(2026, 2, 11, 10)
    await town.tick()
    await rose.expect_any("COCO")
    await anne.expect_nothing()
    await anne.tell("TARIFS")
    await anne.expect_any("pas encore fixes")


async def test_someone_who_is_both_claims_as_a_person(town: Town) -> None:
    rose = await expert(town, town.sms())
    async with town.database.write() as session:
        await grant(session, rose.id, Role.ORGANISATION)
        assert await payee_of(session, rose.id) is Payee.PERSON


async def test_a_rate_of_organisations_is_taken_back_alone(town: Town) -> None:
    maude, _rose, _anne = await a_meeting_of_both(town)
    await maude.text("/tarif retirer organisme participation 2026-01-01")
    await maude.expect_any("participation")
    await maude.text("/tarif")
    said = await maude.expect("participation 55 $")
    assert "organismes" not in said.text


def test_the_figures_about_people_do_not_move_when_an_organisation_is_paid() -> None:
    """Six organisations beside the mini region: nothing of R14 to R18 moves; theirs stands apart."""
    known = mini_region()
    day = dt.date(2026, 4, 1)
    more = tuple(
        replace(
            claim(f"O{n}", day, dt.date(2026, 4, 3), (LineKind.PARTICIPATION, 4000), paid=dt.date(2026, 4, 20)),
            organisation=True,
        )
        for n in range(6)
    )
    before = figures_of(known, YEAR, CUT).cells
    offered = tuple(AttendanceFact("M2", f"O{n}", Presence.IN_PERSON, offered_claim_at=CUT.at) for n in range(6))
    beside = replace(known, claims=(*known.claims, *more), attendances=(*known.attendances, *offered))
    after = figures_of(beside, YEAR, CUT)
    theirs = Key("R15.organisations")
    assert {key: cell for key, cell in after.cells.items() if key != theirs} == {
        key: cell for key, cell in before.items() if key != theirs
    }
    shown = after.printed().printed.cells[theirs]
    assert isinstance(shown, Cell)
    assert (shown.value, shown.people) == (24_000, 6)
    few = figures_of(replace(known, claims=(*known.claims, *more[:4])), YEAR, CUT).printed()
    assert few.printed.cells[theirs] is Mark.HIDDEN


@pytest.mark.parametrize("kind", list(Payee))
async def test_the_facts_know_for_whom_a_claim_was(town: Town, kind: Payee) -> None:
    person = await expert(town, town.sms())
    async with town.database.write() as session:
        day = dt.date(2026, 1, 20)
        ids = {"organisation_id": 1, "number": 1, "person_id": person.id}
        kept = {"activity_date": day, "state": ClaimState.APPROVED, "total_cents": 1, "submitted_at": town.now}
        session.add(Claim(**ids, **kept, payee_kind=kind))
        await session.flush()
        facts = await facts_of(session, 1, FiscalYear(2025), Cut(town.now, "America/Toronto"))
    assert [one.organisation for one in facts.claims] == [kind is Payee.ORGANISATION]


@pytest.mark.parametrize("words", ["organisation", "Organisme", "petit organisme membre", "organization"])
def test_the_role_is_known_by_the_words_of_a_list_of_the_shell_and_of_a_chat(words: str) -> None:
    assert role_of(words) is Role.ORGANISATION


@pytest.mark.parametrize("words", ["organisateur communautaire", "membre", "Organisation des fêtes du quartier"])
def test_words_near_it_are_no_organisation(words: str) -> None:
    assert role_of(words) is not Role.ORGANISATION
