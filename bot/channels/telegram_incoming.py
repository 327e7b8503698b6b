"""Telegram's updates, translated: one update, one `Incoming`, or nothing to say.

An update is kept as it came (`update_id`, and one of `message`, `callback_query`, `my_chat_member`) and translated when
it is handled: https://core.telegram.org/bots/api#update
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Any, Final

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
WITH_FILE: Final = ("photo", "voice", "audio", "animation", "document", "video", "video_note")
COMMAND_TO_BOT: Final = re.compile(r"(/\w+)@\w+")
# https://core.telegram.org/bots/api#chatmember
GONE: Final = ("kicked", "left")


def storable(value: Any) -> Any:
    """The same JSON without what no database keeps: NUL and halves of surrogate pairs. One such letter, kept back,
    would hold back every message behind it."""
    if isinstance(value, str):
        return value.replace("\x00", "").encode("utf-8", "replace").decode()
    if isinstance(value, list):
        return [storable(item) for item in value]
    if isinstance(value, dict):
        return {storable(key): storable(item) for key, item in value.items()}
    return value


def sender_key(update: Json) -> str:
    """Who an update comes from: "telegram:42". Order is kept within it."""
    sender = _sender(update)
    return f"telegram:{sender.get('id', 0)}"


def incoming_from_update(update: Json, now: dt.datetime) -> Incoming | None:
    """One update -> one `Incoming`; None when nobody said anything (an edit, another bot, a group's own notices).

    `address` is the person's own chat, in a group too; the group is then `delivered_to_group`. Someone who blocks the
    bot, or unblocks it, gives Kind.OTHER without text and `opt_out_type` STOP or START, as with a provider that has
    already acted. A bot added to a group gives Kind.OTHER with `group`.
    """
    if "callback_query" in update:
        return _button(update, update["callback_query"], now)
    if "my_chat_member" in update:
        return _membership(update, update["my_chat_member"], now)
    if "message" in update:
        return _message(update, update["message"], now)
    return None


def _message(update: Json, message: Json, now: dt.datetime) -> Incoming | None:
    kind = next((kind for field, kind in KINDS if message.get(field)), None)
    if kind is None or _sender(update).get("is_bot", True):
        return None
    words = str(message.get("text") or message.get("caption") or "")
    replied = message.get("reply_to_message") or {}
    return Incoming(
        **_common(update, message.get("chat") or {}, now),
        kind=kind,
        text=COMMAND_TO_BOT.sub(r"\1", words, count=1) if words.startswith("/") else words,
        reply_to=_text_id(replied),
        media=_media(message),
        contact=_contact(message),
        message_id=_text_id(message),
    )


def _button(update: Json, pressed: Json, now: dt.datetime) -> Incoming:
    """A button's message may be too old for Telegram to show: then only its chat and its id are left."""
    message = pressed.get("message") or {}
    return Incoming(
        **_common(update, message.get("chat") or {}, now),
        kind=Kind.BUTTON,
        button=str(pressed.get("data") or ""),
        callback_id=str(pressed["id"]),
        message_id=_text_id(message),
    )


def _membership(update: Json, change: Json, now: dt.datetime) -> Incoming | None:
    before, after = (str(change[key]["status"]) for key in ("old_chat_member", "new_chat_member"))
    common = _common(update, change["chat"], now)
    if change["chat"].get("type") == "private":
        return Incoming(**common, kind=Kind.OTHER, opt_out_type="STOP" if after in GONE else "START")
    arrived = before in GONE and after not in GONE
    return Incoming(**common, kind=Kind.OTHER) if arrived and common["group"] else None


def _common(update: Json, chat: Json, now: dt.datetime) -> Json:
    sender = _sender(update)
    group = chat.get("type") in ("group", "supergroup")
    return {
        "channel": Channel.TELEGRAM,
        "address": str(sender["id"]),
        "provider_id": str(update["update_id"]),
        "received_at": now,
        "group": group,
        "delivered_to_group": str(chat["id"]) if group else None,
        "display_name": " ".join(filter(None, (sender.get("first_name"), sender.get("last_name")))),
        "language_hint": str(sender.get("language_code") or ""),
    }


def _sender(update: Json) -> Json:
    for kind in ALLOWED_UPDATES:
        if isinstance(body := update.get(kind), dict):
            sender: Json = body.get("from") or {}
            return sender
    return {}


def _text_id(message: Json) -> str | None:
    return str(message["message_id"]) if message.get("message_id") else None


def _media(message: Json) -> tuple[Media, ...]:
    field = next((name for name in WITH_FILE if message.get(name)), None)
    if field is None:
        return ()
    found = message[field]
    file: Json = found[-1] if isinstance(found, list) else found  # a photo comes in several sizes, the largest last
    mime = "image/jpeg" if field == "photo" else str(file.get("mime_type") or "")
    return (Media(str(file["file_id"]), mime, file.get("file_size")),)


def _contact(message: Json) -> SharedContact | None:
    shared = message.get("contact")
    if not shared:
        return None
    phone = str(shared.get("phone_number") or "")
    user_id = shared.get("user_id")
    return SharedContact(phone if phone.startswith("+") else f"+{phone}", str(user_id) if user_id else None)
