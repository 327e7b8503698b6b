"""The lanes that the settings ask for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from bot.channels.contract import Channel
from bot.channels.providers import provider_of
from bot.outbox.chats import Chats
from bot.outbox.lane import Lane
from bot.outbox.limit import Pace, SharedPace
from bot.settings import Settings


def open_lane(
    name: str,
    channel: Channel,
    settings: Settings,
    clock: Callable[[], dt.datetime],
    changed: Callable[[], None],
    *,
    shared: bool,
    monotonic: Callable[[], float],
) -> Lane:
    """The lane of one channel, with the limits of its account. `shared`: other processes send through it too."""
    provider = provider_of(name)
    rate = provider.rate(settings)
    pace = SharedPace(rate, monotonic) if shared else Pace(rate, monotonic)
    chat_apart, group_apart = (0.0, 0.0) if pace.unlimited else provider.apart(settings)
    return Lane(
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
