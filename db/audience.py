"""Who a broadcast is for: one SELECT that serves the count, the preview and the fan-out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.contacts import Consent, Contact, ContactPerson, Reach
from db.deliveries import Broadcast, Delivery, Status
from db.labels import by_name
from db.meetings.tables import Answer, Attendance
from db.message_kinds import CALLED, COUNTED, PROMISED, REASONS, SendOccasion, may_write, recipient, why_not
from db.people import Pace, Person, PersonRole, PersonRoundtable, Role, in_role
from db.scope import person_belongs_to
from messages.channels import SENT, UNWRITTEN


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
    told_meeting_id: int | None = None  # those who read of this meeting, or answered for it
    untold_meeting_id: int | None = None  # those who did neither
    person_ids: tuple[int, ...] = ()
    roles_left_out: tuple[str, ...] = field(default=())
    ended_roles_too: bool = False  # those too whose every role has ended: news of what they were told before

    def to_json(self) -> dict[str, Any]:
        return {name: value for name, value in asdict(self).items() if value}

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> Audience:
        tuples = {"answers", "person_ids", "roles_left_out"}
        named: dict[str, Any] = {name: tuple(value) if name in tuples else value for name, value in kept.items()}
        return cls(**named)


def audience_select(organisation_id: int, audience: Audience, occasion: SendOccasion) -> Select[Any]:
    """person_id, contact_id, channel, language: one row per message that leaves now.

    What says the same to everyone leaves once for a phone that several people share.
    """
    people = _people_reached(organisation_id, audience, occasion)
    if not occasion.kind.once_a_phone:
        return people
    each = people.subquery("each_person")
    place = func.row_number().over(partition_by=each.c.contact_id, order_by=each.c.person_id).label("place")
    at_phones = select(each, place).subquery("at_phones")
    columns = at_phones.c.person_id, at_phones.c.contact_id, at_phones.c.channel, at_phones.c.language
    return select(*columns).where(at_phones.c.place == 1)


def _people_reached(organisation_id: int, audience: Audience, occasion: SendOccasion) -> Select[Any]:
    """The same, one row per person who may be reached now, at one address."""
    places = [(Contact.channel == channel.value, place) for place, channel in enumerate(SENT, 1)]
    preferred = case((Contact.channel == Person.channel, 0), *places, else_=len(SENT) + 1)
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
        .where(
            Person.organisation_id == organisation_id,
            Person.erased_at.is_(None),
            Person.channel.not_in(UNWRITTEN),
            ContactPerson.agreed,
            may_write(occasion),
            *([] if audience.ended_roles_too else [in_role()]),
            *_chosen(audience),
        )
        .subquery("reachable")
    )
    query = select(reachable.c.person_id, reachable.c.contact_id, reachable.c.channel, reachable.c.language).where(
        reachable.c.rank == 1
    )
    if audience.channel:
        query = query.where(reachable.c.channel == audience.channel)
    return query


def people_select(organisation_id: int, audience: Audience) -> Select[Any]:
    """Everyone meant, reachable or not: what "people who will not be reached" is counted from."""
    return select(Person.id).where(
        Person.organisation_id == organisation_id, Person.erased_at.is_(None), *_chosen(audience)
    )


def _chosen(audience: Audience) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if audience.territory:
        conditions.append(person_belongs_to(audience.territory))
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
    meetings = {audience.unanswered_meeting_id, audience.meeting_id, audience.told_meeting_id} - {None}
    conditions += [~_taken_back(number) for number in sorted(filter(None, meetings))]
    conditions += _knowing(audience)
    conditions += _only_stopped(audience.stopped)
    if audience.spare_less:
        conditions.append(Person.pace != Pace.LESS)
    if audience.person_ids:
        conditions.append(Person.id.in_(audience.person_ids))
    return conditions


def _knowing(audience: Audience) -> list[ColumnElement[bool]]:
    """Those who know of one meeting, and those who heard nothing of another."""
    known = [] if audience.told_meeting_id is None else [_told(audience.told_meeting_id)]
    return known if audience.untold_meeting_id is None else [*known, ~_told(audience.untold_meeting_id)]


def _only_stopped(kind: str) -> list[ColumnElement[bool]]:
    """Those who stopped this kind of message at an address, and would not have it at another; "" narrows nothing."""
    if not kind:
        return []
    stopped = Contact.stopped_kinds.like(f"%,{kind},%")
    holders = select(ContactPerson.person_id).join(Contact, Contact.id == ContactPerson.contact_id)
    works = Contact.consent == Consent.GIVEN, Contact.reach == Reach.OK
    return [Person.id.in_(holders.where(stopped)), Person.id.not_in(holders.where(~stopped, *works))]


def _answered(meeting_id: int, answers: tuple[Answer, ...]) -> ColumnElement[bool]:
    return exists().where(
        Attendance.person_id == Person.id, Attendance.meeting_id == meeting_id, Attendance.answer.in_(answers)
    )


def _taken_back(meeting_id: int) -> ColumnElement[bool]:
    """Whose invitation to this meeting was a mistake: nothing more of it is theirs."""
    mine = Attendance.person_id == Person.id, Attendance.meeting_id == meeting_id
    return exists().where(*mine, Attendance.taken_back_at.is_not(None))


def _told(meeting_id: int) -> ColumnElement[bool]:
    of_it = select(Broadcast.id).where(Broadcast.meeting_id == meeting_id)
    left = Delivery.status.not_in((Status.FAILED, Status.MISSED, Status.CANCELLED))
    read = exists().where(Delivery.person_id == Person.id, Delivery.broadcast_id.in_(of_it), left)
    # An answer that no longer holds, since the meeting moved, was given by someone who knows the day before.
    answered = exists().where(
        Attendance.person_id == Person.id,
        Attendance.meeting_id == meeting_id,
        or_(Attendance.answer != Answer.NONE, Attendance.answer_version.is_not(None)),
    )
    by_voice = and_(Person.channel.in_(CALLED), exists(of_it))  # a card says it, and nothing is delivered
    return or_(read, answered, by_voice)


@dataclass(frozen=True, slots=True)
class Count:
    """How many messages per (language, channel), and how many of the people meant cannot be written to."""

    by_text: dict[tuple[str, str], int]
    unreachable: int
    on_paper: int

    @property
    def total(self) -> int:
        return sum(self.by_text.values())

    def on(self, channel: str) -> int:
        return sum(number for (_language, c), number in self.by_text.items() if c == channel)


async def languages_spoken(session: AsyncSession, organisation_id: int, audience: Audience | None = None) -> list[str]:
    """The languages in which someone of an audience (None: anyone) is written to, those without a folder too."""
    spoken = select(Person.language).where(Person.organisation_id == organisation_id, Person.erased_at.is_(None))
    if audience is not None:
        spoken = spoken.where(Person.id.in_(select(people_select(organisation_id, audience).subquery().c.id)))
    return list(await session.scalars(spoken.distinct().order_by(Person.language)))


async def count_audience(
    session: AsyncSession, organisation_id: int, audience: Audience, occasion: SendOccasion
) -> Count:
    who = audience_select(organisation_id, audience, occasion).subquery()
    rows = await session.execute(
        select(who.c.language, who.c.channel, func.count()).group_by(who.c.language, who.c.channel)
    )
    by_text = {(language, channel): number for language, channel, number in rows}
    meant = people_select(organisation_id, audience).subquery()
    everyone = await count_meant(session, organisation_id, audience)
    paper = await session.scalar(
        select(func.count())
        .select_from(Person)
        .where(Person.id.in_(select(meant.c.id)), Person.channel == "post", in_role())
    )
    people = _people_reached(organisation_id, audience, occasion).subquery()
    reached = await session.scalar(select(func.count()).select_from(people)) or 0
    return Count(by_text, max(0, everyone - reached - (paper or 0)), paper or 0)


@dataclass(frozen=True, slots=True)
class Unreached:
    """Someone meant who will not be reached, and why: a code that the catalogue says ("post", "call", "paused")."""

    person_id: int
    name: str
    why: str


async def count_meant(session: AsyncSession, organisation_id: int, audience: Audience) -> int:
    """How many are meant, reachable or not."""
    meant = people_select(organisation_id, audience).subquery()
    return await session.scalar(select(func.count()).select_from(meant)) or 0


async def ids_meant(session: AsyncSession, organisation_id: int, audience: Audience) -> tuple[int, ...]:
    """Everyone meant, reachable or not."""
    return tuple(sorted(await session.scalars(people_select(organisation_id, audience))))


async def ids_of(
    session: AsyncSession, organisation_id: int, audience: Audience, occasion: SendOccasion
) -> tuple[frozenset[int], frozenset[int]]:
    """Of the people meant, those who will be reached and those who will not."""
    reached = _people_reached(organisation_id, audience, occasion).subquery()
    will = frozenset(await session.scalars(select(reached.c.person_id)))
    meant = frozenset(await session.scalars(people_select(organisation_id, audience)))
    return will, meant - will


async def missed_people(
    session: AsyncSession, organisation_id: int, audience: Audience, occasion: SendOccasion, *, most: int = 30
) -> tuple[list[Unreached], int]:
    """The first `most` of those meant who will not be reached, by name; and how many there are beyond."""
    reached = _people_reached(organisation_id, audience, occasion).subquery()
    missed = Person.id.in_(people_select(organisation_id, audience)), Person.id.not_in(select(reached.c.person_id))
    total = await session.scalar(select(func.count()).select_from(Person).where(*missed)) or 0
    people = list(
        await session.scalars(select(Person).where(*missed).order_by(by_name(Person.name), Person.id).limit(most))
    )
    contacts = await addresses_of(session, [person.id for person in people])
    ids = select(PersonRole.person_id).where(PersonRole.person_id.in_([person.id for person in people]))
    have = {p.id for p in people} if audience.ended_roles_too else set(await session.scalars(ids))
    whys = {p.id: why_missed(p, contacts.get(p.id, []), occasion) if p.id in have else "no-role" for p in people}
    found = [Unreached(p.id, p.name, whys[p.id]) for p in people]
    return found, max(0, total - len(found))


async def addresses_of(session: AsyncSession, people: Sequence[int]) -> dict[int, list[tuple[Contact, bool]]]:
    """By person: each of their addresses, and whether they said yes there themselves."""
    rows = await session.execute(
        select(ContactPerson.person_id, ContactPerson.agreed, Contact)
        .join(Contact, Contact.id == ContactPerson.contact_id)
        .where(ContactPerson.person_id.in_(people))
        .order_by(Contact.id)
    )
    found: dict[int, list[tuple[Contact, bool]]] = {}
    for person_id, agreed, contact in rows:
        found.setdefault(person_id, []).append((contact, agreed))
    return found


async def count_often_written(
    session: AsyncSession, organisation_id: int, audience: Audience, occasion: SendOccasion, since: dt.datetime
) -> int:
    """How many of those reached already have, since then, the messages we promise not to go beyond."""
    reached = audience_select(organisation_id, audience, occasion).subquery()
    often = (
        select(Delivery.person_id)
        .where(
            Delivery.person_id.in_(select(reached.c.person_id)),
            Delivery.kind.in_(COUNTED),
            Delivery.queued_at >= since,
            Delivery.fallback_of.is_(None),
            Delivery.status.not_in((Status.CANCELLED, Status.MISSED, Status.FAILED)),
        )
        .group_by(Delivery.person_id)
        .having(func.count() >= PROMISED)
        .subquery()
    )
    return await session.scalar(select(func.count()).select_from(often)) or 0


def why_missed(person: Person, contacts: list[tuple[Contact, bool]], occasion: SendOccasion) -> str:
    """Why nothing reaches this person: the reason of the address nearest to working, or a choice of channel.

    `contacts`: each address, and whether they said yes there themselves."""
    if person.channel in UNWRITTEN:
        return person.channel
    if not contacts:
        return "call-only" if person.other_phones else "no-address"
    order = [reason.why for reason in REASONS]
    whys = [why_not(recipient(contact, person, agreed=agreed), occasion) for contact, agreed in contacts]
    return max(whys, key=lambda why: order.index(why) if why else len(order)) or "other-channel"
