"""Personal information: what people asked and by when it is owed, incidents, and who looked at whom."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.responses import Response

from bot.web.console.console import Visit
from bot.web.console.frame import may, page
from db.privacy.tables import RequestState
from handlers.acting import ActResult
from handlers.privacy import asking, incidents, looking
from messages import Text, text


async def privacy(visit: Visit) -> Response:
    requests = await asking.list_requests(visit.acting)
    whole = may(visit, "privacy.incidents")
    return await page(
        visit,
        "privacy.html",
        title=visit.said(text("console-menu-privacy")),
        menu="privacy",
        requests=_requests(requests),
        incidents=await _incidents(visit) if whole else [],
        looks=_lines(await looking.list_looks(visit.acting, "")) if whole else [],
        whole=whole,
    )


def _requests(found: ActResult) -> list[tuple[int, Text, int | None]]:
    """Each with its line; the person, when they are to be forgotten and may still be kept."""
    rows = zip(found.data["requests"], _lines(found), strict=True)
    cools = RequestState.COOLING.value
    return [(row["number"], line, row["person"] if row["state"] == cools else None) for row, line in rows]


async def _incidents(visit: Visit) -> list[tuple[int, Text]]:
    found = await incidents.list_incidents(visit.acting)
    return [(row["number"], line) for row, line in zip(found.data["incidents"], _lines(found), strict=True)]


def _lines(result: ActResult) -> Sequence[Text]:
    found: Sequence[Text] = result.text.args.get("lines", ())  # type: ignore[assignment]
    return found


ROUTES = [("GET", "/vie-privee", privacy)]
