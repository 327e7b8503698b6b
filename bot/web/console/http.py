"""What each request of the console passes through: headers, sizes, cookies, where it comes from, who it is."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Awaitable, Callable
from typing import Any, Final
from urllib.parse import urlsplit, urlunsplit

import structlog
from starlette.datastructures import FormData, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.web.console.console import Console, Page, Visit, is_form_token
from bot.web.patience import GONE
from db.console.questions import digest_of, session_standing
from db.console.tables import WebSession
from db.people import Person
from db.session import AsyncSession
from handlers.acting import Acting, actor_of
from handlers.looked import write_looked
from messages.languages import DESK

log = structlog.get_logger(__name__)

LARGEST_FORM: Final = 64_000  # bytes
LARGEST_FILE: Final = 2_000_000
WITH_A_FILE: Final = ("/importer", "/modele")  # the pages where one is chosen
MOST_FIELDS: Final = 2_000
SEEN_EVERY: Final = dt.timedelta(minutes=1)

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'none'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS: Final = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), "
    "publickey-credentials-get=(self)",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
FOR_EVER: Final = "public, max-age=31536000, immutable"


class Guard:
    """The headers of every answer, and a line of log for each request: its route, status and time; never a word."""

    def __init__(self, app: ASGIApp, secure: bool) -> None:
        self._app = app
        self._headers = dict(HEADERS)
        if secure:
            self._headers["Strict-Transport-Security"] = "max-age=31536000"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began, status = time.perf_counter(), 500

        async def guarded(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
                headers.setdefault("Cache-Control", "no-store")
                if location := headers.get("location"):
                    headers["location"] = _here(location)
            await send(message)

        try:
            await self._app(scope, receive, guarded)
        finally:
            route = getattr(scope.get("route"), "path", "?")
            ms = round((time.perf_counter() - began) * 1000, 1)
            if status != GONE:
                log.info("a page of the console", path=route, method=scope["method"], status=status, ms=ms)


def _here(location: str) -> str:
    """The same page without its host: that of a request is what whoever asks says it is, and a cache may keep it."""
    whole = urlsplit(location)
    return urlunsplit(("", "", whole.path, whole.query, whole.fragment)) if whole.netloc else location


# -- cookies ------------------------------------------------------------------------------------------------------

SESSION: Final = "bureau"
PENDING: Final = "bureau-entree"
DONE: Final = "bureau-fait"
DEVICE: Final = "bureau-appareil"  # a device was added in this browser; it says nothing of whose
DEVICE_KEPT: Final = 31_536_000  # seconds
LANGUAGE: Final = "bureau-langue"
LANGUAGE_PARAMETER: Final = "langue"
LANGUAGE_KEPT: Final = 31_536_000  # seconds


def cookie_name(console: Console, name: str) -> str:
    """`__Host-`: over https, for this host and the whole of it. On this machine alone, a plain name."""
    return f"__Host-{name}" if console.secure else name


def set_cookie(console: Console, response: Response, name: str, value: str, *, seconds: int | None = None) -> None:
    """`seconds` None: until the browser closes."""
    response.set_cookie(
        cookie_name(console, name),
        value,
        max_age=seconds,
        path="/",
        secure=console.secure,
        httponly=True,
        samesite="lax",
    )


def drop_cookie(console: Console, response: Response, name: str) -> None:
    response.delete_cookie(cookie_name(console, name), path="/", secure=console.secure, httponly=True, samesite="lax")


def cookie_of(console: Console, request: Request, name: str) -> str:
    return request.cookies.get(cookie_name(console, name), "")


# -- who asks -----------------------------------------------------------------------------------------------------


async def standing(console: Console, session: AsyncSession, request: Request) -> tuple[WebSession, Person] | None:
    """The session of this browser and whose it is, if it stands now and they are still here."""
    token = cookie_of(console, request, SESSION)
    row = await session_standing(session, digest_of(token), console.clock()) if token else None
    person = await session.get(Person, row.person_id) if row is not None else None
    return (row, person) if row is not None and person is not None and person.erased_at is None else None


async def visit_of(console: Console, session: AsyncSession, request: Request) -> Visit | None:
    """Who is in, with the role and the territory that they have at this very moment; None for anybody else."""
    found = await standing(console, session, request)
    if found is None:
        return None
    row, person = found
    actor = await actor_of(session, person, "web")
    if not actor.coordinator:
        return None
    acting = Acting(session, console.installation(), actor, console.clock(), reads=True)
    token = cookie_of(console, request, SESSION)
    return Visit(console, request, row, token, acting, spoken(person.language))


def spoken(language: str) -> str:
    return language if language in DESK else DESK[0]


def asked_language(console: Console, request: Request) -> str:
    """For someone not known yet: the language they chose here, else the house's.

    Unless their browser does not speak it, and speaks another that is offered.
    """
    chosen = request.query_params.get(LANGUAGE_PARAMETER) or cookie_of(console, request, LANGUAGE)
    if chosen in DESK:
        return chosen
    house = spoken(console.settings.default_language)
    accepted = [part.strip()[:2].lower() for part in request.headers.get("accept-language", "").split(",")]
    offered = [name for name in accepted if name in DESK]
    return house if house in offered or not offered else offered[0]


def keep_language(console: Console, request: Request, response: Response, language: str) -> None:
    """Remembered by this browser for the pages that nobody is in, until another is chosen."""
    if cookie_of(console, request, LANGUAGE) != language:
        set_cookie(console, response, LANGUAGE, language, seconds=LANGUAGE_KEPT)


def same_origin(console: Console, request: Request) -> bool:
    """A form of our own: its origin is ours; a browser that says none must say that it comes from here."""
    origin = request.headers.get("origin")
    if origin is not None and origin != "null":
        return origin in console.origins(request)
    return request.headers.get("sec-fetch-site") == "same-origin"


async def form_of(request: Request, *, file: bool = False) -> FormData:
    """What was posted, read no further than its limit."""
    most = LARGEST_FILE if file else LARGEST_FORM
    await _read_at_most(request, most)
    return await request.form(max_files=1 if file else 0, max_fields=MOST_FIELDS, max_part_size=most)


async def _read_at_most(request: Request, most: int) -> None:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            raise HTTPException(413)
    request._body = bytes(body)


# -- the way in ---------------------------------------------------------------------------------------------------

Endpoint = Callable[[Request], Awaitable[Response]]
Outside = Callable[[Request, FormData], Awaitable[Response]]


def inside(console: Console, page: Page, outside: Outside, refused: Callable[..., Awaitable[Response]]) -> Endpoint:
    """An endpoint for whoever is in. `outside` answers the others, with what they had written."""

    async def endpoint(request: Request) -> Response:
        posted = request.method == "POST"
        if posted and not same_origin(console, request):
            return await refused(request, 403)
        form = await form_of(request, file=request.url.path.endswith(WITH_A_FILE)) if posted else FormData()
        async with console.reader.read() as session:
            visit = await visit_of(console, session, request)
            if visit is None:
                return await outside(request, form)
            visit.form = form
            if posted and not is_form_token(visit.token, visit.given("form")):
                return await refused(request, 403, visit)
            response = await page(visit)
        await _seen(visit)
        await _looked(visit)
        keep_language(console, request, response, visit.language)
        if visit.renewed:
            keep_session(console, response, visit.renewed, visit.row)
        return response

    return endpoint


async def _seen(visit: Visit) -> None:
    """The session lasts while it is used; said once a minute at most."""
    if visit.renewed or visit.now - visit.row.seen_at < SEEN_EVERY:
        return
    digest, now = visit.row.digest, visit.now

    async def seen(session: AsyncSession) -> None:
        row = await session.get(WebSession, digest)
        if row is not None:
            row.seen_at = now

    await visit.console.write(seen)


async def _looked(visit: Visit) -> None:
    """The people whom the page showed have their line in the register of looks before it leaves."""
    if not visit.acting.looked:
        return

    async def write(session: AsyncSession) -> None:
        await write_looked(visit.acting, session)

    await visit.console.write(write)


def keep_session(console: Console, response: Response, token: str, row: WebSession) -> None:
    """On a computer that others use, the cookie goes with the browser; the session ends by itself in any case."""
    seconds = None if row.shared else int((row.ends_at - row.created_at).total_seconds())
    set_cookie(console, response, SESSION, token, seconds=seconds)


def html(words: str, status: int = 200) -> HTMLResponse:
    return HTMLResponse(words, status_code=status)


def see_other(console: Console, path: str) -> RedirectResponse:
    """After a form: the page that shows what it did."""
    return RedirectResponse(console.address(path), status_code=303)


Handler = Callable[..., Any]
