"""What Telegram's answers mean for the sender: refusals, pauses, a chat that moved, the id of a new message."""

from __future__ import annotations

import re
from typing import Any, Final

from bot.channels.answers import json_object, pause, whole, words
from bot.channels.contract import Blame, ErrorRule, SendError, Verdict

GOOD, LATER, SLOW = Verdict.FOR_GOOD, Verdict.LATER, Verdict.SLOW_DOWN

# What Telegram says and what it means; the first that is part of its description counts. Both are compared in lower
# case with spaces for underscores, so that MESSAGE_TOO_LONG and "message is too long" are one line.
# https://github.com/tdlib/telegram-bot-api/blob/master/telegram-bot-api/Client.cpp
# https://core.telegram.org/method/messages.sendMessage#possible-errors
DESCRIPTIONS: Final[tuple[tuple[str, ErrorRule], ...]] = (
    # The person
    ("bot was blocked by the user", ErrorRule(GOOD, "blocked", Blame.CONTACT)),
    ("user is blocked", ErrorRule(GOOD, "blocked", Blame.CONTACT)),
    ("you blocked user", ErrorRule(GOOD, "blocked", Blame.CONTACT)),
    ("user is deactivated", ErrorRule(GOOD, "deactivated", Blame.CONTACT)),
    ("user deactivated", ErrorRule(GOOD, "deactivated", Blame.CONTACT)),
    ("can't initiate conversation", ErrorRule(GOOD, "not_started", Blame.CONTACT)),
    ("can't send messages to the user", ErrorRule(GOOD, "not_started", Blame.CONTACT)),
    ("chat not found", ErrorRule(GOOD, "not_started", Blame.CONTACT)),
    ("peer id invalid", ErrorRule(GOOD, "not_started", Blame.CONTACT)),
    ("chat id invalid", ErrorRule(GOOD, "not_started", Blame.CONTACT)),
    ("user id invalid", ErrorRule(GOOD, "not_started", Blame.CONTACT)),
    ("user not found", ErrorRule(GOOD, "not_started", Blame.CONTACT)),
    ("can't send messages to bots", ErrorRule(GOOD, "not_allowed", Blame.CONTACT)),
    ("can't send messages to the bot", ErrorRule(GOOD, "not_allowed", Blame.CONTACT)),
    ("user is bot", ErrorRule(GOOD, "not_allowed", Blame.CONTACT)),
    ("privacy", ErrorRule(GOOD, "not_allowed", Blame.CONTACT)),
    ("payment required", ErrorRule(GOOD, "not_allowed", Blame.CONTACT)),
    # The group or the channel
    ("bot was kicked", ErrorRule(GOOD, "not_allowed", Blame.CONTACT)),
    ("bot is not a member", ErrorRule(GOOD, "not_allowed", Blame.CONTACT)),
    ("group chat was deactivated", ErrorRule(GOOD, "not_allowed", Blame.CONTACT)),
    ("chat was deleted", ErrorRule(GOOD, "not_allowed", Blame.CONTACT)),
    ("was upgraded to a supergroup", ErrorRule(GOOD, "not_allowed", Blame.CONTACT)),  # and the new id was not said
    ("was migrated to a supergroup", ErrorRule(GOOD, "not_allowed", Blame.CONTACT)),
    ("not enough rights", ErrorRule(GOOD, "not_allowed", Blame.CONTACT)),
    ("have no rights", ErrorRule(GOOD, "not_allowed", Blame.CONTACT)),
    ("administrator rights", ErrorRule(GOOD, "not_allowed", Blame.CONTACT)),
    ("admin required", ErrorRule(GOOD, "not_allowed", Blame.CONTACT)),
    ("right forbidden", ErrorRule(GOOD, "not_allowed", Blame.CONTACT)),
    ("write forbidden", ErrorRule(GOOD, "not_allowed", Blame.CONTACT)),
    ("send plain forbidden", ErrorRule(GOOD, "not_allowed", Blame.CONTACT)),
    ("chat send", ErrorRule(GOOD, "not_allowed", Blame.CONTACT)),  # CHAT_SEND_PHOTOS_FORBIDDEN and its like
    ("chat forbidden", ErrorRule(GOOD, "not_allowed", Blame.CONTACT)),
    ("chat restricted", ErrorRule(GOOD, "not_allowed", Blame.CONTACT)),
    ("guest send forbidden", ErrorRule(GOOD, "not_allowed", Blame.CONTACT)),
    ("channel private", ErrorRule(GOOD, "not_allowed", Blame.CONTACT)),
    ("user banned in channel", ErrorRule(GOOD, "not_allowed", Blame.CONTACT)),
    ("topic closed", ErrorRule(GOOD, "not_allowed", Blame.CONTACT)),
    ("topic deleted", ErrorRule(GOOD, "not_allowed", Blame.CONTACT)),
    # Telegram, or our own bot
    ("temporarily unavailable", ErrorRule(LATER, "server", Blame.PROVIDER)),
    ("frozen", ErrorRule(LATER, "account", Blame.SENDER, 600)),
    # The words
    ("too long", ErrorRule(GOOD, "too_long", Blame.CONTENT)),
    ("text is empty", ErrorRule(GOOD, "empty", Blame.CONTENT)),
    ("text must be non-empty", ErrorRule(GOOD, "empty", Blame.CONTENT)),
    ("message empty", ErrorRule(GOOD, "empty", Blame.CONTENT)),
    ("message to edit not found", ErrorRule(GOOD, "not_editable", Blame.CONTENT)),
    ("message can't be edited", ErrorRule(GOOD, "not_editable", Blame.CONTENT)),
    ("no text in the message to edit", ErrorRule(GOOD, "not_editable", Blame.CONTENT)),
    ("message id invalid", ErrorRule(GOOD, "not_editable", Blame.CONTENT)),
    ("message edit time expired", ErrorRule(GOOD, "not_editable", Blame.CONTENT)),
    ("message identifier", ErrorRule(GOOD, "not_editable", Blame.CONTENT)),
)

