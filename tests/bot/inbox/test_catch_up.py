"""What was texted while the program was away is heard when it comes back: once, in order, pictures too."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import AsyncIterator
from email.utils import format_datetime

import pytest
from aiohttp import web
from sqlalchemy import select, update

from bot.channels.contract import SendError
from bot.channels.sms import Sms
from bot.channels.sms_incoming import incoming_from_form
from bot.inbox.catch_up import OVERLAP, SINCE, CatchUp, pause_after
from bot.inbox.save import Saver
from bot.simulator import Providers, simulated_providers
from bot.simulator.clock import MovableClock
from db.conversations import InboxState, IncomingMessage
from db.organisations import Organisation
from db.session import Database
from messages.types import Kind
from tests.bot.channels.provider import provider
from tests.support.small import NOON, small_installation

ROSE, LUC = "+18195550123", "+18195550124"
JPEG = b"\xff\xd8\xff a receipt"


class Desk:
    """Twilio, simulated, with nobody at the door: what is texted is only kept there."""

    def __init__(self, database: Database, sim: Providers, service: bool = False) -> None:
        self.database, self.sim = database, sim
        world = sim.sms
        self.channel = Sms(
            world.account_sid,
            world.auth_token,
            sim.twilio_url,
            sender=None if service else world.numbers[0],
            service_sid=world.service_sid if service else None,
        )
        self.job = CatchUp(database, self.channel, Saver(database), sim.clock.now)

    async def heard(self) -> list[IncomingMessage]:
        async with self.database.read() as session:
            return list(await session.scalars(select(IncomingMessage).order_by(IncomingMessage.id)))

    async def words(self) -> list[str]:
        return [row.payload["Body"] for row in await self.heard() if row.payload]

    async def later(self, **delta: float) -> None:
        await self.sim.clock.move_to(self.sim.clock.now() + dt.timedelta(**delta))

    async def since(self) -> dt.datetime:
        async with self.database.read() as session:
            row = await session.get_one(Organisation, 1)
            return dt.datetime.fromisoformat(row.preferences[SINCE])


@pytest.fixture
async def desk(database_url: str) -> AsyncIterator[Desk]:
    database = Database(database_url)
    await small_installation(database)
    async with simulated_providers(clock=MovableClock(NOON)) as sim:
        made = Desk(database, sim)
        yield made
        await made.channel.close()
    await database.close()


async def test_the_first_look_takes_nothing_of_what_came_before(desk: Desk) -> None:
    desk.sim.sms.text(ROSE, "texted before Porte-voix was installed")
    await desk.later(minutes=1)
    await desk.job.once()
    assert await desk.heard() == []


async def test_what_was_texted_meanwhile_is_heard_once_in_its_order(desk: Desk) -> None:
    await desk.job.once()
    for words in ("un", "deux", "trois"):
        await desk.later(minutes=20)
        desk.sim.sms.text(ROSE, words)
    desk.sim.sms.text(LUC, "JOINDRE")
    for _ in range(3):
        await desk.later(minutes=1)
        await desk.job.once()
    assert await desk.words() == ["un", "deux", "trois", "JOINDRE"]
    assert [row.sender for row in await desk.heard()] == [f"sms:{ROSE}"] * 3 + [f"sms:{LUC}"]


async def test_what_the_webhook_brought_already_is_not_heard_again(desk: Desk) -> None:
    await desk.job.once()
    await desk.later(minutes=1)
    sms = desk.sim.sms.text(ROSE, "par la porte")
    form = {"MessageSid": sms.sid, "From": ROSE, "To": sms.to, "Body": sms.body, "NumMedia": "0"}
    await Saver(desk.database).save("sms", sms.sid, form, f"sms:{ROSE}", desk.sim.clock.now())
    async with desk.database.write() as session:  # handled since, and its words blanked: a comment without a name
        await session.execute(update(IncomingMessage).values(state=InboxState.HANDLED, text="", payload=None))
    await desk.job.once()
    (row,) = await desk.heard()
    assert (row.state, row.payload) == (InboxState.HANDLED, None)


async def test_a_picture_comes_with_its_message(desk: Desk) -> None:
    await desk.job.once()
    await desk.later(minutes=1)
    desk.sim.sms.text(ROSE, "le recu", [("image/jpeg", JPEG)])
    await desk.job.once()
    (row,) = await desk.heard()
    incoming = incoming_from_form(row.payload or {}, NOON)
    assert (incoming.kind, incoming.text, incoming.address) == (Kind.PHOTO, "le recu", ROSE)
    source = await desk.channel.locate(incoming.media[0].reference)
    assert source.url.startswith(desk.sim.twilio_url), "the account's own host: its credentials may go there"


async def test_what_we_sent_ourselves_is_not_heard(database_url: str) -> None:
    database = Database(database_url)
    await small_installation(database)
    async with simulated_providers(clock=MovableClock(NOON)) as sim:
        desk = Desk(database, sim, service=True)
        await desk.job.once()
        await desk.later(minutes=1)
        sim.sms.accept(sim.sms.numbers[0], ROSE, "de nous", (), "", sim.sms.service_sid)
        sim.sms.text(ROSE, "de Rose")
        await desk.job.once()
        assert await desk.words() == ["de Rose"]
        await desk.channel.close()
    await database.close()


async def test_an_absence_longer_than_two_days_is_heard_two_days_back(desk: Desk) -> None:
    await desk.job.once()
    await desk.later(hours=1)
    desk.sim.sms.text(ROSE, "il y a quatre jours")
    await desk.later(days=3)
    desk.sim.sms.text(ROSE, "hier")
    await desk.later(days=1)
    await desk.job.once()
    assert await desk.words() == ["hier"]


async def test_each_look_covers_again_the_end_of_the_one_before(desk: Desk) -> None:
    await desk.job.once()
    began = await desk.since()
    await desk.later(hours=2)
    looked = desk.sim.clock.now()
    await desk.job.once()
    assert looked - OVERLAP <= await desk.since() <= desk.sim.clock.now() - OVERLAP
    assert await desk.since() > began


async def test_when_twilio_refuses_nothing_is_lost_and_the_next_look_goes_as_far_back(desk: Desk) -> None:
    await desk.job.once()
    before = await desk.since()
    await desk.later(hours=1)
    desk.sim.sms.text(ROSE, "entendu plus tard")
    wrong = Sms(desk.sim.sms.account_sid, "another token", desk.sim.twilio_url, sender=desk.sim.sms.numbers[0])
    with pytest.raises(SendError) as refused:
        await CatchUp(desk.database, wrong, Saver(desk.database), desk.sim.clock.now).once()
    await wrong.close()
    assert (refused.value.reason, await desk.since()) == ("auth", before)
    await desk.job.once()
    assert await desk.words() == ["entendu plus tard"]


def test_while_twilio_fails_it_is_asked_more_and_more_slowly_and_not_too_slowly() -> None:
    pauses = [pause_after(failures) for failures in range(12)]
    assert pauses[:4] == [60, 5, 10, 20]
    assert pauses[1:] == sorted(pauses[1:])
    assert pauses[-1] == 300
    assert pause_after(1, asked=40) == 40
    assert pause_after(1, asked=0) == 5


async def test_a_picture_deleted_since_or_a_sender_that_is_none_holds_back_no_other(desk: Desk) -> None:
    await desk.job.once()
    before = await desk.since()
    await desk.later(minutes=10)
    desk.sim.sms.text(ROSE, "une photo", [("image/jpeg", JPEG)])
    desk.sim.sms.messages[desk.sim.sms.history(ROSE)[-1].sid].media = ()
    desk.sim.sms.text("+1 819 nulle part", "de nulle part")
    desk.sim.sms.text(LUC, "allo")
    await desk.job.once()
    assert await desk.words() == ["une photo", "allo"]
    assert await desk.since() > before


async def test_one_message_that_always_fails_is_asked_for_again_and_holds_back_no_other(database_url: str) -> None:
    def listed(sid: str, phone: str, body: str, media: str) -> dict[str, str]:
        hour = format_datetime(NOON)
        said = {"sid": sid, "from": phone, "to": "+18195550100", "body": body, "num_media": media}
        return said | {"direction": "inbound", "date_created": hour, "date_sent": hour, "status": "received"}

    messages = [listed("SM" + "2" * 32, LUC, "allo", "0"), listed("MM" + "1" * 32, ROSE, "une photo", "1")]

    async def answer(request: web.Request) -> web.StreamResponse:
        if request.path.endswith("/Media.json"):
            return web.json_response({"code": 20500, "message": "No"}, status=500)
        return web.json_response({"messages": messages, "next_page_uri": None, "page": 0, "page_size": 50})

    database = Database(database_url)
    await small_installation(database)
    async with provider(answer) as server:
        channel = Sms("AC" + "a" * 32, "secret", server.url, sender="+18195550100")
        job = CatchUp(database, channel, Saver(database), lambda: NOON)
        with pytest.raises(SendError) as unread:
            await job.once()
        await channel.close()
    async with database.read() as session:
        kept = [row.payload or {} for row in await session.scalars(select(IncomingMessage))]
    await database.close()
    assert (unread.value.reason, [one["Body"] for one in kept]) == ("server", ["allo"])


async def test_it_goes_on_looking_by_itself(desk: Desk) -> None:
    await desk.job.once()
    await desk.later(minutes=1)
    desk.sim.sms.text(ROSE, "allo")
    running = asyncio.create_task(desk.job.run())
    async with asyncio.timeout(20):
        while not await desk.words():  # noqa: ASYNC110
            await asyncio.sleep(0.02)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert await desk.words() == ["allo"]


async def test_a_clock_set_back_hides_nothing_that_comes_after(desk: Desk) -> None:
    await desk.job.once()
    await desk.later(hours=2)
    await desk.job.once()
    await desk.later(hours=-1)
    desk.sim.sms.text(ROSE, "apres")
    await desk.later(minutes=1)
    await desk.job.once()
    await desk.job.once()
    assert await desk.words() == ["apres"]
    assert await desk.since() <= desk.sim.clock.now()
