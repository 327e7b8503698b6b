"""What a dialogue is: its script, the situations that its questions put a person in, how it is forgotten."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from db.conversations import Dialogue, Question
from handlers.acting import Acting
from handlers.dialogue.talk import Talk
from handlers.turn import Reply
from messages.reading import Step

Script = Callable[[Talk], Awaitable[Reply]]
Fits = Callable[[str, str], bool]  # a question's key, words
Forget = Callable[[Acting, Dialogue], Awaitable[int | None]]


@dataclass(frozen=True, slots=True)
class Definition:
    """A dialogue. `steps`: the situation that each of its questions puts the person in, for the reader of what they
    mean. `leaves`: the situation it leaves behind it for a few days. `verbatim`: a coordinator's form, which takes
    words as they are written. `forget`: how one that ended by itself, and in which no name was wanted, is forgotten; it
    gives back the message that the news of it answers. `fits`: whether words may answer a question that takes them as
    they are; others that plainly say something else are heard for that.
    """

    name: str
    script: Script
    steps: Mapping[str, Step] = field(default_factory=dict)
    leaves: Step | None = None
    verbatim: bool = False
    forget: Forget | None = None
    fits: Fits | None = None

    def step_of(self, key: str) -> Step:
        return self.steps.get(_kind_of(key), Step.MENU)

    def in_their_words(self, question: Question) -> bool:
        """Whether this question takes words as they are written: a title, an address, an activity and its day."""
        return question.free_text and _kind_of(question.key) not in self.steps


def _kind_of(key: str) -> str:
    """ "receipt:other:parking" is one of several questions of a kind."""
    return key.partition(":")[0]


def dialogue(
    name: str,
    *,
    steps: Mapping[str, Step] | None = None,
    leaves: Step | None = None,
    verbatim: bool = False,
    forget: Forget | None = None,
    fits: Fits | None = None,
) -> Callable[[Script], Definition]:
    """Marks a function as a dialogue. It is reached only once a topic lists it."""

    def mark(script: Script) -> Definition:
        return Definition(name, script, steps or {}, leaves, verbatim, forget, fits)

    return mark
