"""Every entry of the journal has its words, in each complete language."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from enum import StrEnum

import pytest

from db.comments.tables import Decision
from db.meetings.tables import Answer, Outcome, WorkStep
from handlers.journal.words import message_of
from tests.support.env import catalogue
from tests.support.sources import name_of, nodes_of, python_files

WRITERS = {"write_entry", "_noted", "_note", "note", "noted"}
ACT = re.compile(r"[a-z]+\.[a-z_]+")
# What the journal knows of each entry, beside its details.
KNOWN = {"number"}
NOT_DETAILS = {"now", "actor", "subject", "thing", "thing_id", "channel"}


def entries() -> Iterator[tuple[str, str, set[str] | None]]:
    """(where, act, details) of each entry written in the code; None when the details are not all written there."""
    for path in python_files("bot", "handlers"):
        for node in nodes_of(path):
            if isinstance(node, ast.Call) and called(node) in WRITERS:
                given = {keyword.arg for keyword in node.keywords}
                whole = called(node) == "write_entry" and None not in given
                for act in acts_in(node.args):
                    details = {name for name in given if name} - NOT_DETAILS if whole else None
                    yield f"{name_of(path)}:{node.lineno}", act, details
            elif isinstance(node, ast.keyword) and node.arg == "entry":
                for act in acts_in([node.value]):
                    yield name_of(path), act, None
            elif isinstance(node, ast.Assign) and [t.id for t in node.targets if isinstance(t, ast.Name)] == ["act"]:
                for act in acts_in([node.value]):
                    yield f"{name_of(path)}:{node.lineno}", act, None


def called(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def acts_in(nodes: list[ast.expr]) -> Iterator[str]:
    for outer in nodes:
        for node in ast.walk(outer):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and ACT.fullmatch(node.value):
                yield node.value


def test_the_entries_of_the_code_are_found() -> None:
    assert {"people.joined", "comments.withdrawn", "journal.exported"} <= {act for _, act, _ in entries()}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_entry_of_the_journal_has_its_words(language: str) -> None:
    lacking = {f"{where}: no {message_of(act)}" for where, act, _ in entries() if not has(act, language)}
    assert not lacking, f"write it in messages/{language}, in the topic's own file:\n  " + "\n  ".join(sorted(lacking))


def has(act: str, language: str) -> bool:
    return catalogue().has(message_of(act), language)


# Details that are codes: each of their values has its words, or a reader would see the code.
CODES: dict[str, type[StrEnum]] = {"outcome": Outcome, "step": WorkStep, "decision": Decision, "answer": Answer}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_code_that_an_entry_shows_has_its_words(language: str) -> None:
    wanted = [f"journal-value-{name}-{value}" for name, codes in CODES.items() for value in codes]
    assert not [id for id in wanted if not catalogue().has(id, language)]


def test_the_words_ask_only_for_what_the_entry_keeps() -> None:
    lacking = [
        f"{where}: {message_of(act)} wants {sorted(missing)}"
        for where, act, details in entries()
        if details is not None and has(act, "fr")
        if (missing := catalogue().variables(message_of(act)) - details - KNOWN)
    ]
    assert not lacking, "\n  ".join(["give it to write_entry, or change the words:", *lacking])
