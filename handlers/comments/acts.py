"""What coordinators do with comments: see them, take them to the table, mark them read, answer each with a reason."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from db.comments import rules
from db.comments.questions import TO_READ, comments_of_meeting, forget_reading, remote_participation
from db.comments.tables import Comment, CommentState, Decision, RemoteParticipation
from db.meetings.questions import agenda_of, roundtable_of
from db.meetings.tables import AgendaPoint, Meeting, MeetingState
from db.people import Person, Role, roles_of
from db.session import AsyncSession
from handlers.act import Field, Writes, act_on
from handlers.acting import Acting, ActResult, Doubtful, refuse
from handlers.comments.authors import tell_author
from handlers.things import COMMENT, MEETING
from handlers.when import read_day
from messages import Text, text
from messages.keywords import fold
from messages.sentences.planned import Tense

LONGEST_REASON = 300
DECISIONS = (
    ("pas retenu", Decision.NOT_KEPT),
    ("non retenu", Decision.NOT_KEPT),
    ("not kept", Decision.NOT_KEPT),
    ("retenu", Decision.KEPT),
    ("kept", Decision.KEPT),
    ("a suivre", Decision.TO_FOLLOW),
    ("to follow", Decision.TO_FOLLOW),
)
# The three, as they are asked; and words that say one of them otherwise, which are no part of the reason.
ANSWERS = (("retenu", Decision.KEPT), ("pas retenu", Decision.NOT_KEPT), ("à suivre", Decision.TO_FOLLOW))
OTHERWISE_SAID = frozenset({
    "refuse", "refusee", "rejete", "rejetee", "non", "no", "oui", "yes", "accepte", "acceptee", "refused", "rejected",
    "accepted", "peut-etre", "maybe",
})  # fmt: skip


def read_on_day(acting: Acting, words: str) -> dt.date | None:
    """The day of the reading; None for no words: the meeting's own."""
    return read_day(words.strip(), acting.today, Tense.PAST, refuse("example-lu")) if words.strip() else None


def read_decision(words: str) -> tuple[Decision, str]:
    """ "pas retenu : trop cher" gives (NOT_KEPT, "trop cher"). Raises `Doubtful` with the three answers there are."""
    for count in (2, 1):
        parts = words.split(maxsplit=count)
        head = fold(" ".join(parts[:count]))
        for name, decision in DECISIONS:
            if head in (name, f"{name}e", f"{name}s", f"{name}es"):
                reason = parts[count] if len(parts) > count else ""
                return decision, reason.strip(" :,-.") if len(reason) < 3 else reason.strip(" :,-")
    raise _which_answer(words) if words.strip() else refuse("example-suite")


def _which_answer(words: str) -> Doubtful:
    """ "refusé trop cher": which of the three it is, asked; the reason is kept."""
    first, _, rest = words.strip().partition(" ")
    reason = rest.strip() if fold(first.strip(" :,-")) in OTHERWISE_SAID else words.strip()
    options = [
        (text(f"comments-decision-{decision.value.replace('_', '-')}"), f"{said} {reason}")
        for said, decision in ANSWERS
    ]
    return Doubtful(
        text("comments-which-answer", words=words.strip()[:60]), words, options, lambda answer: f"{answer} {reason}"
    )


def _decision(_acting: Acting, words: str) -> Decision:
    return read_decision(words.replace("-", " ").replace("_", " "))[0]


def may_be_seen(acting: Acting, meeting: Meeting, comment: Comment) -> bool:
    return comment.state is not CommentState.CONFIRMED or rules.may_be_shown(
        comment.with_name, comment.confirmed_on, meeting.starts_at, acting.now, acting.today
    )


async def shown_comments(acting: Acting, meeting: Meeting) -> list[Comment]:
    """Those that may be seen by now: two lists would tell the minute of one without a name that came between them."""
    return [c for c in await comments_of_meeting(acting.session, meeting.id) if may_be_seen(acting, meeting, c)]


@act_on(MEETING, "comments.see", twin="comments list")
async def see_comments(acting: Acting, meeting: Meeting) -> ActResult:
    """The comments of a meeting, per agenda point, in their authors' words, with what was decided of each."""
    comments = await shown_comments(acting, meeting)
    roundtable = (await roundtable_of(acting.session, meeting)).name
    data = {"meeting": meeting.id, "comments": [await _data(acting.session, c) for c in comments]}
    if not comments:
        return ActResult(text("comments-none", number=meeting.id, roundtable=roundtable), data)
    lines = await _lines(acting.session, meeting, comments)
    if any(c.state in (CommentState.CONFIRMED, CommentState.CARRIED) for c in comments):
        lines = [*lines, text("comments-after-reading", number=meeting.id)]
    said = text("comments-list", number=meeting.id, roundtable=roundtable, date=meeting.local_date, lines=lines)
    authors = tuple(c.person_id for c in comments if c.person_id is not None)
    to_take = sum(c.state is CommentState.CONFIRMED for c in comments)
    return ActResult(said, data | {"to_take": to_take}, shows=authors)


