"""`portevoix doctor`: what is missing or wrong, in plain words, and how to mend it."""

from __future__ import annotations

import asyncio
import json

import typer

from bot.app import open_sms, open_telegram
from bot.cli.acting import JSON, settings_or_stop
from bot.clock import system_clock
from bot.doctor import Finding, Patient, examine
from bot.inbox.handle import replay
from bot.settings import Settings
from db.session import Database
from messages import Channel, Text, text
from messages.catalogue import Catalogue


def doctor(
    again: str = typer.Option("", "--replay", help="Put messages that were set aside back in line: all, or a number."),
    as_json: bool = JSON,
) -> None:
    """Look at everything; exit 0 only when all is well."""
    settings = settings_or_stop()
    catalogue = Catalogue.load(zone=settings.timezone)

    def say(words: Text) -> str:
        return catalogue.text(words, settings.default_language, Channel.TELEGRAM)

    if again:
        count = asyncio.run(_replay(settings, None if again == "all" else int(again)))
        print(json.dumps({"ok": True, "replayed": count}) if as_json else say(text("doctor-replayed", count=count)))
        return
    found = asyncio.run(_examine(settings))
    if as_json:
        findings = [{"name": f.name, "text": say(f.words)} for f in found]
        print(json.dumps({"ok": not found, "findings": findings}, ensure_ascii=False))
    else:
        for finding in found:
            print(f"- {say(finding.words)}")
        if not found:
            print(say(text("doctor-well")))
    raise SystemExit(1 if found else 0)


async def _examine(settings: Settings) -> list[Finding]:
    database = Database(settings.database_url)
    telegram, sms = open_telegram(settings), open_sms(settings)
    try:
        return await examine(Patient(settings, database, telegram, sms, system_clock()))
    finally:
        for channel in (telegram, sms):
            if channel is not None:
                await channel.close()
        await database.close()


async def _replay(settings: Settings, number: int | None) -> int:
    database = Database(settings.database_url)
    try:
        async with database.write() as session:
            return await replay(session, number)
    finally:
        await database.close()
