"""A meeting called off by mistake, brought back: its answers, its reminders; whoever was told of it is told again."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import update

from db import message_kinds
from db.audience import ids_meant
from db.deliveries import Priority
from db.meetings.questions import attendances_of, roundtable_of
from db.meetings.tables import Answer, Meeting, MeetingState, Reminder
from handlers.act import Writes, act_on
from handlers.acting import Acting, ActResult, refuse
from handlers.meetings import words as said
from handlers.meetings.acts.changing import first_word, stop_leaving, tell_unanswered
from handlers.meetings.lookups import data_of, send_to_all, told_of
from handlers.things import MEETING
from messages import text

BACK = "back"


@act_on(
    MEETING,
    "meetings.restore",
    entry="meetings.restored",
    writes=Writes.SEVERAL,
    undone_by="meetings.cancel",
    twin="meeting restore",
)
async def restore_meeting(acting: Acting, meeting: Meeting) -> ActResult:
    """As it was before it was called off. Answers hold, reminders to come are planned again; who knew of it learns so.

    A meeting that is past comes back too, for its presences and its claims: nobody is written to.
    """
    if meeting.state is not MeetingState.CANCELLED:
        raise refuse("meetings-not-cancelled", number=meeting.id)
    announced = meeting.announced_at is not None
    meeting.state = MeetingState.ANNOUNCED if announced else MeetingState.DRAFT
    meeting.cancelled_reason = ""
    await stop_leaving(acting, meeting, "cancelled")
    roundtable = await roundtable_of(acting.session, meeting)
    people = 0
    if announced and meeting.starts_at > acting.now:
        await _plan_again(acting, meeting)
        people = await _tell(acting, meeting, roundtable.name)
    done = text("meetings-restored-done", number=meeting.id, date=meeting.local_date, people=people)
    return ActResult(done, data_of(meeting, roundtable.name) | {"people": people}, noted={"people": people})


async def _plan_again(acting: Acting, meeting: Meeting) -> None:
    """The reminders of this date that its cancelling voided, and whose hour is still to come."""
    await acting.session.execute(
        update(Reminder)
        .where(
            Reminder.meeting_id == meeting.id,
            Reminder.version == meeting.version,
            Reminder.state == "cancelled",
            Reminder.due_at > acting.now,
        )
        .values(state="planned", done_at=None)
    )


async def _tell(acting: Acting, meeting: Meeting, roundtable: str) -> int:
    """Whoever knew of it: their answer holds, or they are asked again. Who heard nothing yet hears it in its time."""
    told = await ids_meant(acting.session, acting.organisation_id, told_of(meeting))
    people = await tell_unanswered(
        acting, meeting, told, lambda ask: said.back_words(meeting, roundtable, ask=ask), purpose=BACK
    )
    people += await first_word(acting, meeting, roundtable)
    rows = await attendances_of(acting.session, meeting.id)
    answered = tuple(row.person_id for row in rows if row.answer is not Answer.NONE)
    if not answered:
        return people
    holds = replace(told_of(meeting), person_ids=answered)
    words = said.holds_words(meeting, roundtable)
    return people + await send_to_all(
        acting, message_kinds.NOTICE, holds, words, meeting, Priority.URGENT, purpose=BACK
    )
