"""A checked document filled with what a frozen version prints: in a sandbox, though only known names are in it."""

from __future__ import annotations

import io
import re
from html import escape
from typing import Any

from docx.oxml.ns import qn
from docx.shared import Cm
from docxtpl import DocxTemplate, InlineImage  # type: ignore[import-untyped]
from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from bot.report.bars import Chart, chart_of
from bot.report.drawn import picture_of
from bot.report.said import ReportWords
from bot.spreadsheets import CONTROL
from handlers.report.document import Document, Value
from handlers.report.names import CHARTS, rows_of
from messages import Text

WIDE = Cm(16)
PICTURE = re.compile(r"<wp:docPr ")


class _Picture(InlineImage):  # type: ignore[misc]
    """A chart, with the words that say it to whoever does not see it."""

    def __init__(self, template: DocxTemplate, chart: Chart) -> None:
        super().__init__(template, io.BytesIO(picture_of(chart)), width=WIDE)
        self._named = f'title="{escape(chart.title)}" descr="{escape(chart.said)}" '

    def __str__(self) -> str:
        return PICTURE.sub(lambda found: found[0] + self._named, super().__str__())

    __html__ = __str__


def filled(content: bytes, document: Document, said: ReportWords) -> bytes:
    template = DocxTemplate(io.BytesIO(content))
    template.render(_context(template, document, said), _sandbox(), autoescape=True)
    _sign(template, document, said)
    file = io.BytesIO()
    template.save(file)
    return file.getvalue()


def _sandbox() -> ImmutableSandboxedEnvironment:
    """No filter, no function, nothing of Python; an unknown name is an error."""
    sandbox = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    sandbox.globals.clear()
    sandbox.filters.clear()
    sandbox.tests.clear()
    return sandbox


def _context(template: DocxTemplate, document: Document, said: ReportWords) -> dict[str, Any]:
    context: dict[str, Any] = {name: _written(value, said) for name, value in document.names.items()}
    for name, rows in rows_of(document.tables):
        context[name] = {"rows": [{key: _written(value, said) for key, value in row.items()} for row in rows]}
    drawn = [chart_of(table, said) for table in document.tables.values() if table.charted]
    for number in range(1, CHARTS + 1):
        chart = drawn[number - 1] if number <= len(drawn) else None
        context[f"graphique_{number}"] = _Picture(template, chart) if chart else ""
    return context


def _written(value: Value | Text | str, said: ReportWords) -> str:
    words = value if isinstance(value, str) else said.value(value)
    return CONTROL.sub("", words)


def _sign(template: DocxTemplate, document: Document, said: ReportWords) -> None:
    """Its properties name nobody; its language is that of its words; the fingerprint is at its end."""
    made = template.docx
    properties = made.core_properties
    properties.title, properties.author, properties.comments = said.words(document.title), "", ""
    properties.last_modified_by, properties.language = "", f"{said.language}-CA"
    for language in made.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), f"{said.language}-CA")
    foot = said.words(document.foot)
    if str(document.names["empreinte"]) not in _all_words(made):
        made.add_paragraph(foot)


def _all_words(made: Any) -> str:
    return "".join(one.text or "" for one in made.element.iter(qn("w:t")))
