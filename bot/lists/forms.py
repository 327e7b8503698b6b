"""What a file is, by its first bytes, and who reads it; what is no list is called by its name."""

from __future__ import annotations

import contextlib
import re

from bot.lists.cards import is_cards, read_cards
from bot.lists.delimited import read_delimited
from bot.lists.encodings import decode
from bot.lists.rows import MOST_BYTES, File, Unreadable

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Office before 2007, and what a password protects
# First bytes -> the word for it in messages/<language>/people_lists.ftl.
OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "pdf"),
    (b"\xff\xd8\xff", "picture"),
    (b"\x89PNG", "picture"),
    (b"GIF8", "picture"),
    (b"II*\x00", "picture"),
    (b"MM\x00*", "picture"),
    (b"{\\rtf", "document"),
    (b"\x1f\x8b", "archive"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"SQLite format 3", "database"),
    (b"\x00\x01\x00\x00Standard", "database"),
)
CHARSET = re.compile(rb"<\?xml[^>]*encoding=[\"']([\w-]+)|<meta[^>]*charset=[\"']?([\w-]+)", re.IGNORECASE)
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def read_file(data: bytes, encoding: str = "") -> File:
    """The sheets of any list. `encoding`: chosen by who was asked; empty: found. Raises `Unreadable`."""
    if len(data) > MOST_BYTES:
        raise Unreadable("too-big", megabytes=MOST_BYTES // 1_000_000)
    if not data.strip(b"\x00 \r\n\t"):
        raise Unreadable("empty")
    if data[:2] == b"PK":
        return _zipped(data)
    if data[:8] == COMPOUND:
        return _compound(data)
    for sign, kind in OTHERS:
        if data.lstrip(b"\xef\xbb\xbf")[:40].startswith(sign):
            raise Unreadable("is", kind=kind)
    if data[:4] == b"RIFF" or data[4:8] == b"ftyp":
        raise Unreadable("is", kind="picture")
    return _text(data, encoding)


def _zipped(data: bytes) -> File:
    from bot.lists.workbooks import check_unpacked, read_workbook  # only then: the library is of no use to text

    parts = check_unpacked(data)
    if "xl/workbook.xml" in parts:
        return File("xlsx", read_workbook(data, "xlsx"))
    if "xl/workbook.bin" in parts:
        return File("xlsb", read_workbook(data, "xlsb"))
    if any(part.endswith((".iwa", "Index.zip", "index.apxl", "index.xml.gz")) for part in parts):
        raise Unreadable("is", kind="numbers")
    if any(part.startswith("word/") for part in parts):
        raise Unreadable("is", kind="document")
    if "content.xml" in parts and "mimetype" in parts:
        if b"opendocument.spreadsheet" not in data[:200]:
            raise Unreadable("is", kind="document")
        return File("ods", read_workbook(data, "ods"))
    raise Unreadable("is", kind="archive") if parts else Unreadable("broken")


def _compound(data: bytes) -> File:
    from bot.lists.workbooks import read_workbook

    if _named(data, "EncryptedPackage") or _named(data, "EncryptionInfo"):
        raise Unreadable("protected")
    if _named(data, "WordDocument"):
        raise Unreadable("is", kind="document")
    return File("xls", read_workbook(data, "xls"))


def _named(data: bytes, stream: str) -> bool:
    """Whether a compound file holds a stream of this name."""
    return stream.encode("utf-16-le") in data


def _text(data: bytes, wanted: str) -> File:
    head = data[:2000].lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").replace(b"\x00", b"")
    if head.startswith(b"<"):
        return _marked_up(data, wanted)
    if head[:13].lower() == b"mime-version:":
        raise Unreadable("is", kind="page")
    found = decode(data, wanted)
    if is_cards(found.words):
        return File("vcf", [read_cards(found.words)], found.encoding, "", found.sure, list(found.samples), found.mended)
    if len(CONTROL.findall(found.words[:20_000])) > 20 + len(found.words[:20_000]) // 50:
        raise Unreadable("no-list")
    sheet, separator = read_delimited(found.words)
    form = "tsv" if separator == "\t" else "csv"
    return File(form, [sheet], found.encoding, separator, found.sure, list(found.samples), found.mended)


def _marked_up(data: bytes, wanted: str) -> File:
    from bot.lists.markup import read_markup

    said = CHARSET.search(data[:4000])
    charset = (said[1] or said[2]).decode() if said else ""
    found = decode(data, wanted)
    if charset and not wanted and found.encoding != charset.casefold():
        with contextlib.suppress(UnicodeDecodeError, LookupError):
            found = decode(data, charset) if data.decode(charset) else found
    sheets = read_markup(found.words)
    if not sheets:
        raise Unreadable("is", kind="page")
    return File("html", sheets, found.encoding, "", found.sure, list(found.samples), found.mended)
