"""The pages of the console over a filled region: what each shows, to whom, and what none may show."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from sqlalchemy import func, select, update
from starlette.routing import compile_path

from bot.web.console.app import console_app
from bot.web.console.pages import PAGES
from bot.web.console.pages.acts import FORMS, title_of
from bot.web.console.templates import HERE as CONSOLE
from bot.web.console.templates import tel
from db.comments.tables import Comment, CommentState
from db.consent import ConsentEntry
from db.contacts import ContactPerson
from db.deliveries import Broadcast, BroadcastState, BroadcastText, Delivery
from db.journal import Entry
from db.people import Person, Role, grant
from db.privacy.tables import Look
from db.report.behind import Behind
from db.session import Database
from handlers.routes import ROUTES
from tests.bot.web.console.conftest import MONDAY
from tests.support.console import HTTPS, Browser, browser_of
from tests.support.env import catalogue
from tests.support.phones import Town
from tests.support.region import (
    HERE,
    THERE,
    WORDS_NAMED,
    WORDS_NAMELESS,
    WORDS_READ,
    WORDS_THERE,
    Region,
    fill_region,
)


@pytest.fixture
async def region(town: Town) -> Region:
    return await fill_region(town)


def pages_of(region: Region) -> list[str]:
    return [
        "",
        "/rencontres",
        "/rencontres?passees=oui",
        "/rencontres/nouvelle",
        *(f"/rencontres/{number}" for number in (region.coming, region.held, region.draft)),
        f"/rencontres/{region.held}/presence",
        f"/rencontres/{region.coming}/deplacer",
        f"/rencontres/{region.draft}/points/1",
        f"/rencontres/{region.coming}/lecture",
        f"/rencontres/{region.held}/lecture",
        "/reponses",
        "/reponses/1",
        "/demandes",
        "/demandes/11",
        "/demandes/13",
        "/demandes/payer",
        "/demandes/paiements",
        "/tarifs",
        "/personnes",
        "/personnes?q=lis",
        f"/personnes/{region.lise.id}",
        f"/personnes/{region.lise.id}/modifier",
        f"/personnes/{region.lise.id}/conversation",
        f"/personnes/{region.omar.id}/conversation",
        "/recherche?q=lise",
        "/personnes/nouvelle",
        "/personnes/importer",
        "/envois",
        f"/envois/{region.broadcast}",
        f"/envois/{region.broadcast}/etat",
        "/ecrire",
        "/appels",
        f"/appels/{region.task}",
        "/infolettre",
        "/vie-privee",
        "/bilan",
        "/bilan?annee=2024-2025",
        *(f"/bilan/lignes/{what}?annee=2025-2026" for what in Behind),
        "/journal",
        "/reglages",
    ]


# What is no page of a menu, or needs rows that the region lacks: each is opened by a story of its own.
OPENED_APART = {
    "/rencontres/{number:number}/calendrier": "a file, not a page",
    "/demandes/{number:number}/recus/{place:number}": "a file, not a page",
    "/appels/{number:number}/fichiers/{place:number}": "a file, not a page",
    "/bilan/modele": "a file, not a page",
    "/fraicheur/etat": "a line for the page's script",
    "/brouillons/{number:number}": "tests/stories/test_drafts.py",
    "/demandes/paiements/{number:number}": "test_a_payment_is_shown_with_its_total",
    "/actes/{name}": "test_the_form_of_every_act_is_shown_and_does_nothing_by_itself",
    "/actes/{name}/{number:number}": "test_the_form_of_every_act_is_shown_and_does_nothing_by_itself",
}


async def test_every_page_of_the_console_is_one_of_those_that_are_opened_here(region: Region) -> None:
    """A page that nobody opens here is tried neither with one territory's coordinator nor in both languages."""
    opened = [path.partition("?")[0] for path in pages_of(region)]
    unopened = {
        path
        for method, path, _page in PAGES
        if method == "GET" and not any(compile_path(path)[0].match(one) for one in opened)
    }
    assert unopened == set(OPENED_APART), "add the page to `pages_of`, so that it is tried as the others are"


