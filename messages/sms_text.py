"""From a text as someone typed it to the text that leaves for a basic phone, counted and priced.

One visible pipeline. Typography that never survives becomes plain. Then letters outside GSM-7 are folded, only when
that lowers the number of segments. Then segments are packed (`gsm7.count`). A text that GSM-7 already holds leaves as
it came, and no text leaves in more segments than it was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from messages.gsm7 import LONGEST, Encoding, SegmentCount, count, is_gsm7, outside
from messages.keywords.data import rows
from messages.types import Text
from messages.typography import INVISIBLE, LOOSE_ACCENTS, TYPOGRAPHY, Rule, fold, without_accent

__all__ = ["SegmentCount", "SmsText", "count", "prepare", "price"]

PRICE = 0.0147  # US dollars a segment in Canada, carrier fee included: a default, see the SMS_PRICE setting

Made = tuple[str, str, str]  # change, before, after


@dataclass(frozen=True, slots=True)
class SmsText:
    """A text as it leaves. `changes` and `warnings` are messages of `sms.ftl`, for the person who wrote it."""

    text: str
    encoding: Encoding
    characters: int
    segments: int
    segments_as_written: int
    changes: tuple[Text, ...] = ()
    warnings: tuple[Text, ...] = ()


class _Draft(NamedTuple):
    text: str
    made: tuple[Made, ...]

    @property
    def segments(self) -> int:
        return count(self.text).segments


def prepare(text: str, *, no_accents: bool = False) -> SmsText:
    """The text as it will leave. `no_accents` is the choice of a person whose phone shows é as a question mark.

    Doing it twice changes nothing more.
    """
    written = count(text).segments
    draft = _settled(_Draft(text, ()), no_accents)
    encoding, characters, segments = count(draft.text)
    return SmsText(
        draft.text,
        encoding,
        characters,
        segments,
        written,
        tuple(_changes(draft.made)),
        tuple(_warnings(text, draft, segments, characters)),
    )


def price(segments: int, per_segment: float = PRICE) -> float:
    """Dollars, to a hundredth of a cent."""
    return round(segments * per_segment, 4)


def _settled(draft: _Draft, no_accents: bool) -> _Draft:
    """Until nothing more changes: a sign made plain may complete another (a № followed by a loose accent)."""
    while True:
        settled = _best(_without_accents(draft) if no_accents else draft)
        if settled.text == draft.text:
            return draft
        draft = settled


def _best(start: _Draft) -> _Draft:
    """Plain typography; only what does not grow if "..." for "…" costs a segment; folded letters if that saves one."""
    if is_gsm7(start.text):
        return start
    plain = _plain(start)
    if plain.segments <= 1:
        return plain
    drafts = [plain, _plain(start, may_grow=False), _plain(_folded(plain))]
    return min(drafts, key=lambda draft: draft.segments)  # the first of equals


def _plain(draft: _Draft, *, may_grow: bool = True) -> _Draft:
    return _applied(TYPOGRAPHY, draft, may_grow=may_grow)


def _folded(draft: _Draft) -> _Draft:
    pairs = [(letter, _folded_letter(letter, draft.text[i + 1 : i + 2])) for i, letter in enumerate(draft.text)]
    return _applied([LOOSE_ACCENTS], _rewritten(draft, pairs, "letters"))


def _without_accents(draft: _Draft) -> _Draft:
    seen = _applied(INVISIBLE, draft)
    bare = _rewritten(seen, [(letter, without_accent(letter)) for letter in seen.text], "accents")
    return _applied([LOOSE_ACCENTS], bare)


def _applied(rules: Iterable[Rule], draft: _Draft, *, may_grow: bool = True) -> _Draft:
    text, made = draft
    for rule in rules:
        text, pairs = rule.apply(text, may_grow=may_grow)
        made += tuple((rule.change, before, after) for before, after in pairs)
    return _Draft(text, made)


def _rewritten(draft: _Draft, pairs: Iterable[tuple[str, str]], change: str) -> _Draft:
    pairs = list(pairs)
    made = tuple((change, before, after) for before, after in pairs if before != after)
    return _Draft("".join(after for _, after in pairs), draft.made + made)


def _folded_letter(letter: str, following: str) -> str:
    """Œuvre is Oeuvre, ŒUVRE is OEUVRE."""
    folded = fold(letter)
    return folded.capitalize() if letter.isupper() and len(folded) > 1 and following.islower() else folded


def _changes(made: Iterable[Made]) -> Iterable[Text]:
    """One line per kind of change, with how many; letters and symbols name what became what."""
    kinds: dict[str, list[tuple[str, str]]] = {}
    for change, before, after in made:
        kinds.setdefault(change, []).append((before, after))
    for change, pairs in kinds.items():
        shown = dict.fromkeys(f"{before.strip()} = {after.strip()}".removesuffix(" = ") for before, after in pairs)
        args: dict[str, object] = {"count": len(pairs)}
        if change in ("letters", "accents", "symbols"):
            args["what"] = ", ".join(shown)
        yield Text(f"sms-change-{change}", args)


def _warnings(written: str, draft: _Draft, segments: int, characters: int) -> Iterable[Text]:
    if any(change in ("letters", "accents") for change, _, _ in draft.made):
        yield from _other_words(written, draft.text)
    kept = [character for character in outside(draft.text) if fold(character) == character]
    if kept and count("".join(c for c in draft.text if c not in kept)).segments < segments:
        yield Text("sms-warning-costly", {"what": " ".join(kept[:10])})
    if characters > LONGEST:
        yield Text("sms-warning-too-long", {"characters": characters, "most": LONGEST})


def _other_words(written: str, leaving: str) -> Iterable[Text]:
    """Words that now read as another word: `sûr` as `sur`."""
    left = set(re.findall(r"\w+", leaving))
    for word in dict.fromkeys(re.findall(r"\w+", written)):
        becomes, instead = _foldings().get(word.casefold(), ("", ""))
        if becomes and word not in left:
            yield Text("sms-warning-word", {"word": word, "becomes": becomes, "instead": instead})


@cache
def _foldings() -> dict[str, tuple[str, str]]:
    return {word: (becomes, instead) for _, (word, becomes, instead) in rows("foldings.tsv")}
