"""What coordinators see of what waits for a human: the cards, one card, and how many wait."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import func, or_, select

from db.contacts import Contact, ContactPerson
from db.conversations import IncomingMessage, StoredFile, Task
from db.people import Person
from db.tasks import open_tasks, understood_of_each
from handlers.acting import Acting
from handlers.calls.acts import UNKNOWN, closed, kind_words, meanings_of, note_words, understood_words
from handlers.calls.files import HELD
from handlers.numbers import shown
from handlers.things import TASK
from handlers.view import Harm, Waiting, view, view_on
from messages import Channel, Text, text

DISTRESS = "distress"


@dataclass(frozen=True, slots=True)
class CallCard:
    """One thing to look at, with those alike: who, where to call, what, since when, in which words."""

    number: int
    kind: str
    what: Text
    note: Text | str
    person: int | None
    name: Text | str
    phone: str
    words: Sequence[str]
    files: Sequence[str]
    held: int  # files of a stranger, that nobody asked for yet
    since: dt.datetime
    messages: int
    taken_by: str
    outcome: str
    understood: Text | None

    @property
    def distress(self) -> bool:
        return self.kind == DISTRESS

    @property
    def unknown(self) -> bool:
        """Messages that perhaps arrived: sent again, or left."""
        return self.kind == UNKNOWN


@view("calls.cards", shows=lambda cards: [card.person for card in cards if card.person is not None])
async def call_cards(acting: Acting) -> list[CallCard]:
    """Everything open, distress first; one card for what the same address asks in the same way."""
    visible = set(await acting.session.scalars(select(Task.id).where(TASK.seen_by(acting), Task.closed_at.is_(None))))
    groups: dict[tuple[object, ...], list[Task]] = {}
    for task in await open_tasks(acting.session, acting.organisation_id):
        if task.id in visible:
            key = (task.kind, task.contact_id) if task.contact_id is not None else (task.kind, None, task.id)
            groups.setdefault(key, []).append(task)
    return await _cards(acting, list(groups.values()))


@view_on(TASK, "calls.card")
async def call_card(acting: Acting, task: Task) -> CallCard:
    """One card."""
    if task.closed_at is not None:
        raise await closed(acting, task)
    return next(iter(await _cards(acting, [[task]])))


async def _cards(acting: Acting, groups: Sequence[list[Task]]) -> list[CallCard]:
    tasks = [task for group in groups for task in group]
    names = await _names(acting, {p for t in tasks for p in (t.person_id, t.acknowledged_by) if p is not None})
    phones = await _phones(acting, tasks)
    words = await _words(acting, tasks)
    files, held = await _files(acting, tasks), await _held(acting, tasks)
    read = [meanings_of(one) for one in await understood_of_each(acting.session, groups)]
    return [_card(group, names, phones, words, files, held, one) for group, one in zip(groups, read, strict=True)]


def _card(
    tasks: list[Task],
    names: dict[int, tuple[str, str]],
    phones: dict[int, str],
    words: dict[int, str],
    files: dict[int, list[str]],
    held: dict[int, int],
    understood: Sequence[Text],
) -> CallCard:
    first = tasks[0]
    name, others = names.get(first.person_id or 0, ("", ""))
    came = [task.incoming_id or 0 for task in tasks]
    return CallCard(
        first.id,
        first.kind,
        kind_words(first.kind),
        note_words(first) if first.note else "",
        first.person_id,
        name or text("calls-unknown-person"),
        shown(phones.get(first.id, "")) or others,
        [words[id] for id in came if id in words],
        [file for id in came for file in files.get(id, [])],
        sum(held.get(id, 0) for id in came),
        first.created_at,
        len(tasks),
        names.get(first.acknowledged_by or 0, ("", ""))[0],
        first.outcome,
        understood_words(first.kind, sum(id in words for id in came), list(understood)) if understood else None,
    )


async def _names(acting: Acting, people: Iterable[int]) -> dict[int, tuple[str, str]]:
    rows = await acting.session.execute(
        select(Person.id, Person.name, Person.other_phones).where(Person.id.in_(list(people)))
    )
    return {number: (name, others) for number, name, others in rows}


async def _phones(acting: Acting, tasks: Sequence[Task]) -> dict[int, str]:
    """Task -> the phone to call, even when they wrote on Telegram."""
    contacts = {task.contact_id for task in tasks if task.contact_id is not None}
    rows = await acting.session.execute(
        select(Contact.id, Contact.address).where(Contact.id.in_(contacts), Contact.channel == Channel.SMS)
    )
    of_contact = {number: address for number, address in rows}  # noqa: C416 (rows are no pairs to mypy)
    people = {task.person_id for task in tasks if task.person_id is not None}
    rows = await acting.session.execute(
        select(ContactPerson.person_id, Contact.address)
        .join(Contact, Contact.id == ContactPerson.contact_id)
        .where(ContactPerson.person_id.in_(people), Contact.channel == Channel.SMS)
        .order_by(Contact.id.desc())
    )
    of_person = {number: address for number, address in rows}  # noqa: C416 (rows are no pairs to mypy)
    return {t.id: of_contact.get(t.contact_id or 0) or of_person.get(t.person_id or 0, "") for t in tasks}


async def _words(acting: Acting, tasks: Sequence[Task]) -> dict[int, str]:
    ids = [task.incoming_id for task in tasks if task.incoming_id is not None]
    rows = await acting.session.execute(
        select(IncomingMessage.id, IncomingMessage.text).where(IncomingMessage.id.in_(ids), IncomingMessage.text != "")
    )
    return {id: words for id, words in rows}  # noqa: C416 (rows are no pairs to mypy)


async def _files(acting: Acting, tasks: Sequence[Task]) -> dict[int, list[str]]:
    ids = [task.incoming_id for task in tasks if task.incoming_id is not None]
    rows = await acting.session.execute(
        select(StoredFile.incoming_id, StoredFile.path)
        .where(StoredFile.incoming_id.in_(ids), StoredFile.state == "stored")
        .order_by(StoredFile.id)
    )
    found: dict[int, list[str]] = defaultdict(list)
    for id, path in rows:
        found[id or 0].append(path)
    return found


async def _held(acting: Acting, tasks: Sequence[Task]) -> dict[int, int]:
    ids = [task.incoming_id for task in tasks if task.incoming_id is not None]
    rows = await acting.session.execute(
        select(StoredFile.incoming_id, func.count())
        .where(StoredFile.incoming_id.in_(ids), StoredFile.state == HELD)
        .group_by(StoredFile.incoming_id)
    )
    return {id or 0: count for id, count in rows}


@view("calls.waiting")
async def calls_waiting(acting: Acting) -> list[Waiting]:
    """Each person in distress by themself; the rest counted, without what another coordinator took."""
    mine = TASK.seen_by(acting), Task.closed_at.is_(None)
    rows = await acting.session.execute(
        select(Task, Person.name)
        .outerjoin(Person, Person.id == Task.person_id)
        .where(*mine, Task.kind == DISTRESS)
        .order_by(Task.created_at)
    )
    cries = list(rows)
    takers = await _names(acting, {task.acknowledged_by for task, _ in cries if task.acknowledged_by is not None})
    waits = [
        Waiting(
            text("calls-wait-distress", name=name or text("calls-unknown-person")),
            Harm.DISTRESS,
            ("task", task.id),
            _since(task, takers),
        )
        for task, name in {task.contact_id or -task.id: (task, name) for task, name in reversed(cries)}.values()
    ]
    untaken = or_(Task.acknowledged_by.is_(None), Task.acknowledged_by == acting.actor.person_id)
    row = await acting.session.execute(
        select(func.count(), func.min(Task.created_at)).where(*mine, untaken, Task.kind != DISTRESS)
    )
    number, oldest = row.one()
    if number:
        since = text("calls-wait-since", when=oldest)
        waits.append(Waiting(text("calls-wait-others", count=number), Harm.TO_DO, ("calls", None), since))
    return waits


def _since(task: Task, takers: dict[int, tuple[str, str]]) -> Text:
    """Since when, and who takes care of it: nobody calls twice, nobody believes that another does."""
    who, _ = takers.get(task.acknowledged_by or 0, ("", ""))
    taken = text("calls-wait-taken", when=task.created_at, who=who)
    return taken if who else text("calls-wait-since", when=task.created_at)
