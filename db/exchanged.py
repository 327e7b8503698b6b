"""What a coordinator may see of what a person wrote and was sent.

What they wrote for the table, and what may still become it, is never here: neither the talk, nor what we answered in
it, whether a name goes with it or not, so that two looks, before a nameless comment and after it, show the same.
Nothing of their claims either: no page shows what was said and what was paid together.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from db import message_kinds
from db.contacts import Contact, ContactPerson, contacts_of
from db.conversations import HandledAs, InboxState, IncomingMessage, Task, TaskKind
from db.deliveries import BroadcastText, Delivery, Status
from db.meetings.tables import Answer, Attendance
from db.people import Person

MOST = 300  # messages of each way that are looked at
PRESENCE = {"coming": Answer.COMING, "absent": Answer.ABSENT, "maybe": Answer.MAYBE}
# Said to us alone, and whole in one message.
PLAIN = frozenset(
    {
        *PRESENCE, "late", "leaves-early", "stop", "stop-kind", "pause", "less", "resume", "help", "call", "thanks",
        "language", "rename", "wrong-number", "other-person",
    }
)  # fmt: skip
MONEY = frozenset({"claim", "cancel-claim", "money-status", "amount", "km", "lost-receipt", "receipt-photo"})
FOR_THE_TABLE = frozenset({"comment", "end", "withdraw", "nameless", "correct"})
# What a card of the call list shows anyway. Not what a talk leaves there until it ends, nor what is about a claim.
OF_CARDS = (
    TaskKind.DISTRESS,
    TaskKind.CALL,
    TaskKind.QUESTION,
    TaskKind.NEW_PERSON,
    TaskKind.MAYBE_STOP,
    TaskKind.STOPPED_WROTE,
    TaskKind.NEED_TRANSPORT,
    TaskKind.NEED_CHILDCARE,
    TaskKind.NEED_MEAL,
    TaskKind.NEED_HOUR,
    TaskKind.JARGON,
)
# A dialogue's answers, and words of which we asked what they mean, are shown when nothing else can come of them.
IN_DOUBT = (HandledAs.ANSWER, HandledAs.ASKED, HandledAs.UNCLEAR, HandledAs.HANDED_OVER)
SENT_TO_ONE = (message_kinds.WRITTEN.name, message_kinds.CONSENT.name)


@dataclass(frozen=True, slots=True)
class Exchanged:
    """One message. `answer`: about a meeting, in place of the words that gave it. `status`: what came of ours."""

    at: dt.datetime
    channel: str
    words: str = ""
    answer: Answer | None = None
    status: Status | None = None

    @property
    def theirs(self) -> bool:
        return self.status is None


async def exchanged_with(session: AsyncSession, person: Person) -> list[Exchanged]:
    """The latest first. As many questions whatever there is."""
    contacts = await contacts_of(session, person.id)
    found = await _received(session, person, [f"{one.channel}:{one.address}" for one in contacts])
    found += await _sent(session, person)
    return sorted(found, key=lambda one: one.at, reverse=True)


async def _received(session: AsyncSession, person: Person, senders: Sequence[str]) -> list[Exchanged]:
    carded = exists().where(Task.incoming_id == IncomingMessage.id, Task.kind.in_(OF_CARDS)).correlate(IncomingMessage)
    rows = await session.execute(
        select(
            IncomingMessage.received_at,
            IncomingMessage.handled_at,
            IncomingMessage.channel,
            IncomingMessage.text,
            IncomingMessage.reading,
            IncomingMessage.handled_as,
            carded,
        )
        .where(
            IncomingMessage.sender.in_(senders),
            IncomingMessage.person_id == person.id,
            IncomingMessage.state == InboxState.HANDLED,
            IncomingMessage.text != "",
            IncomingMessage.handled_as != HandledAs.COMMAND,
        )
        .order_by(IncomingMessage.id.desc())
        .limit(MOST)
    )
    given = await session.execute(
        select(Attendance.answered_at, Attendance.answer).where(
            Attendance.person_id == person.id, Attendance.answered_at.is_not(None)
        )
    )
    answers = {(at, answer) for at, answer in given}
    found = []
    for at, handled_at, channel, words, reading, handled_as, on_a_card in rows:
        read = frozenset(reading.split(" + ")) - {""}
        if _whole(read, handled_as, bool(on_a_card)):
            found.append(Exchanged(at, channel, words))
            continue
        # With other words beside it, or chosen in a list: the answer alone, as long as it stands.
        said = [PRESENCE[one] for one in read & PRESENCE.keys() if (handled_at, PRESENCE[one]) in answers]
        if said:
            found.append(Exchanged(at, channel, answer=said[0]))
    return found


def _whole(read: frozenset[str], handled_as: HandledAs, on_a_card: bool) -> bool:
    """Whether the words may be shown as they were written."""
    if read & (MONEY | FOR_THE_TABLE):
        return False
    # What is left of a message that also had words for the table is a keyword: no keyword is shown as it was written.
    own_words = not read & PRESENCE.keys() or handled_as is HandledAs.MEANT
    return on_a_card or (bool(read) and read <= PLAIN and own_words and handled_as not in IN_DOUBT)


async def _sent(session: AsyncSession, person: Person) -> list[Exchanged]:
    rows = await session.execute(
        select(
            func.coalesce(Delivery.sent_at, Delivery.due_at),
            Delivery.channel,
            Delivery.body,
            Delivery.status,
            BroadcastText.body,
        )
        .outerjoin(BroadcastText, BroadcastText.id == Delivery.broadcast_text_id)
        .where(
            Delivery.person_id == person.id,
            Delivery.return_path_id.is_(None),
            or_(Delivery.broadcast_id.is_not(None), Delivery.kind.in_(SENT_TO_ONE)),
        )
        .order_by(Delivery.id.desc())
        .limit(MOST)
    )
    found = []
    for at, channel, own, status, kept in rows:
        if words := own if own is not None else (kept or "").replace("{name}", person.name):
            found.append(Exchanged(at, channel, words, status=status))
    return found


# What a person's card shows of their last message: never what may become a comment without a name.
SHOWN_READINGS = ("coming", "absent", "maybe", "late", "leaves-early")


SHOWN_FOR = dt.timedelta(days=31)


async def last_read_of(session: AsyncSession, person_id: int, now: dt.datetime) -> IncomingMessage | None:
    """The last message of a person, within a month, in which a presence alone was read, or that was corrected."""
    addresses = await session.execute(
        select(Contact.channel, Contact.address)
        .join(ContactPerson, ContactPerson.contact_id == Contact.id)
        .where(ContactPerson.person_id == person_id)
    )
    senders = [f"{channel}:{address}" for channel, address in addresses]  # by the index: the inbox holds everybody's
    return await session.scalar(
        select(IncomingMessage)
        .where(
            IncomingMessage.sender.in_(senders),
            IncomingMessage.person_id == person_id,
            IncomingMessage.received_at > now - SHOWN_FOR,
            IncomingMessage.text != "",
            or_(IncomingMessage.reading.in_(SHOWN_READINGS), IncomingMessage.correction.is_not(None)),
        )
        .order_by(IncomingMessage.id.desc())
        .limit(1)
    )
