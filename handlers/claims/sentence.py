"""One sentence as offered answers: what it names goes to the questions, what it leaves out is nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from messages.keywords import fold
from messages.reading.answered import written_out
from messages.sentences.claims.read import claim
from messages.sentences.claims.types import ClaimedThing, ClaimSentence
from messages.sentences.dates import FoundDate

LONGEST = 640  # four segments: beyond, it is a story
NOTHING: Mapping[str, Any] = {"transport": "none", "meal": "0", "childcare": "0", "other": []}
AGREES_WITH_NOTHING = -1  # half-days that must be asked
TAXI = "taxi"
NO_THANKS = frozenset({"non merci", "no thanks", "no thank you", "no gracias"})


@dataclass(frozen=True, slots=True)
class Claimed:
    """What a sentence said of a claim. `offered`: the values of the dialogue's keys that it names, nothing else."""

    words: str = ""
    dates: tuple[FoundDate, ...] = ()
    offered: Mapping[str, Any] = field(default_factory=dict)
    missing: frozenset[str] = frozenset()  # keys named without their amount: still to be asked
    declined: bool = False
    status: bool = False
    proxy: bool = False
    unclear: bool = False
    is_claim: bool = False
    odd: tuple[int, ...] = ()  # cents that no claim has, which were left out (odd_sums.py)

    @property
    def whole(self) -> dict[str, Any]:
        """As a whole claim: what is not named is nothing."""
        if not self.offered and not self.missing:
            return {}
        return {**{key: value for key, value in NOTHING.items() if key not in self.missing}, **self.offered}


def read(words: str, today: dt.date, language: str) -> Claimed:
    if not words.strip() or len(words) > LONGEST:
        return Claimed(words)
    said = claim(written_out(words), today, language)
    return Claimed(
        words,
        said.dates,
        _offered(said),
        _missing(said),
        said.declined or fold(words) in NO_THANKS,
        said.status_query,
        said.proxy,
        said.unclear,
        said.is_claim,
    )


def _offered(said: ClaimSentence) -> dict[str, Any]:
    offered: dict[str, Any] = {}
    for name in (_time, _ride, _meal, _childcare, _others):
        offered |= name(said)
    return offered


def _lines(said: ClaimSentence, kind: str) -> list[ClaimedThing]:
    return [line for line in said.lines if line.kind == kind]


def _missing(said: ClaimSentence) -> frozenset[str]:
    found = set()
    if "childcare" in said.questions:
        found.add("childcare")
    if "which_amount" in said.questions:
        found.add("other")
    return frozenset(found)


def _time(said: ClaimSentence) -> dict[str, Any]:
    """Half-days for each day named, or the amount they come to; "unsure" when only the meeting's hours can tell."""
    meetings = max(len({d.date or d.weekday for d in said.dates}), 1)
    named = [*_lines(said, "participation"), *_lines(said, "remote")]
    if said.half_days is not None:
        each = said.half_days // meetings if said.half_days >= meetings else said.half_days
        unsure = {"halves_unsure": "1"} if "hours" in said.questions else {}
        return {"halves_said": str(each), **unsure}
    if "hours" in said.questions:
        return {"halves_said": str(AGREES_WITH_NOTHING)}
    if named and named[0].cents is not None and said.is_claim:
        return {"amount_said": str(named[0].cents // meetings)}
    return {}


def _ride(said: ClaimSentence) -> dict[str, Any]:
    taxis = [line for line in _lines(said, "transport_fare") if line.note]
    fares = [line for line in _lines(said, "transport_fare") if not line.note]
    cars = _lines(said, "transport_km")
    kinds = [kind for kind, lines in (("bus", fares), ("car", cars), (TAXI, taxis)) if lines]
    if not kinds:
        return {}
    offered: dict[str, Any] = {"transport": "+".join(kinds)}
    if fares and (cents := _sum(fares)) is not None:
        offered["fare"] = str(cents)
    if cars and "km" not in said.questions:
        offered["km"] = f"{sum(line.quantity for line in cars):g}"
    if taxis and (cents := _sum(taxis)) is not None:
        offered["taxi"] = str(cents)
    if taxis and said.note:
        offered["taxi_why"] = said.note.removeprefix(taxis[0].note).strip() or said.note
    return offered


def _meal(said: ClaimSentence) -> dict[str, Any]:
    named = _lines(said, "meal")
    if not named:
        return {"meal": "0"} if said.supper_served else {}
    offered = {"meal": str(int(sum(line.quantity for line in named)))}
    if (cents := _sum(named)) is not None:
        offered["meal_paid"] = str(cents)
    return offered


def _childcare(said: ClaimSentence) -> dict[str, Any]:
    named = _lines(said, "childcare")
    return {"childcare": str(cents)} if named and (cents := _sum(named)) is not None else {}


def _others(said: ClaimSentence) -> dict[str, Any]:
    named = [line for line in _lines(said, "other") if line.cents]
    return {"other": [[line.cents, line.note] for line in named]} if named else {}


def _sum(lines: list[ClaimedThing]) -> int | None:
    amounts = [line.cents for line in lines]
    return None if any(cents is None for cents in amounts) else sum(cents or 0 for cents in amounts)
