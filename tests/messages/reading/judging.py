"""What a decision is worth beside a line of the corpus: wanted, a fair question, harmful, not understood."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from messages.reading import Action, ReadingDecision
from tests.messages.reading.corpus import Line

# Meanings that change nothing when they are missed or read beside others.
BESIDE = {"thanks", "smalltalk", "reaction", "other-person"}
DONE = (Action.ACT, Action.CONFIRM)


@dataclass(frozen=True, slots=True)
class Verdict:
    """`wanted`: the reading and the action of the line, or a fair question; `near`: the first reading, or a fair
    question."""

    line: Line
    decision: ReadingDecision
    wanted: bool
    near: bool
    harm: tuple[str, ...]
    needless: bool
    not_understood: bool
    missed_distress: bool
    false_alarm: bool  # someone is alerted
    asked_kindly: bool  # they are asked how they are, with the numbers; nobody is alerted
    slots: bool  # the same as those of the line


def judged(line: Line, decision: ReadingDecision) -> Verdict:
    expected = set(line.readings)
    found = {str(meaning) for meaning in decision.reading.meanings}
    action = decision.action
    offered = {str(meaning) for option in decision.options for meaning in option.meanings}
    fair = action is Action.ASK and bool(expected & offered or line.action == "ask" or "unknown" in expected)
    heavy = expected - BESIDE or expected
    read = heavy <= found and found <= expected | BESIDE
    return Verdict(
        line,
        decision,
        wanted=fair or (read and _alike(action, line.action)),
        near=fair or (line.readings[0] in found and not found & set(line.never)),
        harm=_harm(line, decision, expected, found),
        needless=action is Action.ASK and line.action in ("act", "answer"),
        not_understood=found == {"unknown"} and "unknown" not in expected,
        missed_distress="distress" in expected and "distress" not in found,
        false_alarm="distress" in found and "distress" not in expected and action is Action.HUMAN,
        asked_kindly="distress" in found and action is Action.ASK,
        slots=has_its_slots(line, decision),
    )


def _alike(action: Action, wanted: str) -> bool:
    """Acting and acting with a word back are alike; so are a short answer and silence."""
    alike = ({"act", "confirm"}, {"answer", "silent"})
    return action == wanted or any(action in pair and wanted in pair for pair in alike)


def _harm(line: Line, decision: ReadingDecision, expected: set[str], found: set[str]) -> tuple[str, ...]:
    if decision.action not in DONE:
        return ()
    harm = [label for label in line.never if label in found]
    if "drop-words" in line.never and "comment" in expected and "comment" not in found:
        harm.append("drop-words")
    if (
        "send-claim" in line.never
        and line.context == "K:total"
        and ("yes" in found or decision.reading.slots.digits == (1,))
    ):
        harm.append("send-claim")
    return tuple(harm)


def has_its_slots(line: Line, decision: ReadingDecision) -> bool:
    """Whether the slots are those of the line: the same names and values, in any order."""
    return sorted(line.slots.split(";")) == sorted(decision.reading.slots.written().split(";"))


def share(verdicts: Iterable[Verdict], name: str) -> float:
    """The share of the verdicts of which something is so."""
    values = [bool(getattr(verdict, name)) for verdict in verdicts]
    return sum(values) / len(values) if values else 0.0


def family(line: Line) -> str:
    """The family of a context: K for all the questions of a claim, J for joining."""
    return line.context.split(":")[0]
