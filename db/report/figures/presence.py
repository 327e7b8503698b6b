"""R1 to R6: meetings, and the people who were there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from db.meetings.tables import Presence
from db.report.disclosure import Cell, Crowded, Following, Key, PartOfMeetings, SumLine, Table, Union, Within
from db.report.facts import Level, MeetingFact, PlaceKind, WorkStep
from db.report.figures.frame import ABSENT_LABEL, Came, Figure, Frame, counted, distinct, things

LEVELS = (*(str(level) for level in Level), ABSENT_LABEL)
STEPS = (*(str(step) for step in WorkStep), ABSENT_LABEL)
MODES = {"in_person": frozenset({Presence.IN_PERSON}), "remote": frozenset({Presence.PHONE, Presence.VIDEO})}


def level_of(meeting: MeetingFact) -> str:
    return str(meeting.level or ABSENT_LABEL)


def steps_of(meeting: MeetingFact) -> set[str]:
    return {str(point.step) for point in meeting.points if point.step} or {ABSENT_LABEL}


def territory_of(frame: Frame) -> Callable[[MeetingFact], str]:
    known = frozenset(frame.facts.territories)
    return lambda meeting: meeting.territory if meeting.territory in known else ABSENT_LABEL


def territories(frame: Frame) -> tuple[str, ...]:
    return (*sorted(frame.facts.territories), ABSENT_LABEL)


def no_level_known(held: Iterable[MeetingFact]) -> bool:
    kept = list(held)
    return bool(kept) and all(meeting.level is None for meeting in kept)


def silent_places(frame: Frame, kind: PlaceKind) -> list[dict[str, str]]:
    """The places of a kind of which a 0 would only say that no presence was noted, or no level."""
    held, at = frame.held_as(kind), {"kind": str(kind)}
    territory = territory_of(frame)
    silent = [at] if frame.is_silent(held) else []
    for level in LEVELS:
        there = [meeting for meeting in held if level_of(meeting) == level]
        unknown = level != ABSENT_LABEL and no_level_known(held)
        silent += [{**at, "level": level}] if unknown or frame.is_silent(there) else []
    for place in territories(frame):
        there = [meeting for meeting in held if territory(meeting) == place]
        silent += [{**at, "territory": place}] if frame.is_silent(there) else []
    return silent


def meetings_held(frame: Frame) -> Figure:
    """R1. Meetings held, by kind; of each kind, by level and by territory."""
    cells: dict[Key, Cell | None] = {}
    territory = territory_of(frame)
    for kind in PlaceKind:
        held = frame.held_as(kind)
        cells[Key.of("R1", kind=kind)] = things(held)
        for level in LEVELS:
            cells[Key.of("R1", kind=kind, level=level)] = things(m for m in held if level_of(m) == level)
        for place in territories(frame):
            cells[Key.of("R1", kind=kind, territory=place)] = things(m for m in held if territory(m) == place)
    return Figure(cells, unrecorded=_unknown_levels(frame, "R1"))


def _unknown_levels(frame: Frame, figure: str) -> frozenset[Key]:
    unknown = [kind for kind in PlaceKind if no_level_known(frame.held_as(kind))]
    return frozenset(Key.of(figure, kind=kind, level=level) for kind in unknown for level in Level)


def presence_known(frame: Frame) -> Figure:
    """R2. Of R1, meetings with at least one presence noted, by kind and by level."""
    cells: dict[Key, Cell | None] = {}
    for kind in PlaceKind:
        noted = [meeting for meeting in frame.held_as(kind) if meeting.id in frame.noted]
        cells[Key.of("R2", kind=kind)] = things(noted)
        for level in LEVELS:
            cells[Key.of("R2", kind=kind, level=level)] = things(m for m in noted if level_of(m) == level)
    return Figure(cells, unrecorded=_unknown_levels(frame, "R2"))


PARTS = ("with", "several", "alone", "words_only")


def meetings_with_experts(frame: Frame) -> Figure:
    """R3. Of R2, meetings where at least one expert was (`with`), several, one alone; or none but whose words were.

    Several and alone tell how many were there when there were few: they are hidden where R4 is, and then at every
    level of that kind, since the levels add up to the kind. Where the kind's own would still give them back (a level's
    meetings, less what is left of the total for it), they are hidden as well; but for a kind where nobody was ever
    alone: that is said of every meeting of it, and hiding it at a level would hide nothing.
    """
    cells: dict[Key, Cell | None] = {}
    tables: list[Table] = []
    for kind in PlaceKind:
        at = {"kind": str(kind)}
        _add_meetings_with_experts(frame, frame.held_as(kind), at, cells, tables)
        places = [{**at, "level": level} for level in LEVELS]
        for place in places:
            held = [meeting for meeting in frame.held_as(kind) if level_of(meeting) == place["level"]]
            _add_meetings_with_experts(frame, held, place, cells, tables, own=False)
        told = tuple(Key.of(f"R3.{part}", **place) for place in places for part in ("several", "alone"))
        whole = tuple(Key.of(f"R3.{part}", **at) for part in ("several", "alone"))
        there = [_value(cells, Key.of("R3.with", **place)) for place in places]
        alone = _value(cells, whole[1])
        if not alone:
            tables.append(Following(Key.of("R4", **at), told))
            continue
        hidden = told + whole if _gives_back(there, alone) else told
        tables += [Following(Key.of("R4", **place), hidden) for place in places]
    silent = [place for kind in PlaceKind for place in silent_places(frame, kind)]
    unrecorded = frozenset(Key.of(f"R3.{part}", **place) for part in PARTS for place in silent)
    return Figure(cells, tuple(tables), unrecorded & cells.keys())


def _add_meetings_with_experts(
    frame: Frame,
    held: Iterable[MeetingFact],
    at: dict[str, str],
    cells: dict[Key, Cell | None],
    tables: list[Table],
    *,
    own: bool = True,
) -> None:
    """`own`: the people of this very place say whether several and alone are printed."""
    noted = [meeting.id for meeting in held if meeting.id in frame.noted]
    several, alone = Key.of("R3.several", **at), Key.of("R3.alone", **at)
    there = {meeting: frame.experts_at.get(meeting, 0) for meeting in noted}
    cells[Key.of("R3.with", **at)] = things(meeting for meeting in noted if there[meeting])
    cells[several] = things(meeting for meeting in noted if there[meeting] > 1)
    cells[alone] = things(meeting for meeting in noted if there[meeting] == 1)
    commented = {comment.meeting for comment in frame.comments}
    cells[Key.of("R3.words_only", **at)] = things(m for m in noted if not there[m] and m in commented)
    if own:
        tables.append(Following(Key.of("R4", **at), (several, alone)))


def _value(cells: Mapping[Key, Cell | None], key: Key) -> int:
    cell = cells[key]
    return cell.value if cell is not None else 0


def _gives_back(there: Sequence[int], alone: int) -> bool:
    """Whether the meetings of the kind where one was alone, and those of each level where anybody was, tell of some
    level how many they were."""
    for number, meetings in enumerate(there):
        others = sum(there[:number]) + sum(there[number + 1 :])
        if meetings and max(0, alone - others) == min(meetings, alone):
            return True
    return False


def different_people(frame: Frame) -> Figure:
    """R4. Distinct experts who were there, by kind; of each kind, by territory; the union of kinds.

    By level it decides what R3 says, and is not printed: a level that met in one place only would tell of the place.
    """
    cells: dict[Key, Cell | None] = {Key("R4"): distinct(came.person for came in frame.came)}
    tables: list[Table] = [Union(Key("R4"), tuple(Key.of("R4", kind=kind) for kind in PlaceKind))]
    territory = territory_of(frame)
    for kind in PlaceKind:
        came, whole = frame.came_to(kind), Key.of("R4", kind=kind)
        cells[whole] = distinct(one.person for one in came)
        for dimension, labels, label_of in (
            ("level", LEVELS, level_of),
            ("territory", territories(frame), territory),
        ):
            keys = {label: Key.of("R4", kind=kind, **{dimension: label}) for label in labels}
            for label, key in keys.items():
                cells[key] = distinct(one.person for one in came if label_of(one.meeting) == label)
            met = {label_of(meeting) for meeting in frame.held_as(kind)}
            tables.append(Within(whole, tuple(keys[label] for label in labels if label in met), covering=True))
    unrecorded = {Key.of("R4", **place) for kind in PlaceKind for place in silent_places(frame, kind)}
    unrecorded |= {Key("R4")} if frame.is_silent(frame.held.values()) else set()
    levels = frozenset(Key.of("R4", kind=kind, level=level) for kind in PlaceKind for level in LEVELS)
    return Figure(cells, tuple(tables), frozenset(unrecorded), kept_back=levels)


def attendances(frame: Frame) -> Figure:
    """R5. Attendances of experts, with the people behind, by kind; of each kind, by mode and by territory.

    A territory where nothing was held stands in no table: everyone knows its 0. So do levels and steps, of R4 and R6.

    Where R5 hides a territory, R4 does: the same people are behind. Where it would place the people of a territory or
    of a step, it is printed nowhere.
    """
    cells: dict[Key, Cell | None] = {}
    tables: list[Table] = []
    unrecorded: set[Key] = set()
    territory = territory_of(frame)
    for kind in PlaceKind:
        came, total = frame.came_to(kind), Key.of("R5", kind=kind)
        cells[total] = counted(one.person for one in came)
        modes = {mode: Key.of("R5", kind=kind, mode=mode) for mode in MODES}
        for mode, key in modes.items():
            cells[key] = counted(one.person for one in came if one.presence in MODES[mode])
        places = {place: Key.of("R5", kind=kind, territory=place) for place in territories(frame)}
        for place, key in places.items():
            cells[key] = counted(one.person for one in came if territory(one.meeting) == place)
        met = {territory(meeting) for meeting in frame.held_as(kind)}
        where = tuple(key for place, key in places.items() if place in met)
        if len(met) > 1:  # else the people there are those of the kind
            tables += [Following(places[place], (Key.of("R4", kind=kind, territory=place),)) for place in met]
        tables += [SumLine(total, tuple(modes.values())), *([SumLine(total, where)] if where else [])]
        tables += [Crowded(total, Key.of("R4", kind=kind), *crowd) for crowd in _crowds(frame, kind)]
        tables.append(Following(total, (*modes.values(), *where)))
        unrecorded |= {Key.of("R5", **place) for place in silent_places(frame, kind)} & cells.keys()
        unrecorded |= set(modes.values()) if frame.is_silent(frame.held_as(kind)) else set()
    return Figure(cells, tuple(tables), frozenset(unrecorded))


def _crowds(frame: Frame, kind: PlaceKind) -> Iterator[tuple[int, tuple[PartOfMeetings, ...]]]:
    """How many meetings have their presence noted, and their parts: by territory, and by step."""
    noted = [meeting for meeting in frame.held_as(kind) if meeting.id in frame.noted]
    territory = territory_of(frame)
    yield (
        len(noted),
        tuple(
            PartOfMeetings(
                Key.of("R4", kind=kind, territory=place),
                sum(territory(meeting) == place for meeting in noted),
                Key.of("R5", kind=kind, territory=place),
            )
            for place in territories(frame)
        ),
    )
    yield (
        len(noted),
        tuple(
            PartOfMeetings(Key.of("R6", kind=kind, step=step), sum(step in steps_of(meeting) for meeting in noted))
            for step in STEPS
        ),
    )


def steps(frame: Frame) -> Figure:
    """R6. Held meetings, and different people, by the step of agenda points. A meeting may be of several steps."""
    cells: dict[Key, Cell | None] = {}
    tables: list[Table] = []
    unrecorded: set[Key] = set()
    for kind in PlaceKind:
        came: list[Came] = frame.came_to(kind)
        keys = {step: Key.of("R6", kind=kind, step=step) for step in STEPS}
        for step, key in keys.items():
            held = (meeting for meeting in frame.held_as(kind) if step in steps_of(meeting))
            cells[Key.of("R6.meetings", kind=kind, step=step)] = things(held)
            cells[key] = distinct(one.person for one in came if step in steps_of(one.meeting))
        twins = {keys[step]: people for step, people in _same_meetings(frame, kind)}
        met = {step for meeting in frame.held_as(kind) for step in steps_of(meeting)}
        groups = tuple(key for step, key in keys.items() if step in met)
        tables.append(Within(Key.of("R4", kind=kind), groups, covering=True, told=tuple(twins)))
        tables += [Following(people, (step,)) for step, people in twins.items()]
        unrecorded |= _unknown_steps(frame, kind, keys)
    return Figure(cells, tuple(tables), frozenset(unrecorded))


def _same_meetings(frame: Frame, kind: PlaceKind) -> Iterator[tuple[str, Key]]:
    """(step, people of the kind or of a territory) whose meetings are those of the step, and so the people."""
    held, territory = frame.held_as(kind), territory_of(frame)
    places = {Key.of("R4", kind=kind, territory=place): place for place in territories(frame)}
    there = {key: {meeting.id for meeting in held if territory(meeting) == place} for key, place in places.items()}
    there[Key.of("R4", kind=kind)] = {meeting.id for meeting in held}
    for step in STEPS:
        meetings = {meeting.id for meeting in held if step in steps_of(meeting)}
        yield from ((step, key) for key, ids in there.items() if meetings and meetings == ids)


def _unknown_steps(frame: Frame, kind: PlaceKind, keys: Mapping[str, Key]) -> set[Key]:
    """Every step, when none was written down; the people of every step, when no presence was noted."""
    held = frame.held_as(kind)
    silent = set(keys.values()) if frame.is_silent(held) else set()
    if not held or any(point.step for meeting in held for point in meeting.points):
        return silent
    return silent | {Key.of(figure, kind=kind, step=step) for figure in ("R6", "R6.meetings") for step in WorkStep}
