"""Where the key of the return paths comes from: the environment, else a file made at the first start.

It is not in the database, nor in a backup unless asked: whoever has the one without the other knows no author.
"""

from __future__ import annotations

import base64
import secrets
from pathlib import Path

from bot.private_files import write_new
from bot.settings import Settings, SettingsError
from db.path_key import KEY_BYTES, PathKey

FILE = "return-paths.key"
SETTING = "RETURN_PATHS_KEY_FILE"


def database_file(settings: Settings) -> Path | None:
    """The SQLite file; None on PostgreSQL."""
    head, found, rest = settings.database_url.partition(":///")
    return Path(rest) if found and head.startswith("sqlite") else None


def beside_the_database(settings: Settings, name: str) -> Path:
    """Beside the SQLite file; on PostgreSQL, in the folder where the program runs."""
    database = database_file(settings)
    return database.with_name(name) if database is not None else Path(name)


def key_file(settings: Settings) -> Path | None:
    """The file's place, beside the SQLite database unless another is said; None when the environment has the key."""
    if settings.return_paths_key is not None:
        return None
    return settings.return_paths_key_file or beside_the_database(settings, FILE)


def path_key(settings: Settings) -> PathKey:
    """The key; its file is made when there is none. Raises SettingsError when it is no key, or cannot be made."""
    file = key_file(settings)
    if file is not None and not file.exists():
        make_key(file)
    found = existing_key(settings)
    assert found is not None
    return found


def existing_key(settings: Settings) -> PathKey | None:
    """Nothing is made. Raises SettingsError when it is no key."""
    try:
        return PathKey(secret_of(settings))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise SettingsError([(SETTING, f"not a key that can be read: {type(error).__name__}")]) from None


def secret_of(settings: Settings) -> bytes:
    """Raises OSError when the file cannot be read, ValueError when it holds no key."""
    file = key_file(settings)
    if file is not None:
        return decoded(file.read_text().strip())
    assert settings.return_paths_key is not None
    return decoded(settings.return_paths_key.get_secret_value())


def make_key(file: Path, secret: bytes | None = None) -> None:
    """A new file that its owner alone reads; one that another process makes at this moment is kept as it is."""
    try:
        write_new(file, base64.urlsafe_b64encode(secret or secrets.token_bytes(KEY_BYTES)) + b"\n")
    except OSError as error:
        raise SettingsError([(SETTING, f"the key cannot be made there: {error.strerror}")]) from None


def decoded(words: str) -> bytes:
    """Raises ValueError unless these are 32 bytes in base64."""
    secret = base64.b64decode(words.replace("-", "+").replace("_", "/"), validate=True)
    if len(secret) != KEY_BYTES:
        raise ValueError(f"{len(secret)} bytes")
    return secret
