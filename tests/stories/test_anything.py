"""Anything may come: each message gets an answer or a logged silence, none an error, and none changes consent

unless it is one of the stopping words, or the choice of leaving when ANNULER asks of what.
Some here, two thousand in `make test-long`; there `ANYTHING=100000` throws as many.
"""

from __future__ import annotations

import datetime as dt
import os
import re
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from db.contacts import Consent, Contact, ContactPerson, add_contact
from db.conversations import InboxState, IncomingMessage, Question, QuestionState
from db.deliveries import Delivery
from db.people import Person, PersonRole, Role
from db.session import Database
from handlers import open_questions as asked
from handlers.people.menu import CANCELLED
from messages.keywords import Keyword, is_distress, understand
from messages.reading import Meaning
from tests.support.phones import Town

SOME, MANY = 400, int(os.environ.get("ANYTHING", "2000"))
AT_ONCE = 20
NOON = dt.datetime(2026, 11, 23, 17, 0, tzinfo=dt.UTC)
DIGIT = re.compile(r"\D*[1-5]\b.*", re.DOTALL)
STOPPING = {Keyword.ARRET, Keyword.PAUSE, Keyword.MOINS, Keyword.REPRENDRE}

ODD = [
    "مرحبا كيف الحال",
    "שלום",
    "👍👍👍",
    "🤷",
    "A1 B2",
    "/rencontre",
    "/",
    "(2/5)",
    "Q",
    "1" * 200,
    "\u202eABSENT",
]
words = st.one_of(
    st.text(max_size=60),
    st.text(st.characters(categories=("Cc", "Cf", "Zs", "So")), max_size=20),
    st.text("0123456789 .,", min_size=1, max_size=12),
    st.text(min_size=1590, max_size=1600),
    st.sampled_from(ODD),
    st.sampled_from([k.value for k in Keyword if k not in STOPPING]),
)


@pytest.fixture
async def town(sqlite_url: str) -> Any:
    database = Database(sqlite_url)
    opened = Town(database, NOON)
    yield await opened.open()
    await database.close()


async def agreed(town: Town, address: str) -> None:
    """Someone who said yes, on a phone nobody used before."""
    async with town.database.write() as session:
        person = Person(organisation_id=1, name="Lise", created_at=town.now)
        session.add(person)
        await session.flush()
        contact = await add_contact(session, 1, "sms", address, town.now)
        contact.person_id, contact.consent, contact.last_heard_at = person.id, Consent.GIVEN, town.now
        session.add_all(
            [
                ContactPerson(contact_id=contact.id, person_id=person.id),
                PersonRole(person_id=person.id, role=Role.EXPERT),
            ]
        )


def thrown(messages: int) -> settings:
    quiet = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]
    return settings(max_examples=max(1, messages // AT_ONCE), deadline=None, suppress_health_check=quiet)


@thrown(SOME)
@example(said=["ANNULER", "4,"])
@given(said=st.lists(words, min_size=AT_ONCE, max_size=AT_ONCE))
async def test_whatever_comes_is_answered_or_its_silence_is_logged(town: Town, said: list[str]) -> None:
    await answered_or_logged(town, said)


@pytest.mark.long
@thrown(MANY)
@given(said=st.lists(words, min_size=AT_ONCE, max_size=AT_ONCE))
async def test_thousands_are_answered_or_their_silence_is_logged(town: Town, said: list[str]) -> None:
    await answered_or_logged(town, said)


async def answered_or_logged(town: Town, said: list[str]) -> None:
    address = f"+1819{next(town.ids):07}"
    await agreed(town, address)
    phone = town.sms(address)
    for message in said:
        await phone.text(message)
        async with town.database.read() as session:
            row = await session.scalar(select(IncomingMessage).order_by(IncomingMessage.id.desc()).limit(1))
            answer = await session.scalar(select(Delivery.id).where(Delivery.incoming_id == row.id).limit(1))
            contact = await session.scalar(select(Contact).where(Contact.address == address))
        assert row.state is InboxState.HANDLED, (message, row.error)
        assert answer is not None or row.handled_as, message
        if stops(message) or (DIGIT.fullmatch(message) and await asked_and_answered(town, contact)):
            return
        assert contact.consent is Consent.GIVEN, message


async def asked_and_answered(town: Town, contact: Contact) -> bool:
    """Whether a list in which leaving stands was answered last: that of ANNULER, or of what their words may mean."""
    kinds = Question.kind.in_((CANCELLED.name, asked.MEANT, asked.MEANT_ONE))
    last = select(Question).where(Question.contact_id == contact.id, kinds).order_by(Question.id.desc()).limit(1)
    async with town.database.read() as session:
        question = await session.scalar(last)
    if question is None or question.state is not QuestionState.ANSWERED:
        return False
    return question.kind == CANCELLED.name or any(Meaning.STOP in one for one in question.prompt["readings"])


def stops(message: str) -> bool:
    return understand(message).keyword in STOPPING and not is_distress(message)
