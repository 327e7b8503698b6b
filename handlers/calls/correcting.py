"""A coordinator says what someone's words meant: it takes effect, and the person is told, with the word that undoes it.

What was read before, and what another coordinator had said, is taken back first. "nothing" takes back and does no more.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from db import message_kinds
from db.contacts import Contact, Reach
from db.conversations import (
    IncomingMessage,
    Question,
    QuestionState,
    Task,
    TaskKind,
    open_questions,
)
from db.deliveries import Priority
from db.exchanged import last_read_of
from db.journal import write_entry
from db.meetings.questions import attendance_made, roundtable_of, upcoming_meetings
from db.meetings.tables import Answer, Attendance, Meeting
from db.people import Person
from db.tasks import add_task, close_tasks, is_first_read, message_of, tasks_alike
from handlers import open_questions as asked
from handlers import sending
from handlers.act import Field, Writes, act_on
from handlers.acting import Acting, ActResult, refuse
from handlers.dialogue import Given
from handlers.sending import SendOptions
from handlers.things import PERSON, TASK
from handlers.turn import Ask, QuestionKind, Reply, Turn
from messages import Option, Outgoing, Text, text
from messages.reading import Meaning, Step

TOLD = SendOptions(message_kinds.NOTICE, priority=Priority.REPLY, any_consent=True)
CORRECTED = QuestionKind("calls.corrected", Step.STOP_ASKED, {"yes": Meaning.YES, "no": Meaning.NO})
IS_A_COMMENT = QuestionKind(asked.MEANT_ONE, Step.STOP_ASKED, {"0": Meaning.YES, "none": Meaning.NO})
YES_NO = (Option("yes", text("dialogue-yes")), Option("no", text("dialogue-no")))
TRANSPORT = "transport"
# Cards that are there because of what was read, or because nobody knew what the words meant.
SETTLED_BY_IT = frozenset({TaskKind.UNKNOWN_WORD, TaskKind.UNCLEAR_ANSWER, TaskKind.DISTRESS})


class MeantAs(StrEnum):
    """What a coordinator may say that words meant."""

    COMING = "coming"
    ABSENT = "absent"
    COMMENT = "comment"
    RIDE = "ride"
    NOTHING = "nothing"


READ_AS = {
    MeantAs.COMING: Meaning.COMING,
    MeantAs.ABSENT: Meaning.ABSENT,
    MeantAs.COMMENT: Meaning.COMMENT,
    MeantAs.RIDE: Meaning.HELP,
    MeantAs.NOTHING: Meaning.SMALLTALK,
}
ANSWERS = {MeantAs.COMING: Answer.COMING, MeantAs.ABSENT: Answer.ABSENT}
PRESENCE = {Meaning.COMING: Answer.COMING, Meaning.ABSENT: Answer.ABSENT, Meaning.MAYBE: Answer.MAYBE}


async def correct(acting: Acting, person: Person, row: IncomingMessage, meant: MeantAs) -> Text | str:
    """Do it, and tell the person; what was told them. Raises `Refused` when there is no meeting, or no way to write."""
    contact = await _where_they_wrote(acting, row)
    meeting = await _meeting(acting, person)
    if meeting is None and meant in (MeantAs.COMING, MeantAs.ABSENT, MeantAs.RIDE):
        raise refuse("calls-meant-no-meeting", name=person.name)
    read = row.correction["read"] if row.correction else row.reading
    taken_back = await take_back(acting, person, row)
    row.correction = {"as": meant.value, "read": read, **await _take_effect(acting, person, row, meant, meeting)}
    row.reading = "" if meant is MeantAs.NOTHING else READ_AS[meant].value
    ask = await _told(acting, row, meant, meeting, changed=taken_back)
    question = None
    if isinstance(ask, Ask):
        question = await sending.open_question(acting, contact, person, ask)
    outgoing = ask.outgoing if isinstance(ask, Ask) else Outgoing(ask)
    await sending.write_to(acting, contact, outgoing, options=TOLD, person=person, question=question)
    return outgoing.text


async def _where_they_wrote(acting: Acting, row: IncomingMessage) -> Contact:
    contact = await acting.session.get(Contact, row.contact_id) if row.contact_id else None
    if contact is None or contact.reach in (Reach.BLOCKED, Reach.NOT_STARTED, Reach.INVALID):
        raise refuse("calls-meant-cannot-write")
    return contact


async def _meeting(acting: Acting, person: Person) -> Meeting | None:
    """The next one of this person's, the one that their words are about."""
    found = await upcoming_meetings(acting.session, person.id, acting.now, limit=1)
    return found[0] if found and found[0].starts_at > acting.now else None


