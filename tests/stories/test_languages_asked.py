"""A language asked for in a sentence, or said not to be spoken: theirs from then on, and never the one they refuse."""

from __future__ import annotations

import pytest

from tests.support.comments import rose_and_a_meeting
from tests.support.phones import Town

SAID = [
    ("no hablo frances", "es"), ("no hablo francés", "es"), ("mwen pa pale franse", "ht"),
    ("mwen pa konprann franse", "ht"), ("i dont speak french", "en"), ("i can't read french", "en"),
    ("m pa pale angle, kreyol silvouple", "ht"), ("gracias, prefiero español", "es"), ("parle moi en anglais", "en"),
    ("pale kreyòl avè m", "ht"), ("can you switch to english", "en"), ("mwen pa pale franse, pale kreyòl", "ht"),
    ("yo no leo francés", "es"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "language"), SAID)
async def test_the_messages_are_in_it_from_then_on(town: Town, words: str, language: str) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await phone.text(words)
    await town.settle()
    person = await phone.person()
    assert person is not None
    assert person.language == language, phone.all[-1].text


@pytest.mark.parametrize("words", ["finalement en français stp", "non français"])
@pytest.mark.parametrize("language", ["en", "es", "ht"])
async def test_french_is_asked_for_in_french(town: Town, words: str, language: str) -> None:
    phone, _ = await rose_and_a_meeting(town, language=language)
    await phone.text(words)
    await town.settle()
    person = await phone.person()
    assert person is not None
    assert person.language == "fr", phone.all[-1].text


async def test_who_says_in_french_that_they_do_not_speak_it_is_asked_which(town: Town) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await phone.text("je parle pas français")
    await phone.expect("Dans quelle langue?", "ENGLISH", "KREYOL")


@pytest.mark.parametrize("words", ["mon formulaire est juste en anglais", "la rencontre est tu en français"])
async def test_words_about_a_language_change_nothing(town: Town, words: str) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await phone.text(words)
    await town.settle()
    person = await phone.person()
    assert person is not None
    assert person.language == "fr"


async def test_while_a_name_is_asked_it_is_no_name(town: Town) -> None:
    phone = town.sms("+18195550999")
    for words in ("joindre", "4", "non en français finalement"):
        await phone.text(words)
    await town.settle()
    assert "Quel est votre prenom" in phone.all[-1].text.replace("é", "e"), phone.all[-1].text
