"""Databases for the tests: SQLite files and databases of one real PostgreSQL, each fresh and with the schema of today.

`sqlite_url`, `postgres_url` and `database_url` (both in turn) hold every table and no row; `empty_*` hold nothing.
"""

from __future__ import annotations

import asyncio
import gc
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from bot.collector import calm_collector
from tests.support import one_dialect
from tests.support.postgres import OwnPostgresServer, PostgresServer, any_postgres, own_postgres, temporary_database
from tests.support.schema import lay_schema

# The same examples at each run: what fails here failed for whoever changed it. `make test-long` draws others.
settings.register_profile("same", derandomize=True)
settings.load_profile("same")

one_dialect.share()
gc.disable()  # until all is collected: until then nothing goes

# They wait for a real clock, or play a long time: begun first, nobody waits for them at the end.
LONG = (
    "tests/outside/test_hours.py",
    "tests/outside/test_digest.py",
    "tests/stories/test_anything.py",
    "tests/outside/",
    "tests/test_",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest files first; the others as they come."""

    def rank(item: pytest.Item) -> int:
        return next((place for place, start in enumerate(LONG) if item.nodeid.startswith(start)), len(LONG))

    items.sort(key=rank)


def pytest_collection_finish() -> None:
    """What was collected stays to the end: thousands of tests are not looked through for garbage again and again."""
    gc.enable()
    calm_collector()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """The PostgreSQL shared by all tests."""
    with any_postgres() as server:
        yield server


@pytest.fixture
def restartable_postgres() -> Iterator[OwnPostgresServer]:
    """A PostgreSQL for this test alone: `kill()`, `stop()`, `start()`, `restart()`. Costs about a second."""
    with own_postgres() as server:
        yield server


@pytest.fixture(scope="session")
def _postgres_template(postgres_server: PostgresServer) -> Iterator[str]:
    with temporary_database(postgres_server) as name:
        asyncio.run(lay_schema(postgres_server.url(name)))
        yield name


@pytest.fixture
def postgres_url(postgres_server: PostgresServer, _postgres_template: str) -> Iterator[str]:
    """`postgresql+asyncpg://...`: every table, no row."""
    with temporary_database(postgres_server, _postgres_template) as name:
        yield postgres_server.url(name)


@pytest.fixture
def empty_postgres_url(postgres_server: PostgresServer) -> Iterator[str]:
    """`postgresql+asyncpg://...`: a database without any table."""
    with temporary_database(postgres_server) as name:
        yield postgres_server.url(name)


@pytest.fixture(scope="session")
def _sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "template.sqlite3"
    asyncio.run(lay_schema(f"sqlite+aiosqlite:///{path}"))
    return path


@pytest.fixture
def sqlite_url(tmp_path: Path, _sqlite_template: Path) -> str:
    """`sqlite+aiosqlite:///...`: a file with every table and no row."""
    path = tmp_path / "portevoix.sqlite3"
    shutil.copyfile(_sqlite_template, path)
    return f"sqlite+aiosqlite:///{path}"


@pytest.fixture
def empty_sqlite_url(tmp_path: Path) -> str:
    """`sqlite+aiosqlite:///...`: a file that does not exist yet."""
    return f"sqlite+aiosqlite:///{tmp_path / 'portevoix.sqlite3'}"


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """Runs the test twice: on SQLite and on PostgreSQL, with every table and no row."""
    fixture = {"sqlite": "sqlite_url", "postgresql": "postgres_url"}[request.param]
    url: str = request.getfixturevalue(fixture)
    return url


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_database_url(request: pytest.FixtureRequest) -> str:
    """Runs the test twice: on SQLite and on PostgreSQL, without any table."""
    fixture = {"sqlite": "empty_sqlite_url", "postgresql": "empty_postgres_url"}[request.param]
    url: str = request.getfixturevalue(fixture)
    return url
