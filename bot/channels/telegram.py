"""Telegram: sends by the Bot API, and brings what people write.

Most of the time goes into sendMessage, which is posted straight on the pool; everything else goes through
python-telegram-bot. https://core.telegram.org/bots/api
"""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import json
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode

import aiohttp
import structlog
import telegram
from telegram import error as errors
from yarl import URL

from bot.channels.answers import whole, words
from bot.channels.contract import Accepted, Blame, FileSource, OnWire, SendError, ToSend, Verdict
from bot.channels.pool import Body, form, nothing_but_send_errors, open_session, post
from bot.channels.telegram_errors import UNREADABLE, edited, message_id
from bot.channels.telegram_incoming import ALLOWED_UPDATES, filed, incoming_from_update, sender_key, update_id
from bot.channels.telegram_request import AiohttpRequest, Answered, ConnectionCut, NeverLeft

__all__ = ["Telegram", "filed", "incoming_from_update", "sender_key"]

log = structlog.get_logger(__name__)

CAPTION_LIMIT: Final = 1024  # https://core.telegram.org/bots/api#sendphoto
# What the private folder holds beside pictures, by suffix: https://core.telegram.org/bots/api#sendvoice
VOICES: Final = frozenset({".ogg", ".mp3", ".m4a"})
PAPERS: Final = frozenset({".pdf", ".amr"})
PAPER_NAME: Final = "piece"
# Telegram fetches a link to show what is behind it: not one that lets its reader in.
CONSOLE: Final = "/bureau/"
NO_PREVIEW: Final = '{"is_disabled": true}'
POLL_SECONDS: Final = 50  # the server's own ceiling
LONGEST_PAUSE: Final = 30.0  # between two failures, unless Telegram asks for more
CONFLICT: Final = "409"  # another polls, or a webhook is set

