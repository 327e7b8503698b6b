"""A language at any time, what is not translated, voices and pictures, machines that answer machines."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from sqlalchemy import select

from db.contacts import Consent, Contact, Reach
from db.conversations import IncomingMessage, Task
from messages import Kind
from tests.support.claims import meeting, set_rates
from tests.support.meetings import announced, answers, seated
from tests.support.people import coordinator, settle_in
from tests.support.phones import Phone, Town

FRENCH = re.compile(r"\b(vous|votre|vos|est|les|des|pour|oui|Écrivez|Noté)\b")


async def later(town: Town, phone: Phone, *messages: str) -> None:
    for words in messages:
        town.now += dt.timedelta(minutes=1)
        await phone.tell(words)


async def contact_of(phone: Phone) -> Contact:
    async with phone.town.database.read() as session:
        found = await session.scalar(select(Contact).where(Contact.address == phone.address))
    assert found is not None
    return found


async def handled(town: Town) -> list[str]:
    async with town.database.read() as session:
        return [
            how.value for how in await session.scalars(select(IncomingMessage.handled_as).order_by(IncomingMessage.id))
        ]


@pytest.mark.parametrize(
    ("word", "said", "menu"),
    [
        ("ENGLISH", "in English", "a call"),
        ("english please", "in English", "a call"),
        ("ESPANOL", "en espanol", "una llamada"),
        ("español", "en espanol", "una llamada"),
    ],
)
async def test_the_language_changes_at_any_time_and_back(town: Town, word: str, said: str, menu: str) -> None:
    phone = town.sms()
    await settle_in(town, phone, "Rose")
    await later(town, phone, word)
    await phone.expect(said)
    await later(town, phone, "AIDE")
    await phone.expect(menu)
    await later(town, phone, "FRANCAIS")
    await phone.expect("en francais")
    await later(town, phone, "AIDE")
    await phone.expect("un appel")


async def test_keywords_of_every_language_are_heard_whatever_was_chosen(town: Town) -> None:
    await set_rates(town)
    phone = town.sms()
    await settle_in(town, phone, "Rose", language="es")
    for word, said in (("AYUDA", "una llamada"), ("AIDE", "una llamada"), ("STATUS", "Maude"), ("RATES", "55")):
        await later(town, phone, word)
        await phone.expect(said)


async def test_yes_answers_an_open_question_for_who_has_not_stopped(town: Town) -> None:
    maude, phone = await coordinator(town), town.sms()
    await seated(town, phone, "Nell", language="en")
    await announced(town, maude)
    town.now = town.local(2026, 2, 3, 11)
    await town.tick()
    await phone.expect("Are you coming?")
    await later(town, phone, "YES")
    await phone.expect("Feb 10")
    assert await answers(town, 1) == {"Nell": "coming"}
    assert (await contact_of(phone)).consent is Consent.GIVEN


async def test_after_a_stop_at_twilio_nothing_leaves_and_a_human_says_to_text_start(town: Town) -> None:
    maude, phone = await coordinator(town), town.sms()
    await seated(town, phone, "Rose")
    await town.receive(phone, Kind.TEXT, text="STOP", opt_out_type="STOP")
    for words in ("REPRENDRE", "allo vous etes la", "OUI", "AIDE", "COMMENTAIRE la salle est froide"):
        await later(town, phone, words)
    await phone.expect_nothing()
    await town.move(hours=1)
    await maude.text("/appels")
    await maude.expect_any("Rose", "START")
    await later(town, phone, "START")
    await phone.expect("Rebonjour Rose")
    assert (await contact_of(phone)).reach is Reach.OK


@pytest.mark.parametrize("word", ["START", "YES", "unstop"])
async def test_the_words_that_open_twilio_open_us_too(town: Town, word: str) -> None:
    phone = town.sms()
    await settle_in(town, phone, "Rose")
    await later(town, phone, "STOP", "REPRENDRE")
    await phone.expect_nothing()
    await later(town, phone, word)
    await phone.expect("Rebonjour Rose")


async def test_five_equal_messages_in_half_an_hour_get_a_number_to_call_then_silence(town: Town) -> None:
    phone = town.sms()
    await settle_in(town, phone, "Rose")
    await later(town, phone, *["STATUT"] * 8)
    heard = [message.text for message in phone.unread]
    assert len(heard) == 5
    assert "819 555-0142" in heard[-1]
    assert (await handled(town))[-3:] == ["silence"] * 3
    await phone.forget()
    await town.move(minutes=40)
    await later(town, phone, "STATUT")
    await phone.expect("Rien en attente")


async def test_help_is_heard_through_the_silence_that_follows_five_sorry(town: Town) -> None:
    phone = town.sms()
    await settle_in(town, phone, "Rose")
    await later(town, phone, "zxcv", "qsdf", "wxyz", "hjkl", "mlkj", "poiu")
    assert "819 555-0142" in [message.text for message in phone.unread][-1]
    await phone.forget()
    await later(town, phone, "PARLER")
    await phone.expect("Maude vous appelle")


@pytest.mark.parametrize("hour", ["apres 4h", "mardi matin", "en soiree", "2", "le soir"])
async def test_the_best_hour_of_a_call_is_taken_in_their_own_words(town: Town, hour: str) -> None:
    maude, phone = await coordinator(town), town.sms()
    await settle_in(town, phone, "Rose")
    await later(town, phone, "APPEL")
    await phone.expect("Le meilleur moment?")
    await later(town, phone, hour)
    await phone.expect("C'est note")
    await maude.forget()
    await maude.text("/appels")
    await maude.expect("Rose", "l'apres-midi" if hour == "2" else hour)


async def test_a_voice_note_in_the_middle_of_words_is_kept_for_a_human_and_the_words_go_on(town: Town) -> None:
    maude, chat = await coordinator(town), town.telegram()
    await seated(town, chat, "Luc")
    await announced(town, maude)
    await later(town, chat, "COMMENTAIRE", "8h c'est trop tot")
    await chat.forget()
    await chat.voice()
    await chat.expect("vocaux", "Maude")
    await later(town, chat, "1")
    await chat.expect("C'est exact?")
    async with town.database.read() as session:
        assert "voice" in set(await session.scalars(select(Task.kind)))


async def test_two_people_on_one_phone_each_answer_for_themselves(town: Town) -> None:
    maude, phone = await coordinator(town), town.sms()
    await seated(town, phone, "Rose")
    await seated(town, phone, "Luc")
    await announced(town, maude)
    town.now = town.local(2026, 2, 3, 11)
    await town.tick()
    await phone.expect_any("Venez-vous?")
    await phone.forget()
    await later(town, phone, "OUI")
    await phone.expect("Qui ecrit?", "Rose", "Luc")
    await later(town, phone, "2")
    said = await phone.expect_any("10 fev.")
    if "laquelle" in said.text:
        await later(town, phone, "1")
    assert await answers(town, 1) == {"Luc": "coming"}


async def test_in_spanish_the_whole_loop_falls_back_on_no_french(town: Town) -> None:
    """Reminded, absent, heard, asked about her costs: every sentence is in the language she chose."""
    await set_rates(town)
    maude, phone = await coordinator(town), town.sms()
    person = await seated(town, phone, "Rosa", language="es")
    await meeting(town, dt.date(2026, 1, 27), people=(person,), name="CDS")
    await announced(town, maude)
    town.now = town.local(2026, 2, 3, 11)
    await town.tick()
    await later(town, phone, "NO", "1", "es demasiado temprano para el autobus", "1", "1", "ESTADO", "AYUDA", "5")
    await later(
        town, phone, "RECLAMAR", "1", "1", "1", "1", "1", "TARIFAS", "ANULAR", "5", "HABLAR", "PAUSA", "RESTART"
    )
    await maude.tell("/lu 1")
    own_words = ("es demasiado temprano", "On choisit l'heure du camp.")  # hers, and the coordinator's agenda
    for said in phone.all:
        words = said.text
        for kept in own_words:
            words = words.replace(kept, "")
        assert not FRENCH.search(words), said.text
    assert len(phone.all) > 15


@pytest.mark.parametrize(("language", "said"), [("es", "espagnol"), ("en", "anglais"), ("fr", "")])
async def test_words_that_are_not_translated_are_said_to_the_coordinator_and_not_to_the_person(
    town: Town, language: str, said: str
) -> None:
    maude, phone = await coordinator(town), town.sms()
    await seated(town, phone, "Rosa", language=language)
    await announced(town, maude)
    told = [message.text for message in maude.all if "ne sont pas traduits" in message.text]
    assert [said in words and ": 1" in words for words in told] == ([True] if said else [])
    town.now = town.local(2026, 2, 3, 11)
    await town.tick()
    reminder = await phone.expect("On choisit l'heure du camp.")
    assert "tradui" not in reminder.text


async def test_a_coordinator_may_ask_for_the_same_list_all_morning(town: Town) -> None:
    maude = await coordinator(town)
    await later(town, maude, *["/appels"] * 8)
    assert len({message.text for message in maude.unread}) == 1
    assert len(maude.unread) == 8
