"""The rows that figures are made of, as they stood at the cut: the same facts, gone through the same way.

For a coordinator's eyes, so that a figure can be followed to its rows; nothing of it is printed.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum

from db.claims.rules import COMPENSATION, ClaimState
from db.report.facts import ClaimFact, ClaimLineFact, CommentFact, MeetingFact, Slot
from db.report.figures.claims import NEEDED, RECOGNISED, SLOTS
from db.report.figures.frame import PAID, Came, Frame


class Behind(StrEnum):
    """What rows there are to look at. Who took part from afar is counted for the year alone: it has none."""

    MEETINGS = "meetings"
    PRESENCES = "presences"
    COMMENTS = "comments"
    CLAIMS = "claims"
    PAYMENTS = "payments"
    NEEDS = "needs"


@dataclass(frozen=True, slots=True)
class MeetingBehind:
    meeting: MeetingFact
    noted: bool
    there: int  # experts


@dataclass(frozen=True, slots=True)
class ClaimBehind:
    """A claim and what of it counts: its lines of the year, or, of a payment of the year, all its lines."""

    claim: ClaimFact
    state: ClaimState
    allowance: int
    expenses: int


@dataclass(frozen=True, slots=True)
class NeedBehind:
    """`person`: "" for what was erased with its time, of nobody; each slot stands as many times as it was named."""

    person: str
    meeting: MeetingFact
    slots: tuple[Slot, ...]


def meetings_behind(frame: Frame) -> list[MeetingBehind]:
    """R1 to R3."""
    held = sorted(frame.held.values(), key=lambda one: (one.day, one.roundtable, one.id))
    return [MeetingBehind(one, one.id in frame.noted, frame.experts_at.get(one.id, 0)) for one in held]


def presences_behind(frame: Frame) -> list[Came]:
    """R4 and R5, in the order of the meetings."""
    return sorted(frame.came, key=lambda one: (one.meeting.day, one.meeting.id, one.person))


def comments_behind(frame: Frame) -> list[tuple[CommentFact, MeetingFact]]:
    """R12 and R13, by meeting; within one, by a number that was drawn by lot."""
    found = [(one, frame.meeting_of(one)) for one in frame.comments]
    return sorted(found, key=lambda one: (one[1].day, one[1].id, one[0].number))


def claims_behind(frame: Frame) -> list[ClaimBehind]:
    """R15, of people and of organisations alike: claims accepted of which a line is of the year."""
    kept = [*frame.lines_of(RECOGNISED), *frame.lines_of(RECOGNISED, organisations=True)]
    states = {id(claim): state for claim, state in (*frame.claims, *frame.claims_of_organisations)}
    return _summed(kept, states)


def payments_behind(frame: Frame) -> list[ClaimBehind]:
    """R16: claims of people paid in the year, with all their lines."""
    paid = [
        (claim, state)
        for claim, state in frame.claims
        if state in PAID and claim.paid_on and claim.paid_on in frame.year
    ]
    return _summed([(c, line) for c, _ in paid for line in c.lines], {id(c): state for c, state in paid})


def needs_behind(frame: Frame) -> list[NeedBehind]:
    """R18: presences of experts, with what they needed to come; then, of each meeting, what was erased since."""
    found = [
        NeedBehind(one.person, frame.held[one.meeting], tuple(slot for slot in NEEDED if slot in one.needs))
        for one in frame.attendances
        if one.needs & set(NEEDED) and frame.was_expert(one)
    ]
    erased = defaultdict[str, list[Slot]](list)
    for one in sorted(frame.facts.needs, key=lambda one: NEEDED.index(one.slot)):
        if one.meeting in frame.held:
            erased[one.meeting] += [one.slot] * one.times
    found += [NeedBehind("", frame.held[meeting], tuple(slots)) for meeting, slots in erased.items()]
    return sorted(found, key=lambda one: (one.meeting.day, one.meeting.id, not one.person, one.person))


def _summed(lines: list[tuple[ClaimFact, ClaimLineFact]], states: dict[int, ClaimState]) -> list[ClaimBehind]:
    claims = {id(claim): claim for claim, _ in lines}
    sums = {key: [0, 0] for key in claims}
    for claim, line in lines:
        if line.kind in COMPENSATION:
            sums[id(claim)][0] += line.cents
        elif line.kind in SLOTS:
            sums[id(claim)][1] += line.cents
    found = [ClaimBehind(claim, states[key], *sums[key]) for key, claim in claims.items()]
    return sorted(found, key=lambda one: (one.claim.paid_on or one.claim.day, one.claim.number))
