"""No line of the log holds a secret, a whole number, or the values of a statement; whoever writes it."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from bot.log import Mask, configure, mask
from bot.settings import Settings

TOKEN = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
ENV = {
    "TELEGRAM_TOKEN": TOKEN,
    "TWILIO_ACCOUNT_SID": "AC" + "a" * 32,
    "TWILIO_AUTH_TOKEN": "c0ffee-auth",
    "TWILIO_FROM": "+18195550100",
    "TWILIO_API_BASE_URL": "http://127.0.0.1:9",
    "DATABASE_URL": "postgresql://u:pa55word@h/b",
}


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    stream = io.StringIO()
    configure(Settings.load(env={**ENV, "LOG_FORMAT": "json"}), stream)
    yield stream
    root.handlers[:], root.level = handlers, level
    structlog.reset_defaults()


def written(stream: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("from +18195550123 today", "from ...0123 today"),
        ("1 (819) 555-0123", "...0123"),
        ("sms:+18195550123", "sms:...0123"),
        ("To=%2B18195550123&Body=", "To=...0123&Body="),
        ("order 12345 of 2026-03-02T15:00:00", "order 12345 of 2026-03-02T15:00:00"),
        (
            "https://api.telegram.org/bot987654321:AAHdqTcvCH1vGWJxfSeofSAs0K/getMe",
            "https://api.telegram.org/bot[hidden]/getMe",
        ),
        (f"token {TOKEN}", "token [hidden]"),
        ("Authorization: Basic QUM6c2VjcmV0", "Authorization: Basic [hidden]"),
        ("postgresql+asyncpg://u:pa55word@h/b", "postgresql+asyncpg://u:[hidden]@h/b"),
        (
            "failed [parameters: ('Je suis malade', 'x]')]\n(Background on this error",
            "failed [parameters: [hidden]]\n(Background on this error",
        ),
        ("c0ffee-auth", "[hidden]"),
        ("SM" + "0" * 32, "SM" + "0" * 32),
    ],
)
def test_what_must_not_be_read_is_masked_in_any_text(given: str, shown: str) -> None:
    assert Mask([TOKEN, "c0ffee-auth"]).text(given) == shown


@pytest.mark.parametrize(("address", "shown"), [("+18195550123", "...0123"), ("987654321", "...4321"), ("42", "...")])
def test_an_address_keeps_its_last_four_characters(address: str, shown: str) -> None:
    assert mask(address) == shown


def test_fields_that_name_an_address_are_masked_whatever_their_shape(lines: io.StringIO) -> None:
    structlog.get_logger("x").warning("a message waits", address="987654321", chat_id=55512345, delivery=12, to=None)
    (line,) = written(lines)
    assert (line["address"], line["chat_id"], line["delivery"], line["to"]) == ("...4321", "...2345", 12, None)
    assert (line["event"], line["level"]) == ("a message waits", "warning")


def test_nested_values_and_the_words_of_an_exception_are_masked(lines: io.StringIO) -> None:
    try:
        raise ValueError(f"cannot reach bot{TOKEN} for +18195550123")
    except ValueError as error:
        structlog.get_logger("x").exception("it broke", found={"sender": ["+18195550123"]}, error=error)
    text = lines.getvalue()
    assert "it broke" in text
    assert "ValueError" in text
    assert not any(secret in text for secret in (TOKEN, "8195550123"))


def test_other_libraries_go_through_the_same_mask(lines: io.StringIO) -> None:
    logging.getLogger("another.library").warning("GET %s from %s", f"/bot{TOKEN}/getMe", "+18195550123")
    logging.getLogger("httpx").info("HTTP Request: POST https://api.telegram.org/")
    logging.getLogger("apscheduler.scheduler").warning("maximum number of running instances reached (1)")
    (line,) = written(lines)
    assert line["event"] == "GET /bot[hidden]/getMe from ...0123"


def test_lines_are_text_unless_json_is_asked_for() -> None:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    stream = io.StringIO()
    configure(Settings.load(env=ENV), stream)
    structlog.get_logger("x").info("started", port=8080)
    structlog.get_logger("x").debug("too fine")
    root.handlers[:], root.level = handlers, level
    structlog.reset_defaults()
    assert "started" in stream.getvalue()
    assert "port=8080" in stream.getvalue()
    assert "too fine" not in stream.getvalue()
