"""Codes that are tried: the letters that link a phone, those that a computer shows, the figures of a shared phone.

How many wrong ones an address may try, and all addresses together; the limit is said, and the journal has it.
"""

from __future__ import annotations

import datetime as dt

from db.contacts import Contact
from db.conversations import HandledAs, IncomingMessage
from db.journal import write_entry
from db.senders import wrong_codes_since
from handlers import sending
from handlers.acting import Acting
from messages import Text, text

MOST = 5  # of one address
IN = dt.timedelta(minutes=15)  # as the words say
MOST_IN_ALL = 40
IN_ALL = dt.timedelta(hours=1)


async def barred(acting: Acting, row: IncomingMessage) -> Text | None:
    """What is said in place of looking at one more code; None while this address may try."""
    said = "people-too-many-codes"
    if await wrong_codes_since(acting.session, acting.now - IN, row.sender) < MOST:
        if acting.actor.coordinator:  # whom strangers must not lock out
            return None
        if await wrong_codes_since(acting.session, acting.now - IN_ALL) < MOST_IN_ALL:
            return None
        said = "people-codes-barred"
    row.handled_as = HandledAs.REFUSED
    return text(said, name=acting.installation.contact_name, phone=acting.installation.contact_phone)


async def wrong(acting: Acting, row: IncomingMessage, contact: Contact) -> None:
    """One more that nothing waits for. The last one allowed is in the journal; coordinators learn of those of all."""
    row.handled_as = HandledAs.WRONG_CODE
    await acting.session.flush()
    theirs = await wrong_codes_since(acting.session, acting.now - IN, row.sender)
    if theirs == MOST:
        await _note(acting, "people.codes_tried", contact)
    if await wrong_codes_since(acting.session, acting.now - IN_ALL) == MOST_IN_ALL:
        await _note(acting, "people.codes_closed", contact)
        await sending.tell_every_coordinator(acting, text("people-codes-closed", count=MOST_IN_ALL))


async def _note(acting: Acting, act: str, contact: Contact) -> None:
    await write_entry(
        acting.session,
        act,
        now=acting.now,
        actor=acting.actor.signature,
        thing="contact",
        thing_id=contact.id,
        channel=contact.channel,
    )
