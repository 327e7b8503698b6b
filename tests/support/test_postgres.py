"""The databases that tests receive are real, fresh, apart from each other, and survive what a server survives."""

from __future__ import annotations

import asyncpg
import pytest
from sqlalchemy import inspect, text

from db.session import Database
from db.tables import metadata
from tests.support.postgres import OwnPostgresServer, PostgresServer, temporary_database


def plain(url: str) -> str:
    return url.replace("+asyncpg", "")


async def test_a_server_that_really_is_postgresql_answers(empty_postgres_url: str) -> None:
    connection = await asyncpg.connect(plain(empty_postgres_url))
    assert (await connection.fetchval("SELECT version()")).startswith("PostgreSQL")
    await connection.close()


async def test_each_test_receives_every_table(database_url: str) -> None:
    database = Database(database_url)
    async with database.engine.connect() as connection:
        present = await connection.run_sync(lambda sync: inspect(sync).get_table_names())
    await database.close()
    assert set(metadata.tables) <= set(present)


async def test_an_empty_database_has_no_table(empty_database_url: str) -> None:
    database = Database(empty_database_url)
    async with database.engine.connect() as connection:
        assert await connection.run_sync(lambda sync: inspect(sync).get_table_names()) == []
    await database.close()


async def test_what_one_database_keeps_another_does_not_see(postgres_server: PostgresServer) -> None:
    with temporary_database(postgres_server) as first, temporary_database(postgres_server) as second:
        one = await asyncpg.connect(plain(postgres_server.url(first)))
        await one.execute("CREATE TABLE seen (id int)")
        other = await asyncpg.connect(plain(postgres_server.url(second)))
        assert await other.fetchval("SELECT to_regclass('seen')") is None
        await other.close()
        await one.close()


async def test_a_database_disappears_even_while_someone_is_connected(postgres_server: PostgresServer) -> None:
    with temporary_database(postgres_server) as name:
        connection = await asyncpg.connect(plain(postgres_server.url(name)))
    with pytest.raises((asyncpg.PostgresError, asyncpg.InterfaceError, ConnectionError)):
        await connection.fetchval("SELECT 1")
    connection.terminate()


@pytest.mark.parametrize("ending", ["restart", "kill"])
async def test_what_was_committed_survives_the_death_of_the_server(
    restartable_postgres: OwnPostgresServer, ending: str
) -> None:
    name = restartable_postgres.create_database()
    database = Database(restartable_postgres.url(name))
    async with database.engine.begin() as connection:
        await connection.execute(text("CREATE TABLE kept (id int)"))
        await connection.execute(text("INSERT INTO kept VALUES (1)"))
    if ending == "kill":
        restartable_postgres.kill()
        restartable_postgres.start()
    else:
        restartable_postgres.restart()
    async with database.engine.connect() as connection:
        assert (await connection.execute(text("SELECT count(*) FROM kept"))).scalar_one() == 1
    await database.close()
