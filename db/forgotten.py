"""What was forgotten: the digests that keep it from being heard again say neither of whom nor at which minute."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import cache

from sqlalchemy import Select, and_, bindparam, delete, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base
from db.claims.tables import ClaimLine
from db.contacts import Contact
from db.conversations import InboxState, IncomingMessage, Question, StoredFile
from db.deliveries import UNSETTLED, Delivery, Receipt
from db.path_key import PathKey
from db.privacy.messages import keep_copies
from db.session import AsyncSession, forgot, path_key
from messages.channels import TRACED

NOBODY = ""  # the sender of a message that was detached from its person


class ForgottenMessage(Base):
    """A message that was deleted: heard a second time, it changes nothing.

    Neither a day nor an order: without a row's own number, SQLite keeps these by their digests.
    """

    __tablename__ = "forgotten_messages"
    __table_args__ = ({"sqlite_with_rowid": False},)

    digest: Mapped[str] = mapped_column(primary_key=True)  # of its channel and its provider's number, keyed


def hash_of_message(key: PathKey, channel: str, provider_id: str) -> str:
    return key.digest("message", channel, provider_id)


def hashes_of_delivery(key: PathKey, delivery_id: int | None, channel: str, provider_id: str | None) -> list[str]:
    """What a receipt may say of a message that left: our number, the provider's."""
    found = [key.digest("delivery", str(delivery_id))] if delivery_id is not None else []
    return [*found, key.digest("sent", channel, provider_id)] if provider_id else found


# -- one message, one person -------------------------------------------------------------------------------------


async def detach(session: AsyncSession, ids: Sequence[int]) -> None:
    """These messages become nobody's, without a word, at once; `finish` deletes them.

    Their contacts were last heard when their last other message came.
    """
    forgotten = IncomingMessage.id.in_(ids)
    began = await session.execute(
        select(IncomingMessage.contact_id, func.min(IncomingMessage.handled_at))
        .where(forgotten)
        .group_by(IncomingMessage.contact_id)
    )
    first = {contact_id: at for contact_id, at in began if contact_id is not None}
    await session.execute(
        update(IncomingMessage)
        .where(forgotten)
        .values(
            text="",
            payload=None,
            reading="",
            plain=None,
            correction=None,
            sender=NOBODY,
            contact_id=None,
            person_id=None,
        )
    )
    forgot(session)
    for contact_id, at in first.items():
        contact = await session.get(Contact, contact_id)
        if contact is not None:
            await _heard_otherwise(session, contact, at)


async def _heard_otherwise(session: AsyncSession, contact: Contact, forgotten_since: dt.datetime | None) -> None:
    theirs = IncomingMessage.sender == f"{contact.channel}:{contact.address}"
    others = select(func.min(IncomingMessage.handled_at), func.max(IncomingMessage.handled_at)).where(
        theirs, IncomingMessage.state == InboxState.HANDLED
    )
    began, last = (await session.execute(others)).one()
    if forgotten_since and contact.first_heard_at and contact.first_heard_at >= forgotten_since:
        contact.first_heard_at = began
    contact.last_heard_at = last or contact.first_heard_at


async def forget_deliveries(session: AsyncSession, ids: Sequence[int], day: dt.date) -> None:
    """These rows of the outbox go, with what the provider said of them; what still is to be sent will not be."""
    if not ids:
        return
    rows = select(Delivery.id, Delivery.channel, Delivery.provider_id).where(Delivery.id.in_(ids))
    found = [(id, channel, number) for id, channel, number in await session.execute(rows)]
    sent = [(channel, number) for _, channel, number in found if number]
    await erase_at_provider(session, sent, day)
    await refuse_receipts(session, found)
    numbers = [number for _, number in sent]
    await session.execute(delete(Receipt).where(or_(Receipt.delivery_id.in_(ids), Receipt.provider_id.in_(numbers))))
    await session.execute(delete(Delivery).where(Delivery.id.in_(ids)))
    forgot(session)


