"""A correction: by the person in a sentence, by a coordinator with the reason; the journal has digests of both."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from db.journal import Entry, hash_of_value
from db.people import Person
from db.privacy.erasing import erase_person
from db.privacy.tables import DataRequest, RequestKind, RequestState
from tests.stories.conftest import MONDAY
from tests.support.people import coordinator, settle_in
from tests.support.phones import Phone, Town

HOME = "12 rue du Pont, Vieux-Moulin"


@pytest.fixture
def town(town_on_both: Town) -> Town:
    return town_on_both


async def the_line(town: Town, act: str) -> dict[str, Any]:
    async with town.database.read() as session:
        entry = await session.scalar(select(Entry).where(Entry.act == act).order_by(Entry.id.desc()))
        assert entry is not None
        return entry.details


async def of(phone: Phone) -> Person:
    person = await phone.person()
    assert person is not None
    return person


async def test_a_coordinator_corrects_with_the_reason_and_the_journal_has_both_versions_as_digests(town: Town) -> None:
    maude, phone = await coordinator(town), town.sms()
    rose = await settle_in(town, phone, "Rose")
    await maude.tell(f"/personne {rose.id}; nom: Rose Roy; adresse: {HOME}; raison: elle l'a dit au téléphone")
    await maude.expect("Fiche chang")
    line = await the_line(town, "people.changed")
    was = {
        "name": hash_of_value(rose.pseudonym, "name:Rose"),
        "postal_address": hash_of_value(rose.pseudonym, "postal_address:"),
    }
    now = {
        "name": hash_of_value(rose.pseudonym, "name:Rose Roy"),
        "postal_address": hash_of_value(rose.pseudonym, f"postal_address:{HOME}"),
    }
    assert (line["fields"], line["before"], line["after"]) == ("name, postal_address", was, now)
    assert "Roy" not in str(line)
    assert "rue du Pont" not in str(line)
    async with town.database.read() as session:
        [request] = await session.scalars(select(DataRequest))
    assert (request.id, request.kind, request.state) == (line["request"], RequestKind.RECTIFICATION, RequestState.DONE)
    assert (request.note, request.person_id) == ("elle l'a dit au téléphone", rose.id)
    await maude.forget()
    await maude.text("/vie-privee")
    await maude.expect("Personne n'attend")


async def test_a_change_without_a_reason_is_in_the_journal_and_asks_nothing_of_the_register(town: Town) -> None:
    maude, phone = await coordinator(town), town.sms()
    rose = await settle_in(town, phone, "Rose")
    await maude.text(f"/personne {rose.id}; territoire: Vieux-Moulin")
    await maude.expect()
    line = await the_line(town, "people.changed")
    assert line["fields"] == "territory"
    async with town.database.read() as session:
        assert await session.scalar(select(DataRequest)) is None


async def test_a_person_corrects_their_own_name_their_language_and_their_address_in_a_sentence(town: Town) -> None:
    phone = town.sms()
    rose = await settle_in(town, phone, "Rose")
    await phone.text("mon nom est Rose Roy")
    await phone.expect("Rose Roy, et non plus Rose")
    line = await the_line(town, "people.renamed")
    assert line["before"] == {"name": hash_of_value(rose.pseudonym, "name:Rose")}
    await phone.text(f"mon adresse est {HOME}")
    await phone.expect(HOME)
    assert (await of(phone)).postal_address == HOME
    assert (await the_line(town, "people.moved"))["after"] == {
        "postal_address": hash_of_value(rose.pseudonym, f"postal_address:{HOME}")
    }
    await phone.text("ENGLISH")
    await phone.expect("in English")
    assert (await of(phone)).language == "en"


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("j'ai déménagé au 14 rang Saint-Luc, Grande-Anse", "14 rang Saint-Luc, Grande-Anse"),
        (
            "Ma nouvelle adresse: 14 rang Saint-Luc app. 2, Grande-Anse J0X 1A0",
            "14 rang Saint-Luc app. 2, Grande-Anse J0X 1A0",
        ),
        ("my new address is 14 Main Street, Grande-Anse", "14 Main Street, Grande-Anse"),
        ("j'ai changé d'adresse, c'est le 14 rang Saint-Luc, Grande-Anse", "14 rang Saint-Luc, Grande-Anse"),
    ],
)
async def test_an_address_is_read_however_it_is_said(town: Town, words: str, kept: str) -> None:
    phone = town.sms()
    await settle_in(town, phone, "Rose")
    await phone.text(words)
    await phone.expect(kept)
    assert (await of(phone)).postal_address == kept
    assert (await of(phone)).channel != "post", "news still come by text"


@pytest.mark.parametrize(
    "words",
    [
        "mon adresse est rose@example.org",
        "j'ai déménagé",
        "j'ai déménagé y a 12 ans",
        "c'est quoi l'adresse de la rencontre?",
        "l'adresse est 12 rue du Pont?",
        "mon adresse est confidentielle",
    ],
)
async def test_what_is_no_address_of_theirs_is_kept_as_none(town: Town, words: str) -> None:
    phone = town.sms()
    await settle_in(town, phone, "Rose")
    await phone.text(words)
    assert (await of(phone)).postal_address == ""


async def test_of_who_is_erased_the_digests_prove_nothing_more(town: Town) -> None:
    phone = town.sms()
    rose = await settle_in(town, phone, "Rose")
    await phone.text("mon nom est Rose Roy")
    async with town.database.write() as session:
        await erase_person(session, await session.get_one(Person, rose.id), town.now, MONDAY.date())
    async with town.database.read() as session:
        assert rose.pseudonym not in [person.pseudonym for person in await session.scalars(select(Person))]
        line = await session.scalar(select(Entry).where(Entry.act == "people.renamed"))
    assert line is not None
    assert line.details["after"]["name"] != hash_of_value("", "name:Rose Roy")


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ("canal: téléphone", "le moyen choisi"),
        ("territoire: Amos", "le territoire"),
        ("consentement: refuse 2026-01-20", "le consentement"),
        ("rôle: expert", "les roles"),
        ("sans téléphone: 819 555-0101 perdu", "les adresses ou l'on ecrit"),
    ],
)
async def test_what_changed_of_a_card_is_said_and_the_journal_says_it_too(town: Town, change: str, what: str) -> None:
    maude = await coordinator(town)
    await maude.text("/personne Rose Roy; 819 555-0101; membre; consentement: papier 2026-01-12")
    await maude.forget()
    await maude.text(f"/personne 2; {change}")
    await maude.town.settle()
    if maude.all[-1].buttons:  # a new territory is asked about
        await maude.press(maude.all[-1].buttons[-1][0])
    await maude.expect_any("Change :", what)
    await maude.text("/journal")
    await maude.expect_any("fiche changee :", what)
