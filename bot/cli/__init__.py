"""The shell's commands. `COMMANDS` is the visible list; a command's module is imported only when it is called,

so that `portevoix understand` answers at once.
"""

from __future__ import annotations

import gc
import importlib
import os
import sys
from importlib import metadata
from typing import Any

import typer

OWNER_ALONE = 0o077  # databases, exports, letters, reports: what a command writes concerns people

# command -> (module, function or sub-application). Kept in the order of `--help`.
COMMANDS: dict[str, tuple[str, str]] = {
    "demo": ("bot.cli.demo", "demo"),
    "run": ("bot.cli.run", "run"),
    "web": ("bot.cli.run", "web"),
    "worker": ("bot.cli.run", "worker"),
    "scheduler": ("bot.cli.run", "scheduler"),
    "migrate": ("bot.cli.migrate", "migrate"),
    "people": ("bot.cli.people", "app"),
    "meeting": ("bot.cli.meetings", "app"),
    "announce": ("bot.cli.announcements", "announce"),
    "broadcast": ("bot.cli.announcements", "app"),
    "draft": ("bot.cli.announcements", "drafts"),
    "digest": ("bot.cli.digest", "app"),
    "comments": ("bot.cli.comments", "app"),
    "claims": ("bot.cli.claims", "app"),
    "call-list": ("bot.cli.calls", "call_list"),
    "todo": ("bot.cli.todo", "app"),
    "report": ("bot.cli.report", "app"),
    "console": ("bot.cli.console", "app"),
    "letters": ("bot.cli.letters", "letters"),
    "privacy": ("bot.cli.privacy", "app"),
    "journal": ("bot.cli.journal", "app"),
    "export": ("bot.cli.journal", "export"),
    "backup": ("bot.cli.backup", "app"),
    "restore": ("bot.cli.restore", "restore"),
    "move": ("bot.cli.move", "move"),
    "doctor": ("bot.cli.doctor", "doctor"),
    "understand": ("bot.cli.understand", "understand"),
    "sms": ("bot.cli.sms", "sms"),
}


def show_version(asked: bool) -> None:
    """Print "portevoix 0.1.0" and end."""
    if asked:
        print(f"portevoix {metadata.version('portevoix')}")
        raise typer.Exit


VERSION = typer.Option(False, "--version", callback=show_version, is_eager=True, help="Show the version, and end.")


def build_app(names: list[str]) -> typer.Typer:
    """The application with these commands only."""
    app = typer.Typer(
        name="portevoix",
        help="Carries a concertation table's news to everyone, and everyone's voice to the table.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )

    @app.callback()
    def portevoix(version: bool = VERSION) -> None:
        """Porte-voix."""

    for name in names:
        module, attribute = COMMANDS[name]
        command: Any = getattr(importlib.import_module(module), attribute)
        if isinstance(command, typer.Typer):
            app.add_typer(command, name=name)
        else:
            app.command(name)(command)
    return app


def main() -> None:
    os.umask(OWNER_ALONE)
    asked = next((word for word in sys.argv[1:] if not word.startswith("-")), "")
    gc.disable()  # what is imported stays: looking through it for garbage takes a tenth of the start
    version = sys.argv[1:2] == ["--version"]  # needs no command to be imported
    app = build_app([asked] if asked in COMMANDS else [] if version else list(COMMANDS))
    gc.freeze()
    gc.enable()
    try:
        app()
    except Exception as error:
        from bot.cli.trouble import told  # only then: it imports the database's drivers

        raise SystemExit(told(error)) from None
