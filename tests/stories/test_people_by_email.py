"""Somebody who is written to by e-mail: asked once, yes by a link, stopped by a link, told how to answer."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import select
from starlette.applications import Starlette
from starlette.testclient import TestClient

from bot.web.email import email_routes
from bot.web.main_loop import MainLoop
from db.consent import ConsentEntry
from db.contacts import Consent, Contact, ContactPerson, contact_at, masked
from db.deliveries import Delivery
from db.people import Person
from db.session import Database
from handlers import sending
from handlers.acting import unattended
from handlers.people.by_email import stop_link
from handlers.people.keeping import requests_due
from handlers.turn import Ask, QuestionKind
from messages import Option, Outgoing, text
from messages.reading import Step
from tests.stories.conftest import MONDAY
from tests.support.meetings import announced
from tests.support.people import coordinator
from tests.support.phones import Phone, Town

MAIL = {"EMAIL_HOST": "127.0.0.1", "EMAIL_SECURITY": "none", "EMAIL_FROM": "nouvelles@table.example"}
LISE = "lise@exemple.org"


@pytest.fixture
async def town(sqlite_url: str) -> AsyncIterator[Town]:
    database = Database(sqlite_url)
    try:
        yield await Town(database, MONDAY, **MAIL).open()
    finally:
        await database.close()


class Browser:
    """Opens the links of an e-mail, as whoever reads it."""

    def __init__(self, town: Town) -> None:
        self.town = town

    async def open(self, link: str, method: str = "GET", **more: object) -> tuple[int, str]:
        write = MainLoop(self.town.database, asyncio.get_running_loop(), lambda: None)
        app = Starlette(routes=email_routes(lambda: self.town.installation, write, lambda: self.town.now))
        path = link.removeprefix(self.town.installation.public_url)

        def ask() -> tuple[int, str]:
            answer = TestClient(app).request(method, path, **more)  # type: ignore[arg-type]
            return answer.status_code, answer.text

        return await asyncio.to_thread(ask)


def link_in(words: str) -> str:
    found = re.search(r"http\S+/courriel/\S+", words)
    assert found is not None, words
    return found[0]


async def added(town: Town, maude: Phone, words: str = f"Lise; {LISE}") -> Phone:
    await maude.tell(f"/personne {words}")
    return town.email(LISE)


async def contact_of(town: Town, address: str = LISE) -> Contact:
    async with town.database.read() as session:
        found = await contact_at(session, "email", address)
        assert found is not None
        return found


async def agreed(town: Town, maude: Phone) -> Phone:
    mailbox = await added(town, maude)
    link = link_in((await mailbox.expect("Bonjour Lise")).text)
    await Browser(town).open(link, "POST")
    await mailbox.forget()
    return mailbox


async def test_someone_added_by_their_e_mail_is_asked_once_and_says_yes_by_a_link(town: Town) -> None:
    maude = await coordinator(town)
    mailbox = await added(town, maude)
    await maude.expect("Lise")
    asked = await mailbox.expect("Bonjour Lise", "Maude", "environ 4 par mois")
    link, browser = link_in(asked.text), Browser(town)
    status, page = await browser.open(link)
    assert (status, LISE in page) == (200, True)
    assert (await contact_of(town)).consent is Consent.INVITED  # a machine that opens links says no yes
    status, page = await browser.open(link, "POST")
    assert status == 200
    assert "C&#x27;est fait" in page
    async with town.database.read() as session:
        contact = await contact_of(town)
        (entry,) = await session.scalars(select(ConsentEntry).where(ConsentEntry.contact_id == contact.id))
        tie = await session.get(ContactPerson, (contact.id, contact.person_id))
    assert (contact.consent, entry.source, entry.words) == (Consent.GIVEN, "link", "Oui, écrivez-moi")
    assert tie is not None
    assert tie.proved_at is not None
    assert (await browser.open(link, "POST"))[0] == 404  # one use


async def test_the_link_of_a_yes_is_no_code_that_a_phone_may_send(town: Town) -> None:
    maude = await coordinator(town)
    mailbox = await added(town, maude)
    code = link_in((await mailbox.expect("Bonjour Lise")).text).rpartition("/")[2]
    stranger = town.sms("+18195550166")
    await stranger.text(code)
    async with town.database.read() as session:
        person = await session.scalar(select(Person).where(Person.name == "Lise"))
        assert person is not None
        ties = list(await session.scalars(select(ContactPerson).where(ContactPerson.person_id == person.id)))
    assert len(ties) == 1


async def test_a_yes_is_of_no_use_after_sixty_days(town: Town) -> None:
    maude = await coordinator(town)
    link = link_in((await (await added(town, maude)).expect("Bonjour Lise")).text)
    await town.move(days=61)
    assert (await Browser(town).open(link, "POST"))[0] == 404
    assert (await contact_of(town)).consent is Consent.INVITED


async def test_the_stop_link_stops_at_once_by_the_button_or_by_the_mail_program(town: Town) -> None:
    maude = await coordinator(town)
    mailbox = await agreed(town, maude)
    link = stop_link(town.installation, town.database.key, LISE)
    browser = Browser(town)
    status, page = await browser.open(link)
    assert (status, "Arrêter les courriels" in page) == (200, True)
    assert (await contact_of(town)).consent is Consent.GIVEN
    status, page = await browser.open(link, "POST", data={"List-Unsubscribe": "One-Click"})
    assert (status, "plus aucun courriel" in page) == (200, True)
    assert (await contact_of(town)).consent is Consent.WITHDRAWN
    assert (await browser.open(link, "POST"))[0] == 200  # once more changes nothing
    async with town.database.read() as session:
        entries = list(await session.scalars(select(ConsentEntry).where(ConsentEntry.given.is_(False))))
    assert len(entries) == 1
    await maude.forget()
    await maude.text("/annonce membres\nLe local est fermé mardi.")
    await maude.expect("Personne ne peut recevoir cet envoi")
    await mailbox.expect_nothing()


@pytest.mark.parametrize(
    "link", ["/courriel/arret/nimporte", "/courriel/arret/AAAA", "/courriel/oui/AB12", "/courriel/oui/é"]
)
async def test_a_link_that_is_not_ours_says_so_and_changes_nothing(town: Town, link: str) -> None:
    status, page = await Browser(town).open(link, "POST")
    assert (status, "Ce lien ne sert plus" in page) == (404, True)


async def test_a_preview_counts_e_mails_and_what_leaves_is_the_whole_form(town: Town) -> None:
    maude = await coordinator(town)
    mailbox = await agreed(town, maude)
    await maude.forget()
    await maude.text("/annonce courriel\nLe local est fermé mardi.")
    await maude.expect_any("Courriel (français), personnes : 1", "Le local est fermé mardi.")
    await maude.expect_any("En tout : 1 personne (Telegram 0, textos 0, courriels 1), 0 texto compte, environ 0")
    await maude.text("1")
    await town.tick()
    await mailbox.expect("Le local est fermé mardi.")
    async with town.database.read() as session:
        row = await session.scalar(select(Delivery).where(Delivery.channel == "email", Delivery.kind == "announcement"))
    assert row is not None
    assert (row.segments, row.cost) == (0, 0)


async def test_a_question_goes_where_it_can_be_answered(town: Town) -> None:
    maude = await coordinator(town)
    await agreed(town, maude)
    paper = "consentement: formulaire papier 2026-01-05"
    await maude.tell(f"/personne 2; 819 555-0166; canal: courriel; {paper}")
    async with town.database.write() as session:
        lise = await session.get_one(Person, 2)
        acting = unattended(session, town.installation, town.now)
        words = Outgoing(text("dialogue-yes"), (Option("yes", text("dialogue-yes")),))
        asked = await sending.ask_person(acting, lise, Ask(words, QuestionKind("people.whose", Step.MENU)))
        told = await sending.tell(acting, lise, text("dialogue-yes"))
    assert asked is not None
    assert told is not None
    assert (asked.channel, told.channel) == ("sms", "email")


async def test_a_request_by_e_mail_lists_the_choices_without_numbers_and_says_how_to_answer(town: Town) -> None:
    maude = await coordinator(town)
    mailbox = await agreed(town, maude)
    await maude.text("/personne 2; table COCO")
    await announced(town, maude)
    await town.move(days=30)
    asked = [said.text for said in mailbox.all if "COCO" in said.text]
    assert asked
    assert "\n- " in asked[-1]
    assert not any(re.search(r"^1 ", words, re.MULTILINE) for words in asked)


async def test_where_no_e_mail_is_sent_an_address_is_refused(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    try:
        town = await Town(database, MONDAY).open()
        maude = await coordinator(town)
        await maude.text(f"/personne Lise; {LISE}")
        await maude.expect("le programme n'envoie pas de courriel")
    finally:
        await database.close()


async def test_a_bad_address_is_said_with_an_example(town: Town) -> None:
    maude = await coordinator(town)
    await maude.tell("/personne Lise; courriel: lise@@exemple")
    await maude.expect("n'est pas une adresse de courriel", "rose@exemple.org")


async def test_whoever_was_asked_on_their_phone_is_not_asked_by_e_mail_too(town: Town) -> None:
    maude = await coordinator(town)
    await maude.tell(f"/personne Lise; 819 555-0166; {LISE}")
    await town.sms("+18195550166").expect("Bonjour Lise")
    async with town.database.write() as session:
        assert await requests_due(unattended(session, town.installation, town.now)) == 0
    await town.tick()
    await town.email(LISE).expect_nothing()


async def test_a_card_shows_the_address_hidden_until_it_is_asked_for(town: Town) -> None:
    assert masked(LISE) == "l***@exemple.org"
    maude = await coordinator(town)
    await agreed(town, maude)
    await maude.forget()
    await maude.text("/personnes Lise")
    assert LISE not in (await maude.expect("l***@exemple.org")).text
