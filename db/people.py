"""People: who they are to the table, how they like to be written to."""

from __future__ import annotations

import datetime as dt
import secrets
from enum import StrEnum
from functools import cache

from sqlalchemy import ColumnElement, ForeignKey, Index, Select, bindparam, delete, exists, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, EnumText
from db.labels import Label


class Role(StrEnum):
    MEMBER = "member"
    EXPERT = "expert"  # expert du vecu: a role for us, never a label in a message
    ORGANISATION = "organisation"  # speaks for a small member organisation, which claims at rates of its own
    COORDINATOR = "coordinator"


class Pace(StrEnum):
    NORMAL = "normal"
    LESS = "less"  # one reminder a meeting, no announcements that are not urgent
    PAUSED = "paused"  # until `paused_until`


def new_pseudonym() -> str:
    return secrets.token_hex(16)


class Person(Base):
    __tablename__ = "people"
    __table_args__ = (Index("ix_people_pseudonym", "pseudonym", unique=True),)

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"))
    name: Mapped[str] = mapped_column(Label, default="")
    language: Mapped[str] = mapped_column(default="fr")
    territory: Mapped[str] = mapped_column(Label, default="")
    # The channel asked for ("sms", "telegram", "post", "call"); empty: whichever works.
    channel: Mapped[str] = mapped_column(default="")
    pace: Mapped[Pace] = mapped_column(EnumText(Pace), default=Pace.NORMAL)
    paused_until: Mapped[dt.datetime | None]
    no_accents: Mapped[bool] = mapped_column(default=False)
    postal_address: Mapped[str] = mapped_column(Label, default="")
    # Numbers to call, never texted, as they were written: "819 555-0101 poste 12; 819 555-0102 (maison)".
    other_phones: Mapped[str] = mapped_column(Label, default="", server_default="")
    # A no that was written down of them, and when it was said: it holds at any address that comes later.
    refused: Mapped[str] = mapped_column(Label, default="", server_default="")
    refused_at: Mapped[dt.datetime | None]
    best_hour: Mapped[str] = mapped_column(Label, default="")
    # How they would rather be paid: a mode of `db/claims/tables.py`; empty: nobody asked.
    paid_by: Mapped[str] = mapped_column(default="", server_default="")
    # The journal knows a person by this alone: erasing the row makes the journal's entries nobody's.
    pseudonym: Mapped[str] = mapped_column(default=new_pseudonym)
    invited_by: Mapped[str] = mapped_column(Label, default="")
    created_at: Mapped[dt.datetime]
    erased_at: Mapped[dt.datetime | None]


class PersonRole(Base):
    __tablename__ = "person_roles"
    __table_args__ = (Index("ix_person_roles_role", "role", "person_id"),)

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True)
    role: Mapped[Role] = mapped_column(EnumText(Role), primary_key=True)
    # Empty: the whole organisation; else the one territory a coordinator answers for.
    scope: Mapped[str] = mapped_column(Label, default="")


class PersonRoundtable(Base):
    __tablename__ = "person_roundtables"
    __table_args__ = (Index("ix_person_roundtables_roundtable_id", "roundtable_id", "person_id"),)

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True)
    roundtable_id: Mapped[int] = mapped_column(ForeignKey("roundtables.id", ondelete="CASCADE"), primary_key=True)


