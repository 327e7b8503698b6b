"""Contacts: the addresses people are reached at. One phone may serve two people; one person may have two addresses."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from enum import StrEnum
from functools import cache

from sqlalchemy import ForeignKey, Index, Select, UniqueConstraint, bindparam, delete, select, true, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, EnumText
from db.people import Person, is_coordinator
from messages.channels import preference, spec_of


class Reach(StrEnum):
    """Whether the provider can reach this address."""

    OK = "ok"
    NOT_STARTED = "not_started"  # an imported Telegram id: nothing leaves before the person presses Start
    BLOCKED = "blocked"  # the person blocked the bot, or stopped at the provider: only they can undo it
    INVALID = "invalid"  # no such number, a landline, a deactivated account
    DOUBTFUL = "doubtful"  # it may have changed hands: a coordinator looks before anything personal leaves


class Consent(StrEnum):
    """Where the ledger stands for this contact, kept beside it so that an audience is one SELECT."""

    NONE = "none"  # an unknown number
    INVITED = "invited"  # one request for consent was, or will be, sent; nothing else
    GIVEN = "given"
    WITHDRAWN = "withdrawn"


class Contact(Base):
    __tablename__ = "contacts"
    __table_args__ = (UniqueConstraint("channel", "address"), Index("ix_contacts_person_id", "person_id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"))
    channel: Mapped[str]
    address: Mapped[str]  # E.164, a Telegram chat id, an e-mail address
    # Who is at the other end: the one person, or, on a shared phone, the one last said to be writing.
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    shared: Mapped[bool] = mapped_column(default=False)
    person_until: Mapped[dt.datetime | None]  # on a shared phone, when to ask again
    reach: Mapped[Reach] = mapped_column(EnumText(Reach), default=Reach.OK)
    reach_reason: Mapped[str] = mapped_column(default="")
    consent: Mapped[Consent] = mapped_column(EnumText(Consent), default=Consent.NONE)
    stopped_kinds: Mapped[str] = mapped_column(default="")  # ",reminders,digest," : what was stopped alone
    # An opt-out phrase was heard and asked about: broadcasts wait for the answer.
    hold: Mapped[bool] = mapped_column(default=False)
    # What to speak while nobody is known behind it; a person's own language then replaces it.
    language: Mapped[str] = mapped_column(default="")
    first_heard_at: Mapped[dt.datetime | None]
    last_heard_at: Mapped[dt.datetime | None]
    # For the loop guard and the two replies a day of an unknown number.
    sorry_in_a_row: Mapped[int] = mapped_column(default=0)
    silent_until: Mapped[dt.datetime | None]
    created_at: Mapped[dt.datetime]


class ContactPerson(Base):
    """Everyone who may write from this contact."""

    __tablename__ = "contact_people"
    __table_args__ = (Index("ix_contact_people_person_id", "person_id"),)

    contact_id: Mapped[int] = mapped_column(ForeignKey("contacts.id", ondelete="CASCADE"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True)
    attached_at: Mapped[dt.datetime | None]  # None: before this was noted
    # When its owner proved it by a one-use code. A coordinator's role acts from such an address alone.
    proved_at: Mapped[dt.datetime | None]
    # False: somebody else of this phone said yes, and their own is awaited. Nothing is written to them there meanwhile.
    agreed: Mapped[bool] = mapped_column(default=True, server_default=true())


async def contact_at(session: AsyncSession, channel: str, address: str) -> Contact | None:
    return await session.scalar(_contact_at(), {"channel": channel, "address": address})


@cache  # asked of every message: building the question costs as much as its answer
def _contact_at() -> Select[Contact]:
    return select(Contact).where(Contact.channel == bindparam("channel"), Contact.address == bindparam("address"))


async def contacts_of(session: AsyncSession, person_id: int) -> list[Contact]:
    """Every address of a person, the oldest first."""
    found = await session.scalars(
        select(Contact)
        .join(ContactPerson, ContactPerson.contact_id == Contact.id)
        .where(ContactPerson.person_id == person_id)
        .order_by(Contact.id)
    )
    return list(found)


async def add_contact(
    session: AsyncSession, organisation_id: int, channel: str, address: str, now: dt.datetime
) -> Contact:
    """A new address, about which nothing is known yet."""
    contact = Contact(
        organisation_id=organisation_id,
        channel=channel,
        address=address,
        consent=Consent.NONE,
        reach=Reach.OK,
        created_at=now,
        sorry_in_a_row=0,
        stopped_kinds="",
        shared=False,
        hold=False,
        language="",
        reach_reason="",
    )
    session.add(contact)
    await session.flush()
    return contact


async def attach(session: AsyncSession, contact: Contact, person: Person, now: dt.datetime | None = None) -> None:
    """This person writes from this contact. A second one makes it shared: who writes is then asked."""
    known = [row.id for row in await people_at(session, contact.id)]
    if person.id not in known:
        session.add(ContactPerson(contact_id=contact.id, person_id=person.id, attached_at=now))
    others = [person_id for person_id in known if person_id != person.id]
    contact.shared = bool(others)
    if not others:
        contact.person_id = person.id
    await session.flush()


async def detach(session: AsyncSession, contact: Contact) -> None:
    """Nobody is known behind this contact any more: it changed hands."""
    await session.execute(delete(ContactPerson).where(ContactPerson.contact_id == contact.id))
    contact.person_id, contact.person_until, contact.shared = None, None, False
    contact.language = ""
    await session.flush()


async def leave_contact(session: AsyncSession, contact: Contact, person: Person) -> None:
    """This person is not behind this contact; whoever else shares it stays."""
    tie = ContactPerson.contact_id == contact.id, ContactPerson.person_id == person.id
    await session.execute(delete(ContactPerson).where(*tie))
    others = await people_at(session, contact.id)
    if not others:
        await detach(session, contact)
        return
    contact.shared = len(others) > 1
    contact.person_id, contact.person_until = (others[0].id if len(others) == 1 else None), None
    await session.flush()


async def settle_contacts(session: AsyncSession, person_id: int) -> None:
    """Of each address of a person: whether it is shared, and who is there when it is not."""
    for contact in await contacts_of(session, person_id):
        there = await people_at(session, contact.id)
        contact.shared = len(there) > 1
        contact.person_id, contact.person_until = (there[0].id if len(there) == 1 else None), None
    await session.flush()


async def is_proved(session: AsyncSession, contact_id: int, person_id: int) -> bool:
    """Whether this person proved that this address is theirs."""
    tie = await session.get(ContactPerson, (contact_id, person_id))
    return tie is not None and tie.proved_at is not None


async def prove(session: AsyncSession, contact_id: int, person_id: int, now: dt.datetime) -> None:
    tie = await session.get_one(ContactPerson, (contact_id, person_id))
    tie.proved_at = now
    await session.flush()


async def forget_proofs(session: AsyncSession, person_id: int) -> None:
    """Someone becomes a coordinator: what they had proved as a member opens nothing."""
    await session.execute(update(ContactPerson).where(ContactPerson.person_id == person_id).values(proved_at=None))


async def newer_contacts(session: AsyncSession, contact_id: int, person_id: int, since: dt.datetime) -> list[Contact]:
    """The addresses that a person was given since then, and after this one."""
    own = await session.get(ContactPerson, (contact_id, person_id))
    after = max(since, own.attached_at) if own is not None and own.attached_at is not None else since
    found = await session.scalars(
        select(Contact)
        .join(ContactPerson, ContactPerson.contact_id == Contact.id)
        .where(ContactPerson.person_id == person_id, ContactPerson.attached_at > after, Contact.id != contact_id)
        .order_by(Contact.id)
    )
    return list(found)


async def yeses_awaited(session: AsyncSession, person_id: int) -> set[int]:
    """The phones at which their own yes is awaited, whatever another who shares it said."""
    mine = ContactPerson.person_id == person_id, ContactPerson.agreed.is_(False)
    return set(await session.scalars(select(ContactPerson.contact_id).where(*mine)))


async def await_yes_of(session: AsyncSession, contact_id: int, people: Collection[int]) -> None:
    """Nothing is written to these people at this phone before their own yes."""
    theirs = ContactPerson.contact_id == contact_id, ContactPerson.person_id.in_(people)
    await session.execute(update(ContactPerson).where(*theirs).values(agreed=False))


async def attached_at(session: AsyncSession, contact_id: int, person_id: int) -> dt.datetime | None:
    """When this address came to this person; None: before it was noted, or never."""
    row = await session.get(ContactPerson, (contact_id, person_id))
    return row.attached_at if row is not None else None


async def people_at(session: AsyncSession, contact_id: int) -> list[Person]:
    return list(await session.scalars(_people_at(), {"contact": contact_id}))


@cache
def _people_at() -> Select[Person]:
    return (
        select(Person)
        .join(ContactPerson, ContactPerson.person_id == Person.id)
        .where(ContactPerson.contact_id == bindparam("contact"))
        .order_by(Person.id)
    )


async def contact_for(
    session: AsyncSession, person: Person, *, any_consent: bool = False, answering: bool = False
) -> Contact | None:
    """The address to write to: the channel asked for when it works, else the first in the order of preference.

    `any_consent`: for what a coordinator is told whatever they stopped (someone in danger). `answering`: rather an
    address from which they can answer.
    """
    found = [c for c in await contacts_of(session, person.id) if c.reach == Reach.OK]
    if len(found) > 1 and await is_coordinator(session, person.id):
        # What coordinators are told of people goes where they proved that they read, when there is one.
        theirs = [c for c in found if not spec_of(c.channel).proved or await is_proved(session, c.id, person.id)]
        found = theirs or found
    awaited = set() if any_consent else await yeses_awaited(session, person.id)
    usable = [c for c in found if any_consent or (c.consent == Consent.GIVEN and c.id not in awaited)]
    if not usable:
        return None

    def place(contact: Contact) -> tuple[bool, bool, bool, int, int]:
        mute = answering and not spec_of(contact.channel).answers
        asked_for = contact.channel == person.channel
        return contact.consent != Consent.GIVEN, mute, not asked_for, preference(contact.channel), contact.id

    return min(usable, key=place)


def masked(address: str) -> str:
    """What a log or an export may show of an address: "+1819***0142", "tg***42", "r***@example.org"."""
    if address.startswith("+"):
        return f"{address[:5]}***{address[-4:]}" if len(address) > 9 else "+***"
    name, at, domain = address.partition("@")
    return f"{name[:1]}***@{domain}" if at else f"tg***{address[-2:]}"
