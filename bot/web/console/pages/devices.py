"""Passkeys on the pages: one's own device added or taken away in the settings; its yes in the place of Telegram's."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import hmac
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from bot.web.console import browsers, fresh, passkeys
from bot.web.console.console import Console, Visit
from bot.web.console.doing import perform
from bot.web.console.frame import NO_PROBLEM, Problem, page
from bot.web.console.http import DEVICE, DEVICE_KEPT, see_other, set_cookie
from bot.web.console.pages.settings import settings
from db.console.questions import digest_of, login_standing, passkeys_of
from db.console.tables import LoginKind
from db.people import Person
from db.session import AsyncSession
from handlers.acting import Acting, ActResult, actor_of, refuse
from handlers.console import passkeys as devices
from messages import text

LASTS: Final = dt.timedelta(seconds=passkeys.SECONDS)


async def said_yes(console: Console, request: Request, token: str, answer: str) -> int | None:
    """The login that this browser asked for, to which a device says yes.

    None when the device proves nothing, is of nobody who may come in, or was asked too long ago.
    """

    async def prove(session: AsyncSession) -> int | None:
        login = await login_standing(session, digest_of(token), LoginKind.CODE, console.clock())
        if login is None or login.answered_at is not None or login.created_at + LASTS <= console.clock():
            return None
        row, count = await passkeys.proved(console, session, request, token, answer)
        person = await devices.who(session, row)
        if person is None:
            return None
        acting = Acting(session, console.installation(), await actor_of(session, person, "web"), console.clock())
        await devices.used(acting, row, count)
        devices.answers(acting, login)
        return login.id

    try:
        return await console.write(prove)
    except passkeys.Untrue:
        return None


def _challenge(visit: Visit, key: str) -> str:
    """What a device signs to be added: of this session and of this form, whose key is used once."""
    made = hmac.new(visit.token.encode(), f"passkey {key}".encode(), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(made).decode().rstrip("=")


async def begin(visit: Visit) -> Response:
    """« Ajouter cet appareil »: whoever is in says again that it is them, then the browser asks the device."""
    if (wait := await fresh.wanted(visit)) is not None:
        return wait
    return await _asked(visit, NO_PROBLEM)


async def _asked(visit: Visit, problem: Problem) -> Response:
    party, key = passkeys.relying_party(visit.console, visit.request), visit.given("key")
    if not party or not key:
        return see_other(visit.console, "/reglages")
    session = visit.acting.session
    person = await session.get_one(Person, visit.row.person_id)
    known = await passkeys_of(session, person.id)
    options = passkeys.asked_to_add(party, _challenge(visit, key), person, visit.installation.organisation, known)
    title = visit.said(text("console-device-add"))
    return await page(visit, "device.html", title=title, menu="settings", problem=problem, options=options)


async def add(visit: Visit) -> Response:
    """What the device answered: kept once, however often it is sent."""
    browser = browsers.browser_of(visit.request.headers.get("user-agent", ""))

    async def adding(acting: Acting) -> ActResult:
        challenge = _challenge(visit, visit.given("key"))
        try:
            device = passkeys.added(visit.console, visit.request, challenge, visit.given("passkey"))
        except passkeys.Untrue:
            raise refuse("console-device-untrue") from None
        return await devices.add(acting, device, browser)

    response = await perform(
        visit, adding, lambda problem: _asked(visit, problem), place=lambda _result: "/reglages", is_fresh=True
    )
    if response.status_code == 303:
        set_cookie(visit.console, response, DEVICE, "1", seconds=DEVICE_KEPT)
    return response


async def remove(visit: Visit) -> Response:
    (number,) = visit.numbers("device")[:1] or [0]
    return await perform(
        visit,
        lambda acting: devices.remove(acting, number),
        lambda _problem: settings(visit),
        place=lambda _result: "/reglages",
        is_fresh=True,
    )


ROUTES = [
    ("POST", "/reglages/appareil", begin),
    ("POST", "/reglages/appareil/ajouter", add),
    ("POST", "/reglages/appareil/enlever", remove),
]
