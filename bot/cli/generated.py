"""The shell's twin of each act, made from the act: its number, the parameters of its body, its check page."""

from __future__ import annotations

import inspect
import sys
import typing
from collections.abc import Callable
from pathlib import Path
from typing import Any

import typer

from bot.cli.acting import AS, DRY_RUN, JSON, PEOPLE, SEEN, YES, Stop, run_act
from bot.fields import fields_of
from db.people import Person
from handlers.act import Act, Field
from handlers.acting import Acting, ActResult, Refused, refuse
from handlers.routes import ROUTES
from handlers.things import PERSON
from messages import text
from messages.keywords import fold

KEPT = ("acting_as", "as_json", "yes", "people", "seen", "dry_run")


def add_twins(app: typer.Typer, group: str) -> typer.Typer:
    """Add to a group the commands of every act that names it, those written by hand apart."""
    by_hand = {command.name or command.callback.__name__ for command in app.registered_commands if command.callback}
    for act in ROUTES.acts().values():
        first, _, name = act.twin.rpartition(" ")
        if first == group and name not in by_hand:
            app.command(name, help=inspect.getdoc(act.body))(twin_of(act))
    return app


def twin_of(act: Act[Any]) -> Callable[..., None]:
    """A function whose parameters are the command's options."""
    fields = fields_of(act)
    in_files = {name for name, field in fields.items() if field.from_file}

    def command(**given: Any) -> None:
        kept = {name: given.pop(name) for name in KEPT if name in given}
        thing = given.pop("number") if act.on is not None else None
        file = given.pop("file", None)

        async def attempt(acting: Acting) -> ActResult:
            words = given if file is None else given | dict.fromkeys(in_files, content_of(file))
            values = {name: _read(acting, fields[name], value) for name, value in words.items()}
            if act.on is None:
                return await act(acting, **values)
            return await act(acting, await _numbered(acting, thing) if isinstance(thing, str) else thing, **values)

        run_act(attempt, **kept)

    command.__signature__ = _signature(act, fields)  # type: ignore[attr-defined]
    command.__annotations__ = {p.name: p.annotation for p in command.__signature__.parameters.values()}  # type: ignore[attr-defined]
    return command


async def _numbered(acting: Acting, who: str) -> int:
    """The number of a person, written as it is or by their name. Raises `Stop` when several have it, or none."""
    if who.strip().isdecimal():
        return int(who)
    people = await acting.session.scalars(PERSON.visible(acting).order_by(Person.id))
    found = [person for person in people if fold(person.name) == fold(who)]
    if not found:
        raise Stop(text("people-none-found", search=who[:40] or "-"))
    if len(found) > 1:
        raise Stop(text("people-several-of-this-name", names=", ".join(f"{one.name} ({one.id})" for one in found)))
    return found[0].id


def _read(acting: Acting, field: Field, value: Any) -> Any:
    """Words as the act wants them; what cannot be read is a command badly written, not an act refused."""
    if field.read is None or not isinstance(value, str):
        return value
    try:
        return field.read(acting, value)
    except Refused as refused:
        raise Stop(refused.reason, 2) from None


def _signature(act: Act[Any], fields: dict[str, Field]) -> inspect.Signature:
    found = []
    if act.on is not None:
        named = act.on is PERSON and not act.several
        kind: Any = list[int] if act.several else str if named else int
        help = f"The number{'s' if act.several else ''} of the {act.on.name}{'s' if act.several else ''}."
        help = "The person's number, or their name when nobody else has it." if named else help
        found.append(_parameter("number", kind, typer.Argument(..., help=help)))
    body = inspect.signature(act.body).parameters
    hints = typing.get_type_hints(act.body)
    for name, field in fields.items():
        default = body[name].default
        required = default is inspect.Parameter.empty
        given: Any = str if field.read is not None else hints[name]
        required = required and not field.from_file
        value = ... if required else ("" if field.read is not None or default is inspect.Parameter.empty else default)
        made = (
            typer.Option(value, field.flag, help=field.help) if field.flag else typer.Argument(value, help=field.help)
        )
        found.append(_parameter(name, given, made))
    if any(field.from_file for field in fields.values()):
        found.append(_parameter("file", Path | None, typer.Option(None, "--file", help="A file that holds them.")))
    found += [_parameter("acting_as", str | None, AS), _parameter("as_json", bool, JSON)]
    if act.may_want_check:
        found += [
            _parameter("yes", bool, YES),
            _parameter("people", int | None, PEOPLE),
            _parameter("seen", str, SEEN),
            _parameter("dry_run", bool, DRY_RUN),
        ]
    return inspect.Signature(found)


LONGEST_CONTENT = 1_000_000  # letters


def content_of(file: Path) -> str:
    """The text of a file, or of the standard input for "-"."""
    try:
        if str(file) == "-":
            return sys.stdin.read(LONGEST_CONTENT + 1)
        with file.open(encoding="utf-8-sig") as opened:  # more than its reader takes, never all that a file may hold
            return opened.read(LONGEST_CONTENT + 1)
    except (OSError, UnicodeDecodeError):
        raise refuse("meetings-no-file", file=str(file)) from None


def _parameter(name: str, kind: Any, default: Any) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)
