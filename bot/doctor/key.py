"""The key of the return paths: where it is, who can read it, and whether it still opens what was sealed."""

from __future__ import annotations

import stat

from sqlalchemy import select

from bot.doctor.finding import Finding, bad, good
from bot.path_key import existing_key, key_file
from bot.settings import Settings, SettingsError
from db.deliveries import ReturnPath, opened_path
from db.path_key import PASSING
from db.session import Database


async def key_of_paths(settings: Settings) -> list[Finding]:
    try:
        key = existing_key(settings)
    except SettingsError:
        return [bad("key-unreadable", file=str(key_file(settings)))]
    database = Database(settings.database_url, key=key or PASSING)
    try:
        async with database.read() as session:
            paths = await session.execute(select(ReturnPath.comment_id, ReturnPath.sealed))
            lost = sum(opened_path(session, comment_id, sealed) is None for comment_id, sealed in paths)
    finally:
        await database.close()
    file = key_file(settings)
    if lost:
        return [bad("key-lost", {"file": str(file or "RETURN_PATHS_KEY")}, count=lost)]
    if file is None:
        return [good("key-environment")]
    if key is None:
        return []  # made at the first start
    if stat.S_IMODE(file.stat().st_mode) & 0o077:
        return [bad("key-open", {"file": str(file)}, file=str(file))]
    return [good("key", file=str(file))]
