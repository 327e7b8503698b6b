"""Typos: forgiven on words that exist nowhere else, never at the price of a common word."""

from __future__ import annotations

import pytest

from messages.keywords import Keyword, understand
from messages.keywords.data import common_french, lookalikes
from messages.keywords.spelling import guess
from messages.keywords.vocabulary import RESERVED, vocabulary
from tests.messages.keywords.typos import KINDS, typos

MEND = (
    "typos are forgiven of words given `main` in messages/fr/keywords.tsv: give a keyword's own name `main`, list the "
    "misspellings that are still missed as `exact` (a new keyword spends a part of what all of them may miss). Missed: "
)
LONG = {keyword.value.lower(): keyword for keyword in Keyword if len(keyword.value) >= 5} | {
    "demande": Keyword.RECLAMER
}
COMMON = [word for word, rank in common_french().items() if rank < 10_000]
# Words of the lists that are themselves keywords, or the name of one in English: no typo was forgiven for them.
NAMED = {keyword.value.lower() for keyword in Keyword} | set(RESERVED) | {
    "demande", "lift", "no", "more", "call", "next", "french", "word", "join", "talk", "meal", "ride",
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_one_typo_is_understood_nine_times_in_ten(kind: str) -> None:
    tried = [(typo, keyword) for word, keyword in LONG.items() for typo in typos(word, kind)]
    missed = [typo for typo, keyword in tried if understand(typo).keyword is not keyword]
    assert len(missed) <= len(tried) * 0.10, MEND + ", ".join(missed)


@pytest.mark.parametrize("word", LONG)
def test_one_typo_is_understood_for_each_keyword(word: str) -> None:
    tried = [typo for kind in KINDS for typo in typos(word, kind)]
    missed = [typo for typo in tried if understand(typo).keyword is not LONG[word]]
    assert len(missed) <= len(tried) * 0.12, MEND + ", ".join(missed)


def test_a_typo_is_never_acted_upon_as_another_keyword() -> None:
    wrong = {
        typo: found.keyword
        for word, keyword in LONG.items()
        for kind in KINDS
        for typo in typos(word, kind)
        if (found := understand(typo)).sure == "sure" and found.keyword is not keyword
    }
    # "posse" is as near to PAUSE by its sound as to POSTE by its letters, and so on: a handful, none of them ARRET.
    assert len(wrong) <= 3, wrong
    assert Keyword.ARRET not in wrong.values()


def test_at_most_five_of_the_commonest_french_words_are_acted_upon() -> None:
    acted = {word: understand(word).keyword for word in COMMON if word not in NAMED and understand(word).sure == "sure"}
    assert len(acted) <= 5, acted
    assert list(acted.values()).count(Keyword.ARRET) <= 3, acted


def test_a_question_about_a_common_word_stays_rare() -> None:
    """Two words in a hundred, most of them synonyms (prix, taxi, lettre)."""
    assert len([word for word in COMMON if understand(word).sure == "ask"]) <= len(COMMON) * 0.025


def test_no_typo_leads_to_a_word_that_a_provider_stops_on() -> None:
    assert not set(vocabulary().targets) & set(RESERVED)
    for word in ("cancer", "canceled", "qui", "quid", "and", "ends", "stp", "step", "spot", "top", "strop", "quiet"):
        assert understand(word).keyword is not Keyword.ARRET


def test_an_existing_word_that_looks_like_a_keyword_is_asked_about_at_most() -> None:
    assert {word for word in lookalikes() if understand(word).sure == "sure"} == set()


@pytest.mark.parametrize(
    "word",
    ["site", "absence", "gare", "aime", "transfert", "arriver", "moi", "mois", "porte", "repos", "demain", "suivre"],
)
def test_a_common_word_is_never_taken_for_a_misspelled_keyword(word: str) -> None:
    assert guess(word) is None


@pytest.mark.parametrize(
    ("text", "keyword"),
    [("absan", "ABSENT"), ("comentere", "COMMENTAIRE"), ("komantair", "COMMENTAIRE"), ("trenspor", "TRANSPORT")],
)
def test_words_written_as_they_sound_are_understood(text: str, keyword: str) -> None:
    found = understand(text)
    assert (found.keyword, found.sure) == (keyword, "sure")


@pytest.mark.parametrize("text", ["stopp", "stpo", "arrets", "aret", "ouii", "noon", "arrret", "ouiiii", "S T O P"])
def test_listed_variants_of_short_words_are_understood(text: str) -> None:
    assert understand(text).keyword in (Keyword.ARRET, Keyword.OUI, Keyword.NON)
