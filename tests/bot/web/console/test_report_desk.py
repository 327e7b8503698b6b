"""The year on the desk: what lacks, the texts as they stand and as they were, the remarks, the rows behind figures."""

from __future__ import annotations

import re

import pytest

from db.report.behind import Behind
from tests.stories.test_report_read import YEAR, a_year, sent
from tests.support.console import Browser, browser_of
from tests.support.meetings import arrive
from tests.support.phones import Phone, Town


async def desk(town: Town, maude: Phone) -> Browser:
    person = await maude.person()
    assert person is not None
    return await browser_of(town, person)


async def test_a_draft_says_what_lacks_and_each_line_leads_to_where_it_is_done(town: Town) -> None:
    maude, _rose, _luc = await a_year(town)
    browser = await desk(town, maude)
    page = await browser.open(f"/bureau/bilan?annee={YEAR}")
    assert "Avant d'arrêter" in browser.words
    assert "Aucune enveloppe n'est dite" in browser.words
    assert "présence a été notée ou corrigée après" not in browser.words
    assert "/enveloppe" not in browser.words
    section = page.text.partition("Avant d&#39;arrêter")[2].partition("</ul>")[0]
    places = re.findall(r'href="([^"]+)"', section)
    assert places
    for place in places:
        assert (await browser.open(place.replace("&amp;", "&").partition("#")[0])).status_code == 200, place


async def test_presences_corrected_after_15_may_are_said_on_the_page_before_the_freeze(town: Town) -> None:
    maude, _rose, _luc = await a_year(town)
    await arrive(town, 5, 20)
    await maude.tell("/presence 1 Luc au téléphone")
    browser = await desk(town, maude)
    await browser.open(f"/bureau/bilan?annee={YEAR}")
    assert "Une présence a été notée ou corrigée après le 15 mai 2026 (Maude 1)" in browser.words
    assert "tel que connu le 21 mai 2026" in browser.words
    await browser.open(f"/bureau/actes/report.freeze?year={YEAR}")
    await browser.fill()
    assert "Une présence a été notée ou corrigée après le 15 mai 2026 (Maude 1)" in browser.words


async def test_a_text_is_shown_rewritten_from_what_it_was_and_put_back(town: Town) -> None:
    maude, _rose, _luc = await a_year(town)
    browser = await desk(town, maude)
    await maude.tell(f"/bilan-ecrire {YEAR} appris On parle mieux à deux.")
    await browser.open(f"/bureau/bilan?annee={YEAR}")
    assert "On parle mieux à deux." in browser.words
    await browser.open(f"/bureau/actes/report.write?year={YEAR}&name=learned")
    assert "On parle mieux à deux." in browser.words  # in the form
    await browser.fill(words="On parle mieux à trois.")
    await browser.open(f"/bureau/bilan?annee={YEAR}")
    assert "On parle mieux à trois." in browser.words
    await browser.open(f"/bureau/actes/report.put_back?year={YEAR}&name=learned")
    await browser.fill()
    await browser.open(f"/bureau/bilan?annee={YEAR}")
    assert "On parle mieux à deux." in browser.words


async def test_the_reading_and_its_remarks_are_on_the_page_until_they_are_settled(town: Town) -> None:
    maude, rose, _luc = await a_year(town)
    await sent(town, maude)
    await rose.expect_any("C'est juste?")
    await rose.tell("lautobus arrete a 19 h")
    await rose.expect_any("avec vos mots")
    browser = await desk(town, maude)
    await browser.open(f"/bureau/bilan?annee={YEAR}")
    assert "jusqu'au 18 mai 2026" in browser.words
    assert "lautobus arrete a 19 h à régler" in browser.words.replace("“", "").replace("”", "")
    assert "N'ont pas répondu : Luc" in browser.words
    await browser.open("/bureau")
    assert f"Une remarque à lire sur le chapitre {YEAR}" in browser.words
    await browser.open(f"/bureau/actes/report.settle_remarks?year={YEAR}")
    await browser.fill()
    await browser.open("/bureau")
    assert "Une remarque à lire" not in browser.words


@pytest.mark.parametrize("what", list(Behind))
async def test_each_link_to_rows_opens_those_of_the_year(town: Town, what: Behind) -> None:
    maude, _rose, _luc = await a_year(town)
    browser = await desk(town, maude)
    page = await browser.open(f"/bureau/bilan?annee={YEAR}")
    assert f'href="/bureau/bilan/lignes/{what}?annee={YEAR}"' in page.text
    page = await browser.open(f"/bureau/bilan/lignes/{what}?annee={YEAR}")
    counted = {Behind.MEETINGS: 1, Behind.PRESENCES: 1}.get(what, 0)
    body = page.text.partition("<tbody>")[2].partition("</tbody>")[0]
    assert body.count('<tr role="row">') == counted
    assert f"{YEAR} : " in browser.words.replace("\u202f", " ")
    for place in re.findall(r'<th[^>]*><a href="([^"]+)"', body):
        assert (await browser.open(place)).status_code == 200
    assert (await browser.open(f"/bureau/bilan/lignes/{what}?annee=2019-2020")).status_code == 200
    assert (await browser.open("/bureau/bilan/lignes/rien?annee=2025-2026")).status_code == 404
