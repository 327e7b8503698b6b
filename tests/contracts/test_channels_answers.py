"""Whatever a provider answers, a channel gives a receipt or a send error, and nothing else.

Answers are made from the providers' published descriptions, then spoiled (`odd_answers`), and really travel by HTTP.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import json
import math
import threading
from collections.abc import Coroutine, Iterator
from typing import Any

import pytest
from aiohttp import web
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.channels import telegram_incoming
from bot.channels.answers import LONGEST_PAUSE
from bot.channels.contract import REASONS, Accepted, SendError, ToSend, Verdict
from bot.channels.sms import Sms
from bot.channels.sms_errors import receipt_fate
from bot.channels.telegram import Telegram
from messages.types import Incoming
from tests.bot.channels.provider import Provider, provider
from tests.contracts.odd_answers import DIGITS, ODD, Said, answers, spoiled, telegram, twilio
from tests.contracts.specs import telegram_spec, twilio_spec

NOW = dt.datetime(2026, 3, 2, 15, 0, tzinfo=dt.UTC)
SID = "AC" + "a" * 32
MANY = [pytest.param(150, id="some"), pytest.param(10_000, id="ten thousand", marks=pytest.mark.long)]
QUESTIONS = [pytest.param(60, id="some"), pytest.param(2_000, id="many", marks=pytest.mark.long)]
OF_TELEGRAM = {
    "words": ToSend(1, "42", "Bonjour", (("Oui", "oui"),)),
    "edit": ToSend(1, "42", "Bonjour", edit_message_id="7"),
    "picture": ToSend(1, "42", "Bonjour", image=b"picture"),
    "paper": ToSend(1, "42", "Bonjour", image="https://p.example/a.pdf"),
}


class Line:
    """A provider on a loop of its own, which answers what it was told; `ask` runs a question there and waits."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._stop: asyncio.Event | None = None
        self.said = Said(200, b"")
        ready: threading.Event = threading.Event()
        self._serving = asyncio.run_coroutine_threadsafe(self._serve(ready), self._loop)
        ready.wait(30)

    async def _serve(self, ready: threading.Event) -> None:
        self._stop = asyncio.Event()
        async with provider(self._answer) as served:
            self.server: Provider = served
            self.telegram = Telegram("12345:abc", served.url, timeout=10)
            self.sms = Sms(SID, "secret", served.url, sender="+18195550100", timeout=10)
            ready.set()
            await self._stop.wait()
            await self.telegram.close()
            await self.sms.close()

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        said = self.said
        answer = web.StreamResponse(status=said.status, headers={"Content-Type": said.content_type, **_sendable(said)})
        answer.content_length = len(said.body) + (0 if said.whole else 10)
        await answer.prepare(request)
        await answer.write(said.body)
        if not said.whole:
            assert request.transport is not None
            request.transport.abort()
        return answer

    def ask(self, said: Said, question: Coroutine[Any, Any, Any]) -> Any:
        """What came of it: its value, or the SendError it raised. Anything else is raised here."""
        self.said = said
        self.server.asked.clear()
        try:
            return asyncio.run_coroutine_threadsafe(question, self._loop).result(60)
        except SendError as error:
            return error

    def close(self) -> None:
        assert self._stop is not None
        self._loop.call_soon_threadsafe(self._stop.set)
        self._serving.result(30)
        self._loop.call_soon_threadsafe(self._loop.stop)


def _sendable(said: Said) -> dict[str, str]:
    return {name: value for name, value in said.headers.items() if value.isprintable()}


@pytest.fixture(scope="module")
def line() -> Iterator[Line]:
    opened = Line()
    yield opened
    opened.close()


def tried(count: int, strategy: st.SearchStrategy[Any], check: Any) -> None:
    """`check` holds for so many examples."""
    quiet = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    phases = [Phase.explicit, Phase.generate, Phase.shrink]
    how = settings(max_examples=count, deadline=None, database=None, suppress_health_check=quiet, phases=phases)

    def one(example: Any) -> None:
        check(example)

    how(given(strategy)(one))()


def is_sound(outcome: Any) -> None:
    """A receipt that a row can keep, or an error that says what to do within an hour."""
    if isinstance(outcome, SendError):
        assert outcome.reason in REASONS
        assert outcome.retry_after is None or 0 <= outcome.retry_after <= LONGEST_PAUSE
        assert len(outcome.provider_code) < 200
        assert outcome.new_address is None or math.isfinite(int(outcome.new_address))
        return
    assert isinstance(outcome, Accepted)
    assert 0 < len(outcome.provider_id) <= 64
    assert outcome.provider_id.isascii()
    assert outcome.segments is None or 1 <= outcome.segments <= 99


@st.composite
def of_the_bot_api(draw: st.DrawFn, spec: dict[str, Any]) -> Any:
    """`{"ok": true, "result": ...}` of any method we call, or a refusal."""
    if draw(st.integers(0, 2)) > 0:
        method = draw(st.sampled_from(["sendMessage", "editMessageText", "sendPhoto", "getMe", "getFile"]))
        return {"ok": True, "result": draw(telegram(spec, spec["methods"][method]["returns"]))}
    refusal = {"ok": False, "error_code": draw(st.sampled_from([400, 403, 420, 429, 500])), "description": "Bad"}
    return refusal | {"parameters": draw(telegram(spec, ["ResponseParameters"]))}


