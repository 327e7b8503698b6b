"""The Bot API over HTTP: `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Self
from urllib.parse import parse_qsl

from aiohttp import web

from bot.simulator.faults import Misfortune
from bot.simulator.server import Answer, LoopbackServer, answer_with_faults, as_json
from bot.simulator.telegram import methods
from bot.simulator.telegram.state import TelegramState
from bot.simulator.telegram.things import TelegramError, bad_request, too_many

Params = dict[str, Any]
ATTACHED = "attach://"
LONGEST_POLL = 50  # seconds, whatever the program asks


@dataclass(frozen=True, slots=True)
class Method:
    """One method: its code, what it must be given, what else it may be given, whether it puts words before people."""

    name: str
    run: Callable[[TelegramState, Params], Any]
    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    sends: bool = False


_SEND_ANYTHING = (
    *("parse_mode", "disable_notification", "protect_content", "reply_markup", "reply_parameters"),
    *("message_thread_id", "allow_paid_broadcast"),
)


_SEND_FILE = ("caption", "caption_entities", *_SEND_ANYTHING)


def _poll_elsewhere(world: TelegramState, p: Params) -> Any:
    raise AssertionError("getUpdates waits, and is answered by TelegramServer itself")


METHODS: tuple[Method, ...] = (
    Method("getMe", methods.get_me),
    Method("getUpdates", _poll_elsewhere, (), ("offset", "limit", "timeout", "allowed_updates")),
    Method(
        "setWebhook",
        methods.set_webhook,
        ("url",),
        ("secret_token", "max_connections", "allowed_updates", "drop_pending_updates"),
    ),
    Method("deleteWebhook", methods.delete_webhook, (), ("drop_pending_updates",)),
    Method("getWebhookInfo", methods.get_webhook_info),
    Method("getChat", methods.get_chat, ("chat_id",)),
    Method(
        "sendMessage",
        methods.send_message,
        ("chat_id", "text"),
        ("link_preview_options", "entities", *_SEND_ANYTHING),
        sends=True,
    ),
    Method("sendPhoto", methods.send_photo, ("chat_id", "photo"), _SEND_FILE, sends=True),
    Method("sendDocument", methods.send_document, ("chat_id", "document"), _SEND_FILE, sends=True),
    Method("sendVoice", methods.send_voice, ("chat_id", "voice"), _SEND_FILE, sends=True),
    Method(
        "editMessageText",
        methods.edit_message_text,
        (),
        ("chat_id", "message_id", "text", "parse_mode", "entities", "link_preview_options", "reply_markup"),
        sends=True,
    ),
    Method(
        "editMessageReplyMarkup",
        methods.edit_message_reply_markup,
        (),
        ("chat_id", "message_id", "reply_markup"),
        sends=True,
    ),
    Method("answerCallbackQuery", methods.answer_callback_query, ("callback_query_id",), ("text", "show_alert")),
    Method("getFile", methods.get_file, ("file_id",)),
    Method("setMyCommands", methods.set_my_commands, ("commands",), ("scope", "language_code")),
    Method("deleteMyCommands", methods.delete_my_commands, (), ("scope", "language_code")),
    Method("getMyCommands", methods.get_my_commands, (), ("scope", "language_code")),
    Method("deleteMessage", methods.delete_message, ("chat_id", "message_id")),
    Method("sendChatAction", methods.send_chat_action, ("chat_id", "action"), ("message_thread_id",)),
    Method("leaveChat", methods.leave_chat, ("chat_id",)),
)
_BY_NAME = {method.name.lower(): method for method in METHODS}

# Telegram's names for what a missing parameter is.
_MISSING = {"text": "message text is empty", "photo": "there is no photo in the request"}
_MISSING |= {kind: f"there is no {kind} in the request" for kind in ("document", "voice")}

INTEGERS = frozenset({"offset", "limit", "timeout", "max_connections", "message_id", "message_thread_id"})
BOOLEANS = frozenset(
    {"drop_pending_updates", "disable_notification", "protect_content", "allow_paid_broadcast", "show_alert"}
)
OBJECTS = frozenset(
    {"entities", "caption_entities"}
    | {"allowed_updates", "commands", "scope", "reply_markup", "reply_parameters", "link_preview_options"}
)


class TelegramServer:
    """Serves one `TelegramWorld` on loopback. `url` is what TELEGRAM_API_BASE_URL names."""

    def __init__(self, world: TelegramState, *, port: int = 0) -> None:
        self.world = world
        self._http = LoopbackServer(self._handle, port=port)
        self._methods = f"/bot{world.token}/"
        self._files = f"/file/bot{world.token}/"

    @property
    def url(self) -> str:
        return self._http.url

    async def start(self) -> Self:
        await self._http.start()
        return self

    async def stop(self) -> None:
        """Close the port; the world stays as it is."""
        await self._http.stop()

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        path = request.path
        if not path.startswith(self._methods):
            return self._other(path)
        method = _BY_NAME.get(path[len(self._methods) :].lower())
        if method is None:
            return _refused(TelegramError(404, "Not Found"))
        return await answer_with_faults(
            request,
            self.world.faults,
            self.world.truth,
            sends=method.sends,
            refuse=_refuse,
            answer=partial(self._answer, method, request),
        )

    def _other(self, path: str) -> web.Response:
        """A file to download, a wrong token, or nothing we know."""
        if path.startswith(self._files):
            content = self.world.files.get(path.rpartition("/")[2])
            if content is not None:
                return web.Response(body=content, content_type="application/octet-stream")
        elif path.startswith(("/bot", "/file/bot")):
            return _refused(TelegramError(401, "Unauthorized"))
        return _refused(TelegramError(404, "Not Found"))

    async def _answer(self, method: Method, request: web.BaseRequest) -> Answer:
        try:
            params = await self._read(method, request)
            if method.name == "getUpdates":
                result = await self._poll(params)
            else:
                result = method.run(self.world, params)
        except TelegramError as error:
            return error.code, as_json(error.as_json())
        return 200, as_json({"ok": True, "result": result})

    async def _poll(self, p: Params) -> Any:
        if "allowed_updates" in p:
            self.world.updates.allow(p["allowed_updates"])
        limit = min(max(p.get("limit", 100), 1), 100)
        return await self.world.updates.take(p.get("offset", 0), limit, min(p.get("timeout", 0), LONGEST_POLL))

    async def _read(self, method: Method, request: web.BaseRequest) -> Params:
        params: Params = {}
        for name, value in _attached(await _given(request)).items():
            if name in method.required or name in method.optional:
                params[name] = _value(name, value)
            else:
                self.world.ignored.add((method.name, name))
        for name in method.required:
            if name not in params:
                raise bad_request(_MISSING.get(name, f"{name} is empty"))
        return params


async def _given(request: web.BaseRequest) -> Params:
    """Parameters from the query, a form, a multipart form or JSON: Telegram takes all four."""
    given: Params = dict(request.query) if request.query_string else {}
    kind = request.content_type
    if kind == "multipart/form-data":
        for name, field in (await request.post()).items():
            given[name] = field.file.read() if isinstance(field, web.FileField) else field
        return given
    body = await request.read()
    if kind == "application/json" and body:
        given.update(_parsed(body, dict))
    elif body:
        given.update(parse_qsl(body.decode(), keep_blank_values=True))
    return given


def _attached(given: Params) -> Params:
    """`photo=attach://file0`, with the file itself in the part named file0. https://core.telegram.org/bots/api#inputfile"""
    names = {
        name: value.removeprefix(ATTACHED)
        for name, value in given.items()
        if isinstance(value, str) and value.startswith(ATTACHED) and value.removeprefix(ATTACHED) in given
    }
    parts = {part: given[part] for part in names.values()}
    kept = {name: value for name, value in given.items() if name not in parts}
    return kept | {name: parts[part] for name, part in names.items()}


