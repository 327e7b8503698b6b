"""Runs dialogues: starts, resumes, parks, ends them; turns a stop into a question row and a delivery."""

from __future__ import annotations

import datetime as dt
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace

from db.contacts import Contact
from db.conversations import (
    Dialogue,
    DialogueState,
    Question,
    QuestionState,
    TaskKind,
    current_dialogue,
    parked_dialogue,
)
from db.people import Person
from db.session import AsyncSession
from db.tasks import add_task
from handlers import sending
from handlers.acting import Acting, Refused
from handlers.dialogue import state
from handlers.dialogue.definition import Definition
from handlers.dialogue.state import (
    close_questions,
    drop,
    move_questions,
    question_of,
    set_aside,
    start_over,
)
from handlers.dialogue.talk import AwaitsAnswer, AwaitsMoreWords, Given, Talk, Unclear
from handlers.installation import Installation
from handlers.turn import Ask, Piece, QuestionKind, Reply, Start, pieces_of
from messages import Outgoing, Text, text
from messages.reading import Step

MOST_UNCLEAR = 2
MOST_UNCLEAR_OF_A_FORM = 5  # a coordinator would lose all that was typed before
OF_A_DIALOGUE = {free: QuestionKind("dialogue", Step.MENU, free_text=free) for free in (False, True)}


@dataclass(slots=True)
class Stage:
    """Where a dialogue is played: one contact, one person, one transaction."""

    acting: Acting
    contact: Contact
    person: Person | None
    definitions: Mapping[str, Definition]
    # How words leave: as a reply to what was just written, or as a message of its own when the hour brought it.
    say: Callable[[Outgoing | Text, Question | None], Awaitable[object]]
    before: Text | None = None  # what is said in the same message as the next question

    @property
    def session(self) -> AsyncSession:
        return self.acting.session

    @property
    def installation(self) -> Installation:
        return self.acting.installation

    @property
    def now(self) -> dt.datetime:
        return self.acting.now


async def begin(stage: Stage, start: Start, given: Given | None = None) -> None:
    """Start a dialogue; the one under way is parked (one deep: what was parked before is cancelled).

    A coordinator's form gives way to another for good: it would come back in the middle of something else.
    """
    if start.takes_up is not None:
        await take_up(stage, start.takes_up)
        return
    if start.afresh:
        await start_over(stage.acting, stage.contact.id, start.dialogue)
    if _verbatim(stage, start.dialogue):
        await leave_form(stage)
    await park(stage)
    row = await _new_row(stage, start, DialogueState.ACTIVE)
    await play(stage, row, None)
    if start.first_words and row.state == DialogueState.ACTIVE:
        question = await question_of(stage.session, row)
        if question is not None and question.free_text:
            await play(stage, row, given or Given(start.first_words))


async def take_up(stage: Stage, dialogue_id: int) -> None:
    """A dialogue that stands comes to the front, with its question; the one under way waits behind it."""
    row = await stage.session.get_one(Dialogue, dialogue_id)
    current = await current_dialogue(stage.session, stage.contact.id)
    if current is not None and current.id != row.id:
        await set_aside(stage.acting, current)
    row.state = DialogueState.ACTIVE
    await ask_again(stage, row)


def _verbatim(stage: Stage, name: str) -> bool:
    return name in stage.definitions and stage.definitions[name].verbatim


async def leave_form(stage: Stage) -> bool:
    """The coordinator's form under way is dropped; False when there is none."""
    current = await current_dialogue(stage.session, stage.contact.id)
    if current is None or not _verbatim(stage, current.name):
        return False
    await drop(stage.acting, current, DialogueState.CANCELLED)
    return True


async def begin_parked(stage: Stage, start: Start) -> None:
    """A dialogue that waits behind what is asked now; it takes the place of the one that waited."""
    if start.takes_up is not None:
        return  # it stands already
    older = await parked_dialogue(stage.session, stage.contact.id)
    if older is not None:
        await drop(stage.acting, older, DialogueState.CANCELLED)
    await _new_row(stage, start, DialogueState.PARKED)


async def _new_row(stage: Stage, start: Start, state: DialogueState) -> Dialogue:
    row = Dialogue(
        contact_id=stage.contact.id,
        person_id=stage.person.id if stage.person else None,
        name=start.dialogue,
        state=state,
        start=dict(start.start),
        prefill=dict(start.prefill),
        answers={},
        memo={},
        started_at=stage.now,
        updated_at=stage.now,
    )
    stage.session.add(row)
    await stage.session.flush()
    return row


async def play(stage: Stage, row: Dialogue, given: Given | None) -> None:
    """Run the dialogue from the top with what was given, and say what comes of it."""
    question = await question_of(stage.session, row)
    talk = Talk(
        stage.acting,
        stage.contact,
        stage.person,
        row,
        given,
        asked_key=question.key if question else "",
        asked_shown=question.shown if question else "",
    )
    row.updated_at = stage.now
    try:
        said = await stage.definitions[row.name].script(talk)
    except AwaitsAnswer as asked:
        await _say_all(stage, talk)
        await _ask(stage, row, asked, question)
    except AwaitsMoreWords:
        await _say_all(stage, talk)
    except Unclear as unclear:
        await _say_all(stage, talk)
        await _unclear(stage, row, question, unclear, given.incoming_id if given else None)
    except Refused as refused:  # what it was for cannot be done: it ends with the reason
        await _say_all(stage, talk)
        await finish(stage, row, refused.reason)
    else:
        await _say_all(stage, talk)
        await finish(stage, row, said)


