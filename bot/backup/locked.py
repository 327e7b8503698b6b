"""A backup that only a private key opens: age (https://age-encryption.org/v1), to one or several public keys.

What writes it needs the public half alone; the private half may stay off the machine. Nothing is written in clear on
the way; to be read, a zip needs to be searched, so that what is opened stands in a file without a name until it is
closed.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import tempfile
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Final

import pyrage
from pyrage import x25519

from bot.backup.file import LOCKED, BadBackup
from bot.path_key import beside_the_database
from bot.private_files import write_new
from bot.settings import Settings, SettingsError

IDENTITY: Final = "backup-identity.txt"
PRIVATE: Final = "AGE-SECRET-KEY-1"  # how the line of the private half begins
SETTING: Final = "BACKUP_RECIPIENT"
LARGEST_IDENTITY: Final = 10_000  # bytes


class Locked(Exception):
    """The backup cannot be opened. `why`: "no-key", "other-key", "bad-key" (the file that was given holds none)."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def identity_file(settings: Settings) -> Path:
    """Where the private half is when nobody took it elsewhere."""
    return beside_the_database(settings, IDENTITY)


def make_identity(path: Path, now: dt.datetime) -> str | None:
    """A new key pair in a new file, as age-keygen writes it; the public half, None when the file is there already.
    Raises OSError.
    """
    identity = x25519.Identity.generate()
    public = str(identity.to_public())
    lines = (f"# created: {now.isoformat(timespec='seconds')}", f"# public key: {public}", str(identity), "")
    return public if write_new(path, "\n".join(lines).encode()) else None


def recipients_of(settings: Settings) -> list[x25519.Recipient]:
    """Those of the settings, else the one whose private half is here; none before there is a key. Raises
    SettingsError.
    """
    if settings.backup_recipient:
        try:
            return [x25519.Recipient.from_str(one.strip()) for one in settings.backup_recipient.split(",")]
        except pyrage.RecipientError:
            raise SettingsError([(SETTING, "not a public key that portevoix backup key made")]) from None
    try:
        return [one.to_public() for one in identities_in(identity_file(settings))]
    except (OSError, Locked):
        return []


def identities_in(path: Path) -> list[x25519.Identity]:
    """The private halves in a file, other lines passed over. Raises OSError, Locked."""
    with path.open("rb") as file:
        lines = file.read(LARGEST_IDENTITY).decode("ascii", "replace").splitlines()
    try:
        found = [x25519.Identity.from_str(line.strip()) for line in lines if line.strip().startswith(PRIVATE)]
    except pyrage.IdentityError:
        found = []
    if not found:
        raise Locked("bad-key")
    return found


def is_locked(path: Path) -> bool:
    """Raises OSError."""
    with path.open("rb") as file:
        return file.read(len(LOCKED)) == LOCKED


@contextlib.contextmanager
def locking(file: IO[bytes], recipients: Sequence[x25519.Recipient]) -> Iterator[IO[bytes]]:
    """What is written to the result reaches `file` locked. Without recipients, as it is. Raises OSError."""
    if not recipients:
        yield file
        return
    source, target = os.pipe()
    failed: list[BaseException] = []

    def lock() -> None:
        with os.fdopen(source, "rb") as plain:
            try:
                pyrage.encrypt_io(plain, file, list(recipients))
            except BaseException as error:  # told to whoever writes
                failed.append(error)

    thread = threading.Thread(target=lock, name="backup", daemon=True)
    thread.start()
    try:
        with os.fdopen(target, "wb") as plain:
            yield plain
    except BrokenPipeError:
        pass
    finally:
        thread.join()
    if failed:
        raise failed[0] if isinstance(failed[0], OSError) else OSError(str(failed[0]))


@contextlib.contextmanager
def unlocked(path: Path, identity: Path | None, room: Path) -> Iterator[IO[bytes]]:
    """The zip, to read. `room`: a folder on a disk where it fits. Raises OSError, Locked."""
    if not is_locked(path):
        with path.open("rb") as plain:
            yield plain
        return
    if identity is None:
        raise Locked("no-key")
    identities = identities_in(identity)
    with tempfile.TemporaryFile(dir=room) as opened:
        with path.open("rb") as file:
            try:
                pyrage.decrypt_io(file, opened, identities)
            except pyrage.DecryptError:
                raise Locked("other-key") from None
            except OSError as error:  # of the disk, or of what was cut or changed on the way
                if error.errno is None:
                    raise BadBackup("damaged", path.name) from None
                raise
        opened.seek(0)
        yield opened
