"""Somebody else does not come: passed on to a person, and never noted of who writes."""

from __future__ import annotations

from db.conversations import TaskKind
from db.meetings.questions import attendance_of, upcoming_meetings
from db.meetings.tables import Answer, Meeting
from handlers.heard import for_a_human
from handlers.meetings import words as said
from handlers.meetings.talk import OF_MEETING, presence_meant
from handlers.turn import Ask, Heard, Reply, Turn
from messages import Outgoing, text
from messages.keywords import fold
from messages.reading import Meaning, others

SHORTEST = 3  # letters of a name


async def other_absent_meant(turn: Turn, heard: Heard) -> Reply:
    """Their own presence is asked when it is not known; signed with their own name, it is of themselves."""
    if turn.person is None or not others.other_absent(turn.text):
        return None
    if _is_their_own_name(turn):
        return await presence_meant(turn, Heard(Meaning.ABSENT, turn.text, heard.slots, meeting_id=heard.meeting_id))
    await for_a_human(turn, TaskKind.QUESTION)
    name = turn.installation.contact_name
    meeting = await _meeting(turn, heard)
    if meeting is None:
        return text("meetings-other-absent", name=name)
    row = await attendance_of(turn.session, meeting.id, turn.person.id)
    if row is None or row.answer is Answer.NONE:
        prompt = text("meetings-other-absent-and-you", name=name)
        return Ask(Outgoing(prompt, said.ANSWERS), OF_MEETING, meeting.id, kept={"meeting": meeting.id})
    return text("meetings-other-absent-not-you", name=name, mine=text(f"reading-{row.answer.value}"))


def _is_their_own_name(turn: Turn) -> bool:
    assert turn.person is not None
    own = fold(turn.person.name or "").split()
    written = fold(turn.text).split()
    return bool(own) and len(own[0]) >= SHORTEST and bool(written) and written[0] == own[0]


async def _meeting(turn: Turn, heard: Heard) -> Meeting | None:
    assert turn.person is not None
    if heard.meeting_id is not None:
        return await turn.session.get(Meeting, heard.meeting_id)
    meetings = await upcoming_meetings(turn.session, turn.person.id, turn.now)
    return meetings[0] if meetings else None
