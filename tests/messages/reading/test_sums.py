"""Sums as people text them, in four languages; and the slots of the corpus."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from messages.reading.labels import Step
from messages.reading.money import Sum, money
from messages.reading.numbers import quantities
from tests.messages.reading.corpus import Line, corpus

ROWS = [
    row.split("\t") for row in Path(__file__).with_name("sums.tsv").read_text(encoding="utf-8").split("\n")[1:] if row
]
READ = 0.8  # of the lines of the corpus that hold sums, some of which two careful people read two ways


@pytest.mark.parametrize(("step", "text", "sums"), ROWS, ids=lambda value: str(value)[:28])
def test_a_sum_is_read_as_it_was_meant(step: str, text: str, sums: str) -> None:
    assert shown(money(text.replace("⏎", "\n"), Step(step)).sums) == sums


def shown(sums: tuple[Sum, ...]) -> str:
    return ", ".join(one_shown(one) for one in sums)


def one_shown(one: Sum) -> str:
    if one.km is not None:
        return f"{one.kind} {one.km:g}km"
    cents = one.cents or 0
    return f"{one.kind} {cents // 100}" if cents % 100 == 0 else f"{one.kind} {cents / 100:.2f}"


@pytest.mark.parametrize(
    "text", ["entre 8 et 10", "a peu pres 50-55", "est pas payée encore jy donne son 50", "jai mis 20$ de gaz"]
)
def test_a_sum_that_can_be_read_two_ways_is_doubtful(text: str) -> None:
    step = Step.CLAIM_CHILDCARE if "payée" in text else Step.CLAIM_KM
    assert money(text, step).doubtful


def test_most_sums_of_the_corpus_are_read() -> None:
    lines = [line for line in corpus() if wanted(line)]
    assert len(lines) > 300
    wrong = [(line.text, wanted(line)) for line in lines if amounts(line) != wanted(line)]
    assert len(wrong) <= (1 - READ) * len(lines), wrong[:20]


def wanted(line: Line) -> list[float]:
    """The amounts and kilometres of a line, whatever their kinds; what a meal costs by itself is left out."""
    found = [slot.split("=") for slot in line.slots.split(";") if slot.startswith(("amount=", "km="))]
    claims = {"amount", "km", "claim", "correct", "yes"} & set(line.readings)
    return sorted(round(float(value), 1) for _, value in found if float(value) not in (0, 20)) if claims else []


def amounts(line: Line) -> list[float]:
    sums = money(line.text, Step(line.context)).sums
    found = [one.km if one.km is not None else (one.cents or 0) / 100 for one in sums]
    return sorted(round(value, 1) for value in found if value not in (0, 20))


@given(st.text(alphabet="0123456789 ,.$xhkm piasses et demi garde bus aller retour\n", max_size=60))
def test_whatever_numbers_are_written_sums_are_finite_and_not_negative(text: str) -> None:
    for one in money(text).sums:
        assert (one.cents or 0) >= 0
        assert (one.km or 0) >= 0
    assert all(quantity.start < quantity.end for quantity in quantities(text))
