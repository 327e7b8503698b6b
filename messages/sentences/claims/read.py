"""One sentence can be a whole claim: "autobus 7,50 garde 40 pour mardi".

    claim("110 pis 12 km", today).lines  ->  (Line("participation", 1, 11000), Line("transport_km", 12))

Nothing is guessed: what is missing or unclear is a question key, and words about money that claim nothing are no claim.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import pairwise

from messages.sentences import signs
from messages.sentences.claims import lines as claim_lines
from messages.sentences.claims.lines import Paired
from messages.sentences.claims.meeting import meeting_words
from messages.sentences.claims.tokens import Token, tokens
from messages.sentences.claims.types import ClaimedThing, ClaimSentence, LineKind
from messages.sentences.dates import FoundDate
from messages.sentences.plain import plain_places

__all__ = ["ClaimSentence", "ClaimedThing", "LineKind", "claim"]

LIST = "claim_signs.txt"
LONGEST = 2_000
UNDERSTOOD = 0.55  # share of the words that weigh, in a sentence with a plain amount
UNDERSTOOD_BARE = 0.7  # the same when the number could also be a bus line or an age
UNDERSTOOD_DAYS = 0.85
EVENING = 1  # an evening is one half-day; the hours are asked


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with its tokens; what comes after "because" is the reason, and counts for nothing else."""

    words: str
    whole: str  # folded words
    folded: str  # the same without the reason, after a space
    tokens: tuple[Token, ...]
    reason: str
    paired: Paired
    claims: bool


def claim(text: str, today: dt.date, language: str = "fr") -> ClaimSentence:
    """What a message claims. `is_claim` is False for words about money that claim nothing; `lines` is then empty.

    `declined`, `status_query` and `proxy` come before any line: they call for an answer or a human, not for amounts.
    """
    text = text[:LONGEST]
    sentences = _sentences(text, today)
    folded = " " + " ".join(s.whole for s in sentences)
    if signs.found(LIST, "declined", folded):
        return ClaimSentence(declined=True, dates=_dates(sentences))
    if signs.found(LIST, "status", folded) and not any(_pays(s.paired) for s in sentences):
        return ClaimSentence(status_query=True, dates=_dates(sentences))
    if _is_proxy(folded, sentences):
        return ClaimSentence(proxy=True, dates=_dates(sentences), is_claim=True)
    if not any(s.claims for s in sentences):
        return _amount_alone(sentences)
    return _claimed(folded, sentences, text)


def _pays(paired: Paired) -> bool:
    return any(item.kind != "participation" for item in paired.attached)


def _sentences(text: str, today: dt.date) -> list[Sentence]:
    found, place = [], 0
    for words in signs.sentences(text):
        place = max(text.find(words, place), 0)
        found.append(_sentence(words, place, today))
        place += len(words)
    return found


def _sentence(words: str, place: int, today: dt.date) -> Sentence:
    plain, places = plain_places(words)
    all_tokens = tokens(plain, today)
    first, last = _reason_of(all_tokens)
    kept = tuple(_shifted(t, place) for t in (*all_tokens[:first], *all_tokens[last:]))
    reason = words[places[all_tokens[first].start] : places[all_tokens[last - 1].end]] if first < last else ""
    paired = claim_lines.pair((*all_tokens[:first], *all_tokens[last:]))
    whole = signs.folded(words).joined.strip()
    folded = " " + (signs.folded(words.replace(reason, ".")).joined.strip() if reason else whole)
    return Sentence(words, whole, folded, kept, reason, paired, _claims(folded, words, kept, paired))


def _shifted(token: Token, place: int) -> Token:
    """Dates tell their place in the whole text."""
    if token.date is None or not place:
        return token
    d = token.date
    moved = FoundDate(d.date, d.weekday, d.start + place, d.end + place, d.past, d.ambiguous)
    return Token(token.kind, token.start, token.end, token.value, token.times, token.money, moved)


def _reason_of(found: list[Token]) -> tuple[int, int]:
    """(first, after last) of the tokens of a reason: from "because" to a comma or to the next amount.

    After a taxi and its amount, "pas de bus" needs no "because".
    """
    kinds = [token.kind for token in found]
    opens = {"because"}
    if "taxi" in kinds and "number" in kinds[kinds.index("taxi") : kinds.index("taxi") + 3]:
        opens.add("no")
    first = next((i for i, kind in enumerate(kinds) if kind in opens), len(found))
    while first < len(found) and "no" in opens and kinds[first] == "no" and kinds[first - 1] == "word":
        first -= 1
    last = first
    while last < len(found) and found[last].kind not in ("separator", "number", "distance"):
        last += 1
    if last < len(found) and found[last].kind != "separator":
        # The word of that amount is no part of the reason.
        while last > first + 1 and found[last - 1].kind in claim_lines.LINES | {"filler": "", "rate": "", "link": ""}:
            last -= 1
    return first, last


