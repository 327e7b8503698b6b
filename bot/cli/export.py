"""`portevoix export`: a subject's lines as CSV or XLSX, for a spreadsheet or a program."""

from __future__ import annotations

import asyncio
import datetime as dt
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from enum import StrEnum

import typer

from bot.cli.acting import AS, JSON, Stop, ready, say, settings_or_stop, stop, who_acts
from bot.cli.trouble import is_network
from bot.clock import system_clock
from bot.installation import build_installation, organisation_row
from bot.path_key import path_key
from bot.settings import Settings
from bot.spreadsheets import Target, write_csv, write_xlsx
from db.exports import EXPORTS, Export, Row, Span
from db.schema import SchemaBehind
from db.session import Database
from handlers.acting import Acting, ActResult, Refused
from handlers.installation import Installation
from handlers.journal import acts
from handlers.journal.export import journal_export
from messages import Channel, text
from messages.catalogue import Catalogue


class ExportKind(StrEnum):
    JOURNAL = "journal"
    DELIVERIES = "deliveries"
    PEOPLE = "people"
    COMMENTS = "comments"
    CLAIMS = "claims"
    MEETINGS = "meetings"
    CONSENTS = "consents"


class Format(StrEnum):
    CSV = "csv"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What to write, where, how, and of which days."""

    what: str
    to: str
    xlsx: bool
    for_excel: bool
    since: dt.date | None
    until: dt.date | None


def export(
    what: ExportKind = typer.Argument(..., help="What to write."),
    to: str = typer.Option("-", "--to", help="A file; - writes to the screen, for programs."),
    format: Format | None = typer.Option(None, "--format", help="csv or xlsx; by default as the file is named."),
    since: str = typer.Option("", "--since", help="The first day, such as 2026-12-01."),
    until: str = typer.Option("", "--until", help="The last day, included."),
    excel: bool = typer.Option(False, "--excel", help="CSV as Excel in Quebec opens it: semicolons, byte order mark."),
    acting_as: str = AS,
    as_json: bool = JSON,
) -> None:
    """Write a subject's lines as CSV or XLSX: local time, masked addresses, no formulas, nameless kept nameless."""
    settings = settings_or_stop()
    catalogue = Catalogue.open(zone=settings.timezone)
    xlsx = format is Format.XLSX or (format is None and to.lower().endswith(".xlsx"))
    try:
        wanted = ExportRequest(what.value, to, xlsx, excel, day_of(since), day_of(until))
        done = asyncio.run(exported(settings, catalogue, wanted, acting_as))
    except Refused as refused:
        stop(catalogue, settings, refused.reason)
    except Stop as error:
        stop(catalogue, settings, error.reason, error.code)
    except SchemaBehind:
        stop(catalogue, settings, text("shell-schema-behind"))
    except OSError as error:
        if is_network(error):  # the database, not the file
            raise
        stop(catalogue, settings, text("export-cannot-write", file=to, reason=error.strerror or type(error).__name__))
    if to == "-":  # the lines themselves are the output
        print(catalogue.text(done.text, settings.default_language, Channel.TELEGRAM), file=sys.stderr)
    else:
        say(catalogue, settings, done, as_json)


async def exported(settings: Settings, catalogue: Catalogue, wanted: ExportRequest, acting_as: str | None) -> ActResult:
    """Ask leave and note it in one short transaction, then read: the program may write meanwhile."""
    await ready(settings)
    database = Database(settings.database_url, key=path_key(settings))
    try:
        installation = build_installation(settings, catalogue)
        async with database.write() as session:
            await organisation_row(session, installation.organisation)
            actor = await who_acts(session, acting_as, False)
            await acts.note_export(Acting(session, installation, actor, system_clock()), wanted.what)
        rows = await _written(database, installation, wanted)
    finally:
        await database.close()
    data = {"export": wanted.what, "rows": rows, "file": wanted.to}
    return ActResult(
        text("export-done", what=text(f"journal-value-what-{wanted.what}"), rows=rows, file=wanted.to), data
    )


async def _written(database: Database, installation: Installation, wanted: ExportRequest) -> int:
    subject: Export = journal_export(installation) if wanted.what == "journal" else EXPORTS[wanted.what]
    span = Span(installation.zone, wanted.since, wanted.until)
    async with database.read() as session:
        if not database.sqlite:  # SQLite reads one picture anyway
            await session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
        rows: AsyncIterator[Row] = subject.rows(session, span)
        with Target(wanted.to) as file:
            if wanted.xlsx:
                return await write_xlsx(file, subject.name, subject.columns, rows, installation.zone)
            return await write_csv(file, subject.columns, rows, installation.zone, for_excel=wanted.for_excel)


def day_of(written: str) -> dt.date | None:
    """A day of the command line; None when it is empty."""
    if not written:
        return None
    try:
        return dt.date.fromisoformat(written)
    except ValueError:
        raise Refused(text("journal-bad-day", day=written[:40])) from None
