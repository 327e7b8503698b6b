"""What the database and the folders tell: reachable, up to date, nothing stuck, nothing set aside, room left."""

from __future__ import annotations

import datetime as dt
import shutil
import stat
from pathlib import Path

from sqlalchemy.engine import make_url

from bot.doctor.finding import Finding, bad, good
from bot.doctor.key import key_of_paths
from bot.path_key import database_file
from bot.settings import Settings
from db import health
from db.schema import SchemaBehind, check_schema, known_revisions
from db.session import Database
from messages import Text, text

LATE = 15 * 60  # seconds after which what may leave should have left
UNHEARD = 2 * 60  # seconds after which a message that came should have been answered
UNSEALED = 60 * 60
LEAST_ROOM = 500_000_000  # bytes


async def memory(settings: Settings, now: dt.datetime) -> list[Finding]:
    """Everything that the database can tell."""
    path = database_file(settings)
    if path is not None and not path.exists():
        return [bad("database-none", file=str(path))]
    try:
        await check_schema(settings.database_url)
    except SchemaBehind as error:
        if error.current is None:
            return [bad("database-none", file=str(path or make_url(settings.database_url).database))]
        later = error.current is not None and error.current not in known_revisions()
        return [bad("schema-later" if later else "schema")]
    except Exception as error:  # the network, the password, a damaged file: each driver has its own classes
        return [bad("database", error=type(error).__name__)]
    database = Database(settings.database_url)
    try:
        found = [good("database"), *await _writes(database, settings), *await _contents(database, now)]
    finally:
        await database.close()
    return [*found, *await key_of_paths(settings)]


async def _writes(database: Database, settings: Settings) -> list[Finding]:
    """Only by writing does one know."""
    file = database_file(settings)
    place = str(file.parent.absolute()) if file else "PostgreSQL"
    if not health.has_room(database):
        return [bad("disk-full", {"place": place}, place=place)]
    try:
        async with database.write() as session:
            await health.try_to_write(session)
    except Exception as error:  # each driver has its own classes
        if health.disk_is_full(error):
            return [bad("disk-full", {"place": place}, place=place)]
        return [bad("unwritable", {"place": place}, error=type(error).__name__)]
    return []


async def _contents(database: Database, now: dt.datetime) -> list[Finding]:
    async with database.read() as session:
        state = await health.health_of(session)
        aside = await health.set_aside(session)
        coordinators = await health.coordinators_here(session)
    found = [] if coordinators else [bad("no-coordinator")]
    return [*found, *_queues(state, now), *_unsure(state), *[_set_aside(row.id, row.error) for row in aside]]


def _queues(state: health.Health, now: dt.datetime) -> list[Finding]:
    found = []
    waiting = [state.deliveries.get(status, health.Backlog()) for status in ("queued", "retrying")]
    oldest = max(one.age(now) for one in waiting)
    if oldest > LATE:
        found.append(bad("outbox-late", count=sum(one.number for one in waiting), minutes=int(oldest // 60)))
    if state.incoming.age(now) > UNHEARD:
        minutes = int(state.incoming.age(now) // 60)
        found.append(bad("inbox-late", count=state.incoming.number, minutes=minutes))
    if state.unsealed.age(now) > UNSEALED:
        found.append(bad("unsealed", count=state.unsealed.number))
    return found or [good("queues", count=sum(one.number for one in waiting))]


def _unsure(state: health.Health) -> list[Finding]:
    return [bad("unknown", count=state.unknown)] if state.unknown else []


def _set_aside(id: int, error: str) -> Finding:
    return Finding(
        "set-aside",
        text("doctor-set-aside", number=id, error=error[:300] or "?"),
        Text("doctor-set-aside-mend", {"number": id}),
    )


def folders(settings: Settings) -> list[Finding]:
    """The photos are for this program alone, and there is room."""
    found = []
    media = settings.media_folder
    if media.exists() and stat.S_IMODE(media.stat().st_mode) & 0o077:
        found.append(bad("media-open", {"folder": str(media)}, folder=str(media)))
    file = database_file(settings)
    for place in {_existing(media), _existing(file.parent if file else media)}:
        free = shutil.disk_usage(place).free
        if free < LEAST_ROOM:
            found.append(bad("disk", folder=str(place), left=free // 1_000_000))
    return found or [good("folders")]


def _existing(folder: Path) -> Path:
    """The nearest folder that exists."""
    absolute = folder.absolute()
    return next(one for one in (absolute, *absolute.parents) if one.exists())
