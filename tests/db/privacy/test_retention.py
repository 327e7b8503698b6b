"""How long each kind is kept: what is past its time goes, what is not stays, and the counts are those of what goes."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from bot.settings import Settings, SettingsError
from db.claims.tables import Claim
from db.comments.tables import Comment
from db.contacts import Contact
from db.conversations import IncomingMessage
from db.deliveries import UNSETTLED, Delivery
from db.people import Person
from db.privacy.retention import TABLE, RetainedKind, counts, let_go
from db.privacy.rules import DAYS, read, written
from db.session import AsyncSession, Database
from tests.support.env import ENV
from tests.support.filled import NOW, fill

YEARS_LATER = NOW + dt.timedelta(days=365 * 12)
KINDS = [pytest.param(kept, id=kept.name) for kept in TABLE]


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    database = Database(database_url)
    await fill(database)
    yield database
    await database.close()


async def all_gone(session: AsyncSession, kept: RetainedKind, now: dt.datetime) -> int:
    gone = 0
    while number := await let_go(session, kept, DAYS, now, 2):
        gone += number
    return gone


async def test_nothing_is_past_its_time_on_the_day_it_comes(database: Database) -> None:
    async with database.read() as session:
        found = await counts(session, DAYS, NOW - dt.timedelta(days=60))
    assert set(found.values()) == {0}


@pytest.mark.parametrize("kept", KINDS)
async def test_what_was_counted_goes_some_at_a_time_and_once(database: Database, kept: RetainedKind) -> None:
    async with database.write() as session:
        counted = (await counts(session, DAYS, YEARS_LATER))[kept.name]
        assert await all_gone(session, kept, YEARS_LATER) == counted
        assert (await counts(session, DAYS, YEARS_LATER))[kept.name] == 0


async def test_words_bodies_and_names_go_and_the_numbers_stay(database: Database) -> None:
    async with database.write() as session:
        before = [(c.number, c.total_cents, c.state) for c in await session.scalars(select(Claim).order_by(Claim.id))]
        for kept in TABLE:
            await all_gone(session, kept, YEARS_LATER)
    async with database.read() as session:
        assert {row.text for row in await session.scalars(select(IncomingMessage))} <= {""}
        assert not [row for row in await session.scalars(select(Delivery)) if row.body and row.status not in UNSETTLED]
        assert {row.person_id for row in await session.scalars(select(Comment))} == {None}
        claims = list(await session.scalars(select(Claim).order_by(Claim.id)))
        assert [(c.number, c.total_cents, c.state) for c in claims] == before
        assert {c.payee for c in claims} == {""}
        names = {p.id: p.name for p in await session.scalars(select(Person))}
        assert {names[c.person_id] for c in claims} == {""}, "they are nobody's"
        assert {"Maude", "Lise"} <= set(names.values()), "people stay as long as they are on the list"


async def test_a_number_that_nobody_knows_goes_with_its_words_unless_it_agreed_or_stopped(database: Database) -> None:
    async with database.write() as session:
        session.add(Contact(id=90, organisation_id=1, channel="sms", address="+18195550190", created_at=NOW))
        await session.flush()
        come = {"channel": "sms", "sender": "sms:+18195550190", "contact_id": 90, "received_at": NOW, "payload": None}
        session.add(IncomingMessage(provider_id="SM90", kind="text", text="qui est-ce", state="handled", **come))
        await session.flush()
        strangers = next(kept for kept in TABLE if kept.name == "strangers")
        assert await all_gone(session, strangers, NOW + dt.timedelta(days=29)) == 0
        assert await all_gone(session, strangers, NOW + dt.timedelta(days=31)) == 1
    async with database.read() as session:
        assert await session.get(Contact, 90) is None
        assert "qui est-ce" not in {row.text for row in await session.scalars(select(IncomingMessage))}


# -- the setting ---------------------------------------------------------------------------------------------------


@given(st.dictionaries(st.sampled_from([name for name in DAYS if name != "incidents"]), st.integers(1, 9000)))
def test_the_setting_reads_what_it_writes_and_completes_it(some: dict[str, int]) -> None:
    assert read(written(some) or written(DAYS)) == {**DAYS, **some}


@pytest.mark.parametrize(
    "wrong", ["words", "words -1", "words 0", "stars 3", "incidents 30", "words 9 days", "words 200y"]
)
def test_a_table_that_cannot_be_read_is_refused(wrong: str) -> None:
    with pytest.raises(SettingsError):
        Settings.load({**ENV, "KEEP": wrong})


def test_the_days_of_raw_messages_as_they_were_set_before_still_count() -> None:
    assert Settings.load({**ENV, "RAW_DAYS": "12"}).kept_days == {**DAYS, "raw": 12}
