"""A photo or a voice note that turned out to be nothing: whoever sent it is told, and may send it again."""

from __future__ import annotations

import datetime as dt

from db.contacts import Contact
from db.conversations import IncomingMessage
from db.people import Person
from db.session import AsyncSession
from handlers import sending
from handlers.sending import How
from handlers.turn import House
from messages import text

# It may come hours later: not at night.
LATER = How(kind="reply", any_consent=True)
# Why a file could not be kept (bot/media.py) -> what is said of it; anything else: it could not be taken.
SAID = {"empty": "calls-empty-media", "too_large": "calls-file-too-large"}


async def tell_lost(session: AsyncSession, house: House, row: IncomingMessage, reason: str, now: dt.datetime) -> None:
    """Only someone who is known: a stranger's two answers a day are for joining."""
    person = await session.get(Person, row.person_id) if row.person_id else None
    contact = await session.get(Contact, row.contact_id) if row.contact_id else None
    if person is None or contact is None:
        return
    words = text(SAID.get(reason, "calls-file-unreadable"))
    await sending.write_to(session, house, contact, words, now=now, how=LATER, person=person)
