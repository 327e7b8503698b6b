"""Haitian Creole, from the first word to the last: joining, answers, comments, claims, distress, stopping."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from sqlalchemy import select

from db.contacts import Consent, Contact
from db.meetings.tables import Answer
from db.people import Person
from tests.support.claims import expert, set_rates
from tests.support.claims import meeting as attended
from tests.support.comments import answer_of, rose_and_a_meeting, the_comment
from tests.support.meetings import announced, answers, arrive, seated
from tests.support.people import coordinator, settle_in
from tests.support.phones import Phone, Town, folded

FRENCH = re.compile(r"\b(vous|votre|vos|est|pour|oui|merci|ecrivez)\b")


def in_creole(phone: Phone) -> None:
    """Nothing that this phone was told is French."""
    found = [said.text for said in phone.all if FRENCH.search(folded(said.text))]
    assert not found, found


async def test_someone_joins_in_creole_from_the_first_word(town: Town) -> None:
    phone = town.sms()
    await phone.text("ENSKRI")
    hello = await phone.expect("Se Alliance", "911", "SISPANN", "Maude", "1 Francais", "4 Kreyol")
    assert hello.segments <= 2
    await phone.text("4")
    await phone.expect("Ki non ou")
    await phone.text("non m se Wozlò")
    await phone.expect("Wozlo, eske nou ka ekri ou", "1 wi", "2 non")
    await phone.text("wi")
    await phone.expect("Byenvini Wozlo", "ED", "SISPANN", "PALE")
    person = await phone.person()
    assert person is not None
    assert person.language == "ht"
    in_creole(phone)


@pytest.mark.parametrize("word", ["kreyòl", "KREYOL", "an kreyòl souple", "créole", "Haitian Creole"])
async def test_creole_is_asked_for_at_any_time_and_left(town: Town, word: str) -> None:
    phone = town.sms()
    await settle_in(town, phone, "Rose")
    await phone.text(word)
    await phone.expect("an kreyol")
    await phone.text("ED")
    await phone.expect("yon apel", "di yon bagay")
    await phone.text("an franse")
    await phone.expect("en francais")
    await phone.text("AIDE")
    await phone.expect("un appel")


@pytest.mark.parametrize(
    ("word", "answer", "said"),
    [
        ("wi", "coming", "ou ap vini"),
        ("1", "coming", "ou ap vini"),
        ("m ap vini", "coming", "ou ap vini"),
        ("non", "absent", "ou p ap vini"),
        ("ABSAN", "absent", "ou p ap vini"),
        ("mwen pap ka vini", "absent", "ou p ap vini"),
        ("petèt", "maybe", "petet"),
    ],
)
async def test_a_reminder_is_answered_in_creole(town: Town, word: str, answer: str, said: str) -> None:
    maude, rose = await coordinator(town), town.sms()
    await seated(town, rose, "Rose", language="ht")
    number = await announced(town, maude)
    await arrive(town, 2, 3, 11)
    await rose.expect("Reyinyon madi 10 fev", "13h30 rive 15h30", "COCO", "ou ap vini?")
    await rose.text(word)
    await rose.expect(said)
    assert await answers(town, number) == {"Rose": answer}


@pytest.mark.parametrize("channel", ["sms", "telegram"])
async def test_an_absence_then_words_for_the_table(town: Town, channel: str) -> None:
    phone, meeting = await rose_and_a_meeting(town, channel, "ht")
    await phone.text("ABSAN")
    await phone.expect("Denis", "ou p ap vini")
    await phone.text("wi")
    await phone.expect("Denis", "Ekri mo ou yo")
    await phone.text("sal la twò fret, timoun yo tranble")
    await phone.expect("Nou kenbe sa")
    await phone.text("se tout")
    await phone.expect("sal la two fret, timoun yo tranble", "Eske se sa?")
    await phone.text("wi")
    await phone.expect("Komante no 1 note", "Denis", "RETIRE")
    person = await phone.person()
    assert person is not None
    assert await answer_of(town, meeting, person) is Answer.ABSENT
    assert (await the_comment(town)).words == "sal la twò fret, timoun yo tranble"
    in_creole(phone)


@pytest.mark.parametrize("word", ["REKLAME", "reklame", "ranbousman"])
async def test_a_claim_step_by_step(town: Town, word: str) -> None:
    await set_rates(town)
    phone = town.sms()
    person = await expert(town, phone, "Rose", language="ht")
    await attended(town, dt.date(2026, 2, 10), people=(person,))
    town.now = town.local(2026, 2, 12)
    await phone.text(word)
    await phone.expect("eske ou te peye yon bagay?", "otobis")
    await phone.text("otobis")
    await phone.expect("Konbyen pou otobis la")
    await phone.text("7,50")
    await phone.expect("manje")
    await phone.text("non")
    await phone.expect("gadri")
    await phone.text("40")
    await phone.expect("Lot bagay")
    await phone.text("non")
    await phone.expect("patisipasyon", "otobis 7,50 $", "gadri 40 $", "Total")
    await phone.text("wi")
    await phone.expect("Nou resevwa li: demann no 1", "ESTATI")
    await phone.text("ESTATI")
    await phone.expect("Demann no 1", "nou resevwa li")
    in_creole(phone)


@pytest.mark.parametrize(
    "words", ["M vle mouri", "mari m ap bat mwen", "mwen pa vle viv ankò", "Anmwe! sekou", "m pral touye tèt mwen"]
)
async def test_distress_gets_the_numbers_in_creole_and_a_person_is_warned(town: Town, words: str) -> None:
    maude, rose = await coordinator(town), town.sms()
    await settle_in(town, rose, "Rose", language="ht")
    await rose.text(words)
    await rose.expect("Mo ou yo konte", "911", "Maude")
    await maude.expect_any("Urgent", "Rose")


@pytest.mark.parametrize("words", ["SISPANN", "sispann tanpri", "Sispan", "sispann voye mesaj"])
async def test_everything_stops_in_creole_and_comes_back(town: Town, words: str) -> None:
    rose = town.sms()
    await settle_in(town, rose, "Rose", language="ht")
    await rose.text(words)
    await rose.expect("pa gen mesaj anko", "REKOMANSE")
    async with town.database.read() as session:
        assert await session.scalar(select(Contact.consent)) is Consent.WITHDRAWN
    await rose.text("REKOMANSE")
    await rose.expect("mesaj yo rekomanse")
    in_creole(rose)


@pytest.mark.parametrize("words", ["mwen pa vle mesaj ankò", "retire non m sou lis la", "pa voye mesaj ban m ankò"])
async def test_a_sentence_that_asks_to_stop_is_stopped_or_asked_about(town: Town, words: str) -> None:
    rose = town.sms()
    await settle_in(town, rose, "Rose", language="ht")
    await rose.text(words)
    said = await rose.expect("")
    if "1 wi" in folded(said.text):
        await rose.text("wi")
        await rose.expect("pa gen mesaj anko")


async def test_what_creole_lacks_is_said_in_french_even_where_the_organisation_speaks_english(town: Town) -> None:
    catalogue = town.installation.catalogue.by_default("en")
    assert not catalogue.has("glossary-unknown", "ht")
    assert catalogue.entry("glossary-unknown", "ht").file.startswith("fr/")
    async with town.database.read() as session:
        assert await session.scalar(select(Person.id)) is None
