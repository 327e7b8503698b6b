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
from db.privacy.looks import EVERYBODY
from db.session import AsyncSession
from handlers.act import Right, act
from handlers.acting import Acting, ActResult, Doubtful, refuse
from handlers.installation import Installation
from handlers.journal.words import JournalLine, line_of, pseudonyms_in
from handlers.when import read_day
from handlers.whole import may_be_of_a_thing, whole
from messages import Channel, Text, text
from messages.sentences.planned import Tense

LINES = 20  # what fits one Telegram message
MOST = 10_000
MESSAGES_SINCE = dt.timedelta(days=60)
PERSON_NUMBER = re.compile(r"^\s*(?:(?:personne|person)\s*(?:no\.?|#)?|no\.?)\s*(\d{1,9})\s*$", re.IGNORECASE)
MEETING = re.compile(r"^\s*(?:rencontre|meeting)?\s*(?:no\.?|#)?\s*(\d+)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class JournalSearch:
    """What is looked for: one of them, or none for the latest lines."""

    person: Person | None = None
    meeting: int | None = None
    day: dt.date | None = None


async def understood(acting: Acting, words: str) -> JournalSearch:
    """ "Lise", "rencontre 12", "2026-12-08", "hier", or nothing."""
    if not words.strip():
        return JournalSearch()
    if match := PERSON_NUMBER.match(words):
        return JournalSearch(person=await person_named(acting, match[1]))
    if match := MEETING.match(words):
        return JournalSearch(meeting=_number(match[1], words))
    people = await journal.people_called(acting.session, acting.installation.organisation_id, words)
    if len(people) > 1:
        options = [(text("journal-one-of-them", name=p.name or "?", number=p.id), f"no {p.id}") for p in people[:8]]
        names = ", ".join(f"{p.name} ({p.id})" for p in people[:8])
        raise Doubtful(text("journal-which-person", names=names), words.strip(), options)
    if people:
        return JournalSearch(person=people[0])
    nobody = refuse("journal-no-such-person", name=words.strip()[:40])
    return JournalSearch(day=read_day(words.strip(), acting.today, Tense.PAST, nobody))


def _number(figures: str, words: str) -> int:
    number = whole(figures)
    if number is None or not may_be_of_a_thing(number):
        raise refuse("journal-no-such-person", name=words.strip()[:40])
    return number


async def person_named(acting: Acting, name: str) -> Person:
    """By name, or by the number that `portevoix people` shows."""
    if name.isdecimal():
        found = await acting.session.get(Person, _number(name, name))
        people = [found] if found is not None and found.erased_at is None else []
    else:
        people = await journal.people_called(acting.session, acting.installation.organisation_id, name)
    if not people:
        raise refuse("journal-no-such-person", name=name[:40])
    return _the_one(people)


def _the_one(people: list[Person]) -> Person:
    if len(people) > 1:
        raise refuse("journal-which-person", names=", ".join(f"{p.name} ({p.id})" for p in people[:8]))
    return people[0]


@act("journal.show", right=Right.ORGANISATION, twin="journal show")
async def show(acting: Acting, asked: JournalSearch, *, most: int = LINES, page: int = 1, words: str = "") -> ActResult:
    """The lines asked for, the latest last; `data` holds the same for programs. `page`: 2 is what was before; `words`:
    what they were asked for by, to ask for the next.
    """
    entries = await _entries(acting, asked, most=MOST if asked != JournalSearch() else most * page + 1)
    names = await _names(acting.session, entries, asked.person)
    lines = [line_of(acting.installation, entry, names) for entry in entries]
    total: Text | None = None
    if asked.person is not None:
        lines += await _messages_of(acting, asked.person)
        seen = {"actor": acting.actor.signature, "subject": asked.person.pseudonym, "channel": acting.actor.via}
        await write_entry(
            acting.session, "journal.seen", now=acting.now, thing="person", thing_id=asked.person.id, **seen
        )
    if asked.day is not None:
        total = await _exchanged(acting, asked.day)
    lines.sort(key=lambda line: line.rank)
    lines = lines[: len(lines) - most * (page - 1)]
    data = {"lines": [_data(acting.installation, line) for line in lines[-most:]]}
    shows = (asked.person.id,) if asked.person is not None else ()
    return ActResult(
        _listed(acting.installation, lines, most, total, f"{words} page {page + 1}".strip()), data, shows=shows
    )


@act(
    "journal.export",
    right=Right.ORGANISATION,
    entry="journal.exported",
    final="a file was made",
    twin="export",
)
async def note_export(acting: Acting, what: str) -> ActResult:
    """Leave to export; the file itself is written by the machine."""
    said = text("journal-export-how")
    return ActResult(said, {"export": what}, noted={"what": what}, thing=("export", None), shows=(EVERYBODY,))


async def _entries(acting: Acting, asked: JournalSearch, most: int) -> list[Entry]:
    if asked.person is not None:
        return await journal.entries_about(
            acting.session, await journal.pseudonyms_of(acting.session, asked.person), most
        )
    if asked.meeting is not None:
        meeting = await acting.session.get(Meeting, asked.meeting)
        if meeting is None or meeting.organisation_id != acting.installation.organisation_id:
            raise refuse("journal-no-such-meeting", number=asked.meeting)
        return await journal.entries_of_meeting(acting.session, asked.meeting, most)
    if asked.day is not None:
        start, end = _day_of(acting.installation, asked.day)
        return await journal.entries_between(acting.session, start, end, most)
    return await journal.last_entries(acting.session, most)


def _day_of(installation: Installation, day: dt.date) -> tuple[dt.datetime, dt.datetime]:
    start = dt.datetime.combine(day, dt.time(), installation.zone)
    end = dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), installation.zone)
    return start.astimezone(dt.UTC), end.astimezone(dt.UTC)


