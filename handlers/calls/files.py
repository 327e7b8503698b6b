"""Photos and voice notes: those that turned out to be nothing, and those of strangers, which wait to be asked for."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import exists, func, select, update

from db import message_kinds
from db.contacts import Contact
from db.conversations import IncomingMessage, StoredFile, Task
from db.deliveries import Delivery, Priority
from db.people import Person
from db.tasks import tasks_alike
from handlers import sending
from handlers.act import act_on
from handlers.acting import Acting, ActResult, refuse
from handlers.sending import SendOptions
from handlers.things import TASK
from messages import text

HELD, TO_FETCH = "held", "to_fetch"

# It may come hours later: not at night.
LATER = SendOptions(message_kinds.NOTICE, priority=Priority.REPLY, any_consent=True)
# Why a file could not be kept (bot/media.py) -> what is said of it; anything else: it could not be taken.
SAID = {"empty": "calls-empty-media", "too_large": "calls-file-too-large"}


async def tell_lost(acting: Acting, row: IncomingMessage, reason: str) -> None:
    """Only someone who is known: a stranger's two answers a day are for joining."""
    person = await acting.session.get(Person, row.person_id) if row.person_id else None
    contact = await acting.session.get(Contact, row.contact_id) if row.contact_id else None
    if person is None or contact is None or await _told(acting, row):
        return
    words = text(SAID.get(reason, "calls-file-unreadable"))
    await sending.write_to(acting, contact, words, options=LATER, person=person, answers=row.id)


async def _told(acting: Acting, row: IncomingMessage) -> bool:
    """Whether it was said already of another file of the same message: ten pictures are one thing to send again."""
    said = Delivery.incoming_id == row.id, Delivery.kind == LATER.kind.name
    return await acting.session.scalar(select(exists().where(*said))) or False


async def held_of(acting: Acting, tasks: Sequence[Task]) -> int:
    """How many files of a stranger came with these, and were not fetched."""
    ids = [task.incoming_id for task in tasks if task.incoming_id is not None]
    held = StoredFile.incoming_id.in_(ids), StoredFile.state == HELD
    return await acting.session.scalar(select(func.count()).select_from(StoredFile).where(*held)) or 0


@act_on(TASK, "calls.fetch", entry="calls.fetched", for_oneself=True, final="it is fetched", twin="call-list --fetch")
async def fetch_files(acting: Acting, task: Task) -> ActResult:
    """The photos and voice notes that somebody unknown sent: fetched now, and shown with the card a moment later."""
    alike = await tasks_alike(acting.session, task)
    count = await held_of(acting, alike)
    if not count:
        raise refuse("calls-no-file-held", number=task.id)
    ids = [one.incoming_id for one in alike if one.incoming_id is not None]
    await acting.session.execute(
        update(StoredFile)
        .where(StoredFile.incoming_id.in_(ids), StoredFile.state == HELD)
        .values(state=TO_FETCH, next_at=acting.now),
        execution_options={"synchronize_session": False},
    )
    return ActResult(text("calls-files-coming", count=count, number=task.id), {"task": task.id, "files": count})
