"""What Twilio's codes and statuses mean for the sender, whether they come with the answer or in a status callback."""

from __future__ import annotations

import json
from typing import Any, Final, Literal

from bot.channels.contract import Blame, Fault, SendError, Verdict

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
    30003: Fault(LATER, "unreachable", Blame.CONTACT),
    # The words
    21602: Fault(GOOD, "empty", Blame.CONTENT),
    21619: Fault(GOOD, "empty", Blame.CONTENT),
    21617: Fault(GOOD, "too_long", Blame.CONTENT),
    30007: Fault(GOOD, "filtered", Blame.CONTENT),
    # Our account. What a new token or a payment mends spoils no message: they wait.
    20003: Fault(LATER, "auth", Blame.SENDER, 60),
    20005: Fault(LATER, "account", Blame.SENDER, 600),
    30002: Fault(LATER, "account", Blame.SENDER, 600),
    21408: Fault(GOOD, "region", Blame.SENDER),
    21212: Fault(GOOD, "account", Blame.SENDER),
    21603: Fault(GOOD, "account", Blame.SENDER),
    21606: Fault(GOOD, "account", Blame.SENDER),
    21612: Fault(GOOD, "account", Blame.SENDER),
    21659: Fault(GOOD, "account", Blame.SENDER),
    21660: Fault(GOOD, "account", Blame.SENDER),
    21703: Fault(GOOD, "account", Blame.SENDER),
    30032: Fault(GOOD, "unregistered", Blame.SENDER),
    30034: Fault(GOOD, "unregistered", Blame.SENDER),
    # Twilio and the carriers
    20429: Fault(SLOW, "rate_limited", Blame.PROVIDER, 1),
    20500: Fault(LATER, "server", Blame.PROVIDER),
    20503: Fault(LATER, "server", Blame.PROVIDER),
    21611: Fault(LATER, "congestion", Blame.PROVIDER, 600),
    30001: Fault(LATER, "congestion", Blame.PROVIDER, 600),
    30017: Fault(LATER, "congestion", Blame.PROVIDER),
    30008: Fault(LATER, "carrier", Blame.PROVIDER),
    30036: Fault(LATER, "expired", Blame.PROVIDER),
    30450: Fault(LATER, "filtered", Blame.PROVIDER, 1800),  # lifted by itself after 15 to 30 minutes
    14107: Fault(LATER, "loop", Blame.PROVIDER, 30),  # 15 answers to one number within 30 seconds
    30410: Fault(UNKNOWN, "timeout", Blame.PROVIDER),  # Twilio gave up rather than risk sending twice
}

# When the answer holds no known code. https://www.twilio.com/docs/usage/twilios-response
STATUSES: Final[dict[int, Fault]] = {
    401: Fault(LATER, "auth", Blame.SENDER, 60),
    403: Fault(LATER, "account", Blame.SENDER, 600),
    404: Fault(LATER, "account", Blame.SENDER, 600),
    429: Fault(SLOW, "rate_limited", Blame.PROVIDER, 1),
    504: Fault(UNKNOWN, "timeout", Blame.PROVIDER),  # a gateway that waited in vain
}
SERVER: Final = Fault(LATER, "server", Blame.PROVIDER)
REFUSED: Final = Fault(GOOD, "refused", Blame.CONTENT)

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
    code = int(error_code) if error_code.isdigit() else 0
    return SendError.of(CODES.get(code, Fault(LATER, "carrier", Blame.PROVIDER)), error_code or status)


def refused(status: int, answer: str | bytes, retry_after: str | None = None) -> SendError:
    """An HTTP answer that is not 201, such as `{"code": 21610, "message": "...", "status": 400}`."""
    code = read_object(answer).get("code")
    known = CODES.get(code) if isinstance(code, int) else None
    fault = known or STATUSES.get(status) or (REFUSED if 400 <= status < 500 else SERVER)
    error = SendError.of(fault, str(code or status))
    if retry_after is not None and retry_after.isdigit():
        error.retry_after = float(retry_after)
    return error


def read_object(answer: str | bytes) -> dict[str, Any]:
    try:
        said = json.loads(answer)
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}
