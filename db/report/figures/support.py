"""R19: training, accompaniment, and the money set aside. Of the organisation, for the year."""

from __future__ import annotations

from db.report.disclosure import Cell, Key, Measure
from db.report.figures.frame import Figure, Frame, distinct


def supported(frame: Frame) -> Figure:
    """R19. Distinct experts who followed a training; who were accompanied on a day of the year; envelopes, together."""
    facts, year = frame.facts, frame.year
    last = min(year.last_day, frame.cut.day)
    cells: dict[Key, Cell | None] = {Key("R19.training"): None, Key("R19.accompaniment"): None}
    if facts.trained is not None:
        followed = [one for one in facts.trained if one.day in year and frame.cut.knows(one.day)]
        cells[Key("R19.training")] = distinct(one.person for one in followed if frame.is_expert(one.person, one.day))
    if facts.accompanied is not None:
        there = [one for one in facts.accompanied if one.since <= last and (one.until or last) >= year.first_day]
        cells[Key("R19.accompaniment")] = distinct(
            one.person for one in there if frame.is_expert(one.person, max(one.since, year.first_day))
        )
    envelope = facts.envelope
    cells[Key("R19.envelope")] = None if envelope is None else Cell(Measure.THING_CENTS, envelope)
    return Figure(cells)
