"""The bot's updates: kept until confirmed by getUpdates, or pushed to its webhook until the program answers 2xx."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from bot.simulator.lanes import Lanes
from bot.simulator.local import is_loopback
from bot.simulator.server import Poster, as_json
from bot.simulator.telegram.things import Json, TelegramError, bad_request

_FIRST_RETRY, _LONGEST_RETRY = 0.25, 60.0
# What Telegram leaves out until it is asked for by name.
_ONLY_IF_ASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass(frozen=True, slots=True)
class RegisteredWebhook:
    """Where the updates go. `last_error` is shown by getWebhookInfo."""

    url: str
    secret: str = ""
    max_connections: int = 40
    last_error: tuple[int, str] | None = None


class Updates:
    """One bot's queue. Each update has a lane (its chat), so that a webhook gets a chat's updates in order."""

    def __init__(self, poster: Poster, now: Callable[[], dt.datetime], repeats: Callable[[], bool]) -> None:
        self._poster = poster
        self._now = now
        self._repeats = repeats
        self._lanes = Lanes()
        self._pending: dict[int, tuple[int, Json]] = {}
        self._next_id = 100_000_001
        self._arrived = asyncio.Event()
        self._reader = 0
        self._closed = False
        self._allowed: frozenset[str] | None = None
        self.webhook: RegisteredWebhook | None = None

    def put(self, kind: str, payload: Json, *, lane: int) -> None:
        """A person did something: one more update, unless the bot asked not to get this kind."""
        if not self._wanted(kind):
            return
        update_id, self._next_id = self._next_id, self._next_id + 1
        self._pending[update_id] = (lane, {"update_id": update_id, kind: payload})
        if self.webhook:
            self._lanes.put(lane, partial(self._push, update_id))
        self._arrived.set()

    async def take(self, offset: int, limit: int, timeout: float) -> list[Json]:  # noqa: ASYNC109 - Telegram's name
        """getUpdates: what came before `offset` is confirmed and gone; waits up to `timeout` seconds for the rest."""
        if self.webhook:
            raise TelegramError(
                409,
                "Conflict: can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first",
            )
        self._reader += 1
        self._arrived.set()  # whoever was waiting finds out that another took its place
        me = self._reader
        self._confirm(offset)
        deadline = asyncio.get_running_loop().time() + timeout
        while not (self._pending or self._closed) and (left := deadline - asyncio.get_running_loop().time()) > 0:
            await self._wait(left)
            if me != self._reader:
                raise TelegramError(
                    409,
                    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
                )
        return [update for _, update in list(self._pending.values())[:limit]]

    def allow(self, kinds: list[str]) -> None:
        """An empty list is the default: all kinds but the few that must be asked for."""
        self._allowed = frozenset(kinds) or None

    def set_webhook(self, webhook: RegisteredWebhook | None, *, drop_pending: bool = False) -> None:
        if webhook and not is_loopback(webhook.url):
            raise bad_request("bad webhook: the simulated server posts to this machine only")
        if drop_pending:
            self._pending.clear()
        self.webhook = webhook
        if webhook:
            self._lanes.widen(webhook.max_connections)
            for update_id, (lane, _) in self._pending.items():
                self._lanes.put(lane, partial(self._push, update_id))

    def info(self) -> Json:
        webhook = self.webhook or RegisteredWebhook("")
        answer: Json = {
            "url": webhook.url,
            "has_custom_certificate": False,
            "pending_update_count": len(self._pending),
        }
        if webhook.url:
            answer["max_connections"] = webhook.max_connections
            answer["ip_address"] = "127.0.0.1"
        if webhook.last_error:
            answer["last_error_date"], answer["last_error_message"] = webhook.last_error
        if self._allowed:
            answer["allowed_updates"] = sorted(self._allowed)
        return answer

    @property
    def waiting(self) -> int:
        return len(self._pending)

    async def settled(self) -> None:
        """Wait until the webhook has taken every update."""
        await self._lanes.settled()

    async def close(self) -> None:
        """Whoever still waits gets an empty answer."""
        self._closed = True
        self._arrived.set()
        await self._lanes.close()

    def _wanted(self, kind: str) -> bool:
        return kind in self._allowed if self._allowed else kind not in _ONLY_IF_ASKED

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            kept = list(self._pending)[offset:]
            offset = kept[0] if kept else 0
        while self._pending and (first := next(iter(self._pending))) < offset:
            del self._pending[first]

    async def _wait(self, seconds: float) -> None:
        self._arrived.clear()
        try:
            async with asyncio.timeout(seconds):
                await self._arrived.wait()
        except TimeoutError:
            return

    async def _push(self, update_id: int) -> None:
        """Post one update until it is taken, waiting twice as long after each refusal."""
        pause = _FIRST_RETRY
        while (webhook := self.webhook) and update_id in self._pending:
            status = await self._post(webhook, update_id)
            if status is not None and 200 <= status < 300:
                if self._repeats():
                    await self._post(webhook, update_id)
                self._pending.pop(update_id, None)
                return
            self._note_error(webhook, status)
            await asyncio.sleep(pause)
            pause = min(2 * pause, _LONGEST_RETRY)

    async def _post(self, webhook: RegisteredWebhook, update_id: int) -> int | None:
        headers = {"Content-Type": "application/json"}
        if webhook.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = webhook.secret
        pending = self._pending.get(update_id)
        if pending is None:
            return 200
        status, _ = await self._poster.post(webhook.url, as_json(pending[1]), headers)
        return status

    def _note_error(self, webhook: RegisteredWebhook, status: int | None) -> None:
        reason = f"Wrong response from the webhook: {status}" if status else "Connection failed"
        if self.webhook is webhook:
            self.webhook = replace(webhook, last_error=(int(self._now().timestamp()), reason))
