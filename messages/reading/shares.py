"""A cost that was shared, or a card of several rides: what the person paid themselves, said or to be asked.

own_share("le taxi, la moitié de 22")             ->  "le taxi, 11.00 $"          (their part is sure)
own_share("taxi 20 $ partage, moi j'ai paye 10")  ->  "taxi 10.00 $ partage ..."  (their part is written)
parts("taxi 18 $ separe a 2 avec ginette")        ->  (9, 18)                     (it can be read two ways: asked)

On plain text, numbers in digits.
"""

from __future__ import annotations

import re

FIGURE = (
    r"\$?\s?(?P<{0}>\d{{1,4}}(?:[.,]\d{{1,2}})?)(?:\s?(?:\$|piass?es?|dollars?|bucks?|dola|dolares|pesos)(?![a-z]))?"
)
HALF = r"(?:moiti[er]*|mitan|half|mitad|mwatye|mwatie|demi part)"
PEOPLE = r"(?:personnes?|people|amis?|friends?|passagers?|moun|personas?|gens|ways|parts|morceaux|filles?|gars)"
# "la moitié de 22", "half of a 22 dollar cab", "la moitié du taxi de 22": the whole is said, and the half of it.
HALF_OF = re.compile(
    rf"\b(?:(?:la|ma|the|my|mi|yon|juste la|just) )?{HALF}\s+(?:de |d'|d |du |of |del |sou )"
    rf"(?:(?:un |une |le |la |l'|a |an |the |el |los )?(?P<noun>[a-z]+(?:bus)?) (?:de |a |d'|d |at |of |pou )?)??"
    rf"(?:un |une |a |an |the |le |los )?{FIGURE.format('whole')}"
)
SAYS_THE_WHOLE = re.compile(r"\b(?:de|a|at|of|d|pou|un|an|the) ?\$? ?$")
# What says that others paid too.
SHARED = re.compile(
    rf"\b(?:partag\w*|partaj\w*|separe\w*|split\w*|divis\w*|shared?|sharing|compart\w*|dividi\w*|"
    rf"moitie[ /-]+moitie|half and half|half[ -]half|fifty[ -]fifty|50[ /-]50|{HALF} (?:avec|with|con|ak|chaque|"
    rf"chacun\w*|each)|"
    rf"(?:a|en|entre|pour|between|for) [2-9] {PEOPLE}|(?:on etait|etions|we were|nous etions|eramos) [2-9])\b"
    rf"|\b(?:elle|lui|l'autre|(?:ma|my|mi) (?:soeur|mere|amie|voisine|cousine|sister|mom|friend|hermana)|"
    r"mon (?:amie?|chum|frere|voisin)|she|he) (?:(?:a|has|paid|paye|donne|mis|pago) ){0,2}(?:l'autre |the other )?\$?\d"
    r"|\bmoi (?:j'?ai|j ai|jai) (?:paye|donne|mis)\b.{0,6}\d|\b(?:ma|my|mi) (?:part|share|parte)\b"
)
# "un taxi a 3", "taxi 18 a 2 avec Ginette": so many people, where a taxi is spoken of; elsewhere it is a price.
SO_MANY = re.compile(
    r"(?<!h )(?<!midi )\b(?:a|en|an|between|entre) [2-9](?![.,]?\d| et (?:\d|demi|quart))"
    r"(?= ?(?:$|[,;.!]|avec|with|ak|con|pis|et|on|jai|j'ai|moi))"
)
TAXI = re.compile(r"\b(?:taxis?|taxy|taksi|cab|uber|lift|covoit\w*)\b")
HOW_MANY = re.compile(
    rf"\b(?:a|en|an|entre|pour|between|in|by|for|etait|etions|were|eramos) (?P<count>[2-9])(?: {PEOPLE}\b)?"
    rf"(?![\d.,]*\d)(?! ?(?:\$|piass|h\b|km|et (?:\d|demi|quart)))"
    rf"|\b(?P<ways>[2-9]) {PEOPLE}\b"
)
PAID_FOR = re.compile(
    r"\b(?:cafe|sandwi\w*|soupe|muffin|photocopies?|papier|timbres?|billets?|passages?|parko\w*|taxis?|taxy|taksi|"
    r"cab|uber|lift|covoit\w*|transport|traversier|train|gaz|gas|essence|stationnement|parking|"
    r"(?:l|d')?(?:auto)?bus|navette|gardienne|garde|sitter|babysitt\w*|repas|diner|lunch|souper|pizza|resto|"
    r"chambre|hotel)\b"
)
WITH_WHOM = re.compile(
    rf"\b(?:on (?:a |l'a |la )?)?(?:partag\w*|separe\w*|split\w*|divis\w*|shared?|compart\w*|{HALF})"
    r"(?: ?[,/-]? ?(?:moitie|half))?(?: (?:la facture|le cout|le prix|the bill|it|le|ca))?"
    r"(?: (?:avec|with|con|ak|entre) (?:(?:ma|mon|mes|my|mi|une|un|a) )?[a-z]+)?"
)
# Their own part, written beside the whole.
MINE = re.compile(
    rf"(?:\b(?:ma|mi|my|m) (?:part|moitie|half|share|mitad|parte|bout)\b|\bmoi\b[^\d]{{0,16}}|\bm(?:oi|we)n?\b,?"
    rf"|\b(?:jai|j'ai|j ai|ai|i|yo|mwen) (?:\w+ ){{0,2}}?(?:paye|paid|payed|pague|donne|mis|put|gave|peye|bay|di)\b"
    rf"|\bpart a moi|\bmine\b)[^\d,;]{{0,14}}?{FIGURE.format('mine')}"
)
EACH = re.compile(
    rf"{FIGURE.format('each')}\s?(?:chaque|chacune?s?|each|cada uno|par (?:personne|tete)|per person|a piece|apiece|"
    rf"chak)\b"
)
MONEY = re.compile(
    rf"(?<![\w.,-]){FIGURE.format('sum')}(?!\d|[.,]\d)"
    rf"(?! ?(?:km|h|heures?|fois|x|times|{PEOPLE}|enfants?|kids|ans)\b| ?h\d)"
)
CARD = re.compile(
    r"\b(?:carte|carnet|livret|paquet|book|booklet|card|pass|tarjeta|kat)\b(?: \w+){0,3}? (?P<rides>[1-9]\d?) "
    r"(?:passages?|billets?|tickets?|tours?|rides?|trips?|fois|pasajes|viajes)"
)
BETWEEN = re.compile(
    r"\b(?:entre|between|ant) \$?(?P<least>\d{1,3}(?:[.,]\d\d)?) ?\$? ?(?:et|and|y|ak) "
    r"\$?(?P<most>\d{1,3}(?:[.,]\d\d)?)(?![\d.,]*\d)(?! ?(?:km|h|heures?|ans|personnes|enfants)\b| ?h\d)(?: ?(?:\$|"
    r"piass?es?|dollars?)(?![a-z]))?"
)
USED = re.compile(
    r"\b(?:pris|utilise\w*|use\w*|took|passe\w*|servi|use|gaste|gasta\w*|depense\w*)\b[^\d]{0,10}(?P<used>[1-9])\b|"
    r"\b(?:pour|for|juste|only|just) (?P<just>[1-9]) (?:passages?|billets?|tickets?|rides?|trips?)\b"
)


