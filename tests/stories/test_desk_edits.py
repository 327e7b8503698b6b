"""What is shown is edited where it is shown: a number, a point, a table's name, who carries comments and by when."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select

from db.contacts import ContactPerson
from db.meetings.tables import AgendaPoint, Meeting, MeetingState
from db.organisations import Roundtable
from db.people import Person
from tests.support.claims import expert
from tests.support.comments import open_meeting
from tests.support.console import Browser, browser_of
from tests.support.people import coordinator
from tests.support.phones import Phone, Town

TUESDAY = dt.date(2026, 2, 10)


@pytest.fixture
async def maude(town: Town) -> Phone:
    return await coordinator(town)


@pytest.fixture
async def rose(town: Town) -> Person:
    return await expert(town, town.sms("+18195550107"))


async def desk(town: Town, maude: Phone) -> Browser:
    person = await maude.person()
    assert isinstance(person, Person)
    return await browser_of(town, person)


async def titles(town: Town, meeting: Meeting) -> list[tuple[int, str]]:
    async with town.database.read() as session:
        rows = await session.scalars(
            select(AgendaPoint).where(AgendaPoint.meeting_id == meeting.id).order_by(AgendaPoint.number)
        )
        return [(row.number, row.title) for row in rows]


async def test_a_point_of_a_draft_is_taken_off_and_those_behind_move_up(town: Town, maude: Phone, rose: Person) -> None:
    agenda = ("Le camp", "La buanderie", "Le frigo")
    meeting = await open_meeting(town, TUESDAY, rose, agenda=agenda, state=MeetingState.DRAFT)
    await maude.text(f"/point {meeting.id}.2 effacer")
    await maude.expect("Point 2 enlevé")
    assert await titles(town, meeting) == [(1, "Le camp"), (2, "Le frigo")]
    await maude.text(f"/point {meeting.id}.7 effacer")
    await maude.expect("n'a pas de point 7")
    browser = await desk(town, maude)
    await browser.open(f"/bureau/actes/meetings.drop_point/{meeting.id}")
    await browser.fill("", point="1")
    assert await titles(town, meeting) == [(1, "Le frigo")]


async def test_a_point_that_people_read_stays(town: Town, maude: Phone, rose: Person) -> None:
    meeting = await open_meeting(town, TUESDAY, rose)
    await maude.text(f"/point {meeting.id}.1 effacer")
    await maude.expect("des personnes l'ont lu")
    assert len(await titles(town, meeting)) == 2


async def test_a_table_is_renamed_and_nobody_leaves_it(town: Town, maude: Phone, rose: Person) -> None:
    await open_meeting(town, TUESDAY, rose)
    await maude.text("/table COCO = Comité des jeunes")
    await maude.expect("La table COCO s'appelle maintenant Comité des jeunes")
    await maude.text(f"/personne {rose.id}")
    await maude.expect_any("Comité des jeunes")
    browser = await desk(town, maude)
    await browser.open("/bureau/actes/report.rename_table")
    await browser.fill("", name="Comité des jeunes", to="COCO")
    async with town.database.read() as session:
        assert list(await session.scalars(select(Roundtable.name))) == ["COCO"]


async def test_on_the_console_a_number_is_said_not_to_be_theirs(town: Town, maude: Phone, rose: Person) -> None:
    browser = await desk(town, maude)
    await browser.open(f"/bureau/personnes/{rose.id}/modifier")
    assert "Cette adresse n'est pas la sienne : +1819***0107" in browser.words
    async with town.database.read() as session:
        contact = await session.scalar(select(ContactPerson.contact_id).where(ContactPerson.person_id == rose.id))
    await browser.fill("", wrong=str(contact))
    assert "+1819***0107 marche encore. Est-il perdu ou volé?" in browser.words
    form = browser.form()[1]
    assert form["wrong"] == str(contact), "still ticked"
    await browser.fill("", how="lost")
    async with town.database.read() as session:
        assert await session.scalar(select(ContactPerson).where(ContactPerson.person_id == rose.id)) is None


async def test_who_carries_comments_and_by_when_change_without_telling_anybody(
    town: Town, maude: Phone, rose: Person
) -> None:
    meeting = await open_meeting(town, TUESDAY, rose)
    browser = await desk(town, maude)
    await browser.open(f"/bureau/rencontres/{meeting.id}/deplacer")
    await browser.fill("", carrier="Lise", answer_by="2026-02-20")
    assert "Lise" in browser.words
    assert "20 février 2026" in browser.words
    phone = town.sms("+18195550107")
    await phone.expect_nothing()


async def test_a_search_leads_to_things_without_a_command(town: Town, maude: Phone, rose: Person) -> None:
    browser = await desk(town, maude)
    page = await browser.open("/bureau/recherche?q=rose")
    assert f'<a href="/bureau/personnes/{rose.id}">Rose</a>' in page.text
    assert "/personne " not in browser.words
