"""Hints on a French text, sentence by sentence, for the person who is about to send it.

Only the readers can say whether a text is plain; these are hints, never a certificate. Signals and thresholds were
measured on administrative paragraphs and on plain ones: a sentence of more than 20 words, an abbreviation that is not
explained, an office word, three abstract nouns in a sentence, a passive. LIX is the traffic light for a whole text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from messages.plain_lists import (
    expressions,
    glossary,
    is_abstract_noun,
    is_first_name,
    is_passive_participle,
    is_plain_word,
    labels,
    office_lemma,
    suggestions,
)
from messages.types import Text

LONGEST_SENTENCE = 20  # words
ABSTRACT_NOUNS = 3  # in one sentence
SCORED_FROM = 40  # words: a score of a shorter text is noise
GREEN, AMBER = 38, 45  # LIX, at most

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"»”\s]+(?=[«\"“(]?\s*[A-ZÀ-ÖØ-Þ])|\n+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ELISIONS = {"l", "d", "j", "n", "s", "t", "m", "c", "qu"}
_CAPITALS = re.compile(r"\b[A-ZÀ-Þ][A-ZÀ-Þ0-9]*[A-ZÀ-Þ][A-ZÀ-Þ0-9]*(?:-[A-ZÀ-Þ]+)*\b")
_ROMAN = re.compile(r"[IVXLC]+")
_BE = (
    r"(?:suis|es|est|sommes|êtes|sont|étais|était|étions|étiez|étaient|serai|seras|sera|serons|serez|seront"
    r"|serais|serait|serions|seriez|seraient|soit|soient|soyez|été|être|fut|furent)"
)
_PASSIVE = re.compile(
    rf"\b(?P<before>[^\W\d_]+['’ ]+)?(?P<words>{_BE}\s+(?:(?:pas|plus|déjà|bien|aussi|toujours|souvent"
    r"|[a-zà-ÿ]{3,}ment)\s+)?(?P<participle>[^\W\d_]+))\b",
    re.IGNORECASE,
)
_MESSAGES = Path(__file__).parent
_REFLEXIVE = {"me", "te", "se", "m", "s", "nous", "vous"}


class RemarkKind(StrEnum):
    LENGTH = "length"
    ACRONYM = "acronym"
    OFFICE = "office"
    ABSTRACT = "abstract"
    PASSIVE = "passive"
    SCORE = "score"
    LABEL = "label"


class Light(StrEnum):
    GREEN = "green"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True, slots=True)
class Advice:
    """One hint. `text` says it, a message of `plain.ftl`; `words` are those it is about, as they were written."""

    kind: RemarkKind
    text: Text
    words: str


def advise(text: str) -> list[Advice]:
    """Hints in the order of the text, each word and each abbreviation once; the traffic light comes last."""
    found: dict[tuple[RemarkKind, str], Advice] = {}
    for sentence in sentences(text):
        for signal in (_length, _acronyms, _office_words, _abstract_nouns, _passives):
            for key, advice in signal(sentence):
                found.setdefault((advice.kind, key), advice)
    return [advice for advice in found.values() if not _is_explained(advice, text)] + list(_score(text))


def advise_writer(text: str) -> list[Advice]:
    """The hints that whoever wrote part of a message can follow: none about our own sentences around it."""
    return [advice for advice in advise(text) if not advice.words or advice.words.casefold() not in _ours()]


@cache
def _ours() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in _MESSAGES.glob("fr/*.ftl")).casefold()


def forbidden(text: str) -> list[Advice]:
    """Words that put a label on people or speak of them in the third person: refused in what is sent to them."""
    return [
        Advice(RemarkKind.LABEL, Text("plain-label", {"words": match.group(), "instead": instead}), match.group())
        for pattern, instead in labels()
        for match in pattern.finditer(text)
    ]


def light(text: str) -> Light | None:
    """How hard the whole text reads (LIX); None under 40 words, where a score means nothing."""
    if len(words(text)) < SCORED_FROM:
        return None
    score = lix(text)
    return Light.GREEN if score <= GREEN else Light.AMBER if score <= AMBER else Light.RED


def lix(text: str) -> float:
    """Words per sentence, plus the share of words of more than six letters in percent."""
    counted = words(text)
    long = sum(len(word) > 6 for word in counted)
    return len(counted) / max(len(sentences(text)), 1) + 100 * long / max(len(counted), 1)


def sentences(text: str) -> list[str]:
    return [sentence.strip() for sentence in _SENTENCE_END.split(text) if sentence and sentence.strip()]


def words(text: str) -> list[str]:
    """The words of a text, without figures; what an apostrophe cuts off (l', qu') is no word."""
    return [word for word in _WORD.findall(text) if word.lower() not in _ELISIONS]


Found = Iterator[tuple[str, Advice]]  # a key, the same for the same word in another sentence


def _length(sentence: str) -> Found:
    if (count := len(words(sentence))) > LONGEST_SENTENCE:
        yield (
            sentence,
            Advice(RemarkKind.LENGTH, Text("plain-length", {"count": count, "start": _start(sentence)}), sentence),
        )


def _acronyms(sentence: str) -> Found:
    counted = words(sentence)
    if len(counted) >= 3 and sum(word.isupper() for word in counted) > len(counted) / 2:
        return  # a text typed in capitals
    for name in _CAPITALS.findall(sentence):
        if not _ROMAN.fullmatch(name) and not is_plain_word(name):
            yield name, Advice(RemarkKind.ACRONYM, _acronym_text(name), name)


def _acronym_text(name: str) -> Text:
    if meaning := glossary().get(name):
        return Text("plain-acronym-known", {"word": name, "meaning": meaning})
    return Text("plain-acronym", {"word": name})


def _is_explained(advice: Advice, text: str) -> bool:
    """Written once as "Nom complet (SIGLE)" or "SIGLE (nom complet)", at its first place."""
    if advice.kind is not RemarkKind.ACRONYM:
        return False
    place = re.search(rf"\b{re.escape(advice.words)}\b", text)
    before, after = (text[: place.start()], text[place.end() :]) if place else ("", "")
    return bool(re.search(r"[^\W\d_]{3,}\s+\($", before) or re.match(r"\s+\(\s*[^\W\d_]+\s+\S+", after))


def _office_words(sentence: str) -> Found:
    for expression, pattern in expressions():
        if match := pattern.search(sentence):
            yield expression, _office(match.group(), expression)
            sentence = pattern.sub(" ", sentence)
    for position, word in enumerate(words(sentence)):
        a_name = word[0].isupper() and word.lower() not in suggestions() and (position > 0 or is_first_name(word))
        if not a_name and not word.isupper() and (lemma := office_lemma(word)):
            yield lemma, _office(word, lemma)


def _office(word: str, lemma: str) -> Advice:
    if instead := suggestions().get(lemma):
        return Advice(RemarkKind.OFFICE, Text("plain-office", {"word": word, "instead": instead}), word)
    return Advice(RemarkKind.OFFICE, Text("plain-office-alone", {"word": word}), word)


def _abstract_nouns(sentence: str) -> Found:
    nouns = [word for word in words(sentence) if is_abstract_noun(word)]
    if len(nouns) >= ABSTRACT_NOUNS:
        shown = ", ".join(nouns)
        yield sentence, Advice(RemarkKind.ABSTRACT, Text("plain-abstract", {"words": shown}), shown)


def _passives(sentence: str) -> Found:
    for match in _PASSIVE.finditer(sentence):
        before = (match["before"] or "").strip("'’ ").lower()
        if before not in _REFLEXIVE and is_passive_participle(match["participle"]):
            yield (
                match["words"],
                Advice(RemarkKind.PASSIVE, Text("plain-passive", {"words": match["words"]}), match["words"]),
            )


def _score(text: str) -> Iterator[Advice]:
    if (found := light(text)) and found is not Light.GREEN:
        yield Advice(RemarkKind.SCORE, Text(f"plain-light-{found}"), "")


def _start(sentence: str) -> str:
    return " ".join(sentence.split()[:4])
