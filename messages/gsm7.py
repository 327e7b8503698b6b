"""The alphabet of text messages (GSM 03.38, 3GPP TS 23.038) and how a text is packed into segments.

A segment holds 160 septets of GSM-7, or 70 UTF-16 units (UCS-2) as soon as one character is outside the alphabet. A
longer text is cut in parts of 153 or 67, since each part carries a header. A part never ends in the middle of an escape
pair, a surrogate pair or a grapheme: what does not fit moves whole to the next part, so segments are packed and never
divided.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Encoding = Literal["GSM-7", "UCS-2"]

BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENSION = frozenset("^{}\\[~]|€\f")  # each costs two septets: an escape, then the character
ALPHABET = BASIC | EXTENSION

WHOLE = {"GSM-7": 160, "UCS-2": 70}
PART = {"GSM-7": 153, "UCS-2": 67}
LONGEST = 1600  # what Twilio takes in one message, in characters (error 21617)

# Marks, skin tones, selectors and joiners: what makes one grapheme of several characters, with flags.
_ATTACHED = "\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f"
_GRAPHEME = re.compile(rf"[\U0001f1e6-\U0001f1ff]{{2}}|[\s\S](?:[{_ATTACHED}]|\u200d[^\s\x00-\x7f])*")
_UNEVEN = re.compile(rf"[{_ATTACHED}\u200d\U00010000-\U0010ffff]")  # without any, each character is one unit


class SegmentCount(NamedTuple):
    """`characters` as a person counts them (Unicode code points); `segments` is what is billed."""

    encoding: Encoding
    characters: int
    segments: int


def is_gsm7(text: str) -> bool:
    return ALPHABET.issuperset(text)


def outside(text: str) -> list[str]:
    """The characters outside the alphabet, once each, in order."""
    return list(dict.fromkeys(character for character in text if character not in ALPHABET))


def count(text: str) -> SegmentCount:
    """How a text travels and how many segments it takes. An empty text takes none."""
    encoding: Encoding = "GSM-7" if is_gsm7(text) else "UCS-2"
    sizes = _septets(text) if encoding == "GSM-7" else _units(text)
    return SegmentCount(encoding, len(text), _packed(sizes, WHOLE[encoding], PART[encoding]))


def _septets(text: str) -> list[int]:
    if EXTENSION.isdisjoint(text):
        return [1] * len(text)
    return [2 if character in EXTENSION else 1 for character in text]


def _units(text: str) -> list[int]:
    """UTF-16 units of each grapheme; one too long for a part (stacked accents) is taken character by character."""
    if not _UNEVEN.search(text):
        return [1] * len(text)
    sizes: list[int] = []
    for grapheme in _GRAPHEME.findall(text):
        units = [2 if character > "\uffff" else 1 for character in grapheme]
        sizes += units if sum(units) > PART["UCS-2"] else [sum(units)]
    return sizes


def _packed(sizes: list[int], whole: int, part: int) -> int:
    if sum(sizes) <= whole:
        return 1 if sizes else 0
    segments, room = 0, 0
    for size in sizes:
        if size > room:
            segments, room = segments + 1, part
        room -= size
    return segments
