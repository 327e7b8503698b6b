"""The plain types of what was read: slots, readings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from messages.reading.labels import Meaning
from messages.reading.money import Sum

Sure = Literal["sure", "ask"]
WORRYING = -0.56  # the score of `Reading.worry` from which words that pass for talk may hide a cry


@dataclass(frozen=True, slots=True)
class Slots:
    """What a message says besides its meanings. `sums`: cents and kilometres by kind; `words`: what remains to be kept.

    `digits` chosen in a list; `when` days as written; `names`; `language` asked for; `about` of a question; `risks`
    of a danger; `kind` of messages to stop. `doubtful`: a sum could be read two ways.
    """

    digits: tuple[int, ...] = ()
    sums: tuple[Sum, ...] = ()
    when: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    language: str = ""
    about: str = ""
    risks: tuple[str, ...] = ()
    kind: str = ""
    words: str = ""
    doubtful: bool = False

    def written(self) -> str:
        """In the syntax of the corpus: "kind=fare;amount=7.50;digit=1"."""
        parts = [f"digit={digit}" for digit in self.digits]
        parts += [f"risk={risk}" for risk in self.risks]
        parts += [f"about={self.about}"] if self.about else []
        for one in self.sums:
            parts += [f"kind={one.kind}"] if one.kind else []
            parts += [f"amount={_plain(one.cents / 100, 2)}"] if one.cents is not None else []
            parts += [f"km={_plain(one.km, 1)}"] if one.km is not None else []
        parts += [f"kind={self.kind}"] if self.kind else []
        parts += [f"when={day}" for day in self.when]
        parts += [f"name={name}" for name in self.names]
        parts += [f"lang={self.language}"] if self.language else []
        return ";".join(parts)


def _plain(value: float, places: int) -> str:
    return str(int(value)) if value == int(value) else f"{value:.{places}f}"


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand a message: its meanings together, with their slots.

    `confidence` between 0 and 1, calibrated on messages the classifier was not trained on. `why`: the rule that read it
    ("digit of the list", "stop word"), or "words". `for_human`: it asks for what only a person can give;
    `unsettled`: what is
    said is not enough to act; `unanswered`: nobody would reply; `worry`: it may be a cry for help. All about 1 when
    it is so.
    `doubt`: what in the words speaks against acting ("" when nothing does). `faint`: a distress that may be a way of
    speaking, an old story or someone else's: asked kindly about, with the numbers, before anybody is alerted.
    """

    meanings: tuple[Meaning, ...]
    slots: Slots
    confidence: float
    sure: Sure
    why: str = "words"
    for_human: float = -1.0
    unsettled: float = -1.0
    unanswered: float = -1.0
    worry: float = -1.0
    doubt: str = ""
    faint: bool = False

    @property
    def first(self) -> Meaning:
        return self.meanings[0]

    def has(self, *meanings: Meaning) -> bool:
        return any(meaning in self.meanings for meaning in meanings)

    def written(self) -> str:
        return " + ".join(self.meanings)
