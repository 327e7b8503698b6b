"""The log: a fixed sentence and named fields, one line each; never a secret, never a whole phone number.

Whatever another library writes (uvicorn, aiohttp, SQLAlchemy, python-telegram-bot) goes through the same mask.
"""

from __future__ import annotations

import logging
import re
import sys
import time
from collections.abc import Callable, Iterable, MutableMapping
from typing import Any, TextIO

import structlog
from structlog.typing import Processor

from bot.settings import Settings

HIDDEN = "[hidden]"
# Sentences that whoever knocks at the door makes us write.
FROM_OUTSIDE = frozenset(
    {
        "a request was refused",
        "Invalid HTTP request received.",
        "Unsupported upgrade request.",
        "socket.accept() out of system resource",
    }
)
MOST_A_MINUTE = 20
MINUTE = 60.0  # seconds
# The shapes of what must never be written, even when this program was not told its value.
BOT_TOKEN = re.compile(r"(?<!\d)\d{5,}:[A-Za-z0-9_-]{20,}")
AUTHORIZATION = re.compile(r"(?i)\b(basic|bearer)\s+[A-Za-z0-9+/=_.-]{8,}")
URL_PASSWORD = re.compile(r"(://[^/\s:@]+:)[^/\s@]+(@)")
# SQLAlchemy ends its errors with the values of the statement: people's words, numbers.
SQL_VALUES = re.compile(r"\[parameters: .*?\](?=\s*(?:\n|$|\(Background))", re.DOTALL)
# PostgreSQL and its driver add the row that failed, the key that stood already, the argument that did not fit.
SQL_DETAILS = re.compile(r"(?s)(DETAIL:\s*).*?(?=\n\[SQL|\n[A-Z]+:|\n(?:Traceback|  File|The above)|$(?!\n))")
SQL_ARGUMENT = re.compile(
    r"(?s)(invalid input (?:for query argument \$\d+|syntax for [^:\n]*):).*?(?=\(expected|\n\[SQL|\(\w+ \w+|$)"
)
PHONE = re.compile(r"(?:(?:\+|%2B)|(?<![\w.:-]))\d[\d ().-]{8,17}\d(?![\w:-])")
# Fields that name a person's address on a channel, even a short one.
ADDRESS_FIELDS = frozenset({"address", "sender", "phone", "to", "from_", "chat_id", "new_address"})
# Ours alone tell their details (LOG_LEVEL=debug): those of a driver are the values of each statement, names and words.
OURS = ("bot", "db", "handlers", "messages")
# Libraries whose chatter below a warning helps nobody, or tells addresses.
QUIET = (
    *("httpx", "httpcore", "aiohttp.access", "alembic"),
    *("telegram", "twilio", "asyncio"),
)
# Its warnings say that a tick came before the last had ended: the next does what falls due (bot/scheduler.py), and what
# stays undone is counted there.
SILENT = ("apscheduler",)


def mask(address: str) -> str:
    """Enough of an address to recognise it, never enough to use it: the last four characters."""
    return f"...{address[-4:]}" if len(address) > 6 else "..."


class Mask:
    """A processor that hides secrets and numbers in every value, whatever its depth."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        self._secrets = tuple(sorted((secret for secret in secrets if len(secret) > 3), key=len, reverse=True))

    def __call__(self, _logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        for name, value in event.items():
            if not name.startswith("_") and name not in ("timestamp", "level"):
                event[name] = self._address(value) if name in ADDRESS_FIELDS else self._value(value)
        return event

    def _address(self, value: Any) -> Any:
        return mask(str(value)) if value is not None else None

    def _value(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, dict):
            return {self._value(key): self._value(item) for key, item in value.items()}
        if isinstance(value, (list, tuple, set, frozenset)):
            return [self._value(item) for item in value]
        if isinstance(value, (bool, int, float)) or value is None:
            return value
        return self.text(str(value))

    def text(self, value: str) -> str:
        for secret in self._secrets:
            value = value.replace(secret, HIDDEN)
        value = BOT_TOKEN.sub(HIDDEN, value)
        value = AUTHORIZATION.sub(rf"\1 {HIDDEN}", value)
        value = URL_PASSWORD.sub(rf"\1{HIDDEN}\2", value)
        value = SQL_VALUES.sub(f"[parameters: {HIDDEN}]", value)
        value = SQL_ARGUMENT.sub(rf"\1 {HIDDEN} ", SQL_DETAILS.sub(rf"\1{HIDDEN}", value))
        return PHONE.sub(_masked_phone, value)


class Seldom(logging.Filter):
    """Lines that anybody may cause from outside, as often as they like: so many of each a minute, then none.

    The first one of the next minute says how many were left out.
    """

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._monotonic = monotonic
        self._minutes: dict[str, tuple[float, int]] = {}  # sentence -> when its minute began, how many since

    def filter(self, record: logging.LogRecord) -> bool:
        fields = record.msg if isinstance(record.msg, dict) else None
        sentence = str(fields.get("event")) if fields is not None else str(record.msg).partition("\n")[0]
        if sentence not in FROM_OUTSIDE:
            return True
        now = self._monotonic()
        began, count = self._minutes.get(sentence, (now, 0))
        if now - began >= MINUTE:
            if fields is not None and count > MOST_A_MINUTE:
                fields["left_out"] = count - MOST_A_MINUTE
            began, count = now, 0
        self._minutes[sentence] = (began, count + 1)
        return count < MOST_A_MINUTE


def _masked_phone(found: re.Match[str]) -> str:
    digits = re.sub(r"\D", "", found[0].removeprefix("%2B"))
    return mask(digits) if 10 <= len(digits) <= 15 else found[0]


def configure(settings: Settings, stream: TextIO | None = None) -> None:
    """Set the log up for the whole process. `stream` is standard error unless given."""
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        Mask(settings.secrets()),
    ]
    structlog.configure(
        processors=[structlog.stdlib.filter_by_level, *shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    _route_standard_log(settings, shared, stream or sys.stderr)


def _route_standard_log(settings: Settings, shared: list[Processor], stream: TextIO) -> None:
    as_json = settings.log_format == "json"
    last: Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if as_json
        else structlog.dev.ConsoleRenderer(colors=stream.isatty(), exception_formatter=structlog.dev.plain_traceback)
    )
    handler = logging.StreamHandler(stream)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, last],
        )
    )
    handler.addFilter(Seldom())
    level = logging.getLevelNamesMapping()[settings.log_level.upper()]
    logging.basicConfig(handlers=[handler], level=max(level, logging.INFO), force=True)
    for name in OURS:
        logging.getLogger(name).setLevel(level)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    for name in SILENT:
        logging.getLogger(name).setLevel(logging.ERROR)
