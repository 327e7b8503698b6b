"""Tables of a page saved as ".xls" by a web program, and Excel 2003's own XML, as rows."""

from __future__ import annotations

from collections.abc import Sequence
from html.parser import HTMLParser

from bot.lists.rows import ERROR, MOST_COLUMNS, MOST_SHEETS, TRUTH, SheetRows

TABLES = ("table",)
ROWS = ("tr", "row")
CELLS = ("td", "th", "cell")
BREAKS = ("br", "p", "div")
HIDDEN = ("sheethidden", "sheetveryhidden")
Attributes = Sequence[tuple[str, str | None]]


def read_markup(words: str) -> list[SheetRows]:
    """Every table, the inner ones of a page laid out in tables included. Raises `Unreadable` past the limits."""
    reader = _Tables()
    reader.feed(words)
    reader.close()
    return [sheet for sheet in reader.sheets if sheet.rows or sheet.hidden]


class _Table:
    """A table being read: where it stands."""

    def __init__(self, name: str) -> None:
        self.sheet = SheetRows(name)
        self.number = 0
        self.cells: list[str] = []
        self.cell: list[str] | None = None
        self.span = 1
        self.kind = ""

    def begin_row(self, index: int) -> None:
        self.end_row()
        self.number = max(self.number + 1, index)

    def end_row(self) -> None:
        self.end_cell()
        if self.cells:
            self.sheet.add(self.number, self.cells)
        self.cells = []

    def begin_cell(self, index: int, span: int) -> None:
        self.end_cell()
        self.cells += [""] * max(0, min(index - 1, MOST_COLUMNS) - len(self.cells))
        self.cell, self.span, self.kind = [], max(1, min(span, MOST_COLUMNS)), ""

    def end_cell(self) -> None:
        if self.cell is None:
            return
        words = " ".join("".join(self.cell).split(" ")).strip()
        words = "\n".join(" ".join(line.split()) for line in words.split("\n") if line.strip())
        if self.kind in ("error", "boolean"):
            self.sheet.odd.append((self.number, len(self.cells), ERROR if self.kind == "error" else TRUTH))
            words = "" if self.kind == "error" else ("TRUE" if words == "1" else "FALSE")
        if self.kind == "datetime":
            words = words.removesuffix("T00:00:00.000")
        self.cells += [words, *[""] * (self.span - 1)]
        self.cell = None


class _Tables(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.sheets: list[SheetRows] = []
        self.open: list[_Table] = []
        self.named = ""
        self.silent = 0
        self.visible = False

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        name = tag.rpartition(":")[2]
        given = {key.rpartition(":")[2]: value or "" for key, value in attrs}
        if name == "worksheet":
            self.named = given.get("name", "")
        elif name in ("style", "script"):
            self.silent += 1
        elif name == "visible":
            self.visible = True
        elif name in TABLES and len(self.sheets) < MOST_SHEETS:
            table = _Table(self.named)
            self.open.append(table)
            self.sheets.append(table.sheet)
        elif self.open:
            self._inside(name, given)

    def _inside(self, name: str, given: dict[str, str]) -> None:
        table = self.open[-1]
        if name in ROWS:
            table.begin_row(_number(given.get("index")))
        elif name in CELLS:
            wide = _number(given.get("colspan")) or _number(given.get("mergeacross")) + 1
            table.begin_cell(_number(given.get("index")), wide)
        elif name == "data":
            table.kind = given.get("type", "").casefold()
        elif name in BREAKS and table.cell:
            table.cell.append("\n")

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        self.handle_starttag(tag, attrs)
        if tag.rpartition(":")[2] not in BREAKS:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        name = tag.rpartition(":")[2]
        if name in ("style", "script"):
            self.silent = max(0, self.silent - 1)
        elif name == "visible":
            self.visible = False
        elif name in TABLES and self.open:
            self.open.pop().end_row()
        elif name in ROWS and self.open:
            self.open[-1].end_row()
        elif name in CELLS and self.open:
            self.open[-1].end_cell()

    def handle_data(self, data: str) -> None:
        if self.visible and data.strip().casefold() in HIDDEN and self.sheets:
            self.sheets[-1].hidden = True
        elif self.open and self.open[-1].cell is not None and not self.silent:
            self.open[-1].cell.append(data.replace("\r", " ").replace("\n", " ").replace("\u00a0", " "))

    def close(self) -> None:
        super().close()
        while self.open:
            self.open.pop().end_row()


def _number(written: str | None) -> int:
    return int(written) if written and written.isascii() and written.isdigit() and len(written) < 8 else 0
