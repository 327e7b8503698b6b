"""`portevoix comments`: see, take, mark read, answer; made from the acts."""

from __future__ import annotations

import typer

from bot.cli.acting import AS, JSON, run_act
from bot.cli.generated import add_twins
from handlers.acting import Acting, ActResult
from handlers.comments import acts

app = typer.Typer(help="Comments: see, take to the table, mark read, answer.", no_args_is_help=True)


@app.command("list")
def list_(
    meeting: int = typer.Option(..., "--meeting", help="The meeting's number."),
    acting_as: str = AS,
    as_json: bool = JSON,
) -> None:
    """The comments of a meeting, per agenda point."""

    async def act(acting: Acting) -> ActResult:
        return await acts.see_comments(acting, meeting)

    run_act(act, acting_as=acting_as, as_json=as_json)


add_twins(app, "comments")
