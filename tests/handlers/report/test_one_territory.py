"""A territory is one thing under all its names: no text alone decides whose a thing is, nor who is written to."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

from db.audience import Audience
from db.base import Base
from db.deliveries import Broadcast
from db.drafts import Draft
from db.organisations import Roundtable, Territory
from db.people import Person, PersonRole, Role
from db.scope import roundtable_of
from db.territories import HOLDERS
from handlers.acting import ActResult, Refused
from handlers.announcements.acts import in_scope
from handlers.announcements.audiences import read_audience
from handlers.checks import WantsCheck
from handlers.people import acts as people
from handlers.people.search import found
from handlers.people.spec import PersonSpec
from handlers.report import places
from tests.support.mini_region import NORTH, SOUTH
from tests.support.reports import AFTER, Desk

NOIR = "Étang-Noir"


def test_a_rename_reaches_every_column_that_bears_the_name_of_a_territory() -> None:
    named = {(table.name, c.name) for table in Base.metadata.tables.values() for c in table.columns}
    bearing = {(table, column) for table, column in named if column in {"territory", "scope"}}
    assert bearing == {(holder.class_.__tablename__, holder.key) for holder in HOLDERS}


@pytest.mark.parametrize("change", ["rename", "merge"])
async def test_what_waits_to_leave_goes_to_the_same_people_after_the_territory_changed(desk: Desk, change: str) -> None:
    async with desk.database.write() as session:
        audience = Audience(territory=NORTH.lower()).to_json()
        planned = Broadcast(
            organisation_id=1, kind="announcement", territory=NORTH, audience=audience, created_at=AFTER
        )
        draft = Draft(organisation_id=1, territory=NORTH, audience=f"territoire {NORTH}", changed_at=AFTER)
        session.add_all([planned, draft])
    if change == "rename":
        name = "L'Anse"
        await desk.do(lambda acting: places.rename(acting, NORTH, name))
    else:
        name = SOUTH
        await desk.do(lambda acting: places.merge(acting, NORTH, name))
    async with desk.database.write() as session:
        assert (await session.get_one(Broadcast, planned.id)).audience == {"territory": name}
        kept = await session.get_one(Draft, draft.id)
        assert kept.territory == name
        assert await read_audience(desk.acting(session), kept.audience) == Audience(territory=name)


@pytest.mark.parametrize("words", ["territoire grande anse", "TERRITOIRE: l'anse", "mrc l’anse", "Grande-Anse"])
async def test_an_audience_is_found_by_any_name_of_its_territory(desk: Desk, words: str) -> None:
    await desk.do(lambda acting: places.rename(acting, NORTH, "L'Anse"))
    async with desk.database.write() as session:
        assert await read_audience(desk.acting(session), words) == Audience(territory="L'Anse")
        resident = await session.get_one(Person, desk.region.people["E1"].id)
        resident.territory = "L'Anse"
        await session.flush()
        assert resident in await found(desk.acting(session), words.replace(":", ""))


async def test_whoever_answers_for_a_territory_does_so_under_the_name_of_the_list(desk: Desk) -> None:
    async with desk.database.write() as session:
        session.add(Territory(organisation_id=1, name=NOIR, other_names=["Etang"]))
    done = await desk.do(lambda acting: people.make_coordinator(_shell(acting), "Karim", scope="ETANG"))
    assert done.data["territory"] == NOIR
    async with desk.database.read() as session:
        assert (await session.scalars(select(PersonRole.scope).where(PersonRole.scope != ""))).one() == NOIR


async def test_a_territory_that_is_new_goes_on_the_list_with_whoever_answers_for_it(desk: Desk) -> None:
    await desk.do(lambda acting: people.make_coordinator(_shell(acting), "Karim", scope="Lac-aux-Loutres"))
    async with desk.database.read() as session:
        assert "Lac-aux-Loutres" in set(await session.scalars(select(Territory.name)))


async def test_capital_letters_with_accents_are_of_the_same_territory_on_every_database(desk: Desk) -> None:
    async with desk.database.write() as session:
        session.add(Roundtable(organisation_id=1, name="Comité", territory=NOIR))
        await session.flush()
        mine = select(Roundtable.name).where(roundtable_of(NOIR), Roundtable.territory != "")
        assert list(await session.scalars(mine)) == ["Comité"]


@pytest.mark.parametrize(("words", "theirs"), [("grande anse", True), ("GRANDE-ANSE", True), (SOUTH, False)])
async def test_the_name_of_their_own_territory_is_never_taken_for_another(desk: Desk, words: str, theirs: bool) -> None:
    async with desk.database.write() as session:
        acting = desk.acting(session)
        acting = replace(acting, actor=replace(acting.actor, scope=NORTH))
        if theirs:
            assert (await people.in_scope(acting, PersonSpec("Lise", territory=words))).territory == NORTH
            assert (await in_scope(acting, Audience(territory=words))).territory == NORTH
            return
        with pytest.raises(Refused):
            await people.in_scope(acting, PersonSpec("Lise", territory=words))
        with pytest.raises(Refused):
            await in_scope(acting, Audience(territory=words))


def _shell(acting: Any) -> Any:
    return replace(acting, actor=replace(acting.actor, via="shell", roles=frozenset({Role.COORDINATOR})))


async def test_a_merge_says_first_what_goes_where_and_is_undone_whole(desk: Desk) -> None:
    before = await _bearers(desk)
    async with desk.database.write() as session:
        with pytest.raises(WantsCheck) as wants:
            await places.merge(desk.acting(session), NORTH, SOUTH)
        about = desk.said(ActResult(wants.value.page.about))  # type: ignore[arg-type]
        assert NORTH in about
        assert "fiches" in about
    await desk.do(lambda acting: places.merge(acting, NORTH, SOUTH))
    assert not any(NORTH in written for written in await _bearers(desk))
    await desk.do(lambda acting: places.unmerge(acting, SOUTH, NORTH))
    assert await _bearers(desk) == before
    assert await desk.refused(lambda acting: places.unmerge(acting, SOUTH, NORTH)) == "report-not-merged"


async def test_a_merge_that_would_widen_what_a_limited_coordinator_sees_is_done_in_the_shell_alone(desk: Desk) -> None:
    async with desk.database.write() as session:
        karim = Person(organisation_id=1, name="Karim", created_at=AFTER)
        session.add(karim)
        await session.flush()
        session.add(PersonRole(person_id=karim.id, role=Role.COORDINATOR, scope=NORTH))
    assert await desk.refused(lambda acting: places.merge(acting, NORTH, SOUTH)) == "report-merge-widens"
    assert await desk.refused(lambda acting: places.merge(acting, SOUTH, NORTH)) == "report-merge-widens"
    in_the_shell = await desk.do(
        lambda acting: places.merge(replace(acting, actor=replace(acting.actor, via="shell")), NORTH, SOUTH)
    )
    assert "Karim" in desk.said(ActResult(in_the_shell.checked))  # type: ignore[arg-type]


async def _bearers(desk: Desk) -> list[tuple[str, ...]]:
    async with desk.database.read() as session:
        return [tuple(sorted((await session.scalars(select(column))).all(), key=str)) for column in HOLDERS] + [
            tuple(sorted(row.name for row in await session.scalars(select(Territory))))
        ]
