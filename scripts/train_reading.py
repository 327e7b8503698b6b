"""Train the classifier of messages/reading on the corpus and write messages/data/reading.weights.

    .venv/bin/python -m scripts.train_reading            train, calibrate, write the file
    .venv/bin/python -m scripts.train_reading --check    print the held-out figures only

A ridge classifier on the clues of `messages.reading.features`, one head per label and per slot. Scores on data it
was not
trained on (a whole hand left out, or a fifth of the reference hand) come in closed form, and calibrate the confidence.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import sys
from array import array
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from zlib import crc32

import numpy as np
import scipy.sparse as sp
from sklearn.kernel_ridge import KernelRidge
from sklearn.linear_model import LogisticRegression

from messages.reading import weights as stored
from messages.reading.confidence import signals
from messages.reading.digests import code_digest, corpus_digest
from messages.reading.features import Clues
from messages.reading.heads import HEADS, MEANINGS, is_so
from messages.reading.labels import Step
from messages.reading.read import clues_of
from messages.reading.weights import SITUATED
from tests.messages.reading.corpus import Line, corpus

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "messages" / "data" / stored.FILE
ALPHA = 1.0
SEEN = 2  # messages in which a clue must stand
BYTES = 1_960_000
REFERENCE = "dev"
OF_ONE_THING = frozenset("hjklmq")  # cries, and what looks like them
FOLDS = 5
SAMPLE = 40


def clues_for(lines: Sequence[Line]) -> list[Clues]:
    return [clues_of(line.text, Step(line.context)) for line in lines]


def vocabulary(clues: Sequence[Clues]) -> list[str]:
    counted: Counter[str] = Counter()
    for one in clues:
        counted.update(one.letters)
        counted.update(one.situated)
    return [name for name, count in counted.items() if count >= SEEN]


def matrix(clues: Sequence[Clues], names: Sequence[str]) -> sp.csr_matrix:
    place = {name: index for index, name in enumerate(names)}
    indices: list[int] = []
    values: list[float] = []
    ends = [0]
    for one in clues:
        for group, worth in ((one.letters, 1.0), (one.situated, SITUATED)):
            kept = [place[name] for name in group if name in place]
            indices += kept
            values += [worth / math.sqrt(max(len(group), 1))] * len(kept)
        ends.append(len(indices))
    return sp.csr_matrix((values, indices, ends), shape=(len(clues), len(names)), dtype=np.float32)


def targets(lines: Sequence[Line]) -> np.ndarray:
    return np.array([[1.0 if is_so(head, line) else -1.0 for head in HEADS] for line in lines], dtype=np.float32)


def groups(lines: Sequence[Line]) -> list[list[int]]:
    """What is left out together: each hand, and fifths of the reference hand."""
    hands = sorted({line.hand for line in lines} - {REFERENCE})
    found = [[i for i, line in enumerate(lines) if line.hand == hand] for hand in hands]
    own = [i for i, line in enumerate(lines) if line.hand == REFERENCE]
    order = sorted(own, key=lambda i: hashlib.sha256(lines[i].text.encode()).digest())
    return found + [order[fold::FOLDS] for fold in range(FOLDS)]


def held_out(kernel: np.ndarray, wanted: np.ndarray, apart: Sequence[Sequence[int]]) -> np.ndarray:
    """The scores of each group by a classifier that never saw it, without training again: y - inv(Kinv_gg) Kinv_g y."""
    inverse = np.linalg.inv(kernel + np.eye(len(kernel), dtype=np.float32) * ALPHA)
    dual = inverse @ wanted
    scores = np.zeros_like(wanted)
    for group in apart:
        block = inverse[np.ix_(group, group)]
        scores[group] = wanted[group] - np.linalg.solve(block, dual[group])
    return scores


def calibration(lines: Sequence[Line], scores: np.ndarray) -> dict[str, list[float]]:
    """What makes a confidence of the signals of the scores: a logistic regression on held-out lines.

    Hands that wrote of one thing only are left out: they say little of what people write every day.
    """
    facts, right = [], []
    for line, row in zip(lines, scores, strict=True):
        if line.hand in OF_ONE_THING:
            continue
        named = dict(zip(HEADS, map(float, row), strict=True))
        best, values = signals(named, Step(line.context))
        facts.append(values)
        right.append(best in line.readings)
    fitted = LogisticRegression(C=1.0, max_iter=2000).fit(np.array(facts), np.array(right))
    return {"signals": [float(f"{v:.5g}") for v in fitted.coef_[0]], "bias": [float(fitted.intercept_[0])]}


def write(
    lines: Sequence[Line],
    clues: Sequence[Clues],
    names: list[str],
    coefs: np.ndarray,
    bias: np.ndarray,
    fit: dict[str, list[float]],
) -> None:
    width = len(HEADS)
    strength = np.abs(coefs).max(axis=1)
    room = (BYTES - 40_000) // (width + 4)
    kept = np.argsort(-strength)[:room]
    situated = {name for one in clues for name in one.situated}
    is_situated = np.array([names[i] in situated for i in kept])
    chosen = coefs[kept]
    scales = {}
    quantized = np.zeros(chosen.shape, dtype=np.int16)
    for group, mask in (("letters", ~is_situated), ("situated", is_situated)):
        scale = np.maximum(np.abs(chosen[mask]).max(axis=0), 1e-6) / 127
        quantized[mask] = np.rint(chosen[mask] / scale)
        scales[group] = [float(f"{value:.6g}") for value in scale]
    checksums = [crc32(names[i].encode()) for i in kept]
    order = sorted(range(len(kept)), key=lambda i: checksums[i])
    order = [i for n, i in enumerate(order) if n == 0 or checksums[i] != checksums[order[n - 1]]]
    header = {
        "heads": list(HEADS), **scales, "bias": [float(f"{value:.6g}") for value in bias], "rows": len(order),
        "confidence": fit, "corpus": corpus_digest([line.row for line in lines]), "code": code_digest(), "sample": [],
    }  # fmt: skip
    body = array("I", [checksums[i] for i in order])
    if sys.byteorder == "big":
        body.byteswap()
    rows = (quantized[order] + stored.NOTHING).astype(np.uint8).tobytes()
    made = stored.parsed(json.dumps(header).encode() + b"\n" + body.tobytes() + rows)
    for line in lines[:: max(len(lines) // SAMPLE, 1)]:
        scores = made.scores(clues_of(line.text, Step(line.context)))
        best = sorted(scores, key=lambda head: -scores[head])[:3]
        header["sample"].append([line.context, line.text, {head: round(scores[head], 4) for head in best}])
    TARGET.write_bytes(json.dumps(header, ensure_ascii=False).encode() + b"\n" + body.tobytes() + rows)
    print(
        f"{TARGET.relative_to(ROOT)}: {TARGET.stat().st_size} bytes, {len(order)} of {len(names)} clues, "
        f"{len(lines)} messages"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="print held-out figures, write nothing")
    options = parser.parse_args()
    lines = corpus()
    clues = clues_for(lines)
    names = vocabulary(clues)
    features = matrix(clues, names)
    wanted = targets(lines)
    kernel = (features @ features.T).toarray() + 1.0
    scores = held_out(kernel, wanted, groups(lines))
    fit = calibration(lines, scores)
    right = [HEADS[int(np.argmax(row[: len(MEANINGS)]))] for row in scores]
    first = np.mean(
        [line.readings[0] == best or best in line.readings for line, best in zip(lines, right, strict=True)]
    )
    print(f"held out: the best reading is one of the line's for {first:.3f} of {len(lines)}")
    if options.check:
        return
    dual = KernelRidge(alpha=ALPHA, kernel="precomputed").fit(kernel, wanted).dual_coef_
    coefs = np.asarray(features.T @ dual)
    write(lines, clues, names, coefs, dual.sum(axis=0), fit)


if __name__ == "__main__":
    main()
