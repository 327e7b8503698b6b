"""A small disk of our own, that can be filled to its last byte and emptied again.

It is a real file system that answers ENOSPC: a tmpfs, mounted here by root, or inside a user namespace of our own and
reached through it (`/proc/<pid>/root`) by anybody else. Where neither is allowed these rounds are skipped, loudly.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

SIZE = 64 * 1024 * 1024  # bytes
PIECE = 64 * 1024


class Disk:
    """`folder` is its root."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._ballast = folder / "ballast"

    def fill(self) -> None:
        """Not one byte more: smaller and smaller pieces until none fits."""
        with self._ballast.open("ab", buffering=0) as ballast:
            piece = PIECE
            while piece:
                try:
                    ballast.write(b"\0" * piece)
                except OSError:
                    piece //= 2

    def empty(self) -> None:
        self._ballast.unlink(missing_ok=True)


@contextlib.contextmanager
def small_disk() -> Iterator[Disk | None]:
    """None, said on standard error, where none can be mounted."""
    folder = Path(tempfile.mkdtemp(prefix="pv-disk-", dir="/tmp"))
    try:
        with _mounted(folder) as root:
            if root is None:
                print("The disk will not be filled: no tmpfs may be mounted here.", file=sys.stderr)
            yield None if root is None else Disk(root)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def _mounted(folder: Path) -> Iterator[Path | None]:
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder)]
    if sys.platform != "linux" or shutil.which("mount") is None:
        yield None
    elif os.geteuid() == 0 and subprocess.run(mount, capture_output=True).returncode == 0:
        try:
            yield folder
        finally:
            subprocess.run(["umount", "--lazy", str(folder)], capture_output=True)
    else:
        with _mounted_apart(mount) as holder:
            yield None if holder is None else Path(f"/proc/{holder}/root{folder}")


@contextlib.contextmanager
def _mounted_apart(mount: list[str]) -> Iterator[int | None]:
    """The process that holds a namespace in which this was mounted; None when that is forbidden."""
    if shutil.which("unshare") is None:
        yield None
        return
    script = '"$@" && echo mounted && exec sleep infinity'
    command = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script, "sh", *mount]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as holder:
        assert holder.stdout is not None
        try:
            yield holder.pid if holder.stdout.readline().strip() == "mounted" else None
        finally:
            holder.kill()
