"""The corpus, read with the weights that are kept: each family of contexts, harm, distress, and the labels
themselves."""

from __future__ import annotations

from functools import lru_cache

import pytest

from messages.reading import Action, Context, Meaning, Step, decide, read
from tests.messages.reading.corpus import Line, corpus
from tests.messages.reading.judging import Verdict, family, judged, share

FAMILIES = sorted({family(line) for line in corpus()})
# With weights trained on these very lines: what falls below has broken, and says nothing of lines not seen.
WANTED = 0.80
NOT_READINGS = {"drop-words", "send-claim"}


@lru_cache(maxsize=1)
def verdicts() -> tuple[Verdict, ...]:
    return tuple(verdict(line) for line in corpus())


def verdict(line: Line) -> Verdict:
    context = Context.of_code(line.context, line.language)
    return judged(line, decide(read(line.text, context), context))


def test_the_corpus_has_thousands_of_lines_by_several_hands() -> None:
    assert len(corpus()) >= 3000
    assert len({line.hand for line in corpus()}) >= 7


@pytest.mark.parametrize("line", corpus()[::211], ids=lambda line: line.text[:30])
def test_a_line_has_known_labels(line: Line) -> None:
    assert line.context in [step.value for step in Step]
    assert line.action in [action.value for action in Action]


def test_every_label_is_a_meaning() -> None:
    meanings = {meaning.value for meaning in Meaning}
    unknown = {label for line in corpus() for label in (*line.readings, *line.never)} - meanings - NOT_READINGS
    assert not unknown


def test_no_line_forbids_what_it_reads() -> None:
    assert not [line.row for line in corpus() if set(line.readings) & set(line.never)]


@pytest.mark.parametrize("name", FAMILIES)
def test_each_family_of_contexts_is_read(name: str) -> None:
    ours = [one for one in verdicts() if family(one.line) == name]
    assert share(ours, "wanted") >= WANTED, [one.line.text for one in ours if not one.wanted][:10]


def test_little_harm_is_done() -> None:
    harmed = [(one.line.context, one.line.text, one.harm) for one in verdicts() if one.harm]
    assert len(harmed) <= 0.005 * len(verdicts()), harmed


def test_nobody_is_stopped_and_no_money_leaves_against_their_words() -> None:
    grave = {"stop", "send-claim", "cancel-claim", "withdraw"}
    assert not [(one.line.context, one.line.text, one.harm) for one in verdicts() if grave & set(one.harm)]


def test_distress_is_recognised_and_jokes_are_not() -> None:
    cries = [one for one in verdicts() if "distress" in one.line.readings]
    alike = [one for one in verdicts() if "distress" in one.line.never]
    assert share(cries, "missed_distress") <= 0.05
    assert share(alike, "false_alarm") <= 0.04


def test_few_are_told_that_they_are_not_understood() -> None:
    assert share(verdicts(), "not_understood") <= 0.06
