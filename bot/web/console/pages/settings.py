"""One's own settings: the language, the browsers in which one is logged in; and what a session needs to last."""

from __future__ import annotations

from urllib.parse import unquote

from starlette.responses import JSONResponse, Response

from bot.web.console.console import Visit
from bot.web.console.doing import perform
from bot.web.console.frame import page
from bot.web.console.http import see_other
from bot.web.console.pages.entering import note_left, state_of
from bot.web.console.passkeys import relying_party
from db.console.questions import digest_of, login_standing, passkeys_of, seen_until, sessions_of
from db.console.tables import LoginKind, WebSession
from db.people import Person
from db.session import AsyncSession
from handlers.console import acts
from messages import text
from messages.languages import DESK

SHOWN = 16  # letters of a session's digest: enough to tell five apart


async def settings(visit: Visit) -> Response:
    rows = [row for row in await sessions_of(visit.acting.session, visit.row.person_id) if seen_until(row) > visit.now]
    sessions = [(row, row.digest[:SHOWN], row.digest == visit.row.digest) for row in rows]
    title = visit.said(text("console-menu-settings"))
    devices = await passkeys_of(visit.acting.session, visit.row.person_id)
    can_add = bool(relying_party(visit.console, visit.request))
    return await page(
        visit, "settings.html", title=title, menu="settings", sessions=sessions, devices=devices, can_add=can_add
    )


async def close_one(visit: Visit) -> Response:
    """Another browser's session ends."""
    wanted = visit.given("session")

    async def end(session: AsyncSession) -> None:
        for row in await sessions_of(session, visit.row.person_id):
            if row.digest[:SHOWN] == wanted and row.digest != visit.row.digest:
                await note_left(visit.console, session, row)

    await visit.console.write(end)
    return see_other(visit.console, "/reglages")


async def close_all(visit: Visit) -> Response:
    return await perform(visit, acts.close, lambda _problem: settings(visit), place=lambda _result: "/entrer")


async def speak(visit: Visit) -> Response:
    """The other language: of these pages, and of what Porte-voix writes to this person."""
    language, path = visit.given("language"), visit.given("path")

    async def chosen(session: AsyncSession) -> None:
        person = await session.get_one(Person, visit.row.person_id)
        if language in DESK:
            person.language = language

    await visit.console.write(chosen)
    return see_other(visit.console, path if _of_the_desk(path) else "")


def _of_the_desk(path: str) -> bool:
    """A page of these, written as browsers write it: nothing that climbs out of them."""
    pieces = unquote(path.partition("?")[0]).split("/")
    return path.startswith("/") and "//" not in path and "\\" not in path and not {".", ".."} & set(pieces)


async def stay(visit: Visit) -> Response:
    """Someone is still there: the session lasts from now on."""

    async def seen(session: AsyncSession) -> None:
        row = await session.get(WebSession, visit.row.digest)
        if row is not None:
            row.seen_at = visit.now

    await visit.console.write(seen)
    return see_other(visit.console, "")


async def fresh_state(visit: Visit) -> Response:
    """For the page that waits for a yes on Telegram."""
    token = visit.request.headers.get("x-token", "")
    login = await login_standing(visit.acting.session, digest_of(token), LoginKind.FRESH, visit.now)
    return JSONResponse({"state": state_of(login)})


ROUTES = [
    ("GET", "/reglages", settings),
    ("POST", "/reglages/fermer", close_one),
    ("POST", "/reglages/fermer-tout", close_all),
    ("POST", "/langue", speak),
    ("POST", "/rester", stay),
    ("GET", "/fraicheur/etat", fresh_state),
]
