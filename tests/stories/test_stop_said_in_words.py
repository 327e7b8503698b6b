"""A stop said in a sentence, whatever is open, and the yes that follows it."""

from __future__ import annotations

import pytest

from db.contacts import Consent, contact_at
from tests.support.comments import rose_and_a_meeting
from tests.support.meetings import announced, answers, arrive, seated
from tests.support.people import coordinator
from tests.support.phones import Phone, Town

ASKED = {
    "fr": ("arretez de mecrire", "lachez moi calisse", "jveux pu recevoir de messages de vous autres"),
    "en": ("quit texting me", "leave me alone already"),
}
YES = {"fr": ("oui", "oui arretez toute", "oui stop"), "en": ("yes", "yes stop", "yes please stop")}


async def reminded(town: Town, language: str) -> tuple[Phone, int]:
    maude, phone = await coordinator(town), town.sms()
    await seated(town, phone, "Rose", language=language)
    number = await announced(town, maude)
    await arrive(town, 2, 3, 12)
    await phone.forget()
    return phone, number


async def stopped(town: Town, phone: Phone) -> bool:
    async with town.database.read() as session:
        contact = await contact_at(session, phone.channel.value, phone.address)
        return contact is not None and contact.consent is Consent.WITHDRAWN


@pytest.mark.parametrize(
    ("language", "words", "yes"),
    [(code, words, yes) for code, said in ASKED.items() for words in said for yes in YES[code]],
)
async def test_beside_a_reminder_yes_stops(town: Town, language: str, words: str, yes: str) -> None:
    phone, number = await reminded(town, language)
    await phone.text(words)
    await phone.text(yes)
    await town.settle()
    assert await stopped(town, phone), [said.text for said in phone.all]
    assert await answers(town, number) == {}


@pytest.mark.parametrize(
    ("language", "words", "yes"),
    [
        ("fr", "arretez de mecrire", "oui"),
        ("fr", "arretez de mecrire", "oui arretez toute"),
        ("en", "stop texting me", "yes"),
        ("es", "no me escriban mas", "si"),
    ],
)
async def test_while_words_are_written_yes_stops(town: Town, language: str, words: str, yes: str) -> None:
    phone, _ = await rose_and_a_meeting(town, language=language)
    await phone.text({"fr": "COMMENTAIRE", "en": "COMMENT", "es": "COMENTARIO"}[language])
    await phone.text("le camp a 8h cest trop tot")
    await phone.text(words)
    await phone.text(yes)
    await town.settle()
    assert await stopped(town, phone), [said.text for said in phone.all]


async def test_said_twice_in_other_words_it_is_done(town: Town) -> None:
    phone, _ = await reminded(town, "fr")
    await phone.text("lachez moi calisse")
    await phone.text("jai dit arretez de mecrire")
    await town.settle()
    assert await stopped(town, phone), [said.text for said in phone.all]


async def test_no_to_it_stops_nothing(town: Town) -> None:
    phone, _ = await reminded(town, "fr")
    await phone.text("je veux pu de messages")
    await phone.text("non")
    await town.settle()
    assert not await stopped(town, phone)


async def test_erasing_a_number_is_one_question_about_one_thing(town: Town) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await phone.text("efface mon numero")
    await town.settle()
    assert not any("vous retirez vos mots" in said.text for said in phone.all)


@pytest.mark.parametrize("words", ["👍", "👍👍👍", "✅", "👌"])
async def test_a_thumb_up_to_a_list_where_a_stop_stands_stops_nothing(town: Town, words: str) -> None:
    phone, _ = await reminded(town, "fr")
    await phone.text("je veux pu de messages")
    await phone.text(words)
    await town.settle()
    assert not await stopped(town, phone), [said.text for said in phone.all]