@pytest.mark.parametrize("count", MANY)
def test_telegram_raises_send_error_and_nothing_else(line: Line, count: int) -> None:
    items = st.sampled_from(sorted(OF_TELEGRAM))

    def check(example: tuple[str, Said]) -> None:
        kind, said = example
        outcome = line.ask(said, line.telegram.send(OF_TELEGRAM[kind]))
        is_sound(outcome)
        assert len(line.server.asked) == 1, "sent once, never twice"
        if kind == "edit" and isinstance(outcome, SendError):
            assert outcome.verdict is not Verdict.UNKNOWN, "it can be done again"

    tried(count, st.tuples(items, answers(of_the_bot_api(telegram_spec()), 200)), check)


@pytest.mark.parametrize("count", MANY)
def test_twilio_raises_send_error_and_nothing_else(line: Line, count: int) -> None:
    spec = twilio_spec()
    message = twilio(spec, {"$ref": "#/components/schemas/api.v2010.account.message"})
    refusal = st.fixed_dictionaries(
        {
            "code": st.sampled_from([20003, 21610, 30007, 99999, "²"]),
            "message": st.text(max_size=9),
            "status": st.just(400),
        }
    )

    def check(said: Said) -> None:
        is_sound(line.ask(said, line.sms.send(ToSend(7, "+18195550123", "Bonjour"))))
        assert len(line.server.asked) == 1

    tried(count, answers(st.one_of(message, message, refusal), 201), check)


@pytest.mark.parametrize("count", QUESTIONS)
def test_every_question_to_a_provider_raises_send_error_and_nothing_else(line: Line, count: int) -> None:
    bot_api, rest = telegram_spec(), twilio_spec()
    messages = rest["paths"]["/2010-04-01/Accounts/{AccountSid}/Messages.json"]["get"]["responses"]["200"]
    listed = twilio(rest, messages["content"]["application/json"]["schema"])
    lists = listed.map(lambda page: page | {"next_page_uri": None} if isinstance(page, dict) else page)
    item = ToSend(7, "+18195550123", "Bonjour")

    def check(example: tuple[Said, Said]) -> None:
        of_telegram, of_twilio = example
        bot, sms = line.telegram, line.sms
        for question in (bot.me(), bot.locate("f"), bot.webhook(), bot.listen("https://p.example", "s")):
            line.ask(of_telegram, question)
        assert line.ask(of_telegram, bot.acknowledge("q")) is None
        for question in (sms.was_sent(item, NOW), sms.heard_since(NOW), sms.check()):
            line.ask(of_twilio, question)

    tried(count, st.tuples(answers(of_the_bot_api(bot_api), 200), answers(lists, 200)), check)


@pytest.mark.parametrize(
    "count", [pytest.param(400, id="some"), pytest.param(10_000, id="many", marks=pytest.mark.long)]
)
def test_any_update_is_filed_and_becomes_a_message_or_is_set_aside(count: int) -> None:
    def check(update: Any) -> None:
        number, kept, sender = telegram_incoming.filed(update)
        stored = json.loads(json.dumps(kept, allow_nan=False))
        assert sender.removeprefix("telegram:").lstrip("-").isdigit()
        assert 0 < len(number) < 64
        try:
            heard = telegram_incoming.incoming_from_update(stored, NOW)
        except telegram_incoming.Malformed:
            return
        if heard is not None:
            assert_typed(heard)

    tried(count, spoiled(of_the_kinds_asked_for(telegram_spec())), check)


@st.composite
def of_the_kinds_asked_for(draw: st.DrawFn, spec: dict[str, Any]) -> Any:
    """An update by a person, with something said most often: drawn at random, nearly all would be notices."""
    kind = draw(st.sampled_from(["message", "message", "callback_query", "my_chat_member"]))
    types = {"message": "Message", "callback_query": "CallbackQuery", "my_chat_member": "ChatMemberUpdated"}
    body = draw(telegram(spec, [types[kind]]))
    body["from"] = draw(telegram(spec, ["User"])) | {"is_bot": draw(st.integers(0, 5)) == 0}
    if kind == "message" and draw(st.booleans()):
        name, of = draw(st.sampled_from([("text", "String"), ("photo", "Array of PhotoSize"), ("contact", "Contact")]))
        body[name] = draw(telegram(spec, [of]))
    return {"update_id": draw(st.integers(1, 2**31)), kind: body}


def assert_typed(heard: Incoming) -> None:
    assert heard.address.lstrip("-").isdigit()
    for value in (heard.text, heard.display_name, heard.language_hint, heard.provider_id):
        assert isinstance(value, str)
    for value in (heard.button, heard.reply_to, heard.message_id, heard.callback_id, heard.delivered_to_group):
        assert value is None or isinstance(value, str)
    assert all(isinstance(media.reference, str) and media.reference for media in heard.media)


@pytest.mark.parametrize("code", [*DIGITS, "", "30003", "x"])
@pytest.mark.parametrize("status", ["failed", "delivered", "", "nouveau", "²"])
def test_any_status_callback_is_read(status: str, code: str) -> None:
    fate = receipt_fate(status, code)
    assert fate in (None, "sent", "delivered") or isinstance(fate, SendError)


@pytest.mark.parametrize("odd", ODD, ids=lambda value: repr(value)[:20])
def test_any_value_in_the_place_of_the_segments_leaves_a_receipt(line: Line, odd: Any) -> None:
    body = json.dumps({"sid": "SM" + "0" * 32, "status": "queued", "num_segments": odd}).encode()
    outcome = line.ask(Said(201, body), line.sms.send(ToSend(7, "+18195550123", "Bonjour")))
    assert isinstance(outcome, Accepted)
    is_sound(outcome)
