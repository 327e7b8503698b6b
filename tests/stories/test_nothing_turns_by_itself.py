"""Whatever is written, wherever one stands: no consent, presence or money changes without a reading that says so.

Some messages over the situations, two thousand in `make test-long`; there `ANYTHING=100000` throws as many.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Sequence
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from db.claims.tables import Claim
from db.contacts import Contact
from db.conversations import IncomingMessage
from db.meetings.tables import Answer, Attendance
from messages.keywords import Keyword, understand
from messages.reading import Meaning
from tests.messages.reading.corpus import corpus
from tests.support.claims import expert, meeting, set_rates
from tests.support.comments import TUESDAY, open_meeting
from tests.support.phones import Phone, Town

SOME, MANY = 400, int(os.environ.get("ANYTHING", "2000"))
AT_ONCE = 10
# How one comes to stand somewhere: what was written before.
SITUATIONS = {
    "nothing open": (),
    "said absent": ("ABSENT",),
    "said coming": ("compte su moi pour mardi",),
    "words collected": ("COMMENTAIRE", "le camp est trop tot"),
    "words read back": ("COMMENTAIRE", "le camp est trop tot", "1"),
    "a claim's first question": ("RECLAMER",),
    "the menu": ("AIDE",),
    "in care": ("jveux mourir",),
}
WORDS = sorted({word for line in corpus()[::7] for word in line.text.split()})
MEANT = st.sampled_from([line.text for line in corpus()])
ANY = st.one_of(
    MEANT,
    MEANT,
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=10).map(" ".join),
    st.text(max_size=40),
    st.text("0123456789 .,$", min_size=1, max_size=6),
)
# What may change each thing: its own words, and a yes or a digit to the question that asked it.
ANSWERS = {Meaning.YES, Meaning.NO, Meaning.NUMBER, Meaning.UNKNOWN}
OF_CONSENT = {Meaning.STOP, Meaning.STOP_KIND, Meaning.PAUSE, Meaning.RESUME, Meaning.WRONG_NUMBER, Meaning.LESS}
OF_PRESENCE = {Meaning.COMING, Meaning.ABSENT, Meaning.MAYBE, Meaning.LATE, Meaning.LEAVES_EARLY}
OF_MONEY = {Meaning.CLAIM, Meaning.AMOUNT, Meaning.KM, Meaning.CANCEL_CLAIM, Meaning.NO, Meaning.LOST_RECEIPT}
KEYWORDS = {
    "consent": {Keyword.ARRET, Keyword.PAUSE, Keyword.MOINS, Keyword.REPRENDRE, Keyword.ANNULER},
    "presence": {Keyword.ABSENT, Keyword.OUI, Keyword.NON, Keyword.PEUT_ETRE},
    "money": {Keyword.RECLAMER, Keyword.ANNULER},
}


class Kept(NamedTuple):
    """What no message may change by itself."""

    consent: Sequence[object]
    presence: Sequence[object]
    money: Sequence[object]


async def kept(town: Town, phone: Phone) -> Kept:
    async with town.database.read() as session:
        contact = await session.scalar(select(Contact).where(Contact.address == phone.address))
        assert contact is not None
        seats = await session.execute(
            select(Attendance.meeting_id, Attendance.answer)
            .where(Attendance.person_id == contact.person_id, Attendance.answer != Answer.NONE)  # a need is no answer
            .order_by(Attendance.meeting_id)
        )
        claims = await session.execute(
            select(Claim.number, Claim.state, Claim.total_cents)
            .where(Claim.person_id == contact.person_id)
            .order_by(Claim.number)
        )
        consent = (contact.consent, contact.stopped_kinds)
        return Kept(consent, [tuple(row) for row in seats], [tuple(row) for row in claims])


async def readings(town: Town) -> set[Meaning]:
    """What was read in the message that came last, and in the one that it answered about."""
    async with town.database.read() as session:
        rows = await session.scalars(select(IncomingMessage.reading).order_by(IncomingMessage.id.desc()).limit(3))
        return {Meaning(name) for reading in rows for name in reading.split(" + ") if name}


async def stands(town: Town, words: Sequence[str]) -> Phone:
    phone = town.sms(f"+1819{next(town.ids):07}")
    rose = await expert(town, phone)
    await open_meeting(town, TUESDAY, rose)
    await meeting(town, dt.date(2026, 1, 27), people=(rose,))
    for one in words:
        await phone.text(one)
    return phone


def thrown(messages: int) -> settings:
    quiet = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]
    each = max(1, messages // AT_ONCE // len(SITUATIONS))
    return settings(max_examples=each, deadline=None, suppress_health_check=quiet)


@thrown(SOME)
@pytest.mark.parametrize("situation", SITUATIONS)
@given(said=st.lists(ANY, min_size=AT_ONCE, max_size=AT_ONCE))
async def test_nothing_changes_without_a_reading_that_says_so(town: Town, situation: str, said: list[str]) -> None:
    await nothing_changes(town, situation, said)


@pytest.mark.long
@thrown(MANY)
@pytest.mark.parametrize("situation", SITUATIONS)
@given(said=st.lists(ANY, min_size=AT_ONCE, max_size=AT_ONCE))
async def test_nothing_changes_over_thousands_either(town: Town, situation: str, said: list[str]) -> None:
    await nothing_changes(town, situation, said)


async def nothing_changes(town: Town, situation: str, said: list[str]) -> None:
    await _rates(town)
    phone = await stands(town, SITUATIONS[situation])
    before = await kept(town, phone)
    for message in said:
        await phone.text(message)
        after = await kept(town, phone)
        read = await readings(town)
        word = understand(message).keyword
        for name, own in (("consent", OF_CONSENT), ("presence", OF_PRESENCE), ("money", OF_MONEY)):
            if getattr(after, name) != getattr(before, name):
                said_so = read & (own | ANSWERS) or word in KEYWORDS[name]
                assert said_so, (situation, message, read, getattr(before, name), getattr(after, name))
        if situation == "in care":
            assert after.presence == before.presence, message
            assert after.money == before.money, message
        before = after


async def _rates(town: Town) -> None:
    if not town.phones:
        await set_rates(town)
