"""Joining by people who misspell, correct themselves, cannot read, write in another language, or speak of something
else: nobody is lost, and no remark becomes a name."""

from __future__ import annotations

import pytest

from tests.support.comments import rose_and_a_meeting, tasks_of
from tests.support.people import coordinator
from tests.support.phones import Phone, Town


async def asked_for_consent(town: Town, name: str, language: str = "1") -> Phone:
    phone = town.sms()
    await phone.text("JOINDRE")
    await phone.text(language)
    await phone.text(name)
    await phone.forget()
    return phone


@pytest.mark.parametrize(
    ("first", "words", "name"),
    [
        ("gaetane", "mon nom est mal ecrit c gaétanne avec 2 n", "Gaétanne"),
        ("Dawn Miller", "sorry its Dawn Muller with a u", "Dawn Muller"),
        ("Luc Lachance", "scuse c pas lachance c lavance", "Luc Lavance"),
    ],
)
async def test_a_name_is_put_right_in_a_sentence(town: Town, first: str, words: str, name: str) -> None:
    phone = await asked_for_consent(town, first)
    await phone.text(words)
    await phone.expect(f"{name}, on peut vous ecrire", "1 oui")
    await phone.text("1")
    await phone.expect(f"Bienvenue {name}!")
    person = await phone.person()
    assert person is not None
    assert person.name == name


async def test_a_remark_about_the_spelling_is_for_a_human(town: Town) -> None:
    maude = await coordinator(town)
    phone = await asked_for_consent(town, "gaetane")
    await phone.text("mon nom est mal ecrit c gaétanne avec 2 n")
    await phone.expect("Gaetanne, on peut vous ecrire")
    assert "question" in await tasks_of(town)
    await maude.text("/appels")
    await maude.expect_any("avec 2 n")


async def test_a_name_said_early_is_put_right_without_asking_the_language_again(town: Town) -> None:
    phone = town.sms()
    for words in ("JOINDRE", "Gaetane"):
        await phone.text(words)
    await phone.forget()
    await phone.text("c pas Gaetane c Ghislaine")
    await phone.expect("Ghislaine, on peut vous ecrire")


async def test_corrige_mon_nom_asks_the_name_again(town: Town) -> None:
    phone = await asked_for_consent(town, "gaetane")
    await phone.text("CORRIGE mon nom")
    await phone.expect("prenom")
    await phone.text("Gaétanne")
    await phone.expect("Gaetanne, on peut vous ecrire")


async def test_a_name_beside_a_wish_is_kept_and_the_wish_is_passed_on(town: Town) -> None:
    maude = await coordinator(town)
    phone = town.sms()
    await phone.text("JOINDRE")
    await phone.text("1")
    await phone.forget()
    await phone.text("jmappelle gaetane mais cest le cell a ma fille")
    await phone.expect("Gaetane, on peut vous ecrire")
    await maude.text("/appels")
    await maude.expect_any("cell a ma fille")


@pytest.mark.parametrize("step", [0, 1, 2, 3])
@pytest.mark.parametrize("words", ["jaimerais mieux kon mappelle jlis pas ben", "je sais pas lire ben ben"])
async def test_who_cannot_read_is_called_at_any_step(town: Town, step: int, words: str) -> None:
    phone = town.sms()
    for answer in ("JOINDRE", "1", "Rose")[:step]:
        await phone.text(answer)
    await phone.forget()
    await phone.text(words)
    await phone.expect_any("vous appelle")
    assert "call" in await tasks_of(town)


@pytest.mark.parametrize(
    ("words", "hello", "language", "name"),
    [
        ("hola quiero participar", "¿", "es", "nombre"),
        ("bonjou mwen vle patisipe", "lang", "ht", "non"),
    ],
)
async def test_newcomers_are_answered_in_their_language(
    town: Town, words: str, hello: str, language: str, name: str
) -> None:
    phone = town.sms()
    await phone.text(words)
    await phone.expect(hello)
    await phone.text("si" if language == "es" else "wi")
    await phone.expect(name)
    await phone.text("Rosa")
    await phone.expect("Rosa", "1 ")
    await phone.text("1")
    await phone.expect_any("Rosa")
    person = await phone.person()
    assert person is not None
    assert person.language == language