# -- what takes effect, and is taken back ------------------------------------------------------------------------------


async def _take_effect(
    acting: Acting, person: Person, row: IncomingMessage, meant: MeantAs, meeting: Meeting | None
) -> dict[str, Any]:
    """What is changed, as taking it back wants it."""
    if meeting is None or meant not in (*ANSWERS, MeantAs.RIDE):
        return {}
    seat = await attendance_made(acting.session, meeting.id, person.id)
    if meant is MeantAs.RIDE:
        had = TRANSPORT in seat.needs.split(",")
        seat.needs = _needs({*seat.needs.split(","), TRANSPORT})
        kind = TaskKind.NEED_TRANSPORT
        task = await add_task(
            acting.session, acting.organisation_id, kind, now=acting.now, contact_id=row.contact_id,
            person_id=person.id, incoming_id=row.id, once=True,
        )  # fmt: skip
        return {"meeting": meeting.id, "ride": not had, "listed": task is not None}
    before = {"before": seat.answer.value, "version": seat.answer_version}
    seat.answer, seat.answered_at, seat.answer_version = ANSWERS[meant], acting.now, meeting.version
    return {"meeting": meeting.id, **before}


async def take_back(acting: Acting, person: Person, row: IncomingMessage) -> bool:
    """What these words had brought about, by a coordinator or by themselves, is as it was; whether anything was."""
    await _drop_questions(acting, row)
    if row.correction is not None:
        return await _uncorrect(acting, person, row.correction, row)
    answers = [PRESENCE[Meaning(one)] for one in row.reading.split(" + ") if one in PRESENCE]
    changed = False
    for seat in await _seats(acting, person):
        if seat.answer in answers and seat.answered_at == row.handled_at:
            seat.answer, seat.answered_at, changed = Answer.NONE, None, True
    return changed


async def _uncorrect(acting: Acting, person: Person, done: dict[str, Any], row: IncomingMessage) -> bool:
    meeting_id = done.get("meeting")
    if meeting_id is None:
        return bool(done["as"] == MeantAs.COMMENT)
    seat = await attendance_made(acting.session, meeting_id, person.id)
    if "before" in done:
        if seat.answer is not ANSWERS[MeantAs(done["as"])]:
            return False  # they have answered since
        seat.answer = Answer(done["before"])
        seat.answered_at = seat.answered_at if done["before"] != Answer.NONE else None
        seat.answer_version = done.get("version", seat.answer_version)
        return True
    if done.get("ride"):
        seat.needs = _needs(set(seat.needs.split(",")) - {TRANSPORT})
    if done.get("listed") and row.contact_id is not None:
        await close_tasks(acting.session, row.contact_id, [TaskKind.NEED_TRANSPORT], acting.now)
    return True


async def _drop_questions(acting: Acting, row: IncomingMessage) -> None:
    """What was asked about these words has its answer now."""
    if row.contact_id is None:
        return
    for question in await open_questions(acting.session, row.contact_id, acting.now):
        if question.subject_id == row.id and question.kind in (*asked.DOUBTS, CORRECTED.name):
            question.state = QuestionState.DROPPED


async def _seats(acting: Acting, person: Person) -> list[Attendance]:
    meetings = await upcoming_meetings(acting.session, person.id, acting.now)
    return [await attendance_made(acting.session, meeting.id, person.id) for meeting in meetings]


def _needs(needs: set[str]) -> str:
    kept = sorted(needs - {""})
    return f",{','.join(kept)}," if kept else ""


# -- what the person is told -------------------------------------------------------------------------------------------


