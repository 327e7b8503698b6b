"""A file is fetched from its provider only, known by its content, stripped, and put where only this program reads."""

from __future__ import annotations

import base64
import hashlib
import io
import os
import socket
import stat
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult
from PIL import Image, PngImagePlugin

from bot.channels.contract import FileSource
from bot.channels.sms import Sms
from bot.channels.telegram import Telegram
from bot.media import LARGEST, FileHolder, MediaError, fetch, store
from bot.media_hosts import PublicOnly, is_public, next_address
from tests.bot.channels.provider import Answer, closed_port, cuts, provider, raw, says

SID = "AC" + "a" * 32
SECRET_PLACE = b"a secret place"


def picture(kind: str = "JPEG", *, marked: bool = False, size: tuple[int, int] = (40, 20)) -> bytes:
    out = io.BytesIO()
    drawn = Image.new("RGB", size, (200, 30, 30))
    exif = Image.Exif()
    if marked:
        exif[0x010E] = SECRET_PLACE.decode()
        exif[0x0112] = 6  # lying on its side
    note = PngImagePlugin.PngInfo()
    if marked:
        note.add_text("Comment", SECRET_PLACE.decode())
    drawn.save(out, kind, exif=exif, pnginfo=note, comment=SECRET_PLACE if marked and kind == "GIF" else b"")
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "mime", "suffix"),
    [
        (picture("JPEG"), "image/jpeg", ".jpg"),
        (picture("PNG"), "image/png", ".png"),
        (picture("WEBP"), "image/webp", ".webp"),
        (picture("GIF"), "image/png", ".png"),
        (b"OggS" + b"\0" * 40, "audio/ogg", ".ogg"),
        (b"#!AMR\n" + b"\0" * 40, "audio/amr", ".amr"),
        (b"ID3\x04" + b"\0" * 40, "audio/mpeg", ".mp3"),
        (b"\0\0\0\x20ftypM4A " + b"\0" * 40, "audio/mp4", ".m4a"),
        (b"%PDF-1.7\n" + b"x" * 40, "application/pdf", ".pdf"),
    ],
    ids=lambda value: value if isinstance(value, str) else "content",
)
def test_a_file_is_known_by_its_content(content: bytes, mime: str, suffix: str, tmp_path: Path) -> None:
    stored = store(content, tmp_path)
    kept = stored.path.read_bytes()
    assert (stored.mime, stored.path.suffix, stored.bytes) == (mime, suffix, len(kept))
    assert stored.path.stem == stored.sha256 == hashlib.sha256(kept).hexdigest()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"MZ\x90\0" + b"\0" * 100, "kind"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "kind"),
        (b"<html><script>", "kind"),
        (picture("PNG")[:50], "unreadable"),
        (picture("JPEG")[:200], "unreadable"),
        (b"x" * (LARGEST + 1), "too_large"),
        (picture("PNG", size=(8000, 8000)), "too_large"),
        (picture("BMP"), "kind"),
    ],
    ids=lambda value: value if isinstance(value, str) else "content",
)
def test_what_is_not_a_file_people_send_is_refused_for_good(content: bytes, reason: str, tmp_path: Path) -> None:
    with pytest.raises(MediaError) as refused:
        store(content, tmp_path)
    assert (refused.value.reason, refused.value.for_good, list(tmp_path.iterdir())) == (reason, True, [])


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_picture_keeps_its_image_and_loses_what_it_tells_of_its_author(kind: str, tmp_path: Path) -> None:
    marked = picture(kind, marked=True) + SECRET_PLACE
    stored = store(marked, tmp_path)
    kept = stored.path.read_bytes()
    assert SECRET_PLACE in marked
    assert SECRET_PLACE not in kept
    with Image.open(io.BytesIO(kept)) as drawn:
        assert not drawn.getexif()
        assert drawn.size == ((40, 20) if kind == "GIF" else (20, 40))  # set upright before the mark was lost


def test_the_same_picture_sent_twice_is_one_file_that_this_program_alone_reads(tmp_path: Path) -> None:
    folder = tmp_path / "media"
    first, second = store(picture(), folder), store(picture(), folder)
    assert first == second
    assert [path.name for path in folder.iterdir()] == [first.path.name]
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(first.path.stat().st_mode) == 0o600


def test_a_folder_that_cannot_be_written_is_a_passing_error(tmp_path: Path) -> None:
    (tmp_path / "media").write_text("not a folder")
    with pytest.raises(MediaError) as refused:
        store(picture(), tmp_path / "media")
    assert (refused.value.reason, refused.value.for_good) == ("disk", False)


