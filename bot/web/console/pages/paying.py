"""Paying claims in a batch: which ones, how and when; then each person's sum, and the total written again."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from starlette.responses import Response

from bot.web.console import fresh
from bot.web.console.console import Visit
from bot.web.console.doing import perform
from bot.web.console.forms import CHOICES, Input, cents_of, day_of
from bot.web.console.frame import NO_PROBLEM, Problem, page, problem_of
from bot.web.console.places import act_at
from db.claims.rules import Mode
from handlers.acting import Acting, ActResult, Refused, refuse
from handlers.claims import payments
from handlers.claims.views import claims_board
from messages import Money, Text, text


@dataclass(frozen=True, slots=True)
class Batch:
    """What was chosen on the first page."""

    numbers: list[int]
    mode: Mode
    day: dt.date


def _batch(visit: Visit) -> Batch:
    """Raises `Refused` about what lacks."""
    numbers = visit.numbers("number")
    if not numbers:
        raise refuse("console-choose-some")
    try:
        mode = Mode(visit.given("mode"))
    except ValueError:
        raise refuse("console-choose-one").about("mode") from None
    try:
        return Batch(numbers, mode, day_of(visit.given("day")))
    except Refused as refused:
        raise refused.about("day") from None


async def choose(visit: Visit, problem: Problem = NO_PROBLEM) -> Response:
    board = await claims_board(visit.acting)
    modes = tuple((mode.value, Text(f"{CHOICES[Mode]}-{mode.value.replace('_', '-')}")) for mode in Mode)
    rows = [row for row in board.to_pay if not row.own]
    return await page(
        visit,
        "pay.html",
        title=visit.said(text("console-pay-title")),
        menu="claims",
        problem=problem,
        rows=rows,
        ticked=visit.numbers("number") if visit.form else [row.number for row in rows],
        inputs=[
            Input("mode", text("field-mode"), "choice", visit.given("mode"), options=modes),
            Input("day", text("field-paid-on"), "day", visit.given("day") or visit.acting.today.isoformat()),
        ],
    )


async def check(visit: Visit, problem: Problem = NO_PROBLEM) -> Response:
    """Each person's sum. Nothing is paid yet."""
    if visit.given("again"):
        return await choose(visit)
    try:
        batch = _batch(visit)
        found = await payments.preview(visit.acting, batch.numbers, batch.mode, batch.day)
    except Refused as refused:
        return await choose(visit, problem_of(visit, refused.reason, refused.field))
    board = await claims_board(visit.acting)
    rows = [row for row in board.to_pay if row.number in batch.numbers]
    return await page(
        visit,
        "pay_check.html",
        title=visit.said(text("console-pay-check-title")),
        menu="claims",
        problem=problem,
        rows=rows,
        batch=batch,
        mode=Text(f"{CHOICES[Mode]}-{batch.mode.value.replace('_', '-')}"),
        total=Money(int(found.data["total_cents"])),
        written=visit.given("total"),
    )


async def pay(visit: Visit) -> Response:
    if visit.given("again"):
        return await choose(visit)
    try:
        batch, total = _batch(visit), cents_of(visit.given("total").strip())
    except Refused as refused:
        return await check(visit, problem_of(visit, refused.reason, "total"))
    if (wait := await fresh.wanted(visit)) is not None:
        return wait

    async def done(acting: Acting) -> ActResult:
        try:
            return await payments.pay(acting, batch.numbers, batch.mode, batch.day, total_cents=total)
        except Refused as refused:
            raise refused.about("total") from None

    return await perform(
        visit,
        done,
        lambda problem: check(visit, problem),
        place=lambda result: f"/demandes/paiements/{result.data['payment']}",
        undo=lambda result: act_at("claims.unpay", int(result.data["payment"])),
        careful=False,
    )


ROUTES = [
    ("GET", "/demandes/payer", choose),
    ("POST", "/demandes/payer", check),
    ("POST", "/demandes/payer/confirmer", pay),
]
