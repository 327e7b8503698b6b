"""What the channels post straight to the network is, byte for byte, what the providers' libraries would post."""

from __future__ import annotations

import json
from typing import Any

import pytest
import telegram
from hypothesis import HealthCheck, given
from hypothesis import settings as with_settings
from hypothesis import strategies as st
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter
from twilio.rest import Client

from bot.channels.contract import ToSend
from bot.channels.sms import Sms, TwilioClient, TwilioHttp
from bot.channels.sms import message_body as sms_body
from bot.channels.telegram import Telegram
from bot.channels.telegram import message_body as telegram_body
from tests.bot.channels.provider import Asked, provider, says

TOKEN = "12345:abc"
SID = "AC" + "a" * 32
BODIES = ["Oui", "é è à ç œ « » ’ — 😀", "a&b=c+d%20 e\nf\ttab", '~*-._!\'() "quotes" \\', "x" * 4000, " "]
BUTTONS: list[tuple[tuple[str, str], ...]] = [
    (),
    (("Oui", "oui"),),
    (("Peut-être ÉÈ 😀", 'a"b'), ("Non & non", "n=1")),
]
SENT = says({"ok": True, "result": {"message_id": 7, "date": 1, "chat": {"id": 42, "type": "private"}}})


async def by_library(item: ToSend, **through: Any) -> Asked:
    """sendMessage, through python-telegram-bot as it comes, or with our transport."""
    rows = [[telegram.InlineKeyboardButton(label, callback_data=data)] for label, data in item.buttons]
    async with provider(SENT) as server:
        library = telegram.Bot(TOKEN, base_url=f"{server.url}/bot", **through)
        await library.send_message(
            item.address, item.body, reply_markup=telegram.InlineKeyboardMarkup(rows) if rows else None
        )
    return server.asked[0]


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("buttons", BUTTONS)
async def test_send_message_is_posted_as_python_telegram_bot_posts_it(
    body: str, buttons: tuple[tuple[str, str], ...]
) -> None:
    item = ToSend(1, "42", body, buttons)
    async with provider(SENT) as server:
        ours = Telegram(TOKEN, server.url)
        await ours.send(item)
        await ours.close()
    theirs = await by_library(item)
    (asked,) = server.asked
    assert (asked.method, asked.path, asked.form) == (theirs.method, theirs.path, theirs.form)
    assert asked.headers["Content-Type"] == theirs.headers["Content-Type"]


@given(body=st.text(st.characters(exclude_categories=("Cs",)), min_size=1), label=st.text(max_size=30))
def test_any_words_and_any_button_give_the_library_s_own_form(body: str, label: str) -> None:
    label = label.encode("utf-8", "replace").decode()
    keyboard = telegram.InlineKeyboardMarkup([[telegram.InlineKeyboardButton(label, callback_data="d")]])
    fields = {"chat_id": "42", "text": body, "reply_markup": keyboard}
    theirs = RequestData([RequestParameter.from_input(name, value) for name, value in fields.items()])
    assert telegram_body(ToSend(1, "42", body, ((label, "d"),))) == theirs.url_encoded_parameters().encode()


@pytest.mark.parametrize("body", BODIES)
async def test_our_transport_posts_what_the_library_s_own_posts(body: str) -> None:
    item = ToSend(1, "42", body, BUTTONS[2])
    async with provider(SENT) as server:
        ours = Telegram(TOKEN, server.url)
        await ours._bot.send_message(
            "42",
            body,
            reply_markup=telegram.InlineKeyboardMarkup(
                [[telegram.InlineKeyboardButton(label, callback_data=data)] for label, data in item.buttons]
            ),
        )
        await ours.close()
    theirs = await by_library(item)
    assert server.asked[0].form == theirs.form
    assert server.asked[0].headers["User-Agent"] == theirs.headers["User-Agent"]


SENDERS = [{"From": "+18195550100"}, {"MessagingServiceSid": "MG" + "1" * 32}]


async def by_twilio(item: ToSend, sender: dict[str, str]) -> Asked:
    """A message, through twilio's whole object layer."""
    arguments: dict[str, Any] = {"to": item.address, "body": item.body}
    arguments["from_" if "From" in sender else "messaging_service_sid"] = next(iter(sender.values()))
    if item.status_callback:
        arguments["status_callback"] = item.status_callback
    if item.image:
        arguments["media_url"] = [item.image]
    async with provider(says({"sid": "SM1"}, 201)) as server:
        http = TwilioHttp(10, 4)
        client: Client = TwilioClient(server.url, SID, "secret", http)
        await client.messages.create_async(**arguments)
        await http.close()
    return server.asked[0]


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("sender", SENDERS)
@pytest.mark.parametrize("callback", [None, "https://p.example/sms/status?delivery=7"])
@pytest.mark.parametrize("image", [None, "https://p.example/carte.png"])
async def test_a_message_is_posted_as_twilio_s_library_posts_it(
    body: str, sender: dict[str, str], callback: str | None, image: str | None
) -> None:
    item = ToSend(7, "+18195550123", body, status_callback=callback, image=image)
    service = sender.get("MessagingServiceSid")
    async with provider(says({"sid": "SM1"}, 201)) as server:
        ours = Sms(SID, "secret", server.url, sender="+18195550100", service_sid=service)
        await ours.send(item)
        await ours.close()
    theirs = await by_twilio(item, sender)
    (asked,) = server.asked
    assert (asked.method, asked.path, asked.raw) == (theirs.method, theirs.path, theirs.raw)
    for header in ("Authorization", "Accept", "Content-Type"):
        assert asked.headers[header] == theirs.headers[header]


@with_settings(suppress_health_check=[HealthCheck.too_slow])
@given(body=st.text(st.characters(exclude_categories=("Cs",)), min_size=1))
def test_any_words_give_a_form_that_reads_back_the_same(body: str) -> None:
    asked = Asked("POST", "", {}, {}, sms_body(ToSend(1, "+18195550123", body), SENDERS[0]))
    assert asked.form == {"To": "+18195550123", "From": "+18195550100", "Body": body}


def test_buttons_are_written_as_json() -> None:
    form = Asked("POST", "", {}, {}, telegram_body(ToSend(1, "42", "x", (("é", "d"),)))).form
    assert json.loads(form["reply_markup"]) == {"inline_keyboard": [[{"text": "é", "callback_data": "d"}]]}
