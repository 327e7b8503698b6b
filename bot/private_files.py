"""Files that hold what concerns people, or a key: their owner alone reads them, whatever the umask."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

FILE_MODE, FOLDER_MODE = 0o600, 0o700


def write_new(path: Path, content: bytes) -> bool:
    """Whole or not at all; False when there is one already, which is kept as it is. Raises OSError."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE), "wb") as new:
            new.write(content)
            new.flush()
            os.fsync(new.fileno())
        try:
            os.link(draft, path)
        except FileExistsError:
            return False
    finally:
        draft.unlink(missing_ok=True)
    return True
