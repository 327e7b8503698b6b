"""What the hour brings for comments: offers to the absent, what is to be read, answers that are owed."""

from __future__ import annotations

import datetime as dt
import random

from sqlalchemy import select

from db.comments import rules as comment_rules
from db.comments.questions import TO_READ, comments_of_meeting, owed_an_answer, unnoted
from db.comments.tables import CommentState
from db.conversations import Dialogue, DialogueState, Task, TaskKind
from db.journal import write_entry
from db.meetings import rules as meeting_rules
from db.meetings.questions import attendance_made, people_absent, roundtable_of
from db.meetings.tables import Meeting, MeetingState
from db.people import Person
from db.tasks import add_task
from handlers import sending
from handlers.acting import Acting
from handlers.comments.acts import shown_comments
from handlers.comments.offer import OFFER
from handlers.dialogue import state
from handlers.things import MEETING, TASK
from handlers.turn import Ask
from messages import Option, Outgoing, text

TOLD_BEFORE = (dt.timedelta(hours=24), dt.timedelta(hours=3))
NAME = "comment"
EMPTY_LASTS = dt.timedelta(hours=1)
OFFER_AFTER = dt.timedelta(hours=18)
OFFER_UNTIL = dt.timedelta(days=5)
CALL_AGAIN = dt.timedelta(hours=30)  # of the two days in which a human calls


async def empty_drafts(acting: Acting) -> int:
    """Words that were to come and did not: the draft closes without a word. What they write later is read for itself,
    and offered to the table when it is for it."""
    rows = await acting.session.scalars(
        select(Dialogue).where(
            Dialogue.name == NAME,
            Dialogue.state.in_([DialogueState.ACTIVE, DialogueState.PARKED]),
            Dialogue.collecting != "",
            Dialogue.updated_at <= acting.now - EMPTY_LASTS,
        )
    )
    empty = [row for row in rows if state.nothing_written(row)]
    for row in empty:
        await state.drop(acting, row, DialogueState.CANCELLED)
    return len(empty)


async def offers_to_the_absent(acting: Acting) -> int:
    """Whoever was not there is offered, once, to have their words carried while an answer can still be given."""
    rows = await acting.session.scalars(
        select(Meeting).where(
            Meeting.state == MeetingState.HELD,
            Meeting.ends_at <= acting.now - OFFER_AFTER,
            Meeting.ends_at > acting.now - OFFER_UNTIL,
            Meeting.carrier != "",
            Meeting.answer_by >= acting.installation.today(acting.now),
            Meeting.read_on.is_(None),
        )
    )
    done = 0
    for meeting in rows:
        roundtable = (await roundtable_of(acting.session, meeting)).name
        spoke = {comment.person_id for comment in await comments_of_meeting(acting.session, meeting.id)}
        for person, noted in await people_absent(acting.session, meeting):
            if person.id in spoke:  # under their name: of the others nothing may be known
                continue
            attendance = await attendance_made(acting.session, meeting.id, person.id)
            if attendance.offered_comment_at is not None:
                continue
            attendance.offered_comment_at = acting.now
            prompt = text(
                "comments-offer-after" if noted else "comments-offer-after-open",
                roundtable=roundtable,
                date=meeting.local_date,
                carrier=meeting.carrier,
                answer_by=meeting.answer_by,
            )
            options = (Option("yes", text("dialogue-yes")), Option("no", text("dialogue-no")))
            ask = Ask(Outgoing(prompt, options), OFFER, meeting.id, kept={"meeting": meeting.id})
            await sending.ask_person(acting, person, ask)
            done += 1
    return done


async def to_read_soon(acting: Acting) -> int:
    """A day and three hours before, coordinators learn how many comments wait for the table.

    At these hours only: told when a comment comes, they would know its minute, and so who wrote it. One that moved is
    told again, before its new hour.
    """
    rows = await acting.session.scalars(
        select(Meeting).where(
            Meeting.state == MeetingState.ANNOUNCED,
            Meeting.starts_at > acting.now,
            Meeting.starts_at <= acting.now + TOLD_BEFORE[0],
        )
    )
    done = 0
    for meeting in rows:
        last = meeting.starts_at <= acting.now + TOLD_BEFORE[1]
        since = meeting.starts_at - TOLD_BEFORE[1 if last else 0]
        if meeting.told_to_read_at is not None and meeting.told_to_read_at >= since:
            continue
        meeting.told_to_read_at = acting.now
        wanted = (CommentState.CONFIRMED,) if last else TO_READ
        waiting = [c for c in await shown_comments(acting, meeting) if c.state in wanted]
        if not waiting or not meeting_rules.comments_open(meeting.carrier, meeting.answer_by):
            continue
        roundtable = (await roundtable_of(acting.session, meeting)).name
        words = text("comments-to-read", number=meeting.id, roundtable=roundtable, comments=len(waiting))
        await sending.tell_concerned(acting, MEETING, meeting, words)
        done += 1
    return done


async def overdue_answers(acting: Acting) -> int:
    """The promised date has passed: coordinators are told, once a day, until each comment has its answer."""
    today = acting.installation.today(acting.now)
    if acting.installation.local(acting.now).hour < 9:
        return 0
    done = 0
    for meeting, waiting in await owed_an_answer(acting.session, acting.installation.organisation_id, today):
        if meeting.overdue_told_on == today:
            continue
        meeting.overdue_told_on = today
        roundtable = (await roundtable_of(acting.session, meeting)).name
        words = text("comments-overdue", number=meeting.id, roundtable=roundtable, comments=waiting)
        await sending.tell_concerned(acting, MEETING, meeting, words)
        done += 1
    return done


async def calls_promised(acting: Acting) -> int:
    """Someone spoke of leaving, and nobody has called yet: said again while the second day lasts."""
    rows = await acting.session.scalars(
        select(Task).where(
            Task.organisation_id == acting.installation.organisation_id,
            Task.kind == TaskKind.COMMENT_LEAVING,
            Task.closed_at.is_(None),
            Task.alert_at.is_(None),
            Task.created_at <= acting.now - CALL_AGAIN,
        )
    )
    late = list(rows)
    for task in late:
        task.alert_at = acting.now
        who = await acting.session.get(Person, task.person_id) if task.person_id else None
        words = text("comments-call-today", number=task.id, name=who.name if who else "?")
        await sending.tell_concerned(acting, TASK, task, words)
    return len(late)


async def note_nameless(acting: Acting) -> int:
    """The journal learns of comments the day after, in any order, with the day alone, and of nobody.

    Of the named ones too: a line that knew its author would know them still when they take their name back.
    """
    waiting = await unnoted(acting.session, acting.installation.today(acting.now))
    random.shuffle(waiting)
    for comment in waiting:
        day = comment.withdrawn_on or comment.confirmed_on or acting.installation.today(acting.now)
        act = "comments.withdrawn" if comment.state is CommentState.WITHDRAWN else "comments.confirmed"
        at = dt.datetime.combine(day, dt.time(12), acting.installation.zone).astimezone(dt.UTC)
        await write_entry(acting.session, act, now=at, thing="comment", thing_id=comment.number)
        comment.noted = True
        if not comment.with_name and comment_rules.human_first(comment.state.value, comment.flags):
            # Not at its minute either: the task stands between no two others of that day.
            await add_task(
                acting.session,
                acting.installation.organisation_id,
                TaskKind.COMMENT_THIRD_PERSON,
                now=acting.now,
                note=str(comment.number),
            )
    return len(waiting)