@act_on(
    MEETING,
    "comments.carry",
    entry="comments.carried",
    writes=Writes.SEVERAL,
    final="their authors know; what is not read is answered for",
    twin="comments take",
)
async def carry(acting: Acting, meeting: Meeting) -> ActResult:
    """The comments of a meeting are taken to whoever reads them at the table; each author learns it."""
    taken = [c for c in await shown_comments(acting, meeting) if c.state is CommentState.CONFIRMED]
    if not taken:
        raise refuse("comments-nothing-to-take", number=meeting.id)
    for comment in taken:
        comment.state, comment.carried_on = CommentState.CARRIED, acting.today
        over = meeting.ends_at <= acting.now  # it cannot be read on a day that is past
        when = {} if over else {"date": meeting.local_date}
        id = "comments-carried-after" if over else "comments-carried"
        told = text(id, number=comment.number, carrier=meeting.carrier, **when)
        await tell_author(acting, comment, told)
    said = text("comments-taken", number=meeting.id, comments=len(taken), carrier=meeting.carrier or "-")
    data = {"meeting": meeting.id, "comments": [c.number for c in taken]}
    return ActResult(said, data, noted={"comments": len(taken)})


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
        lines += [_became(comment)] if comment.state in (CommentState.READ, CommentState.ANSWERED) else []
    if 0 < sum(1 for c in comments if not c.with_name) < rules.SMALL_GROUP:
        lines.append(text("comments-few-nameless"))
    return lines


def _became(comment: Comment) -> Text:
    """What the table did of it."""
    if comment.decision is None:
        return text("comments-line-read", date=comment.read_on or comment.confirmed_on)
    name = comment.decision.value.replace("_", "-")
    return text("comments-line-answered", decision=text(f"comments-decision-{name}"), reason=comment.reason)


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
        "decision": comment.decision.value if comment.decision else None,
        "reason": comment.reason,
    }


@act_on(
    MEETING,
    "comments.read",
    entry="comments.read",
    writes=Writes.SEVERAL,
    undone_by="comments.unread",
    twin="comments read",
)
async def mark_read(
    acting: Acting,
    meeting: Meeting,
    read_on: Annotated[
        dt.date | None, Field("The date, such as 2026-12-08; empty: the day of the meeting.", "--on", read=read_on_day)
    ] = None,
) -> ActResult:
    """The comments of a meeting were read at the table on a date: each author learns it."""
    read_on = read_on or meeting.local_date
    if meeting.state is MeetingState.CANCELLED:
        raise refuse("comments-meeting-cancelled", number=meeting.id)
    if meeting.starts_at > acting.now:
        raise refuse("meetings-not-yet", number=meeting.id)
    if read_on > acting.today:
        raise refuse("comments-read-later", date=read_on)
    if read_on < meeting.local_date:
        raise refuse("comments-read-before", date=read_on, meeting=meeting.local_date)
    found = [c for c in await comments_of_meeting(acting.session, meeting.id) if c.state in TO_READ]
    waiting = [c for c in found if not rules.human_first(c.state.value, c.flags)]
    if not waiting:
        raise refuse("comments-see-first" if found else "comments-nothing-to-read", number=meeting.id)
    for comment in waiting:
        comment.state, comment.read_on = CommentState.READ, read_on
        answer_by = meeting.answer_by or read_on
        await tell_author(
            acting, comment, text("comments-read", number=comment.number, date=read_on, answer_by=answer_by)
        )
    meeting.read_on = read_on
    await _took_part(acting, meeting, waiting, read_on)
    args = {"number": meeting.id, "comments": len(waiting), "date": read_on}
    said = text("comments-marked-read", first=min(comment.number for comment in waiting), **args)
    if len(waiting) < len(found):
        said = text("comments-marked-read-but", left=len(found) - len(waiting), **args)
    data = {"meeting": meeting.id, "comments": [c.number for c in waiting]}
    return ActResult(said, data, noted={"comments": len(waiting), "date": read_on.isoformat()})


async def _took_part(acting: Acting, meeting: Meeting, comments: list[Comment], read_on: dt.date) -> None:
    """Experts who gave their name took part from afar. A list that named the others, by what it holds beside the
    named comments, is never made: they claim by themselves (`wrote_without_a_name`).
    """
    for person_id in dict.fromkeys(c.person_id for c in comments if c.with_name and c.person_id is not None):
        known = await remote_participation(acting.session, meeting.id, person_id)
        if known is None and Role.EXPERT in await roles_of(acting.session, person_id):
            row = RemoteParticipation(meeting_id=meeting.id, person_id=person_id, released_on=read_on)
            acting.session.add(row)


