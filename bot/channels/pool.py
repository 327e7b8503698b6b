"""A pool of open connections to one provider, and the one question that matters when it breaks: had the request left?

aiohttp never repeats a POST by itself. A body that tells when it is handed to the socket separates what can safely be
sent again from what may have arrived.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any, Final, NamedTuple
from urllib.parse import quote_plus

import aiohttp
from aiohttp.abc import AbstractStreamWriter

from bot.channels.contract import Blame, OnWire, SendError, Verdict

FORM = "application/x-www-form-urlencoded"
# A server drops idle connections; ours goes first, or a request would leave on a connection that is being closed.
IDLE_SECONDS = 20
_AS_IN_A_FORM: Final = [quote_plus(bytes([byte])) for byte in range(256)].__getitem__


def form(fields: Mapping[str, str]) -> bytes:
    """The body of a form, as `urllib.parse.urlencode` writes it, three times as fast. Names are plain ASCII words."""
    return "&".join(
        [f"{name}={''.join(map(_AS_IN_A_FORM, value.encode()))}" for name, value in fields.items()]
    ).encode()


class Body(aiohttp.BytesPayload):
    """The bytes of a request. `left` is true from the moment they were handed to the socket."""

    def __init__(self, value: bytes, on_wire: OnWire | None = None, content_type: str = FORM) -> None:
        super().__init__(value, content_type=content_type)
        self.left = False
        self._on_wire = on_wire

    async def write_with_length(self, writer: AbstractStreamWriter, content_length: int | None) -> None:
        self.left = True
        if self._on_wire is not None:
            self._on_wire()
        await super().write_with_length(writer, content_length)


def open_session(connections: int, timeout: float) -> aiohttp.ClientSession:
    """Call it inside the running loop. `timeout` is in seconds, for a whole request."""
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=connections, keepalive_timeout=IDLE_SECONDS, ttl_dns_cache=300),
        timeout=aiohttp.ClientTimeout(total=timeout),
        cookie_jar=aiohttp.DummyCookieJar(),
        trust_env=False,
    )


BROKEN = (aiohttp.ClientError, asyncio.TimeoutError, OSError)


def send_error(error: BaseException, body: Body) -> SendError:
    """What a broken request means: never left, or nobody knows."""
    code = type(error).__name__
    if not body.left:
        return SendError(Verdict.LATER, "unreachable", Blame.PROVIDER, provider_code=code)
    reason = "timeout" if isinstance(error, asyncio.TimeoutError) else "cut"
    return SendError(Verdict.UNKNOWN, reason, Blame.PROVIDER, provider_code=code)


class Answer(NamedTuple):
    """`retry_after` is the header's words, if any."""

    status: int
    body: bytes
    retry_after: str | None


async def post(
    session: aiohttp.ClientSession, url: Any, body: Body, headers: Mapping[str, str] | None = None
) -> Answer:
    """Post once. Raises SendError when no whole answer came back."""
    try:
        async with session.post(url, data=body, headers=headers, allow_redirects=False) as response:
            return Answer(response.status, await response.read(), response.headers.get("Retry-After"))
    except BROKEN as error:
        raise send_error(error, body) from error
