"""Attendances so near to people times meetings that they tell how many people were at some of the meetings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from db.report.disclosure.cells import THRESHOLD, Cell, Key, is_small
from db.report.disclosure.tables import Crowded, PartOfMeetings


def is_crowded(crowded: Crowded, cells: Mapping[Key, Cell]) -> bool:
    """Whether the attendances would place a part that may be hidden, or say that 1 to 4 of the people came back.

    When so many places are empty, a part of m meetings lacks at most empty / m of the people. It must be free to lack
    4 of them, as many as the rule that hides it lets it lack; 5 when no other part may be the small one. So attendances
    that are hidden for this tell nothing more.
    """
    whole = cells[crowded.people].value
    attendances = cells[crowded.attendances].value
    if is_small(attendances - whole):
        return True
    everywhere = whole * crowded.meetings - attendances
    parts = [part for part in crowded.parts if cells[part.people].value]
    for part in _may_be_hidden(whole, parts, cells):
        beside = _empty_beside(part, parts, whole, cells)
        empty, lack = (everywhere, THRESHOLD) if beside is None else (min(everywhere, beside), THRESHOLD - 1)
        if empty < lack * part.meetings:
            return True
    return False


def _may_be_hidden(whole: int, parts: Sequence[PartOfMeetings], cells: Mapping[Key, Cell]) -> list[PartOfMeetings]:
    """Those whose number is small, or nearly the whole; where attendances are printed, any part beside one of these."""
    counts = [cells[part.people].value for part in parts]
    small = [part for part, people in zip(parts, counts, strict=True) if is_small(people) or is_small(whole - people)]
    if not small and is_small(sum(counts) - whole):
        small = [part for part, people in zip(parts, counts, strict=True) if people == min(counts)]
    printed = any(part.attendances for part in parts)
    return list(parts) if small and printed else small


def _empty_beside(
    part: PartOfMeetings, parts: Sequence[PartOfMeetings], whole: int, cells: Mapping[Key, Cell]
) -> int | None:
    """The places empty in a part and in the fullest other one: two at least are hidden, and a reader has their sum.

    None where the attendances of parts are not printed, or of one part alone.
    """
    empty = {one: whole * one.meetings - cells[one.attendances].value for one in parts if one.attendances}
    if len(empty) < 2:
        return None
    own = empty.pop(part)
    return own + min(empty.values())
