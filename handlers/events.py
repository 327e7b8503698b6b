"""What one topic tells the others, without knowing which of them listens."""

from __future__ import annotations

from dataclasses import dataclass

from db.meetings.tables import Answer, Meeting
from messages.reading import Meaning


@dataclass(frozen=True, slots=True)
class GaveName:
    """Someone who had asked for no name says that theirs may be read."""


@dataclass(frozen=True, slots=True)
class NotForTheTable:
    """What they gave for the table, written or kept, is for the coordinator alone after all."""


@dataclass(frozen=True, slots=True)
class NeedsTold:
    """What someone needs to come is refused or found (`over`), taken back if it was noted (`off`), perhaps found;
    `asked`: they ask about it. `more`: their message says more."""

    over: tuple[str, ...] = ()
    off: tuple[str, ...] = ()
    perhaps: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    more: bool = False


@dataclass(frozen=True, slots=True)
class AnsweredMeeting:
    """Someone said that they come, do not, or perhaps. `beside`: what else their message says."""

    meeting: Meeting
    roundtable: str
    answer: Answer
    beside: frozenset[Meaning] = frozenset()
