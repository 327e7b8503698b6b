"""Coordinators are told of a thing of their own territory; what tells all of them says why."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.support.sources import FLOORS, name_of, python_files, tree_of

# Where every coordinator is told, whatever their territory -> why nothing of one territory is in those words.
TOLD_TO_ALL = {
    "bot/outbox_hooks.py alert": "the program's own trouble: a provider that waits, a budget reached",
    "handlers/digest/due.py did_not_leave": "the month's news are one, for the whole region",
    "handlers/digest/due.py not_approved_yet": "the month's news are one, for the whole region",
    "handlers/guesses.py wrong": "codes tried in vain, by nobody whom we know",
    "handlers/people/acts.py make_coordinator": "who else has the role is for each of them to know",
    "handlers/people/stopping.py _blocked": "a colleague whom no alert reaches: whoever else is there must know",
    "handlers/router/crowd.py _say_so": "strangers, who are of no territory",
}
# Where the list of coordinators is read otherwise -> why.
READ_BY = {
    "handlers/broadcasts.py": "how many they are, to know whether one may approve alone",
    "handlers/calls/alerts.py": "someone in danger: those of their territory first, then everybody",
    "handlers/calls/crowd.py": "strangers in danger, who are of no territory",
    "handlers/people/revoking.py": "the last one is not taken away",
    "handlers/sending.py": "the three ways to tell them",
    "handlers/todo/weekly.py": "each is told what waits for them, read with their own rights",
}
LISTS = {"coordinators", "coordinators_and_scopes"}
ADVICE = (
    "tell those who answer for it: `sending.tell_concerned(acting, MEETING, meeting, words)`, or for a territory: "
    "`sending.tell_those_of(acting, territory, words)`. What truly concerns all of them, and names nothing of one "
    "territory, has a line with its reason in TOLD_TO_ALL (tests/conventions/test_telling.py)"
)


def told_to_all(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """(function, line) of each call that tells every coordinator; the innermost function that has a name."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            inner = {id(n) for f in ast.walk(function) if f is not function and _is_function(f) for n in ast.walk(f)}
            for node in ast.walk(function):
                named = isinstance(node, ast.Name | ast.Attribute) and ast.unparse(node).endswith(EVERY)
                if named and id(node) not in inner:
                    yield function.name, getattr(node, "lineno", 0)


EVERY = "tell_every_coordinator"


def _is_function(node: ast.AST) -> bool:
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)


def reads_the_list(tree: ast.Module) -> bool:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "db.people":
            if LISTS & {one.name for one in node.names}:
                return True
        elif isinstance(node, ast.Attribute) and ast.unparse(node).endswith(tuple(f"people.{one}" for one in LISTS)):
            return True
    return False


def test_what_is_told_to_every_coordinator_says_why() -> None:
    found = {
        f"{name_of(path)} {function}": line
        for path in python_files("bot", "handlers")
        for function, line in told_to_all(tree_of(path))
    }
    unsaid = [f"{place} (line {line})" for place, line in found.items() if place not in TOLD_TO_ALL]
    assert not unsaid, "\n  ".join([ADVICE, *unsaid])
    assert not TOLD_TO_ALL.keys() - found.keys(), "they tell everybody nothing any more: take them out of TOLD_TO_ALL"


def test_the_list_of_coordinators_is_read_where_it_is_said_why() -> None:
    found = {name_of(path) for path in python_files(*FLOORS) if reads_the_list(tree_of(path))}
    found = {name for name in found if not name.startswith(("bot/demo/", "db/"))}
    assert not found - READ_BY.keys(), "\n  ".join([ADVICE, *sorted(found - READ_BY.keys())])
    assert not READ_BY.keys() - found, "they read it no more: take them out of READ_BY"


OFFENDER = """
from db.people import coordinators

async def words_wanted(acting):
    for meeting in await meetings_of_tomorrow(acting):
        await sending.tell_every_coordinator(acting, text("meetings-tomorrow", number=meeting.id))
"""


def test_a_due_function_that_tells_everybody_of_one_meeting_is_seen() -> None:
    tree = ast.parse(OFFENDER)
    assert list(told_to_all(tree)) == [("words_wanted", 6)]
    assert reads_the_list(tree)
