"""Charts: horizontal bars, each under its label and beside its value. One geometry for the page and for pictures.

What is hidden is a hatched stub of one length, so that its length tells nothing; what nobody recorded is not drawn.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.report.said import ReportWords
from handlers.report.document import DocumentTable, Value
from messages import Text, text
from messages.types import Money

WIDTH, LONGEST = 640, 440  # of the picture, of a bar
LINE, LABEL, BAR = 44, 16, 18  # heights: of a line, of its label, of its bar
STUB = 36
FEWEST = 2  # bars of a chart: one alone compares nothing
HIDDEN = "report-hidden"
DELAYS = ("report-days", "report-days-tenths")  # the words of so many days
TEAL, PALE = "#1f5d63", "#7fb3b5"
LETTERS = 13


@dataclass(frozen=True, slots=True)
class Bar:
    label: str
    value: str
    top: int
    length: int
    hidden: bool
    pale: bool = False  # the second of two of one line


@dataclass(frozen=True, slots=True)
class Chart:
    """`said`: all its figures in one sentence, for whoever does not see it."""

    title: str
    said: str
    height: int
    bars: tuple[Bar, ...]


def chart_of(table: DocumentTable, said: ReportWords) -> Chart | None:
    """The chart of one column of a table or of two, or of its first line; None when it has none, or nothing to draw."""
    told = [told for told in _told(table) if is_hidden(told.value) or size(told.value) is not None]
    most = max((size(one.value) or 0 for one in told), default=0)
    if len(told) < FEWEST or not (most or any(is_hidden(one.value) for one in told)):
        return None
    bars = tuple(
        Bar(
            said.words(one.label),
            said.value(one.value),
            number * LINE,
            STUB if is_hidden(one.value) else _length(size(one.value) or 0, most),
            is_hidden(one.value),
            one.pale,
        )
        for number, one in enumerate(told)
    )
    title = said.words(table.title)
    lines = [text("report-chart-line", label=bar.label, value=bar.value) for bar in bars]
    return Chart(title, said.words(text("report-chart", title=title, said=lines)), len(bars) * LINE, bars)


@dataclass(frozen=True, slots=True)
class _Told:
    label: Text | str
    value: Value
    pale: bool = False


def _told(table: DocumentTable) -> list[_Told]:
    """What each bar is, and its value; totals apart."""
    if table.across and table.lines:
        return [_Told(table.columns[place + 1], table.lines[0].values[place]) for place in table.across]
    parts = table.lines[: len(table.lines) - table.totals]
    if table.chart is None:
        return []
    if table.second is None:
        return [_Told(line.label, line.values[table.chart]) for line in parts]
    pair = ((table.chart, False), (table.second, True))
    return [
        _Told(text("report-bar", label=line.label, column=table.columns[place + 1]), line.values[place], pale)
        for line in parts
        for place, pale in pair
    ]


def is_hidden(value: Value) -> bool:
    return isinstance(value, Text) and value.id == HIDDEN


def size(value: Value) -> float | None:
    """None of what has no length: the words of what nobody recorded."""
    if isinstance(value, Money):
        return value.cents
    if isinstance(value, Text):
        days = value.args.get("count")
        return days if value.id in DELAYS and isinstance(days, int | float) else None
    return value


def _length(value: float, most: float) -> int:
    return round(LONGEST * value / most) if most else 0
