"""The seal: committed entries are chained by hash, so that one changed by hand shows.

An entry's number says when it was begun, not when it was committed: on PostgreSQL number 95 may appear after 100 was
sealed. So an entry takes its *place* when the sealer sees it, hence once it is committed; places have no holes,
whatever was rolled back, and nothing waits for the slowest transaction. One sealer at a time gives places: SQLite has
one writer, PostgreSQL a lock that ends with the transaction.

Whoever can write the whole table can also chain it anew. Seals are therefore noted outside the database (bot/seals.py,
each backup, the coordinators' Monday): `verify` is given them, and finds what no longer agrees with one.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import func, select, text, update
from sqlalchemy.engine import Row
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession

from db.journal.tables import DAY_ALONE, Entry
from db.people import Person

SEALER_LOCK = 61_843_128  # any number, the same in every process, another than the scheduler's
AT_ONCE = 1000
FIRST = "0" * 64  # what stands before the first seal
SHORT = 8  # letters of a hash that people read and type
# An entry bears the hour at which its transaction began: clocks differ a little. What is known by its day alone is
# written later, and long after when nothing ran meanwhile.
EARLY, EARLY_DAY_ALONE = dt.timedelta(hours=1), dt.timedelta(days=31)
BEGINNING = dt.timedelta(days=1)

Talks = AsyncSession | AsyncConnection
COLUMNS = tuple(Entry.__table__.columns)


@dataclass(frozen=True, slots=True)
class Seal:
    """A place and its hash, or the first letters of it. Written "412:9f2c..." it is what one notes elsewhere; `at` says
    when it was noted: what takes a later place was not begun long before.
    """

    place: int
    hash: str
    at: dt.datetime | None = field(default=None, compare=False)

    def __str__(self) -> str:
        return f"{self.place}:{self.hash}"

    @property
    def short(self) -> str:
        return f"{self.place}:{self.hash[:SHORT]}"


@dataclass(frozen=True, slots=True)
class ChainCheck:
    """What the walk along the chain found. `broken` is the first bad entry's number; `why` a short code.

    "changed": its words are not those that were sealed; "missing": the entry of this place was removed; "noted": the
    chain holds, but not the seal that had been noted; "backdated": it says an hour long before that of a seal which it
    follows; "beginning": there are people, and no journal.
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
    if await session.scalar(select(Entry.id).where(Entry.place.is_(None)).limit(1)) is None:
        return 0  # the lock is for who has something to seal
    if session.get_bind().dialect.name == "postgresql":
        alone = await session.scalar(text("SELECT pg_try_advisory_xact_lock(:n)"), {"n": SEALER_LOCK})
        if not alone:
            return 0
    rows = list(await session.execute(select(*COLUMNS).where(Entry.place.is_(None)).order_by(Entry.id).limit(at_most)))
    if not rows:
        return 0  # another sealed them meanwhile
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


async def oldest_waiting(session: Talks) -> dt.datetime | None:
    """The hour of the oldest entry that has no seal yet, those that are known by their day alone left out."""
    waiting = select(func.min(Entry.at)).where(Entry.place.is_(None), Entry.act.not_in(DAY_ALONE))
    return await session.scalar(waiting)


async def verify(session: Talks, *noted: Seal, since: Seal | None = None, at_once: int = 5000) -> ChainCheck:
    """Walk the chain from its first place, or from `since`, and recompute each seal; stop at the first that does not
    hold, or that is not one of those `noted` elsewhere.
    """
    before, place = (since.hash, since.place) if since else (FIRST, 0)
    witnesses = _Witnesses(noted)
    waiting = await session.scalar(select(func.count()).select_from(Entry).where(Entry.place.is_(None))) or 0
    if place and await session.scalar(select(Entry.chain).where(Entry.place == place)) != before:
        return ChainCheck(place, waiting, Seal(place, before), None, "missing")
    while True:
        rows = list(
            await session.execute(select(*COLUMNS).where(Entry.place > place).order_by(Entry.place).limit(at_once))
        )
        for row in rows:
            wrong = _wrong(row, before, place + 1) or witnesses.backdated(row, place)
            if wrong:
                return ChainCheck(place, waiting, Seal(place, before), row.id, wrong)
            place, before = place + 1, row.chain
            if witnesses.disagree(place, before):
                return ChainCheck(place, waiting, Seal(place, before), row.id, "noted")
        if len(rows) < at_once:
            break
    broken, why = (None, "missing") if witnesses.last > place else await _outside(session, witnesses, place, since)
    return ChainCheck(place, waiting, Seal(place, before), broken, why)


async def _outside(session: Talks, witnesses: _Witnesses, place: int, since: Seal | None) -> tuple[int | None, str]:
    """What the chain does not tell: entries that are not sealed yet, and what there should be before the first."""
    unsealed = await session.execute(select(*COLUMNS).where(Entry.place.is_(None)).order_by(Entry.id))
    for row in unsealed:
        if why := witnesses.backdated(row, place):
            return row.id, why
    if since is not None:
        return None, ""
    first, known = await _first_days(session)
    return None, "beginning" if known is not None and first is None else ""


async def is_young(session: Talks) -> bool:
    """Whether nothing was sealed yet, and nobody was here long before the first entry: the journal is at its beginning,
    rather than emptied.
    """
    if (await last_seal(session)).place:
        return False
    first, known = await _first_days(session)
    return known is None or (first is not None and first <= known + BEGINNING)


async def _first_days(session: Talks) -> tuple[dt.datetime | None, dt.datetime | None]:
    """Of the first entry, and of the first person."""
    first = await session.scalar(select(func.min(Entry.at)))
    return first, await session.scalar(select(func.min(Person.created_at)))


class _Witnesses:
    """Seals noted outside the database, beside an entry that stands in it."""

    def __init__(self, noted: Sequence[Seal]) -> None:
        self._noted: dict[int, list[str]] = {}
        for seal in noted:
            self._noted.setdefault(seal.place, []).append(seal.hash)
        self._hours = sorted((seal.place, seal.at) for seal in noted if seal.at is not None)
        self._next = 0
        self._hour: dt.datetime | None = None
        self.last = max(self._noted, default=0)

    def disagree(self, place: int, hash: str) -> bool:
        return any(not hash.startswith(noted) for noted in self._noted.get(place, ()))

    def backdated(self, row: Row[tuple[object, ...]], after: int) -> str:
        """Rows are asked in the order of their places: `after` never goes back."""
        while self._next < len(self._hours) and self._hours[self._next][0] <= after:
            hour = self._hours[self._next][1]
            self._hour = max(self._hour or hour, hour)
            self._next += 1
        early = EARLY_DAY_ALONE if row.act in DAY_ALONE else EARLY
        return "backdated" if self._hour is not None and row.at < self._hour - early else ""


def _wrong(row: Row[tuple[object, ...]], before: str, place: int) -> str:
    if row.place != place:
        return "missing"
    return "" if sealed(before, place, row) == row.chain else "changed"
