"""A coordinator's forms: they can be left, they never come back in the middle of something else."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from db.conversations import Task
from tests.support.people import coordinator
from tests.support.phones import Town


@pytest.mark.parametrize("word", ["ANNULER", "annule", "Annuler!"])
async def test_a_form_is_left_by_one_word_at_any_question(town: Town, word: str) -> None:
    maude = await coordinator(town)
    await maude.text("/personne")
    await maude.expect("nom?")
    await maude.text(word)
    await maude.expect("on laisse ca la")
    await maude.text("/rencontre")
    await maude.expect("Quelle table")
    await maude.text("COCO")
    await maude.expect("jour")
    await maude.text(word)
    await maude.expect("on laisse ca la")


async def test_another_command_takes_the_place_of_a_form(town: Town) -> None:
    maude = await coordinator(town)
    await maude.text("/personne")
    await maude.expect("nom?")
    await maude.text("/rencontre")
    await maude.expect("Quelle table")
    await maude.text("annuler")
    await maude.expect("on laisse ca la")
    await maude.text("/rencontres")
    await maude.expect("Aucune rencontre")
    await maude.expect_nothing()


async def test_looking_at_something_leaves_a_form_where_it_is(town: Town) -> None:
    maude = await coordinator(town)
    await maude.text("/personne")
    await maude.expect("nom?")
    await maude.text("/rencontres")
    await maude.expect("Aucune rencontre")
    await maude.text("Lise")
    await maude.expect("telephone")


async def test_a_stop_in_a_form_leaves_the_form_and_a_second_one_stops(town: Town) -> None:
    maude = await coordinator(town)
    await maude.text("/personne")
    await maude.expect("nom?")
    await maude.text("arrete")
    await maude.expect("Rien n'est fait", "ARRET encore une fois")
    await maude.text("ARRET")
    await maude.expect("plus aucun message")


async def test_an_answer_never_understood_leaves_the_form_and_nobody_is_told_to_call_oneself(town: Town) -> None:
    maude = await coordinator(town)
    await maude.text("/rencontre")
    await maude.expect("Quelle table")
    await maude.text("COCO")
    await maude.expect("jour")
    for _ in range(5):
        await maude.text("bof")
    await maude.expect_any("J'ai laisse cette question", "/aide")
    async with town.database.read() as session:
        assert (await session.scalars(select(Task))).all() == []
