"""What a phone must never show: a label, pity, a score, a lure, a reproach. One life of messages, read whole."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from messages.plain_french import forbidden
from tests.support.claims import meeting, set_rates
from tests.support.meetings import announced, answers, seated
from tests.support.people import coordinator
from tests.support.phones import Phone, Said, Town

PRAISE = re.compile(r"\b(bravo|felicitations|well done|good job|super!|champion|points?|niveau|badge)\b", re.IGNORECASE)
FAMILIAR = re.compile(r"\b(tu|toi|ton|ta|tes)\b", re.IGNORECASE)
THIRD_PERSON = re.compile(
    r"\b(il(?! n'y| y a| faut| manque)|elle|iel|cette personne|l'expert|le participant|la participante)\b",
    re.IGNORECASE,
)
PICTURES = re.compile("[\u2600-\u27bf\U0001f000-\U0001faff]")
MONEY = re.compile(r"\$|allocation|argent|montant|payé|rembours", re.IGNORECASE)
REPROACH = re.compile(r"dommage|encore une fois|vous n'avez pas répondu|absences?\b.*\d|oubli|déçu", re.IGNORECASE)


async def at(town: Town, *hour: int) -> None:
    town.now = town.local(*hour)
    await town.tick()


async def a_life(town: Town) -> Phone:
    """From the first word to the money: joins, is reminded, is absent, comments, claims, slows down, stops."""
    await set_rates(town)
    maude, phone = await coordinator(town), town.sms()
    for words in ("JOINDRE", "1", "Rose", "1"):
        await phone.text(words)
    person = await phone.person()
    assert person is not None
    await seated(town, phone, "Rose")
    await meeting(town, dt.date(2026, 1, 27), people=(person,), name="CDS")
    await announced(town, maude)
    await at(town, 2026, 2, 3, 11)
    for words in ("SUITE", "NON", "oui", "8h le matin c'est trop tot", "1", "1", "STATUT", "AIDE", "TARIFS"):
        town.now += dt.timedelta(minutes=1)
        await phone.text(words)
    for words in ("RECLAMER", "1", "1", "1", "1", "MOINS", "APPEL", "bof", "PAUSE", "REPRENDRE"):
        town.now += dt.timedelta(minutes=1)
        await phone.text(words)
    await maude.tell("/lu 1")
    await at(town, 2026, 2, 10, 17)
    await maude.tell("/lu 1")
    await maude.tell("/suite 1 pas retenu Il n'y a pas de local.")
    await maude.text("/presence 1 Rose absent")
    await maude.tell("/compte-rendu 1 Le camp ouvrira a 8h30.")
    await at(town, 2026, 2, 11, 11)
    await phone.text("ARRET")
    return phone


def told(said: list[Said], wrong: re.Pattern[str]) -> list[str]:
    return [message.text for message in said if wrong.search(message.text)]


async def test_a_whole_life_of_messages_labels_nobody_and_speaks_to_an_adult(town: Town) -> None:
    phone = await a_life(town)
    assert len(phone.all) > 20
    assert [message.text for message in phone.all if forbidden(message.text)] == []
    for wrong in (PRAISE, FAMILIAR, THIRD_PERSON, PICTURES, REPROACH):
        own = [message for message in phone.all if "prenom" not in message.text]
        assert told(own, wrong) == [], wrong.pattern


async def test_the_lock_screen_shows_a_neutral_sender_and_no_list_of_people(town: Town) -> None:
    """The first words of each message: an organisation, a day, an answer; never why this person is written to."""
    phone = await a_life(town)
    first_words = " ".join(message.text[:40] for message in phone.all)
    assert not re.search(r"expert|pauvre|aide sociale|benefici|vulnerable|vecu", first_words, re.IGNORECASE)


@pytest.mark.parametrize("channel", ["sms", "telegram"])
async def test_an_invitation_never_leads_with_the_money(town: Town, channel: str) -> None:
    await set_rates(town)
    maude, phone = await coordinator(town), getattr(town, channel)()
    await seated(town, phone, "Rose")
    await announced(town, maude)
    await at(town, 2026, 2, 3, 11)
    reminder = await phone.expect("Venez-vous?")
    assert not MONEY.search(reminder.text)
    town.now += dt.timedelta(minutes=1)
    await phone.text("OUI")
    assert not MONEY.search((await phone.expect("10 f")).text)


async def test_what_is_offered_is_the_same_whatever_was_said(town: Town) -> None:
    """The claim's offer after a harsh comment and after a kind one: the same words."""
    await set_rates(town)
    offers = []
    for number, words in enumerate(("vous ecoutez jamais personne c'est honteux", "bravo pour le camp c'est parfait")):
        phone = town.sms(f"+1819555011{number}")
        person = await seated(town, phone, "Rose")
        await phone.text(words)
        await meeting(town, dt.date(2026, 2, 2), people=(person,), name=f"CDS{number}")
    await at(town, 2026, 2, 3, 15)
    for number in (0, 1):
        offer = await town.sms(f"+1819555011{number}").expect_any("Voulez-vous demander")
        offers.append(re.sub(r"CDS\d", "CDS", re.sub(r"\b[A-H](?=\d )", "", offer.text)))
    assert offers[0] == offers[1]


async def test_silence_is_neither_a_refusal_nor_a_yes_and_brings_no_reproach(town: Town) -> None:
    maude, phone = await coordinator(town), town.sms()
    await seated(town, phone, "Rose")
    await announced(town, maude)
    for hour in ((2026, 2, 3, 11), (2026, 2, 7, 11), (2026, 2, 9, 11)):
        await at(town, *hour)
    assert (await answers(town, 1)).get("Rose", "none") == "none"
    assert 1 <= len(phone.unread) <= 3
    assert told(phone.all, REPROACH) == []
    await maude.forget()
    await maude.text("/rencontres")
    await maude.expect("oui 0, non 0")


@pytest.mark.parametrize("word", ["PAUSE", "MOINS"])
async def test_slowing_down_asks_no_reason_and_is_kept(town: Town, word: str) -> None:
    phone = town.sms()
    await seated(town, phone, "Rose")
    await phone.text(word)
    said = await phone.expect("C'est note", "REPRENDRE")
    assert "?" not in said.text
    assert "pourquoi" not in said.text.casefold()


async def test_nobody_is_scored(town: Town) -> None:
    """After many meetings, STATUT counts nothing about the person."""
    await set_rates(town)
    phone = town.sms()
    person = await seated(town, phone, "Rose")
    for day in (6, 13, 20):
        await meeting(town, dt.date(2026, 1, day), people=(person,), name="CDS")
    await phone.text("STATUT")
    said = await phone.expect_any("")
    assert not re.search(r"\d+ (rencontres|presences|participations|commentaires)|%", said.text)
