"""A message that was passed on is somebody else's: it answers nothing, orders nothing, and is nobody's words."""

from __future__ import annotations

import datetime as dt

import pytest

from bot.channels.telegram import incoming_from_update
from db.contacts import Consent, contact_at
from messages import Kind
from tests.support.comments import comments_of, rose_and_a_meeting, tasks_of
from tests.support.people import coordinator, settle_in
from tests.support.phones import Town

NOW = dt.datetime(2026, 2, 2, 15, 0, tzinfo=dt.UTC)
BY_SOMEBODY = {
    "a person": {"forward_origin": {"type": "user", "date": 1, "sender_user": {"id": 9, "first_name": "X"}}},
    "somebody hidden": {"forward_origin": {"type": "hidden_user", "date": 1, "sender_user_name": "X"}},
    "a channel": {"forward_origin": {"type": "channel", "date": 1, "chat": {"id": -100}, "message_id": 3}},
    "before 7.0": {"forward_date": 1, "forward_sender_name": "X"},
    "another bot": {"via_bot": {"id": 8, "is_bot": True, "first_name": "bot"}},
}


def update(**more: object) -> dict[str, object]:
    sender = {"id": 1001, "is_bot": False, "first_name": "Maude"}
    chat = {"id": 1001, "type": "private"}
    return {"update_id": 5, "message": {"message_id": 7, "date": 1, "from": sender, "chat": chat, **more}}


@pytest.mark.parametrize("whose", BY_SOMEBODY)
def test_telegram_says_that_it_was_passed_on(whose: str) -> None:
    found = incoming_from_update(update(text="/personne 5", **BY_SOMEBODY[whose]), NOW)
    assert found is not None
    assert (found.forwarded, found.text, found.kind) == (True, "/personne 5", Kind.TEXT)


def test_one_s_own_words_are_one_s_own_and_a_picture_passed_on_keeps_no_words() -> None:
    own = incoming_from_update(update(text="oui", reply_to_message={"message_id": 2}), NOW)
    assert own is not None
    assert not own.forwarded
    photo = [{"file_id": "a", "width": 1, "height": 1}]
    receipt = incoming_from_update(update(photo=photo, caption="/personne 5", **BY_SOMEBODY["a person"]), NOW)
    assert receipt is not None
    assert (receipt.kind, receipt.text) == (Kind.PHOTO, "")


async def test_a_coordinator_who_passes_a_command_on_orders_nothing(town: Town) -> None:
    maude = await coordinator(town)
    rose = town.sms("+18195550101")
    person = await settle_in(town, rose, "Rose")
    await maude.forget()
    await maude.text(f"/personne {person.id}", forwarded=True)
    said = await maude.expect("transfere", "rien n'a ete fait")
    assert "555" not in said.text
    await maude.text(f"/personne {person.id}")
    await maude.expect("Rose")


async def test_a_yes_passed_on_confirms_nothing(town: Town) -> None:
    maude = await coordinator(town)
    rose = town.sms("+18195550101")
    await settle_in(town, rose, "Rose")
    await maude.forget()
    await rose.forget()
    await maude.text("/annonce Le local est ferme demain")
    await town.settle()
    page = [said.text for said in maude.unread]
    await maude.text("oui", forwarded=True)
    await maude.expect_any("transfere")
    assert page
    await rose.expect_nothing()


@pytest.mark.parametrize("words", ["STOP", "ARRET", "oui", "1", "la salle est trop froide pour nous autres"])
async def test_a_member_s_words_passed_on_stop_nothing_answer_nothing_and_are_no_comment(
    town: Town, words: str
) -> None:
    rose, _ = await rose_and_a_meeting(town, "telegram")
    await rose.text("COMMENTAIRE")
    await rose.forget()
    await rose.text(words, forwarded=True)
    await rose.expect_any("transfere", "mots de quelqu'un d'autre")
    async with town.database.read() as session:
        contact = await contact_at(session, "telegram", rose.address)
    assert contact is not None
    assert contact.consent is Consent.GIVEN
    assert await comments_of(town) == []
    assert "question" in await tasks_of(town)
    await rose.text("le camp a 8h cest trop tot")
    await rose.text("1")
    await rose.expect_any("le camp a 8h")
    assert words not in " ".join(said.text for said in rose.all[-2:] if len(words) > 3)


async def test_a_cry_that_was_passed_on_is_heard(town: Town) -> None:
    rose, _ = await rose_and_a_meeting(town, "telegram")
    await rose.forget()
    await rose.text("je veux mourir", forwarded=True)
    await rose.expect_any("911")
