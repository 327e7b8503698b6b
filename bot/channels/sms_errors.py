"""What Twilio's codes and statuses mean for the sender, whether they come with the answer or in a status callback."""

from __future__ import annotations

from typing import Final, Literal

from bot.channels.answers import json_object, name, whole, words
from bot.channels.contract import Blame, Fault, Receipt, SendError, Verdict

GOOD, LATER, UNKNOWN, SLOW = Verdict.FOR_GOOD, Verdict.LATER, Verdict.UNKNOWN, Verdict.SLOW_DOWN

# One page per code: https://www.twilio.com/docs/api/errors/<code>
CODES: Final[dict[int, Fault]] = {
    # The address
    21610: Fault(GOOD, "stopped_at_provider", Blame.CONTACT),
    30004: Fault(GOOD, "blocked", Blame.CONTACT),
    21211: Fault(GOOD, "bad_number", Blame.CONTACT),
    21217: Fault(GOOD, "bad_number", Blame.CONTACT),
    21604: Fault(GOOD, "bad_number", Blame.CONTACT),
    30005: Fault(GOOD, "bad_number", Blame.CONTACT),
    21614: Fault(GOOD, "landline", Blame.CONTACT),
    21635: Fault(GOOD, "landline", Blame.CONTACT),
    30006: Fault(GOOD, "landline", Blame.CONTACT),
    21266: Fault(GOOD, "bad_number", Blame.CONTACT),
    21910: Fault(GOOD, "bad_number", Blame.CONTACT),
    30003: Fault(LATER, "unreachable", Blame.CONTACT),
    30046: Fault(LATER, "unreachable", Blame.CONTACT),
    # The words
    21602: Fault(GOOD, "empty", Blame.CONTENT),
    21619: Fault(GOOD, "empty", Blame.CONTENT),
    21617: Fault(GOOD, "too_long", Blame.CONTENT),
    21605: Fault(GOOD, "too_long", Blame.CONTENT),
    30019: Fault(GOOD, "too_long", Blame.CONTENT),
    30007: Fault(GOOD, "filtered", Blame.CONTENT),
    30038: Fault(GOOD, "filtered", Blame.CONTENT),
    21620: Fault(GOOD, "refused", Blame.CONTENT),  # the address of a picture
    21623: Fault(GOOD, "refused", Blame.CONTENT),
    30011: Fault(GOOD, "refused", Blame.CONTENT),  # pictures do not go to that network
    # Our account. What a new token or a payment mends spoils no message: they wait.
    20003: Fault(LATER, "auth", Blame.SENDER, 60),
    10001: Fault(LATER, "account", Blame.SENDER, 600),
    20005: Fault(LATER, "account", Blame.SENDER, 600),
    21701: Fault(LATER, "account", Blame.SENDER, 600),
    21704: Fault(LATER, "account", Blame.SENDER, 600),
    21705: Fault(LATER, "account", Blame.SENDER, 600),
    30037: Fault(LATER, "account", Blame.SENDER, 600),
    30002: Fault(LATER, "account", Blame.SENDER, 600),
    21408: Fault(GOOD, "region", Blame.SENDER),
    21212: Fault(GOOD, "account", Blame.SENDER),
    21603: Fault(GOOD, "account", Blame.SENDER),
    21606: Fault(GOOD, "account", Blame.SENDER),
    21608: Fault(GOOD, "account", Blame.SENDER),  # a trial account writes to verified numbers only
    21609: Fault(GOOD, "account", Blame.SENDER),
    21612: Fault(GOOD, "account", Blame.SENDER),
    21659: Fault(GOOD, "account", Blame.SENDER),
    21660: Fault(GOOD, "account", Blame.SENDER),
    21703: Fault(GOOD, "account", Blame.SENDER),
    30010: Fault(GOOD, "account", Blame.SENDER),  # dearer than the account's own ceiling
    30018: Fault(GOOD, "unregistered", Blame.SENDER),
    30024: Fault(GOOD, "unregistered", Blame.SENDER),
    30032: Fault(GOOD, "unregistered", Blame.SENDER),
    30033: Fault(GOOD, "unregistered", Blame.SENDER),
    30034: Fault(GOOD, "unregistered", Blame.SENDER),
    30035: Fault(GOOD, "unregistered", Blame.SENDER),
    # Twilio and the carriers
    20429: Fault(SLOW, "rate_limited", Blame.PROVIDER, 1),
    20500: Fault(LATER, "server", Blame.PROVIDER),
    20503: Fault(LATER, "server", Blame.PROVIDER),
    21730: Fault(LATER, "server", Blame.PROVIDER),
    30020: Fault(LATER, "server", Blame.PROVIDER),
    30021: Fault(LATER, "server", Blame.PROVIDER),
    21611: Fault(LATER, "congestion", Blame.PROVIDER, 600),
    30001: Fault(LATER, "congestion", Blame.PROVIDER, 600),
    30017: Fault(LATER, "congestion", Blame.PROVIDER),
    30022: Fault(LATER, "congestion", Blame.PROVIDER, 60),
    30023: Fault(LATER, "congestion", Blame.PROVIDER, 1800),
    30027: Fault(LATER, "congestion", Blame.PROVIDER, 1800),
    30008: Fault(LATER, "carrier", Blame.PROVIDER),
    30009: Fault(LATER, "carrier", Blame.PROVIDER),  # a part of it was lost on the way to them
    30485: Fault(LATER, "carrier", Blame.PROVIDER),
    30036: Fault(LATER, "expired", Blame.PROVIDER),
    30450: Fault(LATER, "filtered", Blame.PROVIDER, 1800),  # lifted by itself after 15 to 30 minutes
    14107: Fault(LATER, "loop", Blame.PROVIDER, 30),  # 15 answers to one number within 30 seconds
    30410: Fault(UNKNOWN, "timeout", Blame.PROVIDER),  # Twilio gave up rather than risk sending twice
}

