"""What a sound or a paper tells of its author and of places, and what it would do: taken out, the rest is left.

Pictures are drawn again elsewhere. A paper is opened in a process of its own (`python -m bot.cleaned`): a small one may
unfold into gigabytes.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from bot.confined import Overwhelmed, asked_of_child, confine

if TYPE_CHECKING:
    pass

MEMORY, SECONDS, PATIENCE = 500_000_000, 20, 120.0
LARGEST: Final = 5_000_000  # bytes, as bot/media.py fetches them

# Boxes of an MP4 in which others stand, and those that say something of whoever made it (ISO/IEC 14496-12, 8.1, 8.10;
# "uuid" holds XMP).
INSIDE: Final = frozenset({b"moov", b"trak", b"mdia", b"minf", b"stbl", b"edts", b"moof", b"traf", b"mvex"})
TELLING: Final = frozenset({b"udta", b"meta", b"uuid", b"free", b"skip", b"wide"})
DATED: Final = frozenset({b"mvhd", b"tkhd", b"mdhd"})  # the hour of the recording
# What a PDF's objects say of who made them, when, with what; and what they would do when it is opened or touched.
# ISO 32000-1, 7.7, 12.6 and 14.3
TOLD: Final = (
    "/Metadata",
    "/PieceInfo",
    "/LastModified",
    "/CreationDate",
    "/ModDate",
    "/Author",
    "/Creator",
    "/Producer",
)
DONE: Final = (
    "/OpenAction",
    "/AA",
    "/A",
    "/JS",
    "/JavaScript",
    "/EmbeddedFiles",
    "/EF",
    "/AF",
    "/RichMediaContent",
    "/XFA",
)
OF_A_REMARK: Final = ("/T", "/M", "/NM")  # who wrote it, and when; the words are for whoever reads
# What no library could open and none of these stands in says nothing of anybody.
SIGNS: Final[dict[str, tuple[bytes, ...]]] = {
    "audio/ogg": (b"vorbis", b"OpusTags", b"Speex", b"FLAC"),
    "audio/mp4": (b"udta", b"meta", b"uuid", b"mvhd", b"ilst"),
    "audio/mpeg": (b"TAG", b"APETAGEX"),
    "application/pdf": (b"obj",),
}


class CannotClean(Exception):
    """It is not what its first bytes say, or hides too well what it holds."""


def cleaned(mime: str, content: bytes) -> bytes:
    """The same file, saying nothing more than what one hears or reads. Raises CannotClean."""
    signs = SIGNS.get(mime)
    if signs is None:
        return content  # AMR holds nothing but sound
    try:
        if mime == "application/pdf":
            return asked_of_child("bot.cleaned", content, patience=PATIENCE)
        return without_telling_boxes(content) if mime == "audio/mp4" else _without_tags(content)
    except (CannotClean, Overwhelmed, ValueError, IndexError, OSError) as error:
        if any(sign in content for sign in signs):
            raise CannotClean(type(error).__name__) from None
        return content


def _without_tags(content: bytes) -> bytes:
    """An MP3 or an Ogg without its tags, whoever wrote them: ID3 at both ends, APE, Vorbis comments."""
    import mutagen
    from mutagen.apev2 import delete as delete_ape
    from mutagen.id3 import delete as delete_id3

    file = io.BytesIO(content)
    try:
        if content.startswith(b"OggS"):
            opened = mutagen.File(file)
            if opened is None:
                raise CannotClean("ogg")
            file.seek(0)
            opened.delete(file)
        else:
            for delete in (delete_ape, delete_id3):
                file.seek(0)
                delete(file)
    except mutagen.MutagenError as error:
        raise CannotClean(type(error).__name__) from None
    return file.getvalue()


def without_telling_boxes(content: bytes) -> bytes:
    """An MP4 whose telling boxes are empty: as long as before, for what points into it. Raises ValueError."""
    kept = bytearray(content)
    for kind, start, end in _boxes(content, 0, len(content)):
        if kind in TELLING:
            kept[start - 4 : start] = b"free"
            kept[start:end] = bytes(end - start)
        elif kind in DATED:
            wide = 16 if content[start] == 1 else 8  # two dates, of 8 or 4 bytes, after the version and the flags
            kept[start + 4 : start + 4 + wide] = bytes(wide)
    return bytes(kept)


def _boxes(content: bytes, start: int, end: int, deep: int = 0) -> Iterator[tuple[bytes, int, int]]:
    """(kind, where its content begins, where it ends), those inside others too."""
    while start + 8 <= end:
        size, kind, head = int.from_bytes(content[start : start + 4], "big"), content[start + 4 : start + 8], 8
        if size == 1:
            size, head = int.from_bytes(content[start + 8 : start + 16], "big"), 16
        if size == 0:
            size = end - start
        if size < head or start + size > end:
            raise ValueError("a box that ends elsewhere")
        if head == 16 and kind in TELLING:
            raise ValueError("a box of a size that none has")
        yield kind, start + head, start + size
        if kind in INSIDE and deep < 8:
            yield from _boxes(content, start + head, start + size, deep + 1)
        start += size


def without_author(content: bytes) -> bytes:
    """A PDF with its pages, and nothing of who made it nor anything that it would do. Raises ValueError."""
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            if not len(pdf.pages):
                raise ValueError("no page")
            for key in ("/Info", "/ID"):
                if key in pdf.trailer:
                    del pdf.trailer[key]
            for one in pdf.objects:
                _clean(one, pikepdf)
            out = io.BytesIO()
            pdf.save(out, static_id=True, fix_metadata_version=False, encryption=False)
            return out.getvalue()
    except pikepdf.PdfError as error:
        raise ValueError(type(error).__name__) from None


def _clean(one: Any, pikepdf: Any, deep: int = 0) -> None:
    """An object and those that stand directly in it; those that it names are visited by themselves."""
    if isinstance(one, pikepdf.Array):
        inside = list(one)
    elif isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)):
        gone = [*TOLD, *DONE] + (list(OF_A_REMARK) if _is_remark(one) else [])
        for key in gone:
            if key in one:
                del one[key]
        if isinstance(one, pikepdf.Stream) and one.get("/Filter") == "/DCTDecode":
            one.write(without_segments(one.read_raw_bytes()), filter=pikepdf.Name.DCTDecode)
        inside = [value for _, value in one.items()]
    else:
        return
    for value in inside:
        if isinstance(value, (pikepdf.Array, pikepdf.Dictionary)) and not value.is_indirect and deep < 50:
            _clean(value, pikepdf, deep + 1)


def _is_remark(one: Any) -> bool:
    """An annotation that is no field of a form (whose /T is its name) and no link."""
    subtype = one.get("/Subtype")
    return "/Rect" in one and subtype is not None and str(subtype) not in ("/Widget", "/Link")


def without_segments(picture: bytes) -> bytes:
    """A JPEG without its remarks and what its maker added: EXIF, XMP, place. Its colours (APP14) stay.

    Raises ValueError. https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.1.1
    """
    if picture[:2] != b"\xff\xd8":
        raise ValueError("no JPEG")
    kept, at = bytearray(picture[:2]), 2
    while picture[at] == 0xFF and picture[at + 1] != 0xDA:
        marker, end = picture[at + 1], at + 2 + int.from_bytes(picture[at + 2 : at + 4], "big")
        if marker == 0xFF:
            at += 1
            continue
        if not (0xE1 <= marker <= 0xED or marker in (0xEF, 0xFE)):
            kept += picture[at:end]
        at = end
    return bytes(kept + picture[at:])


def main() -> None:
    """A PDF on the standard input, the same without its author on the standard output."""
    confine(MEMORY, SECONDS)
    sys.stdout.buffer.write(without_author(sys.stdin.buffer.read(LARGEST + 1)))


if __name__ == "__main__":
    main()
