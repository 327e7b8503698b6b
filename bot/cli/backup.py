"""`portevoix backup` and `portevoix restore`: everything in one file, and back."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import typer

from bot.backup import BadBackup, Manifest, NotEmpty, Restored, key_in, make_backup, read_manifest, restore_backup
from bot.cli.acting import JSON, YES, confirmed, ready, say, settings_or_stop, sqlite_path, stop
from bot.cli.run import only_one
from bot.cli.trouble import is_network
from bot.clock import system_clock
from bot.path_key import key_file, make_key, path_key, secret_of
from bot.settings import Settings
from db.journal import write_entry
from db.schema import SchemaBehind
from db.session import Database
from handlers.acting import ActResult
from messages import Channel, Text, text
from messages.catalogue import Catalogue


def backup(
    file: Path = typer.Argument(..., help="Where to write it, such as copie-2026-12-08.zip"),
    with_key: bool = typer.Option(
        False, "--with-key", help="The key of the nameless comments too: whoever has the file then knows the authors."
    ),
    as_json: bool = JSON,
) -> None:
    """Copy the database and the photos into one file, while the program runs."""
    settings = settings_or_stop()
    catalogue = Catalogue.open(zone=settings.timezone)
    try:
        manifest = asyncio.run(_made(settings, file, with_key))
    except SchemaBehind:
        stop(catalogue, settings, text("shell-schema-behind"))
    except OSError as error:
        if is_network(error):
            raise
        stop(catalogue, settings, text("backup-cannot-write", file=str(file), reason=error.strerror or "?"))
    data = _counts(manifest.counts) | {"file": str(file), "rows": manifest.rows, "seal": manifest.seal}
    data |= {"files": len(manifest.media), "missing": manifest.missing}
    id = "backup-done-missing" if manifest.missing else "backup-done"
    missing = {"missing": len(manifest.missing)} if manifest.missing else {}
    args = {"file": str(file), "rows": manifest.rows, "files": len(manifest.media), "seal": manifest.seal}
    _say(catalogue, settings, ActResult(Text(id, args | missing), data), manifest.counts, as_json)


async def _made(settings: Settings, file: Path, with_key: bool) -> Manifest:
    await ready(settings)
    database = Database(settings.database_url, key=path_key(settings))
    now = system_clock()
    try:
        key = secret_of(settings) if with_key else None
        manifest = await make_backup(database, settings.media_folder, file, now, key=key)
        async with database.write() as session:
            files = len(manifest.media)
            await write_entry(
                session, "journal.backed_up", now=now, actor="shell:installation", rows=manifest.rows, files=files
            )
    finally:
        await database.close()
    return manifest


def restore(
    file: Path = typer.Argument(..., help="A file that portevoix backup made."),
    replace: bool = typer.Option(False, "--replace", help="Take the place of what the database holds now."),
    go_on: bool = typer.Option(
        False, "--go-on", help="Nothing was sent since the backup was made: what waited then may leave."
    ),
    erasures: Path | None = typer.Option(
        None, "--erasures", help="A list of people erased, kept elsewhere: they are erased again."
    ),
    yes: bool = YES,
    as_json: bool = JSON,
) -> None:
    """Put a backup back into an empty database, and compare the counts. Stop the program first."""
    settings = settings_or_stop()
    catalogue = Catalogue.open(zone=settings.timezone)
    try:
        manifest = read_manifest(file)
        asked = text("restore-sure", file=str(file), rows=manifest.rows, date=manifest.made_at[:16])
        if replace and not confirmed(catalogue.text(asked, settings.default_language, Channel.TELEGRAM), yes):
            stop(catalogue, settings, text("restore-not-confirmed"))
        with only_one(sqlite_path(settings.database_url)):
            done = asyncio.run(_restored(settings, file, replace, go_on, erasures))
    except (BadBackup, OSError) as error:
        stop(catalogue, settings, _why(file, error))
    except NotEmpty:
        stop(catalogue, settings, text("restore-not-empty"))
    _say(catalogue, settings, _told(file, done), done.counts, as_json)


async def _restored(settings: Settings, file: Path, replace: bool, go_on: bool, erasures: Path | None) -> Restored:
    """The key comes back with the backup that carries it, unless this machine has one."""
    carried, place = key_in(file), key_file(settings)
    if carried is not None and place is not None and not place.exists():
        make_key(place, carried)
    return await restore_backup(
        file,
        settings.database_url,
        settings.media_folder,
        system_clock(),
        replace=replace,
        go_on=go_on,
        listed=erasures,
        key=path_key(settings),
    )


def _why(file: Path, error: Exception) -> Text:
    if isinstance(error, BlockingIOError):
        return text("shell-already-running")
    if isinstance(error, BadBackup):
        return Text(
            f"restore-{error.why}", {"file": str(file)} | ({"part": error.part} if error.why == "damaged" else {})
        )
    return text("restore-cannot-read", file=str(file), reason=getattr(error, "strerror", None) or "?")


def _told(file: Path, done: Restored) -> ActResult:
    held = sum(done.held.values())
    args: dict[str, object] = {"rows": done.manifest.rows, "files": len(done.manifest.media), "held": held}
    data = _counts(done.counts) | {
        "file": str(file),
        "rows": done.manifest.rows,
        "files": len(done.manifest.media),
        "held": dict(done.held),
        "journal": "broken" if done.journal.why else "whole",
        "erased": done.erased,
        "kept_aside": str(done.kept_aside) if done.kept_aside else None,
    }
    words: list[Text] = [Text("restore-done", args)]
    if done.erased:
        words.append(text("restore-erased", count=done.erased))
    if held:
        words.append(text("restore-held"))
    if done.journal.why:
        words.append(text("restore-journal-broken"))
    if done.kept_aside:
        words.append(text("restore-kept-aside", file=str(done.kept_aside)))
    return ActResult(text("restore-lines", lines=words), data)


def _counts(counts: Mapping[str, int]) -> dict[str, Any]:
    return {"tables": dict(counts)}


def _say(catalogue: Catalogue, settings: Settings, done: ActResult, counts: Mapping[str, int], as_json: bool) -> None:
    """The counts first, one table a line, then the sentence."""
    if not as_json:
        for name, number in counts.items():
            if number:
                print(f"{name:24}{number:>10}")
    say(catalogue, settings, done, as_json)
