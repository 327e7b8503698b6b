"""What the exports share: the days asked for, lots read by number, and days kept apart from minutes."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, true
from sqlalchemy.engine import Row as Record
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

LOT = 5000

# A moment is aware UTC: whoever writes the file says it in local time. Money is in dollars.
Value = str | int | bool | Decimal | dt.date | dt.time | dt.datetime | None
Row = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """The local days asked for, both included; None: from the first, to the last."""

    zone: ZoneInfo
    since: dt.date | None = None
    until: dt.date | None = None

    def holds_moment(self, column: InstrumentedAttribute[Any]) -> ColumnElement[bool]:
        condition: ColumnElement[bool] = true()
        if self.since is not None:
            condition = condition & (column >= self._midnight(self.since))
        if self.until is not None:
            condition = condition & (column < self._midnight(self.until + dt.timedelta(days=1)))
        return condition

    def holds_day(self, column: InstrumentedAttribute[Any]) -> ColumnElement[bool]:
        condition: ColumnElement[bool] = true()
        if self.since is not None:
            condition = condition & (column >= self.since)
        if self.until is not None:
            condition = condition & (column <= self.until)
        return condition

    def day(self, moment: dt.datetime) -> dt.date:
        return moment.astimezone(self.zone).date()

    def _midnight(self, day: dt.date) -> dt.datetime:
        return dt.datetime.combine(day, dt.time(), self.zone).astimezone(dt.UTC)


@dataclass(frozen=True, slots=True)
class Export:
    """One subject: `rows(session, span)` gives tuples in the order of `columns`."""

    name: str
    columns: tuple[str, ...]
    rows: Callable[[AsyncSession, Span], AsyncIterator[Row]]


async def lots(
    session: AsyncSession, query: Any, number: InstrumentedAttribute[Any], at_once: int = LOT
) -> AsyncIterator[Sequence[Record[Any]]]:
    """The rows of a SELECT by their number, some at a time: a million rows take no more memory than a few thousand.

    `number` is a column of the query named `id`.
    """
    last: int | None = None
    while True:
        following = query if last is None else query.where(number > last)
        found = (await session.execute(following.order_by(number).limit(at_once))).all()
        if found:
            yield found
            last = int(found[-1].id)
        if len(found) < at_once:
            return


async def days_last(
    rows: AsyncIterator[tuple[dt.date, Row]], later: Iterable[tuple[dt.date, Row]]
) -> AsyncIterator[Row]:
    """`rows` in their order, and `later` at the end of their day, in an order that comes from what they show only."""
    waiting = sorted(later, key=lambda one: (one[0], [str(value) for value in one[1]]))
    position = 0
    async for day, row in rows:
        while position < len(waiting) and waiting[position][0] < day:
            yield waiting[position][1]
            position += 1
        yield row
    for _, row in waiting[position:]:
        yield row


def dollars(cents: int | None) -> Decimal | None:
    return None if cents is None else (Decimal(cents) / 100).quantize(Decimal("0.01"))