@act_on(
    MEETING,
    "comments.unread",
    entry="comments.not_read",
    writes=Writes.SEVERAL,
    undone_by="comments.read",
    twin="comments unread",
)
async def mark_not_read(
    acting: Acting, meeting: Meeting, reason: Annotated[str, Field("Why: the authors read it.", "--reason")]
) -> ActResult:
    """Marked read by mistake: they wait for the table again, and their authors learn it, with the reason."""
    reason = reason.strip()
    if not reason:
        raise refuse("comments-unread-no-reason", number=meeting.id)
    marked = [c for c in await comments_of_meeting(acting.session, meeting.id) if c.state is CommentState.READ]
    if not marked:
        raise refuse("comments-none-read", number=meeting.id)
    before = meeting.read_on
    for comment in marked:
        comment.state, comment.read_on = CommentState.CARRIED, None
        comment.carried_on = comment.carried_on or acting.today
        await tell_author(acting, comment, text("comments-not-read", number=comment.number, reason=reason))
    meeting.read_on = None
    await forget_reading(acting.session, meeting.id, before)
    said = text("comments-marked-not-read", number=meeting.id, comments=len(marked))
    data = {"meeting": meeting.id, "comments": [c.number for c in marked]}
    noted = {"comments": len(marked), "before": before.isoformat() if before else ""}
    return ActResult(said, data, noted=noted)


@act_on(
    COMMENT,
    "comments.answer",
    entry="comments.answered",
    writes=Writes.SEVERAL,
    for_oneself=True,
    undone_by="comments.correct_answer",
    twin="comments answer",
    asks_first=True,
)
async def answer(
    acting: Acting,
    comment: Comment,
    decision: Annotated[Decision, Field("kept, not kept, or to follow.", read=_decision)],
    reason: Annotated[str, Field("Why: the author reads it.", longest=LONGEST_REASON)],
) -> ActResult:
    """Kept, not kept or to follow, always with a reason; the author is told."""
    if comment.state is CommentState.ANSWERED and comment.decision is not Decision.TO_FOLLOW:
        raise refuse("comments-answered-already", number=comment.number)
    return await _answer(acting, comment, decision, reason, "comments-answered")


@act_on(
    COMMENT,
    "comments.correct_answer",
    entry="comments.answer_corrected",
    writes=Writes.SEVERAL,
    for_oneself=True,
    undone_by="comments.correct_answer",
    twin="comments correct-answer",
    asks_first=True,
)
async def correct_answer(
    acting: Acting,
    comment: Comment,
    decision: Annotated[Decision, Field("kept, not kept, or to follow.", read=_decision)],
    reason: Annotated[str, Field("Why: the author reads it.", longest=LONGEST_REASON)],
) -> ActResult:
    """Another answer in place of the one given: the author reads that it is a correction."""
    if comment.state is not CommentState.ANSWERED:
        raise refuse("comments-not-answered-yet", number=comment.number)
    return await _answer(acting, comment, decision, reason, "comments-corrected")


async def _answer(acting: Acting, comment: Comment, decision: Decision, reason: str, id: str) -> ActResult:
    reason = reason.strip()
    if not rules.may_become(comment.state.value, CommentState.ANSWERED.value):
        raise refuse("comments-not-read-yet", number=comment.number, meeting=comment.meeting_id)
    if not reason:
        raise refuse("comments-no-reason", number=comment.number)
    if len(reason) > LONGEST_REASON:
        raise refuse("comments-reason-too-long", length=len(reason), longest=LONGEST_REASON)
    if (comment.decision, comment.reason) == (decision, reason):
        raise refuse("comments-same-answer", number=comment.number)
    before = {"before": comment.decision.value} if comment.decision else {}
    comment.state, comment.decision, comment.reason = CommentState.ANSWERED, decision, reason
    comment.answered_on = acting.today
    name = decision.value.replace("_", "-")
    told = await tell_author(acting, comment, text(f"{id}-{name}", number=comment.number, reason=reason))
    author = await acting.session.get(Person, comment.person_id) if comment.with_name and comment.person_id else None
    said = text(
        "comments-answer-done",
        number=comment.number,
        decision=text(f"comments-decision-{name}"),
        who=author.name if author is not None else text("comments-answer-nameless"),
        told="yes" if told else "no",
    )
    data = {"comment": comment.number, "decision": decision.value}
    return ActResult(said, data, noted={"decision": decision.value, **before})


async def answered_already(acting: Acting, number: int) -> bool:
    """Whether it has an answer for good ("to follow" is answered again without being corrected)."""
    comment = await COMMENT.find(acting, number)
    return comment.state is CommentState.ANSWERED and comment.decision is not Decision.TO_FOLLOW
