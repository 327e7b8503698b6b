"""A coordinator of one territory is told what their counts are of, what they do not see, what their list is given."""

from __future__ import annotations

from pathlib import Path

from db.console.tables import WebLogin
from db.organisations import Roundtable
from db.people import Person, Role, grant
from db.session import Database
from handlers.acting import Acting, Actor
from handlers.people.lists.acts import plan_list
from handlers.people.lists.shown import new_places
from messages import Channel
from tests.stories.test_announcements_scope import WORDS, two_territories
from tests.support.console import HTTPS, Browser, console_of
from tests.support.filled import NOW, fill
from tests.support.lists import read
from tests.support.meetings import planned
from tests.support.phones import ENV, Town
from tests.support.shell import typed


async def test_the_preview_says_of_which_territory_and_that_others_are_not_counted(town: Town) -> None:
    maude, paul, _phones = await two_territories(town)
    await paul.text(f"/annonce tous\n{WORDS}")
    await paul.expect_any("De votre territoire (Grande-Anse) : 1 personne", "3 autres n'en sont pas")
    await maude.text(f"/annonce tous\n{WORDS}")
    said = [one.text for one in maude.unread]
    assert not any("De votre territoire" in words for words in said)


async def test_their_people_are_said_to_be_of_their_territory_or_of_none(town: Town) -> None:
    maude, paul, _phones = await two_territories(town)
    await paul.text("/personnes")
    said = await paul.expect(
        "De votre territoire (Grande-Anse), de vos tables, ou sans territoire ni table d'ailleurs : "
    )
    assert "Luc" not in said.text
    await maude.text("/personnes")
    assert "De votre territoire" not in (await maude.expect("")).text


async def test_why_there_is_no_meeting_is_said(town: Town) -> None:
    maude, paul, _phones = await two_territories(town)
    await paul.text("/rencontres")
    await paul.expect("Aucune rencontre à venir dans votre territoire", "/rencontre")
    await planned(town, maude, table="Rivage")
    await maude.press("envoyer")
    await maude.expect_any("annoncee")
    await paul.text("/rencontres")
    await paul.expect("Aucune rencontre à venir dans votre territoire (Grande-Anse)", "une d'un autre territoire")


async def test_the_plan_of_their_list_says_the_territory_that_it_gives(town: Town) -> None:
    paul = Actor(None, "Paul", "x", frozenset({Role.COORDINATOR}), "telegram", scope="Grande-Anse")
    words = "Nom;Téléphone;Territoire\nClaire;819 555-0171;\nAnne;819 555-0172;Grande-Anse\n"
    async with town.database.read() as session:
        made = await plan_list(Acting(session, town.installation, paul, town.now), read(words))
    assert made.plan.placed == ("Grande-Anse", 1)
    said = "\n".join(town.installation.catalogue.text(one, "fr", Channel.TELEGRAM) for one in new_places(made.plan))
    assert "Le territoire de la liste est vide à une ligne : ce sera le vôtre, Grande-Anse." in said


async def test_the_desk_says_so_too_and_they_enter_it_from_the_shell(tmp_path: Path, sqlite_url: str) -> None:
    """Without Telegram: the shell gives a link as them, limited as they are."""
    database = Database(sqlite_url)
    await fill(database)
    async with database.write() as session:
        await grant(session, (await session.get_one(Person, 2)).id, Role.COORDINATOR, "Ailleurs")
        (await session.get_one(Roundtable, 1)).territory = "Grande-Anse"
    env = {**ENV, "DATABASE_URL": database.url, "PUBLIC_BASE_URL": HTTPS}
    answer = await typed(tmp_path, "console", "link", "--as", "Lise", "--json", **env)
    assert answer.code == 0, answer.err
    town = Town(database, NOW, PUBLIC_BASE_URL=HTTPS)
    async with database.write() as session:
        town.now = (await session.get_one(WebLogin, 1)).created_at
    browser = Browser(town, console_of(town))
    await browser.open(answer.json["link"])
    assert "Entrer comme Lise?" in browser.words
    await browser.fill("")
    await browser.open("/bureau/personnes")
    assert "De votre territoire (Ailleurs), ou sans territoire" in browser.words
    await browser.open("/bureau/rencontres")
    assert "Aucune rencontre" in browser.words
    assert "territoire (Ailleurs)" in browser.words, browser.words
    await database.close()
