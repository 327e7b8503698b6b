"""The letters of a month: what each says, to whom, and that they were posted."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select

from db.deliveries import Delivery, Priority, Status
from db.digests import Digest
from db.journal import write_entry
from db.meetings.questions import agenda_of, roundtable_of, upcoming_meetings
from db.people import Person
from db.session import AsyncSession
from handlers.access import Act, Actor, Done, refuse, require
from handlers.digest import acts as digest
from handlers.turn import House
from messages import Channel, Text, text

KIND = "letter"


@dataclass(frozen=True, slots=True)
class Letter:
    """One page: paragraphs of (heading, words), ready to be printed. `person_id` tells who it was for."""

    person_id: int
    name: str
    address: tuple[str, ...]
    language: str
    date: str
    greeting: str
    parts: tuple[tuple[str, str], ...]
    closing: str
    sender: str


@dataclass(frozen=True, slots=True)
class Post:
    """The month's letters, and the people whose address is missing."""

    letters: tuple[Letter, ...]
    without_address: tuple[str, ...]


async def letters_of(session: AsyncSession, house: House, actor: Actor, month: str, *, now: dt.datetime) -> Post:
    """A letter for each person who chose the post: the month's digest, and the meetings to come."""
    require(actor, Act.SEND_LETTERS)
    people = await session.scalars(
        select(Person)
        .where(Person.organisation_id == house.organisation_id, Person.channel == Channel.POST.value)
        .where(Person.erased_at.is_(None))
        .order_by(Person.id)
    )
    letters, missing = [], []
    for person in people:
        lines = tuple(line.strip() for line in person.postal_address.splitlines() if line.strip())
        if not lines:
            missing.append(person.name or str(person.id))
            continue
        letters.append(await _letter(session, house, person, lines, month, now))
    if not letters and not missing:
        raise refuse("letters-nobody")
    return Post(tuple(letters), tuple(missing))


async def _letter(
    session: AsyncSession, house: House, person: Person, address: tuple[str, ...], month: str, now: dt.datetime
) -> Letter:
    language = person.language

    def say(words: Text) -> str:
        return house.catalogue.text(words, language, Channel.TELEGRAM)

    parts = [*await _news(session, house, month, language), *await _meetings(session, person, say, now)]
    if not parts:
        parts = [("", say(text("letters-no-news")))]
    return Letter(
        person.id,
        person.name,
        address,
        language,
        say(text("letters-date", date=house.today(now))),
        say(text("letters-greeting", name=person.name)),
        tuple(parts),
        say(text("letters-closing", name=house.contact_name, phone=house.contact_phone)),
        house.organisation,
    )


async def _news(session: AsyncSession, house: House, month: str, language: str) -> list[tuple[str, str]]:
    found = await session.scalar(
        select(Digest).where(Digest.organisation_id == house.organisation_id, Digest.month == month)
    )
    if found is None:
        return []
    items = await digest.items_of(session, found, chosen_only=True)
    return [(digest.title_in(item, language), digest.body_in(item, language)) for item in items]


async def _meetings(session: AsyncSession, person: Person, say: object, now: dt.datetime) -> list[tuple[str, str]]:
    parts = []
    for meeting in (await upcoming_meetings(session, person.id, now))[:2]:
        roundtable = await roundtable_of(session, meeting)
        points = "\n".join(f"{p.number}. {p.plain}" for p in await agenda_of(session, meeting.id))
        heading = text("letters-meeting", roundtable=roundtable.name)
        words = text(
            "letters-meeting-words",
            date=meeting.local_date,
            start=meeting.local_start,
            end=meeting.local_end,
            place=meeting.place,
            points=points,
        )
        parts.append((say(heading), say(words)))  # type: ignore[operator]
    return parts


async def mark_posted(
    session: AsyncSession, house: House, actor: Actor, month: str, posted_on: dt.date, *, now: dt.datetime
) -> Done:
    """The letters were posted: they are logged as deliveries, once."""
    post = await letters_of(session, house, actor, month, now=now)
    if posted_on > house.today(now):
        raise refuse("letters-posted-later", date=posted_on)
    already = set(
        await session.scalars(
            select(Delivery.person_id).where(Delivery.channel == Channel.POST.value, Delivery.reason == month)
        )
    )
    new = [letter for letter in post.letters if letter.person_id not in already]
    if not new:
        raise refuse("letters-already-posted", month=month)
    at = dt.datetime.combine(posted_on, dt.time(12), house.zone).astimezone(dt.UTC)
    for letter in new:
        session.add(
            Delivery(
                organisation_id=house.organisation_id,
                kind=KIND,
                channel=Channel.POST.value,
                person_id=letter.person_id,
                body="",
                status=Status.SENT,
                reason=month,  # so that the same month is not logged twice
                priority=int(Priority.BROADCAST),
                queued_at=now,
                sent_at=at,
                attempts=1,
            )
        )
    await write_entry(
        session, "letters.posted", now=now, actor=actor.signature, thing="letters", channel=actor.via, people=len(new)
    )
    return Done(text("letters-posted", people=len(new), date=posted_on), {"month": month, "people": len(new)})
