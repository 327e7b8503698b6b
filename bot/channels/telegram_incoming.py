"""Telegram's updates, translated: one update, one `Incoming`, or nothing to say.

An update is kept as it came (`update_id`, and one of `message`, `callback_query`, `my_chat_member`) and translated when
it is handled: https://core.telegram.org/bots/api#update
"""

from __future__ import annotations

import datetime as dt
import json
import math
import re
from hashlib import sha256
from typing import Any, Final

from bot.channels.answers import whole, words
from messages.types import Channel, Incoming, Kind, Media, SharedContact

Json = dict[str, Any]

# Asked from Telegram; an edited message stays as it was first said.
ALLOWED_UPDATES: Final = ("message", "callback_query", "my_chat_member")

# The first field present decides. https://core.telegram.org/bots/api#message
KINDS: Final[tuple[tuple[str, Kind], ...]] = (
    ("text", Kind.TEXT),
    ("photo", Kind.PHOTO),
    ("voice", Kind.VOICE),
    ("audio", Kind.VOICE),
    ("sticker", Kind.STICKER),
    ("contact", Kind.CONTACT),
    ("animation", Kind.DOCUMENT),
    ("document", Kind.DOCUMENT),
    ("video", Kind.DOCUMENT),
    ("video_note", Kind.DOCUMENT),
    ("location", Kind.OTHER),
    ("venue", Kind.OTHER),
    ("poll", Kind.OTHER),
    ("dice", Kind.OTHER),
    ("story", Kind.OTHER),
    ("game", Kind.OTHER),
)
LONGEST_TITLE: Final = 80
WITH_FILE: Final = ("photo", "voice", "audio", "animation", "document", "video", "video_note")
COMMAND_TO_BOT: Final = re.compile(r"(/\w+)@\w+")
# Whose words they are, when not the sender's: https://core.telegram.org/bots/api#message ("forward_date" and the like
# before its version 7.0).
NOT_THEIR_OWN: Final = ("forward_origin", "forward_date", "forward_from", "forward_sender_name", "via_bot")
# https://core.telegram.org/bots/api#chatmember
GONE: Final = ("kicked", "left")


DEEPEST: Final = 40  # objects within objects; Telegram's own stay under fifteen


class Malformed(ValueError):
    """An update that Telegram does not describe: the name of what is wrong, never its value."""


def storable(value: Any, depth: int = 0) -> Any:
    """The same JSON without what no database keeps: NUL, halves of surrogate pairs, numbers that are none, depths
    without an end. One such letter, kept back, would hold back every message behind it."""
    if isinstance(value, str):
        return value.replace("\x00", "").encode("utf-8", "replace").decode()
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, list | dict) and depth >= DEEPEST:
        return None
    if isinstance(value, list):
        return [storable(item, depth + 1) for item in value]
    if isinstance(value, dict):
        return {storable(key): storable(item, depth + 1) for key, item in value.items()}
    return value


def update_id(update: Any) -> int | None:
    """Its number, by which it is confirmed; None when it has none."""
    number = update.get("update_id") if isinstance(update, dict) else None
    return whole(number) if isinstance(number, int) else None


def provider_id(update: Any) -> str:
    """What an update is kept under, once: its number, else a digest of the whole of it."""
    number = update_id(update)
    return str(number) if number is not None else "odd-" + sha256(json.dumps(update).encode()).hexdigest()[:32]


def filed(update: Any) -> tuple[str, Json, str]:
    """How an update is kept, whatever it is: under what, as what, in whose line."""
    kept = storable(update)
    return provider_id(kept), kept if isinstance(kept, dict) else {"malformed": kept}, sender_key(kept)


def sender_key(update: Any) -> str:
    """Who an update comes from: "telegram:42". Order is kept within it. "telegram:0" when nobody can tell."""
    return f"telegram:{_number(_sender(update), 'id') or 0}"


def incoming_from_update(update: Json, now: dt.datetime) -> Incoming | None:
    """One update -> one `Incoming`; None when nobody said anything (an edit, another bot, a group's own notices).

    `address` is the person's own chat, in a group too; the group is then `delivered_to_group`. Someone who blocks the
    bot, or unblocks it, gives Kind.OTHER without text and `opt_out_type` STOP or START, as with a provider that has
    already acted. A bot added to a group gives Kind.OTHER with `group`.

    Raises Malformed, and nothing else. What matters little (a name, a language) is left out when it makes no sense.
    """
    if update_id(update) is None:
        raise Malformed("update_id")
    if "callback_query" in update:
        return _button(update, _object(update, "callback_query"), now)
    if "my_chat_member" in update:
        return _membership(update, _object(update, "my_chat_member"), now)
    if "message" in update:
        return _message(update, _object(update, "message"), now)
    return None


