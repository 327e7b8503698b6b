"""Two people who may be one, and what an identity story asks of the database."""

from __future__ import annotations

from sqlalchemy import select

from db.claims.tables import Claim
from db.conversations import Task
from db.journal import Entry
from db.meetings.tables import Answer, Attendance
from db.organisations import roundtable_made
from db.people import Person, Role, grant, seat
from handlers.acting import Actor
from tests.stories.test_people_strangers import a_meeting
from tests.support.people import coordinator, settle_in
from tests.support.phones import Phone, Town

SHELL = Actor(None, "", "installation", frozenset({Role.COORDINATOR}), "shell")


async def code_of(phone: Phone) -> str:
    """LIER, and the code that comes."""
    await phone.text("LIER")
    said = (await phone.expect("30 minutes")).text
    if "start=" in said:
        return said.split("start=")[1][:6]
    return next(word for word in said.split() if len(word) == 6 and word.isupper())


async def rose_with_a_claim(town: Town, phone: Phone) -> Person:
    """An expert, at a roundtable, who said that she comes and asked for her allowance."""
    rose = await settle_in(town, phone, "Rose", Role.EXPERT)
    async with town.database.write() as session:
        meeting = await a_meeting(session, town)
        roundtable = await roundtable_made(session, 1, "Logement")
        await seat(session, rose.id, roundtable.id)
        session.add(Attendance(meeting_id=meeting, person_id=rose.id, answer=Answer.COMING))
        session.add(
            Claim(
                organisation_id=1,
                number=1,
                person_id=rose.id,
                meeting_id=meeting,
                total_cents=4200,
                activity_date=town.now.date(),
                submitted_at=town.now,
            )
        )
    return rose


async def owner(town: Town) -> list[tuple[str, int | None]]:
    """Whose claims there are."""
    async with town.database.read() as session:
        rows = await session.execute(select(Person.name, Claim.number).join(Claim, Claim.person_id == Person.id))
        return [(name, number) for name, number in rows]


async def names(town: Town) -> set[str]:
    async with town.database.read() as session:
        return set(await session.scalars(select(Person.name)))


async def cards(town: Town) -> list[str]:
    async with town.database.read() as session:
        return list(await session.scalars(select(Task.kind).where(Task.closed_at.is_(None)).order_by(Task.id)))


async def journal(town: Town) -> list[str]:
    async with town.database.read() as session:
        return list(await session.scalars(select(Entry.act).order_by(Entry.id)))


async def merged_by_maude(town: Town) -> tuple[Phone, Phone, Phone]:
    maude, phone, chat = await coordinator(town), town.sms(), town.telegram()
    rose = await rose_with_a_claim(town, phone)
    rosie = await settle_in(town, chat, "Rosie")
    await maude.tell(f"/reunir {rosie.id} {rose.id}")
    await maude.expect_any("reuni")
    return maude, phone, chat


async def paul_of_a_territory(town: Town) -> Phone:
    paul = await coordinator(town, "Paul", "9002")
    async with town.database.write() as session:
        await grant(session, 2, Role.COORDINATOR, "Grande-Anse")
    return paul
