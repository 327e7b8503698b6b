"""Faults come by the seed, do what they say, and are counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator

import aiohttp
import pytest
from aiohttp import web

from bot.simulator import FaultPlan, Faults, Misfortune, Providers
from bot.simulator.telegram.updates import RegisteredWebhook

ROSE = 501


async def send(sim: Providers, text: str = "x", *, within: float = 5.0) -> int:
    """The status, on a connection of its own."""
    url = f"{sim.telegram_url}/bot{sim.telegram.token}/sendMessage"
    limits = aiohttp.ClientTimeout(total=within)
    async with aiohttp.ClientSession(timeout=limits) as http, http.post(url, json={"chat_id": ROSE, "text": text}) as r:
        await r.read()
        return r.status


OUTCOMES: list[tuple[Misfortune, int | type[Exception], bool]] = [
    (Misfortune.TOO_MANY, 429, False),
    (Misfortune.ERROR, 500, False),
    (Misfortune.RESET, aiohttp.ClientOSError, False),
    (Misfortune.HANG, TimeoutError, False),
    (Misfortune.CUT, aiohttp.ServerDisconnectedError, True),
    (Misfortune.LATE, TimeoutError, True),
]


@pytest.mark.parametrize(("fault", "outcome", "delivered"), OUTCOMES)
async def test_each_fault_shows_its_own_face_and_delivers_or_not(
    sim: Providers, fault: Misfortune, outcome: int | type[Exception], delivered: bool
) -> None:
    sim.telegram.press_start(ROSE)
    sim.telegram.faults.force(fault, retry_after=3)
    if isinstance(outcome, int):
        assert await send(sim) == outcome
    else:
        with pytest.raises(outcome):
            await send(sim, within=0.3)
    assert len(sim.telegram.truth.of(str(ROSE))) == int(delivered)
    assert sim.telegram.faults.dealt == Counter({fault: 1})
    assert sim.telegram.faults.ambiguous == int(not isinstance(outcome, int))
    assert await send(sim) == 200


def deal(plan: FaultPlan, times: int) -> list[Misfortune | None]:
    faults = Faults(plan)
    dealt = (faults.for_request(sends=True) for _ in range(times))
    return [fault[0] if fault else None for fault in dealt]


def test_the_same_seed_deals_the_same_faults() -> None:
    plan = FaultPlan.parse("429=0.1,500=0.05,reset=0.02,cut=0.03", seed=7)
    first = deal(plan, 5000)
    assert first == deal(plan, 5000)
    assert first != deal(FaultPlan.parse("429=0.1,500=0.05,reset=0.02,cut=0.03", seed=8), 5000)
    counts = Counter(first)
    assert 400 < counts[Misfortune.TOO_MANY] < 600
    assert 80 < counts[Misfortune.CUT] < 220
    assert counts[Misfortune.HANG] == 0


def test_reading_what_does_not_send_is_spared_unless_everywhere() -> None:
    assert Faults(FaultPlan(error=1.0)).for_request(sends=False) is None
    assert Faults(FaultPlan(error=1.0, everywhere=True)).for_request(sends=False) == (Misfortune.ERROR, 1)


@pytest.mark.parametrize(
    ("text", "plan"),
    [
        ("", FaultPlan()),
        ("429=0.5, latency=0.02", FaultPlan(too_many=0.5, latency=0.02)),
        ("retry_after=5,everywhere", FaultPlan(retry_after=5, everywhere=True)),
    ],
)
def test_a_plan_is_read_from_words(text: str, plan: FaultPlan) -> None:
    assert FaultPlan.parse(text) == plan


def test_an_unknown_fault_is_named() -> None:
    with pytest.raises(ValueError, match="'fire'"):
        FaultPlan.parse("fire=0.1")


@pytest.fixture
async def posted() -> AsyncIterator[tuple[str, list[str]]]:
    """A webhook's address, and the bodies posted to it."""
    bodies: list[str] = []

    async def take(request: web.BaseRequest) -> web.Response:
        bodies.append((await request.read()).decode())
        return web.Response()

    runner = web.ServerRunner(web.Server(take))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}/hook", bodies
    await runner.cleanup()


async def test_repeated_callbacks_come_twice_and_reordered_ones_backwards(
    sim: Providers, posted: tuple[str, list[str]]
) -> None:
    url, bodies = posted
    sim.sms.faults.plan = FaultPlan(repeat=1.0, reorder=1.0)
    sms = sim.sms.accept(sim.sms.numbers[0], "+18195550123", "x", (), url, None)
    sim.sms.move_on(sms)
    await sim.sms.settled()
    statuses = [dict(pair.split("=") for pair in body.split("&"))["MessageStatus"] for body in bodies]
    assert statuses == ["delivered", "delivered", "sent", "sent"]


async def test_repeated_updates_and_inbound_texts_keep_their_id(sim: Providers, posted: tuple[str, list[str]]) -> None:
    url, bodies = posted
    sim.telegram.faults.plan = sim.sms.faults.plan = FaultPlan(repeat=1.0)
    sim.telegram.updates.set_webhook(RegisteredWebhook(url))
    sim.telegram.write(ROSE, "bonjour")
    await sim.telegram.updates.settled()
    sim.sms.sms_url = url
    sim.sms.text("+18195550123", "bonjour")
    await sim.sms.settled()
    assert len(bodies) == 4
    assert bodies[0] == bodies[1]
    assert bodies[2] == bodies[3]


async def test_a_provider_that_went_away_comes_back_at_the_same_address(sim: Providers) -> None:
    sim.telegram.press_start(ROSE)
    await sim.telegram_server.stop()
    with pytest.raises(aiohttp.ClientConnectorError):
        await send(sim)
    await sim.telegram_server.start()
    assert await send(sim) == 200
