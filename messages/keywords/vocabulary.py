"""Every word and sentence that may stand for a keyword, read from ``messages/*/keywords.tsv``."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from messages.keywords import data
from messages.keywords.fold import fold
from messages.keywords.sounds import sound
from messages.keywords.words import Keyword, Sure

# What Twilio acts upon by itself when it is the whole message (its opt-out documentation, default keywords). They are
# kept out of the lists so that nobody edits them by mistake, and no typo ever leads to one: "stp" is not STOP, and
# "cancer" is not CANCEL. CANCEL and END mean something else to most people, but by the time we read them Twilio has
# stopped the number: understanding anything else would leave our ledger saying the contrary of the truth.
RESERVED: dict[str, Keyword] = {
    **dict.fromkeys(("stop", "stopall", "unsubscribe", "cancel", "end", "quit", "revoke", "optout"), Keyword.ARRET),
    **dict.fromkeys(("start", "unstop"), Keyword.REPRENDRE),
    "yes": Keyword.OUI,
    **dict.fromkeys(("help", "info"), Keyword.AIDE),
}
# The same words where no provider acts before us (Telegram): these four are then only asked about.
UNRESERVED: dict[str, Keyword] = {
    "cancel": Keyword.ANNULER,
    "end": Keyword.ARRET,
    "quit": Keyword.ARRET,
    "revoke": Keyword.ARRET,
}


@dataclass(frozen=True, slots=True)
class KeywordMeaning:
    """A keyword and how sure one may be of it."""

    keyword: Keyword
    sure: Sure


@dataclass(slots=True)
class Vocabulary:
    """`words`: letter for letter. `targets` and `sounds`: what a typo may lead to. The rest: whole sentences."""

    words: dict[str, KeywordMeaning] = field(default_factory=dict)
    targets: dict[str, Keyword] = field(default_factory=dict)
    sounds: dict[str, Keyword] = field(default_factory=dict)
    said: re.Pattern[str] = re.compile("(?!)")
    maybe: re.Pattern[str] = re.compile("(?!)")
    heard: re.Pattern[str] = re.compile("(?!)")

    def add_word(self, keyword: Keyword, how: str, word: str) -> None:
        """Learn one word. Raises ValueError for one that is listed for another keyword, unless both only ask."""
        meaning = KeywordMeaning(keyword, "ask" if how == "ask" else "sure")
        kept = self.words.setdefault(word, meaning)
        if kept.keyword is not keyword and "sure" in (kept.sure, meaning.sure):
            raise ValueError(f"{word!r} is listed for {kept.keyword} and for {keyword}")
        if how == "main":
            self.targets[word] = keyword
            self.sounds.setdefault(sound(word), keyword)


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The vocabulary of all languages together: a person answers in theirs, whatever was chosen at the start."""
    known = Vocabulary()
    patterns: dict[str, dict[Keyword, list[str]]] = {"said": {}, "maybe": {}, "heard": {}}
    for word, keyword in RESERVED.items():
        known.add_word(keyword, "exact", word)
    for row, (label, how, content) in data.rows("keywords.tsv"):
        keyword = Keyword(label)
        if how in patterns:
            patterns[how].setdefault(keyword, []).append(content)
            continue
        for word in content.split():
            try:
                known.add_word(keyword, how, fold(word))
            except ValueError as error:
                data.leave_out(row, str(error))
    known.said, known.maybe, known.heard = (_by_keyword(patterns[how]) for how in patterns)
    return known


def _by_keyword(patterns: dict[Keyword, list[str]]) -> re.Pattern[str]:
    """One expression whose only named groups are the keywords, so that `lastgroup` tells which one was found."""
    try:
        return _named(patterns)
    except re.error:
        return _named({keyword: data.readable(found) for keyword, found in patterns.items()})


def _named(patterns: dict[Keyword, list[str]]) -> re.Pattern[str]:
    expressions = {keyword: "|".join(map(data.expand, found)) for keyword, found in patterns.items()}
    groups = (f"(?P<{keyword.name}>{found or '(?!)'})" for keyword, found in expressions.items())
    return re.compile(" (?:" + "|".join(groups) + r")(?!\w)")


@lru_cache(maxsize=1)
def _languages() -> dict[str, set[str]]:
    """Each word that stands alone for a keyword -> the languages whose list holds it."""
    found: dict[str, set[str]] = {}
    for row, (_keyword, how, words) in data.rows("keywords.tsv"):
        for word in words.split() if how in ("main", "exact", "ask") else ():
            found.setdefault(fold(word), set()).add(row.folder)
    return found


def language_of(word: str) -> str:
    """The language whose list alone holds this word ("en" for JOIN); "" when none does, or several."""
    languages = _languages().get(fold(word), set())
    return next(iter(languages)) if len(languages) == 1 else ""
