"""Reports of random years: attacked whole, in two versions, and tried by their fingerprint."""

from __future__ import annotations

import datetime as dt
import itertools
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from db.claims.rules import ClaimState, LineKind
from db.meetings.tables import MeetingState, Presence
from db.report.canonical import canonical, fingerprint
from db.report.disclosure import Cell, Key, Measure, NestedGroups, Printed, SumLine, Within
from db.report.facts import (
    AttendanceFact,
    ClaimFact,
    ClaimLineFact,
    CommentFact,
    ContributionFact,
    ExpertRole,
    Facts,
    Level,
    MeetingFact,
    Outcome,
    PlaceKind,
    PointFact,
    Remote,
    Slot,
    WorkStep,
)
from db.report.figures.frame import ABSENT_LABEL, Frame
from db.report.figures.presence import LEVELS, STEPS, territories
from db.report.survey import QUESTIONS
from db.report.yearly import Figures, figures_of
from tests.support.attack import Attack
from tests.support.mini_region import CUT, NORTH, SOUTH, YEAR, ZONE, mini_region, noon

TRIED = (Phase.explicit, Phase.reuse, Phase.generate)  # a report takes a second: none is made smaller
PEOPLE = [f"P{number}" for number in range(14)]
DAYS = [YEAR.first_day + dt.timedelta(days=days) for days in range(0, 365, 30)]
COMMENTS = (0, 5, 9, 14)  # fewer than 5 are printed all the same (things): by meeting, they are then nearly known
POINTS = st.builds(PointFact, st.sampled_from([None, *WorkStep][:4]), st.sampled_from([None, None, Outcome.OPINION]))
KINDS = st.sampled_from([PlaceKind.MECHANISM, PlaceKind.MECHANISM, PlaceKind.PROJECT])
CAME = st.sampled_from([Presence.IN_PERSON, Presence.IN_PERSON, Presence.PHONE, Presence.NONE])


MEALS = st.sampled_from([frozenset[Slot](), frozenset({Slot.MEAL})])
# Compared as a whole and its part, though someone may be in the part alone (asked without an offer).
LOOSE = (Key("R14.offered"), Key("R16.claims_paid"), Key("R17"))


@st.composite
def meetings(draw: st.DrawFn, number: int) -> MeetingFact:
    day = draw(st.sampled_from(DAYS))
    return MeetingFact(
        id=str(number),
        roundtable=draw(st.sampled_from(["COCO", "ARPIS"])),
        day=day,
        state=MeetingState.HELD,
        ends_at=noon(day.year, day.month, day.day) + dt.timedelta(minutes=number),
        place_kind=draw(KINDS),
        level=draw(st.sampled_from([Level.LOCAL, Level.REGIONAL])),
        territory=draw(st.sampled_from([NORTH, SOUTH, ""])),
        points=tuple(draw(st.lists(POINTS, max_size=2))),
    )


@st.composite
def years(draw: st.DrawFn) -> Facts:
    held = [draw(meetings(number)) for number in range(draw(st.integers(1, 5)))]
    some = st.lists(st.sampled_from(PEOPLE), unique=True, max_size=12)
    claimed = draw(some)
    return Facts(
        zone=ZONE,
        territories=(NORTH, SOUTH),
        meetings=tuple(held),
        attendances=tuple(
            AttendanceFact(meeting.id, person, draw(CAME), needs=draw(MEALS), settled=draw(MEALS))
            for meeting in held
            for person in draw(some)
        ),
        experts=tuple(ExpertRole(person) for person in PEOPLE),
        remotes=tuple(Remote(meeting.id, person, meeting.day) for meeting in held for person in draw(some)[:3]),
        comments=tuple(
            CommentFact(draw(st.sampled_from(held)).id, DAYS[0]) for _ in range(draw(st.sampled_from(COMMENTS)))
        ),
        claims=tuple(draw(claims(person)) for person in claimed),
        survey=draw(surveys()),
        contributions=draw(st.sampled_from([None, tuple(ContributionFact(person, DAYS[3]) for person in claimed[:5])])),
    )


