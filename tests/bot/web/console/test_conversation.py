"""The conversation of a person on the console: both ways, answered from there, and nothing of a nameless comment."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from sqlalchemy import select

from db.deliveries import Delivery
from db.people import Person, Role, grant
from db.privacy.tables import Look
from tests.support.claims import expert, set_rates
from tests.support.comments import open_meeting
from tests.support.console import Browser, browser_of
from tests.support.people import settle_in
from tests.support.phones import Phone, Town

TUESDAY = dt.date(2026, 2, 10)
SECRET = "la salle est ben trop froide pour ma zirconium"


@pytest.fixture
def rose(town: Town) -> Phone:
    return town.sms("+18195550107")


@pytest.fixture
async def person(town: Town, rose: Phone) -> Person:
    person = await expert(town, rose)
    await set_rates(town)
    await open_meeting(town, TUESDAY, person, agenda=("Le local",))
    return person


async def read(browser: Browser, person: Person) -> str:
    """The page as it stands, but for the one-use keys of its forms."""
    answer = await browser.open(f"/bureau/personnes/{person.id}/conversation")
    assert answer.status_code == 200, answer.text
    return browser.words


async def said(town: Town, phone: Phone, *lines: str) -> None:
    for words in lines:
        town.now += dt.timedelta(seconds=40)
        await phone.text(words)
        await town.tick()


async def test_a_coordinator_reads_both_ways_and_answers_from_there(
    town: Town, maude: Person, rose: Phone, person: Person
) -> None:
    await said(town, rose, "je ne peux pas venir mardi", "est-ce que le camp a lieu cet ete?")
    browser = await browser_of(town, maude)
    words = await read(browser, person)
    assert "Rose a écrit" in words
    assert "est-ce que le camp a lieu cet ete?" in words
    await browser.fill(f"/personnes/{person.id}/conversation", words="La clé est chez Denis.")
    assert "Envoyer 1 message" in browser.words
    await browser.confirm()
    assert "Message envoyé à Rose." in browser.words
    assert "Nous avons écrit" in browser.words
    assert "Maude : La clé est chez Denis." in browser.words.replace("Maude:", "Maude :")
    await rose.expect_any("Maude: La clé est chez Denis.")


async def test_it_is_reached_from_the_card_the_call_and_the_search(
    town: Town, maude: Person, rose: Phone, person: Person
) -> None:
    await said(town, rose, "PARLER")
    browser = await browser_of(town, maude)
    link = f'href="/bureau/personnes/{person.id}/conversation"'
    for path in (f"/personnes/{person.id}", "/recherche?q=rose"):
        assert link in (await browser.open(f"/bureau{path}")).text, path
    card = re.search(r"/bureau/appels/\d+", (await browser.open("/bureau/appels")).text)
    assert card is not None
    assert link in (await browser.open(card[0])).text


async def test_what_a_card_of_the_call_list_answered_is_there_too(
    town: Town, maude: Person, rose: Phone, person: Person
) -> None:
    await said(town, rose, "est-ce que le camp a lieu cet ete?")
    phone = town.telegram("9001")
    await phone.tell("/repondre 1 Oui, en juillet.")
    browser = await browser_of(town, maude)
    assert "Oui, en juillet." in await read(browser, person)


# What she writes: first what is no secret, then the talk.
WAYS = {
    "nameless": ([], [f"COMMENTAIRE {SECRET}", "1", "SANS MON NOM", "oui"]),
    "taken back": ([], [f"COMMENTAIRE {SECRET}", "1", "4", "oui"]),
    "beside an absence": ([f"absente mardi. dites leur que {SECRET}"], ["SANS MON NOM", "oui"]),
    "nameless after all": ([f"absente mardi. dites leur que {SECRET}"], ["1", "SANS MON NOM"]),
}


@pytest.mark.parametrize(("first", "talk"), WAYS.values(), ids=WAYS)
async def test_looks_before_a_nameless_comment_during_it_and_after_show_the_same(
    town: Town, maude: Person, rose: Phone, person: Person, first: list[str], talk: list[str]
) -> None:
    browser = await browser_of(town, maude)
    await said(town, rose, *first)
    before = await read(browser, person)
    assert ("dit : je ne viens pas" in before) == bool(first)
    looks = []
    for words in talk:
        await said(town, rose, words)
        looks.append(await read(browser, person))
    await town.move(hours=2)
    await browser.enter(maude)
    looks.append(await read(browser, person))
    assert [look for look in looks if look != before] == []
    assert "zirconium" not in before


async def test_nothing_of_a_claim_is_there(town: Town, maude: Person, rose: Phone, person: Person) -> None:
    await said(town, rose, "AIDE", "RECLAMATION 12 km et 10 $ de repas", "1", "STATUT", "TARIFS")
    words = await read(await browser_of(town, maude), person)
    assert "AIDE" in words
    assert not re.search(r"\$|\d km|STATUT|RECLAMATION", words)


async def test_a_coordinator_of_another_territory_neither_reads_nor_writes(
    town: Town, maude: Person, rose: Phone, person: Person
) -> None:
    denis = await settle_in(town, town.telegram("9002"), "Denis", Role.COORDINATOR)
    async with town.database.write() as session:
        await grant(session, denis.id, Role.COORDINATOR, "Les Rives")
        (await session.get_one(Person, person.id)).territory = "Grande-Anse"
    browser = await browser_of(town, denis)
    place = f"/bureau/personnes/{person.id}/conversation"
    assert (await browser.open(place)).status_code == 404
    token = browser.form("/langue")[1]["form"] if "/langue" in browser.page.text else ""  # type: ignore[union-attr]
    await browser.post(place, {"form": token, "key": "k" * 24, "words": "Bonjour"})
    async with town.database.read() as session:
        assert not list(await session.scalars(select(Delivery).where(Delivery.kind == "written")))


async def test_each_look_leaves_its_line(town: Town, maude: Person, rose: Phone, person: Person) -> None:
    browser = await browser_of(town, maude)
    await read(browser, person)
    await town.telegram("9001").text(f"/conversation {person.id}")
    async with town.database.read() as session:
        rows = await session.scalars(select(Look).where(Look.act == "people.conversation"))
        assert {(row.person_id, row.actor_id, row.via) for row in rows} == {
            (person.id, maude.id, "web"),
            (person.id, maude.id, "telegram"),
        }


async def test_whoever_stopped_is_not_written_to(town: Town, maude: Person, rose: Phone, person: Person) -> None:
    await said(town, rose, "ARRET")
    browser = await browser_of(town, maude)
    await read(browser, person)
    await browser.fill(f"/personnes/{person.id}/conversation", words="Bonjour Rose")
    assert "n'a pas dit oui" in browser.words
    await rose.forget()
    await town.tick()
    await rose.expect_nothing()


async def test_on_telegram_the_latest_come_first_and_the_rest_after(
    town: Town, maude: Person, rose: Phone, person: Person
) -> None:
    phone = town.telegram("9001")
    for number in range(1, 9):
        await phone.tell(f"/ecrire {person.id} mot numéro {number}")
        town.now += dt.timedelta(minutes=1)
    await phone.forget()
    await phone.text(f"/conversation {person.id}")
    latest = await phone.expect("mot numéro 8", f"Plus ancien : /conversation {person.id} 2")
    assert "mot numéro 2" not in latest.text
    await phone.text(f"/conversation {person.id} 2")
    older = await phone.expect("mot numéro 1", "mot numéro 2")
    assert "mot numéro 3" not in older.text
