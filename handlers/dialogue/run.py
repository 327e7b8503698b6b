"""Runs dialogues: starts, resumes, parks, ends them; turns a stop into a question row and a delivery."""

from __future__ import annotations

import datetime as dt
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from sqlalchemy import delete, select, update

from db.contacts import Contact
from db.conversations import (
    Dialogue,
    DialogueState,
    IncomingMessage,
    Question,
    QuestionState,
    Task,
    current_dialogue,
    parked_dialogue,
)
from db.deliveries import WAITING, Delivery, Status
from db.people import Person
from db.session import AsyncSession
from handlers import sending
from handlers.access import Refused
from handlers.dialogue.talk import Asked, Given, Talk, Unclear, Waiting
from handlers.turn import Ask, House, Piece, Said, Start, pieces_of
from messages import Outgoing, Text, text

MOST_UNCLEAR = 2
TOPIC = "dialogue"

Script = Callable[[Talk], Awaitable[Said]]


@dataclass(frozen=True, slots=True)
class Definition:
    name: str
    script: Script


def dialogue(name: str) -> Callable[[Script], Definition]:
    """Marks a function as a dialogue. It is reached only once a topic lists it."""

    def mark(script: Script) -> Definition:
        return Definition(name, script)

    return mark


@dataclass(slots=True)
class Stage:
    """Where a dialogue is played: one contact, one person, one transaction."""

    session: AsyncSession
    house: House
    contact: Contact
    person: Person | None
    now: dt.datetime
    definitions: Mapping[str, Definition]
    # How words leave: as a reply to what was just written, or as a message of its own when the hour brought it.
    say: Callable[[Outgoing | Text, Question | None], Awaitable[object]]


async def begin(stage: Stage, start: Start, given: Given | None = None) -> None:
    """Start a dialogue; the one under way is parked (one deep: what was parked before is cancelled)."""
    if start.afresh:
        await start_over(stage.session, stage.contact.id, start.dialogue, stage.now)
    await park(stage)
    row = Dialogue(
        contact_id=stage.contact.id,
        person_id=stage.person.id if stage.person else None,
        name=start.dialogue,
        start=dict(start.start),
        offered=dict(start.offered),
        answers={},
        once={},
        started_at=stage.now,
        updated_at=stage.now,
    )
    stage.session.add(row)
    await stage.session.flush()
    await play(stage, row, None)
    if start.first_words and row.state == DialogueState.ACTIVE:
        question = await question_of(stage.session, row)
        if question is not None and question.free_text:
            await play(stage, row, given or Given(start.first_words))


async def play(stage: Stage, row: Dialogue, given: Given | None) -> None:
    """Run the dialogue from the top with what was given, and say what comes of it."""
    question = await question_of(stage.session, row)
    talk = Talk(
        stage.session,
        stage.house,
        stage.contact,
        stage.person,
        stage.now,
        row,
        given,
        asked_key=question.key if question else "",
        asked_shown=question.shown if question else "",
    )
    row.updated_at = stage.now
    try:
        said = await stage.definitions[row.name].script(talk)
    except Asked as asked:
        await _say_all(stage, talk)
        await _ask(stage, row, asked, question)
    except Waiting:
        await _say_all(stage, talk)
    except Unclear as unclear:
        await _say_all(stage, talk)
        await _unclear(stage, row, question, unclear)
    except Refused as refused:  # what it was for cannot be done: it ends with the reason
        await _say_all(stage, talk)
        await finish(stage, row, refused.reason)
    else:
        await _say_all(stage, talk)
        await finish(stage, row, said)


async def finish(stage: Stage, row: Dialogue, said: Said) -> None:
    """The dialogue came to its end: say its last words, then take up again what was parked."""
    row.state = DialogueState.DONE
    row.collecting = ""
    row.collect_due_at = None
    await _close_questions(stage.session, row, QuestionState.ANSWERED, stage.now)
    next_start = await _say_pieces(stage, pieces_of(said))
    if next_start is not None:
        await begin(stage, next_start)
        return
    await resume_parked(stage)


async def ask_again(stage: Stage, row: Dialogue) -> None:
    """The question comes back after AIDE, STATUT or TARIFS were answered."""
    if row.collecting:
        _wait_longer(stage, row)
    else:
        await _close_questions(stage.session, row, QuestionState.DROPPED, stage.now)
    await play(stage, row, None)


def _wait_longer(stage: Stage, row: Dialogue) -> None:
    """The quiet minutes of a collection begin again; none run while nothing was written yet."""
    if row.collecting and row.once.get(f"{row.collecting}:pieces"):
        row.collect_due_at = stage.now + stage.house.pieces


async def correct(stage: Stage, row: Dialogue) -> None:
    """CORRIGE: drop the last answer, and ask its question again."""
    kept = list(row.answers)
    if kept:
        Talk(stage.session, stage.house, stage.contact, stage.person, stage.now, row).forget(kept[-1])
    await ask_again(stage, row)


async def park(stage: Stage) -> None:
    current = await current_dialogue(stage.session, stage.contact.id)
    if current is None:
        return
    older = await parked_dialogue(stage.session, stage.contact.id)
    if older is not None:
        await drop(stage.session, older, DialogueState.CANCELLED, stage.now)
    current.state = DialogueState.PARKED
    await _move_questions(stage.session, current, QuestionState.OPEN, QuestionState.PARKED)


async def resume_parked(stage: Stage) -> None:
    row = await parked_dialogue(stage.session, stage.contact.id)
    if row is None:
        return
    row.state = DialogueState.ACTIVE
    await _close_questions(stage.session, row, QuestionState.DROPPED, stage.now)
    _wait_longer(stage, row)
    await play(stage, row, None)


