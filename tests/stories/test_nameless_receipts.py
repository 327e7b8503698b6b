"""What a carrier says late of messages that were forgotten is not kept: no minute, nor whose phone was on."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import select

from bot.outbox.receipts import apply_receipts
from db.deliveries import Delivery, Receipt
from db.outbox.callbacks import sealed_delivery
from tests.stories.test_comments_nameless import WAYS, Talking, one_town, rose_and_others
from tests.support.claims import expert
from tests.support.comments import comments_of
from tests.support.phones import Phone, Town


@pytest.fixture
async def town(database_url: str) -> AsyncIterator[Town]:
    async with one_town(database_url) as found:
        yield found


async def standing(town: Town) -> set[str]:
    async with town.database.read() as session:
        return {
            f"out{id}" for id in await session.scalars(select(Delivery.id).where(Delivery.provider_id.is_not(None)))
        }


async def late(town: Town, phone: Phone, *, sealed: bool = True) -> set[str]:
    """The carrier says now of every text to this phone that it left, then that it arrived; of which a word is kept."""
    for said in phone.all:
        for status in ("sent", "delivered"):
            number = sealed_delivery(town.database.key, said.delivery_id) if sealed else ""
            await town.saver.save_receipt(f"out{said.delivery_id}", status, "", number, town.now)
    async with town.database.read() as session:
        return set(await session.scalars(select(Receipt.provider_id)))


@pytest.mark.parametrize("way", WAYS)
async def test_a_late_receipt_of_a_talk_without_a_name_is_dropped_at_the_door(town: Town, way: Talking) -> None:
    _, phone, _ = await rose_and_others(town)
    await way(phone)
    await phone.forget()
    await town.tick()
    kept = await standing(town)
    gone = {f"out{said.delivery_id}" for said in phone.all} - kept
    assert gone
    assert not await late(town, phone) & gone


async def test_it_is_dropped_by_the_provider_s_number_alone_and_what_still_stands_is_heard(town: Town) -> None:
    _, phone, _ = await rose_and_others(town)
    await phone.text("STATUT")
    await phone.forget()
    await WAYS[0](phone)
    await phone.forget()
    await town.tick()
    kept = await standing(town)
    heard = await late(town, phone, sealed=False)
    assert heard
    assert heard <= kept


async def test_news_of_a_nameless_comment_take_no_minute_back_from_a_late_receipt(town: Town) -> None:
    maude, phone, _ = await rose_and_others(town)
    luc = town.sms("+18195550109")
    await expert(town, luc)
    await WAYS[0](phone)
    await phone.forget()
    [comment] = await comments_of(town)
    town.now = town.local(2026, 2, 10, 13, 0)
    await maude.tell(f"/commentaires {comment.meeting_id}")
    town.now = town.local(2026, 2, 11, 10, 0)
    await maude.tell(f"/lu {comment.meeting_id}")
    await maude.tell(f"/suite {comment.number} retenu Il y aura un chauffage.")
    await phone.expect_any("chauffage")
    for _ in range(2):
        town.now += dt.timedelta(days=1, minutes=7)
        await town.tick()
    async with town.database.read() as session:
        before = [
            (row.id, row.status, row.sent_at, row.delivered_at) for row in await session.scalars(select(Delivery))
        ]
    negative = [said.delivery_id for said in phone.all if said.delivery_id < 0]
    assert negative
    await late(town, phone)
    await apply_receipts(town.database, town.now)
    async with town.database.read() as session:
        after = [(row.id, row.status, row.sent_at, row.delivered_at) for row in await session.scalars(select(Delivery))]
    told = [row for row in after if row[0] in negative]
    assert told == [row for row in before if row[0] in negative]
    assert not {f"out{number}" for number in negative} & await receipts(town)


async def receipts(town: Town) -> set[str]:
    async with town.database.read() as session:
        return set(await session.scalars(select(Receipt.provider_id)))
