"""The form of an act, made from its declaration: one input for each argument that words give."""

from __future__ import annotations

import datetime as dt
import inspect
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from bot.fields import fields_of
from db.claims.rules import LineKind, Mode, Payee
from db.comments.tables import Decision
from db.meetings.tables import Outcome, WorkStep
from db.organisations import Level, PlaceKind
from db.people import Role
from db.privacy.tables import RequestKind
from handlers.act import Act, Field, Right
from handlers.acting import Acting, Refused, refuse
from handlers.calls.correcting import MeantAs
from handlers.todo.waiting import WaitingKind
from messages import Text, text

# What the values of a choice are called in the catalogue.
CHOICES: Mapping[type[Enum], str] = {
    Decision: "comments-decision",
    LineKind: "claims-rate-name",
    Mode: "claims-mode",
    Payee: "claims-payee",
    MeantAs: "calls-meant",
    WorkStep: "report-step",
    Outcome: "meetings-outcome",
    Role: "people-role",
    PlaceKind: "report-kind",
    Level: "report-level",
    RequestKind: "privacy-asked",
    WaitingKind: "todo-kind",
}
# The values that a form offers, when not all.
OFFERED: Mapping[type[Enum], tuple[Enum, ...]] = {
    Role: (Role.EXPERT, Role.MEMBER, Role.ORGANISATION),
    RequestKind: (RequestKind.ACCESS, RequestKind.RECTIFICATION, RequestKind.NOTICE),
}
CENTS = "cents"
LONG = frozenset({"reason", "question", "minutes", "words", "sheets"})  # written in more than one line


@dataclass(frozen=True, slots=True)
class Input:
    """One input of a form. `kind`: "line", "lines", "number", "money", "day", "hour", "tick" or "choice"."""

    name: str
    label: Text | str
    kind: str
    value: str = ""
    hint: Text | str = ""
    required: bool = True
    longest: int = 0
    options: tuple[tuple[str, Text | str], ...] = ()


def has_form(act: Act[Any]) -> bool:
    """Whether a form can be made of it: every argument that it wants is given by words."""
    if act.right in (Right.SHELL, Right.SHELL_OWN) or not act.changes:
        return False
    return set(_wanted(act)) <= set(fields_of(act))


def _parameters(act: Act[Any]) -> list[inspect.Parameter]:
    return list(inspect.signature(act.body).parameters.values())[2 if act.on is not None else 1 :]


def _wanted(act: Act[Any]) -> list[str]:
    return [p.name for p in _parameters(act) if p.default is inspect.Parameter.empty]


def _type_of(hint: Any) -> tuple[Any, bool]:
    """(the type, whether it may be None)."""
    inner = typing.get_args(hint)[0]
    options = [option for option in typing.get_args(inner) if option is not type(None)]
    if len(options) == 1 and typing.get_origin(inner) is not list:
        return options[0], True
    return inner, False


def inputs_of(act: Act[Any], values: Mapping[str, str]) -> list[Input]:
    """Its inputs, in order, filled with `values`."""
    fields, hints = fields_of(act), typing.get_type_hints(act.body, include_extras=True)
    return [
        _input(act, parameter, fields[parameter.name], hints[parameter.name], values)
        for parameter in _parameters(act)
        if parameter.name in fields
    ]


def _input(act: Act[Any], parameter: inspect.Parameter, field: Field, hint: Any, values: Mapping[str, str]) -> Input:
    name = parameter.name
    kind, may_be_none = _type_of(hint)
    required = parameter.default is inspect.Parameter.empty and not may_be_none
    options: tuple[tuple[str, Text | str], ...] = ()
    if isinstance(kind, type) and issubclass(kind, Enum):
        options = tuple((str(o.value), _called(CHOICES[kind], str(o.value))) for o in OFFERED.get(kind, kind))
    return Input(
        name,
        text(label_of(act, name)),
        _kind(name, kind, field),
        values.get(name, ""),
        required=required,
        longest=field.longest,
        options=options,
    )


