"""Those who asked to be called: nothing is written to them, and a card of the call list says what to tell them."""

from __future__ import annotations

from sqlalchemy import select

from db.audience import Audience, people_select
from db.conversations import TaskKind
from db.deliveries import Broadcast, BroadcastText
from db.message_kinds import ANNOUNCEMENT, MINUTES, NOTICE, REMINDER
from db.people import Person, in_role
from db.tasks import add_task
from handlers.acting import Acting
from handlers.checks import NAME
from handlers.installation import Installation
from messages import Channel, Outgoing, Text, text

CALL = Channel.CALL
TOLD = (ANNOUNCEMENT.name, MINUTES.name, NOTICE.name, REMINDER.name)  # a month's news is no reason to call
LIKE = Channel.TELEGRAM  # whose words are said: they have no button's digit, and room for all


async def say_by_voice(acting: Acting, person: Person, outgoing: Outgoing | Text) -> None:
    """What would have been written to this person, as the house says it."""
    words = outgoing.text if isinstance(outgoing, Outgoing) else outgoing
    house = acting.installation
    await _card(acting, person, house.catalogue.text(words, house.default_language, LIKE), once=False)


async def call_instead(acting: Acting, broadcast: Broadcast) -> int:
    """A card for each of those meant who asked to be called; the reminders of one meeting are one call. How many."""
    if broadcast.kind not in TOLD:
        return 0
    meant = people_select(acting.organisation_id, Audience.from_json(broadcast.audience)).subquery()
    wanted = select(Person).where(Person.id.in_(select(meant.c.id)), Person.channel == CALL, in_role())
    people = list(await acting.session.scalars(wanted.order_by(Person.id)))
    words = await _words(acting, broadcast) if people else ""
    for person in people:
        await _card(acting, person, words.replace(NAME, person.name or "?"), once=broadcast.kind == REMINDER.name)
    return len(people)


async def _words(acting: Acting, broadcast: Broadcast) -> str:
    kept = select(BroadcastText.body).where(
        BroadcastText.broadcast_id == broadcast.id,
        BroadcastText.language == acting.installation.default_language,
        BroadcastText.channel == LIKE,
    )
    return await acting.session.scalar(kept) or ""


async def _card(acting: Acting, person: Person, words: str, *, once: bool) -> None:
    note = to_say(acting.installation, words)
    await add_task(
        acting.session, acting.organisation_id, TaskKind.CALL, now=acting.now, person_id=person.id, note=note, once=once
    )


def to_say(installation: Installation, words: str) -> str:
    return installation.catalogue.text(text("calls-to-say", words=words), installation.default_language, LIKE)
