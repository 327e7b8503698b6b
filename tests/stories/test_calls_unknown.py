"""Messages that perhaps arrived: a coordinator sees them, and chooses; nothing leaves twice by itself."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from sqlalchemy import select

from bot.outbox_hooks import outbox_hooks
from db.deliveries import Broadcast, BroadcastState, Delivery, Status
from db.journal import Entry
from db.outbox.unknowns import LET_BE
from db.session import Database
from tests.stories.conftest import MONDAY
from tests.support.people import coordinator, settle_in
from tests.support.phones import Phone, Town


class Desk:
    def __init__(self, town: Town, maude: Phone, rose: Phone) -> None:
        self.town, self.maude, self.rose = town, maude, rose

    async def perhaps_arrived(self, count: int = 1, broadcast_id: int | None = None) -> list[int]:
        """Notices to Rose of which nobody knows; a card is put on the list for those that are hers alone."""
        person = await self.rose.person()
        assert person is not None
        hooks = outbox_hooks(self.town.installation, lambda: self.town.now, lambda *_args, **_fields: None)
        ids = []
        async with self.town.database.write() as session:
            contact = await session.scalar(select(Delivery.contact_id).where(Delivery.person_id == person.id).limit(1))
            for number in range(count):
                row = Delivery(
                    kind="notice",
                    channel="sms",
                    contact_id=contact,
                    person_id=person.id,
                    body=f"avis {number}",
                    status=Status.UNKNOWN,
                    queued_at=self.town.now,
                    broadcast_id=broadcast_id,
                )
                session.add(row)
                await session.flush()
                ids.append(row.id)
                if broadcast_id is None and hooks.unsure is not None:
                    await hooks.unsure(session, row.id)
        return ids

    async def fates(self, ids: list[int]) -> list[tuple[str, str]]:
        async with self.town.database.read() as session:
            rows = await session.scalars(select(Delivery).where(Delivery.id.in_(ids)).order_by(Delivery.id))
            return [(row.status.value, row.reason) for row in rows]

    async def acts(self) -> list[str]:
        async with self.town.database.read() as session:
            found = await session.scalars(select(Entry.act).where(Entry.act.startswith("calls.")).order_by(Entry.id))
            return list(found)


@pytest.fixture
async def desk(sqlite_url: str) -> AsyncIterator[Desk]:
    database = Database(sqlite_url)
    town = await Town(database, MONDAY).open()
    maude, rose = await coordinator(town), town.sms()
    await settle_in(town, rose, "Rose")
    await rose.text("AIDE")
    await rose.forget()
    yield Desk(town, maude, rose)
    await database.close()


async def test_the_card_offers_to_send_again_and_it_leaves_once_more(desk: Desk) -> None:
    ids = await desk.perhaps_arrived(2)
    await desk.maude.text("/appels")
    await desk.maude.expect("Rose", "on ne sait pas s'ils sont arrives")
    await desk.maude.press("renvoyer")
    await desk.maude.expect("2 messages partent de nouveau")
    assert await desk.fates(ids) == [("retrying", "resent")] * 2
    await desk.maude.text("/appels")
    await desk.maude.expect("Rien a voir")
    assert await desk.acts() == ["calls.sent_again"]


@pytest.mark.parametrize("words", ["/laisser 1", "/leave 1"])
async def test_left_alone_it_stays_unknown_and_off_the_list(desk: Desk, words: str) -> None:
    ids = await desk.perhaps_arrived()
    await desk.maude.text(words)
    await desk.maude.expect("rien n'est renvoye")
    assert await desk.fates(ids) == [("unknown", LET_BE)]
    await desk.maude.text("/renvoyer 1")
    await desk.maude.expect("deja ferme")
    assert await desk.fates(ids) == [("unknown", LET_BE)]


async def test_what_is_known_by_now_is_not_sent_again(desk: Desk) -> None:
    ids = await desk.perhaps_arrived()
    async with desk.town.database.write() as session:
        row = await session.get_one(Delivery, ids[0])
        row.status = Status.DELIVERED
    await desk.maude.text("/renvoyer 1")
    await desk.maude.expect("rien a renvoyer")
    assert await desk.fates(ids) == [("delivered", "")]


async def test_those_of_a_broadcast_are_settled_together(desk: Desk) -> None:
    async with desk.town.database.write() as session:
        session.add(Broadcast(id=3, organisation_id=1, kind="announcement", created_at=desk.town.now))
        await session.flush()
        row = await session.get_one(Broadcast, 3)
        row.state = BroadcastState.SENDING
    left = await desk.perhaps_arrived(broadcast_id=3)
    await desk.maude.text("/laisser envoi 3")
    await desk.maude.expect("Envoi 3", "rien n'est renvoye")
    assert await desk.fates(left) == [("unknown", LET_BE)]
    ids = await desk.perhaps_arrived(3, broadcast_id=3)
    await desk.maude.text("/renvoyer envoi 3")
    await desk.maude.expect("Envoi 3", "3 messages partent de nouveau")
    assert await desk.fates(ids) == [("retrying", "resent")] * 3


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("/renvoyer", "/renvoyer 12"),
        ("/renvoyer 99", "pas de no 99"),
        ("/renvoyer envoi 99", "pas d'envoi no 99"),
        ("/laisser abc", "/laisser 12"),
    ],
)
async def test_what_is_badly_written_gets_an_example(desk: Desk, words: str, said: str) -> None:
    await desk.maude.text(words)
    await desk.maude.expect(said)


async def test_another_card_is_no_message_to_send_again(desk: Desk) -> None:
    await desk.rose.text("PARLER")
    await desk.maude.text("/renvoyer 1")
    await desk.maude.expect_any("n'est pas un message")


async def test_a_coordinator_may_ask_for_the_list_as_often_as_work_wants(desk: Desk) -> None:
    for _ in range(8):
        await desk.maude.text("/appels")
        await desk.maude.expect("Personne n'attend")
