"""A merge that is asked: of whom, where and while it stands; what its yes moves, and which addresses it proves."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import select

from bot.installation import build_installation
from bot.settings import Settings
from db.belongings import Belongings, belongings_of
from db.codes import code_standing, make_code
from db.contacts import Contact, add_contact, attach, is_proved, prove
from db.conversations import Question, Task, TaskKind
from db.merges import Merge, MergeState
from db.organisations import Organisation
from db.people import Person, Role, grant
from db.session import AsyncSession, Database
from handlers.acting import Acting, Actor, Refused, actor_of
from handlers.dialogue import Given
from handlers.people import merging
from handlers.turn import Ask, Reply
from messages import Text
from tests.support.env import ENV, catalogue
from tests.support.small import NOON

ROSE, ROSIE = 1, 2  # kept, absorbed
COORDINATOR = Actor(None, "Maude", "m", frozenset({Role.COORDINATOR}), "telegram")


@dataclass
class Asked:
    """Rosie, on Telegram, was asked whether her account may join Rose's."""

    session: AsyncSession
    merge: Merge
    chat: Contact
    other_chat: Contact
    phone: Contact
    rose: Person
    rosie: Person

    async def answered(
        self, value: str = "yes", person: Person | None = None, contact: Contact | None = None, of: int = 0
    ) -> Reply:
        contact, session = contact or self.chat, self.session
        writes = person if person is not None else self.rosie
        installation = build_installation(Settings.load(ENV), catalogue())
        acting = Acting(session, installation, await actor_of(session, writes, "telegram"), NOON, contact)
        turn: Any = SimpleNamespace(
            session=session, person=writes, contact=contact, installation=installation, acting=acting, now=NOON
        )

        async def becomes(who: Person) -> None:
            turn.person = who

        turn.becomes = becomes
        shown = {"moves": merging.hash_of_belongings(await belongings_of(session, ROSIE))}
        question = Question(subject_id=of or self.merge.id, prompt=shown)
        return await merging.told_merge(turn, question, Given("oui", value, turn, 1))

    async def two(self) -> bool:
        """Whether they are still two people."""
        await self.session.flush()
        return await self.session.scalar(select(Person.id).where(Person.id == ROSIE)) is not None


@pytest.fixture
async def asked(sqlite_url: str) -> AsyncIterator[Asked]:
    database = Database(sqlite_url)
    async with database.write() as session:
        session.add(Organisation(id=1, name="Alliance"))
        await session.flush()
        people = [
            Person(id=id, organisation_id=1, name=name, created_at=NOON) for id, name in ((1, "Rose"), (2, "Rosie"))
        ]
        session.add_all(people)
        await session.flush()
        contacts = []
        for channel, address, owner in (("telegram", "1", 1), ("telegram", "2", 1), ("sms", "+18195550102", 1)):
            contact = await add_contact(session, 1, channel, address, NOON)
            await attach(session, contact, people[owner])
            contacts.append(contact)
        merge = Merge(
            organisation_id=1, kept_id=ROSE, absorbed_id=ROSIE, absorbed_pseudonym=people[1].pseudonym, asked_at=NOON
        )
        merge.contact_id = contacts[0].id
        session.add(merge)
        await session.flush()
        yield Asked(session, merge, *contacts, *people)
    await database.close()


def said(reply: Reply) -> str:
    assert isinstance(reply, Text)
    return reply.id


async def test_a_yes_where_it_was_asked_makes_them_one(asked: Asked) -> None:
    code = await make_code(asked.session, "link", ROSIE, NOON + dt.timedelta(minutes=30))
    for id, kind in enumerate((TaskKind.MERGE_ASKED, TaskKind.CALL), start=1):
        asked.session.add(Task(id=id, organisation_id=1, kind=kind, person_id=ROSIE, created_at=NOON))
    assert said(await asked.answered()) == "people-merged"
    assert not await asked.two()
    assert (asked.merge.state, asked.merge.done_at) == (MergeState.DONE, NOON)
    assert await code_standing(asked.session, code, NOON) is None, "no code of hers opens anything any more"
    closed = await asked.session.scalars(select(Task.closed_at).order_by(Task.id))
    assert list(closed) == [NOON, None], "the card that asked for it, and no other"


async def test_a_no_is_kept(asked: Asked) -> None:
    assert said(await asked.answered("no")) == "people-merge-refused"
    assert await asked.two()
    assert said(await asked.answered()) == "people-merge-over"
    assert await asked.two()


async def test_a_yes_from_another_address_or_somebody_else_makes_nobody_one(asked: Asked) -> None:
    elsewhere = [
        await asked.answered(contact=asked.other_chat),
        await asked.answered(contact=asked.phone),
        await asked.answered(person=asked.rose),
        await asked.answered(of=999),
    ]
    assert [said(one) for one in elsewhere] == ["people-merge-over"] * 4
    assert await asked.two()


