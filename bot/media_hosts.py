"""Where a file may be fetched: the provider's host, and those where it keeps files; never a machine of our own network.

A host is allowed by its name, and then by the address that the name has at that moment: a name allowed today may lead
elsewhere tomorrow.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from typing import Final
from urllib.parse import urljoin, urlsplit

from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver

from bot.settings import TELEGRAM_API, TWILIO_API
from bot.together import is_loopback

# Twilio redirects to the first two, and to S3 for what was sent before it asked for credentials.
# https://www.twilio.com/docs/messaging/api/media-resource
STORES: Final = re.compile(r"(?:[a-z0-9-]+\.)*(?:twilio\.com|twiliocdn\.com|telegram\.org)")
S3: Final = re.compile(r"(?:[a-z0-9-]+\.)*s3[.-](?:[a-z0-9-]+\.)*amazonaws\.com|s3-[a-z0-9-]+\.amazonaws\.com")
REAL: Final = frozenset(urlsplit(api).hostname for api in (TELEGRAM_API, TWILIO_API))
TRANSLATED: Final = ipaddress.ip_network("64:ff9b::/96")  # an IPv4 address behind a translator (RFC 6052)
# The IPv6 addresses that lead anywhere on the Internet: what else there is hides an IPv4 one, or is of a site.
UNICAST: Final = ipaddress.ip_network("2000::/3")
OF_PROTOCOLS: Final = ipaddress.ip_network("192.0.0.0/24")  # RFC 6890


def next_address(url: str, location: str, first: str) -> str | None:
    """Where a redirect from `url` leads, when `first` was the provider's; None when we do not go there."""
    try:
        target = urljoin(url, location)
        parts = urlsplit(target)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return None
    if is_loopback(first) and is_loopback(target):
        return target if parts.scheme in ("http", "https") else None  # the provider is played on this machine
    if not location or parts.scheme != "https" or port not in (None, 443) or parts.username is not None:
        return None
    same = host == urlsplit(first).hostname and host not in REAL
    return target if same or STORES.fullmatch(host) or S3.fullmatch(host) else None


def is_public(address: str) -> bool:
    """An address of the Internet at large, not of this machine nor of the networks around it."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inside = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF) if ip in TRANSLATED else ip.ipv4_mapped or ip.sixtofour
        if inside is None and ip not in UNICAST:
            return False
        ip = inside or ip
    return ip.is_global and not ip.is_multicast and ip not in OF_PROTOCOLS


class PublicOnly(AbstractResolver):
    """Resolves names to public addresses only. `trusted` is the host that the settings name for a provider."""

    def __init__(self, first: str, resolver: AbstractResolver | None = None) -> None:
        host = urlsplit(first).hostname or ""
        self._trusted = "" if host in REAL else host
        self._resolver = resolver or ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        found = await self._resolver.resolve(host, port, family)
        allowed = [one for one in found if host == self._trusted or is_public(one["host"])]
        if not allowed:
            raise OSError(f"{host} leads to no public address")
        return allowed

    async def close(self) -> None:
        await self._resolver.close()
