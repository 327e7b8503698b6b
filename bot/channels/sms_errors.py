"""What Twilio's codes and statuses mean for the sender, whether they come with the answer or in a status callback."""

from __future__ import annotations

from typing import Final, Literal

from bot.channels.answers import json_object, name, whole, words
from bot.channels.contract import Accepted, Blame, ErrorRule, SendError, Verdict

GOOD, LATER, UNKNOWN, SLOW = Verdict.FOR_GOOD, Verdict.LATER, Verdict.UNKNOWN, Verdict.SLOW_DOWN

# One page per code: https://www.twilio.com/docs/api/errors/<code>
CODES: Final[dict[int, ErrorRule]] = {
    # The address
    21610: ErrorRule(GOOD, "stopped_at_provider", Blame.CONTACT),
    30004: ErrorRule(GOOD, "blocked", Blame.CONTACT),
    21211: ErrorRule(GOOD, "bad_number", Blame.CONTACT),
    21217: ErrorRule(GOOD, "bad_number", Blame.CONTACT),
    21604: ErrorRule(GOOD, "bad_number", Blame.CONTACT),
    30005: ErrorRule(GOOD, "bad_number", Blame.CONTACT),
    21614: ErrorRule(GOOD, "landline", Blame.CONTACT),
    21635: ErrorRule(GOOD, "landline", Blame.CONTACT),
    30006: ErrorRule(GOOD, "landline", Blame.CONTACT),
    21266: ErrorRule(GOOD, "bad_number", Blame.CONTACT),
    21910: ErrorRule(GOOD, "bad_number", Blame.CONTACT),
    30003: ErrorRule(LATER, "unreachable", Blame.CONTACT),
    30046: ErrorRule(LATER, "unreachable", Blame.CONTACT),
    # The words
    21602: ErrorRule(GOOD, "empty", Blame.CONTENT),
    21619: ErrorRule(GOOD, "empty", Blame.CONTENT),
    21617: ErrorRule(GOOD, "too_long", Blame.CONTENT),
    21605: ErrorRule(GOOD, "too_long", Blame.CONTENT),
    30019: ErrorRule(GOOD, "too_long", Blame.CONTENT),
    30007: ErrorRule(GOOD, "filtered", Blame.CONTENT),
    30038: ErrorRule(GOOD, "filtered", Blame.CONTENT),
    21620: ErrorRule(GOOD, "refused", Blame.CONTENT),  # the address of a picture
    21623: ErrorRule(GOOD, "refused", Blame.CONTENT),
    30011: ErrorRule(GOOD, "refused", Blame.CONTENT),  # pictures do not go to that network
    # Our account. What a new token or a payment mends spoils no message: they wait.
    20003: ErrorRule(LATER, "auth", Blame.SENDER, 60),
    10001: ErrorRule(LATER, "account", Blame.SENDER, 600),
    20005: ErrorRule(LATER, "account", Blame.SENDER, 600),
    21701: ErrorRule(LATER, "account", Blame.SENDER, 600),
    21704: ErrorRule(LATER, "account", Blame.SENDER, 600),
    21705: ErrorRule(LATER, "account", Blame.SENDER, 600),
    30037: ErrorRule(LATER, "account", Blame.SENDER, 600),
    30002: ErrorRule(LATER, "account", Blame.SENDER, 600),
    21408: ErrorRule(GOOD, "region", Blame.SENDER),
    21212: ErrorRule(GOOD, "account", Blame.SENDER),
    21603: ErrorRule(GOOD, "account", Blame.SENDER),
    21606: ErrorRule(GOOD, "account", Blame.SENDER),
    21608: ErrorRule(GOOD, "account", Blame.SENDER),  # a trial account writes to verified numbers only
    21609: ErrorRule(GOOD, "account", Blame.SENDER),
    21612: ErrorRule(GOOD, "account", Blame.SENDER),
    21659: ErrorRule(GOOD, "account", Blame.SENDER),
    21660: ErrorRule(GOOD, "account", Blame.SENDER),
    21703: ErrorRule(GOOD, "account", Blame.SENDER),
    30010: ErrorRule(GOOD, "account", Blame.SENDER),  # dearer than the account's own ceiling
    30018: ErrorRule(GOOD, "unregistered", Blame.SENDER),
    30024: ErrorRule(GOOD, "unregistered", Blame.SENDER),
    30032: ErrorRule(GOOD, "unregistered", Blame.SENDER),
    30033: ErrorRule(GOOD, "unregistered", Blame.SENDER),
    30034: ErrorRule(GOOD, "unregistered", Blame.SENDER),
    30035: ErrorRule(GOOD, "unregistered", Blame.SENDER),
    # Twilio and the carriers
    20429: ErrorRule(SLOW, "rate_limited", Blame.PROVIDER, 1),
    20500: ErrorRule(LATER, "server", Blame.PROVIDER),
    20503: ErrorRule(LATER, "server", Blame.PROVIDER),
    21730: ErrorRule(LATER, "server", Blame.PROVIDER),
    30020: ErrorRule(LATER, "server", Blame.PROVIDER),
    30021: ErrorRule(LATER, "server", Blame.PROVIDER),
    21611: ErrorRule(LATER, "congestion", Blame.PROVIDER, 600),
    30001: ErrorRule(LATER, "congestion", Blame.PROVIDER, 600),
    30017: ErrorRule(LATER, "congestion", Blame.PROVIDER),
    30022: ErrorRule(LATER, "congestion", Blame.PROVIDER, 60),
    30023: ErrorRule(LATER, "congestion", Blame.PROVIDER, 1800),
    30027: ErrorRule(LATER, "congestion", Blame.PROVIDER, 1800),
    30008: ErrorRule(LATER, "carrier", Blame.PROVIDER),
    30009: ErrorRule(LATER, "carrier", Blame.PROVIDER),  # a part of it was lost on the way to them
    30485: ErrorRule(LATER, "carrier", Blame.PROVIDER),
    30036: ErrorRule(LATER, "expired", Blame.PROVIDER),
    30450: ErrorRule(LATER, "filtered", Blame.PROVIDER, 1800),  # lifted by itself after 15 to 30 minutes
    14107: ErrorRule(LATER, "loop", Blame.PROVIDER, 30),  # 15 answers to one number within 30 seconds
    30410: ErrorRule(UNKNOWN, "timeout", Blame.PROVIDER),  # Twilio gave up rather than risk sending twice
}

