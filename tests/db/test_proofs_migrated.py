"""After the upgrade, coordinators go on from the accounts they have used; what was typed for them opens nothing."""

from __future__ import annotations

from alembic.script import ScriptDirectory
from sqlalchemy import select

from db.contacts import Contact, ContactPerson, Reach, add_contact
from db.schema import FOLDER, downgrade, upgrade
from db.session import Database
from tests.support.filled import NOW, fill


async def test_an_account_that_a_coordinator_used_is_proved_and_one_that_was_typed_is_not(database_url: str) -> None:
    database = Database(database_url)
    await fill(database)
    async with database.write() as session:
        typed = await add_contact(session, 1, "telegram", "9003", NOW)
        typed.reach = Reach.NOT_STARTED
        session.add(ContactPerson(contact_id=typed.id, person_id=1))
    await database.close()
    before = ScriptDirectory(str(FOLDER)).get_revision("0018").down_revision
    await downgrade(database_url, str(before))
    await upgrade(database_url)
    database = Database(database_url)
    async with database.read() as session:
        rows = await session.execute(
            select(Contact.address).join(ContactPerson).where(ContactPerson.proved_at.is_not(None))
        )
        assert [address for (address,) in rows] == ["1001"]
    await database.close()
