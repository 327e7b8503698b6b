"""Joining, by text and on Telegram, in three languages; already in; saying no."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from db.consent import ConsentEntry
from db.contacts import Consent, Contact
from db.people import Person, Role, roles_of
from tests.support.people import coordinator, settle_in
from tests.support.phones import Town


async def test_someone_joins_by_text_and_their_own_words_are_kept(town: Town) -> None:
    phone = town.sms()
    await phone.text("JOINDRE")
    hello = await phone.expect("Alliance de la Vallee-des-Rives", "911", "ARRET", "Maude", "1 Francais", "2 English")
    assert hello.segments <= 2
    await phone.text("1")
    await phone.expect("prenom")
    await phone.text("rose")
    await phone.expect("Rose, on peut vous ecrire", "1 oui", "2 non")
    await phone.text("oui")
    await phone.expect("Bienvenue Rose", "AIDE", "ARRET")
    async with town.database.read() as session:
        entry = await session.scalar(select(ConsentEntry))
        person = await session.scalar(select(Person))
        assert person is not None
        assert entry is not None
        assert (entry.words, entry.given, entry.at) == ("JOINDRE / oui", True, town.now)
        assert (person.name, person.language) == ("Rose", "fr")
        assert await roles_of(session, person.id) == {Role.MEMBER}


async def test_someone_joins_on_telegram_in_english(town: Town) -> None:
    chat = town.telegram()
    await chat.text("/start", display_name="Joe", language_hint="en-CA")
    await chat.expect("This is Alliance", "not an emergency service", "Which language?")
    await chat.press("English")
    await chat.expect("first name")
    await chat.text("I'm Joe")
    await chat.expect("Joe, may we write to you")
    await chat.press("yes")
    await chat.expect("Welcome Joe")
    person = await chat.person()
    assert person is not None
    assert person.language == "en"


async def test_the_language_can_be_asked_for_from_the_first_word(town: Town) -> None:
    phone = town.sms()
    await phone.text("ENGLISH")
    await phone.expect("This is Alliance", "Language?")
    await phone.text("espanol")
    await phone.expect("nombre")
    await phone.text("Rosa")
    await phone.expect("Rosa, podemos escribirle")
    await phone.text("1")
    await phone.expect("Hola Rosa")


async def test_someone_who_says_no_at_the_end_is_never_written_to(town: Town) -> None:
    phone = town.sms()
    await phone.text("JOINDRE")
    await phone.text("1")
    await phone.text("Luc")
    await phone.forget()
    await phone.text("non")
    await phone.expect("on ne vous ecrira pas", "JOINDRE")
    async with town.database.read() as session:
        assert (await session.scalar(select(Contact.consent))) is Consent.NONE
        assert (await session.scalar(select(Person.id))) is None


async def test_help_in_the_middle_of_joining_is_answered_and_the_question_comes_back(town: Town) -> None:
    phone = town.sms()
    await phone.text("JOINDRE")
    await phone.text("1")
    await phone.forget()
    await phone.text("AIDE")
    await phone.expect("JOINDRE", "819 555-0142")
    await phone.expect("prenom")
    await phone.text("Rose")
    await phone.expect("Rose, on peut")


async def test_someone_who_is_in_already_is_told_so(town: Town) -> None:
    phone, chat = town.sms(), town.telegram()
    await settle_in(town, phone, "Rose")
    await settle_in(town, chat, "Luc")
    await phone.text("JOINDRE")
    await phone.expect("deja sur la liste", "1 c'est encore moi", "2 une autre personne")
    await phone.text("1")
    await phone.expect("rien n'est change")
    await chat.text("/start")
    await chat.expect("Vous etes deja sur la liste, Luc")


async def test_a_coordinator_learns_that_someone_joined(town: Town) -> None:
    maude, phone = await coordinator(town), town.sms()
    for words in ("JOINDRE", "1", "Rose", "oui"):
        await phone.text(words)
    await town.tick()
    await maude.expect("vient de joindre la liste")


async def test_an_answer_that_is_no_language_is_asked_again_with_an_example(town: Town) -> None:
    phone = town.sms()
    await phone.text("JOINDRE")
    await phone.forget()
    await phone.text("7")
    await phone.expect("chiffre de la liste", "Langue?")
    await phone.text("Français")
    await phone.expect("prenom")


async def test_a_name_given_too_soon_is_kept_and_says_the_language(town: Town) -> None:
    phone = town.sms()
    await phone.text("JOINDRE")
    await phone.forget()
    await phone.text("Rose")
    await phone.expect("Rose, on peut vous ecrire")


async def test_a_first_text_is_answered_in_its_language(town: Town) -> None:
    for address, words, answer in (
        ("+18195550111", "hi", "We do not know this number"),
        ("+18195550112", "hola", "No conocemos este numero"),
        ("+18195550113", "salu", "On ne connait pas ce numéro"),
    ):
        phone = town.sms(address)
        await phone.text(words)
        await phone.expect(answer)


async def test_a_sentence_in_spanish_or_in_creole_asks_to_join(town: Town) -> None:
    for address, words, answer in (
        ("+18195550111", "hola quiero unirme al grupo", "Para parar: STOP"),
        ("+18195550112", "bonjou mwen vle antre nan gwoup la", "SISPANN"),
    ):
        phone = town.sms(address)
        await phone.text(words)
        await phone.expect(answer)


async def test_a_yes_a_thanks_or_a_name_answers_the_question_of_the_language(town: Town) -> None:
    for address, words, asked in (
        ("+18195550111", "yes", "first name"),
        ("+18195550112", "ok", "first name"),
        ("+18195550113", "Debbie", "Debbie, may we"),
        ("+18195550114", "en français svp", "prénom"),
    ):
        phone = town.sms(address)
        await phone.text("JOIN")
        await phone.expect("Language?")
        await phone.text(words)
        await phone.expect(asked)


async def test_a_new_phone_is_no_name_and_a_person_puts_it_right(town: Town) -> None:
    for address, steps in (("+18195550111", ()), ("+18195550112", ("1",))):
        phone = town.sms(address)
        for words in ("JOINDRE", *steps):
            await phone.text(words)
        await phone.forget()
        await phone.text("I have a new phone")
        await phone.expect("nouveau téléphone?", "Maude")
    async with town.database.read() as session:
        assert await session.scalar(select(Person)) is None


async def test_a_sentence_is_no_name(town: Town) -> None:
    phone = town.sms()
    for words in ("JOINDRE", "1"):
        await phone.text(words)
    await phone.forget()
    await phone.text("je veux pas vous le dire")
    await phone.expect("un prénom ou un surnom", "Quel est votre prénom")
    await phone.text("Marie de la Mer")
    await phone.expect("Marie de la Mer, on peut")


@pytest.mark.parametrize(
    "words", ["ok jembarque", "inscrivez moi", "jveux embarquer", "hola quiero participar", "add me to the list please"]
)
async def test_who_asks_to_be_in_without_the_word_is_welcomed_as_with_it(town: Town, words: str) -> None:
    phone = town.sms()
    await phone.text(words)
    await phone.expect_any("911", "Alliance")
    await phone.text("1")
    await phone.expect_any("prenom")


@pytest.mark.parametrize("words", ["moi c johanne", "me llamo Marisol", "oui", "my name is Joe"])
async def test_who_answers_who_is_writing_is_asked_the_rest(town: Town, words: str) -> None:
    await coordinator(town)
    phone = town.sms()
    await phone.text("cest tu gratis chu sur une carte prepayée")
    await phone.text("vous faites koi la la")
    await phone.forget()
    await phone.text(words)
    await phone.expect_any("911", "Alliance")


@pytest.mark.parametrize("words", ["ok jembarque", "scusez du derangement", "merci beaucoup", "pas de trouble"])
async def test_politeness_is_no_name(town: Town, words: str) -> None:
    phone = town.sms()
    for said in ("JOINDRE", "1", words):
        await phone.text(said)
    await phone.forget()
    await phone.text("Johanne")
    await phone.expect("Johanne, on peut vous ecrire")
