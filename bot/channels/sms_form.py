"""A form that Twilio signed, read so that it says what Twilio said.

A signature covers names and values one after the other, without their borders: `MessageSid=SM1&NumMedia=0` is signed as
`MessageSid=SM1NumMedia0` would be. Whoever once saw a form could thus have it heard again under another id, or without
its STOP, unless ids have a shape, and no field stands twice, is swallowed by its neighbour or gives it a letter.
https://www.twilio.com/docs/messaging/guides/webhook-request
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

Fields = Iterable[tuple[str, str]]

MOST_MEDIA: Final = 10
ID: Final = re.compile(r"(SM|MM)[0-9A-Za-z]{1,32}")
# A number, a short code, or a name: of a company that sends texts, of our own agent on another channel.
ADDRESS: Final = re.compile(r"\+[0-9]{4,15}|[0-9]{3,8}|[A-Za-z][0-9A-Za-z_.@ &-]{0,63}")
NUMBER: Final = re.compile(r"[0-9]{0,9}")
STATE: Final = re.compile(r"[a-z_-]{0,32}")
# What each field may look like; a field that is not here may hold anything but another field.
SHAPES: Final[dict[str, re.Pattern[str]]] = {
    "AccountSid": re.compile(r"AC[0-9A-Za-z]{1,32}"),
    "ApiVersion": re.compile(r"[0-9-]{0,20}"),
    "ErrorCode": NUMBER,
    "From": ADDRESS,
    "MessageSid": ID,
    "MessageStatus": STATE,
    "MessagingServiceSid": re.compile(r"(MG[0-9A-Za-z]{1,32})?"),
    "NumMedia": NUMBER,
    "NumSegments": NUMBER,
    "OptOutType": re.compile(r"[A-Z]{0,16}"),
    "SmsMessageSid": ID,
    "SmsSid": ID,
    "SmsStatus": STATE,
    "To": ADDRESS,
}
FREE: Final = frozenset({"Body"})  # a person's words
OURS: Final = (*SHAPES, "Body")
SWALLOWED: Final = re.compile(
    "AccountSid|ErrorCode|MediaContentType|MediaUrl|MessageSid|MessageStatus|MessagingServiceSid|NumMedia|NumSegments"
    "|OptOutType|SmsMessageSid|SmsSid|SmsStatus"
)
CHANNEL: Final = re.compile(r"\s*[A-Za-z][A-Za-z0-9_-]*:\s*")


class NotTwilios(ValueError):
    """No form of Twilio's, though well signed: what is wrong, never the value."""


def read_form(fields: Fields) -> dict[str, str]:
    """The form, addresses without the name of their channel. Raises NotTwilios."""
    form: dict[str, str] = {}
    for name, value in fields:
        if name in form:
            raise NotTwilios(f"{name[:40]} twice")
        form[name] = plain_address(value) if name in ("From", "To") else value
    for name, value in form.items():
        _check(name, value, form)
    for index in range(min(int(form.get("NumMedia") or 0), MOST_MEDIA)):
        if not form.get(f"MediaUrl{index}"):
            raise NotTwilios("a picture without its address")
    return {name: value.replace("\x00", "") for name, value in form.items()}


def plain_address(address: str) -> str:
    """`rcs:+18195550123` and `whatsapp:+18195550123` are +18195550123: who writes is the same, by whatever channel."""
    while found := CHANNEL.match(address):
        address = address[found.end() :]
    return address.strip()


def _check(name: str, value: str, form: Mapping[str, str]) -> None:
    shape = SHAPES.get(name)
    if shape is not None and not shape.fullmatch(value):
        raise NotTwilios(f"the shape of {name}")
    if name not in FREE and SWALLOWED.search(value):
        raise NotTwilios("a field within another")
    if name not in OURS:
        missing = (ours for ours in OURS if ours not in form)
        if any(name.startswith(ours) or ours.startswith(name) for ours in missing):
            raise NotTwilios("a field with letters of another")
