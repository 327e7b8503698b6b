"""What people ask of their meetings, answered from what is known: where, when, by phone, what about, what they said."""

from __future__ import annotations

from db.meetings.questions import agenda_of, roundtable_of, upcoming_answers
from db.meetings.tables import Meeting
from handlers.meetings import days
from handlers.meetings import words as said
from handlers.meetings.needed import needs_kept
from handlers.meetings.talk import human, upcoming
from handlers.turn import Heard, Reply, Turn
from messages import text
from messages.reading import Step
from messages.reading.asked import FACTS, kind_asked, of_the_meeting, tells_of_parking
from messages.reading.naming import says_first_name
from messages.reading.needs import needs_in
from messages.reading.second_thoughts import asks_own_answer

# Answered the same whatever the meeting, once there is one.
OF_COMING = {"no duty": "meetings-no-duty", "said there": "meetings-said-there", "words go": "meetings-words-go"}


async def more_keyword(turn: Turn, heard: Heard) -> Reply:
    """SUITE: the whole plain summary of the next meeting."""
    meetings = await upcoming(turn)
    if not meetings:
        return text("meetings-nothing-to-answer")
    meeting = meetings[0]
    roundtable = await roundtable_of(turn.session, meeting)
    return said.summary(meeting, roundtable.name, await agenda_of(turn.session, meeting.id))


async def question_meant(turn: Turn, heard: Heard) -> Reply:
    """Where, when, by phone, what about, who reads the words: what the program knows of the meeting meant."""
    about = heard.slots.about
    if heard.keyword is None and (needs := needs_in(turn.text)) and await upcoming(turn):
        return await needs_kept(turn, needs, turn.text)
    if heard.keyword is None and asks_own_answer(turn.text):
        return await own_answers(turn)
    kind = kind_asked(turn.text)
    if heard.keyword is not None or heard.step is Step.COMMENT_KEPT or not of_the_meeting(turn.text, about):
        return None
    _named, meeting = await days.day_named(turn, turn.text)
    if meeting is None and heard.meeting_id is not None:
        meeting = await turn.session.get(Meeting, heard.meeting_id)
    meetings = await upcoming(turn)
    meeting = meeting or (meetings[0] if meetings else None)
    if meeting is None or (kind == "whose name" and not says_first_name(turn.text, meeting.carrier)):
        return None
    if kind in OF_COMING:
        name = turn.installation.contact_name
        who = {"said there": {"name": name}, "words go": {"carrier": meeting.carrier or name}}
        return text(OF_COMING[kind], **who.get(kind, {}))
    roundtable = (await roundtable_of(turn.session, meeting)).name
    if about == "agenda":
        return said.summary(meeting, roundtable, await agenda_of(turn.session, meeting.id))
    if about == "who":
        return None if not meeting.carrier else text("meetings-who-reads", carrier=meeting.carrier, **human(turn))
    if kind in FACTS:
        return _fact(meeting, kind, roundtable)
    id = "meetings-where-when-phone" if meeting.dial_in else "meetings-where-when"
    dial_in = {"dial_in": meeting.dial_in} if meeting.dial_in else {}
    return text(id, roundtable=roundtable, place=meeting.place, **dial_in, **said.when_args(meeting))


async def own_answers(turn: Turn) -> Reply:
    """What they answered for the next meeting, or that they have not."""
    meetings = await upcoming(turn)
    if turn.person is None or not meetings:
        return text("meetings-nothing-to-answer")
    answers = {id: answer.value for id, answer, _ in await upcoming_answers(turn.session, turn.person.id, turn.now)}
    name, meeting = (await roundtable_of(turn.session, meetings[0])).name, meetings[0]
    answer = answers.get(meeting.id, "none")
    when = {"date": meeting.local_date, "start": meeting.local_start}
    return text("meetings-own-answer", name=name, answer=answer, **when)


def _fact(meeting: Meeting, kind: str, roundtable: str) -> Reply:
    """What is known of the meal, the way in, the telephone; None when nothing is: a person answers."""
    args = {"roundtable": roundtable, "date": meeting.local_date}
    if kind == "meal":
        return text("meetings-meal-served", **args) if meeting.meal_served else None
    if kind == "access" or (kind == "parking" and tells_of_parking(meeting.access)):
        return text("meetings-access", access=meeting.access, **args) if meeting.access else None
    if kind == "parking":
        return None
    return text("meetings-by-phone", dial_in=meeting.dial_in, **args) if meeting.dial_in else None
