"""What waits for a human: the questions asked of the tasks' table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Exists, Select, and_, bindparam, case, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.contacts import Consent, Contact, ContactPerson, Reach
from db.conversations import IncomingMessage, Question, StoredFile, Task, TaskKind
from db.deliveries import Delivery, Status
from db.people import Person, PersonRole, Role

MOST_OPEN = 20  # of one contact and one kind: a flood is one thing to look at
MOST_OF_DISTRESS = 200  # each word of theirs is read
ARRIVED = (Status.SENT, Status.DELIVERED)
NOT_YET = dt.timedelta(days=1)  # how long someone new is given before "never reached"
ONCE_IN = dt.timedelta(days=30)  # a person called about this is not listed again before
# Who asked for someone comes before what was not understood; a welcome can wait.
_URGENCY = case(
    (Task.kind == TaskKind.DISTRESS, 0),
    (Task.kind.in_((TaskKind.CALL, TaskKind.QUESTION)), 1),
    (Task.kind == TaskKind.NEW_PERSON, 3),
    else_=2,
)


async def add_task(
    session: AsyncSession,
    organisation_id: int,
    kind: TaskKind,
    *,
    now: dt.datetime,
    contact_id: int | None = None,
    person_id: int | None = None,
    incoming_id: int | None = None,
    delivery_id: int | None = None,
    note: str = "",
    once: bool = False,
) -> Task | None:
    """A new thing to look at. None when one is open already (`once`), or far too many; each delivery has its own."""
    by_contact = contact_id is not None
    whose = contact_id if by_contact else person_id
    waiting = await session.scalar(_open_of(by_contact=by_contact), {"kind": kind, "whose": whose})
    most = MOST_OF_DISTRESS if kind == TaskKind.DISTRESS else MOST_OPEN
    if waiting and (once or (waiting >= most and delivery_id is None)):
        return None
    task = Task(
        organisation_id=organisation_id,
        kind=kind,
        contact_id=contact_id,
        person_id=person_id,
        incoming_id=incoming_id,
        delivery_id=delivery_id,
        note=card_note(note),
        created_at=now,
    )
    session.add(task)
    await session.flush()
    return task


def card_note(note: str) -> str:
    return note[:1000]  # as much of it as a card holds


@cache
def _open_of(*, by_contact: bool) -> Select[int]:
    theirs = (Task.contact_id if by_contact else Task.person_id) == bindparam("whose")
    alike = Task.kind == bindparam("kind"), Task.closed_at.is_(None)
    return select(func.count()).select_from(Task).where(*alike, theirs)


async def open_tasks(session: AsyncSession, organisation_id: int) -> list[Task]:
    """Everything open: distress first, then the oldest."""
    found = await session.scalars(
        select(Task)
        .where(Task.organisation_id == organisation_id, Task.closed_at.is_(None))
        .order_by(_URGENCY, Task.created_at, Task.id)
    )
    return list(found)


async def hand_over(session: AsyncSession, before: int, after: int) -> int:
    """What one coordinator had taken and not closed is another's now; how many."""
    taken = select(Task).where(Task.acknowledged_by == before, Task.closed_at.is_(None))
    rows = list(await session.scalars(taken))
    for task in rows:
        task.acknowledged_by = after
    return len(rows)


async def tasks_alike(session: AsyncSession, task: Task) -> list[Task]:
    """The open tasks of the same kind about the same contact: one call settles them all. `task` is among them."""
    if task.contact_id is None:
        return [task]
    found = await session.scalars(
        select(Task)
        .where(Task.kind == task.kind, Task.contact_id == task.contact_id, Task.closed_at.is_(None))
        .order_by(Task.id)
    )
    return list(found) or [task]


async def tasks_closed_with(session: AsyncSession, task: Task) -> list[Task]:
    """Those that one outcome closed at once. `task` is among them."""
    if task.contact_id is None:
        return [task]
    alike = Task.kind == task.kind, Task.contact_id == task.contact_id, Task.closed_at == task.closed_at
    return list(await session.scalars(select(Task).where(*alike).order_by(Task.id)))


async def words_of(session: AsyncSession, tasks: Sequence[Task]) -> list[str]:
    """What was written, as it came; nothing when it was blanked since, or was a picture or a voice."""
    ids = [task.incoming_id for task in tasks if task.incoming_id is not None]
    if not ids:
        return []
    found = await session.scalars(
        select(IncomingMessage.text)
        .where(IncomingMessage.id.in_(ids), IncomingMessage.text != "")
        .order_by(IncomingMessage.id)
    )
    return list(found)


async def understood_of(session: AsyncSession, tasks: Sequence[Task]) -> str:
    """What was read in the message that may be corrected ("absent + comment"); "" when nothing was."""
    return (await understood_of_each(session, [tasks]))[0]


