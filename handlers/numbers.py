"""Phone numbers as people write them, as they are kept (E.164), and as they are shown."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import phonenumbers

from handlers.turn import Turn
from messages import Channel
from messages.keywords import fold

HOME = "CA"
NEAR = frozenset({"CA", "US"})
SHORTEST = 7  # digits of a number without its area code
CORE = re.compile(r"\+?\(?\d(?:[\d ().\-]*\d)?")
EXTENSION = re.compile(r"\s*[,;]?\s*\(?(?:extension|ext|poste|post|local|int|x|p|#)[\s.:=#]*\d{1,6}\)?", re.IGNORECASE)
# What may stand around a number that is texted: "cell. 819 555-0101", "819 555-0101 (c)". Folded.
OF_A_CELL = re.compile(
    r"(?:(?:tel\w*|phone|no|numero|num|cell\w*|mobile|portable|texto\w*|sms|c|ok|oui|de) ?)*"
    r"(?:(?:cell\w*|mobile|texto\w*|sms) (?:seulement|only))?"
)
SHORTENED = re.compile(r"\d[.,]?\d*[eE]\+?\d{1,2}")
HERE = re.compile(r"(?:\+?1)?([2-9]\d{5})(\d{4})")
PLAIN = re.compile(r"\(?(\d{3})\)?[ .-]?(\d{3})[ .-]?(\d{4})", re.ASCII)
SLASHED = re.compile(r"(\d{3})\)?/(\d{3})")
THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
SEVERAL = re.compile(r"\s*(?:[;|\n]|:::|\bou\b|\bor\b|\bet\b|\band\b|&|,|/)\s*", re.IGNORECASE)


class NumberFault(StrEnum):
    """Why words are no phone number."""

    NOT_WHOLE = "not-whole"
    NO_AREA = "no-area"  # seven digits: the area code is missing
    SHORTENED = "shortened"  # 8.2E+09: a spreadsheet threw its end away
    NO_SUCH = "no-such"  # as many digits as it takes, but no such area or exchange


class BadNumber(Exception):
    def __init__(self, fault: NumberFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number. `around`: what was written beside it (an extension, "maison"); it is then called, not texted."""

    e164: str
    around: str = ""
    textable: bool = True

    @property
    def to_call(self) -> str:
        """ "819 555-0101 poste 12" """
        return f"{shown(self.e164)} {self.around}".strip()


@lru_cache(maxsize=4096)
def read_number(written: str) -> Number:
    """The number in these words, and what stands around it. Raises `BadNumber`."""
    if plain := PLAIN.fullmatch(written):
        return Number(_e164("".join(plain.groups())))
    tidy = _tidy(written)
    found = max(CORE.finditer(tidy), key=lambda match: _digits(match[0]), default=None)
    if found is None or _digits(found[0]) < SHORTEST or _glued(tidy, found):
        raise BadNumber(NumberFault.NOT_WHOLE)
    before, after = tidy[: found.start()].strip(" :.,;-("), tidy[found.end() :]
    extension = EXTENSION.match(after)
    around = " ".join(f"{before} {after}".split()).strip(" :.,;-")
    if around.endswith(")") and "(" not in around:
        around = around[:-1].strip()
    note = fold(around)
    return Number(_e164(found[0]), around, extension is None and OF_A_CELL.fullmatch(note) is not None)


def numbers_in(written: str) -> list[str]:
    """The numbers of a cell that holds several ("819 555-0101 ou 819 555-0102"); the cell itself when it holds one."""
    if PLAIN.fullmatch(written):
        return [written]
    try:
        parts = [part for part in SEVERAL.split(_tidy(written)) if part]
    except BadNumber:
        return [written]
    whole = [part for part in parts if _digits(part) >= SHORTEST + 3]
    return parts if len(whole) > 1 and len(whole) == len(parts) else [written]


def normal(written: str) -> str | None:
    """ "819 555-0142" -> "+18195550142"; None when it is not one whole phone number and nothing else."""
    try:
        number = read_number(written)
    except BadNumber:
        return None
    return number.e164 if number.textable else None


