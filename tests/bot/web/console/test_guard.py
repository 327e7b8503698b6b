"""What every request passes through: where it comes from, its token, its size, the headers of its answer."""

from __future__ import annotations

import json

import httpx
import pytest
from sqlalchemy import func, select
from structlog.testing import capture_logs

from bot.web.console.http import HEADERS, LARGEST_FORM
from bot.web.console.templates import STATIC, asset
from db.console.tables import WebPost, WebSession
from db.meetings.tables import Meeting
from db.people import Person, Role, ungrant
from tests.support.console import HTTPS, Browser, browser_of, console_of
from tests.support.phones import Town
from tests.support.region import Region, fill_region

ELSEWHERE = (
    {"Origin": "https://elsewhere.example"},
    {"Origin": "https://porte.example.org.elsewhere.example"},
    {"Origin": "http://porte.example.org"},
    {"Origin": "null"},
    {"Origin": "null", "Sec-Fetch-Site": "cross-site"},
    {"Origin": "null", "Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "none"},
    {},
)


@pytest.fixture
async def region(town: Town) -> Region:
    return await fill_region(town)


async def count(town: Town, table: type) -> int:
    async with town.database.read() as session:
        return int(await session.scalar(select(func.count()).select_from(table)) or 0)


@pytest.mark.parametrize("headers", ELSEWHERE)
async def test_a_form_that_does_not_come_from_here_does_nothing(
    town: Town, region: Region, headers: dict[str, str]
) -> None:
    """Even with the cookie, even with the right token."""
    browser = await browser_of(town, region.maude)
    await browser.open(f"/bureau/actes/meetings.cancel/{region.draft}")
    _, data = browser.form()
    bare = httpx.AsyncClient(transport=browser.client._transport, base_url=HTTPS, cookies=browser.client.cookies)
    for path, given in (
        (f"/bureau/actes/meetings.cancel/{region.draft}", data | {"reason": "tempête"}),
        ("/bureau/sortir", {}),
        ("/bureau/langue", data | {"language": "en"}),
        ("/bureau/entrer", {}),
    ):
        assert (await bare.post(path, data=given, headers=headers)).status_code == 403, path
    async with town.database.read() as session:
        assert (await session.get_one(Meeting, region.draft)).cancelled_reason == ""
    assert await count(town, WebSession) == 1


@pytest.mark.parametrize("headers", [{"Origin": HTTPS}, {"Origin": "null", "Sec-Fetch-Site": "same-origin"}])
async def test_a_browser_that_tells_no_referrer_is_believed_when_it_says_same_origin(
    town: Town, region: Region, headers: dict[str, str]
) -> None:
    browser = await browser_of(town, region.maude)
    await browser.open("/bureau")
    _, data = browser.form("/langue")
    bare = httpx.AsyncClient(transport=browser.client._transport, base_url=HTTPS, cookies=browser.client.cookies)
    assert (await bare.post("/bureau/langue", data=data, headers=headers)).status_code == 303


@pytest.mark.parametrize("token", ["", "x" * 80, None])
async def test_a_form_without_the_token_of_its_session_does_nothing(
    town: Town, region: Region, token: str | None
) -> None:
    mine, other = await browser_of(town, region.maude), await browser_of(town, region.denis)
    await other.open("/bureau")
    theirs = other.form("/langue")[1]["form"]
    await mine.open(f"/bureau/actes/meetings.cancel/{region.draft}")
    target, data = mine.form()
    answer = await mine.post(target, data | {"form": theirs if token is None else token, "reason": "tempête"})
    assert answer.status_code == 403
    async with town.database.read() as session:
        assert (await session.get_one(Meeting, region.draft)).cancelled_reason == ""


async def test_tokens_differ_each_time_so_that_compression_betrays_none(town: Town, maude: Person) -> None:
    browser = await browser_of(town, maude)
    found = set()
    for _ in range(3):
        await browser.open("/bureau")
        found.add(browser.form("/langue")[1]["form"])
    assert len(found) == 3


async def test_every_answer_has_the_headers(town: Town, region: Region) -> None:
    browser, outside = await browser_of(town, region.maude), Browser(town, console_of(town))
    css = f"/bureau/static/{asset('console.css')}"
    answers = [await browser.client.get(path) for path in ("/bureau", "/bureau/rencontres/999", "/bureau/x", css)]
    answers += [await outside.client.get("/bureau"), await outside.client.get("/bureau/entrer")]
    answers += [await outside.client.post("/bureau/sortir")]
    for answer in answers:
        for name, value in HEADERS.items():
            assert answer.headers[name] == value, answer.url
        assert answer.headers["Strict-Transport-Security"].startswith("max-age=")
        assert "unsafe" not in answer.headers["Content-Security-Policy"]
    assert answers[0].headers["Cache-Control"] == "no-store"
    assert "immutable" in answers[3].headers["Cache-Control"]


def test_pages_hold_neither_script_nor_style_of_their_own() -> None:
    for path in (STATIC.parent / "templates").rglob("*.html"):
        words = path.read_text(encoding="utf-8")
        for forbidden in (" style=", "<style", " onclick=", " onsubmit=", "javascript:", "http://", "<script>"):
            assert forbidden not in words, (path.name, forbidden)


def test_nothing_is_loaded_from_elsewhere_and_little_is_loaded() -> None:
    import gzip

    sizes = {path.name: len(gzip.compress(path.read_bytes())) for path in STATIC.iterdir()}
    assert sizes["console.css"] < 15_000
    assert sizes["console.js"] < 10_000
    for path in STATIC.iterdir():
        assert "https://" not in path.read_text(encoding="utf-8").replace("http://www.w3.org", "")


@pytest.mark.parametrize("name", ["console.css", "../app.py", "..%2f..%2fapp.py", "console.0000000000.css"])
async def test_static_files_are_served_by_the_name_that_holds_their_digest_alone(town: Town, name: str) -> None:
    browser = Browser(town, console_of(town))
    assert (await browser.client.get(f"/bureau/static/{name}")).status_code == 404


async def test_a_form_too_large_is_refused(town: Town, maude: Person) -> None:
    browser = await browser_of(town, maude)
    await browser.open("/bureau/ecrire")
    target, data = browser.form()
    assert (await browser.post(target, data | {"words": "a" * LARGEST_FORM})).status_code == 413
    assert "trop long" in browser.words


async def test_a_session_over_keeps_what_was_written_until_one_is_back(town: Town, region: Region) -> None:
    browser = await browser_of(town, region.maude)
    await browser.open(f"/bureau/actes/meetings.cancel/{region.draft}")
    target, data = browser.form()
    await town.move(hours=13)
    answer = await browser.post(target, data | {"reason": "tempête de neige"})
    assert answer.status_code == 403
    assert "gardé" in browser.words
    assert "tempête de neige" in answer.text
    async with town.database.read() as session:
        assert (await session.get_one(Meeting, region.draft)).cancelled_reason == ""


async def test_a_role_taken_away_in_the_middle_stops_the_form(town: Town, region: Region) -> None:
    browser = await browser_of(town, region.maude)
    await browser.open(f"/bureau/actes/meetings.cancel/{region.draft}")
    target, data = browser.form()
    async with town.database.write() as session:
        await ungrant(session, region.maude.id, Role.COORDINATOR, town.installation.today(town.now))
    assert (await browser.post(target, data | {"reason": "tempête"})).status_code == 403
    assert await count(town, WebPost) == 0


async def test_logs_hold_no_word_no_name_and_no_query(town: Town, region: Region) -> None:
    browser = await browser_of(town, region.maude)
    with capture_logs() as logs:
        await browser.open("/bureau/personnes?q=lise")
    said = repr(logs)
    assert "a page of the console" in said
    assert "lise" not in said.casefold()


async def test_the_page_that_waits_for_letters_says_where_they_stand(town: Town, maude: Person) -> None:
    browser = Browser(town, console_of(town))
    await browser.open("/bureau/entrer")
    await browser.fill("/entrer")
    answer = await browser.client.get("/bureau/entrer/etat")
    assert json.loads(answer.text) == {"state": "waiting"}