async def refuse_receipts(session: AsyncSession, sent: Iterable[tuple[int, str, str | None]]) -> None:
    """What a provider still says of these is not heard: (number, channel, the provider's number) of each. A carrier
    says that a message arrived seconds after it left, or days, once the phone is on again."""
    for id, channel, number in sent:
        if channel in TRACED:
            for digest in hashes_of_delivery(path_key(session), id, channel, number):
                await session.merge(ForgottenMessage(digest=digest))


async def forget_questions(session: AsyncSession, ids: Sequence[int]) -> None:
    """Questions go once they are answered, with the words that asked them."""
    found = list(await session.scalars(select(Question.asked_at).where(Question.id.in_(ids))))
    if not found:
        return
    asked = Delivery.question_id.in_(ids)
    sent = await session.scalars(select(Delivery.id).where(asked, Delivery.status.not_in(UNSETTLED)))
    await forget_deliveries(session, list(sent), max(at.date() for at in found))
    await session.execute(update(Delivery).where(asked).values(question_id=None))
    await session.execute(delete(Question).where(Question.id.in_(ids)))
    forgot(session)


async def erase_at_provider(session: AsyncSession, sent: Iterable[tuple[str, str]], day: dt.date) -> None:
    """Twilio is asked to erase its copies too: (channel, its number) of each. Listed by the day, not by the minute.

    Telegram's copy is in the person's own chat: it is theirs.
    """
    at = dt.datetime.combine(day, dt.time(), dt.UTC)
    await keep_copies(session, [(channel, "", number) for channel, number in sent if channel == "sms"], at)


async def finish(session: AsyncSession, day: dt.date, at_most: int = 200) -> int:
    """Delete the messages that were detached, with our answers to them, once these have left; how many."""
    rows = (await session.execute(_detached(), {"at_most": at_most})).all()
    if not rows:
        return 0
    ids = [row.id for row in rows]
    answers = await session.scalars(select(Delivery.id).where(Delivery.incoming_id.in_(ids)))
    await forget_deliveries(session, list(answers), day)
    await erase_at_provider(session, [(row.channel, row.provider_id) for row in rows], day)
    for row in rows:
        await session.merge(ForgottenMessage(digest=kept_as(path_key(session), row.channel, row.provider_id)))
    files, receipt = StoredFile.incoming_id.in_(ids), exists().where(ClaimLine.media_id == StoredFile.id)
    await session.execute(delete(StoredFile).where(files, ~receipt))
    await session.execute(update(StoredFile).where(files).values(incoming_id=None))
    await session.execute(delete(IncomingMessage).where(IncomingMessage.id.in_(ids)))
    forgot(session)
    return len(ids)


@cache  # asked at each tick
def _detached() -> Select[int, str, str]:
    on_its_way = exists().where(Delivery.incoming_id == IncomingMessage.id, Delivery.status.in_(UNSETTLED))
    handled = and_(IncomingMessage.sender == NOBODY, IncomingMessage.state == InboxState.HANDLED)
    known = select(IncomingMessage.id, IncomingMessage.channel, IncomingMessage.provider_id)
    return known.where(handled, ~on_its_way).limit(bindparam("at_most"))


def kept_as(key: PathKey, channel: str, provider_id: str) -> str:
    """The digest of a message, from the number that `incoming` keeps: Telegram's is a digest already."""
    return provider_id if channel == "telegram" else hash_of_message(key, channel, provider_id)


# -- at the door -------------------------------------------------------------------------------------------------


async def heard_before(connection: AsyncConnection, digests: Sequence[str]) -> set[str]:
    """Those of these messages that were forgotten: they are not to be heard again."""
    return set((await connection.execute(_forgotten_of(), {"digests": digests})).scalars())


@cache  # asked of every message: building the question costs as much as its answer
def _forgotten_of() -> Select[str]:
    return select(ForgottenMessage.digest).where(ForgottenMessage.digest.in_(bindparam("digests", expanding=True)))
