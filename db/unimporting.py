"""A list of people taken back: whom it added and whom nothing touched since go; what it completed is as it was.

Whatever was said, answered, noted or changed since stands, and is named.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.base import Base
from db.consent import ConsentEntry
from db.contacts import Consent, Contact, ContactPerson, leave_contact, people_at
from db.conversations import Task, TaskKind
from db.deliveries import UNSETTLED, WAITING, Delivery, Status
from db.imports import Import, ImportChange, changes_of
from db.labels import by_name
from db.meetings.tables import Answer, Attendance, Presence
from db.message_kinds import CONSENT
from db.organisations import Roundtable
from db.people import Person, PersonRole, PersonRoundtable, RolePeriod, SeatPeriod

AT_ONCE = 500
REASON = "import-undone"
OF_LISTS = "import"  # the ledger's source
# What the list itself wrote, what the program does by itself, and who looked: none of it is a touch.
ALONE = {
    "person_roles", "person_roundtables", "role_periods", "seat_periods", "contact_people", "contacts", "consents",
    "deliveries", "questions", "import_changes", "looks", "tasks", "attendances", "media",
}  # fmt: skip
BY_ITSELF = (TaskKind.NEVER_REACHED, TaskKind.FAILED_TWICE, TaskKind.START_NEEDED, TaskKind.DELIVERY_UNKNOWN)
OWN = ("id", "organisation_id", "pseudonym", "created_at", "erased_at", "refused_at")  # the last goes with `refused`


@dataclass(slots=True)
class Undone:
    """People by what becomes of them. `kept`: added by the list, and why they stay; `left`: what of a card was changed
    since, and stays; `sent`: those to whom a message has already gone."""

    gone: list[tuple[int, str]] = field(default_factory=list)
    back: list[Person] = field(default_factory=list)
    kept: list[tuple[Person, str]] = field(default_factory=list)
    left: list[tuple[Person, list[str]]] = field(default_factory=list)
    sent: list[str] = field(default_factory=list)


async def people_behind(session: AsyncSession, changes: Sequence[ImportChange]) -> dict[int, Person]:
    found: dict[int, Person] = {}
    for part in _parts([change.person_id for change in changes]):
        rows = await session.scalars(select(Person).where(Person.id.in_(part)))
        found |= {person.id: person for person in rows}
    return found


async def take_back(session: AsyncSession, row: Import) -> Undone:
    """Do it, in this transaction."""
    changes = await changes_of(session, row.id)
    people = await people_behind(session, changes)
    why = await _touched(session, row, changes, people)
    done = Undone()
    added = [change for change in changes if change.added]
    going = [change for change in added if change.person_id not in why]
    done.kept = [(people[change.person_id], why[change.person_id]) for change in added if change.person_id in why]
    done.gone = [(change.person_id, people[change.person_id].name) for change in going]
    done.sent = await _written_to(session, [change.person_id for change in going], since=None)
    others = [change.person_id for change in changes if change not in going]
    done.sent += await _written_to(session, others, since=row.at)
    for change in changes:
        if not change.added:
            await _put_back(session, row, change, people[change.person_id], done)
    await _forget(session, row, going)
    await _drop_roundtables(session, row.roundtables)
    await session.execute(delete(ImportChange).where(ImportChange.import_id == row.id))
    await session.flush()
    return done


# -- what was touched ----------------------------------------------------------------------------------------------


async def _touched(
    session: AsyncSession, row: Import, changes: Sequence[ImportChange], people: Mapping[int, Person]
) -> dict[int, str]:
    """person -> why they stay ("answered", "changed", "used"), of those that the list added."""
    added = {change.person_id: change for change in changes if change.added}
    why: dict[int, str] = {}
    for part in _parts(list(added)):
        for column in _references():
            rows = await session.scalars(select(column).where(column.in_(part)).distinct())
            why |= dict.fromkeys(rows, "used")
        for query in _uses(part, row):
            why |= dict.fromkeys(await session.scalars(query), "used")
        why |= dict.fromkeys(await session.scalars(_seats_changed(part, added)), "changed")
        for query in _answers(part, row):
            why |= dict.fromkeys(await session.scalars(query), "answered")
        roles = await _held(session, PersonRole.person_id, PersonRole.role, part)
        seats = await _held(session, PersonRoundtable.person_id, PersonRoundtable.roundtable_id, part)
        for id in part:
            change = added[id]
            held = {role.value for role in roles.get(id, set())}
            same = held == set(change.roles) and seats.get(id, set()) == set(change.seats)
            if not same or not _as_written(people[id], change):
                why.setdefault(id, "changed")
    return {id: reason for id, reason in why.items() if id in added}


def _references() -> Iterator[Any]:
    """Every column of a table that names a person, but those that say nothing of what somebody did."""
    for table in Base.metadata.sorted_tables:
        for column in table.columns:
            of_people = any(key.column.table.name == Person.__tablename__ for key in column.foreign_keys)
            if of_people and table.name not in ALONE:
                yield column


def _uses(part: Sequence[int], row: Import) -> Iterator[Any]:
    """Cards that somebody made, presences and needs, another list."""
    yield select(Task.person_id).where(Task.person_id.in_(part), Task.kind.not_in(BY_ITSELF))
    answered = or_(Attendance.answer != Answer.NONE, Attendance.presence != Presence.UNKNOWN, Attendance.needs != "")
    yield select(Attendance.person_id).where(Attendance.person_id.in_(part), answered)
    another = ImportChange.person_id.in_(part), ImportChange.import_id != row.id
    yield select(ImportChange.person_id).where(*another)


def _answers(part: Sequence[int], row: Import) -> Iterator[Any]:
    """Something they said themselves, or that was said of their consent since."""
    later = or_(ConsentEntry.entered_at > row.at, ConsentEntry.source != OF_LISTS)
    yield select(ConsentEntry.person_id).where(ConsentEntry.person_id.in_(part), later)
    heard = ContactPerson.person_id.in_(part), Contact.last_heard_at > row.at
    yield select(ContactPerson.person_id).join(Contact, Contact.id == ContactPerson.contact_id).where(*heard)


def _seats_changed(part: Sequence[int], added: Mapping[int, ImportChange]) -> Any:
    """Those who have an address that the list did not give them."""
    given = [address[0] for id in part for address in added[id].addresses]
    return select(ContactPerson.person_id).where(
        ContactPerson.person_id.in_(part), ContactPerson.contact_id.not_in(given)
    )


async def _held(session: AsyncSession, whose: Any, what: Any, part: Sequence[int]) -> dict[int, set[Any]]:
    found: dict[int, set[Any]] = {}
    for person_id, one in await session.execute(select(whose, what).where(whose.in_(part))):
        found.setdefault(person_id, set()).add(one)
    return found


def _as_written(person: Person, change: ImportChange) -> bool:
    """Each column as the list wrote it, the others as they are by default."""
    for prop in Person.__mapper__.column_attrs:
        column = prop.columns[0]
        if column.name in OWN:
            continue
        default = getattr(column.default, "arg", None) if column.default is not None else None
        wrote = change.columns[column.name][1] if column.name in change.columns else default
        if getattr(person, prop.key) != wrote:
            return False
    return True


# -- what goes, what is as it was ----------------------------------------------------------------------------------


async def _written_to(session: AsyncSession, people: Sequence[int], *, since: dt.datetime | None) -> list[str]:
    """The names of those to whom something left; `since`: of those who were asked for their yes because of the list."""
    names: list[str] = []
    asked = () if since is None else (Delivery.kind == CONSENT.name, Delivery.queued_at >= since)
    for part in _parts(people):
        sent = Delivery.person_id.in_(part), Delivery.status.not_in((*UNSETTLED, Status.CANCELLED, Status.MISSED))
        reached = select(Person.name).where(Person.id.in_(select(Delivery.person_id).where(*sent, *asked)))
        names += await session.scalars(reached.order_by(by_name(Person.name)))
    return names


async def _put_back(session: AsyncSession, row: Import, change: ImportChange, person: Person, done: Undone) -> None:
    left = []
    for name, (before, after) in change.columns.items():
        if getattr(person, name) == after:
            setattr(person, name, before)
        else:
            left.append(name)
    for role in change.roles:
        await _ended(session, PersonRole, RolePeriod, person.id, PersonRole.role == role, RolePeriod.role == role)
    for seat in change.seats:
        mine = PersonRoundtable.roundtable_id == seat, SeatPeriod.roundtable_id == seat
        await _ended(session, PersonRoundtable, SeatPeriod, person.id, *mine)
    if not await _addresses_back(session, row, change, person):
        left.append("addresses")
    done.back.append(person)
    if left:
        done.left.append((person, left))
    await session.flush()


async def _ended(
    session: AsyncSession, held: Any, period: Any, person: int, what: ColumnElement[bool], of: ColumnElement[bool]
) -> None:
    """A role, a seat that the list gave: it never was. One that ended since has its period."""
    gone = await session.execute(delete(held).where(held.person_id == person, what))
    if gone.rowcount:  # type: ignore[attr-defined]
        await session.execute(delete(period).where(period.person_id == person, of, period.until.is_(None)))


async def _addresses_back(session: AsyncSession, row: Import, change: ImportChange, person: Person) -> bool:
    """False when an address, or what was agreed there, was touched since: it stays."""
    whole = True
    for contact_id, attached, before, after in change.addresses:
        contact = await session.get(Contact, contact_id)
        if contact is None:
            continue
        if contact.consent != after or (contact.last_heard_at is not None and contact.last_heard_at > row.at):
            whole = False
            continue
        await _unsay(session, row, contact, [person.id])
        contact.consent = Consent(before)
        if attached:
            await leave_contact(session, contact, person)
    return whole


async def _unsay(session: AsyncSession, row: Import, contact: Contact, people: Collection[int]) -> None:
    """What the list wrote of these people in the ledger was not said: the journal keeps that it was written."""
    wrote = ConsentEntry.contact_id == contact.id, ConsentEntry.person_id.in_(people)
    of_this = ConsentEntry.source == OF_LISTS, ConsentEntry.entered_at == row.at
    await session.execute(delete(ConsentEntry).where(*wrote, *of_this))


async def _forget(session: AsyncSession, row: Import, going: Sequence[ImportChange]) -> None:
    """The people go, and what was about to be written to them; an address that was written to stays, nobody's, so that
    it is not asked for a yes a second time."""
    ids = [change.person_id for change in going]
    for part in _parts(ids):
        theirs = Delivery.person_id.in_(part)
        await session.execute(
            update(Delivery).where(theirs, Delivery.status.in_(WAITING)).values(status=Status.CANCELLED, reason=REASON)
        )
        await session.execute(update(Delivery).where(theirs).values(body="", buttons=None))
        await session.execute(delete(Task).where(Task.person_id.in_(part)))
        said = ConsentEntry.source == OF_LISTS, ConsentEntry.entered_at == row.at
        await session.execute(delete(ConsentEntry).where(ConsentEntry.person_id.in_(part), *said))
        await session.execute(delete(Person).where(Person.id.in_(part)))
    given = {address[0]: str(address[2]) for change in going for address in change.addresses if address[1]}
    for part in _parts(list(given)):
        await _standing_back(session, part, given)


async def _standing_back(session: AsyncSession, part: Sequence[int], before: Mapping[int, str]) -> None:
    """Where each address stood before the list, unless somebody said something there; one that is nobody's, and where
    nothing was written, goes."""
    tied = set(await session.scalars(select(ContactPerson.contact_id).where(ContactPerson.contact_id.in_(part))))
    said = set(await session.scalars(select(ConsentEntry.contact_id).where(ConsentEntry.contact_id.in_(part))))
    left = Delivery.contact_id.in_(part), Delivery.status != Status.CANCELLED
    wrote = set(await session.scalars(select(Delivery.contact_id).where(*left).distinct()))
    gone = []
    for contact in list(await session.scalars(select(Contact).where(Contact.id.in_(part)))):
        if contact.id not in tied | said | wrote and contact.first_heard_at is None:
            gone.append(contact.id)
            continue
        standing = Consent(before[contact.id])
        if contact.id not in said or standing is not Consent.NONE:
            contact.consent = standing
        there = await people_at(session, contact.id) if contact.id in tied else []
        contact.shared, contact.person_id = len(there) > 1, there[0].id if len(there) == 1 else None
    await session.flush()
    await session.execute(update(Delivery).where(Delivery.contact_id.in_(gone)).values(contact_id=None))
    await session.execute(delete(Contact).where(Contact.id.in_(gone)))


async def _drop_roundtables(session: AsyncSession, made: Sequence[int]) -> None:
    """Those that the list made and where nothing is."""
    for number in made:
        used = False
        for table in Base.metadata.sorted_tables:
            for column in table.columns:
                if any(key.column.table.name == Roundtable.__tablename__ for key in column.foreign_keys):
                    used |= await session.scalar(select(column).where(column == number).limit(1)) is not None
        if not used:
            await session.execute(delete(Roundtable).where(Roundtable.id == number))


def _parts(values: Sequence[int]) -> Iterator[Sequence[int]]:
    return (values[start : start + AT_ONCE] for start in range(0, len(values), AT_ONCE))