def _tidy(written: str) -> str:
    """Without what cannot be seen, nor what spreadsheets add; every dash is one dash and every space one space."""
    letters = (_letter(letter) for letter in unicodedata.normalize("NFKC", written))
    tidy = "".join(letters).strip().removeprefix("=").strip("\"' ").removeprefix("tel:").strip()
    tidy = SLASHED.sub(r"\1-\2", tidy.replace("(+", "+("))
    if SHORTENED.fullmatch(tidy):
        return _unshortened(tidy)
    if THOUSANDS.fullmatch(tidy):
        tidy = tidy.replace(",", "")
    return re.sub(r"^(\d{10,15})[.,]0+$", r"\1", tidy)


def _letter(letter: str) -> str:
    if letter.isascii():
        return letter if letter.isprintable() or letter == "\n" else " "
    category = unicodedata.category(letter)
    if category in ("Cf", "Cc", "Mn"):
        return ""
    if category == "Pd" or letter == "\u2212":
        return "-"
    if category.startswith("Z"):
        return " "
    return str(unicodedata.decimal(letter)) if category == "Nd" else letter


def _unshortened(written: str) -> str:
    """ "8.195550101E+09" still has all its figures; "8.2E+09" has lost them."""
    figures, _, power = written.replace(",", ".").upper().partition("E")
    whole, _, rest = figures.partition(".")
    missing = int(power) - len(rest)
    if missing > 0 or int(power) > 15:
        raise BadNumber(NumberFault.SHORTENED)
    return whole + rest[: int(power)]


def _digits(words: str) -> int:
    return sum(map(str.isdigit, words))


def _glued(words: str, found: re.Match[str]) -> bool:
    """A letter against a figure is a figure badly typed: "819 555-01O1"; "x15" and "p12" begin an extension."""
    before, after = words[: found.start()][-1:], words[found.end() :]
    return before.isalpha() or (after[:1].isalpha() and not EXTENSION.match(after))


def _e164(core: str) -> str:
    digits = re.sub(r"[^\d+]", "", core)
    digits = re.sub(r"^\+?00", "+", digits)  # 001 819..., 0032 2...: as it is dialled from elsewhere
    if here := HERE.fullmatch(digits):
        _check_plan(here[1])
        return f"+1{here[1]}{here[2]}"
    try:
        number = phonenumbers.parse(digits, HOME)
    except phonenumbers.NumberParseException:
        raise BadNumber(NumberFault.NOT_WHOLE) from None
    if number.country_code == 1 and len(str(number.national_number)) != 10:
        missing = len(str(number.national_number)) == SHORTEST
        raise BadNumber(NumberFault.NO_AREA if missing else NumberFault.NOT_WHOLE)
    if not phonenumbers.is_possible_number(number):
        raise BadNumber(NumberFault.NOT_WHOLE)
    _check_kind(number)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


@lru_cache(maxsize=8192)
def _check_plan(exchange: str) -> None:
    """Area and exchange decide: asked once for all the numbers behind them, since the library takes its time."""
    _check_kind(phonenumbers.parse(f"+1{exchange}0100"))


def _check_kind(number: phonenumbers.PhoneNumber) -> None:
    kind = phonenumbers.number_type(number)
    if kind in (phonenumbers.PhoneNumberType.UNKNOWN, phonenumbers.PhoneNumberType.PREMIUM_RATE):
        raise BadNumber(NumberFault.NO_SUCH)


def shown(address: str) -> str:
    """ "+18195550142" -> "819 555-0142", as people here write it. Anything else is given back as it is."""
    if address.startswith("+1") and len(address) == 12 and address[1:].isdigit():
        return f"{address[2:5]} {address[5:8]}-{address[8:]}"
    return address


def near(address: str) -> bool:
    """Whether a number is of Canada or the United States. Short codes are."""
    if not address.startswith("+"):
        return True
    return _in(address[:8]) if address.startswith("+1") and len(address) == 12 else _in(address)


@lru_cache(maxsize=8192)
def _in(address: str) -> bool:
    try:
        number = phonenumbers.parse(f"{address}0100" if len(address) == 8 else address)
    except phonenumbers.NumberParseException:
        return False
    region = phonenumbers.region_code_for_number(number)
    # A number that no plan lists (those of films and tests) is judged by its country code.
    return region in NEAR if region else number.country_code == 1


def abroad(turn: Turn) -> bool:
    """Someone unknown who writes from a country where answering costs dearly: nothing is answered."""
    far = turn.incoming.channel is Channel.SMS and turn.person is None and not near(turn.incoming.address)
    return far and not turn.installation.allow_international
