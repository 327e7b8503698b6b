"""The web console of the demo in a headless Chromium: a real browser, with and without its scripts, and axe's rules."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, BrowserContext, Page, async_playwright, expect

from tests.browser.test_phones_page import PATIENCE, QUIETLY, address, chromium

__all__ = ["address"]  # the demo, as a process

pytestmark = pytest.mark.asyncio(loop_scope="module")
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
PAGES = (
    "",
    "/rencontres",
    "/rencontres/1",
    "/rencontres/1/presence",
    "/rencontres/1/lecture",
    "/rencontres/nouvelle",
    "/reponses",
    "/demandes",
    "/demandes/1",
    "/demandes/payer",
    "/demandes/paiements",
    "/tarifs",
    "/personnes",
    "/personnes/2/conversation",
    "/recherche?q=rose",
    "/brouillons/1",
    "/actes/announcements.delete_draft/1",
    "/personnes/2",
    "/personnes/2/modifier",
    "/personnes/nouvelle",
    "/envois",
    "/envois/1",
    "/ecrire",
    "/appels",
    "/infolettre",
    "/bilan",
    "/vie-privee",
    "/journal",
    "/reglages",
    "/actes/meetings.minutes/1",
    "/actes/claims.set_rate",
)


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def browser(address: str) -> AsyncIterator[Browser]:
    """A Chromium, and a demo where someone could not come, said so, and claims for the next time."""
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(executable_path=chromium(), args=list(QUIETLY))
        page = await opened.new_page()

        async def simulate(what: str, **given: str) -> None:
            headers = {"Content-Type": "application/json"}
            await page.request.post(f"{address}sim/{what}", data=json.dumps(given), headers=headers)
            await page.wait_for_timeout(700)

        await simulate("clock", to="next_reminder")
        for words in ("NON", "huit heures cest trop tot", "1", "1", "1"):
            await simulate("send", phone="rose", text=words)
        await simulate("send", phone="walter", text="PARLER")
        await simulate("clock", to="day_after_meeting")
        for words in ("RECLAMER 1 journee autobus 7,50", "1", "1"):
            await simulate("send", phone="rose", text=words)
        await simulate("send", phone="maude", text="/brouillon tous\nLe local est fermé.")
        await page.close()
        yield opened
        await opened.close()


async def desk_in(context: BrowserContext, address: str) -> Page:
    """« Le bureau », beside the phones: logged in by the demo."""
    phones = await context.new_page()
    phones.set_default_timeout(PATIENCE)
    await phones.goto(address)
    async with context.expect_page() as opening:
        await phones.get_by_role("button", name=re.compile("Le bureau|The desk")).click()
    desk = await opening.value
    await desk.wait_for_load_state()
    await expect(desk.get_by_role("heading", level=1)).to_contain_text("Aujourd'hui", timeout=PATIENCE)
    return desk


async def test_the_menu_holds_in_a_small_laptop(browser: Browser, address: str) -> None:
    context = await browser.new_context(viewport={"width": 1280, "height": 900})
    desk = await desk_in(context, address)
    for width in (1100, 1200, 1280):
        await desk.set_viewport_size({"width": width, "height": 900})
        wider = "document.querySelectorAll('.top nav a').forEach(a => { a.style.letterSpacing = '.06em' })"
        await desk.evaluate(wider)  # as another font, a little wider
        assert not await desk.evaluate("document.documentElement.scrollWidth > innerWidth"), width
    await context.close()


async def test_every_page_has_no_fault_of_accessibility_and_no_sideways_scrolling(
    browser: Browser, address: str
) -> None:
    context = await browser.new_context(viewport={"width": 1280, "height": 900})
    desk = await desk_in(context, address)
    errors: list[str] = []
    desk.on("pageerror", lambda error: errors.append(str(error)))
    desk.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    faults = []
    for width in (1280, 320):
        await desk.set_viewport_size({"width": width, "height": 900})
        for path in PAGES:
            answer = await desk.goto(f"{address}bureau{path}")
            assert answer is not None
            assert answer.status == 200, path
            found = await Axe().run(desk, options=RULES)
            faults += [f"{width} {path}: {v['id']} {v['nodes'][0]['html'][:90]}" for v in found.response["violations"]]
            wide = await desk.evaluate("document.documentElement.scrollWidth > innerWidth")
            faults += [f"{width} {path} scrolls sideways"] if wide else []
    assert not faults, "\n".join(faults)
    assert not errors
    await context.close()


async def test_links_targets_and_letters_are_large_enough(browser: Browser, address: str) -> None:
    context = await browser.new_context(viewport={"width": 1280, "height": 900})
    desk = await desk_in(context, address)
    small = """[...document.querySelectorAll("main *, header *")].filter((one) => one.childNodes.length &&
        [...one.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim()) &&
        !one.closest(".unseen, datalist, svg, script") && parseFloat(getComputedStyle(one).fontSize) < 16)
        .map((one) => one.outerHTML.slice(0, 80))"""
    for path in ("", "/rencontres/1", "/demandes", "/ecrire", "/envois/1"):
        await desk.goto(f"{address}bureau{path}")
        assert await desk.evaluate(small) == [], path
    await context.close()


async def test_a_form_without_scripts_is_checked_confirmed_and_said(browser: Browser, address: str) -> None:
    """The whole loop by links and buttons alone."""
    door = await browser.new_context()
    await desk_in(door, address)
    cookies = await door.cookies()
    context = await browser.new_context(java_script_enabled=False)
    await context.add_cookies(cookies)  # type: ignore[arg-type]
    desk = await context.new_page()
    desk.set_default_timeout(PATIENCE)
    await desk.goto(f"{address}bureau/demandes")
    asked = desk.get_by_role(
        "link", name=re.compile(r"^no \d+, Rose")
    )  # the one to decide: the demo has a year behind it
    number = (await asked.inner_text()).partition(",")[0]
    await asked.click()
    await desk.get_by_role("link", name="Poser une question").click()
    await desk.get_by_role("button", name="Poser une question").click()
    await expect(desk).to_have_title(re.compile("^Erreur :"))
    await desk.get_by_label("Votre question").fill("Était-ce un aller-retour?")
    await desk.get_by_role("button", name="Poser une question").click()
    await expect(desk.get_by_role("heading", level=1)).to_have_text("Vérifier avant d'envoyer")
    await expect(desk.locator(".phone.basic .body")).to_contain_text("Était-ce un aller-retour?")
    await desk.get_by_role("button", name="Envoyer 1 message").click()
    await expect(desk.get_by_role("status").first).to_contain_text(number)
    await expect(desk.get_by_role("link", name="Défaire ou corriger")).to_be_visible()
    await context.close()
    await door.close()


async def test_with_scripts_the_two_phones_follow_what_is_written(browser: Browser, address: str) -> None:
    context = await browser.new_context(viewport={"width": 1280, "height": 900})
    desk = await desk_in(context, address)
    await desk.goto(f"{address}bureau/ecrire")
    await desk.get_by_label("Les mots, en français", exact=True).fill("Le local est fermé demain.")
    await expect(desk.locator("#apercu .phone.basic").first).to_contain_text("26 lettres", timeout=PATIENCE)
    await context.close()


async def test_on_a_phone_the_menu_waits_behind_its_button_without_scripts(browser: Browser, address: str) -> None:
    door = await browser.new_context()
    await desk_in(door, address)
    context = await browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 700})
    await context.add_cookies(await door.cookies())  # type: ignore[arg-type]
    desk = await context.new_page()
    await desk.goto(f"{address}bureau/rencontres")
    people = desk.get_by_role("link", name="Personnes", exact=True)
    await expect(people).to_be_hidden()
    await expect(desk.get_by_role("heading", level=1)).to_be_in_viewport()
    await desk.get_by_role("button", name="Menu").click()
    await expect(desk.get_by_role("link", name="Rencontres", exact=True)).to_have_attribute("aria-current", "page")
    await people.click()
    await expect(desk).to_have_url(re.compile("/bureau/personnes$"))
    await desk.set_viewport_size({"width": 1280, "height": 700})
    await expect(people).to_be_visible()
    await expect(desk.get_by_role("button", name="Menu")).to_be_hidden()
    await context.close()
    await door.close()


async def test_after_a_form_the_focus_goes_to_what_is_wrong_and_a_link_to_the_input(
    browser: Browser, address: str
) -> None:
    context = await browser.new_context(viewport={"width": 1280, "height": 900})
    desk = await desk_in(context, address)
    await desk.goto(f"{address}bureau/actes/claims.set_rate")
    await desk.get_by_role("button", name="Changer un tarif").click()
    await expect(desk.locator("#erreurs")).to_be_focused()
    await desk.keyboard.press("Tab")
    await desk.keyboard.press("Enter")
    assert re.search("#f-", desk.url)
    await context.close()


async def test_by_keyboard_alone_the_first_stop_skips_to_the_page(browser: Browser, address: str) -> None:
    context = await browser.new_context(viewport={"width": 1280, "height": 900})
    desk = await desk_in(context, address)
    await desk.goto(f"{address}bureau/rencontres")
    await desk.keyboard.press("Tab")
    skip = desk.get_by_role("link", name="Aller au contenu")
    await expect(skip).to_be_focused()
    await expect(skip).to_be_in_viewport()
    await desk.keyboard.press("Enter")
    await expect(desk.locator("main")).to_be_focused()
    await context.close()


async def test_a_device_is_added_and_then_lets_in_without_telegram(browser: Browser, address: str) -> None:
    """With a device that Chromium pretends to have: a finger that is always the right one."""
    address = address.replace("127.0.0.1", "localhost")  # a device signs for a name
    context = await browser.new_context(viewport={"width": 1280, "height": 900})
    desk = await desk_in(context, address)
    cdp = await context.new_cdp_session(desk)
    await cdp.send("WebAuthn.enable")
    finger = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    options = {**finger, "isUserVerified": True, "automaticPresenceSimulation": True}
    await cdp.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    desk.set_default_timeout(PATIENCE)
    await desk.goto(f"{address}bureau/reglages")
    await desk.get_by_role("button", name="Ajouter cet appareil").click()
    phones = context.pages[0]
    await phones.locator("#phone-maude").get_by_role("button", name="oui, c'est moi").last.click()
    await expect(desk.get_by_text("Votre ordinateur va demander")).to_be_visible(timeout=PATIENCE)
    assert (await Axe().run(desk, options=RULES)).violations_count == 0
    await desk.get_by_role("button", name="Ajouter cet appareil").click()
    await expect(desk.get_by_text("C'est fait. La prochaine fois")).to_be_visible(timeout=PATIENCE)
    await desk.get_by_role("button", name="Sortir").click()
    await desk.get_by_role("button", name="Entrer avec cet appareil").click()
    await expect(desk.get_by_role("heading", level=1)).to_contain_text("Aujourd'hui", timeout=PATIENCE)
    await context.close()
