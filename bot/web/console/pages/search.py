"""One search over everything: people, meetings, comments that may be read, broadcasts, the digest."""

from __future__ import annotations

import re

from starlette.responses import Response

from bot.web.console.console import Visit
from bot.web.console.frame import page
from bot.web.console.pages.meetings import offset_of
from bot.web.console.places import place_of
from handlers.routes import ROUTES as TOPICS
from messages import text
from messages.keywords import fold

SEARCHED = [view for topic in TOPICS.topics for view in topic.searched]
SHORTEST = 2  # letters worth searching
MOST = 50


async def search(visit: Visit) -> Response:
    asked = visit.query("q").strip()[:60]
    wanted = fold(asked)
    looked = len(wanted) >= SHORTEST
    found = [one for view in SEARCHED for one in await view(visit.acting, wanted)] if looked else []
    start = offset_of(visit)
    return await page(
        visit,
        "search.html",
        title=visit.said(text("console-search-title")),
        menu="today",
        asked=asked,
        found=[
            (_line(visit.said(one.line)), place_of(*one.at) or "/infolettre", one.at)
            for one in found[start : start + MOST]
        ],
        more=max(0, len(found) - start - MOST),
        following=start + MOST,
        looked=looked,
    )


def _line(words: str) -> str:
    """As a page shows it: without the mark of a list, nor the command that a chat would write."""
    return re.sub(r"\s*[:,]?\s*/[a-z-]+(?:\s+(?:envoi\s+)?\d+)?\.?$", "", words.strip().removeprefix("•").strip())


ROUTES = [("GET", "/recherche", search)]
