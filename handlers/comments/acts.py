"""What becomes of comments: confirmed by their author, carried, read, answered with a reason, withdrawn."""

from __future__ import annotations

import datetime as dt
from typing import Any

from db.comments import rules
from db.comments.questions import (
    TO_READ,
    comment_numbered,
    comments_of_meeting,
    remote_participation,
    unreleased,
)
from db.comments.tables import Comment, CommentState, Decision, RemoteParticipation
from db.contacts import Contact
from db.journal import write_entry
from db.meetings.questions import agenda_of, roundtable_of
from db.meetings.tables import AgendaPoint, Meeting
from db.organisations import next_number
from db.people import Person, Role, roles_of
from db.session import AsyncSession
from handlers import sending
from handlers.access import Act, Actor, Done, refuse, require
from handlers.comments import nameless
from handlers.turn import House
from messages import Text, text

LONGEST_REASON = 300


async def confirm_comment(
    session: AsyncSession,
    house: House,
    *,
    meeting: Meeting,
    contact: Contact,
    person: Person,
    words: str,
    point_id: int | None,
    with_name: bool,
    flags: str,
    incoming_ids: list[int],
    now: dt.datetime,
) -> Comment:
    """Keep the author's own words. Without a name, nothing here leads to them but the return path."""
    comment = Comment(
        organisation_id=house.organisation_id,
        meeting_id=meeting.id,
        agenda_point_id=point_id,
        person_id=person.id if with_name else None,
        with_name=with_name,
        words=words,
        flags=flags,
        state=CommentState.CONFIRMED,
        confirmed_on=house.today(now),
        confirmed_at=now if with_name else None,
        incoming_ids=incoming_ids if with_name else [],
        noted=with_name,
    )
    if with_name:
        comment.number = await _next_number(session, house)
    else:
        comment.number, comment.id = await nameless.number_and_id(session, house.organisation_id)
    session.add(comment)
    await session.flush()
    if with_name:
        await _note_own(session, "comments.confirmed", comment, person, now, channel=contact.channel)
    else:
        await nameless.give_path(session, comment, contact, person.language)
    await _unlinked_yes(session, meeting, person)
    await session.flush()
    return comment


async def _next_number(session: AsyncSession, house: House) -> int:
    number = await next_number(session, house.organisation_id, "comment")
    while await comment_numbered(session, house.organisation_id, number) is not None:
        number = await next_number(session, house.organisation_id, "comment")
    return number


async def _note_own(
    session: AsyncSession, act: str, comment: Comment, person: Person, now: dt.datetime, channel: str = ""
) -> None:
    await write_entry(
        session,
        act,
        now=now,
        actor=f"person:{person.pseudonym}",
        subject=person.pseudonym,
        thing="comment",
        thing_id=comment.number,
        channel=channel,
    )


async def _unlinked_yes(session: AsyncSession, meeting: Meeting, person: Person) -> None:
    """They took part from afar. The row knows the meeting and the person, not the comment."""
    if Role.EXPERT not in await roles_of(session, person.id):
        return
    if await remote_participation(session, meeting.id, person.id) is None:
        session.add(RemoteParticipation(meeting_id=meeting.id, person_id=person.id))


async def withdraw(
    session: AsyncSession, house: House, comment: Comment, person: Person | None, now: dt.datetime
) -> None:
    """The author takes it back before it is read: the words go, the fact stays."""
    if not rules.can_be_withdrawn(comment.state.value):
        raise refuse("comments-already-read", number=comment.number, date=comment.read_on or house.today(now))
    comment.state, comment.withdrawn_on, comment.words = CommentState.WITHDRAWN, house.today(now), ""
    if not comment.with_name:
        comment.noted = False  # the journal learns it tomorrow, with the rest of the day
    elif person is not None:
        await _note_own(session, "comments.withdrawn", comment, person, now)


