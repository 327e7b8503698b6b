"""`portevoix todo`: what waits, put off, taken up again; and a search everywhere. Made from the acts."""

from __future__ import annotations

import typer

from bot.cli.generated import add_twins

app = add_twins(
    typer.Typer(help="What waits for whoever coordinates, and where a word is found.", no_args_is_help=True), "todo"
)
