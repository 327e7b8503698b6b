"""What people say about meetings: I come, I don't, perhaps; late; where is it, what is it about; I need a lift."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from db.conversations import IncomingMessage, Question, TaskKind
from db.deliveries import Broadcast
from db.journal import write_entry
from db.meetings.questions import attendance_made, attendance_of, roundtable_of, upcoming_meetings
from db.meetings.tables import Answer, Attendance, Meeting, MeetingState
from handlers.dialogue import Given
from handlers.events import AnsweredMeeting
from handlers.heard import for_a_human
from handlers.meetings import days
from handlers.meetings import words as said
from handlers.open_questions import REMINDER, questions_for
from handlers.turn import Ask, Heard, Piece, QuestionKind, Reply, Turn
from messages import Option, Outgoing, Text, text
from messages.keywords import Keyword
from messages.reading import BARE_ANSWERS, Meaning, Step
from messages.reading.needs import needs_in

PRESENCE = {"coming": Meaning.COMING, "absent": Meaning.ABSENT, "maybe": Meaning.MAYBE}
OF_REMINDERS = QuestionKind(REMINDER, Step.REMINDER, PRESENCE)
OF_MEETING = QuestionKind("meetings.answer", Step.REMINDER, PRESENCE)
WHICH = QuestionKind("meetings.which", Step.MENU)
SEVERAL_DAYS = QuestionKind("meetings.days", Step.STOP_ASKED, {"yes": Meaning.YES, "no": Meaning.NO})
ON_THE_DAY = {Meaning.LATE: "late", Meaning.LEAVES_EARLY: "early"}
ANSWERS = {meaning: value for value, meaning in PRESENCE.items()}
MOST_MEETINGS = 4
TOGETHER = dt.timedelta(hours=1)


async def answered_reminder(turn: Turn, question: Question, given: Given) -> Reply:
    """Yes, no or perhaps to a reminder, or its button."""
    broadcast = await turn.session.get_one(Broadcast, question.subject_id)
    meeting = await turn.session.get(Meeting, broadcast.meeting_id) if broadcast.meeting_id else None
    if meeting is None:
        return text("router-stale-button")
    told = broadcast.audience.get("meeting_version", meeting.version)
    if told != meeting.version and meeting.state is MeetingState.ANNOUNCED and meeting.starts_at > turn.now:
        return await _has_moved(turn, meeting)
    if await _asked_together(turn, question, given):
        return await _which(turn, await upcoming(turn), str(given.value))
    return await _answered(turn, meeting, given)


async def _asked_together(turn: Turn, question: Question, given: Given) -> bool:
    """Whether another reminder came in the same hour: a bare "oui" or a digit does not say for which of them."""
    if turn.incoming.button is not None or (given.reading is not None and given.reading.why not in BARE_ANSWERS):
        return False
    others = [q for q in await questions_for(turn) if q.kind == REMINDER and q.answered_at is None]
    return any(
        other.prompt.get("meeting") != question.prompt.get("meeting")
        and abs(other.asked_at - question.asked_at) < TOGETHER
        for other in others
    )


async def _has_moved(turn: Turn, meeting: Meeting) -> Reply:
    """They answered the day and hour of before: what it is now, and the question again."""
    roundtable = (await roundtable_of(turn.session, meeting)).name
    prompt = text("meetings-has-moved", roundtable=roundtable, place=meeting.place, **said.when_args(meeting))
    return Ask(Outgoing(prompt, said.ANSWERS), OF_MEETING, meeting.id, kept={"meeting": meeting.id})


async def answered_meeting(turn: Turn, question: Question, given: Given) -> Reply:
    return await _answered(turn, await turn.session.get_one(Meeting, question.subject_id), given)


async def _answered(turn: Turn, meeting: Meeting, given: Given) -> Reply:
    """A sentence may name another day than the one that was asked about; a digit, a button or a bare word does not."""
    value = str(given.value)
    if given.reading is not None and given.reading.why not in BARE_ANSWERS:
        heard = Heard(PRESENCE[value], turn.text, given.reading.slots, beside=given.beside, meeting_id=meeting.id)
        return await presence_meant(turn, heard)
    return await _record(turn, meeting, value, given.beside)


async def presence_meant(turn: Turn, heard: Heard) -> Reply:
    """Whether they come, in a keyword or a sentence: kept at once for the one meeting meant, and said back."""
    if turn.person is None:
        return None
    value = ANSWERS[heard.meaning]
    several = await days.days_of(turn, heard.payload or turn.text)
    if several.unplaced:
        await for_a_human(turn, TaskKind.UNCLEAR_ANSWER)
        return text("meetings-days-not", **human(turn))
    if several.answers:
        return await _several_days(turn, several)
    named, meeting = await days.day_named(turn, heard.payload or turn.text)
    if meeting is None and not named and heard.meeting_id is not None:
        meeting = await turn.session.get(Meeting, heard.meeting_id)
    if meeting is not None:
        return await _record(turn, meeting, value, heard.beside)
    return await _forupcoming(turn, value, heard, named=named)


async def _forupcoming(turn: Turn, value: str, heard: Heard, *, named: bool) -> Reply:
    """The only meeting to come when they say so plainly; else they choose. A day that has no meeting is asked about."""
    meetings = await upcoming(turn)
    if not meetings:
        return text("meetings-nothing-to-answer")
    plain = heard.keyword is Keyword.ABSENT or len(turn.text.split()) > 1
    if len(meetings) == 1 and plain and not named:
        return await _record(turn, meetings[0], value, heard.beside)
    return await _which(turn, meetings, value)


async def _which(turn: Turn, meetings: Sequence[Meeting], value: str) -> Ask:
    options = []
    for meeting in meetings[:MOST_MEETINGS]:
        roundtable = await roundtable_of(turn.session, meeting)
        options.append(Option(f"{meeting.id}|{value}", said.name_of(meeting, roundtable.name)))
    options.append(Option("none", text("meetings-neither")))
    return Ask(Outgoing(text(f"meetings-which-{value}"), tuple(options)), WHICH)


async def told_which(turn: Turn, question: Question, given: Given) -> Reply:
    number, _, value = str(given.value).partition("|")
    if number == "none":
        return text("meetings-nothing-changed")
    return await _record(turn, await turn.session.get_one(Meeting, int(number)), value)


async def _several_days(turn: Turn, several: days.Days) -> Reply:
    """Several days are read back, and confirmed once."""
    yes, no = Option("yes", text("dialogue-yes")), Option("no", text("dialogue-no"))
    prompt = text("meetings-days", days=await _lines(turn, several))
    return Ask(Outgoing(prompt, (yes, no)), SEVERAL_DAYS, turn.row.id)


async def told_days(turn: Turn, question: Question, given: Given) -> Reply:
    """Yes: what was written first is done. No: nothing is, and a human sees it."""
    row = await turn.session.get(IncomingMessage, question.subject_id)
    if row is None or turn.person is None:
        return text("router-stale-button")
    several = await days.days_of(turn, row.text)
    if given.value != "yes" or not several.answers:
        await for_a_human(turn, TaskKind.UNCLEAR_ANSWER)
        return text("meetings-days-not", **human(turn))
    offers: list[Piece] = []
    for meeting, value in several.answers:
        _words, offered = await _kept(turn, meeting, value, frozenset())
        offers += offered
    return [text("meetings-days-kept", days=await _lines(turn, several)), *offers[:1]]


async def _lines(turn: Turn, several: days.Days) -> list[Text]:
    lines = []
    for meeting, says in several.answers:
        name = (await roundtable_of(turn.session, meeting)).name
        lines.append(text(f"meetings-day-{says}", date=meeting.local_date, roundtable=name[:18].strip()))
    return lines


# -- what is kept ----------------------------------------------------------------------------------------------------


async def _record(turn: Turn, meeting: Meeting, value: str, beside: frozenset[Meaning] = frozenset()) -> Reply:
    words, offers = await _kept(turn, meeting, value, beside)
    return offers or words


async def _why_not(turn: Turn, meeting: Meeting) -> str:
    """Why an answer is of no use: the end of the message that says so; "" when it is kept."""
    if meeting.state is MeetingState.CANCELLED:
        return "was-cancelled"
    if meeting.starts_at <= turn.now:
        return "is-over"
    row = await attendance_of(turn.session, meeting.id, turn.person.id) if turn.person is not None else None
    return "invitation-mistake" if row is not None and row.taken_back_at is not None else ""


async def _kept(
    turn: Turn, meeting: Meeting, value: str, beside: frozenset[Meaning]
) -> tuple[Text | None, list[Piece]]:
    """The answer kept: what is said of it, or what those who listen say in its place."""
    roundtable = (await roundtable_of(turn.session, meeting)).name
    if why := await _why_not(turn, meeting):
        return text(f"meetings-{why}", roundtable=roundtable, date=meeting.local_date), []
    if turn.person is None:
        return None, []
    answer = Answer(value)
    row = await attendance_made(turn.session, meeting.id, turn.person.id)
    if row.answer is answer and Meaning.COMMENT in beside:
        return None, []  # said before: of this message the words are new, and nothing else
    changed = row.answer not in (Answer.NONE, answer)
    row.answer, row.answered_at, row.answer_version = answer, turn.now, meeting.version
    partly = beside & ON_THE_DAY.keys()
    if not partly:
        row.needs = without_needs(row.needs, ON_THE_DAY.values())
    await _note(turn, meeting, answer)
    if answer is Answer.ABSENT:
        for need in needs_in(turn.text):  # why they do not come, for who could do something about it
            await for_a_human(turn, TaskKind(f"need_{need}"), note=turn.text[:300])
    offers = await turn.conversation.tell(turn, AnsweredMeeting(meeting, roundtable, answer, beside))
    if partly:
        return None, []  # what is said of coming later says it all
    if answer is Answer.ABSENT:
        return text("meetings-noted-absent", roundtable=roundtable, date=meeting.local_date), offers
    id = "meetings-noted-coming-after-all" if changed and answer is Answer.COMING else f"meetings-noted-{answer.value}"
    return text(id, roundtable=roundtable, date=meeting.local_date, start=meeting.local_start), offers


async def _note(turn: Turn, meeting: Meeting, answer: Answer) -> None:
    assert turn.person is not None
    await write_entry(
        turn.session,
        "meetings.answered",
        now=turn.now,
        actor=f"person:{turn.person.pseudonym}",
        subject=turn.person.pseudonym,
        thing="meeting",
        thing_id=meeting.id,
        channel=turn.incoming.channel,
        answer=answer.value,
    )


async def partly_meant(turn: Turn, heard: Heard) -> Reply:
    """They come later, or leave before the end: coming, and those who hold the meeting see how."""
    if turn.person is None:
        return None
    _named, meeting = await days.day_named(turn, turn.text)
    meetings = await upcoming(turn)
    if meeting is None and heard.meeting_id is not None:
        meeting = await turn.session.get(Meeting, heard.meeting_id)
    meeting = meeting or (meetings[0] if len(meetings) == 1 else None)
    if meeting is None or meeting.starts_at <= turn.now:
        return None
    if Meaning.COMING not in heard.beside:
        await _kept(turn, meeting, Answer.COMING.value, heard.beside | {heard.meaning})
    row = await attendance_made(turn.session, meeting.id, turn.person.id)
    row.needs = with_need(row, ON_THE_DAY[heard.meaning])
    roundtable = (await roundtable_of(turn.session, meeting)).name
    return text(
        f"meetings-noted-{ON_THE_DAY[heard.meaning]}",
        roundtable=roundtable,
        date=meeting.local_date,
        start=meeting.local_start,
    )


def with_need(row: Attendance, need: str) -> str:
    return f",{','.join(sorted({n for n in row.needs.split(',') if n} | {need}))},"


def without_needs(written: str, needs: Iterable[str]) -> str:
    kept = sorted({n for n in written.split(",") if n} - set(needs))
    return f",{','.join(kept)}," if kept else ""


async def upcoming(turn: Turn) -> list[Meeting]:
    return await upcoming_meetings(turn.session, turn.person.id, turn.now) if turn.person else []


def human(turn: Turn) -> dict[str, str]:
    return {"name": turn.installation.contact_name, "phone": turn.installation.contact_phone}
