"""An address that leaves somebody: what goes with it, what stays with whoever shares it, and what is elsewhere."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator
from typing import Any

import pytest
from sqlalchemy import func, select

from db.contacts import Consent, Contact, ContactPerson, Reach, add_contact, attach, people_at
from db.conversations import (
    Dialogue,
    DialogueState,
    HandledAs,
    IncomingMessage,
    Question,
    QuestionState,
    Task,
    TaskKind,
)
from db.deliveries import Delivery, ReturnPath, Status
from db.leaving import GONE, changes_hands, leaves
from db.organisations import Organisation
from db.people import Code, Person
from db.privacy.tables import DataRequest, RequestKind, RequestState
from db.session import AsyncSession, Database
from tests.support.filled import fill
from tests.support.small import NOON

PHONE, CHAT = 1, 2
ROSE, LUC = 1, 2
LATER = NOON + dt.timedelta(minutes=30)
WORDS = {"name": "Rose"}
# What goes with an address: the rest (what is over, a number that a human checks) stays.
GOING = ("talk", "parked talk", "question", "parked question", "queued", "being taken", "card", "copy asked", "code")


@pytest.fixture
async def session(sqlite_url: str) -> AsyncIterator[AsyncSession]:
    """A phone of Rose and Luc, and Rose's Telegram: each of them has one of everything at each address."""
    database = Database(sqlite_url)
    async with database.write() as session:
        session.add(Organisation(id=1, name="Alliance"))
        await session.flush()
        session.add_all(Person(id=id, organisation_id=1, name=name, created_at=NOON) for id, name in NAMES.items())
        await session.flush()
        for channel, address, people in (("sms", "+18195550101", (ROSE, LUC)), ("telegram", "7", (ROSE,))):
            contact = await add_contact(session, 1, channel, address, NOON)
            contact.consent, contact.stopped_kinds, contact.hold = Consent.GIVEN, ",digest,", True
            for id in people:
                await attach(session, contact, await session.get_one(Person, id))
                session.add_all(everything(id, contact.id).values())
        await session.flush()
        yield session
    await database.close()


NAMES = {ROSE: "Rose", LUC: "Luc"}


def everything(person: int, contact: int) -> dict[str, Any]:
    where, at = {"person_id": person, "contact_id": contact}, {"asked_at": NOON, "lapses_at": LATER}
    talk = {**where, "name": "claim", "started_at": NOON, "updated_at": NOON, "answers": WORDS, "memo": WORDS}
    talk |= {"prefill": WORDS, "start": WORDS, "collecting": "words", "collect_due_at": LATER}
    sent = {**where, "kind": "notice", "channel": "sms", "body": "x", "queued_at": NOON}
    card = {**where, "organisation_id": 1, "created_at": NOON}
    asked = {**where, "organisation_id": 1, "kind": RequestKind.ACCESS, "asked_at": NOON, "due_at": LATER}
    mark = f"{person}.{contact}"
    code = {**where, "purpose": "link", "expires_at": LATER}
    return {
        "talk": Dialogue(state=DialogueState.ACTIVE, **talk),
        "parked talk": Dialogue(state=DialogueState.PARKED, **talk),
        "done talk": Dialogue(state=DialogueState.DONE, **talk),
        "question": Question(kind="x", state=QuestionState.OPEN, **where, **at),
        "parked question": Question(kind="x", state=QuestionState.PARKED, **where, **at),
        "answered question": Question(kind="x", state=QuestionState.ANSWERED, **where, **at),
        "queued": Delivery(status=Status.QUEUED, **sent),
        "being taken": Delivery(status=Status.CLAIMED, **sent),
        "sent": Delivery(status=Status.SENT, **sent),
        "card": Task(kind=TaskKind.CALL, **card),
        "closed card": Task(kind=TaskKind.CALL, closed_at=NOON, **card),
        "number to check": Task(kind=TaskKind.REASSIGNED, **card),
        "copy asked": DataRequest(state=RequestState.OPEN, **asked),
        "copy given": DataRequest(state=RequestState.DONE, **asked),
        "code": Code(digest=f"new {mark}", **code),
        "used code": Code(digest=f"used {mark}", used_at=NOON, **code),
    }


async def gone(session: AsyncSession) -> set[tuple[str, int, str]]:
    """(whose, where, what) of all that is stopped, dropped or let go of."""
    await session.flush()
    session.expire_all()
    found = set()
    for person, contact in ((ROSE, PHONE), (LUC, PHONE), (ROSE, CHAT)):
        found |= {(NAMES[person], contact, what) for what in await _gone_of(session, person, contact)}
    return found


async def _gone_of(session: AsyncSession, person: int, contact: int) -> list[str]:
    kinds = everything(person, contact)
    rows: dict[str, bool] = {}
    for table, is_gone in IS_GONE.items():
        names = [name for name, row in kinds.items() if type(row) is table]
        mine = select(table).where(table.person_id == person).order_by(*table.__table__.primary_key.columns)
        found = [row for row in await session.scalars(mine) if _where(row) in (contact, None)]
        if table in (Task, DataRequest, Code):  # what is let go of keeps no address, or is there no more
            found = [row for row in found if _where(row) == contact]
            kept = [_what(row) for row in found]
            rows |= {name: _what(kinds[name]) not in kept for name in names}
        else:
            rows |= {name: is_gone(row) for name, row in zip(names, found, strict=True)}
    return [name for name, is_gone in rows.items() if is_gone]


def _where(row: Any) -> Any:
    return row.contact_id


