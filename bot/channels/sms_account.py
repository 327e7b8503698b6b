"""One Twilio account, asked: a thing, a list page after page, a deletion. At its address of 2010-04-01.

https://www.twilio.com/docs/usage/twilios-response
"""

from __future__ import annotations

import asyncio
import base64
import datetime as dt
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from typing import Any, Final

import aiohttp
from yarl import URL

from bot.channels.answers import json_object, words
from bot.channels.contract import Blame, SendError, Verdict
from bot.channels.pool import BROKEN, HttpAnswer, open_session, send_error, whole_answer
from bot.channels.sms_errors import refused

ASK_SECONDS: Final = 120.0  # for a whole question, its pages together: a list may say for ever that it has a next one
LARGEST_PAGE: Final = 20_000_000  # bytes: a thousand messages of the longest
UNREADABLE: Final = "unreadable"

Thing = dict[str, Any]


class TwilioAccount:
    """Its session opens with its first use: inside the running loop."""

    def __init__(self, account_sid: str, auth_token: str, base_url: str, timeout: float, connections: int) -> None:
        self._base_url = base_url
        self._timeout, self._connections = timeout, connections
        self._session: aiohttp.ClientSession | None = None
        self.address = f"{base_url}/2010-04-01/Accounts/{account_sid}"
        basic = base64.b64encode(f"{account_sid}:{auth_token}".encode()).decode()
        self.headers = {"Authorization": f"Basic {basic}", "Accept": "application/json"}

    @property
    def session(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = open_session(self._connections, self._timeout)
        return self._session

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def fetch(self) -> Thing:
        """What Twilio says of the account itself. Raises SendError, as those below."""
        return _thing(await self._asked("GET", URL(f"{self.address}.json", encoded=True)))

    async def delete(self, path: str) -> None:
        await self._asked("DELETE", URL(f"{self.address}/{path}.json", encoded=True))

    async def listed(self, path: str, name: str, most: int, query: Mapping[str, str]) -> list[Thing]:
        """The first things of a list, `most` of them at most. `name`: what its pages call it."""
        found: list[Thing] = []
        address: URL | None = URL(f"{self.address}/{path}.json", encoded=True).with_query(query)
        try:
            async with asyncio.timeout(ASK_SECONDS):
                while address is not None and len(found) < most:
                    page = _thing(await self._asked("GET", address))
                    found += _things(page, name)
                    after = words(page.get("next_page_uri"))
                    address = URL(self._base_url + after, encoded=True) if after.startswith("/") else None
        except TimeoutError as error:
            raise send_error(error, False) from error
        return found[:most]

    async def _asked(self, method: str, address: URL) -> HttpAnswer:
        try:
            async with self.session.request(method, address, headers=self.headers, allow_redirects=False) as response:
                answer = await whole_answer(response, LARGEST_PAGE)
        except BROKEN as error:  # nothing is done twice by being asked twice
            raise send_error(error, False) from error
        if not 200 <= answer.status < 300:
            raise refused(answer.status, answer.body, answer.retry_after)
        return answer


def hour_of(message: Thing, otherwise: dt.datetime) -> dt.datetime:
    """By Twilio's clock; `otherwise` when it says no hour."""
    for said in (message.get("date_created"), message.get("date_sent")):
        try:
            hour = parsedate_to_datetime(words(said))
        except (ValueError, TypeError, OverflowError, IndexError):
            continue
        if hour.tzinfo is not None:
            return hour
    return otherwise


def _thing(answer: HttpAnswer) -> Thing:
    if said := json_object(answer.body):
        return said
    raise _unreadable(str(answer.status))


def _things(page: Thing, name: str) -> list[Thing]:
    things = page.get(name)
    if not isinstance(things, list) or not all(isinstance(one, dict) for one in things):
        raise _unreadable(name)
    return things


def _unreadable(where: str) -> SendError:
    return SendError(Verdict.LATER, UNREADABLE, Blame.PROVIDER, provider_code=where)
