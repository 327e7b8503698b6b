"""Which letters the bytes of a text file are: UTF-8, UTF-16, Windows, old Macintosh or DOS, or some of each.

The encodings of Windows and of the Macintosh give a letter to every byte, so that only the words tell them apart: "Zoé"
is a name, "ZoŽ" is not. Two opinions are taken, ours on letters and charset-normalizer's; where they differ and the
letters are as good, the reader is asked.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

from bot.lists.rows import Unreadable

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
ONE_BYTE = ("cp1252", "mac_roman", "cp850")  # Windows, the Macintosh before 2001, DOS
KNOWN = ("utf-8", "utf-16", *ONE_BYTE)
HERE = frozenset("àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆñÑ’«»°–—…\u00a0")
ELSEWHERE = frozenset("áíóúãõåøòìßýÁÍÓÚÃÕÅØÒÌÝšŠžŽ€“”‘")
WORD = re.compile(r"[^\s;,\t|\"]*[^\x00-\x7f][^\s;,\t|\"]*")
SAMPLED = 400  # words with accents: enough to know
DOUBT = 0.5
# UTF-8 taken for Windows' letters and kept so: "ZoÃ©", "Valâ€™".
BROKEN = re.compile(
    "[\u00c2-\u00c5\u00e2][\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160"
    "\u2039\u0152\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178]{1,2}"
)
UTF_8_LETTER = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


@dataclass(frozen=True, slots=True)
class Decoded:
    words: str
    encoding: str
    sure: bool = True
    samples: tuple[tuple[str, str], ...] = ()
    mended: bool = False


def decode(data: bytes, wanted: str = "") -> Decoded:
    """The words of a text file. `wanted`: the encoding chosen by who was asked. Raises `Unreadable`."""
    if wanted:
        return Decoded(data.decode(wanted, errors="replace").lstrip("\ufeff"), wanted)
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return _strictly(data, encoding) if encoding != "utf-8" else _utf_8(data[len(bom) :])
    if wide := _wide(data):
        return _strictly(data, wide)
    return _utf_8(data)


def _strictly(data: bytes, encoding: str) -> Decoded:
    try:
        return _mended(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        # An odd byte at the very end, as some programs leave one.
        try:
            return _mended(data[:-1].decode(encoding), encoding)
        except UnicodeDecodeError:
            raise Unreadable("no-list") from None


def _wide(data: bytes) -> str:
    """UTF-16 without its mark: one byte in two is empty."""
    head = data[:2000]
    if len(head) < 4 or head.count(0) < len(head) // 4:
        return ""
    return "utf-16-le" if head[1::2].count(0) >= head[::2].count(0) else "utf-16-be"


def _utf_8(data: bytes) -> Decoded:
    try:
        return _mended(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if UTF_8_LETTER.search(data):  # most of it is UTF-8: someone pasted lines of another file into it
        return _mixed(data)
    return _one_byte(data)


def _mixed(data: bytes) -> Decoded:
    """UTF-8 with bytes of another encoding among its letters: each is read for what it is."""
    others = _one_byte_lines(data)
    encoding = max(ONE_BYTE, key=lambda name: _likely(_decoded(others, name)))
    words = data.decode("utf-8", errors=_as(encoding))
    return _mended(words, f"utf-8 + {encoding}")


def _one_byte_lines(data: bytes) -> bytes:
    """The lines that are no UTF-8, without the letters that are."""
    lines = [line for line in data.splitlines() if not _is_utf_8(line)]
    return UTF_8_LETTER.sub(b"", b"\n".join(lines))


def _is_utf_8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _as(encoding: str) -> str:
    """The name of an error handler that reads what is not UTF-8 in this encoding."""

    def read(error: UnicodeError) -> tuple[str, int]:
        assert isinstance(error, UnicodeDecodeError)
        return _decoded(error.object[error.start : error.end], encoding), error.end

    codecs.register_error(f"lists-{encoding}", read)
    return f"lists-{encoding}"


def _decoded(data: bytes, encoding: str) -> str:
    return data.decode(encoding, errors="replace")


def _one_byte(data: bytes) -> Decoded:
    telling = b"\n".join(line for line in data.splitlines() if not line.isascii())[:100_000]
    scores = {name: _likely(_decoded(telling, name)) for name in ONE_BYTE}
    best, second = sorted(scores, key=lambda name: -scores[name])[:2]
    alike = scores[best] - scores[second] < DOUBT and _decoded(telling, best) != _decoded(telling, second)
    sure = not alike or _opinion(telling) == best
    samples = () if sure else tuple((name, _sample(telling, name)) for name in (best, second))
    return Decoded(_decoded(data, best), best, sure, samples)


def _opinion(data: bytes) -> str:
    """What charset-normalizer makes of it."""
    from charset_normalizer import from_bytes

    found = from_bytes(data, cp_isolation=list(ONE_BYTE)).best()
    return found.encoding if found is not None else ""


def _sample(data: bytes, encoding: str) -> str:
    found = dict.fromkeys(WORD.findall(_decoded(data, encoding)))
    return ", ".join(word.strip("'\"().") for word in list(found)[:3])


def _likely(words: str) -> float:
    """How much these words look like names and headings of here: the higher the better, by word."""
    found = WORD.findall(words)[:SAMPLED]
    return sum(map(_of_one, found)) / max(1, len(found)) if found else 0.0


def _of_one(word: str) -> float:
    score = 0.0
    for place, letter in enumerate(word):
        if letter.isascii():
            continue
        before, after = word[place - 1 : place], word[place + 1 : place + 2]
        if letter in HERE:
            score += 1
        elif letter not in ELSEWHERE:
            score -= 2
        inside = before.isalpha() and after.isalpha()
        if inside and not letter.isalpha() and letter not in "’‘\u2011·":
            score -= 3
        if letter.isupper() and before.islower():
            score -= 3
        if letter.islower() and not before.isalpha() and after.islower():
            score -= 0.6  # a name begins with a capital
        if unicodedata.category(letter) in ("Cc", "Cn", "Co") or letter == "\ufffd":
            score -= 5
    return score


def _mended(words: str, encoding: str) -> Decoded:
    """Letters that another program broke, and kept broken, are put right."""
    if not BROKEN.search(words):
        return Decoded(words, encoding)
    whole = BROKEN.sub(_right, words)
    return Decoded(whole, encoding, mended=whole != words)


def _right(found: re.Match[str]) -> str:
    for length in (3, 2):
        part = found[0][:length]
        try:
            data = b"".join(_byte(letter) for letter in part)
            return data.decode("utf-8") + found[0][length:]
        except (UnicodeError, ValueError):
            continue
    return found[0]


def _byte(letter: str) -> bytes:
    """A letter of Windows as its byte; the five that Windows leaves out stand for themselves."""
    return bytes([ord(letter)]) if 0x80 <= ord(letter) <= 0x9F else letter.encode("cp1252")
