"""What a basic phone cannot show, and the plain characters that take its place.

Two tables serve `sms_text`: TYPOGRAPHY (signs that a word processor or a telephone puts by itself, made plain) and the
letters outside GSM-7 (`fold`). Nothing else is ever replaced, and nothing is ever replaced by a question mark.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from messages.gsm7 import BASIC

Replacement = str | Callable[[re.Match[str]], str]

SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f"
BULLETS = "•‣◦●▪■\uf0b7"  # the last is Word's own, in the Symbol font
FRACTIONS = {"½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3", "⅛": "1/8"}
SYMBOLS = {
    **dict(zip("²³¹№ºª×¢÷", ("2", "3", "1", "no", "o", "a", "x", "c", "/"), strict=True)),
    **dict(zip("→←⇒≤≥±™©®", ("->", "<-", "=>", "<=", ">=", "+/-", "(TM)", "(c)", "(R)"), strict=True)),
}
LIGATURES = {"œ": "oe", "Œ": "OE", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "þ": "th", "ı": "i", "ẞ": "SS"}

# Joiners, direction marks and variation selectors matter to emoji and to other scripts: they go only when they stand
# among Latin letters and ordinary signs.
_MARKS = "\u200c-\u200f\u202a-\u202e\u2066-\u2069\ufe0e\ufe0f"
_ORDINARY = "\x00-\u024f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20ac"


@dataclass(frozen=True)
class Rule:
    """One substitution; `change` names it in the catalogue (`sms-change-<change>`)."""

    change: str
    pattern: re.Pattern[str]
    replacement: Replacement

    def apply(self, text: str, *, may_grow: bool = True) -> tuple[str, list[tuple[str, str]]]:
        """The text, and each (before, after). Without `may_grow`, what would become longer stays as written."""
        made: list[tuple[str, str]] = []

        def replace(match: re.Match[str]) -> str:
            before = match.group()
            after = self.replacement if isinstance(self.replacement, str) else self.replacement(match)
            if after == before or (len(after) > len(before) and not may_grow):
                return before
            made.append((before, after))
            return after

        return self.pattern.sub(replace, text), made


def _rule(change: str, pattern: str, replacement: Replacement) -> Rule:
    return Rule(change, re.compile(pattern), replacement)


def _fraction(match: re.Match[str]) -> str:
    after_a_number = match.string[match.start() - 1 : match.start()].isdigit()
    return (" " if after_a_number else "") + FRACTIONS[match.group()]


INVISIBLE: tuple[Rule, ...] = (
    _rule("invisible", r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff]+", ""),
    _rule("invisible", rf"(?<![^{_ORDINARY}])[{_MARKS}]+(?![^{_ORDINARY}])", ""),
)

TYPOGRAPHY: tuple[Rule, ...] = (
    *INVISIBLE,
    # e followed by a combining accent, as some computers type it, is é
    _rule("letters", r"[A-Za-z][\u0300-\u036f]+", lambda match: unicodedata.normalize("NFC", match.group())),
    _rule("spaces", r"[\u2028\u2029\x85\x0b]", "\n"),
    _rule("quotes", rf"«[ {SPACES}]*|[ {SPACES}]*»|[“”„‟″〝〞]", '"'),
    _rule("quotes", rf"‹[ {SPACES}]*|[ {SPACES}]*›", "'"),
    _rule("apostrophes", r"[‘’‚‛′ʼʹ`´]", "'"),
    _rule("dashes", r"[‐‑‒–—―−⁃]", "-"),
    _rule("ellipsis", r"…", "..."),
    _rule("spaces", rf"[\t{SPACES}]", " "),
    _rule("bullets", rf"(?m)^·|[{BULLETS}]", "-"),
    _rule("dots", r"[·‧∙]", "."),
    _rule("symbols", rf"[{''.join(FRACTIONS)}]", _fraction),
    _rule("symbols", rf"[{''.join(SYMBOLS)}]", lambda match: SYMBOLS[match.group()]),
    _rule("symbols", r"(?<=\b[nN])°(?P<glued>(?=\w))?", lambda match: "o" if match["glued"] is None else "o "),
    _rule("symbols", r"(?m)(?<=^\d)°", "o"),  # 1° at the head of a line is "primo"
    _rule("symbols", r" ?°(?=[CF]\b)", " "),
    _rule("symbols", r"(?<=\d)°", " deg."),
    *INVISIBLE,  # again: what stood beside a mark may be ordinary now
)

# Accents typed apart that make no letter with the one before.
LOOSE_ACCENTS = _rule("letters", r"(?<=[A-Za-z])[\u0300-\u036f]+", "")


@lru_cache(maxsize=4096)
def fold(character: str) -> str:
    """The plain letters of a letter or digit outside GSM-7 (ç is c, œ is oe); itself when it has none (Cree, emoji)."""
    if character in BASIC or unicodedata.category(character)[0] not in "LN":
        return character
    return _plain(character)


@lru_cache(maxsize=4096)
def without_accent(character: str) -> str:
    """The letter without its accent, even one that GSM-7 has: for phones that show é as a question mark."""
    plain = _plain(character) if unicodedata.category(character)[0] == "L" else character
    return plain if len(plain) == 1 else character


def _plain(character: str) -> str:
    if character in LIGATURES:
        return LIGATURES[character]
    parts = unicodedata.normalize("NFKD", character)
    base = "".join(part for part in parts if not unicodedata.combining(part))
    return base if base and base.isascii() and base.isprintable() else character