async def _names(session: AsyncSession, entries: list[Entry], person: Person | None) -> dict[str, str]:
    names = await journal.names_of(session, pseudonyms_in(entries))
    if person is not None:
        names |= dict.fromkeys(await journal.pseudonyms_of(session, person), person.name)
    return names


async def _messages_of(acting: Acting, person: Person) -> list[JournalLine]:
    """What was exchanged with a person: a conversation is counted by day, since its minutes are nobody's business;
    what was sent on our own account is shown with its fate."""
    senders = [f"{c.channel}:{c.address}" for c in await contacts_of(acting.session, person.id)]
    came, left = await journal.messages_with(acting.session, person.id, senders, acting.now - MESSAGES_SINCE)
    received = Counter(acting.installation.today(at) for at in came)
    replies = Counter(acting.installation.today(d.queued_at) for d in left if d.kind == "reply")
    lines = [
        JournalLine(day, None, text("journal-talked", received=received[day], sent=replies[day]))
        for day in received.keys() | replies.keys()
    ]
    return lines + [_sent(acting.installation, delivery) for delivery in left if delivery.kind != "reply"]


def _sent(installation: Installation, delivery: Delivery) -> JournalLine:
    words = text(
        "journal-sent",
        kind=_word(installation, "kind", delivery.kind),
        channel=_word(installation, "channel", delivery.channel),
        status=_word(installation, "status", str(delivery.status)),
    )
    at = delivery.sent_at or delivery.queued_at
    return JournalLine(installation.today(at), at, words)


async def _exchanged(acting: Acting, day: dt.date) -> Text:
    came, left = await journal.messages_between(acting.session, *_day_of(acting.installation, day))
    fates = [
        text("journal-fate", count=n, status=_word(acting.installation, "status", s)) for s, n in sorted(left.items())
    ]
    return text("journal-exchanged", received=came, sent=sum(left.values()), fates=fates or [text("journal-nothing")])


def _word(installation: Installation, name: str, code: str) -> Text | str:
    id = f"journal-value-{name}-{code}"
    return text(id) if installation.catalogue.has(id, "fr") else code


def _listed(installation: Installation, lines: list[JournalLine], most: int, total: Text | None, before: str) -> Text:
    shown: list[Text] = [line.text(installation) for line in lines[-most:]]
    if len(lines) > most:
        shown.insert(0, text("journal-more", before=before))
    if total is not None:
        shown.append(total)
    return text("journal-list", lines=shown) if shown else text("journal-none")


def _data(installation: Installation, line: JournalLine) -> dict[str, Any]:
    words = installation.catalogue.text(line.words, installation.default_language, Channel.TELEGRAM)
    at = installation.local(line.minute).isoformat(timespec="seconds") if line.minute else None
    return {"day": line.day.isoformat(), "at": at, "words": words}