async def shown(browser: Browser, path: str) -> str:
    answer = await browser.open(f"/bureau{path}")
    assert answer.status_code == 200, (path, browser.words)
    return browser.words


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_every_page_is_shown_in_both_languages(town: Town, region: Region, language: str) -> None:
    async with town.database.write() as session:
        (await session.get_one(type(region.maude), region.maude.id)).language = language
    browser = await browser_of(town, region.maude)
    for path in pages_of(region):
        await shown(browser, path)
        assert browser.page is not None
        if not path.endswith("/etat"):
            assert f'<html lang="{language}">' in browser.page.text
            assert len(re.findall(r"<h1\b", browser.page.text)) == 1, path


async def test_a_payment_is_shown_with_its_total(town: Town, region: Region) -> None:
    maude = town.telegram("9001")
    for words in ("/approuver-demande 11", "/payer 11 chèque 2026-02-20", "62,50"):
        await maude.text(words)
    words = await shown(await browser_of(town, region.maude), "/demandes/paiements/1")
    assert "62,50" in words
    assert "Lise" in words


async def test_every_page_is_shown_of_an_empty_installation(town: Town, maude: object) -> None:
    browser = await browser_of(town, maude)  # type: ignore[arg-type]
    for path in ("", "/rencontres", "/reponses", "/demandes", "/demandes/payer", "/demandes/paiements", "/tarifs"):
        await shown(browser, path)
    for path in ("/personnes", "/personnes?q=xyz", "/envois", "/ecrire", "/appels", "/infolettre", "/journal"):
        await shown(browser, path)
    await browser.open("/bureau")
    assert "Rien ne vous attend" in browser.words


async def test_looking_at_every_page_changes_nothing_but_the_register_of_looks(town: Town, region: Region) -> None:
    browser = await browser_of(town, region.maude)

    async def rows() -> list[int]:
        async with town.database.read() as session:
            return [int(await session.scalar(select(func.count()).select_from(table)) or 0) for table in TABLES]

    from db.tables import metadata

    TABLES = [table for name, table in metadata.tables.items() if name not in ("web_sessions", "looks")]
    before = await rows()
    for path in pages_of(region):
        await shown(browser, path)
    assert await rows() == before


async def test_each_person_whom_a_page_shows_has_a_line_in_the_register_of_looks(town: Town, region: Region) -> None:
    browser = await browser_of(town, region.maude)
    looked = {
        f"/personnes/{region.lise.id}": ("people.card", region.lise.id),
        "/demandes/11": ("claims.whole", region.lise.id),
        f"/appels/{region.cry}": ("calls.card", region.lise.id),
        "/personnes?q=omar": ("people.rows", region.omar.id),
        "/demandes": ("claims.board", region.lise.id),
        "/appels": ("calls.cards", region.lise.id),
    }
    for path, (act, person) in looked.items():
        for _ in range(2):
            await shown(browser, path)
        async with town.database.read() as session:
            found = [
                (look.via, look.actor_id)
                for look in await session.scalars(select(Look).where(Look.act == act, Look.person_id == person))
            ]
        assert found == [("web", region.maude.id)], path


async def test_today_lists_what_waits_by_the_harm_of_waiting(town: Town, region: Region) -> None:
    words = await shown(await browser_of(town, region.maude), "")
    order = ["Détresse : Lise", "répondre à 1 commentaire", "Noter qui était là", "Décider 4 demandes"]
    places = [words.index(one) for one in order]
    assert places == sorted(places)
    assert "Payer 2 demandes" in words


async def test_a_meeting_says_who_comes_who_cannot_and_who_needs_what(town: Town, region: Region) -> None:
    words = await shown(await browser_of(town, region.maude), f"/rencontres/{region.coming}")
    assert "1 vient, 1 ne peut pas" in words
    assert re.search(r"Viennent Lise", words)
    assert re.search(r"Ne peuvent pas Omar", words)
    assert re.search(r"Besoins Lise\W+Besoins : transport", words)
    assert "Les autres n'ont pas encore répondu Denis" in words