@st.composite
def surveys(draw: st.DrawFn) -> dict[tuple[str, int], int]:
    """A few people: each answered some of the questions."""
    counts: dict[tuple[str, int], int] = {}
    for _ in range(draw(st.integers(0, 14))):
        for question in ("heard", "what_became", "changed"):
            if answer := draw(st.integers(0, QUESTIONS[question])):
                counts[question, answer] = counts.get((question, answer), 0) + 1
    return counts


@st.composite
def claims(draw: st.DrawFn, person: str) -> ClaimFact:
    state = draw(st.sampled_from([ClaimState.PAID, ClaimState.PAID, ClaimState.REFUSED, ClaimState.SUBMITTED]))
    kinds = draw(
        st.lists(st.sampled_from([LineKind.PARTICIPATION, LineKind.MEAL, LineKind.TRANSPORT_FARE]), min_size=1)
    )
    lines = tuple(ClaimLineFact(kind, draw(st.integers(5, 60)) * 100) for kind in kinds[:3])
    handed = noon(2026, 6, 1)
    paid = dt.date(2026, 6, draw(st.integers(2, 28)))
    return ClaimFact(person, DAYS[1], state, handed, lines, handed, paid if state is ClaimState.PAID else None)


def attack(figures: Figures, *printed: Printed) -> list[str]:
    """All that is printed, and what everyone knows of how figures are made beyond the tables."""
    kinds = [{"kind": str(kind)} for kind in PlaceKind]
    places = territories(Frame(Facts(ZONE, (NORTH, SOUTH)), YEAR, CUT))
    same = [(Key.of("R4", **kind), Key.of("R5", **kind)) for kind in kinds]
    same += [
        (Key.of("R4", **kind, territory=place), Key.of("R5", **kind, territory=place))
        for kind, place in itertools.product(kinds, places)
    ]
    least = []
    for at in [*kinds, *({**kind, "level": level} for kind, level in itertools.product(kinds, LEVELS))]:
        several, alone, there = (Key.of(figure, **at) for figure in ("R3.several", "R3.alone", "R3.with"))
        least += [(there, {several: 1, alone: 1})]
        if "level" not in at:
            least += [(Key.of("R5", **at), {several: 2, alone: 1}), (Key.of("R5", **at), {there: 1})]
    known = [
        table
        for table in figures.tables
        if not isinstance(table, Within | NestedGroups) or table.decides.isdisjoint(LOOSE)
    ]
    for kind, part in itertools.product(kinds, ("with", "several", "alone", "words_only")):
        levels = tuple(Key.of(f"R3.{part}", **kind, level=level) for level in LEVELS)
        known.append(SumLine(Key.of(f"R3.{part}", **kind), levels))
    most = [crowd for kind in kinds for crowd in _never_twice_at_a_meeting(figures, kind)]
    return Attack(known, *printed, same_people=same, at_least=least, at_most=most).findings()


def _never_twice_at_a_meeting(figures: Figures, kind: dict[str, str]) -> Iterator[tuple[Key, dict[Key, int]]]:
    """(attendances, people: times at most) for a kind, with the meetings that R1, R2 and R6 print."""
    total, whole = Key.of("R5", **kind), Key.of("R4", **kind)
    held, noted = (_number(figures, Key.of(figure, **kind)) for figure in ("R1", "R2"))
    yield total, {whole: noted}
    for place in (NORTH, SOUTH, ABSENT_LABEL):
        there = _number(figures, Key.of("R1", **kind, territory=place))
        yield Key.of("R5", **kind, territory=place), {Key.of("R4", **kind, territory=place): there}
        yield total, {Key.of("R4", **kind, territory=place): there, whole: min(noted, held - there)}
    for step in STEPS:
        there = _number(figures, Key.of("R6.meetings", **kind, step=step))
        yield total, {Key.of("R6", **kind, step=step): there, whole: min(noted, held - there)}


