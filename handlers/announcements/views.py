"""What coordinators see of broadcasts: the list, one with its texts and its fates, and what waits about them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from db.audience import Unreached
from db.deliveries import Broadcast, BroadcastState, BroadcastText, Delivery, Status
from db.labels import by_name
from db.organisations import Roundtable
from db.outbox import broadcasts as outbox
from db.people import Person
from db.session import AsyncSession
from handlers import broadcasts
from handlers.acting import Acting
from handlers.announcements.acts import LIVE
from handlers.announcements.naming import purpose_words, titles_of, to_whom
from handlers.announcements.reached import NotReached, not_reached
from handlers.things import BROADCAST, ROUNDTABLE
from handlers.view import PAGE, Found, Harm, Rows, Waiting, view, view_on
from messages import Text, text
from messages.channels import SENT
from messages.keywords import fold

SHARES = ("sent", "queued", "started", "failed", "unknown", "other")
LOOKED_THROUGH = 2000  # texts of broadcasts, by a search


@dataclass(frozen=True, slots=True)
class BroadcastRow:
    """A broadcast in a list. `people`: those it was written to, before it left those it was approved for; `left_out`:
    those it was meant for and who have nothing of it; None: not known."""

    number: int
    title: Text | str
    purpose: Text
    date: dt.date
    to: Text
    people: int | None
    left_out: int | None
    state: BroadcastState


@dataclass(frozen=True, slots=True)
class Fates:
    """What became of each message of a broadcast: the shares add up to the total."""

    total: int
    shares: dict[str, int]
    delivered: int
    over: bool

    @property
    def left(self) -> int:
        return self.shares["queued"]


@dataclass(frozen=True, slots=True)
class BroadcastShown:
    """One broadcast: what it said, to whom, what became of it."""

    broadcast: Broadcast
    purpose: Text
    title: Text | str
    to: Text
    texts: Sequence[BroadcastText]
    fates: Fates
    failed: Sequence[NotReached]
    left_out: Sequence[Unreached]  # those meant to whom nothing was written
    by: str
    own: bool

    @property
    def live(self) -> bool:
        return self.broadcast.state in LIVE

    @property
    def left_out_in_all(self) -> int:
        return len(self.left_out) if self.broadcast.left_out is None else self.broadcast.left_out

    @property
    def as_of_today(self) -> bool:
        """It left before this was kept: by what cards say today."""
        return self.broadcast.left_out is None and self.broadcast.started_at is not None


@view("broadcasts.rows")
async def broadcast_rows(acting: Acting, *, offset: int = 0) -> Rows[BroadcastRow]:
    """The latest first."""
    rows = list(
        await acting.session.scalars(
            select(Broadcast)
            .where(BROADCAST.seen_by(acting), outbox.said_something())
            .order_by(Broadcast.id.desc())
            .offset(offset)
            .limit(PAGE + 1)
        )
    )
    to, titles = await to_whom(acting, rows), await titles_of(acting, rows)
    made = await outbox.totals(acting.session, [row.id for row in rows])
    shown = [_row(acting, row, titles[row.id], to[row.id], made.get(row.id, 0)) for row in rows]
    return Rows.of(shown, offset)


def _row(acting: Acting, row: Broadcast, title: Text | str, to: Text, made: int) -> BroadcastRow:
    day = acting.installation.today(row.started_at or row.send_at or row.created_at)
    approved = made or row.approved_count
    people = approved if row.written_to is None else row.written_to
    return BroadcastRow(row.id, title, purpose_words(acting, row), day, to, people, row.left_out, row.state)


def _whom(shown: BroadcastShown) -> list[int]:
    return [
        *(one.number for one in shown.failed if one.number),
        *(one.person_id for one in shown.left_out if one.person_id),
    ]


@view_on(BROADCAST, "broadcasts.whole", shows=_whom)
async def broadcast_shown(acting: Acting, broadcast: Broadcast) -> BroadcastShown:
    """Its texts as they left, its fates, and whom it did not reach."""
    texts = await _texts_that_left(acting.session, broadcast)
    by = await acting.session.get(Person, broadcast.created_by) if broadcast.created_by else None
    return BroadcastShown(
        broadcast,
        purpose_words(acting, broadcast),
        (await titles_of(acting, [broadcast]))[broadcast.id],
        (await to_whom(acting, [broadcast]))[broadcast.id],
        texts,
        await _fates(acting, broadcast),
        await not_reached(acting.session, broadcast),
        await broadcasts.left_out(acting, broadcast),
        by.name if by else "",
        broadcast.created_by is not None and broadcast.created_by == acting.actor.person_id,
    )


async def _texts_that_left(session: AsyncSession, broadcast: Broadcast) -> list[BroadcastText]:
    """One for each language and channel in which somebody has it; before that, all that were approved."""
    texts = list(
        await session.scalars(
            select(BroadcastText).where(BroadcastText.broadcast_id == broadcast.id).order_by(BroadcastText.id)
        )
    )
    read = select(Delivery.broadcast_text_id).where(Delivery.broadcast_id == broadcast.id).distinct()
    left = set(await session.scalars(read))
    return [one for one in texts if one.id in left] or texts


@view_on(BROADCAST, "broadcasts.fates")
async def broadcast_fates(acting: Acting, broadcast: Broadcast) -> Fates:
    """Its progress alone."""
    return await _fates(acting, broadcast)


async def _fates(acting: Acting, broadcast: Broadcast) -> Fates:
    counts = await outbox.counts(acting.session, broadcast.id)
    shares = {name: counts.get(name, 0) for name in SHARES}
    shares["other"] = counts["missed"] + counts["cancelled"]
    over = broadcast.state in (BroadcastState.SENT, BroadcastState.CANCELLED, BroadcastState.DRAFT)
    return Fates(counts["total"], shares, counts["delivered"], over)


@view("broadcasts.audiences")
async def audiences_to_choose(acting: Acting) -> list[tuple[str, Text]]:
    """(what `read_audience` reads, its words): those that this coordinator may write to."""
    tables = await acting.session.scalars(
        select(Roundtable.name).where(ROUNDTABLE.seen_by(acting)).order_by(by_name(Roundtable.name))
    )
    chosen = [("everyone", _all_words(acting))]
    chosen += [(f"table {name}", text("announcements-to-roundtable", roundtable=name)) for name in tables]
    if not acting.actor.scope:
        territories = await acting.session.scalars(
            select(Person.territory).where(Person.territory != "", Person.erased_at.is_(None)).distinct()
        )
        named = sorted(territories)
        chosen += [(f"territoire {name}", text("announcements-to-territory", territory=name)) for name in named]
    chosen += [(role, text(f"announcements-to-{role}")) for role in ("member", "expert", "coordinator")]
    chosen += [(channel, text(f"announcements-to-{channel}")) for channel in SENT]
    return chosen


def _all_words(acting: Acting) -> Text:
    scope = acting.actor.scope
    return text("announcements-to-territory", territory=scope) if scope else text("announcements-to-everyone")


@view("broadcasts.waiting")
async def broadcasts_waiting(acting: Acting) -> list[Waiting]:
    """What waits for a second approval, and what is paused."""
    rows = await acting.session.scalars(
        select(Broadcast)
        .where(BROADCAST.seen_by(acting), Broadcast.state.in_((BroadcastState.APPROVED, BroadcastState.PAUSED)))
        .order_by(Broadcast.id)
    )
    waits = []
    found = list(rows)
    titles = await titles_of(acting, found)
    for row in found:
        name = "approve" if row.state is BroadcastState.APPROVED else "paused"
        words = text(f"announcements-wait-{name}", title=titles[row.id], people=row.approved_count or 0)
        waits.append(Waiting(words, Harm.TO_DO, ("broadcast", row.id)))
    return waits


@view("broadcasts.lately")
async def sent_lately(acting: Acting, since: dt.datetime) -> dict[str, int]:
    """What left of broadcasts since a moment: sent, failed, unknown."""
    rows = await acting.session.execute(
        select(Delivery.status, func.count())
        .join(Broadcast, Broadcast.id == Delivery.broadcast_id)
        .where(BROADCAST.seen_by(acting), Broadcast.started_at > since)
        .group_by(Delivery.status)
    )
    counted = {"sent": 0, "failed": 0, "unknown": 0}
    names = {Status.SENT: "sent", Status.DELIVERED: "sent", Status.FAILED: "failed", Status.UNKNOWN: "unknown"}
    for status, number in rows:
        if status in names:
            counted[names[status]] += number
    return counted


@view("broadcasts.search")
async def broadcasts_found(acting: Acting, wanted: str) -> list[Found]:
    """Those whose title or words hold what is searched; the latest first."""
    rows = await acting.session.execute(
        select(Broadcast, BroadcastText.body)
        .outerjoin(BroadcastText, BroadcastText.broadcast_id == Broadcast.id)
        .where(BROADCAST.seen_by(acting))
        .order_by(Broadcast.id.desc())
        .limit(LOOKED_THROUGH)
    )
    found = {row.id: row for row, body in rows if wanted in fold(f"{row.title} {body or ''}")}
    titles = await titles_of(acting, list(found.values()))
    return [_found(acting, row, titles[row.id]) for row in found.values()]


def _found(acting: Acting, row: Broadcast, title: Text | str) -> Found:
    day = acting.installation.today(row.started_at or row.send_at or row.created_at)
    return Found(text("todo-found-broadcast", number=row.id, title=title, date=day), ("broadcast", row.id))
