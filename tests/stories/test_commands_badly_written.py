"""A coordinator's command, badly written: a sentence with a correct example, in the language and the name they use."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import update

from db.people import Person
from db.session import Database
from handlers.routes import ROUTES
from messages import Channel, text
from tests.stories.conftest import MONDAY
from tests.support.env import catalogue
from tests.support.people import coordinator, settle_in
from tests.support.phones import Phone, Town

# What is wrong for each command (by default "???"); these take anything, or begin step by step.
WRONG = {"personne": "819 555-0101", "lu": "hier", "suite": "14"}
TAKES_ANYTHING = {
    "personnes",
    "importer",
    "appels",
    "rencontres",
    "infolettre",
    "envoyer-infolettre",
    "exporter",
    "envois",
}
TAKES_ANYTHING |= {"rencontre", "annonce", "proposer"}  # what is missing is asked for
TAKES_ANYTHING |= {"table", "qui-a-vu", "bureau", "a-faire", "separer"}  # a list without words; any name, any letters
WRONG_ONES = [c for c in ROUTES.commands() if c.acts and c.name not in TAKES_ANYTHING]


@pytest.fixture
async def town(sqlite_url: str) -> AsyncIterator[Town]:
    database = Database(sqlite_url)
    yield await Town(database, MONDAY).open()
    await database.close()


async def desk(town: Town, language: str) -> Phone:
    phone = await coordinator(town)
    async with town.database.write() as session:
        await session.execute(update(Person).values(language=language))
    return phone


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_each_command_shows_its_own_example(town: Town, language: str) -> None:
    phone = await desk(town, language)
    problems = []
    for command in WRONG_ONES:
        name = command.name if language == "fr" else command.english
        await phone.text(f"/{name} {WRONG.get(command.name, '???')}")
        said = await phone.expect("")
        if not re.search(rf"/{name}\b", said.text):
            problems.append(f"/{name} badly written shows how it is written: {said.text}")
        if said.text.startswith("/"):
            problems.append(f"/{name}: an example alone is no sentence")
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_help_lists_each_command_and_shows_each_example(town: Town, language: str) -> None:
    phone = await desk(town, language)
    await phone.text("/aide tout" if language == "fr" else "/help all")
    await town.settle()
    listed = "\n".join(said.text for said in phone.unread)
    await phone.forget()
    for command in ROUTES.commands():
        name = command.name if language == "fr" else command.english
        assert f"/{name} " in listed or f"/{name}:" in listed
        await phone.text(f"/help {name}")
        await phone.expect(catalogue().text(text(f"command-{command.name}"), language, Channel.TELEGRAM)[:30])
        await phone.expect(f"/{name}")


async def test_a_large_number_is_written_in_one_piece_to_be_copied(town: Town) -> None:
    for language in ("fr", "en"):
        words = catalogue().text(text("claims-no-such", number=123456), language, Channel.TELEGRAM)
        assert "123456" in words


@pytest.mark.parametrize(
    ("language", "words", "said"),
    [
        ("fr", "/anonce tous", "Peut-etre /annonce?"),
        ("fr", "/recontre", "Peut-etre /rencontre?"),
        ("fr", "/refuser-demande 1 trop tard", "Peut-etre /refuser?"),  # never its opposite, spelled alike
        ("en", "/anounce", "Perhaps /announce?"),
        ("fr", "/zzz", "n'existe pas. La liste"),
    ],
)
async def test_a_command_nearly_right_is_named(town: Town, language: str, words: str, said: str) -> None:
    phone = await desk(town, language)
    await phone.text(words)
    await phone.expect(said)


async def test_a_coordinator_s_commands_are_not_named_to_others(town: Town) -> None:
    phone = town.telegram("3003")
    await settle_in(town, phone, "Rose")
    await phone.text("/anonce tous")
    assert "/annonce" not in (await phone.expect("n'existe pas")).text
