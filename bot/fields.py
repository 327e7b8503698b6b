"""The arguments of an act that words give, as its body declares them."""

from __future__ import annotations

import typing
from typing import Any

from handlers.act import Act, Field


def fields_of(act: Act[Any]) -> dict[str, Field]:
    """The parameters of the body that words give, by their names."""
    hints = typing.get_type_hints(act.body, include_extras=True)
    return {name: hint.__metadata__[0] for name, hint in hints.items() if hasattr(hint, "__metadata__")}
