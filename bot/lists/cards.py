"""Contacts (vCard 2.1, 3.0 and 4.0: RFC 2426, RFC 6350), as telephones and WhatsApp give them, as rows under headings.

The libraries that read them stop at the first line that departs from the standard, which telephones write every day: a
file is read here line by line, and what is not understood is left out.
"""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterator

from bot.lists.rows import SheetRows

BEGIN = "begin:vcard"
LONGEST_START = 200  # letters in which a line says how it is written
HEADINGS = ("Nom complet", "Prénom", "Nom de famille", "Cellulaire", "Téléphone", "Maison", "Bureau", "Télécopieur",
            "Courriel", "Organisme", "Adresse", "Ville", "Province", "Code postal", "Notes")  # fmt: skip
# What a number is said to be, the first that fits, and its heading.
PHONES = (
    (("fax", "pager"), "Télécopieur"),
    (("cell", "mobile", "waid", "iphone"), "Cellulaire"),
    (("home", "maison", "domicile"), "Maison"),
    (("work", "bureau", "travail", "main"), "Bureau"),
)
LINE = re.compile(r"(?:(?P<group>[\w-]+)\.)?(?P<name>[\w-]+)(?P<more>(?:;[^:]*)?):(?P<value>.*)", re.DOTALL)
SPLIT = re.compile(r"(?<!\\);")
ESCAPED = re.compile(r"\\([\\;,nN])")


def is_cards(words: str) -> bool:
    return words.lstrip("\ufeff \r\n\t")[: len(BEGIN)].casefold() == BEGIN


def read_cards(words: str) -> SheetRows:
    """One row for each contact, in their order."""
    sheet = SheetRows("")
    sheet.add(1, list(HEADINGS), whole=True)
    card: dict[str, list[str]] = {}
    labels: dict[str, str] = {}
    for line in _unfolded(words):
        folded = line.strip().casefold()
        if folded == BEGIN:
            card, labels = {}, {}
        elif folded == "end:vcard":
            sheet.add(len(sheet.rows) + 1, [_joined(card, heading) for heading in HEADINGS], whole=True)
            card = {}
        elif (found := LINE.fullmatch(line)) is not None:
            _take(card, labels, found)
    return sheet


def _joined(card: dict[str, list[str]], heading: str) -> str:
    return "\n".join(dict.fromkeys(card.get(heading, [])))


def _unfolded(words: str) -> Iterator[str]:
    """Each line whole: what is folded begins with a space, or follows a "=" at the end."""
    held: list[str] = []
    quoted = False
    for line in re.split(r"\r\n|\n|\r", words.lstrip("\ufeff")):
        goes_on = quoted and held[-1].endswith("=")
        if held and (goes_on or line[:1] in (" ", "\t")):
            held[-1] = held[-1][:-1] if goes_on else held[-1]
            held.append(line.lstrip() if goes_on else line[1:])
            continue
        if held:
            yield "".join(held)
        held = [line]
        quoted = "quoted-printable" in line[:LONGEST_START].casefold()
    if held:
        yield "".join(held)


def _take(card: dict[str, list[str]], labels: dict[str, str], line: re.Match[str]) -> None:
    name, more, group = line["name"].casefold(), line["more"].casefold(), line["group"] or ""
    value = _decoded(line["value"], more)
    parts = [_plain(part) for part in SPLIT.split(value)]
    if name == "x-ablabel" and group in labels:
        _relabelled(card, labels.pop(group), value)
    elif name == "tel":
        heading = _kind_of(more)
        number = _plain(value).removeprefix("tel:")
        card.setdefault(heading, []).append(number)
        if group:
            labels[group] = number
    elif name == "n" and len(parts) > 1:
        _put(card, ("Nom de famille", "Prénom"), parts)
    elif name == "adr" and len(parts) > 5:
        _put(card, ("Adresse", "Ville", "Province", "Code postal"), parts[2:])
    else:
        simple = {"fn": "Nom complet", "email": "Courriel", "org": "Organisme", "note": "Notes"}
        _put(card, (simple.get(name, ""),), [" ".join(filter(None, parts)) if name == "org" else _plain(value)])


def _put(card: dict[str, list[str]], headings: tuple[str, ...], values: list[str]) -> None:
    for heading, value in zip(headings, values, strict=False):
        if heading and value:
            card.setdefault(heading, []).append(value)


def _relabelled(card: dict[str, list[str]], number: str, label: str) -> None:
    """Apple and WhatsApp say what a number is on a line of its own."""
    for heading in [one for one, numbers in card.items() if number in numbers and one == "Téléphone"]:
        card[heading].remove(number)
        card.setdefault(_kind_of(label.casefold()), []).append(number)


def _kind_of(said: str) -> str:
    return next((heading for kinds, heading in PHONES if any(kind in said for kind in kinds)), "Téléphone")


def _decoded(value: str, more: str) -> str:
    if "quoted-printable" not in more:
        return value
    return quopri.decodestring(value.encode("utf-8", "replace")).decode("utf-8", "replace")


def _plain(value: str) -> str:
    return ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value).strip()
