"""A small region and its year: every figure by its expected value, and the same report whatever the machine."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import fields, replace

import pytest

from db.report.disclosure import Cell, Key, Mark
from db.report.facts import Facts
from db.report.yearly import Report, figures_of
from tests.support.mini_region import CUT, YEAR, mini_region
from tests.support.small_tables import H

MECHANISM, PROJECT = {"kind": "mechanism"}, {"kind": "project"}
UNKNOWN = "non consigné"


def report(facts: Facts) -> Report:
    return figures_of(facts, YEAR, CUT).printed()


REGION, WITH_OPINION = report(mini_region()), report(mini_region(opinion_at_m3=True))


def read(shown: Report, figure: str, **at: str) -> object:
    """(value, people behind) of amounts and of what counts people several times; else the value, or its mark."""
    cell = shown.printed[Key.of(figure, **at)]
    if not isinstance(cell, Cell):
        return H if cell is Mark.HIDDEN else UNKNOWN
    return (cell.value, cell.people) if cell.people not in (0, cell.value) else cell.value


@pytest.mark.parametrize(
    ("figure", "at", "expected"),
    [
        ("R1", MECHANISM, 5),  # 31 March and the cancelled one are out
        ("R1", PROJECT, 1),
        ("R1", {**MECHANISM, "level": "regional"}, 3),
        ("R1", {**MECHANISM, "level": "local"}, 2),
        ("R1", {**MECHANISM, "territory": "Grande-Anse"}, 2),
        ("R1", {"kind": "volunteering"}, 0),
        ("R2", MECHANISM, 4),
        ("R3.with", MECHANISM, 4),
        ("R3.several", MECHANISM, 3),
        ("R3.alone", MECHANISM, 1),
        ("R3.words_only", MECHANISM, 0),
        ("R3.several", {**MECHANISM, "level": "local"}, H),  # as R4 there: fewer than 5 people
        ("R3.several", {**MECHANISM, "level": "regional"}, H),  # the levels add up to 3
        ("R4", MECHANISM, 6),  # not the member, nor the expert whose role had ended
        ("R4", PROJECT, 5),
        ("R4", {}, H),  # the union: 8, of whom 3 are in both
        ("R5", MECHANISM, (12, 6)),
        ("R5", {**MECHANISM, "mode": "in_person"}, H),
        ("R5", {**MECHANISM, "mode": "remote"}, H),
        ("R5", {**PROJECT, "mode": "in_person"}, 5),
        ("R6.meetings", {**MECHANISM, "step": "not_recorded"}, 5),
        ("R7", {}, 5),
        ("R8", {**MECHANISM, "rung": "discussion"}, 6),
        ("R8", {**MECHANISM, "rung": "consultation"}, H),
        ("R8", {**MECHANISM, "rung": "deliberation"}, UNKNOWN),
        ("R8", {**MECHANISM, "rung": "collaboration"}, UNKNOWN),
        ("R9.median", MECHANISM, 70),
        ("R9.seven_days", MECHANISM, 3),
        ("R9.none_sent", MECHANISM, 0),
        ("R10", MECHANISM, UNKNOWN),
        ("R11.none_sent", MECHANISM, 5),
        ("R12", {}, 7),
        ("R12", {"state": "kept"}, 3),
        ("R12", {"state": "not_kept"}, 1),
        ("R12", {"state": "to_follow"}, 2),
        ("R12", {"state": "waiting"}, 1),
        ("R12", {"meeting": "2026-11-10 table regional mechanism"}, H),
        ("R12", {"meeting": "2027-03-31 table regional mechanism"}, H),
        ("R12", {"meeting": "2026-06-02 table local mechanism"}, H),  # the table is not printed, zeros included
        ("R12.nameless", {}, H),
        ("R13.answered", {}, 6),
        ("R13.in_time", {}, 5),
        ("R13.waiting_late", {}, 1),
        ("R14.asked", {}, H),  # 7, of whom 6 have an allowance
        ("R15.allowance", {}, (46000, 6)),
        ("R15.expenses", {}, H),
        ("R15.expenses", {"slot": "transport"}, H),
        ("R15.expenses", {"slot": "childcare"}, H),
        ("R15.expenses", {"slot": "meal"}, 0),
        ("R16.allowance", {}, (51500, 6)),
        ("R16.expenses", {}, H),
        ("R16.to_paid", {}, (180, 6)),
        ("R16.claims_paid", {}, (7, 6)),
        ("R16.refused", {}, H),
        ("R16.waiting", {}, H),
        ("R17", {}, 0),
        ("R19.training", {}, UNKNOWN),
    ],
)
def test_a_figure_of_the_region(figure: str, at: dict[str, str], expected: object) -> None:
    assert read(REGION, figure, **at) == expected


@pytest.mark.parametrize(
    ("rung", "expected"), [("deliberation", H), ("discussion", H), ("consultation", H), ("collaboration", UNKNOWN)]
)
def test_the_ladder_when_a_meeting_gave_an_opinion(rung: str, expected: object) -> None:
    assert read(WITH_OPINION, "R8", **MECHANISM, rung=rung) == expected


def test_the_cells_hidden_by_the_ladder_are_3_and_3() -> None:
    cells = figures_of(mini_region(opinion_at_m3=True), YEAR, CUT).cells
    rungs = [cells[Key.of("R8", kind="mechanism", rung=rung)] for rung in ("discussion", "deliberation")]
    assert rungs == [Cell.of_people(3), Cell.of_people(3)]


# The same


def shuffled(facts: Facts) -> Facts:
    drawn = random.Random(15)
    lists = {field.name: getattr(facts, field.name) for field in fields(facts)}
    return replace(
        facts, **{name: tuple(drawn.sample(kept, len(kept))) for name, kept in lists.items() if isinstance(kept, tuple)}
    )


def renamed(facts: Facts, new_name: Callable[[str], str]) -> Facts:
    """The same facts with other keys for people: what a year key, an erasure or a merge changes."""
    lists = ("attendances", "experts", "remotes", "claims", "received")
    return replace(
        facts,
        **{name: tuple(replace(fact, person=new_name(fact.person)) for fact in getattr(facts, name)) for name in lists},
    )


def other_ids(facts: Facts) -> Facts:
    """Meetings numbered in another order by another database."""
    ids = {meeting.id: str(1000 - number) for number, meeting in enumerate(facts.meetings)}
    bound = ("attendances", "remotes", "reminders", "comments")
    return replace(
        facts,
        meetings=tuple(replace(meeting, id=ids[meeting.id]) for meeting in facts.meetings),
        **{name: tuple(replace(fact, meeting=ids[fact.meeting]) for fact in getattr(facts, name)) for name in bound},
    )


@pytest.mark.parametrize(
    "changed",
    [
        shuffled,
        other_ids,
        lambda facts: renamed(facts, lambda person: f"year-key-{hash(person)}"),
        lambda facts: shuffled(other_ids(facts)),
    ],
    ids=["in another order", "with other ids", "with other keys for people", "all of it"],
)
def test_the_same_facts_give_the_same_fingerprint(changed: Callable[[Facts], Facts]) -> None:
    facts = mini_region()
    again = figures_of(changed(facts), YEAR, CUT)
    assert again.cells == figures_of(facts, YEAR, CUT).cells
    assert again.printed().fingerprint == REGION.fingerprint


def test_two_people_merged_before_the_cut_are_one() -> None:
    """E2 was two people until a merge: the facts, read after it, have one key."""
    twice = renamed(mini_region(), lambda person: person)
    split = replace(
        twice,
        attendances=tuple(
            replace(one, person="E2 again") if one.person == "E2" and one.meeting == "M3" else one
            for one in twice.attendances
        ),
    )
    merged = renamed(split, lambda person: "E2" if person == "E2 again" else person)
    assert report(merged).fingerprint == REGION.fingerprint


@pytest.fixture(params=["UTC", "Asia/Tokyo", "America/Vancouver"])
def server_zone(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.environ.get("TZ")
    os.environ["TZ"] = request.param
    time.tzset()
    yield
    os.environ.pop("TZ")
    if before is not None:
        os.environ["TZ"] = before
    time.tzset()


@pytest.mark.usefixtures("server_zone")
def test_the_zone_of_the_server_changes_nothing() -> None:
    assert report(mini_region()).fingerprint == REGION.fingerprint


def test_nothing_of_a_person_is_in_what_leaves() -> None:
    written = str(REGION.as_json())
    assert not any(f"E{number}" in written for number in range(1, 10))
