"""Names and labels hold nothing that cannot be seen, whichever way they are written."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert, select, text

from db.labels import UNSEEN, by_name, comparable, label, sorting_key
from db.organisations import Organisation
from db.people import Person
from db.session import Database

NOW = dt.datetime(2026, 11, 20, tzinfo=dt.UTC)
HOSTILE = "Ro\x1b[31mse\u202e\x07  Trem\u200bblay\u2069\n"


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        (HOSTILE, "Ro[31mse Tremblay"),
        ("Sante\u0301\u200b", "Santé"),
        ("  Rose   Roy ", "Rose Roy"),
        ("Rose\u00a0Roy\u202f!", "Rose Roy !"),
        ("Zoé", "Zoé"),
        ("\ud800", ""),
        ("", ""),
    ],
)
def test_a_label_is_kept_without_what_cannot_be_seen(written: str, kept: str) -> None:
    assert label(written) == kept


@given(st.text(max_size=40))
def test_a_label_is_clean_and_cleaning_it_again_changes_nothing(words: str) -> None:
    import unicodedata

    clean = label(words)
    assert label(clean) == clean
    assert not [c for c in clean if unicodedata.category(c) in UNSEEN]


def test_an_attribute_is_clean_as_soon_as_it_is_set() -> None:
    person = Person(organisation_id=1, name=HOSTILE, created_at=NOW)
    assert person.name == "Ro[31mse Tremblay"
    person.territory = "Gran\x07de-Anse"
    assert person.territory == "Grande-Anse"


async def test_rows_written_by_the_thousand_are_clean_too(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    async with database.write() as session:
        session.add(Organisation(name="Alliance\x1b"))
        await session.flush()
        row = {"organisation_id": 1, "name": HOSTILE, "created_at": NOW, "territory": "\u202eAmos"}
        await session.execute(insert(Person), [row])
        kept = (await session.execute(text("select name, territory from people"))).one()
        assert tuple(kept) == ("Ro[31mse Tremblay", "Amos")
        assert await session.scalar(select(Organisation.name)) == "Alliance"
    await database.close()


@pytest.mark.parametrize(
    "written",
    ["Santé", "sante", "SANTE\u0301", " Sant\u200bé ", "ＳＡＮＴＥ", "Santé\u202e", "(Santé)"],
)
def test_two_ways_of_writing_a_name_are_the_same(written: str) -> None:
    assert comparable(written) == "sante"


def test_signs_separate_and_letters_count() -> None:
    assert comparable("Val-d'Or") == comparable("val d or") == "val d or"
    assert comparable("GrandeAnse") != comparable("Grande-Anse")
    assert comparable("Cœur") == comparable("coeur")


async def test_names_are_sorted_as_the_alphabet_has_them(database_url: str) -> None:
    database = Database(database_url)
    wanted = ["adèle", "Benoît", "Çelik", "Denis", "Élise", "Ève", "fatou", "Noël", "Ödön", "Zoé"]
    async with database.write() as session:
        session.add(Organisation(id=1, name="Alliance"))
        await session.flush()
        rows = [{"organisation_id": 1, "name": name, "created_at": NOW} for name in sorted(wanted, reverse=True)]
        await session.execute(insert(Person), rows)
        found = list(await session.scalars(select(Person.name).order_by(by_name(Person.name))))
    await database.close()
    assert found == wanted == sorted(wanted, key=sorting_key)
