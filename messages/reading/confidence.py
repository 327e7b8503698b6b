"""How sure one may be of the best reading: a logistic of how high it scores, how far the next one is, what it is, and
where it is read."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from messages.reading.heads import MEANINGS
from messages.reading.labels import Step

STEPS = tuple(step.value for step in Step)


def signals(scores: Mapping[str, float], step: Step) -> tuple[str, list[float]]:
    """The best meaning, and what its confidence is made of: four figures, then a 1 for the meaning, a 1 for the
    step."""
    ordered = sorted(MEANINGS, key=lambda meaning: -scores[meaning])
    best, second, third = (scores[meaning] for meaning in ordered[:3])
    figures = [best, best - second, second - third, scores["do ask"]]
    is_it = [float(meaning == ordered[0]) for meaning in MEANINGS]
    is_there = [float(code == step.value) for code in STEPS]
    return ordered[0], [*figures, *is_it, *is_there]


def confidence(scores: Mapping[str, float], step: Step, fitted: Mapping[str, Sequence[float]]) -> float:
    """The chance that the best meaning is one of those that a person would read, between 0 and 1."""
    _, values = signals(scores, step)
    total = fitted["bias"][0] + sum(weight * value for weight, value in zip(fitted["signals"], values, strict=True))
    return 1 / (1 + math.exp(-max(min(total, 30), -30)))
