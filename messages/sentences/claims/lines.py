"""Which amount belongs to which word of a claim: near it, in either order, never across another matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from messages.sentences.claims.tokens import Token
from messages.sentences.claims.types import ClaimedThing, LineKind

LINES: dict[str, LineKind] = {
    "transport_fare": "transport_fare",
    "taxi": "transport_fare",
    "auto": "transport_km",
    "childcare": "childcare",
    "meal": "meal",
    "participation": "participation",
    "meeting": "participation",
    "other": "other",
}
COUNTED = {"transport_fare": 4, "taxi": 2, "meal": 12}
APART = frozenset({"word", "clock", "date", "half_days", "children", "distance"})
REPEATED = frozenset({"transport_fare", "childcare", "meal"})
MOST_WORDS_BETWEEN = 3
SMALLEST_ALONE = 500  # cents: a bare "3" is no amount


@dataclass(slots=True)
class ClaimItem:
    """A word of a claim, with the amount found for it."""

    kind: LineKind
    word: Token
    amount: Token | None = None
    count: int = 1


@dataclass(slots=True)
class Paired:
    """What a sentence claims: its items, its distances in km, and the amounts that belong to no word."""

    items: list[ClaimItem] = field(default_factory=list)
    km: list[float] = field(default_factory=list)
    bare: list[Token] = field(default_factory=list)
    strange: list[Token] = field(default_factory=list)  # those beside a word that is not understood: asked about

    @property
    def bare_amounts(self) -> list[Token]:
        return [n for n in self.bare if n.money or n.value >= SMALLEST_ALONE]

    @property
    def attached(self) -> list[ClaimItem]:
        return [item for item in self.items if item.amount is not None]


def pair(tokens: Sequence[Token]) -> Paired:
    """Amounts to items, segment by segment; a segment with only an amount fills the item left open just before."""
    paired = Paired(km=[t.value for t in tokens if t.kind == "distance"])
    open_item: ClaimItem | None = None
    for segment in _segments(tokens):
        items, numbers, places = _parts(segment, driven=bool(paired.km))
        if not items and len(numbers) == 1 and open_item is not None and not _has_words(segment):
            open_item.amount, numbers = numbers[0], []
        left = _match(items, numbers, places)
        paired.items += items
        left = _once_more(paired.items, left, segment, before=not items)
        paired.bare += left
        paired.strange += [number for number in left if _is_strange(number, segment, alone=not items)]
        open_item = items[-1] if items and items[-1].amount is None else None
    paired.items = _without_repeats(paired.items)
    if sum(token.kind == "way" for token in tokens) > 1:
        _add_second_way(paired)
    if any(token.kind == "both_ways" for token in tokens):
        _double_fare(paired)
    return paired


def _is_strange(number: Token, segment: Sequence[Token], *, alone: bool) -> bool:
    place = next((i for i, token in enumerate(segment) if token.start == number.start), 0)
    near = segment if alone else segment[max(place - 1, 0) : place + 2]
    return any(token.kind == "word" for token in near)


def _segments(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    segment: list[Token] = []
    for token in tokens:
        if token.kind in ("separator", "link"):
            if segment:
                yield segment
            segment = []
        else:
            segment.append(token)
    if segment:
        yield segment


def _has_words(segment: Sequence[Token]) -> bool:
    return sum(token.kind == "word" for token in segment) > MOST_WORDS_BETWEEN


def _parts(segment: Sequence[Token], *, driven: bool) -> tuple[list[ClaimItem], list[Token], dict[int, int]]:
    """Items and numbers in order, and the place of each among the words that keep an amount from its item.

    `driven`: km are said somewhere, so that "auto" and "transport" without an amount ask for nothing more.
    """
    items: list[ClaimItem] = []
    numbers: list[Token] = []
    places: dict[int, int] = {}
    place = 0
    for token in segment:
        places[token.start] = place
        if token.kind in LINES and not (driven and token.kind == "auto"):
            _add_item(items, token, numbers)
        elif token.kind == "number" and token.value > 0:
            numbers.append(token)
        place += token.kind in APART
    if _is_each(segment):
        numbers = _each(items, numbers)
    if not numbers and any(t.kind == "no" for t in segment):
        items = []
    return items, numbers, places


def _add_item(items: list[ClaimItem], token: Token, numbers: Sequence[Token]) -> None:
    """ "bus tickets", "billet de taxi": two words for one thing."""
    kind = LINES[token.kind]
    if items and items[-1].kind == kind and not any(n.start > items[-1].word.start for n in numbers):
        if token.kind == "taxi":
            items[-1].word = token
        return
    items.append(ClaimItem(kind, token))


def _is_each(segment: Sequence[Token]) -> bool:
    """ "chaque", "3 repas x 12", and "3 repas a 12" when the price follows at once."""
    followed = pairwise([*segment, *segment[-1:]])
    return any(t.kind == "each" or (t.kind == "rate" and after.kind == "number") for t, after in followed)


def _each(items: list[ClaimItem], numbers: list[Token]) -> list[Token]:
    """ "2 bus a 3.75 chaque" is one amount of 7.50."""
    if len(items) != 1 or len(numbers) != 2 or numbers[0].money:
        return numbers
    count = max(int(numbers[0].value // 100), 1)
    return [replace(numbers[1], value=numbers[1].value * count, times=count)]


def _add_second_way(paired: Paired) -> None:
    """ "bus 3.75 aller 3.75 retour": both ways are one fare."""
    fare = next((i for i in paired.items if i.kind == "transport_fare" and i.amount is not None), None)
    if fare is not None and fare.amount is not None and len(paired.bare) == 1:
        fare.amount = replace(fare.amount, value=fare.amount.value + paired.bare.pop().value)


def _double_fare(paired: Paired) -> None:
    """ "bus 3.75 each way" is 7.50."""
    fares = [i for i in paired.items if i.kind == "transport_fare" and i.amount is not None]
    if len(fares) == 1 and fares[0].amount is not None and fares[0].amount.times == 1:
        fares[0].amount = replace(fares[0].amount, value=fares[0].amount.value * 2, times=2)


def _once_more(items: list[ClaimItem], left: list[Token], segment: Sequence[Token], *, before: bool) -> list[Token]:
    """ "bus mercredi 7.50 et jeudi 7.50", "taxi 14 there and 14 back": a second day or way of the same thing."""
    last = items[-1] if items else None
    if last is None or last.amount is None or last.kind not in REPEATED or len(left) != 1:
        return left
    dated = sum(token.kind in ("date", "way") for token in segment)
    same = left[0].value == last.amount.value and dated > 1
    again = before and dated and not _has_words(segment) and left[0].value <= 2 * last.amount.value
    if same or again:
        last.amount = replace(last.amount, value=last.amount.value + left[0].value)
        return []
    return left


def _match(items: list[ClaimItem], numbers: list[Token], places: dict[int, int]) -> list[Token]:
    """Give each item its amount; what belongs to none is returned."""
    numbers = _counted(items, numbers)
    if not items or not numbers:
        return numbers
    after = items[0].word.start < numbers[0].start or numbers[-1].start > items[-1].word.start
    free = list(numbers)
    for position, item in enumerate(items):
        following = items[position + 1].word.start if position + 1 < len(items) else float("inf")
        before = items[position - 1].word.start if position else -1
        next_ones = [n for n in free if item.word.start < n.start < following]
        past_ones = [n for n in free if before < n.start < item.word.start]
        for number in next_ones[:1] + past_ones[-1:] if after else past_ones[-1:] + next_ones[:1]:
            if _near(item.word, number, places):
                item.amount = number
                item.count = max(item.count, number.times)
                free.remove(number)
                break
    return free


def _near(word: Token, number: Token, places: dict[int, int]) -> bool:
    return abs(places[word.start] - places[number.start]) <= MOST_WORDS_BETWEEN


def _counted(items: list[ClaimItem], numbers: list[Token]) -> list[Token]:
    """ "2 bus tickets 7.50": the 2 counts tickets, since there are more numbers than things to pay."""
    left = list(numbers)
    for number in numbers:
        item = next((i for i in items if 0 < i.word.start - number.end <= 2), None)
        if item is None or number.money or number.times > 1:
            continue
        count = number.value / 100
        most = COUNTED.get(item.word.kind, 0)
        alone = len(left) <= len(items)
        if (
            count == int(count)
            and 1 <= count <= most
            and (not alone or count <= 2 or (item.kind == "meal" and count <= 4))
        ):
            item.count = int(count)
            left.remove(number)
    return left


def _without_repeats(items: list[ClaimItem]) -> list[ClaimItem]:
    """The same kind named twice with one amount ("bus et taxi 30", "repas ... repas 12") is one line."""
    kept: list[ClaimItem] = []
    for position, item in enumerate(items):
        others = [o for o in items[:position] + items[position + 1 :] if o.kind == item.kind]
        if item.amount is None and (any(o.amount for o in others) or any(o is k for o in others for k in kept)):
            continue
        kept.append(item)
    return kept


def lines(
    paired: Paired, plain: str, *, remote: bool, participates: bool, half_days: int | None, meal_served: bool
) -> tuple[ClaimedThing, ...]:
    """The lines of a claim, participation first."""
    found: list[ClaimedThing] = []
    said = next((i for i in paired.items if i.kind == "participation" and i.amount is not None), None)
    bare = [n for n in paired.bare_amounts if n not in paired.strange]
    alone = bare[0] if len(bare) == 1 and said is None else None
    if participates or said is not None or alone is not None:
        amount = said.amount if said is not None else alone
        cents = int(amount.value) if amount is not None else None
        found.append(ClaimedThing("remote" if remote else "participation", half_days or 1, cents))
    if paired.km:
        found.append(ClaimedThing("transport_km", _plain(round(sum(paired.km), 2))))
    for item in paired.items:
        if item.kind == "participation" or (item.kind == "meal" and item.amount is None and meal_served):
            continue
        if item.kind == "transport_km" and item.amount is None:
            if not paired.km:
                found.append(ClaimedThing("transport_km", 0))
            continue
        if item.word.kind == "transport_fare" and item.amount is None and paired.km:
            continue
        if item.kind == "other" and item.amount is None and any(i.kind == "transport_fare" for i in paired.attached):
            continue  # "un lift, 10$ de gaz": the gas is the fare
        found.append(_line(item, plain))
    return tuple(found)


def _plain(number: float) -> int | float:
    return int(number) if number == int(number) else number


def _line(item: ClaimItem, plain: str) -> ClaimedThing:
    cents = None if item.amount is None else int(item.amount.value)
    word = plain[item.word.start : item.word.end]
    noted = word if item.word.kind in ("taxi", "other", "auto") else ""
    # "auto 34": km or dollars? Nothing is guessed: the line waits for the answer.
    if item.kind == "transport_km" and item.amount is not None:
        return (
            ClaimedThing("other", 1, cents, noted)
            if item.amount.money
            else ClaimedThing("transport_km", 0, None, noted)
        )
    return ClaimedThing(item.kind, item.count, cents, noted)
