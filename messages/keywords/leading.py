"""A keyword first, then the person's own words: "COMMENTAIRE la salle est froide", "absente mardi", "oui mais...".

The same first word opens orders and complaints ("Transport trop cher"). So what follows decides: a comment's words may
be anything, a ride's may only be a day, a number, a child; the rest is asked about, or left as the person's own words.
"""

from __future__ import annotations

import re
from functools import lru_cache

from messages.keywords import data
from messages.keywords.fold import Word
from messages.keywords.spelling import guess
from messages.keywords.vocabulary import KeywordMeaning, vocabulary
from messages.keywords.words import Keyword, Sure

_SHORT = 4  # words in all: beyond, a message that starts with a keyword is more often a story
_SHORT_ANSWER = 5  # the same for oui and non
_OWN_WORDS = frozenset({Keyword.COMMENTAIRE, Keyword.MOT, Keyword.Q})
_ANSWERS = frozenset({Keyword.OUI, Keyword.NON, Keyword.PEUT_ETRE})
_DETAILED = frozenset(
    {
        Keyword.ABSENT, Keyword.TRANSPORT, Keyword.GARDE, Keyword.REPAS, Keyword.APPEL, Keyword.PAUSE, Keyword.STATUT,
        Keyword.TARIFS, Keyword.POSTE, Keyword.SUITE, Keyword.JOINDRE,
    }
)  # fmt: skip
_ASKED_WHEN_SHORT = frozenset(
    {
        Keyword.ABSENT, Keyword.TRANSPORT, Keyword.GARDE, Keyword.REPAS, Keyword.APPEL, Keyword.PARLER, Keyword.AIDE,
        Keyword.CORRIGE, Keyword.RETIRER, Keyword.ANNULER, Keyword.JOINDRE,
    }
)  # fmt: skip
# "mot de passe", "mot à mot": an expression, not the keyword.
_NOT_A_MOT = ("de ", "a mot", "du ", "d ordre", "d esprit", "de la fin", "cle", "croise", "pour mot", "on the")

_HELD_DOWN = re.compile(r"(.)\1{2,}")
_CLAIMS = frozenset({"reclamer", "reclame", "claim", "reclamo", "reclamar"})


def meaning_of(word: str) -> KeywordMeaning | None:
    """One word alone: as listed, as listed with a letter held down ("ouiiii"), or as probably misspelled."""
    words = vocabulary().words
    return words.get(word) or words.get(_HELD_DOWN.sub(r"\1", word)) or guess(word)


def lead(core: list[Word], text: str) -> KeywordMeaning | None:
    """The keyword that opens a message of two words or more; None when it opens a sentence."""
    first, rest = core[0].folded, [word.folded for word in core[1:]]
    if first in ("comment", "coment", "comments"):
        return _english_comment(core[0], rest, text)
    meaning = meaning_of(first)
    if meaning is None:
        return None
    keyword = meaning.keyword
    if keyword in _OWN_WORDS:
        return _own_words(meaning, first, rest)
    if keyword is Keyword.RECLAMER:
        return _claim(meaning, first, rest, text)
    if keyword in _ANSWERS:
        return _answer(meaning, first, rest, text)
    if meaning.sure != "sure":
        return None
    return KeywordMeaning(keyword, sure) if (sure := _precised(keyword, first, rest)) != "none" else None


def _english_comment(first: Word, rest: list[str], text: str) -> KeywordMeaning | None:
    if not any(word in _words("english") for word in rest):
        return None
    return KeywordMeaning(Keyword.COMMENTAIRE, "sure" if text[first.end :].lstrip().startswith(":") else "ask")


def _own_words(meaning: KeywordMeaning, first: str, rest: list[str]) -> KeywordMeaning | None:
    if meaning.keyword is Keyword.MOT and " ".join(rest).startswith(_NOT_A_MOT):
        return None
    if meaning.keyword is Keyword.Q and rest[0] in ("et", "and", "tips"):
        return None
    # A misspelled "mot" or "q" is too short to be recognised in front of a sentence.
    if meaning.keyword is Keyword.COMMENTAIRE or first in ("mot", "q"):
        return meaning
    return KeywordMeaning(Keyword.MOT, "ask") if first == "word" else None


def _claim(meaning: KeywordMeaning, first: str, rest: list[str], text: str) -> KeywordMeaning | None:
    """DEMANDE may be a claim or a request to the table: it always asks. RECLAMER with an amount in it does not."""
    numbers = any(word[0].isdigit() for word in rest)
    claims = first in _CLAIMS or (first not in vocabulary().words and first[0] == "r")
    if meaning.sure != "sure" and not claims:
        return KeywordMeaning(Keyword.RECLAMER, "ask") if numbers else None  # "frais de garde trop chers"
    counted = numbers and "?" not in text and (len(rest) <= 2 or any(word in _words("claimed") for word in rest))
    return KeywordMeaning(Keyword.RECLAMER, "sure" if claims and counted else "ask")


def _answer(meaning: KeywordMeaning, first: str, rest: list[str], text: str) -> KeywordMeaning | None:
    if "?" in text or any(word in _words("but") for word in rest):
        return None
    if meaning.sure == "sure" and only_details(rest):
        return meaning
    after = vocabulary().said.fullmatch(" " + " ".join(rest))
    agrees = after and Keyword[after.lastgroup or ""] in _agreeing(meaning.keyword)
    if meaning.sure == "sure" and agrees:
        return meaning
    short = len(rest) < _SHORT_ANSWER and first != "no"  # "no parking near the hall"
    return KeywordMeaning(meaning.keyword, "ask") if short and meaning.sure == "sure" else None


def _agreeing(answer: Keyword) -> set[Keyword]:
    return {answer, Keyword.ABSENT} if answer is Keyword.NON else {answer}


def _precised(keyword: Keyword, first: str, rest: list[str]) -> Sure:
    if keyword in _DETAILED and only_details(rest):
        return "sure"
    if keyword is Keyword.JOINDRE and len(rest) == 1:
        return "sure"  # a table's code
    if keyword is Keyword.ABSENT and rest[0] in _words("detail"):
        return "ask"  # "absent mardi et pour jeudi...": the day says it is about a meeting
    known = first in vocabulary().words and first != "info"  # "info-santé" is a telephone line
    return "ask" if keyword in _ASKED_WHEN_SHORT and known and len(rest) < _SHORT else "none"


def only_details(rest: list[str]) -> bool:
    """Whether the words only precise: a day, a number, a child, and the small words that link them."""
    precise = [word in _words("detail") or word[0].isdigit() for word in rest]
    return any(precise) and all(is_one or word in _words("link") for is_one, word in zip(precise, rest, strict=True))


@lru_cache(maxsize=8)
def _words(use: str) -> frozenset[str]:
    return frozenset(word for _, (name, words) in data.rows("following.tsv") if name == use for word in words.split())