# When the description says nothing known. https://core.telegram.org/bots/api#making-requests
# A refused token (401; 404 when malformed) spoils no message: they wait until it is put right.
CODES: Final[dict[int, ErrorRule]] = {
    400: ErrorRule(GOOD, "refused", Blame.CONTENT),
    401: ErrorRule(LATER, "auth", Blame.SENDER, 60),
    403: ErrorRule(GOOD, "refused", Blame.CONTACT),
    404: ErrorRule(LATER, "auth", Blame.SENDER, 60),
    406: ErrorRule(GOOD, "refused", Blame.CONTENT),
    413: ErrorRule(GOOD, "too_long", Blame.CONTENT),
    420: ErrorRule(SLOW, "rate_limited", Blame.PROVIDER, 1),
    429: ErrorRule(SLOW, "rate_limited", Blame.PROVIDER, 1),
    # A gateway that waited in vain does not know what became of the request.
    504: ErrorRule(Verdict.UNKNOWN, "timeout", Blame.PROVIDER),
}
SERVER: Final = ErrorRule(LATER, "server", Blame.PROVIDER)
UNREADABLE: Final = ErrorRule(Verdict.UNKNOWN, "unreadable", Blame.PROVIDER)
DESCRIBED: Final = frozenset({400, 403, 406})

NOT_MODIFIED: Final = re.compile(r"message (?:is )?not modified")

# Pauses said in words, whatever the status: FLOOD_WAIT_7, FLOOD_PREMIUM_WAIT_7, "Too Many Requests: retry after 7".
WAIT_OF_ACCOUNT: Final = re.compile(r"flood (?:premium )?wait (\d+)|retry after (\d+)")
WAIT_OF_CHAT: Final = re.compile(r"slowmode wait (\d+)")


def refused(status: int, answer: bytes, retry_after: float | None = None) -> SendError:
    """An answer that is no yes, such as `{"ok": false, "error_code": 429, "parameters": {"retry_after": 5}}`.

    `retry_after`: what the header of that name asks for.
    """
    said = json_object(answer)
    code = whole(said.get("error_code"), 599) or status
    return meaning(code if code >= 400 else status, words(said.get("description")), said.get("parameters"), retry_after)


def yes(status: int, answer: bytes, retry_after: float | None = None) -> dict[str, Any]:
    """The whole of an answer that is not a no. Raises SendError."""
    said = json_object(answer)
    if not 200 <= status < 300 or said.get("ok") is False:
        raise refused(status, answer, retry_after)
    return said


def meaning(status: int, description: str, parameters: Any = None, retry_after: float | None = None) -> SendError:
    """https://core.telegram.org/bots/api#responseparameters"""
    given: dict[str, Any] = parameters if isinstance(parameters, dict) else {}
    if new := whole(given.get("migrate_to_chat_id")):
        return SendError(
            LATER, "migrated", Blame.CONTACT, retry_after=0, new_address=str(new), provider_code=str(status)
        )
    plain = _plain(description)
    asked = pause(given.get("retry_after")) or retry_after
    if found := WAIT_OF_CHAT.search(plain):
        return SendError.of(ErrorRule(LATER, "rate_limited", Blame.CONTACT), str(status), pause(found[1]))
    if status in (420, 429) or (found := WAIT_OF_ACCOUNT.search(plain)):
        said = WAIT_OF_ACCOUNT.search(plain)
        return SendError.of(CODES[429], str(status), asked or (pause(said[1] or said[2]) if said else None))
    known = (fault for text, fault in DESCRIPTIONS if text in plain) if status in DESCRIBED else iter(())
    return SendError.of(next(known, None) or CODES.get(status, SERVER), str(status), asked)


def edited(status: int, answer: bytes, retry_after: float | None = None) -> None:
    """The message is now as we want it, by this request or before. Raises SendError: it is not, and may be asked again.

    `{"ok": true}` alone is a yes: what was edited is known.
    """
    if NOT_MODIFIED.search(_plain(words(json_object(answer).get("description")))):
        return
    if yes(status, answer, retry_after).get("ok") is not True:
        raise SendError.of(UNREADABLE, str(status))


def _plain(description: str) -> str:
    return description[:500].lower().replace("_", " ").replace("’", "'")


def message_id(status: int, answer: bytes, retry_after: float | None = None) -> str:
    """The new message's id. Raises SendError: it was refused, or nothing tells whether it was sent."""
    said = yes(status, answer, retry_after)
    result = said.get("result")
    number = whole(result.get("message_id")) if isinstance(result, dict) else None
    if number is None:
        raise SendError.of(UNREADABLE, str(status))
    return str(number)
