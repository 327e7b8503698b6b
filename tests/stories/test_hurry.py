"""Whoever is in danger before all; strangers after all, and so many an hour; codes that are guessed, so many too."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from sqlalchemy import select

from db.conversations import IncomingMessage
from db.deliveries import Delivery, Priority
from db.journal.tables import Entry
from db.session import Database
from handlers.calls.crowd import ALONE
from handlers.guesses import MOST, MOST_IN_ALL
from tests.stories.conftest import MONDAY
from tests.support.people import coordinator, settle_in
from tests.support.phones import Phone, Town

FEW = 3


@pytest.fixture
async def town(sqlite_url: str) -> AsyncIterator[Town]:
    """Where strangers get three answers an hour."""
    database = Database(sqlite_url)
    yield await Town(database, MONDAY, STRANGERS_HOURLY_REPLIES=str(FEW)).open()
    await database.close()


def stranger(town: Town, number: int) -> Phone:
    return town.sms(f"+1418555{number:04}")


async def crowd(town: Town, words: str = "JOINDRE") -> None:
    for number in range(FEW):
        await stranger(town, number).text(words)
        await stranger(town, number).expect()


async def priorities(town: Town, phone: Phone) -> list[int]:
    async with town.database.read() as session:
        answers = select(Delivery.priority).where(Delivery.id.in_([said.delivery_id for said in phone.all]))
        return list(await session.scalars(answers.order_by(Delivery.id)))


async def acts(town: Town) -> list[str]:
    async with town.database.read() as session:
        return list(await session.scalars(select(Entry.act).order_by(Entry.id)))


# -- what leaves first ---------------------------------------------------------------------------------------------


async def test_a_cry_and_its_alerts_leave_before_answers_and_answers_before_strangers(town: Town) -> None:
    maude, rose, unknown = await coordinator(town), town.sms(), stranger(town, 1)
    await settle_in(town, rose, "Rose")
    await rose.text("AIDE")
    await rose.text("je veux mourir")
    await unknown.text("bonjour")
    assert await priorities(town, rose) == [Priority.REPLY, Priority.DANGER]
    assert await priorities(town, unknown) == [Priority.STRANGER]
    await maude.expect_any("Urgent", "Rose")
    assert (await priorities(town, maude))[0] == Priority.DANGER


@pytest.mark.parametrize("words", ["je veux mourir", "je veux mourir. JE VIENS"])
async def test_who_cries_has_the_numbers_to_call_before_anybody_is_alerted(town: Town, words: str) -> None:
    """Where one text leaves each second, an alert that left first would be a second of waiting more."""
    await coordinator(town)
    rose, first = town.sms(), stranger(town, 1)
    await settle_in(town, rose, "Rose")
    for phone in (rose, first):
        await phone.text(words)
        async with town.database.read() as session:
            left = select(Delivery).where(Delivery.kind.in_(["reply", "alert"])).order_by(Delivery.due_at, Delivery.id)
            answer, alert = list(await session.scalars(left))[-2:]
        assert [(answer.kind, "911" in (answer.body or "")), alert.kind] == [("reply", True), "alert"], phone.address


async def test_a_strangers_cry_is_no_strangers_message(town: Town) -> None:
    await coordinator(town)
    unknown = stranger(town, 1)
    await unknown.text("je veux mourir")
    await unknown.expect("988")
    assert await priorities(town, unknown) == [Priority.CRY]


async def test_who_is_asked_how_they_are_is_answered_first_too(town: Town) -> None:
    await coordinator(town)
    unknown = stranger(town, 1)
    await unknown.text("chu pu capable")
    await unknown.expect()
    await unknown.text("2")
    await unknown.forget()
    assert set(await priorities(town, unknown)) == {Priority.CRY}


# -- strangers together ----------------------------------------------------------------------------------------------


async def test_beyond_their_answers_of_the_hour_strangers_wait_for_a_person_and_coordinators_know(town: Town) -> None:
    maude = await coordinator(town)
    await crowd(town)
    late = stranger(town, 50)
    await late.text("JOINDRE")
    await late.expect_nothing()
    await stranger(town, 51).text("bonjour")
    await maude.expect_any("Beaucoup d'inconnus", "3 reponses en une heure", "/appels")
    await maude.forget()
    await stranger(town, 52).text("allo?")
    assert not any("inconnus" in said.text for said in maude.unread)
    assert (await acts(town)).count("people.strangers_held") == 1
    await maude.text("/appels")
    await maude.expect_any("418 555-0051", "bonjour")
    await town.move(hours=1)
    await late.text("JOINDRE")
    await late.expect("Ici Alliance")


async def test_someone_in_danger_is_answered_and_a_stop_is_heard_among_any_number_of_strangers(town: Town) -> None:
    maude = await coordinator(town)
    await crowd(town)
    crying, stopping = stranger(town, 60), stranger(town, 61)
    await crying.text("je veux mourir")
    await crying.expect("988")
    await crying.text("chu tout seul")
    await crying.expect("Maude")
    await maude.expect_any("Urgent", "418 555-0060")
    await stopping.text("ARRET")
    await stopping.expect_nothing()
    async with town.database.read() as session:
        handled = select(IncomingMessage.handled_as).where(IncomingMessage.sender == f"sms:{stopping.address}")
        assert await session.scalar(handled) == "stop"


async def test_who_is_known_is_answered_whatever_strangers_do_and_channels_do_not_share_their_answers(
    town: Town,
) -> None:
    rose, chat = town.sms(), town.telegram("4004")
    await settle_in(town, rose, "Rose")
    await crowd(town)
    await rose.text("AIDE")
    await rose.expect("Aide")
    await chat.text("/start")
    await chat.expect("Ici Alliance")


# -- strangers who cry together ------------------------------------------------------------------------------------


async def cries(town: Town, many: int, start: int = 0) -> None:
    for number in range(start, start + many):
        await stranger(town, number).text("je veux mourir")


async def test_a_crowd_that_cries_is_answered_each_and_told_together(town: Town) -> None:
    maude = await coordinator(town)
    await cries(town, 2 * ALONE)
    for number in range(2 * ALONE):
        await stranger(town, number).expect("988")
    await town.tick()
    await town.settle()
    said = [one.text for one in maude.unread]
    assert len([words for words in said if "418 555-00" in words]) == ALONE
    assert len([words for words in said if f"{2 * ALONE} numéros inconnus" in words]) == 1
    assert len(said) == ALONE + 1
    await maude.forget()
    await cries(town, 3, 2 * ALONE)
    await town.tick()
    await maude.expect_nothing()
    await town.move(minutes=10)
    await town.tick()
    said = [one.text for one in maude.unread if "numéros inconnus" in one.text]
    assert [words for words in said if f"{2 * ALONE + 3} numéros" in words] == said[-1:] != []
    await maude.text("/appels")
    await maude.expect_any("418 555-0000")


async def test_somebody_known_is_told_by_name_among_any_number_of_strangers_who_cry(town: Town) -> None:
    maude, rose = await coordinator(town), town.sms()
    await settle_in(town, rose, "Rose")
    await cries(town, 2 * ALONE)
    await town.tick()
    await maude.forget()
    await rose.text("je veux mourir")
    await rose.expect("988")
    await maude.expect("Urgent", "Rose")
    assert await priorities(town, rose) == [Priority.DANGER]
    assert (await priorities(town, maude))[-1] == Priority.DANGER
    assert Priority.DANGER < Priority.CRY < Priority.REPLY


async def test_few_strangers_who_cry_are_each_told_at_once_and_again(town: Town) -> None:
    maude = await coordinator(town)
    await cries(town, ALONE)
    for number in range(ALONE):
        await maude.expect("Urgent", f"418 555-{number:04}")
    await town.move(minutes=11)
    assert len([one for one in maude.unread if "Urgent" in one.text]) == ALONE


async def test_one_who_is_taken_is_no_longer_counted(town: Town) -> None:
    maude = await coordinator(town)
    await cries(town, ALONE + 1)
    await town.tick()
    await maude.press("je m'en occupe")
    await maude.forget()
    await town.move(minutes=11)
    said = [one.text for one in maude.unread if "Urgent" in one.text]
    assert len(said) == ALONE, said


async def test_whoever_is_called_when_coordinators_do_not_answer_gets_one_message_for_a_crowd(sqlite_url: str) -> None:
    settings = {"EMERGENCY_NAME": "Denis", "EMERGENCY_PHONE": "+18195550166"}
    database = Database(sqlite_url)
    town = await Town(database, MONDAY, **settings).open()
    denis = town.sms("+18195550166")
    await coordinator(town)
    await cries(town, 2 * ALONE)
    await town.move(hours=2)
    await denis.expect(f"{2 * ALONE} numéros inconnus", "coordination")
    await denis.expect_nothing()
    await database.close()


# -- codes that are guessed ------------------------------------------------------------------------------------------


async def link_code(town: Town, phone: Phone) -> str:
    await phone.text("LIER")
    return (await phone.expect("start=")).text.split("start=")[1][:6]


async def test_after_some_wrong_codes_an_address_waits_before_it_tries_another(town: Town) -> None:
    rose, luc = town.sms(), town.telegram("5005")
    await settle_in(town, rose, "Rose")
    await settle_in(town, luc, "Luc")
    code = await link_code(town, rose)
    for number in range(MOST):
        await luc.text(f"AAAA2{number + 2}")
        await luc.forget()
    await luc.text(f"/start {code}")
    await luc.expect("Trop de codes essayes", "15 minutes", "Maude")
    assert (await acts(town)).count("people.codes_tried") == 1
    await town.move(minutes=15)
    code = await link_code(town, rose)
    await luc.text(f"/start {code}")
    assert "Trop de codes" not in (await luc.expect()).text


async def test_too_many_wrong_codes_of_anybody_close_them_to_all_but_coordinators(town: Town) -> None:
    maude, rose, luc = await coordinator(town), town.sms(), town.telegram("5005")
    await settle_in(town, rose, "Rose")
    await settle_in(town, luc, "Luc")
    for number in range(MOST_IN_ALL):
        guesser = town.telegram(str(70_000 + number))
        await settle_in(town, guesser, f"P{number}")
        await guesser.text(f"/start AAA2{number + 10}")
    await maude.expect_any("codes faux en une heure", "sauf ceux de la coordination")
    assert (await acts(town)).count("people.codes_closed") == 1
    await luc.text(f"/start {await link_code(town, rose)}")
    await luc.expect("Trop de codes essayes", "dans une heure")
    await maude.text(f"/lier {await link_code(town, rose)}")
    assert "Trop de codes" not in (await maude.expect()).text


async def test_codes_of_a_nameless_comment_are_not_tried_one_after_the_other_on_a_shared_phone(town: Town) -> None:
    shared = town.sms()
    for name in ("Rose", "Luc"):
        await settle_in(town, shared, name)
    await shared.text("allo")
    await shared.text("1")
    await shared.forget()
    for number in range(MOST):
        await shared.text(f"RETIRER {123450 + number}")
        await shared.expect("pas de commentaire")
    await shared.text("RETIRER 654321")
    await shared.expect_any("Trop de codes essayes")
