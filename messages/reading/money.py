"""What a message says of money: amounts by kind, kilometres, and whether a sum could be read two ways.

sums("autbus 7,50 garde 4h a 9$")  ->  (Sum("fare", 750), Sum("childcare", 3600))
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from messages.reading.labels import Step
from messages.reading.money_settled import settled
from messages.reading.money_words import (
    AS_MUCH_BACK,
    BACK,
    BACK_PAID,
    BOTH_WAYS,
    CORRECTION_OF_KM,
    FREE,
    GIVEN,
    KINDS,
    NOT_MINE,
    NOT_PAID_YET,
    ONE_WAY,
    REMOVED,
    SUBTRACTED,
    TOGETHER,
)
from messages.reading.numbers import Quantity, quantities, readable
from messages.reading.products import multiplied

MILE = 1.609
UNPAID = ("walk", "bike", "other")  # ways of coming that no amount names
DEFAULT = {
    Step.CLAIM_FARE: "fare",
    Step.CLAIM_MEAL: "meal",
    Step.CLAIM_CHILDCARE: "childcare",
    Step.CLAIM_KM: "car",
}


@dataclass(frozen=True, slots=True)
class Sum:
    """One thing paid: its kind ("" when not said), cents (None when not said), kilometres (None when none)."""

    kind: str
    cents: int | None = None
    km: float | None = None


@dataclass(frozen=True, slots=True)
class MoneySaid:
    """What a message says of money. `doubtful`: a sum can be read two ways, so it is asked."""

    sums: tuple[Sum, ...] = ()
    doubtful: bool = False

    def of(self, kind: str) -> Sum | None:
        return next((one for one in self.sums if one.kind == kind), None)


def money(text: str, step: Step = Step.NOTHING) -> MoneySaid:
    """The sums of a message, in the order in which they are said."""
    low = readable(text)
    found, doubtful = settled(low, quantities(text))
    kinds = kinds_named(low)
    default = DEFAULT.get(step, "")
    found = multiplied(low, found)
    sums = _paired(low, found, kinds, default)
    sums, unsure = _ways(low, sums, found)
    sums += _free(low, sums, kinds, default)
    merged = tuple(_merged(sums))
    doubtful = doubtful or unsure or bool(NOT_PAID_YET.search(low)) or _gas_only(low, merged)
    return MoneySaid(merged, doubtful)


def kinds_named(low: str) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    for kind, shape in KINDS:
        for match in shape.finditer(low):
            if not any(start < match.end() and match.start() < end for start, end, _ in found):
                found.append((match.start(), match.end(), kind))
    return sorted(found)


def _paired(low: str, found: list[Quantity], kinds: list[tuple[int, int, str]], default: str) -> list[Sum]:
    sums: list[Sum] = []
    last = ""
    alone = sum(quantity.unit in ("", "money", "km", "miles") for quantity in found) == 1
    for quantity in found:
        if (
            SUBTRACTED.search(low[max(quantity.start - 16, 0) : quantity.start])
            and sums
            and sums[-1].km
            and default == "car"
        ):
            sums[-1] = Sum("car", km=round(sums[-1].km - _km(quantity), 1))
        elif quantity.unit in ("km", "miles") or (
            quantity.unit == ""
            and (_is_distance(low, quantity, default, alone) or (last == "km" and _is_way_back(low, quantity)))
        ):
            sums.append(Sum("car", km=_km(quantity)))
            last = "km"
        elif quantity.unit in ("", "money"):
            kind = _kind_of(low, quantity, found, kinds, default)
            if sums and sums[-1].kind == "fare" and kind != "fare" and _is_way_back(low, quantity):
                kind = "fare"
            sums.append(Sum(kind, cents=round(quantity.value * 100)))
            last = kind
    return sums


def _is_distance(low: str, quantity: Quantity, default: str, alone: bool) -> bool:
    """A bare number that is kilometres: the question asks for them, or the words do ("wrong km, it was 54")."""
    if kinds_money(low, quantity):
        return False
    if default == "car":
        return True
    said = re.search(r"\bkms?\b|kilom|\bmiles\b", low)
    return said is not None and "$" not in low and not re.search(r"piass|dollar|buck", low) and alone


def way_back_in_km(low: str, found: Sequence[Quantity]) -> list[Quantity]:
    """ "24 km aller pis 24 retour": the second figure is kilometres too."""
    out: list[Quantity] = []
    for one in found:
        after_km = bool(out) and out[-1].unit == "km"
        told = one.unit == "" and after_km and _is_way_back(low, one) and not kinds_money(low, one)
        out.append(replace(one, unit="km") if told else one)
    return out


def _is_way_back(low: str, quantity: Quantity) -> bool:
    """ "6 aller 6 retour", "8 le matin et 9 au retour"."""
    after = low[quantity.end : quantity.end + 30]
    before = low[max(quantity.start - 24, 0) : quantity.start]
    return bool(
        re.match(
            rf"\s*(?:\$|piasses?|dollars?|dola|dolares)?\s*(?:pour |de |au |a |l.|le |pou |en |the |way )*(?:{BACK})\b",
            after,
        )
        or re.search(rf"\b(?:{BACK})\b[^\d,;]{{0,8}}$", before)
    )


def kinds_money(low: str, quantity: Quantity) -> bool:
    """Whether a bare number of the kilometres' question is plainly dollars ("20 de gaz")."""
    return bool(re.match(r"\s*(?:\$|piasse|de gaz|de gas|of gas|pour le gaz)", low[quantity.end :]))


