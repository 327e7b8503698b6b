"""Nothing leaves the machine, and no page from elsewhere reaches in (DNS rebinding, a form posted from a site)."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from urllib.parse import urlsplit


def is_loopback(url: str) -> bool:
    """Does this http(s) address stay on the machine? Names other than localhost are not resolved: they do not."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return False
    if parts.scheme not in {"http", "https"}:
        return False
    return _is_this_machine(host)


def is_from_here(headers: Mapping[str, str]) -> bool:
    """Host must name this machine, and Origin, when the browser gives one, must be the page's own."""
    host = headers.get("host", "")
    try:
        name = urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return False
    if not _is_this_machine(name):
        return False
    if headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        return False
    origin = headers.get("origin")
    return origin is None or origin == f"http://{host}"


def _is_this_machine(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
