"""After the upgrade, whoever shares a phone where another alone said yes, and did nothing, is asked for their own."""

from __future__ import annotations

from alembic.script import ScriptDirectory
from sqlalchemy import select

from db.consent import ConsentEntry
from db.contacts import Consent, ContactPerson, add_contact
from db.people import Person
from db.schema import FOLDER, downgrade, upgrade
from db.session import Database
from tests.support.filled import NOW, fill

# On one phone: who said yes, who never did anything, who said yes too.
PEOPLE = {"Paul": True, "Lucie": False, "Ana": True}


async def test_who_said_nothing_beside_anothers_yes_is_awaited_and_nobody_else(database_url: str) -> None:
    database = Database(database_url)
    await fill(database)
    async with database.write() as session:
        phone = await add_contact(session, 1, "sms", "+18195550171", NOW)
        phone.consent, phone.shared = Consent.GIVEN, True
        for id, (name, agreed) in enumerate(PEOPLE.items(), 50):
            session.add(Person(id=id, organisation_id=1, name=name, created_at=NOW))
            await session.flush()
            session.add(ContactPerson(contact_id=phone.id, person_id=id))
            entry = {"given": True, "words": "oui", "source": "import", "at": NOW, "entered_at": NOW}
            if agreed:
                session.add(ConsentEntry(contact_id=phone.id, person_id=id, **entry))
    await database.close()
    before = ScriptDirectory(str(FOLDER)).get_revision("0032").down_revision
    await downgrade(database_url, str(before))
    await upgrade(database_url)
    database = Database(database_url)
    async with database.read() as session:
        rows = await session.scalars(
            select(Person.name)
            .join(ContactPerson, ContactPerson.person_id == Person.id)
            .where(ContactPerson.agreed.is_(False))
        )
        assert list(rows) == ["Lucie"]
    await database.close()