class RolePeriod(Base):
    """A role and the days, both included, between which someone had it; None: not known, or not over."""

    __tablename__ = "role_periods"
    __table_args__ = (Index("ix_role_periods_person_id", "person_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    role: Mapped[Role] = mapped_column(EnumText(Role))
    since: Mapped[dt.date | None]
    until: Mapped[dt.date | None]


class SeatPeriod(Base):
    """A seat at a roundtable, and the days between which someone had it."""

    __tablename__ = "seat_periods"
    __table_args__ = (Index("ix_seat_periods_person_id", "person_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    roundtable_id: Mapped[int] = mapped_column(ForeignKey("roundtables.id", ondelete="CASCADE"))
    since: Mapped[dt.date | None]
    until: Mapped[dt.date | None]


class Code(Base):
    """A one-use code: it links a phone and a Telegram account, makes a coordinator, or says yes to an e-mail. Only its
    digest is kept."""

    __tablename__ = "codes"

    digest: Mapped[str] = mapped_column(primary_key=True)
    purpose: Mapped[str]  # "link", "coordinator" or "email"
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    # The address it was asked from: it falls with it. None for one that the shell gave.
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contacts.id", ondelete="CASCADE"))
    expires_at: Mapped[dt.datetime]
    used_at: Mapped[dt.datetime | None]


async def roles_of(session: AsyncSession, person_id: int) -> set[Role]:
    return set(await session.scalars(_roles_of(), {"person": person_id}))


def in_role() -> ColumnElement[bool]:
    """Whoever has a role today, whichever: those without are in no audience, at no meeting to come."""
    return exists().where(PersonRole.person_id == Person.id)


async def with_a_role(session: AsyncSession) -> set[int]:
    """The people for whom `in_role` holds."""
    return set(await session.scalars(select(PersonRole.person_id)))


@cache
def _roles_of() -> Select[Role]:
    return select(PersonRole.role).where(PersonRole.person_id == bindparam("person"))


async def role_and_scope(session: AsyncSession, person_id: int) -> tuple[set[Role], str]:
    """The roles of a person, and the one territory they answer for as a coordinator ("": all)."""
    rows = list(await session.execute(_roles_and_scopes(), {"person": person_id}))
    scope = next((scope for role, scope in rows if role is Role.COORDINATOR), "")
    return {role for role, _ in rows}, scope


@cache
def _roles_and_scopes() -> Select[Role, str]:
    return select(PersonRole.role, PersonRole.scope).where(PersonRole.person_id == bindparam("person"))


async def scope_of(session: AsyncSession, person_id: int) -> str:
    """The one territory this coordinator answers for; empty: all."""
    found = select(PersonRole.scope).where(PersonRole.person_id == person_id, PersonRole.role == Role.COORDINATOR)
    return await session.scalar(found) or ""


async def grant(
    session: AsyncSession, person_id: int, role: Role, scope: str | None = None, *, since: dt.date | None = None
) -> bool:
    """Give a role, limited to one territory ("": all; None: as it was); False when the person has it already.

    `since`: the local day; None: not known.
    """
    found = await session.get(PersonRole, (person_id, role))
    if found is None:
        session.add(PersonRole(person_id=person_id, role=role, scope=scope or ""))
        session.add(RolePeriod(person_id=person_id, role=role, since=since))
    elif scope is not None:
        found.scope = scope
    await session.flush()
    return found is None


async def ungrant(session: AsyncSession, person_id: int, role: Role, until: dt.date) -> None:
    """Take a role back; `until` is the last local day of it."""
    found = await session.get(PersonRole, (person_id, role))
    if found is not None:
        await session.delete(found)
    still = (RolePeriod.person_id == person_id, RolePeriod.role == role, RolePeriod.until.is_(None))
    closed = await session.execute(update(RolePeriod).where(*still).values(until=until))
    if found is not None and not closed.rowcount:  # type: ignore[attr-defined]
        session.add(RolePeriod(person_id=person_id, role=role, until=until))
    await session.flush()


async def never_had(session: AsyncSession, person_id: int, role: Role) -> None:
    """A role that was given by mistake: as if it had never been."""
    mine = RolePeriod.person_id == person_id, RolePeriod.role == role, RolePeriod.until.is_(None)
    await session.execute(delete(RolePeriod).where(*mine))
    found = await session.get(PersonRole, (person_id, role))
    if found is not None:
        await session.delete(found)
    await session.flush()


async def began_on(session: AsyncSession, person_id: int, role: Role) -> dt.date | None:
    """The first day of a role that somebody has; None: not known."""
    mine = RolePeriod.person_id == person_id, RolePeriod.role == role, RolePeriod.until.is_(None)
    return await session.scalar(select(RolePeriod.since).where(*mine).limit(1))


async def seat(session: AsyncSession, person_id: int, roundtable_id: int, since: dt.date | None = None) -> bool:
    """Put a person at a roundtable; False when they sit there already."""
    if await session.get(PersonRoundtable, (person_id, roundtable_id)) is not None:
        return False
    session.add(PersonRoundtable(person_id=person_id, roundtable_id=roundtable_id))
    session.add(SeatPeriod(person_id=person_id, roundtable_id=roundtable_id, since=since))
    await session.flush()
    return True


async def unseat(session: AsyncSession, person_id: int, roundtable_id: int, until: dt.date) -> bool:
    """Take a person from a roundtable; False when they do not sit there."""
    found = await session.get(PersonRoundtable, (person_id, roundtable_id))
    if found is None:
        return False
    await session.delete(found)
    still = (
        SeatPeriod.person_id == person_id,
        SeatPeriod.roundtable_id == roundtable_id,
        SeatPeriod.until.is_(None),
    )
    closed = await session.execute(update(SeatPeriod).where(*still).values(until=until))
    if not closed.rowcount:  # type: ignore[attr-defined]
        session.add(SeatPeriod(person_id=person_id, roundtable_id=roundtable_id, until=until))
    await session.flush()
    return True


async def was_expert(session: AsyncSession, person_id: int, day: dt.date) -> bool:
    """Whether they had the role of expert on a day, or have it now: what is noted late is not lost for it."""
    if await session.get(PersonRole, (person_id, Role.EXPERT)) is not None:
        return True
    periods = select(RolePeriod.since, RolePeriod.until).where(
        RolePeriod.person_id == person_id, RolePeriod.role == Role.EXPERT
    )
    known = await session.execute(periods)
    return any((since or dt.date.min) <= day <= (until or dt.date.max) for since, until in known)


async def is_coordinator(session: AsyncSession, person_id: int) -> bool:
    return Role.COORDINATOR in await roles_of(session, person_id)


async def coordinators(session: AsyncSession, organisation_id: int) -> list[Person]:
    return [person for person, _scope in await coordinators_and_scopes(session, organisation_id)]


async def coordinators_and_scopes(session: AsyncSession, organisation_id: int) -> list[tuple[Person, str]]:
    """Each coordinator, with the one territory they answer for ("": all)."""
    found = await session.execute(
        select(Person, PersonRole.scope)
        .join(PersonRole, PersonRole.person_id == Person.id)
        .where(
            Person.organisation_id == organisation_id, PersonRole.role == Role.COORDINATOR, Person.erased_at.is_(None)
        )
        .order_by(Person.id)
    )
    return [(person, scope) for person, scope in found]
