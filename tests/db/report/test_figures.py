"""Each figure on the facts that move it: one fact changed in the region, and what becomes of the figure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from db.claims.rules import ClaimState, LineKind
from db.comments.tables import Decision
from db.meetings.tables import MeetingState, Presence
from db.report.disclosure import Cell, Key, Mark, Measure
from db.report.facts import (
    AttendanceFact,
    ClaimFact,
    ClaimLineFact,
    ContributionFact,
    ExpertRole,
    Facts,
    Mailing,
    NeedsFact,
    Outcome,
    PointFact,
    Received,
    ReminderFact,
    Slot,
    WorkStep,
)
from db.report.period import Cut
from db.report.yearly import figures_of
from tests.support.mini_region import ALLOWANCE, CUT, M2, M3, M6, YEAR, ZONE, claim, mini_region, needing, noon

UTC = dt.UTC
MECHANISM = {"kind": "mechanism"}
People, Things = Cell.of_people, Cell.of_things
AFTER = noon(2027, 6, 1)


def figure(facts: Facts, name: str, cut: Cut = CUT, **at: str) -> Cell | None:
    return figures_of(facts, YEAR, cut).cells[Key.of(name, **at)]


def with_attendance(meeting: str, person: str, **changed: object) -> Facts:
    facts = mini_region()
    kept = tuple(
        replace(one, **changed) if (one.meeting, one.person) == (meeting, person) else one for one in facts.attendances
    )
    return replace(facts, attendances=kept)


def with_meeting(id: str, **changed: object) -> Facts:
    facts = mini_region()
    return replace(facts, meetings=tuple(replace(one, **changed) if one.id == id else one for one in facts.meetings))


def adding(**more: tuple[object, ...]) -> Facts:
    facts = mini_region()
    return replace(facts, **{name: (*(getattr(facts, name) or ()), *extra) for name, extra in more.items()})


@pytest.mark.parametrize(
    ("facts", "name", "expected"),
    [
        (mini_region(), "R4", People(6)),
        (with_attendance("M3", "E9", as_expert=True), "R4", People(7)),  # as written with the presence
        (with_attendance("M2", "E6", as_expert=False), "R4", People(5)),
        (with_attendance("M2", "E6", noted_at=AFTER), "R4", People(5)),  # noted after the cut
        (with_attendance("M2", "E6", presence=Presence.COMMENT), "R4", People(5)),
        (with_meeting("M3", day=dt.date(2026, 9, 30)), "R4", People(7)),  # E9 was still an expert
        (with_meeting("M3", day=dt.date(2026, 10, 1)), "R4", People(7)),  # until that day, included
        (with_meeting("M3", day=dt.date(2026, 10, 2)), "R4", People(6)),
        (with_meeting("M2", state=MeetingState.ANNOUNCED), "R4", People(4)),
        (with_meeting("M2", day=dt.date(2026, 3, 31)), "R1", Things(4)),
        (with_meeting("M1", day=dt.date(2026, 4, 1)), "R1", Things(6)),
        (with_meeting("M7", state=MeetingState.HELD), "R1", Things(6)),
        (with_meeting("M7", state=MeetingState.HELD), "R2", Things(4)),
        (with_attendance("M8", "E2", presence=Presence.NONE), "R2", Things(5)),
        (with_attendance("M8", "E2", presence=Presence.NONE), "R3.with", Things(4)),
        (with_attendance("M6", "E1", presence=Presence.NONE), "R3.words_only", Things(1)),
        (with_attendance("M6", "E1", presence=Presence.NONE), "R3.alone", Things(0)),
        (with_attendance("M3", "E7", presence=Presence.VIDEO), "R5", Cell(Measure.COUNT, 13, 7)),
        (adding(attendances=(AttendanceFact("M4", "N1", Presence.IN_PERSON),)), "R4", People(6)),
        (
            adding(
                attendances=(AttendanceFact("M4", "N1", Presence.IN_PERSON),),
                experts=(ExpertRole("N1", since=dt.date(2026, 5, 1)),),
            ),
            "R4",
            People(7),
        ),
    ],
)
def test_who_was_there(facts: Facts, name: str, expected: Cell) -> None:
    assert figure(facts, name, **MECHANISM) == expected


def test_a_meeting_of_two_steps_counts_in_both() -> None:
    facts = with_meeting("M2", points=(PointFact(WorkStep.ISSUES), PointFact(WorkStep.PLAN), PointFact()))
    assert figure(facts, "R6.meetings", **MECHANISM, step="issues") == Things(1)
    assert figure(facts, "R6", **MECHANISM, step="plan") == People(6)
    assert figure(facts, "R6", **MECHANISM, step="not_recorded") == People(4)


def test_a_territory_that_the_list_does_not_have_is_a_row_apart() -> None:
    facts = with_meeting("M4", territory="Ailleurs")
    assert figure(facts, "R1", **MECHANISM, territory="not_recorded") == Things(1)
    assert figure(facts, "R4", **MECHANISM, territory="not_recorded") == People(2)


# The ladder

RUNGS = ("consultation", "discussion", "deliberation", "collaboration")


def rungs(facts: Facts) -> list[int | None]:
    cells = [figure(facts, "R8", **MECHANISM, rung=rung) for rung in RUNGS]
    return [cell and cell.value for cell in cells]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (mini_region(), [1, 6, None, None]),
        (mini_region(opinion_at_m3=True), [1, 3, 3, None]),
        (with_meeting("M2", points=(PointFact(outcome=Outcome.POSTPONED),)), [1, 6, 0, None]),
        (replace(mini_region(opinion_at_m3=True), contributions=()), [1, 3, 3, 0]),
        (adding(contributions=(ContributionFact("E1", M3), ContributionFact("E8", M3))), [0, 5, None, 2]),
        (
            adding(contributions=(ContributionFact("E1", dt.date(2026, 3, 31)), ContributionFact("N1", M3))),
            [1, 6, None, 0],
        ),
        (adding(contributions=(ContributionFact("E9", M3), ContributionFact("E9", M2))), [1, 6, None, 1]),
    ],
)
def test_each_person_stands_on_her_highest_rung(facts: Facts, expected: list[int | None]) -> None:
    assert rungs(facts) == expected


def test_those_informed_are_apart() -> None:
    facts = adding(
        received=(
            Received("N1", Mailing.DIGEST, M2),
            Received("N1", Mailing.MINUTES, M3),
            Received("E1", Mailing.SUMMARY, dt.date(2026, 3, 31)),
        )
    )
    assert figure(facts, "R8.informed") == People(1)


@pytest.mark.parametrize(("day", "expected"), [(dt.date(2027, 4, 30), 5), (dt.date(2027, 4, 1), 3)])
def test_words_carried_count_once_released_by_the_cut(day: dt.date, expected: int) -> None:
    cut = Cut(dt.datetime.combine(day, dt.time(16), UTC), ZONE)
    assert figure(mini_region(), "R7", cut) == People(expected)


# What tables prepared, sent back and heard

# 25 March in Quebec, 7 days before the meeting of 1 April; the 26 in UTC.
LATE_IN_THE_EVENING = ReminderFact("M2", 1, dt.datetime(2026, 3, 26, 3, 30, tzinfo=UTC))


@pytest.mark.parametrize(
    ("facts", "name", "expected"),
    [
        (with_meeting("M2", version=2), "R9.none_sent", 1),  # a reminder of the day before it was moved is void
        (with_meeting("M2", version=2), "R9.median", 50),  # 1, 3, 7, 7
        (adding(reminders=(ReminderFact("M8", 1, noon(2026, 12, 1)),)), "R9.seven_days", 4),
        (adding(reminders=(ReminderFact("M8", 1, AFTER),)), "R9.median", 70),
        (replace(mini_region(), reminders=(LATE_IN_THE_EVENING,)), "R9.seven_days", 1),
        (with_meeting("M3", minutes_sent_at=noon(2026, 11, 15)), "R11.median", 50),
        (with_meeting("M3", minutes_sent_at=noon(2026, 11, 15)), "R11.none_sent", 4),
        (with_meeting("M3", minutes_sent_at=AFTER), "R11.none_sent", 5),
        (with_meeting("M3", advice_left=0), "R10", 1),
        (with_meeting("M3", advice_left=2), "R10", 0),
        (with_meeting("M3", advice_left=2), "R10.known", 1),
    ],
)
def test_what_was_prepared_and_sent_back(facts: Facts, name: str, expected: int) -> None:
    cell = figure(facts, name, **MECHANISM)
    assert cell is not None
    assert (cell.value, cell.people) == (expected, 0)


def with_comment(number: int, **changed: object) -> Facts:
    facts = mini_region()
    comments = list(facts.comments)
    comments[number] = replace(comments[number], **changed)
    return replace(facts, comments=tuple(comments))


@pytest.mark.parametrize(
    ("facts", "name", "at", "expected"),
    [
        (with_comment(0, confirmed_on=None), "R12", {}, 6),
        (with_comment(0, withdrawn_on=dt.date(2026, 11, 9)), "R12", {}, 6),
        (with_comment(0, withdrawn_on=dt.date(2027, 6, 1)), "R12", {}, 7),
        (with_comment(0, confirmed_on=dt.date(2026, 3, 1)), "R12", {}, 7),  # by its meeting, not by its day
        (with_comment(0, meeting="M1"), "R12", {}, 6),
        (with_comment(0, answered_on=dt.date(2027, 6, 1)), "R12", {"state": "waiting"}, 2),
        (with_comment(6, decision=Decision.KEPT, answered_on=dt.date(2027, 5, 1)), "R12", {"state": "kept"}, 4),
        (with_comment(6, decision=Decision.KEPT, answered_on=dt.date(2027, 5, 1)), "R13.in_time", {}, 5),
        (with_comment(6, decision=Decision.KEPT, answered_on=dt.date(2027, 4, 30)), "R13.in_time", {}, 6),
        (with_comment(0, read_on=dt.date(2026, 11, 12)), "R12.read_as_promised", {}, 6),
        (with_meeting("M6", answer_by=CUT.day), "R13.waiting_late", {}, 0),
        (with_meeting("M6", answer_by=None), "R13.in_time", {}, 3),
    ],
)
def test_what_was_said(facts: Facts, name: str, at: dict[str, str], expected: int) -> None:
    assert figure(facts, name, **at) == Things(expected)


@pytest.mark.parametrize(
    ("named", "nameless", "shown"),
    [(5, 5, True), (9, 6, True), (9, 4, False), (4, 9, False), (7, 0, False), (0, 0, True)],
)
def test_how_many_bear_no_name_is_said_when_both_kinds_are_five(named: int, nameless: int, shown: bool) -> None:
    (comment, *_) = mini_region().comments
    comments = (comment,) * named + (replace(comment, with_name=False),) * nameless
    printed = figures_of(replace(mini_region(), comments=comments), YEAR, CUT).printed().printed
    assert printed.is_hidden(Key("R12.nameless")) is not shown


# Claims


def with_claim(person: str, day: dt.date, change: Callable[[ClaimFact], ClaimFact]) -> Facts:
    facts = mini_region()
    claims = tuple(change(one) if (one.person, one.day) == (person, day) else one for one in facts.claims)
    return replace(facts, claims=claims)


@pytest.mark.parametrize(
    ("facts", "name", "value", "people"),
    [
        (with_claim("E5", M2, lambda one: replace(one, state=ClaimState.CANCELLED)), "R15.allowance", 35000, 5),
        (with_claim("E5", M2, lambda one: replace(one, state=ClaimState.CANCELLED)), "R14.asked", 6, 6),
        (with_claim("E5", M2, lambda one: replace(one, state=ClaimState.RECEIVED)), "R15.allowance", 46000, 6),
        (with_claim("E1", M6, lambda one: replace(one, decided_at=AFTER)), "R15.allowance", 40500, 6),
        (with_claim("E1", M6, lambda one: replace(one, submitted_at=AFTER)), "R14.asked", 7, 7),
        (with_claim("E4", M3, lambda one: replace(one, paid_on=dt.date(2027, 6, 1))), "R16.allowance", 49500, 6),
        (with_claim("E4", M3, lambda one: replace(one, paid_on=dt.date(2027, 6, 1))), "R15.allowance", 46000, 6),
        (with_claim("E4", M3, lambda one: replace(one, paid_on=dt.date(2027, 4, 2))), "R16.allowance", 49500, 6),
        (with_claim("E4", M3, lambda one: replace(one, paid_on=dt.date(2027, 4, 2))), "R16.claims_paid", 7, 6),
        (mini_region(), "R16.refused", 1, 1),
        (mini_region(), "R16.waiting", 1, 1),
        (mini_region(), "R16.to_decided", 80, 6),
        (mini_region(), "R16.decided_to_paid", 100, 6),
    ],
)
def test_what_was_asked_recognised_and_paid(facts: Facts, name: str, value: int, people: int) -> None:
    cell = figure(facts, name)
    assert cell is not None
    assert (cell.value, cell.people) == (value, people)


def test_a_line_counts_by_its_own_day() -> None:
    lines = (ClaimLineFact(ALLOWANCE, 5500, day=dt.date(2026, 3, 30)), ClaimLineFact(ALLOWANCE, 5500, day=M2))
    facts = adding(claims=(replace(claim("E8", dt.date(2026, 3, 30), M2, paid=M3), lines=lines),))
    assert figure(facts, "R15.allowance") == Cell(Measure.CENTS, 51500, 7)


def test_kilometres_and_fares_are_one_slot() -> None:
    facts = adding(claims=(claim("E8", M2, M2, (LineKind.TRANSPORT_KM, 1700), paid=M3),))
    assert figure(facts, "R15.expenses", slot="transport") == Cell(Measure.CENTS, 2450, 2)
    assert figure(facts, "R15.allowance") == Cell(Measure.CENTS, 46000, 6)


def test_an_exception_counts_once_accepted() -> None:
    lines = (ClaimLineFact(LineKind.MEAL, 2600, exception=True),)
    asked = replace(claim("E8", M2, M2, state=ClaimState.SUBMITTED), lines=lines)
    assert figure(adding(claims=(asked,)), "R17") == Cell(Measure.COUNT, 0, 0)
    accepted = replace(asked, state=ClaimState.APPROVED)
    assert figure(adding(claims=(accepted,)), "R17") == Cell(Measure.COUNT, 1, 1)


def erased(facts: Facts) -> Facts:
    """The same, once what they needed is a number of each meeting."""
    held = {one.meeting for one in facts.attendances}
    counted = []
    for meeting in sorted(held):
        theirs = [one for one in facts.attendances if one.meeting == meeting and one.needs]
        if theirs:
            met = sum(1 for one in theirs if one.settled)
            counted.append(NeedsFact(meeting, Slot.CHILDCARE, len(theirs), met))
    rows = (replace(one, needs=frozenset(), settled=frozenset()) for one in facts.attendances)
    return replace(facts, attendances=tuple(rows), needs=tuple(counted))


def test_needs_and_how_many_were_seen_to_the_same_once_they_are_erased() -> None:
    for facts in (needing(mini_region()), erased(needing(mini_region()))):
        assert figure(facts, "R18.needed", slot="childcare") == Cell(Measure.COUNT, 8, 2)
        assert figure(facts, "R18.met", slot="childcare") == Cell(Measure.COUNT, 5, 1)
        assert figure(facts, "R18.unmet", slot="childcare") == Cell(Measure.COUNT, 3, 1)
        assert figure(facts, "R18.needed", slot="meal") == Cell(Measure.COUNT, 0, 0)


def test_needs_that_nobody_ever_noted_as_seen_to_are_not_said_to_be_unmet() -> None:
    rows = tuple(replace(one, settled=frozenset()) for one in needing(mini_region()).attendances)
    facts = replace(mini_region(), attendances=rows)
    met, other = Key.of("R18.met", slot="childcare"), Key.of("R18.met", slot="meal")
    assert met in figures_of(facts, YEAR, CUT).unrecorded
    assert figures_of(facts, YEAR, CUT).printed().printed.cells[other] is Mark.NOT_RECORDED
    assert met not in figures_of(needing(mini_region()), YEAR, CUT).unrecorded
    assert figure(facts, "R18.needed", slot="childcare") == Cell(Measure.COUNT, 8, 2)


def test_those_who_were_offered_to_claim_by_the_cut() -> None:
    facts = with_attendance("M2", "E1", offered_claim_at=noon(2026, 4, 3))
    assert figure(facts, "R14.offered") == People(1)
    assert figure(with_attendance("M2", "E1", offered_claim_at=AFTER), "R14.offered") == People(0)


def printed(facts: Facts, name: str, **at: str) -> object:
    return figures_of(facts, YEAR, CUT).printed().printed[Key.of(name, **at)]


def without_presence(facts: Facts) -> Facts:
    unknown = tuple(replace(one, presence=Presence.UNKNOWN) for one in facts.attendances)
    return replace(facts, attendances=unknown)


@pytest.mark.parametrize(
    ("name", "at"),
    [
        ("R4", MECHANISM),
        ("R4", {}),
        ("R5", MECHANISM),
        ("R5", {**MECHANISM, "mode": "in_person"}),
        ("R5", {**MECHANISM, "territory": "Grande-Anse"}),
        ("R3.with", MECHANISM),
        ("R3.alone", {**MECHANISM, "level": "regional"}),
        ("R8", {**MECHANISM, "rung": "discussion"}),
    ],
)
def test_where_no_presence_was_noted_nobody_knows_who_was_there(name: str, at: dict[str, str]) -> None:
    assert printed(without_presence(mini_region()), name, **at) is Mark.NOT_RECORDED


def test_where_one_presence_was_noted_the_others_are_none() -> None:
    facts = without_presence(mini_region())
    absent = AttendanceFact("M2", "E1", Presence.NONE)
    assert printed(replace(facts, attendances=(absent,)), "R4", **MECHANISM) == People(0)


def test_without_any_meeting_there_is_nothing_that_was_not_noted() -> None:
    assert printed(Facts(zone=ZONE), "R4", **MECHANISM) == People(0)


@pytest.mark.parametrize("figure", ["R1", "R2"])
def test_a_level_that_no_table_has_is_not_recorded(figure: str) -> None:
    facts = mini_region()
    facts = replace(facts, meetings=tuple(replace(one, level=None) for one in facts.meetings))
    assert printed(facts, figure, **MECHANISM, level="local") is Mark.NOT_RECORDED
    assert isinstance(printed(facts, figure, **MECHANISM, level="not_recorded"), Cell)


def test_a_step_that_nobody_said_is_not_recorded_and_one_that_was_leaves_the_others_at_none() -> None:
    assert printed(mini_region(), "R6.meetings", **MECHANISM, step="plan") is Mark.NOT_RECORDED
    facts = with_meeting("M2", points=(PointFact(step=WorkStep.PORTRAIT),))
    assert printed(facts, "R6.meetings", **MECHANISM, step="plan") == Things(0)
    assert printed(facts, "R6.meetings", **MECHANISM, step="portrait") == Things(1)
