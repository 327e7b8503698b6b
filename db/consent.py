"""The consent ledger: what each contact agreed to, in the person's own words, with the time. Never edited."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base
from db.codes import without_code
from db.contacts import Consent, Contact, ContactPerson
from db.message_kinds import STOPPED_ALONE

ALL = "all"
OWN_NO = "own"  # of one person of a phone where another said yes: the phone is written to for the other alone
KINDS = (ALL, *STOPPED_ALONE)  # what a person may stop


class ConsentEntry(Base):
    __tablename__ = "consents"
    __table_args__ = (Index("ix_consents_contact_id", "contact_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    contact_id: Mapped[int] = mapped_column(ForeignKey("contacts.id", ondelete="CASCADE"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    kind: Mapped[str] = mapped_column(default=ALL)
    given: Mapped[bool]
    words: Mapped[str]  # what the person wrote, or how it was given ("formulaire papier 2026-03-02")
    source: Mapped[str]  # "text", "button", "import", "coordinator", "provider"
    asked: Mapped[str] = mapped_column(default="")  # the question they answered, when there was one
    at: Mapped[dt.datetime]  # when it was given or withdrawn, which for a paper form is before it was entered
    entered_at: Mapped[dt.datetime]


async def record_consent(
    session: AsyncSession,
    contact: Contact,
    *,
    given: bool,
    words: str,
    source: str,
    now: dt.datetime,
    at: dt.datetime | None = None,
    kind: str = ALL,
    asked: str = "",
    person_id: int | None = None,
    never_withdrawn: bool = False,
) -> bool:
    """Add a line to the ledger and move the contact's standing. False when a later withdrawal makes it void.

    A withdrawal outlives any consent given before it, whenever that consent is entered. `at` None: it is given now, by
    the person, after whatever the ledger holds. `never_withdrawn`: the caller has read this contact's ledger, which is
    empty, and flushes when its list is done.
    """
    dated = at is not None and given and kind == ALL and not never_withdrawn
    if dated and await _withdrawn_since(session, contact.id, at or now):
        return False
    by_the_person = at is None
    at = at or now
    session.add(
        ConsentEntry(
            contact_id=contact.id,
            person_id=person_id if person_id is not None else contact.person_id,
            kind=kind,
            given=given,
            words=without_code(words)[:1600],
            source=source,
            asked=asked,
            at=at,
            entered_at=now,
        )
    )
    if kind == ALL and given and person_id is not None:
        mine = ContactPerson.contact_id == contact.id, ContactPerson.person_id == person_id
        await session.execute(update(ContactPerson).where(*mine).values(agreed=True))
    if kind == ALL:
        contact.consent = Consent.GIVEN if given else Consent.WITHDRAWN
        if by_the_person:  # a paper entered later undoes nothing that they texted
            contact.hold = False
            contact.stopped_kinds = "" if given else contact.stopped_kinds
    else:
        contact.stopped_kinds = _kinds_after(contact.stopped_kinds, kind, stopped=not given)
    if not never_withdrawn:
        await session.flush()
    return True


async def note_pace(
    session: AsyncSession, contact: Contact, kind: str, *, words: str, now: dt.datetime, person_id: int | None
) -> None:
    """Keep a wish about pace (PAUSE, MOINS, and the return from them) with its words and its time."""
    session.add(
        ConsentEntry(
            contact_id=contact.id,
            person_id=person_id,
            kind=kind,
            given=kind == "resume",
            words=words[:1600],
            source="text",
            at=now,
            entered_at=now,
        )
    )
    await session.flush()


async def note_own_no(session: AsyncSession, contact: Contact, *, words: str, now: dt.datetime, person_id: int) -> None:
    """Keep the no of one person of a phone that others share, with their words; it moves nobody else's."""
    entry = ConsentEntry(contact_id=contact.id, person_id=person_id, kind=OWN_NO, given=False, words=words[:1600])
    entry.source, entry.at, entry.entered_at, entry.asked = "text", now, now, ""
    session.add(entry)
    await session.flush()


async def standing_consent(session: AsyncSession, contact_id: int) -> Consent:
    """What the ledger's last line about everything says."""
    given = await session.scalar(
        select(ConsentEntry.given)
        .where(ConsentEntry.contact_id == contact_id, ConsentEntry.kind == ALL)
        .order_by(ConsentEntry.id.desc())
        .limit(1)
    )
    if given is None:
        return Consent.NONE
    return Consent.GIVEN if given else Consent.WITHDRAWN


async def _withdrawn_since(session: AsyncSession, contact_id: int, at: dt.datetime) -> bool:
    found = await session.scalar(
        select(ConsentEntry.id)
        .where(
            ConsentEntry.contact_id == contact_id,
            ConsentEntry.kind == ALL,
            ConsentEntry.given.is_(False),
            ConsentEntry.at >= at,
        )
        .limit(1)
    )
    return found is not None


def stops(contact: Contact, kind: str) -> bool:
    """Whether this one kind of message ("digest", "reminders", "surveys") was stopped alone."""
    return f",{kind}," in contact.stopped_kinds


def _kinds_after(kinds: str, kind: str, *, stopped: bool) -> str:
    kept = {k for k in kinds.split(",") if k}
    kept = kept | {kind} if stopped else kept - {kind}
    return f",{','.join(sorted(kept))}," if kept else ""
