"""A database file that its owner alone reads, whatever the umask; SQLite gives what is beside it the same rights."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


def made_private(path: Path) -> Path:
    """The path, where an empty file stands from now on if there was none. One that is there is left as it is."""
    with contextlib.suppress(FileExistsError, FileNotFoundError, NotADirectoryError, PermissionError):
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))
    return path
