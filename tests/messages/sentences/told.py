"""A claim and a comment told in one line, so that a table of what people write can be read."""

from __future__ import annotations

from collections.abc import Iterator

from messages.sentences.claims.types import ClaimedThing, ClaimSentence
from messages.sentences.comments.types import CommentSigns
from messages.sentences.dates import FoundDate

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def tell_claim(found: ClaimSentence) -> str:
    flags = [f for f in ("declined", "status_query", "proxy", "unclear") if getattr(found, f)]
    said = {
        "claim": found.is_claim,
        **{_line(line): True for line in found.lines},
        **{tell_day(day): True for day in found.dates},
        f"{found.half_days} half-days": found.half_days is not None,
        f"{found.hours or 0:g} hours": found.hours is not None,
        f"{found.children} children": found.children is not None,
        f"at {found.meeting_words}": found.meeting_words,
        "round trip": found.round_trip,
        "meal served": found.supper_served,
        f"because: {found.note}": found.note,
        f"ask {' '.join(found.questions)}": found.questions,
    }
    return "; ".join([*flags, *(words for words, is_said in said.items() if is_said)]) or "nothing"


def _line(line: ClaimedThing) -> str:
    count = f" x{line.quantity}" if line.quantity != 1 else ""
    amount = f" {line.cents / 100:.2f}" if line.cents is not None else ""
    note = f" ({line.note})" if line.note else ""
    return f"{line.kind}{count}{amount}{note}"


def tell_day(day: FoundDate) -> str:
    if day.date is None:
        return DAYS[day.weekday or 0]
    return f"{day.date:%m-%d}" + ("?" if day.ambiguous else "")


def tell_comment(found: CommentSigns) -> str:
    return "; ".join(_comment_parts(found)) or "nothing"


def _comment_parts(found: CommentSigns) -> Iterator[str]:
    for flag in ("anonymous", "third_person", "leaving", "retraction", "is_question", "english"):
        if getattr(found, flag):
            yield flag
    yield from (f"private: {part}" for part in found.private)
    if found.question_word:
        yield f"word {found.question_word}"
    yield from (f"{tell_day(part.day)} {part.says}: {part.words}" for part in found.days)
    yield from (f"{c.number} {c.answer}" + (f" ({c.reason})" if c.reason else "") for c in found.choices)
