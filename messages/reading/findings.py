"""What exact rules find in a message: a bare digit, a tapback, an automatic reply, a keyword, an amount.

Each finding is a short string ("digit 2", "tapback liked"). Some decide by themselves (`exact.py`), all are clues.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from messages.keywords import data, is_distress, understand
from messages.reading.short_words import COUNTED, SIGNATURE, digit_words, short_words
from messages.reading.text import plain, words

LIST = "reading_signs.txt"


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found, in order; `said` the words of the message in one spelling; `text` without its signature."""

    names: tuple[str, ...]
    said: tuple[str, ...]
    text: str
    digits: tuple[int, ...] = ()

    def has(self, name: str) -> bool:
        return name in self.names


def without_signature(text: str) -> str:
    """The message without what a phone adds at its end ("Envoyé de mon iPhone")."""
    low = plain(text) if text.isascii() else text
    match = SIGNATURE.search(low if len(low) == len(text) else text)
    if match is None:
        accented = re.search(r"\s*(?:Envoyé (?:depuis|de|à partir de) mon)[^\n]*$", text, re.IGNORECASE)
        return text[: accented.start()] if accented else text
    return text[: match.start()]


@lru_cache(maxsize=4)  # one message is looked at several times: for its place in the line, as read, as answered
def find(text: str) -> Findings:
    """The findings of a message, whatever the situation it is read in."""
    written = text.replace("⏎", "\n")
    kept = without_signature(written)
    said = tuple(words(kept))
    names: list[str] = []
    if kept != written:
        names.append("signature" if said else "signature alone")
    folded = " " + " ".join("/" if word == "\n" else word for word in said)  # a pattern goes on over a line break
    names += [section for section, pattern in _signs() if pattern.search(folded)]
    chosen = digits_of(said)
    names += _numbers(kept, said, chosen)
    names += _short(said)
    names += _keyword(kept)
    if is_distress(kept):
        names.append("distress words")
    names.append("in " + language(said))
    return Findings(tuple(dict.fromkeys(names)), said, kept, tuple(chosen))


def digits_of(said: tuple[str, ...]) -> list[int]:
    """The digits of a message that says nothing else ("le 2 svp", "1 pis 3", "4⏎4⏎4"); empty when it says more."""
    chosen: list[int] = []
    for word in said:
        bare = re.fullmatch(r"(\d{1,2})(?:e|er|eme|ieme|em|ere|re|o|nd|th|st)?", word)
        if bare:
            chosen.append(int(bare[1]))
        elif word in digit_words():
            chosen.append(digit_words()[word])
        elif word not in short_words("beside-digit") and word not in (
            "\n",
            "!",
            "?",
            "#",
            "...",
            "picture",
            "laughing",
            "thumbup",
            "cross",
        ):
            return []
    return list(dict.fromkeys(chosen))


def _numbers(text: str, said: tuple[str, ...], chosen: list[int]) -> list[str]:
    names = []
    if chosen:
        names.append("digit" if len(chosen) == 1 else "digits")
        names.append(f"digit {min(chosen[0], 10)}")
    first = said[0] if said else ""
    if not chosen and re.fullmatch(r"\d{1,2}", first):
        names.append("leading number")
        names.append(f"leading {min(int(first), 10)}")
    low = plain(text)
    if COUNTED.search(low):
        names.append("counts something")
    if re.search(r"\d", low):
        names.append("has digits")
    if re.search(r"\$|\b(?:piass|piast|dollar|bucks?|dola|cennes?|sous\b)", low):
        names.append("has money")
    if re.search(r"\d\s*(?:k\.?m|kilom|milles\b|miles\b)", low):
        names.append("has km")
    if re.search(r"\b\d{3}[ .-]\d{3}[ .-]\d{4}\b", low):
        names.append("has phone number")
    return names


PICTURES = frozenset({"thumbup", "thumbdown", "shrug", "heart", "laughing", "sad", "cross", "thanking", "picture"})


def _short(said: tuple[str, ...]) -> list[str]:
    core = [word for word in said if word not in short_words("polite") and word != "\n"]
    if not core:
        return ["polite alone"] if said else ["nothing"]
    spanish = core == ["si"] or language(said) == "es"
    yes = short_words("yes") | {"si"} if spanish else short_words("yes")
    found = {
        "yes alone": all(word in yes for word in core),
        "no alone": all(word in short_words("no") for word in core),
        "okay alone": all(word in short_words("okay") for word in core),
        "maybe alone": all(word in short_words("maybe") for word in core),
        "yes first": core[0] in yes,
        "no first": core[0] in short_words("no"),
        "pictures alone": all(word in PICTURES for word in core),
        "asks": "?" in said,
        "tu inside": any(word in ("tu", "ti") for word in said[1:]),
    }
    names = [name for name, so in found.items() if so]
    return [*names, "picture " + core[0]] if found["pictures alone"] else names


def _keyword(text: str) -> list[str]:
    found = understand(text, reserved=False)
    if found.keyword is None:
        return []
    names = [f"keyword {found.keyword} {found.sure}"]
    if found.alone:
        names.append(f"keyword {found.keyword} alone")
    return names


def language(said: tuple[str, ...]) -> str:
    """The language of the words: "fr", "en", "es", "ht", "mix" when two weigh the same, "fr" when nothing tells."""
    marks = _language_words()
    counts = {name: sum(word in listed for word in said) for name, listed in marks.items()}
    ordered = sorted(counts, key=lambda name: (-counts[name], name != "fr"))
    best, second = ordered[0], ordered[1]
    if counts[best] == 0:
        return "fr"
    return "mix" if counts[second] >= 2 and counts[second] >= counts[best] * 0.7 else best


@lru_cache(maxsize=1)
def _signs() -> list[tuple[str, re.Pattern[str]]]:
    from messages.sentences.signs import sections

    return [(name, data.any_of(lines)) for name, lines in sections(LIST).items() if not name.startswith("language ")]


@lru_cache(maxsize=1)
def _language_words() -> dict[str, frozenset[str]]:
    from messages.sentences.signs import sections

    listed = {
        name.removeprefix("language "): {word for line in lines for word in line.split()}
        for name, lines in sections(LIST).items()
        if name.startswith("language ")
    }
    counts = Counter(word for found in listed.values() for word in found)
    return {name: frozenset(word for word in found if counts[word] == 1) for name, found in listed.items()}


def language_written(text: str) -> str:
    """The language of a message: "fr", "en", "es", "ht", "mix"."""
    return next((name.removeprefix("in ") for name in find(text).names if name.startswith("in ")), "fr")


PARTICLES = frozenset({"de", "du", "des", "la", "le", "el", "los", "del", "y", "e", "the", "a"})  # of names too


def says_something(word: str) -> bool:
    """Whether this is one of the small words of a sentence, in any language; those that names are made of are none."""
    listed = _language_words().values()
    parts = words(word)
    return any(part in marks for part in parts for marks in listed) and not PARTICLES & set(parts)
