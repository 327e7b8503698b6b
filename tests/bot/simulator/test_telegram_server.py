"""The Bot API as a program sees it over HTTP."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from bot.simulator import TELEGRAM_RATES, Providers, TelegramWorld, simulated_providers

ROSE = 501
Call = Callable[..., Awaitable[tuple[int, dict[str, Any]]]]


def caller(sim: Providers, http: aiohttp.ClientSession) -> Call:
    async def call(method: str, **params: Any) -> tuple[int, dict[str, Any]]:
        async with http.post(f"{sim.telegram_url}/bot{sim.telegram.token}/{method}", json=params) as response:
            return response.status, await response.json()

    return call


@pytest.fixture
def call(sim: Providers, http: aiohttp.ClientSession) -> Call:
    return caller(sim, http)


async def test_a_wrong_token_is_unauthorized_and_an_unknown_method_is_not_found(
    sim: Providers, http: aiohttp.ClientSession, call: Call
) -> None:
    async with http.get(f"{sim.telegram_url}/bot1:wrong/getMe") as response:
        assert response.status == 401
        assert await response.json() == {"ok": False, "error_code": 401, "description": "Unauthorized"}
    assert (await call("getMeNot"))[0] == 404


async def test_parameters_are_read_from_json_forms_and_the_query(sim: Providers, http: aiohttp.ClientSession) -> None:
    sim.telegram.press_start(ROSE)
    url = f"{sim.telegram_url}/bot{sim.telegram.token}/sendMessage"
    markup = {"inline_keyboard": [[{"text": "Oui", "callback_data": "yes"}]]}
    async with http.post(url, json={"chat_id": ROSE, "text": "un", "reply_markup": markup}) as response:
        assert response.status == 200
    async with http.post(
        url, data={"chat_id": str(ROSE), "text": "deux", "reply_markup": json.dumps(markup)}
    ) as response:
        assert response.status == 200
    async with http.get(url, params={"chat_id": str(ROSE), "text": "trois"}) as response:
        assert response.status == 200
    received = sim.telegram.received(ROSE)
    assert [m.text for m in received] == ["un", "deux", "trois"]
    assert [[b.data for b in m.buttons] for m in received] == [["yes"], ["yes"], []]


REFUSALS = [
    ({"chat_id": ROSE}, 400, "Bad Request: message text is empty"),
    ({"chat_id": ROSE, "text": "  \n"}, 400, "Bad Request: message text is empty"),
    ({"chat_id": ROSE, "text": "é" * 4097}, 400, "Bad Request: message is too long"),
    ({"chat_id": ROSE, "text": "🙂" * 2049}, 400, "Bad Request: message is too long"),
    ({"text": "x"}, 400, "Bad Request: chat_id is empty"),
    ({"chat_id": 999, "text": "x"}, 400, "Bad Request: chat not found"),
    ({"chat_id": "@personne", "text": "x"}, 400, "Bad Request: chat not found"),
    ({"chat_id": 502, "text": "x"}, 403, "Forbidden: bot can't initiate conversation with a user"),
    ({"chat_id": 503, "text": "x"}, 403, "Forbidden: bot was blocked by the user"),
    ({"chat_id": 504, "text": "x"}, 403, "Forbidden: user is deactivated"),
    ({"chat_id": ROSE, "text": "x", "reply_markup": "{"}, 400, "Bad Request: can't parse JSON object"),
]


@pytest.mark.parametrize(("params", "status", "description"), REFUSALS)
async def test_what_telegram_refuses_is_refused_in_its_words(
    sim: Providers, call: Call, params: dict[str, Any], status: int, description: str
) -> None:
    world = sim.telegram
    world.press_start(ROSE)
    world.person(502)
    world.press_start(503)
    world.block(503)
    world.press_start(504)
    world.deactivate(504)
    code, answer = await call("sendMessage", **params)
    assert (code, answer["description"]) == (status, description)
    assert answer["error_code"] == status
    assert world.truth.total == 0


@pytest.mark.parametrize(("data", "status"), [("d" * 64, 200), ("d" * 65, 400), ("é" * 33, 400), ("", 400)])
async def test_callback_data_holds_64_bytes(sim: Providers, call: Call, data: str, status: int) -> None:
    sim.telegram.press_start(ROSE)
    markup = {"inline_keyboard": [[{"text": "Oui", "callback_data": data}]]}
    code, answer = await call("sendMessage", chat_id=ROSE, text="?", reply_markup=markup)
    assert code == status
    assert status == 200 or answer["description"] == "Bad Request: BUTTON_DATA_INVALID"


async def test_an_upgraded_group_tells_its_new_id(sim: Providers, call: Call) -> None:
    sim.telegram.add_bot_to_group(ROSE, -77, "La table")
    sim.telegram.upgrade_group(-77, -1_000_000_000_077)
    code, answer = await call("sendMessage", chat_id=-77, text="x")
    assert code == 400
    assert answer["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert answer["parameters"] == {"migrate_to_chat_id": -1_000_000_000_077}
    assert (await call("sendMessage", chat_id=-1_000_000_000_077, text="x"))[0] == 200


async def test_leaving_a_group_forbids_writing_there(sim: Providers, call: Call) -> None:
    sim.telegram.add_bot_to_group(ROSE, -77)
    assert (await call("leaveChat", chat_id=-77))[0] == 200
    code, answer = await call("sendMessage", chat_id=-77, text="x")
    assert (code, answer["description"]) == (403, "Forbidden: bot was kicked from the group chat")


async def test_an_update_stays_until_a_later_offset_confirms_it(sim: Providers, call: Call) -> None:
    for word in ("un", "deux", "trois"):
        sim.telegram.write(ROSE, word)
    first = (await call("getUpdates", limit=2))[1]["result"]
    assert [u["message"]["text"] for u in first] == ["un", "deux"]
    again = (await call("getUpdates"))[1]["result"]
    assert len(again) == 3
    rest = (await call("getUpdates", offset=first[-1]["update_id"] + 1))[1]["result"]
    assert [u["message"]["text"] for u in rest] == ["trois"]
    last = (await call("getUpdates", offset=-1))[1]["result"]
    assert [u["message"]["text"] for u in last] == ["trois"]


async def test_a_long_poll_answers_as_soon_as_someone_writes(sim: Providers, call: Call) -> None:
    poll = asyncio.create_task(call("getUpdates", timeout=30))
    await asyncio.sleep(0.05)
    assert not poll.done()
    sim.telegram.write(ROSE, "bonjour")
    assert (await poll)[1]["result"][0]["message"]["text"] == "bonjour"


async def test_a_second_reader_ends_the_first(sim: Providers, call: Call) -> None:
    first = asyncio.create_task(call("getUpdates", timeout=30))
    await asyncio.sleep(0.05)
    assert (await call("getUpdates"))[0] == 200
    code, answer = await first
    assert code == 409
    assert answer["description"].startswith("Conflict: terminated by other getUpdates request")


async def test_a_webhook_gets_each_update_in_order_with_the_secret_until_it_takes_it(
    sim: Providers, call: Call
) -> None:
    got: list[tuple[str, str]] = []
    refusals = iter([500])

    async def take(request: web.BaseRequest) -> web.Response:
        update = await request.json()
        got.append((update["message"]["text"], request.headers["X-Telegram-Bot-Api-Secret-Token"]))
        return web.Response(status=next(refusals, 200))

    runner = web.ServerRunner(web.Server(take))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hook = f"http://127.0.0.1:{runner.addresses[0][1]}/telegram"
    sim.telegram.write(ROSE, "avant")
    assert (await call("setWebhook", url=hook, secret_token="s3cret_-"))[0] == 200
    assert (await call("getUpdates"))[0] == 409
    sim.telegram.write(ROSE, "après")
    await sim.telegram.updates.settled()
    assert got == [("avant", "s3cret_-"), ("avant", "s3cret_-"), ("après", "s3cret_-")]
    info = (await call("getWebhookInfo"))[1]["result"]
    assert info["pending_update_count"] == 0
    assert info["last_error_message"] == "Wrong response from the webhook: 500"
    await call("deleteWebhook")
    assert (await call("getWebhookInfo"))[1]["result"]["url"] == ""
    await runner.cleanup()


async def test_updates_are_posted_to_this_machine_only(call: Call) -> None:
    code, answer = await call("setWebhook", url="https://example.org/telegram")
    assert code == 400
    assert answer["description"].startswith("Bad Request: bad webhook")


async def test_a_pressed_button_is_an_update_and_is_acknowledged_once(sim: Providers, call: Call) -> None:
    world = sim.telegram
    world.press_start(ROSE)
    markup = {
        "inline_keyboard": [[{"text": "Oui", "callback_data": "a:yes"}, {"text": "Non", "callback_data": "a:no"}]]
    }
    sent = (await call("sendMessage", chat_id=ROSE, text="Venez-vous?", reply_markup=markup))[1]["result"]
    query_id = world.press(ROSE, sent["message_id"], "Non")
    query = (await call("getUpdates", offset=-1))[1]["result"][0]["callback_query"]
    assert (query["id"], query["data"], query["message"]["text"]) == (query_id, "a:no", "Venez-vous?")
    assert (await call("answerCallbackQuery", callback_query_id=query_id, text="Noté"))[0] == 200
    assert world.acknowledged[query_id]["text"] == "Noté"
    code, answer = await call("answerCallbackQuery", callback_query_id=query_id)
    assert code == 400
    assert answer["description"].startswith("Bad Request: query is too old")
    with pytest.raises(LookupError, match="Peut-être"):
        world.press(ROSE, sent["message_id"], "Peut-être")


async def test_an_edit_replaces_the_words_and_the_same_edit_again_is_refused(sim: Providers, call: Call) -> None:
    world = sim.telegram
    world.press_start(ROSE)
    markup = {"inline_keyboard": [[{"text": "Oui", "callback_data": "yes"}]]}
    sent = (await call("sendMessage", chat_id=ROSE, text="Venez-vous?", reply_markup=markup))[1]["result"]
    edit = {"chat_id": ROSE, "message_id": sent["message_id"], "text": "Vous venez."}
    code, answer = await call("editMessageText", **edit)
    assert code == 200
    assert "reply_markup" not in answer["result"]
    seen = world.received(ROSE)[0]
    assert (seen.text, seen.buttons, seen.edits) == ("Vous venez.", [], ["Venez-vous?"])
    code, answer = await call("editMessageText", **edit)
    assert code == 400
    assert answer["description"].startswith("Bad Request: message is not modified")
    code, answer = await call("editMessageReplyMarkup", **{**edit, "message_id": 10_000})
    assert answer["description"] == "Bad Request: message to edit not found"
    assert (await call("deleteMessage", chat_id=ROSE, message_id=sent["message_id"]))[0] == 200
    assert world.received(ROSE) == []


async def test_a_photo_goes_both_ways(sim: Providers, http: aiohttp.ClientSession, call: Call) -> None:
    world = sim.telegram
    picture = b"\xff\xd8\xff" + b"receipt" * 300_000  # two megabytes: more than a server takes by default
    world.send_photo(ROSE, picture, "mon reçu")
    message = (await call("getUpdates"))[1]["result"][0]["message"]
    assert message["caption"] == "mon reçu"
    path = (await call("getFile", file_id=message["photo"][-1]["file_id"]))[1]["result"]["file_path"]
    async with http.get(f"{sim.telegram_url}/file/bot{world.token}/{path}") as response:
        assert await response.read() == picture
    form = aiohttp.FormData({"chat_id": str(ROSE), "caption": "le plan"})
    form.add_field("photo", picture, filename="plan.jpg")
    async with http.post(f"{sim.telegram_url}/bot{world.token}/sendPhoto", data=form) as response:
        assert response.status == 200
    seen = world.received(ROSE)[0]
    assert seen.text == "le plan"
    assert seen.photo is not None
    assert world.files[seen.photo] == picture


async def test_a_file_may_be_named_by_the_part_that_holds_it(sim: Providers, http: aiohttp.ClientSession) -> None:
    """As two popular clients upload every file."""
    world = sim.telegram
    world.press_start(ROSE)
    for method, field in (("sendPhoto", "photo"), ("sendDocument", "document"), ("sendVoice", "voice")):
        form = aiohttp.FormData({"chat_id": str(ROSE), field: "attach://file0", "caption": method})
        form.add_field("file0", method.encode(), filename="x")
        async with http.post(f"{sim.telegram_url}/bot{world.token}/{method}", data=form) as response:
            assert response.status == 200, await response.text()
    assert [world.files[m.raw[f][-1]["file_id"] if f == "photo" else m.raw[f]["file_id"]] for m, f in zip(
        world.received(ROSE), ("photo", "document", "voice"), strict=True
    )] == [b"sendPhoto", b"sendDocument", b"sendVoice"]  # fmt: skip
    assert world.ignored == set()
    form = aiohttp.FormData({"chat_id": str(ROSE), "photo": "attach://nowhere"})
    async with http.post(f"{sim.telegram_url}/bot{world.token}/sendPhoto", data=form) as response:
        assert response.status == 400


async def test_a_chat_says_what_it_is(sim: Providers, call: Call) -> None:
    sim.telegram.press_start(ROSE)
    sim.telegram.add_bot_to_group(ROSE, -77, "La table")
    assert (await call("getChat", chat_id=ROSE))[1]["result"]["type"] == "private"
    assert (await call("getChat", chat_id=-77))[1]["result"]["title"] == "La table"
    assert (await call("getChat", chat_id=999))[0] == 400


READ = [
    ("HTML", "<b>É</b> &amp; <a href='https://p.example'>ici</a>", "É & ici", [("bold", 0, 1), ("text_link", 4, 3)]),
    ("html", "<b>🙂 <i>deux</i></b>", "🙂 deux", [("bold", 0, 7), ("italic", 3, 4)]),
    ("MarkdownV2", r"*gras* _é\é_ \. `a.b`", "gras éé . a.b", [("bold", 0, 4), ("italic", 5, 2), ("code", 10, 3)]),
    ("MarkdownV2", "[ici](https://p.example) ||secret||", "ici secret", [("text_link", 0, 3), ("spoiler", 4, 6)]),
    ("Markdown", "*gras* et a.b!", "gras et a.b!", [("bold", 0, 4)]),
    ("", "<b>*tel quel*</b>", "<b>*tel quel*</b>", []),
]
SENSELESS = [("HTML", "<b>x"), ("HTML", "<x>y</x>"), ("HTML", "a</b>"), ("MarkdownV2", "a.b"), ("Markdown", "*x")]


@pytest.mark.parametrize(("mode", "text", "words", "marks"), READ)
async def test_marked_up_words_are_read(
    sim: Providers, call: Call, mode: str, text: str, words: str, marks: list[tuple[str, int, int]]
) -> None:
    sim.telegram.press_start(ROSE)
    message = (await call("sendMessage", chat_id=ROSE, text=text, parse_mode=mode))[1]["result"]
    found = [(one["type"], one["offset"], one["length"]) for one in message.get("entities", [])]
    assert (message["text"], found) == (words, marks)


@pytest.mark.parametrize(("mode", "text"), [*SENSELESS, ("Klingon", "x")])
async def test_marks_that_make_no_sense_are_refused(sim: Providers, call: Call, mode: str, text: str) -> None:
    sim.telegram.press_start(ROSE)
    code, answer = await call("sendMessage", chat_id=ROSE, text=text, parse_mode=mode)
    assert code == 400
    assert answer["description"].startswith(
        ("Bad Request: can't parse entities: ", "Bad Request: unsupported parse_mode")
    )


async def test_strict_rates_refuse_the_second_message_of_a_second_to_one_chat_and_the_31st_overall(
    http: aiohttp.ClientSession,
) -> None:
    world = TelegramWorld(rates=TELEGRAM_RATES, open_doors=True)
    async with simulated_providers(telegram=world) as sim:
        call = caller(sim, http)
        assert (await call("sendMessage", chat_id=1, text="x"))[0] == 200
        code, answer = await call("sendMessage", chat_id=1, text="x")
        assert code == 429
        assert answer["parameters"]["retry_after"] >= 1
        assert answer["description"].startswith("Too Many Requests: retry after")
        codes = [
            code for code, _ in await asyncio.gather(*(call("sendMessage", chat_id=i, text="x") for i in range(2, 42)))
        ]
        assert codes.count(200) == 29
        assert world.truth.busiest() == 30


async def test_commands_of_a_message_are_marked_and_an_own_contact_carries_its_user(sim: Providers, call: Call) -> None:
    sim.telegram.write(ROSE, "🙂 /aide svp")
    sim.telegram.share_contact(ROSE, "+18195550123")
    sim.telegram.share_contact(ROSE, "+18195550124", own=False, name="Ginette")
    first, own, other = [u["message"] for u in (await call("getUpdates"))[1]["result"]]
    assert first["entities"] == [{"type": "bot_command", "offset": 3, "length": 5}]
    assert own["contact"]["user_id"] == ROSE
    assert "user_id" not in other["contact"]


async def test_parameters_that_telegram_does_not_know_are_remembered(sim: Providers, call: Call) -> None:
    sim.telegram.press_start(ROSE)
    assert (await call("sendMessage", chat_id=ROSE, text="x", txet="y"))[0] == 200
    assert sim.telegram.ignored == {("sendMessage", "txet")}
