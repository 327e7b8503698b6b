"""`portevoix backup`: everything in one locked file; the key that opens it; a trial of it."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperGroup

from bot.backup import BadBackup, Drilled, Locked, Manifest, drill, make_backup
from bot.backup.locked import identity_file, make_identity, recipients_of
from bot.cli.acting import JSON, ready, say, settings_or_stop, stop
from bot.cli.restore import IDENTITY, counted, identity_of, room_of, why_not
from bot.cli.trouble import is_network
from bot.clock import system_clock
from bot.path_key import path_key, secret_of
from bot.private_files import FOLDER_MODE
from bot.sealing import seal_now
from bot.seals import SealsBroken, seals_of, since_the_beginning
from bot.settings import Settings, SettingsError
from db.copies import NotCarried
from db.journal import write_entry
from db.schema import SchemaBehind
from db.session import Database
from handlers.acting import ActResult
from messages import Channel, Text, text
from messages.catalogue import Catalogue


class _MakeUnlessSaid(TyperGroup):
    """`portevoix backup copy.age` is `portevoix backup make copy.age`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if not args or (args[0] not in self.commands and args[0] != "--help"):
            args = ["make", *args]
        done: list[str] = super().parse_args(ctx, args)
        return done


app = typer.Typer(
    cls=_MakeUnlessSaid,
    help="Copy the database and the photos into one locked file: portevoix backup copy.age (also: backup key, drill).",
)


ON = {None: "sqlite", True: "postgresql", False: "sqlite-only"}  # where a drill put every row


@dataclass(frozen=True, slots=True)
class Made:
    """`key`: the file of a key pair that was made for it."""

    manifest: Manifest
    file: Path
    locked: bool
    key: Path | None


@app.command()
def make(
    file: Path | None = typer.Argument(
        None, help="Where to write it, such as copie-2026-12-08.age; else in BACKUP_FOLDER, under its date."
    ),
    plain: bool = typer.Option(False, "--plain", help="In clear: whoever finds the file reads everything in it."),
    with_key: bool = typer.Option(
        False, "--with-key", help="The key of the nameless comments too: whoever opens the file then knows the authors."
    ),
    as_json: bool = JSON,
) -> None:
    """Copy the database and the photos into one locked file, while the program runs."""
    settings = settings_or_stop()
    catalogue = Catalogue.open(zone=settings.timezone)
    to = file or settings.backup_folder / f"portevoix-{system_clock():%Y-%m-%d-%H%M%S}.{'zip' if plain else 'age'}"
    try:
        made = asyncio.run(_made(settings, to, plain, with_key))
    except SchemaBehind:
        stop(catalogue, settings, text("shell-schema-behind"))
    except SettingsError:
        stop(catalogue, settings, text("backup-bad-recipient"), 2)
    except OSError as error:
        if is_network(error):
            raise
        stop(catalogue, settings, text("backup-cannot-write", file=str(to), reason=error.strerror or "?"))
    _say(catalogue, settings, _told(settings, made), made.manifest.counts, as_json)
    if plain:  # on the error stream too: a program that reads the other one does not hide it
        print(catalogue.text(text("backup-plain"), settings.default_language, Channel.TELEGRAM), file=sys.stderr)


@app.command()
def key(
    to: Path | None = typer.Option(None, "--to", help="The file to make; else one beside the database."),
    as_json: bool = JSON,
) -> None:
    """Make the key pair of the backups: the public half locks them, the private half opens them."""
    settings = settings_or_stop()
    catalogue = Catalogue.open(zone=settings.timezone)
    file = to or identity_file(settings)
    try:
        public = make_identity(file, system_clock())
    except OSError as error:
        stop(catalogue, settings, text("backup-cannot-write", file=str(file), reason=error.strerror or "?"))
    if public is None:
        stop(catalogue, settings, text("backup-key-there", file=str(file)))
    words = text("backup-key-made", file=str(file), recipient=public)
    say(catalogue, settings, ActResult(words, {"file": str(file), "recipient": public}), as_json)


@app.command(name="drill")
def drill_command(
    file: Path = typer.Argument(..., help="A file that portevoix backup made."),
    identity: Path | None = IDENTITY,
    as_json: bool = JSON,
) -> None:
    """Try a backup: open it, check it, put it back in a place that goes away, and say what it holds. Once a year."""
    settings = settings_or_stop()
    catalogue = Catalogue.open(zone=settings.timezone)
    try:
        done = asyncio.run(_drilled(settings, file, identity_of(settings, identity)))
    except (BadBackup, Locked, OSError) as error:
        stop(catalogue, settings, why_not(file, error), as_json=as_json)
    except NotCarried as refused:
        stop(catalogue, settings, text("backup-drill-refused", file=str(file), table=refused.table), as_json=as_json)
    except SealsBroken as error:
        words = text("journal-anchor-changed", file=str(error), line=error.line)
        stop(catalogue, settings, words, as_json=as_json)
    if done.journal.why:
        stop(catalogue, settings, text("backup-drill-journal", file=str(file)), as_json=as_json)
    _say(catalogue, settings, _drill_told(file, done), done.counts, as_json)


