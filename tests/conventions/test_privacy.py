"""The page of privacy is the one of the program: a new column, a new kind, a new purpose must be described there."""

from __future__ import annotations

from db.privacy.columns import PURPOSES, columns
from scripts import write_privacy


def test_the_tables_of_the_page_are_those_of_the_program() -> None:
    assert write_privacy.TO.read_text(encoding="utf-8") == write_privacy.page(), "make privacy"


def test_every_purpose_has_its_words() -> None:
    assert set(write_privacy.PURPOSES) == set(PURPOSES)


def test_everything_that_says_something_of_someone_is_on_the_page() -> None:
    page = write_privacy.TO.read_text(encoding="utf-8")
    told = [column for column in columns() if column.level != "none"]
    assert told
    assert not [f"{c.table}.{c.name}" for c in told if f"| `{c.table}` |" not in page or f"`{c.name}`" not in page]
