"""Work on a stranger's bytes, in a process of its own: little memory, little time, and it ends alone.

What it is given stands on its standard input; what it says, on its standard output.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


class Overwhelmed(Exception):
    """The child ended by itself: out of memory, out of time, or a fault of a library."""


def confine(memory: int, seconds: int) -> None:
    """Said by the child, first of all: bytes of memory, seconds of processor; on a system with such limits."""
    try:
        import resource
    except ImportError:
        return
    for what, limit in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_CORE, 0)):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(what, (limit, limit))


def asked_of_child(module: str, data: bytes, *arguments: str, patience: float) -> bytes:
    """What `python -m module arguments` says of these bytes, within `patience` seconds of the wall's clock.

    Raises Overwhelmed.
    """
    paths = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH", "")]))
    try:
        done = subprocess.run(  # noqa: S603 (this very program)
            [sys.executable, "-P", "-m", module, *arguments],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=patience,
            env={**os.environ, "PYTHONPATH": paths},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Overwhelmed("out of time") from None
    if done.returncode:
        raise Overwhelmed(f"ended with {done.returncode}")
    return done.stdout