async def understood_of_each(session: AsyncSession, groups: Sequence[Sequence[Task]]) -> list[str]:
    """The same of each group, in one question: the last message that has words, the first one for a cry."""
    ids = {task.incoming_id for group in groups for task in group if task.incoming_id is not None}
    rows = await session.execute(
        select(IncomingMessage.id, IncomingMessage.reading).where(
            IncomingMessage.id.in_(ids), IncomingMessage.text != ""
        )
    )
    read = {number: reading for number, reading in rows}  # noqa: C416 (rows are no pairs to mypy)
    worded = [[task.incoming_id for task in group if task.incoming_id in read] for group in groups]
    pairs = zip(groups, worded, strict=True)
    chosen = [(min if is_first_read(group) else max)(numbers, default=None) for group, numbers in pairs]
    return [read[number] if number is not None else "" for number in chosen]


def is_first_read(tasks: Sequence[Task]) -> bool:
    """Of a cry, the words that alerted are those that are read and corrected; else the last."""
    return tasks[0].kind is TaskKind.DISTRESS


async def message_of(session: AsyncSession, tasks: Sequence[Task], *, first: bool = False) -> IncomingMessage | None:
    """The last of their messages whose words are kept, or the first."""
    order = IncomingMessage.id.asc() if first else IncomingMessage.id.desc()
    ids = [task.incoming_id for task in tasks if task.incoming_id is not None]
    return await session.scalar(
        select(IncomingMessage).where(IncomingMessage.id.in_(ids), IncomingMessage.text != "").order_by(order).limit(1)
    )


async def files_of(session: AsyncSession, tasks: Sequence[Task]) -> list[str]:
    """The names, in the private folder, of the photos and voice notes that came with these."""
    ids = [task.incoming_id for task in tasks if task.incoming_id is not None]
    found = await session.scalars(
        select(StoredFile.path)
        .where(StoredFile.incoming_id.in_(ids), StoredFile.state == "stored")
        .order_by(StoredFile.id)
    )
    return list(found)


# Someone wrote and waits for a person: told again each day until it is closed.
SOMEONE_WAITS = (
    TaskKind.CALL, TaskKind.QUESTION, TaskKind.UNKNOWN_WORD, TaskKind.UNCLEAR_ANSWER, TaskKind.VOICE, TaskKind.MEDIA,
    TaskKind.COMMENT_LEAVING, TaskKind.CLAIM_UNCLEAR, TaskKind.PROXY_CLAIM,
    TaskKind.MERGE_ASKED, TaskKind.NOT_ME,
)  # fmt: skip
TOLD_AGAIN = dt.timedelta(days=1)
UNANSWERED = dt.timedelta(hours=3)  # a question about their own words


async def untold_tasks(session: AsyncSession, organisation_id: int, now: dt.datetime) -> list[Task]:
    """New since coordinators were last told, or told a day ago while someone waits. Distress has its own alert."""
    return list(await session.scalars(_untold(), {"organisation": organisation_id, "before": now - TOLD_AGAIN}))


@cache
def _untold() -> Select[Task]:
    still_waits = and_(Task.kind.in_(SOMEONE_WAITS), Task.told_at <= bindparam("before"))
    here = Task.organisation_id == bindparam("organisation"), Task.closed_at.is_(None), Task.kind != TaskKind.DISTRESS
    return select(Task).where(*here, or_(Task.told_at.is_(None), still_waits)).order_by(Task.id)


async def last_told_at(session: AsyncSession, organisation_id: int) -> dt.datetime | None:
    return await session.scalar(
        select(Task.told_at)
        .where(Task.organisation_id == organisation_id, Task.told_at.is_not(None))
        .order_by(Task.told_at.desc())
        .limit(1)
    )


async def asked_and_unanswered(
    session: AsyncSession, kinds: Sequence[str], now: dt.datetime, limit: int
) -> list[Question]:
    """What people were asked about their own words and did not answer: a cry may be among them."""
    found = await session.scalars(
        select(Question)
        .where(
            Question.kind.in_(kinds),
            Question.answered_at.is_(None),
            Question.asked_at <= now - UNANSWERED,
            Question.asked_at > now - TOLD_AGAIN * 7,
            ~exists().where(Task.incoming_id == Question.subject_id),
        )
        .order_by(Question.id)
        .limit(limit)
    )
    return list(found)


async def open_distress(session: AsyncSession, contact_id: int) -> Task | None:
    """The cry of this contact that no one closed: the first that nobody took, else the first."""
    return await session.scalar(_open_distress(), {"contact": contact_id})


@cache
def _open_distress() -> Select[Task]:
    unclosed = Task.contact_id == bindparam("contact"), Task.kind == TaskKind.DISTRESS, Task.closed_at.is_(None)
    return select(Task).where(*unclosed).order_by(Task.acknowledged_by.is_not(None), Task.id).limit(1)


async def cried(session: AsyncSession, contact_id: int) -> list[str]:
    """The words of this contact's open cries, as they were written."""
    said = select(IncomingMessage.text).join(Task, Task.incoming_id == IncomingMessage.id)
    unclosed = (Task.contact_id == contact_id) & (Task.kind == TaskKind.DISTRESS) & Task.closed_at.is_(None)
    return [words for words in await session.scalars(said.where(unclosed)) if words]


