"""An export keeps its columns where they were, and shows nothing sensitive that nobody decided to show."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from db.exports import EXPORTS
from db.privacy.columns import columns
from tests.support.sources import ROOT, name_of, tree_of

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


def read_in(path: Path) -> Iterator[tuple[str, str]]:
    """(table, column) of each column that an export reads, by its model: `Person.name`."""
    module = importlib.import_module(f"db.exports.{path.stem}")
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            model: Any = getattr(module, node.value.id, None)
            table = getattr(model, "__table__", None)
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