def _number(figures: Figures, key: Key) -> int:
    cell = figures.cells[key]
    assert cell is not None
    return cell.value


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), phases=TRIED)
@given(years())
def test_no_report_lets_a_hidden_cell_be_placed(facts: Facts) -> None:
    figures = figures_of(facts, YEAR, CUT)
    assert attack(figures, figures.printed().printed) == []


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck), phases=TRIED)
@given(years(), st.integers(1, 6))
def test_no_two_versions_do(facts: Facts, corrected: int) -> None:
    """Some presences had been forgotten."""
    before = replace(facts, attendances=facts.attendances[corrected:])
    first = figures_of(before, YEAR, CUT).printed().printed
    after = figures_of(facts, YEAR, CUT)
    assert attack(after, first, after.printed([first]).printed) == []


@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck), phases=TRIED)
@given(years(), st.integers(1, 4), st.integers(0, 4))
def test_no_three_versions_do(facts: Facts, corrected: int, again: int) -> None:
    """Each is measured against all those that left before it."""
    left: list[Printed] = []
    for forgotten in (corrected + again, corrected, 0):
        known = replace(facts, attendances=facts.attendances[forgotten:])
        figures = figures_of(known, YEAR, CUT)
        left.append(figures.printed(left).printed)
    assert attack(figures, *left) == []


def test_the_region_is_attacked_whole() -> None:
    for opinion in (False, True):
        figures = figures_of(mini_region(opinion), YEAR, CUT)
        assert attack(figures, figures.printed().printed) == []


def test_the_fingerprint_of_a_report_cannot_be_used_to_try_hidden_values() -> None:
    """The fingerprint of figures would: 1 to 4 people, one digest each. That of what is printed is the same for all."""
    figures = figures_of(mini_region(), YEAR, CUT)
    hidden = Key.of("R8", kind="mechanism", rung="consultation")
    tried = [replace(figures, cells={**figures.cells, hidden: Cell.of_people(people)}) for people in range(1, 5)]
    assert {other.printed().fingerprint for other in tried} == {figures.printed().fingerprint}
    assert len({fingerprint({"people": cell.people}) for other in tried if (cell := other.cells[hidden])}) == 4


def test_a_version_read_back_decides_the_next_as_it_did_when_it_was_made() -> None:
    figures = figures_of(mini_region(), YEAR, CUT)
    first = figures.printed()
    back = Printed.of_json(json.loads(canonical(first.as_json())))
    assert back.cells == first.printed.cells
    corrected = figures_of(mini_region(opinion_at_m3=True), YEAR, CUT)
    assert corrected.printed([back]).fingerprint == corrected.printed([first.printed]).fingerprint


def test_an_empty_year_is_a_report_of_zeros() -> None:
    printed = figures_of(Facts(ZONE, (NORTH, SOUTH)), YEAR, CUT).printed().printed
    assert {cell.value for cell in printed.cells.values() if isinstance(cell, Cell)} == {0}
    assert not any(printed.is_hidden(key) for key in printed.cells)


def given_back(report: Printed) -> list[str]:
    """The levels whose meetings with several, printed as hidden, are what is left of those that are printed."""
    found = []
    for kind in map(str, PlaceKind):
        cells = {part: report.cells[Key.of(f"R3.{part}", kind=kind)] for part in ("with", "several", "alone")}
        total = cells["alone"]
        at = [{"kind": kind, "level": level} for level in LEVELS]
        there = [cell.value if isinstance(cell := report.cells[Key.of("R3.with", **one)], Cell) else 0 for one in at]
        if not isinstance(total, Cell):
            continue
        for place, meetings in zip(at, there, strict=True):
            low, high = max(0, total.value - (sum(there) - meetings)), min(meetings, total.value)
            if meetings and low == high and report.is_hidden(Key.of("R3.several", **place)):
                found.append(f"{place}: {meetings - low} of {meetings}")
    return found


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), phases=TRIED)
@given(years())
def test_no_meeting_with_several_is_given_back_by_a_subtraction(facts: Facts) -> None:
    assert given_back(figures_of(facts, YEAR, CUT).printed().printed) == []


