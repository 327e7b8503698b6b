"""A claim that stands and is not sent yet, under way or behind something else: what is said of money goes to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import select

from db.conversations import Dialogue, DialogueState, current_dialogue, parked_dialogue
from db.meetings.tables import Meeting
from handlers.claims import corrections
from handlers.claims.sentence import Claimed
from handlers.dialogue import Talk, state
from handlers.turn import Piece, Start, Turn
from messages import text

NAME = "claim"


async def standing(turn: Turn) -> Dialogue | None:
    """The claim of this contact that waits for an answer."""
    for row in (
        await current_dialogue(turn.session, turn.contact.id),
        await parked_dialogue(turn.session, turn.contact.id),
    ):
        if row is not None and row.name == NAME:
            return row
    return None


def is_for(row: Dialogue, meetings: set[int]) -> bool:
    """Whether the claim may be of these meetings; of none named, it is."""
    kept = row.answers.get("meeting") or row.prefill.get("meeting") or row.start.get("meeting") or ""
    known = {int(number) for number in str(kept).split(",") if number.isdecimal()}
    return not meetings or not known or meetings == known


async def goes_on(turn: Turn, row: Dialogue, said: Claimed) -> list[Piece]:
    """What was said is put into the claim, and its question comes back; with nothing said, it is said to wait."""
    if not said.offered and not said.missing and not said.odd:
        return [text("claims-not-sent-yet"), Start(NAME, takes_up=row.id)]
    talk = Talk(turn.acting, turn.contact, turn.person, row)
    await corrections.take(talk, said)
    question = await state.question_of(turn.session, row)
    if not talk.said and (question is None or question.key not in corrections.AT_THE_END):
        talk.said += corrections.noted(said.offered)
    return [*talk.said, Start(NAME, takes_up=row.id)]


async def leave_doubles(talk: Talk, days: Sequence[dt.date]) -> None:
    """The claim of these days is sent: another one of the same person and day that waits does not come back."""
    assert talk.person is not None
    rows = await talk.session.scalars(
        select(Dialogue).where(
            Dialogue.person_id == talk.person.id,
            Dialogue.name == NAME,
            Dialogue.id != talk.row.id,
            Dialogue.state.in_([DialogueState.ACTIVE, DialogueState.PARKED]),
        )
    )
    for row in rows:
        known = await _days_of(talk, row)
        if known and known <= set(days):
            await state.drop(talk.acting, row, DialogueState.CANCELLED)


async def _days_of(talk: Talk, row: Dialogue) -> set[dt.date]:
    """The days of a claim as far as they are known."""
    if (activity := row.answers.get("activity")) is not None:
        return {dt.date.fromisoformat(activity[0])}
    kept = str(row.answers.get("meeting") or row.prefill.get("meeting") or row.start.get("meeting") or "")
    meetings = [await talk.session.get(Meeting, int(one)) for one in kept.split(",") if one.isdecimal()]
    return {meeting.local_date for meeting in meetings if meeting is not None}
