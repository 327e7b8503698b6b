"""Telegram: sends by the Bot API, and brings what people write.

Most of the time goes into sendMessage, which is posted straight on the pool; everything else goes through
python-telegram-bot. https://core.telegram.org/bots/api
"""

from __future__ import annotations

import asyncio
import datetime as dt
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, TypeVar
from urllib.parse import urlencode

import aiohttp
import structlog
import telegram
from telegram import error as errors
from yarl import URL

from bot.channels.contract import Blame, OnWire, Receipt, SendError, Source, ToSend, Verdict
from bot.channels.pool import Body, form, open_session, post
from bot.channels.telegram_errors import meaning, message_id, refused
from bot.channels.telegram_incoming import ALLOWED_UPDATES, incoming_from_update, sender_key, storable
from bot.channels.telegram_request import AiohttpRequest, Cut, NeverLeft

__all__ = ["Telegram", "incoming_from_update", "sender_key"]

log = structlog.get_logger(__name__)

NOT_MODIFIED: Final = "message is not modified"
CAPTION_LIMIT: Final = 1024  # https://core.telegram.org/bots/api#sendphoto
# What the private folder holds beside pictures, by suffix: https://core.telegram.org/bots/api#sendvoice
VOICES: Final = frozenset({".ogg", ".mp3", ".m4a"})
PAPERS: Final = frozenset({".pdf", ".amr"})
PAPER_NAME: Final = "piece"
POLL_SECONDS: Final = 50  # the server's own ceiling
LONGEST_PAUSE: Final = 30.0

