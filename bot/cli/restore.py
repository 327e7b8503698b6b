"""`portevoix restore`: a backup is put back."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import structlog
import typer

from bot.backup import BadBackup, Locked, NotEmpty, Origin, Restored, Unproven, peek, restore_backup
from bot.backup.locked import IDENTITY as IDENTITY_FILE
from bot.backup.locked import identity_file
from bot.cli.acting import JSON, YES, confirmed, say, settings_or_stop, sqlite_path, stop
from bot.cli.run import only_one
from bot.clock import system_clock
from bot.path_key import database_file, existing_key, key_file, make_key, path_key
from bot.sealing import note
from bot.seals import RESTORED, SealsBroken, seals_of
from bot.settings import Settings
from db.copies import NotCarried
from db.path_key import PathKey
from db.running import Running, nobody_else
from db.session import Database
from handlers.acting import ActResult
from messages import Channel, Text, text
from messages.catalogue import Catalogue

log = structlog.get_logger(__name__)

IDENTITY = typer.Option(
    None, "--identity", help="The file of the private key, as portevoix backup key made it, when it is not here."
)


def restore(
    file: Path = typer.Argument(..., help="A file that portevoix backup made."),
    replace: bool = typer.Option(False, "--replace", help="Take the place of what the database holds now."),
    go_on: bool = typer.Option(
        False, "--go-on", help="Nothing was sent since the backup was made: what waited then may leave."
    ),
    erasures: Path | None = typer.Option(
        None, "--erasures", help="A list of people erased, kept elsewhere: they are erased again."
    ),
    identity: Path | None = IDENTITY,
    unproven: bool = typer.Option(
        False,
        "--unproven",
        help="Although nothing proves that this installation made it: you know where it comes from.",
    ),
    yes: bool = YES,
    as_json: bool = JSON,
) -> None:
    """Put a backup back into an empty database, and compare the counts. Stop the program first."""
    settings = settings_or_stop()
    catalogue = Catalogue.open(zone=settings.timezone)
    try:
        opens = identity_of(settings, identity)
        peeked = peek(file, opens, room_of(settings), existing_key(settings))
        if peeked.origin is not Origin.OURS and not unproven:  # before a key that it carries is put in place
            raise Unproven(peeked.origin)
        manifest = peeked.manifest
        asked = text("restore-sure", file=str(file), rows=manifest.rows, date=manifest.made_at[:16])
        if replace and not confirmed(catalogue.text(asked, settings.default_language, Channel.TELEGRAM), yes):
            stop(catalogue, settings, text("restore-not-confirmed"))
        with only_one(sqlite_path(settings.database_url)):
            done = asyncio.run(_restored(settings, file, peeked.key, replace, go_on, erasures, opens, unproven))
    except Running:
        stop(catalogue, settings, text("restore-running"), as_json=as_json)
    except Unproven as error:
        stop(catalogue, settings, text(f"restore-origin-{error.origin}", file=str(file)), as_json=as_json)
    except (BadBackup, Locked, OSError) as error:
        stop(catalogue, settings, why_not(file, error))
    except NotCarried as refused:
        stop(catalogue, settings, text("restore-fault", table=refused.table))
    except NotEmpty:
        stop(catalogue, settings, text("restore-not-empty"))
    _say(catalogue, settings, _told(file, done), done.counts, as_json)


async def _restored(
    settings: Settings,
    file: Path,
    carried: bytes | None,
    replace: bool,
    go_on: bool,
    erasures: Path | None,
    identity: Path | None,
    unproven: bool,
) -> Restored:
    """The key comes back with the backup that carries it, unless this machine has one."""
    place, now = key_file(settings), system_clock()
    if carried is not None and place is not None and not place.exists():
        make_key(place, carried)
    key = path_key(settings)
    async with nobody_else(settings.database_url):
        done = await restore_backup(
            file,
            settings.database_url,
            settings.media_folder,
            now,
            replace=replace,
            go_on=go_on,
            listed=erasures,
            key=key,
            identity=identity,
            unproven=unproven,
        )
    try:  # what was noted since the backup was made is no longer in the journal
        await _noted(settings, key, now)
    except (OSError, SealsBroken) as error:
        log.error("the journal's seal could not be noted", error=type(error).__name__)
    return done


async def _noted(settings: Settings, key: PathKey, now: dt.datetime) -> None:
    database = Database(settings.database_url, key=key)
    try:
        await note(database, seals_of(settings, key), RESTORED, now)
    finally:
        await database.close()


def identity_of(settings: Settings, given: Path | None) -> Path | None:
    """The private key: the file that is named, else one that is beside the database or where the command runs."""
    here = (identity_file(settings), Path(IDENTITY_FILE))
    return given or next((one for one in here if one.exists()), None)


def room_of(settings: Settings) -> Path:
    """Where a backup is unpacked: on the disk of the database, else of the photos."""
    return (database_file(settings) or settings.media_folder).absolute().parent


def why_not(file: Path, error: Exception) -> Text:
    if isinstance(error, BlockingIOError):
        return text("shell-already-running")
    if isinstance(error, Locked):
        return text(f"restore-{error.why}", file=str(file))
    if isinstance(error, BadBackup):
        return Text(
            f"restore-{error.why}", {"file": str(file)} | ({"part": error.part} if error.why == "damaged" else {})
        )
    return text("restore-cannot-read", file=str(file), reason=getattr(error, "strerror", None) or "?")


def _told(file: Path, done: Restored) -> ActResult:
    held = sum(done.held.values())
    args: dict[str, object] = {"rows": done.manifest.rows, "files": len(done.manifest.media), "held": held}
    data = counted(done.counts) | {
        "file": str(file),
        "rows": done.manifest.rows,
        "files": len(done.manifest.media),
        "held": dict(done.held),
        "journal": "broken" if done.journal.why else "whole",
        "erased": done.erased,
        "since": asdict(done.replayed) if done.replayed else None,
        "kept_aside": str(done.kept_aside) if done.kept_aside else None,
    }
    words: list[Text] = [Text("restore-done", args)]
    if done.erased:
        words.append(text("restore-erased", count=done.erased))
    words += _since(done)
    if held:
        words.append(text("restore-held"))
    if done.journal.why:
        words.append(text("restore-journal-broken"))
    if done.kept_aside:
        words.append(text("restore-kept-aside", file=str(done.kept_aside)))
    return ActResult(text("restore-lines", lines=words), data)


def _since(done: Restored) -> list[Text]:
    """What was done again of what happened since, who must open their role again, and what nobody here knows."""
    again, made = done.replayed, dt.datetime.fromisoformat(done.manifest.made_at).date()
    if again is None:
        return []
    words = []
    if again.known:
        counts = {"addresses": again.addresses, "roles": again.roles, "comments": again.comments}
        words.append(Text("restore-replayed", {"date": made, **counts}))
    if again.asleep:
        words.append(text("restore-asleep", names=", ".join(again.asleep)))
    words.append(text("restore-look-again" if again.known else "restore-unknown", date=made))
    return words


def counted(counts: Mapping[str, int]) -> dict[str, Any]:
    return {"tables": dict(counts)}


def _say(catalogue: Catalogue, settings: Settings, done: ActResult, counts: Mapping[str, int], as_json: bool) -> None:
    """The counts first, one table a line, then the sentence."""
    if not as_json:
        for name, number in counts.items():
            if number:
                print(f"{name:24}{number:>10}")
    say(catalogue, settings, done, as_json)
