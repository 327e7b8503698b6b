"""The versions of a year's report that were frozen, and the words that a coordinator wrote of the year."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from db.journal.chain import last_seal
from db.labels import comparable
from db.organisations import Organisation, territory_names
from db.report.canonical import canonical
from db.report.disclosure import Key, Mark, Printed, Shown
from db.report.period import Cut, FiscalYear
from db.report.questions import facts_of
from db.report.tables import ReportRun, ReportText
from db.report.yearly import Report, figures_of

TEXTS = ("learned", "hard", "changed", "next")  # in the order of the report


async def versions_of(session: AsyncSession, organisation_id: int, year: FiscalYear) -> list[ReportRun]:
    """Every version, the first one first."""
    mine = (ReportRun.organisation_id == organisation_id, ReportRun.year == year.begins)
    return list(await session.scalars(select(ReportRun).where(*mine).order_by(ReportRun.version)))


def report_of(run: ReportRun) -> Report:
    """What a frozen version printed, read back."""
    return Report.of_json(json.loads(run.printed))


async def draft(session: AsyncSession, organisation_id: int, year: FiscalYear, cut: Cut) -> Report:
    """The report as it stands, without what people answered to the survey.

    Answers come one by one: two drafts, one before and one after, would tell what somebody answered.
    """
    facts = replace(await facts_of(session, organisation_id, year, cut), survey={})
    return figures_of(facts, year, cut).printed((), await texts_of(session, organisation_id, year))


async def _next_version(
    session: AsyncSession, organisation_id: int, year: FiscalYear, cut: Cut, earlier: Sequence[ReportRun]
) -> Report:
    """The report as it is frozen, measured against the earlier versions that left the house."""
    figures = figures_of(await facts_of(session, organisation_id, year, cut), year, cut)
    names = await territory_names(session, organisation_id)
    published = [renamed(report_of(run).printed, names) for run in earlier if run.left_at is not None]
    return figures.printed(published, await texts_of(session, organisation_id, year))


def renamed(printed: Printed, names: Mapping[str, str]) -> Printed:
    """An earlier version under the names that territories have today.

    Of two that became one, the figures are hidden, so that none of those before is taken from the one after.
    """
    cells: dict[Key, Shown] = {}
    for key, shown in printed.cells.items():
        at = {name: names.get(comparable(label), label) if name == "territory" else label for name, label in key.at}
        new = Key.of(key.figure, **at)
        cells[new] = Mark.HIDDEN if new in cells else shown
    return replace(printed, cells=cells)


async def freeze(
    session: AsyncSession,
    organisation_id: int,
    year: FiscalYear,
    cut: Cut,
    *,
    now: dt.datetime,
    by: int | None,
    reason: str = "",
) -> ReportRun:
    """Keep what the next version of a year prints. Two at once wait for one another."""
    await session.get_one(Organisation, organisation_id, with_for_update=True)
    earlier = await versions_of(session, organisation_id, year)
    report = await _next_version(session, organisation_id, year, cut, earlier)
    run = ReportRun(
        organisation_id=organisation_id,
        year=year.begins,
        version=len(earlier) + 1,
        cut_at=cut.at,
        frozen_at=now,
        frozen_by=by,
        reason=reason,
        definitions=report.definitions,
        journal_place=(await last_seal(session)).place,
        printed=canonical(report.as_json()),
        digest=report.fingerprint,
    )
    session.add(run)
    await session.flush()
    return run


async def texts_of(session: AsyncSession, organisation_id: int, year: FiscalYear) -> dict[str, str]:
    """The words of the year, by name."""
    return {row.name: row.words for row in await text_rows(session, organisation_id, year)}


async def text_rows(session: AsyncSession, organisation_id: int, year: FiscalYear) -> list[ReportText]:
    mine = (ReportText.organisation_id == organisation_id, ReportText.year == year.begins)
    return list(await session.scalars(select(ReportText).where(*mine)))


async def write_text(
    session: AsyncSession,
    organisation_id: int,
    year: FiscalYear,
    name: str,
    words: str,
    *,
    now: dt.datetime,
    by: int | None,
) -> str:
    """Keep the words of this name; those that they replace, which are kept beside them."""
    row = await _text_of(session, organisation_id, year, name)
    if row is None:
        row = ReportText(organisation_id=organisation_id, year=year.begins, name=name, words="")
        session.add(row)
    before = row.words
    if before and before != words:
        row.replaced = before
    row.words, row.written_at, row.written_by = words, now, by
    await session.flush()
    return before


async def put_text_back(
    session: AsyncSession, organisation_id: int, year: FiscalYear, name: str, *, now: dt.datetime, by: int | None
) -> str | None:
    """The words before the last ones, in their place; None when there are none."""
    row = await _text_of(session, organisation_id, year, name)
    if row is None or row.replaced is None:
        return None
    row.words, row.replaced = row.replaced, row.words
    row.written_at, row.written_by = now, by
    await session.flush()
    return row.words


async def _text_of(session: AsyncSession, organisation_id: int, year: FiscalYear, name: str) -> ReportText | None:
    mine = (ReportText.organisation_id == organisation_id, ReportText.year == year.begins, ReportText.name == name)
    return await session.scalar(select(ReportText).where(*mine))
