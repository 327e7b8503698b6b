"""The facts of a report written down as the rows that they would have come from."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from db.claims.rules import ClaimState, Mode
from db.claims.tables import Claim, ClaimLine, Payment
from db.comments.tables import Comment, CommentState, RemoteParticipation
from db.meetings.tables import AgendaPoint, Attendance, Meeting, Presence, PresenceNote, Reminder
from db.organisations import Organisation, Roundtable, Territory
from db.people import Person, Role, RolePeriod
from db.report.facts import Facts
from db.session import AsyncSession

LONG_AGO = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
PAID = (ClaimState.PAID, ClaimState.RECEIVED)


class Writer:
    """Writes facts; `people` and `meetings` give the row of each key."""

    def __init__(self, session: AsyncSession, facts: Facts) -> None:
        self.session, self.facts = session, facts
        self.people: dict[str, Person] = {}
        self.meetings: dict[str, Meeting] = {}

    async def write(self) -> None:
        if await self.session.get(Organisation, 1) is None:
            await self._add(Organisation(id=1, name="Alliance de la Vallée-des-Rives", preferences={}))
        for name in self.facts.territories:
            await self._add(Territory(organisation_id=1, name=name, other_names=[]))
        await self._write_people()
        await self._write_meetings()
        await self._write_attendances()
        await self._write_words()
        await self._write_claims()

    async def _add(self, row: object) -> None:
        self.session.add(row)
        await self.session.flush()

    async def _write_people(self) -> None:
        facts = self.facts
        for one in (*facts.attendances, *facts.experts, *facts.remotes, *facts.claims):
            if one.person not in self.people:
                self.people[one.person] = Person(organisation_id=1, name=one.person, created_at=LONG_AGO)
                await self._add(self.people[one.person])
        for role in facts.experts:
            person = self.people[role.person].id
            await self._add(RolePeriod(person_id=person, role=Role.EXPERT, since=role.since, until=role.until))

    async def _write_meetings(self) -> None:
        tables: dict[str, Roundtable] = {}
        for fact in self.facts.meetings:
            if fact.roundtable not in tables:
                places = {"territory": fact.territory, "place_kind": fact.place_kind, "level": fact.level}
                tables[fact.roundtable] = Roundtable(organisation_id=1, name=fact.roundtable, **places)
                await self._add(tables[fact.roundtable])
            local = fact.ends_at.astimezone(ZoneInfo(self.facts.zone))
            row = self.meetings[fact.id] = Meeting(
                organisation_id=1,
                roundtable_id=tables[fact.roundtable].id,
                state=fact.state,
                local_date=fact.day,
                local_start=(local - dt.timedelta(hours=2)).time(),
                local_end=local.time(),
                zone=self.facts.zone,
                starts_at=fact.ends_at - dt.timedelta(hours=2),
                ends_at=fact.ends_at,
                version=fact.version,
                created_at=fact.ends_at - dt.timedelta(days=30),
                announced_at=fact.ends_at - dt.timedelta(days=20) if fact.announced else None,
                minutes_sent_at=fact.minutes_sent_at,
                answer_by=fact.answer_by,
                advice_left=fact.advice_left,
            )
            await self._add(row)
            for number, point in enumerate(fact.points, 1):
                kept = {"step": point.step, "outcome": point.outcome}
                await self._add(AgendaPoint(meeting_id=row.id, number=number, title="Un point", **kept))
        for number, sent in enumerate(self.facts.reminders):
            kept = {"state": "sent", "due_at": sent.sent_at, "done_at": sent.sent_at, "version": sent.version}
            await self._add(Reminder(meeting_id=self.meetings[sent.meeting].id, days_before=number, **kept))

    async def _write_attendances(self) -> None:
        for fact in self.facts.attendances:
            meeting = self.meetings[fact.meeting]
            noted = None if fact.presence is Presence.UNKNOWN else fact.noted_at or meeting.ends_at
            row = Attendance(
                meeting_id=meeting.id,
                person_id=self.people[fact.person].id,
                presence=fact.presence,
                noted_at=noted,
                as_expert=fact.as_expert,
                needs="".join(f",{need}" for need in sorted(fact.needs)) + "," if fact.needs else "",
                settled="".join(f",{need}" for need in sorted(fact.settled)) + "," if fact.settled else "",
                offered_claim_at=fact.offered_claim_at,
            )
            await self._add(row)
            if noted:
                await self._add(PresenceNote(attendance_id=row.id, presence=fact.presence, noted_at=noted))

    async def _write_words(self) -> None:
        for yes in self.facts.remotes:
            ids = {"meeting_id": self.meetings[yes.meeting].id, "person_id": self.people[yes.person].id}
            await self._add(RemoteParticipation(**ids, released_on=yes.released_on))
        for number, fact in enumerate(self.facts.comments, 1):
            state = CommentState.WITHDRAWN if fact.withdrawn_on else CommentState.CONFIRMED
            row = Comment(
                organisation_id=1,
                number=number,
                meeting_id=self.meetings[fact.meeting].id,
                with_name=fact.with_name,
                words="Le camp ouvre trop tard.",
                noted=True,
                state=CommentState.ANSWERED if fact.decision else state,
                confirmed_on=fact.confirmed_on,
                read_on=fact.read_on,
                decision=fact.decision,
                answered_on=fact.answered_on,
                withdrawn_on=fact.withdrawn_on,
            )
            await self._add(row)

    async def _write_claims(self) -> None:
        for number, fact in enumerate(self.facts.claims, 1):
            payment = None
            if fact.state in PAID and fact.paid_on:
                payment = Payment(organisation_id=1, mode=Mode.CHEQUE, paid_on=fact.paid_on, made_at=LONG_AGO)
                await self._add(payment)
            row = Claim(
                organisation_id=1,
                number=number,
                person_id=self.people[fact.person].id,
                activity_date=fact.day,
                state=fact.state,
                total_cents=sum(line.cents for line in fact.lines),
                submitted_at=fact.submitted_at,
                decided_at=fact.decided_at,
                payment_id=payment.id if payment else None,
            )
            await self._add(row)
            for line in fact.lines:
                asked = line.cents if line.exception else None
                kept = {"kind": line.kind, "cents": line.cents, "day": line.day, "asked_cents": asked}
                await self._add(ClaimLine(claim_id=row.id, **kept))
