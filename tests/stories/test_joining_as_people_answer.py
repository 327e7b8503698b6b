"""Joining, as people answer it: what is no name becomes none, a name in a sentence is found, children bring a parent.

"Do not write to me" is heard at every step, and joining begins once.
"""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from db.contacts import Consent, contact_at
from db.conversations import Dialogue
from db.people import Person
from tests.support.phones import Phone, Town


async def at_the_name(town: Town, language: str = "1") -> Phone:
    phone = town.sms()
    for words in ("joindre", language):
        await phone.text(words)
    await town.settle()
    await phone.forget()
    return phone


async def named(town: Town) -> list[str]:
    async with town.database.read() as session:
        return list(await session.scalars(select(Person.name)))


async def consent(town: Town, phone: Phone) -> Consent | None:
    async with town.database.read() as session:
        found = await contact_at(session, phone.channel.value, phone.address)
        return found.consent if found is not None else None


NO_NAMES = [
    ("1", "oui"), ("1", "plus tard"), ("1", "attends un peu"), ("1", "pas tout de suite"), ("1", "ça vous regarde pas"),
    ("1", "pourquoi vous voulez mon nom"), ("1", "non"), ("1", "bof"), ("2", "not now"), ("2", "i'd rather not say"),
    ("2", "hold on"), ("3", "nada"), ("3", "espere un momento"), ("4", "tann yon ti moman"), ("4", "m pa vle di"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words"), NO_NAMES)
async def test_a_yes_a_refusal_or_a_hesitation_is_no_name(town: Town, language: str, words: str) -> None:
    phone = await at_the_name(town, language)
    for said in (words, "oui", "1"):
        await phone.text(said)
    await town.settle()
    assert await named(town) == [], [said.text for said in phone.all]
    await phone.text("Lucie")
    await phone.text("oui")
    await town.settle()
    assert await named(town) == ["Lucie"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("oui c'est Chantal", "Chantal"),
        ("mon nom s'écrit Francyne", "Francyne"),
        ("vous pouvez m'appeler Bob", "Bob"),
        ("my name is Robert not Bob", "Robert"),
        ("ok mettez juste Rita", "Rita"),
        ("me llamo Lucía Pérez", "Lucía Pérez"),
        ("non mwen se Jislene", "Jislene"),
    ],
)
async def test_a_name_inside_a_sentence_is_found(town: Town, words: str, name: str) -> None:
    phone = await at_the_name(town)
    for said in (words, "oui"):
        await phone.text(said)
    await town.settle()
    assert await named(town) == [name]


async def test_a_hesitation_is_given_time_and_the_way_out(town: Town) -> None:
    phone = await at_the_name(town)
    await phone.text("attends un peu")
    await phone.expect("Prenez votre temps", "ANNULER", "Quel est votre prénom")


async def test_a_name_told_at_once_is_not_asked_again(town: Town) -> None:
    phone = town.sms()
    for words in ("bonjour, je m'appelle Francine, j'aimerais m'inscrire", "oui", "1"):
        await phone.text(words)
    await town.settle()
    assert not any("Quel est votre prenom" in said.text for said in phone.all)


AGES = ["im 12 can i join", "j'ai douze ans", "Zoe, 12 ans", "tengo 12 años y quiero participar", "mwen gen douz an"]


@pytest.mark.parametrize("words", AGES)
@pytest.mark.parametrize("before", [(), ("joindre",), ("joindre", "2"), ("joindre", "2", "Zoe")])
async def test_a_child_comes_with_a_parent_whenever_they_say_their_age(
    town: Town, before: tuple[str, ...], words: str
) -> None:
    phone = town.sms()
    for said in (*before, words):
        await phone.text(said)
    await town.settle()
    assert "819 555-0142" in phone.all[-1].text, phone.all[-1].text
    assert "14" in phone.all[-1].text
    for said in ("Zoe", "yes", "1"):
        await phone.text(said)
    await town.settle()
    assert await named(town) == []


async def test_a_child_who_says_it_with_the_wish_to_join_comes_with_a_parent(town: Town) -> None:
    phone = town.sms()
    await phone.text("je veux m'inscrire j'ai 12 ans")
    await phone.expect("avec un parent")


NOT_WRITTEN = [
    "parlez moi plus jamais", "finalement ecrivez moi pas", "jveux pas que vous mecriviez",
    "lachez moi avec vos affaires", "dont text me", "no me escriban", "pa ekri m ankò", "achalez moi pas",
]  # fmt: skip


@pytest.mark.parametrize("words", NOT_WRITTEN)
@pytest.mark.parametrize("before", [(), ("joindre", "1"), ("joindre", "1", "Lucie")])
async def test_do_not_write_to_me_is_heard_and_a_yes_to_it_enrols_nobody(
    town: Town, before: tuple[str, ...], words: str
) -> None:
    phone = town.sms()
    for said in (*before, words, "oui"):
        await phone.text(said)
    await town.settle()
    assert await consent(town, phone) is not Consent.GIVEN, [said.text for said in phone.all]
    assert await named(town) == []


async def test_start_while_joining_begins_no_second_joining(town: Town) -> None:
    phone = town.sms()
    for words in ("joindre", "START", "3", "Carlos", "si", "cuando es la reunion"):
        await phone.text(words)
    await town.settle()
    assert await named(town) == ["Carlos"]
    async with town.database.read() as session:
        assert await session.scalar(select(func.count()).select_from(Dialogue)) == 1
