"""What was asked of several people, taken back: what has not left does not leave, and what they saw waits no more."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select, update

from db.conversations import Question, QuestionState
from db.deliveries import WAITING, Delivery, Status
from handlers.acting import Acting
from handlers.turn import QuestionKind

ASKED = (QuestionState.OPEN, QuestionState.PARKED)
NEVER_SEEN = (*WAITING, Status.CANCELLED, Status.MISSED, Status.FAILED)


async def take_back(acting: Acting, kinds: Collection[QuestionKind], subject_id: int) -> set[int]:
    """The people whom it had reached, of those whose question was still open."""
    session = acting.session
    ours = (Question.kind.in_([kind.name for kind in kinds]), Question.subject_id == subject_id)
    rows = await session.execute(select(Question.id, Question.person_id).where(*ours, Question.state.in_(ASKED)))
    found: dict[int, int | None] = {id: person_id for id, person_id in rows}  # noqa: C416
    asked = Delivery.question_id.in_(list(found))
    await session.execute(
        update(Delivery).where(asked, Delivery.status.in_(WAITING)).values(status=Status.CANCELLED, reason="stopped")
    )
    await session.execute(update(Question).where(Question.id.in_(list(found))).values(state=QuestionState.DROPPED))
    # What was asked before ("once more") counts too; what was forgotten once it left was seen.
    sent = select(Question.person_id, Delivery.status).outerjoin(Delivery, Delivery.question_id == Question.id)
    reached = {person for person, status in await session.execute(sent.where(*ours)) if status not in NEVER_SEEN}
    return {person for person in found.values() if person is not None and person in reached}
