"""Letters on paper: one page each in large type with the address in the window, and a sheet of labels.

Letter size. The address stands where a No. 10 window envelope shows it: 22 mm from the left, 52 mm from the top. Labels
are three across and ten down, one inch by two and five eighths.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import LETTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import inch, mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, KeepInFrame, Paragraph, Spacer

from handlers.digest.letters import Letter

WIDTH, HEIGHT = LETTER
LEFT, RIGHT, BOTTOM = 22 * mm, 22 * mm, 20 * mm
BODY_TOP = HEIGHT - 100 * mm
SIZES = (16, 15, 14, 13, 12)  # points: the largest at which everything holds on the page
LABEL_WIDTH, LABEL_HEIGHT, ACROSS, DOWN = 2.625 * inch, 1 * inch, 3, 10
LABEL_LEFT, LABEL_TOP, LABEL_GAP = 0.1875 * inch, 0.5 * inch, 0.125 * inch


def letters_pdf(letters: Sequence[Letter]) -> bytes:
    """One page a letter."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=LETTER)
    for letter in letters:
        _page(canvas, letter)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _page(canvas: Canvas, letter: Letter) -> None:
    canvas.setTitle(letter.sender)
    canvas.setFont("Helvetica-Bold", 16)
    canvas.drawString(LEFT, HEIGHT - 25 * mm, letter.sender)
    canvas.setFont("Helvetica", 12)
    canvas.drawRightString(WIDTH - RIGHT, HEIGHT - 25 * mm, letter.date)
    _address(canvas, letter, LEFT, HEIGHT - 56 * mm, 13)
    width, height = WIDTH - LEFT - RIGHT, BODY_TOP - BOTTOM
    for size in SIZES:
        flow = _flow(letter, size)
        if _height(flow, width) <= height:
            break
    frame = KeepInFrame(width, height, flow, mode="shrink")
    _w, used = frame.wrapOn(canvas, width, height)
    frame.drawOn(canvas, LEFT, BODY_TOP - used)


def _flow(letter: Letter, size: int) -> list[Flowable]:
    body = ParagraphStyle("body", fontName="Helvetica", fontSize=size, leading=size * 1.35, spaceAfter=size * 0.5)
    head = ParagraphStyle("head", parent=body, fontName="Helvetica-Bold", spaceBefore=size * 0.4, spaceAfter=2)
    flow: list[Flowable] = [Paragraph(_safe(letter.greeting), body)]
    for heading, words in letter.parts:
        if heading:
            flow.append(Paragraph(_safe(heading), head))
        flow.append(Paragraph(_safe(words), body))
    flow += [Spacer(1, size * 0.5), Paragraph(_safe(letter.closing), head)]
    return flow


def _height(flow: list[Flowable], width: float) -> float:
    total = 0.0
    for piece in flow:
        total += piece.wrap(width, HEIGHT)[1] + piece.getSpaceBefore() + piece.getSpaceAfter()
    return total


def _safe(words: str) -> str:
    return escape(words).replace("\n", "<br/>")


def _address(canvas: Canvas, letter: Letter, x: float, y: float, size: int) -> None:
    lines = [letter.name, *letter.address] if letter.name else list(letter.address)
    canvas.setFont("Helvetica", size)
    for position, line in enumerate(lines[:6]):
        canvas.drawString(x, y - position * size * 1.25, line)


def labels_pdf(letters: Sequence[Letter]) -> bytes:
    """Thirty addresses a sheet."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=LETTER)
    for number, letter in enumerate(letters):
        place = number % (ACROSS * DOWN)
        if number and place == 0:
            canvas.showPage()
        column, row = place % ACROSS, place // ACROSS
        x = LABEL_LEFT + column * (LABEL_WIDTH + LABEL_GAP) + 4 * mm
        y = HEIGHT - LABEL_TOP - row * LABEL_HEIGHT - 7 * mm
        _address(canvas, letter, x, y, 11)
    canvas.save()
    return buffer.getvalue()
