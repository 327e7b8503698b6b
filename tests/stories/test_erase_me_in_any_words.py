"""The right to be erased, in each language and way people ask for it."""

from __future__ import annotations

import pytest

from tests.support.comments import rose_and_a_meeting
from tests.support.phones import Town

SAID = [
    ("en", "delete everything about me"), ("en", "please delete all my information"),
    ("en", "wipe everything you have on me"), ("en", "i want my data deleted"), ("es", "borren mis datos"),
    ("es", "olviden mis datos"), ("es", "quiero que borren todo lo que tienen de mi"),
    ("ht", "efase tout sa nou gen sou mwen"), ("ht", "mwen vle nou bliye m"),
    ("fr", "je veux effacer tout ce que vous avez sur moi"), ("fr", "supprimez mes données personnelles svp"),
    ("fr", "jveux que vous effaciez tout ce que vous avez sur moi"), ("fr", "pouvez-vous effacer mon dossier"),
]  # fmt: skip
BEGINS = {
    "fr": "On efface votre nom",
    "en": "We erase your name",
    "es": "Borramos su nombre",
    "ht": "Nou efase non ou",
}


@pytest.mark.parametrize(("language", "words"), SAID)
async def test_what_goes_and_what_stays_is_said_and_four_digits_confirm_it(
    town: Town, language: str, words: str
) -> None:
    phone, _ = await rose_and_a_meeting(town, language=language)
    await phone.text(words)
    await phone.expect(BEGINS[language])
    assert any(letter.isdigit() for letter in phone.all[-1].text)


@pytest.mark.parametrize("words", ["je veux effacer tout ce que vous avez sur moi", "delete all my information"])
async def test_of_somebody_who_is_joining_it_ends_there(town: Town, words: str) -> None:
    phone = town.sms("+18195550999")
    for said in ("joindre", "1", "Lucie"):
        await phone.text(said)
    await phone.forget()
    await phone.text(words)
    await phone.expect("puis on l'efface")
    await phone.text("oui")
    await town.settle()
    assert await phone.person() is None


@pytest.mark.parametrize("words", ["effacez ma demande d'argent", "borren mi comentario", "delete the taxi"])
async def test_of_words_or_of_money_it_erases_nobody(town: Town, words: str) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await phone.text(words)
    await town.settle()
    assert not any("On efface votre nom" in said.text for said in phone.all)
