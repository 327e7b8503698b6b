"""Logging in to the console: letters or a link, answered on Telegram, used once; sessions that end."""

from __future__ import annotations

import datetime as dt
import re

import httpx
import pytest
from sqlalchemy import func, select

from db.console.questions import sessions_of
from db.console.tables import WebLogin, WebSession
from db.deliveries import Delivery
from db.journal import Entry
from db.people import Person, Role, grant, ungrant
from db.session import Database
from tests.support.console import FIREFOX, HTTPS, Browser, browser_of, console_of
from tests.support.people import settle_in
from tests.support.phones import Phone, Town

SCANNERS = (
    "TelegramBot (like TwitterBot)",
    "Slackbot-LinkExpanding 1.0",
    "facebookexternalhit/1.1",
    "Mozilla/5.0 (compatible; Googlebot/2.1)",
    FIREFOX,
    "",
)


MONDAY = dt.datetime(2026, 2, 2, 15, 0, tzinfo=dt.UTC)


def _minutes(number: int) -> dt.timedelta:
    return dt.timedelta(minutes=number)


async def letters(browser: Browser) -> str:
    await browser.open("/bureau/entrer")
    await browser.fill("/entrer")
    assert browser.page is not None
    found = re.search(r'class="typed">/bureau ([A-Z0-9]{6})<', browser.page.text)
    assert found, browser.words
    return found[1]


async def link_of(phone: Phone) -> str:
    """The address under the button that /bureau gives."""
    await phone.text("/bureau")
    said = await phone.expect("lien")
    assert "https://" not in said.text, "the link stands under a button, where nothing previews it"
    ((_label, address),) = said.buttons
    assert address.startswith(f"{HTTPS}/bureau/lien/")
    return address


async def is_in(browser: Browser) -> bool:
    answer = await browser.client.get("/bureau")
    return answer.status_code == 200


async def count(town: Town, table: type) -> int:
    async with town.database.read() as session:
        return int(await session.scalar(select(func.count()).select_from(table)) or 0)


async def acts_noted(town: Town) -> list[str]:
    async with town.database.read() as session:
        return [a for a in await session.scalars(select(Entry.act).order_by(Entry.id)) if a.startswith("console.")]


# -- A: letters ----------------------------------------------------------------------------------------------------


async def test_letters_shown_by_the_computer_and_a_yes_on_telegram_let_in(
    town: Town, maude: Person, phone: Phone
) -> None:
    browser = Browser(town, console_of(town))
    code = await letters(browser)
    await phone.text(f"/bureau {code[:3].lower()} {code[3:]}")
    await phone.expect("Firefox, Windows", "10 h", "C'est vous")
    await browser.fill("/continuer")
    assert "pas encore dit oui" in browser.words
    await phone.press("oui")
    await phone.expect("C'est bon")
    await browser.fill("/continuer")
    assert "Maude" in browser.words
    await phone.expect("Connexion au bureau", "Firefox, Windows")
    assert await acts_noted(town) == ["console.entered"]


async def test_the_picture_of_the_letters_leads_to_the_same_question(town: Town, maude: Person, phone: Phone) -> None:
    browser = Browser(town, console_of(town))
    code = await letters(browser)
    assert browser.page is not None
    assert f"https://t.me/porte_voix_bot?start=bureau-{code}" in browser.page.text
    await phone.text(f"/start bureau-{code}")
    await phone.expect("C'est vous")


async def test_the_question_shows_the_letters_to_be_looked_for_on_ones_own_computer(
    town: Town, maude: Person, phone: Phone
) -> None:
    code = await letters(Browser(town, console_of(town)))  # of somebody else, who sends the link
    await phone.text(f"/start bureau-{code}")
    await phone.expect(code, "votre ordinateur", "quelqu'un vous a envoyé un lien, répondez non")


async def test_a_no_lets_nobody_in(town: Town, maude: Person, phone: Phone) -> None:
    browser = Browser(town, console_of(town))
    await phone.text(f"/bureau {await letters(browser)}")
    await phone.press("non")
    await phone.expect_any("personne n'est")
    await browser.fill("/continuer")
    assert "a dit non" in browser.words
    assert not await is_in(browser)
    assert await acts_noted(town) == ["console.refused"]


