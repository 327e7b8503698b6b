"""How the product's code is written: where it commits, how it knows the hour, what it may say, how long it may be."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.support.sources import FLOORS, ROOT, docstrings_of, functions_of, name_of, nodes_of, python_files, tree_of

# Alembic runs each migration in a transaction of its own; everything else commits where `Database.write` ends.
COMMITS = {"db/session.py", "db/migrations/env.py"}
# file -> why it changes or empties whole tables
WHOLE_TABLES = {
    "db/copies.py": "a database is emptied before a copy of the whole is put in it",
    "db/health.py": "each name is written as it stands: can anything be written at all?",
    "db/levelling.py": "each key is written as it stands: the file loses the order in which rows came",
}
# file -> why it may ask the machine for the hour
CLOCKS = {
    "bot/clock.py": "the clock that everything else receives",
    "bot/simulator/clock.py": "the demo's movable clock starts at the real hour",
    "db/numbers.py": "numbers that follow the machine's clock, whatever hour is played",
    "db/outbox/sql.py": "the database's own time; an SQLite file has only this machine's",
}
HOUR = re.compile(r"(datetime|dt)\.(now|utcnow|today)$|(^|\.)date\.today$|^time\.time(_ns)?$")

LONGEST_FILE = 350
LONGEST_FUNCTION = 60
VAGUE = re.compile(r"(Manager|Helper|Processor|Util|Utils|Data|Info|Service|Repository)$")
VAGUE_FILES = {"utils", "util", "helpers", "helper", "common", "misc", "models", "services", "managers"}

ACCENT = re.compile(r"[àâçéèêëîïôùûüœÀÂÇÉÈÊËÎÏÔÙÛÜŒ¿¡ñáíóú«»]")
WORD = re.compile(r"[^\W\d_]{2,}")


def test_only_the_session_commits() -> None:
    found = [
        f"{name_of(path)}:{call.lineno}"
        for path in python_files(*FLOORS)
        if name_of(path) not in COMMITS
        for call in calls(path)
        if dotted(call.func).endswith(".commit")
    ]
    assert not found, said("use `async with database.write()`: it commits at its end, so one message is one", found)


def whole_tables(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """(line, statement) of each UPDATE or DELETE without a WHERE, nor the keys of its rows given beside it."""
    imported = [n for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and n.module == "sqlalchemy"]
    bulk = {one.name for node in imported for one in node.names} & {"update", "delete"}
    above = {id(inner): node for node in ast.walk(tree) for inner in ast.iter_child_nodes(node)}
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in bulk):
            continue
        called, at = set[str](), above.get(id(node))
        while isinstance(at, ast.Attribute | ast.Call):
            called |= {at.attr} if isinstance(at, ast.Attribute) else {"rows"} if len(at.args) > 1 else set()
            at = above.get(id(at))
        if not called & {"where", "rows"}:
            yield node.lineno, ast.unparse(node)


def test_a_bulk_change_says_of_which_rows() -> None:
    found = [
        f"{name_of(path)}:{line} {statement}"
        for path in python_files(*FLOORS)
        if "migrations" not in path.parts and name_of(path) not in WHOLE_TABLES
        for line, statement in whole_tables(tree_of(path))
    ]
    assert not found, said("`update(...)` and `delete(...)` change the whole table: add `.where(...)`", found)
    unused = [name for name in WHOLE_TABLES if not list(whole_tables(tree_of(ROOT / name)))]
    assert not unused, f"nothing there changes a whole table any more: take it out of WHOLE_TABLES: {unused}"


def test_a_bulk_change_of_everything_is_seen() -> None:
    lines = (
        'await session.execute(update(Meeting).values(place="partout"))',
        "await session.execute(update(Meeting).where(Meeting.id == 1).values(place=''))",
        "await session.execute(delete(Claim))",
        "await session.execute(update(Claim), rows)",
        "await session.execute(delete(Claim).execution_options(x=1).where(Claim.id == 1).returning(Claim.id))",
    )
    found = [
        [line for line, _what in whole_tables(ast.parse(f"from sqlalchemy import delete, update\n{one}"))]
        for one in lines
    ]
    assert found == [[2], [], [2], [], []]


def test_the_hour_is_always_an_argument() -> None:
    found = [
        f"{name_of(path)}:{node.lineno} uses {dotted(node)}"
        for path in python_files(*FLOORS)
        if name_of(path) not in CLOCKS
        for node in nodes_of(path)
        if isinstance(node, ast.Attribute) and HOUR.search(dotted(node))
    ]
    assert not found, said("`now` is a parameter, given by the clock that `bot/clock.py` makes", found)


def test_names_are_sorted_as_the_alphabet_has_them() -> None:
    found = [
        f"{name_of(path)}:{argument.lineno} {dotted(argument)}"
        for path in python_files("bot", "handlers", "db")
        for call in calls(path)
        if isinstance(call.func, ast.Attribute) and call.func.attr == "order_by"
        for argument in call.args
        if re.search(r"^(Person|Roundtable|Territory)\.name$", dotted(argument))
    ]
    assert not found, said("a database sorts bytes: use `order_by(by_name(...))` of db/labels.py", found)


def test_no_sentence_for_people_stands_in_python() -> None:
    found = [
        f"{name_of(path)}:{line} {value[:60]!r}"
        for path in python_files("bot", "handlers", "db")
        for line, value in strings(path)
        if ACCENT.search(value) and len([part for part in value.split(" ") if WORD.search(part)]) >= 4
    ]
    assert not found, said("what people read lives in messages/fr, messages/en, messages/es", found)


def test_handlers_speak_by_message_ids_only() -> None:
    found = [
        f"{name_of(path)}:{line} {value[:60]!r}"
        for path in python_files("handlers")
        for line, value in strings(path, but_not_in=ast.Raise)
        if re.search(r"[a-z,] [a-z]+ [a-z]+ [a-z]", value, re.IGNORECASE)
    ]
    assert not found, said("a handler returns `text('some-id', ...)`; the words live in messages/", found)


def test_files_stay_short_enough_to_be_read_at_once() -> None:
    lengths = {
        name_of(path): len(path.read_text(encoding="utf-8").splitlines())
        for path in python_files(*FLOORS)
        if "migrations" not in path.parts
    }
    found = [f"{name}: {length} lines" for name, length in lengths.items() if length > LONGEST_FILE]
    assert not found, said(f"past {LONGEST_FILE} lines, split by meaning into a package", found)


def test_functions_do_one_thing() -> None:
    found = [
        f"{name_of(path)}:{function.lineno} {function.name}: {length} lines"
        for path in python_files(*FLOORS)
        if "migrations" not in path.parts
        for function in functions_of(path)
        if (length := (function.end_lineno or function.lineno) - function.lineno + 1) > LONGEST_FUNCTION
    ]
    assert not found, said(f"past {LONGEST_FUNCTION} lines a function hides several", found)


def test_names_say_what_a_thing_is() -> None:
    found = [name_of(path) for path in python_files(*FLOORS) if path.stem in VAGUE_FILES]
    found += [
        f"{name_of(path)}:{node.lineno} {node.name}"
        for path in python_files(*FLOORS)
        for node in nodes_of(path)
        if isinstance(node, ast.ClassDef) and VAGUE.search(node.name)
    ]
    assert not found, said("choose a word of docs/glossary.md", found)


def test_nothing_of_ours_is_patched_in_tests() -> None:
    found = [
        f"{name_of(path)} uses {name}"
        for path in python_files("tests")
        for node in nodes_of(path)
        if (name := patching(node))
    ]
    assert not found, said("a double is a small real class; parts are given, not replaced", found)


def patching(node: ast.AST) -> str:
    if isinstance(node, ast.Attribute) and dotted(node) == "monkeypatch.setattr":
        return "monkeypatch.setattr"
    if isinstance(node, ast.Import) and any(alias.name.startswith("unittest.mock") for alias in node.names):
        return "unittest.mock"
    return "unittest.mock" if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("unittest") else ""


def calls(path: Path) -> Iterator[ast.Call]:
    return (node for node in nodes_of(path) if isinstance(node, ast.Call))


def dotted(node: ast.AST) -> str:
    """`dt.datetime.now` for the expression of that name; what comes before a call or an index is `?`."""
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else "?"


def strings(path: Path, *, but_not_in: type[ast.AST] | None = None) -> Iterator[tuple[int, str]]:
    """(line, text) of the text constants of a file, but its docstrings and those inside a kind of statement."""
    left_out = docstrings_of(path)
    if but_not_in is not None:
        statements = [node for node in nodes_of(path) if isinstance(node, but_not_in) or declares(node)]
        left_out |= {id(inner) for statement in statements for inner in ast.walk(statement)}
    for node in nodes_of(path):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in left_out:
            yield node.lineno, node.value


def declares(node: ast.AST) -> bool:
    """What an act says of itself to programmers, and the shell's --help: `Field(...)`, `final=...`."""
    field = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Field"
    return field or (isinstance(node, ast.keyword) and node.arg == "final")


def said(rule: str, places: Iterable[str]) -> str:
    return "\n  ".join([rule, *places])
