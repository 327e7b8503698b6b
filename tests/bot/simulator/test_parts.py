"""The small parts: clock, rates, lanes, ground truth, segments, who may ask."""

from __future__ import annotations

import asyncio
import datetime as dt

import pytest

from bot.simulator import ClockControl, Jump, MovableClock, SmsWorld
from bot.simulator.lanes import Lanes
from bot.simulator.limits import Window
from bot.simulator.local import is_from_here, is_loopback
from bot.simulator.truth import GroundTruth
from bot.simulator.twilio.segments import segments

NOON = dt.datetime(2026, 2, 10, 17, 0, tzinfo=dt.UTC)  # noon in Toronto


async def test_the_clock_jumps_and_waits_for_its_listeners() -> None:
    clock = MovableClock(NOON, running=False)
    seen: list[dt.datetime] = []

    async def listen(now: dt.datetime) -> None:
        await asyncio.sleep(0)
        seen.append(now)

    clock.on_move(listen)
    await clock.move_by(dt.timedelta(hours=1))
    assert seen == [clock.now()] == [NOON + dt.timedelta(hours=1)]


def test_the_clock_runs_at_the_machines_pace() -> None:
    clock = MovableClock(NOON)
    first = clock.now()
    assert NOON <= first <= clock.now() < NOON + dt.timedelta(minutes=1)


def test_a_naive_hour_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        MovableClock(dt.datetime(2026, 2, 10))  # noqa: DTZ001


JUMPS = [
    (NOON, Jump.HOUR, "2026-02-10T18:00+00:00"),
    (
        dt.datetime(2026, 3, 7, 17, tzinfo=dt.UTC),
        Jump.DAY,
        "2026-03-08T16:00+00:00",
    ),  # noon to noon, summer time begins
    (NOON, Jump.END_OF_MONTH, "2026-02-28T23:00+00:00"),
    (dt.datetime(2026, 3, 1, 1, tzinfo=dt.UTC), Jump.END_OF_MONTH, "2026-03-31T22:00+00:00"),
]


@pytest.mark.parametrize(("start", "jump", "end"), JUMPS)
async def test_the_pages_buttons_lead_to_their_hour(start: dt.datetime, jump: Jump, end: str) -> None:
    control = ClockControl(MovableClock(start, running=False))
    assert await control.jump(jump) == dt.datetime.fromisoformat(end) == control.clock.now()


async def test_a_jump_without_target_or_into_the_past_goes_nowhere() -> None:
    async def yesterday() -> dt.datetime:
        return NOON - dt.timedelta(days=1)

    control = ClockControl(MovableClock(NOON, running=False), {Jump.NEXT_REMINDER: yesterday})
    assert await control.jump(Jump.NEXT_REMINDER) is None
    assert await control.jump(Jump.DAY_AFTER_MEETING) is None
    assert control.clock.now() == NOON


def test_a_window_is_half_open_and_tells_how_long_to_wait() -> None:
    window = Window(2, 1.0)
    for now in (0.0, 0.5):
        assert window.wait(now) == 0
        window.take(now)
    assert window.wait(0.75) == 0.25
    assert window.wait(1.0) == 0
    assert window.wait(1.0, weight=2) == 0.5


async def test_a_lane_keeps_its_order_and_does_not_hold_back_the_others() -> None:
    lanes, done, gate = Lanes(), [], asyncio.Event()

    async def first() -> None:
        await gate.wait()
        done.append("a1")

    async def note(name: str) -> None:
        done.append(name)

    lanes.put("a", first)
    lanes.put("a", lambda: note("a2"))
    lanes.put("b", lambda: note("b1"))
    await asyncio.sleep(0.01)
    assert done == ["b1"]
    gate.set()
    await lanes.settled()
    assert done == ["b1", "a1", "a2"]


def test_the_ground_truth_counts_repeats_and_the_busiest_second() -> None:
    truth = GroundTruth()
    for body in ("un", "deux", "un"):
        truth.note("501", body, weight=2)
    assert truth.repeated() == {"501": {"un": 2}}
    assert (truth.total, truth.counts["501"], truth.busiest()) == (3, 3, 6)
    assert [r.body for r in truth.of("501")] == ["un", "deux", "un"]
    truth.clear()
    assert (truth.total, truth.times(), truth.repeated(), truth.busiest()) == (0, [], {}, 0)


def test_a_lean_truth_keeps_times_without_bodies() -> None:
    truth = GroundTruth(bodies=False)
    truth.note("501", "un")
    assert (truth.of("501"), len(truth.times()), truth.counts["501"]) == ([], 1, 1)


SEGMENTS = [
    ("", 1),
    ("é" * 160, 1),
    ("é" * 161, 2),
    ("ç" * 70, 1),
    ("ç" * 71, 2),
    ("€" * 80, 1),
    ("€" * 81, 2),
    ("a" * 152 + "€" + "a" * 152, 3),  # the escape pair moves whole to the second part
    ("😀" * 35, 1),
    ("😀" * 36, 2),
    ("çç" + "😀" * 66, 3),  # 134 units would fill two parts, but no surrogate pair is split
]


@pytest.mark.parametrize(("body", "count"), SEGMENTS, ids=[str(i) for i in range(len(SEGMENTS))])
def test_segments_are_packed_without_splitting_a_pair(body: str, count: int) -> None:
    assert segments(body) == count


@pytest.mark.parametrize(
    ("headers", "here"),
    [
        ({"host": "127.0.0.1:8000"}, True),
        ({"host": "localhost:8000", "origin": "http://localhost:8000"}, True),
        ({"host": "[::1]:8000"}, True),
        ({"host": "evil.example:8000"}, False),
        ({"host": "127.0.0.1.evil.example"}, False),
        ({"host": ""}, False),
        ({"host": "[::1"}, False),
        ({}, False),
        ({"host": "127.0.0.1:8000", "origin": "http://evil.example"}, False),
        ({"host": "127.0.0.1:8000", "origin": "http://127.0.0.1:9000"}, False),
        ({"host": "127.0.0.1:8000", "origin": "null"}, False),
        ({"host": "127.0.0.1:8000", "sec-fetch-site": "cross-site"}, False),
    ],
)
def test_only_this_machines_own_pages_may_ask(headers: dict[str, str], here: bool) -> None:
    assert is_from_here(headers) is here


@pytest.mark.parametrize(
    ("url", "stays"),
    [
        ("http://127.0.0.1:9/x", True),
        ("http://localhost/x", True),
        ("https://example.org/x", False),
        ("file:///etc/passwd", False),
        ("http://127.0.0.1@example.org/", False),
        ("http://10.0.0.1/", False),
    ],
)
def test_posting_stays_on_this_machine(url: str, stays: bool) -> None:
    assert is_loopback(url) is stays


async def test_expecting_in_vain_shows_what_arrived_instead() -> None:
    world = SmsWorld()
    sms = world.accept(world.numbers[0], "+18195550123", "Rencontre mardi", (), "", None)
    assert (await world.expect("+18195550123", "MARDI")) is sms
    world.accept(world.numbers[0], "+18195550123", "Bulletin", (), "", None)
    with pytest.raises(AssertionError, match="Bulletin"):
        await world.expect("+18195550123", "reçu", timeout=0.02)
    await world.close()
