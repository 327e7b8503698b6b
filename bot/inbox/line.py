"""Whose message is handled next: whoever may be in danger, the known before strangers; then the known, then strangers.

A thousand strangers who text at once wait behind the one who needs somebody. Within a rank each sender has one message
handled in turn; the order of one sender's own messages is never changed.

An attempt is counted, and committed, before the message is handled: one on which the process dies is not taken up for
ever. On SQLite, which one process has for itself, a few are counted by one commit.
"""

from __future__ import annotations

import datetime as dt
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cache
from typing import Any

from sqlalchemy import Select, Update, bindparam, select, update

from db.conversations import InboxState, IncomingMessage
from db.numbers import STEP
from db.senders import NOBODY, Standing, standings
from db.session import AsyncSession, Database
from db.sqlite import short_statements
from handlers.open_questions import CARE
from messages import Incoming
from messages.reading import may_be_a_cry

Translate = Callable[[dict[str, Any], dt.datetime], Incoming | None]

LOOK_SECONDS = 0.2  # between two looks at what came in, while there is work
OVERLAP = 10_000_000 * STEP  # numbers of ten seconds: several machines commit in another order than they began
COUNTED_AT_ONCE = 25
READ_AT_ONCE = 100
FEW = 20


class Rank(IntEnum):
    DANGER = 0
    CRY = 1  # of a stranger
    KNOWN = 2
    STRANGER = 3


@dataclass(slots=True)
class WaitingLine:
    """One message that waits. `attempts`: how many processes took it up before, and did not come to its end."""

    id: int
    sender: str
    attempts: int
    rank: Rank = Rank.STRANGER


@dataclass(slots=True)
class _Sender:
    """What waits of one sender, the oldest first."""

    messages: dict[int, WaitingLine] = field(default_factory=dict)
    rank: Rank = Rank.STRANGER
    after: int = 0  # past all that waited when this sender was last heard: the next is behind them

    @property
    def head(self) -> WaitingLine:
        return self.messages[min(self.messages)]

    def key(self) -> tuple[int, int, int, int]:
        """What was interrupted before may be what ends the process: within a rank it comes last."""
        head = self.head
        return self.rank, head.attempts, max(head.id, self.after), head.id


