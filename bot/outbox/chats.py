"""How often one chat, and one group, may be written to: apart from the account's own limit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

REMEMBERED = 10_000  # chats; beyond, those that may be written to again are forgotten


@dataclass(slots=True)
class Chats:
    """`apart` and `group_apart` are seconds between two messages to one chat, to one group; 0 is no limit."""

    apart: float
    group_apart: float
    monotonic: Callable[[], float]
    _next_to: dict[str, float] = field(default_factory=dict)

    def wait(self, address: str) -> float:
        """Seconds until this chat may be written to again; a turn is taken when it may now."""
        if not self._apart(address):
            return 0.0
        wait = self._next_to.get(address, 0.0) - self.monotonic()
        if wait <= 0:
            self.wrote_to(address)
        return max(0.0, wait)

    def wrote_to(self, address: str) -> None:
        """Said when a message is let go, and again when it reaches its socket: the later of the two counts."""
        if apart := self._apart(address):
            now = self.monotonic()
            self._next_to[address] = now + apart
            if len(self._next_to) > REMEMBERED:
                self._next_to = {chat: at for chat, at in self._next_to.items() if at > now}

    def _apart(self, address: str) -> float:
        """Telegram's groups have negative ids."""
        return self.group_apart if address.startswith("-") else self.apart
