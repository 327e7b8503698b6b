"""`portevoix digest`: the month's items, their order, the day, the approval; made from the acts."""

from __future__ import annotations

import typer

from bot.cli.acting import AS, JSON, run_act
from bot.cli.generated import add_twins
from handlers.acting import Acting, ActResult
from handlers.digest.acts import approval

app = typer.Typer(help="The month's digest: items, order, day, preview, approval.", no_args_is_help=True)


@app.command()
def preview(acting_as: str = AS, as_json: bool = JSON) -> None:
    """Exactly what each phone will show, to how many people, for how much: `approve --dry-run`."""

    async def act(acting: Acting) -> ActResult:
        return await approval.approve(acting)

    run_act(act, acting_as=acting_as, as_json=as_json, dry_run=True)


add_twins(app, "digest")
