"""A table with its agenda and who carries its comments, for the stories of comments."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select

from db.comments.tables import Comment
from db.conversations import Task
from db.meetings.questions import attendance_of
from db.meetings.tables import AgendaPoint, Answer, Attendance, Meeting, MeetingState
from db.people import Person
from tests.support import claims
from tests.support.phones import Phone, Town

CAMP = "Le camp de jour"
LAUNDRY = "La buanderie"
HOUSING = "Neuf logements"
AGENDA = (CAMP, LAUNDRY)
TUESDAY = dt.date(2026, 2, 10)


async def open_meeting(
    town: Town,
    day: dt.date,
    *people: Person,
    name: str = "COCO",
    agenda: tuple[str, ...] = AGENDA,
    carrier: str = "Denis",
    answer_by: dt.date | None = None,
    state: MeetingState = MeetingState.ANNOUNCED,
    start: dt.time = dt.time(13, 30),
    end: dt.time = dt.time(15, 30),
) -> Meeting:
    """A meeting where these people sit; Denis carries the words of whoever cannot come, and answers in two weeks."""
    row = await claims.meeting(town, day, start, end, name=name, people=people, came=False, state=state)
    async with town.database.write() as session:
        kept = await session.get_one(Meeting, row.id)
        kept.carrier, kept.answer_by = carrier, answer_by or day + dt.timedelta(days=14)
        for number, title in enumerate(agenda, 1):
            session.add(
                AgendaPoint(meeting_id=row.id, number=number, title=title, plain="On choisit.", changes="L'heure.")
            )
    return kept


async def comments_of(town: Town) -> list[Comment]:
    async with town.database.read() as session:
        return list(await session.scalars(select(Comment).order_by(Comment.number)))


async def the_comment(town: Town) -> Comment:
    [comment] = await comments_of(town)
    return comment


async def answer_of(town: Town, meeting: Meeting, person: Person) -> Answer:
    async with town.database.read() as session:
        found: Attendance | None = await attendance_of(session, meeting.id, person.id)
        return found.answer if found is not None else Answer.NONE


async def tasks_of(town: Town) -> list[str]:
    """The kinds of what waits for a human, in order; without the welcomes."""
    async with town.database.read() as session:
        rows = await session.scalars(select(Task.kind).where(Task.closed_at.is_(None)).order_by(Task.id))
        return [kind for kind in rows if kind != "new_person"]


async def rose_and_a_meeting(
    town: Town, channel: str = "sms", language: str = "fr", agenda: tuple[str, ...] = ("Le camp de jour",)
) -> tuple[Phone, Meeting]:
    phone = town.telegram() if channel == "telegram" else town.sms()
    person = await claims.expert(town, phone, language=language)
    return phone, await open_meeting(town, TUESDAY, person, agenda=agenda)


async def write(phone: Phone, words: str = "le camp a 8h cest trop tot") -> None:
    """Words collected and ended; the read-back stands open. Asked whether they are for the table, it is a yes."""
    await phone.text("COMMENTAIRE")
    await phone.text(words)
    await phone.town.settle()
    if "fait partie de vos mots" in phone.all[-1].text:
        await phone.text("1")
    await phone.text("1")
    await phone.expect_any("C'est exact?")


async def confirmed(phone: Phone, words: str = "le camp a 8h cest trop tot") -> None:
    await write(phone, words)
    await phone.text("1")
    await phone.expect_any("Commentaire no")


async def whoever_has(phone: Phone) -> Person:
    person = await phone.person()
    assert person is not None
    return person


async def write_words(phone: Phone, words: str) -> None:
    """Words that are for the table: said so, when the program asks what they are."""
    await phone.text(words)
    asked = phone.unread[-1] if phone.unread else None
    if asked is not None and ("Vous voulez dire" in asked.text or "Cela fait partie" in asked.text):
        phone.unread.remove(asked)
        lines = asked.text.splitlines()[1:]
        kept = next((line for line in lines if "mot pour la table" in line or "gardez ces mots" in line), "1")
        await phone.text(kept[0])
