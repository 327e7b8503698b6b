"""A kind of message that people may stop alone has the word that stops it, and its name in what they are told."""

from __future__ import annotations

import ast
from typing import get_args

import pytest

from db import message_kinds
from db.message_kinds import KINDS, STOPPED_ALONE, MessageKind
from messages.keywords import Keyword, StopKind, data, understand
from messages.languages import DESK
from tests.support.env import catalogue
from tests.support.sources import FLOORS, name_of, nodes_of, python_files


def test_the_words_know_the_kinds_that_the_memory_stops_alone() -> None:
    assert set(get_args(StopKind)) == set(STOPPED_ALONE), "messages/keywords/words.py: StopKind"


@pytest.mark.parametrize("kind", STOPPED_ALONE)
def test_arret_and_its_word_stop_that_kind_and_nothing_else(kind: str) -> None:
    words = [word for _row, (of, content) in data.rows("stop_kinds.tsv") if of == kind for word in content.split()]
    assert words, f"messages/data/stop_kinds.tsv: a line {kind}, or ARRET and its word would stop everything"
    for word in words:
        found = understand(f"ARRET {word}")
        assert (found.keyword, found.stop_kind) == (Keyword.ARRET, kind), word


@pytest.mark.parametrize("code", DESK)
@pytest.mark.parametrize("kind", STOPPED_ALONE)
def test_what_stops_alone_is_named_to_whoever_stops_it(kind: str, code: str) -> None:
    lacking = [id for id in (f"people-kind-{kind}", f"journal-value-kind-{kind}") if not catalogue().has(id, code)]
    assert not lacking, f"messages/{code}/people.ftl and journal.ftl: write {lacking}"


@pytest.mark.parametrize("code", DESK)
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_message_has_its_name_in_the_journal(kind: str, code: str) -> None:
    assert catalogue().has(f"journal-value-kind-{kind}", code), (
        f"messages/{code}/journal.ftl: journal-value-kind-{kind}"
    )


def test_a_kind_is_listed_under_its_own_name() -> None:
    assert all(name == kind.name for name, kind in KINDS.items())
    assert len(set(STOPPED_ALONE)) == len(STOPPED_ALONE)


def test_every_kind_of_message_is_in_the_list_and_made_in_its_room() -> None:
    """A kind that the list lacks leaves without its rules: written to whoever paused, stopped by no word."""
    made = {kind.name for kind in vars(message_kinds).values() if isinstance(kind, MessageKind) and kind.name}
    assert made == set(KINDS), "db/message_kinds.py: KINDS lists each kind"
    elsewhere = [
        f"{name_of(path)}:{node.lineno}"
        for path in python_files(*FLOORS)
        if name_of(path) != "db/message_kinds.py"
        for node in nodes_of(path)
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] == "MessageKind"
    ]
    assert not elsewhere, f"db/message_kinds.py makes the kinds: {elsewhere}"
