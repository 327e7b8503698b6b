"""Logging in: six letters shown here and confirmed on Telegram, or a link that Telegram gave.

Looking at a page (GET, HEAD, a prefetch, a scanner of links) never uses anything: a click does.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Final

import segno
from markupsafe import Markup
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.web.console import browsers, passkeys
from bot.web.console.console import ROOT, Console, form_token
from bot.web.console.frame import outside_page, problem_page
from bot.web.console.http import (
    DEVICE,
    PENDING,
    SESSION,
    asked_language,
    cookie_of,
    drop_cookie,
    form_of,
    keep_session,
    same_origin,
    see_other,
    set_cookie,
    visit_of,
)
from bot.web.console.pages import devices
from bot.web.console.tries import Tries
from db.console.questions import digest_of, end_sessions, login_standing
from db.console.tables import Door, LoginKind, WebLogin, WebSession
from db.journal import write_entry
from db.people import Person
from db.session import AsyncSession
from handlers.acting import Acting, actor_of
from handlers.console import logins
from messages import Text, text

WAITS: Final = int(logins.LASTS.total_seconds())
MOST_KEPT: Final = 200  # fields of a form whose session was over


class Entering:
    """The public pages of the console."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._tries = Tries()

    # -- A: letters shown by the computer -------------------------------------------------------------------------

    async def show(self, request: Request) -> Response:
        async with self._console.reader.read() as session:
            if await visit_of(self._console, session, request) is not None:
                return see_other(self._console, "")
            login, code = await self._pending(session, request)
        if login is None:
            return self._page(request, "enter.html")
        return self._waiting(request, code)

    async def begin(self, request: Request) -> Response:
        """A click asks for letters: nothing is written because a page was looked at."""
        if not same_origin(self._console, request):
            return problem_page(self._console, request, 403)
        address = request.client.host if request.client else "?"
        if not self._tries.allow(address, self._console.clock()):
            return self._page(request, "enter.html", problem=text("console-enter-too-often"), status=429)
        browser = browsers.browser_of(request.headers.get("user-agent", ""))
        form = await form_of(request)

        async def ask(session: AsyncSession) -> logins.LoginRequest:
            return await logins.ask_by_code(session, self._console.installation(), browser, self._console.clock())

        asked = await self._console.write(ask)
        response: Response = see_other(self._console, "/entrer")
        if any(name.startswith("kept-") for name, _ in form.multi_items()):
            response = self._waiting(request, asked.code, kept=form.multi_items())
        self._remember(response, asked, shared="shared" in form)
        return response

    def _remember(self, response: Response, asked: logins.LoginRequest, *, shared: bool) -> None:
        value = f"{asked.token}.{asked.code}.{'s' if shared else 'o'}"
        set_cookie(self._console, response, PENDING, value, seconds=WAITS)

    async def state(self, request: Request) -> Response:
        """For the page that waits: "waiting", "accepted", "refused" or "over"."""
        token = cookie_of(self._console, request, PENDING).partition(".")[0]
        async with self._console.reader.read() as session:
            login = await login_standing(session, digest_of(token), LoginKind.CODE, self._console.clock())
            return JSONResponse({"state": state_of(login)})

    async def go_on(self, request: Request) -> Response:
        """« C'est fait, continuer »: the session opens once the phone said yes."""
        if not same_origin(self._console, request):
            return problem_page(self._console, request, 403)
        form = await form_of(request)
        token, _, rest = cookie_of(self._console, request, PENDING).partition(".")
        async with self._console.reader.read() as session:
            login = await login_standing(session, digest_of(token), LoginKind.CODE, self._console.clock())
        answer = form.get("passkey")
        if isinstance(answer, str) and answer and state_of(login) == "waiting":
            return await self._by_device(request, token, answer, form)
        if state_of(login) == "waiting":
            code = rest.partition(".")[0]
            return self._waiting(request, code, problem=text("console-enter-not-yet"), kept=form.multi_items())
        if login is None or not login.accepted:
            response = self._page(request, "enter.html", problem=text(f"console-enter-{state_of(login)}"), status=403)
            drop_cookie(self._console, response, PENDING)
            return response
        return await self._open(request, login.id, shared=not rest.endswith(".o"), form=form)

    # -- C: a device ------------------------------------------------------------------------------------------------

    async def device(self, request: Request) -> Response:
        """What this browser's device is asked to prove. It answers in the place of Telegram, for a login of its own."""
        party = passkeys.relying_party(self._console, request)
        if not same_origin(self._console, request) or not party:
            return problem_page(self._console, request, 403)
        address = request.client.host if request.client else "?"
        if not self._tries.allow(address, self._console.clock()):
            return JSONResponse({}, 429)
        browser = browsers.browser_of(request.headers.get("user-agent", ""))

        async def ask(session: AsyncSession) -> logins.LoginRequest:
            return await logins.ask_by_code(session, self._console.installation(), browser, self._console.clock())

        asked = await self._console.write(ask)
        options = passkeys.asked_to_prove(party, asked.token, [])
        response = Response(options, media_type="application/json")
        self._remember(response, asked, shared=False)
        return response

    async def _by_device(self, request: Request, token: str, answer: str, form: FormData) -> Response:
        proved = await devices.said_yes(self._console, request, token, answer)
        if proved is None:
            return self._page(request, "enter.html", problem=text("console-device-refused"), status=403)
        return await self._open(request, proved, shared=False, form=form, door=Door.PASSKEY)

    async def _pending(self, session: AsyncSession, request: Request) -> tuple[WebLogin | None, str]:
        token, _, rest = cookie_of(self._console, request, PENDING).partition(".")
        login = await login_standing(session, digest_of(token), LoginKind.CODE, self._console.clock())
        return (login, rest.partition(".")[0]) if login is not None and state_of(login) != "refused" else (None, "")

    def _waiting(
        self,
        request: Request,
        code: str,
        *,
        problem: Text | None = None,
        kept: Sequence[tuple[str, object]] | None = None,
    ) -> Response:
        bot = self._console.installation().telegram_bot
        link = f"https://t.me/{bot}?start=bureau-{code}" if bot else ""
        return self._page(
            request,
            "enter_code.html",
            problem=problem,
            code=code,
            link=link,
            qr=qr_of(link) if link else "",
            inside_telegram=browsers.inside_telegram(request.headers.get("user-agent", "")),
            kept=_kept(kept or []),
        )

    # -- B: a link that Telegram gave -----------------------------------------------------------------------------

    async def link(self, request: Request) -> Response:
        """Who would come in, and one button. The link is used by the button alone."""
        async with self._console.reader.read() as session:
            login = await self._linked(session, request)
            person = await session.get(Person, login.person_id) if login is not None else None
        if person is None:
            return self._page(request, "link_over.html", status=410, title="console-link-over")
        inside_telegram = browsers.inside_telegram(request.headers.get("user-agent", ""))
        return self._page(request, "enter_link.html", name=person.name, inside_telegram=inside_telegram)

    async def use_link(self, request: Request) -> Response:
        if not same_origin(self._console, request):
            return problem_page(self._console, request, 403)
        form = await form_of(request)
        async with self._console.reader.read() as session:
            login = await self._linked(session, request)
        if login is None:
            return self._page(request, "link_over.html", status=410, title="console-link-over")
        return await self._open(request, login.id, shared="shared" in form, form=form)

    async def _linked(self, session: AsyncSession, request: Request) -> WebLogin | None:
        token = request.path_params["token"]
        return await login_standing(session, digest_of(token), LoginKind.LINK, self._console.clock())

    # -- both -----------------------------------------------------------------------------------------------------

    async def _open(
        self, request: Request, login_id: int, *, shared: bool, form: FormData, door: Door | None = None
    ) -> Response:
        browser = browsers.browser_of(request.headers.get("user-agent", ""))
        opened = await self._console.write(self._opening(login_id, browser, shared, door))
        if opened is None:
            return self._page(request, "link_over.html", status=410, title="console-link-over")
        token, row = opened
        response: Response = see_other(self._console, "")
        kept = _kept(form.multi_items())
        if kept:
            again = [(name.removeprefix("kept-"), value) for name, value in kept if name != "kept-path"]
            path = next((value for name, value in kept if name == "kept-path"), ROOT)
            if not path.startswith(f"{ROOT}/"):
                path = ROOT
            response = self._page(
                request,
                "resume.html",
                title="console-resume-title",
                kept=again,
                again_at=f"{self._console.prefix}{path}",
                form_token=form_token(token),
            )
        keep_session(self._console, response, token, row)
        drop_cookie(self._console, response, PENDING)
        return response

    def _opening(
        self, login_id: int, browser: str, shared: bool, door: Door | None
    ) -> Callable[[AsyncSession], Awaitable[tuple[str, WebSession] | None]]:
        async def opening(session: AsyncSession) -> tuple[str, WebSession] | None:
            """None for someone who coordinates no more, or when it was used by another click."""
            login = await session.get(WebLogin, login_id)
            person = await session.get(Person, login.person_id) if login and login.person_id else None
            if login is None or person is None or person.erased_at is not None:
                return None
            actor = await actor_of(session, person, "web")
            if not actor.coordinator:
                return None
            login.browser = login.browser or browser
            acting = Acting(session, self._console.installation(), actor, self._console.clock())
            token = await logins.let_in(acting, login, shared=shared, door=door)
            row = await session.get(WebSession, digest_of(token)) if token is not None else None
            return (token, row) if token is not None and row is not None else None

        return opening

    async def leave(self, request: Request) -> Response:
        """« Sortir »: this browser's session ends."""
        if not same_origin(self._console, request):
            return problem_page(self._console, request, 403)
        token = cookie_of(self._console, request, SESSION)

        async def end(session: AsyncSession) -> None:
            row = await session.get(WebSession, digest_of(token))
            if row is not None:
                await note_left(self._console, session, row)

        await self._console.write(end)
        response = see_other(self._console, "/entrer")
        drop_cookie(self._console, response, SESSION)
        return response

    async def expired(self, request: Request, form: FormData) -> Response:
        """Someone who is not in: to the login page, with what they had written when it was a form."""
        if request.method != "POST":
            return see_other(self._console, "/entrer")
        kept = [(f"kept-{name}", value) for name, value in form.multi_items() if name not in ("form", "fresh", "seen")]
        return self._page(
            request,
            "enter.html",
            status=403,
            problem=text("console-enter-expired"),
            kept=_kept([*kept, ("kept-path", request.url.path)]),
        )

    def _page(
        self,
        request: Request,
        template: str,
        *,
        problem: Text | None = None,
        title: str = "console-enter-title",
        status: int = 200,
        kept: list[tuple[str, str]] | None = None,
        **context: object,
    ) -> Response:
        language = asked_language(self._console, request)
        return outside_page(
            self._console,
            request,
            template,
            title=self._console.said(text(title), language),
            status=status,
            wrong=self._console.said(problem, language) if problem is not None else "",
            kept=kept or [],
            device=self._device_here(request),
            **context,
        )

    def _device_here(self, request: Request) -> bool:
        """A device was added in this browser, which can be asked: Telegram's own browser cannot."""
        inside_telegram = browsers.inside_telegram(request.headers.get("user-agent", ""))
        known = bool(cookie_of(self._console, request, DEVICE))
        return known and not inside_telegram and bool(passkeys.relying_party(self._console, request))


def state_of(login: WebLogin | None) -> str:
    if login is None:
        return "over"
    if login.answered_at is None:
        return "waiting"
    return "accepted" if login.accepted else "refused"


def _kept(fields: Sequence[tuple[str, object]]) -> list[tuple[str, str]]:
    """What was written in a form whose session was over: hidden in each page until it can be sent again."""
    found = [(name, value) for name, value in fields if name.startswith("kept-") and isinstance(value, str)]
    return found[:MOST_KEPT]


async def note_left(console: Console, session: AsyncSession, row: WebSession) -> None:
    """One session ended by its owner, from the page."""
    person = await session.get_one(Person, row.person_id)
    actor = await actor_of(session, person, "web")
    ended = await end_sessions(session, row.person_id, digest=row.digest)
    await write_entry(session, "console.left", now=console.clock(), actor=actor.signature, channel="web", count=ended)


def qr_of(link: str) -> Markup:
    """An inline picture, without a style of its own."""
    made = segno.make(link, error="m", micro=False)
    return Markup(made.svg_inline(scale=5, border=2, dark="#134246", light="#ffffff", svgclass="qr", lineclass=None))  # noqa: S704
