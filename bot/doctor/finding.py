"""One thing that the doctor looked at."""

from __future__ import annotations

from dataclasses import dataclass

from messages import Text


@dataclass(frozen=True, slots=True)
class Finding:
    """`id` names it for programs; `mend` says what to do, when something is wrong."""

    id: str
    words: Text
    mend: Text | None = None

    @property
    def well(self) -> bool:
        return self.mend is None


def good(id: str, **args: object) -> Finding:
    """All is well: its words are `doctor-<id>-good`."""
    return Finding(id, Text(f"doctor-{id}-good", args))


def bad(id: str, mend: dict[str, object] | None = None, **args: object) -> Finding:
    """Something is wrong: its words are `doctor-<id>`, what to do is `doctor-<id>-mend`."""
    return Finding(id, Text(f"doctor-{id}", args), Text(f"doctor-{id}-mend", mend or {}))
