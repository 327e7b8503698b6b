"""Words longer than an act's field says, refused wherever they come from: Telegram, the shell, a page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from inspect import signature
from typing import Any, get_type_hints

from handlers.acting import Acting, refuse


def refuse_too_long(body: Callable[..., Any], acting: Acting, given: Sequence[Any], kwargs: Mapping[str, Any]) -> None:
    """Raise `Refused`, about the argument, when one of an act's is longer than its `Field(longest=...)`."""
    if not (most := longest_of(body)):
        return
    bound = signature(body).bind(acting, *given, **kwargs).arguments
    for name, longest in most.items():
        words = bound.get(name)
        if isinstance(words, str) and len(words) > longest:
            raise refuse("access-too-long", length=len(words), longest=longest).about(name)


@cache
def longest_of(body: Callable[..., Any]) -> dict[str, int]:
    """Argument of an act's function -> the letters that it may hold, for those whose field says it."""
    hints = get_type_hints(body, include_extras=True)
    fields = {name: one for name, hint in hints.items() for one in getattr(hint, "__metadata__", ())}
    return {name: longest for name, one in fields.items() if (longest := getattr(one, "longest", 0))}
