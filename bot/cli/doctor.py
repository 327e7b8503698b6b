"""`portevoix doctor`: what is missing or wrong, and how to mend it."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Sequence
from pathlib import Path

import typer

from bot.cli.acting import JSON, language_of_the_house, ready, say, stop
from bot.clock import system_clock
from bot.doctor import Finding, examine
from bot.doctor.settings import no_file, refused
from bot.inbox.handle import replay
from bot.log import configure
from bot.path_key import path_key
from bot.settings import Settings, SettingsError
from db.journal import write_entry
from db.schema import SchemaBehind
from db.session import Database
from handlers.acting import ActResult
from messages import Channel, Text, text
from messages.catalogue import Catalogue


def doctor(
    again: str = typer.Option("", "--replay", help="Take messages set aside up again: all, or the number of one."),
    as_json: bool = JSON,
) -> None:
    """Look at everything, and say in plain words what is wrong and how to mend it, in the language of DEFAULT_LANGUAGE.
    The code is 0 when all is well."""
    try:
        settings = Settings.load()
    except SettingsError as error:
        catalogue = Catalogue.open()
        _report(catalogue, language_of_the_house(catalogue), refused(error), as_json)
        raise SystemExit(2) from None
    configure(settings)
    catalogue = Catalogue.open(zone=settings.timezone)
    if again:
        _replay(catalogue, settings, again, as_json)
        return
    findings = [*no_file(Path.cwd(), os.environ), *asyncio.run(examine(settings, system_clock()))]
    _report(catalogue, settings.default_language, findings, as_json)
    raise SystemExit(0 if all(finding.well for finding in findings) else 1)


def _report(catalogue: Catalogue, language: str, findings: Sequence[Finding], as_json: bool) -> None:
    def words(said: Text) -> str:
        return catalogue.text(said, language, Channel.TELEGRAM)

    problems = [finding for finding in findings if not finding.well]
    if as_json:
        lines = [
            {"id": f.id, "well": f.well, "text": words(f.words), "mend": words(f.mend) if f.mend else None}
            for f in findings
        ]
        print(json.dumps({"ok": not problems, "findings": lines}, ensure_ascii=False))
        return
    for finding in findings:
        mark = "doctor-mark-good" if finding.well else "doctor-mark-bad"
        print(f"{words(text(mark)):10}{words(finding.words)}")
        if finding.mend is not None:
            print(f"{'':10}{words(finding.mend)}")
    print(words(text("doctor-all-well") if not problems else text("doctor-problems", count=len(problems))))


def _replay(catalogue: Catalogue, settings: Settings, again: str, as_json: bool) -> None:
    if again != "all" and not again.isdecimal():
        stop(catalogue, settings, text("doctor-replay-what"), 2)
    try:
        number = asyncio.run(_put_back(settings, None if again == "all" else int(again)))
    except SchemaBehind:
        stop(catalogue, settings, text("shell-schema-behind"))
    if not number:
        stop(catalogue, settings, text("doctor-replay-none"))
    say(catalogue, settings, ActResult(text("doctor-replayed", count=number), {"messages": number}), as_json)


async def _put_back(settings: Settings, row_id: int | None) -> int:
    await ready(settings)
    database = Database(settings.database_url, key=path_key(settings))
    try:
        async with database.write() as session:
            number = await replay(session, row_id)
            if number:
                now = system_clock()
                await write_entry(session, "journal.replayed", now=now, actor="shell:installation", messages=number)
            return number
    finally:
        await database.close()