class Lying:
    """A holder whose file is where the test says."""

    def __init__(self, url: str, headers: dict[str, str] | None = None) -> None:
        self.source = FileSource(url, headers or {})

    async def locate(self, reference: str) -> FileSource:
        return self.source


async def test_twilio_s_file_is_fetched_with_credentials_that_do_not_follow_its_redirect(tmp_path: Path) -> None:
    async with provider(raw(picture(), content_type="image/jpeg")) as cdn, provider() as twilio:
        twilio.answer(raw(b"", 307, Location=f"{cdn.url}/signed?x=1"))
        holder = Sms(SID, "secret", twilio.url, sender="+18195550100")
        stored = await fetch(holder, f"{twilio.url}/2010-04-01/Accounts/{SID}/Messages/MM1/Media/ME1", tmp_path)
    expected = "Basic " + base64.b64encode(f"{SID}:secret".encode()).decode()
    assert stored.mime == "image/jpeg"
    assert twilio.asked[0].headers["Authorization"] == expected
    assert "Authorization" not in cdn.asked[0].headers


@pytest.mark.parametrize(
    "elsewhere",
    [
        "http://169.254.169.254/latest",
        "https://api.twilio.com.example.org/x",
        "http://api.twilio.com/x",
        "https://api.twilio.com:444/x",
        "https://api.twilio.com@example.org/x",
        "file:///etc/passwd",
        "",
    ],
)
async def test_credentials_never_go_to_another_host(elsewhere: str, tmp_path: Path) -> None:
    holder = Sms(SID, "secret", "https://api.twilio.com", sender="+18195550100")
    with pytest.raises(MediaError) as refused:
        await fetch(holder, elsewhere, tmp_path)
    assert refused.value.for_good


async def test_telegram_s_file_is_asked_for_then_fetched(tmp_path: Path) -> None:
    async def answer(request: web.Request) -> web.StreamResponse:
        if request.path.endswith("/getFile"):
            found = {"file_id": "f", "file_unique_id": "u", "file_path": "photos/1.jpg"}
            return await says({"ok": True, "result": found})(request)
        return await raw(picture(), content_type="image/jpeg")(request)

    async with provider(answer) as server:
        holder = Telegram("1:abc", server.url)
        stored = await fetch(holder, "f", tmp_path)
        await holder.close()
    assert stored.mime == "image/jpeg"
    assert [asked.path for asked in server.asked] == ["/bot1:abc/getFile", "/file/bot1:abc/photos/1.jpg"]


@pytest.mark.parametrize(
    ("description", "for_good"),
    [
        ("Bad Request: file is too big", True),
        ("Bad Request: wrong file_id or the file is temporarily unavailable", False),
    ],
)
async def test_a_file_telegram_does_not_give(description: str, for_good: bool, tmp_path: Path) -> None:
    async with provider(says({"ok": False, "error_code": 400, "description": description}, 400)) as server:
        holder = Telegram("1:abc", server.url)
        with pytest.raises(MediaError) as refused:
            await fetch(holder, "f", tmp_path)
        await holder.close()
    assert refused.value.for_good is for_good


async def endless(request: web.Request) -> web.StreamResponse:
    answer = web.StreamResponse()
    await answer.prepare(request)
    while True:
        await answer.write(b"x" * 100_000)


@pytest.mark.parametrize(
    ("answer", "reason", "for_good"),
    [
        (raw(b"", 404), "not_yet", False),
        (raw(b"", 403), "not_yet", False),
        (raw(b"", 429), "not_yet", False),
        (raw(b"", 410), "gone", True),
        (raw(b"", 500), "server", False),
        (raw(b""), "empty", True),
        (cuts, "network", False),
        (endless, "too_large", True),
        (raw(b"", 302), "elsewhere", True),
        (raw(b"", 302, Location="http://example.org/x"), "elsewhere", True),
        (raw(b"", 302, Location="https://169.254.169.254/x"), "elsewhere", True),
        (raw(b"", 302, Location="file:///etc/passwd"), "elsewhere", True),
        (raw(b"", 302, Location="/round"), "elsewhere", True),
    ],
)
async def test_what_breaks_says_whether_to_try_again(
    answer: Answer, reason: str, for_good: bool, tmp_path: Path
) -> None:
    async with provider(answer) as server:
        holder: FileHolder = Lying(f"{server.url}/file")
        with pytest.raises(MediaError) as refused:
            await fetch(holder, "x", tmp_path)
    assert (refused.value.reason, refused.value.for_good) == (reason, for_good)
    assert os.listdir(tmp_path) == []


