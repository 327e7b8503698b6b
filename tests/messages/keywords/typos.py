"""Every slip of one thumb on a word: a letter missing, another, one more, two swapped."""

from __future__ import annotations

import string
from collections.abc import Callable

KINDS: dict[str, Callable[[str], set[str]]] = {
    "missing": lambda word: {word[:i] + word[i + 1 :] for i in range(len(word))},
    "other": lambda word: {word[:i] + c + word[i + 1 :] for i in range(len(word)) for c in string.ascii_lowercase},
    "more": lambda word: {word[:i] + c + word[i:] for i in range(len(word) + 1) for c in string.ascii_lowercase},
    "swapped": lambda word: {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1)},
}


def typos(word: str, kind: str) -> list[str]:
    return sorted(KINDS[kind](word) - {word})
