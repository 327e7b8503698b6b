"""Pictures made to fill a machine: weighed before they are decoded, decoded by a child, tried a few times at most."""

from __future__ import annotations

import io
import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image
from sqlalchemy import select, update

from bot.channels.contract import FileSource
from bot.channels.telegram import Telegram
from bot.media_job import DELAYS, MOST_ATTEMPTS
from bot.pictures import DECODED, PictureRefused, drawn_again, webp_pixels
from db.conversations import StoredFile
from messages import Kind, Media
from tests.bot.test_lists import Desk, desk
from tests.support.people import settle_in
from tests.support.phones import Phone
from tests.support.sources import ROOT

__all__ = ["desk"]
GROWTH = 30_000  # kilobytes that the program may take while a child decodes


def picture(kind: str, size: tuple[int, int], mode: str = "RGB", **more: object) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size).save(out, kind, **more)
    return out.getvalue()


BOMBS = {
    "a WebP of 6300 x 6300": (lambda: picture("WEBP", (6300, 6300)), "too_large"),
    "a WebP without loss": (lambda: picture("WEBP", (6300, 6300), lossless=True), "too_large"),
    "a PNG of 100 million pixels": (lambda: picture("PNG", (10_000, 10_000), "1"), "too_large"),
    "a GIF of 60,000 x 60,000": (lambda: _of_size(picture("GIF", (10, 10), "P"), 6, 60_000), "too_large"),
    "a JPEG of 60,000 x 60,000": (lambda: _of_size(picture("JPEG", (16, 16)), None, 60_000), "too_large"),
    "a JPEG that comes by layers": (lambda: picture("JPEG", (8000, 6000), progressive=True), "too_large"),
    "a TIFF": (lambda: picture("TIFF", (4000, 4000), "1", compression="group4"), "kind"),
    "a HEIC": (lambda: b"\0\0\0\x18ftypheic" + b"\0" * 1000, "kind"),
}


def _of_size(content: bytes, at: int | None, side: int) -> bytes:
    """The same picture, whose header says that it is larger. `at`: where; None: in a JPEG."""
    changed = bytearray(content)
    if at is None:
        at = changed.index(b"\xff\xc0") + 5
        changed[at : at + 4] = side.to_bytes(2, "big") * 2
    else:
        changed[at : at + 4] = side.to_bytes(2, "little") * 2
    return bytes(changed)