async def test_the_letters_are_of_no_use_in_another_browser(town: Town, maude: Person, phone: Phone) -> None:
    """Whoever reads the screen over a shoulder has the letters, not the browser that asked for them."""
    mine, other = Browser(town, console_of(town)), Browser(town, console_of(town))
    code = await letters(mine)
    await phone.text(f"/bureau {code}")
    await phone.press("oui")
    answer = await other.post("/bureau/entrer/continuer", {})
    assert answer.status_code == 403
    assert not await is_in(other)
    await mine.fill("/continuer")
    assert await is_in(mine)


async def test_letters_die_after_ten_minutes(town: Town, maude: Person, phone: Phone) -> None:
    browser = Browser(town, console_of(town))
    code = await letters(browser)
    await town.move(minutes=11)
    await phone.text(f"/bureau {code}")
    await phone.expect("aucun ordinateur")
    await browser.open("/bureau/entrer")
    assert "Entrer avec mon Telegram" in browser.words


async def test_letters_accepted_are_used_once(town: Town, maude: Person, phone: Phone) -> None:
    browser = Browser(town, console_of(town))
    await phone.text(f"/bureau {await letters(browser)}")
    await phone.press("oui")
    pending = browser.client.cookies.get("__Host-bureau-entree")
    await browser.fill("/continuer")
    again = Browser(town, console_of(town))
    again.client.cookies.set("__Host-bureau-entree", pending or "", domain="porte.example.org")
    assert (await again.post("/bureau/entrer/continuer", {})).status_code == 403
    assert await count(town, WebSession) == 1


async def test_a_member_answers_no_request(town: Town, maude: Person) -> None:
    karim = town.telegram("5550113")
    await settle_in(town, karim, "Karim", Role.MEMBER)
    browser = Browser(town, console_of(town))
    code = await letters(browser)
    for words in (f"/bureau {code}", f"/start bureau-{code}", "/bureau", "/bureau fermer"):
        await karim.text(words)
        await karim.expect("Seule la coordination")


async def test_a_text_message_never_opens_the_desk(town: Town) -> None:
    """A sender's number can be forged: neither a link, nor letters, nor a confirmation by text."""
    basic = town.sms("+18195550142")
    await settle_in(town, basic, "Maude", Role.COORDINATOR)
    browser = Browser(town, console_of(town))
    code = await letters(browser)
    for words in ("/bureau", f"/bureau {code}"):
        await basic.text(words)
        said = await basic.expect("par texto")
        assert "lien/" not in said.text
    assert await count(town, WebSession) == 0


async def test_five_wrong_codes_and_the_account_waits_but_its_link_still_works(
    town: Town, maude: Person, phone: Phone
) -> None:
    browser = Browser(town, console_of(town))
    code = await letters(browser)
    for wrong in ("AAAAA2", "AAAAA3", "AAAAA4", "AAAAA5", "AAAAA6"):
        await phone.text(f"/bureau {wrong}")
        await phone.expect("aucun ordinateur")
    await phone.text(f"/bureau {code}")
    await phone.expect("Trop de codes essayés")
    assert await link_of(phone)
    await town.move(minutes=16)
    await phone.text(f"/bureau {await letters(Browser(town, console_of(town)))}")
    await phone.expect("C'est vous")


async def test_one_address_begins_twenty_logins_an_hour(town: Town, maude: Person) -> None:
    browser = Browser(town, console_of(town))
    answers = [await browser.post("/bureau/entrer", {}) for _ in range(21)]
    assert [a.status_code for a in answers] == [303] * 20 + [429]
    await town.move(minutes=61)
    assert (await browser.post("/bureau/entrer", {})).status_code == 303


async def test_the_code_is_kept_under_a_key_that_the_database_does_not_hold(town: Town, maude: Person) -> None:
    code = await letters(Browser(town, console_of(town)))
    async with town.database.read() as session:
        (login,) = await session.scalars(select(WebLogin))
        kept = f"{login.digest} {login.code_digest}"
    assert code not in kept
    other = Town(town.database, town.now, TELEGRAM_TOKEN="999:zzz", PUBLIC_BASE_URL=HTTPS)
    assert other.installation.console_key != town.installation.console_key
    assert "console_key" not in repr(town.installation)


