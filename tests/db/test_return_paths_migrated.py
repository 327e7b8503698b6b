"""The ways back to those who wrote without their name, sealed by the step and unsealed on the way back."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy import text as sql

from db.conversations import IncomingMessage
from db.deliveries import ReturnPath, opened_path
from db.path_key import PASSING, PathKey
from db.schema import downgrade, upgrade
from db.session import Database
from tests.support.filled import fill

BEFORE = "0016"
OTHER = PathKey(b"o" * 32)


async def one_row(url: str, statement: str) -> tuple[object, ...]:
    database = Database(url)
    async with database.read() as session:
        rows = (await session.execute(sql(statement))).all()
    await database.close()
    assert len(rows) == 1
    return tuple(rows[0])


async def test_what_led_to_an_author_is_sealed_and_comes_back_as_it_was(database_url: str) -> None:
    database = Database(database_url)
    await fill(database)
    await database.close()
    await downgrade(database_url, BEFORE)
    assert await one_row(database_url, "SELECT comment_id, contact_id, language FROM return_paths") == (2, 3, "fr")
    await upgrade(database_url)
    database = Database(database_url)
    async with database.read() as session:
        path = (await session.scalars(select(ReturnPath))).one()
        address = opened_path(session, path.comment_id, path.sealed)
        assert address is not None
        assert (address.contact_id, address.language, address.code) == (3, "fr", "")
        handled = await session.scalars(select(IncomingMessage.payload).where(IncomingMessage.state == "handled"))
        assert set(handled) <= {None}
    await database.close()


async def test_on_the_way_back_what_this_key_does_not_open_leads_nowhere(database_url: str) -> None:
    database = Database(database_url)
    await fill(database)
    await database.close()
    await downgrade(database_url, BEFORE, key=OTHER)
    assert await one_row(database_url, "SELECT count(*) FROM return_paths") == (0,)
    await upgrade(database_url, key=PASSING)
