"""Ends the process when nothing else does: a stop that does not come to its end, an event loop that stands still.

What runs here is a thread, which needs nothing of the loop. A process that neither works nor ends is started again by
nobody: better an end, with its reason in the log.
"""

from __future__ import annotations

import asyncio
import os
import sys
import threading
import traceback
from collections.abc import Callable

import structlog

log = structlog.get_logger(__name__)

END_SECONDS = 30.0  # from the moment it was told to stop, or failed
LOOK_SECONDS = 5.0
STILL = 12  # looks in a row that the loop did not answer: a minute
CODE = 70  # of a process that had to be ended: EX_SOFTWARE of sysexits.h


class LastResort:
    """Watches one loop, from the thread that runs it. `end` is the process's own."""

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop,
        end: Callable[[int], None] = os._exit,
        seconds: float = END_SECONDS,
        look: float = LOOK_SECONDS,
    ) -> None:
        self._loop = loop
        self._end = end
        self._seconds = seconds
        self._look = look
        self._thread_id = threading.get_ident()
        self._over = threading.Event()
        self._timer: threading.Timer | None = None
        threading.Thread(target=self._watch, name="last resort", daemon=True).start()

    def ending(self) -> None:
        """The process should end now: see to it that it does. Saying it again changes nothing."""
        if self._timer is None:
            self._timer = threading.Timer(self._seconds, self._end_now, ("the program did not end by itself",))
            self._timer.daemon = True
            self._timer.start()

    def over(self) -> None:
        """It ended by itself."""
        self._over.set()
        if self._timer is not None:
            self._timer.cancel()

    def _watch(self) -> None:
        still = 0
        while not self._over.is_set() and still < STILL:
            answered = threading.Event()
            try:
                self._loop.call_soon_threadsafe(answered.set)
            except RuntimeError:  # the loop is closed: the end is near
                return
            still = 0 if answered.wait(self._look) else still + 1
            self._over.wait(self._look if answered.is_set() else 0)
        if not self._over.is_set():
            self._end_now("the event loop stands still")

    def _end_now(self, why: str) -> None:
        frame = sys._current_frames().get(self._thread_id)
        places = " < ".join(f"{f.filename.rsplit('/', 1)[-1]}:{f.lineno} {f.name}" for f in _innermost(frame))
        log.critical("the process is ended", why=why, at=places)
        self._end(CODE)


def _innermost(frame: object) -> list[traceback.FrameSummary]:
    return list(reversed(traceback.extract_stack(frame)))[:6] if frame is not None else []  # type: ignore[arg-type]