def _value(name: str, value: Any) -> Any:
    """The typed value: forms carry only words."""
    if name == "chat_id":
        return _chat_id(value)
    if not isinstance(value, str):
        return value
    if name in INTEGERS:
        if not value.lstrip("-").isdigit():
            raise bad_request(f"invalid {name} specified")
        return int(value)
    if name in BOOLEANS:
        return value.lower() in {"true", "1", "yes"}
    return _parsed(value, (dict, list)) if name in OBJECTS else value


def _chat_id(value: Any) -> int | str:
    text = str(value)
    if not text:
        raise bad_request("chat_id is empty")
    return int(text) if text.lstrip("-").isdigit() else text


def _parsed(text: str | bytes, kind: type | tuple[type, ...]) -> Any:
    try:
        value = json.loads(text)
    except ValueError:
        value = None
    if not isinstance(value, kind):
        raise bad_request("can't parse JSON object")
    return value


def _refuse(fault: Misfortune, retry_after: int) -> Answer:
    error = too_many(retry_after) if fault is Misfortune.TOO_MANY else TelegramError(500, "Internal Server Error")
    return error.code, as_json(error.as_json())


def _refused(error: TelegramError) -> web.Response:
    return web.Response(status=error.code, body=as_json(error.as_json()), content_type="application/json")
