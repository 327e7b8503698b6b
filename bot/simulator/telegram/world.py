"""The people of the simulated Telegram: what they do with their thumbs, and what they see."""

from __future__ import annotations

import re
from typing import Any

from bot.simulator.telegram.state import Chat, TelegramState
from bot.simulator.telegram.things import Group, Json, TelegramAccount, TelegramMessage

LONGEST_TEXT = 4096  # a longer one is cut by the person's own application
_COMMAND = re.compile(r"(?<!\S)/[A-Za-z0-9_]{1,32}(?:@\w+)?")


class TelegramWorld(TelegramState):
    """Accounts that write to the bot and read it. Every act needs the running loop (it feeds the bot's updates)."""

    def press_start(self, user_id: int, payload: str = "") -> TelegramMessage:
        """Open the chat with the bot, by its link (`payload`) or by hand. It also lifts a block."""
        person = self.person(user_id)
        if person.blocked:
            self._membership(person, "kicked", "member")
        person.started, person.blocked = True, False
        return self.write(user_id, f"/start {payload}".rstrip())

    def write(self, user_id: int, text: str, *, reply_to: int | None = None) -> TelegramMessage:
        """A text in the private chat. Over 4,096 characters it becomes several messages; returns the last."""
        person = self.person(user_id)
        person.started = True
        return self._write(person, person, text, reply_to)

    def write_in_group(self, user_id: int, chat_id: int, text: str) -> TelegramMessage:
        """A text in a group where the bot sees everything (privacy mode off)."""
        group = self.group(chat_id, "", user_id)
        return self._write(group, self.person(user_id), text, None)

    def press(self, user_id: int, message_id: int, button: str) -> str:
        """Press the button that shows these words or carries this data. Returns the callback query's id.

        Fails with a LookupError when the message has no such button (any more).
        """
        message = self._message_with_buttons(user_id, message_id)
        found = next((b for b in message.buttons if b.data and button in (b.data, b.text)), None)
        if found is None:
            raise LookupError(f"no button {button!r} under message {message_id}: {message.shown!r}")
        return self._callback(user_id, message, found.data)

    def press_stale(self, user_id: int, message_id: int, data: str) -> str:
        """Press a button that the bot has since removed: phones that were away still show it."""
        return self._callback(user_id, self._message_with_buttons(user_id, message_id), data)

    def send_photo(self, user_id: int, content: bytes, caption: str = "") -> TelegramMessage:
        """A photo in two sizes, as the application compresses it."""
        sizes = [self._size("photo-s", content, 90, 120), self._size("photo-m", content, 960, 1280)]
        return self._attach(user_id, {"photo": sizes}, caption)

    def send_voice(self, user_id: int, content: bytes = b"OggS", seconds: int = 4) -> TelegramMessage:
        voice = {**self._file("voice", content), "duration": seconds, "mime_type": "audio/ogg"}
        return self._attach(user_id, {"voice": voice})

    def send_sticker(self, user_id: int, emoji: str = "") -> TelegramMessage:
        shape = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
        sticker = {**self._file("sticker", b"RIFF"), **shape, **({"emoji": emoji} if emoji else {})}
        return self._attach(user_id, {"sticker": sticker})

    def send_document(self, user_id: int, content: bytes, name: str, mime: str, caption: str = "") -> TelegramMessage:
        document = {**self._file("document", content), "file_name": name, "mime_type": mime}
        return self._attach(user_id, {"document": document}, caption)

    def share_contact(self, user_id: int, phone: str, own: bool = True, name: str = "") -> TelegramMessage:
        """A contact: one's own (it carries the sender's user id) or someone else's from the address book."""
        contact: Json = {"phone_number": phone, "first_name": name or self.person(user_id).first_name}
        if own:
            contact["user_id"] = user_id
        return self._attach(user_id, {"contact": contact})

    def block(self, user_id: int) -> None:
        person = self.person(user_id)
        person.blocked = True
        self._membership(person, "member", "kicked")

    def deactivate(self, user_id: int) -> None:
        """The account was deleted."""
        self.person(user_id).deactivated = True

    def add_bot_to_group(self, user_id: int, chat_id: int, title: str = "") -> Group:
        group = self.group(chat_id, title, user_id)
        group.bot_inside = True
        self._membership(self.person(user_id), "left", "member", group)
        return group

    def upgrade_group(self, chat_id: int, new_chat_id: int) -> Group:
        """The group becomes a supergroup: its old id only says where it went."""
        old = self.group(chat_id)
        new = self.group(new_chat_id, old.title, *old.members)
        sender = self.person(min(old.members, default=1))
        self.hear(old, sender, {"migrate_to_chat_id": new_chat_id})
        old.migrated_to = new_chat_id
        return new

    def received(self, chat_id: int) -> list[TelegramMessage]:
        """What the bot wrote in this chat, oldest first; deleted messages are gone."""
        return [m for m in self.history(chat_id) if m.from_bot and not m.deleted]

    async def expect(self, chat_id: int, *words: str, timeout: float = 10.0) -> TelegramMessage:  # noqa: ASYNC109
        """Wait for the next unread message (or edit) with all these words in its text or buttons."""
        return await self.inbox.expect(str(chat_id), *words, timeout=timeout)

    def _write(self, chat: Chat, sender: TelegramAccount, text: str, reply_to: int | None) -> TelegramMessage:
        pieces = [text[i : i + LONGEST_TEXT] for i in range(0, len(text), LONGEST_TEXT)] or [""]
        return [self.hear(chat, sender, self._words(chat, piece, reply_to)) for piece in pieces][-1]

    def _words(self, chat: Chat, text: str, reply_to: int | None) -> Json:
        content: Json = {"text": text}
        commands = [
            {"type": "bot_command", "offset": _utf16(text[: m.start()]), "length": _utf16(m.group())}
            for m in _COMMAND.finditer(text)
        ]
        if commands:
            content["entities"] = commands
        if reply_to is not None and (answered := self.message(int(chat.as_chat()["id"]), reply_to)):
            content["reply_to_message"] = {k: v for k, v in answered.raw.items() if k != "reply_to_message"}
        return content

    def _attach(self, user_id: int, content: Json, caption: str = "") -> TelegramMessage:
        person = self.person(user_id)
        person.started = True
        return self.hear(person, person, {**content, **({"caption": caption} if caption else {})})

    def _file(self, prefix: str, content: bytes) -> Json:
        file_id = self.store(content, prefix)
        return {"file_id": file_id, "file_unique_id": f"u{file_id}", "file_size": len(content)}

    def _size(self, prefix: str, content: bytes, width: int, height: int) -> Json:
        return {**self._file(prefix, content), "width": width, "height": height}

    def _message_with_buttons(self, user_id: int, message_id: int) -> TelegramMessage:
        for chat_id in (user_id, *(g.chat_id for g in self.groups.values() if user_id in g.members)):
            if message := self.message(chat_id, message_id):
                return message
        raise LookupError(f"person {user_id} sees no message {message_id}")

    def _callback(self, user_id: int, message: TelegramMessage, data: str) -> str:
        query_id = f"{self.bot['id']}{next(self._ids):08d}"
        self.asked[query_id] = (user_id, int(self.clock.now().timestamp()))
        payload: Json = {
            "id": query_id,
            "from": self.person(user_id).as_user(),
            "message": dict(message.raw),
            "chat_instance": str(-message.chat_id),
            "data": data,
        }
        self.updates.put("callback_query", payload, lane=message.chat_id)
        self.inbox.touch()
        return query_id

    def _membership(self, person: TelegramAccount, before: str, after: str, group: Group | None = None) -> None:
        def status(name: str) -> dict[str, Any]:
            return {"status": name, "user": self.bot, **({"until_date": 0} if name == "kicked" else {})}

        chat: Chat = group or person
        payload: Json = {
            "chat": chat.as_chat(),
            "from": person.as_user(),
            "date": int(self.clock.now().timestamp()),
            "old_chat_member": status(before),
            "new_chat_member": status(after),
        }
        self.updates.put("my_chat_member", payload, lane=int(payload["chat"]["id"]))


def _utf16(text: str) -> int:
    """Telegram counts in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2