async def test_a_yes_by_text_makes_nobody_one_even_where_it_was_asked(asked: Asked) -> None:
    asked.merge.contact_id = asked.phone.id
    assert said(await asked.answered(contact=asked.phone)) == "people-merge-over"
    assert await asked.two()


@pytest.mark.parametrize("state", [MergeState.REFUSED, MergeState.DONE, MergeState.UNDONE])
async def test_what_is_asked_no_more_is_answered_by_nothing(asked: Asked, state: MergeState) -> None:
    asked.merge.state = state
    assert said(await asked.answered()) == "people-merge-over"
    assert await asked.two()


async def test_who_became_a_coordinator_meanwhile_is_absorbed_by_nobody(asked: Asked) -> None:
    await grant(asked.session, ROSIE, Role.COORDINATOR)
    assert said(await asked.answered()) == "people-merge-over"
    assert await asked.two()


async def test_being_asked_again_puts_out_what_was_asked_before(asked: Asked) -> None:
    installation = build_installation(Settings.load(ENV), catalogue())
    acting = Acting(asked.session, installation, await actor_of(asked.session, asked.rosie, "telegram"), NOON)
    again = await merging.ask(acting, asked.chat, asked.rosie, asked.rose, carries_role=False)
    assert isinstance(again, Ask)
    await asked.session.refresh(asked.merge)
    assert asked.merge.state is MergeState.REFUSED
    assert again.subject_id is not None
    assert said(await asked.answered(of=again.subject_id)) == "people-merged"


@pytest.mark.parametrize("carries", [True, False])
async def test_the_address_is_proved_when_the_code_carried_the_role_alone(asked: Asked, carries: bool) -> None:
    """Rose coordinates: her role acts from none of Rosie's addresses that was not proved again."""
    await grant(asked.session, ROSE, Role.COORDINATOR)
    for contact in (asked.chat, asked.other_chat):
        await prove(asked.session, contact.id, ROSIE, NOON)
    asked.merge.carries_role = carries
    assert said(await asked.answered()) == "people-merged"
    assert await is_proved(asked.session, asked.chat.id, ROSE) is carries
    assert not await is_proved(asked.session, asked.other_chat.id, ROSE)


async def test_the_proofs_of_who_coordinates_nothing_go_on(asked: Asked) -> None:
    await prove(asked.session, asked.other_chat.id, ROSIE, NOON)
    assert said(await asked.answered()) == "people-merged"
    assert await is_proved(asked.session, asked.other_chat.id, ROSE)


async def undone(asked: Asked, actor: Actor, after: dt.timedelta = dt.timedelta(0)) -> str:
    """Why it is refused, "" when they are two again."""
    installation = build_installation(Settings.load(ENV), catalogue())
    try:
        await merging.unmerge(Acting(asked.session, installation, actor, NOON + after), "Rosie")
    except Refused as no:
        return no.reason.id
    return ""


@pytest.mark.parametrize(
    ("after", "why"),
    [(dt.timedelta(days=30), ""), (dt.timedelta(days=30, seconds=1), "people-unmerge-too-late")],
)
async def test_a_merge_is_undone_within_thirty_days(asked: Asked, after: dt.timedelta, why: str) -> None:
    await asked.answered()
    assert await undone(asked, COORDINATOR, after) == why
    assert await asked.two() is (not why)
    owner = await asked.session.scalar(select(Contact.person_id).where(Contact.address == "1"))
    assert owner == (ROSE if why else ROSIE)


@pytest.mark.parametrize(
    ("actor", "why"),
    [
        (COORDINATOR, "people-merge-coordinator"),
        (replace(COORDINATOR, via="web"), "people-merge-coordinator"),
        (replace(COORDINATOR, via="shell"), ""),
    ],
)
async def test_the_merge_of_a_coordinator_is_undone_by_who_vouches_alone(asked: Asked, actor: Actor, why: str) -> None:
    await grant(asked.session, ROSE, Role.COORDINATOR)
    await asked.answered()
    assert await undone(asked, actor) == why
    assert await asked.two() is (not why)


@pytest.mark.parametrize(
    ("theirs", "lines"),
    [
        (Belongings(0, 0, (), 0, ()), ["people-moves-name"]),
        (Belongings(2, 0, (), 0, ()), ["people-moves-claims"]),
        (Belongings(0, 1, (), 0, ()), ["people-moves-comments"]),
        (Belongings(0, 0, (), 1, ()), ["people-moves-telegram"]),
        (Belongings(0, 0, (), 0, ("COCO",)), ["people-moves-roundtables"]),
        (
            Belongings(1, 1, (), 1, ("COCO",)),
            ["people-moves-claims", "people-moves-comments", "people-moves-telegram", "people-moves-roundtables"],
        ),
    ],
)
def test_whoever_is_asked_reads_each_thing_that_would_move(theirs: Belongings, lines: list[str]) -> None:
    assert [line.id for line in merging.moves(theirs)] == lines
    assert len(merging.moves(Belongings(0, 0, ("+18195550101", "a@example.org"), 0, ()))) == 2
