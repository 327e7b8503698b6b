"""The demo in this process: loaded people, a clock that walks, phones that receive."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.demo import region
from bot.demo.folder import free_port
from bot.demo.load import load, settle_in
from bot.demo.serve import Demo, open_demo, this_morning
from bot.simulator import Jump

pytestmark = pytest.mark.asyncio(loop_scope="module")

MONDAY = dt.datetime(2027, 2, 8, 15, tzinfo=dt.UTC)  # ten o'clock in Quebec
NEVER = 1_000_000.0
MAUDE, KARIM = int(region.MAUDE.address), int(region.KARIM.address)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def demo(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Demo]:
    folder = tmp_path_factory.mktemp("demo")
    async with open_demo(folder, port=free_port(0), start=MONDAY, tick_seconds=NEVER, load=load) as running:
        yield running


async def test_the_coordinator_and_the_member_have_pressed_start(demo: Demo) -> None:
    assert "/aide" in demo.providers.telegram.received(MAUDE)[0].shown
    assert demo.providers.telegram.received(KARIM)


async def test_a_coordinator_s_command_is_answered(demo: Demo) -> None:
    demo.providers.telegram.write(MAUDE, "/infolettre")
    await settle_in(demo.clock)
    assert "Trois-Ponts" in demo.providers.telegram.received(MAUDE)[-1].shown


async def test_the_clock_goes_to_the_next_reminder_then_to_the_day_after_the_meeting_then_to_the_month_s_end(
    demo: Demo,
) -> None:
    sms, clock = demo.providers.sms, demo.clock
    assert not [m for m in sms.received(region.ROSE.address) if "COCO" in m.body]
    when = await clock.jump(Jump.NEXT_REMINDER)
    assert when is not None
    assert when.astimezone(clock.zone).time() == dt.time(10)
    assert len([m for m in sms.received(region.ROSE.address) if "COCO" in m.body]) == 1

    when = await clock.jump(Jump.DAY_AFTER_MEETING)
    assert when is not None
    assert when.astimezone(clock.zone).date() == dt.date(2027, 2, 17)
    reminders = [m for m in sms.received(region.ROSE.address) if "COCO" in m.body]
    assert len(reminders) >= 3, "those on the way were sent on the way, not missed"
    assert any("/presence" in m.shown for m in demo.providers.telegram.received(MAUDE))

    when = await clock.jump(Jump.END_OF_MONTH)
    assert when is not None
    assert when.astimezone(clock.zone).date() == dt.date(2027, 2, 28)
    assert await clock.jump(Jump.NEXT_REMINDER) is None, "there is nothing to go to"
    assert clock.clock.now() >= when


@pytest.mark.parametrize("now", [dt.datetime(2027, 2, 8, 4, tzinfo=dt.UTC), dt.datetime(2027, 7, 1, 23, tzinfo=dt.UTC)])
async def test_a_demo_begins_at_ten_in_the_morning_whatever_the_hour(demo: Demo, now: dt.datetime) -> None:
    local = this_morning(now, demo.clock.zone).astimezone(demo.clock.zone)
    assert local.time() == dt.time(10)
    assert local.date() == now.astimezone(demo.clock.zone).date()


async def test_what_a_night_holds_back_leaves_in_the_morning(demo: Demo) -> None:
    night = dt.datetime(2027, 3, 1, 23, tzinfo=demo.clock.zone)
    await demo.clock.walk_to(night)
    demo.providers.sms.text(region.ROSE.address, "AIDE")
    await settle_in(demo.clock)
    assert "819 555-0142" in demo.providers.sms.received(region.ROSE.address)[-1].body, "an answer is never held back"
