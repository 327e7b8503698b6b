"""`portevoix demo` as a process, and its page of phones in a headless Chromium: thumbs, buttons, the clock."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import Locator, Page, async_playwright, expect

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
QUIETLY = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
pytestmark = pytest.mark.asyncio(loop_scope="module")
SMALL = """[...document.querySelectorAll("button, a, summary")]
  .filter((e) => e.offsetParent && !e.closest("[aria-hidden]") && e.getBoundingClientRect().height < 24)
  .map((e) => e.textContent)"""
PATIENCE = 30_000  # milliseconds, for a machine that does other things too


def chromium() -> str:
    path = next((found for name in CHROMIUM if (found := shutil.which(name))), None)
    assert path, "no Chromium here: `make browser` says how to get one"
    return path


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def address(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[str]:
    """The one address that `portevoix demo` prints; Ctrl-C at the end stops it cleanly and leaves nothing behind."""
    folder = tmp_path_factory.mktemp("demo")
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONUNBUFFERED": "1"}
    demo = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "demo", "--port", "0"),
        cwd=folder,
        env=env,
        stdout=asyncio.subprocess.PIPE,
    )
    assert demo.stdout is not None
    said = (await demo.stdout.readline()).decode()
    found = re.search(r"http://127\.0\.0\.1:\d+/", said)
    assert found, said
    yield found[0]
    demo.send_signal(signal.SIGINT)
    assert await demo.wait() == 0
    assert not os.listdir(folder)


@pytest_asyncio.fixture(loop_scope="module")
async def page(address: str) -> AsyncIterator[Page]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium(), args=list(QUIETLY))
        opened = await browser.new_page(viewport={"width": 1400, "height": 850})
        opened.set_default_timeout(PATIENCE)
        errors: list[str] = []
        opened.on("pageerror", lambda error: errors.append(str(error)))
        await opened.goto(address)
        yield opened
        assert not errors
        await browser.close()


def phone(page: Page, name: str) -> Locator:
    return page.locator(f"#phone-{name}")


async def write(page: Page, name: str, words: str) -> None:
    await phone(page, name).locator("textarea").fill(words)
    await phone(page, name).locator("textarea").press("Enter")


async def reads(page: Page, name: str, words: str) -> None:
    """The latest message on this phone says so."""
    latest = phone(page, name).locator(".message:not(.mine)").last
    await expect(latest).to_contain_text(words, timeout=PATIENCE)


async def test_a_newcomer_texts_presses_a_button_and_moves_the_clock(page: Page) -> None:
    """One writes and sees the reply with its segments; another sees what concerns it."""
    for name in ("rose", "walter", "karim", "maude"):
        await expect(phone(page, name)).to_be_visible(timeout=PATIENCE)
    await write(page, "walter", "JOINDRE")
    await reads(page, "walter", "Alliance de la Vallée-des-Rives")
    await expect(phone(page, "walter").locator(".message:not(.mine) .segments").last).to_have_text("2 textos comptés")
    await write(page, "walter", "1")
    await reads(page, "walter", "prénom")

    before = await page.locator("#date").inner_text()
    await page.click("[data-jump=next_reminder]")
    await expect(page.locator("#date")).not_to_have_text(before, timeout=PATIENCE)
    await reads(page, "rose", "COCO")
    await reads(page, "karim", "COCO")
    await phone(page, "karim").get_by_role("button", name="oui, je viens").click()
    await reads(page, "karim", "on vous attend")
    await write(page, "rose", "NON")
    await reads(page, "rose", "Denis")
    await write(page, "maude", "/rencontres")
    await reads(page, "maude", "oui 1, non 1")

    await page.click("[data-jump=day_after_meeting]")
    await reads(page, "maude", "Qui était là")


async def test_a_photo_reaches_the_program_and_is_seen_on_the_phone(page: Page, tmp_path: Path) -> None:
    ticket = tmp_path / "ticket.png"
    await phone(page, "rose").screenshot(path=ticket)
    await phone(page, "rose").locator("input[type=file]").set_input_files(ticket)
    await phone(page, "rose").get_by_role("button", name="Envoyer").click()
    await expect(phone(page, "rose").locator(".mine img.photo")).to_be_visible()
    await reads(page, "rose", "Maude")


@pytest.mark.parametrize("size", [(1280, 720), (1024, 640), (390, 844), (320, 640)])
async def test_the_newest_message_is_in_the_window_and_every_target_is_large_enough(
    page: Page, size: tuple[int, int]
) -> None:
    """At each width; on a narrow one, the phones stand side by side, with a way from one to the other."""
    width, height = size
    await page.set_viewport_size({"width": width, "height": height})
    await write(page, "rose", "AIDE")
    await reads(page, "rose", "Aide")
    if width < 700:
        await page.locator("#goto a", has_text="Rose").click()
        assert await page.evaluate("document.documentElement.scrollHeight") < 2 * height
    await phone(page, "rose").scroll_into_view_if_needed()
    latest, shown = phone(page, "rose").locator(".message").last, phone(page, "rose").locator(".device")
    await expect(latest).to_be_in_viewport(ratio=0.99)  # once the page has followed it, but for a part of a pixel
    device = await shown.bounding_box()
    box = await latest.bounding_box()
    assert box is not None
    assert device is not None
    assert box["y"] + box["height"] <= device["y"] + device["height"]
    assert device["height"] <= height
    assert await page.evaluate("document.documentElement.scrollWidth") <= width
    assert await page.evaluate(SMALL) == []


async def test_the_page_speaks_english_when_asked(page: Page) -> None:
    await page.get_by_role("button", name="English").click()
    await expect(page.locator("[data-jump=next_reminder]")).to_have_text("Next reminder")


@pytest.mark.parametrize(
    ("headers", "why"),
    [
        ({"Host": "elsewhere.example"}, "another name for this machine"),
        ({"Origin": "https://elsewhere.example"}, "a page from elsewhere"),
        ({"Sec-Fetch-Site": "cross-site"}, "a form of another site"),
    ],
)
async def test_a_page_from_elsewhere_is_refused(address: str, headers: dict[str, str], why: str) -> None:
    async with aiohttp.ClientSession() as session:
        async with session.post(f"{address}sim/clock", json={"to": "day"}, headers=headers) as answer:
            assert answer.status == 403, why
        async with session.get(f"{address}sim/state") as answer:
            assert answer.status == 200
