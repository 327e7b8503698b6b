"""Python's memory collector, told that what was loaded at start stays.

Without it, each full collection walks again over every library: at full speed, that was a seventh of the outbox's time
(`python -m benchmarks.outbox_drain`).
"""

from __future__ import annotations

import gc

YOUNG, MIDDLE, OLD = 20_000, 20, 50


def calm_collector() -> None:
    """Call it once, when everything is loaded."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, MIDDLE, OLD)
