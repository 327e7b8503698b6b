"""Pictures of the web console, for the README and the guide: the demo, a week lived in it, five pages."""

from __future__ import annotations

import asyncio
import json
import re
import shutil
import signal
import sys
import tempfile
from pathlib import Path

from playwright.async_api import Page, async_playwright

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
LIVED = (
    ("clock", {"to": "next_reminder"}),
    *(("send", {"phone": "rose", "text": words}) for words in ("NON", "huit heures c'est trop tôt", "1", "1", "1")),
    ("send", {"phone": "karim", "text": "OUI"}),
    ("send", {"phone": "walter", "text": "PARLER"}),
    ("clock", {"to": "day_after_meeting"}),
    *(("send", {"phone": "rose", "text": words}) for words in ("RECLAMER 1 journée autobus 7,50", "1", "1")),
)
TAKEN = {
    "desk-today": "",
    "desk-meeting": "/rencontres/1",
    "desk-reading": "/rencontres/1/lecture",
    "desk-claims": "/demandes",
    "desk-write": "/ecrire",
}


async def main() -> None:
    path = next((found for name in CHROMIUM if (found := shutil.which(name))), None)
    if path is None:
        raise SystemExit("no Chromium here: `make browser` says how to get one")
    with tempfile.TemporaryDirectory() as folder:
        command = (sys.executable, "-m", "bot", "demo", "--port", "0")
        demo = await asyncio.create_subprocess_exec(*command, cwd=folder, stdout=asyncio.subprocess.PIPE)
        assert demo.stdout is not None
        found = re.search(r"http://127\.0\.0\.1:\d+/", (await demo.stdout.readline()).decode())
        assert found
        try:
            async with async_playwright() as playwright:
                browser = await playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
                await take(await browser.new_page(viewport={"width": 1280, "height": 880}), found[0])
                await browser.close()
        finally:
            demo.send_signal(signal.SIGINT)
            await demo.wait()


async def take(page: Page, address: str) -> None:
    for what, given in LIVED:
        headers = {"Content-Type": "application/json"}
        await page.request.post(f"{address}sim/{what}", data=json.dumps(given), headers=headers)
        await page.wait_for_timeout(900)
    await page.goto(address)
    async with page.context.expect_page() as opening:
        await page.locator("#desk button").click()
    desk = await opening.value
    for name, place in TAKEN.items():
        await desk.goto(f"{address}bureau{place}")
        if place == "/ecrire":
            await desk.locator("#f-words").fill("Le local est fermé demain, mercredi. On se revoit jeudi à 9 h.")
            await desk.locator("#apercu .phone").first.wait_for()
        await desk.screenshot(path=IMAGES / f"{name}.png")
        print(IMAGES / f"{name}.png")


if __name__ == "__main__":
    asyncio.run(main())