KEEPER = """
import json, pathlib, resource, sys
from bot.media import MediaError, store
folder = pathlib.Path(sys.argv[1])
told = {}
for path in sorted(folder.iterdir()):
    content = path.read_bytes()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    try:
        store(content, folder.parent / "media")
        why = ""
    except MediaError as error:
        why = error.reason
    told[path.name] = [why, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before]
print(json.dumps(told))
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, int]]:
    """What the program says of each picture, and the kilobytes that its memory grew by meanwhile."""
    folder = tmp_path_factory.mktemp("pictures") / "sent"
    folder.mkdir()
    for name, (make, _why) in BOMBS.items():
        (folder / name).write_bytes(make())
    command = [sys.executable, "-c", KEEPER, str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    said: dict[str, tuple[str, int]] = json.loads(done.stdout.splitlines()[-1])
    return said


@pytest.mark.parametrize("name", BOMBS)
def test_a_picture_made_to_fill_a_machine_costs_the_program_nothing(
    told: dict[str, tuple[str, int]], name: str
) -> None:
    why, grown = told[name]
    assert why == BOMBS[name][1]
    assert grown < GROWTH


def test_a_photo_of_fifty_million_pixels_is_kept_smaller() -> None:
    mime, _suffix, content = drawn_again(picture("JPEG", (8160, 6120)))
    with Image.open(io.BytesIO(content)) as kept:
        assert (mime, kept.size) == ("image/jpeg", (4080, 3060))


def test_a_photo_of_twelve_million_pixels_is_kept_as_it_is() -> None:
    _mime, _suffix, content = drawn_again(picture("JPEG", (4000, 3000)))
    with Image.open(io.BytesIO(content)) as kept:
        assert kept.size == (4000, 3000)
        assert kept.width * kept.height <= DECODED


@pytest.mark.parametrize("more", [{}, {"lossless": True}, {"exif": b"Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0"}])
def test_what_a_webp_announces_is_read_without_opening_it(more: dict[str, object]) -> None:
    assert webp_pixels(picture("WEBP", (300, 200), **more)) == 60_000
    assert webp_pixels(picture("PNG", (300, 200))) == 0


def test_what_is_no_picture_is_refused_by_its_name() -> None:
    with pytest.raises(PictureRefused, match="kind"):
        drawn_again(b"RIFF\x10\0\0\0WAVEfmt ")


# -- the job ---------------------------------------------------------------------------------------------------------


class Killed(BaseException):
    """The process ends here: nothing after it runs."""


async def rose_with_a_photo(desk: Desk) -> Phone:
    rose = desk.town.telegram("2002")
    await settle_in(desk.town, rose, "Rose")
    await send_photo(desk, rose)
    return rose


async def send_photo(desk: Desk, phone: Phone) -> None:
    media = Media(desk.sim.telegram.store(picture("PNG", (20, 10)), "photo"), "image/png", 100)
    await desk.town.receive(phone, Kind.PHOTO, media=(media,))


async def attempts(desk: Desk) -> tuple[str, int]:
    async with desk.town.database.read() as session:
        row = (await session.scalars(select(StoredFile))).one()
        return row.state, row.attempts


async def test_an_attempt_is_counted_before_the_file_is_fetched(desk: Desk) -> None:
    await rose_with_a_photo(desk)
    seen = []

    class Killing(Telegram):
        async def locate(self, reference: str) -> FileSource:
            seen.append(await attempts(desk))
            raise Killed

    job = desk.job_with(Killing(desk.sim.telegram.token, desk.sim.telegram_url))
    for n in range(MOST_ATTEMPTS):
        with pytest.raises(Killed):
            await job.sweep()
        assert await job.sweep() == 0  # not again at once
        await desk.town.move(seconds=DELAYS[min(n + 1, len(DELAYS)) - 1])
    assert seen == [("to_fetch", n + 1) for n in range(MOST_ATTEMPTS)]
    await desk.job.sweep()
    assert await attempts(desk) == ("failed", MOST_ATTEMPTS)


async def test_a_process_killed_by_a_file_tries_it_a_few_times_and_goes_on(desk: Desk) -> None:
    rose = await rose_with_a_photo(desk)
    async with desk.town.database.write() as session:
        await session.execute(update(StoredFile).values(attempts=MOST_ATTEMPTS))
    await send_photo(desk, rose)
    await desk.job.sweep()
    assert await desk.states() == ["failed", "stored"]
    await rose.expect_any("ne se lit pas")


async def test_what_a_stranger_sends_is_fetched_once_a_coordinator_asks(desk: Desk) -> None:
    stranger = desk.town.telegram("3003")
    await send_photo(desk, stranger)
    assert await desk.job.sweep() == 0
    assert await desk.states() == ["held"]
    await desk.maude.text("/appels")
    await desk.maude.expect_any("une photo ou un message vocal, pas encore pris", "/photos 1")
    await desk.maude.press("voir la photo")
    await desk.maude.expect_any("arrive", "/appels 1")
    await desk.job.sweep()
    assert await desk.states() == ["stored"]
    await desk.maude.text("/photos 1")
    await desk.maude.expect_any("n'a pas de photo a prendre")


def test_a_child_that_is_killed_is_a_picture_that_cannot_be_read(tmp_path: Path) -> None:
    from bot.confined import Overwhelmed, asked_of_child

    (tmp_path / "dying.py").write_text(f"import os; os.kill(os.getpid(), {int(signal.SIGKILL)})")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(tmp_path))
        with pytest.raises(Overwhelmed, match="ended with -9"):
            asked_of_child("dying", b"", patience=60)
