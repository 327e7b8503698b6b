"""The rows behind each figure are exactly those that make it: the same number, the same sums."""

from __future__ import annotations

import pytest

from db.meetings.tables import Presence
from db.privacy.retention import TABLE, let_go
from db.privacy.rules import DAYS
from db.report.behind import Behind
from db.report.disclosure import Cell, Key
from db.report.facts import PlaceKind
from db.report.questions import facts_of
from db.report.runs import report_of
from db.report.yearly import figures_of
from handlers.report import acts
from handlers.report.acts import draft_cut
from handlers.report.rows import RowsShown, rows_behind
from messages.types import Money
from tests.support.mini_region import YEAR
from tests.support.reports import Desk


async def shown(desk: Desk, what: Behind) -> RowsShown:
    async with desk.database.read() as session:
        return await rows_behind(desk.acting(session), YEAR, what)


async def figure(desk: Desk, *keys: Key) -> int:
    """The sum of these, hidden or not."""
    async with desk.database.read() as session:
        acting = desk.acting(session)
        cut = draft_cut(acting, YEAR)
        cells = figures_of(await facts_of(session, 1, YEAR, cut), YEAR, cut).cells
    return sum(cell.value for key in keys if isinstance(cell := cells[key], Cell))


def of_each_kind(name: str) -> list[Key]:
    return [Key.of(name, kind=kind) for kind in PlaceKind]


async def test_as_many_meetings_as_were_held_noted_and_attended(desk: Desk) -> None:
    found = await shown(desk, Behind.MEETINGS)
    assert len(found.rows) == await figure(desk, *of_each_kind("R1")) == 6
    noted = [row for row in found.rows if row.values[1].id == "report-behind-yes"]  # type: ignore[union-attr]
    assert len(noted) == await figure(desk, *of_each_kind("R2"))
    there = [row for row in found.rows if row.values[2]]
    assert len(there) == await figure(desk, *of_each_kind("R3.with"))


async def test_as_many_presences_by_as_many_people(desk: Desk) -> None:
    found = await shown(desk, Behind.PRESENCES)
    assert len(found.rows) == await figure(desk, *of_each_kind("R5")) == 17
    assert found.different == await figure(desk, Key("R4")) == 8


async def test_as_many_comments_and_answers(desk: Desk) -> None:
    found = await shown(desk, Behind.COMMENTS)
    assert len(found.rows) == await figure(desk, Key("R12")) == 7
    said = [row.values[1].id for row in found.rows]  # type: ignore[union-attr]
    assert said.count("report-behind-waiting") == await figure(desk, Key.of("R12", state="waiting")) == 1
    assert said.count("comments-decision-kept") == await figure(desk, Key.of("R12", state="kept")) == 3


async def test_the_same_allowance_and_the_same_expenses(desk: Desk) -> None:
    found = await shown(desk, Behind.CLAIMS)
    whole = Money(await figure(desk, Key("R15.allowance"))), Money(await figure(desk, Key("R15.expenses")))
    assert found.sums[-2:] == whole == (Money(46000), Money(4750))


async def test_the_same_sums_paid_in_the_year(desk: Desk) -> None:
    found = await shown(desk, Behind.PAYMENTS)
    paid = Money(await figure(desk, Key("R16.allowance"))), Money(await figure(desk, Key("R16.expenses")))
    assert found.sums[-2:] == paid
    assert paid[0] == Money(51500)


async def test_as_many_needs(desk: Desk) -> None:
    async with desk.database.write() as session:
        from sqlalchemy import select

        from db.meetings.tables import Attendance

        held = select(Attendance).where(Attendance.meeting_id == desk.region.meetings["M2"].id)
        for row in await session.scalars(held.order_by(Attendance.id).limit(3)):
            row.needs = "transport,meal"
    await as_many_needs(desk)
    people = [row.people for row in (await shown(desk, Behind.NEEDS)).rows]
    assert all(people)
    async with desk.database.write() as session:
        kept = next(one for one in TABLE if one.name == "needs")
        assert await let_go(session, kept, DAYS, desk.now) == 3
    await as_many_needs(desk)
    rows = (await shown(desk, Behind.NEEDS)).rows
    assert rows
    assert not any(row.people for row in rows), "the number stays, of nobody"


async def as_many_needs(desk: Desk) -> None:
    found = await shown(desk, Behind.NEEDS)
    assert sum(len(row.values[1].args["names"]) for row in found.rows) == await figure(  # type: ignore[union-attr]
        desk, *(Key.of("R18.needed", slot=slot) for slot in ("transport", "meal", "childcare"))
    )


@pytest.mark.parametrize("what", list(Behind))
async def test_of_a_frozen_year_they_are_those_of_its_cut(desk: Desk, what: Behind) -> None:
    before = await shown(desk, what)
    await desk.do(lambda acting: acts.freeze(acting, YEAR))
    await desk.correct_presence("M2", "E4", Presence.NONE)
    (run,) = await desk.runs()
    after = await shown(desk, what)
    assert after.frozen
    assert after.cut == report_of(run).cut
    assert (after.rows, after.sums) == (before.rows, before.sums)


async def test_a_comment_without_a_name_shows_nobody(desk: Desk) -> None:
    found = await shown(desk, Behind.COMMENTS)
    assert all(not row.people for row in found.rows)
