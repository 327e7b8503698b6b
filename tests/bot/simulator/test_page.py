"""The page of phones, asked over HTTP and driven in a real browser."""

from __future__ import annotations

import io
import os
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from PIL import Image
from playwright.async_api import Browser, Locator, async_playwright, expect

ROSE = "+18195550123"
CHROMIUM = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
CHROMIUM += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]


def picture(colour: str = "#b4561f") -> bytes:
    content = io.BytesIO()
    Image.new("RGB", (320, 240), colour).save(content, "PNG")
    return content.getvalue()


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as player:
        path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        browser = await player.chromium.launch(executable_path=path, args=CHROMIUM)
        yield browser
        await browser.close()


def phone(view: Any, name: str) -> Locator:
    found: Locator = view.locator(f"#phone-{name}")
    return found


async def write(view: Any, name: str, text: str) -> None:
    await phone(view, name).locator("textarea").fill(text)
    await phone(view, name).locator("form button[type=submit]").click()


async def test_one_writes_on_each_phone_and_sees_what_it_receives(page: Any, browser: Browser, tmp_path: Path) -> None:
    view = await browser.new_page(viewport={"width": 1440, "height": 900})
    errors: list[str] = []
    view.on("pageerror", lambda error: errors.append(str(error)))
    view.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    await view.goto(page.url)

    await write(view, "rose", "JOINDRE")
    rose = phone(view, "rose")
    await expect(rose.locator(".log")).to_contain_text("Vous avez dit: JOINDRE")
    await write(view, "rose", "ç" * 100)
    await expect(rose.locator(".segments").last).to_have_text("2 textos comptés")

    await phone(view, "maude").get_by_role("button", name="Démarrer").click()
    maude = phone(view, "maude")
    await expect(maude.locator(".log")).to_contain_text("Vous avez dit: /start abc123")
    await maude.get_by_role("button", name="Oui").click()
    await expect(maude.locator(".log")).to_contain_text("Votre choix: oui")
    await expect(maude.locator(".log")).to_contain_text("modifié")
    await expect(maude.locator(".alert")).to_have_text("Noté")
    await expect(maude.get_by_role("button", name="Oui")).to_have_count(0)

    photo = tmp_path / "recu.png"
    photo.write_bytes(picture())
    await rose.locator("input[type=file]").set_input_files(photo)
    await expect(rose.locator(".attached")).to_contain_text("recu.png")
    await rose.get_by_role("button", name="Envoyer").click()
    await expect(rose.locator("img.photo")).to_have_js_property("naturalWidth", 320)
    await expect(rose.locator(".log")).to_contain_text("1 photo")
    assert errors == []


async def test_the_clock_moves_and_the_page_speaks_both_languages(page: Any, browser: Browser) -> None:
    view = await browser.new_page()
    await view.goto(page.url)
    await expect(view.locator("#date")).to_have_text("lundi 9 février 2026")
    await view.get_by_role("button", name="Prochain rappel").click()
    await expect(view.locator("#date")).to_have_text("mardi 10 février 2026")
    await view.get_by_role("button", name="Lendemain de la rencontre").click()
    await expect(view.locator("#notice")).to_contain_text("Rien de prévu")
    await view.get_by_role("button", name="English").click()
    await expect(view.locator("#date")).to_have_text("Tuesday, February 10, 2026")
    await expect(phone(view, "rose").locator(".role")).to_have_text("Expert by experience")
    await view.get_by_role("button", name="End of the month").click()
    await expect(view.locator("#date")).to_have_text("Saturday, February 28, 2026")
    await view.reload()
    await expect(view.locator("html")).to_have_attribute("lang", "en")


async def test_words_on_the_page_are_never_read_as_html(page: Any, browser: Browser) -> None:
    view = await browser.new_page()
    await view.goto(page.url)
    await write(view, "rose", "<img src=x onerror=alert(1)><b>gras</b>")
    log = phone(view, "rose").locator(".log")
    await expect(log).to_contain_text("Vous avez dit: <img src=x onerror=alert(1)><b>gras</b>")
    await expect(log.locator("img, b")).to_have_count(0)


async def asked(http: aiohttp.ClientSession, page: Any, path: str, **given: Any) -> tuple[int, str]:
    async with http.post(f"{page.url}/sim/{path}", json=given) as response:
        return response.status, await response.text()


