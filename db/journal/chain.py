"""The seal: committed entries are chained by hash, so that one changed by hand shows.

An entry's number says when it was begun, not when it was committed: on PostgreSQL number 95 may appear after 100 was
sealed. So an entry takes its *place* when the sealer sees it, hence once it is committed; places have no holes,
whatever was rolled back, and nothing waits for the slowest transaction. One sealer at a time gives places: SQLite has
one writer, PostgreSQL a lock that ends with the transaction.

Whoever can write the whole table can also chain it anew. `verify` therefore gives the last seal: noted elsewhere (each
backup notes it), it shows later that nothing before it was changed.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import dataclass

from sqlalchemy import func, select, text, update
from sqlalchemy.engine import Row
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession

from db.journal.tables import Entry

SEALER_LOCK = 61_843_128  # any number, the same in every process, another than the scheduler's
AT_ONCE = 1000
FIRST = "0" * 64  # what stands before the first seal

Talks = AsyncSession | AsyncConnection
COLUMNS = tuple(Entry.__table__.columns)


@dataclass(frozen=True, slots=True)
class Seal:
    """The last place and its hash. Written "412:9f2c..." it is what one notes elsewhere."""

    place: int
    hash: str

    def __str__(self) -> str:
        return f"{self.place}:{self.hash}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the walk along the chain found. `broken` is the first bad entry's number; `why` a short code.

    "changed": its words are not those that were sealed; "missing": the entry of this place was removed; "noted": the
    chain holds, but not the seal that had been noted.
    """

    checked: int
    waiting: int  # committed, not sealed yet
    seal: Seal
    broken: int | None = None
    why: str = ""


def sealed(before: str, place: int, row: Row[tuple[object, ...]]) -> str:
    """The seal of one entry: sha256 over the previous seal and the entry, written in one way only."""
    at: dt.datetime = row.at
    written = json.dumps(
        [
            before,
            place,
            row.id,
            at.astimezone(dt.UTC).isoformat(timespec="microseconds"),
            row.actor,
            row.subject,
            row.act,
            row.thing,
            row.thing_id,
            row.channel,
            row.details,
        ],
        sort_keys=True,
        ensure_ascii=True,
        separators=(",", ":"),
    )
    return hashlib.sha256(written.encode()).hexdigest()


async def seal_entries(session: AsyncSession, at_most: int = AT_ONCE) -> int:
    """Give the committed entries that have none their place and seal, in order of number; how many."""
    if session.get_bind().dialect.name == "postgresql":
        alone = await session.scalar(text("SELECT pg_try_advisory_xact_lock(:n)"), {"n": SEALER_LOCK})
        if not alone:
            return 0
    rows = list(await session.execute(select(*COLUMNS).where(Entry.place.is_(None)).order_by(Entry.id).limit(at_most)))
    if not rows:
        return 0
    last = await last_seal(session)
    before, place = last.hash, last.place
    seals = []
    for row in rows:
        place += 1
        before = sealed(before, place, row)
        seals.append({"id": row.id, "place": place, "chain": before})
    await session.execute(update(Entry), seals)
    return len(seals)


async def last_seal(session: Talks) -> Seal:
    row = (
        await session.execute(
            select(Entry.place, Entry.chain).where(Entry.place.is_not(None)).order_by(Entry.place.desc()).limit(1)
        )
    ).first()
    return Seal(row.place, row.chain or "") if row else Seal(0, FIRST)


async def verify(session: Talks, noted: Seal | None = None, *, at_once: int = 5000) -> Verdict:
    """Walk the chain from its first place and recompute each seal; stop at the first that does not hold."""
    before, place = FIRST, 0
    waiting = await session.scalar(select(func.count()).select_from(Entry).where(Entry.place.is_(None))) or 0
    while True:
        rows = list(
            await session.execute(select(*COLUMNS).where(Entry.place > place).order_by(Entry.place).limit(at_once))
        )
        for row in rows:
            wrong = _wrong(row, before, place + 1)
            if wrong:
                return Verdict(place, waiting, Seal(place, before), row.id, wrong)
            place, before = place + 1, row.chain
            if noted is not None and noted.place == place and noted.hash != before:
                return Verdict(place, waiting, Seal(place, before), row.id, "noted")
        if len(rows) < at_once:
            break
    if noted is not None and noted.place > place:
        return Verdict(place, waiting, Seal(place, before), None, "missing")
    return Verdict(place, waiting, Seal(place, before))


def _wrong(row: Row[tuple[object, ...]], before: str, place: int) -> str:
    if row.place != place:
        return "missing"
    return "" if sealed(before, place, row) == row.chain else "changed"
