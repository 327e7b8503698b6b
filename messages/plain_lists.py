"""The word lists of `plain_french`, read from `messages/data/` the first time they are wanted."""

from __future__ import annotations

import re
from functools import cache

from messages.keywords.data import common_french, lines, rows
from messages.keywords.fold import fold_word
from messages.keywords.vocabulary import vocabulary

VERY_COMMON = 2_000  # rank among French words
_TOO_SHORT_FOR_PLURAL = 4
_ABSTRACT = re.compile(r"(?:tion|sion|ité|ance|ence|isme)s?$")


def is_plain_word(capitals: str) -> bool:
    """Whether a word in capitals is only a word: a keyword, a word allowed by the table, a common French word.

    A name of the glossary (CAR, PIC) is a word only when it is very common.
    """
    folded = fold_word(capitals)
    if folded in allowed() or folded in vocabulary().words:
        return True
    rank = common_french().get(folded)
    return rank is not None and (rank < VERY_COMMON or capitals not in glossary())


def office_lemma(word: str) -> str | None:
    """The dictionary form of an office word; a word absent from the table may be the plural of a suggested one."""
    word = word.lower()
    singular = word[:-1] if word[-1:] in ("s", "x") and len(word) > _TOO_SHORT_FOR_PLURAL else word
    lemma = office_words().get(word) or next((form for form in (word, singular) if form in suggestions()), None)
    return None if lemma is None or {fold_word(word), fold_word(lemma)} & allowed() else lemma


def is_abstract_noun(word: str) -> bool:
    """In the list, or an office word too recent for it (mutualisation) that ends as they do."""
    word = word.lower()
    return word in abstract_nouns() or (bool(_ABSTRACT.search(word)) and office_lemma(word) is not None)


def is_passive_participle(word: str) -> bool:
    return word.lower() in participles() and _bare(word.lower()) not in no_passive()


def is_first_name(word: str) -> bool:
    return fold_word(word) in first_names()


@cache
def first_names() -> frozenset[str]:
    return frozenset(fold_word(name) for line in lines("first_names.txt") for name in line.split())


@cache
def allowed() -> frozenset[str]:
    return frozenset(fold_word(word) for line in lines("plain_allow.txt") for word in line.split())


@cache
def suggestions() -> dict[str, str]:
    """Office word or expression -> what to write instead."""
    return {words: instead for _, (words, instead) in rows("plain_words.tsv")}


@cache
def expressions() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Suggestions for several words, each with the pattern that finds it."""
    several = [words for words in suggestions() if " " in words]
    return tuple((words, re.compile(rf"\b{re.escape(words)}\b", re.IGNORECASE)) for words in several)


@cache
def office_words() -> dict[str, str]:
    """Form -> dictionary form."""
    return {form: lemma for _, (form, lemma) in rows("office_words.tsv")}


@cache
def abstract_nouns() -> frozenset[str]:
    return frozenset(lines("abstract_nouns.txt")) - allowed()


@cache
def participles() -> frozenset[str]:
    return frozenset(lines("participles.txt"))


@cache
def no_passive() -> frozenset[str]:
    return frozenset(_bare(word) for line in lines("no_passive.txt") for word in line.split())


@cache
def glossary() -> dict[str, str]:
    """Every name of every entry -> its meaning, in one plain sentence."""
    names: dict[str, str] = {}
    for _, (term, others, meaning) in rows("glossary.tsv"):
        for name in (term, *(other.strip() for other in others.split(","))):
            if name:
                names.setdefault(name, meaning)
    return names


@cache
def labels() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns of words that label people, each with what to write instead."""
    return tuple((_label_pattern(words), instead) for _, (_, words, instead) in rows("labels.tsv"))


def _label_pattern(words: str) -> re.Pattern[str]:
    return re.compile(r"\b" + re.escape(words).replace(r"\*", r"\w*") + r"\b", re.IGNORECASE)


def _bare(participle: str) -> str:
    """Without the marks of feminine and plural, so that `allées` is `allé`."""
    return participle.rstrip("s").rstrip("e")
