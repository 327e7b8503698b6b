"""The phones of a line: the one that is texted, and those that are only called."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from handlers.acting import Refused, refuse
from handlers.installation import Installation
from handlers.numbers import numbers_in, shown
from handlers.people.lists.cells import Cells
from handlers.people.spec import phone_of
from handlers.vocabulary import heading_of, meaning_of
from messages import Text, text

TEXTED = ("cell", "phone")  # in this order: the cell before the phone
CALLED = ("home", "work", "call")
# Google and others keep what a phone is beside it: "Mobile", "* Home".
OF_A_TYPE = {"home": "home", "work": "work", "cell": "cell", "other": "call"}  # "Work Fax", "Pager", "Urgence"


@dataclass(slots=True)
class Phones:
    texted: str | None = None
    to_call: tuple[str, ...] = ()
    remarks: list[Text] = field(default_factory=list)
    fault: Text | None = None  # of the first number that is none

    def refused(self) -> Refused:
        return Refused(self.fault) if self.fault is not None else refuse("people-needs-address")


def phones_in(line: Cells, installation: Installation) -> Phones:
    """A number that is none is said; it refuses the line only when no other way is left."""
    found = Phones()
    texted = ""
    called: dict[str, str] = {}
    for meaning, words, heading in _written(line):
        try:
            number = phone_of(words, installation)
        except Refused as refused:
            found.fault = found.fault or refused.reason
            found.remarks.append(refused.reason)
            continue
        if meaning in TEXTED and number.textable and texted in ("", number.e164):
            texted = number.e164
        else:
            around = number.around or (heading if number.textable else "")
            called.setdefault(number.e164, f"{shown(number.e164)} ({around})" if number.textable else number.to_call)
    called.pop(texted, None)
    found.texted, found.to_call = texted or None, tuple(words.replace(";", ",") for words in called.values())
    if found.to_call:
        found.remarks.append(text("people-line-to-call", phones=", ".join(found.to_call)))
    if found.to_call and not texted:
        found.remarks.append(text("people-line-not-texted"))
    if found.fault is not None and not found.texted and not found.to_call:
        found.remarks.remove(found.fault)
    return found


def _written(line: Cells) -> Iterator[tuple[str, str, str]]:
    """(what it is, words, heading) of each number, those that may be texted first."""
    every = [(kind, part, heading) for kind, cell, heading in _cells(line) for part in numbers_in(cell)]
    for meaning in (*TEXTED, *CALLED):
        yield from (one for one in every if one[0] == meaning)


def _cells(line: Cells) -> Iterator[tuple[str, str, str]]:
    """(what the number is, the cell as written, its heading) of each phone of the line."""
    found = list(_written_in(line))
    for place, (meaning, words, heading) in enumerate(found):
        extension = found[place + 1][1] if found[place + 1 : place + 2] and found[place + 1][0] == "extension" else ""
        if meaning != "extension":
            yield meaning, f"{words} poste {extension}" if extension else words, heading


def _written_in(line: Cells) -> Iterator[tuple[str, str, str]]:
    """The same, each extension apart, after the phone it is of."""
    type_said = ""
    for column in line.columns.of(*TEXTED, *CALLED, "phone_type", "extension"):
        if column.meaning == "phone_type":
            type_said = line.at(column.at)
            continue
        meaning, heading = column.meaning, column.heading
        if type_said:
            meaning, heading = OF_A_TYPE.get(heading_of(f"tel {type_said}"), meaning), type_said.strip("* ")
        type_said = ""
        words = line.whole(column.at)
        if words and not meaning_of("phone_none", words):  # "aucun" is no number to correct
            yield meaning, words, heading
