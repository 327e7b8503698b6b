"""A browser on the console of a town: the real pages over the real acts, without a network nor a screen."""

from __future__ import annotations

import asyncio
import re
from html import unescape
from html.parser import HTMLParser
from typing import Any

import httpx

from bot.settings import Settings
from bot.web.console.app import console_app
from bot.web.console.console import Console
from bot.web.console.templates import Templates
from bot.web.main_loop import MainLoop
from db.console.questions import digest_of
from db.console.tables import Door
from db.people import Person
from handlers.acting import Acting, actor_of
from handlers.console.logins import open_session
from tests.support.phones import ENV, Town

HTTPS = "https://porte.example.org"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0"


def console_of(town: Town, **env: str) -> Console:
    settings = Settings.load({**ENV, "PUBLIC_BASE_URL": HTTPS, **env})
    write = MainLoop(town.database, asyncio.get_running_loop(), lambda: None)
    installation = town.installation
    return Console(
        settings,
        lambda: installation.on(town.now),
        town.database,
        write,
        lambda: town.now,
        Templates(lambda: installation.on(town.now).catalogue),
    )


class Form(HTMLParser):
    """The forms of a page: where each goes, and what it would send as it stands."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.forms: list[tuple[str, str, list[tuple[str, str]]]] = []
        self._inside = self._area = self._select = ""
        self._values: list[tuple[str, str]] = []
        self._text = ""
        self.feed(words)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._values = []
            self.forms.append((given.get("action", ""), given.get("method", "get"), self._values))
        elif tag == "input" and given.get("type") not in ("submit", "file") and "name" in given:
            ticked = given.get("type") not in ("checkbox", "radio") or "checked" in given
            if ticked:
                self._values.append((given["name"], given.get("value", "on" if "checked" in given else "")))
        elif tag == "textarea":
            self._area, self._text = given.get("name", ""), ""
        elif tag == "select":
            self._select = given.get("name", "")
        elif tag == "option" and self._select and "selected" in given:
            self._values.append((self._select, given.get("value", "")))

    def handle_data(self, data: str) -> None:
        self._text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._area:
            self._values.append((self._area, self._text.removeprefix("\n")))
            self._area = ""
        if tag == "select":
            self._select = ""


class Browser:
    """One browser. `fill` posts the form of the last page whose action ends so, with these values on top."""

    def __init__(self, town: Town, console: Console, *, language: str = "fr") -> None:
        self.town = town
        self.console = console
        self.page: httpx.Response | None = None
        self.client = httpx.AsyncClient(
            transport=httpx.ASGITransport(app=console_app(console), raise_app_exceptions=True),
            base_url=console.settings.public_url,
            headers={"User-Agent": FIREFOX, "Accept-Language": language},
        )

    @property
    def words(self) -> str:
        """What the last page says, without its tags."""
        assert self.page is not None
        bare = re.sub(r"(?s)<(script|style|svg)\b.*?</\1>", " ", self.page.text)
        return re.sub(r"[\s\u00a0\u202f]+", " ", unescape(re.sub(r"<[^>]+>", " ", bare)))

    async def open(self, path: str, **headers: str) -> httpx.Response:
        """A page, redirections followed."""
        self.page = await self.client.get(path, headers=headers, follow_redirects=True)
        return self.page

    async def post(self, path: str, data: dict[str, Any], **headers: str) -> httpx.Response:
        """A form, without following where it leads."""
        origin = {"Origin": self.console.settings.public_url, **headers}
        self.page = await self.client.post(path, data=data, headers=origin)
        return self.page

    def form(self, action: str = "") -> tuple[str, dict[str, Any]]:
        """The address of the page's form whose action ends so, and its values; several of one name are a list."""
        assert self.page is not None
        own = self.page.url.path
        skipped = ("/langue", "/sortir", "/rester")
        for place, method, values in Form(self.page.text).forms:
            target = place or own
            if method.lower() != "post":
                continue
            if (action and target.endswith(action)) or (not action and not target.endswith(skipped)):
                data: dict[str, Any] = {}
                for name, value in values:
                    known = data.get(name)
                    data[name] = value if known is None else [*(known if isinstance(known, list) else [known]), value]
                return target, data
        raise AssertionError(f"no form {action!r} on {own}: {[f[0] for f in Form(self.page.text).forms]}")

    async def fill(self, action: str = "", *, but: tuple[str, ...] = (), **values: Any) -> httpx.Response:
        """Post that form and follow where it leads."""
        target, data = self.form(action)
        given = {name.replace("__", "-"): value for name, value in values.items()}
        kept = {name: value for name, value in (data | given).items() if name not in but}
        answer = await self.post(target, kept)
        if answer.is_redirect:
            return await self.open(answer.headers["location"])
        return answer

    async def confirm(self, **values: Any) -> httpx.Response:
        """What a check page asks: its own form, sent as it is."""
        return await self.fill("", but=("again",), **values)

    async def enter(self, person: Person, *, shared: bool = False) -> None:
        """A session of this person's, as after a login."""
        async with self.town.database.write() as session:
            actor = await actor_of(session, await session.get_one(Person, person.id), "web")
            acting = Acting(session, self.town.installation, actor, self.town.now)
            token = await open_session(acting, Door.CODE, "Firefox, Windows", shared=shared)
        name = "__Host-bureau" if self.console.secure else "bureau"
        self.client.cookies.set(name, token, domain=httpx.URL(self.console.settings.public_url).host)

    def session_digest(self) -> str:
        name = "__Host-bureau" if self.console.secure else "bureau"
        return digest_of(self.client.cookies.get(name) or "")


async def browser_of(town: Town, person: Person | None = None, **env: str) -> Browser:
    """A browser, in which this person is logged in."""
    browser = Browser(town, console_of(town, **env))
    if person is not None:
        await browser.enter(person)
    return browser
