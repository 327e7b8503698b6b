"""`portevoix comments`: get a meeting's comments, mark them read, answer each."""

from __future__ import annotations

import typer

from bot.cli.acting import AS, JSON, Acting, run_act
from handlers.access import Done
from handlers.comments import acts
from handlers.comments.commands import read_day, read_decision

app = typer.Typer(help="Comments of those who cannot come.", no_args_is_help=True)


@app.command("list")
def list_(
    meeting: int = typer.Option(..., "--meeting", help="The meeting's number."),
    acting_as: str = AS,
    as_json: bool = JSON,
) -> None:
    """The comments of a meeting, per agenda point; their authors learn that they were handed over."""

    async def act(acting: Acting) -> Done:
        return await acts.carry(acting.session, acting.house, acting.actor, meeting, now=acting.now)

    run_act(act, acting_as=acting_as, as_json=as_json)


@app.command()
def read(
    meeting: int = typer.Argument(..., help="The meeting's number."),
    on: str = typer.Option("", "--on", help="The date, such as 2026-12-08; empty: today."),
    acting_as: str = AS,
    as_json: bool = JSON,
) -> None:
    """They were read to the table."""

    async def act(acting: Acting) -> Done:
        day = read_day(on, acting.house.today(acting.now))
        return await acts.mark_read(acting.session, acting.house, acting.actor, meeting, day, now=acting.now)

    run_act(act, acting_as=acting_as, as_json=as_json)


@app.command()
def answer(
    number: int = typer.Argument(..., help="The comment's number."),
    decision: str = typer.Argument(..., help="kept, not kept, or to follow."),
    reason: str = typer.Argument(..., help="Why: the author reads it."),
    acting_as: str = AS,
    as_json: bool = JSON,
) -> None:
    """Answer one comment, always with a reason."""

    async def act(acting: Acting) -> Done:
        kind, _ = read_decision(decision.replace("-", " ").replace("_", " "))
        return await acts.answer(acting.session, acting.house, acting.actor, number, kind, reason, now=acting.now)

    run_act(act, acting_as=acting_as, as_json=as_json)