async def test_the_reading_list_has_the_words_untouched_and_mixes_the_nameless(town: Town, region: Region) -> None:
    browser = await browser_of(town, region.maude)
    words = await shown(browser, f"/rencontres/{region.coming}/lecture")
    assert WORDS_NAMED in words
    assert WORDS_NAMELESS in words
    assert "No 5001, sans nom nomme quelqu'un" in words
    assert "peuvent dire qui a écrit" in words
    assert "10 h" not in words.split("À lire à la table")[1], "a day, never an hour"


async def test_a_nameless_comment_is_not_seen_to_come(town: Town, region: Region) -> None:
    browser = await browser_of(town, region.maude)
    paths = ["", "/reponses", f"/rencontres/{region.coming}", f"/rencontres/{region.coming}/lecture"]
    before = [await shown(browser, path) for path in paths]
    async with town.database.write() as session:
        session.add(
            Comment(
                organisation_id=1,
                number=5002,
                meeting_id=region.coming,
                with_name=False,
                words="on ne me demande jamais rien",
                state=CommentState.CONFIRMED,
                confirmed_on=town.installation.today(town.now),
            )
        )
    assert [await shown(browser, path) for path in paths] == before
    await town.move(days=1)
    await browser.enter(region.maude)
    assert "on ne me demande jamais rien" in await shown(browser, paths[3])


async def test_no_page_shows_money_and_what_was_said_together(town: Town, region: Region) -> None:
    """Nobody's comment may be weighed against what they were paid: no page has both, none leads from one to another."""
    browser = await browser_of(town, region.maude)
    said, money = (WORDS_NAMED, WORDS_NAMELESS, WORDS_READ), re.compile(r"\d,\d\d \$|\b55 \$")
    for path in pages_of(region):
        words = await shown(browser, path)
        assert not (any(one in words for one in said) and money.search(words)), path
        assert browser.page is not None
        if path.startswith("/demandes"):
            links = re.findall(r'href="([^"]+)"', browser.page.text.split("<main")[1])
            assert not [link for link in links if "/lecture" in link or "/reponses" in link or "/rencontres" in link]
    for path in (f"/personnes/{region.lise.id}", "/personnes"):
        words = await shown(browser, path)
        assert not money.search(words)
        assert not any(one in words for one in said)


async def test_remote_pay_reads_as_any_other_pay(town: Town, region: Region) -> None:
    browser = await browser_of(town, region.maude)
    for number in (11, 13):
        words = await shown(browser, f"/demandes/{number}")
        assert "allocation" in words
        assert "distance" not in words


async def test_numbers_are_hidden_in_lists_and_shown_whole_on_request_which_the_journal_notes(
    town: Town, region: Region
) -> None:
    browser = await browser_of(town, region.maude)
    whole = re.compile(r"819\D?555\D?0143")
    for path in ("/personnes", f"/personnes/{region.lise.id}"):
        words = (await shown(browser, path)).split("Besoin d'aide")[0]
        assert not whole.search(words)
        assert "***0143" in words
    await browser.fill("/numeros")
    assert whole.search(browser.words)
    async with town.database.read() as session:
        assert "people.seen" in list(await session.scalars(select(Entry.act)))


async def test_a_broadcast_has_a_title_a_date_an_audience_and_counts_that_add_up(town: Town, region: Region) -> None:
    browser = await browser_of(town, region.maude)
    words = await shown(browser, "/envois")
    assert "Le local est fermé demain" in words
    assert "territoire Grande-Anse" in words
    words = await shown(browser, f"/envois/{region.broadcast}")
    assert "2 messages en tout" in words
    assert "c'est un téléphone fixe" in words
    assert "Omar" in words


