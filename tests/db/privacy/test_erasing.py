"""A person lives in every table, then is erased: nothing of theirs is left anywhere, and everybody else is whole."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from db.claims.payees import name_of
from db.claims.tables import Claim
from db.contacts import Consent, Contact
from db.exports.claims import rows
from db.exports.frame import Span
from db.organisations import Organisation
from db.people import Person
from db.privacy.columns import columns
from db.privacy.erasing import Erased, erase_person, hash_of_pseudonym
from db.privacy.messages import copies_erased
from db.privacy.tables import Erasure, ProviderCopy
from db.session import AsyncSession, Database
from db.tables import metadata
from tests.db.privacy.everything import NOW, live_everything

LEFT = {(c.table, c.name) for c in columns() if c.erased in ("stays", "-")}


@pytest.fixture
async def database(database_url: str) -> Any:
    database = Database(database_url)
    async with database.write() as session:
        session.add(Organisation(id=1, name="Alliance", preferences={}))
        await session.flush()
        await live_everything(session, "ROSE", 101)
        await live_everything(session, "LUCE", 177)
    yield database
    await database.close()


async def erase(database: Database, id: int = 101) -> Erased:
    async with database.write() as session:
        return await erase_person(session, await session.get_one(Person, id), NOW, NOW.date())


async def marks(session: AsyncSession, mark: str) -> dict[tuple[str, str], int]:
    """(table, column) -> in how many rows this mark, or this person's number or address, can be read."""
    found: dict[tuple[str, str], int] = {}
    for table in metadata.sorted_tables:
        for row in (await session.execute(select(table))).mappings():
            for name, value in row.items():
                if any(one in _written(value) for one in _known_as(mark)):
                    found[table.name, name] = found.get((table.name, name), 0) + 1
    return found


def _written(value: object) -> str:
    return json.dumps(value, default=str, ensure_ascii=False)


def _known_as(mark: str) -> Iterator[str]:
    yield mark
    yield {"ROSE": "+18195550101", "LUCE": "+18195550177"}[mark]


async def test_nothing_is_left_but_what_is_said_to_stay(database: Database) -> None:
    async with database.read() as session:
        before = await marks(session, "ROSE")
    assert len(before) > 60, "there is something to erase"
    await erase(database)
    async with database.write() as session:
        await copies_erased(session, list(await session.scalars(select(ProviderCopy.id))))
        after = await marks(session, "ROSE")
    assert not {place: n for place, n in after.items() if place not in LEFT}


async def test_everybody_else_is_as_they_were(database: Database) -> None:
    async with database.read() as session:
        before = await marks(session, "LUCE")
    await erase(database)
    async with database.read() as session:
        assert await marks(session, "LUCE") == before


async def test_no_row_refers_to_the_person_any_more(database: Database) -> None:
    await erase(database)
    async with database.read() as session:
        for table in metadata.sorted_tables:
            for column in table.columns:
                if any(key.column.table.name == "people" for key in column.foreign_keys):
                    left = await session.scalar(select(column).where(column == 101).limit(1))
                    assert left is None, f"{table.name}.{column.name}"


async def test_the_stop_stays_and_the_accounts_keep_the_payee(database: Database) -> None:
    done = await erase(database)
    async with database.read() as session:
        contact = await session.scalar(select(Contact).where(Contact.address == "+18195550101"))
        assert contact is not None
        assert (contact.consent, contact.person_id, contact.language) == (Consent.WITHDRAWN, None, "")
        claim = (
            await session.execute(select(metadata.tables["claims"]).where(metadata.tables["claims"].c.payee != ""))
        ).one()
        assert (claim.payee, claim.total_cents, claim.note) == ("ROSE Tremblay", 101, "")
        assert NOW.date() in set(await session.scalars(select(Erasure.erased_on)))
        whole = await session.get_one(Claim, claim.id)
        assert await name_of(session, whole) == "ROSE Tremblay"
        exported = [row async for row in rows(session, Span(ZoneInfo("America/Montreal")))]
        assert "ROSE Tremblay" in {row[1] for row in exported}
    assert (done.claims_kept, done.comments, done.messages) == (1, 1, 2)


async def test_what_providers_hold_is_listed_for_them_to_erase(database: Database) -> None:
    await erase(database)
    async with database.read() as session:
        listed = set(await session.scalars(select(ProviderCopy.provider_id)))
    assert {"ROSE-incoming-provider_id", "ROSE-deliveries-provider_id"} <= listed
    assert not {one for one in listed if one.startswith("LUCE") and "provider_copies" not in one}


async def test_the_list_of_erasures_tells_nothing_without_the_backup_that_it_is_for(database: Database) -> None:
    async with database.read() as session:
        pseudonym = (await session.get_one(Person, 101)).pseudonym
    await erase(database)
    async with database.read() as session:
        digests = list(await session.scalars(select(Erasure.digest)))
    assert hash_of_pseudonym(pseudonym) in digests
    assert pseudonym not in "".join(digests).replace("ROSE-erasures-digest", "")


def bytes_of(path: Path) -> bytes:
    return path.read_bytes()


async def test_the_bytes_of_the_file_are_overwritten(sqlite_url: str) -> None:
    path = Path(sqlite_url.partition(":///")[2])
    database = Database(sqlite_url)
    async with database.write() as session:
        session.add(Organisation(id=1, name="Alliance", preferences={}))
        await session.flush()
        await live_everything(session, "ROSE", 101)
    await database.close()
    assert b"ROSE-incoming-text" in bytes_of(path)
    database = Database(sqlite_url)
    await erase(database)
    await database.close()  # the log is folded in
    left = bytes_of(path)
    for words in (
        b"ROSE-incoming-text",
        b"ROSE-deliveries-body",
        b"ROSE-people-postal_address",
        b"ROSE-comments-words",
    ):
        assert words not in left, words
