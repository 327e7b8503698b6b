"""Who is heard first: whoever may be in danger, then who is known, then strangers; and what is counted."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest_asyncio
from sqlalchemy import select, update

from bot.inbox import Inbox, Saver
from bot.inbox.handle import MOST_ATTEMPTS
from db.contacts import add_contact
from db.conversations import InboxState, IncomingMessage, Task, TaskKind
from db.people import Person
from db.session import Database
from handlers.router import Router
from handlers.turn import Reply, Turn
from messages import Incoming
from tests.support.small import NOON, plain_text, small_installation, small_routes

KNOWN, CARED_FOR, CRYING = "+18195550150", "+18195550151", "+14185559999"
ROOT = Path(__file__).parents[3]
Then = Callable[[str], Awaitable[None]]


class Town:
    """One known person, one whom somebody is to look after, any number of strangers; `heard` in the order of it."""

    def __init__(self, database: Database, then: Then | None = None) -> None:
        self.database = database
        self.saver = Saver(database)
        self.heard: list[str] = []
        self.then = then

    async def open(self) -> Town:
        installation = await small_installation(self.database)
        routes = small_routes(stranger=_silent, in_care=_silent, not_understood=_silent)
        self.inbox = Inbox(self.database, installation, Router(routes), {"sms": plain_text}, lambda: NOON, self._note)
        async with self.database.write() as session:
            person = Person(organisation_id=1, name="Rose", created_at=NOON)
            session.add(person)
            await session.flush()
            (await add_contact(session, 1, "sms", KNOWN, NOON)).person_id = person.id
            contact = await add_contact(session, 1, "sms", CARED_FOR, NOON)
            session.add(Task(organisation_id=1, kind=TaskKind.DISTRESS, contact_id=contact.id, created_at=NOON))
        return self

    async def _note(self, incoming: Incoming | None) -> None:
        assert incoming is not None
        self.heard.append(incoming.text)
        if self.then is not None:
            await self.then(incoming.text)

    async def receive(self, words: str, sender: str) -> None:
        payload = {"from": sender, "text": words, "id": words}
        await self.saver.save("sms", f"{sender} {words}", payload, f"sms:{sender}", NOON)

    async def strangers(self, number: int) -> list[str]:
        said = [f"bonjour {n}" for n in range(number)]
        for n, words in enumerate(said):
            await self.receive(words, f"+1418555{n:04}")
        return said


async def _silent(turn: Turn) -> Reply:
    return None


@pytest_asyncio.fixture
async def town(sqlite_url: str) -> AsyncIterator[Town]:
    database = Database(sqlite_url)
    yield await Town(database).open()
    await database.close()


async def test_danger_first_then_who_is_known_then_strangers_in_their_order(town: Town) -> None:
    strangers = await town.strangers(30)
    await town.receive("je serai la mardi", KNOWN)
    await town.receive("ok", CARED_FOR)
    await town.receive("je veux mourir", CRYING)
    await town.inbox.sweep()
    assert town.heard == ["ok", "je veux mourir", "je serai la mardi", *strangers]


async def test_a_cry_that_comes_while_strangers_are_heard_is_next(sqlite_url: str) -> None:
    database = Database(sqlite_url)

    async def then(words: str) -> None:
        if words == "bonjour 3":
            await town.receive("je veux mourir", CRYING)
            await asyncio.sleep(0.25)  # the next look at what came in

    town = await Town(database, then).open()
    await town.strangers(30)
    await town.inbox.sweep()
    assert town.heard.index("je veux mourir") == 4
    await database.close()


async def test_who_writes_much_does_not_keep_others_of_the_same_rank_waiting(town: Town) -> None:
    for number in range(10):
        await town.receive(f"encore {number}", "+14185550001")
    await town.receive("moi aussi", "+14185550002")
    await town.inbox.sweep()
    assert town.heard.index("moi aussi") == 1
    assert [words for words in town.heard if words != "moi aussi"] == [f"encore {number}" for number in range(10)]


async def test_nor_when_the_machine_is_so_slow_that_it_looks_again_after_each(sqlite_url: str) -> None:
    async def then(_words: str) -> None:
        await asyncio.sleep(0.25)  # the next look at what came in

    database = Database(sqlite_url)
    town = await Town(database, then).open()
    for number in range(3):
        await town.receive(f"encore {number}", "+14185550001")
    await town.receive("moi aussi", "+14185550002")
    await town.inbox.sweep()
    assert town.heard == ["encore 0", "moi aussi", "encore 1", "encore 2"]
    await database.close()


async def test_an_attempt_is_in_the_database_before_the_work_begins(database_url: str) -> None:
    database, beside = Database(database_url), Database(database_url)
    seen: list[int] = []

    async def look(turn: Turn) -> Reply:
        async with beside.read() as session:
            seen.append(await session.scalar(select(IncomingMessage.attempts)) or 0)
        return None

    installation = await small_installation(database)
    inbox = Inbox(database, installation, Router(small_routes(stranger=look)), {"sms": plain_text}, lambda: NOON)
    await Saver(database).save("sms", "1", {"from": CRYING, "text": "a", "id": "1"}, f"sms:{CRYING}", NOON)
    await inbox.sweep()
    assert seen == [1]
    await database.close()
    await beside.close()


async def test_a_message_on_which_processes_ended_is_set_aside_and_the_others_are_heard(town: Town) -> None:
    strangers = await town.strangers(3)
    async with town.database.write() as session:
        poisoned = IncomingMessage.provider_id.contains("bonjour 0")
        await session.execute(update(IncomingMessage).where(poisoned).values(attempts=MOST_ATTEMPTS))
    await town.inbox.sweep()
    assert town.heard == strangers[1:]
    async with town.database.read() as session:
        aside = await session.scalar(select(IncomingMessage).where(IncomingMessage.state == InboxState.SET_ASIDE))
    assert aside is not None
    assert aside.error == f"the process ended {MOST_ATTEMPTS} times while handling it"


async def test_what_was_counted_and_not_begun_is_not_held_against_it_at_a_proper_end(sqlite_url: str) -> None:
    database = Database(sqlite_url)

    async def stop(words: str) -> None:
        town.inbox.stop()

    town = await Town(database, stop).open()
    await town.strangers(10)
    await town.inbox.run()
    async with database.read() as session:
        waiting = IncomingMessage.state == InboxState.NEW
        assert set(await session.scalars(select(IncomingMessage.attempts).where(waiting))) == {0}
    assert town.heard == ["bonjour 0"]
    await database.close()


DIES = """
import asyncio, os, signal, sys
from bot.inbox import Inbox
from db.session import Database
from handlers.router import Router
from tests.support.small import NOON, plain_text, small_installation, small_routes