async def test_a_provider_that_cannot_be_reached_is_a_passing_error(tmp_path: Path) -> None:
    with pytest.raises(MediaError) as refused:
        await fetch(Lying(await closed_port()), "x", tmp_path)
    assert (refused.value.reason, refused.value.for_good) == ("network", False)


REAL = "https://api.twilio.com/a"
ELSEWHERE = [
    "",
    "http://127.0.0.1/x",
    "https://127.0.0.1/x",
    "https://127.1/x",
    "https://0x7f.1/x",
    "https://2130706433/x",
    "https://017700000001/x",
    "https://localhost/x",
    "https://localhost./x",
    "https://LOCALHOST/x",
    "https://[::1]/x",
    "https://[::ffff:127.0.0.1]/x",
    "https://169.254.169.254/latest",
    "https://10.0.0.8/x",
    "https://media.example/x",
    "https://mms.twiliocdn.com.example.org/x",
    "https://mms.twiliocdn.com./x",
    "https://twiliocdn.com@example.org/x",
    "https://api.twilio.com:444/x",
    "https://user@mms.twiliocdn.com/x",
    "http://mms.twiliocdn.com/x",
    "https://evil-twiliocdn.com/x",
    "https://s3.evil.org/amazonaws.com",
    "https://ec2-10-0-0-8.compute-1.amazonaws.com/x",
    "file:///etc/passwd",
    "//169.254.169.254/x",
    "https://[bad/x",
    "https://api.twilio.com:x/",
]


@pytest.mark.parametrize("location", ELSEWHERE)
def test_a_redirect_leads_only_where_a_provider_keeps_its_files(location: str) -> None:
    assert next_address(REAL, location, REAL) is None


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("https://mms.twiliocdn.com/AC1/ME1?Expires=1", "https://mms.twiliocdn.com/AC1/ME1?Expires=1"),
        ("https://media.us1.twilio.com/x", "https://media.us1.twilio.com/x"),
        ("https://s3-external-1.amazonaws.com/media.twiliocdn.com/x", None),
        ("https://bucket.s3.us-east-1.amazonaws.com/x", None),
        ("/moved", "https://api.twilio.com/moved"),
        ("https://MMS.twiliocdn.com/x", None),
    ],
)
def test_a_redirect_to_a_store_of_the_provider_is_followed(location: str, target: str | None) -> None:
    assert next_address(REAL, location, REAL) == (target or location)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("54.172.60.0", True),
        ("2600:1f18::1", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
        ("::127.0.0.1", False),
        ("::ffff:0:127.0.0.1", False),
        ("64:ff9b:1::7f00:1", False),
        ("64:ff9b::36ac:3c00", True),
        ("fec0::1", False),
        ("192.0.0.8", False),
        ("nonsense", False),
    ],
)
def test_an_address_is_public_or_it_is_not(address: str, public: bool) -> None:
    assert is_public(address) is public


class Names(AbstractResolver):
    """Every name leads to one address, as in a zone whose owner turned it."""

    def __init__(self, address: str) -> None:
        self.address = address

    async def resolve(self, host: str, port: int = 0, family: Any = socket.AF_INET) -> list[ResolveResult]:
        return [ResolveResult(hostname=host, host=self.address, port=port, family=family, proto=0, flags=0)]

    async def close(self) -> None: ...


async def test_a_store_whose_name_leads_into_our_network_is_not_asked() -> None:
    with pytest.raises(OSError, match="no public address"):
        await PublicOnly(REAL, Names("10.0.0.8")).resolve("mms.twiliocdn.com", 443)
    with pytest.raises(OSError, match="no public address"):
        await PublicOnly(REAL, Names("127.0.0.1")).resolve("api.twilio.com", 443)
    assert await PublicOnly(REAL, Names("54.172.60.0")).resolve("mms.twiliocdn.com", 443)


async def test_a_server_of_our_own_that_the_settings_name_may_be_on_our_network() -> None:
    own = PublicOnly("https://bot-api.internal:8081/file", Names("10.0.0.8"))
    assert await own.resolve("bot-api.internal", 8081)
    with pytest.raises(OSError, match="no public address"):
        await own.resolve("mms.twiliocdn.com", 443)
