"""After a failure for good: the contact is marked, so that nobody writes to it in vain, and another way is tried.

The other way (`instead` of the channel's record) is a text message, when that consent exists and the reason is the
address. It is a delivery of its own, named `fallback_of`, made once (the database refuses a second); its consent is
asked again just before it leaves. An *unknown* never comes here: the person would get it twice.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels.contract import Blame, SendError, Verdict
from db import message_kinds
from db.consent import record_consent
from db.contacts import Consent, Contact, Reach, contacts_of, yeses_awaited
from db.conversations import Question
from db.deliveries import BroadcastText, Delivery, Priority, Status
from db.message_kinds import SendOccasion, kind_named, recipient, why_not
from db.outbox.due import Ready
from db.outbox.making import add_delivery, add_instead
from db.people import Person
from messages.channels import spec_of
from messages.types import Channel

STOPPED = "stopped_at_provider"
NOT_BLOCKED = {
    "bad_number": Reach.INVALID,
    "bad_address": Reach.INVALID,
    "landline": Reach.INVALID,
    "deactivated": Reach.INVALID,
    "not_started": Reach.NOT_STARTED,
}
EXPLAINS = message_kinds.FALLBACK.name  # says, once, why a text message comes instead

Explain = Callable[[str, str], str]  # (language, the channel where it failed) -> the words


async def mark_contact(session: AsyncSession, contact_id: int | None, reason: str, now: dt.datetime) -> None:
    """What the provider said of this address. A STOP it took is a withdrawal, written in the ledger."""
    contact = await session.get(Contact, contact_id) if contact_id is not None else None
    if contact is None:
        return
    contact.reach = NOT_BLOCKED.get(reason, Reach.BLOCKED)
    contact.reach_reason = reason
    if reason == STOPPED and contact.consent is not Consent.WITHDRAWN:
        await record_consent(session, contact, given=False, words="21610", source="provider", now=now)
    await session.flush()


async def follow_chat(session: AsyncSession, contact_id: int | None, address: str) -> None:
    """A group became a supergroup: same people, new id."""
    taken = await session.scalar(
        select(Contact.id).where(Contact.channel == Channel.TELEGRAM, Contact.address == address)
    )
    if contact_id is not None and taken is None:
        await session.execute(update(Contact).where(Contact.id == contact_id).values(address=address))


async def after_failure(
    session: AsyncSession, row: Ready, error: SendError, now: dt.datetime, explain: Explain | None
) -> Delivery | None:
    """Mark the contact when it is to blame, and fall back when that can help. The fallback made, if any."""
    if error.verdict is Verdict.FOR_GOOD and error.blame is Blame.CONTACT:
        await mark_contact(session, row.to_contact_id, error.reason, now)
    if not _worth_another_way(row, error):
        return None
    return await fall_back(session, row.id, now, explain)


async def fall_back(
    session: AsyncSession, delivery_id: int, now: dt.datetime, explain: Explain | None
) -> Delivery | None:
    """The same message by another way, to the same person's consenting phone; None when there is none, or it exists."""
    failed = await session.get(Delivery, delivery_id, populate_existing=True)
    if failed is None or failed.status is not Status.FAILED or failed.person_id is None:
        return None
    way = spec_of(failed.channel).instead
    if way is None or failed.fallback_of is not None:
        return None
    exists = await session.scalar(select(Delivery.id).where(Delivery.fallback_of == delivery_id))
    phone = await _address(session, failed, way, now)
    if exists is not None or phone is None:
        return None
    text_id = await _same_text_there(session, failed, phone.channel)
    body = None if text_id is not None else _numbered(failed)
    if text_id is None and not body:
        return None
    await _explain_once(session, failed, phone, now, explain)  # before the message itself: they leave in order
    made = await add_instead(session, failed, phone, now, body=body, text_id=text_id)
    await _question_follows(session, made, phone)
    return made


def _worth_another_way(row: Ready, error: SendError) -> bool:
    """The address, or days without success, are reasons; these very words, or our own account, are not."""
    if spec_of(row.channel).instead is None or row.fallback_of is not None or row.person_id is None:
        return False
    passing = error.verdict is Verdict.LATER
    return passing or error.blame is Blame.CONTACT


async def _address(session: AsyncSession, failed: Delivery, way: Channel, now: dt.datetime) -> Contact | None:
    """Where they agreed to be written to that way, and where nothing stands against this very kind of message: it
    would be announced, and then not leave."""
    person = await session.get(Person, failed.person_id)
    occasion = SendOccasion(kind_named(failed.kind), now, urgent=failed.priority <= Priority.URGENT)
    awaited = await yeses_awaited(session, failed.person_id or 0)
    for contact in await contacts_of(session, failed.person_id or 0):
        if contact.channel != way or contact.consent is not Consent.GIVEN or contact.hold or contact.id in awaited:
            continue
        if not why_not(recipient(contact, person), occasion):
            return contact
    return None


async def _same_text_there(session: AsyncSession, failed: Delivery, channel: str) -> int | None:
    if failed.broadcast_text_id is None:
        return None
    shown = await session.get(BroadcastText, failed.broadcast_text_id)
    if shown is None:
        return None
    return await session.scalar(
        select(BroadcastText.id).where(
            BroadcastText.broadcast_id == shown.broadcast_id,
            BroadcastText.language == shown.language,
            BroadcastText.channel == channel,
        )
    )


def _numbered(failed: Delivery) -> str:
    """A message for a basic phone: its buttons become numbered lines."""
    lines = [f"{number} = {label}" for number, (label, _) in enumerate(failed.buttons or (), start=1)]
    return "\n".join([failed.body, *lines]) if failed.body else ""


async def _explain_once(
    session: AsyncSession, failed: Delivery, phone: Contact, now: dt.datetime, explain: Explain | None
) -> None:
    told = await session.scalar(
        select(Delivery.id)
        .where(Delivery.person_id == failed.person_id, Delivery.contact_id == phone.id, Delivery.kind == EXPLAINS)
        .limit(1)
    )
    if explain is None or told is not None:
        return
    await add_delivery(
        session,
        failed.organisation_id,
        message_kinds.FALLBACK,
        phone.channel,
        queued_at=now,
        contact_id=phone.id,
        person_id=failed.person_id,
        body=explain(await _language(session, failed), failed.channel),
        priority=failed.priority,
        any_hour=failed.any_hour,
    )


async def _language(session: AsyncSession, failed: Delivery) -> str:
    language = await session.scalar(select(Person.language).where(Person.id == failed.person_id))
    return language or ""


async def _question_follows(session: AsyncSession, made: Delivery, phone: Contact) -> None:
    """The answer will come from the phone: the question is now asked there."""
    if made.question_id is not None:
        await session.execute(
            update(Question).where(Question.id == made.question_id).values(contact_id=phone.id, delivery_id=made.id)
        )
