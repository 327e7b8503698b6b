"""What stays of a message that also said something else, once its words for the table are forgotten: that alone.

Someone who writes in one message that they cannot come, and what the table should hear, leaves what they would have
left by writing ABSENT: the answer, what we said of it, the offer to carry their words.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from db.contacts import Contact
from db.conversations import Dialogue, HandledAs, IncomingMessage
from db.deliveries import UNSETTLED, Delivery
from db.forgotten import erase_at_provider, forget_deliveries
from db.meetings.questions import roundtable_of
from db.meetings.tables import Answer, Attendance, Meeting
from db.people import Person
from db.session import AsyncSession
from handlers import sending
from handlers.acting import Acting
from handlers.comments.offer import offer_of
from messages import Channel, text
from messages.keywords import Keyword
from messages.reading import Meaning

WORD = {
    Answer.ABSENT: {"fr": Keyword.ABSENT.value, "en": "ABSENT", "es": "AUSENTE"},
    Answer.COMING: {"fr": "JE VIENS", "en": "COMING", "es": "VOY"},
    Answer.MAYBE: {"fr": Keyword.PEUT_ETRE.value, "en": "MAYBE", "es": "TAL VEZ"},
}
MEANS = {Answer.ABSENT: Meaning.ABSENT, Answer.COMING: Meaning.COMING, Answer.MAYBE: Meaning.MAYBE}
OF_WORDS = ("comments-kept-behind", "comments-kept-behind-english")  # said of the words alone
JUST_BEFORE = 1_000_000  # in the numbers of db/numbers.py: what separates a question from the message that asks it


@dataclass(frozen=True, slots=True)
class Beside:
    """A message that stays, the plain words that stay of it, and what it was read as."""

    message: IncomingMessage
    words: str
    reading: str
    attendance: Attendance | None = None


async def said_beside(session: AsyncSession, person: Person, messages: Sequence[int]) -> list[Beside]:
    """Those of these messages that answered about a meeting too, or began a claim."""
    answered = await session.execute(
        select(IncomingMessage, Attendance)
        .join(Attendance, Attendance.answered_at == IncomingMessage.handled_at)
        .where(IncomingMessage.id.in_(messages), Attendance.person_id == person.id)
        .order_by(IncomingMessage.id)
    )
    found: dict[int, Beside] = {}
    for message, row in answered:
        means = MEANS.get(row.answer)
        if means is not None and means in message.reading.split(" + "):
            words = WORD[row.answer].get(person.language, WORD[row.answer]["fr"])
            found.setdefault(message.id, Beside(message, words, means.value, row))
    claims = await session.scalars(
        select(IncomingMessage)
        .join(Dialogue, Dialogue.started_at == IncomingMessage.handled_at)
        .where(IncomingMessage.id.in_(messages), Dialogue.contact_id == IncomingMessage.contact_id)
        .where(Dialogue.name == "claim")
    )
    for message in claims:
        if Meaning.CLAIM in message.reading.split(" + "):
            found.setdefault(message.id, Beside(message, Keyword.RECLAMER.value, Meaning.CLAIM.value))
    return list(found.values())


async def stand_alone(acting: Acting, person: Person, one: Beside, asked: Sequence[int]) -> None:
    """This message as if it had said nothing else. `asked`: the questions of the talk that is forgotten."""
    session, message, row = acting.session, one.message, one.attendance
    message.text, message.payload, message.kind = one.words, None, "text"
    message.handled_as, message.reading = HandledAs.KEYWORD, one.reading
    found = await session.scalars(select(Delivery).where(Delivery.incoming_id == message.id).order_by(Delivery.id))
    replies = list(found)
    first = next((reply for reply in replies if reply.status not in UNSETTLED), None)
    absent = row is not None and row.answer is Answer.ABSENT and row.offered_comment_at is None
    if row is not None and absent and first is not None:
        row.offered_comment_at = row.answered_at
        await _offered_instead(acting, person, row, first)
    gone = [reply for reply in replies if reply.question_id in asked or reply.body in _of_words(acting, reply)]
    await forget_deliveries(session, [reply.id for reply in gone], acting.now.date())


def _of_words(acting: Acting, reply: Delivery) -> set[str]:
    """What is said of the words alone; of a talk that was confirmed, what was read back is blank already."""
    catalogue = acting.installation.catalogue
    channel = Channel(reply.channel)
    return {"", *(catalogue.text(text(id), language, channel) for id in OF_WORDS for language in catalogue.languages)}


async def _offered_instead(acting: Acting, person: Person, row: Attendance, reply: Delivery) -> None:
    """What we said first becomes the offer to carry their words, which an absence alone brings."""
    session = acting.session
    meeting, contact = await session.get_one(Meeting, row.meeting_id), await session.get(Contact, reply.contact_id)
    if contact is None or row.answered_at is None:
        return
    ask = offer_of(meeting, (await roundtable_of(session, meeting)).name)
    number = reply.id - JUST_BEFORE - secrets.randbelow(JUST_BEFORE)
    question = await sending.open_question(acting, contact, person, ask, number=number)
    question.lapses_at = question.lapses_at - (acting.now - row.answered_at)
    question.asked_at, question.delivery_id = row.answered_at, reply.id
    if reply.provider_id:
        await erase_at_provider(session, [(reply.channel, reply.provider_id)], acting.now.date())
    sending.say_instead(acting, reply, contact, person, ask.outgoing, question)
    await session.flush()