# When the answer holds no known code. https://www.twilio.com/docs/usage/twilios-response
# What is not here comes from a server in trouble, or from a proxy that says nothing of the message: later.
STATUSES: Final[dict[int, Fault]] = {
    400: Fault(GOOD, "refused", Blame.CONTENT),
    401: Fault(LATER, "auth", Blame.SENDER, 60),
    402: Fault(LATER, "account", Blame.SENDER, 600),
    403: Fault(LATER, "account", Blame.SENDER, 600),
    404: Fault(LATER, "account", Blame.SENDER, 600),
    413: Fault(GOOD, "too_long", Blame.CONTENT),
    422: Fault(GOOD, "refused", Blame.CONTENT),
    429: Fault(SLOW, "rate_limited", Blame.PROVIDER, 1),
    504: Fault(UNKNOWN, "timeout", Blame.PROVIDER),  # a gateway that waited in vain
}
SERVER: Final = Fault(LATER, "server", Blame.PROVIDER)
REFUSED: Final = Fault(GOOD, "refused", Blame.CONTENT)  # Twilio gives a code that we do not know
UNREADABLE: Final = Fault(UNKNOWN, "unreadable", Blame.PROVIDER)
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
    fault = CODES.get(code or 0, Fault(LATER, "carrier", Blame.PROVIDER))
    return SendError.of(fault, str(code) if code else status)


def receipt(status: int, answer: str | bytes, retry_after: float | None = None) -> Receipt:
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
    return Receipt(sid, segments=segments if segments > 0 else None)


def refused(status: int, answer: str | bytes, retry_after: float | None = None) -> SendError:
    """An HTTP answer that is not 201, such as `{"code": 21610, "message": "...", "status": 400}`.

    `retry_after`: what the header of that name asks for.
    """
    code = whole(json_object(answer).get("code"), LARGEST_CODE)
    otherwise = REFUSED if code and 400 <= status < 500 else SERVER
    fault = CODES.get(code or 0) or STATUSES.get(status) or otherwise
    return SendError.of(fault, str(code or status), retry_after)
