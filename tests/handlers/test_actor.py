"""The actor: who someone is when they act."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import FrozenInstanceError, replace

import pytest

from db.contacts import ContactPerson, add_contact
from db.organisations import Organisation
from db.people import Person, Role, grant
from db.session import Database
from handlers.acting import Actor, Confirmation, Doubtful, actor_of, nobody, refuse, unattended
from messages import text
from tests.support.phones import Town
from tests.support.small import NOON


@pytest.fixture
async def town(sqlite_url: str) -> AsyncIterator[Town]:
    database = Database(sqlite_url)
    yield await Town(database, NOON).open()
    await database.close()


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


ROSE = Actor(7, "Rose", "abc", frozenset({Role.MEMBER}), "telegram")


@pytest.mark.parametrize(
    ("via", "signature"),
    [
        ("shell", "shell:abc"),
        ("telegram", "person:abc"),
        ("web", "person:abc"),
        ("sms", "person:abc"),
        ("system", "system"),
    ],
)
def test_the_journal_says_whose_act_it_was_and_from_where_it_matters(via: str, signature: str) -> None:
    assert replace(ROSE, via=via).signature == signature


@pytest.mark.parametrize(
    ("via", "scope", "vouches"),
    [("shell", "", True), ("shell", "Grande-Anse", False), ("telegram", "", False), ("web", "", False)],
)
def test_who_vouches_is_in_the_shell_for_the_whole_organisation(via: str, scope: str, vouches: bool) -> None:
    actor = replace(ROSE, via=via, scope=scope)
    assert actor.vouches is vouches
    assert (actor.may_move(8), actor.may_move(None)) == (vouches, vouches)
    assert actor.may_move(7), "their own addresses"


def test_nobody_known_may_move_nobody() -> None:
    stranger = nobody("sms")
    assert (stranger.person_id, stranger.roles, stranger.via, stranger.scope) == (None, frozenset(), "sms", "")
    assert not stranger.may_move(None)
    assert not stranger.coordinator
    assert not stranger.asleep


def test_who_acts_is_not_changed_under_way_and_nothing_is_confirmed_by_itself(town: Town) -> None:
    with pytest.raises(FrozenInstanceError):
        Actor(7, "Rose", "abc", frozenset(), "web").scope = "Grande-Anse"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        Confirmation("abc").fingerprint = "def"  # type: ignore[misc]
    acting = unattended(None, town.installation, NOON)  # type: ignore[arg-type]
    assert (acting.actor.signature, acting.actor.person_id, acting.contact, acting.approved) == (
        "system",
        None,
        None,
        None,
    )
    assert (acting.careful, acting.reads, acting.reached, acting.looked) == (False, False, [], [])
    theirs = acting.as_actor(ROSE)
    assert (theirs.actor, theirs.now, acting.actor.signature) == (ROSE, NOON, "system")
    assert theirs.having(Confirmation("abc", 3)).approved == Confirmation("abc", 3)
    assert theirs.organisation_id == 1
    assert theirs.today == town.installation.today(NOON)


def test_a_refusal_says_why_and_of_which_argument() -> None:
    why = refuse("claims-no-such", number=12)
    assert (why.reason, why.field) == (text("claims-no-such", number=12), "")
    assert (why.about("number").reason, why.about("number").field) == (why.reason, "number")
    assert refuse("example-payer").reason == text("access-example", example=text("example-payer"))


def test_a_doubt_is_settled_where_it_stood() -> None:
    options = ((text("people-address-lost"), "819 perdu"), (text("people-address-told"), "819 prévenir"))
    doubt = Doubtful(text("people-address-which", address="819"), "819", options, lambda said: f"<{said}>")
    assert doubt.reason == text("people-address-which", address="819")
    assert doubt.settled("12; sans téléphone: 819; table: A", "819 perdu") == "12; sans téléphone: 819 perdu; table: A"
    assert doubt.settled("12; sans: 819", "autre") == "12; sans: <autre>"
    assert doubt.settled("819 et 819", "819 perdu") == "819 et 819 perdu", "the last one"
    assert doubt.settled("rien", "819 perdu") == "rien"
    assert Doubtful(doubt.reason, "").settled("rencontre", " 12") == "rencontre 12"


@pytest.mark.parametrize(
    ("via", "channel", "proved", "asleep"),
    [
        ("telegram", "telegram", False, True),
        ("telegram", "telegram", True, False),
        ("sms", "sms", False, False),
    ],
)
async def test_a_coordinator_s_role_sleeps_at_a_telegram_that_nobody_proved(
    town: Town, via: str, channel: str, proved: bool, asleep: bool
) -> None:
    async with town.database.write() as session:
        person = Person(organisation_id=1, name="Maude", created_at=NOON)
        session.add(person)
        await session.flush()
        await grant(session, person.id, Role.MEMBER)
        await grant(session, person.id, Role.COORDINATOR, "Grande-Anse")
        contact = await add_contact(session, 1, channel, "9001", NOON)
        proof = NOON if proved else None
        session.add(ContactPerson(contact_id=contact.id, person_id=person.id, proved_at=proof))
        await session.flush()
        found = await actor_of(session, person, via, contact)
    assert (found.asleep, found.coordinator, found.scope) == (asleep, not asleep, "" if asleep else "Grande-Anse")
    assert Role.MEMBER in found.roles
    assert (found.person_id, found.name, found.pseudonym, found.via) == (person.id, "Maude", person.pseudonym, via)
