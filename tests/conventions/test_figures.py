"""A figure of the report is made, printed in a table, and defined where it is printed and where it is defended."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import typing
from collections.abc import Iterable

import pytest

import db.report.figures
from db.report.figures.frame import Figure
from db.report.yearly import FIGURES, figures_of
from handlers.report.compose import DEFINED
from handlers.report.tables import MADE_OF
from messages.languages import DESK
from tests.support.env import catalogue
from tests.support.mini_region import CUT, YEAR, mini_region
from tests.support.sources import ROOT

IN_A_SENTENCE = {"R7"}  # printed in words (handlers/report/sentences.py), and in no table
NAMES = {key.figure.partition(".")[0] for key in figures_of(mini_region(), YEAR, CUT).cells}


def lacking(names: Iterable[str]) -> list[str]:
    """What is to be written for these figures to be printed and understood."""
    page = (ROOT / "docs" / "report.md").read_text(encoding="utf-8")
    printed = {name for names in MADE_OF.values() for name in names}
    wanted = []
    for name in sorted(names):
        if name not in printed | IN_A_SENTENCE:
            wanted.append(f"handlers/report/tables.py: say in MADE_OF which table prints {name}")
        if name.lower() not in DEFINED:
            wanted.append(f"handlers/report/compose.py: {name.lower()} in DEFINED")
        wanted += [
            f"messages/{code}/report.ftl: write report-define-{name.lower()}"
            for code in DESK
            if not catalogue().has(f"report-define-{name.lower()}", code)
        ]
        if f"| {name} |" not in page:
            wanted.append(f"docs/report.md: a line | {name} | in its table of figures")
    return wanted


def test_every_figure_that_is_made_is_printed_and_defined() -> None:
    assert not (found := lacking(NAMES)), "\n  ".join(["", *found])


def test_a_figure_that_nobody_prints_is_seen() -> None:
    assert len(lacking(["R99"])) == 3 + len(DESK)


@pytest.mark.parametrize("room", [one.name for one in pkgutil.iter_modules(db.report.figures.__path__)])
def test_every_figure_that_is_written_is_made(room: str) -> None:
    module = importlib.import_module(f"db.report.figures.{room}")
    mine = [f for f in vars(module).values() if inspect.isfunction(f) and f.__module__ == module.__name__]
    made = [f for f in mine if typing.get_type_hints(f).get("return") is Figure and not f.__name__.startswith("_")]
    lost = [f.__name__ for f in made if f not in FIGURES]
    assert not lost, f"db/report/yearly.py: list them in FIGURES, and raise DEFINITIONS: {lost}"
