"""What the channels ask of the providers, held against the providers' own references."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.channels.contract import ToSend
from bot.channels.sms import Sms
from bot.channels.telegram import Telegram
from bot.channels.telegram_incoming import ALLOWED_UPDATES, KINDS
from tests.bot.channels.provider import Asked, provider, says
from tests.contracts.specs import telegram_spec, twilio_spec

TOKEN = "12345:abc"
SID = "AC" + "a" * 32
MESSAGE = {"message_id": 7, "date": 1, "chat": {"id": 42, "type": "private"}}
ANSWERS: dict[str, Any] = {
    "sendMessage": MESSAGE,
    "sendPhoto": MESSAGE,
    "sendDocument": MESSAGE,
    "sendVoice": MESSAGE,
    "editMessageText": MESSAGE,
    "getMe": {"id": 1, "is_bot": True, "first_name": "P", "username": "p"},
    "getFile": {"file_id": "f", "file_unique_id": "u", "file_path": "photos/1.jpg"},
    "getWebhookInfo": {"url": "", "has_custom_certificate": False, "pending_update_count": 0},
    "answerCallbackQuery": True,
    "setWebhook": True,
}


async def everything_asked_of_telegram() -> list[Asked]:
    async def answer(request: Any) -> Any:
        return await says({"ok": True, "result": ANSWERS[request.path.rpartition("/")[2]]})(request)

    async with provider(answer) as server:
        bot = Telegram(TOKEN, server.url)
        await bot.send(ToSend(1, "42", "Bonjour", (("Oui", "oui"),)))
        await bot.send(ToSend(1, "42", "Bonjour", (("Oui", "oui"),), image="https://p.example/a.png"))
        await bot.send(ToSend(1, "42", "Bonjour", (("Oui", "oui"),), image="https://p.example/a.pdf"))
        await bot.send(ToSend(1, "42", "Bonjour", (("Oui", "oui"),), image="https://p.example/a.ogg"))
        await bot.send(ToSend(1, "42", "Bonjour", edit_message_id="7"))
        await bot.me()
        await bot.locate("f")
        await bot.webhook()
        await bot.acknowledge("q")
        await bot.listen("https://p.example", "secret")
        await bot.close()
    return server.asked


async def test_each_request_to_telegram_is_a_method_with_its_fields() -> None:
    methods = telegram_spec()["methods"]
    asked = await everything_asked_of_telegram()
    assert {one.path.rpartition("/")[2] for one in asked} == set(ANSWERS)
    for one in asked:
        fields = {field["name"]: field for field in methods[one.path.rpartition("/")[2]].get("fields", [])}
        given = one.form if one.raw else {}
        assert set(given) <= set(fields)
        assert {name for name, field in fields.items() if field["required"]} <= set(given)


async def test_buttons_have_the_fields_of_telegram_s_keyboard() -> None:
    types = telegram_spec()["types"]
    asked = (await everything_asked_of_telegram())[0]
    (((button,),),) = json.loads(asked.form["reply_markup"]).values()
    assert set(button) <= {field["name"] for field in types["InlineKeyboardButton"]["fields"]}


def test_what_is_read_in_an_update_exists_there() -> None:
    types = telegram_spec()["types"]
    update = {field["name"] for field in types["Update"]["fields"]}
    message = {field["name"] for field in types["Message"]["fields"]}
    assert set(ALLOWED_UPDATES) <= update
    assert {name for name, _ in KINDS} <= message


def operations(path: str) -> dict[str, Any]:
    found: dict[str, Any] = twilio_spec()["paths"][path]
    return found


async def test_a_message_asked_of_twilio_is_in_its_reference() -> None:
    create = operations("/2010-04-01/Accounts/{AccountSid}/Messages.json")["post"]
    schema = create["requestBody"]["content"]["application/x-www-form-urlencoded"]["schema"]
    async with provider(says({"sid": "SM1"}, 201)) as server:
        for service in (None, "MG" + "1" * 32):
            channel = Sms(SID, "secret", server.url, sender="+18195550100", service_sid=service)
            await channel.send(
                ToSend(1, "+18195550123", "Oui", status_callback="https://p.example/s", image="https://p.example/a.png")
            )
            await channel.close()
    for asked in server.asked:
        assert asked.path == f"/2010-04-01/Accounts/{SID}/Messages.json"
        assert set(schema["required"]) <= set(asked.form) <= set(schema["properties"])


@pytest.mark.parametrize(
    ("template", "field"),
    [
        ("/2010-04-01/Accounts/{AccountSid}/Messages.json", "To"),
        ("/2010-04-01/Accounts/{AccountSid}/Messages.json", "PageSize"),
    ],
)
def test_the_questions_asked_of_twilio_are_in_its_reference(template: str, field: str) -> None:
    names = {parameter["name"] for parameter in operations(template)["get"]["parameters"]}
    assert field in names


async def test_what_is_read_in_twilio_s_messages_exists_there() -> None:
    message = twilio_spec()["components"]["schemas"]["api.v2010.account.message"]["properties"]
    read = {"sid", "body", "direction", "date_created", "date_sent", "status", "num_segments", "error_code"}
    assert read <= set(message)
