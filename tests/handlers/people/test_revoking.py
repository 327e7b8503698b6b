"""A coordinator revoked: who may take over, and what still stood for the one who leaves."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import select

from bot.installation import build_installation
from bot.settings import Settings
from db.codes import code_standing, make_code
from db.contacts import Reach, add_contact, attach, contacts_of, is_proved, prove
from db.conversations import Dialogue, DialogueState, Task
from db.deliveries import Delivery, Status
from db.organisations import Organisation
from db.people import Person, Role, grant, roles_of
from db.session import AsyncSession, Database
from handlers.acting import Acting, Actor, Refused
from handlers.people.revoking import revoke
from tests.support.env import ENV, catalogue
from tests.support.small import NOON

MAUDE, PAUL, ROSE = 1, 2, 3
HERE, AWAY = "Grande-Anse", "Trois-Ponts"
SHELL = Actor(None, "Root", "root", frozenset({Role.COORDINATOR}), "shell")


@pytest.fixture
async def session(sqlite_url: str) -> AsyncIterator[AsyncSession]:
    """Maude and Paul coordinate, each at their Telegram; Rose lives in Grande-Anse."""
    database = Database(sqlite_url)
    async with database.write() as session:
        session.add(Organisation(id=1, name="Alliance"))
        await session.flush()
        for id, name in ((MAUDE, "Maude"), (PAUL, "Paul"), (ROSE, "Rose")):
            person = Person(id=id, organisation_id=1, name=name, territory=HERE, created_at=NOON)
            session.add(person)
            await session.flush()
            contact = await add_contact(session, 1, "telegram", str(id), NOON)
            await attach(session, contact, person)
            await prove(session, contact.id, id, NOON)
            if id != ROSE:
                await grant(session, id, Role.COORDINATOR)
        yield session
    await database.close()


async def revoked(session: AsyncSession, who: int = MAUDE, to: str = "Paul") -> str:
    """Why it is refused, "" when it is done."""
    await session.flush()
    installation = build_installation(Settings.load(ENV), catalogue())
    try:
        await revoke(Acting(session, installation, SHELL, NOON), who, to)
    except Refused as no:
        assert (Role.COORDINATOR in await roles_of(session, who)) is (who != ROSE)
        return no.reason.id
    return ""


@pytest.mark.parametrize("to", ["Paul", "paul", " 2 "])
async def test_whoever_takes_over_is_named(session: AsyncSession, to: str) -> None:
    assert await revoked(session, to=to) == ""
    assert Role.COORDINATOR not in await roles_of(session, MAUDE)


@pytest.mark.parametrize("to", ["", "Rose", "3", "Maude", "1", "Personne"])
async def test_nobody_takes_over_who_is_not_another_coordinator(session: AsyncSession, to: str) -> None:
    assert await revoked(session, to=to) == "people-revoke-to-whom"


async def test_of_two_of_one_name_it_is_said_which(session: AsyncSession) -> None:
    (await session.get_one(Person, ROSE)).name = "Paul"
    await grant(session, ROSE, Role.COORDINATOR)
    await session.flush()
    assert await revoked(session, to="Paul") == "people-revoke-to-whom"
    assert await revoked(session, to="3") == ""


async def test_who_coordinates_nothing_is_not_revoked(session: AsyncSession) -> None:
    assert await revoked(session, who=ROSE) == "people-not-coordinator"


@pytest.mark.parametrize(
    ("hers", "his", "why"),
    [("", HERE, "people-revoke-last-whole"), ("", "", ""), (HERE, HERE, ""), (HERE, "", "")],
)
async def test_somebody_answers_for_the_whole_afterwards_as_before(
    session: AsyncSession, hers: str, his: str, why: str
) -> None:
    await grant(session, MAUDE, Role.COORDINATOR, hers)
    await grant(session, PAUL, Role.COORDINATOR, his)
    assert await revoked(session) == why


@pytest.mark.parametrize(
    ("hers", "his", "why"), [(True, False, "people-revoke-last-reachable"), (False, False, ""), (False, True, "")]
)
async def test_somebody_hears_of_danger_afterwards_as_before(
    session: AsyncSession, hers: bool, his: bool, why: str
) -> None:
    for who, reached in ((MAUDE, hers), (PAUL, his)):
        for contact in await contacts_of(session, who):
            contact.reach = Reach.OK if reached else Reach.INVALID
    assert await revoked(session) == why


@pytest.mark.parametrize(
    ("where", "by", "closed", "why"),
    [
        (HERE, MAUDE, False, ""),
        (AWAY, MAUDE, False, "people-revoke-elsewhere"),
        (AWAY, MAUDE, True, ""),
        (AWAY, PAUL, False, ""),
    ],
)
async def test_what_is_handed_over_is_of_the_territory_of_who_takes_it(
    session: AsyncSession, where: str, by: int, closed: bool, why: str
) -> None:
    await grant(session, MAUDE, Role.COORDINATOR, HERE)
    await grant(session, PAUL, Role.COORDINATOR, HERE)
    (await session.get_one(Person, ROSE)).territory = where
    task = {"person_id": ROSE, "acknowledged_by": by, "closed_at": NOON if closed else None}
    session.add(Task(id=1, organisation_id=1, kind="call", created_at=NOON, **task))
    assert await revoked(session) == why
    taken = await session.scalar(select(Task.acknowledged_by))
    assert taken == (PAUL if not why and not closed else by)


async def test_the_whole_organisation_takes_over_whatever_the_territory(session: AsyncSession) -> None:
    (await session.get_one(Person, ROSE)).territory = AWAY
    session.add(Task(id=1, organisation_id=1, kind="call", created_at=NOON, person_id=ROSE, acknowledged_by=MAUDE))
    assert await revoked(session) == ""


async def test_nothing_of_the_desk_goes_on_for_who_left(session: AsyncSession) -> None:
    code = await make_code(session, "coordinator", MAUDE, NOON + dt.timedelta(minutes=30))
    his = await make_code(session, "link", PAUL, NOON + dt.timedelta(minutes=30))
    waits = {"channel": "telegram", "body": "Rose, 819 555-0101", "queued_at": NOON}
    rows = {
        1: (MAUDE, "alert", Status.QUEUED),
        2: (MAUDE, "alert", Status.RETRYING),
        3: (MAUDE, "alert", Status.SENT),
        4: (MAUDE, "reply", Status.QUEUED),
        5: (PAUL, "alert", Status.QUEUED),
    }
    for id, (who, kind, status) in rows.items():
        session.add(Delivery(id=id, person_id=who, contact_id=who, kind=kind, status=status, **waits))
    for id, who in ((1, MAUDE), (2, PAUL)):
        talk = {"name": "announce", "started_at": NOON, "updated_at": NOON, "answers": {"words": "x"}}
        session.add(Dialogue(id=id, contact_id=who, person_id=who, **talk))
    assert await revoked(session) == ""
    session.expire_all()
    found = await session.execute(select(Delivery.id, Delivery.status).where(Delivery.id <= 5).order_by(Delivery.id))
    assert [(id, status) for id, status in found if status is not rows[id][2]] == [
        (1, Status.CANCELLED),
        (2, Status.CANCELLED),
    ]
    states = await session.execute(select(Dialogue.state).order_by(Dialogue.id))
    assert [state for (state,) in states] == [DialogueState.CANCELLED, DialogueState.ACTIVE]
    assert await code_standing(session, code, NOON) is None
    assert await code_standing(session, his, NOON) is not None
    assert not await is_proved(session, MAUDE, MAUDE)
    assert await is_proved(session, PAUL, PAUL)
