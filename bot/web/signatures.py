"""Who is knocking: Twilio's signature and Telegram's secret, compared in constant time."""

from __future__ import annotations

import base64
import hmac
from collections.abc import Iterable
from urllib.parse import urlsplit

Fields = Iterable[tuple[str, str]]


def telegram_secret_matches(given: str | None, expected: str | None) -> bool:
    """True when the header repeats our secret. Without a secret of ours nobody may enter."""
    if not given or not expected:
        return False
    return hmac.compare_digest(given.encode(), expected.encode())


def twilio_signature(auth_token: str, url: str, fields: Fields) -> str:
    """HMAC-SHA1 of the address as Twilio calls it and every field, by name, blank values kept, base64.

    https://www.twilio.com/docs/usage/security#validating-requests
    """
    signed = url + "".join(name + value for name, value in sorted(set(fields)))
    return base64.b64encode(hmac.new(auth_token.encode(), signed.encode(), "sha1").digest()).decode()


def twilio_signature_matches(auth_token: str | None, url: str, fields: Fields, given: str | None) -> bool:
    """Twilio signs sometimes with the port and sometimes without: both are computed, always."""
    if not auth_token or not given:
        return False
    kept = list(fields)
    matches = [
        hmac.compare_digest(twilio_signature(auth_token, candidate, kept).encode(), given.encode())
        for candidate in (_with_port(url), _without_port(url))
    ]
    return any(matches)


def _with_port(url: str) -> str:
    parts = urlsplit(url)
    if parts.port:
        return url
    return parts._replace(netloc=f"{parts.netloc}:{443 if parts.scheme == 'https' else 80}").geturl()


def _without_port(url: str) -> str:
    parts = urlsplit(url)
    return parts._replace(netloc=parts.netloc.removesuffix(f":{parts.port}")).geturl() if parts.port else url
