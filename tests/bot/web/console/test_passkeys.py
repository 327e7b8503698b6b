"""Coming in with one's own device: added once, verified each time, never the only way in."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

import pytest
from sqlalchemy import select

from db.console.questions import passkeys_of
from db.console.tables import Door, Passkey, WebSession
from db.contacts import Contact, Reach
from db.journal import Entry
from db.people import Person, Role, ungrant
from tests.support.console import HTTPS, Browser, browser_of, console_of
from tests.support.device import Device
from tests.support.people import settle_in
from tests.support.phones import Phone, Town


def options_of(browser: Browser) -> dict[str, Any]:
    """What the page would give the device."""
    assert browser.page is not None
    found = re.search(r'data-options="([^"]+)"', browser.page.text)
    assert found, browser.words
    return dict(json.loads(unescape(found[1])))


async def asked(browser: Browser) -> dict[str, Any]:
    answer = await browser.post("/bureau/entrer/appareil", {})
    assert answer.status_code == 200
    return dict(answer.json())


async def confirm_on_telegram(browser: Browser, phone: Phone) -> None:
    await phone.press("oui")
    await browser.fill("")


async def page_to_add(browser: Browser, phone: Phone) -> dict[str, Any]:
    await browser.open("/bureau/reglages")
    await browser.fill("/reglages/appareil")
    await confirm_on_telegram(browser, phone)
    return options_of(browser)


async def added(town: Town, maude: Person, phone: Phone, **device: Any) -> tuple[Browser, Device]:
    """A device of Maude's, added from a browser in which she is."""
    browser, mine = await browser_of(town, maude), Device(HTTPS, **device)
    await browser.fill("/appareil/ajouter", passkey=mine.make(await page_to_add(browser, phone)))
    assert "C'est fait" in browser.words, browser.words
    return browser, mine


async def enters(browser: Browser, device: Device) -> int:
    """The status of the page that follows the device's answer, the desk's own when it lets in."""
    answer = await browser.post("/bureau/entrer/continuer", {"passkey": device.prove(await asked(browser))})
    if answer.is_redirect:
        answer = await browser.open(answer.headers["location"])
    return answer.status_code if "/entrer" not in answer.url.path or answer.status_code != 200 else 0


async def rows(town: Town, person: Person) -> list[Passkey]:
    async with town.database.read() as session:
        return await passkeys_of(session, person.id)


async def test_a_device_is_added_after_a_yes_on_telegram_told_there_and_lets_its_owner_in(
    town: Town, maude: Person, phone: Phone
) -> None:
    browser, device = await added(town, maude, phone)
    said = await phone.expect_any("Un appareil a été ajouté", "Firefox, Windows")
    assert [label for label, _ in said.buttons] == ["ce n'était pas moi : tout fermer"]
    again = Browser(town, console_of(town))
    again.client.cookies.set("__Host-bureau-appareil", "1", domain="porte.example.org")
    await again.open("/bureau/entrer")
    assert "Entrer avec cet appareil" in again.words
    assert await enters(again, device) == 200
    assert "Maude" in again.words
    await phone.expect_any("Connexion au bureau")
    async with town.database.read() as session:
        doors = list(await session.scalars(select(WebSession.door).order_by(WebSession.created_at)))
        acts = [a for a in await session.scalars(select(Entry.act).order_by(Entry.id)) if a.startswith("console.")]
    assert Door.PASSKEY in doors
    assert acts[-2:] == ["console.passkey_added", "console.entered"]
    await browser.open("/bureau/reglages")
    assert "Ajouté le" in browser.words
    assert "Utilisé le" in browser.words


async def test_a_browser_where_none_was_added_is_not_offered_it(town: Town, maude: Person) -> None:
    browser = Browser(town, console_of(town))
    await browser.open("/bureau/entrer")
    assert "cet appareil" not in browser.words


