"""What people outside texted and the program answered beside the point, told as phones see it."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select

from db.claims.tables import Claim
from db.people import Person
from tests.support.claims import expert, meeting, set_rates
from tests.support.comments import rose_and_a_meeting, tasks_of
from tests.support.phones import Phone, Town

WORDS = "le frigo doit rester au garage"


@pytest.mark.parametrize("words", ["62 km", "j'ai 62 km a faire pour venir", "gardienne 40 piasses"])
async def test_a_sum_before_the_first_meeting_is_kept_for_later(town: Town, words: str) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await phone.text(words)
    await phone.expect("Note", "apres la rencontre", "RECLAMER")
    assert "question" in await tasks_of(town)


async def test_a_sum_of_a_meeting_that_was_held_begins_a_claim(town: Town) -> None:
    await set_rates(town)
    phone = town.sms()
    await meeting(town, dt.date(2026, 1, 28), people=(await expert(town, phone),))
    await phone.text("62 km")
    await phone.expect("62 km")


async def test_children_who_come_along_are_told_to_a_person(town: Town) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await phone.text("3 enfants aussi")
    await phone.expect("Maude va lire votre message")


async def test_a_name_is_put_right_once_joined(town: Town) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await phone.text("mon nom cest pas Rose cest Rosalie")
    await phone.expect("Rosalie, et non plus Rose")
    person = await phone.person()
    assert person is not None
    assert person.name == "Rosalie"


async def written(town: Town) -> Phone:
    phone, _ = await rose_and_a_meeting(town)
    for words in ("COMMENTAIRE", WORDS, "c'est tout"):
        await phone.text(words)
    await phone.forget()
    return phone


async def test_a_yes_with_the_name_answers_the_words_read_back(town: Town) -> None:
    phone = await written(town)
    await phone.text("oui avec mon nom")
    await phone.expect("Commentaire no 1 note")


async def test_words_that_were_kept_are_written_again(town: Town) -> None:
    phone = await written(town)
    await phone.text("1")
    await phone.forget()
    await phone.text("finalement je veux la refaire")
    await phone.expect("les nouveaux mots seront confirmes")
    await phone.expect("Ecrivez vos mots")


async def test_an_insult_that_is_told_is_part_of_the_words(town: Town) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await phone.text("COMMENTAIRE")
    await phone.forget()
    await phone.text('il a crié "va chier maudite BS"')
    await phone.expect("C'est garde")


async def test_how_one_is_paid_says_the_way_that_was_asked_for(town: Town) -> None:
    phone, _ = await rose_and_a_meeting(town)
    async with town.database.write() as session:
        (await session.scalars(select(Person).where(Person.name == "Rose"))).one().paid_by = "cheque"
    await phone.text("comment vous me payez par cheque ou virement")
    await phone.expect("Vous avez demande: par cheque", "Maude va vous repondre")


async def test_what_was_decided_is_no_question_of_money(town: Town) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await phone.text("cest quoi quyont decide")
    await phone.expect("ce qui s'est decide")


async def test_the_number_that_is_asked_for_is_given(town: Town) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await phone.text("cest quoi le numero")
    await phone.expect("819 555-0142")


async def test_reclaiming_for_the_same_meeting_asks_what_is_new_and_sends_nothing(town: Town) -> None:
    await set_rates(town)
    phone = town.sms()
    await meeting(town, dt.date(2026, 1, 28), people=(await expert(town, phone),))
    for words in ("RECLAMER autobus 7,50", "1"):
        await phone.text(words)
    await phone.forget()
    await phone.text("je veux reclamer encore pour la meme rencontre")
    await phone.expect("Pour venir, avez-vous paye quelque chose?")
    async with town.database.read() as session:
        assert len((await session.scalars(select(Claim))).all()) == 1
