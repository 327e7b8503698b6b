"""Measure what people mean on messages the classifier has not seen, and write docs/understanding.md (`make
understanding`).

Figures come from scores held out: a fifth of the reference hand, or a whole other hand, left out of the training in
turn; the
confusion from a third of all lines, chosen by the digest of their text, left out together.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from messages.reading import Context, Reading, decide, read
from messages.reading.findings import find
from messages.reading.heads import HEADS
from messages.reading.read import completed, ranked
from scripts.train_reading import REFERENCE, calibration, clues_for, groups, held_out, matrix, targets, vocabulary
from tests.messages.reading.corpus import Line, corpus, lines_of
from tests.messages.reading.judging import Verdict, family, judged, share

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "understanding.md"
HELD_OUT = ROOT / "tests" / "messages" / "reading" / "held_out"
OTHERS = ("a", "b", "c", "d", "e", "f")
MISSED = 60
GOALS = (
    ("wanted action or a fair question", "wanted", "0.82"),
    ("the first reading is right, or a fair question", "near", ""),
    ("something of the `never` column is done", "harm", "0.005"),
    ("not understood where a person would have", "not_understood", "0.06"),
    ("its slots are exactly those of the line", "slots", ""),
)


def main() -> None:
    lines = corpus()
    clues = clues_for(lines)
    names = vocabulary(clues)
    features = matrix(clues, names)
    kernel = (features @ features.T).toarray() + 1.0
    wanted = targets(lines)
    scores = held_out(kernel, wanted, groups(lines))
    fit = calibration(lines, scores)
    verdicts = verdicts_of(lines, scores, fit)
    third = [i for i, line in enumerate(lines) if hashlib.sha256(line.text.encode()).digest()[0] % 3 == 0]
    apart = held_out(kernel, wanted, [third])
    thirds = verdicts_of([lines[i] for i in third], apart[third], fit)
    before, _, _ = PAGE.read_text(encoding="utf-8").partition("<!-- figures -->")
    PAGE.write_text(before + "<!-- figures -->\n\n" + page(verdicts, thirds) + "\n", encoding="utf-8")
    print(f"{PAGE.relative_to(ROOT)} written")


def verdicts_of(lines: Sequence[Line], scores: np.ndarray, fit: dict[str, list[float]]) -> list[Verdict]:
    found = []
    for line, row in zip(lines, scores, strict=True):
        context = Context.of_code(line.context, line.language)
        named = dict(zip(HEADS, map(float, row), strict=True))
        found.append(judged(line, decide(_read(line.text, named, context, fit), context)))
    return found


def _read(text: str, scores: dict[str, float], context: Context, fit: dict[str, list[float]]) -> list[Reading]:
    """As `messages.reading.read` does, with scores held out."""
    found = find(text)
    return completed(ranked(found, scores, context, fit), found, context)


def page(verdicts: Sequence[Verdict], thirds: Sequence[Verdict]) -> str:
    reference = [v for v in verdicts if v.line.hand == REFERENCE]
    others = [v for v in verdicts if v.line.hand in OTHERS]
    hands = {v.line.hand for v in verdicts}
    size = f"The corpus holds {len(verdicts)} messages; {len(hands)} files."
    parts = ["## Figures on messages not seen", size, overall(reference, others), families(reference, others)]
    parts += ["Messages kept apart (`held_out/`), with the weights that are kept:", kept_apart()]
    parts += ["## Confusion on a third held out", confusion(thirds), "## Still missed", missed(reference + others)]
    return "\n\n".join(parts)


def overall(reference: Sequence[Verdict], others: Sequence[Verdict]) -> str:
    both = (reference, others)
    rows = [
        f"| what | reference hand ({len(reference)}, by fifths) | others ({len(others)}, each left out) | to reach |",
        "|---|---|---|---|",
    ]
    rows += [
        f"| {words} | {share(reference, name):.3f} | {share(others, name):.3f} | {goal} |"
        for words, name, goal in GOALS
    ]
    done = [share([v for v in some if v.line.action in ("act", "answer")], "needless") for some in both]
    rows.append(f"| a question where a person would act or answer | {done[0]:.3f} | {done[1]:.3f} | 0.25 |")
    cries = [[v for v in some if "distress" in v.line.readings] for some in both]
    heard = [f"{1 - share(some, 'missed_distress'):.3f} of {len(some)}" for some in cries]
    rows.append(f"| distress recognised | {heard[0]} | {heard[1]} | 0.95 |")
    alike = [[v for v in some if "distress" in v.line.never] for some in both]
    alarms = [f"{share(some, 'false_alarm'):.3f} of {len(some)}" for some in alike]
    rows.append(f"| false alarms on look-alikes | {alarms[0]} | {alarms[1]} | 0.03 |")
    for words, some in (("cries asked about kindly, numbers given", cries), ("look-alikes asked about kindly", alike)):
        kindly = [f"{share(one, 'asked_kindly'):.3f}" for one in some]
        rows.append(f"| {words} | {kindly[0]} | {kindly[1]} | |")
    return "\n".join(rows)


def families(reference: Sequence[Verdict], others: Sequence[Verdict]) -> str:
    named = sorted({family(v.line) for v in reference})
    rows = ["| family | reference: wanted | near | others: wanted | near | harm |", "|---|---|---|---|---|---|"]
    for name in named:
        ours = [v for v in reference if family(v.line) == name]
        theirs = [v for v in others if family(v.line) == name]
        rows.append(
            f"| {name} ({len(ours)}, {len(theirs)}) | {share(ours, 'wanted'):.2f} | {share(ours, 'near'):.2f} | "
            f"{share(theirs, 'wanted'):.2f} | {share(theirs, 'near'):.2f} | "
            f"{sum(bool(v.harm) for v in [*ours, *theirs])} |"
        )
    return "\n".join(rows)


def kept_apart() -> str:
    """The figures of the hands that are held out, a row each."""
    rows = ["| hand | lines | wanted | near | harm | slots | distress recognised |", "|---|---|---|---|---|---|---|"]
    for path in sorted(HELD_OUT.glob("*.tsv")):
        some = [_with_the_weights(line) for line in lines_of(path)]
        cries = [v for v in some if "distress" in v.line.readings]
        figures = [f"{share(some, name):.3f}" for name in ("wanted", "near", "harm", "slots")]
        heard = f"{1 - share(cries, 'missed_distress'):.3f} of {len(cries)}"
        rows.append(f"| {path.stem} | {len(some)} | {' | '.join(figures)} | {heard} |")
    return "\n".join(rows)


def _with_the_weights(line: Line) -> Verdict:
    context = Context.of_code(line.context, line.language)
    return judged(line, decide(read(line.text, context), context))


def confusion(thirds: Sequence[Verdict]) -> str:
    counted: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    sizes: Counter[str] = Counter(family(v.line) for v in thirds)
    for v in thirds:
        found = str(v.decision.reading.first)
        if found not in v.line.readings:
            counted[family(v.line)][v.line.readings[0], found] += 1
    rows = [
        f"{len(thirds)} lines. The first reading that was not one of the line's, by context, most frequent first.",
        "",
    ]
    rows += ["| family | lines | read wrong | what was taken for what |", "|---|---|---|---|"]
    for name in sorted(sizes):
        most = ", ".join(f"{one} for {other} ({n})" for (other, one), n in counted[name].most_common(8))
        rows.append(f"| {name} | {sizes[name]} | {sum(counted[name].values())} | {most} |")
    return "\n".join(rows)


def missed(verdicts: Sequence[Verdict]) -> str:
    bad = [v for v in verdicts if v.harm or v.missed_distress or not v.near]
    bad.sort(key=lambda v: (not v.harm, not v.missed_distress, hashlib.sha256(v.line.text.encode()).digest()))
    rows = [
        "Harm first, then distress, then others drawn at random.",
        "",
        "| context | message | a person reads | read | done |",
        "|---|---|---|---|---|",
    ]
    for v in bad[:MISSED]:
        text = v.line.text.replace("\n", " ⏎ ").replace("|", "/")[:110]
        rows.append(
            f"| {v.line.context} | {text} | {' + '.join(v.line.readings)} | {v.decision.reading.written()} "
            f"| {v.decision.action} |"
        )
    return "\n".join(rows)


if __name__ == "__main__":
    main()
