"""Our own code fails on a message: whoever wrote it is told, once; someone in danger gets the numbers all the same."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot.inbox import Inbox
from db.conversations import Task, TaskKind
from handlers.router import Router
from handlers.routes import ROUTES
from handlers.turn import Turn
from messages import Channel
from tests.support.comments import rose_and_a_meeting
from tests.support.people import coordinator
from tests.support.phones import Town


class Stumbles(Router):
    """A router whose code is wrong."""

    async def handle(self, turn: Turn) -> None:
        raise RuntimeError


@pytest.fixture
def broken(town: Town) -> Town:
    as_told = {Channel.SMS: town._translate, Channel.TELEGRAM: town._translate}
    town.inbox = Inbox(town.database, town.installation, Stumbles(ROUTES), as_told, lambda: town.now)
    return town


async def test_a_person_is_told_once_and_has_a_card_without_their_words(town: Town, broken: Town) -> None:
    rose, _ = await rose_and_a_meeting(town)
    await rose.forget()
    await rose.text("SANS MON NOM la salle est froide")
    await rose.expect("Un probleme de notre cote", "Maude", "819 555-0142")
    await rose.text("SANS MON NOM la salle est froide")
    await rose.expect_nothing()
    async with town.database.read() as session:
        (task,) = await session.scalars(select(Task))
    assert task.kind is TaskKind.UNKNOWN_WORD


async def test_a_coordinator_reads_that_nothing_was_done(town: Town, broken: Town) -> None:
    maude = await coordinator(town)
    await maude.text("/annonce tous\nBonjour")
    await maude.expect("rien n'est fait", "garde")


async def test_someone_in_danger_gets_the_numbers_and_the_next_tick_alerts(town: Town, broken: Town) -> None:
    maude = await coordinator(town)
    rose, _ = await rose_and_a_meeting(town)
    await rose.forget()
    await maude.forget()
    await rose.text("jveux mourir")
    await rose.expect("911", "988")
    await town.tick()
    await maude.expect("Urgent", "Rose")


async def test_a_stranger_hears_nothing(town: Town, broken: Town) -> None:
    stranger = town.sms("+18195550999")
    await stranger.text("allo")
    await stranger.expect_nothing()