def test_when_nobody_was_ever_alone_each_level_says_so() -> None:
    """9 of 9 and no one alone: the levels' own, hidden, were what each level had."""
    there = [AttendanceFact("R", person, Presence.IN_PERSON) for person in "abcdef"]
    there += [AttendanceFact("L", person, Presence.IN_PERSON) for person in "ab"]
    facts = replace(
        mini_region(),
        meetings=(
            replace(mini_region().meetings[1], id="R", level=Level.REGIONAL),
            replace(mini_region().meetings[1], id="L", level=Level.LOCAL),
        ),
        attendances=tuple(there),
        experts=tuple(ExpertRole(person) for person in "abcdef"),
        remotes=(),
        reminders=(),
        comments=(),
        claims=(),
    )
    printed = figures_of(facts, YEAR, CUT).printed().printed
    local = {"kind": "mechanism", "level": "local"}
    assert Key.of("R4", **local) not in printed.cells
    assert printed.cells[Key.of("R3.alone", kind="mechanism")] == Cell.of_things(0)
    assert printed.cells[Key.of("R3.several", **local)] == Cell.of_things(1)


def test_when_everybody_was_alone_everywhere_the_totals_say_nothing() -> None:
    """As many alone as meetings: one meeting at a level would be one person."""
    meetings = [replace(mini_region().meetings[1], id=f"R{n}", level=Level.REGIONAL) for n in range(5)]
    meetings.append(replace(mini_region().meetings[1], id="L", level=Level.LOCAL))
    there = [AttendanceFact(f"R{n}", person, Presence.IN_PERSON) for n, person in enumerate("abcde")]
    there.append(AttendanceFact("L", "a", Presence.IN_PERSON))
    experts = tuple(ExpertRole(person) for person in "abcde")
    bare = replace(mini_region(), remotes=(), reminders=(), comments=(), claims=(), experts=experts)
    printed = figures_of(replace(bare, meetings=tuple(meetings), attendances=tuple(there)), YEAR, CUT).printed().printed
    for at in ({}, {"level": "local"}, {"level": "regional"}):
        assert printed.is_hidden(Key.of("R3.alone", kind="mechanism", **at)), at


@st.composite
def assiduous_years(draw: st.DrawFn) -> Facts:
    """Nearly everyone came to nearly everything that they were asked to."""
    held = [draw(meetings(number)) for number in range(draw(st.integers(2, 9)))]
    people = PEOPLE[: draw(st.integers(5, 14))]
    away = {(draw(st.sampled_from(held)).id, draw(st.sampled_from(people))) for _ in range(draw(st.integers(0, 9)))}
    elsewhere = draw(st.sampled_from([NORTH, SOUTH, ""]))
    not_there = people[: draw(st.integers(0, 4))]  # they sit at none of the tables of one place
    return Facts(
        zone=ZONE,
        territories=(NORTH, SOUTH),
        meetings=tuple(held),
        attendances=tuple(
            AttendanceFact(meeting.id, person, Presence.IN_PERSON)
            for meeting in held
            for person in people
            if (meeting.id, person) not in away
            if not (meeting.territory == elsewhere and person in not_there)
        ),
        experts=tuple(ExpertRole(person) for person in people),
    )


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), phases=TRIED)
@given(assiduous_years())
def test_people_who_came_to_nearly_everything_are_not_counted_by_their_attendances(facts: Facts) -> None:
    figures = figures_of(facts, YEAR, CUT)
    assert attack(figures, figures.printed().printed) == []


def meeting(number: int, territory: str, **more: Any) -> MeetingFact:
    day = YEAR.first_day + dt.timedelta(days=number)
    ends_at = noon(day.year, day.month, day.day)
    plain = {"place_kind": PlaceKind.MECHANISM, "level": Level.LOCAL, "territory": territory, **more}
    return MeetingFact(str(number), "COCO", day, MeetingState.HELD, ends_at, **plain)


