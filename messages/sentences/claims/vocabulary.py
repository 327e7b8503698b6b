"""The words of a claim: which kind a texted word is, with a typo forgiven on the main ones."""

from __future__ import annotations

from functools import lru_cache

from messages.keywords import data
from messages.sentences.nearly import nearest, unglued

LIST = "claim_words.tsv"
ITEMS = frozenset(
    {"transport_fare", "taxi", "childcare", "meal", "participation", "remote", "other", "km", "auto", "meeting"}
)
# "par", "mon", "des" are never what is left of a glued word.
GLUED_KINDS = ITEMS | {"known"}


@lru_cache(maxsize=8192)
def kind_of(word: str) -> str:
    """The kind of a plain word (see the list), "" when it is none. "dautobus", "l'autobuss" are buses."""
    bare = word.replace("'", "")
    exact, main = _vocabulary()
    if bare in exact:
        return exact[bare]
    # "stable" is no glued "table", nor "creation" a misspelled meeting.
    if bare in data.common_french():
        return ""
    for form in unglued(bare)[1:]:
        if exact.get(form) in GLUED_KINDS:
            return exact[form]
    for form in unglued(bare):
        if near := nearest(form, main):
            return main[near]
    return ""


@lru_cache(maxsize=1)
def _vocabulary() -> tuple[dict[str, str], dict[str, str]]:
    exact: dict[str, str] = {}
    main: dict[str, str] = {}
    for _, (kind, how, words) in data.rows(LIST):
        for word in words.split():
            exact.setdefault(word.replace("'", ""), kind)
            if how == "main":
                main[word] = kind
    return exact, main
