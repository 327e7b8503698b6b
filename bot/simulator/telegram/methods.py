"""The Bot API's methods that Porte-voix needs, with their errors in Telegram's own words.

Source: https://core.telegram.org/bots/api and the texts of tdlib/telegram-bot-api's Client.cpp.
"""

from __future__ import annotations

import re
from typing import Any

from bot.simulator.telegram.entities import read, utf16
from bot.simulator.telegram.state import TelegramState
from bot.simulator.telegram.things import Group, Json, TelegramError, TelegramMessage, bad_request
from bot.simulator.telegram.updates import RegisteredWebhook

Params = dict[str, Any]

LONGEST_TEXT, LONGEST_CAPTION = 4096, 1024
SHOWN = ("text", "entities", "photo", "caption", "caption_entities")  # of a message, what an edit may change
MOST_DATA = 64  # bytes of callback_data
LONGEST_DOWNLOAD = 20 * 1024 * 1024
QUERY_LIFETIME = 15 * 60  # seconds
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}\Z")
_COMMAND = re.compile(r"[a-z0-9_]{1,32}\Z")


def get_me(world: TelegramState, p: Params) -> Json:
    abilities = {"can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": False}
    return {**world.bot, **abilities}


def set_webhook(world: TelegramState, p: Params) -> bool:
    url = p["url"]
    secret = p.get("secret_token", "")
    if secret and not _SECRET.match(secret):
        raise bad_request("secret token contains unallowed characters")
    if "allowed_updates" in p:
        world.updates.allow(p["allowed_updates"])
    webhook = RegisteredWebhook(url, secret, min(max(p.get("max_connections", 40), 1), 100)) if url else None
    world.updates.set_webhook(webhook, drop_pending=bool(p.get("drop_pending_updates")))
    return True


def delete_webhook(world: TelegramState, p: Params) -> bool:
    world.updates.set_webhook(None, drop_pending=bool(p.get("drop_pending_updates")))
    return True


def get_webhook_info(world: TelegramState, p: Params) -> Json:
    return world.updates.info()


def send_message(world: TelegramState, p: Params) -> Json:
    words = _words(p)
    inline, keyboard = _markup(p.get("reply_markup"))
    return world.say(world.open_chat(p["chat_id"]), {**words, **inline}, keyboard)


def get_chat(world: TelegramState, p: Params) -> Json:
    """ChatFullInfo, with what every chat has."""
    chat = world.chat(p["chat_id"])
    if isinstance(chat, Group) and (refusal := chat.refusal()):
        raise refusal
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    common = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": dict.fromkeys(gifts, False)}
    return {**chat.as_chat(), **common}


def send_photo(world: TelegramState, p: Params) -> Json:
    inline, keyboard = _markup(p.get("reply_markup"))
    caption = _caption(p)
    photo = p["photo"]
    if isinstance(photo, bytes):
        if not photo:
            raise bad_request("file must be non-empty")
        photo = world.store(photo, "photo-m")
    elif photo not in world.files:
        raise bad_request("wrong file identifier/HTTP URL specified")
    size: Json = {"file_id": photo, "file_unique_id": f"u{photo}", "width": 960, "height": 1280}
    size["file_size"] = len(world.files[photo])
    content: Json = {"photo": [size], **caption, **inline}
    return world.say(world.open_chat(p["chat_id"]), content, keyboard)


def send_document(world: TelegramState, p: Params) -> Json:
    return _send_file(world, p, "document", {})


def send_voice(world: TelegramState, p: Params) -> Json:
    return _send_file(world, p, "voice", {"duration": 0})


def _send_file(world: TelegramState, p: Params, field: str, more: Json) -> Json:
    inline, keyboard = _markup(p.get("reply_markup"))
    caption = _caption(p)
    file_id = p[field]
    if isinstance(file_id, bytes):
        if not file_id:
            raise bad_request("file must be non-empty")
        file_id = world.store(file_id, field)
    elif file_id not in world.files:
        raise bad_request("wrong file identifier/HTTP URL specified")
    file: Json = {"file_id": file_id, "file_unique_id": f"u{file_id}", "file_size": len(world.files[file_id]), **more}
    return world.say(world.open_chat(p["chat_id"]), {field: file, **caption, **inline}, keyboard)


def edit_message_text(world: TelegramState, p: Params) -> Json:
    message = _own_message(world, p, "edit")
    words = _words({"text": "", **p})
    inline, _ = _markup(p.get("reply_markup"))
    if "text" not in message.raw:
        raise bad_request("there is no text in the message to edit")
    return _edit(world, message, {**words, **inline})


def edit_message_reply_markup(world: TelegramState, p: Params) -> Json:
    message = _own_message(world, p, "edit")
    inline, _ = _markup(p.get("reply_markup"))
    kept: Json = {key: message.raw[key] for key in SHOWN if key in message.raw}
    return _edit(world, message, {**kept, **inline})


def delete_message(world: TelegramState, p: Params) -> bool:
    world.chat(p["chat_id"])
    message = world.message(p["chat_id"], p["message_id"])
    if message is None:
        raise bad_request("message to delete not found")
    message.deleted = True
    world.inbox.touch()
    return True