def own_share(low: str) -> str:
    """The text with their own part where the whole was, when the part is sure; else without the count of people."""
    if _of_a_card(low):
        return CARD.sub("autobus ", USED.sub(" ", low, count=1), count=1)
    if _between(low):
        return BETWEEN.sub(lambda match: f"{_value(match['most']):.2f} $", low)
    if (half := HALF_OF.search(low)) is not None and _of_the_whole(half):
        return f"{low[: half.start()]}{half['noun'] or ''} {_value(half['whole']) / 2:.2f} ${low[half.end() :]}"
    clause, start = _clause(low)
    if not clause:
        return low
    mine = _mine(clause)
    alone = mine if mine is not None else WITH_WHOM.sub(" ", _without_counts(clause))
    return low[:start] + alone + low[start + len(clause) :]


def parts(low: str) -> tuple[float, ...]:
    """What they may have paid themselves of the one sum that was shared: their part, then the whole; else ()."""
    if told := _of_a_card(low) or _between(low):
        return told
    if (half := HALF_OF.search(low)) is not None and _of_the_whole(half):
        return ()
    clause, _ = _clause(low)
    if not clause or _mine(clause) is not None:
        return ()
    sums = _sums(_without_counts(clause))
    if len(sums) != 1:
        return ()
    many = HOW_MANY.search(clause) if _without_counts(clause) != clause else None
    count = int(many["count"] or many["ways"]) if many is not None else 2
    return round(sums[0] / count + 0.0001, 2), sums[0]


