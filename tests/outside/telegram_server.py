"""A Bot API server for tests: just what a bot that polls needs, written from Telegram's own pages."""

from __future__ import annotations

import asyncio
import itertools
import json
from typing import Any

from aiohttp import web

BOT = {"id": 4242, "is_bot": True, "first_name": "Porte-voix", "username": "essai_bot"}
TOKEN = "4242:outside-tests-only"


class BotApi:
    """Every method answers `{"ok": true, "result": ...}`. `sent` holds each chat's messages as Message objects."""

    def __init__(self) -> None:
        self.url = ""
        self.sent: dict[int, list[dict[str, Any]]] = {}
        self.webhook: dict[str, Any] = {}
        self.pictures: dict[int, list[bytes]] = {}
        self.arrived = asyncio.Event()
        self._updates: list[dict[str, Any]] = []
        self._news = asyncio.Event()
        self._ids = itertools.count(1)
        self._files: dict[str, bytes] = {}
        self._runner: web.AppRunner | None = None

    async def start(self) -> BotApi:
        app = web.Application()
        app.router.add_route("*", f"/bot{TOKEN}/{{method}}", self._method)
        app.router.add_get(f"/file/bot{TOKEN}/{{path:.+}}", self._file)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def stop(self) -> None:
        self._news.set()
        if self._runner is not None:
            await self._runner.cleanup()

    # -- the person's side -------------------------------------------------------------------------------------------

    def write(self, user: int, text: str, **content: Any) -> int:
        """A private message; returns its update_id."""
        message = {**self._head(user), "text": text, **content}
        if text.startswith("/"):
            length = len(text.split()[0])
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
        return self.update({"message": message})

    def write_in_group(self, user: int, group: int, text: str) -> int:
        chat = {"id": group, "type": "supergroup", "title": "Concertation"}
        return self.update({"message": {**self._head(user), "chat": chat, "text": text}})

    def photo(self, user: int, content: bytes) -> int:
        file_id = f"photo{next(self._ids)}"
        self._files[file_id] = content
        size = {"file_id": file_id, "file_unique_id": file_id, "width": 90, "height": 90, "file_size": len(content)}
        return self.update({"message": {**self._head(user), "photo": [size]}})

    def voice(self, user: int, content: bytes) -> int:
        file_id = f"voice{next(self._ids)}"
        self._files[file_id] = content
        file = {"file_id": file_id, "file_unique_id": file_id, "duration": 3, "mime_type": "audio/ogg"}
        return self.update({"message": {**self._head(user), "voice": file}})

    def sticker(self, user: int) -> int:
        file = {"file_id": "s", "file_unique_id": "s", "type": "regular", "width": 9, "height": 9, "emoji": "👍"}
        more = {"is_animated": False, "is_video": False}
        return self.update({"message": {**self._head(user), "sticker": file | more}})

    def document(self, user: int, content: bytes, name: str, mime: str, caption: str = "") -> int:
        file_id = f"document{next(self._ids)}"
        self._files[file_id] = content
        file = {"file_id": file_id, "file_unique_id": file_id, "file_name": name, "mime_type": mime}
        words = {"caption": caption} if caption else {}
        return self.update({"message": {**self._head(user), "document": file | {"file_size": len(content)}, **words}})

    def press(self, user: int, message: dict[str, Any], data: str) -> int:
        query = {"id": f"q{next(self._ids)}", "from": _user(user), "message": message, "chat_instance": "1"}
        return self.update({"callback_query": {**query, "data": data}})

    def update(self, content: dict[str, Any], update_id: int | None = None) -> int:
        """Put an update in the queue; with the id of an earlier one, it comes a second time."""
        number = update_id or 1000 + next(self._ids)
        self._updates.append({"update_id": number, **content})
        self._news.set()
        return number

    def _head(self, user: int) -> dict[str, Any]:
        chat = {"id": user, "type": "private", "first_name": f"User{user}"}
        return {"message_id": next(self._ids), "date": 1_800_000_000, "from": _user(user), "chat": chat}

    # -- the bot's side ----------------------------------------------------------------------------------------------

    async def _method(self, request: web.Request) -> web.Response:
        given: dict[str, Any] = dict(request.query)
        if request.content_type == "application/json":
            given |= await request.json()
        else:
            for name, value in (await request.post()).items():
                given[name] = value.file.read() if isinstance(value, web.FileField) else value
        answer = getattr(self, f"_{request.match_info['method']}", None)
        result = await answer(given) if answer else True
        return web.json_response({"ok": True, "result": result})

    async def _getMe(self, _given: dict[str, Any]) -> Any:
        return BOT

    async def _getUpdates(self, given: dict[str, Any]) -> Any:
        offset, timeout = int(given.get("offset", 0)), float(given.get("timeout", 0))
        self._confirm(offset)
        if not self._updates:
            self._news.clear()
            try:
                await asyncio.wait_for(self._news.wait(), timeout)
            except TimeoutError:
                return []
        return list(self._updates)

    def _confirm(self, offset: int) -> None:
        """What was handed out before `offset` is confirmed, in the order it was put, a repeated one too."""
        while self._updates and self._updates[0]["update_id"] < offset:
            self._updates.pop(0)

    @property
    def all_taken(self) -> bool:
        return not self._updates

    async def _sendMessage(self, given: dict[str, Any]) -> Any:
        chat = int(given["chat_id"])
        message = {
            "message_id": next(self._ids),
            "date": 1_800_000_000,
            "from": BOT,
            "chat": {"id": chat, "type": "private" if chat > 0 else "supergroup", "first_name": f"User{chat}"},
            "text": given["text"],
        }
        if markup := given.get("reply_markup"):
            message["reply_markup"] = json.loads(markup) if isinstance(markup, str) else markup
        self.sent.setdefault(chat, []).append(message)
        self.arrived.set()
        return message

    async def _setWebhook(self, given: dict[str, Any]) -> Any:
        self.webhook = given
        return True

    async def _sendPhoto(self, given: dict[str, Any]) -> Any:
        """Kept as a message whose text is the caption, with the picture's bytes beside it."""
        message = await self._sendMessage({**given, "text": given.get("caption", "")})
        self.pictures.setdefault(int(given["chat_id"]), []).append(given["photo"])
        return message

    async def _editMessageText(self, given: dict[str, Any]) -> Any:
        for message in self.sent.get(int(given["chat_id"]), []):
            if message["message_id"] == int(given["message_id"]):
                message["text"] = given["text"]
                self.arrived.set()
                return message
        return True

    async def _getFile(self, given: dict[str, Any]) -> Any:
        file_id = given["file_id"]
        return {"file_id": file_id, "file_unique_id": file_id, "file_path": f"photos/{file_id}.jpg"}

    async def _getWebhookInfo(self, _given: dict[str, Any]) -> Any:
        return {"url": "", "has_custom_certificate": False, "pending_update_count": len(self._updates)}

    async def _file(self, request: web.Request) -> web.Response:
        name = request.match_info["path"].removeprefix("photos/").removesuffix(".jpg")
        return web.Response(body=self._files[name], content_type="image/jpeg")


def _user(user: int) -> dict[str, Any]:
    return {"id": user, "is_bot": False, "first_name": f"User{user}", "language_code": "fr"}
