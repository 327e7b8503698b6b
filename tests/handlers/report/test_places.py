"""Tables, territories and envelopes: said once, right everywhere, and never a way around a hidden figure."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from sqlalchemy import select

from db.claims.tables import Claim
from db.deliveries import Delivery
from db.meetings.tables import Presence
from db.organisations import Level, PlaceKind, Roundtable, Territory
from db.people import Person, PersonRole, Role, grant
from db.report.period import FiscalYear
from handlers.commands import Do
from handlers.report import acts, commands, envelopes, places
from tests.support.mini_region import NORTH, SOUTH, YEAR
from tests.support.reports import Desk


async def written(desk: Desk, read: Any, words: str) -> str:
    """What a command answers."""

    async def act(acting: Any) -> Any:
        wanted = await read(acting, words)
        assert isinstance(wanted, Do)
        return await wanted.act(acting, *wanted.args, **wanted.kwargs)

    return desk.said(await desk.do(act))


async def table_named(desk: Desk, name: str) -> Roundtable:
    async with desk.database.read() as session:
        return (await session.scalars(select(Roundtable).where(Roundtable.name == name))).one()


LOCAL = "table local mechanism"


@pytest.mark.parametrize(
    ("words", "kind", "level", "territory"),
    [
        ("projet, régionale, grande anse", PlaceKind.PROJECT, Level.REGIONAL, NORTH),
        ("Bénévolat", PlaceKind.VOLUNTEERING, Level.LOCAL, NORTH),
        ("regional", PlaceKind.MECHANISM, Level.REGIONAL, NORTH),
        ("VALLEE-DES-RIVES", PlaceKind.MECHANISM, Level.LOCAL, SOUTH),
    ],
)
async def test_what_a_table_is(desk: Desk, words: str, kind: PlaceKind, level: Level, territory: str) -> None:
    await written(desk, commands.table_command, f"{LOCAL} : {words}")
    row = await table_named(desk, LOCAL)
    assert (row.place_kind, row.level, row.territory) == (kind, level, territory)


async def test_the_tables_are_listed_with_what_nobody_said(desk: Desk) -> None:
    async with desk.database.write() as session:
        session.add(Roundtable(organisation_id=1, name="Comité neuf"))
    said = await written(desk, commands.table_command, "")
    assert "Comité neuf : Concertation, niveau non consigné, Sans territoire" in said
    assert f"{LOCAL} : Concertation, tables locales, Grande-Anse" in said


@pytest.mark.parametrize(
    ("words", "why"),
    [(f"{LOCAL} : Grande-Ance", "report-no-such-territory"), ("COCO : locale", "report-no-such-table")],
)
async def test_what_is_not_known_is_asked_never_added(desk: Desk, words: str, why: str) -> None:
    async def act(acting: Any) -> Any:
        wanted: Any = await commands.table_command(acting, words)
        return await wanted.act(acting, *wanted.args)

    assert await desk.refused(act) == why


async def test_a_territory_renamed_is_renamed_everywhere_and_its_old_name_is_understood(desk: Desk) -> None:
    async with desk.database.write() as session:
        rose = await session.get_one(Person, desk.region.people["E1"].id)
        rose.territory = "GRANDE ANSE"  # as someone wrote it, before there was a list
        await grant(session, rose.id, Role.COORDINATOR, NORTH)
    await written(desk, commands.territory_command, "Grande-Anse = L'Anse")
    async with desk.database.read() as session:
        assert (await session.get_one(Person, rose.id)).territory == "L'Anse"
        assert (await session.get_one(PersonRole, (rose.id, Role.COORDINATOR))).scope == "L'Anse"
    assert (await table_named(desk, LOCAL)).territory == "L'Anse"
    await written(desk, commands.table_command, "table regional mechanism : grande-anse")
    assert (await table_named(desk, "table regional mechanism")).territory == "L'Anse"


async def test_two_territories_that_were_one(desk: Desk) -> None:
    async def taken(acting: Any) -> Any:
        return await places.rename(acting, NORTH, "vallée des rives")

    assert await desk.refused(taken) == "report-territory-taken"
    await written(desk, commands.territory_command, f"{NORTH} > {SOUTH}")
    async with desk.database.read() as session:
        (row,) = await session.scalars(select(Territory))
    assert (row.name, row.other_names) == (SOUTH, [NORTH])
    assert (await table_named(desk, LOCAL)).territory == SOUTH


@pytest.mark.parametrize("change", [f"{NORTH} = L'Anse", f"{NORTH} > {SOUTH}"])
async def test_a_territory_under_another_name_is_no_way_around_a_hidden_figure(desk: Desk, change: str) -> None:
    """Project meetings of the north: 5 people left with version 1; one more presence is wrong, under another name."""

    async def exported(acting: Any) -> Any:
        return await acts.export(acting, YEAR)

    await desk.do(lambda acting: acts.freeze(acting, YEAR))
    await desk.do(exported)
    await written(desk, commands.territory_command, change)
    await desk.add_presence("M5", "E2", Presence.IN_PERSON)
    await desk.do(lambda acting: acts.correct(acting, YEAR, "une présence manquait"))
    printed = json.loads((await desk.runs())[-1].printed)["figures"]
    here = [one for one in printed if one["figure"] == "R4" and one["at"].get("kind") == "project"]
    assert all(one.get("value") in (None, 0) for one in here if "territory" in one["at"])


# Envelopes


async def test_an_envelope_and_what_remains_of_it(desk: Desk) -> None:
    """The claims of the region are of no meeting: they are of the territory of the person."""
    async with desk.database.write() as session:
        for person in await session.scalars(select(Person)):
            person.territory = "grande anse"
    await written(desk, commands.envelope_command, "Grande Anse 2026-2027 1000,50")
    said = await written(desk, commands.envelope_command, "2026-2027")
    assert "Grande-Anse : 507,50 $ reconnus sur 1000,50 $, il reste 493 $" in said


async def test_an_envelope_that_is_too_small(desk: Desk) -> None:
    async with desk.database.write() as session:
        for person in await session.scalars(select(Person)):
            person.territory = NORTH
    await written(desk, commands.envelope_command, f"{NORTH} 2026-2027 500")
    assert "7,50 $ de trop" in await written(desk, commands.envelope_command, "2026-2027")


@pytest.mark.parametrize(("amount", "told"), [("640", False), ("630", True), ("100", True)])
async def test_coordinators_learn_once_in_the_morning_that_most_of_it_is_spent(
    desk: Desk, amount: str, told: bool
) -> None:
    desk.now = dt.datetime(2027, 3, 30, 13, 5, tzinfo=dt.UTC)  # 9 h there
    async with desk.database.write() as session:
        for person in await session.scalars(select(Person)):
            person.territory = NORTH
        await session.get_one(Claim, 1)
    await written(desk, commands.envelope_command, f"{NORTH} 2026-2027 {amount}")
    async with desk.database.write() as session:
        acting = desk.acting(session)
        assert await envelopes.mostly_spent(acting) == told
        assert await envelopes.mostly_spent(acting) == 0
        assert len(list(await session.scalars(select(Delivery)))) == 0  # Maude herself has no address here


@pytest.mark.parametrize("words", ["Grande-Anse 2026-2027 zéro", "Grande-Anse 2026-2027 -5", "Nulle-Part 2026-2027 5"])
async def test_an_envelope_that_cannot_be_read(desk: Desk, words: str) -> None:
    async def act(acting: Any) -> Any:
        wanted: Any = await commands.envelope_command(acting, words)
        return await wanted.act(acting, *wanted.args)

    assert await desk.refused(act) in ("report-bad-amount", "report-no-such-territory")


def test_the_year_of_an_envelope_is_the_one_that_has_begun() -> None:
    assert FiscalYear.of(dt.date(2027, 3, 31)) == YEAR
