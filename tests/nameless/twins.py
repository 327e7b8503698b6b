"""Two towns alike but for one talk with nameless words: every row that hangs on somebody is the same in both.

Ids, which follow the real clock or are drawn by lot, are written as the place of their row in its table.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Any

from tests.nameless.region import Copy, Rows, Tables

# What stands for a nameless comment, or for a message that is gone: nobody's rows, seen by `nobodys`.
OF_NOBODY = ("comments", "return_paths", "forgotten_messages", "provider_copies", "spending", "counters")
SOMEBODY = ("person_id", "contact_id", "sender", "incoming_id", "delivery_id", "question_id", "dialogue_id", "subject")
LONG = re.compile(r"(?<!\d)\d{12,}(?!\d)")  # an id within words: of a button, of a provider's number
COUNTED = re.compile(r"^in\d+$")  # the provider's number of a message received: how many the whole house had
DIGESTED = re.compile(r"^[0-9a-f]{32}$")  # the number of an update, digested with a key: it counts nothing
SEALED = re.compile(r"[\w-]{43,}=*")
DRAWN = ("pseudonym", "subject", "actor", "chain")  # by lot, or from all that stood before


def alike(with_talk: Copy, without: Copy) -> list[str]:
    """Every row, of a table or of an export, that stands in one town alone."""
    one, other = _rows(with_talk), _rows(without)
    return [
        f"{name}: {'only with the talk' if mine else 'only without'}: {row}"
        for name in sorted(one.keys() | other.keys())
        for mine, rows, others in ((True, one, other), (False, other, one))
        for row in _less(rows.get(name, []), others.get(name, []))
    ]


def nobodys(tables: Tables) -> Iterator[tuple[str, str]]:
    """What a row of nobody knows of somebody all the same: (table, column)."""
    for table in OF_NOBODY:
        for row in tables.get(table, []):
            if table != "comments" or not row["with_name"]:
                yield from ((table, column) for column in SOMEBODY if row.get(column))


def _rows(copy: Copy) -> dict[str, list[str]]:
    places = _places(copy.tables)
    found = {
        table: [_written(table, row, places) for row in rows if not row.get("return_path_id")]
        for table, rows in copy.tables.items()
        if table not in OF_NOBODY
    }
    for name, (columns, rows) in copy.exports.items():
        if name != "comments":
            nameless = [dict(zip(columns, row, strict=True)) for row in rows]
            found[f"export {name}"] = [_written("", row, places) for row in nameless if _of_somebody(name, row)]
    return found


def _of_somebody(name: str, row: Mapping[str, Any]) -> bool:
    """Deliveries by a return path have no person; the day's sums are the house's."""
    return name != "deliveries" or row["person"] is not None


def _places(tables: Tables) -> dict[int, str]:
    """id -> its place in its table, for the ids that no two tables share."""
    return {
        row["id"]: f"{table}#{place}"
        for table, rows in tables.items()
        if table not in OF_NOBODY
        for place, row in enumerate(_standing(rows))
        if isinstance(row.get("id"), int) and row["id"] > 10**11
    }


def _standing(rows: Rows) -> Rows:
    return sorted((r for r in rows if not r.get("return_path_id")), key=lambda r: r.get("id") or 0)


def _written(table: str, row: Mapping[str, Any], places: Mapping[int, str]) -> str:
    cells = []
    for column, value in row.items():
        if column not in DRAWN and value not in (None, ""):
            cells.append(f"{column}={_cell(value, places)}")
    return ", ".join(cells)


def _cell(value: Any, places: Mapping[int, str]) -> str:
    if isinstance(value, dt.datetime):
        return value.isoformat()
    said = LONG.sub(lambda found: places.get(int(found[0]), "(an id)"), str(value))
    return DIGESTED.sub("(theirs)", COUNTED.sub("(theirs)", SEALED.sub("(sealed)", said)))


def _less(rows: list[str], others: list[str]) -> list[str]:
    left = list(others)
    gone = []
    for row in rows:
        if row in left:
            left.remove(row)
        else:
            gone.append(row)
    return gone
