"""Words longer than a field of an act says are refused by the act itself, and nothing of it stays."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import pytest

from db.people import Person, Role
from db.session import Database
from handlers.act import Field, act_on
from handlers.acting import Acting, ActResult, Refused, actor_of
from handlers.longest import longest_of
from handlers.routes import ROUTES
from handlers.things import PERSON
from messages import text
from tests.support.people import settle_in
from tests.support.phones import Town

NOW = dt.datetime(2026, 2, 2, 15, 0, tzinfo=dt.UTC)


@act_on(PERSON, "tests.note", entry="tests.noted", final="a test")
async def note(acting: Acting, person: Person, words: Annotated[str, Field("What.", longest=5)]) -> ActResult:
    """Says what it is given in the place of a name."""
    person.name = words
    return ActResult(text("console-device-added"))


@pytest.mark.parametrize(("words", "kept"), [("12345", "12345"), ("123456", "Rose")])
async def test_a_field_holds_no_more_letters_than_it_says(sqlite_url: str, words: str, kept: str) -> None:
    database = Database(sqlite_url)
    town = await Town(database, NOW).open()
    maude = await settle_in(town, town.telegram("9001"), "Maude", Role.COORDINATOR)
    rose = await settle_in(town, town.sms(), "Rose", Role.MEMBER)
    async with database.write() as session:
        acting = Acting(session, town.installation, await actor_of(session, maude, "telegram"), NOW)
        if words == kept:
            await note(acting, rose.id, words)
        else:
            with pytest.raises(Refused) as refused:
                await note(acting, rose.id, words)
            assert refused.value.reason.args == {"length": 6, "longest": 5}
            assert refused.value.field == "words"
    async with database.read() as session:
        assert (await session.get_one(Person, rose.id)).name == kept
    await database.close()


def test_what_the_forms_of_pages_say_is_what_acts_hold() -> None:
    said = {name for name, one in ROUTES.acts().items() if longest_of(one.body)}
    assert {"meetings.minutes", "claims.refuse"} <= said
