"""What the hour brings for dialogues: two quiet minutes end a collection of words; three days end the rest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from sqlalchemy import select

from db.contacts import Contact
from db.conversations import Dialogue, DialogueState, Question, Task
from db.deliveries import Priority
from db.people import Person
from db.session import AsyncSession
from handlers import sending
from handlers.dialogue import run
from handlers.dialogue.run import Definition, Stage
from handlers.dialogue.talk import Given
from handlers.turn import House
from messages import Outgoing, Text, text

Due = Callable[[AsyncSession, House, dt.datetime], Awaitable[int]]
AT_ONCE = 100
OF_ITSELF = sending.How(kind="reply", priority=Priority.REPLY, any_hour=True)


def due_for(definitions: Callable[[], Mapping[str, Definition]]) -> tuple[Due, ...]:
    """The due functions, bound to the dialogues of the list of topics."""

    async def quiet_collections(session: AsyncSession, house: House, now: dt.datetime) -> int:
        """Nothing more came: what was written is taken as whole, and the dialogue goes on."""
        rows = await session.scalars(
            select(Dialogue)
            .where(Dialogue.state == DialogueState.ACTIVE, Dialogue.collect_due_at <= now)
            .order_by(Dialogue.id)
            .limit(AT_ONCE)
        )
        done = 0
        for row in rows:
            row.collect_due_at = None
            stage = await _stage(session, house, row, now, definitions())
            if stage is not None:
                await run.play(stage, row, Given("", ended=True))
                done += 1
        return done

    async def expired_dialogues(session: AsyncSession, house: House, now: dt.datetime) -> int:
        """Without an answer for three days: the person is told, and their words are kept for a human."""
        rows = await session.scalars(
            select(Dialogue)
            .where(Dialogue.state.in_([DialogueState.ACTIVE, DialogueState.PARKED]))
            .where(Dialogue.updated_at <= now - house.dialogue_lasts)
            .order_by(Dialogue.id)
            .limit(AT_ONCE)
        )
        done = 0
        for row in rows:
            parked = row.state is DialogueState.PARKED
            said = await _expire(session, house, row, now)
            stage = await _stage(session, house, row, now, definitions())
            if stage is not None and not parked:
                await stage.say(text(said), None)
            done += 1
        return done

    return quiet_collections, expired_dialogues


async def _expire(session: AsyncSession, house: House, row: Dialogue, now: dt.datetime) -> str:
    """End it; returns the message to say. Words that were to be nobody's are shown to nobody: they are forgotten."""
    words, nameless = words_kept(row), bool(row.once.get("nameless"))
    await run.drop(session, row, DialogueState.EXPIRED, now)
    if nameless:
        await run.forget(session, row, [int(piece["id"]) for piece in pieces_kept(row) if piece["id"] is not None])
        return "dialogue-expired-nameless"
    if words:
        session.add(_task(house, row, words, now))
    return "dialogue-expired-kept" if words else "dialogue-expired"


def words_kept(row: Dialogue) -> str:
    """What the person had written for a collection that never ended."""
    return " ".join(str(piece["text"]) for piece in pieces_kept(row))


def pieces_kept(row: Dialogue) -> list[dict[str, Any]]:
    return [piece for key, pieces in row.once.items() if key.endswith(":pieces") for piece in pieces]


def _task(house: House, row: Dialogue, words: str, now: dt.datetime) -> Task:
    return Task(
        organisation_id=house.organisation_id,
        kind="unclear_answer",
        person_id=row.person_id,
        contact_id=row.contact_id,
        note=words[:1000],
        created_at=now,
    )


async def _stage(
    session: AsyncSession, house: House, row: Dialogue, now: dt.datetime, definitions: Mapping[str, Definition]
) -> Stage | None:
    """Where the dialogue goes on by itself: what it says is a message of its own. None when it cannot."""
    contact = await session.get(Contact, row.contact_id)
    if contact is None or row.name not in definitions:
        return None
    person = await session.get(Person, row.person_id) if row.person_id else None

    async def say(words: Outgoing | Text, question: Question | None) -> object:
        return await sending.write_to(
            session, house, contact, words, now=now, how=OF_ITSELF, person=person, question=question
        )

    return Stage(session, house, contact, person, now, definitions, say)
