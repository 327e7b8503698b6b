"""After two absences in a row: what would make it easier to come? Never a reproach; the seat is kept warm.

Words carried by someone else are worth less than a person at the table. Silence is never counted as an absence.
"""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select

from db.conversations import Question, TaskKind
from db.meetings.questions import people_absent_twice, roundtable_of
from db.meetings.tables import Meeting, MeetingState
from db.session import AsyncSession
from db.tasks import add_task
from handlers import sending
from handlers.acting import Acting
from handlers.dialogue import Given
from handlers.turn import Ask, QuestionKind, Reply, Turn
from messages import Option, Outgoing, text
from messages.reading import Step

HELP = QuestionKind("comments.help", Step.MENU)
AFTER = dt.timedelta(hours=44)  # a day behind the offer to carry their words: one question at a time
UNTIL = dt.timedelta(days=10)
LASTS = dt.timedelta(days=7)
# value -> the task for a human
KINDS = {
    "transport": TaskKind.NEED_TRANSPORT,
    "childcare": TaskKind.NEED_CHILDCARE,
    "hour": TaskKind.NEED_HOUR,
    "call": TaskKind.CALL,
}


async def help_to_come(acting: Acting) -> int:
    rows = await acting.session.scalars(
        select(Meeting).where(
            Meeting.organisation_id == acting.installation.organisation_id,
            Meeting.state.in_([MeetingState.HELD, MeetingState.CLOSED]),
            Meeting.ends_at <= acting.now - AFTER,
            Meeting.ends_at > acting.now - UNTIL,
        )
    )
    done = 0
    for meeting in rows:
        for person in await people_absent_twice(acting.session, meeting):
            if await _offered(acting.session, person.id, meeting.id):
                continue
            roundtable = (await roundtable_of(acting.session, meeting)).name
            options = [Option(value, text(f"comments-help-{value}")) for value in (*KINDS, "none")]
            prompt = text("comments-help", roundtable=roundtable)
            ask = Ask(Outgoing(prompt, tuple(options)), HELP, meeting.id, lasts=LASTS)
            done += await sending.ask_person(acting, person, ask) is not None
    return done


async def _offered(session: AsyncSession, person_id: int, meeting_id: int) -> bool:
    """Once, whatever came of it."""
    found = await session.scalar(
        select(Question.id)
        .where(Question.kind == HELP.name, Question.person_id == person_id, Question.subject_id == meeting_id)
        .limit(1)
    )
    return found is not None


async def answered(turn: Turn, question: Question, given: Given) -> Reply:
    """A human takes it from there."""
    kind = KINDS.get(str(given.value))
    if kind is None:
        return text("comments-help-not-now", name=turn.installation.contact_name, phone=turn.installation.contact_phone)
    await add_task(
        turn.session,
        turn.installation.organisation_id,
        kind,
        now=turn.now,
        contact_id=turn.contact.id,
        person_id=turn.person.id if turn.person else None,
        once=True,
    )
    return text("comments-help-noted", name=turn.installation.contact_name, phone=turn.installation.contact_phone)
