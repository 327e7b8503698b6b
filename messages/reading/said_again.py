"""What a message says of sums that were said before: put right, taken away, told of both ways, of a ride and no other.

rather("c pas 12 c 15")                 ->  Rather(wrong=12, right=15)
taken_away("j'ai rien mangé")           ->  {"meal"}
of_the_ride("18 aller 18 retour", "car") ->  Sum("car", km=36)
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from messages.keywords import fold
from messages.reading.labels import Step
from messages.reading.money import Sum, kinds_named, money
from messages.reading.money_words import CORRECTED, FREE
from messages.reading.numbers import Quantity, quantities, readable
from messages.reading.products import multiplied

LONGEST = 14  # words: more of them tell something else too
UNPAID = ("walk", "bike", "other", "remote")
UNITS = ("", "money", "km", "miles", "ways")  # "18 dans un sens"
# "c'était pas 7,50 le bus c 8,25": the noun stands between the two figures.
NAMED_BETWEEN = re.compile(
    r"\b(?:pas|not|no|pa)\s+(?:son |es |era |eran |fue |fueron |"
    r"it.?s )?\$?(?P<wrong>\d[\d.,]*+)(?: ?(?:\$|km|piasses?|dollars?))?"
    r"(?: (?:pour |for |de |d.)?(?:le |la |les |l.|mon |ma |du |the |my |el |mi )?[a-z]+){0,2}? ?,? ?"
    r"(?:mais |but |pero )?(?:c.?est|cetait|c.?etait|c|it.?s|it was|es|era|son|eran|fue|fueron|sino|"
    r"plutot) ?\$?(?P<right>\d[\d.,]*+)"
)
# "c'est 8,25 le bus pas 7,50"
NAMED_FIRST = re.compile(
    r"(?P<right>\d[\d.,]*+)(?: ?(?:\$|km|piasses?|dollars?))?"
    r"(?: (?:pour |for |de |d.)?(?:le |la |les |l.|mon |ma |du |the |my |el |mi )?[a-z]+){0,2} ?,? ?"
    r"\b(?:pas|not|no|pa|au lieu de|instead of)\s+\$?(?P<wrong>\d[\d.,]*+)"
)
SHAPES = (*CORRECTED, NAMED_BETWEEN, NAMED_FIRST)
NOT = re.compile(r"\b(was|is|were)n.?t\b", re.IGNORECASE)
A_WAY = re.compile(r"\b(?:dans|en) un sens\b", re.IGNORECASE)
RIDES = re.compile(
    r"\b(?:aller|allez|retour|retourner|revenir|rentrer|en venant|y aller|m.?y rendre|m.?en (?:aller|venir|retourner|"
    r"revenir)|"
    r"(?:les |des )?2 (?:bouts?|bords?|cotes?|sens|ways|trajets?)|chaque (?:bout|bord|cote|sens|way)|"
    r"both ways|each way|"
    r"one way|round ?trip|there|back|ida|vuelta|dans un sens|un bout|par bout|ale|tounen)\b"
)
IN_ALL = re.compile(r"\b(?:en toute?s?|au total|total|in all|altogether|en todo|antou)\b")
STARTS_WITH_NO = re.compile(r"^(?:ah |oh |ben )?(?:non|no|nope|nan|nonon)\b")
DEFINITE = r"\b(?:le|les|the|el|mon|my|l|ce|that|this)[ ']\$?"
# -- taken away, on folded words --
CARERS = (
    r"(?:voisine?|gardienne?|gardiennes|ma mere|ma soeur|ma fille|ma tante|grand mere|mamie|belle mere|neighbou?r|"
    r"sitter|babysitter|vecina|ninera)"
)
TAKES = (
    r"(?:enleve[zr]?|ote[zr]?|oublie[zr]?|retire[zr]?|laisse[zr]? (?:faire|tomber)|annule[zr]?|efface[zr]?|"
    r"remove|drop|forget(?: about)?|take (?:off|out)|cancel|delete|scratch|quite|quita|olvida|olvide|borra|wete|retire|"
    r"j?(?:mets|met|mettez|compte[zr]?|veux|voulais|prenez|prends?|charge[zr]?|reclame|chargez) (?:pu|pas|plus)|"
    r"(?:don t|do not|dont) (?:want|count|put|pay|add)|no (?:cuente|ponga|quiero))"
)
ARTICLE = r"(?: (?:ca|moi|le|la|les|l|mon|ma|mes|du|de|d|the|my|el|mi|los|pour|for)){0,3} "
TOLD_GONE = (
    re.compile(rf"\b{TAKES}{ARTICLE}(?P<what>\w+(?: \w+)?)"),
    re.compile(r"\b(?:take|leave) (?:the |my |that )?(?P<what>\w+) (?:off|out)\b"),
)
NO_CARER = re.compile(rf"\b{TAKES}{ARTICLE}{CARERS}\b")
NOT_EATEN = re.compile(
    r"\b(?:(?:j ?)?ai )?(?:rien mange|pas mange|pas (?:pris|eu|paye|achete)(?: de| le|"
    r" mon)? (?:repas|lunch|diner|souper))\b"
    r"|\b(?:didn t|did not|didnt|never) (?:eat|ate|have (?:a |any )?(?:lunch|meal|dinner|supper))\b|\bate nothing\b"
    r"|\bno comi(?: nada)?\b|\bpa (?:te )?manje\b|\bmange rien\b"
)
HUNGER = re.compile(r"\b(?:depuis|since|desde|depi|enfants?|kids|flos|jours?|days|faim|hungry)\b")
THE_ALLOWANCE = r"(?:participation|allocation|55|110|allowance|55 piasses|55 dollars)"
NO_ALLOWANCE = re.compile(
    rf"\b(?:{TAKES}|pas besoin|need no|don t need)(?: (?:le|la|les|l|ma|mon|du|de|d|the|my|votre|vot|ca|el)){{0,3}} "
    rf"{THE_ALLOWANCE}\b"
    r"|\b(?:juste|seulement|rien que|only|just|solo) (?:mes|les|my|mis) (?:frais|depenses?|expenses|gastos)\b"
)
FORGOTTEN = re.compile(
    r"oubli[ée]e?s?\b(?! (?:la|le|les|l'|ca|ça)\b)|\bi forgot\b|\b(?:ai|j'ai|jai) oubli", re.IGNORECASE
)
NAMES = {
    "meal": "meal", "childcare": "childcare", "parking": "parking", "car": "car", "participation": "participation",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rather:
    """One figure in the place of another. `unit`: "km", "money", "" when not said; `kind`: what is named, or ""."""

    wrong: float
    right: float
    unit: str = ""
    kind: str = ""


def rather(words: str) -> Rather | None:
    """The one figure that is said to be wrong, and the one that is right; a product counts as what it comes to."""
    words = NOT.sub(r"\1 not", words)
    low = readable(words)
    if len(low.split()) > LONGEST:
        return None
    found = quantities(words)
    places = {match.start("wrong") for shape in SHAPES for match in shape.finditer(low)}
    wrong = [one for one in found if one.start in places or any(one.start <= place < one.end for place in places)]
    left = multiplied(low, [one for one in found if one not in wrong])
    if len(wrong) != 1 or len(left) != 1 or wrong[0].unit not in (*UNITS, "address") or left[0].unit not in UNITS:
        return None
    units = {_unit(one) for one in (*wrong, *left)} - {""}
    kinds = {_thing(kind, low) for _, _, kind in kinds_named(low) if kind not in UNPAID and not _is_unit(kind, low)}
    if len(units) > 1 or len(kinds) > 1:
        return None
    return Rather(wrong[0].value, left[0].value, next(iter(units), ""), next(iter(kinds), ""))


def _unit(one: Quantity) -> str:
    return "km" if one.unit in ("km", "miles") else "money" if one.unit == "money" else ""


def _is_unit(kind: str, low: str) -> bool:
    """ "km" alone names no other thing than the unit."""
    return kind == "car" and re.search(r"\b(?:char|auto|voiture|gaz|gas|essence|truck)\b", low) is None


def _thing(kind: str, low: str) -> str:
    if kind == "fare":
        return "taxi" if re.search(r"\b(?:taxis?|taxy|taksi|cab|uber)\b", low) else "fare"
    return NAMES.get(kind, kind)


def of_another_ride(words: str, ride: str) -> bool:
    """Whether the ride that is named is not this one: "le taxi du retour" is not of the bus."""
    low = readable(words)
    named = {
        _thing(kind, low) for _, _, kind in kinds_named(low) if kind in ("fare", "car") and not _is_unit(kind, low)
    }
    return bool(named) and ride not in named


# "c'est 6,50", "non c 48 piasses": one figure and nothing else.
ONLY = re.compile(
    r"(?:(?:non|no|nope|oups|attend\w*|mais|euh|oui|c.?est pas ca)[ ,.!]*){0,3}"
    r"(?:c.?est|cest|c|c.?etait|cetait|it.?s|it is|it was|es|era|se|plutot)? ?\$?(?P<sum>\d+(?:[.,]\d{1,2})?)"
    r" ?(?:\$|piasses?|dollars?|piastres?|dola)?(?P<each> ?(?:chaque(?: fois| bord| passage| bout)?|chacun\w*|"
    r"each(?: way| time)?|"
    r"a piece|cada (?:uno|vez)|la fois|par (?:fois|passage|bord)|chak fwa))?[ .!]*(?:finalement|en fait|plutot|"
    r"actually)?"
)
# "c'est 4 heures pas 3", "la gardienne c'est 4 h"
HOURS_RATHER = re.compile(
    r"(?P<right>\d+(?:[.,]\d+)?) ?(?:h|heures?|hours?|hrs?|horas?|edtan)\b ?,? ?(?:et )?(?:pas|not|no|pa|"
    r"au lieu de) (?P<wrong>\d+)"
    r"|\b(?:pas|not|no|pa) (?P<wrong_first>\d+) ?(?:h|heures?|hours?|hrs?|horas?|edtan)?\b ?,? ?"
    r"(?:mais |but |pero )?(?:c.?est |cest |c |it.?s |es )?(?P<right_after>\d+(?:[.,]\d+)?) ?(?:h|heures?|hours?|"
    r"hrs?|horas?|edtan)\b"
)


@dataclass(frozen=True, slots=True)
class OnlySum:
    """One figure and nothing else; `each`: it is said to be of each time."""

    value: float
    each: bool = False


def only_sum(words: str) -> OnlySum | None:
    found = ONLY.fullmatch(halves_written(readable(words)).strip())
    if found is None or not any(character.isalpha() for character in words):
        return None
    return OnlySum(float(found["sum"].replace(",", ".")), bool(found["each"]))


def halves_written(low: str) -> str:
    """ "2 piasses et 3 quarts" is "2.75"."""
    for one in reversed([one for one in quantities(low) if one.unit in ("", "money") and one.value != int(one.value)]):
        low = f"{low[: one.start]}{one.value:.2f} {low[one.end :].lstrip()}"
    return low


def hours_rather(words: str) -> tuple[float, float] | None:
    """(right, wrong) of hours that are put right: "c'est 4 heures pas 3"."""
    found = HOURS_RATHER.search(readable(words))
    if found is None or len(words.split()) > LONGEST:
        return None
    right, wrong = found["right"] or found["right_after"], found["wrong"] or found["wrong_first"]
    return (float(right.replace(",", ".")), float(wrong)) if float(wrong) else None


def taken_away(words: str) -> frozenset[str]:
    """What is not to be paid after all: "meal", "childcare", "fare", "taxi", "car", "parking",
    "participation"."""
    said = fold(words)
    if len(said.split()) > LONGEST or FORGOTTEN.search(words):
        return frozenset()
    gone: set[str] = set()
    if NO_ALLOWANCE.search(said):
        return frozenset({"participation"})
    if any(character.isdigit() for character in readable(words)):
        return frozenset()  # a sum goes with it: it is read for what it is
    if NOT_EATEN.search(said) and not HUNGER.search(said):
        gone.add("meal")
    if NO_CARER.search(said):
        gone.add("childcare")
    for match in (one for shape in TOLD_GONE for one in shape.finditer(said)):
        gone |= {_thing(kind, said) for start, _, kind in kinds_named(match["what"]) if start == 0}
    return frozenset(gone - set(UNPAID))


def of_the_ride(words: str, ride: str) -> Sum | None:
    """The sum of a message that speaks of ways and of nothing else, for the ride that was taken: "car" or "fare"."""
    words = A_WAY.sub("aller simple", words)
    low = readable(words)
    figures = [one for one in quantities(words) if one.unit in UNITS]
    kinds = {kind for _, _, kind in kinds_named(low)} - set(UNPAID)
    if not figures or len(low.split()) > LONGEST or not RIDES.search(low) or kinds - {"fare", "car"}:
        return None
    if ride == "car" and any(one.unit == "money" or round(one.value * 10, 3) % 1 for one in figures):
        return None
    found = money(words, Step.CLAIM_KM if ride == "car" else Step.CLAIM_FARE)
    if found.doubtful or len(found.sums) != 1:
        return None
    one = found.sums[0]
    return one if (one.km if ride == "car" else one.cents) else None


def only_in_all(words: str) -> float | None:
    """ "non 18 en tout": the figure that is the whole of what was just said; None when it is not said so."""
    low = readable(words)
    figures = [one for one in quantities(words) if one.unit in UNITS]
    if len(figures) != 1 or len(low.split()) > LONGEST or kinds_named(low):
        return None
    return figures[0].value if STARTS_WITH_NO.search(low) and IN_ALL.search(low) else None


def speaks_of(words: str, value: float) -> bool:
    """Whether they speak of the figure that was said ("the 7.50 was for both of us"), and say no other."""
    low = readable(words)
    figures = [one for one in quantities(words) if one.unit in UNITS]
    if len(figures) != 1 or figures[0].value != value or len(low.split()) > LONGEST:
        return False
    return re.search(rf"{DEFINITE}$", low[: figures[0].start]) is not None and len(low.split()) > 2


def says_a_fare_was_free(words: str) -> bool:
    """ "un billet était gratis": of one that was counted, and which sum that leaves is not said."""
    low = readable(words)
    kinds = {kind for _, _, kind in kinds_named(low)}
    tickets = re.search(r"\b(?:billets?|tickets?|passages?|boletos?)\b", low) is not None
    figures = [one for one in quantities(words) if one.unit in ("money", "km")]
    return (tickets or "fare" in kinds) and not figures and FREE.search(low) is not None


def hours_of_care(words: str) -> bool:
    """ "4h la gardienne finalement": how long, and not how much."""
    low = readable(words)
    found = quantities(words)
    timed = [one for one in found if one.unit == "hours"]
    return len(timed) == 1 == len(found) and any(kind == "childcare" for _, _, kind in kinds_named(low))
