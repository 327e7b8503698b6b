"""The lanes that the settings ask for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from bot.channels.contract import Channel
from bot.outbox.chats import Chats
from bot.outbox.lane import Lane
from bot.outbox.limit import Pace, SharedPace
from bot.settings import Settings
from messages.types import Channel as ChannelName


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
    telegram = name == ChannelName.TELEGRAM
    rate = settings.telegram_rate if telegram else settings.sms_rate
    pace = SharedPace(rate, monotonic) if shared else Pace(rate, monotonic)
    spaced = telegram and not pace.unlimited
    chat_apart = 1.0 / settings.telegram_chat_rate if spaced else 0.0
    group_apart = 60.0 / settings.telegram_group_rate if spaced else 0.0
    return Lane(
        name=name,
        account=settings.telegram_account if telegram else settings.sms_account,
        channel=channel,
        pace=pace,
        clock=clock,
        changed=changed,
        chats=Chats(chat_apart, group_apart, monotonic),
        connections=settings.provider_connections,
        timeout=settings.provider_timeout,
        monotonic=monotonic,
    )
