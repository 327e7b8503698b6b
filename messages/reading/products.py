"""Products that a message says: "2 x 3,75", "3,75 deux fois", "4 h a 9 $", "2 enfants 15 chaque"."""

from __future__ import annotations

import re
from dataclasses import replace

from messages.reading.money_words import AN_HOUR, EACH, EACH_AT
from messages.reading.numbers import Quantity, times


def multiplied(low: str, found: list[Quantity]) -> list[Quantity]:
    """Products: "2 x 3,75", "3,75 deux fois", "4 h a 9 $", "2 enfants 15 chaque"."""
    out: list[Quantity] = []
    used: set[int] = set()
    hourly = AN_HOUR.search(low)
    for place, one in enumerate(found):
        if place in used:
            continue
        following = found[place + 1] if place + 1 < len(found) else None
        merged = following is not None and _product(low, one, following, bool(hourly))
        if merged:
            out.append(merged)
            used.add(place + 1)
        else:
            out.append(one)
    return _by_hours(low, out, bool(hourly))


def _product(low: str, one: Quantity, other: Quantity, hourly: bool) -> Quantity | None:
    between = low[one.end : other.start]
    crossed = re.fullmatch(r"\s*(?:\$|piasses?)?\s*(?:km\s*)?[x*×]\s*", between) or (
        one.unit == "times" and EACH_AT.fullmatch(between)
    )
    if crossed or (
        other.unit == "times"
        and one.unit in ("", "money", "km")
        and re.fullmatch(r"\s*(?:\$|piasses?|aller[ -]?retour|,|\.)?\s*(?:virgule )?(?:les )?", between)
        and not re.match(r"\s*(?:2 )?(?:personnes|tickets)", low[other.end :])
    ):
        count, each = _count_and_each(one, other)
        if count.value == int(count.value) and 1 <= count.value <= 40:
            return replace(times(each, count.value), start=one.start, end=other.end)
    if (
        one.unit in ("hours",)
        and other.unit in ("", "money")
        and re.fullmatch(
            r"\s*(?:de (?:temps|garde|gardiennage)?|of (?:sitting|babysitting))?[^\d,;.]{0,28}?(?:a|at|@|pour|"
            r"fois|x|to)?\s*\$?\s*",
            between,
        )
        and (hourly or re.search(r"(?:\b(?:a|at|fois)|@|x)\s*\$?\s*$", between))
    ):
        return replace(times(other, one.value), start=one.start, unit="money")
    if one.unit == "people" and other.unit in ("", "money") and EACH.search(low[other.end : other.end + 14]):
        return replace(times(other, one.value), start=one.start)
    if (
        one.unit in ("", "money")
        and one.value == int(one.value)
        and 2 <= one.value <= 9
        and other.unit in ("", "money")
        and (
            counted := re.fullmatch(
                r"\s*(?:autobus|bus|tickets?|billets?|passages?|repas|flots?|enfants?)\s*(?P<at>a|at)?\s*\$?", between
            )
        )
        and (counted["at"] or EACH.search(low[other.end : other.end + 14]))
    ):
        return replace(times(other, one.value), start=one.start)
    return None


def _count_and_each(one: Quantity, other: Quantity) -> tuple[Quantity, Quantity]:
    if one.unit == "times":
        return one, other
    if other.unit == "times":
        return other, replace(one, unit=one.unit)
    if one.unit in ("money", "km") or one.value != int(one.value):
        return other, one
    if other.unit in ("money", "km") or other.value != int(other.value):
        return one, other
    return (one, other) if one.value <= other.value else (other, one)


def _by_hours(low: str, found: list[Quantity], hourly: bool) -> list[Quantity]:
    """ "12 de l'heure pendant 3 h 30", "de 1h a 4h": the rate and the hours, however far apart; each child paid
    apart."""
    rate = next(
        (q for q in found if q.unit in ("", "money") and q.times == 1 and AN_HOUR.match(low[q.end :].lstrip())), None
    )
    hours = [q for q in found if q.unit == "hours"]
    out = found
    if rate is not None and hours:
        span = re.search(r"de (\d{1,2}) ?h? a (\d{1,2}) ?h", low)
        lasted = float(int(span[2]) - int(span[1])) if span and int(span[2]) > int(span[1]) else hours[0].value
        out = [times(q, lasted) if q is rate else q for q in found if q not in hours]
    return [q for q in out if q.unit != "hours"] if rate is not None else out
