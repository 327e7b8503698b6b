"""The digest that takes items now: its items in their order, moved by a button."""

from __future__ import annotations

from starlette.responses import Response

from bot.web.console.console import Visit
from bot.web.console.doing import perform
from bot.web.console.frame import NO_PROBLEM, Problem, page
from handlers.acting import Acting, ActResult
from handlers.digest.acts import items
from handlers.digest.views import digest_shown
from messages import text


async def digest(visit: Visit, problem: Problem = NO_PROBLEM) -> Response:
    shown = await digest_shown(visit.acting)
    title = visit.said(text("console-digest-title", month=shown.month))
    return await page(visit, "digest.html", title=title, menu="digest", problem=problem, d=shown)


async def ordered(visit: Visit) -> Response:
    """One item a place up, or down."""
    order = (await digest_shown(visit.acting)).order
    moved = _moved(order, visit.numbers("item"), visit.given("move"))

    async def done(acting: Acting) -> ActResult:
        return await items.order(acting, moved)

    return await perform(visit, done, lambda problem: digest(visit, problem), place=lambda _result: "/infolettre")


def _moved(order: list[int], which: list[int], move: str) -> list[int]:
    moved = list(order)
    for item in which:
        if item in moved:
            place = moved.index(item)
            moved.remove(item)
            moved.insert(max(0, place + (-1 if move == "up" else 1)), item)
    return moved


ROUTES = [("GET", "/infolettre", digest), ("POST", "/infolettre", ordered)]
