"""Every column of every table is described: what it is to the law, why it is kept, how long, how it is erased."""

from __future__ import annotations

from collections import Counter

import pytest

from db.privacy.columns import CLASSES, ERASED, FOR_EVER, IN_FILE, PURPOSES, Column, columns
from db.privacy.retention import TABLE
from db.privacy.rules import DAYS
from db.tables import metadata

EXIST = {(table.name, column.name) for table in metadata.sorted_tables for column in table.columns}
BY_COLUMN = [pytest.param(column, id=f"{column.table}.{column.name}") for column in columns()]


def test_every_column_of_every_table_has_its_line() -> None:
    listed = Counter((column.table, column.name) for column in columns())
    lacking = sorted(".".join(one) for one in EXIST - set(listed))
    assert not lacking, f"describe them in db/privacy/columns.tsv, as its first lines say: {lacking}"
    assert not set(listed) - EXIST, "these columns are no more"
    assert not [one for one, times in listed.items() if times > 1]


@pytest.mark.parametrize("column", BY_COLUMN)
def test_a_line_says_known_words_only(column: Column) -> None:
    assert column.level in CLASSES
    assert column.purpose in PURPOSES
    assert column.kept in DAYS or column.kept in FOR_EVER
    assert column.erased in ERASED
    assert column.file in IN_FILE


@pytest.mark.parametrize("column", [one for one in BY_COLUMN if one.values[0].level != "none"])
def test_what_is_personal_is_erased_or_its_line_says_that_it_stays(column: Column) -> None:
    assert column.erased != "-", "what says something of someone goes with them, or stays for a reason"


def test_every_kind_of_the_setting_has_its_questions_and_the_other_way_round() -> None:
    assert [kept.name for kept in TABLE] == list(DAYS)
