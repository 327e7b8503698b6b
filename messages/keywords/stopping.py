"""Stopping in three tiers: a near-exact word (acted upon), a sentence (asked), a wide net (labelled for a human)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import cast

from messages.keywords import data
from messages.keywords.words import StopKind

_LONGEST_SENTENCE = 25  # words; in a longer message a stopping phrase is most often part of a story
_LINKS = frozenset(
    {"les", "des", "mes", "de", "le", "la", "l", "vos", "ces", "du", "the", "my", "all", "your", "los", "las"}
)


def asks_to_stop(folded: str) -> bool:
    """Whether a sentence asks to stop, clearly enough to ask the person about it."""
    return folded.count(" ") < _LONGEST_SENTENCE and _sentences().search(" " + folded) is not None


def may_ask_to_stop(folded: str) -> bool:
    """The wide net. Often wrong: only ever a label."""
    return _wide_net().search(" " + folded) is not None


def kind_named(words: list[str]) -> StopKind | None:
    """The one kind of message named among the words, if any."""
    kinds = {data.stop_kinds()[word] for word in words if word in data.stop_kinds()}
    return cast(StopKind, kinds.pop()) if len(kinds) == 1 else None


def is_kind_alone(words: list[str]) -> bool:
    """Whether the words are one kind and nothing more: "les rappels"."""
    rest = [word for word in words if word not in _LINKS]
    return len(rest) == 1 and rest[0] in data.stop_kinds()


@lru_cache(maxsize=1)
def _sentences() -> re.Pattern[str]:
    return data.any_of(data.lines("opt_out.txt"))


@lru_cache(maxsize=1)
def _wide_net() -> re.Pattern[str]:
    return data.any_of(data.lines("opt_out_wide.txt"))