def _what(row: Any) -> tuple[Any, ...]:
    """What tells the rows of one table apart."""
    state = getattr(row, "state", None), getattr(row, "kind", None)
    return (*state, bool(getattr(row, "closed_at", None)), bool(getattr(row, "used_at", None)))


def _talk_gone(row: Dialogue) -> bool:
    kept = [row.answers, row.memo, row.prefill, row.start, row.collecting, row.collect_due_at]
    assert any(kept) is (row.state is not DialogueState.CANCELLED), "all of what was said in it, or nothing"
    return row.state is DialogueState.CANCELLED


IS_GONE: dict[Any, Any] = {
    Dialogue: _talk_gone,
    Question: lambda row: row.state is QuestionState.DROPPED,
    Delivery: lambda row: (row.status, row.reason) == (Status.CANCELLED, GONE),
    Task: None,
    DataRequest: None,
    Code: None,
}


def of(name: str, contact: int, *what: str) -> set[tuple[str, int, str]]:
    return {(name, contact, one) for one in what}


async def phone_of(session: AsyncSession) -> Contact:
    return await session.get_one(Contact, PHONE)


async def test_nothing_is_gone_before(session: AsyncSession) -> None:
    assert await gone(session) == set()


async def test_an_address_that_changes_hands_takes_all_that_stood_at_it_from_everybody(session: AsyncSession) -> None:
    before = await changes_hands(session, await phone_of(session), NOON)
    assert {one.id for one in before} == {ROSE, LUC}
    theirs = of("Rose", PHONE, *GOING) | of("Luc", PHONE, *GOING)
    # A code of either could be texted by whoever has the phone now: those they made elsewhere go with it.
    assert await gone(session) == theirs | of("Rose", CHAT, "code")
    phone = await phone_of(session)
    assert (phone.reach, phone.consent, phone.stopped_kinds, phone.hold) == (Reach.OK, Consent.NONE, "", False)
    assert await people_at(session, PHONE) == []
    assert [one.id for one in await people_at(session, CHAT)] == [ROSE]


async def test_who_leaves_a_shared_phone_takes_their_own_and_the_other_keeps_theirs(session: AsyncSession) -> None:
    await leaves(session, await phone_of(session), await session.get_one(Person, LUC), NOON)
    # What was made on the phone could be used by whoever made it: every code of it goes.
    assert await gone(session) == of("Luc", PHONE, *GOING) | of("Rose", PHONE, "code")
    phone = await phone_of(session)
    assert (phone.consent, phone.stopped_kinds, phone.hold, phone.shared) == (Consent.GIVEN, ",digest,", True, False)
    assert [one.id for one in await people_at(session, PHONE)] == [ROSE]
    assert phone.person_id == ROSE


@pytest.mark.parametrize(
    ("consent", "kept"), [(Consent.WITHDRAWN, (Consent.WITHDRAWN, ",digest,")), (Consent.GIVEN, (Consent.NONE, ""))]
)
async def test_who_leaves_the_phone_that_was_theirs_alone_leaves_its_stop_and_no_consent(
    session: AsyncSession, consent: Consent, kept: tuple[Consent, str]
) -> None:
    chat, rose = await session.get_one(Contact, CHAT), await session.get_one(Person, ROSE)
    chat.consent, chat.reach, chat.reach_reason = consent, Reach.INVALID, "21211"
    await leaves(session, chat, rose, NOON)
    assert await gone(session) == of("Rose", CHAT, *GOING) | of("Rose", PHONE, "code")
    chat = await session.get_one(Contact, CHAT)
    assert (chat.consent, chat.stopped_kinds) == kept
    assert (chat.reach, chat.reach_reason) == (Reach.INVALID, "21211"), "it is no better than it was"
    assert await session.scalar(select(func.count()).select_from(ContactPerson)) == 2


async def test_what_waited_for_the_next_text_of_the_phone_is_not_given_to_its_next_holder(
    session: AsyncSession,
) -> None:
    def heard(id: int, contact: int, how: HandledAs) -> IncomingMessage:
        row = {"channel": "sms", "provider_id": f"SM{id}", "sender": "sms:+1", "received_at": NOON}
        return IncomingMessage(id=id, contact_id=contact, handled_as=how, **row)

    session.add_all([heard(1, PHONE, HandledAs.WAITING), heard(2, CHAT, HandledAs.WAITING)])
    session.add(heard(3, PHONE, HandledAs.ANSWER))
    await session.flush()
    await leaves(session, await phone_of(session), await session.get_one(Person, LUC), NOON)
    states = select(IncomingMessage.handled_as).order_by(IncomingMessage.id)
    assert list(await session.scalars(states)) == [HandledAs.WAITING, HandledAs.WAITING, HandledAs.ANSWER]
    await changes_hands(session, await phone_of(session), NOON)
    assert list(await session.scalars(states)) == [HandledAs.HELD, HandledAs.WAITING, HandledAs.ANSWER]


@pytest.mark.parametrize(("leaving", "stay"), [(3, 0), (2, 1)])
async def test_news_of_a_nameless_comment_never_reach_the_next_holder_of_a_phone(
    sqlite_url: str, leaving: int, stay: int
) -> None:
    """The filled database has one way back, to the contact 3."""
    database = Database(sqlite_url)
    await fill(database)
    async with database.write() as session:
        await changes_hands(session, await session.get_one(Contact, leaving), NOON)
    async with database.read() as session:
        assert await session.scalar(select(func.count()).select_from(ReturnPath)) == stay
    await database.close()
