"""One-use codes: whose, for what, until when, once; and which words are one."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import select

from db import codes
from db.codes import code_standing, looks_like_code, make_code, use_code, void_codes, without_code
from db.organisations import Organisation
from db.people import Code, Person
from db.session import AsyncSession, Database
from tests.support.small import NOON

LATER = NOON + dt.timedelta(minutes=30)
ROSE, LUC = 1, 2


@pytest.fixture
async def session(sqlite_url: str) -> AsyncIterator[AsyncSession]:
    database = Database(sqlite_url)
    async with database.write() as session:
        session.add(Organisation(id=1, name="Alliance"))
        await session.flush()
        session.add_all(Person(id=id, organisation_id=1, name="Rose", created_at=NOON) for id in (ROSE, LUC))
        await session.flush()
        yield session
    await database.close()


async def whose(session: AsyncSession, code: str, now: dt.datetime = NOON) -> int | None:
    """Read again as the database has it."""
    await session.flush()
    session.expire_all()
    found = await code_standing(session, code, now)
    return None if found is None else found.person_id


async def test_a_new_code_voids_those_of_the_same_person_and_purpose_and_no_other(session: AsyncSession) -> None:
    first, hers = await make_code(session, "link", ROSE, LATER), await make_code(session, "coordinator", ROSE, LATER)
    his = await make_code(session, "link", LUC, LATER)
    second = await make_code(session, "link", ROSE, LATER)
    assert await whose(session, first) is None
    assert [await whose(session, code) for code in (hers, his, second)] == [ROSE, LUC, ROSE]


async def test_a_code_that_served_keeps_its_day(session: AsyncSession) -> None:
    code = await make_code(session, "link", ROSE, LATER)
    assert await use_code(session, await session.get_one(Code, codes.hash_of_code(code)), NOON)
    await make_code(session, "link", ROSE, LATER + dt.timedelta(days=1))
    session.expire_all()
    kept = await session.get_one(Code, codes.hash_of_code(code))
    assert (kept.used_at, kept.expires_at) == (NOON, LATER)


@pytest.mark.parametrize(
    ("after", "stands"), [(dt.timedelta(0), True), (dt.timedelta(minutes=29), True), (dt.timedelta(minutes=30), False)]
)
async def test_a_code_stands_until_its_minute(session: AsyncSession, after: dt.timedelta, stands: bool) -> None:
    assert (await whose(session, await make_code(session, "link", ROSE, LATER), NOON + after) == ROSE) is stands


async def test_a_code_serves_once_and_only_for_what_it_was_made(session: AsyncSession) -> None:
    code, mail = await make_code(session, "link", ROSE, LATER), await make_code(session, "email", LUC, LATER)
    row = await code_standing(session, code, NOON)
    assert row is not None
    assert await code_standing(session, mail, NOON) is None, "it is opened as a link, never texted"
    assert await code_standing(session, mail, NOON, ("email",)) is not None
    assert await code_standing(session, code, NOON, ("email",)) is None
    assert await use_code(session, row, NOON)
    assert not await use_code(session, row, NOON)
    assert await whose(session, code) is None
    assert await whose(session, "ZZZZ22") is None, "nobody's"
    unused = list(await session.scalars(select(Code.person_id).where(Code.used_at.is_(None))))
    assert unused == [LUC], "nobody else's code was used with it"


async def test_voiding_takes_the_codes_of_one_person_that_nobody_used(session: AsyncSession) -> None:
    used = await make_code(session, "coordinator", ROSE, LATER)
    assert await use_code(session, await session.get_one(Code, codes.hash_of_code(used)), NOON)
    hers, his = await make_code(session, "link", ROSE, LATER), await make_code(session, "link", LUC, LATER)
    await void_codes(session, ROSE)
    assert [await whose(session, code) for code in (hers, his)] == [None, LUC]
    assert await session.get(Code, codes.hash_of_code(used)) is not None, "what served is kept"


@pytest.mark.parametrize(
    ("words", "is_one", "shown"),
    [
        ("ABC234", True, "code"),
        ("abc 234", True, "code"),
        ("ABC-234", True, "code"),
        ("/start ABC234", False, "code"),
        ("ABCDEFGH23456789", True, "code"),
        ("ABCDEF", False, "ABCDEF"),  # a word
        ("234567", False, "234567"),  # a number
        ("ABC23", False, "ABC23"),
        ("ABC2345", False, "ABC2345"),
        ("ABC230", True, "ABC230"),  # 0 is none of our letters: it is somebody's word
        ("H2X 1Y4", True, "H2X 1Y4"),  # a postal code
        ("on se voit a 13h30 au 2345", False, "on se voit a 13h30 au 2345"),
    ],
)
def test_words_that_are_a_code_are_shown_to_nobody(words: str, is_one: bool, shown: str) -> None:
    assert looks_like_code(words) is is_one
    assert without_code(words) == shown


def test_a_code_that_is_drawn_looks_like_one() -> None:
    assert all(looks_like_code(codes._draw(6)) and looks_like_code(codes._draw(16)) for _ in range(200))
