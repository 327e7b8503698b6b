"""Going back before passkeys: who came in by a device comes in again by Telegram; other sessions stay."""

from __future__ import annotations

import datetime as dt

from alembic.script import ScriptDirectory
from sqlalchemy import select

from db.console.tables import Door, Passkey, WebSession
from db.schema import FOLDER, downgrade, upgrade
from db.session import Database
from tests.support.filled import NOW, fill


async def test_sessions_opened_by_a_device_end_with_the_devices(database_url: str) -> None:
    database = Database(database_url)
    await fill(database)
    lasts = {"created_at": NOW, "seen_at": NOW, "idle_minutes": 60, "ends_at": NOW + dt.timedelta(hours=12)}
    async with database.write() as session:
        for door in (Door.PASSKEY, Door.LINK):
            session.add(WebSession(digest=door.value, person_id=1, door=door, **lasts))
        session.add(Passkey(person_id=1, credential="a", public_key="b", sign_count=2**32 - 1, created_at=NOW))
    await database.close()
    before = ScriptDirectory(str(FOLDER)).get_revision("0035").down_revision
    await downgrade(database_url, str(before))
    await upgrade(database_url)
    database = Database(database_url)
    async with database.read() as session:
        assert list(
            await session.scalars(select(WebSession.door).where(WebSession.digest.in_(("passkey", "link"))))
        ) == [Door.LINK]
        assert list(await session.scalars(select(Passkey))) == []
    await database.close()
