"""Each channel has an account of its own: its rate, its price, its limit. None borrows another's."""

from __future__ import annotations

import datetime as dt

from bot.channels.providers import prices
from bot.outbox.account_queues import open_queue
from bot.settings import Settings
from tests.support.outbox import NOON, TWILIO, Hands, Provider, World

MAIL = {"EMAIL_HOST": "127.0.0.1", "EMAIL_FROM": "nouvelles@table.example"}
GIVEN = {"TELEGRAM_TOKEN": "7:a", **TWILIO, **MAIL, "SMS_RATE": "3", "EMAIL_RATE": "5"}


def test_each_channel_leaves_at_its_own_rate_from_its_own_account() -> None:
    settings = Settings.load(env=GIVEN)

    def queue(name: str) -> tuple[str, float, int]:
        opened = open_queue(name, Provider(name), settings, lambda: NOON, lambda: None, shared=False, monotonic=Hands())
        return opened.account, opened.pace.rate, opened.connections

    assert queue("telegram") == ("telegram:7", 30, 256)
    assert queue("sms") == ("sms:+18195550100", 3, 256)
    assert queue("email") == ("email:nouvelles@table.example", 5, 4)


def test_only_segments_are_paid() -> None:
    assert prices(Settings.load(env=GIVEN)) == {"sms": 14700}


async def test_what_leaves_by_e_mail_costs_nothing_and_waits_for_no_budget(world: World) -> None:
    world.env = {**MAIL, "SMS_DAILY_BUDGET": "0"}
    rose = await world.person("email")
    await world.broadcast(rose, body="nouvelles")

    await world.send()

    (row,) = await world.deliveries()
    assert world.email.bodies == ["nouvelles"]
    assert (row.segments, row.cost) == (0, 0)
    assert row.sent_at is not None
    assert row.sent_at - world.now < dt.timedelta(minutes=1)
