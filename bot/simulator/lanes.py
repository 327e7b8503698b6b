"""Work that keeps its order within a lane (one chat, one phone) while lanes run side by side."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Hashable

Job = Callable[[], Awaitable[None]]


class Lanes:
    """One task per busy lane, at most `width` jobs at once. A lane disappears when it is empty."""

    def __init__(self, width: int = 40) -> None:
        self._turn = asyncio.Semaphore(width)
        self._queues: dict[Hashable, deque[Job]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def widen(self, width: int) -> None:
        """From now on `width` jobs at once."""
        self._turn = asyncio.Semaphore(width)

    def put(self, lane: Hashable, job: Job) -> None:
        """Run `job` after those already in this lane. Needs a running loop."""
        queue = self._queues.get(lane)
        if queue is not None:
            queue.append(job)
            return
        self._queues[lane] = deque([job])
        task = asyncio.get_running_loop().create_task(self._run(lane))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def settled(self) -> None:
        """Wait until no work is left."""
        while self._tasks:
            await asyncio.wait(set(self._tasks))

    async def close(self) -> None:
        """Drop what is left."""
        self._queues.clear()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _run(self, lane: Hashable) -> None:
        try:
            while queue := self._queues.get(lane):
                async with self._turn:
                    await queue.popleft()()
        finally:
            self._queues.pop(lane, None)
