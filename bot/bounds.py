"""What each number of the settings may be, a floor and a ceiling, and what is said of a value that is refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal, get_args, get_origin

from annotated_types import Ge, Le
from pydantic import ValidationError
from pydantic.fields import FieldInfo

Number = int | float | Decimal


@dataclass(frozen=True, slots=True)
class Bounds:
    """Both are accepted; None: it was not said."""

    whole: bool
    low: Any = None
    high: Any = None


def bounds_of(field: FieldInfo) -> Bounds | None:
    """Those of a number, or of a number that may be none; None for what is no number."""
    kinds = {int, float, Decimal} & {field.annotation, *get_args(field.annotation)}
    if not kinds or get_origin(field.annotation) is tuple:  # several numbers: the field's own validator reads them
        return None
    low = next((limit.ge for limit in field.metadata if isinstance(limit, Ge)), None)
    high = next((limit.le for limit in field.metadata if isinstance(limit, Le)), None)
    return Bounds(int in kinds, low, high)


def expected(field: FieldInfo) -> str:
    """What a value of this setting looks like, in one sentence; "" when its kind says nothing of it."""
    example = (field.examples or [field.default])[0]
    if (bounds := bounds_of(field)) is not None:
        kind = "a whole number" if bounds.whole else "a number"
        return f"expected {kind} from {bounds.low} to {bounds.high}, such as {example}"
    if get_origin(field.annotation) is Literal:
        return f"expected one of: {', '.join(get_args(field.annotation))}"
    return "expected true or false" if field.annotation is bool else ""


def problems_in(error: ValidationError, fields: Mapping[str, FieldInfo]) -> list[tuple[str, str]]:
    """(key, what is wrong), one per key. The value is never said: it may be a secret."""
    found: dict[str, str] = {}
    for details in error.errors(include_url=False, include_input=False):
        message = details["msg"].removeprefix("Value error, ")
        if details["loc"]:
            name = str(details["loc"][0])
            found.setdefault(name.upper(), expected(fields[name]) or message)
        else:  # the whole is wrong: each key is named before its sign =
            found |= dict(part.split("=", 1) for part in message.split("|"))
    return list(found.items())
