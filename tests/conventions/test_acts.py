"""Each act may be done on Telegram in French, in English, and from the shell; each command shows how it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import typer

from bot.cli import COMMANDS, build_app
from bot.cli.hints import SAME, SHELL
from handlers.access import Act
from handlers.routes import ROUTES
from handlers.topics import Command
from messages import Channel, text
from tests.support.env import catalogue
from tests.support.sources import name_of, python_files

# Acts that have no command on Telegram, and why.
SHELL_ALONE = {
    Act.MAKE_COORDINATOR: "a mistake there gives power away: the shell alone",
    Act.SEND_LETTERS: "letters are PDF files to print, made on a computer",
}
DOING = [command for command in ROUTES.commands() if command.act is not None or command.name in SHELL]
BY_NAME = [pytest.param(command, id=command.name) for command in DOING]
LANGUAGES = ("fr", "en")


def shell_commands() -> dict[str, Any]:
    """ "people add" -> that command."""

    def walk(group: Any, path: str) -> Iterator[tuple[str, Any]]:
        for name, command in group.commands.items():
            if hasattr(command, "commands"):
                yield from walk(command, f"{path}{name} ")
            else:
                yield f"{path}{name}", command

    return dict(walk(typer.main.get_command(build_app(list(COMMANDS))), ""))


@pytest.mark.parametrize("act", Act)
def test_every_act_has_its_command_or_a_reason(act: Act) -> None:
    commands = [command.name for command in DOING if command.act is act]
    if act is Act.PROPOSE_ITEM:  # anyone may, so that its command asks for nothing
        commands = ["proposer"]
    assert bool(commands) != (act in SHELL_ALONE), f"{act}: give it a Telegram command, or a reason in SHELL_ALONE"


@pytest.mark.parametrize("act", Act)
def test_every_act_is_asked_for_where_it_is_done(act: Act) -> None:
    asked = re.compile(rf"require\([^)]*Act\.{act.name}\b")
    doors = [name_of(path) for path in python_files("handlers") if asked.search(path.read_text())]
    assert doors, f"no act asks `require(actor, Act.{act.name})`: anyone could do it, or nobody can"


@pytest.mark.parametrize("command", BY_NAME)
def test_every_command_is_in_the_shell_too(command: Command) -> None:
    assert command.name in SHELL, f"/{command.name}: say in bot/cli/hints.py how the shell does the same"
    found = shell_commands().get(SHELL[command.name])
    assert found is not None, f"portevoix {SHELL[command.name]} does not exist"
    options = {option for parameter in found.params for option in parameter.opts}
    assert {"--as", "--json"} <= options
    assert found.help, "a line says what it does"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", BY_NAME)
def test_every_command_has_its_line_of_help_and_an_example_in_its_own_name(command: Command, language: str) -> None:
    words = catalogue()
    name = command.name if language == "fr" else command.english
    assert words.has(f"command-{command.name}", language)
    example = words.text(text(f"example-{command.name}"), language, Channel.TELEGRAM)
    assert re.match(rf"/{re.escape(name)}\b", example), f"the example begins with /{name}: {example}"


def test_no_two_commands_have_the_same_name() -> None:
    names = [name for command in ROUTES.commands() for name in {command.name, command.english}]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("path", sorted(shell_commands()))
def test_every_shell_command_that_acts_says_what_it_did_to_programs_too(path: str) -> None:
    command = shell_commands()[path]
    options = {option for parameter in command.params for option in parameter.opts}
    if "--as" in options:
        assert "--json" in options
    assert command.help


@pytest.mark.parametrize("name", SAME)
def test_what_is_the_same_in_the_shell_exists_there(name: str) -> None:
    words = SAME[name].split("{}")[0].split("--")[0].strip()
    assert words in shell_commands()
    assert name in SHELL
