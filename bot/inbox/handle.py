"""Handles what was saved: one message, one transaction, once; in order per person, several persons at a time.

Who is handled first, and how a message on which the process dies is counted: bot/inbox/line.py.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import time
from collections.abc import Awaitable, Callable, Mapping
from functools import cache

import structlog
from sqlalchemy import Select, bindparam, select, update
from sqlalchemy import text as sql

from bot.clock import heard
from bot.faults import Outage, where
from bot.inbox.line import Line, Translate, WaitingLine
from bot.inbox.open_turn import open_turn, person_at
from bot.still import Stillness
from db.contacts import contact_at
from db.conversations import HandledAs, InboxState, IncomingMessage
from db.privacy.messages import once_handled
from db.session import AsyncSession, Database
from db.transient_errors import is_transient
from handlers.acting import Acting, actor_of, nobody
from handlers.installation import Installation
from handlers.router import Router, fault
from messages import Incoming

log = structlog.get_logger(__name__)

SEVERAL = 8  # persons at a time
MOST_ATTEMPTS = 4  # of a message on which processes end
IDLE_SECONDS = 0.5
COURTESY = 3.0  # times as long as a message took, left to the doors when many knock
LONGEST_COURTESY = 0.1  # seconds
SAID_AGAIN = dt.timedelta(minutes=10)  # at most one sentence in this time to whoever meets a fault again and again
AWAY_SECONDS = 1.0  # before trying again when the database is locked or away


class Inbox:
    """Takes up saved messages until stopped. `translate` maps a channel's name to its payload reader.

    `on_handled` is called after each commit, with the message, so that the outbox wakes and a pressed button is
    acknowledged to Telegram.
    """

    def __init__(
        self,
        database: Database,
        installation: Installation,
        router: Router,
        translate: Mapping[str, Translate],
        now: Callable[[], dt.datetime],
        on_handled: Callable[[Incoming | None], Awaitable[None]] | None = None,
        crowded: Callable[[], bool] = lambda: False,
    ) -> None:
        self._database = database
        self._installation = installation
        self._router = router
        self._translate = translate
        self._now = now
        self._on_handled = on_handled
        self._crowded = crowded
        self._news = asyncio.Event()
        self._stopping = False
        self._still = Stillness(database, now)
        self._outage = Outage()
        self._line = Line(database, translate)

    def wake(self) -> None:
        self._news.set()

    async def run(self) -> None:
        while not self._stopping:
            self._news.clear()
            try:
                handled = await self.sweep()
                self._outage.over()
            except Exception as error:
                if not self._outage.bearable(error):
                    raise
                log.warning("the database is away, the inbox waits", error=type(error).__name__)
                await asyncio.sleep(AWAY_SECONDS)
                continue
            if not handled:
                await self._wait()
        try:
            await self._line.close()
        except Exception as error:  # they were counted once for nothing: three more may be
            log.warning("the line could not be put back", error=type(error).__name__)

    async def _wait(self) -> None:
        await heard(self._news, IDLE_SECONDS)

    def stop(self) -> None:
        """Finish the messages in hand, then end `run`."""
        self._stopping = True
        self._news.set()

    async def sweep(self) -> int:
        """Handle everything that waits, in the order of the line; returns how many messages were taken up."""
        if self._still.holds:
            return 0
        self._still.begin()
        await self._line.look(whole=True)
        several = 1 if self._database.sqlite else SEVERAL
        handled = sum(await asyncio.gather(*(self._work() for _ in range(several))))
        if not handled:
            self._still.found_nothing()
        return handled

    async def _work(self) -> int:
        handled = 0
        while not self._stopping and (message := await self._line.next()) is not None:
            began, taken = time.monotonic(), False
            try:
                taken = await self._take_up(message)
            finally:
                self._line.done(message, handled=taken)
            handled += taken
            if taken and self._crowded():
                # What is written waits safely; who knocks at the door must not.
                await asyncio.sleep(min(LONGEST_COURTESY, COURTESY * (time.monotonic() - began)))
        return handled

    async def _take_up(self, message: WaitingLine) -> bool:
        """Handle one message; False when it is not the next of its sender, or another process has this sender."""
        if message.attempts >= MOST_ATTEMPTS:
            await self._set_aside(message.id, f"the process ended {message.attempts} times while handling it")
            return True
        await self._line.count(message)
        found = False
        try:
            async with self._database.write(short=True) as session:
                if not await self._alone_with(session, message.sender):
                    return False
                row = await _oldest(session, message.sender)
                if row is None or row.id != message.id:
                    return False
                found = True
                incoming = await self._handle(session, row)
        except Exception as error:
            if not found or is_transient(error):
                raise
            await self._set_aside(message.id, where(error))
            return True
        if self._on_handled is not None:
            await self._on_handled(incoming)
        return True

    async def _alone_with(self, session: AsyncSession, sender: str) -> bool:
        """On PostgreSQL several processes handle messages: this lock, until the commit, keeps a person's order."""
        if self._database.sqlite:
            return True
        got = await session.scalar(sql("SELECT pg_try_advisory_xact_lock(hashtextextended(:s, 7))"), {"s": sender})
        return bool(got)

    async def _handle(self, session: AsyncSession, row: IncomingMessage) -> Incoming | None:
        now = self._now()
        incoming = self._translate[row.channel](row.payload or {}, row.received_at)
        row.state, row.handled_at, row.payload = InboxState.HANDLED, now, once_handled(session, row.payload)
        if incoming is None:
            row.handled_as = HandledAs.NOTHING
            return None
        row.text, row.kind = incoming.text[:8000], incoming.kind.value
        turn = await open_turn(session, self._installation, incoming, row, now)
        if turn is not None:
            await self._router.handle(turn)
        await session.flush()
        return incoming

    async def _set_aside(self, row_id: int, why: str) -> None:
        """The code failed on this message: keep it with its error, and let those behind it go on."""
        log.error("a message was set aside", incoming=row_id, error=why)
        async with self._database.write() as session:
            await session.execute(
                update(IncomingMessage)
                .where(IncomingMessage.id == row_id, IncomingMessage.state == InboxState.NEW)
                .values(state=InboxState.SET_ASIDE, error=why, handled_at=self._now())
            )
        await self._say_so(row_id)

    async def _say_so(self, row_id: int) -> None:
        """In a transaction of its own, once in a while: what failed may fail here too; the message stays aside."""
        try:
            async with self._database.write() as session:
                row = await session.get_one(IncomingMessage, row_id)
                incoming = self._translate[row.channel](row.payload or {}, row.received_at)
                if incoming is None or incoming.group or await _said_lately(session, row, self._now()):
                    return
                contact = await contact_at(session, incoming.channel, incoming.address)
                if contact is None:
                    return
                person = await person_at(session, contact, self._now())
                via = incoming.channel.value
                actor = await actor_of(session, person, via, contact) if person is not None else nobody(via)
                acting = Acting(session, self._installation, actor, self._now(), contact)
                await fault.told(acting, contact, person, row, incoming.text)
        except Exception as error:
            log.error("nobody could be told that a message was set aside", incoming=row_id, error=where(error))