def _of_a_card(low: str) -> tuple[float, ...]:
    """ "une carte de 10 passages 32,50, j'en ai pris 2": two rides of it, or the whole card."""
    card = CARD.search(low)
    if card is None:
        return ()
    rest = f"{low[: card.start()]} {low[card.end() :]}"
    used = USED.search(rest)
    sums = _sums(USED.sub(" ", rest))
    if len(sums) != 1 or int(card["rides"]) < 2:
        return ()
    one = sums[0] / int(card["rides"])
    counted = int(used["used"] or used["just"]) if used is not None else 1
    return round(one * counted, 2), sums[0]


def _between(low: str) -> tuple[float, ...]:
    """ "taxi entre 15 et 20": which of both is asked, where what it paid for is named."""
    found = list(BETWEEN.finditer(low))
    if len(found) != 1 or PAID_FOR.search(low) is None:
        return ()
    least, most = _value(found[0]["least"]), _value(found[0]["most"])
    return (least, most) if least < most <= 3 * least else ()


def _of_the_whole(half: re.Match[str]) -> bool:
    """ "la moitié du taxi de 22" speaks of the whole taxi; "la moitié du taxi, 12,50" of the part."""
    before = half.string[half.start() : half.start("whole")]
    return half["noun"] is None or bool(SAYS_THE_WHOLE.search(before)) or half["noun"] in ("un", "une", "a", "an")


def _clause(low: str) -> tuple[str, int]:
    """The words that speak of the shared cost, from its noun to the next thing paid, and where they begin."""
    said = SHARED.search(low) or re.search(rf"\b{HALF}\b", low)
    if said is None:
        said = SO_MANY.search(low) if TAXI.search(low) else None
    if said is None:
        return "", 0
    begins, ends = _begins(low, said), _ends(low, said)
    clause = low[begins:ends]
    return (clause, begins) if _sums(clause) else ("", 0)


def _begins(low: str, said: re.Match[str]) -> int:
    """Where the noun of the shared cost stands, or its sum when that is said first ("18 dollar cab, split")."""
    nouns = [match.start() for match in PAID_FOR.finditer(low) if match.start() <= said.start()]
    figures = [match.start() for match in MONEY.finditer(low)]
    if not nouns:
        return 0
    begins = nouns[-1]
    near = [place for place in figures if begins - 18 <= place < begins]
    return begins if any(begins < place for place in figures) or not near else near[-1]


def _ends(low: str, said: re.Match[str]) -> int:
    others = (match.start() for match in PAID_FOR.finditer(low) if match.start() > said.end())
    apart = [place for place in others if re.search(r"[,;.]|\b(?:pis|et|and|y|plus)\b", low[said.end() : place])]
    return min(apart, default=len(low))


def _mine(clause: str) -> str | None:
    """The clause with their own part in the place of the whole, when it is written."""
    bare = _without_counts(clause)
    figures = list(MONEY.finditer(bare))
    found = MINE.search(bare) or EACH.search(bare)
    if len(figures) == 1:
        return bare if MY_PART.search(bare) or EACH.search(bare) or PART_AFTER.search(bare) else None
    if found is None or len(figures) > 3:
        return None
    own = _value(found["mine" if "mine" in found.re.groupindex else "each"])
    if own > max(_sums(bare)):
        return None
    out, place = "", 0
    for position, figure in enumerate(figures):
        out += bare[place : figure.start()] + (f"{own:.2f} $" if position == 0 else "")
        place = figure.end()
    return re.sub(r"\b(?:chaque|chacune?|each)\b", "", out + bare[place:])


MY_PART = re.compile(r"\b(?:ma|my|mi) (?:part|moitie|half|share|mitad|parte)\b")
PART_AFTER = re.compile(rf"\b{HALF} (?:du|de la|de l'?|of the|del|de) ?[a-z]+ ?, ?\$?\d")


def _without_counts(clause: str) -> str:
    """The clause without how many shared, when a sum is left: that figure is none."""
    bare = HOW_MANY.sub(" ", clause)
    return bare if _sums(bare) else clause


def _sums(clause: str) -> list[float]:
    return [_value(match["sum"]) for match in MONEY.finditer(clause)]


def _value(written: str) -> float:
    return float(written.replace(",", "."))
