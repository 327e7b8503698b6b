"""The conversation of a person, both ways; and a word to them."""

from __future__ import annotations

from starlette.responses import Response

from bot.web.console.console import Visit
from bot.web.console.doing import perform
from bot.web.console.forms import Input
from bot.web.console.frame import NO_PROBLEM, Problem, page
from bot.web.console.pages.meetings import offset_of
from handlers.acting import Acting, ActResult
from handlers.people.conversation import LONGEST, conversation_shown, status_of, write
from messages import text


async def conversation(visit: Visit, problem: Problem = NO_PROBLEM) -> Response:
    shown = await conversation_shown(visit.acting, visit.request.path_params["number"], offset=offset_of(visit))
    return await page(
        visit,
        "conversation.html",
        title=visit.said(text("console-conversation-of", name=shown.person.name or "?")),
        menu="people",
        problem=problem,
        c=shown,
        fate_of=status_of,
        words=Input("words", text("field-words"), "lines", visit.given("words"), longest=LONGEST),
    )


async def written(visit: Visit) -> Response:
    number = visit.request.path_params["number"]

    async def done(acting: Acting) -> ActResult:
        return await write(acting, number, visit.given("words"))

    return await perform(
        visit,
        done,
        lambda problem: conversation(visit, problem),
        place=lambda _result: f"/personnes/{number}/conversation",
        what=visit.said(text("act-people-write")),
        menu="people",
    )


ROUTES = [
    ("GET", "/personnes/{number:number}/conversation", conversation),
    ("POST", "/personnes/{number:number}/conversation", written),
]
