"""How sure one may be of the best reading: a logistic of how high it scores and how far the next one is."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from messages.reading.heads import MEANINGS


def signals(scores: Mapping[str, float]) -> tuple[str, list[float]]:
    """The best meaning, and what its confidence is made of."""
    ordered = sorted(MEANINGS, key=lambda meaning: -scores[meaning])
    best, second, third = (scores[meaning] for meaning in ordered[:3])
    return ordered[0], [best, best - second, second - third, scores["do ask"]]


def confidence(scores: Mapping[str, float], fitted: Mapping[str, Sequence[float]]) -> float:
    """The chance that the best meaning is one of those that a person would read, between 0 and 1."""
    _, values = signals(scores)
    total = fitted["bias"][0] + sum(weight * value for weight, value in zip(fitted["signals"], values, strict=True))
    return 1 / (1 + math.exp(-max(min(total, 30), -30)))
