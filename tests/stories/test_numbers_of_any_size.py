"""A number that no thing can have, wherever it is written: refused in words, and nothing is set aside."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from sqlalchemy import func, select

from db.conversations import InboxState, IncomingMessage
from db.session import Database
from handlers.routes import ROUTES
from handlers.whole import LARGEST, may_be_of_a_thing, whole
from tests.stories.conftest import MONDAY
from tests.support.people import coordinator
from tests.support.phones import Town

COMMANDS = sorted({one.name for one in ROUTES.commands()})
HUGE = ["9" * 26, "²"]
SHAPES = ["{n}", "{n} {n} chèque", "rencontre {n}"]


@pytest.fixture
async def town(database_url: str) -> AsyncIterator[Town]:
    database = Database(database_url)
    yield await Town(database, MONDAY).open()
    await database.close()


async def set_aside(town: Town) -> int:
    async with town.database.read() as session:
        wanted = select(func.count()).select_from(IncomingMessage).where(IncomingMessage.state == InboxState.SET_ASIDE)
        return await session.scalar(wanted) or 0


@pytest.mark.parametrize("number", HUGE)
async def test_no_command_is_set_aside_for_a_number_whatever_its_size(town: Town, number: str) -> None:
    phone = await coordinator(town)
    silent = []
    for command in COMMANDS:
        for shape in SHAPES:
            before = len(phone.all)
            await phone.text(words := f"/{command} {shape.format(n=number)}")
            await town.settle()
            silent += [words] if len(phone.all) == before else []
    assert not silent
    assert not await set_aside(town)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("12", 12),
        (" 007 ", 7),
        ("٣", 3),
        ("0" * 5000 + "9", 9),
        ("²", None),
        ("½", None),
        ("-1", None),
        ("1.5", None),
        ("", None),
        ("9" * 26, None),
        ("9" * 5000, None),
    ],
)
def test_a_number_is_read_or_is_none_whatever_was_written(words: str, number: int | None) -> None:
    assert whole(words) == number


def test_what_a_thing_may_be_called() -> None:
    assert [may_be_of_a_thing(n) for n in (-1, 0, LARGEST, LARGEST + 1, 10**30)] == [False, True, True, False, False]
