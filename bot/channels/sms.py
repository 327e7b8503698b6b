"""SMS by Twilio: sends, and asks what became of a message whose answer was lost.

https://www.twilio.com/docs/messaging/api/message-resource
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from yarl import URL

from bot.channels.answers import name, whole, words
from bot.channels.contract import Accepted, Blame, FileSource, OnWire, SendError, ToSend, Trace, Verdict
from bot.channels.pool import Body, form, nothing_but_send_errors, post
from bot.channels.sms_account import Thing, TwilioAccount, hour_of
from bot.channels.sms_errors import receipt, receipt_fate
from bot.channels.sms_incoming import incoming_from_form, sender_key

__all__ = ["Sms", "incoming_from_form", "receipt_fate", "sender_key", "status_callback_url"]

LOOK_BACK: Final = 50  # messages to one number, looked at when one is missing
MOST_MISSED, PAGE = 5_000, 1_000  # messages heard again after an absence, those to others among them
MOST_MEDIA: Final = 10  # of one message
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
        self._account = TwilioAccount(account_sid, auth_token, base_url, timeout, connections)
        self._sid, self._base_url = account_sid, base_url
        self._from = {"MessagingServiceSid": service_sid} if service_sid else {"From": sender or ""}
        self._post_to = URL(f"{self._account.address}/Messages.json", encoded=True)

    async def close(self) -> None:
        await self._account.close()

    async def send(self, item: ToSend, on_wire: OnWire | None = None) -> Accepted:
        body = Body(message_body(item, self._from), on_wire)
        with nothing_but_send_errors(lambda: body.left):
            return receipt(*await post(self._account.session, self._post_to, body, self._account.headers))

    async def was_sent(self, item: ToSend, since: dt.datetime, known: Collection[str] = ()) -> Trace:
        """Ask Twilio whether a message that started at `since` exists there. `known` ids belong to other deliveries.

        The latest messages to the number are listed and their dates compared here: Twilio's own filter is on the date
        of sending, which a message still in its queue does not have. Raises SendError when Twilio cannot tell.

        The same words a little earlier, that no delivery explains, make nobody sure: `since` is our own hour, which may
        have been wrong by then.
        """
        with nothing_but_send_errors(lambda: False):
            asked = {"To": item.address, "PageSize": str(LOOK_BACK)}
            latest = await self._account.listed("Messages", "messages", LOOK_BACK, asked)
            recent = [one for one in latest if hour_of(one, since) >= since - CLOCK_SLACK]
            same = [one for one in latest if _same_words(one, item) and one.get("sid") not in known]
            fresh = [one for one in same if hour_of(one, since) >= since - CLOCK_SLACK]
            if len(fresh) == 1 and (sid := name(fresh[0].get("sid"))):
                return Trace("yes", sid, words(fresh[0].get("status")))
            nothing_older = len(recent) == len(latest) == LOOK_BACK
            doubtful = any(hour_of(one, since) >= since - CLOCK_WRONG for one in same)
            return Trace("unsure") if doubtful or nothing_older else Trace("no")

    async def heard_since(self, since: dt.datetime) -> MissedForms:
        """What people texted us since then. Raises SendError when Twilio cannot tell.

        Twilio posts a message once (or as many times as the address asks) and forgets it: this is how a program that
        was away hears what it missed.
        """
        asked = {"DateSent>": f"{since:%Y-%m-%dT%H:%M:%SZ}", "PageSize": str(PAGE)}
        if "From" in self._from:
            asked["To"] = self._from["From"]
        with nothing_but_send_errors(lambda: False):
            found = await self._account.listed("Messages", "messages", MOST_MISSED, asked)
        missed = [one for one in reversed(found) if one.get("direction") == "inbound"]
        forms, unread = [], None
        for one in missed:
            try:
                with nothing_but_send_errors(lambda: False):
                    forms.append(await self._as_form(one))
            except SendError as error:  # of this message alone: those after it are heard now, it is asked for again
                unread = error
        return MissedForms(forms, unread)

    async def _as_form(self, message: Thing) -> dict[str, str]:
        form = {
            "MessageSid": words(message.get("sid")),
            "AccountSid": self._sid,
            "From": words(message.get("from")),
            "To": words(message.get("to")),
            "Body": words(message.get("body")),
            "NumMedia": "0",
        }
        if whole(message.get("num_media")):
            media = await self._media_of(form["MessageSid"])
            form["NumMedia"] = str(len(media))
            for index, one in enumerate(media):
                form[f"MediaUrl{index}"] = f"{self._base_url}{words(one.get('uri')).removesuffix('.json')}"
                form[f"MediaContentType{index}"] = words(one.get("content_type"))
        return form

    async def _media_of(self, sid: str) -> list[Thing]:
        """Empty when they were deleted since."""
        try:
            path = f"Messages/{name(sid)}/Media"
            return await self._account.listed(path, "media_list", MOST_MEDIA, {"PageSize": str(MOST_MEDIA)})
        except SendError as error:
            if error.provider_code in GONE:
                return []
            raise

    async def erase(self, chat: str, sid: str) -> None:
        """Delete what Twilio keeps of one message, words, number and media. Raises SendError; gone already is done."""
        with nothing_but_send_errors(lambda: False):
            try:
                await self._account.delete(f"Messages/{name(sid)}")
            except SendError as error:
                if error.provider_code not in GONE:
                    raise

    async def check(self) -> str:
        """The account's status, "active" when all is well. Raises SendError, with `auth` when the token is refused."""
        with nothing_but_send_errors(lambda: False):
            return words((await self._account.fetch()).get("status"))

    async def locate(self, reference: str) -> FileSource:
        """A media's own address, with the account's credentials. Raises SendError when it is on another host."""
        with nothing_but_send_errors(lambda: False):
            ours, asked = urlsplit(self._base_url), urlsplit(reference)
        if (ours.scheme, ours.netloc) != (asked.scheme, asked.netloc):
            raise SendError(Verdict.FOR_GOOD, "refused", Blame.PROVIDER, provider_code="file elsewhere")
        return FileSource(reference, {"Authorization": self._account.headers["Authorization"]})


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


def _same_words(message: Thing, item: ToSend) -> bool:
    ours = words(message.get("direction")).startswith("outbound")
    return ours and words(message.get("body")).strip() == item.body.strip()
