"""What a coordinator of the whole organisation does with the report of a year.

A draft is for their eyes: two drafts a day apart, one less the other, would tell of one person. Only what is frozen
leaves.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from typing import Annotated

from db.report.period import Cut, FiscalYear
from db.report.questions import happened
from db.report.readings import reading_of
from db.report.runs import draft, report_of, versions_of
from db.report.runs import freeze as freeze_year
from db.report.tables import ReportRun
from handlers.act import Field, Right, act
from handlers.acting import Acting, ActResult, BadlyWritten, refuse
from handlers.report.closing import close_reading, close_survey
from handlers.report.compose import document_of, figures_changed, foot
from handlers.report.lacking import before_freezing, noted_too_late
from handlers.report.sentences import five_lines
from handlers.report.templates import template_of
from handlers.report.unsettled import unsettled
from messages import Text, text


def year_read(_acting: Acting, words: str) -> FiscalYear:
    """ "2026-2027" or "2026". Raises `Refused`."""
    if not words.strip():
        raise refuse("report-which-year")
    try:
        return FiscalYear.read(words)
    except ValueError:
        raise BadlyWritten(text("report-bad-year", words=words.strip()[:20])) from None


def year_if_written(acting: Acting, words: str) -> FiscalYear | None:
    return year_read(acting, words) if words.strip() else None


def day_read(_acting: Acting, words: str) -> dt.date | None:
    if not words.strip():
        return None
    try:
        return dt.date.fromisoformat(words.strip())
    except ValueError:
        raise BadlyWritten(text("report-bad-day", words=words.strip()[:20])) from None


A_YEAR = Field("The year, such as 2026-2027.", "--year", read=year_read)
ANY_YEAR = Field("The year; by default the last one that is over.", "--year", read=year_if_written)
THE_CUT = Field("The day at which facts are taken as they stand; by default 15 May.", "--cut", read=day_read)


@act("report.show", right=Right.ORGANISATION, twin="report show")
async def show(acting: Acting, year: Annotated[FiscalYear | None, ANY_YEAR] = None) -> ActResult:
    """The year in five lines: its last frozen version, else a draft; by default, the last year that is over."""
    wanted = year or await usual_year(acting)
    runs = await versions_of(acting.session, acting.organisation_id, wanted)
    if runs:
        report, content, digest = report_of(runs[-1]), json.loads(runs[-1].printed), runs[-1].digest
        said = foot(runs[-1])
    else:
        report = await draft(acting.session, acting.organisation_id, wanted, draft_cut(acting, wanted))
        said = text("report-draft", year=str(wanted))
        if (lacks := await before_freezing(acting, wanted, report)) is not None:
            said = text("report-draft-lacks", draft=said, lacks=lacks)
        content, digest = report.as_json(), report.fingerprint
    lines = five_lines(report)
    data = {"frozen": bool(runs), "version": len(runs), "fingerprint": digest, **content}
    return ActResult(text("report-five-lines", year=str(wanted), lines=lines, foot=said), data)


async def usual_year(acting: Acting) -> FiscalYear:
    """The last one that is over, until it was frozen or when it has nothing at all; then the one that has begun."""
    this = FiscalYear.of(acting.today)
    before = FiscalYear(this.begins - 1)
    if await versions_of(acting.session, acting.organisation_id, before):
        return this
    return before if await happened(acting.session, acting.organisation_id, before) else this


def draft_cut(acting: Acting, year: FiscalYear) -> Cut:
    usual = Cut.usual(year, str(acting.installation.zone))
    return usual if usual.at <= acting.now else Cut(acting.now, usual.zone)


@act(
    "report.freeze",
    right=Right.ORGANISATION,
    entry="report.frozen",
    final="a version that people read stays; a correction makes another",
    twin="report freeze",
    asks_first=True,
)
async def freeze(
    acting: Acting, year: Annotated[FiscalYear, A_YEAR], cut: Annotated[dt.date | None, THE_CUT] = None
) -> ActResult:
    """The figures of a year that is over, kept as they stand: its first version."""
    runs = await versions_of(acting.session, acting.organisation_id, year)
    if runs:
        raise refuse("report-already-frozen", year=str(year), version=runs[-1].version)
    cut_at = _cut(acting, year, cut)
    read = await reading_of(acting.session, acting.organisation_id, year) is not None
    await close_reading(acting, year)
    await close_survey(acting, year)
    done = await _frozen(acting, year, cut_at, "")
    day = acting.installation.local(cut_at.at)
    about = text("report-freeze-about" if read else "report-freeze-unread", year=str(year), when=day)
    if (late := await noted_too_late(acting, year, cut_at)) is not None:
        about = text("report-freeze-late", about=about, late=late)
    if waiting := await unsettled(acting, year):
        about = text("report-freeze-remarks", about=about, year=str(year), names=waiting)
    return replace(done, checked=about)


@act(
    "report.correct",
    right=Right.ORGANISATION,
    entry="report.corrected",
    final="a version that people read stays; a correction makes another",
    twin="report correct",
    asks_first=True,
)
async def correct(
    acting: Acting,
    year: Annotated[FiscalYear, A_YEAR],
    reason: Annotated[str, Field("Why: it is printed.", "--reason")],
) -> ActResult:
    """Another version of a year, with its reason; those before stay. What it takes in is known today."""
    reason = reason.strip()
    runs = await versions_of(acting.session, acting.organisation_id, year)
    if not runs:
        raise refuse("report-not-frozen", year=str(year))
    if not reason:
        raise refuse("report-why", year=str(year))
    done = await _frozen(acting, year, Cut(acting.now, str(acting.installation.zone)), reason[:300])
    after = (await versions_of(acting.session, acting.organisation_id, year))[-1]
    return replace(done, checked=_changes(year, runs[-1], after))


def _changes(year: FiscalYear, before: ReportRun, after: ReportRun) -> Text:
    """What the correction would change of what is printed: figures, the four texts, or nothing."""
    figures = figures_changed(before, after)
    texts = report_of(before).texts != report_of(after).texts
    what = "figures" if figures else "texts" if texts else "nothing"
    facts = {"year": str(year), "version": after.version, "reason": after.reason, "figures": figures}
    return text("report-correct-about", **facts, what=what, before=before.version)


async def _frozen(acting: Acting, year: FiscalYear, cut: Cut, reason: str) -> ActResult:
    run = await freeze_year(
        acting.session,
        acting.organisation_id,
        year,
        cut,
        now=acting.now,
        by=acting.actor.person_id,
        reason=reason,
    )
    said = text("report-frozen", year=str(year), foot=foot(run))
    noted = {"year": str(year), "version": run.version, "digest": run.digest}
    return ActResult(said, noted, noted=noted, thing=("report", run.id))


def _cut(acting: Acting, year: FiscalYear, day: dt.date | None) -> Cut:
    """At 9 h of the day chosen, else of 15 May; now when that is still to come."""
    if acting.today <= year.last_day:
        raise refuse("report-not-over", year=str(year), date=year.last_day)
    usual = Cut.usual(year, str(acting.installation.zone))
    if day is None:
        return usual if usual.at <= acting.now else Cut(acting.now, usual.zone)
    if not year.last_day < day <= acting.today:
        raise refuse("report-bad-cut", date=day, first=year.last_day + dt.timedelta(days=1))
    chosen = Cut.morning(day, usual.zone)
    return chosen if chosen.at <= acting.now else Cut(acting.now, usual.zone)


@act("report.export", right=Right.ORGANISATION, entry="report.exported", final="files were made", twin="report files")
async def export(acting: Acting, year: Annotated[FiscalYear, A_YEAR]) -> ActResult:
    """Leave to make the files of the last frozen version, `data["document"]`; the machine writes them."""
    runs = await versions_of(acting.session, acting.organisation_id, year)
    if not runs:
        raise refuse("report-not-frozen", year=str(year))
    last: ReportRun = runs[-1]
    last.left_at = last.left_at or acting.now
    document = document_of(acting.installation.organisation, runs)
    noted = {"year": str(year), "version": last.version, "digest": last.digest}
    template = await template_of(acting.session, acting.organisation_id)
    data = {**noted, "printed": last.printed, "document": document, "template": template}
    return ActResult(text("report-leaves", year=str(year), version=last.version), data, noted=noted)
