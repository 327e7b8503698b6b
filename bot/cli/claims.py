"""`portevoix claims`: list, show, approve, return, refuse, reopen, pay, and the table of rates."""

from __future__ import annotations

import datetime as dt

import typer

from bot.cli.acting import AS, JSON, YES, Acting, Stop, run_act
from db.claims.rules import LineKind, Mode
from handlers.access import Done
from handlers.claims import decisions, payments, rates
from messages import Money, text
from messages.sentences import amounts

app = typer.Typer(help="Claims: see, approve, send back, refuse, pay; the table of rates.", no_args_is_help=True)
rate_app = typer.Typer(help="The table of rates, by date.", no_args_is_help=True)
app.add_typer(rate_app, name="rate")

NUMBERS = typer.Argument(..., help="Numbers of the claims, such as 12 14.")
NUMBER = typer.Argument(..., help="Number of the claim, such as 12.")
DAY = "%Y-%m-%d"


@app.command("list")
def list_claims(acting_as: str = AS, as_json: bool = JSON) -> None:
    """Every claim to decide or to pay."""

    async def act(acting: Acting) -> Done:
        return await decisions.list_waiting(acting.session, acting.house, acting.actor, now=acting.now)

    run_act(act, acting_as=acting_as, as_json=as_json)


@app.command("show")
def show_claim(number: int = NUMBER, acting_as: str = AS, as_json: bool = JSON) -> None:
    """One claim: its lines, what deserves a second look, what was asked and answered."""

    async def act(acting: Acting) -> Done:
        return await decisions.show(acting.session, acting.house, acting.actor, number, now=acting.now)

    run_act(act, acting_as=acting_as, as_json=as_json)


@app.command("approve")
def approve_claims(
    numbers: list[int] = NUMBERS,
    at_most: bool = typer.Option(False, "--max", help="Pay no further than the table of rates."),
    acting_as: str = AS,
    as_json: bool = JSON,
) -> None:
    """Accept claims; each person is told. Nobody accepts their own."""

    async def act(acting: Acting) -> Done:
        return await decisions.approve(
            acting.session, acting.house, acting.actor, numbers, at_most=at_most, now=acting.now
        )

    run_act(act, acting_as=acting_as, as_json=as_json)


@app.command("return")
def return_claim(
    number: int = NUMBER,
    question: str = typer.Option(..., "--question", help="The one question to put to the person."),
    acting_as: str = AS,
    as_json: bool = JSON,
) -> None:
    """Send a claim back with a question; the answer sends it again."""

    async def act(acting: Acting) -> Done:
        return await decisions.send_back(acting.session, acting.house, acting.actor, number, question, now=acting.now)

    run_act(act, acting_as=acting_as, as_json=as_json)


@app.command("refuse")
def refuse_claim(
    number: int = NUMBER,
    reason: str = typer.Option(..., "--reason", help="Why, in words the person will read."),
    acting_as: str = AS,
    as_json: bool = JSON,
) -> None:
    """Do not accept a claim; the person is told why."""

    async def act(acting: Acting) -> Done:
        return await decisions.refuse_claim(acting.session, acting.house, acting.actor, number, reason, now=acting.now)

    run_act(act, acting_as=acting_as, as_json=as_json)


@app.command("reopen")
def reopen_claim(number: int = NUMBER, acting_as: str = AS, as_json: bool = JSON) -> None:
    """Take a decision back, while no money has left."""

    async def act(acting: Acting) -> Done:
        return await decisions.reopen(acting.session, acting.house, acting.actor, number, now=acting.now)

    run_act(act, acting_as=acting_as, as_json=as_json)


@app.command("pay")
def pay_claims(
    numbers: list[int] = NUMBERS,
    mode: Mode = typer.Option(..., "--mode", help="How it is paid."),
    on: dt.datetime = typer.Option(..., "--on", formats=[DAY], help="The date of payment, such as 2026-12-15."),
    total: str = typer.Option("", "--total", help="The total, to confirm it, such as 192,50."),
    yes: bool = YES,
    acting_as: str = AS,
    as_json: bool = JSON,
) -> None:
    """Note that claims are paid, once the total is confirmed; each person is asked whether it came."""

    async def act(acting: Acting) -> Done:
        session, house, actor, now = acting.session, acting.house, acting.actor, acting.now
        shown = await payments.preview(session, house, actor, numbers, mode, on.date(), now=now)
        due: int = shown.data["total_cents"]
        said = amounts.cents_in(total) if total else due if yes else None
        if said is None:
            raise Stop(text("claims-shell-total", preview=shown.text, total=Money(due), typed=f"{due / 100:.2f}"))
        return await payments.pay(session, house, actor, numbers, mode, on.date(), total_cents=said, now=now)

    run_act(act, acting_as=acting_as, as_json=as_json)


@rate_app.command("list")
def list_rates(acting_as: str = AS, as_json: bool = JSON) -> None:
    """The rates in force today."""

    async def act(acting: Acting) -> Done:
        return await rates.list_rates(acting.session, acting.house, acting.actor, now=acting.now)

    run_act(act, acting_as=acting_as, as_json=as_json)


@rate_app.command("add")
def add_rate(
    kind: LineKind = typer.Option(..., "--kind", help="What it pays for."),
    since: dt.datetime = typer.Option(..., "--from", formats=[DAY], help="From this date on, such as 2026-04-01."),
    cents: int | None = typer.Option(None, "--cents", help="What a unit pays, in cents; without it, the price paid."),
    most: int | None = typer.Option(None, "--max", help="The most for a meeting, in cents, when paid at its price."),
    receipt: bool = typer.Option(False, "--receipt", help="A receipt is asked for."),
    acting_as: str = AS,
    as_json: bool = JSON,
) -> None:
    """From a date on, a kind pays this."""

    async def act(acting: Acting) -> Done:
        return await rates.set_rate(
            acting.session,
            acting.house,
            acting.actor,
            kind,
            from_date=since.date(),
            cents=cents,
            max_cents=most,
            receipt=receipt,
            now=acting.now,
        )

    run_act(act, acting_as=acting_as, as_json=as_json)


@rate_app.command("example")
def example_rates(
    since: dt.datetime = typer.Option(..., "--from", formats=[DAY], help="From this date on, such as 2026-04-01."),
    acting_as: str = AS,
    as_json: bool = JSON,
) -> None:
    """A whole table of example amounts to begin with, when none is set."""

    async def act(acting: Acting) -> Done:
        return await rates.first_rates(acting.session, acting.house, acting.actor, since.date(), now=acting.now)

    run_act(act, acting_as=acting_as, as_json=as_json)
