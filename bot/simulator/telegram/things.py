"""People, chats, messages and errors of the simulated Telegram, with the JSON the Bot API gives for each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]


class TelegramError(Exception):
    """The server refused: `code` is the HTTP status and error_code, `parameters` retry_after or migrate_to_chat_id."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def as_json(self) -> Json:
        answer: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            answer["parameters"] = self.parameters
        return answer


def bad_request(reason: str, **parameters: int) -> TelegramError:
    return TelegramError(400, f"Bad Request: {reason}", **parameters)


def too_many(retry_after: int) -> TelegramError:
    return TelegramError(429, f"Too Many Requests: retry after {retry_after}", retry_after=retry_after)


@dataclass(slots=True)
class TelegramAccount:
    """An account. A bot may write to it only between a Start and a block."""

    user_id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = "fr"
    started: bool = False
    blocked: bool = False
    deactivated: bool = False

    def refusal(self) -> TelegramError | None:
        """Why the bot cannot write to this person, in Telegram's words."""
        if self.deactivated:
            return TelegramError(403, "Forbidden: user is deactivated")
        if self.blocked:
            return TelegramError(403, "Forbidden: bot was blocked by the user")
        if not self.started:
            return TelegramError(403, "Forbidden: bot can't initiate conversation with a user")
        return None

    def _names(self) -> Json:
        names = {"first_name": self.first_name, "last_name": self.last_name, "username": self.username}
        return {key: value for key, value in names.items() if value}

    def as_user(self) -> Json:
        return {"id": self.user_id, "is_bot": False, **self._names(), "language_code": self.language_code}

    def as_chat(self) -> Json:
        return {"id": self.user_id, **self._names(), "type": "private"}


@dataclass(slots=True)
class Group:
    """A group with the bot in it; once upgraded to a supergroup it answers only with its new id."""

    chat_id: int
    title: str
    members: set[int] = field(default_factory=set)
    bot_inside: bool = True
    migrated_to: int | None = None

    @property
    def kind(self) -> str:
        return "supergroup" if self.chat_id < -1_000_000_000_000 else "group"

    def refusal(self) -> TelegramError | None:
        if self.migrated_to is not None:
            reason = "group chat was upgraded to a supergroup chat"
            return bad_request(reason, migrate_to_chat_id=self.migrated_to)
        if not self.bot_inside:
            return TelegramError(403, f"Forbidden: bot was kicked from the {self.kind} chat")
        return None

    def as_chat(self) -> Json:
        return {"id": self.chat_id, "title": self.title, "type": self.kind}


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message. `data` is empty for one that opens a link or that sends its own words."""

    text: str
    data: str = ""
    url: str = ""


@dataclass(slots=True)
class TelegramMessage:
    """A message as the chat shows it. `raw` is the Bot API's Message; `edits` holds its earlier texts, oldest first.

    `keyboard` is what replaced the typing keyboard (rows of words; "contact" buttons share the phone number).
    """

    raw: Json
    from_bot: bool
    edits: list[str] = field(default_factory=list)
    deleted: bool = False
    keyboard: Json | None = None

    @property
    def message_id(self) -> int:
        return int(self.raw["message_id"])

    @property
    def chat_id(self) -> int:
        return int(self.raw["chat"]["id"])

    @property
    def text(self) -> str:
        return str(self.raw.get("text") or self.raw.get("caption") or "")

    @property
    def rows(self) -> list[list[Button]]:
        """The buttons under the message, row by row."""
        rows = self.raw.get("reply_markup", {}).get("inline_keyboard", [])
        return [[Button(b["text"], b.get("callback_data", ""), b.get("url", "")) for b in row] for row in rows]

    @property
    def buttons(self) -> list[Button]:
        return [button for row in self.rows for button in row]

    @property
    def photo(self) -> str | None:
        """The file_id of the largest size, None when there is no photo."""
        sizes = self.raw.get("photo")
        return str(sizes[-1]["file_id"]) if sizes else None

    @property
    def shown(self) -> str:
        """The words on the screen: the text, then the buttons."""
        return "\n".join([self.text, *(f"[{button.text}]" for button in self.buttons)])

    def as_json(self) -> Json:
        """For the control API."""
        return {
            "message_id": self.message_id,
            "from_bot": self.from_bot,
            "date": self.raw["date"],
            "text": self.text,
            "buttons": [[{"text": b.text, "data": b.data, "url": b.url} for b in row] for row in self.rows],
            "photo": self.photo,
            "edits": self.edits,
            "deleted": self.deleted,
        }
