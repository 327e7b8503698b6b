"""`portevoix privacy ...`, `people erase`, `people file`: what the law on personal information asks, from the shell."""

from __future__ import annotations

import asyncio
import csv
import datetime as dt
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import typer

from bot.cli.acting import AS, JSON, YES, Stop, printable, run_act, settings_or_stop
from bot.cli.generated import add_twins
from bot.clock import system_clock
from bot.erasing import keep_list, sweep_files
from bot.installation import build_installation
from bot.papers import pdf_of
from bot.path_key import path_key
from bot.spreadsheets import cell
from db.session import Database
from handlers.acting import Acting, ActResult
from handlers.installation import Installation
from handlers.privacy import erasing, file, found, incidents, notice, retention
from handlers.privacy.paper import Paper
from messages import text
from messages.catalogue import Catalogue

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Personal information: requests, retention, looks.")
incident = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="The register of incidents.")
app.add_typer(incident, name="incident")
TO = typer.Option(..., "--to", help="The folder where the files go.")
WHO = typer.Argument(..., help="The person, by name or number.")


def erase(
    who: str = WHO,
    reason: str = typer.Option("", "--reason", help="Who asked, and how: 'asked by phone on the 4th'."),
    at_once: bool = typer.Option(False, "--at-once", help="Now, without the 48 hours: it cannot be undone."),
    acting_as: str = AS,
    as_json: bool = JSON,
    yes: bool = YES,
) -> None:
    """A person to be forgotten: erased 48 hours from now, unless they come back or `people keep` undoes it."""

    async def act(acting: Acting) -> ActResult:
        person = await found.person_named(acting, who)
        name = person.name
        after = {"after": dt.timedelta(0)} if at_once else {}
        done = await erasing.erase(acting, person.id, reason, **after)
        if not at_once:
            return done
        await erasing.erase_due(acting)
        return ActResult(text("privacy-erase-now-done", name=name), done.data | {"erased": True})

    run_act(act, acting_as=acting_as, as_json=as_json, yes=yes)
    if at_once:
        asyncio.run(_sweep())


async def _sweep() -> None:
    """What the running program does each minute: the files go, and the list of people erased is kept beside them."""
    settings = settings_or_stop()
    database = Database(settings.database_url, key=path_key(settings))
    try:
        await sweep_files(database, settings.media_folder, system_clock())
        await keep_list(database, settings.media_folder)
    finally:
        await database.close()


def keep(who: str = WHO, acting_as: str = AS, as_json: bool = JSON, yes: bool = YES) -> None:
    """A person who was to be erased and is not: everything goes on as before."""

    async def act(acting: Acting) -> ActResult:
        return await erasing.keep(acting, (await found.person_named(acting, who)).id)

    run_act(act, acting_as=acting_as, as_json=as_json, yes=yes)


def person_file(who: str = WHO, to: Path = TO, acting_as: str = AS, as_json: bool = JSON) -> None:
    """Everything that is kept about one person: a letter in their language, the lines as JSON and CSV, their photos."""
    media = settings_or_stop().media_folder

    async def act(acting: Acting) -> ActResult:
        person = await found.person_named(acting, who)
        done = await file.make_file(acting, person.id)
        made: file.PersonFile = done.data["file"]
        _writing(to, lambda: _write_file(acting.installation, made, to, media))
        rows = done.data["rows"]
        said = text("privacy-file-done", name=made.name, folder=str(to), rows=rows)
        return ActResult(said, {"person": made.number, "rows": rows, "folder": str(to), "files": len(made.files)})

    run_act(act, acting_as=acting_as, as_json=as_json)


def _writing(folder: Path, work: Callable[[], object]) -> None:
    """A folder for its owner alone; what cannot be written there is said."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        work()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Stop(text("privacy-cannot-write", folder=str(folder), reason=reason)) from None


def _write_file(installation: Installation, made: file.PersonFile, to: Path, media: Path) -> None:
    (to / "lettre.pdf").write_bytes(pdf_of(made.letter.words(installation, made.language)))
    plain = {
        table: [{name: file.plain(value, installation.zone) for name, value in row.items()} for row in rows]
        for table, rows in made.tables.items()
    }
    (to / "tout.json").write_text(json.dumps(plain, ensure_ascii=False, indent=1), encoding="utf-8")
    for table, rows in plain.items():
        with (to / f"{table}.csv").open("w", encoding="utf-8-sig", newline="") as written:
            lines = csv.writer(written, delimiter=";")
            lines.writerow(rows[0])
            lines.writerows([_cell(value, installation) for value in row.values()] for row in rows)
    for name in made.files:
        if (media / name).is_file():
            shutil.copyfile(media / name, to / Path(name).name)


def _cell(value: object, installation: Installation) -> object:
    """No cell is ever a formula; a list stays JSON."""
    if value is None or isinstance(value, (bool, int, float)):
        return value
    return cell(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False), installation.zone)


@app.command("retention")
def keep_no_longer(
    dry_run: bool = typer.Option(False, "--dry-run", help="Count what is past its time; touch nothing."),
    acting_as: str = AS,
    as_json: bool = JSON,
) -> None:
    """Let go of what is past its time, as the program does each night; with --dry-run, only count it."""

    async def act(acting: Acting) -> ActResult:
        return await (retention.count_past if dry_run else retention.let_go_now)(acting)

    run_act(act, acting_as=acting_as, as_json=as_json)
    if not dry_run:
        asyncio.run(_sweep())


@app.command("notice")
def write_notice(
    to: Path = typer.Option(..., "--to", help="The file, such as avis.pdf."),
    language: str = typer.Option("", "--language", help="fr or en; the installation's own without it."),
) -> None:
    """The notice about personal information, to post or to hang on a wall."""
    settings = settings_or_stop()
    installation = build_installation(settings, Catalogue.open(zone=settings.timezone))
    words = notice.whole_notice(installation).words(installation, language or installation.default_language)
    to.write_bytes(pdf_of(words))
    print(printable(str(to)))


@incident.command("letters")
def incident_letters(
    number: int = typer.Argument(..., help="The number of the incident."),
    to: Path = TO,
    acting_as: str = AS,
    as_json: bool = JSON,
) -> None:
    """The letters of an incident, prefilled: to the Commission d'accès à l'information, and to the people concerned."""

    async def act(acting: Acting) -> ActResult:
        made: incidents.IncidentLetters = (await incidents.write_letters(acting, number)).data["letters"]

        def write() -> None:
            language = acting.installation.default_language
            pages: dict[str, Paper] = {"commission": made.commission, "personnes": made.people}
            for name, paper in pages.items():
                (to / f"incident-{number}-{name}.pdf").write_bytes(pdf_of(paper.words(acting.installation, language)))

        _writing(to, write)
        return ActResult(text("privacy-incident-letters-done", number=number, folder=str(to)), {"folder": str(to)})

    run_act(act, acting_as=acting_as, as_json=as_json)


add_twins(app, "privacy")
add_twins(incident, "privacy incident")
