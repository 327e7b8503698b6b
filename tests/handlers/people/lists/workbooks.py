"""Workbooks as people send them, made when a test asks: a sheet hidden, a formula never computed, a million lines."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import PatternFill

PAPER = "papier 2026-03-02"
YELLOW = PatternFill("solid", fgColor="FFFF00")
Rows = Sequence[Sequence[object]]


def excel(sheets: dict[str, Rows], more: Callable[[Workbook], None] = lambda book: None) -> bytes:
    """An .xlsx with these sheets; `more` is done to it before it is saved."""
    book, out = Workbook(), io.BytesIO()
    del book[book.sheetnames[0]]
    for name, rows in sheets.items():
        sheet: Any = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    more(book)
    book.save(out)
    return out.getvalue()


def open_document(rows: Sequence[Sequence[str]]) -> bytes:
    """An .ods, as LibreOffice writes it, near enough: strings, and dates as dates."""
    cells = "".join(f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>" for row in rows)
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces} office:version="1.2"><office:body>'
        f'<office:spreadsheet><table:table table:name="Feuille1">{cells}'
        '<table:table-row table:number-rows-repeated="1048570">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr(
            "META-INF/manifest.xml",
            '<?xml version="1.0"?><manifest:manifest '
            'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry '
            'manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
            "</manifest:manifest>",
        )
    return out.getvalue()


def _cell(words: str) -> str:
    if words[:4].isdigit() and words[4:5] == "-":
        return (
            f'<table:table-cell office:value-type="date" office:date-value="{words}"><text:p>{words}</text:p>'
            "</table:table-cell>"
        )
    if not words:
        return "<table:table-cell/>"
    return f'<table:table-cell office:value-type="string"><text:p>{words}</text:p></table:table-cell>'


def _yellow_end(book: Workbook) -> None:
    book["Personnes"]["A1048576"].fill = YELLOW


def _merge(name: str, cells: str) -> Callable[[Any], None]:
    return lambda book: book[name].merge_cells(cells)


def _hide(name: str, how: str = "hidden") -> Callable[[Workbook], None]:
    def hide(book: Workbook) -> None:
        book[name].sheet_state = how

    return hide


HEADINGS = ["Nom", "Téléphone", "Consentement"]
ROSE = ["Rose Tremblay", "819 555-0101", PAPER]
LUC = ["Luc Roy", 8195550102, dt.date(2026, 3, 2)]
GONE = ["Personne Partie", "819 555-0199", PAPER]

OLD_LIST = {"Ancienne": [HEADINGS, GONE], "Personnes": [HEADINGS, ROSE]}
MOMENT = dt.datetime.fromisoformat("2026-03-02T14:05:00")
EXPORTED = [["This document was exported from Numbers."], ["Numbers Sheet Name", "Excel Worksheet Name"]]
NO_WORDS = [
    ["Nom", "Cellulaire", "Territoire", "Consentement"],
    ["Rose Tremblay", "819 555-0101", "#N/A", PAPER],
    ["#REF!", "819 555-0102", "Amos", PAPER],
    [True, "819 555-0103", "Amos", PAPER],
    ['="Luc"&" Roy"', "819 555-0104", "Amos", PAPER],
    ["Ana Cyr", "819 555-0105", False, True],
]
TITLED = [
    ["Table de concertation du Pont"],
    ["Mise à jour : novembre 2026"],
    [],
    [None, "Prénom", "Nom", "Cell", "Bureau", "Notes"],
    [1, "Rose", "Tremblay", "819 555-0101", "819 555-0150", "aime le matin"],
    [2, "Luc", "Roy", None, "819 555-0151 poste 4", None],
]
MICROSOFT_FORMS = [
    [
        "ID",
        "Heure de fin",
        "Adresse de messagerie",
        "Nom",
        "Votre nom complet",
        "Numéro de cellulaire",
        "Des textos, oui?",
    ],
    [1, MOMENT, "anonymous", None, "Rose Tremblay", "819 555-0101", "Oui"],
    [2, MOMENT, "anonymous", None, "Luc Roy", "819 555-0102", "Non"],
]
LIBREOFFICE = [
    ["Nom", "Cellulaire", "Consentement"],
    ["Zoé Tremblay", "819 555-0101", "2026-03-02"],
    ["Luc Roy", "819 555-0102", ""],
]

GROUPED = [
    ["Nom", "Cell", "Secteur", "Maison"],
    ["Rose Roy", "819 555-0101", "Nord", "819 555-0190"],
    ["Luc Roy", "819 555-0102", None, "819 555-0190"],
    ["Ana Cyr", "aucun", None, "819 555-0191"],
    ["Bob Cyr", "819 555-0104", None, None],
    ["TOTAL", 4, None, None],
    ["Imprimé le", "2026-11-20", None, None],
    ["* cell = cellulaire", None, None, None],
]

WORKBOOKS: dict[str, Callable[[], bytes]] = {
    "numbers.xlsx": lambda: excel({"Export Summary": EXPORTED, "Membres": [["Membres"], HEADINGS, ROSE, LUC]}),
    "excel_dates.xlsx": lambda: excel({"Feuil1": [HEADINGS, ROSE, LUC, ["Ana Cyr", 18195550103.0, MOMENT]]}),
    "hidden_first.xlsx": lambda: excel(OLD_LIST, _hide("Ancienne")),
    "very_hidden.xlsx": lambda: excel(OLD_LIST, _hide("Ancienne", "veryHidden")),
    "only_hidden.xlsx": lambda: excel({"Ancienne": [HEADINGS, GONE], "Vide": []}, _hide("Ancienne")),
    "empty_first.xlsx": lambda: excel({"Feuil1": [], "Feuil2": [HEADINGS, ROSE]}),
    "two_lists.xlsx": lambda: excel({"Nord": [HEADINGS, ROSE], "Sud": [HEADINGS, LUC]}),
    "yellow_end.xlsx": lambda: excel({"Personnes": [HEADINGS, ROSE]}, _yellow_end),
    "no_words.xlsx": lambda: excel({"Feuil1": NO_WORDS}),
    "title_above.xlsx": lambda: excel({"Liste": TITLED}),
    "merged_and_totals.xlsx": lambda: excel({"Liste": GROUPED}, _merge("Liste", "C2:C4")),
    "microsoft_forms.xlsx": lambda: excel({"Sheet1": MICROSOFT_FORMS}),
    "libreoffice.ods": lambda: open_document(LIBREOFFICE),
}
