"""Ways that read what PostgreSQL keeps beside each row: the transaction that wrote it (xmin), and its place (ctid)."""

from __future__ import annotations

from typing import Any

from tests.nameless.attacks import Found, Held, for_each

WRITTEN = "written"  # how many transactions ago
NEAR = 4  # transactions


def _known(held: Held) -> list[tuple[str, dict[str, Any], int]]:
    """Every row that knows somebody."""
    found = [(name, row, held.whose(name, row)) for name, rows in held.beside.items() for row in rows]
    return [(name, row, person) for name, row, person in found if person in held.people]


def written_together(held: Held) -> Found:
    """A row about somebody that the transaction of the comment wrote, or one of its neighbours."""
    ages = {row["id"]: row[WRITTEN] for row in held.beside.get("comments", ())}
    known = _known(held)
    return for_each(
        held, lambda c: {p for _, row, p in known if c["id"] in ages and abs(row[WRITTEN] - ages[c["id"]]) <= NEAR}
    )


def last_written_contacts(held: Held) -> Found:
    """The last comments of their table were written by the last contacts of theirs, in the same order."""
    comments = [row for row in held.beside.get("comments", ()) if not row["with_name"]]
    contacts = [row["person_id"] for row in held.beside.get("contacts", ()) if row["person_id"] in held.people]
    there = {comment["id"]: {p} for comment, p in zip(reversed(comments), reversed(contacts), strict=False)}
    return {row["id"]: there.get(row["id"], set()) for row in held.comments}


SERVER_WAYS = (written_together,)
