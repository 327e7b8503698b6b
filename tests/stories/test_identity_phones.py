"""A phone that changes hands: what hung on it is gone."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import func, select

from db.contacts import Contact, Reach
from db.conversations import Dialogue, DialogueState, Question, QuestionState, Task
from db.deliveries import Delivery, ReturnPath, Status
from db.people import Code, Person
from tests.support.identity import (
    code_of,
)
from tests.support.people import coordinator, settle_in
from tests.support.phones import Town


@pytest.fixture
def town(town_on_both: Town) -> Town:
    return town_on_both


async def test_what_hangs_on_a_phone_leaves_with_it(town: Town) -> None:
    maude, phone, chat = await coordinator(town), town.sms(), town.telegram()
    rose = await settle_in(town, phone, "Rose")
    await settle_in(town, chat, "Unused")
    await phone.text("POSTE")
    await phone.expect("adresse")
    async with town.database.write() as session:
        contact = await session.scalar(select(Contact).where(Contact.address == phone.address))
        assert contact is not None
        contact.reach = Reach.INVALID
        later = {"queued_at": town.now, "not_before": town.now + dt.timedelta(days=3)}
        session.add(Delivery(kind="notice", channel="sms", contact_id=contact.id, person_id=rose.id, body="x", **later))
        session.add(Question(contact_id=contact.id, person_id=rose.id, kind="x", asked_at=town.now, lapses_at=town.now))
    await phone.text("c'est qui")
    await phone.forget()
    async with town.database.read() as session:
        number = await session.scalar(select(Task.id).where(Task.kind == "reassigned"))
    await maude.text(f"/appels {number} N")
    await maude.expect_any("mauvais numero")
    async with town.database.read() as session:
        states = set(await session.scalars(select(Dialogue.state)))
        assert states <= {DialogueState.CANCELLED, DialogueState.DONE}
        assert all(not answers for answers in await session.scalars(select(Dialogue.answers)))
        assert QuestionState.OPEN not in set(
            await session.scalars(select(Question.state).where(Question.contact_id == contact.id))
        )
        waiting = select(Delivery.id).where(Delivery.contact_id == contact.id, Delivery.status == Status.QUEUED)
        assert await session.scalar(waiting) is None
        assert await session.scalar(select(ReturnPath.id)) is None
    await town.move(days=4)
    await phone.expect_nothing()


async def test_a_code_made_on_a_phone_dies_when_the_phone_changes_hands(town: Town) -> None:
    maude, phone, thief = await coordinator(town), town.sms(), town.telegram("6666")
    await settle_in(town, phone, "Rose")
    code = await code_of(phone)
    await phone.text("mauvais numero")
    await phone.forget()
    async with town.database.read() as session:
        number = await session.scalar(select(Task.id).where(Task.kind == "reassigned"))
    await maude.text(f"/appels {number} N")
    await maude.forget()
    await thief.text(f"/start {code}")
    await thief.expect("passe")


async def test_no_code_is_given_on_a_phone_of_two_nor_on_one_that_may_be_another_s(town: Town) -> None:
    shared, doubtful = town.sms(), town.sms("+18195550102")
    await settle_in(town, shared, "Rose")
    await settle_in(town, shared, "Luc")
    await shared.text("allo")
    await shared.expect("Qui ecrit")
    await shared.text("1")
    await shared.forget()
    await shared.text("LIER")
    assert "start=" not in (await shared.expect("plus d'une personne")).text
    await settle_in(town, doubtful, "Anne")
    async with town.database.write() as session:
        (await session.scalars(select(Contact).where(Contact.address == doubtful.address))).one().reach = Reach.INVALID
    for words in ("LIER", "/lier"):
        await doubtful.text(words)
    async with town.database.read() as session:
        assert await session.scalar(select(func.count()).select_from(Code)) == 0


async def test_a_talk_begun_by_who_had_the_number_is_not_gone_on_with_by_who_has_it(town: Town) -> None:
    phone = town.sms()
    await settle_in(town, phone, "Rose")
    await phone.text("POSTE")
    await phone.expect("adresse")
    town.now += dt.timedelta(days=400)
    await phone.text("12 rue du Pont, Vieux-Moulin, J0X 1A0")
    await phone.expect("verifier qui ecrit")
    async with town.database.read() as session:
        assert await session.scalar(select(Person.postal_address)) == ""


async def test_a_phone_taken_off_a_card_hears_it_without_a_name(town: Town) -> None:
    maude, phone, chat = await coordinator(town), town.sms(), town.telegram()
    rose = await settle_in(town, phone, "Rose")
    await chat.text(f"/start {await code_of(phone)}")
    await chat.forget()
    await phone.forget()
    await maude.tell(f"/personne {rose.id}; sans téléphone: 819 555-0101 prévenir")
    await maude.forget()
    said = await phone.expect("retiree", "819 555-0142")
    assert "Rose" not in said.text
    await chat.expect("819 555-0101", "n'est plus a votre nom")
    await maude.tell(f"/personne {rose.id}; sans telegram: 1001 prévenir")
    assert await chat.person() is None
