"""The journal's seals, noted outside the database by the program itself: a file that only grows.

A line for each time that entries were sealed: why it was written, the hour, the last seal, and a signature over it and
over the line before, with a key that is not in the database. The hour is enough: a minute would say more than the
journal does of what it knows by its day. Several processes may write to it; one at a time does.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import fcntl
import hmac
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import structlog

from bot.path_key import beside_the_database
from bot.settings import Settings
from db.journal.chain import Seal
from db.path_key import PathKey

log = structlog.get_logger(__name__)

FILE: Final = "journal-seals.txt"
# "first": the journal was empty; "begun": by someone, on a journal that was whole; "again": by someone who takes what
# is there for good; "restored": a backup was put back; "seal": entries were sealed.
FIRST, BEGUN, AGAIN, RESTORED, SEAL = "first", "begun", "again", "restored", "seal"
# What was noted before these need no longer be in the journal.
BEGINNINGS: Final = frozenset({FIRST, BEGUN, AGAIN, RESTORED})
LINE: Final = re.compile(r"(first|begun|again|restored|seal) (\S{20,25}) (\d{1,18}):([0-9a-f]{64}) ([0-9a-f]{64})")
LONGEST: Final = 256  # bytes of a line


class SealsBroken(Exception):
    """The file is not as the program wrote it: `line` was changed, or follows one that was removed."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line}")
        self.line = line


@dataclass(frozen=True, slots=True)
class Noted:
    """One line. `signature` covers the one before."""

    kind: str
    seal: Seal
    signature: str

    def __str__(self) -> str:
        assert self.seal.at is not None
        return f"{self.kind} {self.seal.at.isoformat()} {self.seal} {self.signature}"


class Seals:
    """The file, and its copy elsewhere when there is one."""

    def __init__(self, path: Path, key: PathKey, copy: Path | None = None) -> None:
        self.path = path
        self.copy = copy
        self._key = key

    @property
    def begun(self) -> bool:
        return any(one.exists() and one.stat().st_size for one in (self.path, self.copy) if one is not None)

    @property
    def copied(self) -> bool:
        """Whether the copy elsewhere holds all that the file holds."""
        return self.copy is None or _lines(self.copy) == _lines(self.path)

    def read(self) -> list[Noted]:
        """Every line of the longer of the two files; none when there is no file. Raises SealsBroken, OSError."""
        own, copied = (_lines(one) for one in (self.path, self.copy))
        shorter, longer = sorted((own, copied), key=len)
        found = list(self._checked(longer))
        for number, (line, other) in enumerate(zip(shorter, longer, strict=False), 1):
            if line != other:
                raise SealsBroken(number)
        if own and len(own) < len(copied):  # its end was cut: the copy, elsewhere, still has it
            raise SealsBroken(len(own) + 1)
        return found

    def note(self, kind: str, seal: Seal, now: dt.datetime) -> bool:
        """Add a line, unless the same was noted already. Raises OSError."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with _alone(self.path) as file:
            last = self._last(file)
            if kind == SEAL and (last is None or seal.place <= last.seal.place):
                return False
            if kind == FIRST and last is not None:  # another process began it meanwhile
                return False
            line = self._signed(kind, seal, now, last.signature if last else "")
            os.write(file, f"{line}\n".encode())
            os.fsync(file)
            self._carry(file)
        return True

    def set_aside_if_broken(self, now: dt.datetime) -> None:
        """A file in which nothing can be added that could be read is kept under its date; so is its copy."""
        try:
            self.read()
        except SealsBroken:
            for one in (self.path, self.copy):
                if one is not None and one.exists():
                    one.replace(one.with_name(f"{one.name}.before-{now:%Y%m%d-%H%M%S}"))

    def _last(self, file: int) -> Noted | None:
        """The last line; what a process that died began to write after it is taken off."""
        size = os.fstat(file).st_size
        start = max(0, size - 2 * LONGEST)
        end = os.pread(file, size - start, start)
        whole = end[: end.rfind(b"\n") + 1]
        if len(whole) != len(end):
            os.ftruncate(file, start + len(whole))
        lines = whole.decode("ascii", "replace").splitlines()
        return _parsed(lines[-1], 0) if lines else None

    def _signed(self, kind: str, seal: Seal, now: dt.datetime, before: str) -> Noted:
        hour = now.astimezone(dt.UTC).replace(minute=0, second=0, microsecond=0)
        seal = Seal(seal.place, seal.hash, hour)
        return Noted(kind, seal, self._key.sign(before, kind, hour.isoformat(), str(seal)))

    def _checked(self, lines: Sequence[str]) -> Iterator[Noted]:
        before = ""
        for number, line in enumerate(lines, 1):
            noted = _parsed(line, number)
            assert noted.seal.at is not None
            expected = self._key.sign(before, noted.kind, noted.seal.at.isoformat(), str(noted.seal))
            if not hmac.compare_digest(expected, noted.signature):
                raise SealsBroken(number)
            before = noted.signature
            yield noted

    def _carry(self, file: int) -> None:
        """What the copy lacks, however long it was away. It is never cut: a copy that says otherwise stays as it is."""
        if self.copy is None:
            return
        try:
            with _alone(self.copy) as copy:
                there, here = os.fstat(copy).st_size, os.fstat(file).st_size
                if os.pread(copy, there, 0) != os.pread(file, there, 0):
                    log.error("the copy of the journal's seals is not the same as the file")
                    return
                os.write(copy, os.pread(file, here - there, there))
                os.fsync(copy)
        except OSError as error:
            log.warning("the copy of the journal's seals could not be written", error=type(error).__name__)


def seals_of(settings: Settings, key: PathKey) -> Seals:
    """Beside the SQLite database, or where the settings say."""
    return Seals(settings.journal_seals_file or beside_the_database(settings, FILE), key, settings.journal_seals_copy)


def since_the_beginning(lines: Sequence[Noted]) -> Sequence[Noted]:
    """The lines that the journal must still agree with: the last beginning, and what follows."""
    starts = [number for number, one in enumerate(lines) if one.kind in BEGINNINGS]
    return lines[starts[-1] :] if starts else lines


@contextlib.contextmanager
def _alone(path: Path) -> Iterator[int]:
    """The file, to add to, for one process at a time; its owner alone reads it."""
    file = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield file
    finally:
        os.close(file)


def _lines(path: Path | None) -> list[str]:
    """Whole lines: the end of one that was being written is none yet."""
    if path is None:
        return []
    with contextlib.suppress(FileNotFoundError):
        written = path.read_bytes()
        return written[: written.rfind(b"\n") + 1].decode("ascii", "replace").splitlines()
    return []


def _parsed(line: str, number: int) -> Noted:
    match = LINE.fullmatch(line)
    if match is None:
        raise SealsBroken(number)
    try:
        hour = dt.datetime.fromisoformat(match[2])
    except ValueError:
        raise SealsBroken(number) from None
    return Noted(match[1], Seal(int(match[3]), match[4], hour.astimezone(dt.UTC)), match[5])
