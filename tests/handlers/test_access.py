"""Acts, roles and scope: one table, checked inside the acts."""

from __future__ import annotations

import pytest

from db.organisations import Organisation
from db.people import Person, Role, grant
from db.session import Database
from handlers.access import ALLOWED, SHELL_ONLY, WHOLE_ORGANISATION, Act, Actor, Refused, actor_of, require
from tests.support.small import NOON


def actor(*roles: Role, via: str = "telegram", scope: str = "") -> Actor:
    return Actor(1, "Maude", "p", frozenset(roles), via, scope)


def refused(who: Actor, act: Act, territory: str = "") -> str:
    try:
        require(who, act, territory=territory)
    except Refused as reason:
        return reason.reason.id
    return ""


def test_every_act_has_its_line_in_the_table() -> None:
    assert set(ALLOWED) == set(Act)
    assert set(Act) >= SHELL_ONLY | WHOLE_ORGANISATION


@pytest.mark.parametrize("act", list(Act))
def test_each_act_is_for_coordinators_but_proposing(act: Act) -> None:
    anyone = act is Act.PROPOSE_ITEM
    for role in (Role.MEMBER, Role.EXPERT):
        assert (refused(actor(role, via="shell"), act) == "") is anyone
    assert refused(actor(via="shell"), act) == "access-not-allowed", "no role at all"
    assert refused(actor(Role.COORDINATOR, via="shell"), act) == ""
    by_text = refused(actor(Role.COORDINATOR, via="sms"), act)
    assert (by_text == "") is anyone
    by_telegram = refused(actor(Role.COORDINATOR), act)
    assert by_telegram == ("access-shell-only" if act in SHELL_ONLY else "")


@pytest.mark.parametrize("act", list(Act))
def test_a_coordinator_of_one_territory_acts_there_alone(act: Act) -> None:
    limited = actor(Role.COORDINATOR, via="shell", scope="Grande-Anse")
    if act in WHOLE_ORGANISATION:
        assert refused(limited, act) == "access-whole-organisation"
        return
    assert refused(limited, act) == ""
    assert refused(limited, act, "grande-anse") == ""
    assert refused(limited, act, "Vallée") == "access-other-territory"
    assert refused(actor(Role.COORDINATOR, via="shell"), act, "Vallée") == ""


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
