"""What is shown of the journal, and to whom. Looking at one person's lines leaves a line too."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from db.contacts import contacts_of
from db.deliveries import Delivery
from db.journal import Entry, write_entry
from db.journal import questions as journal
from db.meetings.tables import Meeting
from db.people import Person
from db.session import AsyncSession
from handlers.access import Act, Actor, Done, refuse, require
from handlers.journal.words import Line, line_of, pseudonyms_in
from handlers.turn import House
from messages import Channel, Text, text
from messages.sentences import dates

LINES = 20  # what fits one Telegram message
MOST = 10_000
MESSAGES_SINCE = dt.timedelta(days=60)
MEETING = re.compile(r"^\s*(?:rencontre|meeting)?\s*(?:no\.?|#)?\s*(\d+)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for: one of them, or none for the latest lines."""

    person: Person | None = None
    meeting: int | None = None
    day: dt.date | None = None


async def understood(session: AsyncSession, house: House, words: str, now: dt.datetime) -> Asked:
    """ "Lise", "rencontre 12", "2026-12-08", "hier", or nothing."""
    if not words.strip():
        return Asked()
    if match := MEETING.match(words):
        return Asked(meeting=int(match[1]))
    people = await journal.people_called(session, house.organisation_id, words)
    if people:
        return Asked(person=_the_one(people))
    day = dates.when(words, house.today(now)).day
    if day is None:
        raise refuse("journal-no-such-person", name=words.strip()[:40])
    return Asked(day=day)


async def person_named(session: AsyncSession, house: House, name: str) -> Person:
    """By name, or by the number that `portevoix people` shows."""
    if name.isdecimal():
        found = await session.get(Person, int(name))
        people = [found] if found is not None and found.erased_at is None else []
    else:
        people = await journal.people_called(session, house.organisation_id, name)
    if not people:
        raise refuse("journal-no-such-person", name=name[:40])
    return _the_one(people)


def _the_one(people: list[Person]) -> Person:
    if len(people) > 1:
        raise refuse("journal-which-person", names=", ".join(f"{p.name} ({p.id})" for p in people[:8]))
    return people[0]


async def show(
    session: AsyncSession, house: House, actor: Actor, asked: Asked, *, now: dt.datetime, most: int = LINES
) -> Done:
    """The lines asked for, the latest last; `data` holds the same for programs."""
    require(actor, Act.SEE_JOURNAL)
    entries = await _entries(session, house, asked, most=MOST if asked != Asked() else most)
    names = await _names(session, entries, asked.person)
    lines = [line_of(house, entry, names) for entry in entries]
    total: Text | None = None
    if asked.person is not None:
        lines += await _messages_of(session, house, asked.person, now)
        seen = {"actor": actor.signature, "subject": asked.person.pseudonym, "channel": actor.via}
        await write_entry(session, "journal.seen", now=now, thing="person", thing_id=asked.person.id, **seen)
    if asked.day is not None:
        total = await _exchanged(session, house, asked.day)
    lines.sort(key=lambda line: line.rank)
    data = {"lines": [_data(house, line) for line in lines[-most:]]}
    return Done(_listed(house, lines, most, total), data)


async def note_export(session: AsyncSession, actor: Actor, what: str, *, now: dt.datetime) -> None:
    """Leave to export, and the line that says so."""
    require(actor, Act.EXPORT)
    await write_entry(
        session, "journal.exported", now=now, actor=actor.signature, thing="export", channel=actor.via, what=what
    )


async def _entries(session: AsyncSession, house: House, asked: Asked, most: int) -> list[Entry]:
    if asked.person is not None:
        return await journal.entries_about(session, await journal.pseudonyms_of(session, asked.person), most)
    if asked.meeting is not None:
        meeting = await session.get(Meeting, asked.meeting)
        if meeting is None or meeting.organisation_id != house.organisation_id:
            raise refuse("journal-no-such-meeting", number=asked.meeting)
        return await journal.entries_of_meeting(session, asked.meeting, most)
    if asked.day is not None:
        start, end = _day_of(house, asked.day)
        return await journal.entries_between(session, start, end, most)
    return await journal.last_entries(session, most)


def _day_of(house: House, day: dt.date) -> tuple[dt.datetime, dt.datetime]:
    start = dt.datetime.combine(day, dt.time(), house.zone)
    end = dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), house.zone)
    return start.astimezone(dt.UTC), end.astimezone(dt.UTC)


async def _names(session: AsyncSession, entries: list[Entry], person: Person | None) -> dict[str, str]:
    names = await journal.names_of(session, pseudonyms_in(entries))
    if person is not None:
        names |= dict.fromkeys(await journal.pseudonyms_of(session, person), person.name)
    return names


async def _messages_of(session: AsyncSession, house: House, person: Person, now: dt.datetime) -> list[Line]:
    """What was exchanged with a person: a conversation is counted by day, since its minutes are nobody's business;
    what was sent on our own account is shown with its fate."""
    senders = [f"{c.channel}:{c.address}" for c in await contacts_of(session, person.id)]
    came, left = await journal.messages_with(session, person.id, senders, now - MESSAGES_SINCE)
    received = Counter(house.today(at) for at in came)
    replies = Counter(house.today(d.queued_at) for d in left if d.kind == "reply")
    lines = [
        Line(day, None, text("journal-talked", received=received[day], sent=replies[day]))
        for day in received.keys() | replies.keys()
    ]
    return lines + [_sent(house, delivery) for delivery in left if delivery.kind != "reply"]


def _sent(house: House, delivery: Delivery) -> Line:
    words = text(
        "journal-sent",
        kind=_word(house, "kind", delivery.kind),
        channel=_word(house, "channel", delivery.channel),
        status=_word(house, "status", str(delivery.status)),
    )
    at = delivery.sent_at or delivery.queued_at
    return Line(house.today(at), at, words)


async def _exchanged(session: AsyncSession, house: House, day: dt.date) -> Text:
    came, left = await journal.messages_between(session, *_day_of(house, day))
    fates = [text("journal-fate", count=n, status=_word(house, "status", s)) for s, n in sorted(left.items())]
    return text("journal-exchanged", received=came, sent=sum(left.values()), fates=fates or [text("journal-nothing")])


def _word(house: House, name: str, code: str) -> Text | str:
    id = f"journal-value-{name}-{code}"
    return text(id) if house.catalogue.has(id, "fr") else code


def _listed(house: House, lines: list[Line], most: int, total: Text | None) -> Text:
    shown: list[Text] = [line.text(house) for line in lines[-most:]]
    if len(lines) > most:
        shown.insert(0, text("journal-more", count=len(lines) - most))
    if total is not None:
        shown.append(total)
    return text("journal-list", lines=shown) if shown else text("journal-none")


def _data(house: House, line: Line) -> dict[str, Any]:
    words = house.catalogue.text(line.words, house.default_language, Channel.TELEGRAM)
    at = house.local(line.minute).isoformat(timespec="seconds") if line.minute else None
    return {"day": line.day.isoformat(), "at": at, "words": words}
