"""Whether a document may be kept, and one to begin with."""

from __future__ import annotations

import io
from typing import Any, Final

import docx
from docx.shared import Pt

from bot.report.letter import NARROW, first_of, set_widths, size_for, write
from bot.report.said import ReportWords
from bot.report.template.filled import filled
from bot.report.template.opened import opened, paragraphs_of
from bot.report.template.tags import faults_of
from handlers.acting import refuse
from handlers.report.example import example
from handlers.report.names import ROWS, SENTENCES, WRITTEN
from messages import text

MOST_FAULTS: Final = 10


def checked(content: bytes, said: ReportWords) -> bytes:
    """The document filled with a fictional year. Raises `Refused`, which names each fault and its place."""
    faults = faults_of(paragraphs_of(opened(content)))
    if faults:
        more = max(0, len(faults) - MOST_FAULTS)
        raise refuse("report-template-faults", lines=faults[:MOST_FAULTS], more=more)
    try:
        return filled(content, example(said.words(text("report-template-region"))), said)
    except Exception as error:  # two libraries and whatever a word processor wrote: none of it may be kept
        raise refuse("report-template-cannot-fill") from error


def started(said: ReportWords) -> bytes:
    """A document with every section and table, to be changed in a word processor."""
    made = docx.Document()
    made.styles["Normal"].font.name, made.styles["Normal"].font.size = "Arial", Pt(11)
    made.core_properties.author, made.core_properties.comments = "", ""
    made.add_heading("{{ organisme }}", 0)
    made.add_paragraph("{{ annee }} ({{ debut }} - {{ fin }})")
    charts = iter(range(1, SENTENCES))
    for number, name in enumerate(SECTIONS, 1):
        made.add_heading(said.words(text(f"report-section-{name}")), 1)
        for words in WRITTEN if name == "written" else (f"phrase_{number}",):
            made.add_paragraph(f"{{{{ {words} }}}}")
        if name in CHARTED:
            made.add_paragraph(f"{{{{ graphique_{next(charts)} }}}}")
        if name in TABLES:
            _add_rows(made, TABLES[name], said)
    made.add_paragraph("{{ arrete_le }} - {{ version }} - {{ empreinte }}")
    _add_rows(made, "definitions", said)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


SECTIONS = (
    "meetings",
    "people",
    "steps",
    "ladder",
    "preparation",
    "words",
    "money",
    "payments",
    "needs",
    "written",
)
CHARTED = (
    "meetings",
    "people",
    "steps",
    "ladder",
    "preparation",
    "words",
    "money",
    "needs",
)  # in the order of the charts
TABLES = {"meetings": "rencontres", "steps": "etapes", "ladder": "echelle", "money": "frais", "needs": "besoins"}


def _add_rows(made: Any, name: str, said: ReportWords) -> None:
    """A heading, then one line between the two that say where it begins again."""
    table, columns = ROWS[name]
    known = {one.name: one for one in example("").tables.values()}[table]
    grid = made.add_table(rows=1, cols=len(columns) + 1, style="Table Grid")
    for cell, title in zip(grid.rows[0].cells, known.columns, strict=True):
        write(cell, said.words(title), size_for(grid)).runs[0].bold = True
    write(grid.add_row().cells[0], f"{{%tr for ligne in {name}.rows %}}")
    for cell, column in zip(grid.add_row().cells, ("nom", *columns), strict=True):
        write(cell, f"{{{{ ligne.{column} }}}}")
    write(grid.add_row().cells[0], "{%tr endfor %}")
    set_widths(grid, NARROW if name == "definitions" else first_of(grid))
    made.add_paragraph()
