"""What Telegram's refusals mean for the sender."""

from __future__ import annotations

import json
from typing import Any, Final

from bot.channels.contract import Blame, Fault, SendError, Verdict

GOOD, LATER = Verdict.FOR_GOOD, Verdict.LATER

# What Telegram says, in lower case, and what it means; the first that is part of its description counts.
# https://github.com/tdlib/telegram-bot-api/blob/master/telegram-bot-api/Client.cpp
DESCRIPTIONS: Final[tuple[tuple[str, Fault], ...]] = (
    ("bot was blocked by the user", Fault(GOOD, "blocked", Blame.CONTACT)),
    ("user is deactivated", Fault(GOOD, "deactivated", Blame.CONTACT)),
    ("can't initiate conversation", Fault(GOOD, "not_started", Blame.CONTACT)),
    ("chat not found", Fault(GOOD, "not_started", Blame.CONTACT)),
    ("peer_id_invalid", Fault(GOOD, "not_started", Blame.CONTACT)),
    ("user not found", Fault(GOOD, "not_started", Blame.CONTACT)),
    ("can't send messages to bots", Fault(GOOD, "not_allowed", Blame.CONTACT)),
    ("bot was kicked", Fault(GOOD, "not_allowed", Blame.CONTACT)),
    ("bot is not a member", Fault(GOOD, "not_allowed", Blame.CONTACT)),
    ("group chat was deactivated", Fault(GOOD, "not_allowed", Blame.CONTACT)),
    ("not enough rights", Fault(GOOD, "not_allowed", Blame.CONTACT)),
    ("have no rights", Fault(GOOD, "not_allowed", Blame.CONTACT)),
    ("chat_write_forbidden", Fault(GOOD, "not_allowed", Blame.CONTACT)),
    ("temporarily unavailable", Fault(LATER, "server", Blame.PROVIDER)),
    ("too long", Fault(GOOD, "too_long", Blame.CONTENT)),
    ("text is empty", Fault(GOOD, "empty", Blame.CONTENT)),
    ("text must be non-empty", Fault(GOOD, "empty", Blame.CONTENT)),
    ("message to edit not found", Fault(GOOD, "not_editable", Blame.CONTENT)),
    ("message can't be edited", Fault(GOOD, "not_editable", Blame.CONTENT)),
)

# When the description says nothing known. https://core.telegram.org/bots/api#making-requests
# A refused token (401; 404 when malformed) spoils no message: they wait until it is put right.
CODES: Final[dict[int, Fault]] = {
    400: Fault(GOOD, "refused", Blame.CONTENT),
    401: Fault(LATER, "auth", Blame.SENDER, 60),
    403: Fault(GOOD, "refused", Blame.CONTACT),
    404: Fault(LATER, "auth", Blame.SENDER, 60),
    413: Fault(GOOD, "too_long", Blame.CONTENT),
    429: Fault(Verdict.SLOW_DOWN, "rate_limited", Blame.PROVIDER, 1),
    # A gateway that waited in vain does not know what became of the request.
    504: Fault(Verdict.UNKNOWN, "timeout", Blame.PROVIDER),
}
SERVER: Final = Fault(LATER, "server", Blame.PROVIDER)


def refused(status: int, answer: bytes) -> SendError:
    """An HTTP answer that is not 200, such as `{"ok": false, "error_code": 429, "parameters": {"retry_after": 5}}`."""
    said = _object(answer)
    return meaning(status, str(said.get("description") or ""), said.get("parameters") or {})


def meaning(status: int, description: str, parameters: dict[str, Any]) -> SendError:
    """https://core.telegram.org/bots/api#responseparameters"""
    if "migrate_to_chat_id" in parameters:
        new = str(parameters["migrate_to_chat_id"])
        return SendError(LATER, "migrated", Blame.CONTACT, retry_after=0, new_address=new, provider_code=str(status))
    lowered = description.lower()
    known = (fault for words, fault in DESCRIPTIONS if words in lowered) if status in (400, 403) else iter(())
    error = SendError.of(next(known, None) or CODES.get(status, SERVER), str(status))
    if "retry_after" in parameters:
        error.retry_after = float(parameters["retry_after"])
    return error


def message_id(answer: bytes) -> str:
    """The new message's id. An answer without it leaves its fate unknown."""
    result = _object(answer).get("result")
    if not isinstance(result, dict) or "message_id" not in result:
        raise SendError(Verdict.UNKNOWN, "unreadable", Blame.PROVIDER, provider_code="200")
    return str(result["message_id"])


def _object(answer: bytes) -> dict[str, Any]:
    try:
        said = json.loads(answer)
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}
