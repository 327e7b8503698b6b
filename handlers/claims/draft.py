"""From what a person said to the lines of a claim, and how those lines are shown. Nothing is written here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from db.claims import rules
from db.claims.rules import LineKind, LineOf, RateOf
from db.claims.tables import ClaimLine
from handlers.claims.occasions import ClaimOccasion
from messages import Money, Text, text
from messages.keywords import fold


@dataclass(frozen=True, slots=True)
class ClaimStatement:
    """What the person said. Amounts in cents; None: nothing of the kind."""

    occasions: tuple[ClaimOccasion, ...]
    halves: tuple[int, ...] = ()  # one number for each occasion
    remote: tuple[bool, ...] = ()
    kilometres: float = 0
    fare: int = 0
    taxi: int = 0
    taxi_why: str = ""
    meals: int = 0
    meal_paid: int | None = None  # all meals together; None: at the rate
    childcare: int = 0
    others: tuple[tuple[int, str], ...] = field(default=())

    @property
    def days(self) -> list[dt.date]:
        return [occasion.day for occasion in self.occasions]


def lines_of(facts: ClaimStatement, rates: Sequence[RateOf]) -> list[LineOf]:
    """The lines, each at the rate in force on the day of the activity."""
    day, meetings = facts.occasions[0].day, len(facts.occasions)
    lines = [line for found in _time_given(facts, rates) if (line := found) is not None]

    def add(kind: LineKind, quantity: float = 1, paid: int | None = None, note: str = "", beyond: bool = False) -> None:
        rate = rules.rate_on(rates, kind, day)
        line = rules.priced(
            kind, rate, quantity=quantity, paid=paid, meetings=meetings, day=day, note=note, beyond=beyond
        )
        if line is not None:
            lines.append(line)

    add(LineKind.TRANSPORT_KM, facts.kilometres)
    add(LineKind.TRANSPORT_FARE, paid=facts.fare)
    add(LineKind.TRANSPORT_FARE, paid=facts.taxi, note=f"taxi: {facts.taxi_why}".rstrip(": "), beyond=True)
    add(LineKind.MEAL, facts.meals, facts.meal_paid)
    add(LineKind.CHILDCARE, paid=facts.childcare)
    for cents, what in facts.others:
        add(LineKind.OTHER, paid=cents, note=what)
    return lines


def line_of(row: ClaimLine) -> LineOf:
    return LineOf(
        row.kind,
        row.quantity,
        row.cents,
        row.asked_cents if row.asked_cents == row.cents else None,
        row.limit_cents,
        row.rate_id,
        row.day,
        row.note,
    )


def thing(line: LineOf) -> str:
    """What a line pays for: two lines of one claim are never for the same thing."""
    if line.kind in rules.COMPENSATION:
        return f"time:{line.day}"
    if line.kind is LineKind.TRANSPORT_FARE:
        return "taxi" if line.note.startswith("taxi") else "fare"
    return f"other:{fold(line.note)}" if line.kind is LineKind.OTHER else line.kind.value


GROUP_OF = {"time": "participation", "fare": "transport", "taxi": "transport", "transport_km": "transport"}


def group_of(line: LineOf) -> str:
    """The choice of "what is not right?" that asks for this line again."""
    kind = thing(line).partition(":")[0]
    return GROUP_OF.get(kind, kind)


def merged(before: Sequence[LineOf], now: Sequence[LineOf]) -> list[LineOf]:
    """What was there stays; the same thing said again takes its new sum."""
    said = {thing(line): line for line in now}
    kept = [said.pop(thing(line), line) for line in before]
    return [*kept, *said.values()]


def _time_given(facts: ClaimStatement, rates: Sequence[RateOf]) -> list[LineOf | None]:
    found: list[LineOf | None] = []
    for occasion, halves, remote in zip(facts.occasions, facts.halves, facts.remote, strict=True):
        kind = LineKind.REMOTE if remote else LineKind.PARTICIPATION
        rate = rules.rate_on(rates, kind, occasion.day)
        found.append(rules.priced(kind, rate, quantity=1 if remote else halves, day=occasion.day))
    return found


def shown_line(line: LineOf, *, dated: bool = False) -> Text:
    """One line as everyone reads it: "autobus 7,50 $"; an exception says what the table pays."""
    words = _line(line, dated)
    if line.asked_cents is None:
        return words
    if line.limit_cents is None:
        return text("claims-line-to-decide", line=words)
    return text("claims-line-beyond", line=words, limit=Money(line.limit_cents))


def _line(line: LineOf, dated: bool) -> Text:
    amount = Money(line.cents)
    if line.kind is LineKind.PARTICIPATION and dated and line.day is not None:
        return text("claims-line-participation-on", amount=amount, date=line.day)
    if line.kind is LineKind.PARTICIPATION:
        return text("claims-line-participation", amount=amount, halves=line.quantity)
    if line.kind is LineKind.TRANSPORT_KM:
        return text("claims-line-km", amount=amount, km=plain_number(rules.kilometres_of(line.quantity, line.note)))
    if line.kind is LineKind.TRANSPORT_FARE and line.note.startswith("taxi"):
        return text("claims-line-taxi", amount=amount)
    if line.kind is LineKind.MEAL:
        return text("claims-line-meal", amount=amount, count=line.quantity)
    if line.kind is LineKind.OTHER and line.note:
        return text("claims-line-named", amount=amount, what=line.note[:30])
    names = {
        LineKind.REMOTE: "claims-line-remote",
        LineKind.TRANSPORT_FARE: "claims-line-fare",
        LineKind.CHILDCARE: "claims-line-childcare",
        LineKind.OTHER: "claims-line-other",
    }
    return text(names[line.kind], amount=amount)


def plain_number(value: float) -> int | float:
    return int(value) if value == int(value) else value


def shown_occasions(occasions: Sequence[ClaimOccasion]) -> list[Text]:
    return [occasion.label for occasion in occasions]


def facts_shown(facts: ClaimStatement, lines: Sequence[LineOf]) -> list[object]:
    """What a confirmation stands for: if any of it changed since it was shown, it is asked again."""
    shown: list[object] = [[o.meeting_id, o.day.isoformat(), o.name, *o.facts] for o in facts.occasions]
    shown += [[line.kind.value, line.quantity, line.cents, line.asked_cents, line.note] for line in lines]
    return shown
