"""What the web door took, written down before it answers, until the database has it. Only beside a SQLite database.

SQLite knows one writer at a time: in its own file, a raw message waits for nobody, whether another message is being
handled or the database is locked. Its rows are taken into the database within milliseconds, then overwritten here.
Taking a row in twice changes nothing: the provider's id is the key there.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy.engine import make_url

from db.private import made_private

BUSY_SECONDS = 5.0
TABLE = (
    "CREATE TABLE IF NOT EXISTS waiting (id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, row TEXT NOT NULL)"
)


@dataclass(frozen=True, slots=True)
class SpoolLine:
    """A row on its way: `kind` says of which table ("incoming" or "receipt"), `row` its columns, times in ISO form."""

    kind: str
    row: dict[str, Any]
    id: int = 0


class Spool:
    """One connection to the file, for the thread that made it."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._connection = sqlite3.connect(made_private(path), timeout=BUSY_SECONDS, isolation_level=None)
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON"):
            self._connection.execute(f"PRAGMA {pragma}")
        self._connection.execute(TABLE)

    def keep(self, lines: Sequence[SpoolLine], taken: int = 0) -> None:
        """Write these lines, and forget those up to the id `taken`, in one commit."""
        rows = [(line.kind, json.dumps(line.row, ensure_ascii=False, separators=(",", ":"))) for line in lines]
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            self._connection.executemany("INSERT INTO waiting (kind, row) VALUES (?, ?)", rows)
            if taken:
                self._connection.execute("DELETE FROM waiting WHERE id <= ?", (taken,))
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise

    def waiting(self, after: int = 0, limit: int = 500) -> list[SpoolLine]:
        """The oldest lines with an id above `after`."""
        query = "SELECT kind, row, id FROM waiting WHERE id > ? ORDER BY id LIMIT ?"
        return [
            SpoolLine(kind, json.loads(row), id) for kind, row, id in self._connection.execute(query, (after, limit))
        ]

    def tidy(self) -> None:
        """Nothing waits: leave nothing of people's words in the file's own log either."""
        if not self.waiting(limit=1):
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        self._connection.close()


def spool_path(url: str) -> Path | None:
    """`portevoix.sqlite3-spool`, beside the database; None on PostgreSQL, whose writers do not wait for one another."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite" or not parsed.database:
        return None
    path = Path(parsed.database)
    return path.with_name(f"{path.name}-spool")
