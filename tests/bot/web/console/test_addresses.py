"""Where an answer of the desk leads: a page of the desk, on no host but the browser's own."""

from __future__ import annotations

import pytest

from db.people import Person
from tests.support.console import browser_of
from tests.support.phones import Town

HUGE = ["9" * 26, "9999999999", "2147483648", "-1", "1e3", "٣"]
PAGES = [
    "/personnes/{n}", "/personnes/{n}/modifier", "/rencontres/{n}", "/rencontres/{n}/calendrier",
    "/rencontres/{n}/presence", "/demandes/{n}", "/demandes/paiements/{n}", "/demandes/{n}/recus/{n}", "/appels/{n}",
    "/appels/{n}/fichiers/{n}", "/envois/{n}", "/envois/{n}/etat", "/actes/people.merge/{n}",
    "/actes/meetings.cancel/{n}",
]  # fmt: skip


@pytest.mark.parametrize("number", HUGE)
async def test_a_number_that_nothing_can_have_is_no_page(town: Town, maude: Person, number: str) -> None:
    browser = await browser_of(town, maude)
    for page in PAGES:
        answer = await browser.open("/bureau" + page.format(n=number))
        assert answer.status_code == 404, page


async def test_a_form_takes_a_number_of_any_size(town: Town, maude: Person) -> None:
    browser = await browser_of(town, maude)
    for number in ("9" * 26, "9" * 5000, "²", "-3"):
        await browser.open(f"/bureau/actes/people.merge/{maude.id}")
        path, data = browser.form()
        answer = await browser.post(path, data | {"other": number})
        assert answer.status_code in (200, 303, 403, 404, 422), number[:20]


@pytest.mark.parametrize("path", ["/bureau/", "/bureau/personnes/", "/bureau/entrer/"])
async def test_no_answer_leads_to_the_host_that_a_request_names(town: Town, maude: Person, path: str) -> None:
    browser = await browser_of(town, maude)
    answer = await browser.client.get(path, headers={"Host": "evil.example"})
    assert "evil.example" not in str(answer.headers)
    assert answer.headers.get("location", "/bureau").startswith("/bureau")


@pytest.mark.parametrize(
    ("path", "leads"),
    [
        ("/personnes", "/bureau/personnes"),
        ("/personnes?page=2", "/bureau/personnes?page=2"),
        ("/../../evil", "/bureau"),
        ("/%2e%2e/evil", "/bureau"),
        ("/./evil", "/bureau"),
        ("/\\evil", "/bureau"),
        ("//evil.example", "/bureau"),
        ("evil", "/bureau"),
    ],
)
async def test_the_language_leads_back_to_a_page_of_the_desk(town: Town, maude: Person, path: str, leads: str) -> None:
    browser = await browser_of(town, maude)
    await browser.open("/bureau")
    where, data = browser.form("/langue")
    answer = await browser.post(where, data | {"language": "fr", "path": path})
    assert answer.status_code == 303
    assert answer.headers["location"] == leads
