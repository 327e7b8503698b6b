"""The languages in which people are written to: one line each, beside the folder `messages/<code>/`.

A folder holds messages (`*.ftl`) and the words people write in that language (docs: messages/data/README.md).
What a folder lacks is said in the languages it falls back to, then in the installation's own, then in French.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SpokenLanguage:
    """One language. `code` names its folder and is what is kept of a person (ISO 639: "fr").

    `keyword`: the word that asks for it, in capitals without accents; its variants are in the folder's keywords.tsv.
    `desk`: coordinators' own pages are in it: every message is there, and a convention refuses one that is not.
    `falls_back_to`: the languages its readers know best after it, the best one first.
    """

    code: str
    keyword: str
    desk: bool = False
    falls_back_to: tuple[str, ...] = ()


LANGUAGES = (
    SpokenLanguage("fr", "FRANCAIS", desk=True),
    SpokenLanguage("en", "ENGLISH", desk=True),
    SpokenLanguage("es", "ESPANOL"),
    SpokenLanguage("ht", "KREYOL", falls_back_to=("fr",)),
)
CODES = tuple(language.code for language in LANGUAGES)
DESK = tuple(language.code for language in LANGUAGES if language.desk)
BY_KEYWORD = {language.keyword: language.code for language in LANGUAGES}
_FALLBACKS = {language.code: language.falls_back_to for language in LANGUAGES}


def fallbacks(code: str) -> tuple[str, ...]:
    """The languages in which a reader of this one is written to when words lack; none for a code nobody knows."""
    return _FALLBACKS.get(code, ())