T = TypeVar("T")
Save = Callable[[list[dict[str, Any]]], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where Telegram writes ("" when polled), how many updates wait there, and its last complaint."""

    url: str
    waiting: int
    last_error: str
    last_error_at: dt.datetime | None


class Telegram:
    """One bot. Its session opens with its first use; every method raises SendError and nothing else."""

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

    async def send(self, item: ToSend, on_wire: OnWire | None = None) -> Receipt:
        if item.edit_message_id is not None:
            return await self._edit(item, on_wire)
        if item.image is not None:
            return await self._send_photo(item, on_wire)
        answer = await post(self._pool(), self._send_message, Body(message_body(item), on_wire))
        if answer.status != 200:
            raise refused(answer.status, answer.body)
        return Receipt(message_id(answer.body))

    async def _edit(self, item: ToSend, on_wire: OnWire | None) -> Receipt:
        """Change a message in place. Doing it twice changes nothing, so whatever breaks may be done again."""
        if on_wire is not None:
            on_wire()
        try:
            await self._bot.edit_message_text(
                item.body, chat_id=item.address, message_id=int(item.edit_message_id or 0), reply_markup=_keyboard(item)
            )
        except errors.TelegramError as error:
            if NOT_MODIFIED not in error.message.lower():
                raise _translated(error, repeatable=True) from error
        return Receipt(str(item.edit_message_id))

    async def _send_photo(self, item: ToSend, on_wire: OnWire | None) -> Receipt:
        """The words under the picture when they fit there; else first the words, which matter, then the picture."""
        try:
            picture = await _picture(item.image, self._folder)
        except OSError as error:
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

    async def _photo(self, item: ToSend, picture: bytes | str, caption: str | None, on_wire: OnWire | None) -> Receipt:
        if on_wire is not None:
            on_wire()
        keyboard = _keyboard(item) if caption is not None else None
        more: dict[str, Any] = {"caption": caption, "reply_markup": keyboard}
        suffix = Path(item.image).suffix if isinstance(item.image, str) else ""
        try:
            if suffix in VOICES:
                sent = await self._bot.send_voice(item.address, picture, **more)
            elif suffix in PAPERS:
                sent = await self._bot.send_document(item.address, picture, filename=f"{PAPER_NAME}{suffix}", **more)
            else:
                sent = await self._bot.send_photo(item.address, picture, **more)
        except errors.TelegramError as error:
            raise _translated(error) from error
        return Receipt(str(sent.message_id))

    async def acknowledge(self, callback_id: str) -> None:
        """Tell Telegram that a pressed button was seen, so that it stops turning. Too late does not matter."""
        try:
            await self._bot.answer_callback_query(callback_id)
        except errors.TelegramError as error:
            log.debug("a pressed button was not acknowledged", error=type(error).__name__)

    async def me(self) -> tuple[str, str]:
        """The bot's own id and username."""
        user = await self._ask(self._bot.get_me())
        return str(user.id), user.username or ""

    async def locate(self, reference: str) -> Source:
        """Where a file can be fetched for an hour. Raises SendError."""
        file = await self._ask(self._bot.get_file(reference))
        if not (file.file_path or "").startswith(self._files):
            raise SendError(Verdict.FOR_GOOD, "refused", Blame.PROVIDER, provider_code="file elsewhere")
        return Source(str(file.file_path))

    async def webhook(self) -> Webhook:
        state = await self._ask(self._bot.get_webhook_info())
        return Webhook(state.url, state.pending_update_count, state.last_error_message or "", state.last_error_date)

    async def listen(self, public_url: str, secret: str) -> None:
        """Webhook mode: ask Telegram to post each update to `<public_url>/telegram` with this secret."""
        await self._ask(
            self._bot.set_webhook(f"{public_url}/telegram", secret_token=secret, allowed_updates=list(ALLOWED_UPDATES))
        )

    async def poll(self, save: Save, *, wait: int = POLL_SECONDS, pause: float = 1.0) -> None:
        """Polling mode: bring updates until cancelled. One is confirmed only after `save` returned.

        `wait` is how long Telegram holds an empty answer, `pause` the first pause after a failure, in seconds.
        """
        offset, failures, webhook_gone = 0, 0, False
        while True:
            try:
                webhook_gone = webhook_gone or await self._bot.delete_webhook()
                updates = await self._updates(offset, wait)
                if updates:
                    await save(updates)
                    offset = updates[-1]["update_id"] + 1
                failures = 0
            except Exception as error:  # the network, Telegram, or our database: nothing was confirmed, ask again
                webhook_gone = webhook_gone and not isinstance(error, errors.Conflict)
                failures += 1
                log.warning("polling failed, trying again", error=type(error).__name__, failures=failures)
                await asyncio.sleep(_pause(error, failures, pause))

    async def _updates(self, offset: int, wait: int) -> list[dict[str, Any]]:
        """The updates as they came, unlike Bot.get_updates: what this version does not know is kept too."""
        query = {"offset": offset, "timeout": wait, "allowed_updates": json.dumps(ALLOWED_UPDATES)}
        url = f"{self._get_updates}?{urlencode(query)}"
        found: Any = await self._request.post(url, read_timeout=wait + self._timeout)
        return [storable(update) for update in found]

    async def _ask(self, question: Awaitable[T]) -> T:
        try:
            return await question
        except errors.TelegramError as error:
            raise _translated(error, repeatable=True) from error


def message_body(item: ToSend) -> bytes:
    """sendMessage's form: the one python-telegram-bot would post."""
    fields = {"chat_id": item.address, "text": item.body}
    if item.buttons:
        rows = [[{"callback_data": data, "text": label}] for label, data in item.buttons]
        fields["reply_markup"] = json.dumps({"inline_keyboard": rows})
    return form(fields)


def _keyboard(item: ToSend) -> telegram.InlineKeyboardMarkup | None:
    if not item.buttons:
        return None
    return telegram.InlineKeyboardMarkup(
        [[telegram.InlineKeyboardButton(label, callback_data=data)] for label, data in item.buttons]
    )


async def _picture(image: bytes | str | None, folder: Path) -> bytes | str:
    """A link is fetched by Telegram itself; a name is read here, in the folder."""
    if isinstance(image, str) and not image.startswith(("https://", "http://")):
        return await asyncio.to_thread((folder / image).read_bytes)
    return image or b""


def _pause(error: Exception, failures: int, first: float) -> float:
    if isinstance(error, errors.RetryAfter):
        return _seconds(error)
    return float(min(first * 2 ** (failures - 1), LONGEST_PAUSE))


def _seconds(error: errors.RetryAfter) -> float:
    wait = error.retry_after  # the library announces the second type
    return wait.total_seconds() if isinstance(wait, dt.timedelta) else float(wait)


# python-telegram-bot's exceptions, as the HTTP status they stand for.
STATUSES: Final[tuple[tuple[type[errors.TelegramError], int], ...]] = (
    (errors.Forbidden, 403),
    (errors.InvalidToken, 401),
    (errors.BadRequest, 400),
    (errors.Conflict, 409),
    (errors.NetworkError, 500),
)


def _translated(error: errors.TelegramError, *, repeatable: bool = False) -> SendError:
    """An exception of the library as a send error. What can be repeated without harm is never "unknown"."""
    if isinstance(error, errors.RetryAfter):
        return meaning(429, error.message, {"retry_after": _seconds(error)})
    if isinstance(error, errors.ChatMigrated):
        return meaning(400, error.message, {"migrate_to_chat_id": error.new_chat_id})
    if isinstance(error, NeverLeft):
        return SendError(Verdict.LATER, "unreachable", Blame.PROVIDER, provider_code=error.message)
    if isinstance(error, (errors.TimedOut, Cut)):
        reason = "timeout" if isinstance(error, errors.TimedOut) else "cut"
        verdict = Verdict.LATER if repeatable else Verdict.UNKNOWN
        return SendError(verdict, reason, Blame.PROVIDER, provider_code=type(error).__name__)
    status = next((status for kind, status in STATUSES if isinstance(error, kind)), None)
    if status is None:
        return SendError(Verdict.UNKNOWN, "unreadable", Blame.PROVIDER, provider_code=type(error).__name__)
    return meaning(status, error.message, {})