async def test_every_act_of_the_page_reaches_the_right_phone(page: Any, http: aiohttp.ClientSession) -> None:
    assert (await asked(http, page, "send", phone="ginette", text="bonjour"))[0] == 200
    said = await page.sim.telegram.expect(501, "vous avez dit: bonjour")
    assert (await asked(http, page, "press", phone="ginette", message=said.message_id, button="non"))[0] == 200
    await page.sim.telegram.expect(501, "votre choix: non")
    assert (await asked(http, page, "contact", phone="ginette"))[0] == 200
    await page.sim.telegram.expect(501, "+18195550125")
    async with http.post(f"{page.url}/sim/photo?phone=rose", data=picture()) as response:
        assert response.status == 200
    await page.sim.sms.expect(ROSE, "1 photo")


async def test_a_file_attached_on_telegram_is_a_document(page: Any, http: aiohttp.ClientSession) -> None:
    query = "phone=maude&text=/importer&name=personnes.csv"
    async with http.post(f"{page.url}/sim/photo?{query}", data=b"name,phone\nRose,819 555-0101\n") as response:
        assert response.status == 200
    async with http.get(f"{page.url}/sim/state") as response:
        maude = next(p for p in (await response.json())["phones"] if p["id"] == "maude")
    sent = next(m for m in maude["messages"] if m["mine"])
    assert (sent["kind"], sent["file"], sent["text"]) == ("document", "personnes.csv", "/importer")


REFUSALS = [
    ("send", {"phone": "nobody", "text": "x"}, "phone"),
    ("send", {"phone": "rose", "text": "  "}, "text"),
    ("send", {"phone": "rose", "text": "x" * 20_001}, "text"),
    ("press", {"phone": "ginette", "message": 1, "button": "x"}, "button"),
    ("contact", {"phone": "maude"}, "contact"),
    ("clock", {"to": "yesterday"}, "jump"),
]


@pytest.mark.parametrize(("path", "given", "word"), REFUSALS, ids=[word + path for path, _, word in REFUSALS])
async def test_what_cannot_be_done_is_named(
    page: Any, http: aiohttp.ClientSession, path: str, given: dict[str, Any], word: str
) -> None:
    assert await asked(http, page, path, **given) == (400, word)


@pytest.mark.parametrize(
    ("content", "word"), [(b"%PDF-1.7", "photo"), (b"", "photo"), (b"\xff\xd8\xff" + b"x" * 11_000_000, "large")]
)
async def test_only_pictures_of_a_phones_size_are_taken(
    page: Any, http: aiohttp.ClientSession, content: bytes, word: str
) -> None:
    async with http.post(f"{page.url}/sim/photo?phone=rose", data=content) as response:
        assert (response.status, await response.text()) == (400, word)


FROM_ELSEWHERE: list[tuple[str, dict[str, str]]] = [
    ("/", {"Host": "evil.example"}),
    ("/sim/state", {"Host": "evil.example:80"}),
    ("/static/page.js", {"Host": "evil.example"}),
    ("/sim/state", {"Origin": "http://evil.example"}),
    ("/sim/state", {"Sec-Fetch-Site": "cross-site"}),
]


@pytest.mark.parametrize(("path", "headers"), FROM_ELSEWHERE)
async def test_what_comes_from_elsewhere_is_refused(
    page: Any, http: aiohttp.ClientSession, path: str, headers: dict[str, str]
) -> None:
    async with http.get(f"{page.url}{path}", headers=headers) as response:
        assert response.status == 403


async def test_a_form_posted_by_another_site_is_not_json(page: Any, http: aiohttp.ClientSession) -> None:
    async with http.post(f"{page.url}/sim/send", data='{"phone": "rose", "text": "x"}') as response:
        assert (response.status, await response.text()) == (400, "json")
    assert page.sim.sms.history(ROSE) == []


async def test_the_page_loads_nothing_from_elsewhere(page: Any, http: aiohttp.ClientSession) -> None:
    async with http.get(page.url) as response:
        assert "default-src 'self'" in response.headers["Content-Security-Policy"]
    async with http.get(f"{page.url}/sim/state") as response:
        state = await response.json()
    assert [p["id"] for p in state["phones"]] == ["rose", "luc", "ginette", "maude"]
    async with http.get(f"{page.url}/sim/state?version={state['version']}") as response:
        assert "phones" not in await response.json()
