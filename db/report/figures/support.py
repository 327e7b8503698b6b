"""R19: training, accompaniment, the money set aside, the survey. Of the organisation, for the year."""

from __future__ import annotations

from db.report.disclosure import Cell, Key, Measure, SumLine
from db.report.figures.frame import Figure, Frame, distinct
from db.report.survey import QUESTIONS


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


def surveyed(frame: Frame) -> Figure:
    """R19. How many closed questions were asked; of each, how many people gave each answer, and gave one at all."""
    found = frame.facts.survey
    if not found:
        return Figure({Key("R19.survey"): None})
    cells: dict[Key, Cell | None] = {}
    lines: list[SumLine] = []
    for question, answers in QUESTIONS.items():
        total = Key.of("R19.answered", question=question)
        counts = {answer: found.get((question, answer), 0) for answer in range(1, answers + 1)}
        keys = {answer: Key.of("R19.answered", question=question, answer=str(answer)) for answer in counts}
        cells[total] = Cell.of_people(sum(counts.values()))
        cells |= {keys[answer]: Cell.of_people(people) for answer, people in counts.items()}
        lines.append(SumLine(total, tuple(keys.values())))
    asked = {question for question, _ in found}
    cells[Key("R19.survey")] = Cell.of_things(len(asked))
    return Figure(cells, tuple(lines))
