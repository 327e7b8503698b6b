"""What the classifier tells of a message: one head for each label, and for what a question is about or a danger is."""

from __future__ import annotations

from typing import Protocol

from messages.reading.labels import Action, Meaning

ABOUT = ("where", "when", "cost", "agenda", "how", "who", "money", "word", "childcare", "transport")
RISKS = ("self", "violence", "child", "tonight", "medical")
MEANINGS = tuple(meaning.value for meaning in Meaning)
ACTIONS = tuple(f"do {action}" for action in (Action.HUMAN, Action.ANSWER, Action.ASK, Action.SILENT))
HEADS = (*MEANINGS, *ACTIONS, *(f"about {name}" for name in ABOUT), *(f"risk {name}" for name in RISKS))


class Labelled(Protocol):
    """A line of the corpus, as far as the heads know it."""

    @property
    def readings(self) -> tuple[str, ...]: ...
    @property
    def action(self) -> str: ...
    @property
    def slots(self) -> str: ...


def is_so(head: str, line: Labelled) -> bool:
    """Whether a head should say yes of a line of the corpus."""
    if head.startswith("do "):
        return line.action == head[3:]
    if " " in head:
        return head.replace(" ", "=") in line.slots.split(";")
    return head in line.readings
