"""Meetings for the stories: people at a table, a meeting planned and announced by the coordinator's own messages."""

from __future__ import annotations

import re

from sqlalchemy import select

from db.meetings.tables import Answer, Attendance, Meeting, Reminder
from db.organisations import roundtable_made
from db.people import Person, Role, seat
from tests.support.people import settle_in
from tests.support.phones import Phone, Town

WHEN = "mardi 10 février 13h30 à 15h30"
POINT = "1. Le camp | On choisit l'heure du camp. | L'autobus pourra vous y mener."
COMMENTS = "porteur: Denis\nreponse: 20 février"


async def seated(town: Town, phone: Phone, name: str, *, language: str = "fr", table: str = "COCO") -> Person:
    """Someone on the list who sits at a table."""
    person = await settle_in(town, phone, name, Role.EXPERT, language=language)
    async with town.database.write() as session:
        roundtable = await roundtable_made(session, 1, table)
        await seat(session, person.id, roundtable.id)
    return person


async def arrive(town: Town, month: int, day: int, hour: int = 12, minute: int = 0) -> None:
    """It is this local hour of 2026, and what was due by then happens at once."""
    town.now = town.local(2026, month, day, hour, minute)
    await town.tick()


async def planned(town: Town, maude: Phone, *, when: str = WHEN, table: str = "COCO", more: str = COMMENTS) -> int:
    """A draft, in one message; the question "announce it?" is open."""
    await maude.text(f"/rencontre {table}\ndate: {when}\nlieu: CLSC\n{POINT}\n{more}")
    found = re.search(r"no (\d+) en brouillon", (await maude.expect_any("en brouillon")).text)
    assert found is not None
    await maude.expect_any("Annoncer la rencontre")
    return int(found[1])


async def announced(town: Town, maude: Phone, *, when: str = WHEN, table: str = "COCO", more: str = COMMENTS) -> int:
    number = await planned(town, maude, when=when, table=table, more=more)
    await maude.press("envoyer")
    await maude.expect_any("annoncee")
    await town.tick()
    return number


async def meeting_row(town: Town, number: int) -> Meeting:
    async with town.database.read() as session:
        return await session.get_one(Meeting, number)


async def answers(town: Town, number: int) -> dict[str, str]:
    """What each answered, by name; those who did not are left out."""
    async with town.database.read() as session:
        rows = await session.execute(
            select(Person.name, Attendance.answer)
            .join(Attendance, Attendance.person_id == Person.id)
            .where(Attendance.meeting_id == number, Attendance.answer != Answer.NONE)
        )
        return {name: answer.value for name, answer in rows}


async def reminders(town: Town, number: int) -> list[tuple[int, int, str]]:
    """(version of the meeting, days before, state), in order."""
    async with town.database.read() as session:
        rows = await session.scalars(
            select(Reminder)
            .where(Reminder.meeting_id == number)
            .order_by(Reminder.version, Reminder.days_before.desc())
        )
        return [(row.version, row.days_before, row.state) for row in rows]
