"""People: who they are to the table, how they like to be written to."""

from __future__ import annotations

import datetime as dt
import secrets
from enum import StrEnum
from functools import cache

from sqlalchemy import ForeignKey, Index, Select, bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, State


class Role(StrEnum):
    MEMBER = "member"
    EXPERT = "expert"  # expert du vecu: a role for us, never a label in a message
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
    name: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="fr")
    territory: Mapped[str] = mapped_column(default="")
    # The channel asked for ("sms", "telegram", "post"); empty: whichever works.
    channel: Mapped[str] = mapped_column(default="")
    pace: Mapped[Pace] = mapped_column(State(Pace), default=Pace.NORMAL)
    paused_until: Mapped[dt.datetime | None]
    no_accents: Mapped[bool] = mapped_column(default=False)
    postal_address: Mapped[str] = mapped_column(default="")
    best_hour: Mapped[str] = mapped_column(default="")
    # The journal knows a person by this alone: erasing the row makes the journal's entries nobody's.
    pseudonym: Mapped[str] = mapped_column(default=new_pseudonym)
    invited_by: Mapped[str] = mapped_column(default="")
    created_at: Mapped[dt.datetime]
    erased_at: Mapped[dt.datetime | None]


class PersonRole(Base):
    __tablename__ = "person_roles"
    __table_args__ = (Index("ix_person_roles_role", "role", "person_id"),)

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True)
    role: Mapped[Role] = mapped_column(State(Role), primary_key=True)
    # Empty: the whole organisation; else the one territory a coordinator answers for.
    scope: Mapped[str] = mapped_column(default="")


class PersonRoundtable(Base):
    __tablename__ = "person_roundtables"
    __table_args__ = (Index("ix_person_roundtables_roundtable_id", "roundtable_id", "person_id"),)

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True)
    roundtable_id: Mapped[int] = mapped_column(ForeignKey("roundtables.id", ondelete="CASCADE"), primary_key=True)


class Code(Base):
    """A one-use code: it links a phone and a Telegram account, or makes a coordinator. Only its digest is kept."""

    __tablename__ = "codes"

    digest: Mapped[str] = mapped_column(primary_key=True)
    purpose: Mapped[str]  # "link" or "coordinator"
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    expires_at: Mapped[dt.datetime]
    used_at: Mapped[dt.datetime | None]


async def roles_of(session: AsyncSession, person_id: int) -> set[Role]:
    return set(await session.scalars(_roles_of(), {"person": person_id}))


@cache
def _roles_of() -> Select[Role]:
    return select(PersonRole.role).where(PersonRole.person_id == bindparam("person"))


async def scope_of(session: AsyncSession, person_id: int) -> str:
    """The one territory this coordinator answers for; empty: all."""
    found = select(PersonRole.scope).where(PersonRole.person_id == person_id, PersonRole.role == Role.COORDINATOR)
    return await session.scalar(found) or ""


async def grant(session: AsyncSession, person_id: int, role: Role, scope: str | None = None) -> bool:
    """Give a role, limited to one territory ("": all; None: as it was); False when the person has it already."""
    found = await session.get(PersonRole, (person_id, role))
    if found is None:
        session.add(PersonRole(person_id=person_id, role=role, scope=scope or ""))
    elif scope is not None:
        found.scope = scope
    await session.flush()
    return found is None


async def seat(session: AsyncSession, person_id: int, roundtable_id: int) -> bool:
    """Put a person at a roundtable; False when they sit there already."""
    if await session.get(PersonRoundtable, (person_id, roundtable_id)) is not None:
        return False
    session.add(PersonRoundtable(person_id=person_id, roundtable_id=roundtable_id))
    await session.flush()
    return True


async def is_coordinator(session: AsyncSession, person_id: int) -> bool:
    return Role.COORDINATOR in await roles_of(session, person_id)


async def coordinators(session: AsyncSession, organisation_id: int) -> list[Person]:
    found = await session.scalars(
        select(Person)
        .join(PersonRole, PersonRole.person_id == Person.id)
        .where(
            Person.organisation_id == organisation_id, PersonRole.role == Role.COORDINATOR, Person.erased_at.is_(None)
        )
        .order_by(Person.id)
    )
    return list(found)
