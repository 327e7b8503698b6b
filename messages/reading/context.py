"""What a person can see when they write: the questions open, what was sent to them, their meetings, their answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from messages.reading.labels import Meaning, Step

LONG_AGO = dt.datetime.min.replace(tzinfo=dt.UTC)
PRESENCE = {1: Meaning.COMING, 2: Meaning.ABSENT, 3: Meaning.MAYBE}
YES_NO = {1: Meaning.YES, 2: Meaning.NO}


def _numbered(count: int) -> dict[int, Meaning]:
    return dict.fromkeys(range(1, count + 1), Meaning.NUMBER)


# What the digits of each step's list mean; a step that is not here shows no list.
LISTS: Mapping[Step, Mapping[int, Meaning]] = {
    Step.REMINDER: PRESENCE,
    Step.SAID_COMING: PRESENCE,
    Step.SAID_ABSENT: PRESENCE,
    Step.OFFER_TO_CARRY: YES_NO,
    Step.CLAIM_OFFERED: YES_NO,
    Step.STOP_ASKED: YES_NO,
    Step.JOIN_CONSENT: YES_NO,
    Step.READ_BACK: {1: Meaning.YES, **dict.fromkeys((2, 3, 4), Meaning.NUMBER)},
    Step.CLAIM_RIDE: _numbered(3),
    Step.CLAIM_MEAL: _numbered(2),
    Step.CLAIM_CHILDCARE: _numbered(1),
    Step.CLAIM_TOTAL: _numbered(2),
    Step.DIGEST: _numbered(3),
    Step.OLD_DIGEST: _numbered(3),
    Step.MENU: _numbered(5),
}
LABELS: Mapping[Step, tuple[str, ...]] = {
    Step.DIGEST: ("camp", "frigo", "vélo"),
    Step.OLD_DIGEST: ("camp", "frigo", "vélo"),
    Step.MENU: ("un appel", "dire quelque chose", "mes frais", "où ça en est", "mes choix"),
}


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question that waits for an answer. `options`: what each digit of its list means; `labels`: its words, in
    order."""

    key: str
    step: Step
    options: Mapping[int, Meaning] = field(default_factory=dict)
    labels: tuple[str, ...] = ()
    asked: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class MeetingSeen:
    """A meeting the person knows of: its local day, place and the words of its agenda.

    `known`: what the program can say of it besides ("remote": how to be there by phone, "meal", "access")."""

    date: dt.date
    place: str = ""
    agenda: tuple[str, ...] = ()
    answer: Meaning | None = None
    known: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class SentLately:
    """A message that was sent to them lately."""

    text: str
    at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What the person has in front of them. `standing`: the step when no question is open (nothing, in care, a
    stranger).

    The step never depends on the order of `questions`: the last one asked counts, and someone in care stays in care.
    """

    standing: Step = Step.NOTHING
    questions: tuple[OpenQuestion, ...] = ()
    sent: tuple[SentLately, ...] = ()
    meetings: tuple[MeetingSeen, ...] = ()
    known: bool = True
    language: str = "fr"
    now: dt.datetime | None = None
    spoken: bool = False  # they wrote since the last question was asked
    elsewhere: bool = False  # the same, and of something else than it

    @property
    def last_question(self) -> OpenQuestion | None:
        """The question asked last, whatever order they are given in."""
        return max(self.questions, key=lambda question: (question.asked or LONG_AGO, question.key), default=None)

    @property
    def step(self) -> Step:
        if self.standing is Step.IN_CARE or self.last_question is None:
            return self.standing
        return self.last_question.step

    @property
    def options(self) -> Mapping[int, Meaning]:
        """What each digit means in the last list the person saw; empty when they see none."""
        if self.standing is Step.IN_CARE or self.last_question is None:
            return {}
        return self.last_question.options

    @property
    def labels(self) -> tuple[str, ...]:
        return self.last_question.labels if self.last_question else ()

    @classmethod
    def of_code(cls, code: str, language: str = "fr") -> Context:
        """The whole context of a code of the corpus ("R", "K:km"...), with its usual list and one meeting to come."""
        step = Step(code)
        meeting = MeetingSeen(dt.date(2026, 12, 8), "salle du CLSC", ("camp", "frigo", "place"), ANSWERED.get(step))
        standing = step if step in STANDING else Step.NOTHING
        asked = () if step in STANDING else (OpenQuestion(code, step, LISTS.get(step, {}), LABELS.get(step, ())),)
        return cls(standing, asked, meetings=(meeting,), known=step not in STRANGERS, language=language)


STANDING = frozenset({Step.NOTHING, Step.IN_CARE, Step.STRANGER})
STRANGERS = frozenset({Step.STRANGER, Step.JOIN_NAME, Step.JOIN_CONSENT})
ANSWERED = {Step.SAID_COMING: Meaning.COMING, Step.SAID_ABSENT: Meaning.ABSENT}
