"""The queues that the settings ask for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from bot.channels.contract import ChannelAccount
from bot.channels.providers import provider_of
from bot.outbox.account_queue import AccountQueue
from bot.outbox.chats import Chats
from bot.outbox.limit import SharedPace, SlotRate
from bot.settings import Settings


def open_queue(
    name: str,
    channel: ChannelAccount,
    settings: Settings,
    clock: Callable[[], dt.datetime],
    changed: Callable[[], None],
    *,
    shared: bool,
    monotonic: Callable[[], float],
) -> AccountQueue:
    """The queue of one channel, with the limits of its account. `shared`: other processes send through it too."""
    provider = provider_of(name)
    rate = provider.rate(settings)
    pace = SharedPace(rate, monotonic) if shared else SlotRate(rate, monotonic)
    chat_apart, group_apart = (0.0, 0.0) if pace.unlimited else provider.apart(settings)
    return AccountQueue(
        name=name,
        account=provider.account(settings),
        channel=channel,
        pace=pace,
        clock=clock,
        changed=changed,
        chats=Chats(chat_apart, group_apart, monotonic),
        connections=min(settings.provider_connections, provider.connections or settings.provider_connections),
        timeout=settings.provider_timeout,
        monotonic=monotonic,
    )