def answer_callback_query(world: TelegramState, p: Params) -> bool:
    query_id = p["callback_query_id"]
    who, when = world.asked.pop(query_id, (0, 0))
    if world.clock.now().timestamp() - when > QUERY_LIFETIME:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    if utf16(p.get("text", "")) > 200:
        raise bad_request("MESSAGE_TOO_LONG")
    text, alert = p.get("text", ""), bool(p.get("show_alert"))
    world.acknowledged[query_id] = {"user_id": who, "text": text, "show_alert": alert}
    world.inbox.touch()
    return True


def get_file(world: TelegramState, p: Params) -> Json:
    content = world.files.get(p["file_id"])
    if content is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if len(content) > LONGEST_DOWNLOAD:
        raise bad_request("file is too big")
    file_id = p["file_id"]
    return {"file_id": file_id, "file_unique_id": f"u{file_id}", "file_size": len(content), "file_path": _path(file_id)}


def set_my_commands(world: TelegramState, p: Params) -> bool:
    for command in p["commands"]:
        if not _COMMAND.match(command.get("command", "")) or not 1 <= len(command.get("description", "")) <= 256:
            raise bad_request("BOT_COMMAND_INVALID")
    world.commands[_scope(p)] = p["commands"]
    return True


def delete_my_commands(world: TelegramState, p: Params) -> bool:
    world.commands.pop(_scope(p), None)
    return True


def get_my_commands(world: TelegramState, p: Params) -> list[Json]:
    return world.commands.get(_scope(p), [])


def send_chat_action(world: TelegramState, p: Params) -> bool:
    refusal = world.chat(p["chat_id"]).refusal()
    if refusal:
        raise refusal
    world.actions.append((p["chat_id"], p["action"]))
    return True


def leave_chat(world: TelegramState, p: Params) -> bool:
    chat = world.chat(p["chat_id"])
    if not isinstance(chat, Group):
        raise bad_request("chat member status can't be changed in private chats")
    chat.bot_inside = False
    return True


def _path(file_id: str) -> str:
    folder, _, _ = file_id.partition("0")
    return f"{folder.strip('-')}/{file_id}"


def _scope(p: Params) -> tuple[str, str]:
    scope = p.get("scope") or {"type": "default"}
    return (":".join(str(scope[key]) for key in sorted(scope)), p.get("language_code", ""))


def _words(p: Params) -> Json:
    """Telegram trims, refuses what is empty, and counts UTF-16 units once the marks are read."""
    text, entities = read(str(p["text"]).strip(), p.get("parse_mode", ""))
    if not text.strip():
        raise bad_request("message text is empty")
    if utf16(text) > LONGEST_TEXT:
        raise bad_request("message is too long")
    entities = entities or p.get("entities", [])
    return {"text": text, **({"entities": entities} if entities else {})}


def _caption(p: Params) -> Json:
    caption, entities = read(p.get("caption", ""), p.get("parse_mode", ""))
    if utf16(caption) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    entities = entities or p.get("caption_entities", [])
    more = {"caption_entities": entities} if entities else {}
    return {"caption": caption, **more} if caption else {}


def _markup(markup: Json | None) -> tuple[Json, Json | None]:
    """(what the Message shows, what replaces the person's keyboard)."""
    if not markup:
        return {}, None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" not in markup:
        return {}, markup
    rows = [row for row in markup["inline_keyboard"] if row]
    for row in rows:
        for button in row:
            _check_button(button)
    return ({"reply_markup": {"inline_keyboard": rows}} if rows else {}), None


def _check_button(button: Json) -> None:
    if not str(button.get("text", "")).strip():
        raise bad_request("inline keyboard button text must be non-empty")
    if "callback_data" in button:
        if not 1 <= len(button["callback_data"].encode()) <= MOST_DATA:
            raise bad_request("BUTTON_DATA_INVALID")
    elif not button.get("url"):
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")


def _own_message(world: TelegramState, p: Params, act: str) -> TelegramMessage:
    if "chat_id" not in p or "message_id" not in p:
        raise bad_request("message identifier is not specified")
    refusal = world.chat(p["chat_id"]).refusal()
    if isinstance(refusal, TelegramError):
        raise refusal
    message = world.message(p["chat_id"], p["message_id"])
    if message is None:
        raise bad_request(f"message to {act} not found")
    if not message.from_bot:
        raise bad_request(f"message can't be {act}ed")
    return message


def _edit(world: TelegramState, message: TelegramMessage, content: Json) -> Json:
    shown = {key: message.raw[key] for key in (*SHOWN, "reply_markup") if key in message.raw}
    if shown == content:
        raise bad_request(
            "message is not modified: specified new message content and reply markup are exactly the same "
            "as a current content and reply markup of the message"
        )
    if content.get("text") != message.raw.get("text"):
        message.edits.append(message.text)
    for gone in ("reply_markup", "entities"):
        message.raw.pop(gone, None)
    message.raw.update(content, edit_date=int(world.clock.now().timestamp()))
    world.inbox.add(str(message.chat_id), message)
    return message.raw
