"""The parts that every page of the web console is given, and what one request knows of whoever asks."""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar
from urllib.parse import urlsplit

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from bot.clock import Clock
from bot.settings import Settings
from bot.together import is_loopback
from bot.web.console.templates import Templates
from db.console.tables import WebSession
from db.session import AsyncSession, Database
from handlers.acting import Acting, Actor
from handlers.installation import Installation
from messages import Channel, Text
from messages.catalogue import Catalogue

T = TypeVar("T")
ROOT = "/bureau"


class Write(Protocol):
    """Runs a function in one transaction that writes, on the loop of whoever writes to the database."""

    async def __call__(self, work: Callable[[AsyncSession], Awaitable[T]], /) -> T: ...


@dataclass(frozen=True, slots=True)
class Console:
    """`reader` is read on the loop that serves the pages; `write` does what changes something."""

    settings: Settings
    installation: Callable[[], Installation]
    reader: Database
    write: Write
    clock: Clock
    templates: Templates

    @property
    def catalogue(self) -> Catalogue:
        return self.installation().catalogue

    @property
    def prefix(self) -> str:
        """What stands before "/bureau" in an address, behind a proxy that takes it off."""
        return urlsplit(self.settings.public_url).path

    @property
    def secure(self) -> bool:
        """Over https; else it is this machine alone."""
        return self.settings.public_url.startswith("https://")

    def origins(self, request: Request) -> set[str]:
        """The addresses whose forms are ours."""
        host = request.headers.get("host", "")
        if self.secure:
            parts = urlsplit(self.settings.public_url)
            return {f"https://{parts.netloc}"}
        return {f"http://{host}"} if is_loopback(f"http://{host}") else set()

    def address(self, path: str = "") -> str:
        """ "/rencontres" -> "/bureau/rencontres", as the browser asks for it."""
        return f"{self.prefix}{ROOT}{path}"

    def said(self, words: Text | str, language: str) -> str:
        return self.catalogue.text(words, language, Channel.TELEGRAM)


@dataclass(slots=True)
class Visit:
    """One request of someone who is in. `acting` reads only; `form` is what was posted."""

    console: Console
    request: Request
    row: WebSession
    token: str  # the cookie's value
    acting: Acting
    language: str
    form: FormData = field(default_factory=FormData)
    renewed: str = ""  # a new value for the cookie

    @property
    def actor(self) -> Actor:
        return self.acting.actor

    @property
    def installation(self) -> Installation:
        return self.acting.installation

    @property
    def now(self) -> dt.datetime:
        return self.acting.now

    @property
    def path(self) -> str:
        """The page's address within the console: "/rencontres/12"."""
        return self.request.url.path.removeprefix(ROOT)

    def given(self, name: str, default: str = "") -> str:
        value = self.form.get(name, default)
        return value if isinstance(value, str) else default

    def all_given(self, name: str) -> list[str]:
        return [value for value in self.form.getlist(name) if isinstance(value, str)]

    def numbers(self, name: str) -> list[int]:
        return [int(value) for value in self.all_given(name) if value.isdecimal() and len(value) < 10]

    def query(self, name: str) -> str:
        return self.request.query_params.get(name, "")

    def said(self, words: Text | str) -> str:
        return self.console.said(words, self.language)


Page = Callable[[Visit], Awaitable[Response]]


def form_token(session_token: str) -> str:
    """What each form of a session carries. Another one each time, so that compressed pages betray none of it."""
    salt = secrets.token_hex(8)
    return f"{salt}{_signed(session_token, salt)}"


def is_form_token(session_token: str, given: str) -> bool:
    salt, signed = given[:16], given[16:]
    return hmac.compare_digest(_signed(session_token, salt), signed)


def _signed(session_token: str, salt: str) -> str:
    return hmac.new(session_token.encode(), f"form {salt}".encode(), hashlib.sha256).hexdigest()


def new_key() -> str:
    """The one-use key of a form."""
    return secrets.token_urlsafe(18)


Context = dict[str, Any]
