"""Messages of two hands that no weights were made from (`held_out/`): the rest of what these hands wrote is in the
corpus (`corpus/l.tsv`, `corpus/n.tsv`). docs/understanding.md says which of them were seen."""

from __future__ import annotations

from pathlib import Path

from messages.reading import Action, Context, decide, read
from tests.messages.reading.corpus import corpus, lines_of
from tests.messages.reading.judging import Verdict, judged, share

HELD_OUT = Path(__file__).parent / "held_out"


def verdicts() -> list[Verdict]:
    found = []
    for path in sorted(HELD_OUT.glob("*.tsv")):
        for line in lines_of(path):
            context = Context.of_code(line.context, line.language)
            found.append(judged(line, decide(read(line.text, context), context)))
    return found


def test_none_of_them_is_in_the_corpus() -> None:
    seen = {line.text for line in corpus()}
    assert not [one.line.text for one in verdicts() if one.line.text in seen]


def test_cries_are_heard_and_ways_of_speaking_alarm_nobody() -> None:
    everything = verdicts()
    cries = [one for one in everything if "distress" in one.line.readings]
    alike = [one for one in everything if "distress" in one.line.never]
    assert len(cries) >= 70
    assert len(alike) >= 40
    # After a cry, whatever it is taken for, a person reads it.
    missed = [one.line.text for one in cries if one.missed_distress and one.decision.action is not Action.HUMAN]
    assert len(missed) <= 0.05 * len(cries), missed
    alarms = [one.line.text for one in alike if one.false_alarm]
    assert len(alarms) <= 0.03 * len(alike), alarms


def test_they_do_no_harm() -> None:
    assert not [(one.line.context, one.line.text, one.harm) for one in verdicts() if one.harm]


def test_most_are_done_or_asked_about_as_a_person_would() -> None:
    # A floor, under the share of docs/understanding.md: each fresh hand lowers it (r, the last one, stands at 0.73).
    assert share(verdicts(), "wanted") >= 0.80
