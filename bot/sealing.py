"""The journal is sealed, and its last seal noted outside the database."""

from __future__ import annotations

import asyncio
import datetime as dt

import structlog

from bot.seals import FIRST, SEAL, Seals, since_the_beginning
from db.journal.chain import ChainCheck, Seal, is_young, last_seal, oldest_waiting, seal_entries, verify
from db.session import AsyncSession, Database

log = structlog.get_logger(__name__)


async def note_last(database: Database, seals: Seals, now: dt.datetime) -> bool:
    """Note the last seal, when it is not noted yet. Raises OSError, SealsBroken.

    It was committed before: what the file knows is in the journal. A file is begun beside a young journal alone, else
    whoever removes the file would have it made again.
    """
    if seals.begun:
        return await note(database, seals, SEAL, now)
    async with database.read() as session:
        young = await is_young(session)
    return young and await note(database, seals, FIRST, now)


async def note(database: Database, seals: Seals, kind: str, now: dt.datetime) -> bool:
    """The hour that is noted is that of the oldest entry which waits, when one does: what is sealed later is not older.

    Raises OSError, SealsBroken.
    """
    async with database.read() as session:
        last, oldest = await last_seal(session), await oldest_waiting(session)
    return await asyncio.to_thread(seals.note, kind, last, min(now, oldest or now))


async def seal_now(database: Database, seals: Seals, now: dt.datetime) -> None:
    """What a command did is sealed when it ends, whether the program that keeps the hour runs or not.

    A file that cannot be written, a database that is busy take nothing back: the next tick does it.
    """
    try:
        await note_last(database, seals, now)
        async with database.write() as session:
            await seal_entries(session)
        await note_last(database, seals, now)
    except Exception as error:  # each driver has its own classes; what the command did is committed
        log.error("the journal's seal could not be noted", error=type(error).__name__)


async def verify_with(session: AsyncSession, seals: Seals, *noted: Seal) -> ChainCheck:
    """Walk the journal beside what was noted in the file, and elsewhere. Raises SealsBroken, OSError."""
    lines = since_the_beginning(await asyncio.to_thread(seals.read))
    since = lines[0].seal if lines and lines[0].kind == "again" else None
    return await verify(session, *(line.seal for line in lines), *noted, since=since)