# -- B: a link -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("agent", SCANNERS)
async def test_looking_at_a_link_never_uses_it(town: Town, maude: Person, phone: Phone, agent: str) -> None:
    """Telegram's preview, mail scanners and prefetches fetch every link: only a click comes in."""
    address = await link_of(phone)
    scanner = httpx.AsyncClient(transport=Browser(town, console_of(town)).client._transport, base_url=HTTPS)
    for _ in range(3):
        for method in ("GET", "HEAD"):
            answer = await scanner.request(method, address, headers={"User-Agent": agent, "Purpose": "prefetch"})
            assert answer.status_code == 200
            assert "set-cookie" not in answer.headers
    assert await count(town, WebSession) == 0
    browser = Browser(town, console_of(town))
    await browser.open(address)
    assert "Entrer comme Maude?" in browser.words
    await browser.fill("")
    assert await is_in(browser)


async def test_a_link_posted_by_another_site_is_not_used(town: Town, maude: Person, phone: Phone) -> None:
    address = await link_of(phone)
    browser = Browser(town, console_of(town))
    for headers in ({"Origin": "https://elsewhere.example"}, {"Origin": "null"}, {"Origin": ""}):
        assert (await browser.client.post(address, headers=headers)).status_code == 403
    assert await count(town, WebSession) == 0


async def test_a_second_use_is_a_plain_page(town: Town, maude: Person, phone: Phone) -> None:
    address = await link_of(phone)
    first, second = Browser(town, console_of(town)), Browser(town, console_of(town))
    await first.open(address)
    await first.fill("")
    for answer in (await second.open(address), await second.post(address, {})):
        assert answer.status_code == 410
        assert "Ce lien ne sert plus" in second.words
        assert "/bureau" in second.words


async def test_a_link_dies_after_ten_minutes_and_a_new_one_voids_it(town: Town, maude: Person, phone: Phone) -> None:
    old = await link_of(phone)
    new = await link_of(phone)
    browser = Browser(town, console_of(town))
    assert (await browser.open(old)).status_code == 410
    assert (await browser.open(new)).status_code == 200
    await town.move(minutes=11)
    assert (await browser.open(new)).status_code == 410


async def test_an_unknown_link_is_the_same_page(town: Town, maude: Person) -> None:
    browser = Browser(town, console_of(town))
    assert (await browser.open("/bureau/lien/" + "x" * 43)).status_code == 410


async def test_the_outbox_keeps_no_link_once_it_left(town: Town, maude: Person, phone: Phone) -> None:
    token = (await link_of(phone)).rpartition("/")[2]
    await town.tick()
    async with town.database.read() as session:
        rows = list(await session.scalars(select(Delivery)))
        assert not [row for row in rows if token in f"{row.body} {row.buttons}"]
        assert [row for row in rows if row.body == "" and row.buttons is None]


async def test_a_local_installation_gives_its_address_in_words_since_telegram_takes_no_such_button(
    sqlite_url: str,
) -> None:
    database = Database(sqlite_url)
    here = await Town(database, MONDAY, PUBLIC_BASE_URL="http://127.0.0.1:8080").open()
    phone = here.telegram("9001")
    await settle_in(here, phone, "Maude", Role.COORDINATOR)
    await phone.text("/bureau")
    said = await phone.expect("http://127.0.0.1:8080/bureau/lien/")
    assert said.buttons == []
    browser = Browser(here, console_of(here, PUBLIC_BASE_URL="http://127.0.0.1:8080"))
    found = re.search(r"http://\S+", said.text)
    assert found
    await browser.open(found[0])
    await browser.fill("")
    assert "Installation locale" in browser.words
    assert browser.client.cookies.get("bureau")
    await database.close()


# -- sessions ------------------------------------------------------------------------------------------------------


