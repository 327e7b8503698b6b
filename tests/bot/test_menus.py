"""The menu behind the "/" of Telegram, asked of the simulated one: per language, per role, and when a role goes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
from sqlalchemy import event, update

from bot.channels.telegram import Telegram
from bot.menus import Menus
from bot.simulator import Providers, simulated_providers
from db.contacts import ContactPerson
from db.people import Person, PersonRole, Role, grant
from db.session import Database
from handlers.menus import WORDS
from messages.keywords import understand
from tests.stories.conftest import MONDAY
from tests.support.people import settle_in
from tests.support.phones import Town

GINETTE, MAUDE, DENIS = 501, 9001, 9002


@dataclass
class Seen:
    town: Town
    sim: Providers
    menus: Menus

    def of(self, user: int) -> dict[str, str]:
        return {one["command"]: one["description"] for one in self.sim.telegram.commands_for(user)}


@pytest.fixture
async def seen(sqlite_url: str) -> AsyncIterator[Seen]:
    town = await Town(Database(sqlite_url), MONDAY).open()
    async with simulated_providers() as sim:
        for number, code in ((GINETTE, "fr"), (502, "en"), (503, "de"), (MAUDE, "en"), (DENIS, "fr")):
            sim.telegram.person(number).language_code = code
        telegram = Telegram(sim.telegram.token, sim.telegram_url, timeout=5)
        yield Seen(town, sim, Menus(town.database, town.installation, telegram))
        await telegram.close()
    await town.close()


async def coordinates(town: Town, number: int, name: str, scope: str = "") -> Person:
    person = await settle_in(town, town.telegram(str(number)), name, Role.COORDINATOR)
    async with town.database.write() as session:
        await grant(session, person.id, Role.COORDINATOR, scope)
        await session.execute(
            update(ContactPerson).where(ContactPerson.person_id == person.id).values(proved_at=town.now)
        )
    return person


async def test_a_member_has_a_few_words_in_the_language_of_their_telegram(seen: Seen) -> None:
    await seen.menus.once()
    assert seen.of(GINETTE)["statut"] == "où en sont vos mots et vos demandes"
    assert seen.of(502)["status"] == "where your words and your claims stand"
    assert list(seen.of(503)) == list(seen.of(GINETTE)), "the installation's language"
    assert len(seen.of(GINETTE)) == len(WORDS)
    assert "annonce" not in seen.of(GINETTE)


async def test_a_coordinator_has_every_command_in_their_own_language_and_within_their_right(seen: Seen) -> None:
    await coordinates(seen.town, MAUDE, "Maude")
    await coordinates(seen.town, DENIS, "Denis", "Grande-Anse")
    await seen.menus.once()
    assert {"annonce", "a_faire", "compte_rendu", "journal"} <= set(seen.of(MAUDE))
    assert next(iter(seen.of(MAUDE))) == "aide"
    assert "annonce" in seen.of(DENIS)
    assert "journal" not in seen.of(DENIS), "that of the whole organisation is not of one territory"
    async with seen.town.database.write() as session:
        await session.execute(update(Person).where(Person.name == "Maude").values(language="en"))
    assert await seen.menus.once() == 1
    assert {"announce", "to_do", "minutes"} <= set(seen.of(MAUDE))


async def test_a_role_that_ends_takes_its_menu_away_and_a_second_look_asks_nothing(seen: Seen) -> None:
    maude = await coordinates(seen.town, MAUDE, "Maude")
    await seen.menus.once()
    assert await seen.menus.once() == 0
    async with seen.town.database.write() as session:
        row = await session.get_one(PersonRole, (maude.id, Role.COORDINATOR))
        await session.delete(row)
    assert await seen.menus.once() == 1
    assert "status" in seen.of(MAUDE)


async def test_while_nothing_changed_the_database_is_asked_nothing(seen: Seen) -> None:
    asked: list[object] = []
    await seen.menus.once()
    event.listen(seen.town.database.engine.sync_engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
    await seen.menus.once()
    assert asked == []


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", WORDS)
async def test_each_word_of_the_menu_is_heard_behind_its_slash(seen: Seen, language: str, name: str) -> None:
    phone = seen.town.telegram("501")
    await settle_in(seen.town, phone, "Ginette", Role.EXPERT, language=language)
    await seen.menus.once()
    word = list(seen.of(GINETTE if language == "fr" else 502))[WORDS.index(name)]
    await phone.text(f"/{word}")
    said = await phone.expect_any("")
    assert f"/{word}" not in said.text, "not an unknown command"
    assert understand(word).keyword is not None or name == "link"