async def test_a_broadcast_names_those_to_whom_nothing_was_written(town: Town, region: Region) -> None:
    browser = await browser_of(town, region.maude)
    async with town.database.write() as session:
        nora = Person(
            organisation_id=1, name="Nora", territory=HERE, created_at=town.now, other_phones="819 555-0160 poste 2"
        )
        session.add(nora)
        await session.flush()
        await grant(session, nora.id, Role.MEMBER)
    words = await shown(browser, f"/envois/{region.broadcast}")
    assert "Nora : se joint par un appel seulement" in words.partition("Rien ne leur a été écrit")[2]
    async with town.database.read() as session:
        assert nora.id in set(await session.scalars(select(Look.person_id)))


async def test_the_texts_shown_are_those_that_left(town: Town, region: Region) -> None:
    browser = await browser_of(town, region.maude)
    async with town.database.write() as session:
        read = await session.scalar(select(BroadcastText.id).where(BroadcastText.broadcast_id == region.broadcast))
        await session.execute(
            update(Delivery).where(Delivery.broadcast_id == region.broadcast).values(broadcast_text_id=read)
        )
        session.add(
            BroadcastText(broadcast_id=region.broadcast, language="es", channel="email", body="Nadie lee esto.")
        )
    words = await shown(browser, f"/envois/{region.broadcast}")
    assert "Le local est ferme demain." in words
    assert "Nadie lee esto." not in words


@pytest.mark.parametrize(
    ("search", "found", "left"),
    [
        ("lis", "Lise", "Omar"),
        ("LISÉ", "Lise", "Omar"),
        ("0144", "Omar", "Lise"),
        ("les rives", "Rose", "Omar"),
    ],
)
async def test_people_are_found_by_name_number_or_territory(
    town: Town, region: Region, search: str, found: str, left: str
) -> None:
    words = (await shown(await browser_of(town, region.maude), f"/personnes?q={search}")).split("Comment joindre")[1]
    assert found in words
    assert left not in words


# -- who sees what -------------------------------------------------------------------------------------------------


async def test_a_coordinator_of_one_territory_sees_nothing_of_another(town: Town, region: Region) -> None:
    browser = await browser_of(town, region.denis)
    lists = ["", "/rencontres", "/rencontres?passees=oui", "/reponses", "/demandes", "/personnes", "/personnes?q=rose"]
    for path in [*lists, "/appels", "/envois", "/ecrire"]:
        words = await shown(browser, path)
        assert "Grande-Anse seulement" in words
        body = words.split("Grande-Anse seulement")[1].replace("« rose »", "")
        assert THERE not in body, path
        assert not re.search(r"\bRose\b", body), path
        assert WORDS_THERE not in body
    for path in (f"/rencontres/{region.there}", f"/rencontres/{region.there}/lecture", "/demandes/15", "/reponses/3"):
        assert (await browser.open(f"/bureau{path}")).status_code == 404, path
        assert THERE not in browser.words
    assert (await browser.open(f"/bureau/personnes/{region.rose.id}")).status_code == 404
    there = browser.words
    assert (await browser.open("/bureau/personnes/999999")).status_code == 404
    assert browser.words == there, "nobody counts who is elsewhere by trying one number after the other"
    for path in ("/journal", "/bilan", "/actes/report.freeze", "/actes/digest.approve", "/actes/claims.set_rate"):
        assert (await browser.open(f"/bureau{path}")).status_code == 403, path


async def test_buttons_of_what_one_may_not_do_are_not_there(town: Town, region: Region) -> None:
    theirs, all_of_it = await browser_of(town, region.denis), await browser_of(town, region.maude)
    await shown(theirs, "/infolettre")
    await shown(all_of_it, "/infolettre")
    assert "Approuver l'infolettre" not in theirs.words
    assert "Approuver l'infolettre" in all_of_it.words


async def test_a_number_that_does_not_exist_is_a_plain_page(town: Town, region: Region) -> None:
    browser = await browser_of(town, region.maude)
    for path in ("/rencontres/999", "/demandes/999", "/personnes/999", "/envois/999", "/appels/999", "/nulle-part"):
        assert (await browser.open(f"/bureau{path}")).status_code == 404, path
        assert "Cette page n'existe pas" in browser.words


