"""What the hour brings for dialogues: two quiet minutes end a collection of words; three days end the rest."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from sqlalchemy import select

from db import message_kinds
from db.contacts import Contact
from db.conversations import Dialogue, DialogueState, Question, TaskKind
from db.people import Person
from db.tasks import add_task
from handlers import sending
from handlers.acting import Acting, actor_of, nobody
from handlers.dialogue import run, state
from handlers.dialogue.definition import Definition, Forget
from handlers.dialogue.run import Stage
from handlers.dialogue.talk import Given
from messages import Outgoing, Text, text

Due = Callable[[Acting], Awaitable[int]]
AT_ONCE = 100
OF_ITSELF = sending.SendOptions(message_kinds.REPLY)


def due_for(definitions: Callable[[], Mapping[str, Definition]]) -> tuple[Due, ...]:
    """The due functions, bound to the dialogues of the list of topics."""

    async def quiet_collections(acting: Acting) -> int:
        """Nothing more came: what was written is taken as whole, and the dialogue goes on."""
        rows = await acting.session.scalars(
            select(Dialogue)
            .where(Dialogue.state == DialogueState.ACTIVE, Dialogue.collect_due_at <= acting.now)
            .order_by(Dialogue.id)
            .limit(AT_ONCE)
        )
        done = 0
        for row in rows:
            row.collect_due_at = None
            stage = await _stage(acting, row, definitions())
            if stage is not None:
                await run.play(stage, row, Given("", ended=True))
                done += 1
        return done

    async def expired_dialogues(acting: Acting) -> int:
        """Without an answer for three days: the person is told, and their words are kept for a human."""
        rows = await acting.session.scalars(
            select(Dialogue)
            .where(Dialogue.state.in_([DialogueState.ACTIVE, DialogueState.PARKED]))
            .where(Dialogue.updated_at <= acting.now - acting.installation.dialogue_lasts)
            .order_by(Dialogue.id)
            .limit(AT_ONCE)
        )
        done = 0
        for row in rows:
            parked = row.state is DialogueState.PARKED
            forget = definitions()[row.name].forget if row.name in definitions() else None
            said, answers = await _expire(acting, row, forget)
            stage = await _stage(acting, row, definitions(), answers)
            if stage is not None and not parked:
                await stage.say(text(said), None)
            done += 1
        return done

    return quiet_collections, expired_dialogues


async def _expire(acting: Acting, row: Dialogue, forget: Forget | None) -> tuple[str, int | None]:
    """End it; returns the message to say, and the message that it answers. Words that were to be nobody's are shown to
    nobody: they are forgotten, and so is what is said of it, once it left.
    """
    words, nameless = words_kept(row), bool(row.memo.get("nameless") or row.start.get("nameless"))
    await state.drop(acting, row, DialogueState.EXPIRED)
    if nameless and forget is not None:
        return "dialogue-expired-nameless", await forget(acting, row)
    if words:
        await add_task(
            acting.session,
            acting.organisation_id,
            TaskKind.UNCLEAR_ANSWER,
            now=acting.now,
            contact_id=row.contact_id,
            person_id=row.person_id,
            note=words,
        )
    return "dialogue-expired-kept" if words else "dialogue-expired", None


def words_kept(row: Dialogue) -> str:
    """What the person had written for a collection that never ended."""
    return " ".join(str(piece["text"]) for piece in state.pieces_kept(row))


async def _stage(
    acting: Acting, row: Dialogue, definitions: Mapping[str, Definition], answers: int | None = None
) -> Stage | None:
    """Where the dialogue goes on by itself: what it says is a message of its own. None when it cannot.

    `answers`: the message that it answers all the same.
    """
    contact = await acting.session.get(Contact, row.contact_id)
    if contact is None or row.name not in definitions:
        return None
    person = await acting.session.get(Person, row.person_id) if row.person_id else None

    async def say(words: Outgoing | Text, question: Question | None) -> object:
        return await sending.write_to(
            acting, contact, words, options=OF_ITSELF, person=person, question=question, answers=answers
        )

    via = contact.channel
    actor = await actor_of(acting.session, person, via, contact) if person else nobody(via)
    return Stage(acting.as_actor(actor), contact, person, definitions, say)