async def alerts_due(session: AsyncSession, organisation_id: int, now: dt.datetime) -> list[Task]:
    """Distress that nobody has acknowledged, and whose next alert is due: one for each contact, whatever they wrote."""
    return list(await session.scalars(_alerts_due(), {"organisation": organisation_id, "now": now}))


@cache  # asked at each tick: building the question costs as much as its answer
def _alerts_due() -> Select[Task]:
    earlier = aliased(Task)
    mine, theirs = (
        (one.kind == TaskKind.DISTRESS) & one.closed_at.is_(None) & one.acknowledged_by.is_(None)
        for one in (Task, earlier)
    )
    due = or_(Task.alert_at.is_(None), Task.alert_at <= bindparam("now"))
    before = exists().where(theirs, earlier.contact_id == Task.contact_id, earlier.id < Task.id)
    here = Task.organisation_id == bindparam("organisation")
    return select(Task).where(here, mine, due, ~before).order_by(Task.id)


async def emergencies_due(session: AsyncSession, organisation_id: int, before: dt.datetime) -> list[Task]:
    """Distress older than this that nobody has acknowledged, and of which the emergency contact knows nothing."""
    found = await session.scalars(
        select(Task)
        .where(
            Task.organisation_id == organisation_id,
            Task.kind == TaskKind.DISTRESS,
            Task.closed_at.is_(None),
            Task.acknowledged_by.is_(None),
            Task.emergency_at.is_(None),
            Task.created_at <= before,
        )
        .order_by(Task.id)
    )
    return list(found)


async def close_tasks(session: AsyncSession, contact_id: int, kinds: Sequence[TaskKind], now: dt.datetime) -> None:
    """What the person settled by themselves needs nobody any more."""
    await session.execute(
        update(Task)
        .where(Task.contact_id == contact_id, Task.kind.in_(kinds), Task.closed_at.is_(None))
        .values(closed_at=now, outcome="F")
    )


async def close_person_tasks(
    session: AsyncSession, person_id: int, kinds: Sequence[TaskKind], now: dt.datetime
) -> None:
    """What was to be looked at of this person, wherever it came from, is settled."""
    mine = Task.person_id == person_id, Task.kind.in_(kinds), Task.closed_at.is_(None)
    await session.execute(update(Task).where(*mine).values(closed_at=now, outcome="F"))


async def people_never_reached(session: AsyncSession, organisation_id: int, now: dt.datetime) -> list[Person]:
    """Nothing ever arrived: no address works, or all that was sent failed. Those who stopped are left in peace."""
    arrived = exists().where(Delivery.person_id == Person.id, Delivery.status.in_(ARRIVED))
    failed = exists().where(Delivery.person_id == Person.id, Delivery.status == Status.FAILED)
    works = _has_contact(and_(Contact.reach == Reach.OK, Contact.consent.in_((Consent.GIVEN, Consent.INVITED))))
    unanswered = _has_contact(Contact.first_heard_at.is_not(None))
    query = _callable_people(organisation_id, now, "never_reached").where(
        ~arrived, ~unanswered, or_(failed, ~works), Person.created_at < now - NOT_YET
    )
    return list(await session.scalars(query))


async def people_failed_twice(session: AsyncSession, organisation_id: int, now: dt.datetime) -> list[Person]:
    """The last two messages failed for good, after some had arrived."""
    last = (
        select(func.max(Delivery.id))
        .where(Delivery.person_id == Person.id, Delivery.status.in_(ARRIVED))
        .correlate(Person)
        .scalar_subquery()
    )
    failures = (
        select(func.count())
        .select_from(Delivery)
        .where(Delivery.person_id == Person.id, Delivery.status == Status.FAILED, Delivery.id > func.coalesce(last, 0))
        .correlate(Person)
        .scalar_subquery()
    )
    return list(await session.scalars(_callable_people(organisation_id, now, "failed_twice").where(failures >= 2)))


def _has_contact(condition: ColumnElement[bool]) -> Exists:
    return exists().where(ContactPerson.person_id == Person.id, Contact.id == ContactPerson.contact_id, condition)


def _callable_people(organisation_id: int, now: dt.datetime, kind: str) -> Select[Any]:
    """People one may call about this: not gone, not stopped, not on paper by choice, not listed lately."""
    listed = exists().where(
        Task.person_id == Person.id,
        Task.kind == kind,
        or_(Task.closed_at.is_(None), Task.closed_at > now - ONCE_IN),
    )
    stopped = _has_contact(Contact.consent == Consent.WITHDRAWN)
    coordinates = exists().where(PersonRole.person_id == Person.id, PersonRole.role == Role.COORDINATOR)
    return (
        select(Person)
        .where(
            Person.organisation_id == organisation_id,
            Person.erased_at.is_(None),
            Person.channel != "post",
            ~listed,
            ~stopped,
            ~coordinates,
        )
        .order_by(Person.id)
    )
