"""The files of a frozen report: each is made of its document alone, so that none shows what another hides."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from bot.report.said import ReportWords
from handlers.report.document import Document


class Form(StrEnum):
    HTML = "html"
    JSON = "json"
    XLSX = "xlsx"
    DOCX = "docx"


def bytes_of(form: Form, document: Document, printed: str, said: ReportWords, template: bytes | None = None) -> bytes:
    """The file of a document in one form. `printed` is its canonical JSON, whose SHA-256 is the fingerprint.

    `template`: the coordinators' own document, which was checked when it was kept; None: the house's.
    """
    if form is Form.JSON:
        return printed.encode()
    if form is Form.DOCX and template is not None:
        from bot.report.template import filled

        return filled(template, document, said)
    return _writer(form)(document, said)


def _writer(form: Form) -> Callable[[Document, ReportWords], bytes]:
    """Imported only then: a word processor's library is slow to import."""
    if form is Form.HTML:
        from bot.report.page import page_of

        return page_of
    if form is Form.XLSX:
        from bot.report.workbook import workbook_of

        return workbook_of
    from bot.report.letter import docx_of

    return docx_of


__all__ = ["Form", "ReportWords", "bytes_of"]