async def carry(session: AsyncSession, house: House, actor: Actor, meeting_id: int, *, now: dt.datetime) -> Done:
    """The coordinator gets the comments of a meeting, per agenda point; each author learns it."""
    require(actor, Act.CARRY_COMMENTS)
    meeting = await _meeting(session, house, meeting_id)
    require(actor, Act.CARRY_COMMENTS, territory=(await roundtable_of(session, meeting)).territory)
    comments = await comments_of_meeting(session, meeting.id)
    roundtable = (await roundtable_of(session, meeting)).name
    if not comments:
        return Done(
            text("comments-none", number=meeting_id, roundtable=roundtable), {"meeting": meeting_id, "comments": []}
        )
    lines = await _lines(session, meeting, comments)
    for comment in comments:
        if comment.state is CommentState.CONFIRMED:
            comment.state, comment.carried_on = CommentState.CARRIED, house.today(now)
            told = text("comments-carried", number=comment.number, carrier=meeting.carrier, date=meeting.local_date)
            await tell_author(session, house, comment, told, now)
    await _noted(session, "comments.carried", actor, meeting.id, now, comments=len(comments))
    data = {"meeting": meeting_id, "comments": [await _data(session, c) for c in comments]}
    return Done(
        text("comments-list", number=meeting_id, roundtable=roundtable, date=meeting.local_date, lines=lines), data
    )


async def _lines(session: AsyncSession, meeting: Meeting, comments: list[Comment]) -> list[Text]:
    """Per agenda point; the warnings that whoever reads them aloud needs first."""
    points = {point.id: point for point in await agenda_of(session, meeting.id)}
    lines: list[Text] = []
    before: int | None = -1
    for comment in comments:
        if comment.agenda_point_id != before:
            before = comment.agenda_point_id
            point = points.get(before) if before else None
            lines.append(
                text("comments-point", number=point.number, title=point.title) if point else text("comments-no-point")
            )
        lines.append(await _line(session, comment))
        lines += [text("comments-line-choices", choices=choices)] if (choices := shown_choices(comment, points)) else []
        lines += [text("comments-line-someone")] if rules.THIRD_PERSON in comment.flags else []
    if 0 < sum(1 for c in comments if not c.with_name) < rules.SMALL_GROUP:
        lines.append(text("comments-few-nameless"))
    return lines


def shown_choices(comment: Comment, points: dict[int, AgendaPoint]) -> list[Text]:
    """ "yes" and "no" by number, with the names of the points they are about."""
    titles = {point.number: point.title for point in points.values()}
    return [
        text(f"comments-choice-{answer}", number=number, title=titles.get(number, ""))
        for number, answer in rules.choices_in(comment.flags)
    ]


async def _line(session: AsyncSession, comment: Comment) -> Text:
    author = await session.get(Person, comment.person_id) if comment.with_name and comment.person_id else None
    if author is None:
        return text("comments-line-nameless", number=comment.number, words=comment.words)
    return text("comments-line", number=comment.number, name=author.name, words=comment.words)


async def _data(session: AsyncSession, comment: Comment) -> dict[str, object]:
    author = await session.get(Person, comment.person_id) if comment.with_name and comment.person_id else None
    return {
        "number": comment.number,
        "name": author.name if author else None,
        "words": comment.words,
        "point": comment.agenda_point_id,
        "state": comment.state.value,
    }


