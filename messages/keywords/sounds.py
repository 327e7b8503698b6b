"""How a word sounds in French, roughly: enough for "absan" and "comentere" to meet the word they stand for.

This is not a pronunciation: two words of the same key are only candidates, and the guard on common words comes after.
"""

from __future__ import annotations

import re
from functools import lru_cache

# In order: each rule sees what the ones above left. Capitals stand for sounds written with several letters.
_RULES = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"ph", "f"),
        (r"ch", "C"),
        (r"gn", "N"),
        (r"h", ""),
        (r"(.)\1+", r"\1"),
        (r"(?:er|ez|et|ees?)$", "E"),
        (r"qu?|ck", "k"),
        (r"eau|au", "o"),
        (r"oi|oy", "W"),
        (r"(?:ai|ei|i|y)[nm](?![aeiouynm])", "I"),
        (r"e[nm](?![aeiouynm])", "A"),
        (r"a[nm](?![aeiouynm])", "A"),
        (r"o[nm](?![aeiouynm])", "O"),
        (r"ai|ei|ay|ey", "e"),
        (r"y", "i"),
        (r"g(?=[ei])", "j"),
        (r"c(?=[eiIA])", "s"),
        (r"c", "k"),
        (r"b(?=[st])", "p"),
        (r"z|x", "s"),
        (r"es?$", ""),
    )
)
_SILENT_END = re.compile(r"(?<=..)[stdp]+$")


@lru_cache(maxsize=4096)
def sound(folded: str) -> str:
    """The sound key of one folded word."""
    key = folded
    for pattern, replacement in _RULES:
        key = pattern.sub(replacement, key)
    return key if folded.endswith(("e", "es")) else _SILENT_END.sub("", key)
