"""Those who asked to be called: nothing is written to them, and a card of the call list says what to tell them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from db.audience import Audience, people_select
from db.conversations import Task, TaskKind
from db.deliveries import Broadcast, BroadcastText
from db.message_kinds import ANNOUNCEMENT, MINUTES, NOTICE, REMINDER
from db.people import Person, in_role
from db.tasks import add_task, card_note
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
    await _card(acting, person, to_say(house, house.catalogue.text(words, house.default_language, LIKE)))


async def call_instead(acting: Acting, broadcast: Broadcast) -> int:
    """A card for each of those meant who asked to be called. How many.

    What is said of one meeting is one call: a card that still waits says the last of it, and not a day that moved.
    """
    if broadcast.kind not in TOLD:
        return 0
    meant = people_select(acting.organisation_id, Audience.from_json(broadcast.audience)).subquery()
    wanted = select(Person).where(Person.id.in_(select(meant.c.id)), Person.channel == CALL, in_role())
    people = list(await acting.session.scalars(wanted.order_by(Person.id)))
    words = await _words(acting, broadcast) if people else ""
    before = await _said_before(acting, broadcast) if people else []
    for person in people:
        note, *stale = (to_say(acting.installation, one.replace(NAME, person.name or "?")) for one in (words, *before))
        if not await _says_the_last(acting, person, stale, note):
            await _card(acting, person, note)
    return len(people)


async def _said_before(acting: Acting, broadcast: Broadcast) -> list[str]:
    """What was to be said of the same meeting until now; the minutes are another call."""
    if broadcast.meeting_id is None or broadcast.kind == MINUTES.name:
        return []
    earlier = (
        select(BroadcastText.body)
        .join(Broadcast, Broadcast.id == BroadcastText.broadcast_id)
        .where(
            Broadcast.meeting_id == broadcast.meeting_id,
            Broadcast.kind != MINUTES.name,
            Broadcast.id < broadcast.id,
            BroadcastText.language == acting.installation.default_language,
            BroadcastText.channel == LIKE,
        )
    )
    return list(await acting.session.scalars(earlier))


async def _says_the_last(acting: Acting, person: Person, stale: Sequence[str], note: str) -> bool:
    """Whether a card of this meeting still waited for this person: it says this from now on, and is told again."""
    mine = Task.person_id == person.id, Task.kind == TaskKind.CALL, Task.closed_at.is_(None)
    waiting = select(Task).where(*mine, Task.note.in_([card_note(one) for one in stale])).order_by(Task.id)
    card = (await acting.session.scalars(waiting)).first()
    if card is None:
        return False
    if card.note != card_note(note):
        card.note, card.told_at = card_note(note), None
    return True


async def _words(acting: Acting, broadcast: Broadcast) -> str:
    kept = select(BroadcastText.body).where(
        BroadcastText.broadcast_id == broadcast.id,
        BroadcastText.language == acting.installation.default_language,
        BroadcastText.channel == LIKE,
    )
    return await acting.session.scalar(kept) or ""


async def _card(acting: Acting, person: Person, note: str) -> None:
    await add_task(
        acting.session, acting.organisation_id, TaskKind.CALL, now=acting.now, person_id=person.id, note=note
    )


def to_say(installation: Installation, words: str) -> str:
    return installation.catalogue.text(text("calls-to-say", words=words), installation.default_language, LIKE)
