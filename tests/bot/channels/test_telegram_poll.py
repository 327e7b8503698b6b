"""Polling confirms an update only once it is kept, whatever breaks in between."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web

from bot.channels.telegram import Telegram
from bot.channels.telegram_incoming import storable
from tests.bot.channels.provider import Answer, cuts, provider, raw, says

TOKEN = "12345:abc"
CONFLICT = says({"ok": False, "error_code": 409, "description": "Conflict: terminated by other getUpdates"}, 409)
SLOW = says({"ok": False, "error_code": 429, "description": "Too Many", "parameters": {"retry_after": 1}}, 429)


def update(number: int) -> dict[str, Any]:
    return {"update_id": number, "message": {"message_id": 1, "text": f"n\x00 {number}"}, "novelty": True}


class Server:
    """Gives the updates from `offset` on, two at a time, after the `troubles`, each once."""

    def __init__(self, updates: list[dict[str, Any]], troubles: list[Answer]) -> None:
        self.updates = updates
        self.troubles = troubles
        self.offsets: list[int] = []
        self.webhooks_deleted = 0

    async def __call__(self, request: web.Request) -> web.StreamResponse:
        if request.path.endswith("/deleteWebhook"):
            self.webhooks_deleted += 1
            return web.json_response({"ok": True, "result": True})
        assert request.path == f"/bot{TOKEN}/getUpdates"
        self.offsets.append(int(request.query["offset"]))
        if self.troubles:
            return await self.troubles.pop(0)(request)
        found = [one for one in self.updates if one["update_id"] >= self.offsets[-1]][:2]
        await asyncio.sleep(0 if found else 0.01)
        return web.json_response({"ok": True, "result": found})


class Keeper:
    """Keeps updates; fails the first `failures` times, as a locked database does."""

    def __init__(self, wanted: int, failures: int = 0) -> None:
        self.kept: list[int] = []
        self.texts: list[str] = []
        self.wanted = wanted
        self.failures = failures
        self.done = asyncio.Event()

    async def save(self, updates: list[dict[str, Any]]) -> None:
        if self.failures:
            self.failures -= 1
            raise OSError("the database is locked")
        self.kept += [one["update_id"] for one in updates]
        self.texts += [storable(one)["message"]["text"] for one in updates if one["novelty"]]
        if len(self.kept) >= self.wanted:
            self.done.set()


@contextlib.asynccontextmanager
async def polling(server: Server, keeper: Keeper) -> AsyncIterator[None]:
    async with provider(server) as played:
        channel = Telegram(TOKEN, played.url, timeout=5)
        task = asyncio.create_task(channel.poll(keeper.save, wait=0, pause=0.01))
        try:
            await asyncio.wait_for(keeper.done.wait(), 20)
            await asyncio.sleep(0.05)
            yield
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            await channel.close()


async def test_updates_come_in_order_once_and_as_they_were() -> None:
    server, keeper = Server([update(number) for number in (5, 6, 9)], []), Keeper(3)
    async with polling(server, keeper):
        assert keeper.kept == [5, 6, 9]
        assert keeper.texts == ["n 5", "n 6", "n 9"]
    assert server.offsets[:3] == [0, 7, 10]
    assert server.webhooks_deleted == 1


async def test_what_could_not_be_kept_is_asked_for_again() -> None:
    server, keeper = Server([update(number) for number in (5, 6, 9)], []), Keeper(3, failures=2)
    async with polling(server, keeper):
        assert keeper.kept == [5, 6, 9]
    assert server.offsets[:4] == [0, 0, 0, 7]


@pytest.mark.parametrize("trouble", [CONFLICT, SLOW, raw(b"<html>", 502), raw(b"<html>", 200), cuts])
async def test_polling_outlives_trouble(trouble: Answer) -> None:
    server, keeper = Server([update(5)], [trouble, trouble if trouble is not SLOW else cuts]), Keeper(1)
    async with polling(server, keeper):
        assert keeper.kept == [5]


async def test_a_webhook_set_behind_our_back_is_taken_away_again() -> None:
    server, keeper = Server([update(5)], [CONFLICT]), Keeper(1)
    async with polling(server, keeper):
        assert server.webhooks_deleted == 2


ODD = [
    {"update_id": 6, "message": {"message_id": 1, "from": 5, "text": "x"}},
    {"update_id": 6, "message": []},
    {"update_id": 6, "message": None},
    {"update_id": 6, "callback_query": 5},
    {"update_id": "6x", "message": {"text": "x"}},
    {"update_id": None},
    {"message": {"text": "no number"}},
    {},
    [],
    None,
    "words",
    5,
]


@pytest.mark.parametrize("odd", ODD, ids=lambda value: str(value)[:40])
async def test_an_update_of_another_shape_is_kept_as_it_came_and_those_behind_it_are_heard(odd: Any) -> None:
    given: list[Any] = [update(5), odd, update(7)]
    kept: list[Any] = []
    done = asyncio.Event()

    async def answer(request: web.Request) -> web.StreamResponse:
        if request.path.endswith("/deleteWebhook"):
            return web.json_response({"ok": True, "result": True})
        left = given if int(request.query["offset"]) <= 5 else [update(9)]
        await asyncio.sleep(0.01)
        return web.json_response({"ok": True, "result": left})

    async def save(updates: list[Any]) -> None:
        kept.extend(updates)
        if isinstance(updates[0], dict) and updates[0].get("update_id") == 9:
            done.set()

    async with provider(answer) as played:
        channel = Telegram(TOKEN, played.url, timeout=5)
        task = asyncio.create_task(channel.poll(save, wait=0, pause=0.01))
        await asyncio.wait_for(done.wait(), 20)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await channel.close()
    assert kept[:3] == given


@pytest.mark.parametrize("result", [None, {}, 5, "x", True, [{}], [None]])
async def test_an_answer_where_nothing_can_be_confirmed_is_asked_for_again_more_and_more_slowly(result: Any) -> None:
    strange = says({"ok": True, "result": result})
    server, keeper = Server([update(5)], [strange, strange]), Keeper(1)
    async with polling(server, keeper):
        assert keeper.kept == [5]
