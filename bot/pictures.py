"""`python -m bot.pictures`: a picture on the standard input, the same drawn again on the standard output.

Place, date, camera and whatever hides behind the image stay behind. A line of JSON comes first: what it is, or why it
is refused. A small file may unfold into gigabytes: its size is looked at before anything is decoded, and the process
has a little memory for what lies about it.
"""

from __future__ import annotations

import io
import json
import sys
from typing import Final

from PIL import Image, ImageOps, UnidentifiedImageError

from bot.confined import confine

MEMORY: Final = 300_000_000  # bytes of address space
SECONDS: Final = 20  # of processor
LARGEST: Final = 5_000_000  # bytes
DECODED: Final = 16_000_000  # pixels: four bytes each
# A photo of a recent phone is larger: a JPEG that is read from top to bottom is decoded at a half of it, or less.
LARGEST_JPEG: Final = 64_000_000
LARGEST_WEBP: Final = 6_000_000  # its library holds three pictures at a time
SMALLER: Final = (1, 2, 4, 8)

# Pillow's name of a format -> (mime, format written, suffix). A moving picture keeps its first frame.
PICTURES: Final[dict[str, tuple[str, str, str]]] = {
    "JPEG": ("image/jpeg", "JPEG", ".jpg"),
    "MPO": ("image/jpeg", "JPEG", ".jpg"),
    "PNG": ("image/png", "PNG", ".png"),
    "WEBP": ("image/webp", "WEBP", ".webp"),
    "GIF": ("image/png", "PNG", ".png"),
}
OPENED: Final = ("JPEG", "PNG", "WEBP", "GIF")  # JPEG opens MPO, a phone's double picture


class PictureRefused(Exception):
    """`reason`: a code of bot/media.py."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def drawn_again(content: bytes) -> tuple[str, str, bytes]:
    """(mime, suffix, content). Raises Refused."""
    if webp_pixels(content) > LARGEST_WEBP:  # its library takes the memory for it as soon as it is opened
        raise PictureRefused("too_large")
    try:
        with Image.open(io.BytesIO(content), formats=OPENED) as opened:
            mime, written, suffix = PICTURES[str(opened.format)]
            _make_small(opened)
            ImageOps.exif_transpose(opened, in_place=True)
            mode = _mode(opened, written)
            plain = opened if opened.mode == mode else opened.convert(mode)
            plain.info = {}
            out = io.BytesIO()
            plain.save(out, written, **({"quality": 90} if written != "PNG" else {"optimize": False}))
    except PictureRefused:
        raise
    except UnidentifiedImageError:
        raise PictureRefused("kind") from None
    except Image.DecompressionBombError:
        raise PictureRefused("too_large") from None
    except Exception:  # a hostile or broken file makes Pillow raise almost anything
        raise PictureRefused("unreadable") from None
    return mime, suffix, out.getvalue()


def webp_pixels(content: bytes) -> int:
    """Pixels that a WebP announces; 0 of anything else. https://developers.google.com/speed/webp/docs/riff_container"""
    if content[:4] != b"RIFF" or content[8:12] != b"WEBP":
        return 0
    kind, head = content[12:16], content[20:30]
    if kind == b"VP8X":
        width, height = (1 + int.from_bytes(head[at : at + 3], "little") for at in (4, 7))
    elif kind == b"VP8L":
        bits = int.from_bytes(head[1:5], "little")
        width, height = 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    else:
        width, height = (int.from_bytes(head[at : at + 2], "little") & 0x3FFF for at in (6, 8))
    return width * height


def _make_small(opened: Image.Image) -> None:
    """Before anything is decoded: what would take too much is refused, or read at a part of its size."""
    pixels = opened.width * opened.height
    if pixels <= DECODED:
        return
    whole_at_once = opened.format not in ("JPEG", "MPO") or opened.info.get("progressive")
    if whole_at_once or pixels > LARGEST_JPEG:
        raise PictureRefused("too_large")
    part = next(part for part in SMALLER if pixels / part**2 <= DECODED)
    opened.draft(None, (opened.width // part, opened.height // part))


def _mode(picture: Image.Image, written: str) -> str:
    transparent = picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info
    if written != "JPEG" and transparent:
        return "RGBA"
    return "L" if picture.mode in ("1", "L") else "RGB"


def main() -> None:
    confine(MEMORY, SECONDS)
    said, drawn = {}, b""
    try:
        mime, suffix, drawn = drawn_again(sys.stdin.buffer.read(LARGEST + 1))
        said = {"mime": mime, "suffix": suffix}
    except PictureRefused as refused:
        said = {"refused": refused.reason}
    sys.stdout.buffer.write(json.dumps(said).encode() + b"\n" + drawn)


if __name__ == "__main__":
    main()
