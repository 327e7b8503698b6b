"""Faults that people saw on the console and around it, told from outside."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from bot.clock import moved_clock, say_moved, system_clock
from bot.demo.load import INSTALLATION
from db.meetings.tables import MeetingState
from db.people import Pace, Person, Role
from handlers.acting import Acting
from handlers.people.acts import make_coordinator
from tests.support.claims import expert
from tests.support.comments import open_meeting
from tests.support.console import browser_of
from tests.support.people import coordinator, settle_in
from tests.support.phones import Phone, Town

TUESDAY = dt.date(2026, 2, 10)


@pytest.fixture
async def maude(town: Town) -> Phone:
    return await coordinator(town)


async def me(phone: Phone) -> Person:
    person = await phone.person()
    assert isinstance(person, Person)
    return person


async def test_the_card_of_a_coordinator_never_shows_their_code(town: Town, maude: Phone) -> None:
    async with town.database.write() as session:
        made = await make_coordinator(Acting(session, town.installation, INSTALLATION, town.now), "Denis")
    denis = town.telegram("9002")
    await denis.text(f"/start {made.data['code']}")
    person = await me(denis)
    browser = await browser_of(town, await me(maude))
    page = await browser.open(f"/bureau/personnes/{person.id}")
    assert "Son accord, dans ses mots" in browser.words
    assert str(made.data["code"]) not in page.text
    assert "par un code" in browser.words


async def test_erasing_is_marked_and_looked_at_once_more(town: Town, maude: Phone) -> None:
    rose = await expert(town, town.sms("+18195550107"))
    browser = await browser_of(town, await me(maude))
    page = await browser.open(f"/bureau/personnes/{rose.id}")
    assert f'class="button grave" href="/bureau/actes/privacy.erase/{rose.id}"' in page.text
    await browser.open(f"/bureau/actes/privacy.erase/{rose.id}")
    assert '<button class="grave">' in browser.page.text  # type: ignore[union-attr]
    await browser.fill("", but=("again",), reason="à sa demande")
    assert "Vérifier avant de le faire" in browser.words
    assert "Rose" in browser.words
    async with town.database.read() as session:
        assert (await session.get_one(Person, rose.id)).pace is Pace.NORMAL
    await browser.fill("", but=("again",), sure="yes")
    async with town.database.read() as session:
        assert (await session.get_one(Person, rose.id)).pace is Pace.PAUSED, "nothing leaves until it is erased"


async def test_the_form_that_moves_a_meeting_has_the_day_of_the_answer(town: Town, maude: Phone) -> None:
    rose = await expert(town, town.sms("+18195550107"))
    meeting = await open_meeting(town, TUESDAY, rose)
    browser = await browser_of(town, await me(maude))
    await browser.open(f"/bureau/rencontres/{meeting.id}/deplacer")
    assert browser.form()[1]["answer_by"] == "2026-02-24"
    await browser.fill("", day="2026-03-03", answer_by="2026-03-10")  # nobody heard of it yet: nothing to check
    assert "10 mars 2026" in browser.words


async def test_the_journal_of_a_name_that_several_have_asks_which(town: Town, maude: Phone) -> None:
    for number, name in (("+18195550107", "Lise"), ("+18195550108", "Lise")):
        await settle_in(town, town.sms(number), name, Role.EXPERT)
    await maude.text("/journal Lise")
    asked = await maude.expect("Plusieurs personnes ont ce nom", "Laquelle?")
    assert len([b for b in asked.buttons if b[0].startswith("Lise")]) == 2
    await maude.press(asked.buttons[1][0])
    said = await maude.expect("")
    assert "Laquelle" not in said.text


def test_a_command_of_the_shell_reads_the_clock_of_the_demo(tmp_path: Path) -> None:
    database = tmp_path / "demo.sqlite3"
    assert moved_clock(database) is system_clock
    say_moved(database, system_clock() + dt.timedelta(days=40))
    ahead = moved_clock(database)() - system_clock()
    assert dt.timedelta(days=39) < ahead < dt.timedelta(days=41)


async def test_a_long_journal_is_short_first_and_the_rest_after(town: Town, maude: Phone) -> None:
    for number in range(1, 26):
        await maude.text(f"/brouillon tous\nannonce {number}")
    await maude.forget()
    await maude.text("/journal")
    latest = await maude.expect("La suite : /journal page 2")
    assert latest.text.count("gardée comme brouillon") == 20
    await maude.text("/journal page 2")
    before = await maude.expect("gardée comme brouillon")
    assert before.text.count("gardée comme brouillon") == 5


async def test_what_waits_beyond_a_page_is_asked_for_by_its_number(town: Town, maude: Phone) -> None:
    for number in range(1, 15):
        await town.move(hours=3)
        rose = await expert(town, town.sms(f"+1819555{number:04d}"), f"Rose{number}")
        await open_meeting(town, TUESDAY + dt.timedelta(days=number), rose, name=f"T{number}", state=MeetingState.DRAFT)
    await maude.forget()
    await maude.text("/a-faire")
    await maude.expect("autres : /a-faire 2")
    await maude.text("/a-faire 2")
    await maude.expect("T14")
    await maude.text("/a-faire 9")
    await maude.expect("Il n'y a pas de page 9")
