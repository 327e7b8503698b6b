"""Tables on a narrow screen: each cell carries the name of its column, so that the style sheet may stack them.

Nothing is hidden at the right of a phone that way, and it holds without a script. A table laid out as blocks is no
table any more to a screen reader: its roles are written too.
"""

from __future__ import annotations

import re

TABLE = re.compile(r'(<div class="wide"[^>]*>)<table>(.*?)</table>', re.DOTALL)
HEAD = re.compile(r"<thead>(.*?)</thead>", re.DOTALL)
BODY = re.compile(r"(<tbody>)(.*?)(</tbody>)", re.DOTALL)
COLUMN = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)
ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
CELL = re.compile(r"<(td|th)\b")
TAG = re.compile(r"<[^>]+>")


def named_cells(page: str) -> str:
    """The page, its tables' cells with `data-label` and their roles."""
    return TABLE.sub(_table, page)


def _table(found: re.Match[str]) -> str:
    head = HEAD.search(found[2])
    columns = [" ".join(TAG.sub("", one).split()) for one in COLUMN.findall(head[1])] if head else []
    inside = BODY.sub(lambda body: body[1] + ROW.sub(lambda row: _row(row[1], columns), body[2]) + body[3], found[2])
    return f'{found[1]}<table role="table">{inside}</table>'


def _row(cells: str, columns: list[str]) -> str:
    names = iter(columns)

    def named(cell: re.Match[str]) -> str:
        role = "rowheader" if cell[1] == "th" else "cell"
        return f'<{cell[1]} role="{role}" data-label="{next(names, "")}"'

    return f'<tr role="row">{CELL.sub(named, cells)}</tr>'
