"""What the README and the guide tell people to write exists, and their examples are understood."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
import typer

from bot.cli import COMMANDS, build_app
from handlers.people.commands import read_fields
from handlers.routes import ROUTES

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "guide-coordination.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
CODE = re.compile(r"`+([^`]+)`+")
TELEGRAM = sorted({word for code in CODE.findall(GUIDE) for word in re.findall(r"^/([a-z-]+)", code, re.MULTILINE)})
# Found by /aide, and by what shows them at the right moment: the guide does not name them.
HELP_ALONE = {"exporter", "vu", "rouvrir-demande", "rencontre-annoncer", "point"}
TYPED = sorted(
    {
        tuple(re.findall(r"[a-z-]+", words)[:2])
        for page in (GUIDE, README)
        for words in re.findall(r"\bportevoix ([a-z][a-z-]*(?: [a-z][a-z-]+)?)", page)
    }
)


@pytest.mark.parametrize("name", TELEGRAM)
def test_a_command_of_the_guide_exists_in_french(name: str) -> None:
    command = ROUTES.command(name)
    assert command is not None
    assert command.name == name


def not_in_the_guide(names: Iterable[str]) -> list[str]:
    """What is to be written in the guide, for each command that it lacks."""
    lacking = sorted(set(names) - set(TELEGRAM) - HELP_ALONE)
    return [f"write `/{name}` in docs/guide-coordination.md, in the table of its topic" for name in lacking]


def test_every_command_of_a_coordinator_is_in_the_guide() -> None:
    commands = {command.name for command in ROUTES.commands() if command.acts}
    assert not (lacking := not_in_the_guide(commands)), "\n  ".join(["", *lacking])
    assert commands - set(TELEGRAM) == HELP_ALONE, "the guide has them, or they are gone: take them out of HELP_ALONE"


def test_a_command_that_the_guide_lacks_is_seen() -> None:
    assert not_in_the_guide(["porteur", "vu", TELEGRAM[0]]) == [
        "write `/porteur` in docs/guide-coordination.md, in the table of its topic"
    ]


@pytest.mark.parametrize("words", TYPED, ids=" ".join)
def test_a_command_of_the_shell_exists(words: tuple[str, ...]) -> None:
    assert words[0] in COMMANDS
    whole = typer.main.get_command(build_app([words[0]]))
    command = whole.commands[words[0]]  # type: ignore[attr-defined]
    if len(words) > 1 and hasattr(command, "commands"):
        assert words[1] in command.commands


def test_the_guide_s_person_is_understood_whole() -> None:
    written = re.search(r"`/personne (Lise[^`]+)`", GUIDE)
    assert written is not None
    assert read_fields(written[1]) == {
        "name": "Lise",
        "phone": "819 555-0143",
        "roles": "membre",
        "roundtables": "COCO",
        "consent": "formulaire papier 2026-03-02",
    }