async def finish(stage: Stage, row: Dialogue, said: Reply) -> None:
    """The dialogue came to its end: say its last words, then take up again what was parked."""
    row.state = DialogueState.DONE
    row.collecting = ""
    row.collect_due_at = None
    await close_questions(stage.acting, row, QuestionState.ANSWERED)
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
        await close_questions(stage.acting, row, QuestionState.DROPPED)
    await play(stage, row, None)


def _wait_longer(stage: Stage, row: Dialogue) -> None:
    """The quiet minutes of a collection begin again; none run while nothing was written yet."""
    if row.collecting and row.memo.get(f"{row.collecting}:pieces"):
        row.collect_due_at = stage.now + stage.installation.pieces


async def correct(stage: Stage, row: Dialogue) -> None:
    """CORRIGE: drop the last answer, and ask its question again."""
    kept = list(row.answers)
    if kept:
        Talk(stage.acting, stage.contact, stage.person, row).forget(kept[-1])
    await ask_again(stage, row)


async def park(stage: Stage) -> None:
    current = await current_dialogue(stage.session, stage.contact.id)
    if current is None:
        return
    older = await parked_dialogue(stage.session, stage.contact.id)
    if older is not None:
        await drop(stage.acting, older, DialogueState.CANCELLED)
    current.state = DialogueState.PARKED
    await move_questions(stage.session, current, QuestionState.OPEN, QuestionState.PARKED)


async def resume_parked(stage: Stage) -> None:
    row = await parked_dialogue(stage.session, stage.contact.id)
    if row is None:
        return
    if state.nothing_written(row):  # they went on to something else before a word of it
        await drop(stage.acting, row, DialogueState.CANCELLED)
        return
    row.state = DialogueState.ACTIVE
    await close_questions(stage.acting, row, QuestionState.DROPPED)
    _wait_longer(stage, row)
    await play(stage, row, None)


async def _ask(stage: Stage, row: Dialogue, asked: AwaitsAnswer, before: Question | None) -> None:
    if before is not None and before.key == asked.key and asked.collecting:
        question = before  # the same collection goes on, and may be ended from now on
        question.asked_at = stage.now  # its list is the last that they see
        question.options = sending.options_kept(stage.acting, stage.contact, stage.person, asked.outgoing)
    else:
        await close_questions(stage.acting, row, QuestionState.ANSWERED)
        question = await sending.open_question(
            stage.acting,
            stage.contact,
            stage.person,
            Ask(asked.outgoing, OF_A_DIALOGUE[asked.free_text], lasts=stage.installation.dialogue_lasts),
            dialogue_id=row.id,
            key=asked.key,
        )
    question.shown = asked.shown
    row.collecting = asked.key if asked.collecting else ""
    if not asked.collecting:
        row.collect_due_at = None
    reason, stage.before = stage.before, None
    await stage.say(sending.after(reason, asked.outgoing) if reason is not None else asked.outgoing, question)


async def _unclear(
    stage: Stage, row: Dialogue, question: Question | None, unclear: Unclear, incoming_id: int | None
) -> None:
    """Never guessed: asked once more with an example, then handed to a coordinator, once.

    The question is shown again each time: it still waits, and a digit would mean nothing without it.
    """
    times = (question.unclear if question else 0) + 1
    if question is not None:
        question.unclear = times
    if times != (MOST_UNCLEAR_OF_A_FORM if stage.acting.actor.coordinator else MOST_UNCLEAR):
        await _repeat(stage, row, times, unclear.reason)
        return
    if stage.acting.actor.coordinator and await leave_form(stage):
        await stage.say(text("dialogue-form-left"), None)
        return
    await add_task(
        stage.session,
        stage.installation.organisation_id,
        TaskKind.UNCLEAR_ANSWER,
        now=stage.now,
        contact_id=stage.contact.id,
        person_id=row.person_id,
        incoming_id=incoming_id,
    )
    house = stage.installation
    handed_over = text("dialogue-handed-over", name=house.contact_name, phone=house.contact_phone)
    await _repeat(stage, row, times, handed_over)


async def _repeat(stage: Stage, row: Dialogue, times: int, reason: Text) -> None:
    """The question again behind what was not clear, in one message."""
    await close_questions(stage.acting, row, QuestionState.DROPPED)
    again = replace(stage, before=reason)
    await play(again, row, None)
    if again.before is not None:  # nothing was asked: it is said alone
        await stage.say(reason, None)
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
            question = await sending.open_question(stage.acting, stage.contact, stage.person, piece)
            await stage.say(piece.outgoing, question)
        else:
            await stage.say(piece, None)
    return start