class Line:
    """Those who wait. `next` gives the message to handle, and holds its sender until `done`."""

    def __init__(
        self, database: Database, translate: Mapping[str, Translate], monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._database = database
        self._translate = translate
        self._monotonic = monotonic
        self._senders: dict[str, _Sender] = {}
        self._order: deque[str] = deque()
        self._held: set[str] = set()
        self._left: set[str] = set()  # senders whom another process has in hand, until the next whole look
        self._counted: set[int] = set()
        self._alone = False  # one that was interrupted before is in hand, and no other
        self._latest = 0
        self._looked_at = 0.0

    async def look(self, *, whole: bool = False) -> None:
        """What came in since the last look; `whole`: everything that waits."""
        self._looked_at = self._monotonic()
        async with self._database.read(short=len(self._senders) < READ_AT_ONCE) as session:
            since = 0 if whole else self._latest - OVERLAP
            found = [WaitingLine(*row) for row in await session.execute(_waiting_since(), {"since": since})]
            if whole:
                self._left.clear()
                self._forget_but({one.id for one in found})
            new = [one for one in found if not self._knows(one)]
            if len(new) > 1 or self._senders:  # who is alone is next, whatever their rank
                for at in range(0, len(new), READ_AT_ONCE):
                    await self._rank(session, new[at : at + READ_AT_ONCE])
        for one in new:
            sender = self._senders.setdefault(one.sender, _Sender())
            sender.messages[one.id] = one
            sender.rank = min(sender.rank, one.rank)
            self._latest = max(self._latest, one.id)
        self._put_in_order()

    async def next(self) -> WaitingLine | None:
        """The message to handle now; None when nobody waits whom another has not in hand."""
        if self._monotonic() - self._looked_at > LOOK_SECONDS:
            await self.look()
        if not self._order:
            self._put_in_order()
        while self._order and not self._alone:
            name = self._order[0]
            if name not in self._senders or name in self._held:
                self._order.popleft()
                continue
            head = self._senders[name].head
            if head.attempts and self._held:
                return None  # by itself, or those beside it would pay for it
            self._order.popleft()
            self._held.add(name)
            self._alone = head.attempts > 0
            return head
        return None

    def done(self, message: WaitingLine, *, handled: bool) -> None:
        """`handled` False: another process has this sender, who is left to it for now."""
        self._held.discard(message.sender)
        self._alone = False
        if not handled:
            self._left.add(message.sender)
            self._senders.pop(message.sender, None)
            return
        sender = self._senders.get(message.sender)
        if sender is not None:
            sender.messages.pop(message.id, None)
            sender.after = self._latest + 1
            if not sender.messages:
                del self._senders[message.sender]

    async def count(self, message: WaitingLine) -> None:
        """Count an attempt of this message, and commit it; on SQLite, of those that come after it too."""
        if message.id in self._counted:
            return
        several = self._database.sqlite and not message.attempts
        ids = [message.id, *(self._heads_after(message) if several else ())]
        async with self._database.write(short=True) as session:
            await session.execute(_counted_once_more(), {"ids": ids})
        self._counted.update(ids)

    def _heads_after(self, message: WaitingLine) -> list[int]:
        heads = (self._senders[name].head for name in list(self._order)[:COUNTED_AT_ONCE] if name in self._senders)
        return [one.id for one in heads if not one.attempts and one.id not in self._counted and one.id != message.id]

    def _put_in_order(self) -> None:
        waiting = sorted(self._senders.keys() - self._held, key=lambda name: self._senders[name].key())
        self._order = deque(waiting)

    async def close(self) -> None:
        """Take back what was counted and not begun: this process ends as it should."""
        waiting = [id for sender in self._senders.values() for id in sender.messages if id in self._counted]
        async with self._database.write(short=True) as session:
            await session.execute(
                update(IncomingMessage)
                .where(IncomingMessage.id.in_(waiting), IncomingMessage.state == InboxState.NEW)
                .values(attempts=IncomingMessage.attempts - 1),
                execution_options={"synchronize_session": False},
            )

    def _forget_but(self, waiting: set[int]) -> None:
        self._counted &= waiting
        for sender in self._senders.values():
            sender.messages = {id: one for id, one in sender.messages.items() if id in waiting}
        self._senders = {name: sender for name, sender in self._senders.items() if sender.messages}

    async def _rank(self, session: AsyncSession, some: Sequence[WaitingLine]) -> None:
        with short_statements(len(some) < FEW):
            said = await session.execute(_raw_of(), {"ids": [one.id for one in some]})
            words = {id: self._words(channel, payload, at) for id, channel, payload, at in said}
            known = await standings(session, {one.sender for one in some}, CARE)
        for one in some:
            one.rank = rank_of(words.get(one.id, ""), known.get(one.sender, NOBODY))

    def _knows(self, one: WaitingLine) -> bool:
        sender = self._senders.get(one.sender)
        return one.sender in self._left or (sender is not None and one.id in sender.messages)

    def _words(self, channel: str, payload: dict[str, Any] | None, at: dt.datetime) -> str:
        """The words of a message, for its place alone: what cannot be read has the place of whoever sent it."""
        try:
            incoming = self._translate[channel](payload or {}, at)
        except Exception:
            return ""
        return incoming.text if incoming is not None else ""


# Asked of every message: building a question costs as much as its answer.
@cache
def _waiting_since() -> Select[int, str, int]:
    waits = IncomingMessage.state == InboxState.NEW, IncomingMessage.id > bindparam("since")
    return select(IncomingMessage.id, IncomingMessage.sender, IncomingMessage.attempts).where(*waits)


@cache
def _raw_of() -> Select[int, str, dict[str, Any] | None, dt.datetime]:
    raw = IncomingMessage.id, IncomingMessage.channel, IncomingMessage.payload, IncomingMessage.received_at
    return select(*raw).where(IncomingMessage.id.in_(bindparam("ids", expanding=True)))


@cache
def _counted_once_more() -> Update:
    waiting = IncomingMessage.id.in_(bindparam("ids", expanding=True)), IncomingMessage.state == InboxState.NEW
    more = update(IncomingMessage).where(*waiting).values(attempts=IncomingMessage.attempts + 1)
    return more.execution_options(synchronize_session=False)


def rank_of(words: str, sender: Standing) -> Rank:
    if sender.cried or (words.strip() and may_be_a_cry(words)):
        return Rank.DANGER if sender.known else Rank.CRY
    return Rank.KNOWN if sender.known else Rank.STRANGER
