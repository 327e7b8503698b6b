"""A backup that was made to fill a machine is refused before anything of it is read whole, and nothing changes."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.backup.file import LONGEST_LINE, BadBackup, lines_in
from db.schema import head
from tests.support.sources import ROOT

GROWTH = 60_000  # kilobytes
MB = 1_000_000


def manifest(**more: Any) -> dict[str, Any]:
    return {
        "made_at": "2026-11-01T12:00:00+00:00", "schema": head(), "database": "sqlite", "seal": "", "tables": [],
        "media": [], "missing": [], "format": 1, **more,
    }  # fmt: skip


def table(content: bytes) -> dict[str, Any]:
    return {"name": "people", "columns": {"id": "int"}, "rows": 1, "sha256": hashlib.sha256(content).hexdigest()}


def made(path: Path, parts: dict[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> None:
    with zipfile.ZipFile(path, "w", how) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def a_manifest(path: Path) -> None:
    made(path, {"manifest.json": json.dumps(manifest()).encode() + b" " * 300 * MB})


def a_media(path: Path) -> None:
    content = b"\0" * 300 * MB
    one = {"name": "a" * 64 + ".jpg", "bytes": 1000, "sha256": hashlib.sha256(content).hexdigest()}
    made(path, {"manifest.json": json.dumps(manifest(media=[one])).encode(), f"media/{one['name']}": content})


def a_line(path: Path) -> None:
    content = b'["' + b"x" * 300 * MB + b'"]\n'
    parts = {"manifest.json": json.dumps(manifest(tables=[table(content)])).encode(), "tables/people.jsonl": content}
    made(path, parts)


def another_compression(path: Path) -> None:
    made(path, {"manifest.json": json.dumps(manifest()).encode() + b" " * 300 * MB}, zipfile.ZIP_LZMA)


def lists_in_lists(path: Path) -> None:
    made(path, {"manifest.json": b"[" * MB})


FILES: dict[str, Callable[[Path], None]] = {
    "a manifest of 300 MB": a_manifest,
    "a media of 300 MB": a_media,
    "a line of 300 MB": a_line,
    "another compression": another_compression,
    "lists in lists": lists_in_lists,
}
RESTORER = """
import asyncio, datetime as dt, json, pathlib, resource, sys
from bot.backup import BadBackup, restore_backup
told = {}
for path in map(pathlib.Path, sys.argv[1:]):
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    url, media = f"sqlite+aiosqlite:///{path}.sqlite3", pathlib.Path(f"{path}.media")
    try:
        asyncio.run(restore_backup(path, url, media, dt.datetime(2026, 11, 2, tzinfo=dt.UTC), unproven=True))
        why = ""
    except BadBackup as bad:
        why = str(bad)
    left = [str(one) for one in path.parent.iterdir() if one.name.startswith(path.name + ".")]
    told[path.name] = [why, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before, left]
print(json.dumps(told))
"""


def test_a_backup_made_to_fill_a_machine_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    for name, make in FILES.items():
        make(tmp_path / name)
    command = [sys.executable, "-c", RESTORER, *(str(tmp_path / name) for name in FILES)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    told: dict[str, tuple[str, int, list[str]]] = json.loads(done.stdout.splitlines()[-1])
    assert {name: (why != "", left) for name, (why, _grown, left) in told.items()} == {
        name: (True, []) for name in FILES
    }
    assert {name: grown for name, (_why, grown, _left) in told.items() if grown > GROWTH} == {}


def test_lines_come_in_lots_that_fit_in_memory_and_an_endless_one_is_refused(tmp_path: Path) -> None:
    whole, endless = tmp_path / "whole.zip", tmp_path / "endless.zip"
    made(whole, {"t": b"".join(b'["' + b"x" * MB + b'"]\n' for _ in range(20))})
    with zipfile.ZipFile(whole) as archive:
        lots = [len(lot) for lot in lines_in(archive, "t", 1000)]
    assert sum(lots) == 20
    assert max(lots) <= 9
    made(endless, {"t": b'["x"]\n["' + b"y" * LONGEST_LINE + b'"]\n'})
    with zipfile.ZipFile(endless) as archive, pytest.raises(BadBackup, match="damaged t"):
        list(lines_in(archive, "t", 1000))
