"""The actor: who someone is when they act."""

from __future__ import annotations

from db.organisations import Organisation
from db.people import Person, Role, grant
from db.session import Database
from handlers.acting import actor_of
from tests.support.small import NOON


async def test_the_scope_kept_with_the_role_is_the_actor_s(database_url: str) -> None:
    database = Database(database_url)
    async with database.write() as session:
        session.add(Organisation(id=1, name="Alliance"))
        await session.flush()
        person = Person(organisation_id=1, name="Maude", created_at=NOON)
        session.add(person)
        await session.flush()
        assert await grant(session, person.id, Role.MEMBER)
        assert await grant(session, person.id, Role.COORDINATOR, "Grande-Anse")
        assert (await actor_of(session, person, "shell")).scope == "Grande-Anse"
        assert not await grant(session, person.id, Role.COORDINATOR)
        assert (await actor_of(session, person, "shell")).scope == "Grande-Anse", "a new link changes nothing of it"
        await grant(session, person.id, Role.COORDINATOR, "")
        found = await actor_of(session, person, "shell")
        assert (found.scope, found.roles) == ("", frozenset({Role.MEMBER, Role.COORDINATOR}))
    await database.close()