@pytest.mark.parametrize("words", ["pa mete non mwen", "mettez pas mon nom", "dont put my name"])
async def test_a_wish_to_stay_unnamed_is_no_refusal_to_join(town: Town, words: str) -> None:
    phone = await asked_for_consent(town, "Rosa")
    await phone.text(words)
    await phone.expect("sans votre oui", "Rosa, on peut vous ecrire", "1 oui")
    await phone.text("1")
    await phone.expect("Bienvenue Rosa")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("jveux quon mappelle madame tremblay", "tremblay"),
        ("appelez moi Rosie svp", "Rosie"),
        ("call me Rosie", "Rosie"),
        ("je préfère que vous m'appeliez Rosie", "Rosie"),
    ],
)
async def test_how_they_wish_to_be_called_is_a_name_and_no_call(town: Town, words: str, name: str) -> None:
    await coordinator(town)
    rose, _ = await rose_and_a_meeting(town)
    await rose.text(words)
    assert name.lower() in (await rose.expect_any("")).text.lower()
    person = await rose.person()
    assert person is not None
    assert name.lower() in person.name.lower()


@pytest.mark.parametrize("words", ["appelez moi demain", "appelez moi svp", "call me tomorrow", "appelez moi lundi"])
async def test_a_call_that_is_asked_for_is_no_name(town: Town, words: str) -> None:
    await coordinator(town)
    rose, _ = await rose_and_a_meeting(town)
    await rose.text(words)
    await rose.expect_any("Maude")
    person = await rose.person()
    assert person is not None
    assert person.name == "Rose"


async def test_a_name_put_right_before_it_was_asked_for_is_the_name(town: Town) -> None:
    phone = town.sms()
    for words in ("JOINDRE", "lachance", "scuse c pas lachance c lavance"):
        await phone.text(words)
    await phone.expect_any("Lavance, on peut vous ecrire")


@pytest.mark.parametrize("words", ["Gaetane Roy", "jmappelle gaetane roy mais cest le cell a ma fille"])
async def test_a_whole_name_said_to_the_question_of_the_language_is_kept(town: Town, words: str) -> None:
    await coordinator(town)
    phone = town.sms()
    await phone.text("JOINDRE")
    await phone.text(words)
    await phone.expect_any("Gaetane", "on peut vous ecrire")


async def test_corrige_mon_nom_asks_for_the_name_again(town: Town) -> None:
    phone = town.sms()
    await phone.text("JOINDRE")
    await phone.text("Gaetane")
    await phone.forget()
    await phone.text("CORRIGE mon nom")
    await phone.expect("Quel est votre prénom")
    await phone.text("Ghislaine")
    await phone.expect("Ghislaine, on peut vous ecrire")


@pytest.mark.parametrize(
    ("language", "words", "kept", "asked"),
    [
        ("1", "dites leur que lautobus passe pu a 5h", "Maude va lire", "on peut vous ecrire"),
        ("2", "tell them the bus stops at 5", "Maude will read", "may we write to you"),
    ],
)
async def test_words_for_the_table_said_while_joining_are_kept_for_a_person(
    town: Town, language: str, words: str, kept: str, asked: str
) -> None:
    await coordinator(town)
    phone = await asked_for_consent(town, "Dawn", language)
    await phone.text(words)
    await phone.expect(kept)
    await phone.expect(asked)
    assert "question" in await tasks_of(town)


async def test_hunger_in_creole_is_heard_of_a_stranger_who_said_hola(town: Town) -> None:
    await coordinator(town)
    phone = town.sms()
    await phone.text("hola")
    await phone.expect("quién escribe")
    await phone.text("mwen bezwen manje pou pitit mwen")
    await phone.expect("Pou manje: rele 211")


@pytest.mark.parametrize(("words", "answer"), [("AYUDA", "Para hablar"), ("ED", "Pou pale"), ("aide", "Pour parler")])
async def test_help_of_a_stranger_is_in_the_language_of_their_word(town: Town, words: str, answer: str) -> None:
    await coordinator(town)
    phone = town.sms()
    await phone.text(words)
    await phone.expect(answer)
