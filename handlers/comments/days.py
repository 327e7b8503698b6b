"""Which day they come and which they do not, in their own sentence: answered by the date, asked when two are named."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from db.comments.questions import meetings_open_for_comments
from db.conversations import IncomingMessage, Question
from db.meetings.questions import roundtable_of, upcoming_meetings
from db.meetings.tables import Meeting
from db.tasks import add_task
from handlers.dialogue import Given
from handlers.turn import Ask, Said, Start, Turn
from messages import Option, Outgoing, Text, text
from messages.keywords import Keyword, Understood, fold
from messages.sentences import signs
from messages.sentences.comment_people import private_parts
from messages.sentences.comments import DayPart, read_comment
from messages.sentences.dates import FoundDate

ANSWER = "meetings.answer"  # the meetings topic keeps the answer
SURE = "comments.days"
KEYWORDS = {"absent": Keyword.NON, "coming": Keyword.OUI}  # the words that ask which meeting, be there only one
FURTHEST = dt.timedelta(days=14)  # "mardi" is a day of these two weeks
FEWEST_WORDS = 4
LONGEST_ANSWER = 10  # words: beyond, an absence also says something else


@dataclass(frozen=True, slots=True)
class Meant:
    """What one message says of meetings: the answer to each, the words for the table and for which of them."""

    answers: tuple[tuple[Meeting, str], ...]
    words: str = ""
    meeting: Meeting | None = None  # the one the words are for; None: to be asked
    unplaced: tuple[DayPart, ...] = ()


async def answered(turn: Turn, parts: Sequence[DayPart]) -> Said:
    """One day that is one meeting is kept at once, and said. Several days are read back, and confirmed once."""
    meant = await _meant(turn, turn.text, parts)
    if meant is None:
        return None
    if meant.unplaced:
        return await _unplaced(turn, meant)
    if not meant.answers:
        return None  # words about a day, and no answer: they are taken as words
    if len(meant.answers) == 1:
        return await _keep(turn, meant, turn.row.id, turn.text)
    yes, no = Option("yes", text("dialogue-yes")), Option("no", text("dialogue-no"))
    prompt = text("comments-days", days=await _lines(turn, meant))
    return Ask(Outgoing(prompt, (yes, no)), SURE, subject_id=turn.row.id, important=True)


async def confirmed(turn: Turn, question: Question, given: Given) -> Said:
    """Yes: what was written first is done. No: nothing is, and a human sees it."""
    row = await turn.session.get(IncomingMessage, question.subject_id)
    if row is None or turn.person is None:
        return text("router-stale-button")
    written_on = turn.house.today(row.received_at)
    meant = await _meant(turn, row.text, read_comment(row.text, written_on).days)
    if given.value == "yes" and meant is not None and not meant.unplaced:
        return await _keep(turn, meant, row.id, row.text)
    await _for_a_human(turn, row.id)
    return text("comments-days-not", **human(turn))


async def _keep(turn: Turn, meant: Meant, row_id: int, written: str) -> Said:
    """The answers are kept by the meetings topic. Its own words are said when there is nothing else to carry."""
    handler = turn.routes.on_answer(ANSWER)
    said: Said = None
    for meeting, value in meant.answers:
        asked = Question(contact_id=turn.contact.id, topic=ANSWER, subject_id=meeting.id, options=[])
        said = await handler(turn, asked, Given(turn.text, value, turn.incoming, turn.row.id))
    if not meant.words:
        return said if len(meant.answers) == 1 else text("comments-days-kept", days=await _lines(turn, meant))
    whole = len(meant.answers) > 1  # they were asked already: the words are complete
    piece = {"id": row_id, "text": meant.words}
    start: dict[str, object] = {"said": [piece]} if whole else {"first": piece, "heard": True}
    if meant.meeting is not None:
        start["meeting"] = meant.meeting.id
    noted = text("comments-days-kept", days=await _lines(turn, meant))
    if not await _takes_comments(turn, meant):
        await _for_a_human(turn, row_id)
        return [noted, text("comments-none-open", **human(turn))]
    return [noted, Start("comment", start)]


async def _takes_comments(turn: Turn, meant: Meant) -> bool:
    assert turn.person is not None
    found = await meetings_open_for_comments(turn.session, turn.person.id, turn.house.today(turn.now), turn.now)
    return meant.meeting.id in [m.id for m in found] if meant.meeting is not None else bool(found)


async def _meant(turn: Turn, written: str, parts: Sequence[DayPart]) -> Meant | None:
    if turn.person is None:
        return None
    meetings = await upcoming_meetings(turn.session, turn.person.id, turn.now, limit=12)
    answers: dict[int, tuple[Meeting, str]] = {}
    about: list[Meeting] = []
    unplaced = []
    for part in parts:
        if part.day.past:
            return None
        meeting = await _on(turn, meetings, part)
        if part.says == "comment":
            about += [meeting] if meeting else []
        elif meeting is None or answers.get(meeting.id, (meeting, part.says))[1] != part.says:
            unplaced.append(part)
        else:
            answers[meeting.id] = (meeting, part.says)
    absent = [meeting for meeting, says in answers.values() if says == "absent"]
    about = list({m.id: m for m in about}.values()) or absent
    meeting = about[0] if len(about) == 1 else None
    return Meant(tuple(answers.values()), besides(written, parts), meeting, tuple(unplaced))


async def _on(turn: Turn, meetings: Sequence[Meeting], part: DayPart) -> Meeting | None:
    """The one meeting of that day; of two on the same day, the one whose name is said."""
    last = turn.house.today(turn.now) + FURTHEST
    found = [m for m in meetings if _is_day(part.day, m.local_date, last)]
    first = [m for m in found if m.local_date == found[0].local_date]
    if len(first) < 2:
        return first[0] if first else None
    said = set(fold(part.words).split())
    named = [m for m in first if said & set(fold((await roundtable_of(turn.session, m)).name).split())]
    return named[0] if len(named) == 1 else None


def _is_day(day: FoundDate, date: dt.date, last: dt.date) -> bool:
    return day.date == date if day.date is not None else day.weekday == date.weekday() and date <= last


def besides(written: str, parts: Sequence[DayPart]) -> str:
    """Their words without those that only say whether they come: nothing is changed in what is left.

    What would be nothing but a private matter ("my child is ill") is not for the table: it was the reason.
    """
    kept: list[str] = []
    for sentence in signs.sentences(written):
        inside = [part for part in parts if part.words in sentence]
        kept += [part.words for part in inside if part.says == "comment" or _count(part.words) > LONGEST_ANSWER]
        if not inside and _count(sentence):
            kept.append(sentence)
    words = " ".join(kept).strip()
    return words if _count(words) >= FEWEST_WORDS else ""


def _count(words: str) -> int:
    """How many words are not about their own life: a reason ("my child is ill") is none of the table's business."""
    for private in private_parts([signs.folded(words)]):
        words = words.replace(private, "")
    return len(fold(words).split())


async def _unplaced(turn: Turn, meant: Meant) -> Said:
    """A day without a meeting, or with two: which one is asked, and nothing is guessed."""
    if len(meant.unplaced) > 1 or meant.answers or meant.words:
        await _for_a_human(turn, turn.row.id)
        return text("comments-days-not", **human(turn))
    keyword = KEYWORDS[meant.unplaced[0].says]
    handler = turn.routes.on_keyword(keyword)
    said: Said = await handler(turn, Understood(keyword, "ask"))
    return said


async def _lines(turn: Turn, meant: Meant) -> list[Text]:
    lines = []
    for meeting, says in meant.answers:
        name = (await roundtable_of(turn.session, meeting)).name
        lines.append(text(f"comments-day-{says}", date=meeting.local_date, roundtable=name[:18].strip()))
    return lines


async def _for_a_human(turn: Turn, row_id: int) -> None:
    await add_task(
        turn.session,
        turn.house.organisation_id,
        "unclear_answer",
        now=turn.now,
        contact_id=turn.contact.id,
        person_id=turn.person.id if turn.person else None,
        incoming_id=row_id,
    )


def human(turn: Turn) -> dict[str, str]:
    return {"name": turn.house.contact_name, "phone": turn.house.contact_phone}
