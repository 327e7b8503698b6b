"""The small region in a database, and coordinators who make its report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy import select

from db.meetings.questions import attendance_made, note_in_history
from db.meetings.tables import Attendance, Presence
from db.people import Person, Role, grant
from db.report.facts import Facts
from db.report.tables import ReportRun
from db.session import AsyncSession, Database
from handlers.acting import Acting, Actor, ActResult, Confirmation, Refused
from handlers.checks import WantsCheck
from handlers.installation import Installation
from messages import Channel
from tests.support.env import catalogue
from tests.support.mini_region import mini_region
from tests.support.region_in_database import LONG_AGO, Writer

Do = Callable[[Acting], Awaitable[ActResult]]
AFTER = dt.datetime(2027, 5, 16, 14, tzinfo=dt.UTC)  # the day after the usual cut


async def lay_region(database: Database, facts: Facts | None = None) -> Writer:
    """The region, and Maude who coordinates all of it."""
    async with database.write() as session:
        writer = Writer(session, facts or mini_region())
        await writer.write()
        maude = Person(organisation_id=1, name="Maude", created_at=LONG_AGO)
        session.add(maude)
        await session.flush()
        await grant(session, maude.id, Role.COORDINATOR)
        writer.people["Maude"] = maude
    return writer


def maude(session: AsyncSession, installation: Installation, person: Person, now: dt.datetime = AFTER) -> Acting:
    roles = frozenset({Role.COORDINATOR})
    actor = Actor(person.id, person.name, person.pseudonym, roles, "telegram")
    return Acting(session, installation, actor, now)


class Desk:
    """Maude's desk: each act in a transaction of its own."""

    def __init__(self, database: Database, installation: Installation, region: Writer) -> None:
        self.database, self.installation, self.region = database, installation, region
        self.now = AFTER

    def acting(self, session: AsyncSession) -> Acting:
        return maude(session, self.installation, self.region.people["Maude"], self.now)

    async def do(self, act: Do) -> ActResult:
        """Done once its check page, if it has one, is confirmed."""
        async with self.database.write() as session:
            acting = self.acting(session)
            try:
                return await act(acting)
            except WantsCheck as wants:
                return await act(acting.having(Confirmation(wants.page.fingerprint, wants.page.people)))

    async def refused(self, act: Do) -> str:
        with pytest.raises(Refused) as refused:
            await self.do(act)
        return refused.value.reason.id

    def said(self, done: ActResult, language: str = "fr") -> str:
        return catalogue().text(done.text, language, Channel.TELEGRAM).replace("\u00a0", " ")

    async def runs(self) -> list[ReportRun]:
        async with self.database.read() as session:
            return list(await session.scalars(select(ReportRun).order_by(ReportRun.version)))

    async def correct_presence(self, meeting: str, person: str, presence: Presence) -> None:
        ids = self.region.meetings[meeting].id, self.region.people[person].id
        async with self.database.write() as session:
            row = await session.scalar(
                select(Attendance).where(Attendance.meeting_id == ids[0], Attendance.person_id == ids[1])
            )
            assert row is not None
            note_in_history(session, row, presence, self.now, None)

    async def add_presence(self, meeting: str, person: str, presence: Presence) -> None:
        async with self.database.write() as session:
            ids = self.region.meetings[meeting].id, self.region.people[person].id
            row = await attendance_made(session, *ids)
            note_in_history(session, row, presence, self.now, None)
