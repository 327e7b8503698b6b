"""The letters of a month: what each says, to whom, and that they were posted."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select

from db import message_kinds
from db.deliveries import Delivery, Priority, Status
from db.digests import Digest
from db.meetings.questions import agenda_of, roundtable_of, upcoming_meetings
from db.outbox.making import add_delivery
from db.people import Person, in_role
from handlers.act import Right, act
from handlers.acting import Acting, ActResult, refuse
from handlers.digest.lookups import items_of
from handlers.digest.words import body_in, title_in
from messages import Channel, Text, text


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


@act("letters.make", right=Right.ORGANISATION, twin="letters")
async def make_letters(acting: Acting, month: str) -> ActResult:
    """The month's letters, for the machine to print: `data["post"]` is a `Post`."""
    post = await _letters_of(acting, month)
    missing = ", ".join(post.without_address) or "-"
    shows = tuple(letter.person_id for letter in post.letters)
    return ActResult(text("letters-ready", people=len(post.letters), missing=missing), {"post": post}, shows=shows)


async def _letters_of(acting: Acting, month: str) -> Post:
    """A letter for each person who chose the post: the month's digest, and the meetings to come."""
    people = await acting.session.scalars(
        select(Person)
        .where(Person.organisation_id == acting.installation.organisation_id, Person.channel == Channel.POST.value)
        .where(Person.erased_at.is_(None), in_role())
        .order_by(Person.id)
    )
    letters, missing = [], []
    for person in people:
        lines = tuple(line.strip() for line in person.postal_address.splitlines() if line.strip())
        if not lines:
            missing.append(person.name or str(person.id))
            continue
        letters.append(await _letter(acting, person, lines, month))
    if not letters and not missing:
        raise refuse("letters-nobody")
    return Post(tuple(letters), tuple(missing))


async def _letter(acting: Acting, person: Person, address: tuple[str, ...], month: str) -> Letter:
    language = person.language

    def say(words: Text) -> str:
        return acting.installation.catalogue.text(words, language, Channel.TELEGRAM)

    parts = [*await _news(acting, month, language), *await _meetings(acting, person, say)]
    if not parts:
        parts = [("", say(text("letters-no-news")))]
    return Letter(
        person.id,
        person.name,
        address,
        language,
        say(text("letters-date", date=acting.installation.today(acting.now))),
        say(text("letters-greeting", name=person.name)),
        tuple(parts),
        say(text("letters-closing", name=acting.installation.contact_name, phone=acting.installation.contact_phone)),
        acting.installation.organisation,
    )


async def _news(acting: Acting, month: str, language: str) -> list[tuple[str, str]]:
    found = await acting.session.scalar(
        select(Digest).where(Digest.organisation_id == acting.installation.organisation_id, Digest.month == month)
    )
    if found is None:
        return []
    items = await items_of(acting.session, found, chosen_only=True)
    return [(title_in(item, language), body_in(item, language)) for item in items]


async def _meetings(acting: Acting, person: Person, say: object) -> list[tuple[str, str]]:
    parts = []
    for meeting in (await upcoming_meetings(acting.session, person.id, acting.now))[:2]:
        roundtable = await roundtable_of(acting.session, meeting)
        points = "\n".join(f"{p.number}. {p.plain}" for p in await agenda_of(acting.session, meeting.id))
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


@act("letters.post", right=Right.ORGANISATION, entry="letters.posted", final="they were posted", twin="letters")
async def mark_posted(acting: Acting, month: str, posted_on: dt.date) -> ActResult:
    """The letters were posted: they are logged as deliveries, once."""
    post = await _letters_of(acting, month)
    if posted_on > acting.installation.today(acting.now):
        raise refuse("letters-posted-later", date=posted_on)
    already = set(
        await acting.session.scalars(
            select(Delivery.person_id).where(Delivery.channel == Channel.POST.value, Delivery.reason == month)
        )
    )
    new = [letter for letter in post.letters if letter.person_id not in already]
    if not new:
        raise refuse("letters-already-posted", month=month)
    at = dt.datetime.combine(posted_on, dt.time(12), acting.installation.zone).astimezone(dt.UTC)
    for letter in new:
        await add_delivery(
            acting.session,
            acting.organisation_id,
            message_kinds.LETTER,
            Channel.POST,
            queued_at=acting.now,
            person_id=letter.person_id,
            body="",
            status=Status.SENT,
            reason=month,  # so that the same month is not logged twice
            priority=int(Priority.BROADCAST),
            sent_at=at,
            attempts=1,
        )
    data = {"month": month, "people": len(new)}
    said = text("letters-posted", people=len(new), date=posted_on)
    return ActResult(said, data, noted={"people": len(new)}, thing=("letters", None))
