"""Comments: those that wait, by meeting, and the reading list of one meeting."""

from __future__ import annotations

from starlette.responses import Response

from bot.web.console.console import Visit
from bot.web.console.frame import page
from bot.web.console.http import see_other
from bot.web.console.pages.meetings import offset_of
from handlers.comments.views import comments_by_meeting, reading_list
from handlers.things import COMMENT
from messages import text


async def waiting(visit: Visit) -> Response:
    rows = await comments_by_meeting(visit.acting, offset=offset_of(visit))
    return await page(
        visit, "comments.html", title=visit.said(text("console-menu-comments")), menu="comments", rows=rows
    )


async def reading(visit: Visit) -> Response:
    shown = await reading_list(visit.acting, visit.request.path_params["number"])
    name = text("meetings-name", roundtable=shown.roundtable, date=shown.meeting.local_date)
    title = visit.said(text("console-reading-title", meeting=name))
    over = shown.meeting.starts_at <= visit.now
    return await page(visit, "reading.html", title=title, menu="comments", r=shown, over=over)


async def one(visit: Visit) -> Response:
    """A comment is shown among those of its meeting, never alone."""
    comment = await COMMENT.find(visit.acting, visit.request.path_params["number"])
    return see_other(visit.console, f"/rencontres/{comment.meeting_id}/lecture")


ROUTES = [
    ("GET", "/reponses", waiting),
    ("GET", "/reponses/{number:number}", one),
    ("GET", "/rencontres/{number:number}/lecture", reading),
]
