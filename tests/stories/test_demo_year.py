"""The year that the demo begins with: what a coordinator who opens it finds in the report."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import func, select

from bot.demo.load import INSTALLATION
from bot.demo.year import load_year
from db.conversations import Task
from db.report.disclosure import Cell, Key
from db.report.period import Cut, FiscalYear
from db.report.runs import draft
from handlers.acting import Acting
from handlers.report import acts
from messages import Channel
from tests.support.env import catalogue
from tests.support.phones import Town


@pytest.mark.parametrize("today", [dt.date(2026, 4, 2), dt.date(2026, 11, 28), dt.date(2027, 3, 31)])
async def test_the_year_that_is_over_has_figures_that_make_sense(town: Town, today: dt.date) -> None:
    town.now = dt.datetime.combine(today, dt.time(16), dt.UTC)
    year = FiscalYear(FiscalYear.of(today).begins - 1)
    async with town.database.write() as session:
        acting = Acting(session, town.installation, INSTALLATION, town.now)
        await load_year(acting)
        report = await draft(session, acting.organisation_id, year, Cut(town.now, str(town.installation.zone)))
        said = catalogue().text((await acts.show(acting, year)).text, "fr", Channel.TELEGRAM)
        assert await session.scalar(select(func.count()).select_from(Task)) == 0
    cells = report.printed.cells
    shown = {
        "R1": Key.of("R1", kind="mechanism"),
        "R2": Key.of("R2", kind="mechanism"),
        "R4": Key.of("R4", kind="mechanism"),
        "R5": Key.of("R5", kind="mechanism"),
        "R7": Key("R7"),
        "R12": Key("R12"),
        "R15": Key("R15.allowance"),
        "R19": Key("R19.accompaniment"),
        "envelope": Key("R19.envelope"),
    }
    values = {name: cell.value for name, key in shown.items() if isinstance(cell := cells[key], Cell)}
    assert values["R1"] == values["R2"] >= 7
    assert (values["R4"], values["R19"], values["envelope"]) == (9, 6, 600_000)
    # Where nearly everyone came to nearly everything, attendances are hidden with their lines.
    assert values["R15"] == 5500 * values.get("R5", values["R15"] // 5500)
    assert "9 personnes différentes" in said
    assert "rencontres ont eu lieu" in said
