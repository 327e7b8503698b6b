"""A wall clock that can be set wrong for the programs of a round, while their monotonic clock goes on.

The kernel has no such clock for one process: a time namespace moves only the monotonic one, and setting the machine's
own would move everybody's. So a few lines of C, compiled here, stand before libc in the processes under test, which
are otherwise the very programs that people run. Without a compiler these rounds are skipped, loudly.
"""

from __future__ import annotations

import contextlib
import shutil
import struct
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).with_name("shifted_clock.c")


class WallClock:
    """`environment` is given to each process; `move_to(seconds)` sets all of them so far from the true hour."""

    def __init__(self, library: Path, file: Path) -> None:
        self._file = file
        self.move_to(0)
        file.chmod(0o644)  # the database's own user reads it
        self.environment = {"LD_PRELOAD": str(library), "CHAOS_CLOCK": str(file)}

    def move_to(self, seconds: int) -> None:
        """In place: the processes look at this very page."""
        with self._file.open("r+b" if self._file.exists() else "w+b") as file:
            file.write(struct.pack("=q", seconds))

    @property
    def works(self) -> bool:
        """Does a process really see it?"""
        asked = [sys.executable, "-c", "import time; print(int(time.time()))"]
        self.move_to(7200)
        moved = int(subprocess.run(asked, env=self.environment, capture_output=True, check=True).stdout)
        self.move_to(0)
        true = int(subprocess.run(asked, env=self.environment, capture_output=True, check=True).stdout)
        return moved - true > 7000


@contextlib.contextmanager
def wall_clock() -> Iterator[WallClock | None]:
    """None, said on standard error, where it cannot be made."""
    folder = Path(tempfile.mkdtemp(prefix="pv-clock-", dir="/tmp"))
    folder.chmod(0o755)
    try:
        clock = _made(folder)
        if clock is None:
            print("The wall clock will not be moved: no C compiler, or no LD_PRELOAD here.", file=sys.stderr)
        yield clock
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _made(folder: Path) -> WallClock | None:
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None or sys.platform != "linux":
        return None
    library = folder / "shifted_clock.so"
    command = [compiler, "-O2", "-shared", "-fPIC", "-o", str(library), str(SOURCE), "-ldl"]
    if subprocess.run(command, capture_output=True).returncode:
        return None
    library.chmod(0o755)
    clock = WallClock(library, folder / "shift")
    return clock if clock.works else None