def came(held: list[MeetingFact], *away: tuple[str, str]) -> Facts:
    """Nine people who came to everything, but for (person, territory) `away`."""
    people = PEOPLE[:9]
    there = [
        AttendanceFact(one.id, person, Presence.IN_PERSON)
        for one in held
        for person in people
        if (person, one.territory) not in away
    ]
    experts = tuple(ExpertRole(person) for person in people)
    return Facts(ZONE, (NORTH, SOUTH), meetings=tuple(held), attendances=tuple(there), experts=experts)


def test_attendances_that_would_place_the_people_of_a_territory_go_with_their_lines() -> None:
    """77 attendances of 9 people at 4 and 5 meetings: 8 came to the first, 9 to the others."""
    held = [meeting(number, NORTH if number < 4 else SOUTH) for number in range(9)]
    figures = figures_of(came(held, ("P0", NORTH)), YEAR, CUT)
    printed = figures.printed().printed
    assert printed[Key.of("R4", kind="mechanism")] == Cell.of_people(9)
    for at in ({}, {"mode": "in_person"}, {"territory": NORTH}, {"territory": SOUTH}):
        assert printed.is_hidden(Key.of("R5", kind="mechanism", **at)), at
    assert attack(figures, printed) == []


def test_attendances_that_place_nobody_hidden_are_printed() -> None:
    """Everyone came to everything: there is no part to place."""
    held = [meeting(number, NORTH if number < 4 else SOUTH) for number in range(9)]
    printed = figures_of(came(held), YEAR, CUT).printed().printed
    assert printed[Key.of("R5", kind="mechanism")] == Cell(Measure.COUNT, 81, 9)
    assert printed[Key.of("R4", kind="mechanism", territory=NORTH)] == Cell.of_people(9)


def test_people_by_level_decide_and_are_printed_nowhere() -> None:
    """A level whose tables are all of one territory: the same people, hidden there."""
    held = [meeting(n, NORTH, level=Level.REGIONAL) for n in range(5)] + [meeting(n, SOUTH) for n in range(5, 9)]
    figures = figures_of(came(held, ("P0", SOUTH), ("P1", SOUTH), ("P2", NORTH)), YEAR, CUT)
    assert not [key for key in figures.printed().printed.cells if key.figure == "R4" and "level" in dict(key.at)]
    assert "regional" not in json.dumps([f for f in figures.printed().as_json()["figures"] if f["figure"] == "R4"])


def test_a_step_whose_meetings_are_those_of_a_territory_has_its_fate() -> None:
    points = (PointFact(WorkStep.ACTION, None),)
    held = [meeting(n, NORTH, points=points) for n in range(5)] + [meeting(n, SOUTH) for n in range(5, 9)]
    for away in ([("P0", NORTH)], [("P0", SOUTH)], [("P0", NORTH), ("P1", SOUTH)]):
        printed = figures_of(came(held, *away), YEAR, CUT).printed().printed
        of_step, of_place = (
            Key.of("R6", kind="mechanism", step="action"),
            Key.of("R4", kind="mechanism", territory=NORTH),
        )
        assert printed[of_step] == printed[of_place], away


def test_what_would_tell_a_hidden_number_stays_hidden_in_later_versions() -> None:
    """Hidden while one person was there, `alone` says as much once it is shown beside the version before."""
    held = [meeting(n, NORTH) for n in range(3)]
    few = came(held, *((person, NORTH) for person in PEOPLE[:6]))
    first = figures_of(few, YEAR, CUT).printed().printed
    assert first.is_hidden(Key.of("R3.alone", kind="mechanism"))
    later = figures_of(came(held), YEAR, CUT).printed([first]).printed
    assert later.is_hidden(Key.of("R3.alone", kind="mechanism"))