async def test_who_is_not_in_is_led_to_the_login_page_by_every_page(town: Town, region: Region) -> None:
    browser = await browser_of(town)
    for path in pages_of(region):
        answer = await browser.client.get(f"/bureau{path}")
        assert answer.status_code == 303, path
        assert answer.headers["location"] == "/bureau/entrer"


# -- what is made of the acts --------------------------------------------------------------------------------------


async def test_every_act_has_its_form_or_a_page_of_its_own(town: Town, region: Region) -> None:
    """Nothing that a coordinator does on Telegram is lacking here."""
    own_pages = {
        "announcements.announce": "/ecrire",
        "announcements.keep_draft": "/ecrire",
        "announcements.edit_draft": "/brouillons",
        "announcements.send_draft": "/brouillons",
        "calls.answer": "/appels",
        "calls.settle": "/appels",
        "claims.pay": "/demandes/payer",
        "console.close": "/reglages",
        "digest.order": "/infolettre",
        "meetings.add": "/rencontres/nouvelle",
        "meetings.move": "/deplacer",
        "meetings.point": "/points",
        "meetings.presence": "/presence",
        "people.add": "/personnes/nouvelle",
        "people.import": "/personnes/importer",
        "people.change": "/modifier",
        "people.show": "/personnes",
        "people.write": "/conversation",
        "report.export": "/bilan",
        "report.keep_template": "/bilan/modele",
    }
    not_here = {
        "claims.treasurer": "the page of a payment is its list, to print",
        "journal.export": "files are made by Telegram and the shell",
        "people.make_coordinator": "the shell alone",
        "people.revoke": "the shell alone",
        "console.link": "the shell alone",
        "letters.post": "printed from the shell",
        "privacy.file": "everything about one person: a folder made by the shell",
    }
    lacking = [
        name
        for name, act in ROUTES.acts().items()
        if act.changes and name not in FORMS and name not in own_pages and name not in not_here
    ]
    assert not lacking


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_form_has_its_title_and_its_labels(language: str) -> None:
    from bot.web.console.forms import inputs_of

    words = catalogue()
    for act in FORMS.values():
        assert words.has(title_of(act).id, language), act.name
        for one in inputs_of(act, {}):
            assert words.has(getattr(one.label, "id", ""), language), (act.name, one.name)


def test_templates_hold_no_sentence() -> None:
    for path in sorted((CONSOLE / "templates").rglob("*.html")):
        bare = re.sub(r"(?s)\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<[^>]*>", " ", path.read_text(encoding="utf-8"))
        words = set(re.findall(r"[A-Za-zÀ-ÿ]{2,}", bare)) - {"Porte", "voix"}
        assert not words, f"{path.name}: {words}; the words live in messages/"


async def test_the_console_is_made_of_the_routes_that_it_lists(town: Town, maude: object) -> None:
    app = console_app((await browser_of(town)).console)
    posts = [r for r in app.routes if "POST" in getattr(r, "methods", ())]
    assert len(posts) > 20


async def test_every_page_is_shown_on_postgresql_too(postgres_url: str) -> None:
    database = Database(postgres_url)
    town = await Town(database, MONDAY, PUBLIC_BASE_URL=HTTPS).open()
    region = await fill_region(town)
    for person in (region.maude, region.denis):
        browser = await browser_of(town, person)
        for path in pages_of(region):
            if person is region.maude or (path not in ("/journal", "/demandes/16") and "/bilan" not in path):
                await shown(browser, path)
    await browser.open("/bureau/actes/claims.refuse/11")
    await browser.fill(reason="Ce n'était pas une rencontre.")
    assert "Vérifier" in browser.words
    await browser.confirm()
    assert "Défaire" in browser.words
    await database.close()


