"""What the outbox tells and asks of the rest of the program. Each has a harmless default."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Protocol

from sqlalchemy.ext.asyncio import AsyncSession

from messages.catalogue import Catalogue
from messages.types import Channel, Text


class OnEvent(Protocol):
    """Something to count or to show, after it is kept: a fixed name and its fields, never words nor addresses."""

    def __call__(self, name: str, **fields: object) -> None: ...


def _nobody(name: str, **fields: object) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Hooks:
    """`explain_fallback(language, channel)` gives the words that say, once, why a text message comes instead.

    The others run inside the transaction that decided it, so that telling the coordinator is kept with it:
    `auto_paused(session, broadcast_id, reason)`, `finished(session, broadcast_id)`, `budget_reached(session)`,
    `unsure(session, delivery_id)` for a message that perhaps arrived, `slowed(session, channel, seconds)` for a long
    pause that a provider asks for.
    """

    on_event: OnEvent = _nobody
    explain_fallback: Callable[[str, str], str] | None = None
    auto_paused: Callable[[AsyncSession, int, str], Awaitable[None]] | None = None
    finished: Callable[[AsyncSession, int], Awaitable[None]] | None = None
    budget_reached: Callable[[AsyncSession], Awaitable[None]] | None = None
    unsure: Callable[[AsyncSession, int], Awaitable[None]] | None = None
    slowed: Callable[[AsyncSession, str, float], Awaitable[None]] | None = None


def explaining(hooks: Hooks, catalogue: Catalogue | None) -> Hooks:
    """The same hooks, with the catalogue's own words when they bring none."""
    if catalogue is None or hooks.explain_fallback is not None:
        return hooks

    def explain(language: str, channel: str) -> str:
        return catalogue.text(Text("outbox-fallback-why", {"channel": channel}), language, Channel.SMS)

    return replace(hooks, explain_fallback=explain)
