"""A wrong number can be put right, and the person comes back; numbers are whole where someone must call or check."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from sqlalchemy import select

from db.contacts import Consent, Contact, Reach, contacts_of
from db.conversations import Task
from db.journal import Entry
from db.people import Person
from db.session import Database
from handlers.calls.alerts import whom
from tests.stories.conftest import MONDAY
from tests.support.people import coordinator
from tests.support.phones import Phone, Town

PAPER = "formulaire papier 2026-01-12"
WRONG, RIGHT = "+18195550101", "+18195550143"


@pytest.fixture
async def town(sqlite_url: str) -> AsyncIterator[Town]:
    database = Database(sqlite_url)
    yield await Town(database, MONDAY).open()
    await database.close()


async def rose_added(town: Town, consent: str = PAPER) -> tuple[Phone, int]:
    maude = await coordinator(town)
    said = f"; consentement: {consent}" if consent else ""
    await maude.tell(f"/personne Rose Tremblay; 819 555-0101{said}")
    await maude.expect("Rose Tremblay")
    async with town.database.read() as session:
        number = await session.scalar(select(Person.id).where(Person.name == "Rose Tremblay"))
    assert number is not None
    return maude, number


async def found_wrong(town: Town) -> None:
    async with town.database.write() as session:
        contact = await session.scalar(select(Contact).where(Contact.address == WRONG))
        assert contact is not None
        contact.reach, contact.reach_reason = Reach.INVALID, "wrong-number"


async def phones(town: Town, number: int) -> list[tuple[str, Consent, Reach]]:
    async with town.database.read() as session:
        return [(c.address, c.consent, c.reach) for c in await contacts_of(session, number)]


async def test_the_right_number_takes_the_place_of_the_wrong_one_with_the_consent_given_on_paper(town: Town) -> None:
    maude, number = await rose_added(town)
    await found_wrong(town)
    await maude.tell(f"/personne {number}; téléphone: 819 555-0143")
    await maude.expect("Fiche changee")
    assert await phones(town, number) == [(RIGHT, Consent.GIVEN, Reach.OK)]
    async with town.database.read() as session:
        old = await session.scalar(select(Contact).where(Contact.address == WRONG))
    assert old is not None
    assert (old.person_id, old.reach) == (None, Reach.INVALID)


async def test_the_same_number_written_again_is_right_after_all(town: Town) -> None:
    maude, number = await rose_added(town)
    await found_wrong(town)
    await maude.tell(f"/personne {number}; téléphone: 819 555-0101")
    await maude.expect("Fiche changee")
    assert await phones(town, number) == [(WRONG, Consent.GIVEN, Reach.OK)]


async def test_a_stop_heard_from_the_wrong_number_carries_no_consent_to_the_right_one(town: Town) -> None:
    maude, number = await rose_added(town)
    await town.sms(WRONG).text("ARRET")
    await found_wrong(town)
    await maude.tell(f"/personne {number}; téléphone: 819 555-0143")
    await maude.expect("oui")
    assert await phones(town, number) == [(RIGHT, Consent.INVITED, Reach.OK)]


async def test_a_number_that_was_never_hers_is_taken_off(town: Town) -> None:
    maude, number = await rose_added(town)
    await maude.tell(f"/personne {number}; sans téléphone: 819 555-0101 prévenir; téléphone: 819 555-0143")
    await maude.expect("Fiche changee")
    assert await phones(town, number) == [(RIGHT, Consent.GIVEN, Reach.OK)]


async def test_whoever_shares_the_wrong_number_keeps_it(town: Town) -> None:
    maude, number = await rose_added(town)
    await maude.text(f"/personne Luc; 819 555-0101; consentement: {PAPER}")
    await maude.expect("Luc")
    await maude.tell(f"/personne {number}; sans téléphone: 819 555-0101")
    await maude.expect("Fiche changee")
    async with town.database.read() as session:
        contact = await session.scalar(select(Contact).where(Contact.address == WRONG))
        luc = await session.scalar(select(Person.id).where(Person.name == "Luc"))
    assert contact is not None
    assert (contact.person_id, contact.shared, contact.consent) == (luc, False, Consent.GIVEN)


async def test_a_card_shows_whole_numbers_and_the_journal_says_who_looked(town: Town) -> None:
    maude, number = await rose_added(town)
    await maude.tell(f"/personne {number}; téléphone: 819 555-0150 poste 12")
    await maude.expect("Fiche changee")
    await maude.text(f"/personne {number}")
    await maude.expect("Rose Tremblay", "819 555-0101", "A appeler seulement : 819 555-0150 poste 12")
    await maude.text("/personnes rose")
    said = await maude.expect("+1819***0101")
    assert "555-0101" not in said.text
    async with town.database.read() as session:
        assert "people.seen" in set(await session.scalars(select(Entry.act)))
    assert await phones(town, number) == [(WRONG, Consent.GIVEN, Reach.OK)]


async def test_a_number_that_is_only_called_is_the_one_a_coordinator_reads_in_a_call(town: Town) -> None:
    maude = await coordinator(town)
    await maude.tell("/personne Rose Tremblay; tél: 819 555-0150 poste 12; rôle: membre")
    await maude.expect("Rose Tremblay")
    async with town.database.read() as session:
        rose = await session.scalar(select(Person).where(Person.name == "Rose Tremblay"))
        assert rose is not None
        assert rose.other_phones == "819 555-0150 poste 12"
        assert await contacts_of(session, rose.id) == []
        call = Task(organisation_id=1, kind="call", person_id=rose.id, created_at=town.now)
        assert await whom(session, call) == ("Rose Tremblay", "819 555-0150 poste 12")
