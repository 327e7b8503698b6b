"""Corrected, withdrawn, without a name: before and after they confirmed, until the table has heard them."""

from __future__ import annotations

import pytest

from db.comments.tables import CommentState
from tests.support.comments import (
    comments_of,
    confirmed,
    rose_and_a_meeting,
    the_comment,
    write,
)
from tests.support.people import coordinator
from tests.support.phones import Town


@pytest.mark.parametrize("word", ["CORRIGE", "2", "corriger"])
async def test_corrected_before_confirming(town: Town, word: str) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await write(phone)
    await phone.text(word)
    await phone.expect("Ecrivez")
    await phone.text("le camp a 9h ce serait mieux")
    await phone.text("1")
    said = await phone.expect_any("le camp a 9h ce serait mieux", "C'est exact?")
    assert "trop tot" not in said.text
    await phone.text("1")
    assert (await the_comment(town)).words == "le camp a 9h ce serait mieux"


@pytest.mark.parametrize("word", ["RETIRER", "4", "retirer"])
async def test_withdrawn_before_confirming(town: Town, word: str) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await write(phone)
    await phone.text(word)
    await phone.expect("ne seront pas lus")
    assert await comments_of(town) == []


@pytest.mark.parametrize("word", ["SANS MON NOM", "3", "sans mon nom"])
async def test_without_a_name_before_confirming(town: Town, word: str) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await write(phone)
    await phone.text(word)
    await phone.expect("sans votre nom", "C'est exact?")
    await phone.text("1")
    await phone.expect("sans votre nom. Denis le lira")
    assert (await the_comment(town)).with_name is False


async def test_a_name_left_out_stays_out_when_the_words_are_corrected(town: Town) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await write(phone)
    await phone.text("3")
    await phone.text("2")
    await phone.text("le camp a 9h ce serait mieux")
    await phone.text("1")
    said = await phone.expect_any("le camp a 9h ce serait mieux")
    assert "Rose" not in said.text
    await phone.text("1")
    assert (await the_comment(town)).with_name is False


async def test_corrected_after_confirming_the_old_words_stay_until_the_new_ones_are_confirmed(town: Town) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await confirmed(phone)
    await phone.text("CORRIGE")
    await phone.expect("prendront la place")
    await phone.expect("Ecrivez")
    assert [c.state for c in await comments_of(town)] == [CommentState.CONFIRMED]
    await phone.text("le camp a 9h ce serait mieux")
    await phone.text("1")
    await phone.expect_any("C'est exact?")
    await phone.text("1")
    await phone.expect("Commentaire no 2")
    old, new = await comments_of(town)
    assert (old.state, old.words) == (CommentState.WITHDRAWN, "")
    assert (new.state, new.words) == (CommentState.CONFIRMED, "le camp a 9h ce serait mieux")


async def test_of_two_comments_which_one_is_asked_before_anything_is_withdrawn(town: Town) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await confirmed(phone, "le camp a 8h cest trop tot")
    await confirmed(phone, "le souper pourrait etre plus long")
    await phone.text("RETIRER")
    await phone.expect("C'est pour lequel?", "1 no 2: le souper", "2 no 1: le camp")
    await phone.text("2")
    await phone.expect("Enlever le commentaire no 1?")
    await phone.text("non")
    await phone.expect("rien n'est change")
    await phone.text("RETIRER 1")
    await phone.expect("Enlever le commentaire no 1?")
    await phone.text("1")
    await phone.expect("no 1 est enleve")
    assert [c.state for c in await comments_of(town)] == [CommentState.WITHDRAWN, CommentState.CONFIRMED]


@pytest.mark.parametrize("word", ["RETIRER", "CORRIGE"])
async def test_nothing_to_take_back(town: Town, word: str) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await phone.text(word)
    await phone.expect("pas de commentaire en attente", "COMMENTAIRE")


@pytest.mark.parametrize("word", ["RETIRER", "CORRIGE", "SANS MON NOM"])
async def test_after_the_reading_it_is_said_honestly(town: Town, word: str) -> None:
    maude = await coordinator(town)
    phone, meeting = await rose_and_a_meeting(town)
    await confirmed(phone)
    town.now = town.local(2026, 2, 10, 17)
    await maude.tell(f"/lu {meeting.id}")
    await phone.forget()
    await phone.text(word)
    await phone.expect("deja ete lu a la table", "10 fev.", "PARLER")
    assert (await the_comment(town)).state is CommentState.READ


async def test_read_while_they_made_up_their_mind(town: Town) -> None:
    maude = await coordinator(town)
    phone, meeting = await rose_and_a_meeting(town)
    await confirmed(phone)
    town.now = town.local(2026, 2, 10, 17)
    await phone.text("RETIRER")
    await phone.expect("Enlever le commentaire no 1?")
    await maude.tell(f"/lu {meeting.id}")
    await phone.expect_any("lu a la table")
    await phone.text("oui")
    await phone.expect("deja ete lu a la table")