def _claims(folded: str, words: str, found: tuple[Token, ...], paired: Paired) -> bool:
    """Whether a sentence claims: a claim word or money spent with something to pay, or little else than amounts."""
    asked = signs.found(LIST, "claim", folded)
    spent = signs.found(LIST, "paid", folded)
    something = bool(paired.attached or paired.km) or _day_paid(found, paired)
    money = any(n.money for n in paired.bare) or any(i.amount and i.amount.money for i in paired.items)
    share = _understood(found)
    basis = bool(paired.bare) and signs.found(LIST, "basis", folded)
    if asked and (something or paired.items or paired.bare or share == 1):
        return True
    if signs.found(LIST, "talk", folded):
        return spent and something and share >= UNDERSTOOD
    if spent and something and share >= UNDERSTOOD_BARE / 2:
        return True
    if something or basis:
        return share >= (UNDERSTOOD if money or paired.km else UNDERSTOOD_BARE)
    return _counts_days(found) and share >= UNDERSTOOD_DAYS and not words.endswith("?")


def _day_paid(found: tuple[Token, ...], paired: Paired) -> bool:
    """ "110$ pour la journee du 12 mai": an amount for half-days."""
    days = any(t.kind in ("half_days", "days") for t in found)
    return days and len(paired.bare) == 1 and paired.bare[0].value >= claim_lines.SMALLEST_ALONE


def _counts_days(found: tuple[Token, ...]) -> bool:
    """ "2 jours formation", "demi-journee mardi", "participation mardi": half-days and what they were for."""
    kinds = {token.kind for token in found}
    if "participation" in kinds and kinds & {"date", "half_days"}:
        return True
    counted = "days" in kinds or any(t.kind == "half_days" and t.money for t in found)
    return counted and bool(kinds & {"meeting", "participation", "date"})


def _understood(found: tuple[Token, ...]) -> float:
    """The share of the words that a claim explains; what only links the others does not weigh."""
    weighing = [t for t in found if t.kind not in ("filler", "rate", "separator", "link")]
    return sum(t.kind != "word" for t in weighing) / len(weighing) if weighing else 0.0


def _is_proxy(folded: str, sentences: list[Sentence]) -> bool:
    return signs.found(LIST, "proxy", folded) and (
        signs.found(LIST, "claim", folded)
        or any(s.claims or s.paired.attached for s in sentences)
        or signs.found(LIST, "proxy_claim", folded)
    )


def _dates(sentences: list[Sentence]) -> tuple[FoundDate, ...]:
    return tuple(t.date for s in sentences for t in s.tokens if t.date is not None)


def _amount_alone(sentences: list[Sentence]) -> ClaimSentence:
    """ "55$" alone: an answer to a question may use it, it is no claim by itself."""
    if len(sentences) != 1 or len(sentences[0].paired.bare) != 1 or _understood(sentences[0].tokens) < 1:
        return ClaimSentence(dates=_dates(sentences))
    return ClaimSentence((ClaimedThing("participation", 1, int(sentences[0].paired.bare[0].value)),), _dates(sentences))


def _claimed(folded: str, sentences: list[Sentence], text: str) -> ClaimSentence:
    found = [t for s in sentences for t in s.tokens]
    claiming = [s for s in sentences if s.claims]
    half_days = _half_days(found)
    unclear = signs.found(LIST, "basis", folded) and any(s.paired.bare for s in claiming)
    served = _meal_served(found)
    remote = signs.found(LIST, "remote", folded) or any(t.kind == "remote" for t in found)
    if unclear:
        for sentence in claiming:
            sentence.paired.strange.clear()  # "60 comme toujours": a human reads it whole
    participates = half_days is not None or _attended(sentences, found)
    lines = _lines(claiming, remote=remote, participates=participates, half_days=half_days, served=served)
    if unclear:
        lines = [_on_other_basis(line, text) for line in lines]
    children = next((int(t.value) for t in found if t.kind == "children"), None)
    return ClaimSentence(
        lines=tuple(lines),
        dates=_dates(sentences),
        half_days=half_days,
        hours=_hours(found),
        meeting_words=next((words for s in sentences if (words := meeting_words(s.words, s.tokens))), ""),
        children=children if any(line.kind == "childcare" for line in lines) else None,
        round_trip=any(t.kind == "round_trip" for t in found),
        unclear=unclear,
        questions=_questions(lines, claiming, found, served, half_days),
        note=_note(claiming),
        supper_served=bool(served),
        is_claim=True,
    )


