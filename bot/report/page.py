"""The report as a page that needs nothing else: no script, no picture, no address of another."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.report import bars
from bot.report.said import ReportWords
from handlers.report.document import Document, Value
from messages.types import Money

FOLDER = Path(__file__).parent


def page_of(document: Document, said: ReportWords) -> bytes:
    shown = shown_of(document, said)
    return _environment().get_template("page.html").render(**shown, language=f"{said.language}-CA").encode()


def shown_of(document: Document, said: ReportWords) -> dict[str, Any]:
    """What `figures.html` draws the tables of a document from."""
    tables = [table for section in document.sections for table in section.tables]
    charts = {table.name: bars.chart_of(table, said) for table in tables}
    return {"document": document, "printed": said, "charts": charts, "is_number": _is_number, "bars": bars}


def _is_number(value: Value) -> bool:
    return isinstance(value, int | Money)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
