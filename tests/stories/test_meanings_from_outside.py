"""What people outside texted the program, told as phones see it: each is a kind, not a sentence."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from db.conversations import Dialogue, DialogueState, Task, TaskKind
from db.people import Person
from tests.support.comments import rose_and_a_meeting, the_comment
from tests.support.people import coordinator
from tests.support.phones import Phone, Town

STRANGER = "+18195550155"


async def newcomer(town: Town, *said: str) -> Phone:
    await coordinator(town)
    phone = town.sms(STRANGER)
    for words in said:
        await phone.text(words)
    await phone.forget()
    return phone


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (["JOINDRE"], "wrong number"),
        (["JOIN", "2"], "sorry, wrong number"),
        (["JOINDRE", "1"], "vous avez le mauvais numéro"),
        (["JOINDRE", "1", "Rose"], "mauvais numéro"),
        (["quiero participar"], "número equivocado"),
    ],
)
async def test_a_wrong_number_ends_joining_and_nothing_more_is_asked(town: Town, before: list[str], words: str) -> None:
    phone = await newcomer(town, *before)
    await phone.text(words)
    await phone.expect("Alliance")
    await phone.expect_nothing()
    async with town.database.read() as session:
        assert await session.scalar(select(Dialogue).where(Dialogue.state == DialogueState.ACTIVE)) is None
        assert await session.scalar(select(Person).where(Person.name.in_(["Rose", words]))) is None
        assert await session.scalar(select(Task).where(Task.kind == TaskKind.UNKNOWN_NUMBER)) is not None


@pytest.mark.parametrize(
    ("first", "again"),
    [("I want to join", "I want to join"), ("join", "join please"), ("JOINDRE", "je veux m'inscrire")],
)
async def test_saying_again_that_one_wants_to_join_is_no_name_and_does_not_begin_again(
    town: Town, first: str, again: str
) -> None:
    phone = await newcomer(town, first, "2")
    await phone.text(again)
    await phone.expect("name")
    await phone.expect_nothing()
    await phone.text("Bob")
    await phone.expect("Bob, may we write to you")


@pytest.mark.parametrize("words", ["je regrette d'avoir demandé", "non laissez faire", "never mind", "pas besoin"])
async def test_a_regret_is_no_hour_and_nobody_calls(town: Town, words: str) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await phone.text("PARLER")
    await phone.expect("Le meilleur moment?")
    await phone.text(words)
    await phone.expect("on ne vous appelle pas", "PARLER")
    async with town.database.read() as session:
        task = await session.scalar(select(Task).where(Task.kind == TaskKind.CALL))
        assert task is not None
        assert task.closed_at is not None


async def test_an_hour_in_their_words_is_still_an_hour(town: Town) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await phone.text("PARLER")
    await phone.forget()
    await phone.text("pas avant 5h")
    await phone.expect("C'est note: pas avant 5h")


async def test_a_wish_to_stay_unnamed_goes_with_the_words_that_follow_it(town: Town) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await phone.text("jveux pas que mon nom soit dit")
    await phone.expect("vos mots seront lus sans votre nom")
    await phone.text("dites que l'autobus passe plus le samedi, le monde reste chez eux")
    for _ in range(4):
        await town.settle()
        if any("Noté, sans votre nom" in said.text for said in phone.all):
            break
        await phone.text("1")
    await town.settle()
    assert (await the_comment(town)).with_name is False


async def test_a_wish_to_stay_unnamed_that_is_declined_asks_nothing_more(town: Town) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await phone.text("sans mon nom")
    await phone.forget()
    await phone.text("non")
    await phone.forget()
    async with town.database.read() as session:
        assert await session.scalar(select(Dialogue)) is None


async def test_a_yes_that_comes_days_after_the_offer_to_carry_words_opens_nothing(town: Town) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await phone.text("ABSENT")
    await phone.expect_any("dire quelque chose")
    await town.move(days=2, hours=1)
    await phone.forget()
    await phone.text("oui")
    await phone.forget()
    async with town.database.read() as session:
        assert await session.scalar(select(Dialogue)) is None


@pytest.mark.parametrize("words", ["where", "non jai pas mangé", "jpeux pu", "la rencontre de mars n'y est pas"])
async def test_what_is_no_cry_alerts_nobody(town: Town, words: str) -> None:
    phone, _ = await rose_and_a_meeting(town)
    maude = town.telegram()
    await maude.forget()
    await phone.text(words)
    await town.settle()
    async with town.database.read() as session:
        tasks = await session.scalars(select(Task).where(Task.kind == TaskKind.DISTRESS, Task.alert_at.is_not(None)))
        assert not tasks.all()


@pytest.mark.parametrize("words", ["JE VIENS", "je viens finalement", "non non jai pas dit que je venais pas"])
async def test_coming_after_all_closes_the_offer_made_to_the_absent(town: Town, words: str) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await phone.text("ABSENT")
    await phone.expect("Voulez-vous dire quelque chose à la table?")
    await phone.text(words)
    await phone.expect("vous venez")
    await phone.text("1")
    await phone.expect("vous venez")
    async with town.database.read() as session:
        assert await session.scalar(select(Dialogue)) is None


@pytest.mark.parametrize(
    ("language", "wish", "heard", "words", "shown"),
    [
        ("fr", "SANS MON NOM", "sans votre nom", "dites que les bus sont trop rares", "sans votre nom"),
        ("en", "NO NAME", "without your name", "tell them the bus is never on time", "without your name"),
        ("es", "SIN MI NOMBRE", "sin su nombre", "digan que el autobus es muy caro", "sin su nombre"),
        ("ht", "SAN NON MWEN", "san non ou", "di yo bis la twò chè", "san non ou"),
    ],
)
async def test_a_wish_for_no_name_before_any_words_is_said_back_and_kept(
    town: Town, language: str, wish: str, heard: str, words: str, shown: str
) -> None:
    phone, _ = await rose_and_a_meeting(town, language=language)
    await phone.text(wish)
    await phone.expect(heard)
    await phone.text(words)
    await phone.expect(shown)


async def test_a_wish_for_no_name_holds_the_next_days_too_until_they_say_otherwise(town: Town) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await phone.text("SANS MON NOM")
    await phone.forget()
    await town.move(hours=30)
    await phone.text("dites que les bus sont trop rares")
    await phone.expect("sans votre nom")
    await phone.text("1")
    await phone.text("vous pouvez mettre mon nom")
    await phone.forget()
    await phone.text("dites que le camp a 8h cest trop tot")
    await phone.expect_any("avec votre nom (Rose)")


@pytest.mark.parametrize("before", [(), ("RECLAMER",)])
async def test_hunger_is_asked_about_kindly_wherever_it_is_said(town: Town, before: tuple[str, ...]) -> None:
    phone, _ = await rose_and_a_meeting(town)
    for words in before:
        await phone.text(words)
    await phone.forget()
    await phone.text("je meurs de faim")
    await phone.expect("On pense à vous", "2 non, appelez-moi")
