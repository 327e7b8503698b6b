"""The words of a message, brought to one spelling: "jpeux pas", "j'peux pas" and "je peux pas" read the same."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from messages.keywords import data

SPELLINGS = "reading_spellings.tsv"
ELIDED = frozenset({"l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quelqu"})
ENGLISH_ENDS = frozenset({"t", "s", "m", "re", "ll", "ve", "d"})
SPELLED_OUT = {"j": "je", "m": "me", "qu": "que", "quelqu": "quelqu", "jusqu": "jusqu", "t": "tu"}
# "jpeux", "jaimerais": a j glued to a verb. These begin with j and are words of their own.
WITH_J = re.compile(
    r"j(?:ou|eu|us|am|an|ar|au|o|as|ea|et|ui|u[gmlp]|e|k$|r$|a$|aja|is|acqu|aun|uges?|umeau)|j$|jimmy|jaj|jeje|"
    r"jwenn|jan"
)
# Pictures by what they say; any other picture is "picture".
PICTURES = {
    **dict.fromkeys("👍👌✅✔💪🙋🤘🫡💯🙌", "thumbup"),
    **dict.fromkeys("👎❌🚫🙅", "thumbdown"),
    **dict.fromkeys("🤷🤔", "shrug"),
    **dict.fromkeys("❤💕💖💘😘🥰😍💗💛💙💜🧡", "heart"),
    **dict.fromkeys("😂🤣😅😆😜😏🤪💀😁😄😀😃😊🙂", "laughing"),
    **dict.fromkeys("😢😭😔😞💔😩🥺😕🫥😓😿", "sad"),
    **dict.fromkeys("😡🤬😠🙄😤🤡🙃", "cross"),
    **dict.fromkeys("🙏👏🤝", "thanking"),
}
# "cé", "jé": without their accent they would be "ce", "je", which are words of their own.
ACCENTED_AS = {"jé": "jai", "ché": "chais", "yé": "yest", "cé": "cest", "sé": "cest", "lé": "les"}
ACCENTED = re.compile(r"\b(?:" + "|".join(ACCENTED_AS) + r")\b", re.IGNORECASE)
WORD = re.compile("[^\\W_]+(?:['’ʼ`´-][^\\W_]+)*|[$%#?!«»“”\"]|\\n|[\u2600-\u27bf\U0001f300-\U0001faff]|\\.{3}")
APOSTROPHE = re.compile(r"['’ʼ`´]")
MARKS = re.compile(
    r"[\u0300-\u036f\u00ad\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff\u20e3\u2640\u2642\U0001f3fb-\U0001f3ff]"
)


def plain(text: str) -> str:
    """Lower case without accents nor invisible marks; line breaks written ⏎ or as such are kept as line feeds."""
    text = text.replace("⏎", "\n")
    if text.isascii():
        return text.lower()
    loose = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe").replace("æ", "ae"))
    return MARKS.sub("", loose)


def words(text: str) -> list[str]:
    """The words of a message in one spelling, with "?", "!", "$", pictures and line feeds as words."""
    found: list[str] = []
    if not text.isascii():
        text = ACCENTED.sub(lambda match: ACCENTED_AS[match[0].lower()], unicodedata.normalize("NFC", text))
    for match in WORD.finditer(plain(text)):
        word = match[0]
        if word[0] > "\u2190" or word in '«»“”"':
            _add_mark(found, PICTURES.get(word) or ("quoted" if word in '«»“”"' else "picture"))
        else:
            found.extend(spelled(word))
    return found


def _add_mark(found: list[str], mark: str) -> None:
    if not found or found[-1] != mark:
        found.append(mark)


@lru_cache(maxsize=8192)
def spelled(word: str) -> tuple[str, ...]:
    """One word as written, in its usual spelling: ``("je", "peux")`` for "jpeux"."""
    known = _spellings()
    if word in known:
        return known[word]
    if "-" in word:
        return tuple(part for piece in word.split("-") for part in spelled(piece))
    pieces = APOSTROPHE.split(word)
    if len(pieces) > 1:
        return _apostrophes(pieces)
    if len(word) > 2 and word[0] == "j" and not WITH_J.match(word):
        return ("je", *spelled(word[1:]))
    if len(word) > 5 and word[:2] in ("ai", "aa") and len(set(word)) < 3:
        return ("aaa",)
    shorter = HELD.sub(r"\1", word)
    return known.get(shorter, (shorter,)) if shorter != word else (word,)


HELD = re.compile(r"([a-z])\1{2,}")


def _apostrophes(pieces: list[str]) -> tuple[str, ...]:
    known = _spellings()
    joined = "".join(pieces)
    if joined in known:
        return known[joined]
    if pieces[-1] in ENGLISH_ENDS:
        return (joined,)
    found: list[str] = []
    for piece in pieces[:-1]:
        if piece in ELIDED:
            if piece in SPELLED_OUT:
                found.append(SPELLED_OUT[piece])
            elif piece == "c":
                return ("cest", *spelled(pieces[-1])) if pieces[-1] != "est" else ("cest",)
        else:
            return spelled(joined)
    return (*found, *spelled(pieces[-1]))


@lru_cache(maxsize=1)
def _spellings() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for line in data.lines(SPELLINGS):
        spelling, _, variants = line.partition("\t")
        whole = tuple(plain(spelling).split())
        for variant in plain(variants).split():
            table.setdefault(variant, whole)
            table.setdefault(APOSTROPHE.sub("", variant), whole)
    return table
