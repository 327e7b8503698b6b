"""What people say about meetings: I come, I don't, perhaps; what is it about; I need a lift."""

from __future__ import annotations

from db.conversations import Question, Task
from db.deliveries import Broadcast
from db.journal import write_entry
from db.meetings import rules
from db.meetings.questions import agenda_of, attendance_made, roundtable_of, upcoming_meetings
from db.meetings.tables import Answer, Meeting, MeetingState
from db.session import AsyncSession
from handlers.dialogue import Given
from handlers.meetings import words as said
from handlers.turn import Ask, Said, Turn
from messages import Option, Outgoing, Text, text
from messages.keywords import Keyword, Understood

NEEDS = {Keyword.TRANSPORT: "transport", Keyword.GARDE: "childcare", Keyword.REPAS: "meal"}
OFFER = "comments.offer"  # the comments topic takes it from there


async def answered_reminder(turn: Turn, question: Question, given: Given) -> Said:
    """OUI, NON or PEUT-ETRE to a reminder, or its button."""
    broadcast = await turn.session.get_one(Broadcast, question.subject_id)
    meeting_id = broadcast.audience.get("unanswered_meeting_id") or broadcast.audience.get("meeting_id")
    meeting = await turn.session.get(Meeting, meeting_id) if meeting_id else None
    if meeting is None:
        return text("router-stale-button")
    told = broadcast.audience.get("meeting_version", meeting.version)
    if told != meeting.version and meeting.state is MeetingState.ANNOUNCED and meeting.starts_at > turn.now:
        return await _has_moved(turn, meeting)
    return await _record(turn, meeting, str(given.value))


async def _has_moved(turn: Turn, meeting: Meeting) -> Said:
    """They answered the day and hour of before: what it is now, and the question again."""
    roundtable = (await roundtable_of(turn.session, meeting)).name
    prompt = text("meetings-has-moved", roundtable=roundtable, place=meeting.place, **said.when_args(meeting))
    return Ask(Outgoing(prompt, said.ANSWERS), "meetings.answer", subject_id=meeting.id)


async def answered_meeting(turn: Turn, question: Question, given: Given) -> Said:
    meeting = await turn.session.get_one(Meeting, question.subject_id)
    return await _record(turn, meeting, str(given.value))


async def _record(turn: Turn, meeting: Meeting, value: str) -> Said:
    roundtable = (await roundtable_of(turn.session, meeting)).name
    if meeting.state is MeetingState.CANCELLED:
        return text("meetings-was-cancelled", roundtable=roundtable, date=meeting.local_date)
    if meeting.starts_at <= turn.now:
        return text("meetings-is-over", roundtable=roundtable, date=meeting.local_date)
    if turn.person is None:
        return None
    answer = Answer(value)
    row = await attendance_made(turn.session, meeting.id, turn.person.id)
    row.answer, row.answered_at, row.answer_version = answer, turn.now, meeting.version
    await write_entry(
        turn.session,
        "meetings.answered",
        now=turn.now,
        actor=f"person:{turn.person.pseudonym}",
        subject=turn.person.pseudonym,
        thing="meeting",
        thing_id=meeting.id,
        channel=turn.incoming.channel,
        answer=answer.value,
    )
    args = {"roundtable": roundtable, "date": meeting.local_date, "start": meeting.local_start}
    if answer is Answer.COMING:
        return text("meetings-noted-coming", **args)
    if answer is Answer.MAYBE:
        return text("meetings-noted-maybe", **args)
    if rules.comments_open(meeting.carrier, meeting.answer_by):
        row.offered_comment_at = turn.now  # once is enough: not again after the meeting
    return _absent(meeting, roundtable)


