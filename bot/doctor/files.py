"""Who else on this machine can read what is kept of people, and the keys."""

from __future__ import annotations

import shlex
import stat
from collections.abc import Iterator
from pathlib import Path

from bot.backup.file import is_backup
from bot.backup.locked import identity_file
from bot.doctor.finding import Finding, bad, good
from bot.path_key import FILE as PATHS_KEY
from bot.path_key import beside_the_database, database_file
from bot.seals import FILE as SEALS
from bot.settings import Settings

ENV = Path(".env")  # as bot/settings.py reads it
MOST_NAMED = 12
OTHERS = 0o077
ENDS = (".age", ".zip")


def open_to_others(settings: Settings) -> list[Finding]:
    """One finding for each kind of file that others can read, and the command that mends it."""
    found = []
    for kind, paths in (
        ("database", _database(settings)),
        ("backups", _backups(settings)),
        ("keys", _keys(settings)),
        ("env", iter([ENV])),
    ):
        seen = sorted({path for path in paths if _is_open(path)})
        if seen:
            names = " ".join(shlex.quote(str(path)) for path in seen[:MOST_NAMED])
            named = {} if kind == "env" else {"count": len(seen), "file": str(seen[0])}
            found.append(bad(f"open-{kind}", {"files": names}, **named))
    return found or [good("open")]


def _is_open(path: Path) -> bool:
    try:
        return bool(stat.S_IMODE(path.stat().st_mode) & OTHERS)
    except OSError:
        return False


def _database(settings: Settings) -> Iterator[Path]:
    """The file, what SQLite and the program write beside it, and the former ones that a restore kept."""
    file = database_file(settings)
    if file is not None:
        yield file
        beside = (f"{file.name}-*", f"{file.name}.before-*")
        yield from (path for shape in beside for path in file.absolute().parent.glob(shape))


def _backups(settings: Settings) -> Iterator[Path]:
    """The folder and what it holds; those that were made beside the database, or where the program runs."""
    if settings.backup_folder.is_dir():
        yield settings.backup_folder
        yield from _in(settings.backup_folder)
    database = database_file(settings)
    for folder in {Path(), database.parent if database is not None else Path()}:
        yield from (path for path in _in(folder) if is_backup(path))


def _in(folder: Path) -> Iterator[Path]:
    try:
        yield from (path for path in folder.iterdir() if path.suffix in ENDS and path.is_file())
    except OSError:
        return


def _keys(settings: Settings) -> Iterator[Path]:
    yield settings.return_paths_key_file or beside_the_database(settings, PATHS_KEY)
    yield settings.journal_seals_file or beside_the_database(settings, SEALS)
    yield identity_file(settings)
    if settings.journal_seals_copy is not None:
        yield settings.journal_seals_copy
