"""What coordinators write on Telegram about meetings: in one message, or step by step."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from sqlalchemy import select

from db.audience import Audience
from db.meetings.questions import agenda_of, people_invited, roundtable_of
from db.meetings.tables import Presence
from db.organisations import Roundtable
from handlers import broadcasts
from handlers.access import Actor, actor_of, refuse
from handlers.dialogue import Given, Talk, Unclear, dialogue
from handlers.dialogue.talk import digest_of
from handlers.meetings import acts
from handlers.meetings import words as said
from handlers.meetings.spec import MeetingSpec, PointSpec, read_message, read_point, read_when
from handlers.preview import preview_texts
from handlers.turn import Said, Start, Turn
from messages import Option, Outgoing, text

NUMBER = re.compile(r"^\s*(\d+)\s*(.*)$", re.DOTALL)
POINT_NUMBER = re.compile(r"^\s*(\d+)\s*[.,]\s*(\d+)\s*(.+)$", re.DOTALL)
PRESENCES = {
    "": Presence.IN_PERSON,
    "tel": Presence.PHONE,
    "phone": Presence.PHONE,
    "video": Presence.VIDEO,
    "absent": Presence.NONE,
}


async def meeting_command(turn: Turn, rest: str) -> Said:
    """/rencontre: everything in one message, or nothing and the questions come one by one."""
    if not rest.strip():
        return Start("meeting", afresh=True)
    spec = read_message(rest, turn.house.today(turn.now))
    done = await acts.add_meeting(turn.session, turn.house, await _actor(turn), spec, now=turn.now)
    return [done.text, Start("meeting-announce", {"meeting": done.data["meeting"]}, afresh=True)]


@dialogue("meeting")
async def meeting(talk: Talk) -> Said:
    """Step by step: which roundtable, when, where, which points, who carries the comments."""
    roundtables = list(
        await talk.session.scalars(
            select(Roundtable.name).where(Roundtable.organisation_id == talk.house.organisation_id).limit(4)
        )
    )
    options = tuple(Option(name, name) for name in roundtables)
    roundtable = await talk.words("roundtable", text("meetings-ask-roundtable"), options=options, longest=60)
    day, start, end = await _ask_when(talk)
    place = await talk.words("place", text("meetings-ask-place"), longest=120)
    none = (Option("skip", text("meetings-none-of-it")),)
    dial_in = await talk.words("dial_in", text("meetings-ask-dial-in"), options=none, longest=60)
    points = await _ask_points(talk)
    carrier = await talk.words("carrier", text("meetings-ask-carrier"), options=none, longest=60)
    answer_by: dt.date | None = None
    if carrier != "skip":
        answer_by = dt.date.fromisoformat(
            str(await talk.ask("answer_by", Outgoing(text("meetings-ask-answer-by")), _day(talk)))
        )
    spec = MeetingSpec(
        roundtable,
        day,
        start,
        end,
        place,
        "" if dial_in == "skip" else dial_in,
        carrier="" if carrier == "skip" else carrier,
        answer_by=answer_by,
        points=tuple(points),
    )
    assert talk.person is not None
    actor = await actor_of(talk.session, talk.person, talk.contact.channel)
    done = await acts.add_meeting(talk.session, talk.house, actor, spec, now=talk.now)
    return [done.text, Start("meeting-announce", {"meeting": done.data["meeting"]}, afresh=True)]


async def _ask_when(talk: Talk) -> tuple[dt.date, dt.time, dt.time]:
    def parse(given: Given) -> list[str]:
        day, start, end = _read(given.text, talk)
        if day is None or start is None or end is None:
            raise Unclear(text("meetings-unclear-when"))
        if end <= start:
            raise Unclear(text("meetings-ends-before", start=start, end=end))
        local = dt.datetime.combine(day, start, talk.house.zone)
        if local <= talk.now:
            raise Unclear(text("meetings-past", date=day, start=start))
        return [day.isoformat(), start.isoformat(), end.isoformat()]

    kept = await talk.ask("when", Outgoing(text("meetings-ask-when")), parse)
    return dt.date.fromisoformat(kept[0]), dt.time.fromisoformat(kept[1]), dt.time.fromisoformat(kept[2])


def _read(words: str, talk: Talk) -> tuple[dt.date | None, dt.time | None, dt.time | None]:
    return read_when(words, talk.house.today(talk.now), need_day=False)


def _day(talk: Talk):  # type: ignore[no-untyped-def]
    def parse(given: Given) -> str:
        day = _read(given.text, talk)[0]
        if day is None:
            raise Unclear(text("meetings-unclear-day"))
        return day.isoformat()

    return parse


async def _ask_points(talk: Talk) -> list[PointSpec]:
    """Point by point, until "1 = that is all"; each wants its plain sentence and what it changes."""
    points: list[PointSpec] = []
    for number in range(1, 10):
        enough = (Option("skip", text("meetings-no-more-points")),) if points else ()
        title = await talk.words(
            f"title{number}", text("meetings-ask-point", number=number), options=enough, longest=300
        )
        if title == "skip":
            break
        given = read_point(title)
        plain = given.plain or await talk.words(
            f"plain{number}", text("meetings-ask-plain", number=number), longest=200
        )
        changes = given.changes or await talk.words(
            f"changes{number}", text("meetings-ask-changes", number=number), longest=200
        )
        points.append(PointSpec(given.title, plain, changes))
    return points


@dialogue("meeting-announce")
async def meeting_announce(talk: Talk) -> Said:
    """The reminder as both phones will show it, then: announce it, or keep it as a draft."""
    number = int(talk.start["meeting"])
    row = await acts.meeting_of(talk.session, talk.house, number)
    points = await agenda_of(talk.session, number)
    roundtable = await roundtable_of(talk.session, row)
    assert talk.person is not None
    actor = await actor_of(talk.session, talk.person, talk.contact.channel)
    words = said.reminder_words(talk.house, row, roundtable.name, points)
    from_everyone = Audience(roundtable_id=row.roundtable_id)
    shown = await broadcasts.preview(talk.session, talk.house, words, from_everyone, "reminder", talk.now)
    for part in preview_texts(talk.house, shown, talk.language):
        await talk.tell_once(digest_of(part), part)
    options = (Option("yes", text("meetings-announce-it")), Option("no", text("meetings-keep-draft")))
    if await talk.choose("announce", text("meetings-ask-announce", number=number), options) == "no":
        return text("meetings-kept-draft", number=number)
    return (await acts.announce_meeting(talk.session, talk.house, actor, number, now=talk.now)).text


async def announce_command(turn: Turn, rest: str) -> Said:
    number, _ = _numbered(rest, "rencontre-annoncer")
    return Start("meeting-announce", {"meeting": number}, afresh=True)


async def move_command(turn: Turn, rest: str) -> Said:
    """/deplacer 12 mardi 8 décembre 13h30 à 15h30 ; a line "lieu: ..." changes the place."""
    number, words = _numbered(rest, "deplacer")
    first, _, others = words.partition("\n")
    today = turn.house.today(turn.now)
    spec = read_message("-\n" + others, today) if others.strip() else MeetingSpec("")
    if first.strip():
        if ":" in first and not any(c.isdigit() for c in first.partition(":")[0]):
            spec = read_message("-\n" + words, today)
        else:
            day, start, end = read_when(first, today, need_day=False)
            if day is None and start is None:
                raise refuse("meetings-unreadable-date", words=first[:40])
            spec = replace(spec, day=day, start=start, end=end)
    return (await acts.move_meeting(turn.session, turn.house, await _actor(turn), number, spec, now=turn.now)).text


async def cancel_command(turn: Turn, rest: str) -> Said:
    number, reason = _numbered(rest, "annuler-rencontre")
    done = await acts.cancel_meeting(turn.session, turn.house, await _actor(turn), number, reason, now=turn.now)
    return done.text


async def point_command(turn: Turn, rest: str) -> Said:
    """/point 12.1 titre | phrase simple | ce que ça change"""
    match = POINT_NUMBER.match(rest)
    if match is None:
        raise refuse("example-point")
    spec = read_point(match[3])
    done = await acts.write_point(
        turn.session, turn.house, await _actor(turn), int(match[1]), int(match[2]), spec, now=turn.now
    )
    return done.text


async def presence_command(turn: Turn, rest: str) -> Said:
    """/presence 12: the list; /presence 12 3, 5 tel, 7 absent: who came and how."""
    number, words = _numbered(rest, "presence")
    row = await acts.meeting_of(turn.session, turn.house, number)
    invited = {person.id: person.name for person in await people_invited(turn.session, row)}
    if not words.strip():
        lines = [f"{person_id} {name}" for person_id, name in invited.items()]
        return text("meetings-presence-list", number=number, lines="\n".join(lines) or "-")
    marks = read_presences(words, invited)
    done = await acts.note_presence(turn.session, turn.house, await _actor(turn), number, marks, now=turn.now)
    return done.text


def read_presences(words: str, invited: dict[int, str]) -> dict[int, Presence]:
    """ "3, 5 tel, 7 absent" or names. Raises Refused naming what could not be read."""
    marks: dict[int, Presence] = {}
    by_name = {name.casefold(): person_id for person_id, name in invited.items()}
    for part in re.split(r"[,;\n]", words):
        if not part.strip():
            continue
        who, _, how = part.strip().rpartition(" ")
        if how.casefold().strip(".") not in PRESENCES or not who:
            who, how = part.strip(), ""
        person_id = int(who) if who.isdigit() else by_name.get(who.casefold())
        if person_id not in invited:
            raise refuse("meetings-not-invited", who=who[:30])
        marks[person_id] = PRESENCES[how.casefold().strip(".")]
    return marks


async def minutes_command(turn: Turn, rest: str) -> Said:
    number, minutes = _numbered(rest, "compte-rendu")
    done = await acts.send_minutes(turn.session, turn.house, await _actor(turn), number, minutes, now=turn.now)
    return done.text


async def list_command(turn: Turn, rest: str) -> Said:
    return (await acts.list_meetings(turn.session, turn.house, await _actor(turn), now=turn.now)).text


def _numbered(rest: str, command: str) -> tuple[int, str]:
    match = NUMBER.match(rest)
    if match is None:
        raise refuse(f"example-{command}")
    return int(match[1]), match[2].strip()


async def _actor(turn: Turn) -> Actor:
    if turn.person is None:
        raise refuse("access-not-allowed")
    return await actor_of(turn.session, turn.person, turn.incoming.channel)
