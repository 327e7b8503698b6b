"""Distress: words after which a human is called, whatever else the message says.

The lists (``messages/*/distress.txt``) belong to the people who answer the line. One strong phrase is enough; the
weaker ones ("ça sert à rien", "je dors plus") must come together, because each is also an ordinary complaint.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from messages.keywords import data
from messages.keywords.fold import fold


@dataclass(frozen=True, slots=True)
class _Signs:
    alone: re.Pattern[str]
    together: tuple[re.Pattern[str], ...]
    any_together: re.Pattern[str]
    not_signs: re.Pattern[str]


def is_distress(text: str) -> bool:
    """Whether the message should call a human at once. Tolerant by design: never shown to the person as a judgement."""
    signs = _signs()
    folded = _without(signs, fold(text))
    if signs.alone.search(folded):
        return True
    if not signs.any_together.search(folded):
        return False
    # A sentence ends where the person ended it: "dort pu" closes a thought even in the middle of a message.
    thoughts = [_without(signs, fold(thought)) for thought in re.split(r"[.!?\n;,]+", text)]
    found = sum(any(sign.search(part) for part in (folded, *thoughts)) for sign in signs.together)
    return found >= 2


def _without(signs: _Signs, folded: str) -> str:
    return signs.not_signs.sub(" ", " " + folded)


@lru_cache(maxsize=1)
def _signs() -> _Signs:
    sections: dict[str, list[str]] = {"[alone]": [], "[together]": [], "[not]": []}
    section, file = "[alone]", ""
    for row in data.read("distress.txt"):
        section, file = (section if row.file == file else "[alone]"), row.file
        if row.text in sections:
            section = row.text
        elif row.text.startswith("["):
            data.leave_out(row, f"unknown section; known: {', '.join(sections)}")
        else:
            sections[section].append(row.text)
    together = sections["[together]"]
    return _Signs(
        data.any_of(sections["[alone]"]),
        tuple(data.any_of([line]) for line in together),
        data.any_of([line.removesuffix("$") for line in together]),
        data.any_of(sections["[not]"]),
    )
