"""What people need to be able to come: kept for whoever can see to it, undone when they need it no more."""

from __future__ import annotations

from collections.abc import Sequence

from db.conversations import TaskKind
from db.meetings.questions import attendance_made, roundtable_of
from db.meetings.tables import Answer, Attendance, Meeting
from db.tasks import close_person_tasks
from handlers.events import NeedsTold
from handlers.heard import for_a_human
from handlers.meetings import words as said
from handlers.meetings.talk import OF_MEETING, upcoming, with_need, without_needs
from handlers.turn import Ask, Heard, Reply, Turn
from messages import Outgoing, Text, text
from messages.keywords import Keyword

NEEDS = {Keyword.TRANSPORT: "transport", Keyword.GARDE: "childcare", Keyword.REPAS: "meal"}


async def need_keyword(turn: Turn, heard: Heard) -> Reply:
    """TRANSPORT, GARDE, REPAS: what a person needs to be able to come, passed to a human."""
    assert heard.keyword is not None
    if turn.person is None or not await upcoming(turn):
        return text("meetings-nothing-to-answer")
    return await needs_kept(turn, [NEEDS[heard.keyword]], heard.payload)


async def needs_kept(turn: Turn, needs: Sequence[str], words: str) -> Reply:
    """Kept with the meeting to come, and on the list of those who can do something about them: each of them."""
    meeting = (await upcoming(turn))[0]
    assert turn.person is not None
    row = await attendance_made(turn.session, meeting.id, turn.person.id)
    for need in needs:
        row.needs = with_need(row, need)
        row.settled = without_needs(row.settled, [need])  # asked again: it fell through
        await for_a_human(turn, TaskKind(f"need_{need}"), note=words[:300])
    args = await _of(turn, meeting) | {"name": turn.installation.contact_name}
    if len(needs) == 1:
        return text(f"meetings-need-{needs[0]}", **args)
    return text("meetings-needs", needs=_named(needs), **args)


async def needs_told(turn: Turn, event: NeedsTold) -> Reply:
    """Needs that are none any more, or none at all: undone, said back. Whether they come is asked, never guessed."""
    meetings = await upcoming(turn)
    if turn.person is None or not meetings:
        return None
    rows = [await attendance_made(turn.session, meeting.id, turn.person.id) for meeting in meetings]
    noted = {need for row in rows for need in (*event.off, *event.perhaps, *event.asked) if need in _parted(row.needs)}
    if asked := [need for need in event.asked if need in noted]:
        await for_a_human(turn, TaskKind.QUESTION)
        return await _stands(turn, meetings[0], asked)
    over = list(dict.fromkeys([*event.over, *(need for need in event.off if need in noted)]))
    if over:
        await _undone(turn, rows, over)
        words = text("meetings-need-over", needs=_named(over), **await _of(turn, meetings[0]))
    elif kept := [need for need in event.perhaps if need in noted]:
        return await _stands(turn, meetings[0], kept)
    elif event.perhaps:
        words = text("meetings-need-perhaps")
    else:
        return None
    if rows[0].answer is not Answer.NONE or event.more:
        return words
    asks = text("meetings-and-you", said=words, date=meetings[0].local_date)
    return Ask(Outgoing(asks, said.ANSWERS), OF_MEETING, meetings[0].id, kept={"meeting": meetings[0].id})


async def _undone(turn: Turn, rows: Sequence[Attendance], needs: Sequence[str]) -> None:
    """Nobody has to see to it any more; whoever had arranged it already reads their words."""
    assert turn.person is not None
    arranged = any(need in _parted(row.settled) for row in rows for need in needs)
    for row in rows:
        row.needs, row.settled = without_needs(row.needs, needs), without_needs(row.settled, needs)
    cards = [TaskKind(f"need_{need}") for need in needs]
    await close_person_tasks(turn.session, turn.person.id, cards, turn.now)
    if arranged:
        await for_a_human(turn, TaskKind.QUESTION)


async def _stands(turn: Turn, meeting: Meeting, needs: Sequence[str]) -> Text:
    name = turn.installation.contact_name
    return text("meetings-need-stands", needs=_named(needs), name=name, **await _of(turn, meeting))


async def _of(turn: Turn, meeting: Meeting) -> dict[str, object]:
    return {"roundtable": (await roundtable_of(turn.session, meeting)).name, "date": meeting.local_date}


def _named(needs: Sequence[str]) -> list[Text]:
    return [text(f"meetings-need-name-{need}") for need in needs]


def _parted(kept: str) -> list[str]:
    return [one for one in kept.split(",") if one]
