"""The language of the pages that nobody is in, and of those that do not exist: the house's, with another one near."""

from __future__ import annotations

import pytest

from tests.support.console import browser_of
from tests.support.phones import Town
from tests.support.region import Region, fill_region


@pytest.fixture
async def region(town: Town) -> Region:
    return await fill_region(town)


@pytest.mark.parametrize(
    ("accepted", "lang"),
    [
        ("", "fr"),
        ("de", "fr"),
        ("en-CA,en;q=0.9,fr-CA;q=0.8", "fr"),  # the house's is one that they read
        ("es,ht", "fr"),
        ("en-CA,en;q=0.9", "en"),
    ],
)
async def test_a_page_that_nobody_is_in_speaks_the_houses_language(town: Town, accepted: str, lang: str) -> None:
    browser = await browser_of(town)
    for path in ("/bureau/entrer", "/bureau/nulle-part"):
        page = await browser.open(path, **{"Accept-Language": accepted})
        assert f'<html lang="{lang}">' in page.text


async def test_another_language_is_chosen_there_and_remembered(town: Town) -> None:
    browser = await browser_of(town)
    page = await browser.open("/bureau/entrer", **{"Accept-Language": "en"})
    assert 'href="?langue=fr"' in page.text
    page = await browser.open("/bureau/entrer?langue=fr", **{"Accept-Language": "en"})
    assert '<html lang="fr">' in page.text
    page = await browser.open("/bureau/nulle-part", **{"Accept-Language": "en"})
    assert '<html lang="fr">' in page.text


@pytest.mark.parametrize("path", ["/bureau/nulle-part", "/bureau/appels/999", "/bureau/actes/rien"])
async def test_whoever_is_in_keeps_their_language_and_their_menu_on_a_page_that_does_not_exist(
    town: Town, region: Region, path: str
) -> None:
    browser = await browser_of(town, region.maude)
    page = await browser.open(path, **{"Accept-Language": "en"})
    assert page.status_code == 404
    assert "Cette page n'existe pas" in browser.words
    assert 'href="/bureau/rencontres"' in page.text
    await browser.client.post("/bureau/sortir", headers={"Origin": browser.console.settings.public_url})
    page = await browser.open("/bureau/entrer", **{"Accept-Language": "en"})
    assert '<html lang="fr">' in page.text, "the last one who was in read French"
