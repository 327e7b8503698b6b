"""Once a meeting was held: who came, and the plain minutes for those who were absent."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Annotated

from sqlalchemy import select

from db import message_kinds
from db.audience import Audience
from db.meetings.invited import people_invited
from db.meetings.questions import (
    attendance_made,
    attendances_of,
    note_in_history,
    people_to_tell_minutes,
    roundtable_of,
)
from db.meetings.tables import Attendance, Meeting, MeetingState, Presence
from db.people import Person, was_expert, with_a_role
from handlers import broadcasts
from handlers.act import Field, Writes, act_on
from handlers.acting import Acting, ActResult, refuse
from handlers.meetings.lookups import send_to_all
from handlers.meetings.settled import already_settled
from handlers.own_words import language_of
from handlers.things import MEETING, PERSON
from messages import Outgoing, Text, text
from messages.keywords import fold

LONGEST_MINUTES = 1500
WHO_CAME = Field(
    'Who came and how: "3, 5 tel, 7 absent", by number or by name; "?" takes back what was noted; '
    '"+ Lise Roy" was not invited.'
)
THE_MINUTES = Field("The plain minutes.", "--text", from_file=True, longest=LONGEST_MINUTES)
PRESENCES = {
    **dict.fromkeys(
        ("", "ici", "la", "present", "presente", "sur place", "oui", "here", "in person", "yes"), Presence.IN_PERSON
    ),
    **dict.fromkeys(("tel", "telephone", "au telephone", "par telephone", "phone", "by phone"), Presence.PHONE),
    **dict.fromkeys(("video", "en video", "zoom", "teams", "visio", "by video"), Presence.VIDEO),
    **dict.fromkeys(("absent", "absente", "pas la", "non", "no", "not there"), Presence.NONE),
    **dict.fromkeys(("?", "pas note", "pas notee", "non note", "non notee", "not noted"), Presence.UNKNOWN),
}


@act_on(MEETING, "meetings.see_presence", twin="meeting who")
async def see_presence(acting: Acting, meeting: Meeting) -> ActResult:
    """Everyone invited, with the presence noted, and by whom."""
    noted = {row.person_id: row for row in await attendances_of(acting.session, meeting.id)}
    people = await people_invited(acting.session, meeting, acting.now)
    lines = [await _presence_line(acting, person, noted.get(person.id)) for person in people]
    data = [
        {
            "person": p.id,
            "name": p.name,
            "presence": (noted[p.id].presence if p.id in noted else Presence.UNKNOWN).value,
        }
        for p in people
    ]
    return ActResult(
        text("meetings-presence-list", number=meeting.id, lines=lines or [text("meetings-nobody-invited")]),
        {"meeting": meeting.id, "people": data},
        shows=tuple(person.id for person in people),
    )


async def _presence_line(acting: Acting, person: Person, row: Attendance | None) -> Text:
    by = await acting.session.get(Person, row.noted_by) if row is not None and row.noted_by else None
    return text(
        "meetings-presence-line-by" if by is not None else "meetings-presence-line",
        number=person.id,
        name=person.name or "?",
        presence=presence_words(_presence(row)),
        **({"by": by.name} if by is not None else {}),
    )


def _presence(row: Attendance | None) -> Presence:
    return row.presence if row is not None else Presence.UNKNOWN


def presence_words(presence: Presence) -> Text:
    return text(f"meetings-presence-{presence.value.replace('_', '-')}")


@act_on(
    MEETING,
    "meetings.presence",
    entry="meetings.presence_noted",
    undone_by="meetings.presence",
    twin="meeting presence",
)
async def note_presence(acting: Acting, meeting: Meeting, words: Annotated[str, WHO_CAME]) -> ActResult:
    """Who came, and how: "3, 5 tel, 7 absent", by number or by name; "+ Lise Roy tel" came without being invited. Noted
    again, it is corrected; the journal keeps what it was.
    """
    _took_place(acting, meeting, meeting.starts_at)
    invited = {person.id: person.name for person in await people_invited(acting.session, meeting, acting.now)}
    words = await with_guests(acting, words, invited)
    people = read_presences(words, invited, meeting.id)
    about: list[tuple[Person, dict[str, str]]] = []
    for person_id, presence in people.items():
        row = await attendance_made(acting.session, meeting.id, person_id)
        if row.presence is presence:
            continue
        person = await acting.session.get_one(Person, person_id)
        about.append((person, {"before": row.presence.value, "after": presence.value}))
        row.as_expert = await was_expert(acting.session, person_id, meeting.local_date)
        row.taken_back_at = None  # they were there, whatever was thought before
        note_in_history(acting.session, row, presence, acting.now, acting.actor.person_id)
    corrected = [person for person, change in about if change["before"] != Presence.UNKNOWN.value]
    who = [
        text("meetings-presence-who", name=invited[one] or "?", presence=presence_words(presence))
        for one, presence in people.items()
    ]
    said = text("meetings-presence-noted", number=meeting.id, people=len(people), who=who)
    if corrected:
        names = [person.name or "?" for person in corrected]
        said = text("meetings-presence-corrected", number=meeting.id, people=len(people), who=who, names=names)
    data = {"meeting": meeting.id, "people": len(people)}
    done = ActResult(said, data, about=tuple(about), entry=None if about else "")
    settled = await already_settled(acting, meeting, [person for person, _ in about])
    if settled is None:
        return done
    warned = text("meetings-presence-warned", said=said, warning=settled)
    return replace(done, text=warned, checked=settled, asks=acting.actor.via != "shell")


@act_on(
    MEETING,
    "meetings.minutes",
    entry="meetings.minutes_sent",
    writes=Writes.SEVERAL,
    undone_by="meetings.correct_minutes",
    twin="meeting minutes",
)
async def send_minutes(acting: Acting, meeting: Meeting, minutes: Annotated[str, THE_MINUTES]) -> ActResult:
    """The plain minutes, kept, and sent to everyone who was absent or whose presence is not noted: in the same words,
    that tell nobody where they were."""
    minutes = _checked(meeting, minutes)
    _took_place(acting, meeting, meeting.ends_at)
    if meeting.minutes_sent_at is not None:
        raise refuse("meetings-minutes-already", number=meeting.id)
    meeting.minutes, meeting.minutes_sent_at, meeting.state = minutes, acting.now, MeetingState.CLOSED
    people = await people_to_tell_minutes(acting.session, meeting)
    still = await with_a_role(acting.session)
    for person in (one for one in people if one.id in still):
        (await attendance_made(acting.session, meeting.id, person.id)).minutes_sent_at = acting.now
    told = await _tell(acting, meeting, "meetings-minutes", people, minutes)
    facts = {"people": told}
    said = text("meetings-minutes-sent", number=meeting.id, people=told)
    return ActResult(said, {"meeting": meeting.id, **facts}, noted=facts)


@act_on(
    MEETING,
    "meetings.correct_minutes",
    entry="meetings.minutes_corrected",
    writes=Writes.SEVERAL,
    undone_by="meetings.correct_minutes",
    twin="meeting correct-minutes",
)
async def correct_minutes(acting: Acting, meeting: Meeting, minutes: Annotated[str, THE_MINUTES]) -> ActResult:
    """Other minutes in place of those sent: whoever had the first ones reads that it is a correction."""
    minutes = _checked(meeting, minutes)
    if meeting.minutes_sent_at is None:
        raise refuse("meetings-minutes-not-sent", number=meeting.id)
    if meeting.minutes == minutes:
        raise refuse("meetings-minutes-same", number=meeting.id)
    meeting.minutes = minutes
    had = [row.person_id for row in await attendances_of(acting.session, meeting.id) if row.minutes_sent_at is not None]
    people = [await acting.session.get_one(Person, person_id) for person_id in had]
    told = await _tell(acting, meeting, "meetings-minutes-corrected", people, minutes, purpose="minutes_corrected")
    said = text("meetings-minutes-correction-sent", number=meeting.id, people=told)
    return ActResult(said, {"meeting": meeting.id, "people": told}, noted={"people": told})


def _took_place(acting: Acting, meeting: Meeting, hour: dt.datetime) -> None:
    """Raise `Refused` for a meeting that was cancelled, and before this hour of it."""
    if meeting.state is MeetingState.CANCELLED:
        raise refuse("meetings-none-after-cancel", number=meeting.id, reason=meeting.cancelled_reason)
    if hour > acting.now:
        raise refuse("meetings-not-yet", number=meeting.id)


def _checked(meeting: Meeting, minutes: str) -> str:
    minutes = minutes.strip()
    if not minutes:
        raise refuse("meetings-no-minutes", number=meeting.id)
    if len(minutes) > LONGEST_MINUTES:
        raise refuse("meetings-minutes-too-long", length=len(minutes), longest=LONGEST_MINUTES)
    return minutes


async def _tell(
    acting: Acting, meeting: Meeting, id: str, people: Sequence[Person], minutes: str, *, purpose: str = "minutes"
) -> int:
    if not people:
        return 0
    roundtable = await roundtable_of(acting.session, meeting)
    outgoing = Outgoing(text(id, roundtable=roundtable.name, date=meeting.local_date, minutes=minutes))
    return await send_to_all(
        acting,
        message_kinds.MINUTES,
        Audience(person_ids=tuple(p.id for p in people), ended_roles_too=purpose != "minutes"),
        broadcasts.same_words(outgoing),
        meeting,
        purpose=purpose,
        written_in=(await language_of(acting),),
    )


async def with_guests(acting: Acting, words: str, invited: dict[int, str]) -> str:
    """ "3, + Lise Roy tel" -> "3, 12 tel": whoever is on the list and was not invited is added to `invited`. Raises
    `Refused` for who is not known."""
    parts = []
    for part in filter(None, (one.strip() for one in re.split(r"[,;\n]", words))):
        if part.startswith("+"):
            who, how = _who_and_how(part[1:].strip())
            person = await _known(acting, who)
            invited[person.id] = person.name
            part = f"{person.id} {how}".strip()
        parts.append(part)
    return ", ".join(parts)


async def _known(acting: Acting, who: str) -> Person:
    if who.isdecimal():
        return await PERSON.find(acting, int(who))
    rows = await acting.session.execute(select(Person.name, Person.id).where(PERSON.seen_by(acting)))
    number = called(who, {fold(name): id for name, id in rows})
    if number is None:
        raise refuse("meetings-guest-unknown", who=who[:30])
    return await acting.session.get_one(Person, number)


def read_presences(words: str, invited: Mapping[int, str], meeting: int = 0) -> dict[int, Presence]:
    """ "3, 5 tel, 7 absent, Rose ?" -> by person id; "?" takes back what was noted. Raises `Refused` naming what could
    not be read.
    """
    marks: dict[int, Presence] = {}
    by_name = {fold(name): person_id for person_id, name in invited.items()}
    for part in re.split(r"[,;\n]", words):
        if not part.strip():
            continue
        who, how = _who_and_how(part.strip())
        person_id = int(who) if who.isdecimal() else called(who, by_name)
        if person_id is None or person_id not in invited:
            raise refuse("meetings-not-invited", who=who[:30], number=meeting)
        marks[person_id] = PRESENCES[how]
    return marks


def _who_and_how(part: str) -> tuple[str, str]:
    """ "Lise Roy au téléphone" gives ("Lise Roy", "au telephone"): the longest end that says how."""
    words = part.split()
    for first in range(1, len(words)):
        how = fold(" ".join(words[first:]).strip(".()"))
        if how in PRESENCES or (how == "" and words[first] == "?"):
            return " ".join(words[:first]), how or "?"
    return part, ""


def called(who: str, by_name: Mapping[str, int]) -> int | None:
    """By the whole name; by a part of it, when one person alone has it."""
    wanted = fold(who)
    if wanted in by_name:
        return by_name[wanted]
    found = [one for name, one in by_name.items() if set(wanted.split()) <= set(name.split())]
    return found[0] if len(found) == 1 and wanted else None
