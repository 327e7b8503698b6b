"""What a claim holds already, under way or sent, and what a message that speaks of it changes there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from db.claims.rules import COMPENSATION, LineKind, LineOf, kilometres, kilometres_of
from db.conversations import Dialogue
from handlers.claims import draft
from handlers.claims.sentence import TAXI
from messages.keywords import fold
from messages.reading import said_again

OF_A_RIDE = ("transport", "km", "fare", "taxi", "taxi_why")
PAID = ("fare", "taxi", "childcare")
PRICES = ("fare", "taxi", "meal", "childcare")
PARKING = ("stationnement", "parking", "estacionamiento", "parko", "parcometre")


@dataclass(frozen=True, slots=True)
class Held:
    """The sums of a claim: cents of each kind that is there, kilometres, and the other costs by their name."""

    prices: Mapping[str, int] = field(default_factory=dict)
    km: float = 0
    others: tuple[tuple[int, str], ...] = ()
    participation: bool = False

    @property
    def rides(self) -> list[str]:
        return [*(["car"] if self.km else []), *(one for one in ("fare", "taxi") if one in self.prices)]


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """What a message does to a claim. `prices` and `km`: the new sums; `gone`: what leaves; `again`: what is to be
    asked again. All empty: it says what is there, and nothing changes.
    """

    prices: Mapping[str, int] = field(default_factory=dict)
    km: float = 0
    others: tuple[tuple[int, str], ...] | None = None
    gone: frozenset[str] = frozenset()
    again: frozenset[str] = frozenset()
    parts: tuple[str, tuple[int, ...]] = ("", ())  # a sum that can be read two ways: asked with each
    told: str = ""  # what was said again, when nothing changes

    @property
    def moves(self) -> bool:
        return bool(self.prices or self.km or self.gone or self.again or self.parts[0]) or self.others is not None


def of_draft(row: Dialogue) -> Held:
    """The sums said so far."""
    said = {**row.prefill, **row.answers}
    prices: dict[str, int] = {key: int(said[key] or 0) for key in PAID if key in said}
    if str(said.get("meal", "0")) != "0":
        prices["meal"] = int(said.get("meal_paid") or said.get("meal_price") or 0)
    rides = str(said.get("transport") or "").split("+")
    for key, ride in (("fare", "bus"), ("taxi", TAXI)):
        if ride not in rides:
            prices.pop(key, None)
    kept = {key: cents for key, cents in prices.items() if cents or key == "meal"}
    km = float(said.get("km") or 0) if "car" in rides else 0
    others = tuple((int(cents), str(what)) for cents, what in said.get("other") or [])
    return Held(kept, km, others, participation=True)


def of_lines(lines: Sequence[LineOf]) -> Held:
    """The sums of a claim that was sent."""
    prices, others, km = {}, [], 0.0
    for line in lines:
        if line.kind is LineKind.TRANSPORT_KM:
            km = float(kilometres_of(line.quantity, line.note))
        elif line.kind is LineKind.OTHER:
            others.append((line.cents, line.note))
        elif line.kind not in COMPENSATION:
            prices[draft.thing(line)] = line.cents
    return Held(prices, km, tuple(others), any(line.kind in COMPENSATION for line in lines))


def changed(words: str, held: Held, asked: str) -> ClaimChange | None:
    """What the words do to what the claim holds; None when they speak of none of it. `asked`: the question's key."""
    return (
        _taken_away(words, held, asked)
        or _hours_put_right(words, held)
        or _put_right(words, held)
        or (_the_only_one(words, held) if asked in ("confirm", "sent") else None)
        or _of_a_ride(words, held, asked)
        or _asked_again(words, held, asked)
        or _said_again(words, held, asked)
    )


def _taken_away(words: str, held: Held, asked: str) -> ClaimChange | None:
    gone = said_again.taken_away(words)
    there = {*held.prices, *(["car"] if held.km else []), *(["participation"] if held.participation else [])}
    left = [one for one in held.others if not _is_named(one[1], words, gone)]
    found = frozenset(gone & there)
    if not found and len(left) == len(held.others):
        return ClaimChange(gone=frozenset({asked})) if asked in gone & {"meal", "childcare"} else None
    return ClaimChange(gone=found, others=tuple(left) if len(left) < len(held.others) else None)


def _is_named(what: str, words: str, gone: frozenset[str]) -> bool:
    return "parking" in gone and any(name in fold(what) for name in PARKING)


