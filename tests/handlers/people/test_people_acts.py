"""Adding, changing, finding people; making a coordinator; what is refused, to whom, with an example."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import select

from db.contacts import Consent, Contact
from db.journal import Entry
from db.people import Code, Person, Role, roles_of
from db.session import Database
from handlers.acting import Acting, Actor, Refused
from handlers.numbers import near, normal, shown
from handlers.people import acts
from handlers.people.commands import read_fields
from handlers.people.spec import PersonSpec
from tests.stories.conftest import MONDAY
from tests.support.people import coordinator
from tests.support.phones import Town

SHELL = Actor(None, "", "installation", frozenset({Role.COORDINATOR}), "shell")
PAPER = "formulaire papier 2026-01-12"


@pytest.fixture
async def town(sqlite_url: str) -> AsyncIterator[Town]:
    database = Database(sqlite_url)
    yield await Town(database, MONDAY).open()
    await database.close()


async def test_the_first_coordinator_opens_their_link_once_and_within_a_day(town: Town) -> None:
    async with town.database.write() as session:
        done = await acts.make_coordinator(Acting(session, town.installation, SHELL, town.now), "Maude")
    link = done.data["link"]
    assert link.startswith("https://t.me/porte_voix_bot?start=")
    code = link.split("=")[1]
    maude, thief = town.telegram("9001"), town.telegram("6666")
    await maude.text(f"/start {code}")
    await maude.expect("Bonjour Maude", "/aide")
    await maude.text("/personnes")
    await maude.expect("Maude")
    await thief.text(f"/start {code}")
    await thief.expect("Ce code est passe")
    async with town.database.read() as session:
        kept = await session.scalar(select(Code))
        assert kept is not None
        assert code not in kept.digest


async def test_a_link_left_for_a_day_is_void_and_a_new_one_voids_the_old(town: Town) -> None:
    async with town.database.write() as session:
        old = await acts.make_coordinator(Acting(session, town.installation, SHELL, town.now), "Maude")
        new = await acts.make_coordinator(Acting(session, town.installation, SHELL, town.now), "maude")
    assert new.data["person"] == old.data["person"]
    maude = town.telegram("9001")
    await maude.text(f"/start {old.data['code']}")
    await maude.expect("Ce code est passe")
    town.now += dt.timedelta(hours=25)
    await maude.text(f"/start {new.data['code']}")
    await maude.expect("Ce code est passe")


async def test_a_coordinator_link_gives_nothing_by_text(town: Town) -> None:
    async with town.database.write() as session:
        done = await acts.make_coordinator(Acting(session, town.installation, SHELL, town.now), "Maude")
    phone = town.sms()
    await phone.text(done.data["code"])
    await phone.expect("Telegram seulement")
    assert await phone.person() is None


async def test_only_the_shell_makes_a_coordinator(town: Town) -> None:
    actor = Actor(1, "Maude", "x", frozenset({Role.COORDINATOR}), "telegram")
    async with town.database.write() as session:
        with pytest.raises(Refused, match="access-shell-only"):
            await acts.make_coordinator(Acting(session, town.installation, actor, town.now), "Luc")


@pytest.mark.parametrize("roles", [{Role.MEMBER}, {Role.EXPERT}, set()])
async def test_nobody_but_a_coordinator_adds_people(town: Town, roles: set[Role]) -> None:
    actor = Actor(1, "Luc", "x", frozenset(roles), "telegram")
    async with town.database.write() as session:
        with pytest.raises(Refused, match="access-not-allowed"):
            await acts.add_person(Acting(session, town.installation, actor, town.now), PersonSpec("Rose", "8195550101"))


async def test_a_coordinator_of_one_territory_adds_nobody_elsewhere(town: Town) -> None:
    actor = Actor(1, "Maude", "x", frozenset({Role.COORDINATOR}), "telegram", scope="Vieux-Moulin")
    spec = PersonSpec("Rose", "8195550101", territory="Trois-Ponts", consent=PAPER)
    async with town.database.write() as session:
        with pytest.raises(Refused, match="access-other-territory"):
            await acts.add_person(Acting(session, town.installation, actor, town.now), spec)


async def test_a_person_is_added_by_one_message_and_changed_by_another(town: Town) -> None:
    maude = await coordinator(town)
    await maude.text(f"/personne Rose Tremblay; 819 555-0101; rôle: expert; table: Logement; consentement: {PAPER}")
    await maude.expect("C'est ajoute : Rose Tremblay")
    async with town.database.read() as session:
        rose = await session.scalar(select(Person).where(Person.name == "Rose Tremblay"))
        assert rose is not None
        assert await roles_of(session, rose.id) == {Role.EXPERT}
        assert (await session.scalar(select(Contact.consent).where(Contact.channel == "sms"))) is Consent.GIVEN
    await maude.text(f"/personne {rose.id}; territoire: Vieux-Moulin; langue: anglais; table: Transport")
    await maude.expect("Fiche changee : Rose Tremblay")
    await maude.text("/personnes 0101")
    await maude.expect("Rose Tremblay", "+1819***0101", "oui")
    await maude.text(f"/personne {rose.id}; sans table: Loisirs")
    await maude.expect("Il n'y a pas de table", "Logement, Transport")
    async with town.database.read() as session:
        entries = list(await session.scalars(select(Entry.act).where(Entry.subject == rose.pseudonym)))
    assert entries == ["people.added", "people.changed"]


async def test_a_person_is_added_step_by_step(town: Town) -> None:
    maude = await coordinator(town)
    await maude.text("/personne")
    await maude.expect("Son nom?")
    await maude.text("Rose")
    await maude.expect("telephone")
    await maude.text("555-0101")
    await maude.expect("pas un numero complet", "telephone")
    await maude.text("819 555 0101")
    await maude.expect("role")
    await maude.press("participe aux rencontres")
    await maude.expect("table")
    await maude.press("passer")
    await maude.expect("son oui")
    await maude.press("pas encore")
    await maude.expect("Noté : Rose")
    await town.sms("+18195550101").expect("Bonjour Rose. Maude")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("/personne 819 555-0101", "Il manque le nom"),
        ("/personne Rose;", "Il manque un telephone"),
        ("/personne Rose; 819 555-0101; toto", "on ne sait pas ce que c'est"),
        ("/personne 4242; langue: fr", "pas de fiche no 4242"),
        ("/importer", "Envoyez le fichier"),
        ("/personnes zzz", "Personne ne repond"),
    ],
)
async def test_what_is_badly_written_gets_an_example(town: Town, words: str, said: str) -> None:
    maude = await coordinator(town)
    await maude.text(words)
    await maude.expect(said)


async def test_adding_someone_held_as_unknown_closes_the_card(town: Town) -> None:
    maude, phone = await coordinator(town), town.sms()
    await phone.text("c'est Gilles")
    await phone.forget()
    await maude.tell("/personne Gilles; 819 555-0101")
    await maude.expect("Gilles")
    await phone.expect("Bonjour Gilles. Maude")
    await maude.text("/appels")
    await maude.expect("Personne n'attend")


def test_a_message_is_read_part_by_part() -> None:
    assert read_fields(["Rose\ntél: 819 555-0101\nrôle: expert\ntable: A\ntable: B", " oui?: non"][0]) == {
        "name": "Rose",
        "phone": "819 555-0101",
        "roles": "expert",
        "roundtables": "A;B",
    }


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("819 555-0142", "+18195550142"),
        ("(819) 555.0142", "+18195550142"),
        ("1 819 555 0142", "+18195550142"),
        ("+1 819-555-0142", "+18195550142"),
        ("555-0142", None),
        ("911", None),
        ("819 555-01422", None),
        ("bonjour", None),
        ("", None),
    ],
)
def test_a_phone_number_is_kept_whole_or_not_at_all(written: str, kept: str | None) -> None:
    assert normal(written) == kept


@pytest.mark.parametrize(
    ("address", "here"),
    [("+18195550142", True), ("+14155550100", True), ("+18765550142", False), ("+33612345678", False), ("12345", True)],
)
def test_only_canada_and_the_united_states_are_near(address: str, here: bool) -> None:
    assert near(address) is here


def test_a_number_is_shown_as_people_write_it() -> None:
    assert shown("+18195550142") == "819 555-0142"
    assert shown("+33612345678") == "+33612345678"