# When the answer holds no known code. https://www.twilio.com/docs/usage/twilios-response
# What is not here comes from a server in trouble, or from a proxy that says nothing of the message: later.
STATUSES: Final[dict[int, ErrorRule]] = {
    400: ErrorRule(GOOD, "refused", Blame.CONTENT),
    401: ErrorRule(LATER, "auth", Blame.SENDER, 60),
    402: ErrorRule(LATER, "account", Blame.SENDER, 600),
    403: ErrorRule(LATER, "account", Blame.SENDER, 600),
    404: ErrorRule(LATER, "account", Blame.SENDER, 600),
    413: ErrorRule(GOOD, "too_long", Blame.CONTENT),
    422: ErrorRule(GOOD, "refused", Blame.CONTENT),
    429: ErrorRule(SLOW, "rate_limited", Blame.PROVIDER, 1),
    504: ErrorRule(UNKNOWN, "timeout", Blame.PROVIDER),  # a gateway that waited in vain
}
SERVER: Final = ErrorRule(LATER, "server", Blame.PROVIDER)
REFUSED: Final = ErrorRule(GOOD, "refused", Blame.CONTENT)  # Twilio gives a code that we do not know
UNREADABLE: Final = ErrorRule(UNKNOWN, "unreadable", Blame.PROVIDER)
LARGEST_CODE: Final = 999_999
MOST_SEGMENTS: Final = 99

# https://www.twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks
# What is not here (queued, sending, receiving...) says nothing that our own "sent" does not.
FATES: Final[dict[str, Literal["sent", "delivered", "failed"]]] = {
    "sent": "sent",
    "delivered": "delivered",
    "read": "delivered",
    "partially_delivered": "delivered",
    "undelivered": "failed",
    "failed": "failed",
    "canceled": "failed",
}


def receipt_fate(status: str, error_code: str) -> Literal["sent", "delivered"] | SendError | None:
    """What a status callback says of a delivery: further on its way, failed (as a SendError), or nothing new."""
    fate = FATES.get(status)
    if fate != "failed":
        return fate
    code = whole(error_code, LARGEST_CODE)
    fault = CODES.get(code or 0, ErrorRule(LATER, "carrier", Blame.PROVIDER))
    return SendError.of(fault, str(code) if code else status)


def receipt(status: int, answer: str | bytes, retry_after: float | None = None) -> Accepted:
    """What the answer to a new message says. Raises SendError: it was refused, or nothing tells whether it was taken.

    `{"sid": "SM...", "status": "queued", "num_segments": "2", "error_code": null, ...}`
    """
    said = json_object(answer)
    sid = name(said.get("sid"))
    if not 200 <= status < 300 or (not sid and whole(said.get("code"), LARGEST_CODE)):
        raise refused(status, answer, retry_after)
    if not sid:
        raise SendError.of(UNREADABLE, str(status))
    fate = receipt_fate(words(said.get("status")), str(whole(said.get("error_code"), LARGEST_CODE) or ""))
    if isinstance(fate, SendError):
        raise fate
    # A messaging service counts later: 0 means "not yet".
    segments = whole(said.get("num_segments"), MOST_SEGMENTS) or 0
    return Accepted(sid, segments=segments if segments > 0 else None)


def refused(status: int, answer: str | bytes, retry_after: float | None = None) -> SendError:
    """An HTTP answer that is not 201, such as `{"code": 21610, "message": "...", "status": 400}`.

    `retry_after`: what the header of that name asks for.
    """
    code = whole(json_object(answer).get("code"), LARGEST_CODE)
    otherwise = REFUSED if code and 400 <= status < 500 else SERVER
    fault = CODES.get(code or 0) or STATUSES.get(status) or otherwise
    return SendError.of(fault, str(code or status), retry_after)
