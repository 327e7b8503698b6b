"""What proves and what saves: the journal's seals outside the database, the backups, the key that opens them."""

from __future__ import annotations

import asyncio
import datetime as dt

from bot.backup.locked import identity_file, recipients_of
from bot.doctor.finding import Finding, bad, good
from bot.path_key import database_file, existing_key
from bot.seals import SealsBroken, seals_of
from bot.settings import Settings, SettingsError
from db.journal.chain import Seal, last_seal
from db.journal.questions import first_moment, last_done
from db.schema import SchemaBehind, check_schema
from db.session import Database

BACKUP_DAYS, DRILL_DAYS = 7, 365
MADE, DRILLED = "journal.backed_up", "journal.drilled"


async def proofs(settings: Settings, now: dt.datetime) -> list[Finding]:
    """Nothing to say of a database that cannot be read: that is said elsewhere."""
    path = database_file(settings)
    if path is not None and not path.exists():
        return []
    try:
        await check_schema(settings.database_url)
    except SchemaBehind:
        return []
    except Exception:  # each driver has its own classes
        return []
    database = Database(settings.database_url)
    try:
        async with database.read() as session:
            first = await first_moment(session)
            made, drilled = await last_done(session, MADE), await last_done(session, DRILLED)
            last = await last_seal(session)
    finally:
        await database.close()
    return [*await asyncio.to_thread(_seals, settings, last), *_backups(settings, now, first, made, drilled)]


def _seals(settings: Settings, last: Seal) -> list[Finding]:
    try:
        key = existing_key(settings)
        seals = seals_of(settings, key) if key is not None else None
        lines = seals.read() if seals is not None else []
    except SettingsError:
        return []  # the key is looked at elsewhere
    except SealsBroken as error:
        return [bad("seals-changed", line=error.line)]
    except OSError as error:
        return [bad("seals-unreadable", error=type(error).__name__)]
    if seals is None or not lines:
        return [bad("seals-none")] if last.place else []
    if lines[-1].seal.place > last.place:
        return [bad("seals-cut")]
    if seals.copy is not None and not seals.copied:
        return [bad("seals-copy", {"file": str(seals.copy)}, file=str(seals.copy))]
    return [good("seals", file=str(seals.path), place=lines[-1].seal.place)]


def _backups(
    settings: Settings,
    now: dt.datetime,
    first: dt.datetime | None,
    made: dt.datetime | None,
    drilled: dt.datetime | None,
) -> list[Finding]:
    found = []
    try:
        recipients_of(settings)
    except SettingsError:
        found.append(bad("backup-recipient"))
    here = identity_file(settings)
    if here.exists() and made is not None:
        found.append(bad("backup-key-here", {"file": str(here)}, file=str(here)))
    if made is None:
        found += [bad("backup-none")] if _days(first, now) > BACKUP_DAYS else []
    elif _days(made, now) > BACKUP_DAYS:
        found.append(bad("backup-old", days=_days(made, now)))
    if _days(drilled or first, now) > DRILL_DAYS:
        found.append(bad("backup-drill-old", days=_days(drilled, now)) if drilled else bad("backup-drill-none"))
    return found or ([good("backup", days=_days(made, now))] if made is not None else [])


def _days(moment: dt.datetime | None, now: dt.datetime) -> int:
    """Whole days since then; 0 when it never was."""
    return max(0, (now - moment).days) if moment is not None else 0