async def test_a_meeting_is_downloaded_for_a_calendar(town: Town, region: Region) -> None:
    browser = await browser_of(town, region.maude)
    answer = await browser.open(f"/bureau/rencontres/{region.coming}/calendrier")
    assert answer.headers["content-type"].startswith("text/calendar")
    assert "DTSTART:20260210T183000Z\r\n" in answer.text
    assert "LOCATION:salle du CLSC\r\n" in answer.text
    assert "Lise" not in answer.text
    other = await browser_of(town, region.denis)
    assert (await other.open(f"/bureau/rencontres/{region.there}/calendrier")).status_code == 404


async def test_the_report_of_a_year_is_frozen_shown_with_its_charts_and_leaves_as_files(
    town: Town, region: Region
) -> None:
    browser = await browser_of(town, region.maude)
    assert "Brouillon" in await shown(browser, "/bilan?annee=2024-2025")
    await browser.open("/bureau/actes/report.freeze?year=2024-2025")
    await browser.fill()
    assert "Le bilan 2024-2025 serait arrêté" in browser.words
    assert "ne l'ont pas relu" in browser.words
    await browser.fill()
    words = await shown(browser, "/bilan?annee=2024-2025")
    assert "Version 1" in words
    assert "1. Les rencontres" in words
    for form in ("docx", "xlsx", "html", "json"):
        answer = await browser.fill("/bilan/fichier", file=form)
        assert f"bilan-2024-2025-v1.{form}" in answer.headers["content-disposition"], form
        assert len(answer.content) > 500, form
        await shown(browser, "/bilan?annee=2024-2025")
    async with town.database.read() as session:
        events = list(await session.scalars(select(Entry.act)))
    assert events.count("report.exported") == 4


async def test_the_coordinators_own_document_is_tried_kept_and_dropped(town: Town, region: Region) -> None:
    browser = await browser_of(town, region.maude)
    assert "modèle de la maison" in await shown(browser, "/bilan/modele")
    start = await browser.fill()
    assert "modele-bilan.docx" in start.headers["content-disposition"]

    async def send(content: bytes, **more: str) -> str:
        await browser.open("/bureau/bilan/modele")
        target, data = browser.form()
        data = {name: value for name, value in data.items() if name != "start"} | more
        files = {"file": ("notre modèle.docx", content, "application/octet-stream")}
        origin = {"Origin": browser.console.settings.public_url}
        browser.page = await browser.client.post(target, data=data, files=files, headers=origin)
        return browser.page.headers.get("content-disposition", browser.page.text)

    assert "essai-bilan.docx" in await send(start.content, **{"try": "1"})
    assert "Ce n&#39;est pas un document Word" in await send(b"%PDF-1.7")
    assert "modèle de la maison" in await shown(browser, "/bilan/modele")
    await send(start.content)
    assert "votre modèle : notre modèle.docx" in await shown(browser, "/bilan/modele")
    await browser.open("/bureau/actes/report.drop_template")
    await browser.fill()
    assert "modèle de la maison" in await shown(browser, "/bilan/modele")


async def test_requests_about_information_are_shown_and_settled(town: Town, region: Region) -> None:
    browser = await browser_of(town, region.maude)
    await browser.open(f"/bureau/actes/privacy.ask/{region.lise.id}")
    await browser.fill(kind="access", note="au téléphone")
    assert "Lise : une copie" in await shown(browser, "/vie-privee")
    await browser.open("/bureau/actes/privacy.settle/1")
    await browser.fill(note="remis en main propre")
    assert "Lise : une copie" not in await shown(browser, "/vie-privee")
    await browser.open("/bureau/actes/privacy.incident")
    await browser.fill(what="une liste oubliée à l'imprimante")
    assert "une liste oubliée" in await shown(browser, "/vie-privee")


async def test_the_form_of_an_answer_shows_the_words_that_it_answers(town: Town, region: Region) -> None:
    browser = await browser_of(town, region.maude)
    assert WORDS_READ in await shown(browser, "/actes/comments.answer/2")


