"""« Aujourd'hui »: what waits for whoever coordinates, in the order of the harm done by waiting."""

from __future__ import annotations

import datetime as dt

from starlette.responses import Response

from bot.web.console.console import Visit
from bot.web.console.frame import page
from handlers.announcements.views import sent_lately
from handlers.meetings.views import meeting_rows
from handlers.routes import ROUTES as TOPICS
from handlers.todo.waiting import WaitingKind, what_waits
from messages import text

# Where what waits is done.
AT = {
    "task": "/appels/{}",
    "calls": "/appels",
    "presence": "/rencontres/{}/presence",
    "minutes": "/rencontres/{}",
    "meeting": "/rencontres/{}",
    "request": "/vie-privee",
    "reading": "/rencontres/{}/lecture",
    "claims": "/demandes",
    "broadcast": "/envois/{}",
    "digest": "/infolettre",
    "remarks": "/bilan?annee={}",
}
WAITING = [view for topic in TOPICS.topics for view in topic.waiting]
NEXT = 3
LATELY = dt.timedelta(days=1)


async def today(visit: Visit) -> Response:
    acting = visit.acting
    waits = await what_waits(acting, WAITING)
    return await page(
        visit,
        "today.html",
        title=visit.said(text("console-menu-today")),
        menu="today",
        later={kind.value for kind in WaitingKind},
        waits=[(one, AT[one.at[0]].format(one.at[1])) for one in waits],
        coming=(await meeting_rows(acting, most=NEXT)).rows,
        sent=await sent_lately(acting, visit.now - LATELY),
    )


ROUTES = [("GET", "", today)]
