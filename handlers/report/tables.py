"""The tables of the report: what is printed of each figure, in lines and columns that people read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from db.report.disclosure import Cell, Mark, Measure, Shown
from db.report.facts import PlaceKind
from db.report.figures.ladder import RUNGS
from db.report.figures.presence import LEVELS, STEPS
from db.report.listed import ListedRate
from db.report.survey import QUESTIONS
from db.report.yearly import Report
from handlers.report.document import DocumentLine, DocumentTable, Value
from handlers.report.sentences import days, number, shown
from messages import Text, text
from messages.types import Money

Label = Text | str
KINDS = tuple(str(kind) for kind in PlaceKind)
STATES = ("kept", "not_kept", "to_follow", "waiting")
SLOTS = ("transport", "meal", "childcare", "other")
NEEDED = ("transport", "meal", "childcare")
HIDDEN = text("report-hidden")
# The figures that a table prints: each is defined at the end of the document.
MADE_OF: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "meetings": ("R1", "R2", "R3"),
        "places": ("R1",),
        "territories": ("R1", "R4", "R5"),
        "people": ("R4", "R5"),
        "steps": ("R6",),
        "ladder": ("R8",),
        "preparation": ("R9", "R10", "R11"),
        "words": ("R12",),
        "answers": ("R12", "R13"),
        "money": ("R15",),
        "organisations": ("R15",),
        "payments": ("R14", "R16", "R17"),
        "rates": ("R17",),
        "needs": ("R18",),
        "support": ("R19",),
        "survey": ("R19",),
    }
)


def value(cell: Shown) -> Value:
    if not isinstance(cell, Cell):
        return text("report-hidden" if cell is Mark.HIDDEN else "report-not-recorded")
    if cell.measure in (Measure.CENTS, Measure.THING_CENTS):
        return Money(cell.value)
    if cell.measure in (Measure.DAYS, Measure.THING_DAYS):
        return days(cell.value)
    return cell.value


def behind(cell: Shown) -> Value:
    """The people behind a value: hidden where it is."""
    return cell.people if isinstance(cell, Cell) else value(cell)


def table(
    name: str,
    columns: Sequence[str],
    lines: Iterable[tuple[Label, Sequence[Value]]],
    *,
    chart: int | None = None,
    notes: Sequence[str] = (),
    totals: int = 0,
    across: tuple[int, ...] = (),
    second: int | None = None,
) -> DocumentTable:
    heads = (text(f"report-table-{name}-line"), *(text(f"report-column-{column}") for column in columns))
    kept = tuple(DocumentLine(label, tuple(values)) for label, values in lines)
    said = [text(note) for note in notes]
    if any(value == HIDDEN for line in kept for value in line.values):
        said.append(text("report-note-hidden"))
    if name in MADE_OF:
        said.append(text("report-note-figures", figures=list(MADE_OF[name])))
    return DocumentTable(name, text(f"report-table-{name}"), heads, kept, chart, tuple(said), totals, across, second)


def kinds(report: Report) -> list[str]:
    """Those in which a meeting was held; mechanisms always."""
    return [kind for kind in KINDS if kind == PlaceKind.MECHANISM or number(report, "R1", kind=kind)]


def _values(report: Report, figures: Iterable[str], **at: str) -> list[Value]:
    return [value(shown(report, figure, **at)) for figure in figures]


MEETINGS = ("R1", "R2", "R3.with", "R3.several", "R3.alone", "R3.words_only")


def meetings(report: Report) -> DocumentTable:
    lines: list[tuple[Label, Sequence[Value]]] = []
    for kind in kinds(report):
        lines.append((text(f"report-kind-{kind}"), _values(report, MEETINGS, kind=kind)))
        for level in LEVELS:
            if number(report, "R1", kind=kind, level=level):
                label = text("report-of-kind", kind=text(f"report-kind-{kind}"), part=text(f"report-level-{level}"))
                lines.append((label, _values(report, MEETINGS, kind=kind, level=level)))
    columns = ("held", "noted", "with", "several", "alone", "words-only")
    return table("meetings", columns, lines, chart=0, second=columns.index("with"))


def places(report: Report) -> Iterator[DocumentTable]:
    """In which bodies: each table that met, as it was described; no table when none met."""
    lines: list[tuple[Label, Sequence[Value]]] = [
        (
            one.name,
            [
                text(f"report-kind-{one.kind}"),
                text(f"report-level-of-{one.level}") if one.level else text("report-not-recorded"),
                text("report-as-written", words=one.territory) if one.territory else text("report-not-recorded"),
                one.held,
            ],
        )
        for one in report.met
    ]
    if lines:
        yield table("places", ("kind", "level", "territory", "held"), lines)


def territories(report: Report) -> Iterator[DocumentTable]:
    """By territory, for those where a meeting was held; without a territory anywhere, no table."""
    known = {dict(key.at)["territory"] for key in report.printed.cells if "territory" in dict(key.at)}
    lines: list[tuple[Label, Sequence[Value]]] = []
    for kind in kinds(report):
        for name in sorted(known, key=lambda name: (name == "not_recorded", name)):
            if not number(report, "R1", kind=kind, territory=name):
                continue
            place: Label = text("report-no-territory") if name == "not_recorded" else name
            label = place
            if kind != PlaceKind.MECHANISM:
                label = text("report-place-of-kind", place=place, kind=text(f"report-kind-{kind}"))
            at = {"kind": kind, "territory": name}
            attended = shown(report, "R5", **at)
            lines.append((label, [*_values(report, ("R1", "R4"), **at), value(attended)]))
    if lines and known != {"not_recorded"}:
        yield table("territories", ("held", "people", "times"), lines, notes=("report-note-twice",))


def people(report: Report) -> DocumentTable:
    lines = [
        (
            text(f"report-kind-{kind}"),
            [
                *_values(report, ("R4", "R5"), kind=kind),
                *_values(report, ("R5",), kind=kind, mode="in_person"),
                *_values(report, ("R5",), kind=kind, mode="remote"),
            ],
        )
        for kind in kinds(report)
    ]
    if len(lines) > 1:
        lines.append((text("report-all-kinds"), [value(shown(report, "R4")), *[text("report-not-added")] * 3]))
    return table(
        "people",
        ("people", "times", "in-person", "remote"),
        lines,
        chart=0,
        notes=("report-note-kinds",),
        totals=int(len(lines) > 1),
    )


def steps(report: Report) -> DocumentTable:
    lines = [
        (
            text(f"report-step-{step.replace('_', '-')}"),
            _values(report, ("R6.meetings", "R6"), kind="mechanism", step=step),
        )
        for step in STEPS
    ]
    return table("steps", ("held", "people"), lines, chart=0, notes=("report-note-steps",))


def ladder(report: Report) -> DocumentTable:
    lines = [
        (text(f"report-rung-{rung}"), [value(shown(report, "R8", kind=kind, rung=rung))])
        for kind in kinds(report)
        if kind == PlaceKind.MECHANISM
        for rung in RUNGS
    ]
    return table("ladder", ("people",), lines, chart=0, notes=("report-note-ladder",))


PREPARATION = ("R9.median", "R9.seven_days", "R9.none_sent", "R10.known", "R10", "R11.median", "R11.none_sent")


def preparation(report: Report) -> DocumentTable:
    lines = [(text(f"report-kind-{kind}"), _values(report, PREPARATION, kind=kind)) for kind in kinds(report)]
    columns = ("ahead", "seven-days", "none-ahead", "read-plain", "plain", "after", "none-after")
    delays = (columns.index("ahead"), columns.index("after"))
    return table("preparation", columns, lines, across=delays)


def words(report: Report) -> DocumentTable:
    """What became of the comments of the year."""
    lines: list[tuple[Label, Sequence[Value]]] = [
        (text(f"report-state-{state}"), [value(shown(report, "R12", state=state))]) for state in STATES
    ]
    lines.append((text("report-total"), [value(shown(report, "R12"))]))
    return table("words", ("comments",), lines, chart=0, totals=1)


ANSWERS = ("R12.read_as_promised", "R12.nameless", "R13.answered", "R13.in_time", "R13.waiting_late")


def answers(report: Report) -> DocumentTable:
    """Whether they were read and answered when it was promised."""
    names = {figure: figure.partition(".")[2].replace("_", "-") for figure in ANSWERS}
    lines = [(text(f"report-words-{name}"), [value(shown(report, figure))]) for figure, name in names.items()]
    return table("answers", ("comments",), lines)


def _amount(report: Report, figure: str, **at: str) -> list[Value]:
    cell = shown(report, figure, **at)
    return [value(cell), behind(cell)]


def money(report: Report) -> DocumentTable:
    lines = [(text("report-allowance-line"), _amount(report, "R15.allowance"))]
    lines += [(text(f"report-slot-{slot}"), _amount(report, "R15.expenses", slot=slot)) for slot in SLOTS]
    lines.append((text("report-expenses-line"), _amount(report, "R15.expenses")))
    return table("money", ("amount", "people"), lines, chart=0, notes=("report-note-money",), totals=1)


def organisations(report: Report) -> Iterator[DocumentTable]:
    """Small member organisations, where any was paid: never among people."""
    names = ("R15.organisations", "R15.organisations_expenses")
    if any(number(report, name) != 0 for name in names if shown(report, name) is not Mark.NOT_RECORDED):
        labels = (text("report-allowance-line"), text("report-expenses-line"))
        lines = [(label, _amount(report, name)) for label, name in zip(labels, names, strict=True)]
        yield table("organisations", ("amount", "claimants"), lines, notes=("report-note-organisations",))


PAYMENTS = (
    "R14.offered",
    "R14.asked",
    "R16.allowance",
    "R16.expenses",
    "R16.claims_paid",
    "R16.to_decided",
    "R16.decided_to_paid",
    "R16.to_paid",
    "R16.waiting",
    "R16.refused",
    "R17",
)


def payments(report: Report) -> DocumentTable:
    lines = [
        (text(f"report-line-{figure.lower().replace('.', '-').replace('_', '-')}"), _amount(report, figure))
        for figure in PAYMENTS
    ]
    return table("payments", ("value", "people"), lines)


def rates(report: Report) -> Iterator[DocumentTable]:
    """The rates of the year, with the day from which each stood; no table when none was set."""
    lines = [
        (text(f"report-rate-{one.kind.value.replace('_', '-')}"), [_rate(one), text("report-date", date=one.since)])
        for one in report.rates
    ]
    if lines:
        yield table("rates", ("amount", "since"), lines)


def _rate(rate: ListedRate) -> Value:
    if rate.cents is not None:
        return Money(rate.cents)
    return text("report-rate-as-paid") if rate.most is None else text("report-rate-up-to", most=Money(rate.most))


def needs(report: Report) -> DocumentTable:
    lines = [(text(f"report-slot-{slot}"), _values(report, ("R18.needed", "R18.met"), slot=slot)) for slot in NEEDED]
    return table("needs", ("needed", "met"), lines, chart=0)


def survey(report: Report) -> Iterator[DocumentTable]:
    """How many gave each answer; no table without answers."""
    if not number(report, "R19.survey"):
        return
    lines = []
    for question, answers in QUESTIONS.items():
        of_it = [
            value(shown(report, "R19.answered", question=question, answer=str(answer)))
            if answer <= answers
            else text("report-no-answer")
            for answer in range(1, max(QUESTIONS.values()) + 1)
        ]
        total = value(shown(report, "R19.answered", question=question))
        lines.append((text(f"report-survey-{question.replace('_', '-')}"), [*of_it, total]))
    yield table("survey", ("one", "two", "three", "four", "answered"), lines, notes=("report-note-survey",))


SUPPORT = ("R19.training", "R19.accompaniment", "R19.envelope", "R19.survey")


def support(report: Report) -> DocumentTable:
    """What nobody wrote down is said so: it is no 0."""
    lines = [(text(f"report-support-{figure.partition('.')[2]}"), [value(shown(report, figure))]) for figure in SUPPORT]
    return table("support", ("value",), lines)
