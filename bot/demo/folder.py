"""The demo's own settings, folder and port: `.env` and the environment are not read, nothing leaves the machine."""

from __future__ import annotations

import contextlib
import shutil
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bot.demo import region
from bot.settings import Settings
from bot.simulator import Providers
from bot.together import is_loopback

HOST = "127.0.0.1"
KEPT = Path(".demo")


class NotThisMachine(Exception):
    """The demo only talks to providers of this machine."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def database_of(folder: Path) -> Path:
    return folder.resolve() / "demo.sqlite3"


def demo_settings(providers: Providers, folder: Path, port: int) -> Settings:
    """The settings of a program whose providers are simulated here. Raises `NotThisMachine`."""
    settings = Settings.load(
        env={
            **providers.settings,
            "DATABASE_URL": f"sqlite+aiosqlite:///{database_of(folder)}",
            "MEDIA_FOLDER": str(folder.resolve() / "media"),
            "HTTP_HOST": HOST,
            "HTTP_PORT": str(port),
            "ORGANISATION_NAME": region.ORGANISATION,
            "CONTACT_NAME": region.COORDINATOR,
            "CONTACT_PHONE": region.COORDINATOR_PHONE,
            "REGION_HELP_LINE": region.HELP_LINE,
            # Nobody wants to watch one text leave per second.
            "SMS_RATE": "1000",
            "TELEGRAM_RATE": "1000",
            "TELEGRAM_CHAT_RATE": "1000",
            "LOG_LEVEL": "warning",
        }
    )
    refuse_the_outside(settings)
    return settings


def refuse_the_outside(settings: Settings) -> None:
    """Raise `NotThisMachine` unless every address the program would write to is on loopback."""
    for key, url in (
        ("TELEGRAM_API_BASE_URL", settings.telegram_url),
        ("TWILIO_API_BASE_URL", settings.twilio_url),
        ("PUBLIC_BASE_URL", settings.public_url),
    ):
        if not is_loopback(url):
            raise NotThisMachine(key)


@contextlib.contextmanager
def demo_folder(keep: bool) -> Iterator[Path]:
    """A fresh folder: one that disappears at the end, or `.demo` with `keep`, left there to be looked at."""
    if not keep:
        with tempfile.TemporaryDirectory(prefix="portevoix-demo-", ignore_cleanup_errors=True) as name:
            yield Path(name)
        return
    shutil.rmtree(KEPT, ignore_errors=True)
    KEPT.mkdir()
    yield KEPT


def free_port(wanted: int) -> int:
    """`wanted` when nobody listens on it, else any free one."""
    for port in (wanted, 0):
        with contextlib.closing(socket.socket()) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            with contextlib.suppress(OSError):
                trial.bind((HOST, port))
                return int(trial.getsockname()[1])
    raise OSError
