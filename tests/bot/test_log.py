"""No line of the log holds a secret, a whole number, or the values of a statement; whoever writes it."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog
from sqlalchemy import insert, select
from sqlalchemy.exc import DBAPIError

from bot.log import Mask, configure, mask
from bot.settings import Settings
from db.organisations import Organisation
from db.session import Database

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


@pytest.fixture
def debugged() -> Iterator[io.StringIO]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    stream = io.StringIO()
    configure(Settings.load(env={**ENV, "LOG_FORMAT": "json", "LOG_LEVEL": "debug"}), stream)
    yield stream
    configure(Settings.load(env=ENV), io.StringIO())
    root.handlers[:], root.level = handlers, level
    structlog.reset_defaults()


async def test_no_driver_tells_names_nor_words_at_debug(database_url: str, debugged: io.StringIO) -> None:
    """On each database: what is written, what is read, what is refused by a constraint or a type."""
    database = Database(database_url)
    try:
        async with database.write() as session:
            session.add(Organisation(id=7, name="Lise Zébra"))
        async with database.read() as session:
            await session.scalar(select(Organisation.name).where(Organisation.name == "Lise Zébra"))
        for values in ({"id": 7, "name": "Lise Zébra"}, {"id": "PANGOLIN", "name": None}):
            with pytest.raises(DBAPIError):
                async with database.write() as session:
                    await session.execute(insert(Organisation).values(**values))
            try:
                async with database.write() as session:
                    await session.execute(insert(Organisation).values(**values))
            except DBAPIError:
                structlog.stdlib.get_logger("db.session").exception("a write failed")
    finally:
        await database.close()
    said = debugged.getvalue()
    assert "a write failed" in said
    assert not any(word in said for word in ("Zébra", "Lise", "PANGOLIN"))


def test_our_own_details_are_told_at_debug_and_nobody_else_s(debugged: io.StringIO) -> None:
    structlog.stdlib.get_logger("bot.outbox.start").debug("a detail", number=3)
    for name in ("aiosqlite", "asyncpg", "sqlalchemy.engine.Engine", "sqlalchemy.pool", "a_library_of_next_year"):
        logging.getLogger(name).debug("executing %s", "PANGOLIN")
    assert [line["event"] for line in written(debugged)] == ["a detail"]


@pytest.mark.parametrize(
    "given",
    [
        "duplicate key\nDETAIL:  Key (name)=(Lise\nZébra) already exists.\n[SQL: INSERT]",
        "null value\nDETAIL:  Failing row contains (1, Zébra, null).",
        "invalid input for query argument $2: 'Zébra' (expected str, got int)",
        "invalid input for query argument $1: 'Zébra' ('str' object cannot be interpreted as an integer)",
        'invalid input syntax for type integer: "Zébra"',
    ],
)
def test_what_a_database_says_of_a_row_that_failed_is_hidden(given: str) -> None:
    assert "Zébra" not in Mask().text(given)
