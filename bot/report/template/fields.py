"""What a Word document asks the word processor to do when it is opened: nothing but to count its pages.

Everything is an allow-list. A field may stand in another's instruction or in its result, cut in as many pieces as one
likes: each is put together again, wherever it is, and what is no page number is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from handlers.acting import refuse

COUNTED = re.compile(r"\s*(?:PAGE|NUMPAGES)(?:\s+\\\*\s*(?:Arabic|roman|ROMAN|MERGEFORMAT))*\s*", re.IGNORECASE)
# Another document, a program, a form's data or a source of addresses, taken in when the document is opened.
ACTING: Final = frozenset({"altchunk", "object", "oleobject", "control", "subdoc", "mailmerge", "attachedtemplate"})
LINKS: Final = frozenset({"src", "href"})
SHORT = 20


def parse(data: bytes) -> Any:
    """XML that refers to nothing."""
    try:
        return fromstring(data, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError):  # an encoding that nobody knows is a LookupError
        raise refuse("report-template-not-docx") from None


def refuse_what_acts(name: str, root: Any, words: str) -> None:
    """Raises `Refused` for a field that is no page number, and for what fetches or runs something. `words`: near it."""
    for one in root.iter():
        tag = local(one.tag)
        if tag.casefold() in ACTING:
            raise refuse("report-template-acts", part=f"{name[:40]}, {tag[:SHORT]}")
        if any(local(key).casefold() in LINKS and not value.startswith("#") for key, value in one.items()):
            raise refuse("report-template-link", part=name[:60])
        if local(one.tag) == "Relationship" and _leads_out(one):
            raise refuse("report-template-link", part=name[:60])
    for code in instructions_of(root):
        if not COUNTED.fullmatch(code):
            raise refuse("report-template-field", field=_named(code), words=words[:40] or "-")


def _leads_out(relationship: Any) -> bool:
    target = relationship.get("Target", "").strip()
    external = relationship.get("TargetMode", "").strip().casefold() == "external"
    return external or ":" in target or target.startswith(("//", "\\"))


def _named(code: str) -> str:
    return (code.split() or ["-"])[0][:SHORT]


@dataclass
class _Open:
    """A field that is not ended: its instruction so far, and whether its result has begun."""

    code: list[str] = field(default_factory=list)
    result: bool = False


def instructions_of(root: Any) -> Iterator[str]:
    """The instruction of each field, whole. A field within another's instruction makes one that nobody may write."""
    open_fields: list[_Open] = []
    for one in root.iter():
        tag = local(one.tag)
        if tag == "fldSimple":
            yield attribute(one, "instr")
        elif tag == "fldChar":
            yield from _turned(attribute(one, "fldCharType").strip().casefold(), open_fields)
        elif tag in ("instrText", "delInstrText"):
            code = "".join(one.itertext())
            if open_fields and not open_fields[-1].result:
                open_fields[-1].code.append(code)
            elif code.strip():
                yield code
    for left in open_fields:
        yield "".join(left.code)


def _turned(kind: str, open_fields: list[_Open]) -> Iterator[str]:
    if kind == "begin":
        if open_fields and not open_fields[-1].result:
            open_fields[-1].code.append(" FIELD ")
        open_fields.append(_Open())
    elif kind == "separate" and open_fields:
        open_fields[-1].result = True
    elif kind == "end" and open_fields:
        yield "".join(open_fields.pop().code)


def local(name: object) -> str:
    """A name without its namespace: Word has two for the same things, of 2006 and "strict"."""
    return str(name).rpartition("}")[2] if isinstance(name, str) else ""


def attribute(one: Any, name: str) -> str:
    values: Mapping[str, str] = one.attrib
    return next((value for key, value in values.items() if local(key) == name), "")