Save = Callable[[list[Any]], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class WebhookState:
    """Where Telegram writes ("" when polled), how many updates wait there, and its last complaint."""

    url: str
    waiting: int
    last_error: str
    last_error_at: dt.datetime | None


class Telegram:
    """One bot. Its session opens with its first use; every method raises SendError, and nothing else."""

    name = "telegram"

    def __init__(
        self, token: str, base_url: str, *, timeout: float = 15, connections: int = 256, folder: Path | None = None
    ) -> None:
        """`folder` is where the pictures to send lie, when they are given by name."""
        self._folder = folder or Path()
        self._timeout = timeout
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None
        self._send_message = URL(f"{base_url}/bot{token}/sendMessage", encoded=True)
        self._edit_message = URL(f"{base_url}/bot{token}/editMessageText", encoded=True)
        self._files = f"{base_url}/file/bot{token}/"
        self._get_updates = f"{base_url}/bot{token}/getUpdates"
        self._request = AiohttpRequest(self._pool, timeout)
        self._bot = telegram.Bot(
            token,
            base_url=f"{base_url}/bot",
            base_file_url=f"{base_url}/file/bot",
            request=self._request,
            get_updates_request=self._request,
        )

    def _pool(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = open_session(self._connections, self._timeout)
        return self._session

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def send(self, item: ToSend, on_wire: OnWire | None = None) -> Accepted:
        if item.edit_message_id is not None:
            return await self._edit(item, on_wire)
        if item.image is not None:
            return await self._send_photo(item, on_wire)
        body = Body(message_body(item), on_wire)
        with nothing_but_send_errors(lambda: body.left):
            return Accepted(message_id(*await post(self._pool(), self._send_message, body)))

    async def _edit(self, item: ToSend, on_wire: OnWire | None) -> Accepted:
        """Change a message in place. Doing it twice changes nothing, so whatever breaks may be done again."""
        with _asking():
            edited(*await post(self._pool(), self._edit_message, Body(edit_body(item), on_wire)))
        return Accepted(str(item.edit_message_id))

    async def _send_photo(self, item: ToSend, on_wire: OnWire | None) -> Accepted:
        """The words under the picture when they fit there; else first the words, which matter, then the picture."""
        try:
            picture = await _picture(item.image, self._folder)
        except (OSError, ValueError) as error:
            log.warning("the picture cannot be read, the words leave alone", error=type(error).__name__)
            return await self.send(replace(item, image=None), on_wire)
        if len(item.body) <= CAPTION_LIMIT:
            return await self._photo(item, picture, item.body, on_wire)
        receipt = await self.send(replace(item, image=None), on_wire)
        try:
            await self._photo(item, picture, None, None)
        except SendError as refusal:
            log.warning("the words left, not their picture", delivery=item.delivery_id, reason=refusal.reason)
        return receipt

    async def _photo(self, item: ToSend, picture: bytes | str, caption: str | None, on_wire: OnWire | None) -> Accepted:
        if on_wire is not None:
            on_wire()
        keyboard = _keyboard(item) if caption is not None else None
        more: dict[str, Any] = {"caption": caption, "reply_markup": keyboard}
        suffix = Path(item.image).suffix if isinstance(item.image, str) else ""
        with nothing_but_send_errors(lambda: True), _in_our_words():
            if suffix in VOICES:
                sent = await self._bot.send_voice(item.address, picture, **more)
            elif suffix in PAPERS:
                sent = await self._bot.send_document(item.address, picture, filename=f"{PAPER_NAME}{suffix}", **more)
            else:
                sent = await self._bot.send_photo(item.address, picture, **more)
            if (number := whole(sent.message_id)) is None:
                raise SendError.of(UNREADABLE, "200")
            return Accepted(str(number))

    async def acknowledge(self, callback_id: str) -> None:
        """Tell Telegram that a pressed button was seen, so that it stops turning. Too late does not matter."""
        try:
            with _asking():
                await self._bot.answer_callback_query(callback_id)
        except SendError as error:
            log.debug("a pressed button was not acknowledged", reason=error.reason)

    async def erase(self, chat: str, number: str) -> None:
        """Delete one message of a chat, which Telegram allows for two days. Raises SendError."""
        with _asking():
            await self._bot.delete_message(chat, int(number))

    async def me(self) -> tuple[str, str]:
        """The bot's own id and username."""
        with _asking():
            user = await self._bot.get_me()
            return str(whole(user.id) or ""), words(user.username)

    async def show_commands(self, commands: Sequence[tuple[str, str]], *, chat: str = "", language: str = "") -> None:
        """The menu behind "/" of one chat, or of all; an empty one gives the wider one back. Raises SendError."""
        scope = telegram.BotCommandScopeChat(chat) if chat else telegram.BotCommandScopeAllPrivateChats()
        with _asking():
            if commands:
                await self._bot.set_my_commands(commands, scope, language_code=language or None)
            else:
                await self._bot.delete_my_commands(scope, language_code=language or None)

    async def locate(self, reference: str) -> FileSource:
        """Where a file can be fetched for an hour. Raises SendError."""
        with _asking():
            path = words((await self._bot.get_file(reference)).file_path)
        if not path.startswith(self._files):
            raise SendError(Verdict.FOR_GOOD, "refused", Blame.PROVIDER, provider_code="file elsewhere")
        return FileSource(path)

    async def webhook(self) -> WebhookState:
        with _asking():
            state = await self._bot.get_webhook_info()
            waiting, complaint = int(state.pending_update_count), words(state.last_error_message)
            return WebhookState(words(state.url), waiting, complaint, state.last_error_date)

    async def listen(self, public_url: str, secret: str) -> None:
        """Webhook mode: ask Telegram to post each update to `<public_url>/telegram` with this secret."""
        kinds = list(ALLOWED_UPDATES)
        with _asking():
            await self._bot.set_webhook(f"{public_url}/telegram", secret_token=secret, allowed_updates=kinds)

    async def poll(self, save: Save, *, wait: int = POLL_SECONDS, pause: float = 1.0) -> None:
        """Polling mode: bring updates until cancelled. They are confirmed only after `save` returned.

        `wait` is how long Telegram holds an empty answer, `pause` the first pause after a failure, in seconds.
        """
        offset, failures, webhook_gone = 0, 0, False
        while True:
            try:
                with _asking():
                    webhook_gone = webhook_gone or await self._bot.delete_webhook()
                    updates = await self._updates(offset, wait)
                if updates:
                    await save(updates)
                    offset = _after(updates, offset)
                failures = 0
            except Exception as error:  # the network, Telegram, or our database: nothing was confirmed, ask again
                refusal = error if isinstance(error, SendError) else None
                webhook_gone = webhook_gone and (refusal is None or refusal.provider_code != CONFLICT)
                failures += 1
                why = refusal.reason if refusal else type(error).__name__
                log.warning("polling failed, trying again", error=why, failures=failures)
                await asyncio.sleep(_pause(refusal, failures, pause))

    async def _updates(self, offset: int, wait: int) -> list[Any]:
        """The updates as they came, unlike Bot.get_updates: what this version does not know is kept too."""
        query = {"offset": offset, "timeout": wait, "allowed_updates": json.dumps(ALLOWED_UPDATES)}
        url = f"{self._get_updates}?{urlencode(query)}"
        found: Any = await self._request.post(url, read_timeout=wait + self._timeout)
        if not isinstance(found, list) or (found and _after(found, offset) == offset):
            # Nothing there could be confirmed: it would come back at once, for ever.
            raise SendError.of(UNREADABLE, "200")
        return found


def _after(updates: list[Any], offset: int) -> int:
    """What to ask for next, past every update of which the number can be read."""
    return max([offset, *(number + 1 for number in map(update_id, updates) if number is not None)])


def message_body(item: ToSend) -> bytes:
    """sendMessage's form: the one python-telegram-bot would post."""
    return form({"chat_id": item.address, "text": item.body, **_preview(item), **_markup(item)})


def edit_body(item: ToSend) -> bytes:
    """editMessageText's form, the same way."""
    message = {"chat_id": item.address, "message_id": str(item.edit_message_id)}
    return form({"text": item.body, **message, **_preview(item), **_markup(item)})


def _preview(item: ToSend) -> dict[str, str]:
    return {"link_preview_options": NO_PREVIEW} if CONSOLE in item.body else {}


def _markup(item: ToSend) -> dict[str, str]:
    if not item.buttons:
        return {}
    rows = [[{_data_or_address(data): data, "text": label}] for label, data in item.buttons]
    return {"reply_markup": json.dumps({"inline_keyboard": rows})}


def _keyboard(item: ToSend) -> telegram.InlineKeyboardMarkup | None:
    if not item.buttons:
        return None
    return telegram.InlineKeyboardMarkup([[_button(label, data)] for label, data in item.buttons])


def _button(label: str, data: str) -> telegram.InlineKeyboardButton:
    if _data_or_address(data) == "url":
        return telegram.InlineKeyboardButton(label, url=data)
    return telegram.InlineKeyboardButton(label, callback_data=data)


def _data_or_address(data: str) -> str:
    """The field of a button: one whose data is an address opens it."""
    return "url" if data.startswith("https://") else "callback_data"


async def _picture(image: bytes | str | None, folder: Path) -> bytes | str:
    """A link is fetched by Telegram itself; a name is read here, in the folder."""
    if isinstance(image, str) and not image.startswith(("https://", "http://")):
        return await asyncio.to_thread((folder / image).read_bytes)
    return image or b""


def _pause(refusal: SendError | None, failures: int, first: float) -> float:
    if refusal is not None and refusal.verdict is Verdict.SLOW_DOWN:
        return refusal.retry_after or first
    return float(min(first * 2 ** min(failures - 1, 20), LONGEST_PAUSE))


@contextlib.contextmanager
def _asking() -> Iterator[None]:
    """What can be asked again without harm: whatever goes wrong is a SendError, and none is "unknown"."""
    try:
        with nothing_but_send_errors(lambda: False), _in_our_words():
            yield
    except SendError as error:
        if error.verdict is not Verdict.UNKNOWN:
            raise
        raise SendError(Verdict.LATER, error.reason, error.blame, provider_code=error.provider_code) from error


@contextlib.contextmanager
def _in_our_words() -> Iterator[None]:
    """The library's exceptions as send errors."""
    try:
        yield
    except Answered as error:
        raise error.meaning from None
    except NeverLeft as error:
        raise SendError(Verdict.LATER, "unreachable", Blame.PROVIDER, provider_code=error.message) from None
    except errors.TimedOut as error:
        raise SendError(Verdict.UNKNOWN, "timeout", Blame.PROVIDER, provider_code="TimedOut") from error
    except ConnectionCut as error:
        raise SendError(Verdict.UNKNOWN, "cut", Blame.PROVIDER, provider_code=error.message) from None
