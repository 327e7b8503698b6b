"""The tasks that make up one process. The first that ends by an error is the end of all: none works half."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass, field
from typing import Any

import structlog

from bot.faults import where

log = structlog.get_logger(__name__)


class PartFailed(Exception):
    """A part of the program ended by an error. `place` says where, never with the values."""

    def __init__(self, part: str, place: str) -> None:
        self.part = part
        self.place = place
        super().__init__(f"{part} failed: {place}")


@dataclass(slots=True)
class ProcessParts:
    """Runs them, and knows which one failed first."""

    tasks: list[asyncio.Task[Any]] = field(default_factory=list)
    fault: PartFailed | None = None
    _failed: asyncio.Event = field(default_factory=asyncio.Event)

    def run(self, work: Awaitable[Any], name: str) -> asyncio.Task[Any]:
        task = asyncio.create_task(self._watched(work, name), name=name)
        self.tasks.append(task)
        return task

    async def _watched(self, work: Awaitable[Any], name: str) -> None:
        try:
            await work
        except Exception as error:
            if self.fault is None:
                self.fault = PartFailed(name, where(error))
                log.critical("a part of the program failed: the process ends", part=name, error=self.fault.place)
            self._failed.set()
            raise

    async def failed(self) -> None:
        """Returns only by raising PartFailed, once a part has failed."""
        await self._failed.wait()
        assert self.fault is not None
        raise self.fault

    def check(self) -> None:
        """Raise at once if a part has failed."""
        if self.fault is not None:
            raise self.fault

    async def stop(self) -> None:
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