async def mark_read(
    session: AsyncSession, house: House, actor: Actor, meeting_id: int, read_on: dt.date, *, now: dt.datetime
) -> Done:
    """The comments of a meeting were read at the table on a date: each author learns it."""
    require(actor, Act.CARRY_COMMENTS)
    meeting = await _meeting(session, house, meeting_id)
    require(actor, Act.CARRY_COMMENTS, territory=(await roundtable_of(session, meeting)).territory)
    if read_on > house.today(now):
        raise refuse("comments-read-later", date=read_on)
    found = [c for c in await comments_of_meeting(session, meeting.id) if c.state in TO_READ]
    waiting = [c for c in found if not rules.human_first(c.state.value, c.flags)]
    if not waiting:
        raise refuse("comments-see-first" if found else "comments-nothing-to-read", number=meeting_id)
    for comment in waiting:
        comment.state, comment.read_on = CommentState.READ, read_on
        told = text("comments-read", number=comment.number, date=read_on, answer_by=meeting.answer_by or read_on)
        await tell_author(session, house, comment, told, now)
    meeting.read_on = read_on
    for row in await unreleased(session, meeting.id):
        row.released_on = read_on
    await _noted(session, "comments.read", actor, meeting.id, now, comments=len(waiting), date=read_on.isoformat())
    marked = text("comments-marked-read", number=meeting_id, comments=len(waiting), date=read_on)
    if len(waiting) < len(found):
        left = len(found) - len(waiting)
        marked = text("comments-marked-read-but", number=meeting_id, comments=len(waiting), date=read_on, left=left)
    return Done(marked, {"meeting": meeting_id, "comments": [c.number for c in waiting]})


async def answer(
    session: AsyncSession,
    house: House,
    actor: Actor,
    number: int,
    decision: Decision,
    reason: str,
    *,
    now: dt.datetime,
) -> Done:
    """Kept, not kept or to follow, always with a reason; the author is told."""
    require(actor, Act.ANSWER_COMMENTS)
    comment = await comment_numbered(session, house.organisation_id, number)
    if comment is None or comment.state is CommentState.WITHDRAWN:
        raise refuse("comments-no-such", number=number)
    meeting = await _meeting(session, house, comment.meeting_id)
    require(actor, Act.ANSWER_COMMENTS, territory=(await roundtable_of(session, meeting)).territory)
    if not rules.may_become(comment.state.value, CommentState.ANSWERED.value):
        raise refuse("comments-not-read-yet", number=number, meeting=comment.meeting_id)
    if not reason.strip():
        raise refuse("comments-no-reason", number=number)
    if len(reason) > LONGEST_REASON:
        raise refuse("comments-reason-too-long", length=len(reason), longest=LONGEST_REASON)
    comment.state, comment.decision, comment.reason = CommentState.ANSWERED, decision, reason.strip()
    comment.answered_on = house.today(now)
    name = decision.value.replace("_", "-")
    told = text(f"comments-answered-{name}", number=number, reason=comment.reason)
    await tell_author(session, house, comment, told, now)
    await write_entry(
        session,
        "comments.answered",
        now=now,
        actor=actor.signature,
        thing="comment",
        thing_id=number,
        channel=actor.via,
        decision=decision.value,
    )
    return Done(
        text(
            "comments-answer-done",
            number=number,
            decision=text(f"comments-decision-{decision.value.replace('_', '-')}"),
        ),
        {"comment": number, "decision": decision.value},
    )


async def tell_author(session: AsyncSession, house: House, comment: Comment, words: Text, now: dt.datetime) -> None:
    """News of a comment. A nameless one's goes by its return path, which only the outbox reads."""
    if not comment.with_name:
        await nameless.tell_by_path(session, house, comment, words, now)
    elif (person := await session.get(Person, comment.person_id) if comment.person_id else None) is not None:
        await sending.tell(session, house, person, words, now=now)


async def _meeting(session: AsyncSession, house: House, number: int) -> Meeting:
    meeting = await session.get(Meeting, number)
    if meeting is None or meeting.organisation_id != house.organisation_id:
        raise refuse("comments-no-such-meeting", number=number)
    return meeting


async def _noted(
    session: AsyncSession, act: str, actor: Actor, meeting_id: int, now: dt.datetime, **details: Any
) -> None:
    await write_entry(
        session, act, now=now, actor=actor.signature, thing="meeting", thing_id=meeting_id, channel=actor.via, **details
    )
