"""`portevoix journal` shows what happened, and checks that nobody changed it afterwards."""

from __future__ import annotations

import asyncio

import typer

from bot.cli.acting import AS, JSON, YES, Stop, confirmed, ready, run_act, say, settings_or_stop, stop
from bot.cli.export import day_of, export
from bot.cli.sealed import SealsChecked, broken, check, told
from bot.clock import system_clock
from bot.path_key import path_key
from bot.sealing import note
from bot.seals import AGAIN, BEGUN, seals_of
from bot.settings import Settings
from db.journal import write_entry
from db.journal.chain import SHORT, Seal, last_seal, seal_entries, verify
from db.schema import SchemaBehind
from db.session import Database
from handlers.acting import Acting, ActResult
from handlers.journal import acts
from messages import Channel, text
from messages.catalogue import Catalogue

app = typer.Typer(help="What happened: shown in words, and checked for changes made afterwards.", no_args_is_help=True)


@app.command()
def show(
    person: str = typer.Option("", "--person", help="A name, or the number of a person."),
    meeting: int = typer.Option(0, "--meeting", help="The number of a meeting."),
    day: str = typer.Option("", "--day", help="A day, such as 2026-12-08."),
    most: int = typer.Option(200, "--most", min=1, help="How many lines at most, the latest ones."),
    acting_as: str = AS,
    as_json: bool = JSON,
) -> None:
    """What happened, by person, meeting or day; the latest lines without any of them."""

    async def act(acting: Acting) -> ActResult:
        asked = acts.JournalSearch(meeting=meeting or None, day=day_of(day))
        if person:
            found = await acts.person_named(acting, person)
            asked = acts.JournalSearch(person=found)
        return await acts.show(acting, asked, most=most)

    run_act(act, acting_as=acting_as, as_json=as_json)


@app.command(name="verify")
def verify_chain(
    seal: str = typer.Option(
        "", "--seal", help="A seal noted earlier (412:9f2c71ab), to check that it is still there."
    ),
    as_json: bool = JSON,
) -> None:
    """Recompute each seal of the journal, beside those noted outside the database; the first fault is named."""
    settings = settings_or_stop()
    catalogue = Catalogue.open(zone=settings.timezone)
    try:
        checked = asyncio.run(_verified(settings, seal_of(seal)))
    except Stop as error:
        stop(catalogue, settings, error.reason, error.code, as_json=as_json)
    except SchemaBehind:
        stop(catalogue, settings, text("shell-schema-behind"), as_json=as_json)
    say(catalogue, settings, told(checked), as_json)


@app.command()
def anchor(
    again: bool = typer.Option(
        False,
        "--again",
        help="Take the journal as it stands, though it is not whole: from now on, this is what counts.",
    ),
    yes: bool = YES,
    as_json: bool = JSON,
) -> None:
    """Begin the file where the journal's seals are noted; the program does it by itself at first."""
    settings = settings_or_stop()
    catalogue = Catalogue.open(zone=settings.timezone)
    sure = catalogue.text(text("journal-anchor-sure"), settings.default_language, Channel.TELEGRAM)
    if again and not confirmed(sure, yes):
        stop(catalogue, settings, text("restore-not-confirmed"), as_json=as_json)
    try:
        done = asyncio.run(_anchored(settings, again))
    except Stop as error:
        stop(catalogue, settings, error.reason, error.code, as_json=as_json)
    say(catalogue, settings, done, as_json)


async def _verified(settings: Settings, noted: Seal | None) -> SealsChecked:
    key = path_key(settings)
    database = Database(settings.database_url, key=key)
    try:
        return await check(database, seals_of(settings, key), noted)
    finally:
        await database.close()


async def _anchored(settings: Settings, again: bool) -> ActResult:
    await ready(settings)
    key = path_key(settings)
    database, seals, now = Database(settings.database_url, key=key), seals_of(settings, key), system_clock()
    try:
        if not again and seals.begun:
            raise Stop(text("journal-anchor-there", file=str(seals.path)))
        if not again:
            async with database.read() as session:
                if (verdict := await verify(session)).why:
                    raise Stop(broken(verdict))
        async with database.write() as session:
            await write_entry(session, "journal.anchored", now=now, actor="shell:installation", again=int(again))
        async with database.write() as session:
            await seal_entries(session)
            last = await last_seal(session)
        if again:
            seals.set_aside_if_broken(now)
        await note(database, seals, AGAIN if again else BEGUN, now)
    except OSError as error:
        raise Stop(text("journal-anchor-cannot", file=str(seals.path), reason=error.strerror or "?")) from None
    finally:
        await database.close()
    words = text("journal-anchored", file=str(seals.path), seal=last.short)
    return ActResult(words, {"file": str(seals.path), "seal": str(last)})


def seal_of(written: str) -> Seal | None:
    if not written:
        return None
    place, _, hash = written.strip().lower().partition(":")
    if not place.isdecimal() or not SHORT <= len(hash) <= 64 or not set(hash) <= set("0123456789abcdef"):
        raise Stop(text("journal-bad-seal", seal=written[:80]), 2)
    return Seal(int(place), hash)


__all__ = ["app", "export"]
