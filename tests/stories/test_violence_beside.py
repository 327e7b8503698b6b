"""Violence at home, with the other beside: the phone says nothing more, whoever was told reads all of it. Cries that
are asked about reach a person the same day, whether they answer or not."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from db.contacts import Consent, Contact
from db.conversations import Task, TaskKind
from tests.support.comments import rose_and_a_meeting
from tests.support.meetings import announced, answers, arrive, seated
from tests.support.people import coordinator
from tests.support.phones import Phone, Town


@pytest.fixture
async def maude(town: Town) -> Phone:
    return await coordinator(town)


@pytest.fixture
async def rose(town: Town, maude: Phone) -> Phone:
    phone, _ = await rose_and_a_meeting(town)
    await phone.forget()
    await maude.forget()
    return phone


async def cards(town: Town, kind: TaskKind) -> int:
    async with town.database.read() as session:
        return len(list(await session.scalars(select(Task.id).where(Task.kind == kind, Task.closed_at.is_(None)))))


@pytest.mark.parametrize(
    "words", ["yer a coter de moi repond pas", "repond pas yest icitte", "y vient d'arriver", "ecris pu", "chut"]
)
async def test_with_the_other_beside_nothing_more_is_written(town: Town, maude: Phone, rose: Phone, words: str) -> None:
    await rose.text("mon chum me frappe")
    await rose.expect("SOS violence")
    for minutes, more in ((3, words), (2, "c quand la rencontre"), (2, "PARLER"), (2, "jai faim"), (2, "merci")):
        await town.move(minutes=minutes)
        await rose.text(more)
        await rose.expect_nothing()
    assert await cards(town, TaskKind.DISTRESS) >= 5


async def test_a_stop_on_a_phone_that_another_reads_stops_and_says_nothing(
    town: Town, maude: Phone, rose: Phone
) -> None:
    await rose.text("mon chum me frappe")
    await rose.expect("SOS violence")
    await rose.text("ecris pu il regarde mon cell")
    await town.move(minutes=3)
    await rose.forget()
    await rose.text("arrete")
    await rose.expect_nothing()
    async with town.database.read() as session:
        consent = await session.scalar(select(Contact.consent).where(Contact.address == rose.address))
    assert consent is Consent.WITHDRAWN
    assert await cards(town, TaskKind.DISTRESS) >= 2


@pytest.mark.parametrize("words", ["jai pu rien a manger pour les enfants", "jai froid ya pu de chauffage"])
async def test_hunger_and_cold_said_later_have_211_and_911(town: Town, maude: Phone, rose: Phone, words: str) -> None:
    await rose.text("mon chum me frappe")
    await rose.expect("SOS violence")
    await town.move(minutes=40)
    await rose.forget()
    await rose.text(words)
    await rose.expect_any("211", "911")


@pytest.mark.parametrize("words", ["mon pere me touche", "ma mere me bat", "my uncle touches me at night"])
async def test_abuse_by_a_parent_alerts_at_once_with_the_line_for_violence(
    town: Town, maude: Phone, rose: Phone, words: str
) -> None:
    await rose.text(words)
    await rose.expect("SOS violence", "911")
    await maude.expect("Urgent", "Rose")


async def test_self_harm_after_an_absence_is_no_answer_to_the_offer(town: Town, maude: Phone) -> None:
    rose = town.sms()
    await seated(town, rose, "Rose")
    await announced(town, maude)
    await arrive(town, 2, 9, 10, 30)
    await rose.text("jpeux pas jai un exam")
    await town.settle()
    await rose.forget()
    await maude.forget()
    await rose.text("jme coupe")
    await rose.expect("911", "988")
    await maude.expect_any("Urgent", "Rose")


@pytest.mark.parametrize("words", ["cest urgent", "jai besoin daide", "chu mal pris", "ti gason m lan lopital"])
async def test_what_may_be_a_cry_has_its_own_question_and_a_person_the_same_day(
    town: Town, maude: Phone, words: str
) -> None:
    rose = town.sms()
    await seated(town, rose, "Rose")
    await announced(town, maude)
    await arrive(town, 2, 9, 10, 30)
    await rose.expect_any("Venez-vous?")
    await rose.forget()
    await maude.forget()
    await rose.text(words)
    said = await rose.expect("911", "988")
    assert "vous venez" not in said.text
    assert "argent" not in said.text
    assert await answers(town, 1) == {}
    await town.move(minutes=30)
    await maude.expect_any("À voir")
    await rose.text("2")
    await rose.expect("911")
    await maude.expect_any("Urgent", "Rose")


async def test_a_doubt_left_without_an_answer_reaches_a_person_the_same_day(
    town: Town, maude: Phone, rose: Phone
) -> None:
    await rose.text("le frigo lautre bord")
    await rose.expect("Vous voulez dire")
    assert await cards(town, TaskKind.UNKNOWN_WORD) == 0
    await town.move(hours=4)
    assert await cards(town, TaskKind.UNKNOWN_WORD) == 1


@pytest.mark.parametrize("words", ["faut plus de logements", "stop les coupures", "arretez de couper les services"])
async def test_a_wish_for_services_then_a_yes_stops_nothing(town: Town, maude: Phone, rose: Phone, words: str) -> None:
    await rose.text(words)
    said = await rose.expect_any("")
    assert "tous les messages" not in said.text
    await rose.text("oui")
    async with town.database.read() as session:
        contact = await session.scalar(select(Contact).where(Contact.address == rose.address))
    assert contact is not None
    assert contact.consent is Consent.GIVEN
    assert not contact.hold
    assert await cards(town, TaskKind.MAYBE_STOP) == 0


@pytest.mark.parametrize("words", ["oui", "merci bonne journee", "ok", "bye"])
async def test_a_courtesy_after_a_stop_is_answered_by_nothing(
    town: Town, maude: Phone, rose: Phone, words: str
) -> None:
    await rose.text("ARRET")
    await rose.expect("plus aucun message")
    await rose.text(words)
    await rose.expect_nothing()
    assert await cards(town, TaskKind.STOPPED_WROTE) == 0


async def test_words_after_a_stop_are_read_by_a_person_and_answered_once(town: Town, maude: Phone, rose: Phone) -> None:
    await rose.text("ARRET")
    await rose.expect("plus aucun message")
    await rose.text("mais jveux encore mon 25$")
    await rose.expect("REPRENDRE")
    await rose.text("dites bonjour a denis de ma part")
    await rose.expect_nothing()
    assert await cards(town, TaskKind.STOPPED_WROTE) == 2