def _km(quantity: Quantity) -> float:
    value = quantity.value * MILE if quantity.unit == "miles" else quantity.value
    return round(value, 1)


def _kind_of(
    low: str, quantity: Quantity, found: list[Quantity], kinds: list[tuple[int, int, str]], default: str
) -> str:
    """The kind that stands in the same clause as an amount: after "de/pour" first, else just before, else just
    after."""
    after = re.match(
        r"\s*(?:\$|piasses?|dollars?|dola)?\s*(?:et demie? |et quart )?(?:d.|de |du |pour (?:la |le |l.|les )?|"
        r"for (?:the )?|on |en |pou (?:la |bis )?|to |a (?:la |ma )?|(?:de )?l.)?",
        low[quantity.end :],
    )
    reach = quantity.end + (after.end() if after else 0)
    following = next(
        (q.start for q in found if q.start > quantity.start and q.unit in ("", "money", "km")), len(low) + 1
    )
    before = max((q.end for q in found if q.end <= quantity.start and q.unit in ("", "money", "km")), default=0)
    if default in ("childcare", "meal"):
        kinds = [one for one in kinds if one[2] not in ("participation", *UNPAID, "remote", "car")]
    close = [
        kind for start, _, kind in kinds if quantity.end <= start <= reach + 1 and start < following and kind != "car"
    ]
    if close and re.search(r"(?:d.|de |pour |for |on |en |to |a )", after[0] if after else ""):
        return close[0]
    past = [kind for start, end, kind in kinds if before <= start and end <= quantity.start]
    past = [kind for kind in past if kind not in UNPAID] or past
    if past:
        return _paid_kind(past[-1], low, quantity)
    next_ones = [kind for start, _, kind in kinds if quantity.end <= start < following]
    if next_ones:
        return _paid_kind(next_ones[0], low, quantity)
    if default == "" and quantity.value in (55, 110):
        return "participation"
    return default or _only_kind(kinds)


def _only_kind(kinds: list[tuple[int, int, str]]) -> str:
    """The one kind named anywhere, when the message names a single one."""
    named = {kind for _, _, kind in kinds if kind not in (*UNPAID, "car")}
    return named.pop() if len(named) == 1 else ""


def _paid_kind(kind: str, low: str, quantity: Quantity) -> str:
    if quantity.value in (55, 110) and kind in (*UNPAID, "car", "meal"):
        return "participation"
    if kind in UNPAID:
        return ""
    if kind == "car" and GIVEN.search(low[max(quantity.start - 40, 0) : quantity.start]):
        return "fare"
    return kind


def _ways(low: str, sums: list[Sum], found: list[Quantity]) -> tuple[list[Sum], bool]:
    """Fares and kilometres said for one way, doubled when the words say both; never when they say it is the whole."""
    unsure = False
    out: list[Sum] = []
    moved = [one for one in sums if one.kind in ("car", "fare") and (one.km or one.cents)]
    for one in sums:
        if (
            one not in moved
            or len([m for m in moved if m.kind == one.kind]) > 1
            or CORRECTION_OF_KM.search(low)
            or (one.kind == "car" and one.km is None)
        ):
            out.append(one)
        elif (
            BOTH_WAYS.search(low)
            or AS_MUCH_BACK.search(low)
            or (one.km is not None and ONE_WAY.search(low) and not TOGETHER.search(low) and not BACK_PAID.search(low))
        ):
            out.append(_doubled(one))
        else:
            out.append(one)
    return out, unsure


def _doubled(one: Sum) -> Sum:
    return Sum(one.kind, None if one.cents is None else one.cents * 2, None if one.km is None else round(one.km * 2, 1))


def _free(low: str, sums: list[Sum], kinds: list[tuple[int, int, str]], default: str) -> list[Sum]:
    """What was free, or not taken: "pas de repas", "gratuit"."""
    out: list[Sum] = []
    for start, end, kind in kinds:
        said = low[max(start - 30, 0) : start]
        removed = kind in ("meal", "childcare", "fare", "car", "parking") and (
            REMOVED.search(said) or NOT_MINE.match(low[end:])
        )
        if removed and not any(one.kind == kind for one in (*sums, *out)):
            out.append(Sum(kind, km=0) if kind == "car" else Sum(kind, 0))
        elif kind == "remote" and not any(one.kind == "remote" for one in (*sums, *out)):
            out.append(Sum("remote", 2000))
    if default in ("fare", "childcare") and not sums and not out and FREE.search(low):
        out.append(Sum(default, 0))
    return out


def _merged(sums: list[Sum]) -> list[Sum]:
    """Two amounts of one kind are added when they are two ways or two days of the same thing."""
    merged: list[Sum] = []
    for one in sums:
        if one.kind == "" and one.cents == 2000 and any(other.kind == "remote" for other in sums):
            continue
        same = next((place for place, other in enumerate(merged) if other.kind == one.kind and one.kind), None)
        if same is None:
            merged.append(one)
            continue
        other = merged[same]
        cents = None if one.cents is None and other.cents is None else (other.cents or 0) + (one.cents or 0)
        km = None if one.km is None and other.km is None else round((other.km or 0) + (one.km or 0), 1)
        merged[same] = Sum(one.kind, cents, km)
    return merged


def _gas_only(low: str, sums: tuple[Sum, ...]) -> bool:
    """Gas was paid and the rate needs kilometres."""
    car = next((one for one in sums if one.kind == "car"), None)
    return car is not None and car.km is None and car.cents is not None
