"""The year as it stood at the cut: the facts that count, found once for all figures."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from db.claims.rules import ClaimState
from db.meetings.tables import MeetingState, Presence
from db.report.disclosure import Cell, Key, Measure, Table
from db.report.facts import (
    AttendanceFact,
    ClaimFact,
    ClaimLineFact,
    CommentFact,
    ExpertRole,
    Facts,
    MeetingFact,
    NeedsFact,
    PlaceKind,
    Slot,
)
from db.report.period import Cut, FiscalYear

CAME = frozenset({Presence.IN_PERSON, Presence.PHONE, Presence.VIDEO})
HELD = frozenset({MeetingState.HELD, MeetingState.CLOSED})
PAID = frozenset({ClaimState.PAID, ClaimState.RECEIVED})
DECIDED = PAID | {ClaimState.APPROVED, ClaimState.REFUSED}
ABSENT_LABEL = "not_recorded"  # of a row whose territory, level or step nobody wrote down


@dataclass(frozen=True)
class Figure:
    """One figure: its cells (None: the region does not record it), and how they hang together.

    `unrecorded`: cells of which a 0 says only that nobody wrote anything down: decided as 0, printed as not recorded.
    `kept_back`: cells that decide of others, and are printed nowhere.
    """

    cells: Mapping[Key, Cell | None]
    tables: tuple[Table, ...] = ()
    unrecorded: frozenset[Key] = frozenset()
    kept_back: frozenset[Key] = frozenset()


@dataclass(frozen=True)
class Came:
    """An expert at a held meeting."""

    person: str
    meeting: MeetingFact
    presence: Presence


class Frame:
    def __init__(self, facts: Facts, year: FiscalYear, cut: Cut) -> None:
        self.facts, self.year, self.cut = facts, year, cut

    @cached_property
    def held(self) -> dict[str, MeetingFact]:
        """The meetings held in the year, by id."""
        known = self.facts.meetings
        return {meeting.id: meeting for meeting in known if meeting.state in HELD and meeting.day in self.year}

    @cached_property
    def of_the_year(self) -> list[MeetingFact]:
        """Every meeting dated in the year, held or not: someone may have written about it."""
        return [meeting for meeting in self.facts.meetings if meeting.day in self.year]

    def is_silent(self, held: Iterable[MeetingFact]) -> bool:
        """Whether meetings were held, and no presence of any of them is noted: nobody knows who was there."""
        ids = {meeting.id for meeting in held}
        return bool(ids) and ids.isdisjoint(self.noted)

    def held_as(self, kind: PlaceKind) -> list[MeetingFact]:
        return [meeting for meeting in self.held.values() if meeting.place_kind is kind]

    @cached_property
    def attendances(self) -> list[AttendanceFact]:
        """Of the held meetings."""
        return [attendance for attendance in self.facts.attendances if attendance.meeting in self.held]

    def needs_named(self, slot: Slot) -> list[NeedsFact]:
        """Of each held meeting, how many experts named this need, and how many were seen to; nobody's and theirs."""
        times, met = Counter[str](), Counter[str]()
        for one in self.attendances:
            if slot in one.needs and self.was_expert(one):
                times[one.meeting] += 1
                met[one.meeting] += slot in one.settled
        for counted in self.facts.needs:
            if counted.slot is slot and counted.meeting in self.held:
                times[counted.meeting] += counted.times
                met[counted.meeting] += counted.met
        return [NeedsFact(meeting, slot, count, met[meeting]) for meeting, count in times.items()]

    @cached_property
    def noted(self) -> set[str]:
        """The held meetings of which at least one presence is noted."""
        return {attendance.meeting for attendance in self.attendances if self._is_noted(attendance)}

    @cached_property
    def came(self) -> list[Came]:
        """Experts, on the day of the meeting, who were there: in person, by phone, by video."""
        return [
            Came(attendance.person, self.held[attendance.meeting], attendance.presence)
            for attendance in self.attendances
            if attendance.presence in CAME and self._is_noted(attendance) and self.was_expert(attendance)
        ]

    @cached_property
    def experts_at(self) -> dict[str, int]:
        """Held meeting -> how many experts were there."""
        there = {(came.meeting.id, came.person) for came in self.came}
        return Counter(meeting for meeting, _ in there)

    def came_to(self, kind: PlaceKind) -> list[Came]:
        return [came for came in self.came if came.meeting.place_kind is kind]

    def was_expert(self, attendance: AttendanceFact) -> bool:
        if attendance.as_expert is not None:
            return attendance.as_expert
        return self.is_expert(attendance.person, self.held[attendance.meeting].day)

    def is_expert(self, person: str, day: dt.date) -> bool:
        roles = self._roles.get(person, ())
        return any((role.since or dt.date.min) <= day <= (role.until or dt.date.max) for role in roles)

    @cached_property
    def remote(self) -> list[tuple[str, MeetingFact]]:
        """(expert, held meeting) for each participation from afar released by the cut."""
        return [
            (remote.person, meeting)
            for remote in self.facts.remotes
            if (meeting := self.held.get(remote.meeting)) and self.cut.knows(remote.released_on)
            if self.is_expert(remote.person, meeting.day)
        ]

    @cached_property
    def comments(self) -> list[CommentFact]:
        """Confirmed by the cut and not withdrawn by then, whose meeting's date is in the year."""
        meetings = self._meetings
        return [
            comment
            for comment in self.facts.comments
            if comment.meeting in meetings and meetings[comment.meeting].day in self.year
            if self.cut.knows(comment.confirmed_on) and not self.cut.knows(comment.withdrawn_on)
        ]

    def meeting_of(self, comment: CommentFact) -> MeetingFact:
        return self._meetings[comment.meeting]

    @cached_property
    def claims(self) -> list[tuple[ClaimFact, ClaimState]]:
        """Every claim of a person handed in by the cut, and its state then."""
        return self._claims_of(organisations=False)

    @cached_property
    def claims_of_organisations(self) -> list[tuple[ClaimFact, ClaimState]]:
        """The same, of those who speak for a member organisation."""
        return self._claims_of(organisations=True)

    def _claims_of(self, *, organisations: bool) -> list[tuple[ClaimFact, ClaimState]]:
        kept = [claim for claim in self.facts.claims if claim.organisation is organisations]
        return [(claim, self._state_of(claim)) for claim in kept if self.cut.knows(claim.submitted_at)]

    def lines_of(
        self, states: Iterable[ClaimState], *, organisations: bool = False
    ) -> Iterator[tuple[ClaimFact, ClaimLineFact]]:
        """The lines of the year, by their day or their claim's, of claims in these states."""
        wanted = frozenset(states)
        for claim, state in self.claims_of_organisations if organisations else self.claims:
            if state in wanted:
                yield from ((claim, line) for line in claim.lines if (line.day or claim.day) in self.year)

    def is_of_the_year(self, claim: ClaimFact) -> bool:
        return any((line.day or claim.day) in self.year for line in claim.lines)

    @cached_property
    def _meetings(self) -> dict[str, MeetingFact]:
        return {meeting.id: meeting for meeting in self.facts.meetings}

    @cached_property
    def _roles(self) -> dict[str, list[ExpertRole]]:
        found: dict[str, list[ExpertRole]] = defaultdict(list)
        for role in self.facts.experts:
            found[role.person].append(role)
        return found

    def _is_noted(self, attendance: AttendanceFact) -> bool:
        late = attendance.noted_at is not None and not self.cut.knows(attendance.noted_at)
        return attendance.presence is not Presence.UNKNOWN and not late

    def _state_of(self, claim: ClaimFact) -> ClaimState:
        """What it was at the cut: a decision or a payment that came later had not come."""
        if claim.state in DECIDED and claim.decided_at is not None and not self.cut.knows(claim.decided_at):
            return ClaimState.SUBMITTED
        if claim.state in PAID and not self.cut.knows(claim.paid_on):
            return ClaimState.APPROVED
        return claim.state


def distinct(people: Iterable[str]) -> Cell:
    return Cell.of_people(len(set(people)))


def counted(people: Iterable[str]) -> Cell:
    """So many times (attendances, claims, lines), by so many distinct people."""
    times = list(people)
    return Cell(Measure.COUNT, len(times), len(set(times)))


def things(kept: Iterable[object]) -> Cell:
    return Cell.of_things(sum(1 for _ in kept))


def median_in_tenths(numbers: Iterable[int]) -> int | None:
    """The middle one, or half-way between the two in the middle, times ten; None without any."""
    ordered = sorted(numbers)
    middle = len(ordered) // 2
    if not ordered:
        return None
    return ordered[middle] * 10 if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) * 5
