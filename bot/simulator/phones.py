"""The devices on the page of phones, and what each shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from bot.simulator.telegram import TelegramMessage, TelegramWorld
from bot.simulator.twilio import MessageResource, SmsWorld

_SIGNATURES = {b"\xff\xd8\xff": "image/jpeg", b"\x89PNG": "image/png", b"GIF8": "image/gif"}


@dataclass(frozen=True, slots=True)
class Phone:
    """One device. `address` is an E.164 number (sms) or a Telegram user id; `number` is what its owner shares as a
    contact on Telegram; `start_payload` is what their link to the bot carries.
    """

    id: str
    kind: Literal["sms", "telegram"]
    name: str
    role: Literal["expert", "member", "coordinator"]
    address: str
    number: str = ""
    start_payload: str = ""


def picture_type(content: bytes) -> str | None:
    """The MIME type by content; None for what is not a picture a phone takes."""
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    return next((mime for signature, mime in _SIGNATURES.items() if content.startswith(signature)), None)


def sms_state(phone: Phone, world: SmsWorld) -> dict[str, Any]:
    shown = [sms for sms in world.history(phone.address) if sms.inbound or sms.status not in {"failed", "undelivered"}]
    return {**_owner(phone), "to": world.numbers[0], "messages": [_sms(sms) for sms in shown]}


def _sms(sms: MessageResource) -> dict[str, Any]:
    return {
        "id": sms.sid,
        "mine": sms.inbound,
        "text": sms.body,
        "at": sms.created.isoformat(timespec="seconds"),
        "segments": sms.segments,
        "photos": [f"/sim/media/sms/{media.sid}" for media in sms.media],
        "automatic": sms.direction == "outbound-reply",
    }


def telegram_state(phone: Phone, world: TelegramWorld) -> dict[str, Any]:
    user_id = int(phone.address)
    shown = [message for message in world.history(user_id) if not message.deleted]
    person = world.person(user_id, phone.name)
    keyboards = [message.keyboard for message in shown if message.keyboard]
    notices = [said for said in world.acknowledged.values() if said["user_id"] == user_id]
    return {
        **_owner(phone),
        "bot": world.bot["first_name"],
        "started": person.started and not person.blocked,
        "messages": [_telegram(message) for message in shown],
        "keyboard": (keyboards[-1] if keyboards else {}).get("keyboard", []),
        "commands": world.commands_for(user_id),
        "notice": {"count": len(notices), "text": notices[-1]["text"]} if notices else None,
    }


def _telegram(message: TelegramMessage) -> dict[str, Any]:
    raw = message.raw
    kind = next((name for name in ("voice", "sticker", "contact", "document") if name in raw), "text")
    return {
        "id": message.message_id,
        "mine": not message.from_bot,
        "text": message.text or raw.get("sticker", {}).get("emoji") or raw.get("contact", {}).get("phone_number", ""),
        "at": raw["date"],
        "kind": kind,
        "file": str(raw.get("document", {}).get("file_name", "")),
        "rows": [[{"text": b.text, "data": b.data, "url": b.url} for b in row] for row in message.rows],
        "photos": [f"/sim/media/telegram/{message.photo}"] if message.photo else [],
        "edited": bool(message.edits),
    }


def _owner(phone: Phone) -> dict[str, Any]:
    return {"id": phone.id, "kind": phone.kind, "name": phone.name, "role": phone.role, "address": phone.address}
