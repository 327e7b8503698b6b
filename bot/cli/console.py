"""`portevoix console link` opens the web console from the shell; `close` ends every session a coordinator has there."""

from __future__ import annotations

import typer

from bot.cli.generated import add_twins

app = add_twins(typer.Typer(help="The coordinators' web console.", no_args_is_help=True), "console")