def _lines(
    claiming: list[Sentence], *, remote: bool, participates: bool, half_days: int | None, served: bool | None
) -> list[ClaimedThing]:
    lines: list[ClaimedThing] = []
    for sentence in claiming:
        plain, _ = plain_places(sentence.words)
        lines += claim_lines.lines(
            sentence.paired,
            plain,
            remote=remote,
            participates=participates and not any(line.kind in ("participation", "remote") for line in lines),
            half_days=half_days,
            meal_served=served is not None,
        )
    return [line for line in lines if not (line.cents is None and _said_again(line, lines))]


def _on_other_basis(line: ClaimedThing, text: str) -> ClaimedThing:
    """An amount "for two weeks" is no participation: a human reads the sentence."""
    return ClaimedThing("other", 1, line.cents, text) if line.kind == "participation" else line


def _attended(sentences: list[Sentence], found: list[Token]) -> bool:
    kinds = {token.kind for token in found}
    return bool(kinds & {"meeting", "participation", "remote", "days"}) or any(
        signs.found(LIST, "attended", s.folded) for s in sentences
    )


def _half_days(found: list[Token]) -> int | None:
    """Half-days when they are said: "journee" 2, "avant-midi" 1, an evening 1. Two days could be two mornings: None."""
    if any(t.kind == "days" for t in found):
        return None
    said = [t for t in found if t.kind == "half_days"]
    if said:
        plain_counts = [t for t in said if t.money]
        return int((plain_counts or said)[0].value)
    return EVENING if any(t.kind == "evening" for t in found) else None


def _said_again(line: ClaimedThing, lines: list[ClaimedThing]) -> bool:
    """A participation named in one sentence, and its amount in another, are one."""
    return line.kind in ("participation", "remote") and any(o.kind == line.kind and o.cents is not None for o in lines)


def _hours(found: list[Token]) -> float | None:
    """The hours of the meeting; those after a sitter ("gardienne 3 heures 30$") are the sitter's."""
    said = (t for before, t in pairwise([None, *found]) if t and t.kind == "hours" and not _is_sitter(before))
    return next((t.value for t in said), None)


def _is_sitter(token: Token | None) -> bool:
    return token is not None and token.kind == "childcare"


def _meal_served(found: list[Token]) -> bool | None:
    """Whether a meal was served there; None when it is not said."""
    kinds = {token.kind for token in found}
    return True if "served" in kinds else False if "not_served" in kinds else None


def _questions(
    lines: list[ClaimedThing], claiming: list[Sentence], found: list[Token], served: bool | None, half_days: int | None
) -> tuple[str, ...]:
    keys: list[str] = []
    evening = half_days is not None and not any(t.kind == "half_days" for t in found)
    if any(t.kind == "days" for t in found) or evening:
        keys.append("hours")
    bare = [n for s in claiming for n in s.paired.bare_amounts]
    if len(bare) > 1 or any(n in s.paired.strange for s in claiming for n in bare):
        keys.append("which_amount")
    unsaid = {"transport_fare": "fare", "childcare": "childcare", "meal": "meal", "other": "which_amount"}
    for line in lines:
        if line.kind in unsaid and line.cents is None:
            keys.append(unsaid[line.kind])
        if line.kind == "transport_km" and not line.quantity:
            keys.append("km")
    if served is None and any(line.kind == "meal" for line in lines):
        keys.append("meal_served")
    return tuple(dict.fromkeys(keys))


def _note(claiming: list[Sentence]) -> str:
    """The reason given, with the taxi it is for in front."""
    for sentence in claiming:
        if sentence.reason:
            taxi = next((i.word for i in sentence.paired.items if i.word.kind == "taxi"), None)
            plain, _ = plain_places(sentence.words)
            return f"{plain[taxi.start : taxi.end]} {sentence.reason}" if taxi is not None else sentence.reason
    return ""
