"""Two rows that are one person: whatever refers to one is moved, on SQLite and on PostgreSQL."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from sqlalchemy import Boolean, Column, Date, Integer, select, update

from db import copies
from db.base import Base, EnumText, UtcTime
from db.consent import record_consent
from db.contacts import ContactPerson, add_contact, attach
from db.conversations import Task
from db.meetings.tables import Answer, Attendance, Meeting
from db.merging import NEVER_TAKEN, _references, merge_people, unmerge_people
from db.organisations import Organisation, roundtable_made
from db.people import Pace, Person, PersonRole, Role, grant, scope_of, seat
from db.privacy.columns import columns_of
from db.session import AsyncSession, Database
from tests.db.privacy.everything import live_everything

NOW = dt.datetime(2026, 2, 2, 15, tzinfo=dt.UTC)


async def a_person(session: AsyncSession, name: str, address: str) -> Person:
    person = Person(organisation_id=1, name=name, language="fr", created_at=NOW)
    session.add(person)
    await session.flush()
    contact = await add_contact(session, 1, "sms", address, NOW)
    await attach(session, contact, person)
    await record_consent(session, contact, given=True, words="oui", source="text", now=NOW, person_id=person.id)
    return person


async def a_meeting(session: AsyncSession) -> int:
    roundtable = await roundtable_made(session, 1, "Logement")
    meeting = Meeting(
        organisation_id=1,
        roundtable_id=roundtable.id,
        local_date=dt.date(2026, 2, 10),
        local_start=dt.time(13),
        local_end=dt.time(15),
        zone="America/Toronto",
        starts_at=NOW,
        ends_at=NOW,
        place="salle",
        created_at=NOW,
    )
    session.add(meeting)
    await session.flush()
    return meeting.id


async def test_everything_that_refers_to_the_absorbed_person_is_moved(database_url: str) -> None:
    database = Database(database_url)
    async with database.write() as session:
        session.add(Organisation(id=1, name="Alliance", preferences={}))
        await session.flush()
        kept, absorbed = await a_person(session, "Rose", "+18195550101"), await a_person(session, "", "+18195550102")
        meeting = await a_meeting(session)
        roundtable = await roundtable_made(session, 1, "Logement")
        for person in (kept, absorbed):
            await grant(session, person.id, Role.MEMBER)
            await seat(session, person.id, roundtable.id)
        await grant(session, absorbed.id, Role.EXPERT)
        absorbed.territory = "Vieux-Moulin"
        session.add(Attendance(meeting_id=meeting, person_id=kept.id))
        session.add(Attendance(meeting_id=meeting, person_id=absorbed.id, answer=Answer.COMING, needs=",meal,"))
        session.add(Task(organisation_id=1, kind="call", person_id=absorbed.id, created_at=NOW))
        await session.flush()
        await merge_people(session, kept, absorbed)
    async with database.read() as session:
        assert list(await session.scalars(select(Person.id))) == [kept.id]
        assert set(await session.scalars(select(PersonRole.role))) == {Role.MEMBER, Role.EXPERT}
        assert set(await session.scalars(select(ContactPerson.person_id))) == {kept.id}
        (attendance,) = list(await session.scalars(select(Attendance)))
        assert (attendance.person_id, attendance.answer, attendance.needs) == (kept.id, Answer.COMING, ",meal,")
        assert await session.scalar(select(Task.person_id)) == kept.id
        person = await session.get_one(Person, kept.id)
        assert (person.name, person.territory) == ("Rose", "Vieux-Moulin")
    await database.close()


def test_every_reference_to_a_person_is_found() -> None:
    """A table added tomorrow with a foreign key to people is moved too: none hides behind a name."""
    found = {(m.local_table.name, key) for m in Base.registry.mappers for key in _references(m)}  # type: ignore[attr-defined]
    wanted = {
        (table.name, column.name)
        for table in Base.metadata.tables.values()
        for column in table.columns
        if any(key.column.table.name == "people" for key in column.foreign_keys)
    }
    assert found == wanted
    assert len(wanted) > 10


async def test_nothing_personal_that_the_kept_one_lacks_is_lost(database_url: str) -> None:
    """Each column of people that columns.tsv calls personal or sensitive, one of tomorrow too: lacking, it is taken."""
    table = Base.metadata.tables["people"]
    classed = [c.name for c in columns_of("people") if c.level != "none" and c.name not in NEVER_TAKEN]
    database = Database(database_url)
    async with database.write() as session:
        session.add(Organisation(id=1, name="Alliance", preferences={}))
        await session.flush()
        kept, absorbed = await a_person(session, "", "+18195550101"), await a_person(session, "", "+18195550102")
        for name in classed:
            value = a_value(table.c[name])
            assert getattr(kept, name) != value, f"{name}: say in NEVER_TAKEN (db/merging.py) why it is not taken"
            setattr(absorbed, name, value)
        wanted = {name: getattr(absorbed, name) for name in classed}
        await merge_people(session, kept, absorbed)
        lost = [name for name, value in wanted.items() if getattr(kept, name) != value]
    assert {"territory", "other_phones", "pace", "paused_until"} <= set(classed)
    assert not lost, f"db/merging.py: a merge loses people.{', people.'.join(lost)}"
    assert set(NEVER_TAKEN) <= set(table.columns.keys())
    await database.close()


def a_value(column: Column[Any]) -> Any:
    """Something that is no default."""
    kind = column.type
    if isinstance(kind, EnumText):
        return list(kind.enum)[-1]
    if isinstance(kind, Boolean):
        return True
    if isinstance(kind, Integer):
        return 7
    return NOW if isinstance(kind, UtcTime) else NOW.date() if isinstance(kind, Date) else f"some {column.name}"


async def everything(database: Database) -> dict[str, list[str]]:
    """Every row of every table, but for the register of merges."""
    found = {}
    async with database.read() as session:
        for table in Base.metadata.sorted_tables:
            if table.name != "merges":
                rows = await session.execute(select(*copies.shape(table.name, copies.columns_of(table)).c))
                found[table.name] = sorted(str(tuple(row)) for row in rows)
    return found


async def test_a_merge_undone_leaves_every_table_as_it_was(database_url: str) -> None:
    database = Database(database_url)
    async with database.write() as session:
        session.add(Organisation(id=1, name="Alliance", preferences={}))
        await session.flush()
        for first, mark in ((100, "Rose"), (200, "Rosie")):
            await live_everything(session, mark, first)
        kept, absorbed = await session.get_one(Person, 100), await session.get_one(Person, 200)
        kept.territory = kept.best_hour = ""  # what the kept one lacks is given, and taken back
        absorbed.pace, absorbed.paused_until = Pace.PAUSED, NOW
    before = await everything(database)
    async with database.write() as session:
        kept, absorbed = await session.get_one(Person, 100), await session.get_one(Person, 200)
        record = json.loads(json.dumps(await merge_people(session, kept, absorbed)))
    assert await everything(database) != before
    async with database.write() as session:
        assert await unmerge_people(session, await session.get_one(Person, 100), record) == 200
    after = await everything(database)
    assert {table: rows for table, rows in after.items() if rows != before[table]} == {}
    await database.close()


async def test_two_answers_to_one_meeting_are_two_again_as_they_were(database_url: str) -> None:
    database = Database(database_url)
    async with database.write() as session:
        session.add(Organisation(id=1, name="Alliance", preferences={}))
        await session.flush()
        kept, absorbed = await a_person(session, "Rose", "+18195550101"), await a_person(session, "", "+18195550102")
        meeting = await a_meeting(session)
        session.add(Attendance(meeting_id=meeting, person_id=kept.id, needs=",childcare,"))
        session.add(Attendance(meeting_id=meeting, person_id=absorbed.id, answer=Answer.COMING, needs=",meal,"))
        for person in (kept, absorbed):
            await grant(session, person.id, Role.MEMBER)
    before = await everything(database)
    async with database.write() as session:
        people = [await session.get_one(Person, kept.id), await session.get_one(Person, absorbed.id)]
        record = await merge_people(session, *people)
    async with database.write() as session:
        await unmerge_people(session, await session.get_one(Person, kept.id), record)
    assert await everything(database) == before
    await database.close()


async def test_a_coordinator_s_territory_is_neither_widened_nor_narrowed_by_a_merge(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    async with database.write() as session:
        session.add(Organisation(id=1, name="Alliance", preferences={}))
        await session.flush()
        for number, (mine, theirs) in enumerate(
            [("", "Vieux-Moulin"), ("Vieux-Moulin", ""), ("Vieux-Moulin", "Autre")]
        ):
            kept = await a_person(session, "Rose", f"+1819555010{number}")
            absorbed = await a_person(session, "Rosie", f"+1819555020{number}")
            await grant(session, kept.id, Role.COORDINATOR, mine)
            await grant(session, absorbed.id, Role.COORDINATOR, theirs)
            await merge_people(session, kept, absorbed)
            assert await scope_of(session, kept.id) == mine
    await database.close()


async def test_what_changed_since_a_merge_is_left_as_it_is_when_the_merge_is_undone(sqlite_url: str) -> None:
    """A card that went to somebody else since, a territory that a coordinator wrote since: neither comes back."""
    database = Database(sqlite_url)
    async with database.write() as session:
        session.add(Organisation(id=1, name="Alliance", preferences={}))
        await session.flush()
        kept, absorbed = await a_person(session, "Rose", "+18195550101"), await a_person(session, "Li", "+18195550102")
        luc = await a_person(session, "Luc", "+18195550103")
        absorbed.territory, absorbed.best_hour = "Vieux-Moulin", "morning"
        session.add_all(
            Task(id=id, organisation_id=1, kind="call", person_id=absorbed.id, created_at=NOW) for id in (1, 2)
        )
        await session.flush()
        record = await merge_people(session, kept, absorbed)
        await session.execute(update(Task).where(Task.id == 2).values(person_id=luc.id))
        kept.territory = "Grande-Anse"
        again = await unmerge_people(session, kept, record)
        await session.flush()
        assert list(await session.scalars(select(Task.person_id).order_by(Task.id))) == [again, luc.id]
        people = select(Person.territory, Person.best_hour).order_by(Person.id)
        rows = [tuple(row) for row in await session.execute(people.where(Person.id.in_([kept.id, again])))]
        assert rows == [("Grande-Anse", ""), ("Vieux-Moulin", "morning")]
    await database.close()