async def test_a_device_takes_the_place_of_telegram_before_money(town: Town, maude: Person, phone: Phone) -> None:
    browser, device = await added(town, maude, phone)
    await town.move(minutes=16)
    await browser.open("/bureau/reglages")
    await browser.fill("/reglages/appareil")
    options = options_of(browser)
    assert [one["id"] for one in options["allowCredentials"]] == [row.credential for row in await rows(town, maude)]
    target, data = browser.form("/reglages/appareil")
    await browser.post(target, data | {"passkey": device.prove(options)})
    assert "Votre ordinateur va demander" in browser.words, "it is fresh again: the page that adds a device"


async def test_a_device_of_somebody_else_does_not_say_that_it_is_still_them(
    town: Town, maude: Person, phone: Phone
) -> None:
    _, device = await added(town, maude, phone)
    other = town.telegram("9002")
    omar = await settle_in(town, other, "Omar", Role.COORDINATOR)
    browser, _ = await added(town, omar, other)
    await town.move(minutes=16)
    await browser.open("/bureau/reglages")
    await browser.fill("/reglages/appareil")
    target, data = browser.form("/reglages/appareil")
    await browser.post(target, data | {"passkey": device.prove(options_of(browser))})
    assert "Votre ordinateur va demander" not in browser.words


@pytest.mark.parametrize(
    "device",
    [
        {"origin": "https://elsewhere.example"},
        {"verified": False},
        {"credential": b"of nobody here.."},
    ],
    ids=["another site asked", "nobody gave a finger or a code", "an unknown device"],
)
async def test_what_proves_nothing_lets_nobody_in(
    town: Town, maude: Person, phone: Phone, device: dict[str, Any]
) -> None:
    _, mine = await added(town, maude, phone)
    for name, value in device.items():
        setattr(mine, name, value)
    assert await enters(Browser(town, console_of(town)), mine) == 403


async def test_another_key_an_older_question_and_rubbish_let_nobody_in(town: Town, maude: Person, phone: Phone) -> None:
    _, mine = await added(town, maude, phone)
    thief = Device(HTTPS, credential=mine.credential)
    assert await enters(Browser(town, console_of(town)), thief) == 403
    browser = Browser(town, console_of(town))
    old = mine.prove(await asked(browser))
    await asked(browser)
    for answer in (old, "", "{", "[]", "null", '{"id": 3}', "x" * 30_000, json.dumps({"id": "a", "response": []})):
        given = await browser.post("/bureau/entrer/continuer", {"passkey": answer})
        assert (await browser.client.get("/bureau")).status_code == 303, answer
        assert given.status_code in (200, 403, 413), answer


async def test_an_answer_is_of_the_browser_that_asked_once_and_within_five_minutes(
    town: Town, maude: Person, phone: Phone
) -> None:
    _, mine = await added(town, maude, phone)
    browser, other = Browser(town, console_of(town)), Browser(town, console_of(town))
    answer = mine.prove(await asked(browser))
    await asked(other)
    assert (await other.post("/bureau/entrer/continuer", {"passkey": answer})).status_code == 403
    kept = browser.client.cookies.get("__Host-bureau-entree") or ""
    assert (await browser.post("/bureau/entrer/continuer", {"passkey": answer})).status_code == 303
    other.client.cookies.set("__Host-bureau-entree", kept, domain="porte.example.org")
    assert (await other.post("/bureau/entrer/continuer", {"passkey": answer})).status_code == 403
    late = Browser(town, console_of(town))
    answer = mine.prove(await asked(late))
    await town.move(minutes=6)
    assert (await late.post("/bureau/entrer/continuer", {"passkey": answer})).status_code == 403


async def test_a_device_is_never_the_only_way_in(town: Town, maude: Person, phone: Phone) -> None:
    """Where Telegram is no longer linked, nobody would be told: the device waits too."""
    _, mine = await added(town, maude, phone)
    async with town.database.write() as session:
        (contact,) = await session.scalars(select(Contact).where(Contact.address == phone.address))
        contact.reach = Reach.BLOCKED
    assert await enters(Browser(town, console_of(town)), mine) == 403


