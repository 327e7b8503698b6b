"""After two absences in a row: what would help someone come back? Asked once, never a reproach, for a human to do."""

from __future__ import annotations

import datetime as dt

import pytest

from db.meetings.questions import attendance_made, people_absent_twice
from db.meetings.tables import Answer, Meeting, MeetingState, Presence
from db.people import Person, Role
from tests.support.comments import open_meeting, tasks_of
from tests.support.people import coordinator, settle_in
from tests.support.phones import Phone, Town

FIRST, SECOND = dt.date(2026, 1, 13), dt.date(2026, 2, 10)
SAID, NOTED, BY_WORDS = (
    (Answer.ABSENT, Presence.UNKNOWN),
    (Answer.NONE, Presence.NONE),
    (Answer.ABSENT, Presence.COMMENT),
)
SILENT = (Answer.NONE, Presence.UNKNOWN)
CAME = (Answer.COMING, Presence.IN_PERSON)
Attended = tuple[Answer, Presence]


async def two_meetings(
    town: Town, first: Attended, second: Attended, role: Role = Role.EXPERT, language: str = "fr"
) -> tuple[Phone, Person, Meeting]:
    phone = town.sms()
    person = await settle_in(town, phone, "Rose", role, language=language)
    meetings = []
    for day, attended in ((FIRST, first), (SECOND, second)):
        meeting = await open_meeting(town, day, person, state=MeetingState.HELD, answer_by=SECOND)
        meetings.append(meeting)
        async with town.database.write() as session:
            row = await attendance_made(session, meeting.id, person.id)
            row.answer, row.presence = attended
    town.now = town.local(2026, 2, 12, 14)
    await town.tick()
    return phone, person, meetings[-1]


@pytest.mark.parametrize("first", [SAID, NOTED, BY_WORDS])
@pytest.mark.parametrize("second", [SAID, NOTED, BY_WORDS])
async def test_two_absences_in_a_row_bring_one_offer_of_help(town: Town, first: Attended, second: Attended) -> None:
    phone, _, _ = await two_meetings(town, first, second)
    said = await phone.expect_any(
        "Qu'est-ce qui aiderait?", "1 un transport", "2 la garde", "3 une autre heure", "4 un appel"
    )
    assert "absen" not in said.text.casefold()
    await town.move(days=3)
    assert not [s for s in phone.unread if "aiderait" in s.text]


@pytest.mark.parametrize(
    ("first", "second"), [(CAME, SAID), (SAID, CAME), (SILENT, SAID), (SAID, SILENT), (SILENT, SILENT)]
)
async def test_one_absence_or_silence_brings_none(town: Town, first: Attended, second: Attended) -> None:
    phone, _, _ = await two_meetings(town, first, second)
    await town.move(days=2)
    assert not [s for s in phone.all if "aiderait" in s.text]


async def test_only_those_who_sit_for_what_they_lived_are_asked(town: Town) -> None:
    phone, _, meeting = await two_meetings(town, SAID, SAID, Role.MEMBER)
    assert not [s for s in phone.all if "aiderait" in s.text]
    async with town.database.read() as session:
        assert await people_absent_twice(session, meeting) == []


@pytest.mark.parametrize(
    ("digit", "kind", "listed"),
    [
        ("1", "need_transport", "transport demande"),
        ("2", "need_childcare", "garde demandee"),
        ("3", "need_hour", "une autre heure"),
        ("4", "call", "appel demande"),
    ],
)
async def test_a_human_takes_up_what_would_help(town: Town, digit: str, kind: str, listed: str) -> None:
    maude = await coordinator(town)
    phone, _, _ = await two_meetings(town, SAID, NOTED)
    await phone.expect_any("aiderait")
    await phone.text(digit)
    await phone.expect("C'est note. Maude", "819 555-0142")
    assert await tasks_of(town) == [kind]
    await maude.forget()
    await maude.text("/appels")
    await maude.expect("Rose", listed)


async def test_nothing_thank_you_is_an_answer(town: Town) -> None:
    phone, _, _ = await two_meetings(town, SAID, NOTED)
    await phone.expect_any("5 rien, merci")
    await phone.text("5")
    await phone.expect("D'accord, merci", "Maude")
    assert await tasks_of(town) == []


async def test_it_is_asked_in_their_language(town: Town) -> None:
    phone, _, _ = await two_meetings(town, SAID, NOTED, language="en")
    await phone.expect_any("What would help?", "1 a ride", "4 a phone call")


async def test_the_offer_to_carry_words_comes_first_and_alone(town: Town) -> None:
    """One question at a time: the words within a day, the help the day after."""
    phone = town.sms()
    person = await settle_in(town, phone, "Rose", Role.EXPERT)
    for day in (FIRST, SECOND):
        meeting = await open_meeting(town, day, person, state=MeetingState.HELD, answer_by=day + dt.timedelta(days=14))
        async with town.database.write() as session:
            (await attendance_made(session, meeting.id, person.id)).presence = Presence.NONE
    town.now = town.local(2026, 2, 11, 12)
    await town.tick()
    await phone.expect("Denis peut lire vos mots")
    await phone.expect_nothing()
    town.now = town.local(2026, 2, 12, 14)
    await town.tick()
    await phone.expect("aiderait")
