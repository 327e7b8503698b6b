"""What the simulated Telegram keeps: accounts, groups, messages, files, commands."""

from __future__ import annotations

import itertools
from typing import Any

from bot.simulator.clock import MovableClock
from bot.simulator.faults import Faults
from bot.simulator.inbox import PhoneInbox
from bot.simulator.limits import Limits, Rates
from bot.simulator.server import Poster
from bot.simulator.telegram.things import Group, Json, TelegramAccount, TelegramMessage, bad_request, too_many
from bot.simulator.telegram.updates import Updates
from bot.simulator.truth import GroundTruth

Chat = TelegramAccount | Group

TOKEN = "700000001:SIMULATED-TOKEN-THAT-OPENS-NOTHING"  # noqa: S105 - the shape of a token


class TelegramState:
    """The shared ground of the two sides: the Bot API (api.py) and the people (world.py).

    `open_doors`: every positive chat id is someone who pressed Start (benchmarks). `lean`: messages are counted but
    not kept, so that a million of them cost no memory.
    """

    def __init__(
        self,
        *,
        token: str = TOKEN,
        username: str = "PorteVoixBot",
        clock: MovableClock | None = None,
        rates: Rates | None = None,
        faults: Faults | None = None,
        open_doors: bool = False,
        lean: bool = False,
    ) -> None:
        self.token = token
        self.clock = clock or MovableClock()
        self.limits = Limits(rates)
        self.faults = faults or Faults()
        self.truth = GroundTruth(bodies=not lean)
        self.inbox: PhoneInbox[TelegramMessage] = PhoneInbox()
        self.poster = Poster()
        self.updates = Updates(self.poster, self.clock.now, self.faults.repeats)
        self.open_doors = open_doors
        self.lean = lean
        self.bot: Json = {
            "id": int(token.partition(":")[0]),
            "is_bot": True,
            "first_name": "Porte-voix",
            "username": username,
        }
        self.people: dict[int, TelegramAccount] = {}
        self.groups: dict[int, Group] = {}
        self.commands: dict[tuple[str, str], list[Json]] = {}
        self.files: dict[str, bytes] = {}
        self.acknowledged: dict[str, Json] = {}  # callback_query_id -> what answerCallbackQuery said
        self.asked: dict[str, tuple[int, int]] = {}  # callback_query_id -> who, when (epoch), until it is answered
        self.ignored: set[tuple[str, str]] = set()  # (method, parameter) given by the program and unknown to Telegram
        self.actions: list[tuple[int, str]] = []  # sendChatAction
        self._chats: dict[int, dict[int, TelegramMessage]] = {}
        self._ids = itertools.count(1)

    def person(self, user_id: int, first_name: str = "", **details: Any) -> TelegramAccount:
        """The account with this id, made at the first mention."""
        person = self.people.get(user_id)
        if person is None:
            person = self.people[user_id] = TelegramAccount(user_id, first_name or f"Personne {user_id}", **details)
        return person

    def group(self, chat_id: int, title: str = "", *members: int) -> Group:
        """The group with this (negative) id, made at the first mention with the bot inside."""
        group = self.groups.get(chat_id)
        if group is None:
            group = self.groups[chat_id] = Group(chat_id, title or f"Groupe {-chat_id}")
        group.members.update(members)
        return group

    def chat(self, chat_id: int | str) -> Chat:
        """Whom a bot means by `chat_id`; "chat not found" for anyone who never had to do with it."""
        known = self.people.get(chat_id) or self.groups.get(chat_id) if isinstance(chat_id, int) else None
        if known is None and self.open_doors and isinstance(chat_id, int) and chat_id > 0:
            known = self.people[chat_id] = TelegramAccount(chat_id, "Passant", started=True)
        if known is None:
            raise bad_request("chat not found")
        return known

    def open_chat(self, chat_id: int | str) -> Chat:
        """The chat, when the bot may write there now; counts against the rates."""
        chat = self.chat(chat_id)
        refusal = chat.refusal()
        if refusal is not None:
            raise refusal
        wait = self.limits.refusal(chat_id, group=isinstance(chat, Group))
        if wait is not None:
            raise too_many(wait)
        return chat

    def say(self, chat: Chat, content: Json, keyboard: Json | None = None) -> Json:
        """The bot's message reaches the chat. Returns the Bot API's Message."""
        raw = {
            "message_id": next(self._ids),
            "from": self.bot,
            "chat": chat.as_chat(),
            "date": int(self.clock.now().timestamp()),
            **content,
        }
        address = str(raw["chat"]["id"])
        self.truth.note(address, content.get("text") or content.get("caption", ""))
        if not self.lean:
            message = self._keep(raw, from_bot=True)
            message.keyboard = keyboard
            self.inbox.add(address, message)
        return raw

    def hear(self, chat: Chat, sender: TelegramAccount, content: Json) -> TelegramMessage:
        """A person's message: kept in the chat, and an update for the bot."""
        raw = {
            "message_id": next(self._ids),
            "from": sender.as_user(),
            "chat": chat.as_chat(),
            "date": int(self.clock.now().timestamp()),
            **content,
        }
        message = self._keep(raw, from_bot=False)
        self.inbox.touch()
        self.updates.put("message", raw, lane=message.chat_id)
        return message

    def history(self, chat_id: int) -> list[TelegramMessage]:
        """Everything in a chat, both ways, oldest first."""
        return list(self._chats.get(chat_id, {}).values())

    def message(self, chat_id: int, message_id: int) -> TelegramMessage | None:
        """None for a message that never was or that was deleted."""
        message = self._chats.get(chat_id, {}).get(message_id)
        return None if message is None or message.deleted else message

    def store(self, content: bytes, prefix: str) -> str:
        """Keep a file; returns its file_id."""
        file_id = f"{prefix}{len(self.files) + 1:08d}"
        self.files[file_id] = content
        return file_id

    def commands_for(self, user_id: int) -> list[Json]:
        """The menu of commands this person sees: the narrowest scope wins, then their language."""
        language = self.person(user_id).language_code
        scopes = (f"{user_id}:chat", "all_private_chats", "default")
        menus = (self.commands.get((scope, code)) for scope in scopes for code in (language, ""))
        return next((menu for menu in menus if menu), [])

    async def close(self) -> None:
        await self.updates.close()
        await self.poster.close()

    def _keep(self, raw: Json, *, from_bot: bool) -> TelegramMessage:
        message = TelegramMessage(raw, from_bot)
        self._chats.setdefault(message.chat_id, {})[message.message_id] = message
        return message
