"""Stopping in three tiers, one kind at a time, slowing down, coming back, and what Twilio does by itself."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from db.consent import ConsentEntry, stops
from db.contacts import Consent, Contact, Reach
from db.conversations import Dialogue, DialogueState, Task, TaskKind
from db.people import Pace
from db.session import Database
from messages import Kind
from tests.stories.conftest import MONDAY
from tests.support.people import code_in, settle_in
from tests.support.phones import Phone, Town


async def contact_of(phone: Phone) -> Contact:
    async with phone.town.database.read() as session:
        found = await session.scalar(select(Contact).where(Contact.address == phone.address))
    assert found is not None
    return found


async def ledger(town: Town) -> list[tuple[str, bool, str, str]]:
    async with town.database.read() as session:
        rows = await session.scalars(select(ConsentEntry).order_by(ConsentEntry.id))
        return [(row.kind, row.given, row.words, row.source) for row in rows]


@pytest.mark.parametrize("words", ["ARRET", "arrêt svp", "stopp", "ARRET TOUT"])
async def test_one_word_stops_at_once_and_says_how_to_come_back(town: Town, words: str) -> None:
    phone = town.sms()
    await settle_in(town, phone, "Rose")
    await phone.text(words)
    await phone.expect("plus aucun message", "REPRENDRE")
    assert (await contact_of(phone)).consent is Consent.WITHDRAWN
    assert await ledger(town) == [("all", False, words, "text")]
    await phone.text("REPRENDRE")
    await phone.expect("Rebonjour Rose")
    assert (await contact_of(phone)).consent is Consent.GIVEN


async def test_a_stop_ends_what_was_under_way(town: Town) -> None:
    phone = town.sms()
    await settle_in(town, phone, "Rose")
    await phone.text("POSTE")
    await phone.expect("adresse")
    await phone.text("STOPP")
    await phone.expect("plus aucun message")
    await phone.expect_nothing()
    async with town.database.read() as session:
        assert list(await session.scalars(select(Dialogue.state))) == [DialogueState.CANCELLED]


async def test_a_stop_repeated_is_not_confirmed_again_and_again(town: Town) -> None:
    phone = town.sms()
    await settle_in(town, phone, "Rose")
    await phone.text("ARRET")
    await phone.expect("plus aucun message")
    await phone.text("ARRET")
    await phone.expect_nothing()
    await town.move(hours=1)
    await phone.text("ARRET")
    await phone.expect("plus aucun message")
    assert len(await ledger(town)) == 1


async def test_a_stop_is_for_this_address_and_names_the_other_that_goes_on(town: Town) -> None:
    phone, chat = town.sms(), town.telegram()
    person = await settle_in(town, phone, "Rose")
    await chat.share_contact(phone.address)
    await chat.text(code_in(await phone.expect("Un compte Telegram")))
    await phone.expect("Telegram est maintenant a votre nom")
    await chat.forget()
    await phone.text("ARRET")
    await phone.expect("ici", "Telegram continue")
    assert (await contact_of(chat)).consent is Consent.GIVEN
    assert (await contact_of(chat)).person_id == person.id


@pytest.mark.parametrize(
    ("words", "kind", "said"),
    [
        ("ARRET RAPPELS", "reminders", "rappels"),
        ("arret bulletin", "digest", "bulletin"),
        ("STOP SONDAGES", "surveys", "sondages"),
    ],
)
async def test_one_kind_can_be_stopped_alone(town: Town, words: str, kind: str, said: str) -> None:
    phone = town.sms()
    await settle_in(town, phone, "Rose")
    await phone.text(words)
    await phone.expect(said, "Le reste continue", "REPRENDRE")
    contact = await contact_of(phone)
    assert contact.consent is Consent.GIVEN
    assert stops(contact, kind)
    await phone.text("REPRENDRE")
    await phone.expect("Rebonjour")
    assert not stops(await contact_of(phone), kind)
    assert await ledger(town) == [(kind, False, words, "text"), (kind, True, "REPRENDRE", "text")]


async def test_a_sentence_that_asks_to_stop_asks_one_question_and_holds_meanwhile(town: Town) -> None:
    phone = town.sms()
    await settle_in(town, phone, "Rose")
    await phone.text("je veux pu de messages")
    await phone.expect("1 vous arretez tous les messages", "2 une pause des messages", "3 autre chose")
    assert (await contact_of(phone)).hold
    await phone.text("3")
    await phone.forget()
    contact = await contact_of(phone)
    assert (contact.hold, contact.consent) == (False, Consent.GIVEN)
    await phone.text("arrêtez de m'écrire")
    await phone.expect("plus aucun message", "REPRENDRE")
    assert (await ledger(town))[-1] == ("all", False, "arrêtez de m'écrire", "text")
    async with town.database.read() as session:
        still = list(await session.scalars(select(Task.kind).where(Task.closed_at.is_(None))))
    assert set(still) <= {TaskKind.MAYBE_STOP, TaskKind.QUESTION}  # "something else": a person reads what they meant


async def test_a_wish_for_fewer_messages_stops_nothing_and_says_how_to_come_back(town: Town) -> None:
    phone = town.sms()
    await settle_in(town, phone, "Rose")
    await phone.text("moins de textos ca serait bien")
    await phone.expect("moins de messages", "REPRENDRE")
    assert (await contact_of(phone)).consent is Consent.GIVEN


async def test_a_pause_for_as_long_as_was_said(town: Town) -> None:
    phone = town.sms()
    await settle_in(town, phone, "Rose")
    await phone.text("PAUSE 2 semaines")
    await phone.expect("16 fev", "REPRENDRE")
    person = await phone.person()
    assert person is not None
    assert person.pace is Pace.PAUSED
    await phone.text("REPRENDRE")
    await phone.expect("Rebonjour")
    person = await phone.person()
    assert person is not None
    assert (person.pace, person.paused_until) == (Pace.NORMAL, None)
    assert [kind for kind, *_ in await ledger(town)] == ["pause", "resume"]


async def test_fewer_messages_when_asked(town: Town) -> None:
    phone = town.sms()
    await settle_in(town, phone, "Rose")
    await phone.text("moins")
    await phone.expect("moins de messages")
    person = await phone.person()
    assert person is not None
    assert person.pace is Pace.LESS


async def test_twilio_default_words_are_confirmed_by_twilio_alone_and_only_start_opens_again(town: Town) -> None:
    phone = town.sms()
    await settle_in(town, phone, "Rose")
    await phone.text("STOP")
    await phone.expect_nothing()
    assert (await contact_of(phone)).reach is Reach.BLOCKED
    await phone.text("REPRENDRE")
    await phone.expect_nothing()
    async with town.database.read() as session:
        assert await session.scalar(select(Task.kind)) == "start_needed"
    assert (await ledger(town))[-1] == ("all", True, "REPRENDRE", "text")
    await phone.text("START")
    await phone.expect("Rebonjour")
    assert (await contact_of(phone)).reach is Reach.OK


async def test_where_nobody_else_answers_stop_we_do(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    town = await Town(database, MONDAY, TWILIO_OPT_OUT="none").open()
    phone = town.sms()
    await settle_in(town, phone, "Rose")
    await phone.text("STOP")
    await phone.expect("plus aucun message")
    await phone.text("START")
    await phone.expect("Rebonjour")
    await database.close()


async def test_advanced_opt_out_has_answered_already(town: Town) -> None:
    phone = town.sms()
    await settle_in(town, phone, "Rose")
    await phone.text("ARRET", opt_out_type="STOP")
    await phone.expect_nothing()
    contact = await contact_of(phone)
    assert (contact.consent, contact.reach) == (Consent.WITHDRAWN, Reach.BLOCKED)
    await phone.text("AIDE", opt_out_type="HELP")
    await phone.expect_nothing()
    await phone.text("START", opt_out_type="START")
    await phone.expect_nothing()
    contact = await contact_of(phone)
    assert (contact.consent, contact.reach) == (Consent.GIVEN, Reach.OK)
    assert [source for *_, source in await ledger(town)] == ["provider", "provider"]


async def test_blocking_the_bot_on_telegram_is_a_stop(town: Town) -> None:
    chat = town.telegram()
    await settle_in(town, chat, "Luc")
    await town.receive(chat, Kind.OTHER, opt_out_type="STOP")
    assert (await contact_of(chat)).consent is Consent.WITHDRAWN
    await town.receive(chat, Kind.OTHER, opt_out_type="START")
    await chat.expect_nothing()
    await chat.text("/start")
    await chat.expect("Rebonjour Luc")


async def test_cancel_on_telegram_is_asked_about_since_nobody_acted_on_it(town: Town) -> None:
    chat = town.telegram()
    await settle_in(town, chat, "Luc")
    await chat.text("cancel")
    await chat.expect("Annuler quoi?")
    assert (await contact_of(chat)).consent is Consent.GIVEN


async def test_an_unknown_number_can_stop_too(town: Town) -> None:
    phone = town.sms()
    await phone.text("ARRET")
    await phone.expect("plus aucun message")
    assert (await contact_of(phone)).consent is Consent.WITHDRAWN


async def test_someone_who_stopped_and_writes_is_kept_for_a_human(town: Town) -> None:
    phone = town.sms()
    await settle_in(town, phone, "Rose")
    await phone.text("ARRET")
    await phone.forget()
    await phone.text("la salle etait froide")
    await phone.expect("Maude va lire vos mots", "REPRENDRE")
    async with town.database.read() as session:
        assert await session.scalar(select(Task.kind)) == "stopped_wrote"


@pytest.mark.parametrize(
    ("choice", "said"),
    [("1", "Maude"), ("4", "plus aucun message"), ("5", "rien n'est change")],
)
async def test_annuler_always_asks_of_what(town: Town, choice: str, said: str) -> None:
    phone = town.sms()
    await settle_in(town, phone, "Rose")
    await phone.text("ANNULER")
    await phone.expect("Annuler quoi?", "1 ma demande d'argent", "5 rien")
    await phone.text(choice)
    await phone.expect(said)


async def test_annuler_leaves_what_is_under_way(town: Town) -> None:
    phone = town.sms()
    await settle_in(town, phone, "Rose")
    await phone.text("POSTE")
    await phone.expect("adresse")
    await phone.text("annuler")
    await phone.expect("on laisse ca la")
    await phone.expect_nothing()