async def _said_lately(session: AsyncSession, row: IncomingMessage, now: dt.datetime) -> bool:
    found = await session.scalar(
        select(IncomingMessage.id)
        .where(
            IncomingMessage.sender == row.sender,
            IncomingMessage.id != row.id,
            IncomingMessage.state == InboxState.SET_ASIDE,
            IncomingMessage.handled_at > now - SAID_AGAIN,
        )
        .limit(1)
    )
    return found is not None


async def _oldest(session: AsyncSession, sender: str) -> IncomingMessage | None:
    return await session.scalar(_oldest_of(), {"sender": sender})


@cache
def _oldest_of() -> Select[IncomingMessage]:
    waiting = IncomingMessage.sender == bindparam("sender"), IncomingMessage.state == InboxState.NEW
    return select(IncomingMessage).where(*waiting).order_by(IncomingMessage.id).limit(1)


async def replay(session: AsyncSession, row_id: int | None = None) -> int:
    """Put messages that were set aside back in line (all of them, or one); returns how many.

    One whose raw form was purged since cannot be read again: it stays aside.
    """
    query = update(IncomingMessage).where(
        IncomingMessage.state == InboxState.SET_ASIDE, IncomingMessage.payload.is_not(None)
    )
    if row_id is not None:
        query = query.where(IncomingMessage.id == row_id)
    anew = query.values(state=InboxState.NEW, error="", attempts=0).returning(IncomingMessage.id)
    return len((await session.execute(anew)).all())
