"""What a coordinator of one territory may act on: each kind of thing, of the territory, of another, of none."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from sqlalchemy import ColumnElement, select

from db import scope
from db.claims.rules import ClaimState, Mode
from db.claims.tables import Claim, Payment
from db.comments.tables import Comment
from db.conversations import Task, TaskKind
from db.deliveries import Broadcast
from db.drafts import Draft
from db.meetings.tables import Meeting
from db.organisations import Organisation, Roundtable
from db.people import Person, PersonRoundtable
from db.session import AsyncSession, Database

NOW = dt.datetime(2026, 2, 12, 17, tzinfo=dt.UTC)
HERE, AWAY = "Grande-Anse", "Trois-Ponts"
# Person -> where they live, where they sit.
PEOPLE = {
    "lives here": (HERE, None),
    "lives away": (AWAY, None),
    "sits here": ("", "here"),
    "sits away": ("", "away"),
    "lives away, sits here": (AWAY, "here"),
    "lives here, sits away": (HERE, "away"),
    "of nowhere": ("", None),
    "sits nowhere's": ("", "nowhere"),
}
BELONG = {"lives here", "sits here", "lives away, sits here", "lives here, sits away"}
OURS = {*BELONG, "of nowhere", "sits nowhere's"}
WHERES = {"here": HERE, "away": AWAY, "nowhere": ""}


@pytest.fixture
async def session(database_url: str) -> AsyncIterator[AsyncSession]:
    """Things are named by their number's meaning: `names` of each table."""
    database = Database(database_url)
    async with database.write() as session:
        session.add(Organisation(id=1, name="Alliance"))
        await session.flush()
        tables = {name: Roundtable(organisation_id=1, name=name, territory=where) for name, where in WHERES.items()}
        session.add_all(tables.values())
        people = {
            name: Person(organisation_id=1, name=name, territory=lives, created_at=NOW)
            for name, (lives, _) in PEOPLE.items()
        }
        session.add_all(people.values())
        await session.flush()
        for name, (_, sits) in PEOPLE.items():
            if sits:
                session.add(PersonRoundtable(person_id=people[name].id, roundtable_id=tables[sits].id))
        await session.flush()
        await _things(session, tables, people)
        yield session
    await database.close()


async def _things(session: AsyncSession, tables: dict[str, Roundtable], people: dict[str, Person]) -> None:
    """A meeting and a comment of each roundtable; a claim and a card of each person; batches; broadcasts, drafts."""
    for number, table in enumerate(tables.values(), 1):
        hours = {"local_start": dt.time(13), "local_end": dt.time(15), "zone": "America/Toronto"}
        days = {"local_date": NOW.date(), "starts_at": NOW, "ends_at": NOW, "created_at": NOW}
        meeting = Meeting(organisation_id=1, roundtable_id=table.id, place=table.name, **hours, **days)
        session.add(meeting)
        await session.flush()
        session.add(Comment(organisation_id=1, number=number, meeting_id=meeting.id, words=table.name))
    for number, person in enumerate(people.values(), 1):
        payee = {"payee": person.name, "state": ClaimState.SUBMITTED, "submitted_at": NOW, "total_cents": 1}
        session.add(Claim(organisation_id=1, number=number, person_id=person.id, activity_date=NOW.date(), **payee))
        session.add(Task(organisation_id=1, kind=TaskKind.CALL, person_id=person.id, note=person.name, created_at=NOW))
    session.add(Task(organisation_id=1, kind=TaskKind.UNKNOWN_NUMBER, note="a stranger", created_at=NOW))
    for where in (HERE.upper(), AWAY, "", None):
        made = {"organisation_id": 1, "territory": where}
        session.add(Broadcast(kind="announcement", title=str(where), created_at=NOW, **made))
        session.add(Draft(audience=str(where), changed_at=NOW, **made))
    await session.flush()


async def of(session: AsyncSession, column: Any, clause: ColumnElement[bool]) -> set[str]:
    return set(await session.scalars(select(column).where(clause)))


@pytest.mark.parametrize("written", [HERE, HERE.lower(), HERE.upper()])
async def test_people_of_a_territory(session: AsyncSession, written: str) -> None:
    assert await of(session, Person.name, scope.person_belongs_to(written)) == BELONG
    assert await of(session, Person.name, scope.person_of(written)) == OURS


@pytest.mark.parametrize(
    ("column", "clause", "ours"),
    [
        (Roundtable.name, scope.roundtable_of, {"here", "nowhere"}),
        (Meeting.place, scope.meeting_of, {"here", "nowhere"}),
        (Comment.words, scope.comment_of, {"here", "nowhere"}),
        (Claim.payee, scope.claim_of, OURS),
        (Task.note, scope.task_of, {*OURS, "a stranger"}),
        (Broadcast.title, scope.broadcast_of, {HERE.upper(), ""}),
        (Draft.audience, scope.draft_of, {HERE.upper(), ""}),
    ],
    ids=["roundtables", "meetings", "comments", "claims", "cards", "broadcasts", "drafts"],
)
async def test_things_of_a_territory(
    session: AsyncSession, column: Any, clause: Callable[[str], ColumnElement[bool]], ours: set[str]
) -> None:
    assert await of(session, column, clause(HERE)) == ours


@pytest.mark.parametrize(
    ("paid", "ours"),
    [
        (["lives here"], True),
        (["lives here", "of nowhere"], True),
        (["lives here", "lives away"], False),
        (["lives away"], False),
        (["sits away"], False),
    ],
)
async def test_a_batch_is_of_a_territory_when_each_claim_of_it_is(
    session: AsyncSession, paid: list[str], ours: bool
) -> None:
    batch = Payment(organisation_id=1, mode=Mode.CASH, paid_on=NOW.date(), made_at=NOW)
    session.add(batch)
    await session.flush()
    for claim in await session.scalars(select(Claim).where(Claim.payee.in_(paid))):
        claim.payment_id = batch.id
    await session.flush()
    assert (await session.scalar(select(Payment.id).where(scope.payment_of(HERE))) is not None) is ours