def _put_right(words: str, held: Held) -> ClaimChange | None:
    """The one sum of that figure takes the other; kilometres said for one way stay both ways."""
    said = said_again.rather(words)
    if said is None or said.right <= 0:
        return None
    found: list[ClaimChange] = []
    if said.unit != "money" and said.kind in ("", "car") and held.km:
        for count in (1, 2):
            if held.km == kilometres(said.wrong * count):
                found.append(ClaimChange(km=kilometres(said.right * count)))
    if said.unit != "km":
        right, wrong = round(said.right * 100), round(said.wrong * 100)
        named = {said.kind} if said.kind else {*PRICES, "parking"}
        found += [ClaimChange({key: right}) for key, cents in held.prices.items() if cents == wrong and key in named]
        if "parking" in named and [cents for cents, _ in held.others].count(wrong) == 1:
            others = tuple((right if cents == wrong else cents, what) for cents, what in held.others)
            found.append(ClaimChange(others=others))
    return found[0] if len(found) == 1 else None


def _hours_put_right(words: str, held: Held) -> ClaimChange | None:
    """ "c'est 4 heures pas 3": by the same price an hour, asked beside what was there."""
    said, cents = said_again.hours_rather(words), held.prices.get("childcare")
    if said is None or not cents:
        return None
    right, wrong = said
    scaled = cents * right / wrong
    if scaled != int(scaled):
        return ClaimChange(again=frozenset({"childcare"}))
    return ClaimChange(parts=("childcare", (int(scaled), cents)))


def _the_only_one(words: str, held: Held) -> ClaimChange | None:
    """ "c'est 6,50": of the one sum that is there; "3,25 chaque" may be of each time or of all."""
    said = said_again.only_sum(words)
    if said is None or said.value <= 0 or len(held.prices) + len(held.others) + bool(held.km) != 1:
        return None
    if held.km:
        return ClaimChange(km=kilometres(said.value))
    cents = round(said.value * 100)
    if held.others:
        return ClaimChange(others=((cents, held.others[0][1]),)) if not said.each else None
    [key] = held.prices
    return ClaimChange(parts=(key, (cents * 2, cents))) if said.each else ClaimChange({key: cents})


def _of_a_ride(words: str, held: Held, asked: str) -> ClaimChange | None:
    """Ways there and back, at a question that is of no ride: of the one that was taken."""
    if asked in OF_A_RIDE or len(held.rides) != 1:
        return None
    [ride] = held.rides
    if said_again.of_another_ride(words, ride):
        return None
    value = said_again.only_in_all(words)
    if value is not None and asked in ("meal", "childcare"):
        return _ride(ride, held, value)
    said = said_again.of_the_ride(words, "car" if ride == "car" else "fare")
    if said is None:
        return None
    value = float(said.km or 0) if ride == "car" else (said.cents or 0) / 100
    return _ride(ride, held, value)


def _ride(ride: str, held: Held, value: float) -> ClaimChange:
    if ride == "car":
        return ClaimChange(told=ride) if kilometres(value) == held.km else ClaimChange(km=kilometres(value))
    cents = round(value * 100)
    return ClaimChange(told=ride) if cents == held.prices[ride] else ClaimChange({ride: cents})


def _asked_again(words: str, held: Held, asked: str) -> ClaimChange | None:
    """What changed, and which sum that leaves is not said."""
    if "fare" in held.prices and asked not in OF_A_RIDE and said_again.says_a_fare_was_free(words):
        return ClaimChange(again=frozenset({"fare"}))
    if "childcare" in held.prices and asked != "childcare" and said_again.hours_of_care(words):
        return ClaimChange(again=frozenset({"childcare"}))
    return None


def _said_again(words: str, held: Held, asked: str) -> ClaimChange | None:
    """The figure that was said before, spoken of."""
    found = [key for key, cents in held.prices.items() if cents and said_again.speaks_of(words, cents / 100)]
    if held.km and said_again.speaks_of(words, held.km):
        found.append("car")
    return ClaimChange(told=found[0]) if len(found) == 1 and found[0] != asked else None


def offered(change: ClaimChange) -> dict[str, Any]:
    """The change as values of the claim's questions."""
    keys = {"meal": "meal_paid"}
    values: dict[str, Any] = {keys.get(key, key): str(cents) for key, cents in change.prices.items()}
    if change.km:
        values["km"] = f"{change.km:g}"
    return values
