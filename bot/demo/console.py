"""The demo's own door to the web console: one click beside the phones, on this machine alone, as the coordinator."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from bot.app import App
from bot.web.console.browsers import browser_of
from bot.web.console.console import ROOT
from db.console.tables import Door
from db.people import coordinators
from handlers.acting import Acting, actor_of
from handlers.console.logins import open_session


def demo_door(app: App) -> Callable[[Request], Awaitable[Response]]:
    """Answers `POST /sim/bureau`; the page that mounts it takes nothing from another site."""

    async def come_in(request: Request) -> Response:
        """A session for the first coordinator, in the browser that asked."""
        browser = browser_of(request.headers.get("user-agent", ""))
        async with app.database.write() as session:
            found = await coordinators(session, app.installation.organisation_id)
            if not found:
                return PlainTextResponse("nobody", status_code=409)
            actor = await actor_of(session, found[0], "web")
            acting = Acting(session, app.installation, actor, app.clock())
            token = await open_session(acting, Door.DEMO, browser, shared=False)
        if app.outbox is not None:
            app.outbox.wake()
        answer = RedirectResponse(ROOT, status_code=303)
        answer.set_cookie("bureau", token, path="/", httponly=True, samesite="lax")
        return answer

    return come_in
