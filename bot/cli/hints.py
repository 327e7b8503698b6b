"""A sentence that names a Telegram command, for whoever sits at the shell: the same command as it is written here."""

from __future__ import annotations

import inspect
import re
from typing import Any, Final

from bot.fields import fields_of
from handlers.act import Act
from handlers.commands import Command
from handlers.routes import ROUTES
from messages import Channel, text
from messages.catalogue import Catalogue


def shell_of(command: Command) -> str:
    """The shell's command for the first act of this one ("meeting cancel"), or "" when it does none."""
    return next((act.twin for act in command.acts if act.twin), "")


def whole(command: Command, numbers: str) -> str:
    """The shell's whole command, when nothing but numbers is needed; else ""."""
    act = next((act for act in command.acts if act.twin), None)
    if act is None or command.name in WANTS_MORE or any(_required(act, name) for name in fields_of(act)):
        return ""
    if command.name == "commentaires":
        return f"comments list --meeting {numbers}" if numbers else ""
    path, flag, rest = act.twin.partition(" --")
    return f"{path} {numbers}{' --' + rest if flag else ''}".replace("  ", " ").strip()


def _required(act: Act[Any], name: str) -> bool:
    return inspect.signature(act.body).parameters[name].default is inspect.Parameter.empty


# Those whose shell command takes options of its own: an example cannot be made of the numbers alone.
WANTS_MORE: Final = {"annonce", "rencontre", "deplacer", "payer", "personne", "importer", "exporter"}
WRITTEN: Final = re.compile(r"(?<![\w/.:])/([a-z]+(?:-[a-z]+)*)((?: \d+)*)(?: *(?=[.,;:)\n]|$)|(?= ))")


def for_shell(words: str, catalogue: Catalogue, language: str) -> str:
    """`words` with each Telegram command that is the same here rewritten, and where to look for the others."""
    elsewhere: dict[str, None] = {}

    def rewritten(found: re.Match[str]) -> str:
        command = ROUTES.command(found[1])
        if command is None or not shell_of(command):
            return found[0]
        alone = not words[found.end() :].startswith(" ")
        if alone and (here := whole(command, found[2].strip())):
            return f"portevoix {here}"
        elsewhere[shell_of(command).partition(" --")[0]] = None
        return found[0]

    said = WRITTEN.sub(rewritten, words)
    here = [
        catalogue.text(text("shell-here", command=f"portevoix {name}"), language, Channel.SMS) for name in elsewhere
    ]
    return "\n".join([said, *here])
