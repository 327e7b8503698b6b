"""One name, one thing: no two public classes of the program have the same name."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = ("bot", "handlers", "messages", "db")


def owners() -> dict[str, list[str]]:
    """Each public class, with the files that define one of that name at their top level."""
    found: dict[str, list[str]] = defaultdict(list)
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            for node in ast.parse(path.read_text(encoding="utf-8")).body:
                if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                    found[node.name].append(str(path.relative_to(ROOT)))
    return found


def test_no_two_public_classes_have_one_name() -> None:
    twice = {name: files for name, files in owners().items() if len(files) > 1}
    assert not twice, f"give each of these a name of its own, from docs/glossary.md: {twice}"


def test_the_classes_are_found() -> None:
    assert {"Delivery", "Meeting", "Step"} <= owners().keys()
