"""The answer to "what is your first name?": a name, also when a sentence holds it; a yes, a hesitation, a refusal are
none.
"""

from __future__ import annotations

import re
from functools import lru_cache

from messages.keywords import data, fold, polite_words
from messages.plain_lists import is_first_name
from messages.reading.naming import CAPITAL, MISSPELT, OF_OTHERS, corrected, without_remark
from messages.sentences.signs import sections

LIST = "not_names.txt"
MOST_WORDS = 5
LONGEST_SENTENCE = 12  # words in which a first name is looked for
# Of names too: "Marie de la Mer", "Ti-Jo le Grand"; "c" and "d" are letters of a spelling.
PARTICLES = frozenset({"de", "du", "des", "la", "le", "el", "los", "del", "da", "van", "von", "di", "san", "st", "ste"})
TITLES = frozenset({"madame", "monsieur", "mme", "mr"})
NOT_ANOTHER = re.compile(r"[\s,]+(?:pas|not|no|y no|et non|and not)\s+\S+\W*$", re.IGNORECASE)  # "Robert not Bob"
# Before a name as before anything else: "chu perdue", "c'est correct".
WEAK = re.compile(r"\b(?:suis|chu|c.?est|c|i.?m|am|soy|se|it.?s|its)\W*$", re.IGNORECASE)
A_NAME = re.compile(rf"\b{CAPITAL}(?: (?:(?:de|du|la|le) )?{CAPITAL})*")


def name_given(text: str) -> str:
    """The name that they give, as they write it; "" when they give none."""
    if right := corrected(text, ""):  # "c'est pas Lachance, c'est Lavance", of a name that was not taken yet
        return right
    if hesitates(text) or refuses(text):
        return ""
    written = NOT_ANOTHER.sub("", without_remark(MISSPELT.sub("", text)))
    bare = _opened(written)
    before = written[: written.find(bare)]
    sound = bare[:1].isupper() or is_first_name(re.split(r"[ -]", bare)[0]) or not WEAK.search(before)
    if sound and is_a_name(bare, told=bool(before.strip(" .,!;:"))):
        return bare
    return _in_a_sentence(text)


def is_a_name(words: str, *, told: bool = False) -> bool:
    """Whether these words may be a name. `told`: they were said to be one ("mon nom est ...")."""
    parts = [part for part in re.split(r"[\s.]+", words.strip(" .,!;:")) if part]
    if not 0 < len(parts) <= MOST_WORDS or not any(letter.isalpha() for letter in words) or "?" in words:
        return False
    if hesitates(words) or refuses(words):
        return False
    folded = [fold(part).strip() for part in parts]
    kept = [word for word in folded if word not in PARTICLES and len(word) > ("." in words)]  # "M.-J."
    if told and all(part[:1].isupper() or is_first_name(part) for part in parts):
        return bool(kept)  # "moi c'est Prince"
    return bool(kept) and not any(word in _words("words") and not is_first_name(word) for word in kept)


def hesitates(text: str) -> bool:
    """ "attends un peu", "pas tout de suite", "not now"."""
    return _hesitates().fullmatch(f" {fold(text)}") is not None


def refuses(text: str) -> bool:
    """ "i'd rather not say", "ça vous regarde pas", "pourquoi mon nom?"."""
    return _refuses().search(f" {fold(text)}") is not None


def _opened(written: str) -> str:
    """ "oui bonjour, moi c'est Chantal": Chantal."""
    left = written.strip(" .,!;:")
    while True:
        shorter = _before().sub("", left, count=1).strip(" .,!;:")
        if shorter == left or not shorter:
            return left
        left = shorter


def _in_a_sentence(text: str) -> str:
    """The one name of a sentence that holds a first name: "ok vous pouvez marquer Francyne"; "" of somebody else's."""
    if len(text.split()) > LONGEST_SENTENCE or "?" in text or OF_OTHERS.search(text) or hesitates(text):
        return ""
    found = [match[0] for match in A_NAME.finditer(text) if is_first_name(re.split(r"[ -]", match[0])[0])]
    return found[0] if len(found) == 1 and not text.isupper() else ""


@lru_cache(maxsize=1)
def _before() -> re.Pattern[str]:
    """What people write before their own name, in each language (own_name.txt)."""
    listed = "|".join(sorted(data.readable(data.lines("own_name.txt")), key=len, reverse=True))
    opening = "|".join(sorted(map(re.escape, (polite_words() - TITLES) | _words("opens")), key=len, reverse=True))
    return re.compile(rf"^\W*(?:(?:{listed or '(?!)'})\s+|(?:{opening})\b[\s,.!]+(?=\w))", re.IGNORECASE)


@lru_cache(maxsize=4)
def _words(section: str) -> frozenset[str]:
    return frozenset(word for line in sections(LIST)[section] for word in line.split())


@lru_cache(maxsize=1)
def _hesitates() -> re.Pattern[str]:
    return re.compile(" (?:" + "|".join(data.expand(line) for line in sections(LIST)["hesitates"]) + ")")


@lru_cache(maxsize=1)
def _refuses() -> re.Pattern[str]:
    return data.any_of(sections(LIST)["refuses"])
