"""What is asked of the journal. One function, one question; the latest entries last, as one reads."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.comments.tables import Comment
from db.conversations import IncomingMessage
from db.deliveries import Delivery
from db.journal.tables import DAY_ALONE, Entry
from db.people import Person


async def last_entries(session: AsyncSession, number: int) -> list[Entry]:
    found = list(await session.scalars(select(Entry).order_by(Entry.id.desc()).limit(number)))
    return found[::-1]


async def first_moment(session: AsyncSession) -> dt.datetime | None:
    """When the first line was written; None when there is none."""
    return await session.scalar(select(func.min(Entry.at)))


async def last_done(session: AsyncSession, act: str) -> dt.datetime | None:
    """When this was last done; None when it never was."""
    return await session.scalar(select(func.max(Entry.at)).where(Entry.act == act))


async def entries_between(session: AsyncSession, start: dt.datetime, end: dt.datetime, most: int) -> list[Entry]:
    return await _latest(session, (Entry.at >= start) & (Entry.at < end), most)


async def entries_about(session: AsyncSession, pseudonyms: Collection[str], most: int) -> list[Entry]:
    """What is about a person, and what they did: by every pseudonym they had."""
    actors = [f"{via}:{pseudonym}" for pseudonym in pseudonyms for via in ("person", "shell")]
    return await _latest(session, or_(Entry.subject.in_(pseudonyms), Entry.actor.in_(actors)), most)


async def acts_since(session: AsyncSession, pseudonym: str, channel: str, since: dt.datetime) -> set[str]:
    """What a person did by this channel since then. Of what is shown by its day alone, that day is enough."""
    midnight = since.replace(hour=0, minute=0, second=0, microsecond=0)
    when = or_(Entry.at >= since, Entry.act.in_(DAY_ALONE) & (Entry.at >= midnight))
    wanted = select(Entry.act).where(Entry.actor == f"person:{pseudonym}", Entry.channel == channel, when)
    return set(await session.scalars(wanted))


async def times_done(session: AsyncSession, act: str, thing: str, thing_id: int, since: dt.datetime) -> int:
    """How often this was done to this thing since then."""
    of_it = Entry.thing == thing, Entry.thing_id == thing_id, Entry.act == act, Entry.at > since
    return await session.scalar(select(func.count()).select_from(Entry).where(*of_it)) or 0


async def entries_of_meeting(session: AsyncSession, meeting_id: int, most: int) -> list[Entry]:
    """The meeting's own entries and those of its comments. Claims stay apart: words and money are never joined."""
    comments = select(Comment.number).where(Comment.meeting_id == meeting_id)
    of_meeting = (Entry.thing == "meeting") & (Entry.thing_id == meeting_id)
    of_comments = (Entry.thing == "comment") & Entry.thing_id.in_(comments)
    return await _latest(session, of_meeting | of_comments, most)


async def pseudonyms_of(session: AsyncSession, person: Person) -> list[str]:
    """The person's pseudonym, and those of whoever was found to be the same person."""
    linked = await session.scalars(
        select(Entry.details).where(Entry.subject == person.pseudonym, Entry.act == "people.linked")
    )
    earlier = [str(details["before"]) for details in linked if details.get("before")]
    return [person.pseudonym, *earlier]


async def names_of(session: AsyncSession, pseudonyms: Collection[str]) -> dict[str, str]:
    """Pseudonym -> name, of those who are still here."""
    rows = await session.execute(select(Person.pseudonym, Person.name).where(Person.pseudonym.in_(pseudonyms)))
    return {pseudonym: name for pseudonym, name in rows}  # noqa: C416 (rows are no pairs to mypy)


async def people_called(session: AsyncSession, organisation_id: int, name: str) -> list[Person]:
    """Whole name first, whatever the case; else those whose name begins so."""
    rows = list(
        await session.scalars(
            select(Person)
            .where(Person.organisation_id == organisation_id, Person.erased_at.is_(None), Person.name != "")
            .order_by(Person.id)
        )
    )
    wanted = name.strip().casefold()
    exact = [p for p in rows if p.name.casefold() == wanted]
    return exact or [p for p in rows if p.name.casefold().startswith(wanted)]


async def messages_with(
    session: AsyncSession, person_id: int, senders: Collection[str], since: dt.datetime
) -> tuple[list[dt.datetime], list[Delivery]]:
    """When this person wrote, and what was sent to them, since then. `senders`: their addresses ("sms:+1819...")."""
    came = await session.scalars(
        select(IncomingMessage.received_at).where(
            IncomingMessage.sender.in_(senders),
            IncomingMessage.person_id == person_id,
            IncomingMessage.received_at >= since,
        )
    )
    left = await session.scalars(
        select(Delivery).where(Delivery.person_id == person_id, Delivery.queued_at >= since).order_by(Delivery.id)
    )
    return list(came), list(left)


async def messages_between(session: AsyncSession, start: dt.datetime, end: dt.datetime) -> tuple[int, dict[str, int]]:
    """How many messages came between two hours, and how many left, by status."""
    came = await session.scalar(
        select(func.count())
        .select_from(IncomingMessage)
        .where(IncomingMessage.received_at >= start, IncomingMessage.received_at < end)
    )
    left = await session.execute(
        select(Delivery.status, func.count())
        .where(Delivery.queued_at >= start, Delivery.queued_at < end)
        .group_by(Delivery.status)
    )
    return came or 0, {str(status): number for status, number in left}


async def _latest(session: AsyncSession, which: ColumnElement[bool], most: int) -> list[Entry]:
    found = list(await session.scalars(select(Entry).where(which).order_by(Entry.id.desc()).limit(most)))
    return found[::-1]
