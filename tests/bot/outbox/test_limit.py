"""The limit of one provider account: never more in any second, and nearly all of it used."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.outbox.limit import APART, LATE, SharedPace, SlotRate
from db.outbox.slots import Grant


@dataclass
class Watch:
    """A monotonic clock moved by hand."""

    at: float = 1000.0

    def __call__(self) -> float:
        return self.at


def hand_offs(rate: float, slots: Callable[[], int], late: Callable[[], float], count: int) -> list[tuple[float, int]]:
    """When messages of so many slots reach the socket, each so late after it was let go, as a queue does it."""
    watch = Watch()
    pace = SlotRate(rate, watch)
    on_the_way: list[tuple[float, int]] = []
    left: list[tuple[float, int]] = []
    waiting = slots()
    while len(left) < count:
        delay = pace.delay(waiting)
        if delay == 0:
            pace.release(waiting)
            on_the_way.append((watch.at + late(), waiting))
            waiting = slots()
            continue
        soonest = min(on_the_way, default=None)
        if soonest is not None and (delay is None or soonest[0] <= watch.at + delay):
            on_the_way.remove(soonest)
            watch.at = max(watch.at, soonest[0])
            pace.left(soonest[1])
            left.append((watch.at, soonest[1]))
        else:
            assert delay is not None
            watch.at += delay
    return left


def busiest_second(left: list[tuple[float, int]]) -> int:
    return max(sum(n for at, n in left if start <= at < start + 1.0) for start, _ in left)


@settings(max_examples=30, deadline=None)
@given(rate=st.integers(2, 60), seed=st.integers(), longest=st.sampled_from([0.0, 0.004, 0.2, 1.5]))
def test_in_no_second_more_than_the_limit_however_late_messages_reach_their_socket(
    rate: int, seed: int, longest: float
) -> None:
    dice = random.Random(seed)
    left = hand_offs(rate, lambda: 1, lambda: dice.uniform(0, longest), rate * 6)

    assert busiest_second(left) <= rate


@pytest.mark.parametrize("rate", [1, 3, 30, 100])
def test_at_least_97_percent_of_the_limit_is_used_while_there_is_work(rate: int) -> None:
    left = hand_offs(rate, lambda: 1, lambda: 0.001, rate * 60)

    seconds = left[-1][0] - left[0][0]
    assert (len(left) - 1) / seconds >= 0.97 * rate
    assert busiest_second(left) <= rate


@settings(max_examples=20, deadline=None)
@given(rate=st.sampled_from([0.5, 1.0, 3.0]), seed=st.integers())
def test_long_text_messages_take_as_many_slots_as_they_have_segments(rate: float, seed: int) -> None:
    dice = random.Random(seed)
    left = hand_offs(rate, lambda: dice.randint(1, 4), lambda: dice.uniform(0, 0.05), 40)

    for (before, slots), (after, _) in itertools.pairwise(left):
        assert after - before >= slots / rate * 0.94 - 0.06


def test_no_limit_is_no_wait() -> None:
    pace = SlotRate(100_000, Watch())
    for _ in range(1000):
        assert pace.delay(1) == 0
        pace.release(1)


def test_a_pause_lasts_as_long_as_was_asked_and_no_longer() -> None:
    watch = Watch()
    pace = SlotRate(30, watch)
    pace.pause(5)
    pace.pause(2)
    assert pace.delay(1) == 5

    watch.at += 5

    assert pace.delay(1) == 0


def test_messages_are_made_ready_just_before_a_pause_ends_and_leave_when_it_does() -> None:
    watch = Watch()
    pace = SlotRate(30, watch)
    pace.pause(5)
    assert pace.at_rest

    watch.at += 4.9

    assert not pace.at_rest
    assert pace.delay(1) == pytest.approx(0.1)


def test_granted_slots_are_used_at_their_time_and_expire() -> None:
    watch = Watch()
    pace = SharedPace(30, watch)
    assert pace.delay(1) is None
    pace.granted(Grant(3, pace.apart, 0.02), watch.at)
    assert pace.delay(1) == pytest.approx(0.02)

    watch.at += 0.02 + 2 * pace.apart + LATE + 0.001

    assert pace.delay(1) is None
    assert pace.missing(3) == 3


@given(st.lists(st.floats(0, LATE), min_size=200, max_size=200), st.integers(1, 60))
@settings(max_examples=30, deadline=None)
def test_shared_slots_keep_the_limit_whoever_uses_them_and_however_late(late: list[float], rate: int) -> None:
    apart = SharedPace(rate, Watch()).apart
    left = sorted((i * apart + delay, 1) for i, delay in enumerate(late))

    assert busiest_second(left) <= rate
    assert 1 / apart >= rate / (1 + APART) - 1e-9
