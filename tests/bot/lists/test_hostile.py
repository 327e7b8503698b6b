"""Files made to fill a machine, or merely broken: each ends in a sentence, and the program's memory stays its own."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable

import pytest

from bot.lists.reading import read_list
from bot.lists.rows import MOST_BYTES
from handlers.acting import Refused
from tests.handlers.people.lists.workbooks import HEADINGS, ROSE, excel
from tests.support.sources import ROOT

GROWTH = 60_000  # kilobytes that the program may take while a child does the reading


def rewritten(part: str, change: Callable[[bytes], bytes]) -> bytes:
    """A workbook of one person, one of whose parts is something else."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(excel({"A": [HEADINGS, ROSE]}))) as good,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as bad,
    ):
        for name in good.namelist():
            bad.writestr(name, change(good.read(name)) if name == part else good.read(name))
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
FAR = b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
MANY = (
    b"".join(
        b'<row r="%d"><c r="A%d" t="inlineStr"><is><t>x</t></is></c></row>' % (line, line) for line in range(10, 60_000)
    )
    + b"</sheetData>"
)
ENTITIES = b'<!DOCTYPE a [<!ENTITY a "%s">%s]>' % (
    b"x" * 1000,
    b"".join(b'<!ENTITY %c "%s">' % (97 + n, b"&%c;" % (96 + n) * 100) for n in range(1, 9)),
)


def opendocument(rows: str) -> bytes:
    """A workbook of LibreOffice: a few words may stand for a million cells there."""
    names = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in NAMES)
    body = f'<office:spreadsheet><table:table table:name="A">{rows}</table:table></office:spreadsheet>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr(
            "content.xml",
            f"<office:document-content {names}><office:body>{body}</office:body></office:document-content>",
        )
    return out.getvalue()


def repeated(words: str, rows: int, columns: int) -> bytes:
    cell = f'<table:table-cell office:value-type="string" table:number-columns-repeated="{columns}"><text:p>{words}'
    row = f'<table:table-row table:number-rows-repeated="{rows}">{cell}</text:p></table:table-cell></table:table-row>'
    return opendocument(row)


def whose_directory_lies() -> bytes:
    """900 MB of words, in a part that is said to have five thousand."""
    data = bytearray(sheet(lambda xml: xml.replace(b"819 555-0101", b"x" * 900_000_000)))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        local, real = archive.getinfo(SHEET).header_offset, archive.getinfo(SHEET).file_size.to_bytes(4, "little")
        entry = data.index(SHEET.encode(), archive.start_dir) - 46
    for at in (local + 22, entry + 24):
        assert data[at : at + 4] == real
        data[at : at + 4] = (5000).to_bytes(4, "little")
    return bytes(data)


NAMES = ("office", "table", "text")


def sheet(change: Callable[[bytes], bytes]) -> bytes:
    return rewritten(SHEET, change)


FILES: dict[str, tuple[Callable[[], bytes], str]] = {
    "a cell at the far corner": (lambda: sheet(lambda xml: xml.replace(b"</sheetData>", FAR)), "too-heavy"),
    "200 MB of spaces": (lambda: sheet(lambda xml: xml.replace(b"<sheetData>", b" " * 200_000_000)), "too-heavy"),
    "140 MB of words": (lambda: sheet(lambda xml: xml.replace(b"819 555-0101", b"x" * 140_000_000)), "too-heavy"),
    "900 MB said to be 5 kB": (whose_directory_lies, "broken"),
    "a word repeated everywhere": (lambda: repeated("x", 1_048_576, 16_384), "broken"),
    "a word repeated 16 million times": (lambda: repeated("x", 40_000, 400), "too-heavy"),
    "a long cell repeated 19,000 times": (lambda: repeated("y" * 30_000, 19_000, 1), "too-heavy"),
    "60,000 lines": (lambda: sheet(lambda xml: xml.replace(b"</sheetData>", MANY)), "too-long"),
    "entities in entities": (lambda: sheet(lambda xml: ENTITIES + xml.replace(b"819 555-0101", b"&i;")), "broken"),
    "half a workbook": (lambda: excel({"A": [HEADINGS, ROSE]})[:3000], "broken"),
    "a zip of nothing": (lambda: b"PK\x05\x06" + b"\0" * 18, "broken"),
    "an old Excel of nothing": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 4000, "broken"),
    "too many bytes": (lambda: b"x" * (MOST_BYTES + 1), "too-big"),
    "one long line": (lambda: b"nom;tel\n" + b"x" * 9_000_000, "long-cell"),
    "nine million separators": (lambda: b"nom;tel\n" + b";" * 9_000_000 + b"x", "too-heavy"),
    "a quote that never closes": (lambda: b'nom;tel\n"' + b"x;y\n" * 2_000_000, "long-cell"),
    "200,000 lines": (lambda: b"nom;tel\n" + b"x;819 555-0101\n" * 200_000, "too-long"),
    "tables in tables": (lambda: b"<html>" + b"<table><tr><td>" * 300_000, "is"),
    "a page of one cell": (lambda: b"<table><tr><td>" + b"x" * 9_000_000, "long-cell"),
    "bytes without sense": (lambda: bytes(range(256)) * 2000, "no-list"),
    "nothing": (lambda: b"", "empty"),
    "nulls": (lambda: b"\0" * 100_000, "empty"),
}
# A process of its own, whose memory is not already that of the files being made.
READER = """
import json, pathlib, resource, sys
from bot.lists.reading import read_list
from handlers.acting import Refused
told = {}
for path in map(pathlib.Path, sys.argv[1:]):
    content = path.read_bytes()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    try:
        read_list(content)
        why = ""
    except Refused as refused:
        why = refused.reason.id
    told[path.name] = [why, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before]
print(json.dumps(told))
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, int]]:
    """What the program says of each file, and the kilobytes that its memory grew by meanwhile."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, (make, _why) in FILES.items():
        (folder / name).write_bytes(make())
    paths = [str(folder / name) for name in FILES]
    done = subprocess.run([sys.executable, "-c", READER, *paths], cwd=ROOT, capture_output=True, text=True, check=True)
    said: dict[str, tuple[str, int]] = json.loads(done.stdout.splitlines()[-1])
    return said


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_ends_in_a_sentence_and_costs_the_program_nothing(
    told: dict[str, tuple[str, int]], name: str
) -> None:
    why, grown = told[name]
    assert why == f"people-file-{FILES[name][1]}"
    assert grown < GROWTH


OTHERS = {
    "pdf": b"%PDF-1.7 x",
    "picture": b"\x89PNG\r\n\x1a\n",
    "heic": b"\0\0\0\x18ftypheic",
    "archive": b"\x1f\x8b\x08",
    "word": b"{\\rtf1 x}",
    "page": b"<html><body>Bonjour</body></html>",
    "mail": b"MIME-Version: 1.0\r\nContent-Type: multipart/related; x",
}


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_no_list_is_called_by_its_name(name: str) -> None:
    with pytest.raises(Refused, match="people-file-is"):
        read_list(OTHERS[name])


@pytest.mark.parametrize(
    ("part", "kind"), [("word/document.xml", "document"), ("Index/Document.iwa", "numbers"), ("photo.jpg", "archive")]
)
def test_what_is_zipped_is_called_by_its_name(part: str, kind: str) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(part, "x")
    with pytest.raises(Refused, match="people-file-is") as refused:
        read_list(out.getvalue())
    assert refused.value.reason.args == {"kind": kind}


def test_a_workbook_with_a_password_is_said_to_have_one() -> None:
    protected = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(Refused, match="people-file-protected"):
        read_list(protected)
