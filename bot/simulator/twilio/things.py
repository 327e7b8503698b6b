"""Messages, media and errors of the simulated Twilio, with the JSON its REST API gives for each."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from email.utils import format_datetime
from functools import lru_cache
from typing import Any

Json = dict[str, Any]

VERSION = "2010-04-01"

# code -> (HTTP status, message). https://www.twilio.com/docs/api/errors
ERRORS: dict[int, tuple[int, str]] = {
    20003: (401, "Authenticate"),
    20007: (400, "Page size too large"),
    20404: (404, "The requested resource {0} was not found"),
    20422: (400, "Invalid Parameter {0}"),
    20429: (429, "Too Many Requests"),
    20500: (500, "Internal Server Error"),
    21211: (400, "Invalid 'To' Phone Number: {0}"),
    21266: (400, "'To' and 'From' number cannot be the same: {0}"),
    21408: (403, "Permission to send an SMS has not been enabled for the region indicated by the 'To' number: {0}."),
    21602: (400, "Message body is required."),
    21603: (400, "A 'From' phone number is required."),
    21604: (400, "A 'To' phone number is required."),
    21606: (400, "The 'From' phone number {0} is not a valid, SMS-capable inbound phone number for your account."),
    21609: (400, "The 'StatusCallback' URL {0} is not a valid URL."),
    21610: (400, "Attempt to send to unsubscribed recipient"),
    21611: (429, "This 'From' number {0} has exceeded the maximum number of queued messages"),
    21612: (400, "Message cannot be sent with the current combination of 'To' ({0}) and/or 'From' parameters"),
    21614: (400, "'To' number: {0}, is not a valid mobile number"),
    21617: (400, "The concatenated message body exceeds the 1600 character limit"),
    21623: (400, "Number of media files exceeds allowed limit"),
    21701: (400, "The Messaging Service resource {0} does not exist"),
}

# Codes that come later, in the status callback: code -> the status they end in.
LATE_ERRORS: dict[int, str] = {
    21610: "failed",
    30001: "failed",
    30002: "failed",
    30003: "undelivered",
    30004: "undelivered",
    30005: "undelivered",
    30006: "undelivered",
    30007: "undelivered",
    30008: "undelivered",
    30017: "undelivered",
    30032: "undelivered",
    30034: "undelivered",
    30036: "failed",
    30410: "failed",
}


class TwilioError(Exception):
    """The server refused. `code` is Twilio's, `status` the HTTP status."""

    def __init__(self, code: int, *about: str) -> None:
        self.status, template = ERRORS[code]
        self.code = code
        super().__init__(template.format(*about))

    def as_json(self) -> Json:
        link = f"https://www.twilio.com/docs/errors/{self.code}"
        return {"code": self.code, "message": str(self), "more_info": link, "status": self.status}


@dataclass(frozen=True, slots=True)
class Attachment:
    """A picture or another file of an MMS. `url` is set for what the program sent by link (not fetched here)."""

    sid: str
    mime: str
    content: bytes = b""
    url: str = ""


@dataclass(slots=True)
class MessageResource:
    """A Message resource. `direction` is inbound, outbound-api or outbound-reply (Twilio's own answer)."""

    sid: str
    account_sid: str
    direction: str
    sender: str
    to: str
    body: str
    status: str
    created: dt.datetime
    segments: int
    updated: dt.datetime | None = None
    media: tuple[Attachment, ...] = ()
    service_sid: str | None = None
    error_code: int | None = None
    callback: str = ""

    @property
    def shown(self) -> str:
        """The words on the phone's screen."""
        return self.body

    @property
    def inbound(self) -> bool:
        return self.direction == "inbound"

    @property
    def uri(self) -> str:
        return f"/{VERSION}/Accounts/{self.account_sid}/Messages/{self.sid}.json"

    def as_json(self) -> Json:
        """The resource, field for field as Twilio gives it: numbers as words, dates of RFC 2822."""
        pending = self.status in {"accepted", "queued"}
        return {
            "account_sid": self.account_sid,
            "api_version": VERSION,
            "body": self.body,
            "date_created": rfc2822(self.created),
            "date_sent": None if pending else rfc2822(self.updated or self.created),
            "date_updated": rfc2822(self.updated or self.created),
            "direction": self.direction,
            "error_code": None if pending else self.error_code,
            "error_message": None,
            "from": None if self.service_sid and pending else self.sender,
            "messaging_service_sid": self.service_sid,
            "num_media": str(len(self.media)),
            "num_segments": "0" if self.service_sid and pending else str(self.segments),
            "price": None if pending else f"-{self.segments * 0.0083:.5f}",
            "price_unit": "USD",
            "sid": self.sid,
            "status": self.status,
            "subresource_uris": {"media": self.uri.replace(".json", "/Media.json")},
            "to": self.to,
            "uri": self.uri,
        }

    def media_json(self, media: Attachment) -> Json:
        return {
            "account_sid": self.account_sid,
            "content_type": media.mime,
            "date_created": rfc2822(self.created),
            "date_updated": rfc2822(self.created),
            "parent_sid": self.sid,
            "sid": media.sid,
            "uri": self.uri.replace(".json", f"/Media/{media.sid}.json"),
        }


@lru_cache(maxsize=64)
def _rfc2822(second: dt.datetime) -> str:
    return format_datetime(second)


def rfc2822(when: dt.datetime) -> str:
    """``Thu, 10 Feb 2026 18:30:00 +0000``"""
    return _rfc2822(when.replace(microsecond=0))
