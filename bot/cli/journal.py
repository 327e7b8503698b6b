"""`portevoix journal` shows what happened, and checks that nobody changed it afterwards."""

from __future__ import annotations

import asyncio

import typer

from bot.cli.acting import AS, JSON, Stop, run_act, say, settings_or_stop, stop
from bot.cli.export import day_of, export
from bot.path_key import path_key
from bot.settings import Settings
from db.journal.chain import Seal, Verdict, verify
from db.schema import SchemaBehind
from db.session import Database
from handlers.acting import Acting, ActResult
from handlers.journal import acts
from messages import Text, text
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
        asked = acts.Asked(meeting=meeting or None, day=day_of(day))
        if person:
            found = await acts.person_named(acting, person)
            asked = acts.Asked(person=found)
        return await acts.show(acting, asked, most=most)

    run_act(act, acting_as=acting_as, as_json=as_json)


@app.command(name="verify")
def verify_chain(
    seal: str = typer.Option("", "--seal", help="A seal noted earlier, to check that it is still there."),
    as_json: bool = JSON,
) -> None:
    """Recompute each seal of the journal; the first line that was changed by hand is named."""
    settings = settings_or_stop()
    catalogue = Catalogue.open(zone=settings.timezone)
    try:
        noted = seal_of(seal)
        verdict = asyncio.run(_verified(settings, noted))
    except Stop as error:
        stop(catalogue, settings, error.reason, error.code)
    except SchemaBehind:
        stop(catalogue, settings, text("shell-schema-behind"))
    if verdict.why:
        stop(catalogue, settings, _broken(verdict))
    words = text("journal-verified", checked=verdict.checked, waiting=verdict.waiting, seal=str(verdict.seal))
    data = {"checked": verdict.checked, "waiting": verdict.waiting, "seal": str(verdict.seal)}
    say(catalogue, settings, ActResult(words, data), as_json)


async def _verified(settings: Settings, noted: Seal | None) -> Verdict:
    database = Database(settings.database_url, key=path_key(settings))
    try:
        async with database.read() as session:
            return await verify(session, noted)
    finally:
        await database.close()


def _broken(verdict: Verdict) -> Text:
    if verdict.broken is None:
        return text("journal-broken-end", checked=verdict.checked)
    if verdict.why == "noted":
        return text("journal-broken-noted", number=verdict.broken)
    id = f"journal-broken-{verdict.why}"
    return Text(id, {"number": verdict.broken, "checked": verdict.checked})


def seal_of(written: str) -> Seal | None:
    if not written:
        return None
    place, _, hash = written.strip().partition(":")
    if not place.isdecimal() or len(hash) != 64:
        raise Stop(text("journal-bad-seal", seal=written[:80]), 2)
    return Seal(int(place), hash)


__all__ = ["app", "export"]
