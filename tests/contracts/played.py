"""Each provider played on this machine: how the settings lead to it, its yes, and every kind of no.

A new channel wants its line in `PLAYED`. `Http` serves any provider whose messages are posted by HTTP.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any, Protocol

from aiohttp import web

from bot.channels.contract import Verdict
from messages import Channel
from tests.bot.channels.provider import Answer, cuts, hangs, provider, raw

GOOD, LATER, SLOW, UNKNOWN = Verdict.FOR_GOOD, Verdict.LATER, Verdict.SLOW_DOWN, Verdict.UNKNOWN
ANY = frozenset({GOOD, LATER, SLOW, UNKNOWN})
AGAIN = frozenset({LATER, SLOW})  # nothing is lost, nothing leaves twice
NOBODY_KNOWS = frozenset({UNKNOWN})


@dataclass(frozen=True)
class Said:
    """One thing that a provider does, and the verdicts that are right then; none: it is a yes.

    `reached`: whether the message was handed over before it.
    """

    name: str
    how: Any
    verdicts: frozenset[Verdict] = frozenset()
    reached: bool = True


class Played(Protocol):
    """`settings`: those that lead the account to this port."""

    def settings(self, port: int) -> dict[str, str]: ...
    def says(self) -> Iterator[Said]: ...
    def serve(self, how: Any) -> AbstractAsyncContextManager[int]: ...


# -- by HTTP ------------------------------------------------------------------------------------------------------

# Bodies in which no message is named, whatever the status.
WITHOUT_A_RECEIPT = (
    b"",
    b"<html>Bad gateway</html>",
    b"{}",
    b"[]",
    b"null",
    b'{"ok": true}',
    b'{"id": 7}',
    b"\xff\xfe",
)
REFUSALS: Mapping[int, frozenset[Verdict]] = {
    **dict.fromkeys((301, 302, 307, 400, 403, 404, 405, 408, 409, 410, 413, 415, 418, 422, 451), ANY),
    401: AGAIN,  # a token put right spoils no message
    429: frozenset({SLOW}),
    **dict.fromkeys((500, 502, 503, 520), frozenset({LATER, UNKNOWN})),
    504: NOBODY_KNOWS,
}


@dataclass(frozen=True)
class Http:
    """`key`: the setting that names its address; `yes`: the body of a message taken."""

    key: str
    yes: Mapping[str, Any]

    def settings(self, port: int) -> dict[str, str]:
        return {self.key: f"http://127.0.0.1:{port}"}

    def says(self) -> Iterator[Said]:
        yield Said("yes", raw(json.dumps(self.yes).encode(), 200, "application/json"))
        for status in (200, 201, 202, 204):
            for body in WITHOUT_A_RECEIPT if status != 204 else (b"",):
                yield Said(f"{status} {body!r}", raw(body, status, "application/json"), NOBODY_KNOWS)
        for status, verdicts in REFUSALS.items():
            for body in (b"", b"<html>Bad gateway</html>", b"{}"):
                yield Said(f"{status} {body!r}", raw(body, status, "application/json"), verdicts)
        # a proxy in trouble that says the words of a yes
        yield Said("500 with a yes", raw(json.dumps(self.yes).encode(), 500, "application/json"), ANY)
        yield Said("it hangs up", cuts, NOBODY_KNOWS)
        yield Said("half an answer", _half, NOBODY_KNOWS)
        yield Said("silence", hangs, NOBODY_KNOWS)

    @contextlib.asynccontextmanager
    async def serve(self, how: Answer) -> AsyncIterator[int]:
        async with provider(how) as served:
            yield int(served.url.rpartition(":")[2])


async def _half(request: web.Request) -> web.StreamResponse:
    answer = web.StreamResponse()
    answer.content_length = 50
    await answer.prepare(request)
    await answer.write(b'{"ok": tr')
    assert request.transport is not None
    request.transport.abort()
    return answer


# -- by SMTP ------------------------------------------------------------------------------------------------------

STAGES = ("", "EHLO", "MAIL", "RCPT", "DATA", ".")  # what a server answers: the call, then each line; the words last
USUAL = {"": "220 here", "EHLO": "250 here", "MAIL": "250 ok", "RCPT": "250 ok", "DATA": "354 go on", ".": "250 ok"}
REPLIES = (
    *("421 4.7.0 busy", "450 greylisted", "451 later", "452 4.2.2 full", "500 what?", "501 no", "535 5.7.8 no"),
    *("550 no", "552 5.3.4 too big", "554 5.7.1 no", "199 odd", "999 odd", "not a reply", ""),
)
HANGS_UP, SILENT = "hangs up", "silent"


@dataclass(frozen=True)
class Smtp:
    def settings(self, port: int) -> dict[str, str]:
        return {"EMAIL_HOST": "127.0.0.1", "EMAIL_PORT": str(port), "EMAIL_SECURITY": "none"}

    def says(self) -> Iterator[Said]:
        yield Said("yes", {})
        for stage in STAGES:
            handed = stage in ("DATA", ".")
            for reply in REPLIES:
                plain = reply.startswith(("4", "5"))
                right = ANY if handed and plain else ANY - NOBODY_KNOWS if plain or not handed else NOBODY_KNOWS
                yield Said(f"{stage or 'call'}: {reply!r}", {stage: reply}, right, handed)
            for broken in (HANGS_UP, SILENT):
                right = NOBODY_KNOWS if handed else frozenset({LATER})
                yield Said(f"{stage or 'call'}: {broken}", {stage: broken}, right, handed)

    @contextlib.asynccontextmanager
    async def serve(self, how: Mapping[str, str]) -> AsyncIterator[int]:
        async with await asyncio.start_server(_talk({**USUAL, **how}), "127.0.0.1", 0) as server:
            yield server.sockets[0].getsockname()[1]


def _talk(replies: Mapping[str, str]) -> Callable[[asyncio.StreamReader, asyncio.StreamWriter], Any]:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        verb = ""
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            while True:
                reply = replies.get(verb, "250 ok")
                if reply == HANGS_UP:
                    break
                if reply != SILENT:
                    writer.write(f"{reply}\r\n".encode())
                    await writer.drain()
                if verb == "DATA" and reply.startswith("354"):
                    await reader.readuntil(b"\r\n.\r\n")
                    verb = "."
                    continue
                line = await reader.readline()
                if not line:
                    break
                verb = line.decode("latin-1").partition(" ")[0].strip().upper().replace("HELO", "EHLO")
        writer.close()

    return talk


PLAYED: Mapping[Channel, Played] = {
    Channel.TELEGRAM: Http("TELEGRAM_API_BASE_URL", {"ok": True, "result": {"message_id": 7}}),
    Channel.SMS: Http("TWILIO_API_BASE_URL", {"sid": "SM" + "0" * 32, "status": "queued", "num_segments": "1"}),
    Channel.EMAIL: Smtp(),
}
