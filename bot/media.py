"""Photos, voice notes and papers: fetched from the provider, known by their content, stripped, kept in private.

`fetch` does it all and raises MediaError; the job that calls it again when the error is passing is not here.
Credentials go to the provider's own host and never follow a redirect.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

import aiohttp
import structlog

from bot.channels.contract import FileSource, SendError, Verdict
from bot.channels.pool import open_session
from bot.cleaned import CannotClean, cleaned
from bot.confined import Overwhelmed, asked_of_child
from bot.media_hosts import PublicOnly, next_address

log = structlog.get_logger(__name__)

LARGEST: Final = 5_000_000  # bytes, as bot/pictures.py reads them
PATIENCE: Final = 120.0  # seconds that a picture may take to be drawn again, when the machine is busy
MOST_REDIRECTS: Final = 3
FETCH_SECONDS: Final = 60.0
REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
# What may be tried again: Twilio's media and Telegram's files appear a moment after their message.
PASSING: Final = frozenset({401, 403, 404, 408, 425, 429})

# Other files are known by their first bytes. https://www.iana.org/assignments/media-types
Sign = Callable[[bytes], bool]
OTHERS: Final[tuple[tuple[Sign, str, str], ...]] = (
    (lambda head: head.startswith(b"OggS"), "audio/ogg", ".ogg"),
    (lambda head: head.startswith(b"#!AMR"), "audio/amr", ".amr"),
    (lambda head: head.startswith(b"ID3") or head[:2] in (b"\xff\xfb", b"\xff\xf3", b"\xff\xf2"), "audio/mpeg", ".mp3"),
    (lambda head: head[4:8] == b"ftyp" and head[8:11] in (b"M4A", b"3gp"), "audio/mp4", ".m4a"),
    (lambda head: head.startswith(b"%PDF-"), "application/pdf", ".pdf"),
)


@dataclass(frozen=True, slots=True)
class StoredMedia:
    """A file in the private folder. `sha256` is of its stripped content: a picture sent twice has the same."""

    path: Path
    mime: str
    bytes: int
    sha256: str


class MediaError(Exception):
    """A file could not be fetched or kept. `for_good`: trying again changes nothing. `reason` is a stable code."""

    def __init__(self, reason: str, *, for_good: bool) -> None:
        self.reason = reason
        self.for_good = for_good
        super().__init__(reason)


class FileHolder(Protocol):
    """A channel, as the place where files lie."""

    async def locate(self, reference: str) -> FileSource: ...


async def fetch(holder: FileHolder, reference: str, folder: Path) -> StoredMedia:
    """Find, fetch, check, strip and store one file. Raises MediaError.

    Reasons for good: empty, too_large, kind, unreadable, elsewhere, gone. Passing: network, server, not_yet, disk.
    """
    return await asyncio.to_thread(store, await fetch_content(holder, reference), folder)


async def fetch_content(holder: FileHolder, reference: str) -> bytes:
    """Find and download one file, of any kind, without keeping it. Raises MediaError."""
    try:
        source = await holder.locate(reference)
    except SendError as error:
        for_good = error.verdict is Verdict.FOR_GOOD
        raise MediaError("gone" if for_good else "network", for_good=for_good) from error
    async with open_session(MOST_REDIRECTS, FETCH_SECONDS, PublicOnly(source.url)) as session:
        return await download(session, source)


async def download(session: aiohttp.ClientSession, source: FileSource) -> bytes:
    url, headers = source.url, dict(source.headers)
    try:
        async with asyncio.timeout(FETCH_SECONDS):
            for _ in range(MOST_REDIRECTS + 1):
                async with session.get(url, headers=headers, allow_redirects=False) as answer:
                    if answer.status not in REDIRECTS:
                        return await _content(answer)
                    url, headers = _redirected(url, answer.headers.get("Location", ""), source.url), {}
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError):
        raise MediaError("network", for_good=False) from None
    raise MediaError("elsewhere", for_good=True)


def _redirected(url: str, location: str, first: str) -> str:
    target = next_address(url, location, first)
    if target is None:
        raise MediaError("elsewhere", for_good=True)
    return target


async def _content(answer: aiohttp.ClientResponse) -> bytes:
    if answer.status == 410:
        raise MediaError("gone", for_good=True)
    if answer.status != 200:
        passing = answer.status in PASSING
        raise MediaError("not_yet" if passing else "server", for_good=False)
    content = bytearray()
    async for chunk in answer.content.iter_chunked(65_536):
        content += chunk
        if len(content) > LARGEST:
            raise MediaError("too_large", for_good=True)
    return bytes(content)


def store(content: bytes, folder: Path) -> StoredMedia:
    """Check and strip a file, then put it in the folder under the name of its content. Raises MediaError."""
    if not content:
        raise MediaError("empty", for_good=True)
    if len(content) > LARGEST:
        raise MediaError("too_large", for_good=True)
    mime, suffix, kept = _known(content)
    digest = hashlib.sha256(kept).hexdigest()
    path = folder / f"{digest}{suffix}"
    try:
        _write(path, kept)
    except OSError:
        raise MediaError("disk", for_good=False) from None
    return StoredMedia(path, mime, len(kept), digest)


def _known(content: bytes) -> tuple[str, str, bytes]:
    """(mime, suffix, content without what it tells of its author). The content decides, not what was announced."""
    for sign, mime, suffix in OTHERS:
        if sign(content[:16]):
            return mime, suffix, _cleaned(mime, content)
    return _picture(content)


def _cleaned(mime: str, content: bytes) -> bytes:
    try:
        return cleaned(mime, content)
    except CannotClean:
        raise MediaError("unreadable", for_good=True) from None


def _picture(content: bytes) -> tuple[str, str, bytes]:
    """Drawn again by a child: decoding takes memory, and a hostile file takes all that there is."""
    try:
        said, _, drawn = asked_of_child("bot.pictures", content, patience=PATIENCE).partition(b"\n")
    except Overwhelmed as error:
        log.warning("a picture could not be read", why=str(error))
        raise MediaError("unreadable", for_good=True) from None
    found = json.loads(said)
    if "refused" in found:
        raise MediaError(found["refused"], for_good=True)
    return found["mime"], found["suffix"], drawn


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all, readable by this program alone."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.parent.chmod(0o700)
    handle, draft = tempfile.mkstemp(dir=path.parent)  # made with mode 0600
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(draft).replace(path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
