"""What was said to and by a person who is erased: words, files, addresses, and the copies that providers hold."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, String, cast, delete, exists, false, func, literal, or_, select, update

from db.claims.tables import ClaimLine
from db.contacts import Contact, ContactPerson, masked
from db.conversations import HandledAs, InboxState, IncomingMessage, StoredFile
from db.deliveries import FINAL, UNSETTLED, Delivery, Receipt, Status
from db.path_key import CannotOpen
from db.people import Person, PersonRole, Role
from db.privacy.tables import ProviderCopy
from db.session import AsyncSession, path_key

NOBODYS = "erased"  # in place of a sender
SHORTEST = 3  # letters of a name that is looked for in what colleagues read
# Telegram lets a bot delete what is younger: https://core.telegram.org/bots/api#deletemessage
TELEGRAM_DELETES = dt.timedelta(hours=48)
SEALED, SEALED_FOR, SHORTEST_SEALED = "sealed", "number in a chat", 24
AT_ONCE = 500
QUIET = {"synchronize_session": False}


@dataclass(frozen=True, slots=True)
class Theirs:
    """By what the messages of a person are found: their number, their own addresses, their name."""

    person_id: int
    contact_ids: tuple[int, ...]
    senders: tuple[str, ...]  # "sms:+1819...", "telegram:42"
    names: tuple[str, ...]  # what shows them to others: the name, the addresses, whole and masked

    @classmethod
    def of(cls, person: Person, own: Sequence[Contact]) -> Theirs:
        addresses = [contact.address for contact in own]
        written = [*addresses, *(masked(one) for one in addresses), *(_national(one) for one in addresses)]
        called = person.name.strip()
        names = [name for name in (called, _plain(called), *written) if len(name) >= SHORTEST]
        return cls(
            person.id,
            tuple(contact.id for contact in own),
            tuple(f"{contact.channel}:{contact.address}" for contact in own),
            tuple(dict.fromkeys(names)),
        )

    def received(self) -> ColumnElement[bool]:
        return or_(
            IncomingMessage.person_id == self.person_id,
            among(IncomingMessage.contact_id, self.contact_ids),
            among(IncomingMessage.sender, self.senders),
        )

    def sent(self) -> ColumnElement[bool]:
        return or_(Delivery.person_id == self.person_id, among(Delivery.contact_id, self.contact_ids))


def among(column: Any, values: Sequence[object]) -> ColumnElement[bool]:
    """One of these; nothing when there are none."""
    found: ColumnElement[bool] = column.in_(values) if values else false()
    return found


def _plain(name: str) -> str:
    """Without accents, as a text message may have shown it."""
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()


def _national(address: str) -> str:
    """ "+18195550101" -> "819 555-0101", as coordinators read and write it."""
    found = re.fullmatch(r"\+1(\d{3})(\d{3})(\d{4})", address)
    return f"{found[1]} {found[2]}-{found[3]}" if found else ""


# -- the copies at providers ---------------------------------------------------------------------------------------


async def list_provider_copies(session: AsyncSession, theirs: Theirs, now: dt.datetime) -> int:
    """Write down what the providers must erase, before the rows that know it go; how many."""
    fresh = now - TELEGRAM_DELETES
    copies = [("sms", "", id) for id in await session.scalars(_texts_received(theirs))]
    copies += [("sms", "", str(id)) for id in await session.scalars(_texts_sent(theirs))]
    rows = await session.execute(
        select(Contact.address, Delivery.provider_id)
        .join(Contact, Contact.id == Delivery.contact_id)
        .where(
            Delivery.channel == "telegram",
            Delivery.provider_id.is_not(None),
            Delivery.sent_at > fresh,
            or_(theirs.sent(), _shows(theirs)),
        )
    )
    copies += [("telegram", address, number) for address, id in rows if (number := opened_number(session, str(id)))]
    payloads = await session.execute(
        select(IncomingMessage.sender, IncomingMessage.payload).where(
            theirs.received(), IncomingMessage.channel == "telegram", IncomingMessage.received_at > fresh
        )
    )
    copies += [
        ("telegram", sender.partition(":")[2], id)
        for sender, payload in payloads
        if (id := _kept_number(session, payload))
    ]
    return await keep_copies(session, copies, now)


async def keep_copies(session: AsyncSession, copies: Iterable[tuple[str, str, str]], now: dt.datetime) -> int:
    """(channel, chat, id) of each message to erase at its provider; one that is listed already is not listed twice."""
    wanted = list(dict.fromkeys(copies))
    if not wanted:
        return 0
    rows = await session.execute(select(ProviderCopy.channel, ProviderCopy.chat, ProviderCopy.provider_id))
    listed = {(channel, chat, id) for channel, chat, id in rows}
    new = [copy for copy in wanted if copy not in listed]
    session.add_all([ProviderCopy(channel=c, chat=chat, provider_id=id, next_at=now) for c, chat, id in new])
    await session.flush()
    return len(new)


async def copies_erased(session: AsyncSession, ids: Sequence[int]) -> None:
    """The provider erased these, or never will: we forget them, and the number under which it knew what was received.

    Until then that number stays: what Twilio still shows is asked for again, and the same one changes nothing.
    """
    numbers = select(ProviderCopy.provider_id).where(ProviderCopy.id.in_(ids), ProviderCopy.channel == "sms")
    received = IncomingMessage.channel == "sms", IncomingMessage.provider_id.in_(list(await session.scalars(numbers)))
    forgotten = literal(f"{NOBODYS}:").concat(cast(IncomingMessage.id, String))
    await session.execute(
        update(IncomingMessage).where(*received).values(provider_id=forgotten), execution_options=QUIET
    )
    await session.execute(delete(ProviderCopy).where(ProviderCopy.id.in_(ids)), execution_options=QUIET)


def _texts_received(theirs: Theirs) -> Select[str]:
    return select(IncomingMessage.provider_id).where(
        theirs.received(), IncomingMessage.channel == "sms", ~IncomingMessage.provider_id.startswith(NOBODYS)
    )


def _texts_sent(theirs: Theirs) -> Select[str | None]:
    return select(Delivery.provider_id).where(
        Delivery.channel == "sms", Delivery.provider_id.is_not(None), or_(theirs.sent(), _shows(theirs))
    )


def once_handled(session: AsyncSession, payload: dict[str, Any] | None) -> dict[str, Any] | None:
    """What is kept of a raw message that was handled: the number of a Telegram message within its chat, sealed."""
    number = _message_id(payload)
    return {SEALED: sealed_number(session, str(number))} if number is not None else None


def sealed_number(session: AsyncSession, number: str) -> str:
    """The number of a Telegram message within its chat: it must be known to erase it there, and counts the messages of
    the chat, those that were forgotten too.
    """
    return path_key(session).seal_text(f"{number:>20}", SEALED_FOR)


def opened_number(session: AsyncSession, number: str) -> str:
    """A number that was sealed, or that is not yet; "" when another key sealed it."""
    if len(number) < SHORTEST_SEALED:
        return number
    try:
        return path_key(session).open_text(number, SEALED_FOR).strip()
    except CannotOpen:
        return ""


def _kept_number(session: AsyncSession, payload: dict[str, Any] | None) -> str:
    """The number that a raw message holds; "" when it holds none."""
    if payload and SEALED in payload:
        return opened_number(session, str(payload[SEALED]))
    number = _message_id(payload)
    return "" if number is None else str(number)


def _message_id(payload: dict[str, Any] | None) -> int | None:
    for kind in ("message", "edited_message"):
        found = (payload or {}).get(kind)
        if isinstance(found, dict) and isinstance(found.get("message_id"), int):
            return int(found["message_id"])
    return None


# -- files ---------------------------------------------------------------------------------------------------------


async def forget_files(session: AsyncSession, theirs: Theirs) -> int:
    """Their photos and voice notes, but for the receipts of claims that are kept; how many. The files themselves go
    once no row names them."""
    mine = or_(StoredFile.person_id == theirs.person_id, StoredFile.incoming_id.in_(_ids(theirs)))
    kept = exists().where(ClaimLine.media_id == StoredFile.id)
    gone = await session.execute(delete(StoredFile).where(mine, ~kept), execution_options=QUIET)
    await session.execute(
        update(StoredFile).where(mine).values(reference="", incoming_id=None, person_id=None),
        execution_options=QUIET,
    )
    return int(gone.rowcount)  # type: ignore[attr-defined]


def _ids(theirs: Theirs) -> Select[int]:
    return select(IncomingMessage.id).where(theirs.received())


# -- words ---------------------------------------------------------------------------------------------------------


async def forget_messages(session: AsyncSession, theirs: Theirs) -> int:
    """Every word they wrote and read, with their addresses; and where colleagues read their name. How many messages."""
    sent = list(await session.scalars(select(Delivery.id).where(theirs.sent())))
    for ids in _lots(sent):
        rows = Delivery.id.in_(ids)
        await session.execute(delete(Receipt).where(Receipt.delivery_id.in_(ids)), execution_options=QUIET)
        await session.execute(
            update(Delivery)
            .where(rows, Delivery.status.in_(UNSETTLED))
            .values(status=Status.CANCELLED, reason="erased"),
            execution_options=QUIET,
        )
        await session.execute(update(Delivery).where(rows).values(**_BLANK_SENT), execution_options=QUIET)
    received = list(await session.scalars(_ids(theirs)))
    for ids in _lots(received):
        await session.execute(
            update(IncomingMessage).where(IncomingMessage.id.in_(ids)).values(**_BLANK_RECEIVED),
            execution_options=QUIET,
        )
    await _forget_elsewhere(session, theirs)
    return len(sent) + len(received)


# What stays of a message is that there was one, what it cost, and when.
_BLANK_SENT: dict[str, Any] = {
    "body": "",
    "buttons": None,
    "image": None,
    "person_id": None,
    "contact_id": None,
    "question_id": None,
    "incoming_id": None,
    "provider_id": None,
}
_BLANK_RECEIVED: dict[str, Any] = {
    "text": "",
    "payload": None,
    "sender": NOBODYS,
    "handled_as": HandledAs.NONE,
    "reading": "",
    "plain": None,
    "correction": None,
    "error": "",
    "person_id": None,
    "contact_id": None,
    "state": InboxState.HANDLED,
}


async def _forget_elsewhere(session: AsyncSession, theirs: Theirs) -> None:
    """What coordinators were shown, and what they wrote, that names them: gone when it has left and been handled."""
    await session.execute(
        update(Delivery).where(_shows(theirs)).values(body="", buttons=None, image=None),
        execution_options=QUIET,
    )
    named = _names_them(IncomingMessage.text, theirs)
    await session.execute(
        update(IncomingMessage)
        .where(named, _by_coordinators(IncomingMessage.contact_id), IncomingMessage.state != InboxState.NEW)
        .values(text="", payload=None),
        execution_options=QUIET,
    )


def _shows(theirs: Theirs) -> ColumnElement[bool]:
    """Messages to coordinators, and to the emergency contact, in which this person can be read."""
    settled = Delivery.status.in_((*FINAL, Status.SENT))
    to_staff = or_(_by_coordinators(Delivery.contact_id), Delivery.kind == "alert")
    return _names_them(Delivery.body, theirs) & settled & to_staff


def _names_them(words: Any, theirs: Theirs) -> ColumnElement[bool]:
    """As the name is written, or without its capitals: SQLite lowers plain letters only."""
    read = [words.contains(name, autoescape=True) for name in theirs.names]
    read += [func.lower(words).contains(name.lower(), autoescape=True) for name in theirs.names]
    return or_(*read) if read else false()


def _by_coordinators(contact: Any) -> ColumnElement[bool]:
    return exists().where(
        ContactPerson.contact_id == contact,
        ContactPerson.person_id == PersonRole.person_id,
        PersonRole.role == Role.COORDINATOR,
    )


def _lots(ids: Sequence[int]) -> Iterable[Sequence[int]]:
    return (ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE))
