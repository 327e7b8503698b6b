"""Imports go down only, and each outside library has its one door."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.support.sources import FLOORS, ROOT, imports_of, name_of, python_files

TOPICS = {"people", "digest", "announcements", "meetings", "comments", "claims", "journal", "privacy"}

# library -> (the only files that may import it, why)
DOORS = {
    "telegram": ("bot/channels/telegram", "a channel translates, so that the rest never depends on a provider"),
    "aiosmtplib": ("bot/channels/email", "a channel translates, so that the rest never depends on a provider"),
    "twilio": ("bot/channels/sms", "a channel translates, so that the rest never depends on a provider"),
    "apscheduler": ("bot/scheduler", "the engine that knows the hour can be changed in one place"),
    "starlette": ("bot/", "only the machine floor speaks HTTP"),
    "typer": ("bot/cli/", "only the shell speaks to a terminal"),
    "fluent": ("messages/", "the words are rendered in one place"),
    "sqlalchemy": ("db/ bot/ handlers/", "the words know no database"),
}


def test_import_linters_contract_holds() -> None:
    # In a process of its own: it disables every logger of the one that it runs in.
    linter = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    done = subprocess.run(linter, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"make layers says:\n{done.stdout}{done.stderr}"


@pytest.mark.parametrize("library", DOORS)
def test_a_library_enters_by_its_door_only(library: str) -> None:
    doors, reason = DOORS[library]
    elsewhere = [
        f"{name_of(path)}:{line} imports {name}"
        for path in python_files(*FLOORS)
        if not name_of(path).startswith(tuple(doors.split()))
        for line, name in imports_of(path)
        if name.split(".")[0] == library
    ]
    assert not elsewhere, said(f"{library} is imported only in {doors}: {reason}", elsewhere)


def test_sibling_topics_do_not_import_each_other() -> None:
    crossings = [
        f"{name_of(path)}:{line} imports {name}"
        for path in python_files("handlers")
        if (topic := room_of(path.relative_to(ROOT / "handlers").parts[0])) in TOPICS
        for line, name in imports_of(path)
        if name.startswith("handlers.") and (other := room_of(name.split(".")[1])) in TOPICS and other != topic
    ]
    assert not crossings, said("a topic asks the memory (db) a question instead of importing its sibling", crossings)


def test_the_words_and_the_memory_do_not_know_each_other() -> None:
    crossings = [
        f"{name_of(path)}:{line} imports {name}"
        for floor, forbidden in (("messages", {"db", "sqlalchemy"}), ("db", {"messages"}))
        for path in python_files(floor)
        for line, name in imports_of(path)
        if name.split(".")[0] in forbidden and not name.startswith("messages.channels.")
    ]
    assert not crossings, said("messages/ and db/ are two floors side by side", crossings)


def test_rules_are_plain_python() -> None:
    impure = [
        f"{name_of(path)}:{line} imports {name}"
        for path in python_files("db")
        if path.stem == "rules"
        for line, name in imports_of(path)
        if name.split(".")[0] in {"sqlalchemy", "alembic"}
    ]
    assert not impure, said("a file of rules imports no SQLAlchemy, so that rules are read and tested alone", impure)


def test_small_numbers_import_nothing_of_the_rest() -> None:
    """What decides whether a figure may be printed can be read, tested and attacked alone."""
    package = "db.report.disclosure"
    crossings = [
        f"{name_of(path)}:{line} imports {name}"
        for path in python_files(package.replace(".", "/"))
        for line, name in imports_of(path)
        if not name.startswith(package) and name.split(".")[0] not in sys.stdlib_module_names
    ]
    assert not crossings, said(f"{package} takes cells and tables, and gives what may be printed", crossings)


def room_of(part: str) -> str:
    return part.removesuffix(".py")


def said(rule: str, places: Iterable[str]) -> str:
    return "\n  ".join([rule, *places])
