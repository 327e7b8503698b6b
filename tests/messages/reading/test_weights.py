"""The weights that are kept belong to the corpus and to the code that are kept: else `make understanding` makes them
again."""

from __future__ import annotations

import subprocess
import sys

import pytest

from messages.reading.digests import code_digest, corpus_digest
from messages.reading.labels import Step
from messages.reading.read import clues_of
from messages.reading.weights import FILE, weights
from tests.messages.reading.corpus import corpus
from tests.support.sources import ROOT

AGAIN = "run `make understanding`: weights and corpus no longer agree"
HEADER = weights().header


def test_the_weights_were_made_from_this_corpus() -> None:
    assert HEADER["corpus"] == corpus_digest(line.row for line in corpus()), AGAIN


def test_the_weights_were_made_with_this_code() -> None:
    assert HEADER["code"] == code_digest(), AGAIN


@pytest.mark.parametrize(("code", "text", "scores"), HEADER["sample"], ids=lambda value: str(value)[:20])
def test_a_sample_of_scores_comes_out_the_same(code: str, text: str, scores: dict[str, float]) -> None:
    found = weights().scores(clues_of(text, Step(code)))
    assert {head: found[head] for head in scores} == pytest.approx(scores, abs=1e-3)


def test_a_digest_changes_with_one_line() -> None:
    rows = [line.row for line in corpus()]
    assert corpus_digest(rows) == corpus_digest(reversed(rows))
    assert corpus_digest(rows) != corpus_digest([*rows[:-1], rows[-1] + " "])


def test_the_file_is_small() -> None:
    assert (ROOT / "messages" / "data" / FILE).stat().st_size <= 2_000_000


def test_reading_needs_neither_numpy_nor_scikit_learn() -> None:
    words = (
        "import sys, messages.reading as r; c = r.Context.of_code('R'); r.decide(r.read('jpeux pas', c), c); "
        "print(*(name for name in ('numpy', 'scipy', 'sklearn') if name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", words], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
