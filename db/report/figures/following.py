"""R9 to R13: what the tables prepared, sent back, heard and answered. Things, printed whole for the year."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from db.comments.tables import Decision
from db.report.disclosure import Cell, Key, Measure, SumLine
from db.report.facts import CommentFact, MeetingFact, PlaceKind
from db.report.figures.frame import Figure, Frame, median_in_tenths, things

WELL_AHEAD = 7  # days
LEAST_NAMES = 5  # of comments with a name, and of those without, before either number is printed


def prepared_ahead(frame: Frame) -> Figure:
    """R9. Days from the first reminder of a meeting's last version to the meeting: median, 7 or more, none sent."""
    cells: dict[Key, Cell | None] = {}
    first = _first_reminders(frame)
    for kind in PlaceKind:
        held = frame.held_as(kind)
        ahead = [(meeting.day - first[meeting.id]).days for meeting in held if meeting.id in first]
        cells[Key.of("R9.median", kind=kind)] = thing_days(ahead)
        cells[Key.of("R9.seven_days", kind=kind)] = things(days for days in ahead if days >= WELL_AHEAD)
        cells[Key.of("R9.none_sent", kind=kind)] = things(meeting for meeting in held if meeting.id not in first)
    return Figure(cells)


def _first_reminders(frame: Frame) -> dict[str, dt.date]:
    """Meeting -> the local day of the first reminder of its last version."""
    days: dict[str, list[dt.date]] = defaultdict(list)
    for reminder in frame.facts.reminders:
        meeting = frame.held.get(reminder.meeting)
        if meeting and reminder.version == meeting.version and frame.cut.knows(reminder.sent_at):
            days[meeting.id].append(frame.cut.local_day(reminder.sent_at))
    return {meeting: min(sent) for meeting, sent in days.items()}


def thing_days(delays: list[int]) -> Cell | None:
    median = median_in_tenths(delays)
    return None if median is None else Cell(Measure.THING_DAYS, median)


def in_plain_words(frame: Frame) -> Figure:
    """R10. Of the meetings announced, those with no advice left on their words; and of how many it was kept."""
    cells: dict[Key, Cell | None] = {}
    for kind in PlaceKind:
        kept = [m.advice_left for m in frame.held_as(kind) if m.announced and m.advice_left is not None]
        cells[Key.of("R10.known", kind=kind)] = things(kept)
        cells[Key.of("R10", kind=kind)] = things(left for left in kept if left == 0) if kept else None
    return Figure(cells)


def sent_back(frame: Frame) -> Figure:
    """R11. Days from the end of a meeting to its minutes: median, none sent."""
    cells: dict[Key, Cell | None] = {}
    for kind in PlaceKind:
        held = frame.held_as(kind)
        sent = {meeting.id: meeting.minutes_sent_at for meeting in held if frame.cut.knows(meeting.minutes_sent_at)}
        delays = [
            (frame.cut.local_day(when) - frame.cut.local_day(meeting.ends_at)).days
            for meeting in held
            if (when := sent.get(meeting.id))
        ]
        cells[Key.of("R11.median", kind=kind)] = thing_days(delays)
        cells[Key.of("R11.none_sent", kind=kind)] = things(meeting for meeting in held if meeting.id not in sent)
    return Figure(cells)


def what_was_said(frame: Frame) -> Figure:
    """R12. Comments of the year, by what was decided, or waiting; read at the promised meeting; by meeting.

    By meeting they are counted as if each had an author of its own. How many bear no name is printed only when there
    are 5 of both kinds.
    """
    by_meeting: dict[str, list[CommentFact]] = defaultdict(list)
    for comment in frame.comments:
        by_meeting[comment.meeting].append(comment)
    total = Key("R12")
    cells: dict[Key, Cell | None] = {total: things(frame.comments)}
    for decision in (*Decision, None):
        state = str(decision or "waiting")
        cells[Key.of("R12", state=state)] = things(c for c in frame.comments if _decision(frame, c) is decision)
    cells[Key("R12.read_as_promised")] = things(
        comment
        for comment in frame.comments
        if frame.cut.knows(comment.read_on)
        if comment.read_on == frame.meeting_of(comment).day
    )
    cells[Key("R12.nameless")] = _nameless(frame.comments)
    places = {
        Key.of("R12", meeting=label): len(by_meeting[meeting.id])
        for label, meeting in labelled(frame.of_the_year, lambda meeting: len(by_meeting[meeting.id]))
    }
    cells |= {key: Cell.of_people(count) for key, count in places.items()}
    return Figure(cells, (SumLine(total, tuple(places), or_nothing=True),) if places else ())


def _decision(frame: Frame, comment: CommentFact) -> Decision | None:
    return comment.decision if frame.cut.knows(comment.answered_on) else None


def _nameless(comments: list[CommentFact]) -> Cell:
    """As if one person were behind it, so that it is hidden, until both kinds are enough."""
    nameless = sum(not comment.with_name for comment in comments)
    fewest = min(nameless, len(comments) - nameless)
    return Cell(Measure.COUNT, nameless, fewest if fewest >= LEAST_NAMES else min(len(comments), 1))


def labelled(meetings: Iterable[MeetingFact], size: Callable[[MeetingFact], int]) -> Iterator[tuple[str, MeetingFact]]:
    """Each meeting by its date and its table, numbered when there are two: the same whatever ids the database gave."""
    places: dict[str, list[MeetingFact]] = defaultdict(list)
    for meeting in meetings:
        places[f"{meeting.day.isoformat()} {meeting.roundtable}"].append(meeting)
    for place, several in sorted(places.items()):
        several.sort(key=lambda meeting: (meeting.ends_at, size(meeting)))
        yield place, several[0]
        yield from ((f"{place} {number}", meeting) for number, meeting in enumerate(several[1:], start=2))


def answered_in_time(frame: Frame) -> Figure:
    """R13. Comments answered; of these, by the promised day; and those that wait past it."""
    answered = [comment for comment in frame.comments if frame.cut.knows(comment.answered_on)]
    in_time = (c for c in answered if (due := frame.meeting_of(c).answer_by) and c.answered_on and c.answered_on <= due)
    late = (
        comment
        for comment in frame.comments
        if not frame.cut.knows(comment.answered_on)
        if (due := frame.meeting_of(comment).answer_by) and due < frame.cut.day
    )
    return Figure(
        {
            Key("R13.answered"): things(answered),
            Key("R13.in_time"): things(in_time),
            Key("R13.waiting_late"): things(late),
        }
    )
