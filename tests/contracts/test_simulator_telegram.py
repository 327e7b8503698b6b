"""The simulated Bot API says nothing that Telegram's own description does not say."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from bot.simulator import Providers, simulated_providers
from bot.simulator.telegram.api import BOOLEANS, INTEGERS, METHODS, OBJECTS, Method
from tests.contracts.simulator_specs import TELEGRAM, load, telegram_faults

ROSE = 501
MARKUP = {
    "inline_keyboard": [[{"text": "Oui", "callback_data": "yes"}, {"text": "Voir", "url": "https://example.org"}]]
}


@pytest.fixture(scope="module")
def spec() -> dict[str, Any] | None:
    return load(TELEGRAM)


@pytest.fixture
async def sim() -> AsyncIterator[Providers]:
    async with simulated_providers() as providers:
        providers.telegram.press_start(ROSE)
        yield providers


async def call(sim: Providers, method: str, params: dict[str, Any]) -> dict[str, Any]:
    url = f"{sim.telegram_url}/bot{sim.telegram.token}/{method}"
    async with aiohttp.ClientSession() as http, http.post(url, json=params) as response:
        answer: dict[str, Any] = await response.json()
        return answer


@pytest.mark.parametrize("method", METHODS, ids=lambda method: method.name)
def test_every_method_and_parameter_is_telegrams(spec: dict[str, Any] | None, method: Method) -> None:
    if spec is None:
        return
    fields = {field["name"]: field for field in spec["methods"][method.name].get("fields", [])}
    assert {*method.required, *method.optional} <= fields.keys()
    assert set(method.required) == {name for name, field in fields.items() if field["required"]}
    for name in {*method.required, *method.optional}:
        assert read_as(name) in kinds_of(fields[name]["types"])


def read_as(name: str) -> str:
    if name in INTEGERS:
        return "integer"
    if name in BOOLEANS:
        return "boolean"
    return "object" if name in OBJECTS else "words"


def kinds_of(types: list[str]) -> set[str]:
    """How a form carries these types; a chat id and an uploaded file travel as words."""
    words = {"Integer": "integer", "Boolean": "boolean", "String": "words", "InputFile": "words"}
    return {words.get(kind, "object") for kind in types}


CALLS: dict[str, dict[str, Any]] = {
    "getMe": {},
    "getUpdates": {},
    "setWebhook": {"url": "http://127.0.0.1:9/telegram", "secret_token": "s"},
    "deleteWebhook": {},
    "getWebhookInfo": {},
    "getChat": {"chat_id": ROSE},
    "sendMessage": {"chat_id": ROSE, "text": "Bonjour", "reply_markup": MARKUP},
    "sendPhoto": {"chat_id": ROSE, "photo": "photo-m00000002", "caption": "reçu", "reply_markup": MARKUP},
    "sendDocument": {"chat_id": ROSE, "document": "photo-m00000002", "caption": "reçu", "reply_markup": MARKUP},
    "sendVoice": {"chat_id": ROSE, "voice": "photo-m00000002", "caption": "dit", "reply_markup": MARKUP},
    "editMessageText": {"chat_id": ROSE, "message_id": 3, "text": "Autre", "reply_markup": MARKUP},
    "editMessageReplyMarkup": {"chat_id": ROSE, "message_id": 3, "reply_markup": MARKUP},
    "answerCallbackQuery": {"callback_query_id": "asked"},
    "getFile": {"file_id": "photo-m00000002"},
    "setMyCommands": {"commands": [{"command": "aide", "description": "Menu"}]},
    "deleteMyCommands": {},
    "getMyCommands": {},
    "deleteMessage": {"chat_id": ROSE, "message_id": 3},
    "sendChatAction": {"chat_id": ROSE, "action": "typing"},
    "leaveChat": {"chat_id": -5},
}


async def prepare(sim: Providers) -> None:
    """Message 2 brings two files, message 3 is the bot's; there is a group, a pressed button and a menu."""
    world = sim.telegram
    world.send_photo(ROSE, b"\xff\xd8\xff")
    await call(sim, "sendMessage", {"chat_id": ROSE, "text": "Venez-vous?"})
    world.group(-5, "La table", ROSE)
    world.asked["asked"] = (ROSE, int(world.clock.now().timestamp()))
    world.commands[("default", "")] = [{"command": "aide", "description": "Menu"}]


@pytest.mark.parametrize("method", METHODS, ids=lambda method: method.name)
async def test_every_answer_has_the_type_that_telegram_describes(
    spec: dict[str, Any] | None, sim: Providers, method: Method
) -> None:
    await prepare(sim)
    answer = await call(sim, method.name, CALLS[method.name])
    assert answer["ok"] is True, answer
    if spec is not None:
        assert telegram_faults(spec, answer["result"], spec["methods"][method.name]["returns"]) == []


REQUIRED = [(method.name, name) for method in METHODS for name in method.required]


@pytest.mark.parametrize(("method", "parameter"), REQUIRED)
async def test_a_required_parameter_left_out_is_a_bad_request(sim: Providers, method: str, parameter: str) -> None:
    await prepare(sim)
    given = {name: value for name, value in CALLS[method].items() if name != parameter}
    answer = await call(sim, method, given)
    assert (answer["ok"], answer["error_code"]) == (False, 400)


async def test_every_update_is_one_that_telegram_describes(spec: dict[str, Any] | None, sim: Providers) -> None:
    world = sim.telegram
    asked = (await call(sim, "sendMessage", {"chat_id": ROSE, "text": "?", "reply_markup": MARKUP}))["result"]
    world.write(ROSE, "/aide un mot", reply_to=asked["message_id"])
    world.press(ROSE, asked["message_id"], "yes")
    world.send_photo(ROSE, b"\xff\xd8\xff", "reçu")
    world.send_voice(ROSE)
    world.send_sticker(ROSE, "🙂")
    world.send_document(ROSE, b"%PDF", "recu.pdf", "application/pdf")
    world.share_contact(ROSE, "+18195550123")
    world.add_bot_to_group(ROSE, -5, "La table")
    world.write_in_group(ROSE, -5, "bonjour")
    world.upgrade_group(-5, -1_000_000_000_005)
    world.block(ROSE)
    world.press_start(ROSE)
    updates = (await call(sim, "getUpdates", {}))["result"]
    kinds = {kind for update in updates for kind in update if kind != "update_id"}
    assert kinds == {"message", "callback_query", "my_chat_member"}
    assert len(updates) == 14
    if spec is not None:
        assert telegram_faults(spec, updates, ["Array of Update"]) == []


async def test_every_error_has_the_shape_of_telegrams(spec: dict[str, Any] | None, sim: Providers) -> None:
    sim.telegram.group(-5)
    sim.telegram.upgrade_group(-5, -1_000_000_000_005)
    answer = await call(sim, "sendMessage", {"chat_id": -5, "text": "x"})
    assert answer.keys() == {"ok", "error_code", "description", "parameters"}
    if spec is not None:
        assert telegram_faults(spec, answer["parameters"], ["ResponseParameters"]) == []