def _absent(meeting: Meeting, roundtable: str) -> Said:
    """Absent: their words can be carried, if someone carries them and a date for the answer is set."""
    if not rules.comments_open(meeting.carrier, meeting.answer_by):
        return text("meetings-noted-absent", roundtable=roundtable, date=meeting.local_date)
    prompt = text(
        "meetings-offer-to-carry",
        roundtable=roundtable,
        date=meeting.local_date,
        carrier=meeting.carrier,
        answer_by=meeting.answer_by,
    )
    options = (Option("yes", text("dialogue-yes")), Option("no", text("dialogue-no")))
    return Ask(Outgoing(prompt, options), OFFER, subject_id=meeting.id)


async def absent_keyword(turn: Turn, understood: Understood) -> Said:
    """ABSENT, by itself: from the next meeting, or from which of them?"""
    return await _for_upcoming(turn, "absent")


async def coming_keyword(turn: Turn, understood: Understood) -> Said:
    """OUI, NON or PEUT-ETRE that no open question took."""
    values = {Keyword.OUI: "coming", Keyword.NON: "absent", Keyword.PEUT_ETRE: "maybe"}
    assert understood.keyword is not None
    return await _for_upcoming(turn, values[understood.keyword], sure=False)


async def _for_upcoming(turn: Turn, value: str, *, sure: bool = True) -> Said:
    meetings = await _upcoming(turn)
    if not meetings:
        return text("meetings-nothing-to-answer")
    if len(meetings) == 1 and sure:
        return await _record(turn, meetings[0], value)
    options = []
    for meeting in meetings[:4]:
        roundtable = await roundtable_of(turn.session, meeting)
        options.append(Option(f"{meeting.id}|{value}", said.name_of(meeting, roundtable.name)))
    return Ask(
        Outgoing(text(f"meetings-which-{value}"), (*options, Option("none", text("meetings-neither")))),
        "meetings.which",
    )


async def told_which(turn: Turn, question: Question, given: Given) -> Said:
    number, _, value = str(given.value).partition("|")
    if number == "none":
        return text("meetings-nothing-changed")
    return await _record(turn, await turn.session.get_one(Meeting, int(number)), value)


async def _upcoming(turn: Turn) -> list[Meeting]:
    return await upcoming_meetings(turn.session, turn.person.id, turn.now) if turn.person else []


async def more_keyword(turn: Turn, understood: Understood) -> Said:
    """SUITE: the whole plain summary of the next meeting."""
    meetings = await _upcoming(turn)
    if not meetings:
        return text("meetings-nothing-to-answer")
    meeting = meetings[0]
    roundtable = await roundtable_of(turn.session, meeting)
    return said.summary(meeting, roundtable.name, await agenda_of(turn.session, meeting.id))


async def need_keyword(turn: Turn, understood: Understood) -> Said:
    """TRANSPORT, GARDE, REPAS: what a person needs to be able to come, passed to a human."""
    assert understood.keyword is not None
    meetings = await _upcoming(turn)
    if turn.person is None or not meetings:
        return text("meetings-nothing-to-answer")
    meeting = meetings[0]
    need = NEEDS[understood.keyword]
    row = await attendance_made(turn.session, meeting.id, turn.person.id)
    kept = {n for n in row.needs.split(",") if n}
    row.needs = f",{','.join(sorted(kept | {need}))},"
    turn.session.add(
        Task(
            organisation_id=turn.house.organisation_id,
            kind=f"need_{need}",
            person_id=turn.person.id,
            contact_id=turn.contact.id,
            incoming_id=turn.row.id,
            note=understood.payload[:300],
            created_at=turn.now,
        )
    )
    roundtable = (await roundtable_of(turn.session, meeting)).name
    return text(f"meetings-need-{need}", roundtable=roundtable, date=meeting.local_date, name=turn.house.contact_name)


async def status_lines(session: AsyncSession, turn: Turn) -> list[Text]:
    """For STATUT: the next meetings and what was answered."""
    lines = []
    for meeting in (await _upcoming(turn))[:2]:
        roundtable = await roundtable_of(session, meeting)
        lines.append(said.name_of(meeting, roundtable.name))
    return lines