async def test_the_cookie_is_of_this_host_alone_and_hidden_from_scripts(
    town: Town, maude: Person, phone: Phone
) -> None:
    browser = Browser(town, console_of(town))
    await browser.open(await link_of(phone))
    answer = await browser.post(browser.form()[0], {})
    cookie = next(c for c in answer.headers.get_list("set-cookie") if c.startswith("__Host-bureau="))
    for attribute in ("Secure", "HttpOnly", "SameSite=lax", "Path=/"):
        assert attribute in cookie
    assert "Domain" not in cookie
    async with town.database.read() as session:
        (row,) = await sessions_of(session, maude.id)
    value = re.match(r"__Host-bureau=([^;]+)", cookie)
    assert value
    assert len(value[1]) >= 43, "256 bits"
    assert value[1] not in (row.digest, row.browser)


@pytest.mark.parametrize(("shared", "idle", "whole"), [(True, 20, 4 * 60), (False, 60, 12 * 60)])
async def test_a_session_ends_when_left_idle_and_in_any_case_after_hours(
    town: Town, maude: Person, shared: bool, idle: int, whole: int
) -> None:
    browser = await browser_of(town)
    await browser.enter(maude, shared=shared)
    for _ in range(whole // (idle - 1)):
        town.now += _minutes(idle - 1)
        assert await is_in(browser)
    town.now += _minutes(idle - 1)
    assert not await is_in(browser), "hours have passed, whatever was done meanwhile"
    await browser.enter(maude, shared=shared)
    town.now += _minutes(idle + 1)
    assert not await is_in(browser), "left idle"


async def test_a_role_taken_away_ends_the_visit_at_the_next_page(town: Town, maude: Person) -> None:
    browser = await browser_of(town, maude)
    assert await is_in(browser)
    async with town.database.write() as session:
        await ungrant(session, maude.id, Role.COORDINATOR, town.installation.today(town.now))
    answer = await browser.open("/bureau")
    assert answer.url.path == "/bureau/entrer"
    await town.tick()
    assert await count(town, WebSession) == 0


async def test_a_territory_given_meanwhile_is_that_of_the_next_page(town: Town, maude: Person) -> None:
    browser = await browser_of(town, maude)
    await browser.open("/bureau")
    assert "seulement" not in browser.words
    async with town.database.write() as session:
        await grant(session, maude.id, Role.COORDINATOR, "Grande-Anse")
    await browser.open("/bureau")
    assert "Grande-Anse seulement" in browser.words


async def test_beyond_five_the_oldest_session_ends(town: Town, maude: Person) -> None:
    browsers = []
    for _ in range(6):
        town.now += _minutes(1)
        browsers.append(await browser_of(town, maude))
    assert [await is_in(b) for b in browsers] == [False, *[True] * 5]


async def test_the_phone_closes_every_session(town: Town, maude: Person, phone: Phone) -> None:
    browsers = [await browser_of(town, maude) for _ in range(2)]
    await phone.forget()
    await phone.text("/bureau fermer")
    await phone.expect("2 connexions")
    assert [await is_in(b) for b in browsers] == [False, False]
    await phone.text("/bureau fermer")
    await phone.expect("nulle part")


async def test_a_login_that_was_not_theirs_is_ended_by_one_button(town: Town, maude: Person, phone: Phone) -> None:
    browser = await browser_of(town, maude)
    await phone.expect_any("Si ce n'était pas vous")
    await phone.press("ce n'etait pas moi")
    await phone.expect_any("fermé")
    assert not await is_in(browser)
    assert await acts_noted(town) == ["console.entered", "console.refused"]


async def test_leaving_ends_this_browser_s_session_alone(town: Town, maude: Person) -> None:
    here, there = await browser_of(town, maude), await browser_of(town, maude)
    await here.open("/bureau")
    await here.fill("/sortir")
    assert (await is_in(here), await is_in(there)) == (False, True)


async def test_the_journal_knows_the_door_and_the_browser_and_neither_address_nor_token(
    town: Town, maude: Person, phone: Phone
) -> None:
    address = await link_of(phone)
    browser = Browser(town, console_of(town))
    await browser.open(address)
    await browser.fill("")
    async with town.database.read() as session:
        (entry,) = [e for e in await session.scalars(select(Entry)) if e.act == "console.entered"]
    assert entry.details == {"door": "link", "browser": "Firefox, Windows"}
    assert entry.channel == "web"
    assert entry.actor == f"person:{maude.pseudonym}"
