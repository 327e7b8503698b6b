"""What people send says nothing of who made it, where, when, nor does anything when it is opened."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pikepdf
import pytest
from mutagen.apev2 import APEv2
from mutagen.id3 import COMM, ID3, TIT2, TPE1
from mutagen.oggopus import OggOpus
from PIL import Image

from bot.cleaned import MEMORY, CannotClean, cleaned
from bot.media import MediaError, store

SECRET = "Rose of the secret place"
HIDDEN = SECRET.encode()
SOUND = b"\xff\xfb\x90\x00" + b"sound" * 82 + b"\0\0\0"  # one frame at 128 kb/s


def box(kind: bytes, *parts: bytes) -> bytes:
    content = b"".join(parts)
    return struct.pack(">I", 8 + len(content)) + kind + content


def mp4(brand: bytes = b"M4A ") -> bytes:
    """A sound with its author's name, where it was recorded and when, each where phones put them."""
    dates = struct.pack(">II", 3_900_000_001, 3_900_000_002)
    head = box(b"mvhd", b"\0\0\0\0", dates, b"r" * 84)
    place = box(b"udta", box(b"\xa9xyz", HIDDEN), box(b"meta", b"\0\0\0\0", box(b"ilst", box(b"\xa9ART", HIDDEN))))
    track = box(b"trak", box(b"tkhd", b"\0\0\0\7", dates, b"t" * 72), box(b"udta", box(b"name", HIDDEN)))
    whole = box(b"moov", head, track, place, box(b"meta", HIDDEN))
    return box(b"ftyp", brand, b"\0\0\2\0") + whole + box(b"uuid", HIDDEN) + box(b"free", HIDDEN) + box(b"mdat", SOUND)


def page(packets: list[bytes], number: int, flags: int) -> bytes:
    lacing = b"".join(b"\xff" * (len(one) // 255) + bytes([len(one) % 255]) for one in packets)
    head = struct.pack("<4sBBqIIIB", b"OggS", 0, flags, 960 * number, 77, number, 0, len(lacing))
    whole = head + lacing + b"".join(packets)
    return whole[:22] + struct.pack("<I", ogg_crc(whole)) + whole[26:]


def ogg_crc(whole: bytes) -> int:
    """https://www.rfc-editor.org/rfc/rfc3533, 6"""
    found = 0
    for byte in whole:
        found ^= byte << 24
        for _ in range(8):
            found = (found << 1 ^ (0x04C11DB7 if found & 1 << 31 else 0)) & 0xFFFFFFFF
    return found


def ogg() -> bytes:
    head = b"OpusHead\1\1\x38\1\x80\xbb\0\0\0\0\0"
    said = struct.pack("<8sI4sI", b"OpusTags", 4, b"test", 0)
    file = io.BytesIO(page([head], 0, 2) + page([said], 1, 0) + page([b"\xfc" + b"sound" * 9], 2, 4))
    tagged = OggOpus(file)
    tagged["artist"] = SECRET
    tagged["location"] = SECRET
    file.seek(0)
    tagged.save(file)
    return file.getvalue()


def mp3(*, ape: bool = False, at_the_end: bool = False) -> bytes:
    file = io.BytesIO(SOUND * 20)
    tags = ID3()
    tags.add(TPE1(encoding=3, text=SECRET))
    tags.add(TIT2(encoding=3, text=SECRET))
    tags.add(COMM(encoding=3, lang="fra", desc="place", text=SECRET))
    tags.save(file, v1=2 if at_the_end else 0)
    if ape:
        more = APEv2()
        more["Artist"] = SECRET
        file.seek(0)
        more.save(file)
    return file.getvalue()


def photo() -> bytes:
    exif = Image.Exif()
    exif[0x010E] = SECRET
    out = io.BytesIO()
    Image.new("RGB", (20, 20), (9, 9, 200)).save(out, "JPEG", exif=exif, comment=HIDDEN)
    return out.getvalue()


def pdf(*, packed: bool = True) -> bytes:
    """A page with a photo and a remark; its author in each place where programs write it; scripts; a file within."""
    with pikepdf.new() as made:
        sheet = made.add_blank_page()
        of_image = {"Type": pikepdf.Name.XObject, "Subtype": pikepdf.Name.Image, "Filter": pikepdf.Name.DCTDecode}
        size = {"Width": 20, "Height": 20, "BitsPerComponent": 8, "ColorSpace": pikepdf.Name.DeviceRGB}
        image = made.make_stream(photo(), pikepdf.Dictionary(**of_image, **size))
        sheet.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im=image))
        sheet.Contents = made.make_stream(b"q 200 0 0 200 0 0 cm /Im Do Q % the words of the page")
        script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=f"app.alert('{SECRET}')")
        remark = {"Type": pikepdf.Name.Annot, "Subtype": pikepdf.Name.Text, "Rect": [0, 0, 9, 9], "T": SECRET}
        sheet.obj["/Annots"] = pikepdf.Array([pikepdf.Dictionary(**remark, Contents="a remark", A=script)])
        sheet.obj["/AA"] = pikepdf.Dictionary(O=made.make_indirect(script))
        sheet.obj["/PieceInfo"] = pikepdf.Dictionary(Program=pikepdf.Dictionary(Private=SECRET))
        made.Root.OpenAction = made.make_indirect(script)
        made.Root.Names = pikepdf.Dictionary(JavaScript=pikepdf.Dictionary(Names=["x", made.make_indirect(script)]))
        made.docinfo["/Author"] = SECRET
        with made.open_metadata() as said:
            said["dc:creator"] = [SECRET]
        made.attachments["within.txt"] = HIDDEN
        out = io.BytesIO()
        made.save(out, compress_streams=packed)
    return out.getvalue()


