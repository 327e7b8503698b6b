"""The person's eyes: waiting for a message with certain words, in the form "expect ... reply ... expect"."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from typing import Generic, Protocol, TypeVar


class Readable(Protocol):
    """A message as a person reads it."""

    @property
    def shown(self) -> str: ...


M = TypeVar("M", bound=Readable)
NO_BREAK = str.maketrans({"\u00a0": " ", "\u202f": " "})  # eyes see no difference


class PhoneInbox(Generic[M]):
    """What arrived on each phone, and how far its owner has read. An edited message arrives again."""

    def __init__(self) -> None:
        self.version = 0
        self._arrived: defaultdict[str, list[M]] = defaultdict(list)
        self._read: defaultdict[str, int] = defaultdict(int)
        self._waiters: set[asyncio.Event] = set()

    def add(self, address: str, message: M) -> None:
        self._arrived[address].append(message)
        self.touch()

    def touch(self) -> None:
        """Something changed that the page shows."""
        self.version += 1
        for waiter in self._waiters:
            waiter.set()

    def unread(self, address: str) -> list[M]:
        """What arrived since the last message expected."""
        return self._arrived[address][self._read[address] :]

    async def expect(self, address: str, *words: str, timeout: float = 10.0) -> M:  # noqa: ASYNC109
        """The next unread message that contains all the words, whatever their case; those before it count as read.

        Fails after `timeout` seconds with an AssertionError that shows what arrived instead.
        """
        changed = asyncio.Event()
        self._waiters.add(changed)
        try:
            async with asyncio.timeout(timeout):
                while (found := self._next(address, words)) is None:
                    await changed.wait()
                    changed.clear()
        except TimeoutError:
            seen = "\n".join(f"  - {message.shown}" for message in self.unread(address)) or "  (nothing)"
            raise AssertionError(f"{address} expected {words!r}; unread:\n{seen}") from None
        finally:
            self._waiters.discard(changed)
        return found

    def _next(self, address: str, words: tuple[str, ...]) -> M | None:
        wanted = [word.casefold() for word in words]
        for i, message in enumerate(self._arrived[address][self._read[address] :], self._read[address]):
            shown = message.shown.translate(NO_BREAK).casefold()
            if all(word in shown for word in wanted):
                self._read[address] = i + 1
                return message
        return None
