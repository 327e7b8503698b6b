"""The door: the bytes of a file, to the sheets that handlers understand."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import Any

import structlog

from bot.confined import Overwhelmed, asked_of_child
from bot.lists.encodings import KNOWN
from bot.lists.rows import MOST_BYTES
from handlers.acting import refuse
from handlers.people.lists.sheets import ListFile, Sheet

log = structlog.get_logger(__name__)

SECONDS = 180  # of the wall's clock, when the machine is busy; the child itself has less of the processor's


def read_list(data: bytes, encoding: str = "", title: str = "") -> ListFile:
    """What the file holds. `encoding`: chosen by who was asked. Raises `Refused` with the reason, in plain words."""
    if len(data) > MOST_BYTES:
        raise refuse("people-file-too-big", megabytes=MOST_BYTES // 1_000_000)
    said = _asked_of_a_child(data, encoding if encoding in KNOWN else "")
    if "unreadable" in said:
        raise refuse(f"people-file-{said['unreadable']}", **said["facts"])
    return replace(list_from(said, hashlib.sha256(encoding.encode() + b"\n" + data).hexdigest()), title=title)


def list_from(said: dict[str, Any], digest: str) -> ListFile:
    """From what the child says of a file that it could read."""
    sheets = tuple(_sheet(one) for one in said["sheets"])
    samples = tuple((name, words) for name, words in said["samples"])
    return ListFile(
        said["form"], sheets, said["encoding"], said["separator"], said["sure"], samples, said["mended"], digest
    )


def _asked_of_a_child(data: bytes, encoding: str) -> dict[str, Any]:
    try:
        told = asked_of_child("bot.lists.child", data, *filter(None, [encoding]), patience=SECONDS)
    except Overwhelmed as error:
        log.warning("a list could not be read", why=str(error))
        raise refuse("people-file-too-heavy") from None
    found: dict[str, Any] = json.loads(told)
    return found


def _sheet(said: dict[str, Any]) -> Sheet:
    rows = tuple((number, tuple(cells)) for number, cells in said["rows"])
    return Sheet(said["name"], rows, said["hidden"], {(line, column): what for line, column, what in said["odd"]})
