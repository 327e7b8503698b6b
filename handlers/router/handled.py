"""What a recogniser gives back, and what it is."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.conversations import HandledAs
from handlers.turn import Reply

if TYPE_CHECKING:
    from handlers.router.exchange import Exchange


@dataclass(frozen=True, slots=True)
class Handled:
    """What was done with a message, and what is said back. `how` gives way to what a handler wrote itself."""

    how: HandledAs
    reply: Reply = None


Recogniser = Callable[["Exchange"], Awaitable[Handled | None]]