async def _made(settings: Settings, file: Path, plain: bool, with_key: bool) -> Made:
    await ready(settings)
    recipients, made, now = recipients_of(settings), None, system_clock()
    if not recipients and not plain:
        made = identity_file(settings)
        make_identity(made, now)
        recipients = recipients_of(settings)
        if not recipients:  # a file that holds no key stands there
            raise FileExistsError(17, "no key", str(made))
    if file.parent == settings.backup_folder:
        file.parent.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    key = path_key(settings)
    database = Database(settings.database_url, key=key)
    try:
        await seal_now(database, seals_of(settings, key), now)  # so that the copy bears the seal of all that it holds
        secret = secret_of(settings) if with_key else None
        to = () if plain else recipients
        manifest = await make_backup(database, settings.media_folder, file, now, recipients=to, key=secret)
        async with database.write() as session:
            files = len(manifest.media)
            await write_entry(
                session, "journal.backed_up", now=now, actor="shell:installation", rows=manifest.rows, files=files
            )
        await seal_now(database, seals_of(settings, key), now)
    finally:
        await database.close()
    return Made(manifest, file, not plain, made)


async def _drilled(settings: Settings, file: Path, identity: Path | None) -> Drilled:
    await ready(settings)
    key, now = path_key(settings), system_clock()
    seals = seals_of(settings, key)
    noted = [line.seal for line in since_the_beginning(seals.read())]
    done = await drill(file, room_of(settings), now, key=key, identity=identity, noted=noted, url=settings.database_url)
    database = Database(settings.database_url, key=key)
    try:
        if not done.journal.why:
            async with database.write() as session:
                rows, files = done.manifest.rows, len(done.manifest.media)
                await write_entry(
                    session, "journal.drilled", now=now, actor="shell:installation", rows=rows, files=files
                )
            await seal_now(database, seals, now)
    finally:
        await database.close()
    return done


def _told(settings: Settings, made: Made) -> ActResult:
    manifest = made.manifest
    seal = manifest.sealed.short if manifest.sealed else "0"
    args: dict[str, object] = {
        "file": str(made.file),
        "rows": manifest.rows,
        "files": len(manifest.media),
        "seal": seal,
    }
    words: list[Text] = [Text("backup-done", args)]
    if manifest.missing:
        words.append(text("backup-missing", missing=len(manifest.missing)))
    if made.locked:
        words.append(text("backup-locked"))
        if made.key is not None:
            public = str(recipients_of(settings)[0])
            words.append(text("backup-key-made", file=str(made.key), recipient=public))
        elif identity_file(settings).exists():
            words.append(text("backup-key-here", file=str(identity_file(settings))))
    data: dict[str, Any] = counted(manifest.counts) | {"file": str(made.file), "rows": manifest.rows}
    data |= {"seal": manifest.seal, "files": len(manifest.media), "missing": manifest.missing, "locked": made.locked}
    data |= {"key_made": str(made.key) if made.key else None}
    return ActResult(text("backup-lines", lines=words), data)


def _drill_told(file: Path, done: Drilled) -> ActResult:
    manifest = done.manifest
    seal = manifest.sealed.short if manifest.sealed else "0"
    args: dict[str, object] = {"rows": manifest.rows, "files": len(manifest.media), "days": done.age.days}
    args |= {"date": manifest.made_at[:16].replace("T", " "), "seal": seal}
    words = [Text("backup-drilled", args)]
    words.append(text(f"backup-drill-on-{ON[done.on_server]}"))
    words.append(text(f"backup-drill-origin-{done.origin}"))
    words.append(text("backup-drill-compared") if done.compared else text("backup-drill-alone"))
    if not done.locked:
        words.append(text("backup-plain"))
    data = counted(done.counts) | args | {"file": str(file), "seal": manifest.seal}
    data |= {"locked": done.locked, "compared": done.compared}
    data |= {"on": ON[done.on_server], "origin": str(done.origin)}
    return ActResult(text("backup-lines", lines=words), data)


def _say(catalogue: Catalogue, settings: Settings, done: ActResult, counts: Mapping[str, int], as_json: bool) -> None:
    """The counts first, one table a line, then the sentence."""
    if not as_json:
        for name, number in counts.items():
            if number:
                print(f"{name:24}{number:>10}")
    say(catalogue, settings, done, as_json)