async def drop(session: AsyncSession, row: Dialogue, state: DialogueState, now: dt.datetime) -> None:
    row.state = state
    row.collecting = ""
    row.collect_due_at = None
    await _close_questions(session, row, QuestionState.DROPPED, now)


async def start_over(session: AsyncSession, contact_id: int, name: str, now: dt.datetime) -> None:
    """This dialogue is begun anew: the one under way or parked under the same name does not come back after it."""
    rows = await session.scalars(
        select(Dialogue).where(
            Dialogue.contact_id == contact_id,
            Dialogue.name == name,
            Dialogue.state.in_([DialogueState.ACTIVE, DialogueState.PARKED]),
        )
    )
    for row in rows:
        await drop(session, row, DialogueState.CANCELLED, now)


async def drop_all(session: AsyncSession, contact_id: int, now: dt.datetime) -> None:
    """ARRET ends everything that was under way."""
    rows = await session.scalars(
        select(Dialogue).where(
            Dialogue.contact_id == contact_id, Dialogue.state.in_([DialogueState.ACTIVE, DialogueState.PARKED])
        )
    )
    for row in rows:
        await drop(session, row, DialogueState.CANCELLED, now)
    await session.execute(
        update(Question)
        .where(Question.contact_id == contact_id, Question.state.in_([QuestionState.OPEN, QuestionState.PARKED]))
        .values(state=QuestionState.DROPPED)
    )


async def forget(session: AsyncSession, row: Dialogue, incoming_ids: list[int]) -> None:
    """Blank everything that would link a nameless comment to its author: the words, the questions, the run itself."""
    asked = await session.scalars(select(Question.id).where(Question.dialogue_id == row.id))
    question_ids = list(asked)
    asked_in = Delivery.question_id.in_(question_ids)
    await session.execute(
        update(Delivery).where(asked_in, Delivery.status.in_(WAITING)).values(status=Status.CANCELLED)
    )
    await session.execute(update(Delivery).where(asked_in).values(body="", buttons=None))
    await session.execute(
        update(IncomingMessage)
        .where(IncomingMessage.id.in_(incoming_ids))
        .values(text="", payload=None, fate="answer", kind="text")
    )
    await session.execute(delete(Question).where(Question.dialogue_id == row.id))
    row.answers, row.once, row.offered, row.start = {}, {}, {}, {}


async def question_of(session: AsyncSession, row: Dialogue) -> Question | None:
    """The question this dialogue waits on."""
    return await session.scalar(
        select(Question)
        .where(Question.dialogue_id == row.id, Question.state == QuestionState.OPEN)
        .order_by(Question.id.desc())
        .limit(1)
    )


async def _ask(stage: Stage, row: Dialogue, asked: Asked, before: Question | None) -> None:
    if before is not None and before.key == asked.key and asked.collecting:
        question = before  # the same collection goes on
    else:
        await _close_questions(stage.session, row, QuestionState.ANSWERED, stage.now)
        question = await sending.open_question(
            stage.session,
            stage.house,
            stage.contact,
            stage.person,
            Ask(asked.outgoing, TOPIC, free_text=asked.free_text, lasts=stage.house.dialogue_lasts),
            now=stage.now,
            dialogue_id=row.id,
            key=asked.key,
        )
    question.shown = asked.shown
    row.collecting = asked.key if asked.collecting else ""
    if not asked.collecting:
        row.collect_due_at = None
    await stage.say(asked.outgoing, question)


async def _unclear(stage: Stage, row: Dialogue, question: Question | None, unclear: Unclear) -> None:
    """Never guessed: asked once more with an example, then handed to a coordinator."""
    times = (question.unclear if question else 0) + 1
    if question is not None:
        question.unclear = times
    if times < MOST_UNCLEAR:
        await stage.say(unclear.reason, None)
        await _repeat(stage, row, times)
        return
    stage.session.add(
        Task(
            organisation_id=stage.house.organisation_id,
            kind="unclear_answer",
            person_id=row.person_id,
            contact_id=stage.contact.id,
            created_at=stage.now,
        )
    )
    await stage.say(text("dialogue-handed-over", name=stage.house.contact_name, phone=stage.house.contact_phone), None)


async def _repeat(stage: Stage, row: Dialogue, times: int) -> None:
    await _close_questions(stage.session, row, QuestionState.DROPPED, stage.now)
    await play(stage, row, None)
    asked = await question_of(stage.session, row)
    if asked is not None:
        asked.unclear = times


async def _say_all(stage: Stage, talk: Talk) -> None:
    for words in talk.said:
        await stage.say(words, None)


async def _say_pieces(stage: Stage, pieces: list[Piece]) -> Start | None:
    """Say them in order; a `Start` is returned for the end."""
    start: Start | None = None
    for piece in pieces:
        if isinstance(piece, Start):
            start = piece
        elif isinstance(piece, Ask):
            question = await sending.open_question(
                stage.session, stage.house, stage.contact, stage.person, piece, now=stage.now
            )
            await stage.say(piece.outgoing, question)
        else:
            await stage.say(piece, None)
    return start


async def _close_questions(session: AsyncSession, row: Dialogue, state: QuestionState, now: dt.datetime) -> None:
    await session.execute(
        update(Question)
        .where(Question.dialogue_id == row.id, Question.state.in_([QuestionState.OPEN, QuestionState.PARKED]))
        .values(state=state, answered_at=now)
    )


async def _move_questions(session: AsyncSession, row: Dialogue, old: QuestionState, new: QuestionState) -> None:
    await session.execute(
        update(Question).where(Question.dialogue_id == row.id, Question.state == old).values(state=new)
    )
