"""How the values of settings are written: secrets by their shape, hours."""

from __future__ import annotations

import datetime as dt
import re

from pydantic import SecretStr

HOUR = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")
# Setting -> (its shape, what to say of another).
SHAPES = {
    "return_paths_key": (r"[A-Za-z0-9_+/-]{43}=", "expected 32 bytes in base64, as openssl rand -base64 32 gives"),
    "telegram_token": (r"\d+:[A-Za-z0-9_-]+", "expected the token @BotFather gave, such as 123456:ABC-def"),
    "telegram_webhook_secret": (r"[A-Za-z0-9_-]{1,256}", "expected 1 to 256 letters, digits, _ or -"),
}


def shaped(value: SecretStr | None, pattern: str, otherwise: str) -> SecretStr | None:
    """The value as it is. Raises ValueError when it has another shape."""
    if value is not None and re.fullmatch(pattern, value.get_secret_value()) is None:
        raise ValueError(otherwise)
    return value


def hour_of(value: str) -> dt.time:
    """ "9:30". Raises ValueError."""
    if (found := HOUR.fullmatch(value.strip())) is None:
        raise ValueError("expected an hour such as 10:00")
    return dt.time(int(found[1]), int(found[2]))


def hours_of(value: str) -> tuple[dt.time, dt.time]:
    """ "21:00-09:00". Raises ValueError."""
    start, dash, end = value.partition("-")
    if not dash:
        raise ValueError("expected two hours such as 21:00-09:00, or none")
    return hour_of(start), hour_of(end)
