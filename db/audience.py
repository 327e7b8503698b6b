"""Who a broadcast is for: one SELECT that serves the count, the preview and the fan-out."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.contacts import Consent, Contact, ContactPerson, Reach
from db.meetings.tables import Answer, Attendance
from db.organisations import Roundtable
from db.people import Pace, Person, PersonRole, PersonRoundtable, Role


@dataclass(frozen=True, slots=True)
class Audience:
    """Everyone, narrowed by each value given. Kept as JSON with the broadcast: `to_json`, `from_json`."""

    territory: str = ""
    roundtable_id: int | None = None
    role: str = ""
    channel: str = ""
    unanswered_meeting_id: int | None = None  # those who have not answered for this meeting
    meeting_version: int = 0  # the version of that meeting the words speak of; it narrows nothing
    spare_less: bool = False  # without those who asked for fewer messages
    stopped: str = ""  # those alone who stopped this kind of message
    answers: tuple[str, ...] = ()  # with `meeting_id`: those who gave one of these answers
    meeting_id: int | None = None
    person_ids: tuple[int, ...] = ()
    roles_left_out: tuple[str, ...] = field(default=())

    def to_json(self) -> dict[str, Any]:
        return {name: value for name, value in asdict(self).items() if value}

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> Audience:
        tuples = {"answers", "person_ids", "roles_left_out"}
        named: dict[str, Any] = {name: tuple(value) if name in tuples else value for name, value in kept.items()}
        return cls(**named)


def audience_select(
    organisation_id: int, audience: Audience, kind: str, now: dt.datetime, *, urgent: bool = False
) -> Select[Any]:
    """person_id, contact_id, channel, language: one row per person who may be reached now, at one address.

    `kind` is the kind of message ("digest", "reminders", "announcements"): a stop of that kind alone counts. `urgent`
    reaches people who asked for less, never those who paused or stopped.
    """
    preferred = case((Contact.channel == Person.channel, 0), (Contact.channel == "telegram", 1), else_=2)
    rank = func.row_number().over(partition_by=ContactPerson.person_id, order_by=[preferred, Contact.id]).label("rank")
    reachable = (
        select(
            ContactPerson.person_id.label("person_id"),
            Contact.id.label("contact_id"),
            Contact.channel.label("channel"),
            Person.language.label("language"),
            rank,
        )
        .join(Contact, Contact.id == ContactPerson.contact_id)
        .join(Person, Person.id == ContactPerson.person_id)
        .where(*_may_write(organisation_id, kind, now, urgent), *_chosen(audience))
        .subquery("reachable")
    )
    query = select(reachable.c.person_id, reachable.c.contact_id, reachable.c.channel, reachable.c.language).where(
        reachable.c.rank == 1
    )
    if audience.stopped:
        query = query.join(Contact, Contact.id == reachable.c.contact_id).where(
            Contact.stopped_kinds.like(f"%,{audience.stopped},%")
        )
    if audience.channel:
        query = query.where(reachable.c.channel == audience.channel)
    return query


def people_select(organisation_id: int, audience: Audience) -> Select[Any]:
    """Everyone meant, reachable or not: what "people who will not be reached" is counted from."""
    return select(Person.id).where(
        Person.organisation_id == organisation_id, Person.erased_at.is_(None), *_chosen(audience)
    )


def _may_write(organisation_id: int, kind: str, now: dt.datetime, urgent: bool) -> list[ColumnElement[bool]]:
    awake = or_(Person.pace != Pace.PAUSED, and_(Person.paused_until.is_not(None), Person.paused_until <= now))
    conditions: list[ColumnElement[bool]] = [
        Person.organisation_id == organisation_id,
        Person.erased_at.is_(None),
        Person.channel != "post",
        Contact.consent == Consent.GIVEN,
        Contact.reach == Reach.OK,
        Contact.stopped_kinds.not_like(f"%,{kind},%"),
        awake,
    ]
    if kind == "announcements" and not urgent:
        conditions.append(Person.pace != Pace.LESS)
    return conditions


def _chosen(audience: Audience) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if audience.territory:
        at_table = exists().where(
            PersonRoundtable.person_id == Person.id,
            PersonRoundtable.roundtable_id == Roundtable.id,
            func.lower(Roundtable.territory) == audience.territory.lower(),
        )
        conditions.append(or_(func.lower(Person.territory) == audience.territory.lower(), at_table))
    if audience.roundtable_id is not None:
        conditions.append(
            exists().where(
                PersonRoundtable.person_id == Person.id, PersonRoundtable.roundtable_id == audience.roundtable_id
            )
        )
    if audience.role:
        conditions.append(exists().where(PersonRole.person_id == Person.id, PersonRole.role == Role(audience.role)))
    for role in audience.roles_left_out:
        conditions.append(~exists().where(PersonRole.person_id == Person.id, PersonRole.role == Role(role)))
    if audience.unanswered_meeting_id is not None:
        conditions.append(~_answered(audience.unanswered_meeting_id, tuple(a for a in Answer if a is not Answer.NONE)))
    if audience.meeting_id is not None:
        conditions.append(_answered(audience.meeting_id, tuple(Answer(a) for a in audience.answers)))
    if audience.spare_less:
        conditions.append(Person.pace != Pace.LESS)
    if audience.person_ids:
        conditions.append(Person.id.in_(audience.person_ids))
    return conditions


def _answered(meeting_id: int, answers: tuple[Answer, ...]) -> ColumnElement[bool]:
    return exists().where(
        Attendance.person_id == Person.id, Attendance.meeting_id == meeting_id, Attendance.answer.in_(answers)
    )


@dataclass(frozen=True, slots=True)
class Count:
    """How many people per (language, channel), and how many of those meant cannot be written to."""

    by_text: dict[tuple[str, str], int]
    unreachable: int
    on_paper: int

    @property
    def total(self) -> int:
        return sum(self.by_text.values())

    def on(self, channel: str) -> int:
        return sum(number for (_language, c), number in self.by_text.items() if c == channel)


async def count_audience(
    session: AsyncSession,
    organisation_id: int,
    audience: Audience,
    kind: str,
    now: dt.datetime,
    *,
    urgent: bool = False,
) -> Count:
    who = audience_select(organisation_id, audience, kind, now, urgent=urgent).subquery()
    rows = await session.execute(
        select(who.c.language, who.c.channel, func.count()).group_by(who.c.language, who.c.channel)
    )
    by_text = {(language, channel): number for language, channel, number in rows}
    meant = people_select(organisation_id, audience).subquery()
    everyone = await session.scalar(select(func.count()).select_from(meant)) or 0
    paper = await session.scalar(
        select(func.count()).select_from(Person).where(Person.id.in_(select(meant.c.id)), Person.channel == "post")
    )
    reached = sum(by_text.values())
    return Count(by_text, max(0, everyone - reached - (paper or 0)), paper or 0)