def _called(prefix: str, value: str) -> Text:
    return Text(f"{prefix}-{value.replace('_', '-')}")


def label_of(act: Act[Any], name: str) -> str:
    """The message that names an argument: one of this act alone when the same name says something else elsewhere."""
    special = f"field-{act.name.replace('.', '-').replace('_', '-')}-{name.replace('_', '-')}"
    return special if special in OF_ONE_ACT else f"field-{name.replace('_', '-')}"


OF_ONE_ACT = frozenset(
    {
        "field-digest-edit-words",
        "field-digest-propose-words",
        "field-meetings-invitation-words",
        "field-meetings-need-words",
        "field-meetings-parts-words",
        "field-claims-drop-rate-from-date",
        "field-claims-enter-meeting",
        "field-claims-enter-words",
        "field-claims-enter-activity",
        "field-claims-enter-day",
        "field-report-write-name",
        "field-report-rename-territory-to",
    }
)
KINDS: Mapping[Any, str] = {bool: "tick", dt.date: "day", dt.time: "hour"}


def _kind(name: str, kind: Any, field: Field) -> str:
    if isinstance(kind, type) and issubclass(kind, Enum):
        return "choice"
    if name.endswith(CENTS):
        return "money"
    if kind is int:
        return "number"
    return KINDS.get(kind) or ("lines" if field.from_file or name in LONG else "line")


def read_inputs(act: Act[Any], acting: Acting, given: Mapping[str, str]) -> dict[str, Any]:
    """The arguments of the act, from what was posted. Raises `Refused` about the input that cannot be read."""
    fields, hints = fields_of(act), typing.get_type_hints(act.body, include_extras=True)
    read: dict[str, Any] = {}
    for parameter in _parameters(act):
        if parameter.name not in fields:
            continue
        words = given.get(parameter.name, "").strip()
        if not words and parameter.default is not inspect.Parameter.empty:
            continue
        kind, _ = _type_of(hints[parameter.name])
        try:
            read[parameter.name] = _read(acting, parameter.name, kind, fields[parameter.name], words)
        except Refused as refused:
            raise refused.about(parameter.name) from None
    return read


def _read(acting: Acting, name: str, kind: Any, field: Field, words: str) -> Any:
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _chosen(kind, words)
    if name.endswith(CENTS):
        return cents_of(words)
    if kind is bool:
        return bool(words)
    if kind is int:
        return whole_number(words)
    if kind is dt.date:
        return day_of(words)
    if kind is dt.time:
        return hour_of(words)
    if typing.get_origin(kind) is list:
        return [whole_number(part) for part in words.replace(",", " ").split()]
    return field.read(acting, words) if field.read is not None else words


def _chosen(kind: type[Enum], words: str) -> Enum:
    try:
        return kind(words)
    except ValueError:
        raise refuse("console-choose-one") from None


def whole_number(words: str) -> int:
    if not words.isdecimal() or len(words) > 9:
        raise refuse("console-not-a-number")
    return int(words)


def cents_of(words: str) -> int:
    """ "55,50", "55.5 $" -> 5550."""
    dollars, _, cents = words.replace("$", "").replace("\u00a0", "").replace(" ", "").replace(",", ".").partition(".")
    if not dollars.isdecimal() or len(dollars) > 7 or (cents and not (cents.isdecimal() and len(cents) <= 2)):
        raise refuse("console-not-an-amount")
    return int(dollars) * 100 + int(cents.ljust(2, "0") or 0)


def day_of(words: str) -> dt.date:
    try:
        return dt.date.fromisoformat(words)
    except ValueError:
        raise refuse("console-not-a-day") from None


def hour_of(words: str) -> dt.time:
    try:
        return dt.time.fromisoformat(words)
    except ValueError:
        raise refuse("console-not-an-hour") from None
