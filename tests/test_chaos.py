"""The short form of `make chaos`: a few rounds of broken providers and a killed program, as real processes."""

from __future__ import annotations

import pytest

from benchmarks.chaos.round import one_round


@pytest.mark.parametrize("seed", [3])
def test_a_round_of_chaos_keeps_every_promise(seed: int) -> None:
    verdict = one_round(seed, people=40, patience=120)
    assert verdict.broken == []
    assert verdict.kills > 0
