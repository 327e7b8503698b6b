"""The web console of `portevoix run`: opened by letters confirmed on Telegram, by Telegram's link, from the shell."""

from __future__ import annotations

import re
from pathlib import Path

import httpx
import pytest

from tests.outside.world import World, close_world, open_world

pytestmark = pytest.mark.asyncio(loop_scope="module")


def browser(world: World) -> httpx.AsyncClient:
    headers = {"Origin": world.program.url, "Accept-Language": "fr", "User-Agent": "Firefox/130 Windows"}
    return httpx.AsyncClient(base_url=world.program.url, headers=headers, follow_redirects=True, timeout=40)


async def test_letters_of_the_page_confirmed_on_telegram_let_in(world: World) -> None:
    maude = world.people["Maude"]
    async with browser(world) as client:
        page = await client.post("/bureau/entrer", data={})
        code = re.search(r'class="typed">/bureau ([A-Z0-9]{6})<', page.text)
        assert code, page.text
        await maude.text(f"/bureau {code[1]}")
        await maude.expect("C'est vous")
        await maude.choose(1)
        await maude.expect("C'est bon")
        page = await client.post("/bureau/entrer/continuer", data={})
        assert page.status_code == 200
        assert "hui, " in page.text
        await maude.expect("Connexion au bureau")
        for path in ("/bureau/rencontres", "/bureau/personnes", "/bureau/envois", "/bureau/ecrire"):
            assert (await client.get(path)).status_code == 200


@pytest.mark.parametrize("door", ["telegram", "shell"])
async def test_a_link_lets_in_once(world: World, door: str) -> None:
    maude = world.people["Maude"]
    if door == "telegram":
        await maude.text("/bureau")
        link = re.search(r"http://\S+/bureau/lien/\S+", await maude.expect("lien"))
        assert link
        address = link[0]
    else:
        address = (await world.program.done("console", "link"))["link"]
    path = address.removeprefix(world.program.url)
    async with browser(world) as client, browser(world) as other:
        assert "Entrer comme Maude" in (await client.get(path)).text
        assert "Rien ne vous attend" in (await client.post(path, data={})).text
        assert (await other.post(path, data={})).status_code == 410


async def test_who_knows_nothing_is_shown_nothing(world: World) -> None:
    async with browser(world) as client:
        client.follow_redirects = False
        assert (await client.get("/bureau/personnes")).status_code == 303
        assert (await client.post("/bureau/ecrire", data={"words": "x"})).status_code == 403


async def test_over_plain_http_from_elsewhere_there_is_no_console(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder: Path = tmp_path_factory.mktemp("plain")
    world = await open_world(folder, PUBLIC_BASE_URL="http://porte.example.org")
    try:
        async with browser(world) as client:
            assert (await client.get("/bureau/entrer")).status_code in (403, 404)
        maude = await world.coordinator()
        await maude.text("/bureau")
        await maude.expect("https")
    finally:
        await close_world(world)
