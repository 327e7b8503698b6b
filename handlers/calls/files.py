"""A photo or a voice note that turned out to be nothing: whoever sent it is told, and may send it again."""

from __future__ import annotations

from db import message_kinds
from db.contacts import Contact
from db.conversations import IncomingMessage
from db.deliveries import Priority
from db.people import Person
from handlers import sending
from handlers.acting import Acting
from handlers.sending import SendOptions
from messages import text

# It may come hours later: not at night.
LATER = SendOptions(message_kinds.NOTICE, priority=Priority.REPLY, any_consent=True)
# Why a file could not be kept (bot/media.py) -> what is said of it; anything else: it could not be taken.
SAID = {"empty": "calls-empty-media", "too_large": "calls-file-too-large"}


async def tell_lost(acting: Acting, row: IncomingMessage, reason: str) -> None:
    """Only someone who is known: a stranger's two answers a day are for joining."""
    person = await acting.session.get(Person, row.person_id) if row.person_id else None
    contact = await acting.session.get(Contact, row.contact_id) if row.contact_id else None
    if person is None or contact is None:
        return
    words = text(SAID.get(reason, "calls-file-unreadable"))
    await sending.write_to(acting, contact, words, options=LATER, person=person)
