"""Each act says who may do it, on what, what undoes it; each has its command, its example, its twin in the shell."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import typer

import handlers
from bot.cli import COMMANDS, build_app
from bot.cli.hints import shell_of, whole
from handlers.act import Act, Right, Writes
from handlers.commands import Command
from handlers.routes import ROUTES
from messages import Channel, text
from scripts.write_rights import rights_table
from tests.support.env import catalogue

# Acts that have no command on Telegram, and why.
SHELL_ALONE = {
    "people.make_coordinator": "a mistake there gives power away: the shell alone",
    "people.revoke": "a mistake there takes power away: the shell alone",
    "report.export": "files are made on a computer",
    "report.letters": "letters are printed from a computer",
    "report.keep_template": "a document is checked on a computer, or on the page",
    "report.drop_template": "beside the one that keeps it: a computer, or the page",
    "console.link": "Telegram gives one by /bureau, without an act",
    "letters.make": "letters are PDF files to print, made on a computer",
    "letters.post": "letters are PDF files to print, made on a computer",
    "privacy.file": "a person's whole file must not stay in a chat: it is made on a computer",
    "privacy.incident_letters": "letters are PDF files to print, made on a computer",
    "privacy.let_go": "the program does it each night; by hand, from the shell alone",
}
# Acts undone by themselves, done with what stood before: how, when nothing stood there.
SELF_UNDONE = {
    "announcements.edit_draft": "a draft has its words; one that should not be is deleted",
    "calls.correct": "NOTHING takes it back",
    "calls.correct_last": "NOTHING takes it back",
    "claims.wish": "no mode: no wish, as before",
    "comments.correct_answer": "only an answer that was given is corrected",
    "digest.choose_day": "a digest always has its day",
    "digest.edit": "an item has its words; one that should not be is set aside",
    "digest.order": "items always have an order",
    "meetings.correct_minutes": "only minutes that were sent are corrected",
    "meetings.invitation": "`again` behind a name: invited as before",
    "meetings.move": "a meeting always has its day and its hours; who carries words is named again, never nobody",
    "meetings.need": "`not settled` behind a need: open again, as it was before",
    "meetings.outcome": "another outcome: what was never said is not said again",
    "meetings.parts": "`rien` after a name",
    "meetings.point": "a point has its words; one that should not be is dropped",
    "meetings.presence": "another presence: the history keeps that nothing was noted before",
    "meetings.step": "another step: what was never said is not said again",
    "people.accompany": "`end` after a name",
    "people.change": "a value gives way to another; a wrong address is taken off by `wrong`, a seat by `leave`",
    "privacy.change_incident": "a field gives way to another: nothing of the register is emptied",
    "report.envelope": "another amount: that a year has none is not said",
    "report.rename_table": "a table always has its name",
    "report.rename_territory": "a territory always has its name",
    "report.table": "another kind, level or territory",
    "report.put_back": "the last text and the one before it change places",
}
# Undone by somebody with a larger right than whoever did it, and why.
UNDONE_BY_OTHERS = {
    "digest.propose": "anyone proposes, a coordinator sets aside",
    "privacy.incident": "any coordinator says what happened, the whole organisation's register is corrected by its own",
}
ACTS = ROUTES.acts()
BY_NAME = [pytest.param(act, id=name) for name, act in ACTS.items()]
DOING = [pytest.param(command, id=command.name) for command in ROUTES.commands() if command.acts]
LANGUAGES = ("fr", "en")
RIGHTS = Path(__file__).parents[2] / "docs" / "rights.md"


def declared() -> Iterator[Act[Any]]:
    """Every act that a module of handlers declares, listed by a topic or not."""
    for found in pkgutil.walk_packages(handlers.__path__, "handlers."):
        module = importlib.import_module(found.name)
        yield from (value for value in vars(module).values() if isinstance(value, Act))


@cache
def shell_commands() -> dict[str, Any]:
    """ "people add" -> that command."""

    def walk(group: Any, path: str) -> Iterator[tuple[str, Any]]:
        for name, command in group.commands.items():
            if hasattr(command, "commands"):
                yield from walk(command, f"{path}{name} ")
            else:
                yield f"{path}{name}", command

    return dict(walk(typer.main.get_command(build_app(list(COMMANDS))), ""))


def options_of(command: Any) -> set[str]:
    return {option for parameter in command.params for option in parameter.opts}


def written_in(language: str, id: str) -> None:
    """Refuses a message that lacks, and says in which file its kind stands."""
    kind = id.partition("-")[0]
    beside = Counter(catalogue().file_of(other) for other in catalogue().ids() if other.startswith(f"{kind}-"))
    files = ", ".join(file.rpartition("/")[2] for file, _count in beside.most_common(3))
    assert catalogue().has(id, language), f"write {id} in messages/{language}/ (others {kind}-... stand in {files})"


def test_every_act_that_is_declared_is_in_its_topic() -> None:
    lost = {act.name for act in declared()} - set(ACTS)
    assert not lost, "give it a command, or list it in its topic's `acts`"
    assert {act.topic for act in ACTS.values()} <= {topic.name for topic in ROUTES.topics} | {"letters"}


@pytest.mark.parametrize("act", BY_NAME)
def test_every_act_has_its_command_or_a_reason(act: Act[Any]) -> None:
    written = any(act in command.acts for command in ROUTES.commands())
    assert written != (act.name in SHELL_ALONE), f"{act.name}: give it a Telegram command, or a reason in SHELL_ALONE"


@pytest.mark.parametrize("act", BY_NAME)
def test_every_act_that_changes_something_is_undone_by_another_or_says_why_not(act: Act[Any]) -> None:
    if not act.changes:
        assert (act.undone_by, act.final) == ("", ""), "a look has nothing to undo"
        return
    assert bool(act.undone_by) != bool(act.final), f"{act.name}: `undone_by` an act, or `final` and why"
    assert not act.undone_by or act.undone_by in ACTS, f"{act.undone_by} is no act"


def test_an_act_undone_by_itself_says_how_nothing_is_put_back() -> None:
    """An act that refuses an empty name does not undo the first one given."""
    itself = {name for name, act in ACTS.items() if act.undone_by == name}
    lacking, unused = itself - SELF_UNDONE.keys(), SELF_UNDONE.keys() - itself
    assert not lacking, (
        "how is it undone when nothing stood there before? Say it in SELF_UNDONE, and show it in PUT_BACK "
        f"(tests/stories/test_acts_touch_their_thing.py): {sorted(lacking)}"
    )
    assert not unused, f"no longer undone by themselves: {sorted(unused)}"


@pytest.mark.parametrize("act", BY_NAME)
def test_what_undoes_an_act_changes_something_and_is_within_reach_of_whoever_did_it(act: Act[Any]) -> None:
    if act.undone_by:
        back, rights = ACTS[act.undone_by], list(Right)
        assert back.changes, f"{act.name}: {back.name} changes nothing"
        within = rights.index(back.right) <= rights.index(act.right)
        assert within != (act.name in UNDONE_BY_OTHERS), f"{act.name}: {back.name} asks for more ({back.right})"


@pytest.mark.parametrize("act", BY_NAME)
def test_every_act_says_what_it_does(act: Act[Any]) -> None:
    assert inspect.getdoc(act.body), "the noun first: it is the help of its twin in the shell"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("act", [one for one in BY_NAME if one.values[0].changes])
def test_the_line_of_every_act_in_the_journal_has_its_words(act: Act[Any], language: str) -> None:
    written_in(language, "journal-" + act.entry.replace(".", "-", 1))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("act", [p for p in BY_NAME if p.values[0].may_want_check and p.values[0].on])
def test_every_check_page_asks_about_its_own_act(act: Act[Any], language: str) -> None:
    written_in(language, f"check-{act.name.replace('.', '-').replace('_', '-')}")


@pytest.mark.parametrize("act", [one for one in BY_NAME if one.values[0].twin])
def test_every_act_has_its_twin_in_the_shell(act: Act[Any]) -> None:
    path, flag, _ = act.twin.partition(" --")
    found = shell_commands().get(path)
    assert found is not None, f"portevoix {path} does not exist"
    assert {"--as", "--json"} <= options_of(found)
    assert not flag or act.twin.removeprefix(path).strip() in options_of(found)
    if act.may_want_check:
        assert "--yes" in options_of(found)
    if act.writes is Writes.SEVERAL:
        assert {"--people", "--seen"} <= options_of(found)
    assert found.help, "a line says what it does"


def test_an_act_without_a_twin_only_shows_what_another_does() -> None:
    assert {act.name for act in ACTS.values() if not act.twin} <= {"claims.see_payment", "people.change"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", DOING)
def test_every_command_has_its_line_of_help_and_an_example_in_its_own_name(command: Command, language: str) -> None:
    words = catalogue()
    name = command.name if language == "fr" else command.english
    written_in(language, f"command-{command.name}")
    written_in(language, f"example-{command.name}")
    example = words.text(text(f"example-{command.name}"), language, Channel.TELEGRAM)
    assert re.match(rf"/{re.escape(name)}\b", example), f"the example begins with /{name}: {example}"


def test_no_two_commands_have_the_same_name() -> None:
    names = [name for command in ROUTES.commands() for name in {command.name, command.english}]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("written", ["déplacer", "DEPLACER", "Présence", "compte-rendu", "Move"])
def test_a_command_is_found_whatever_its_accents_and_capitals(written: str) -> None:
    assert ROUTES.command(written) is not None


@pytest.mark.parametrize(("written", "near"), [("deplasser", "deplacer"), ("presances", "presence")])
def test_a_near_miss_proposes_the_right_one(written: str, near: str) -> None:
    assert ROUTES.command(written) is None
    assert ROUTES.nearest(written, everything=True) == near


@pytest.mark.parametrize("path", sorted(shell_commands()))
def test_every_shell_command_that_acts_says_what_it_did_to_programs_too(path: str) -> None:
    command = shell_commands()[path]
    if "--as" in options_of(command):
        assert "--json" in options_of(command)
    assert command.help


@pytest.mark.parametrize("command", DOING)
def test_what_is_the_same_in_the_shell_exists_there(command: Command) -> None:
    assert shell_of(command).partition(" --")[0] in shell_commands()
    if words := whole(command, "12"):
        assert words.split(" --")[0].replace(" 12", "") in shell_commands()


def test_the_table_of_rights_is_the_one_of_the_acts() -> None:
    assert RIGHTS.read_text(encoding="utf-8") == rights_table(), "make rights"
