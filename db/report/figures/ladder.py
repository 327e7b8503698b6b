"""R7 and R8: who was consulted from afar, and how far each person went."""

from __future__ import annotations

from db.report.disclosure import Cell, Following, Key, NestedGroups, SumLine, Table, Within
from db.report.facts import Outcome, PlaceKind
from db.report.figures.frame import Figure, Frame, distinct


def consulted_from_afar(frame: Frame) -> Figure:
    """R7. Distinct experts whose words were carried, for the organisation and the year: finer, they would be named."""
    return Figure({Key("R7"): distinct(person for person, _ in frame.remote)})


def ladder(frame: Frame) -> Figure:
    """R8. People by the highest rung they reached, by kind; and, apart, those who were informed.

    `R8.came` is those of the rung of collaboration who were at a meeting: with discussion and deliberation they add up
    to R4. What nobody records (an opinion given, a contribution) is not recorded, and its people stand a rung lower.
    """
    informed = (one.person for one in frame.facts.received if one.on in frame.year and frame.cut.knows(one.on))
    cells: dict[Key, Cell | None] = {Key("R8.informed"): distinct(informed)}
    tables: list[Table] = []
    for kind in PlaceKind:
        rungs = {rung: Key.of("R8", kind=kind, rung=rung) for rung in RUNGS}
        came = Key.of("R8.came", kind=kind, rung="collaboration")
        people = people_by_rung(frame, kind)
        for rung, key in rungs.items():
            reached = people[rung]
            cells[key] = None if reached is None else distinct(reached)
        there = {one.person for one in frame.came_to(kind)}
        cells[came] = None if people["collaboration"] is None else distinct(people["collaboration"] & there)
        tables += [
            SumLine(Key.of("R4", kind=kind), (rungs["discussion"], rungs["deliberation"], came)),
            NestedGroups(rungs["collaboration"], (came,)),
            Following(came, (rungs["collaboration"],)),
        ]
    silent = [kind for kind in PlaceKind if frame.is_silent(frame.held_as(kind))]
    unrecorded = frozenset(Key.of("R8", kind=kind, rung="discussion") for kind in silent)
    tables.append(Within(Key("R7"), tuple(Key.of("R8", kind=kind, rung="consultation") for kind in PlaceKind)))
    return Figure(cells, tuple(tables), unrecorded)


RUNGS = ("consultation", "discussion", "deliberation", "collaboration")


def people_by_rung(frame: Frame, kind: PlaceKind) -> dict[str, set[str] | None]:
    """Each person of a kind at her highest rung of the year. None: no one records who reaches that rung."""
    came, held = frame.came_to(kind), frame.held_as(kind)
    outcomes = {point.outcome for meeting in held for point in meeting.points} - {None}
    collaborating = _contributors(frame, kind)
    deliberating = {one.person for one in came if any(point.outcome is Outcome.OPINION for point in one.meeting.points)}
    deliberating -= collaborating or set()
    discussing = {one.person for one in came} - deliberating - (collaborating or set())
    remote = {person for person, meeting in frame.remote if meeting.place_kind is kind}
    return {
        "consultation": remote - discussing - deliberating - (collaborating or set()),
        "discussion": discussing,
        "deliberation": deliberating if outcomes else None,
        "collaboration": collaborating,
    }


def _contributors(frame: Frame, kind: PlaceKind) -> set[str] | None:
    if frame.facts.contributions is None:
        return None
    return {
        one.person
        for one in frame.facts.contributions
        if one.place_kind is kind and one.day in frame.year and frame.cut.knows(one.day)
        if frame.is_expert(one.person, one.day)
    }
