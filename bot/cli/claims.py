"""`portevoix claims`: pay after the total is confirmed; the rest is made from the acts."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import typer

from bot.cli.acting import AS, JSON, YES, Stop, run_act
from bot.cli.generated import add_twins
from bot.spreadsheets import harmless
from db.claims.rules import Mode
from handlers.acting import Acting, ActResult
from handlers.claims import payments, treasurer
from messages import Channel, Money, Text, text
from messages.reading.answered import amount

app = typer.Typer(help="Claims: see, approve, send back, refuse, pay; the table of rates.", no_args_is_help=True)
app.add_typer(
    add_twins(typer.Typer(help="The table of rates, by date.", no_args_is_help=True), "claims rate"), name="rate"
)


@app.command("pay")
def pay_claims(
    numbers: list[int] = typer.Argument(..., help="Numbers of the claims, such as 12 14."),
    mode: Mode = typer.Option(..., "--mode", help="How it is paid."),
    on: dt.datetime = typer.Option(..., "--on", formats=["%Y-%m-%d"], help="The date of payment: 2026-12-15."),
    total: str = typer.Option("", "--total", help="The total, to confirm it, such as 192,50."),
    yes: bool = YES,
    acting_as: str = AS,
    as_json: bool = JSON,
) -> None:
    """Note that claims are paid, once the total is confirmed; each person is asked whether it came."""

    async def act(acting: Acting) -> ActResult:
        shown = await payments.preview(acting, numbers, mode, on.date())
        due: int = shown.data["total_cents"]
        said = amount(total) if total else due if yes else None
        if said is None:
            raise Stop(text("claims-shell-total", preview=shown.text, total=Money(due), typed=f"{due / 100:.2f}"))
        return await payments.pay(acting, numbers, mode, on.date(), total_cents=said)

    run_act(act, acting_as=acting_as, as_json=as_json)


@app.command("treasurer")
def treasurer_list(
    number: int = typer.Argument(..., help="The number of the payment."),
    to: Path = typer.Option(Path("paiement.xlsx"), "--to", help="The workbook to write."),
    sign: bool = typer.Option(False, "--sign", help="With a column where each person signs."),
    acting_as: str = AS,
    as_json: bool = JSON,
) -> None:
    """The list of a payment as a workbook for the treasurer: names, amounts, mode, and nothing else."""

    async def act(acting: Acting) -> ActResult:
        done = await treasurer.treasurer_list(acting, number)
        house = acting.installation

        def say(words: Text) -> str:
            return house.catalogue.text(words, house.default_language, Channel.POST)

        heads = [say(text(f"claims-treasurer-{name}")) for name in ("name", "amount", "mode", *["signature"] * sign)]
        modes = {mode.value: say(text(f"claims-mode-{mode.value.replace('_', '-')}")) for mode in Mode}
        lines = [(harmless(name), cents, modes[mode]) for name, cents, mode in done.data["rows"]]
        _write_list(to, heads, lines)
        return ActResult(
            text("claims-treasurer-made", number=number, file=str(to)), {"file": str(to)}, shows=done.shows
        )

    run_act(act, acting_as=acting_as, as_json=as_json)


def _write_list(path: Path, heads: list[str], lines: list[tuple[str, int, str]]) -> None:
    from openpyxl import Workbook  # only then: it is slow to import

    book = Workbook(write_only=True)
    book.properties.creator = ""
    sheet = book.create_sheet()
    sheet.append(heads)
    for name, cents, mode in lines:
        sheet.append([name, Decimal(cents) / 100, mode])
    book.save(path)


add_twins(app, "claims")
