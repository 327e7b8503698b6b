"""A person of another territory who sits at one's table: nobody takes them over without asking and being heard."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from sqlalchemy import select

from db.journal import Entry
from db.organisations import roundtable_made
from db.people import Person, PersonRole, Role, seat
from db.session import Database
from tests.stories.conftest import MONDAY
from tests.support.people import coordinator, settle_in
from tests.support.phones import Phone, Town


@pytest.fixture
async def town(sqlite_url: str) -> AsyncIterator[Town]:
    database = Database(sqlite_url)
    yield await Town(database, MONDAY).open()
    await database.close()


async def two_territories(town: Town) -> tuple[Phone, Phone, Phone, int]:
    """Maude answers for all, Sylvie for Sud, Paul for Nord; Fay lives in Sud and sits at COCO, of Nord."""
    maude = await coordinator(town)
    sylvie, paul = await coordinator(town, "Sylvie", "9002"), await coordinator(town, "Paul", "9003")
    fay = await settle_in(town, town.sms(), "Fay")
    async with town.database.write() as session:
        for name, territory in (("Sylvie", "Sud"), ("Paul", "Nord")):
            one = await session.scalar(select(Person.id).where(Person.name == name))
            role = await session.scalar(
                select(PersonRole).where(PersonRole.person_id == one, PersonRole.role == Role.COORDINATOR)
            )
            assert role is not None
            role.scope = territory
        (await session.get_one(Person, fay.id)).territory = "Sud"
        table = await roundtable_made(session, 1, "COCO")
        table.territory = "Nord"
        other = await roundtable_made(session, 1, "SUDT")
        other.territory = "Sud"
        await seat(session, fay.id, table.id)
    return maude, sylvie, paul, fay.id


async def territory_of(town: Town, number: int) -> str:
    async with town.database.read() as session:
        return (await session.get_one(Person, number)).territory


async def test_taking_somebody_over_is_asked_on_a_page_that_names_both_territories(town: Town) -> None:
    _, sylvie, paul, fay = await two_territories(town)
    await paul.text(f"/personne {fay}; territoire: Nord")
    await paul.expect_any("Fay", "Sud", "Nord")
    assert await territory_of(town, fay) == "Sud"
    await sylvie.expect_nothing()
    await paul.press("ne")
    assert await territory_of(town, fay) == "Sud"
    await sylvie.expect_nothing()


async def test_whoever_answers_for_the_other_territory_is_told_and_the_journal_has_it(town: Town) -> None:
    maude, sylvie, paul, fay = await two_territories(town)
    await paul.tell(f"/personne {fay}; territoire: Nord")
    assert await territory_of(town, fay) == "Nord"
    for told in (sylvie, maude):
        await told.expect("Fay", "Nord", "Sud", "Paul")
    async with town.database.read() as session:
        entry = await session.scalar(select(Entry).where(Entry.act == "people.moved_territory"))
    assert entry is not None
    assert (entry.details["before"], entry.details["territory"]) == ("Sud", "Nord")
    await maude.text("/journal Fay")
    await maude.expect_any("du territoire Sud au territoire Nord")


async def test_the_rest_of_a_card_stays_theirs_and_one_s_own_people_are_changed_as_before(town: Town) -> None:
    _, sylvie, paul, fay = await two_territories(town)
    await paul.text(f"/personne {fay}; langue: anglais")
    await paul.expect("pas de votre territoire")
    await sylvie.text(f"/personne {fay}; territoire: Sud")
    await sylvie.expect("Fay")
    await sylvie.expect_nothing()


@pytest.mark.parametrize("command", ["/personne {n}", "/conversation {n}", "/ecrire {n} allo", "/accompagne {n} 1"])
async def test_what_is_elsewhere_and_what_nobody_has_are_answered_in_the_same_words(town: Town, command: str) -> None:
    _, _, paul, _ = await two_territories(town)
    cid = await settle_in(town, town.sms("+18195550120"), "Cid")
    async with town.database.write() as session:
        (await session.get_one(Person, cid.id)).territory = "Sud"
    said = []
    for number in (cid.id, 999):
        await paul.text(command.format(n=number))
        said.append((await paul.expect("")).text.replace(str(number), "N"))
    assert said[0] == said[1]
