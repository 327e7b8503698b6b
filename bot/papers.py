"""Papers about privacy, as a PDF to print and to post."""

from __future__ import annotations

import io
from html import escape

from reportlab.lib.pagesizes import LETTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate

from handlers.privacy.paper import PrintedPaper

SIZE = 13  # points: read without glasses
BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=SIZE, leading=SIZE * 1.35, spaceAfter=SIZE * 0.4)
HEAD = ParagraphStyle("head", parent=BODY, fontName="Helvetica-Bold", spaceBefore=SIZE * 0.8, keepWithNext=1)
TITLE = ParagraphStyle("title", parent=HEAD, fontSize=SIZE + 5, leading=(SIZE + 5) * 1.3)


def pdf_of(paper: PrintedPaper) -> bytes:
    """As many pages as it takes, in large type."""
    buffer = io.BytesIO()
    side, end = 22 * mm, 20 * mm
    document = SimpleDocTemplate(
        buffer, pagesize=LETTER, title=paper.title, leftMargin=side, rightMargin=side, topMargin=side, bottomMargin=end
    )
    flow: list[Flowable] = [Paragraph(_safe(paper.title), TITLE)]
    for heading, lines in paper.parts:
        if heading:
            flow.append(Paragraph(_safe(heading), HEAD))
        flow += [Paragraph(_safe(line), BODY) for line in lines]
    document.build(flow)
    return buffer.getvalue()


def _safe(words: str) -> str:
    return escape(words, quote=False).replace("\n", "<br/>")
