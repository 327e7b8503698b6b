"""Before money, or files with names: whoever is in says again that it is them, for a quarter of an hour.

On Telegram, or by a device that they added.
"""

from __future__ import annotations

from contextlib import suppress

from starlette.responses import Response

from bot.web.console import passkeys
from bot.web.console.console import Visit
from bot.web.console.frame import NO_PROBLEM, Problem, page
from db.console.questions import digest_of, login_standing, passkeys_of
from db.console.tables import LoginKind, WebSession
from db.people import Person
from db.session import AsyncSession
from handlers.acting import Acting, actor_of
from handlers.console import logins
from handlers.console import passkeys as devices
from messages import text


def is_fresh(visit: Visit) -> bool:
    at = visit.row.fresh_at
    return at is not None and visit.now - at < logins.FRESH_FOR


async def wanted(visit: Visit) -> Response | None:
    """The page that waits for the yes on Telegram, which carries what was filled in; None when it is not needed."""
    if is_fresh(visit):
        return None
    token = visit.given("fresh")
    if token and visit.given("passkey"):
        await _proved(visit, token)
    if token and await _confirmed(visit, token):
        return None
    problem = NO_PROBLEM
    if token and await _waits(visit, token):
        problem = Problem((("", visit.said(text("console-fresh-not-yet"))),))
    else:
        token = await _asked(visit)
    if not token:
        problem = Problem((("", visit.said(text("console-no-telegram"))),))
    kept = [
        (name, value)
        for name, value in visit.form.multi_items()
        if name not in ("form", "fresh", "passkey") and isinstance(value, str)
    ]
    title = visit.said(text("console-fresh-title"))
    options = await _options(visit, token) if token else ""
    return await page(visit, "fresh.html", title=title, problem=problem, token=token, kept=kept, options=options)


async def _options(visit: Visit, token: str) -> str:
    """What a device of theirs is asked, in the place of Telegram; "" when they have none."""
    party = passkeys.relying_party(visit.console, visit.request)
    known = await passkeys_of(visit.acting.session, visit.row.person_id)
    return passkeys.asked_to_prove(party, token, known) if party and known else ""


async def _proved(visit: Visit, token: str) -> None:
    """A device of the very person who is in says yes."""

    async def prove(session: AsyncSession) -> None:
        login = await login_standing(session, digest_of(token), LoginKind.FRESH, visit.now)
        if login is None or login.answered_at is not None or login.session_digest != visit.row.digest:
            return
        row, count = await passkeys.proved(visit.console, session, visit.request, token, visit.given("passkey"))
        if row.person_id == visit.row.person_id:
            acting = await _acting(visit, session)
            await devices.used(acting, row, count)
            devices.answers(acting, login)

    with suppress(passkeys.Untrue):
        await visit.console.write(prove)


async def _asked(visit: Visit) -> str:
    async def ask(session: AsyncSession) -> str:
        acting = await _acting(visit, session)
        asked = await logins.ask_fresh(acting, visit.row.digest, visit.row.browser)
        return asked.token if asked is not None else ""

    return await visit.console.write(ask)


async def _confirmed(visit: Visit, token: str) -> bool:
    """A yes renews the session under another cookie."""

    async def confirm(session: AsyncSession) -> str | None:
        row = await session.get(WebSession, visit.row.digest)
        return await logins.confirmed_fresh(await _acting(visit, session), row, token) if row is not None else None

    renewed = await visit.console.write(confirm)
    if renewed is None:
        return False
    visit.renewed = visit.token = renewed
    return True


async def _waits(visit: Visit, token: str) -> bool:
    found = await login_standing(visit.acting.session, digest_of(token), LoginKind.FRESH, visit.now)
    return found is not None and found.answered_at is None


async def _acting(visit: Visit, session: AsyncSession) -> Acting:
    person = await session.get_one(Person, visit.row.person_id)
    return Acting(session, visit.installation, await actor_of(session, person, "web"), visit.now)
