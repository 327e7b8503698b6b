"""What coordinators write on Telegram about meetings: in one message, or step by step."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from sqlalchemy import select

from db.labels import by_name
from db.organisations import Roundtable
from handlers.acting import Acting, ActResult, Doubtful, Refused, refuse
from handlers.commands import REMOVE, Do, check_of, number_and_words
from handlers.dialogue import Given, Talk, Unclear, dialogue
from handlers.dialogue.talk import Parse
from handlers.meetings.acts import changing, closing, planning, showing
from handlers.meetings.lookups import said_until
from handlers.meetings.spec import MeetingSpec, PointSpec, read_message, read_point
from handlers.places_meant import roundtable_asked
from handlers.things import MEETING, ROUNDTABLE
from handlers.turn import Reply, Start
from handlers.when import read_day_after, read_when
from messages import Option, Outgoing, text
from messages.keywords import fold

ALONE = re.compile(r"^\s*(?:no\.?\s*)?\d{1,9}\s*$", re.IGNORECASE)
ROUNDTABLE_ALONE = re.compile(r"\s*[^\d:;|\n]{1,60}\s*")
PAST = {"passees", "passee", "past"}
POINT_NUMBER = re.compile(r"^\s*(\d+)\s*[.,]\s*(\d+)\s*(.+)$", re.DOTALL)
CORRECTION = {"correction", "corrige", "corriger", "correct"}


def announce_next(planned: ActResult) -> Start:
    """What people will receive, and whether to announce it now."""
    return check_of("rencontre-annoncer", planned.data["meeting"])


async def meeting_command(acting: Acting, rest: str) -> Do | Reply:
    """/rencontre: everything in one message, or nothing and the questions come one by one. /rencontre 12: that one."""
    if not rest.strip():
        return Start("meeting", afresh=True)
    if fold(rest.split()[0]) in PAST:
        return await meetings_command(acting, rest)
    if ROUNDTABLE_ALONE.fullmatch(rest):  # its form, the rest to be asked
        return Start("meeting", {"roundtable": rest.strip()}, afresh=True)
    if ALONE.match(rest):
        return Do(showing.show_meeting, number_and_words(rest, "rencontre")[0])
    return Do(planning.add_meeting, read_message(rest, acting.today), then=announce_next)


async def meetings_command(_acting: Acting, rest: str) -> Do:
    """/rencontres; /rencontres passees, then those before."""
    word, _, offset = rest.strip().partition(" ")
    if fold(word) not in PAST:
        return Do(planning.list_meetings)
    return Do(showing.list_past, offset=int(offset) if offset.strip().isdecimal() and len(offset) < 7 else 0)


@dialogue("meeting", verbatim=True)
async def meeting(talk: Talk) -> Reply:
    """Step by step: which roundtable, when, where, which points, who carries the comments."""
    roundtables = list(
        await talk.session.scalars(
            select(Roundtable.name).where(ROUNDTABLE.seen_by(talk.acting)).order_by(by_name(Roundtable.name)).limit(4)
        )
    )
    options = tuple(Option(name, name) for name in roundtables)
    named = str(talk.start.get("roundtable", ""))[:60]
    roundtable = named or await talk.words("roundtable", text("meetings-ask-roundtable"), options=options, longest=60)
    roundtable = await roundtable_asked(talk, "roundtable", roundtable)
    day, start, end = await _ask_when(talk)
    place = await talk.words("place", text("meetings-ask-place"), longest=120)
    none = (Option("skip", text("meetings-none-of-it")),)
    dial_in = await talk.words("dial_in", text("meetings-ask-dial-in"), options=none, longest=60)
    points = await _ask_points(talk)
    carrier = await talk.words("carrier", text("meetings-ask-carrier"), options=none, longest=60)
    answer_by: dt.date | None = None
    if carrier != "skip":
        answer_by = dt.date.fromisoformat(
            str(await talk.ask("answer_by", Outgoing(text("meetings-ask-answer-by")), _answer_by(day)))
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
    return await Do(planning.add_meeting, spec, then=announce_next)(talk.acting)


async def _ask_when(talk: Talk) -> tuple[dt.date, dt.time, dt.time]:
    def first(given: Given) -> list[str]:
        day, start, end = _read(given.text, talk)
        if day is None or start is None:
            raise Unclear(text("meetings-unclear-when"))
        if dt.datetime.combine(day, start, talk.installation.zone) <= talk.now:
            raise Unclear(text("meetings-past", date=day, start=start))
        return [day.isoformat(), start.isoformat(), end.isoformat() if end else ""]

    kept = await talk.ask("when", Outgoing(text("meetings-ask-when")), first)
    day, start = dt.date.fromisoformat(kept[0]), dt.time.fromisoformat(kept[1])
    if kept[2]:
        return day, start, dt.time.fromisoformat(kept[2])

    def until(given: Given) -> str:
        _day, _start, end = _read(f"{start:%Hh%M} à {said_until(given.text)}", talk)
        if end is None:
            raise Unclear(text("days-until", date=day, start=start))
        return end.isoformat()

    ends = await talk.ask("until", Outgoing(text("days-until", date=day, start=start)), until)
    return day, start, dt.time.fromisoformat(str(ends))


def _read(words: str, talk: Talk) -> tuple[dt.date | None, dt.time | None, dt.time | None]:
    """What was written; what is in doubt is asked again, with what it may mean."""
    try:
        return read_when(words, talk.installation.today(talk.now), need_day=False)
    except Doubtful as doubt:
        raise Unclear(doubt.reason) from None
    except Refused:
        return None, None, None


def _answer_by(day: dt.date) -> Parse:
    def parse(given: Given) -> str:
        try:
            return read_day_after(given.text, day).isoformat()
        except Doubtful as doubt:
            raise Unclear(doubt.reason) from None
        except Refused:
            raise Unclear(text("meetings-unclear-day")) from None

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


async def move_command(acting: Acting, rest: str) -> Do:
    """/deplacer 12 mardi 8 décembre 13h30 à 15h30 ; a line "lieu: ..." changes the place."""
    number, words = number_and_words(rest, "deplacer")
    first, _, others = words.partition("\n")
    spec = read_message("-\n" + others, acting.today) if others.strip() else MeetingSpec("")
    if first.strip():
        if ":" in first and not any(c.isdigit() for c in first.partition(":")[0]):
            spec = read_message("-\n" + words, acting.today)
        else:
            day, start, end = read_when(first, acting.today, need_day=False)
            if day is None and start is None:
                raise refuse("meetings-unreadable-date", words=first[:40])
            spec = replace(spec, day=day, start=start, end=end, written=first.strip())
    return Do(changing.move_meeting, number, spec)


async def point_command(_acting: Acting, rest: str) -> Do:
    """/point 12.1 titre | phrase simple | ce que ça change; /point 12.1 effacer"""
    match = POINT_NUMBER.match(rest)
    if match is None:
        raise refuse("example-point")
    if fold(match[3]) in REMOVE:
        return Do(planning.drop_point, int(match[1]), int(match[2]))
    return Do(planning.write_point, int(match[1]), int(match[2]), read_point(match[3]))


async def presence_command(_acting: Acting, rest: str) -> Do:
    """/presence 12: who was invited, and what is noted; /presence 12 3, 5 tel, 7 absent: who came and how."""
    number, words = number_and_words(rest, "presence")
    return Do(closing.note_presence, number, words) if words else Do(closing.see_presence, number)


async def minutes_command(acting: Acting, rest: str) -> Do:
    """/compte-rendu 12 le texte; sent already, or after "correction", it corrects what was sent."""
    number, words = number_and_words(rest, "compte-rendu")
    first, _, others = words.partition(" ")
    if fold(first.strip(" :")) in CORRECTION and others.strip():
        return Do(closing.correct_minutes, number, others.strip(" :\n"))
    meeting = await MEETING.find(acting, number)
    again = meeting.minutes_sent_at is not None and bool(words)
    return Do(closing.correct_minutes if again else closing.send_minutes, number, words)
