"""A burst into a `deliveries` that stood idle: PostgreSQL, vacuumed while nothing waited, believes that nothing does.

python -m benchmarks.outbox_idle --n 10000 --pairs 3
"""

from __future__ import annotations

import argparse
import asyncio
from functools import partial

from sqlalchemy import text

from benchmarks.harness import (
    drained,
    history,
    machine,
    medians,
    opened,
    people,
    postgres_url,
    provider,
    queue,
    run,
    table,
)
from db.session import Database

REACH = 0.85  # of what the same burst takes once its table was analysed


async def plainly(db: Database, *statements: str) -> None:
    """Outside any transaction, as VACUUM wants it."""
    async with db.engine.connect() as connection:
        connection = await connection.execution_options(isolation_level="AUTOCOMMIT")
        for statement in statements:
            await connection.execute(text(statement))


async def lay(url: str, count: int) -> None:
    """Years of history, and the traces of an earlier burst in the indexes; nothing comes by to vacuum by itself."""
    async with opened(url) as db:
        await people(db, "telegram", count)
        await history(db, "telegram", 2 * count, count)
        await plainly(db, "ANALYZE people", "ANALYZE contacts", "ALTER TABLE deliveries SET (autovacuum_enabled = off)")


async def burst(url: str, base_url: str, count: int, analysed: bool) -> float:
    """Seconds that a burst takes after an idle time."""
    async with opened(url) as db:
        await queue(db, "telegram", count)
        await plainly(db, "UPDATE deliveries SET status = 'cancelled' WHERE status = 'queued'")
        await plainly(db, "VACUUM ANALYZE deliveries")
        await queue(db, "telegram", count)
        if analysed:
            await plainly(db, "ANALYZE deliveries")
        return await drained(db, base_url, "telegram")


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--n", type=int, default=10_000)
    options.add_argument("--pairs", type=int, default=3)
    given = options.parse_args()
    with provider() as server, postgres_url() as url:
        asyncio.run(lay(url, given.n))
        idle, known = medians(
            given.pairs, *(partial(_timed, url, server.url, given.n, analysed) for analysed in (False, True))
        )
    row = [given.n / idle, given.n / known, known / idle, REACH]
    head = ["after an idle time/s", "once analysed/s", "ratio", "reach"]
    table(f"A burst of {given.n} on PostgreSQL ({machine()})", [row], head)


def _timed(url: str, base_url: str, count: int, analysed: bool) -> float:
    return run(burst(url, base_url, count, analysed))


if __name__ == "__main__":
    main()
