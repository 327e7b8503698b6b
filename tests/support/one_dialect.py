"""One dialect for all the engines of a process of tests: what SQLAlchemy compiled for one database serves the next.

Thousands of tests open a database of their own. Each would compile the same statements anew, a sixth of a story's time;
the program, which opens one, compiles each once too.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Engine
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.postgresql.asyncpg import PGDialect_asyncpg
from sqlalchemy.dialects.sqlite.aiosqlite import SQLiteDialect_aiosqlite
from sqlalchemy.util import LRUCache

STATEMENTS = 4000
COMPILED: LRUCache[Any, Any] = LRUCache(STATEMENTS)  # by dialect and statement


class _Shared:
    _only: Any = None

    def __new__(cls, **_options: Any) -> Any:
        if cls._only is None:
            cls._only = super().__new__(cls)
        return cls._only

    def __init__(self, **options: Any) -> None:
        if not vars(self):
            super().__init__(**options)

    @classmethod
    def engine_created(cls, engine: Engine) -> None:
        engine.update_execution_options(compiled_cache=COMPILED)


class OneSqlite(_Shared, SQLiteDialect_aiosqlite):
    supports_statement_cache = True


class OnePostgres(_Shared, PGDialect_asyncpg):
    supports_statement_cache = True


def share() -> None:
    """Before the first engine is made."""
    registry.register("sqlite.aiosqlite", __name__, OneSqlite.__name__)
    registry.register("postgresql.asyncpg", __name__, OnePostgres.__name__)
