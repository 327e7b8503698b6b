"""SMS by Twilio: sends, and asks what became of a message whose answer was lost.

Messages are posted straight on the pool of twilio's own asynchronous client, to its address of 2010-04-01; its object
layer, which costs more than the network, serves the rare questions only.
https://www.twilio.com/docs/messaging/api/message-resource
"""

from __future__ import annotations

import asyncio
import base64
import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

import structlog
from twilio.base.exceptions import TwilioException, TwilioRestException
from twilio.http.async_http_client import AsyncTwilioHttpClient
from twilio.http.response import Response
from twilio.rest import Client
from yarl import URL

from bot.channels.answers import name, whole, words
from bot.channels.contract import Accepted, Blame, FileSource, OnWire, SendError, ToSend, Trace, Verdict
from bot.channels.pool import BROKEN, Body, form, nothing_but_send_errors, open_session, post
from bot.channels.sms_errors import LARGEST_CODE, receipt, receipt_fate, refused
from bot.channels.sms_incoming import incoming_from_form, sender_key

__all__ = ["Sms", "incoming_from_form", "receipt_fate", "sender_key", "status_callback_url"]

log = structlog.get_logger(__name__)

REAL_API: Final = "https://api.twilio.com"
LOOK_BACK: Final = 50  # messages to one number, looked at when one is missing
MOST_MISSED, PAGE = 5_000, 1_000  # messages heard again after an absence, those to others among them
ASK_SECONDS: Final = 120.0  # for a whole question, its pages together
GONE: Final = ("404", "20404")
CLOCK_SLACK: Final = dt.timedelta(minutes=2)  # between Twilio's clock and ours
CLOCK_WRONG: Final = dt.timedelta(days=1)  # our clock, at its worst: set by hand, or on the wrong zone


@dataclass(frozen=True, slots=True)
class MissedForms:
    """Forms that our webhook would have received, the oldest first. `unread`: why others could not be read whole."""

    forms: list[dict[str, str]]
    unread: SendError | None = None


def status_callback_url(public_url: str, sealed: str) -> str:
    """Where Twilio reports on one delivery, its number sealed: it settles even a message whose answer never came."""
    return f"{public_url}/sms/status?delivery={sealed}"


class TwilioHttp(AsyncTwilioHttpClient):  # type: ignore[misc]
    """twilio's asynchronous client with a time-out that holds, a pool of a chosen size, and no log of numbers.

    Create it inside the running loop. https://github.com/twilio/twilio-python/issues/925
    """

    def __init__(self, timeout: float, connections: int) -> None:
        super().__init__(pool_connections=False)
        self.seconds = timeout
        self.session = open_session(connections, timeout)

    async def request(self, *args: Any, **kwargs: Any) -> Response:
        kwargs["timeout"] = self.seconds
        if auth := kwargs.pop("auth", None):  # the library's own way is deprecated by aiohttp
            kwargs["headers"] = {**kwargs.get("headers", {}), **_authorization(*auth)}
        async with asyncio.timeout(self.seconds):
            return await super().request(*args, **kwargs)

    def log_request(self, kwargs: Any) -> None:
        """The library would write whole phone numbers."""

    def log_response(self, status_code: int, response: Any) -> None:
        """The library would write every header."""


class TwilioClient(Client):  # type: ignore[misc]
    """twilio's client, at any address."""

    def __init__(self, base_url: str, account_sid: str, auth_token: str, http: TwilioHttp) -> None:
        # An empty environment: TWILIO_EDGE and TWILIO_REGION would change the address behind our back.
        super().__init__(account_sid, auth_token, http_client=http, environment={"": ""})
        self._base_url = base_url

    def get_hostname(self, uri: str) -> str:
        return self._base_url + uri.removeprefix(REAL_API)


