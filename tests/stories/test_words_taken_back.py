"""Words that someone takes back, while they write or after: found, asked about first, never read."""

from __future__ import annotations

import pytest

from tests.support.comments import comments_of, confirmed, rose_and_a_meeting
from tests.support.phones import Phone, Town, folded

BACK = {
    "fr": (
        "delete it",
        "actually dont read that",
        "efface ca",
        "finalement lisez pas ca",
        "oubliez ca",
        "laisse faire",
    ),
    "en": ("delete it", "actually dont read that", "forget it", "never mind delete it"),
}
LAST = {"fr": ("COMMENTAIRE", "le camp a 8h cest trop tot"), "en": ("COMMENT", "the camp at 8 is too early")}


async def writing(town: Town, language: str) -> Phone:
    phone, _ = await rose_and_a_meeting(town, language=language)
    for words in LAST[language]:
        await phone.text(words)
    await town.settle()
    await phone.forget()
    return phone


@pytest.mark.parametrize(("language", "words"), [(code, words) for code, listed in BACK.items() for words in listed])
async def test_while_they_write_the_withdrawal_is_the_first_choice_or_done(
    town: Town, language: str, words: str
) -> None:
    phone = await writing(town, language)
    await phone.text(words)
    await town.settle()
    said = phone.all[-1].text
    assert "keep these words" not in said
    assert "gardez ces mots" not in said
    if "1 " in said:
        assert "1 oui, retirez-les" in said or "1 yes, take them back" in said
        await phone.text("1")
        await town.settle()
        said = phone.all[-1].text
    assert "ne seront pas lus" in said or "will not be read" in said
    assert not await comments_of(town)


async def test_two_keeps_what_was_written(town: Town) -> None:
    phone = await writing(town, "fr")
    await phone.text("laisse faire")
    await phone.expect("Vous voulez retirer vos mots?", "1 oui, retirez-les", "2 non, gardez-les")
    await phone.text("2")
    await phone.text("c'est tout")
    await phone.expect_any("le camp a 8h cest trop tot", "C'est exact?")


@pytest.mark.parametrize("words", ["efface ca", "finalement jveux pas que ca soit lu", "actually dont read that"])
async def test_after_it_was_kept_the_comment_is_found(town: Town, words: str) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await confirmed(phone)
    await phone.text(words)
    await town.settle()
    said = folded(phone.all[-1].text)
    assert "1 vous retirez vos mots" in said or "enlever le commentaire no 1" in said


async def test_a_stop_is_asked_about(town: Town) -> None:
    phone = await writing(town, "fr")
    await phone.text("arretez de mecrire")
    await phone.expect("Vous voulez arreter tous les messages?", "1 oui, arretez tout", "2 non, gardez ces mots")


async def test_a_call_is_noted_and_is_no_word_for_the_table(town: Town) -> None:
    phone = await writing(town, "fr")
    await phone.text("jpeux tu parler a kkun")
    await phone.expect("Maude vous appelle")
    await phone.text("c'est tout")
    read_back = await phone.expect_any("C'est exact?")
    assert "kkun" not in read_back.text
