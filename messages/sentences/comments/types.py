"""The plain types of a comment that has been read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from messages.sentences.dates import FoundDate


class DayPart(NamedTuple):
    """What is said about one day: the words are those of the text."""

    day: FoundDate
    says: Literal["absent", "coming", "comment"]
    words: str


class Choice(NamedTuple):
    """A yes or no to one numbered line, with the reason given, as written."""

    number: int
    answer: Literal["yes", "no"]
    reason: str


@dataclass(frozen=True, slots=True)
class CommentSigns:
    """Signs in a comment. `private`: parts about someone's own health or family life, each a substring of the text."""

    anonymous: bool = False
    third_person: bool = False
    private: tuple[str, ...] = ()
    leaving: bool = False
    question_word: str = ""
    is_question: bool = False
    retraction: bool = False
    days: tuple[DayPart, ...] = ()
    choices: tuple[Choice, ...] = ()
    english: bool = False
