"""`portevoix people import`: the plan first, then, once it is confirmed, all of it; nothing of it before."""

from __future__ import annotations

import json
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import typer

from bot.cli.acting import AS, JSON, YES, printable, run_act
from bot.lists.reading import read_list
from bot.lists.rows import MOST_BYTES
from handlers.acting import Acting, ActResult, Refused
from handlers.people.lists import acts
from handlers.people.lists.acts import ListPlan
from handlers.people.lists.sheets import ListFile
from handlers.people.lists.shown import facts_of, shown
from handlers.people.plan import PlanQuestion
from messages import Channel, Text, text

SHOWN_LINES = 200
NOT_CONFIRMED = 3  # the code it ends with
AGREED = frozenset({"o", "oui", "y", "yes", "1", "s", "si"})


def import_file(
    path: Path = typer.Argument(
        ...,
        exists=True,
        dir_okay=False,
        help="A CSV, Excel, LibreOffice or web table of people, columns on one line.",
        metavar="FILE",
    ),
    dry_run: bool = typer.Option(False, "--dry-run", help="Show what would be done, and do nothing."),
    yes: bool = YES,
    answers: list[str] = typer.Option(
        [], "--answer", help='To a question of the plan, as it is shown: "roundtable:cocco=COCO". May be given again.'
    ),
    acting_as: str = AS,
    as_json: bool = JSON,
) -> None:
    """Import people: show the plan, line by line, then keep it if confirmed. Running it twice changes nothing."""
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    shell = Shell(acting_as, as_json, path.name)
    given = dict(_answer(one) for one in answers)
    if yes and not dry_run:
        _keep_at_once(shell, _read(shell, data, given), given)
        return
    looked = _look(shell, _read(shell, data, given), given)
    while sys.stdin.isatty() and not dry_run and looked.questions:
        question = looked.questions[0]
        given[question.key] = _asked(looked, question)
        looked = _look(shell, _read(shell, data, given), given)
    print(looked.plan, file=sys.stderr if as_json else sys.stdout)
    if dry_run or looked.questions or not _agreed(looked.said["confirm"]):
        _end_unkept(looked, as_json, dry_run)
    _keep(shell, looked, given)


@dataclass(frozen=True, slots=True)
class Shell:
    """Who acts, and for whom it prints."""

    acting_as: str | None
    as_json: bool
    title: str  # of the file

    def run(self, act: Callable[[Acting], Awaitable[ActResult]], *, quiet: bool = False) -> ActResult:
        return run_act(act, acting_as=self.acting_as, as_json=self.as_json, quiet=quiet)


@dataclass(frozen=True, slots=True)
class Looked:
    """A plan as it is shown, and the sentences that go with it. `options`: the words of each, by question."""

    made: ListPlan
    plan: str
    facts: dict[str, Any]
    said: dict[str, str]
    options: dict[str, list[str]]

    @property
    def questions(self) -> list[PlanQuestion]:
        return self.made.plan.questions


def looked_at(acting: Acting, made: ListPlan, as_json: bool) -> Looked:
    """A plan in the words of the installation; the facts are for programs."""

    def said(words: Text | str) -> str:
        return printable(
            acting.installation.catalogue.text(words, acting.installation.default_language, Channel.TELEGRAM)
        )

    parts = [shown(made.file, made.table, made.plan, most=SHOWN_LINES, days=made.day_order or "")]
    for asked in made.plan.questions:
        values = ", ".join(_named(option.value, said(option.label)) for option in asked.options)
        parts.append(text("people-plan-asked", question=asked.words, key=asked.key, values=values))
    unkept = text("people-plan-unanswered" if made.plan.questions else "people-plan-unconfirmed")
    sentences = {"confirm": said(text("people-plan-confirm")), "unkept": said(unkept)}
    sentences |= {asked.key: said(asked.words) for asked in made.plan.questions}
    options = {asked.key: [said(option.label) for option in asked.options] for asked in made.plan.questions}
    facts = facts_of(made.file, made.table, made.plan, acting.installation) if as_json else {}
    return Looked(made, "\n".join(map(said, parts)), facts, sentences, options)


def _named(value: str, label: str) -> str:
    """What is typed, and what it means when that says more."""
    return value if value == label else f"{value} ({label})"


def _look(shell: Shell, file: ListFile, given: dict[str, str]) -> Looked:
    async def look(acting: Acting) -> ActResult:
        made = await acts.plan_list(acting, file, given)
        return ActResult(text("people-plan-confirm"), {"looked": looked_at(acting, made, shell.as_json)})

    looked: Looked = shell.run(look, quiet=True).data["looked"]
    return looked


def _read(shell: Shell, data: bytes, given: dict[str, str]) -> ListFile:
    """Read while no transaction is open: it takes a moment."""
    try:
        return read_list(data, given.get(acts.ENCODING, ""), shell.title)
    except Refused as refused:
        unreadable = refused

    async def say_why(acting: Acting) -> ActResult:
        raise unreadable

    shell.run(say_why)
    raise AssertionError("a refusal ends the command")


def _answer(written: str) -> tuple[str, str]:
    key, equals, value = written.partition("=")
    if not equals or not key.strip():
        raise typer.BadParameter(written, param_hint="--answer")
    return key.strip(), value.strip()


def _asked(looked: Looked, question: PlanQuestion) -> str:
    """One of the options, by its number; asked again until it is one."""
    print(looked.said[question.key])
    for number, words in enumerate(looked.options[question.key], 1):
        print(f"  {number} {words}")
    while True:
        try:
            said = input("> ").strip()
        except EOFError:
            raise SystemExit(NOT_CONFIRMED) from None
        if said.isdigit() and 0 < int(said) <= len(question.options):
            return question.options[int(said) - 1].value


def _agreed(question: str) -> bool:
    if not sys.stdin.isatty():
        return False
    try:
        return input(f"{question} ").strip().casefold() in AGREED
    except EOFError:
        return False


def _end_unkept(looked: Looked, as_json: bool, dry_run: bool) -> NoReturn:
    """Nothing was kept; a dry run ends well all the same."""
    if as_json:
        print(json.dumps({"ok": dry_run, "text": looked.plan, **looked.facts, "kept": False}, ensure_ascii=False))
    if not dry_run:
        print(looked.said["unkept"], file=sys.stderr)
    raise SystemExit(0 if dry_run else NOT_CONFIRMED)


def _keep(shell: Shell, looked: Looked, given: dict[str, str]) -> None:
    """What was shown, if it still is what would be done."""
    file, fingerprint = looked.made.file, looked.made.fingerprint

    async def keep(acting: Acting) -> ActResult:
        return await acts.import_list(acting, await acts.confirmed_plan(acting, file, given, fingerprint))

    shell.run(keep)


def _keep_at_once(shell: Shell, file: ListFile, given: dict[str, str]) -> None:
    """Plan, show and keep in one transaction; a question that is open ends it."""

    async def keep(acting: Acting) -> ActResult:
        made = await acts.plan_list(acting, file, given, lock=True)
        looked = looked_at(acting, made, shell.as_json)
        print(looked.plan, file=sys.stderr if shell.as_json else sys.stdout)
        if made.plan.questions:
            _end_unkept(looked, shell.as_json, dry_run=False)
        done = await acts.import_list(acting, made)
        return ActResult(done.text, {**looked.facts, **done.data})

    shell.run(keep)
