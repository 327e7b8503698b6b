"""Calls: what waits for a human, one card each, what came of it, an answer in writing."""

from __future__ import annotations

from starlette.responses import Response

from bot.web.console.console import Visit
from bot.web.console.doing import perform
from bot.web.console.forms import Input
from bot.web.console.frame import NO_PROBLEM, Problem, page
from bot.web.console.places import act_at
from handlers.acting import Acting, ActResult
from handlers.calls import acts
from handlers.calls.views import call_card, call_cards
from messages import text


async def calls(visit: Visit) -> Response:
    cards = await call_cards(visit.acting)
    return await page(visit, "calls.html", title=visit.said(text("console-menu-calls")), menu="calls", cards=cards)


async def call(visit: Visit, problem: Problem = NO_PROBLEM) -> Response:
    card = await call_card(visit.acting, visit.request.path_params["number"])
    outcomes = tuple((letter, text(f"calls-outcome-{letter.lower()}")) for letter in acts.OUTCOMES)
    return await page(
        visit,
        "call.html",
        title=visit.said(text("console-call-title", number=card.number, name=card.name)),
        menu="calls",
        problem=problem,
        card=card,
        outcome=Input("letter", text("field-outcome"), "choice", visit.given("letter"), options=outcomes),
        answer=Input("words", text("field-call-answer"), "lines", visit.given("words"), longest=acts.LONGEST),
    )


async def settled(visit: Visit) -> Response:
    number = visit.request.path_params["number"]

    async def done(acting: Acting) -> ActResult:
        return await acts.settle(acting, number, visit.given("letter"))

    wrong = visit.given("letter") == "N"
    return await perform(
        visit,
        done,
        lambda problem: call(visit, problem),
        place=lambda _result: "/appels",
        undo=lambda _result: act_at("calls.right_number", number) if wrong else "",
    )


async def answered(visit: Visit) -> Response:
    number = visit.request.path_params["number"]

    async def done(acting: Acting) -> ActResult:
        return await acts.answer(acting, number, visit.given("words"))

    return await perform(
        visit,
        done,
        lambda problem: call(visit, problem),
        place=lambda _result: "/appels",
        what=visit.said(text("act-calls-answer")),
        menu="calls",
    )


ROUTES = [
    ("GET", "/appels", calls),
    ("GET", "/appels/{number:number}", call),
    ("POST", "/appels/{number:number}/issue", settled),
    ("POST", "/appels/{number:number}/repondre", answered),
]