async def test_a_role_taken_away_takes_the_devices_away(town: Town, maude: Person, phone: Phone) -> None:
    _, mine = await added(town, maude, phone)
    async with town.database.write() as session:
        await ungrant(session, maude.id, Role.COORDINATOR, town.installation.today(town.now))
    assert await enters(Browser(town, console_of(town)), mine) in (403, 410)
    await town.tick()
    assert await rows(town, maude) == []


async def test_it_was_not_me_takes_every_device_away(town: Town, maude: Person, phone: Phone) -> None:
    _, mine = await added(town, maude, phone)
    await phone.expect_any("Un appareil a été ajouté")
    await phone.press("ce n'était pas moi : tout fermer")
    await phone.expect_any("fermé", "appareils ne font plus entrer personne")
    assert await enters(Browser(town, console_of(town)), mine) == 403
    assert await rows(town, maude) == []


async def test_a_device_removed_lets_nobody_in_and_that_of_another_is_not_removed(
    town: Town, maude: Person, phone: Phone
) -> None:
    browser, mine = await added(town, maude, phone)
    other = town.telegram("9002")
    omar = await settle_in(town, other, "Omar", Role.COORDINATOR)
    theirs, _ = await added(town, omar, other)
    (row,) = await rows(town, maude)
    await theirs.open("/bureau/reglages")
    target, data = theirs.form("/appareil/enlever")
    await theirs.post(target, data | {"device": str(row.id)})
    assert len(await rows(town, maude)) == 1
    await browser.open("/bureau/reglages")
    await browser.fill("/appareil/enlever")
    assert "ne fait plus entrer personne" in browser.words
    assert await enters(Browser(town, console_of(town)), mine) == 403


async def test_a_device_that_counts_back_is_told_to_its_owner_and_lets_in(
    town: Town, maude: Person, phone: Phone
) -> None:
    _, mine = await added(town, maude, phone)
    mine.count = 40
    assert await enters(Browser(town, console_of(town)), mine) == 200
    mine.count = 3
    assert await enters(Browser(town, console_of(town)), mine) == 200
    await phone.expect_any("a peut-être été copié")


async def test_a_device_that_never_counts_is_no_copy(town: Town, maude: Person, phone: Phone) -> None:
    _, mine = await added(town, maude, phone, counts=False)
    for _ in range(2):
        assert await enters(Browser(town, console_of(town)), mine) == 200
    assert not [said for said in phone.all if "copié" in said.text]


async def test_five_devices_at_most_and_none_twice(town: Town, maude: Person, phone: Phone) -> None:
    browser, mine = await added(town, maude, phone)
    await browser.fill("/reglages/appareil")
    await browser.fill("/appareil/ajouter", passkey=mine.make(options_of(browser)))
    assert "déjà ajouté" in browser.words
    for _ in range(4):
        await browser.open("/bureau/reglages")
        await browser.fill("/reglages/appareil")
        await browser.fill("/appareil/ajouter", passkey=Device(HTTPS).make(options_of(browser)))
    await browser.open("/bureau/reglages")
    await browser.fill("/reglages/appareil")
    await browser.fill("/appareil/ajouter", passkey=Device(HTTPS).make(options_of(browser)))
    assert "déjà 5 appareils" in browser.words
    assert len(await rows(town, maude)) == 5


async def test_an_address_that_is_no_name_speaks_of_no_device(town: Town, maude: Person) -> None:
    """Browsers let a device sign for a name, never for 127.0.0.1."""
    browser = await browser_of(town, maude, PUBLIC_BASE_URL="http://127.0.0.1:8080")
    await browser.open("/bureau/reglages")
    assert "appareil" not in browser.words
    assert (await browser.post("/bureau/entrer/appareil", {})).status_code == 403
