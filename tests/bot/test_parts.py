"""The first part that fails is the end of the process, by itself or by the last resort."""

from __future__ import annotations

import asyncio
import threading
import time

import pytest
from structlog.testing import capture_logs

from bot.last_resort import CODE, LastResort
from bot.parts import PartFailed, ProcessParts


async def for_ever() -> None:
    await asyncio.sleep(3600)


async def fails() -> None:
    raise KeyError("+1 819 555-0123")


async def ends() -> None:
    await asyncio.sleep(0)


async def test_the_first_part_that_fails_is_named_with_its_place_and_nothing_of_its_values() -> None:
    parts = ProcessParts()
    with capture_logs() as lines:
        parts.run(for_ever(), "inbox")
        parts.run(ends(), "webhook")
        parts.run(fails(), "outbox")
        with pytest.raises(PartFailed, match=r"outbox failed: KeyError at .*test_parts") as failed:
            await asyncio.wait_for(parts.failed(), 10)
    assert "555" not in str(failed.value)
    assert [(line["log_level"], line["part"]) for line in lines] == [("critical", "outbox")]
    with pytest.raises(PartFailed):
        parts.check()
    await parts.stop()
    assert all(task.done() for task in parts.tasks)


async def test_parts_that_end_well_or_are_stopped_are_no_fault() -> None:
    parts = ProcessParts()
    parts.run(ends(), "webhook")
    parts.run(for_ever(), "inbox")
    await asyncio.sleep(0.01)
    await parts.stop()
    assert parts.fault is None


class End:
    """How a process is ended, for a test that wants to live."""

    def __init__(self) -> None:
        self.code: int | None = None
        self.came = threading.Event()

    def __call__(self, code: int) -> None:
        self.code = code
        self.came.set()


async def test_a_stop_that_does_not_come_to_its_end_is_ended() -> None:
    end = End()
    resort = LastResort(asyncio.get_running_loop(), end, seconds=0.1)
    resort.ending()
    resort.ending()
    assert await asyncio.to_thread(end.came.wait, 10)
    assert end.code == CODE
    resort.over()


async def test_a_stop_that_ends_by_itself_is_left_alone() -> None:
    end = End()
    resort = LastResort(asyncio.get_running_loop(), end, seconds=0.2)
    resort.ending()
    resort.over()
    await asyncio.sleep(0.5)
    assert end.code is None


async def test_an_event_loop_that_stands_still_is_ended_and_one_that_is_slow_is_not() -> None:
    end = End()
    resort = LastResort(asyncio.get_running_loop(), end, look=0.05)
    for _ in range(5):
        time.sleep(0.1)  # noqa: ASYNC251 - what a part at fault would do
        await asyncio.sleep(0.06)
    assert end.code is None
    with capture_logs() as lines:
        deadline = time.monotonic() + 30
        while not end.came.is_set() and time.monotonic() < deadline:
            time.sleep(0.05)  # noqa: ASYNC251
    assert end.code == CODE
    assert [line["why"] for line in lines if line["log_level"] == "critical"] == ["the event loop stands still"]
    resort.over()
