"""The journal in sentences: the latest, a meeting's, a day's. Looking at one person leaves a line."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.responses import Response

from bot.web.console.console import Visit
from bot.web.console.doing import quietly
from bot.web.console.frame import NO_PROBLEM, Problem, page, problem_of
from bot.web.console.words import for_page
from handlers.acting import Acting, ActResult, Refused
from handlers.journal.acts import show, understood
from messages import Text, text

LINES = 100


async def journal(visit: Visit) -> Response:
    """Of a person, nothing is shown because a page was opened: it is asked for by a form."""
    asked = visit.query("q").strip()[:60]
    lines: list[str] = []
    problem, person = NO_PROBLEM, False
    try:
        wanted = await understood(visit.acting, asked)
        person = wanted.person is not None
        if not person:
            lines = _lines(visit, await show(visit.acting, wanted, most=LINES))
    except Refused as refused:
        if refused.reason.id.startswith("access-"):
            raise
        problem = problem_of(visit, refused.reason, "q")
    return await _page(visit, lines, asked, problem, ask=person)


async def of_person(visit: Visit) -> Response:
    asked = visit.given("q").strip()[:60]

    async def look(acting: Acting) -> ActResult:
        return await show(acting, await understood(acting, asked), most=LINES)

    try:
        lines = _lines(visit, await quietly(visit, look))
    except Refused as refused:
        return await _page(visit, [], asked, problem_of(visit, refused.reason, "q"))
    return await _page(visit, lines, asked, NO_PROBLEM)


def _lines(visit: Visit, result: ActResult) -> list[str]:
    """In the reader's language, without what only the shell can do."""
    found: Sequence[Text] = result.text.args.get("lines", ())  # type: ignore[assignment]
    return [words for line in found if (words := for_page(visit.said(line)))]


async def _page(visit: Visit, lines: list[str], asked: str, problem: Problem, *, ask: bool = False) -> Response:
    return await page(
        visit,
        "journal.html",
        title=visit.said(text("console-menu-journal")),
        menu="journal",
        problem=problem,
        lines=list(reversed(lines)),
        asked=asked,
        ask=ask,
    )


ROUTES = [("GET", "/journal", journal), ("POST", "/journal", of_person)]