def laid_open(content: bytes) -> bytes:
    """Nothing packed, so that every word shows."""
    with pikepdf.open(io.BytesIO(content)) as opened:
        out = io.BytesIO()
        every = pikepdf.StreamDecodeLevel.specialized
        disable = pikepdf.ObjectStreamMode.disable
        opened.save(out, object_stream_mode=disable, compress_streams=False, stream_decode_level=every)
    return out.getvalue()


SOUNDS = {
    "m4a": ("audio/mp4", mp4()),
    "3gp": ("audio/mp4", mp4(b"3gp4")),
    "ogg": ("audio/ogg", ogg()),
    "mp3": ("audio/mpeg", mp3()),
    "mp3 with ape": ("audio/mpeg", mp3(ape=True)),
    "mp3 with an old tag": ("audio/mpeg", mp3(at_the_end=True)),
}


@pytest.mark.parametrize("kind", SOUNDS)
def test_a_sound_keeps_its_sound_and_tells_nothing_of_its_author(kind: str, tmp_path: Path) -> None:
    mime, content = SOUNDS[kind]
    assert HIDDEN in content
    stored = store(content, tmp_path)
    kept = stored.path.read_bytes()
    assert stored.mime == mime
    assert b"sound" * 9 in kept
    assert b"Rose" not in kept
    assert b"secret" not in kept


def test_a_sound_of_a_phone_does_not_say_when_it_was_recorded_and_what_points_into_it_still_does() -> None:
    content = mp4()
    kept = cleaned("audio/mp4", content)
    assert struct.pack(">I", 3_900_000_001) not in kept
    assert len(kept) == len(content)
    assert kept.index(b"mdat") == content.index(b"mdat")


def test_a_voice_note_still_opens() -> None:
    opened = OggOpus(io.BytesIO(cleaned("audio/ogg", ogg())))
    assert dict(opened) == {}


@pytest.mark.parametrize("packed", [True, False])
def test_a_paper_keeps_its_pages_and_tells_nothing_of_its_author_nor_does_anything(
    packed: bool, tmp_path: Path
) -> None:
    assert laid_open(pdf(packed=packed)).count(HIDDEN) >= 6
    kept = laid_open(store(pdf(packed=packed), tmp_path).path.read_bytes())
    for gone in (HIDDEN, b"Rose", b"JavaScript", b"OpenAction", b"/AA", b"Author", b"within.txt", b"EmbeddedFile"):
        assert gone not in kept, gone
    for stays in (b"the words of the page", b"a remark", b"/DCTDecode"):
        assert stays in kept
    with pikepdf.open(io.BytesIO(kept)) as opened:
        image = pikepdf.PdfImage(opened.pages[0].Resources.XObject.Im).as_pil_image()
        assert image.size == (20, 20)


def test_a_paper_that_opens_without_a_password_is_cleaned_and_one_that_needs_it_is_refused(tmp_path: Path) -> None:
    for password, opens in (("", True), ("secret", False)):
        out = io.BytesIO()
        with pikepdf.open(io.BytesIO(pdf())) as opened:
            opened.save(out, encryption=pikepdf.Encryption(owner="owner", user=password))
        if opens:
            assert HIDDEN not in laid_open(store(out.getvalue(), tmp_path).path.read_bytes())
        else:
            with pytest.raises(MediaError, match="unreadable"):
                store(out.getvalue(), tmp_path)


@pytest.mark.parametrize(
    ("mime", "content"),
    [
        ("application/pdf", pdf()[:700]),
        ("audio/mp4", box(b"ftyp", b"M4A ") + struct.pack(">I", 4000) + b"moov" + box(b"udta", HIDDEN)),
        ("audio/mp4", box(b"ftyp", b"M4A ") + struct.pack(">I4sQ", 1, b"udta", 16 + len(HIDDEN)) + HIDDEN),
        ("audio/ogg", ogg()[:60] + b"OpusTags" + HIDDEN),
    ],
    ids=["a paper that was cut", "a box that ends elsewhere", "a box of a size that none has", "pages that are none"],
)
def test_what_hides_too_well_what_it_holds_is_refused(mime: str, content: bytes) -> None:
    with pytest.raises(CannotClean):
        cleaned(mime, content)


def test_a_paper_made_to_fill_the_memory_ends_a_child_alone() -> None:
    """A few hundred kilobytes that unfold into more than the child may take."""
    packed = zlib.compress(b"1 0 " * (MEMORY // 2), 9)
    objects = b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    stream = b"3 0 obj<</Type/ObjStm/N 9/First 4/Filter/FlateDecode/Length %d>>stream\n" % len(packed)
    table = b"4 0 obj<</Type/XRef/Size 9/W[1 4 2]/Root 1 0 R/Length 63>>stream\n"
    entries = b"".join(struct.pack(">BIH", 2, 3, n) for n in range(9))
    start = len(b"%PDF-1.7\n") + len(objects) + len(stream) + len(packed) + len(b"\nendstream endobj\n")
    body = objects + stream + packed + b"\nendstream endobj\n" + table + entries + b"\nendstream endobj\n"
    with pytest.raises(CannotClean):
        cleaned("application/pdf", b"%PDF-1.7\n" + body + b"startxref\n%d\n%%%%EOF" % start)
