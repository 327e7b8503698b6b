"""What Law 25 asks and no other story shows: the night's work, the looks in a person's own file, the defaults."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from sqlalchemy import select, update

from bot.settings import Settings
from db.consent import ConsentEntry
from db.contacts import Contact
from db.conversations import Dialogue, IncomingMessage, Task
from db.deliveries import Delivery
from db.journal import Entry
from db.people import Person
from db.privacy.retention import TABLE, counts
from db.privacy.rules import DAYS
from handlers.acting import Acting, actor_of
from handlers.privacy.file import PersonFile, make_file
from messages import Channel
from tests.support.people import coordinator, settle_in
from tests.support.phones import ENV, Phone, Town, folded

# The kinds of information of which the issue wants to know how long they are kept.
ASKED_FOR = {"words", "media", "bodies", "needs", "cards", "claims", "raw", "strangers"}


@pytest.fixture
def town(town_on_both: Town) -> Town:
    return town_on_both


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


# -- under fourteen ------------------------------------------------------------------------------------------------


async def nobody_joined(town: Town) -> None:
    async with town.database.read() as session:
        assert not [person for person in await session.scalars(select(Person)) if person.name != "Maude"]
        assert await session.scalar(select(ConsentEntry)) is None


@pytest.mark.parametrize("words", ["Léo 12 ans", "moi c'est Léo, j'ai 12 ans", "j’ai juste 9ans", "I'm 13 years old"])
async def test_under_fourteen_nobody_joins_alone_and_no_name_is_kept(town: Town, words: str) -> None:
    await coordinator(town)
    phone = town.sms()
    for said in ("JOINDRE", "1", words):
        await phone.text(said)
    if (await phone.expect_any("")).text and "avec un parent" not in folded(phone.all[-1].text):
        await phone.text("1")  # a child who writes is first asked how they are
    assert "avec un parent" in folded(phone.all[-1].text), [said.text for said in phone.all]
    assert "Maude" in phone.all[-1].text
    await phone.text("oui")
    await nobody_joined(town)
    async with town.database.read() as session:
        assert "o" not in str([row.answers.get("name", "") for row in await session.scalars(select(Dialogue))])


async def test_who_said_to_be_a_child_is_still_one_when_they_ask_again(town: Town) -> None:
    phone = town.sms()
    for words in ("JOINDRE", "1", "Léo 12 ans"):
        await phone.text(words)
    await phone.expect_any("avec un parent")
    await phone.text("JOINDRE")
    await phone.expect("avec un parent")
    await nobody_joined(town)


@pytest.mark.parametrize("words", ["Rose", "moi c'est Rose, j'ai 45 ans", "Rose 14 ans"])
async def test_who_is_older_joins_having_read_that_children_come_with_a_parent(town: Town, words: str) -> None:
    phone = town.sms()
    for said in ("JOINDRE", "1", words):
        await phone.text(said)
    said = await phone.expect_any("on peut vous ecrire", "Moins de 14 ans: avec un parent")
    assert said.segments <= 2
    await phone.text("oui")
    await phone.expect("Bienvenue Rose")


@pytest.mark.parametrize("words", ["jai 12 ans cest correct?", "jai 11 ans je peux tu"])
async def test_a_child_who_asks_whether_it_is_all_right_reads_that_a_parent_comes_with_them(
    town: Town, words: str
) -> None:
    await coordinator(town)
    phone = town.sms()
    for said in ("JOINDRE", "1", words):
        await phone.text(said)
    await phone.expect_any("avec un parent")
    await phone.text("scusez du derangement")
    await phone.text("oui")
    await nobody_joined(town)