async def test_the_form_of_every_act_is_shown_and_does_nothing_by_itself(town: Town, region: Region) -> None:
    browser = await browser_of(town, region.maude)
    numbers = {
        "meeting": region.coming,
        "claim": 11,
        "comment": 2,
        "task": region.task,
        "broadcast": region.broadcast,
        "item": 1,
        "person": region.lise.id,
    }
    async with town.database.read() as session:
        before = int(await session.scalar(select(func.count()).select_from(Entry)) or 0)
    for name, act in FORMS.items():
        if act.on is None:
            await shown(browser, f"/actes/{name}")
        elif act.on.name in numbers:
            await shown(browser, f"/actes/{name}/{numbers[act.on.name]}")
            assert (await browser.open(f"/bureau/actes/{name}")).status_code == 404
            assert (await browser.open(f"/bureau/actes/{name}/999999")).status_code == 404
    for odd in ("people.revoke", "people.make_coordinator", "console.link", "nothing.at_all", "people.show"):
        assert (await browser.open(f"/bureau/actes/{odd}")).status_code == 404, odd
        assert (await browser.open(f"/bureau/actes/{odd}/1")).status_code == 404, odd
    async with town.database.read() as session:
        assert int(await session.scalar(select(func.count()).select_from(Entry)) or 0) == before


@pytest.mark.parametrize(("state", "follows"), [("sending", True), ("paused", True), ("sent", False)])
async def test_a_page_follows_a_send_until_it_is_over(town: Town, region: Region, state: str, follows: bool) -> None:
    async with town.database.write() as session:
        (await session.get_one(Broadcast, region.broadcast)).state = BroadcastState(state)
    browser = await browser_of(town, region.maude)
    await shown(browser, f"/envois/{region.broadcast}")
    assert browser.page is not None
    assert ("data-follow" in browser.page.text) == follows
    assert ("Actualiser" in browser.words) == follows, "without scripts, a link"
    await shown(browser, f"/envois/{region.broadcast}/etat")
    assert ("data-over" in browser.page.text) != follows


async def test_a_date_of_another_year_is_shown_with_its_year(town: Town, region: Region) -> None:
    async with town.database.write() as session:
        phone = select(ContactPerson.contact_id).where(ContactPerson.person_id == region.lise.id)
        entry = {"contact_id": await session.scalar(phone), "person_id": region.lise.id, "given": True}
        when = {"at": town.now - dt.timedelta(days=400), "entered_at": town.now}
        session.add(ConsentEntry(**entry, **when, words="formulaire", source="coordinator"))
    browser = await browser_of(town, region.maude)
    assert f"{town.now.year - 2}" in await shown(browser, f"/personnes/{region.lise.id}")


async def test_the_page_of_the_report_names_no_command_and_freezes_no_year_under_way(
    town: Town, region: Region
) -> None:
    browser = await browser_of(town, region.maude)
    assert "Arrêter le bilan" in await shown(browser, "/bilan?annee=2024-2025")
    words = await shown(browser, "/bilan?annee=2025-2026")
    assert "Arrêter le bilan" not in words
    assert not re.search(r"\s/[a-z]", words)


@pytest.mark.parametrize(
    ("shown", "dialled"),
    [
        ("819 555-0143", ["+18195550143"]),
        ("819 555-0155; 819 555-0156 poste 12", ["+18195550155", "+18195550156"]),
        ("+32 2 555 01 43", ["+3225550143"]),
        ("?", []),
    ],
)
def test_each_number_is_called_by_itself_without_its_extension(shown: str, dialled: list[str]) -> None:
    assert re.findall(r'href="tel:([^"]+)"', str(tel(shown))) == dialled


@pytest.mark.parametrize("look", sorted(id for id in catalogue().ids() if id.startswith("claims-warning-")))
@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_deserves_a_second_look_has_its_words_on_the_pages_too(look: str, language: str) -> None:
    for start in ("console-look", "console-look-long"):
        id = look.replace("claims-warning", start)
        assert catalogue().has(id, language), f"messages/{language}/console_pages.ftl lacks {id}"
    assert catalogue().variables(id, language) <= catalogue().variables(look, "fr")
