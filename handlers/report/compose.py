"""A frozen version made into a document: its sections in order, its method, its definitions, its controls."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from db.report.disclosure import Cell, Key, Mark, Shown, changes
from db.report.figures.presence import LEVELS, MODES
from db.report.runs import TEXTS, report_of
from db.report.tables import ReportRun
from db.report.yearly import Report
from handlers.report import sentences, tables
from handlers.report.document import Document, DocumentTable, Section, Value
from handlers.report.names import named
from messages import Text, text

DEFINED = tuple(f"r{number}" for number in range(1, 20))
FOOT_DIGITS = 8  # of the fingerprint, at the foot of pages; the whole of it is in the method


def document_of(organisation: str, runs: Sequence[ReportRun]) -> Document:
    """The last of the versions of a year, with what it changed of the one before."""
    run, report = runs[-1], report_of(runs[-1])
    sections = (*_sections(report), _written(report), _method(report, runs))
    return Document(
        title=text("report-title", year=str(report.year)),
        year=str(report.year),
        version=run.version,
        organisation=organisation,
        under=tuple(_under(report, runs)),
        sections=sections,
        definitions=_definitions(),
        controls=_controls(report),
        foot=foot(run),
        names=named(organisation, report, run, sections),
    )


def foot(run: ReportRun) -> Text:
    """What tells a version from every other, at the foot of each page."""
    return text(
        "report-foot",
        version=run.version,
        digest=run.digest[:FOOT_DIGITS],
        when=run.cut_at,
        frozen=run.frozen_at,
        place=run.journal_place,
        definitions=run.definitions,
    )


def _under(report: Report, runs: Sequence[ReportRun]) -> Iterator[Text]:
    yield text("report-period", first=report.year.first_day, last=report.year.last_day)
    run = runs[-1]
    if run.reason:
        same = len(runs) > 1 and not figures_changed(runs[-2], run)
        yield text("report-correction-same" if same else "report-correction", version=run.version, reason=run.reason)


def figures_changed(before: ReportRun, after: ReportRun) -> int:
    """How many printed figures one version changed of another; tables and rates that are listed count as well."""
    first, second = report_of(before), report_of(after)
    moved = sum(1 for _ in changes(first.printed, second.printed))
    came_or_went = len(first.printed.cells.keys() ^ second.printed.cells.keys())
    return moved + came_or_went + (first.met != second.met) + (first.rates != second.rates)


def _sections(report: Report) -> Iterator[Section]:
    yield Section(
        text("report-section-meetings"),
        tuple(sentences.meetings(report)),
        (tables.meetings(report), *tables.territories(report), *tables.places(report)),
    )
    yield Section(text("report-section-people"), tuple(sentences.people(report)), (tables.people(report),))
    yield Section(text("report-section-steps"), (text("report-steps"),), (tables.steps(report),))
    yield Section(text("report-section-ladder"), tuple(sentences.ladder(report)), (tables.ladder(report),))
    yield Section(
        text("report-section-preparation"), tuple(sentences.preparation(report)), (tables.preparation(report),)
    )
    yield Section(
        text("report-section-words"), tuple(sentences.comments(report)), (tables.words(report), tables.answers(report))
    )
    yield Section(
        text("report-section-money"),
        (*sentences.money(report), *sentences.envelopes(report)),
        (tables.money(report), *tables.organisations(report)),
    )
    yield Section(
        text("report-section-payments"),
        tuple(sentences.payments(report)),
        (tables.payments(report), *tables.rates(report)),
    )
    yield Section(
        text("report-section-needs"),
        tuple(sentences.needs(report)),
        (tables.needs(report), tables.support(report), *tables.survey(report)),
    )


def _written(report: Report) -> Section:
    """What a coordinator wrote, each under its own name; what nobody wrote is said so."""
    said: list[Text | str] = []
    for name in TEXTS:
        words = report.texts.get(name) or text("report-not-recorded")
        said.append(text("report-text", name=text(f"report-text-{name}"), words=words))
    return Section(text("report-section-written"), tuple(said))


def _method(report: Report, runs: Sequence[ReportRun]) -> Section:
    run = runs[-1]
    missing = [
        text(f"report-missing-{name.partition('.')[2]}")
        for name in tables.SUPPORT
        if sentences.shown(report, name) is Mark.NOT_RECORDED
    ]
    said: list[Text | str] = [
        text("report-method-cut", when=run.cut_at, frozen=run.frozen_at),
        text("report-method-hidden"),
        text("report-method-silence"),
        text("report-method-kinds"),
        *([text("report-method-missing", names=missing)] if missing else []),
        text("report-method-digest", digest=run.digest),
    ]
    if len(runs) > 1 and not figures_changed(runs[-2], run):
        said.append(text("report-method-same"))
    tables_of_changes = [_changes_table(runs)] if len(runs) > 1 else []
    return Section(text("report-section-method"), tuple(said), tuple(one for one in tables_of_changes if one.lines))


def _changes_table(runs: Sequence[ReportRun]) -> DocumentTable:
    """What the two prints say that changed: no more than they do."""
    before, after = report_of(runs[-2]).printed, report_of(runs[-1]).printed
    lines = [
        (_named(change.key), [tables.value(change.before), tables.value(change.after)])
        for change in changes(before, after)
    ]
    return tables.table("changes", ("before", "after-correction"), lines)


def _named(key: Key) -> Text:
    """ "R5 (sur place)": a figure and its place, for whoever looks it up in the definitions."""
    places = [text("report-place", dimension=name, label=label) for name, label in key.at]
    if not places:
        return text("report-figure", figure=key.figure)
    return text("report-figure-at", figure=key.figure, places=places)


def _definitions() -> DocumentTable:
    lines = [(name.upper(), [text(f"report-define-{name}")]) for name in DEFINED]
    return tables.table("definitions", ("definition",), lines)


def _controls(report: Report) -> DocumentTable:
    """Each total against its lines: they are equal, or some are hidden."""
    checks: list[tuple[Text | str, Sequence[Value]]] = []
    for label, total, parts in _totals(report):
        checks.append(
            (label, [text(_control(report.printed.cells[total], [report.printed.cells[one] for one in parts]))])
        )
    return tables.table("controls", ("control",), checks)


def _control(whole: Shown, parts: Sequence[Shown]) -> str:
    """What nobody recorded adds nothing."""
    if whole is Mark.NOT_RECORDED:
        return "report-not-recorded"
    if not isinstance(whole, Cell) or Mark.HIDDEN in parts:
        return "report-control-hidden"
    equal = whole.value == sum(cell.value for cell in parts if isinstance(cell, Cell))
    return "report-control-equal" if equal else "report-control-differs"


def _totals(report: Report) -> Iterator[tuple[Text, Key, list[Key]]]:
    """Each total that tables print, and the lines that add up to it."""
    for kind in tables.kinds(report):
        named, whole = text(f"report-kind-{kind}"), Key.of("R1", kind=kind)
        yield text("report-control-levels", kind=named), whole, [Key.of("R1", kind=kind, level=one) for one in LEVELS]
        modes = [Key.of("R5", kind=kind, mode=one) for one in MODES]
        yield text("report-control-modes", kind=named), Key.of("R5", kind=kind), modes
    yield text("report-control-words"), Key.of("R12"), [Key.of("R12", state=state) for state in tables.STATES]
    slots = [Key.of("R15.expenses", slot=slot) for slot in tables.SLOTS]
    yield text("report-control-expenses"), Key.of("R15.expenses"), slots
