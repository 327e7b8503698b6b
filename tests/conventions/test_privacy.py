"""The page of privacy is the one of the program: a new column, a new kind, a new purpose must be described there."""

from __future__ import annotations

from enum import StrEnum

import pytest

from db.base import EnumText
from db.people import Person
from db.privacy.columns import PURPOSES, columns, columns_of
from messages.languages import DESK
from scripts import write_privacy
from tests.support.env import catalogue


def test_the_tables_of_the_page_are_those_of_the_program() -> None:
    assert write_privacy.TO.read_text(encoding="utf-8") == write_privacy.page(), "make privacy"


def test_every_purpose_has_its_words() -> None:
    assert set(write_privacy.PURPOSES) == set(PURPOSES)


def test_everything_that_says_something_of_someone_is_on_the_page() -> None:
    page = write_privacy.TO.read_text(encoding="utf-8")
    told = [column for column in columns() if column.level != "none"]
    assert told
    assert not [f"{c.table}.{c.name}" for c in told if f"| `{c.table}` |" not in page or f"`{c.name}`" not in page]


@pytest.mark.parametrize("code", DESK)
def test_the_letter_of_a_file_has_words_for_each_column_of_people_that_is_shown(code: str) -> None:
    """`yes` in columns.tsv is a promise: handlers/privacy/file.py says each of them, by its own name."""
    shown = [column.name for column in columns_of("people") if column.file == "yes"]
    wanted = {f"privacy-letter-{name.replace('_', '-')}": {"value"} for name in shown}
    for name in shown:
        kind = Person.__table__.columns[name].type
        states = kind.enum if isinstance(kind, EnumText) and issubclass(kind.enum, StrEnum) else ()
        wanted |= {f"privacy-letter-{name}-{state.value}": set() for state in states}
    lacking = [id for id in wanted if not catalogue().has(id, code)]
    assert not lacking, f"messages/{code}/privacy_desk.ftl: write {', '.join(lacking)}"
    assert {id: catalogue().variables(id, code) for id in wanted} == wanted
