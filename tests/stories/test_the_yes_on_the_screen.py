"""A yes is for the question on the screen, and a courtesy for none; words, sums, names are kept as they were given."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select

from db.claims.tables import Claim
from db.contacts import contact_at
from tests.support.claims import expert, meeting, set_rates
from tests.support.comments import comments_of, tasks_of, the_comment
from tests.support.meetings import announced, answers, arrive, seated
from tests.support.people import coordinator
from tests.support.phones import Phone, Town


async def reminded(town: Town) -> Phone:
    """Rose, who was just asked whether she comes."""
    maude, rose = await coordinator(town), town.sms()
    await seated(town, rose, "Rose")
    await announced(town, maude)
    await arrive(town, 2, 3, 10, 30)
    await rose.forget()
    return rose


async def write(phone: Phone, *texts: str) -> None:
    """Each is written in turn; what the last one brings is left unread."""
    for words in texts:
        await phone.forget()
        await phone.text(words)


@pytest.mark.parametrize("yes", ["oui cest ca", "oui envoye"])
async def test_a_yes_in_two_words_is_for_what_is_asked(town: Town, yes: str) -> None:
    rose = await reminded(town)
    await rose.text("cest tout")
    await rose.expect("Vous voulez dire: vous ne venez pas?")
    await rose.text(yes)
    await rose.expect("vous ne venez pas")
    assert await answers(town, 1) == {"Rose": "absent"}


async def test_a_courtesy_after_refusals_is_no_presence(town: Town) -> None:
    rose = await reminded(town)
    await write(rose, "bof", "jaimerais mieux pas", "oublie ca", "ok dabord")
    await rose.expect("Maude va lire votre message")
    assert await answers(town, 1) == {}


async def test_a_yes_to_several_readings_asks_which_without_scolding(town: Town) -> None:
    rose = await reminded(town)
    await write(rose, "oui jva venir", "jpeux pas venir?", "ouais cest ca")
    await rose.expect("Lequel?", "1 vous ne venez pas")
    assert await answers(town, 1) == {"Rose": "coming"}


async def test_a_courtesy_sends_no_words_with_a_name(town: Town) -> None:
    rose = await reminded(town)
    await write(rose, "peut-etre", "lautobus passe pas chez nous", "peut-etre", "ok dabord")
    assert await comments_of(town) == []


async def test_is_it_done_is_no_presence(town: Town) -> None:
    rose = await reminded(town)
    await write(rose, "arretez de mecrire", "finalement jveux revenir", "c bon la chu tu dedans")
    await rose.expect("Maude va lire votre message")
    assert await answers(town, 1) == {}


async def test_a_yes_without_the_name_keeps_the_name_out(town: Town) -> None:
    rose = await reminded(town)
    await write(rose, "jai un commentaire", "les bus passent pas le dimanche", "cest tout", "oui sans mon nom")
    await rose.expect("Denis lira ceci sans votre nom")
    assert await comments_of(town) == []


async def test_words_put_right_are_read_back_with_the_rest(town: Town) -> None:
    rose = await reminded(town)
    await write(rose, "jpeux pas", "oui", "le 40 passe pas le dimanche", "oups cest le 41", "cest tout")
    await rose.expect('"le 40 passe pas le dimanche oups cest le 41"')
    await rose.text("oui")
    await rose.expect("Commentaire no 1")
    assert "41" in (await the_comment(town)).words


async def test_no_words_are_said_kept_when_there_are_none(town: Town) -> None:
    rose = await reminded(town)
    await write(rose, "mets mon nom")
    await rose.expect("On n'a pas encore vos mots", "COMMENTAIRE")


async def test_a_wish_for_no_name_said_first_opens_the_writing(town: Town) -> None:
    rose = await reminded(town)
    await write(rose, "jai de quoi a dire mais sans mon nom")
    await rose.expect("Ecrivez vos mots")
    await write(rose, "le monsieur du CLSC nous parle comme des enfants", "cest tout")
    await rose.expect("sans votre nom", "nous parle comme des enfants")


async def test_a_loss_has_a_kind_word_and_a_person(town: Town) -> None:
    rose = await reminded(town)
    await write(rose, "mon chien est mort")
    await rose.expect("tout coeur avec vous", "Maude va lire")
    assert "question" in await tasks_of(town)


async def test_an_allergy_reaches_a_person_the_same_day(town: Town) -> None:
    rose = await reminded(town)
    await write(rose, "elle est allergique aux arachides")
    await rose.expect("Maude va lire")
    assert await tasks_of(town) != []


async def claiming(town: Town) -> Phone:
    await set_rates(town)
    phone = town.sms()
    await meeting(town, dt.date(2026, 1, 28), people=(await expert(town, phone),))
    return phone


async def test_a_sum_said_again_puts_right_the_last_one(town: Town) -> None:
    phone = await claiming(town)
    await write(phone, "RECLAMER autobus 7", "jai paye la gardienne 40", "non 45")
    await phone.expect("autobus 7 $ et garde 45 $", "Total 107 $")
    await phone.text("oui")
    await phone.expect("Recue")
    async with town.database.read() as session:
        assert (await session.scalars(select(Claim))).one().total_cents == 10_700


async def test_a_sum_that_may_be_of_two_lines_is_asked_about(town: Town) -> None:
    phone = await claiming(town)
    await write(phone, "RECLAMER autobus 20 gardienne 40", "non 25")
    await phone.expect("Qu'est-ce qui n'est pas bon?")


async def test_a_name_given_to_the_question_of_language_is_kept(town: Town) -> None:
    phone = town.sms()
    await write(phone, "joindre", "rejan")
    await phone.expect("Rejan, on peut vous ecrire")


async def test_a_laugh_is_no_name(town: Town) -> None:
    phone = town.sms()
    await write(phone, "joindre", "lol ok nice")
    await phone.expect("Quel est votre prenom")


@pytest.mark.parametrize(
    ("words", "said"),
    [("cest gratis tu", "Venir ne coute rien"), ("pourquoi vous voulez mon nom", "Un surnom suffit"),
     ("ok jvas y penser merci", "Prenez votre temps")],
)  # fmt: skip
async def test_what_is_asked_there_is_answered_and_chooses_no_language(town: Town, words: str, said: str) -> None:
    phone = town.sms()
    await write(phone, "joindre", words)
    await phone.expect(said, "Dans quelle langue?")


async def test_a_yes_in_creole_stays_in_creole(town: Town) -> None:
    phone = town.sms()
    await write(phone, "Bonjou, mwen rele Roseline", "wi")
    await phone.expect("Nan ki lang?")
    await write(phone, "eske sa a gratis")
    await phone.expect("Vini pa koute anyen")
    await write(phone, "wi")
    await phone.expect("Ki non ou")
    async with town.database.read() as session:
        contact = await contact_at(session, "sms", phone.address)
        assert contact is not None
        assert contact.language == "ht"
