"""Which meeting a claim is for: told by the offer, named in a sentence, chosen from the latest ones, or written out."""

from __future__ import annotations

import datetime as dt
from typing import NoReturn

from db.conversations import IncomingMessage, TaskKind
from db.meetings.tables import Meeting, MeetingState
from handlers.acting import Refused
from handlers.claims import elsewhere, occasions
from handlers.claims.occasions import ClaimOccasion
from handlers.dialogue import Given, Talk, Unclear
from messages import Outgoing, text
from messages.sentences import dates

LONGEST_NAME = 60
NO_DAY = "no_day"  # an activity was said without its day, once
FIRST_SAID = "first_said"  # the message that the claim began with
SOME_DAY = dt.date(2026, 6, 15)  # whichever it is, words name a day or they do not


async def occasions_of(talk: Talk) -> list[ClaimOccasion]:
    """One for each meeting, the earliest first; or the activity in the person's own words."""
    if "meeting" in talk.start and "meeting" not in talk.answers:
        talk.keep("meeting", str(talk.start["meeting"]))
    chosen = await _chosen(talk)
    if chosen == occasions.OTHER:
        return [await _activity(talk)]
    found = [await talk.session.get(Meeting, int(number)) for number in chosen.split(",")]
    held = [m for m in found if m is not None and m.state is not MeetingState.CANCELLED]
    if not held:  # cancelled since
        await talk.tell_once("gone", text("claims-meeting-gone"))
        talk.keep("meeting", occasions.OTHER)
        return [await _activity(talk)]
    return [await occasions.of_meeting(talk.session, m) for m in sorted(held, key=lambda m: m.starts_at)]


async def _chosen(talk: Talk) -> str:
    assert talk.person is not None
    today = talk.installation.today(talk.now)
    options = await occasions.choices(talk.acting, talk.person.id)
    unmatched = talk.start.get(elsewhere.UNMATCHED)
    if unmatched and "meeting" not in talk.answers and len(options) > 1:
        await talk.tell_once("unmatched", text("claims-meeting-not-found"))
    elif "meeting" not in talk.answers and "meeting" not in talk.row.prefill and len(options) == 2:
        talk.keep("meeting", options[0].value)  # the only meeting there was: shown with the rest, to be corrected
    if "meeting" not in talk.answers and len(options) == 1:
        talk.keep("meeting", occasions.OTHER)
    if talk.asked_key == "meeting" and talk.given is not None and talk.given.value is None:
        # Words instead of a number: a day, or the table's name.
        words = talk.given.text
        found = dates.dates(words, today)
        meant = await occasions.meetings_meant(talk.session, talk.person.id, found, words, today)
        if meant:
            talk.given = None
            talk.keep("meeting", ",".join(str(m.id) for m in meant))

    def known(given: Given) -> str:
        value = given.value or ""
        if value in [o.value for o in options] or all(part.isdigit() for part in value.split(",")):
            return value
        raise Unclear(text("claims-unclear-meeting"))

    return str(await talk.ask("meeting", Outgoing(text("claims-which-meeting"), tuple(options)), known, free_text=True))


async def _activity(talk: Talk) -> ClaimOccasion:
    """Something that is no meeting of theirs: its day and its name, in one line."""
    today = talk.installation.today(talk.now)

    def read(given: Given) -> list[str]:
        found = dates.dates(given.text, today)
        day = _day(found[0], today) if found else None
        if day is None:
            raise Unclear(text("claims-unclear-day"))
        if day > today:
            raise Unclear(text("claims-later", date=day))
        if day < today - occasions.FAR_BACK:
            raise Unclear(text("claims-unclear-day"))
        name = " ".join(given.text.split())[:LONGEST_NAME]
        return [day.isoformat(), name]

    try:
        day, name = await talk.ask("activity", Outgoing(text("claims-which-activity")), read)
    except Unclear:
        if talk.row.memo.get(NO_DAY):
            await _let_go(talk)
        talk.keep_memo(NO_DAY, True)
        raise
    return ClaimOccasion(dt.date.fromisoformat(day), name)


async def _let_go(talk: Talk) -> NoReturn:
    """No day twice: a person sees to it, with what was said, and nothing more is asked."""
    house = talk.installation
    first = await talk.session.get(IncomingMessage, talk.start.get(FIRST_SAID, 0))
    await talk.for_a_human(TaskKind.CLAIM_UNCLEAR, of=first.id if first is not None else None)
    raise Refused(text("claims-day-for-a-human", name=house.contact_name, phone=house.contact_phone))


def names_a_day(key: str, words: str) -> bool:
    """Whether words may answer the question for an activity, which wants its day; others take any words."""
    return key != "activity" or bool(dates.dates(words, SOME_DAY))


def _day(found: dates.FoundDate, today: dt.date) -> dt.date | None:
    if found.date is not None or found.weekday is None:
        return found.date
    return dates.weekday_before(today, found.weekday)
