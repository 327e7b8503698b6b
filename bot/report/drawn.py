"""Charts as pictures, for paper: the bars of the page, drawn twice as large."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

import reportlab
from PIL import Image, ImageDraw, ImageFont

from bot.report.bars import BAR, LABEL, LETTERS, PALE, TEAL, WIDTH, Chart

SCALE = 2
INK = "#1b1b1b"


def picture_of(chart: Chart) -> bytes:
    """The chart as a PNG, twice as large."""
    image = Image.new("RGB", (WIDTH * SCALE, chart.height * SCALE), "white")
    draw = ImageDraw.Draw(image)
    for bar in chart.bars:
        draw.text((0, bar.top * SCALE), bar.label, font=_font(), fill=INK)
        top = (bar.top + LABEL + 2) * SCALE
        box = (0, top, bar.length * SCALE, top + BAR * SCALE)
        if bar.hidden:
            _hatch(draw, box)
        elif bar.length:
            draw.rectangle(box, fill=PALE if bar.pale else TEAL)
        draw.text(((bar.length + 8) * SCALE, top + 2), bar.value, font=_font(), fill=INK)
    file = io.BytesIO()
    image.save(file, "PNG", optimize=True)
    return file.getvalue()


def _hatch(draw: ImageDraw.ImageDraw, box: tuple[int, int, int, int]) -> None:
    left, top, right, bottom = box
    draw.rectangle(box, outline=TEAL, fill="white")
    height = bottom - top
    for start in range(left - height, right, 5 * SCALE):
        ends = (max(start, left), min(start + height, right))
        draw.line((ends[0], bottom - (ends[0] - start), ends[1], bottom - (ends[1] - start)), fill=PALE, width=SCALE)


@cache
def _font() -> ImageFont.FreeTypeFont:
    """A font that comes with what makes the letters: it has every accent."""
    return ImageFont.truetype(Path(reportlab.__file__).parent / "fonts" / "Vera.ttf", LETTERS * SCALE)