class Sms:
    """One Twilio account and its sender. Its session opens with its first use."""

    name = "sms"

    def __init__(
        self,
        account_sid: str,
        auth_token: str,
        base_url: str,
        *,
        sender: str | None = None,
        service_sid: str | None = None,
        timeout: float = 15,
        connections: int = 256,
    ) -> None:
        """`sender` is a number of ours; with a `service_sid`, the messaging service chooses it."""
        self._account = (base_url, account_sid, auth_token)
        self._from = {"MessagingServiceSid": service_sid} if service_sid else {"From": sender or ""}
        self._timeout = timeout
        self._connections = connections
        self._http: TwilioHttp | None = None
        self._messages = f"{base_url}/2010-04-01/Accounts/{account_sid}/Messages.json"
        self._post_to = URL(self._messages, encoded=True)
        self._headers = {**_authorization(account_sid, auth_token), "Accept": "application/json"}

    def _pool(self) -> TwilioHttp:
        if self._http is None:
            self._http = TwilioHttp(self._timeout, self._connections)
        return self._http

    async def close(self) -> None:
        if self._http is not None:
            await self._http.close()
            self._http = None

    async def send(self, item: ToSend, on_wire: OnWire | None = None) -> Accepted:
        body = Body(message_body(item, self._from), on_wire)
        with nothing_but_send_errors(lambda: body.left):
            return receipt(*await post(self._pool().session, self._post_to, body, self._headers))

    async def was_sent(self, item: ToSend, since: dt.datetime, known: Collection[str] = ()) -> Trace:
        """Ask Twilio whether a message that started at `since` exists there. `known` ids belong to other deliveries.

        The latest messages to the number are listed and their dates compared here: Twilio's own filter is on the date
        of sending, which a message still in its queue does not have. Raises SendError when Twilio cannot tell.

        The same words a little earlier, that no delivery explains, make nobody sure: `since` is our own hour, which may
        have been wrong by then.
        """
        with nothing_but_send_errors(lambda: False):
            latest = await self._latest_to(item.address)
            recent = [one for one in latest if _hour_of(one, since) >= since - CLOCK_SLACK]
            same = [one for one in latest if _same_words(one, item) and one.sid not in known]
            fresh = [one for one in same if _hour_of(one, since) >= since - CLOCK_SLACK]
            if len(fresh) == 1 and (sid := name(fresh[0].sid)):
                return Trace("yes", sid, str(fresh[0].status))
            nothing_older = len(recent) == len(latest) == LOOK_BACK
            doubtful = any(_hour_of(one, since) >= since - CLOCK_WRONG for one in same)
            return Trace("unsure") if doubtful or nothing_older else Trace("no")

    async def _latest_to(self, address: str) -> list[Any]:
        messages = TwilioClient(*self._account, http=self._pool()).messages
        return list(await self._ask(messages.list_async(to=address, limit=LOOK_BACK)))

    async def heard_since(self, since: dt.datetime) -> MissedForms:
        """What people texted us since then. Raises SendError when Twilio cannot tell.

        Twilio posts a message once (or as many times as the address asks) and forgets it: this is how a program that
        was away hears what it missed.
        """
        client = TwilioClient(*self._account, http=self._pool())
        ours = {"to": self._from["From"]} if "From" in self._from else {}
        with nothing_but_send_errors(lambda: False):
            found = await self._ask(
                client.messages.list_async(date_sent_after=since, limit=MOST_MISSED, page_size=PAGE, **ours)
            )
            missed = [one for one in reversed(found) if one.direction == "inbound"]
        forms, unread = [], None
        for one in missed:
            try:
                with nothing_but_send_errors(lambda: False):
                    forms.append(await self._as_form(client, one))
            except SendError as error:  # of this message alone: those after it are heard now, it is asked for again
                unread = error
        return MissedForms(forms, unread)

    async def _as_form(self, client: TwilioClient, message: Any) -> dict[str, str]:
        form = {
            "MessageSid": words(message.sid),
            "AccountSid": self._account[1],
            "From": words(message.from_),
            "To": words(message.to),
            "Body": words(message.body),
            "NumMedia": "0",
        }
        if whole(message.num_media):
            media = await self._media_of(client, form["MessageSid"])
            form["NumMedia"] = str(len(media))
            for index, one in enumerate(media):
                form[f"MediaUrl{index}"] = f"{self._account[0]}{words(one.uri).removesuffix('.json')}"
                form[f"MediaContentType{index}"] = words(one.content_type)
        return form

    async def _media_of(self, client: TwilioClient, sid: str) -> list[Any]:
        """Empty when they were deleted since."""
        try:
            return list(await self._ask(client.messages(sid).media.list_async(limit=10)))
        except SendError as error:
            if error.provider_code in GONE:
                return []
            raise

    async def erase(self, chat: str, sid: str) -> None:
        """Delete what Twilio keeps of one message, words, number and media. Raises SendError; gone already is done."""
        client = TwilioClient(*self._account, http=self._pool())
        with nothing_but_send_errors(lambda: False):
            try:
                await self._ask(client.messages(sid).delete_async())
            except SendError as error:
                if error.provider_code not in GONE:
                    raise

    async def check(self) -> str:
        """The account's status, "active" when all is well. Raises SendError, with `auth` when the token is refused."""
        client = TwilioClient(*self._account, http=self._pool())
        with nothing_but_send_errors(lambda: False):
            account = await self._ask(client.api.v2010.accounts(self._account[1]).fetch_async())
            return words(account.status)

    async def _ask(self, question: Any) -> Any:
        try:
            async with asyncio.timeout(ASK_SECONDS):  # a list may say for ever that it has a next page
                return await question
        except TwilioRestException as error:
            code = whole(error.code, LARGEST_CODE)
            raise refused(error.status, f'{{"code": {code}}}' if code else "") from error
        except (*BROKEN, TwilioException, ValueError) as error:
            page = error.args[-1] if error.args else None  # a list that is refused brings the answer along
            if isinstance(page, Response):
                raise refused(page.status_code, page.text) from error
            raise SendError(Verdict.LATER, "unreachable", Blame.PROVIDER, provider_code=type(error).__name__) from error

    async def locate(self, reference: str) -> FileSource:
        """A media's own address, with the account's credentials. Raises SendError when it is on another host."""
        with nothing_but_send_errors(lambda: False):
            ours, asked = urlsplit(self._messages), urlsplit(reference)
        if (ours.scheme, ours.netloc) != (asked.scheme, asked.netloc):
            raise SendError(Verdict.FOR_GOOD, "refused", Blame.PROVIDER, provider_code="file elsewhere")
        return FileSource(reference, {"Authorization": self._headers["Authorization"]})


def _authorization(account_sid: str, auth_token: str) -> dict[str, str]:
    return {"Authorization": "Basic " + base64.b64encode(f"{account_sid}:{auth_token}".encode()).decode()}


def message_body(item: ToSend, sender: dict[str, str]) -> bytes:
    """The form of a new message: the one twilio's `messages.create_async` would post."""
    fields = {"To": item.address}
    if item.status_callback is not None:
        fields["StatusCallback"] = item.status_callback
    fields |= sender
    fields["Body"] = item.body
    if isinstance(item.image, str) and item.image.startswith(("https://", "http://")):
        fields["MediaUrl"] = item.image
    return form(fields)


def _hour_of(message: Any, otherwise: dt.datetime) -> dt.datetime:
    """By Twilio's clock; `otherwise` when it says no hour."""
    hours = (message.date_created, message.date_sent)
    return next((hour for hour in hours if isinstance(hour, dt.datetime) and hour.tzinfo), otherwise)


def _same_words(message: Any, item: ToSend) -> bool:
    return words(message.direction).startswith("outbound") and words(message.body).strip() == item.body.strip()
