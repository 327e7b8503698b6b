"""The short form of `make chaos`: a round of each database, with broken providers and killed programs, as processes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from benchmarks.chaos.round import Tools, one_round, tools
from benchmarks.chaos.stage import Kind

PATIENCE = 600.0  # seconds, for a machine that does other things too: a round ends as soon as all is settled


@pytest.fixture(scope="module")
def shared() -> Iterator[Tools]:
    with tools(("sqlite", "postgresql")) as made:
        yield made


@pytest.mark.parametrize(
    ("kind", "only"), [("sqlite", ("kill", "disk", "clock")), ("postgresql", ("kill", "restart", "cut", "clock"))]
)
def test_a_round_of_chaos_keeps_every_promise(kind: Kind, only: tuple[str, ...], shared: Tools) -> None:
    """A full disk and a moved clock need what a machine may forbid: they are then left out, loudly."""
    verdict = one_round(3, people=40, patience=PATIENCE, kind=kind, shared=shared, only=only)
    assert verdict.broken == []
    assert set(only) - {"disk", "clock"} <= {what.split()[0] for what in verdict.befell}
    assert verdict.looks > 0
