"""Looking at meetings: one whole, and those that are past."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from db.audience import languages_spoken
from db.comments.tables import CommentState
from db.meetings.questions import agenda_of, roundtable_of
from db.meetings.tables import Answer, Meeting, Presence
from handlers.act import Field, act, act_on
from handlers.acting import Acting, ActResult
from handlers.meetings.acts.needs import need_line
from handlers.meetings.views import Invited, MeetingShown, meeting_rows, meeting_shown
from handlers.meetings.words import reminder_words
from handlers.things import MEETING
from handlers.trials import sent_to_oneself
from messages import Text, text

PAGE = 10  # past meetings in one message


@act_on(MEETING, "meetings.show", twin="meeting show")
async def show_meeting(acting: Acting, meeting: Meeting) -> ActResult:
    """Its agenda, its reminders, who comes, who needs what, its comments counted, who was there, its minutes."""
    found = await meeting_shown.body(acting, meeting)
    lines = [*_begins(found), *_agenda(found), *_people(found), *_comments(found)]
    if found.over:
        lines += _closing(acting, found)
    data = {
        "meeting": meeting.id,
        "roundtable": found.roundtable,
        "date": meeting.local_date.isoformat(),
        "answers": {one.number: one.answer.value for one in found.invited},
        "presence": {one.number: one.presence.value for one in found.invited},
        "comments": {state.value: number for state, number in found.comments.items()},
    }
    return ActResult(text("meetings-shown", lines=lines), data, shows=tuple(one.number for one in found.invited))


def _begins(found: MeetingShown) -> Iterator[Text]:
    meeting = found.meeting
    yield text(
        "meetings-shown-title",
        number=meeting.id,
        roundtable=found.roundtable,
        date=meeting.local_date,
        start=meeting.local_start,
        end=meeting.local_end,
        state=text(f"meetings-state-{found.step}"),
    )
    if meeting.place:
        yield text("meetings-shown-place", place=meeting.place)
    if meeting.carrier and meeting.answer_by:
        yield text("meetings-shown-carrier", carrier=meeting.carrier, date=meeting.answer_by)
    else:
        yield text("meetings-shown-no-carrier")


def _agenda(found: MeetingShown) -> Iterator[Text]:
    for point in found.points:
        if point.plain:
            yield text("meetings-shown-point", number=point.number, title=point.title, plain=point.plain)
        else:
            yield text("meetings-shown-point-lacks", number=point.number, title=point.title)
    if not found.points:
        yield text("meetings-shown-no-point")
    sent = sum(reminder.state == "sent" for reminder in found.reminders)
    planned = sum(reminder.state == "planned" for reminder in found.reminders)
    if sent or planned:
        yield text("meetings-shown-reminders", sent=sent, planned=planned)


def _people(found: MeetingShown) -> Iterator[Text]:
    for answer in (Answer.COMING, Answer.ABSENT, Answer.MAYBE, Answer.NONE):
        if who := found.who(answer.value):
            yield text(f"meetings-shown-{answer.value}", count=len(who), names=_names(who))
    if found.not_asked:
        yield text("meetings-shown-not-asked", count=len(found.not_asked), names=_names(found.not_asked))
    if found.taken_back:
        names = [one.name or "?" for one in found.taken_back]
        yield text("meetings-shown-taken-back", number=found.meeting.id, names=names, first=names[0])
    for one in found.needing:
        yield need_line(one.name, one.needs, one.settled, over=found.over)
    if found.open_needs:
        yield text("meetings-shown-needs-open", number=found.meeting.id, name=found.open_needs[0].name or "?")


def _names(who: list[Invited]) -> str:
    return ", ".join(one.name or "?" for one in who)


def _comments(found: MeetingShown) -> Iterator[Text]:
    if not found.comments:
        yield text("meetings-shown-no-comments")
        return
    yield text(
        "meetings-shown-comments",
        number=found.meeting.id,
        take=found.comments.get(CommentState.CONFIRMED, 0),
        read=found.comments.get(CommentState.CARRIED, 0),
        answer=found.comments.get(CommentState.READ, 0),
        done=found.comments.get(CommentState.ANSWERED, 0),
    )


def _closing(acting: Acting, found: MeetingShown) -> Iterator[Text]:
    number = found.meeting.id
    if found.noted:
        there = sum(one.presence not in (Presence.NONE, Presence.UNKNOWN) for one in found.invited)
        yield text("meetings-shown-presence", number=number, there=there, count=len(found.invited))
    else:
        yield text("meetings-shown-no-presence", number=number)
    if found.meeting.minutes_sent_at is not None:
        yield text("meetings-shown-minutes", date=acting.installation.today(found.meeting.minutes_sent_at))
    else:
        yield text("meetings-shown-no-minutes", number=number)


@act("meetings.list_past", twin="meeting past")
async def list_past(
    acting: Acting, offset: Annotated[int, Field("How many of the latest to pass over.", "--after")] = 0
) -> ActResult:
    """The meetings that were, the latest first, some at a time."""
    found = await meeting_rows.body(acting, past=True, offset=offset, most=PAGE)
    data = {"meetings": [row.number for row in found.rows], "more": found.more}
    if not found.rows:
        return ActResult(text("meetings-none-past"), data)
    lines = [
        text(
            "meetings-line",
            number=row.number,
            roundtable=row.roundtable,
            state=text(f"meetings-state-{row.state.value}"),
            coming=row.coming,
            absent=row.absent,
            date=row.date,
            start=row.start,
        )
        for row in found.rows
    ]
    return ActResult(text("meetings-list-past", lines=lines, more=int(found.more), next=offset + PAGE), data)


@act_on(MEETING, "meetings.try", entry="meetings.tried", final="it went to oneself alone", twin="meeting try")
async def try_meeting(acting: Acting, meeting: Meeting) -> ActResult:
    """What people will receive of a meeting, sent to oneself alone."""
    points = await agenda_of(acting.session, meeting.id)
    roundtable = await roundtable_of(acting.session, meeting)
    request = reminder_words(acting.installation, meeting, roundtable.name, points)
    return await sent_to_oneself(acting, request, await languages_spoken(acting.session, acting.organisation_id))
