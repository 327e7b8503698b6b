"""Before money, or files with names: whoever is in says on Telegram that it is still them, for a quarter of an hour."""

from __future__ import annotations

from starlette.responses import Response

from bot.web.console.console import Visit
from bot.web.console.frame import NO_PROBLEM, Problem, page
from db.console.questions import digest_of, login_standing
from db.console.tables import LoginKind, WebSession
from db.people import Person
from db.session import AsyncSession
from handlers.acting import Acting, actor_of
from handlers.console import logins
from messages import text


def is_fresh(visit: Visit) -> bool:
    at = visit.row.fresh_at
    return at is not None and visit.now - at < logins.FRESH_FOR


async def wanted(visit: Visit) -> Response | None:
    """The page that waits for the yes on Telegram, which carries what was filled in; None when it is not needed."""
    if is_fresh(visit):
        return None
    token = visit.given("fresh")
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
        if name not in ("form", "fresh") and isinstance(value, str)
    ]
    title = visit.said(text("console-fresh-title"))
    return await page(visit, "fresh.html", title=title, problem=problem, token=token, kept=kept)


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
