"""Claims: what waits, one claim, the payments made, the table of rates."""

from __future__ import annotations

from starlette.responses import Response

from bot.web.console.console import Visit
from bot.web.console.frame import NO_PROBLEM, Problem, page
from bot.web.console.pages.meetings import offset_of
from handlers.claims.views import claim_shown, claims_board, paid_in_all, payment_rows, payment_shown, rates_shown
from messages import text


async def board(visit: Visit, problem: Problem = NO_PROBLEM) -> Response:
    shown = await claims_board(visit.acting)
    title = visit.said(text("console-menu-claims"))
    return await page(visit, "claims.html", title=title, menu="claims", problem=problem, board=shown)


async def claim(visit: Visit) -> Response:
    shown = await claim_shown(visit.acting, visit.request.path_params["number"])
    title = visit.said(text("console-claim-title", number=shown.claim.number, name=shown.name))
    return await page(visit, "claim.html", title=title, menu="claims", c=shown)


async def payments(visit: Visit) -> Response:
    rows = await payment_rows(visit.acting, offset=offset_of(visit))
    title = visit.said(text("console-payments-title"))
    return await page(visit, "payments.html", title=title, menu="claims", rows=rows)


async def payment(visit: Visit) -> Response:
    made, rows = await payment_shown(visit.acting, visit.request.path_params["number"])
    title = visit.said(text("console-payment-title", number=made.id, date=made.paid_on))
    totals = paid_in_all(rows)
    return await page(visit, "payment.html", title=title, menu="claims", payment=made, rows=rows, totals=totals)


async def rates(visit: Visit) -> Response:
    known, lines = await rates_shown(visit.acting)
    title = visit.said(text("console-rates-title"))
    return await page(visit, "rates.html", title=title, menu="claims", rates=known, lines=lines)


ROUTES = [
    ("GET", "/demandes", board),
    ("GET", "/demandes/{number:number}", claim),
    ("GET", "/demandes/paiements", payments),
    ("GET", "/demandes/paiements/{number:number}", payment),
    ("GET", "/tarifs", rates),
]
