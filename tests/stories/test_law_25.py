"""What Law 25 asks and no other story shows: the night's work, the looks in a person's own file, the defaults."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import AsyncIterator
from typing import Any

import pytest
from sqlalchemy import select, update

from bot.settings import Settings
from db.contacts import Contact
from db.conversations import IncomingMessage, Task
from db.deliveries import Delivery
from db.journal import Entry
from db.people import Person
from db.privacy.retention import TABLE, counts
from db.privacy.rules import DAYS
from db.session import Database
from handlers.acting import Acting, actor_of
from handlers.privacy.file import PersonFile, make_file
from messages import Channel
from tests.stories.conftest import MONDAY
from tests.support.people import coordinator, settle_in
from tests.support.phones import ENV, Phone, Town, folded

# The kinds of information of which the issue wants to know how long they are kept.
ASKED_FOR = {"words", "media", "bodies", "needs", "cards", "claims", "raw", "strangers"}


@pytest.fixture
async def town(database_url: str) -> AsyncIterator[Town]:
    database = Database(database_url)
    yield await Town(database, MONDAY).open()
    await database.close()


async def rows(town: Town, table: Any) -> list[Any]:
    async with town.database.read() as session:
        return list(await session.scalars(select(table)))


async def nights(town: Town, days: int) -> None:
    """So many days pass; then one night is lived."""
    await town.move(days=days)
    for _ in range(10):
        await town.tick()


# -- how long ------------------------------------------------------------------------------------------------------


def test_every_kind_asked_for_is_in_the_table_and_a_stranger_s_words_are_kept_thirty_days() -> None:
    assert {kept.name for kept in TABLE} == set(DAYS) >= ASKED_FOR
    assert DAYS["strangers"] == 30


async def test_the_night_lets_go_what_is_past_its_time_and_the_journal_says_how_many_of_each(town: Town) -> None:
    phone, stranger = town.sms(), town.sms("+14185550199")
    await settle_in(town, phone, "Rose")
    await phone.text("bonjour, la salle est froide")
    await stranger.text("qui est-ce?")
    async with town.database.read() as session:
        kept, address = town.installation.keep, stranger.address
        due = {kind: n for kind, n in (await counts(session, kept, town.now + dt.timedelta(days=31))).items() if n}
    assert due["strangers"] == 1
    await nights(town, 31)
    assert address not in [contact.address for contact in await rows(town, Contact)]
    assert "qui est-ce?" not in [row.text for row in await rows(town, IncomingMessage)]
    assert "bonjour, la salle est froide" in [row.text for row in await rows(town, IncomingMessage)], "not its time yet"
    [line] = [entry for entry in await rows(town, Entry) if entry.act == "privacy.let_go"]
    said = dict(part.split(" ") for part in line.details["kinds"].split(", "))
    assert int(said["strangers"]) == 1
    assert sum(map(int, said.values())) == line.details["count"]
    await nights(town, 150)
    assert {row.text for row in await rows(town, IncomingMessage)} == {""}
    old = town.now - dt.timedelta(days=DAYS["bodies"] + 1)
    assert not [row for row in await rows(town, Delivery) if row.body and row.queued_at < old]
    told = [entry.details["kinds"] for entry in await rows(town, Entry) if entry.act == "privacy.let_go"]
    assert any(re.search(r"\bwords \d", kinds) for kinds in told)


# -- who looked ----------------------------------------------------------------------------------------------------


async def file_of(town: Town, maude: Phone, rose: Person) -> PersonFile:
    async with town.database.write() as session:
        person = await maude.person()
        assert person is not None
        acting = Acting(session, town.installation, await actor_of(session, person, "shell"), town.now)
        made = (await make_file(acting, rose.id)).data["file"]
    assert isinstance(made, PersonFile)
    return made


async def test_whoever_looked_is_in_the_person_s_own_file_with_the_day_and_the_place(town: Town) -> None:
    maude, phone = await coordinator(town), town.sms()
    rose = await settle_in(town, phone, "Rose")
    await maude.text(f"/personne {rose.id}")
    await town.move(days=1)
    made = await file_of(town, maude, rose)
    said = folded(str(made.letter.words(town.installation, "fr").parts))
    assert "2 fev" in said
    assert "maude, la fiche" in said
    await town.move(hours=2)
    again = folded(str((await file_of(town, maude, rose)).letter.words(town.installation, "fr").parts))
    assert again.count("maude,") == said.count("maude,") + 1, "making the file was a look too"


async def test_the_letter_tells_everybody_alike_how_a_nameless_comment_is_read_again(town: Town) -> None:
    maude, phone = await coordinator(town), town.sms()
    rose = await settle_in(town, phone, "Rose")
    parts = (await file_of(town, maude, rose)).letter.words(town.installation, "fr").parts
    assert "ecrivez statut et son numero" in folded(str(parts))


# -- by default ----------------------------------------------------------------------------------------------------


def test_by_default_everything_is_kept_the_shortest_and_nothing_is_told_to_anybody_else() -> None:
    settings = Settings.load(ENV)
    assert settings.kept_days == dict(DAYS)
    assert Settings.load({**ENV, "KEEP": "claims 10y"}).kept_days["claims"] > DAYS["claims"], "longer is a choice"
    assert not settings.emergency_phone, "nobody outside is told of a distress"
    assert settings.metrics_token is None, "figures are shown to nobody"


async def test_somebody_whom_a_coordinator_adds_gets_one_question_and_no_news_before_their_yes(town: Town) -> None:
    maude, phone = await coordinator(town), town.sms("+18195550155")
    await maude.tell("/personne Rose; 819 555-0155")
    await phone.expect("On peut vous ecrire")
    await maude.tell("/annoncer tous; Le frigo est ouvert samedi.")
    await phone.expect_nothing()
    async with town.database.write() as session:
        await session.execute(update(Task).values(told_at=town.now))
    await town.move(days=3)
    assert len([said for said in phone.all if "peut vous ecrire" in folded(said.text)]) == 1
    assert all(row.channel != Channel.SMS or row.person_id for row in await rows(town, Delivery) if row.body)