def _message(update: Json, message: Json, now: dt.datetime) -> Incoming | None:
    sender = _object(message, "from", needed=False)
    kind = next((kind for field, kind in KINDS if message.get(field)), None)
    if kind is None or sender.get("is_bot", True):
        return None
    forwarded = any(message.get(field) for field in NOT_THEIR_OWN)
    said = _words(message, "text") or ("" if forwarded else _words(message, "caption"))
    return Incoming(
        **_common(update, _object(message, "chat", needed=False), now),
        kind=kind,
        text=COMMAND_TO_BOT.sub(r"\1", said, count=1) if said.startswith("/") else said,
        reply_to=_text_id(_object(message, "reply_to_message", needed=False)),
        media=_media(message),
        contact=_contact(message),
        message_id=_text_id(message),
        forwarded=forwarded,
    )


def _button(update: Json, pressed: Json, now: dt.datetime) -> Incoming:
    """A button's message may be too old for Telegram to show: then only its chat and its id are left."""
    message = _object(pressed, "message", needed=False)
    if not (query := _words(pressed, "id")):
        raise Malformed("callback_query.id")
    return Incoming(
        **_common(update, _object(message, "chat", needed=False), now),
        kind=Kind.BUTTON,
        button=_words(pressed, "data"),
        callback_id=query,
        message_id=_text_id(message),
    )


def _membership(update: Json, change: Json, now: dt.datetime) -> Incoming | None:
    before, after = (_words(_object(change, key), "status") for key in ("old_chat_member", "new_chat_member"))
    chat = _object(change, "chat")
    common = _common(update, chat, now)
    if chat.get("type") == "private":
        return Incoming(**common, kind=Kind.OTHER, opt_out_type="STOP" if after in GONE else "START")
    arrived = before in GONE and after not in GONE
    return Incoming(**common, kind=Kind.OTHER) if arrived and common["group"] else None


def _common(update: Json, chat: Json, now: dt.datetime) -> Json:
    sender = _sender(update)
    person = _number(sender, "id")
    if not person:
        raise Malformed("from.id")
    group = chat.get("type") in ("group", "supergroup")
    where = _number(chat, "id") if group else None
    if group and not where:
        raise Malformed("chat.id")
    return {
        "channel": Channel.TELEGRAM,
        "address": str(person),
        "provider_id": provider_id(update),
        "received_at": now,
        "group": group,
        "delivered_to_group": str(where) if group else None,
        "display_name": " ".join(filter(None, (words(sender.get("first_name")), words(sender.get("last_name"))))),
        "language_hint": words(sender.get("language_code")),
    }


def _sender(update: Any) -> Json:
    """Empty when it cannot be told."""
    bodies = (update.get(kind) for kind in ALLOWED_UPDATES) if isinstance(update, dict) else ()
    body = next((body for body in bodies if isinstance(body, dict)), {})
    sender = body.get("from")
    return sender if isinstance(sender, dict) else {}


def _object(holder: Json, name: str, *, needed: bool = True) -> Json:
    """An object within another; empty when it is not needed and not there."""
    value = holder.get(name)
    if not isinstance(value, dict) and (needed or value is not None):
        raise Malformed(name)
    return value or {}


def _words(holder: Json, name: str) -> str:
    """Words that matter; empty when they are not there."""
    value = holder.get(name)
    if not isinstance(value, str) and value is not None:
        raise Malformed(name)
    return value or ""


def _number(holder: Json, name: str) -> int | None:
    value = holder.get(name)
    return whole(value) if isinstance(value, int) else None


def _text_id(message: Json) -> str | None:
    number = _number(message, "message_id")
    return str(number) if number else None


def _media(message: Json) -> tuple[Media, ...]:
    field = next((name for name in WITH_FILE if message.get(name)), None)
    if field is None:
        return ()
    found = message[field]
    file = found[-1] if isinstance(found, list) else found  # a photo comes in several sizes, the largest last
    if not isinstance(file, dict) or not words(file.get("file_id")):
        raise Malformed(field)
    mime = "image/jpeg" if field == "photo" else words(file.get("mime_type"))
    return (Media(file["file_id"], mime, _number(file, "file_size"), words(file.get("file_name"))[:LONGEST_TITLE]),)


def _contact(message: Json) -> SharedContact | None:
    shared = _object(message, "contact", needed=False)
    if not shared:
        return None
    phone = _words(shared, "phone_number")
    user_id = _number(shared, "user_id")
    return SharedContact(phone if phone.startswith("+") else f"+{phone}", str(user_id) if user_id else None)
