"""A .docx taken apart, before any library that obeys it: what it may hold, how large it may be, its paragraphs."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from bot.report.template.fields import local, parse, refuse_what_acts
from handlers.acting import Refused, refuse

LARGEST: Final = 2_000_000  # bytes of the file
MOST_PARTS: Final = 200
LARGEST_OPEN: Final = 20_000_000  # bytes of its parts together
TYPES = "[Content_Types].xml"
DOCUMENT = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Parts that would act by themselves when the document is opened.
ACTING = re.compile(r"vbaProject|vbaData|activeX|oleObject|word/embeddings|\.bin$", re.IGNORECASE)
XML = (".xml", ".rels", ".svg")
# What is looked at by nothing that obeys: pictures, fonts. Another kind of part is refused.
SEEN = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".odttf")
BRACES = ("{{", "{%", "{#")
# Where names are filled; elsewhere they would stay as they are written.
FILLED = re.compile(r"word/(?P<part>document|header|footer|footnotes)\d*\.xml$")
PROPERTIES = "docProps/core.xml"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The words of a paragraph, its pieces joined: Word cuts a name where it underlines it."""

    part: str  # "document", "header", "footer", "footnotes", "properties"
    number: int  # from 1, in its part
    words: str


def opened(content: bytes) -> Mapping[str, bytes]:
    """The parts of the file, by name. Raises `Refused` for what is no plain .docx, or may act by itself."""
    if len(content) > LARGEST:
        raise refuse("report-template-too-large", megabytes=LARGEST // 1_000_000)
    parts = _unzipped(content)
    if DOCUMENT not in parts.get(TYPES, b""):
        raise refuse("report-template-not-docx")
    for name, data in parts.items():
        _refuse_what_acts(name, data)
    return parts


def _unzipped(content: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            infos = file.infolist()
            if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > LARGEST_OPEN:
                raise refuse("report-template-too-many")
            return {info.filename: file.read(info) for info in infos}
    except Refused:
        raise
    except Exception:  # a library of compressed files fails in many ways on a file that lies
        raise refuse("report-template-not-docx") from None


def _refuse_what_acts(name: str, data: bytes) -> None:
    low = name.casefold()
    if low.endswith("/"):
        return
    if ACTING.search(low) or not low.endswith((*XML, *SEEN)):
        raise refuse("report-template-acts", part=name[:60])
    if low.endswith(XML):
        root = parse(data)
        refuse_what_acts(name, root, "".join(one.text or "" for one in root.iter() if local(one.tag) == "t"))


def paragraphs_of(parts: Mapping[str, bytes]) -> Iterator[Paragraph]:
    """Every paragraph where a name may stand. Raises `Refused` for a name where none is filled, and for fields."""
    for name in sorted(parts):
        found = FILLED.match(name)
        if found:
            yield from _paragraphs(found["part"], parse(parts[name]))
        elif name == PROPERTIES:
            values = [one.text or "" for one in parse(parts[name])]
            yield from (Paragraph("properties", number, words) for number, words in enumerate(values, 1))
        elif name.casefold().endswith(XML) and _has_braces(parse(parts[name]), filled=False):
            raise refuse("report-template-elsewhere", part=name.removeprefix("word/")[:40])
        if found and _has_braces(parse(parts[name]), filled=True):
            raise refuse("report-template-elsewhere", part=name.removeprefix("word/")[:40])


def _has_braces(root: Any, *, filled: bool) -> bool:
    """Whether a name stands where none is looked at: of a part that is `filled`, anywhere but in its words."""
    for one in root.iter():
        words = [*one.attrib.values(), one.tail or ""]
        words += [] if filled and one.tag == f"{WORD}t" else [one.text or ""]
        if any(brace in word for word in words for brace in BRACES):
            return True
    return False


def _paragraphs(part: str, root: Any) -> Iterator[Paragraph]:
    for number, paragraph in enumerate(root.iter(f"{WORD}p"), 1):
        words = "".join(one.text or "" for one in _own(paragraph) if one.tag == f"{WORD}t")
        yield Paragraph(part, number, words)


def _own(paragraph: Any) -> Iterator[Any]:
    """What is in a paragraph, and in none of those that stand inside it (a text box)."""
    for one in paragraph:
        if one.tag != f"{WORD}p":
            yield one
            yield from _own(one)
