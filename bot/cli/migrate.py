"""`portevoix migrate`: brings the schema to this version, or back."""

from __future__ import annotations

import asyncio

import typer

from bot.cli.acting import settings_or_stop, stop
from bot.path_key import path_key
from db.schema import current, downgrade, head, known_revisions, upgrade
from messages import text
from messages.catalogue import Catalogue


def migrate(
    to: str = typer.Option("head", "--to", help="The revision to reach; an older one takes the schema back."),
    back: bool = typer.Option(False, "--back", help="Take the schema back to the revision named by --to."),
) -> None:
    """Bring the database's schema to this version. It changes nothing else."""
    settings = settings_or_stop()
    catalogue = Catalogue.open(zone=settings.timezone, only="shell")
    if to != "head" and to not in known_revisions():
        stop(catalogue, settings, text("shell-no-such-revision", revision=to[:40]), 2)
    before = asyncio.run(current(settings.database_url))
    key = path_key(settings)
    step = downgrade(settings.database_url, to, key=key) if back else upgrade(settings.database_url, to, key=key)
    asyncio.run(step)
    after = asyncio.run(current(settings.database_url))
    print(f"{before or '-'} -> {after or '-'} ({head()})")
