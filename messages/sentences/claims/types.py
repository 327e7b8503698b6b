"""The plain types of a claim read in one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from messages.sentences.dates import FoundDate

LineKind = Literal["participation", "remote", "transport_km", "transport_fare", "meal", "childcare", "other"]


@dataclass(frozen=True, slots=True)
class ClaimedThing:
    """One thing claimed. `cents` is the whole line as said (never to multiply by `quantity`), None when not said.

    `quantity`: half-days for a participation (1 when not said: see `half_days`), km, meals, tickets. `note`: a word
    the person used that a rate does not know ("taxi", "stationnement").
    """

    kind: LineKind
    quantity: float = 1
    cents: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ClaimSentence:
    """What one message claims. `questions` are keys of what is missing or unclear, in the order to ask.

    Keys: hours, fare, childcare, meal, km, which_amount, meal_served. `note` is the reason given, in their words;
    `meeting_words` what they call the meeting; `unclear` an amount on a basis that no rate knows ("2 semaines").
    """

    lines: tuple[ClaimedThing, ...] = ()
    dates: tuple[FoundDate, ...] = ()
    half_days: int | None = None
    hours: float | None = None
    meeting_words: str = ""
    children: int | None = None
    round_trip: bool = False
    declined: bool = False
    status_query: bool = False
    proxy: bool = False
    unclear: bool = False
    questions: tuple[str, ...] = ()
    note: str = ""
    supper_served: bool = False
    is_claim: bool = False