async def stranger(turn):
    if turn.text == "boum":
        os.kill(os.getpid(), signal.SIGKILL)

async def main():
    database = Database(sys.argv[1])
    installation = await small_installation(database)
    routes = small_routes(stranger=stranger)
    await Inbox(database, installation, Router(routes), {"sms": plain_text}, lambda: NOON).sweep()
    await database.close()

asyncio.run(main())
"""


async def test_a_kill_in_the_middle_is_no_crash_loop(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    await small_installation(database)
    for number, words in enumerate(("un", "boum", "trois", "quatre")):
        sender = f"+1418555{number:04}"
        await Saver(database).save("sms", words, {"from": sender, "text": words, "id": words}, f"sms:{sender}", NOON)
    ends = [await asyncio.to_thread(_run, sqlite_url) for _ in range(MOST_ATTEMPTS + 1)]
    assert ends == [-signal.SIGKILL] * MOST_ATTEMPTS + [0]
    async with database.read() as session:
        states = await session.execute(select(IncomingMessage.provider_id, IncomingMessage.state))
        fates = {provider_id: state for provider_id, state in states}  # noqa: C416 (rows are no pairs to mypy)
    assert fates.pop("boum") is InboxState.SET_ASIDE
    assert set(fates.values()) == {InboxState.HANDLED}
    await database.close()


def _run(url: str) -> int:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run([sys.executable, "-c", DIES, url], env=environment, check=False).returncode
