"""The rules of comments: which state may follow which, and until when one may be taken back."""

from __future__ import annotations

import datetime as dt
import re

MOVES: dict[str, frozenset[str]] = {
    "received": frozenset({"confirmed", "withdrawn"}),
    "confirmed": frozenset({"carried", "read", "withdrawn"}),
    "carried": frozenset({"read", "withdrawn"}),
    "read": frozenset({"answered"}),
    "answered": frozenset({"answered"}),  # "to follow" may become "kept" or "not kept"
    "withdrawn": frozenset(),
}

# Below this many comments without a name at one meeting, the words themselves may say who wrote them.
SMALL_GROUP = 5

# What a comment's flags may hold, between commas: ",third_person,choice:3:yes,".
THIRD_PERSON = "third_person"
CHOICE = re.compile(r"choice:(\d+):(yes|no)")


LAST_CALL = dt.timedelta(hours=3)  # before a meeting: then whoever carries its comments is told of them


SEEN_BEFORE = dt.timedelta(days=2)


def listed_on(written_on: dt.date, meeting_on: dt.date) -> dt.date:
    """The day that is kept of a comment without a name, on the morrow of which it is seen.

    Two days before the meeting for all that were written by then: the day of writing would leave but those who wrote
    that they cannot come on it.
    """
    return max(written_on, meeting_on - SEEN_BEFORE)


def may_be_shown(
    with_name: bool, confirmed_on: dt.date | None, starts_at: dt.datetime, now: dt.datetime, today: dt.date
) -> bool:
    """A comment without a name is not seen to come: two looks at a page would tell its minute, and so who wrote it.

    `confirmed_on` is the day of `listed_on`: it shows from the eve of the meeting on with all the others, or the day
    after it was written when that is later; on the day of the meeting, from the hour when everyone carrying is told.
    """
    return with_name or (confirmed_on is not None and confirmed_on < today) or now >= starts_at - LAST_CALL


def human_first(state: str, flags: str) -> bool:
    """Someone is named in it: whoever carries it must have seen it before the whole table hears it."""
    return state == "confirmed" and THIRD_PERSON in flags


def choices_in(flags: str) -> list[tuple[int, str]]:
    """[(number of the agenda point, "yes" or "no"), ...]"""
    return [(int(number), answer) for number, answer in CHOICE.findall(flags)]


def may_become(state: str, wanted: str) -> bool:
    return wanted in MOVES[state]


def can_be_withdrawn(state: str) -> bool:
    """Until it is read to the table. After that, honesty: it was heard."""
    return may_become(state, "withdrawn")
