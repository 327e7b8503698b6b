"""An export keeps its columns where they were, and shows nothing sensitive that nobody decided to show."""

from __future__ import annotations

import ast
import importlib
import inspect
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text as sql_text

from db.exports import EXPORTS
from db.privacy.columns import columns
from tests.support.sources import ROOT, name_of, nodes_of, tree_of

PROMISED = ROOT / "tests" / "conventions" / "exports.tsv"
FILES = sorted((ROOT / "db" / "exports").glob("*.py"))
SENSITIVE = {(column.table, column.name) for column in columns() if column.level == "sensitive"}
# What is sensitive and leaves all the same, and why.
SHOWN = {
    ("db/exports/claims.py", "claim_lines.note"): "read for the kilometres it begins with: its words do not leave",
    (
        "db/exports/comments.py",
        "comments.words",
    ): "the words are for the table; of a nameless one, nothing leads to its author",
    ("db/exports/people.py", "person_roles.role"): "the list of people is kept by their roles",
}


def promised() -> dict[str, list[str]]:
    lines = [line.split("\t") for line in PROMISED.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {name: names.split(" ") for name, names in lines}


@pytest.mark.parametrize("name", EXPORTS)
def test_the_columns_of_an_export_stay_in_their_order(name: str) -> None:
    """`=B2` in somebody's spreadsheet must go on reading the same thing."""
    before, now = promised().get(name, []), list(EXPORTS[name].columns)
    assert now[: len(before)] == before, f"{name}: a new column goes at the end, and none is taken away nor renamed"
    assert now == before, f"tests/conventions/{PROMISED.name}, {name}: add {' '.join(now[len(before) :])} at the end"


# Where a whole table is named and none of its rows is read by that.
BY_TABLE = {"join", "outerjoin", "select_from", "aliased"}


def names_in(path: Path) -> dict[str, Any]:
    """What a file of exports knows by name, a table under another name too: `decider = aliased(Person)`."""
    names = dict(vars(importlib.import_module(f"db.exports.{path.stem}")))
    for node in nodes_of(path):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call) and _called(node.value) == "aliased":
            names |= {ast.unparse(target): names[ast.unparse(node.value.args[0])] for target in node.targets}
    return names


def table_of(value: Any) -> Any:
    return getattr(value, "__table__", None) if isinstance(value, type) else None


def unseen_in(tree: ast.Module, names: Mapping[str, Any]) -> Iterator[tuple[int, str]]:
    """(line, what) of everything by which a column would leave without its name in the file: `select(Attendance)` then
    `one.needs`, a question of another room that gives rows whole, words of SQL. `names`: what the module knows."""
    named = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute) and _is_column(node, names)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and _called(node) in BY_TABLE:
            named.add(id(node.args[0]))
        if isinstance(node, ast.Assign):
            named |= {id(target) for target in node.targets}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Name) or id(node) in named:
            continue
        value = names.get(node.id)
        if table_of(value) is not None:
            yield node.lineno, f"the whole of {node.id}"
        elif inspect.iscoroutinefunction(value) and not value.__module__.startswith("db.exports."):
            yield node.lineno, f"{node.id}, which may give whole rows"
        elif value is sql_text:
            yield node.lineno, "words of SQL"


def _called(call: ast.Call) -> str:
    return ast.unparse(call.func).rpartition(".")[2]


def _is_column(node: ast.Attribute, names: Mapping[str, Any]) -> bool:
    table = table_of(names.get(node.value.id)) if isinstance(node.value, ast.Name) else None
    return table is not None and node.attr in table.columns


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in FILES])
def test_an_export_names_each_column_that_it_reads(path: Path) -> None:
    """Otherwise nobody would be asked whether what is sensitive may leave."""
    found = [f"{name_of(path)}:{line} {what}" for line, what in unseen_in(tree_of(path), names_in(path))]
    advice = "select each column by its name, `select(Attendance.id, Attendance.answer)`:"
    assert not found, "\n  ".join([advice, *found])


OFFENDER = """
async def rows(session, span):
    query = select(Attendance).join(Person, Person.id == Attendance.person_id)
    for one in await session.scalars(query):
        yield (one.person_id, one.needs)
    for one in await contacts_of(session, 1):
        yield (one.address,)
    await session.execute(text("select needs from attendances"))
"""


def test_a_column_of_a_row_loaded_whole_is_seen() -> None:
    from db.contacts import contacts_of
    from db.meetings.tables import Attendance
    from db.people import Person

    names = {"Attendance": Attendance, "Person": Person, "contacts_of": contacts_of, "text": sql_text}
    assert sorted(unseen_in(ast.parse(OFFENDER), names)) == [
        (3, "the whole of Attendance"),
        (6, "contacts_of, which may give whole rows"),
        (8, "words of SQL"),
    ]


def read_in(path: Path) -> Iterator[tuple[str, str]]:
    """(table, column) of each column that an export reads, by its model: `Person.name`."""
    names = names_in(path)
    for node in nodes_of(path):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            table = table_of(names.get(node.value.id))
            if table is not None and node.attr in table.columns:
                yield table.name, node.attr


def test_nothing_sensitive_leaves_that_nobody_decided_to_show() -> None:
    found = {(name_of(path), *column) for path in FILES if path.stem != "__init__" for column in read_in(path)}
    assert ("db/exports/people.py", "people", "name") in found
    sensitive = {(file, f"{table}.{column}") for file, table, column in found if (table, column) in SENSITIVE}
    undecided = sensitive - set(SHOWN)
    assert not undecided, (
        f"sensitive (db/privacy/columns.tsv): leave it out, or say why it leaves, in SHOWN: {undecided}"
    )
    assert not set(SHOWN) - sensitive, "no longer read there"