async def _told(
    acting: Acting, row: IncomingMessage, meant: MeantAs, meeting: Meeting | None, *, changed: bool
) -> Ask | Text:
    """One short text, whose NO undoes it."""
    who = acting.actor.name or acting.installation.contact_name
    if meant is MeantAs.NOTHING:
        return text("calls-meant-told-undone" if changed else "calls-meant-told-nothing", who=who)
    if meant is MeantAs.COMMENT:
        options = (Option("0", text("dialogue-yes")), Option("none", text("dialogue-no")))
        kept = {"readings": [[Meaning.COMMENT.value]], "step": Step.NOTHING.value}
        return Ask(Outgoing(text("calls-meant-told-comment", who=who), options), IS_A_COMMENT, row.id, kept=kept)
    assert meeting is not None
    roundtable = (await roundtable_of(acting.session, meeting)).name
    said = text(f"calls-meant-told-{meant.value}", who=who, roundtable=roundtable, date=meeting.local_date)
    return Ask(Outgoing(said, YES_NO), CORRECTED, row.id, kept={"meeting": meeting.id})


# -- the acts, and the answer of whoever wrote -------------------------------------------------------------------------


@act_on(
    TASK,
    "calls.correct",
    entry="calls.corrected",
    writes=Writes.CONCERNED,
    for_oneself=True,
    undone_by="calls.correct",
    twin="call-list --meant",
)
async def correct_card(
    acting: Acting, task: Task, meant: Annotated[MeantAs, Field("What the words of this card mean.", "--meant")]
) -> ActResult:
    """What the last words of a card mean; those that alerted, for a distress. A card that only asked what they mean is
    closed, and so is a distress that was none. NOTHING takes it back."""
    alike = await tasks_alike(acting.session, task)
    row = await message_of(acting.session, alike, first=is_first_read([task]))
    person = await acting.session.get(Person, row.person_id) if row is not None and row.person_id else None
    if row is None or person is None:
        raise refuse("calls-meant-no-words", number=task.id)
    said = await correct(acting, person, row, meant)
    for one in alike:
        if one.kind in SETTLED_BY_IT and one.closed_at is None:
            one.closed_at, one.outcome, one.alert_at = acting.now, "F", None
            one.acknowledged_by = one.acknowledged_by or acting.actor.person_id
    return _result(person, meant, said, task=task.id)


@act_on(
    PERSON,
    "calls.correct_last",
    entry="calls.corrected",
    writes=Writes.CONCERNED,
    for_oneself=True,
    undone_by="calls.correct_last",
    twin="call-list --person",
)
async def correct_last(
    acting: Acting, person: Person, meant: Annotated[MeantAs, Field("What their last message means.", "--meant")]
) -> ActResult:
    """What the last message of a person means, of those that their card shows. NOTHING takes it back."""
    row = await last_read_of(acting.session, person.id, acting.now)
    if row is None:
        raise refuse("calls-meant-no-message", name=person.name)
    return _result(person, meant, await correct(acting, person, row, meant))


def _result(person: Person, meant: MeantAs, said: Text | str, **data: Any) -> ActResult:
    meaning = text(f"calls-meant-{meant.value}")
    words = text("calls-meant-done", name=person.name, meaning=meaning, said=said)
    return ActResult(words, {"person": person.id, "meant": meant.value, **data}, noted={"meant": meant.value})


async def told_corrected(turn: Turn, question: Question, given: Given) -> Reply:
    """Yes: noted. No: it is undone, and a person reads their words again."""
    row = await turn.session.get(IncomingMessage, question.subject_id) if question.subject_id else None
    if row is None or turn.person is None or row.person_id != turn.person.id or row.correction is None:
        return text("router-stale-button")
    if given.value == "yes":
        return text("calls-meant-agreed")
    if given.value != "no":
        return None
    await take_back(turn.acting, turn.person, row)
    row.reading, row.correction = row.correction["read"], None
    await write_entry(
        turn.session, "calls.uncorrected", now=turn.now, actor=f"person:{turn.person.pseudonym}",
        subject=turn.person.pseudonym, channel=turn.contact.channel,
    )  # fmt: skip
    await add_task(
        turn.session, turn.installation.organisation_id, TaskKind.UNCLEAR_ANSWER, now=turn.now,
        contact_id=turn.contact.id, person_id=turn.person.id, incoming_id=row.id,
    )  # fmt: skip
    return text("calls-meant-undone", name=turn.installation.contact_name, phone=turn.installation.contact_phone)
