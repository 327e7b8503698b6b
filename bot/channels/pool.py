"""A pool of open connections to one provider, and the one question that matters when it breaks: had the request left?

aiohttp never repeats a POST by itself. A body that tells when it is handed to the socket separates what can safely be
sent again from what may have arrived.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, NamedTuple
from urllib.parse import quote_plus

import aiohttp
import structlog
from aiohttp.abc import AbstractResolver, AbstractStreamWriter

from bot.channels.answers import pause
from bot.channels.contract import Blame, OnWire, SendError, Verdict

log = structlog.get_logger(__name__)

FORM = "application/x-www-form-urlencoded"
# A server drops idle connections; ours goes first, or a request would leave on a connection that is being closed.
IDLE_SECONDS = 20
_AS_IN_A_FORM: Final = [quote_plus(bytes([byte])) for byte in range(256)].__getitem__


def form(fields: Mapping[str, str]) -> bytes:
    """The body of a form, as `urllib.parse.urlencode` writes it, three times as fast. Names are plain ASCII words."""
    return "&".join(
        [f"{name}={''.join(map(_AS_IN_A_FORM, value.encode('utf-8', 'replace')))}" for name, value in fields.items()]
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


def open_session(connections: int, timeout: float, resolver: AbstractResolver | None = None) -> aiohttp.ClientSession:
    """Call it inside the running loop. `timeout` is in seconds, for a whole request; `resolver` looks names up."""
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(
            limit=connections, keepalive_timeout=IDLE_SECONDS, ttl_dns_cache=300, resolver=resolver
        ),
        timeout=aiohttp.ClientTimeout(total=timeout),
        cookie_jar=aiohttp.DummyCookieJar(),
        trust_env=False,
    )


BROKEN = (aiohttp.ClientError, asyncio.TimeoutError, OSError)
LARGEST_ANSWER = 1_000_000  # bytes; what is longer is no answer to a message


def send_error(error: BaseException, left: bool) -> SendError:
    """What a broken request means: never left, or nobody knows."""
    code = type(error).__name__
    if not left:
        return SendError(Verdict.LATER, "unreachable", Blame.PROVIDER, provider_code=code)
    reason = "timeout" if isinstance(error, asyncio.TimeoutError) else "cut"
    return SendError(Verdict.UNKNOWN, reason, Blame.PROVIDER, provider_code=code)


class HttpAnswer(NamedTuple):
    """`retry_after` is how many seconds the header asks for, when it makes sense."""

    status: int
    body: bytes
    retry_after: float | None


async def post(
    session: aiohttp.ClientSession, url: Any, body: Body, headers: Mapping[str, str] | None = None
) -> HttpAnswer:
    """Post once. Raises SendError when no whole answer came back."""
    try:
        async with session.post(url, data=body, headers=headers, allow_redirects=False) as response:
            return await whole_answer(response)
    except BROKEN as error:
        raise send_error(error, body.left) from error


async def whole_answer(response: aiohttp.ClientResponse, most: int = LARGEST_ANSWER) -> HttpAnswer:
    """The answer, read to its end. Raises aiohttp.ClientPayloadError when it is longer than `most` bytes."""
    wait = pause(response.headers.get("Retry-After"), response.headers.get("Date"))
    plain = "Content-Encoding" not in response.headers  # else it unfolds
    if plain and response.content_length is not None and response.content_length <= most:
        return HttpAnswer(response.status, await response.read(), wait)
    body = bytearray()
    async for chunk in response.content.iter_chunked(65_536):
        body += chunk
        if len(body) > most:
            raise aiohttp.ClientPayloadError("longer than an answer")
    return HttpAnswer(response.status, bytes(body), wait)


@contextlib.contextmanager
def nothing_but_send_errors(left: Callable[[], bool]) -> Iterator[None]:
    """A library that stumbles over an answer raises anything: the same as an answer that cannot be read.

    `left`: had the request left, and would doing it again be doing it twice?
    """
    try:
        yield
    except SendError:
        raise
    except Exception as error:
        log.warning("an answer could not be read", error=type(error).__name__)
        verdict = Verdict.UNKNOWN if left() else Verdict.LATER
        raise SendError(verdict, "unreadable", Blame.PROVIDER, provider_code=type(error).__name__) from error
