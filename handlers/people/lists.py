"""A list of people sent on Telegram: asked for, marked, and imported once the file is here.

The file itself is fetched by the machine (bot/media_job.py), which keeps no copy of it: a list of telephones has no
reason to stay. What is said of it, line by line, is what the shell says.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from db.contacts import Contact
from db.conversations import IncomingMessage
from db.people import Person
from db.session import AsyncSession
from handlers import sending
from handlers.access import Act, Refused, actor_of, refuse, require
from handlers.dialogue import Given, Talk, Unclear, dialogue
from handlers.people.imports import Line, import_people
from handlers.turn import House, Said, Start, Turn
from messages import Kind, Option, Outgoing, Text, text

LIST = "list"  # the fate of a message whose file is a list of people
NOTHING = "nothing"


async def import_command(turn: Turn, rest: str) -> Said:
    """/importer, with the file or before it."""
    if turn.person is None:
        raise refuse("access-not-allowed")
    require(await actor_of(turn.session, turn.person, turn.incoming.channel), Act.IMPORT_PEOPLE)
    if not turn.incoming.media:
        return Start("import")
    if turn.incoming.kind is not Kind.DOCUMENT:
        raise refuse("people-list-not-a-file")
    turn.row.fate = LIST
    return text("people-list-received")


@dialogue("import")
async def import_list(talk: Talk) -> Said:
    """The file, in the next message."""
    none = (Option(NOTHING, text("people-list-none")),)
    given = await talk.ask("file", Outgoing(text("people-list-ask"), none), _file, free_text=True)
    if given == NOTHING:
        return text("people-nothing-changed")
    row = await talk.session.get_one(IncomingMessage, int(given))
    row.fate = LIST
    return text("people-list-received")


def _file(given: Given) -> str:
    """The number of the message that holds the file."""
    if given.value is not None:
        return given.value
    if given.incoming is None or not given.incoming.media or given.incoming.kind is not Kind.DOCUMENT:
        raise Unclear(text("people-list-not-a-file"))
    return str(given.incoming_id)


async def take_list(
    session: AsyncSession, house: House, row: IncomingMessage, lines: Sequence[Line] | Text, now: dt.datetime
) -> None:
    """Import what was read of the file and answer whoever sent it; `lines` is a sentence when it could not be read."""
    person = await session.get(Person, row.person_id) if row.person_id else None
    contact = await session.get(Contact, row.contact_id) if row.contact_id else None
    if person is None or contact is None:
        return
    said = lines
    if not isinstance(lines, Text):
        actor = await actor_of(session, person, row.channel)
        try:
            # In a room of its own: what is refused whole leaves nothing half done.
            async with session.begin_nested():
                said = (await import_people(session, house, actor, lines, now=now)).text
        except Refused as refused:
            said = refused.reason
    assert isinstance(said, Text)
    await sending.write_to(session, house, contact, said, now=now, how=sending.REPLY, person=person)
