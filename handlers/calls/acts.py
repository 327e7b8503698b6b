"""What coordinators do with what waits for them: see it, take it, answer it, say in one letter what came of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from db.contacts import Consent, Contact, Reach, detach
from db.conversations import Task
from db.journal import write_entry
from db.people import Person, coordinators
from db.session import AsyncSession
from db.tasks import files_of, open_tasks, tasks_alike, words_of
from handlers import sending
from handlers.access import Act, Actor, Done, Picture, refuse, require
from handlers.calls.alerts import whom
from handlers.sending import How
from handlers.turn import House
from messages import Channel, Text, text

# The outcome of a call, in one letter: spoke, message left, to call back, wrong number, closed without a call.
CLOSING = ("P", "N", "F")
OPEN = ("M", "R")
OUTCOMES = ("P", "M", "R", "N", "F")
WRITTEN = "E"  # answered in writing
LONGEST = 600
SHOWN_WORDS = 300
# What has words of its own in the catalogue; any other kind is shown as "to look at".
KNOWN = (
    "call",
    "distress",
    "question",
    "unknown_number",
    "unknown_word",
    "unclear_answer",
    "maybe_stop",
    "stopped_wrote",
    "voice",
    "media",
    "sticker",
    "reassigned",
    "start_needed",
    "new_person",
    "never_reached",
    "failed_twice",
    "postal_address",
    "need_transport",
    "need_childcare",
    "need_meal",
    "need_hour",
    "jargon",
    "proxy_claim",
    "claim_unclear",
    "claim_late",
    "claim_not_received",
    "comment_third_person",
    "comment_leaving",
    "delivery_unknown",
)
REPLY = How(kind="reply", any_consent=True)


class Card:
    """One thing to look at, with those alike: who, where to call, what, since when, their words."""

    def __init__(
        self, tasks: Sequence[Task], name: Text | str, phone: Text | str, words: list[str], files: list[str]
    ) -> None:
        self.task = tasks[0]
        self.count = len(tasks)
        self.name, self.phone, self.words, self.files = name, phone, words, files

    def text(self) -> Text:
        task = self.task
        parts: list[Text | str] = [kind_words(task.kind)]
        if task.note:
            parts.append(_note_words(task))
        if self.words:
            quoted = " / ".join(self.words)[:SHOWN_WORDS]
            parts.append(text("calls-words", words=quoted))
        if self.files:
            parts.append(text("calls-files", count=len(self.files), number=task.id))
        if task.outcome:
            parts.append(text(f"calls-outcome-{task.outcome.lower()}"))
        return text("calls-card", number=task.id, name=self.name, phone=self.phone, what=parts, when=task.created_at)

    def pictures(self) -> tuple[Picture, ...]:
        """What came with it, to look at or to hear."""
        words = text("calls-file", number=self.task.id, name=self.name)
        return tuple(Picture(name, words) for name in self.files)


def kind_words(kind: str) -> Text:
    return text(f"calls-kind-{kind.replace('_', '-')}") if kind in KNOWN else text("calls-kind-other")


def _note_words(task: Task) -> Text | str:
    return text(f"calls-hour-{task.note}") if task.note in ("morning", "afternoon", "evening") else task.note


async def cards(session: AsyncSession, house: House) -> list[Card]:
    """Everything open, one card per contact and kind."""
    groups: dict[tuple[Any, ...], list[Task]] = {}
    for task in await open_tasks(session, house.organisation_id):
        key = (task.kind, task.contact_id) if task.contact_id is not None else (task.kind, None, task.id)
        groups.setdefault(key, []).append(task)
    found = []
    for tasks in groups.values():
        name, phone = await whom(session, tasks[0])
        found.append(Card(tasks, name, phone, await words_of(session, tasks), await files_of(session, tasks)))
    return found


async def list_tasks(session: AsyncSession, house: House, actor: Actor, *, now: dt.datetime) -> Done:
    """The call list: who asked, who was never reached, who failed twice, what nobody understood."""
    require(actor, Act.TAKE_CALLS)
    found = await cards(session, house)
    data = {"tasks": [_facts(house, card) for card in found]}
    if not found:
        return Done(text("calls-none"), data)
    return Done(text("calls-list", count=len(found), lines=[card.text() for card in found]), data)


async def show_task(session: AsyncSession, house: House, actor: Actor, number: int, *, now: dt.datetime) -> Done:
    """One card of the list, with its photos and voice notes."""
    require(actor, Act.TAKE_CALLS)
    card = await card_of(session, house, number)
    return Done(card.text(), _facts(house, card), card.pictures())


async def card_of(session: AsyncSession, house: House, number: int) -> Card:
    card = next((card for card in await cards(session, house) if card.task.id == number), None)
    if card is None:
        raise refuse("calls-no-such-task", number=number)
    return card


def _facts(house: House, card: Card) -> dict[str, Any]:
    def said(words: Text | str) -> str:
        return house.catalogue.text(words, house.default_language, Channel.TELEGRAM)

    task = card.task
    return {
        "number": task.id,
        "kind": task.kind,
        "person": task.person_id,
        "name": said(card.name),
        "phone": said(card.phone),
        "note": task.note,
        "words": card.words,
        "files": card.files,
        "messages": card.count,
        "since": house.local(task.created_at).isoformat(timespec="minutes"),
        "outcome": task.outcome,
        "acknowledged": task.acknowledged_by is not None,
    }


async def task_of(session: AsyncSession, house: House, number: int) -> Task:
    task = await session.get(Task, number)
    if task is None or task.organisation_id != house.organisation_id:
        raise refuse("calls-no-such-task", number=number)
    return task


async def settle(
    session: AsyncSession, house: House, actor: Actor, number: int, letter: str, *, now: dt.datetime
) -> Done:
    """Write the outcome. P, N and F close the card and those alike; M and R keep it on the list."""
    require(actor, Act.TAKE_CALLS)
    task = await task_of(session, house, number)
    outcome = letter.strip().upper()
    if outcome not in OUTCOMES:
        raise refuse("calls-which-outcome", number=number)
    if task.closed_at is not None:
        raise refuse("calls-closed-already", number=number)
    for one in await tasks_alike(session, task):
        one.outcome = outcome
        one.acknowledged_by = one.acknowledged_by or actor.person_id
        if outcome in CLOSING:
            one.closed_at = now
    await _what_it_means(session, task, outcome)
    await _note(session, actor, "calls.outcome", task, now, outcome=outcome)
    name, _phone = await whom(session, task)
    said = text("calls-settled", number=number, name=name, outcome=text(f"calls-outcome-{outcome.lower()}"))
    return Done(said, {"task": number, "outcome": outcome, "closed": task.closed_at is not None})


async def _what_it_means(session: AsyncSession, task: Task, outcome: str) -> None:
    """A number checked by voice is theirs again; a wrong one is nobody's."""
    contact = await session.get(Contact, task.contact_id) if task.contact_id else None
    if contact is None:
        return
    if outcome == "P" and contact.reach is Reach.DOUBTFUL:
        contact.reach, contact.reach_reason = Reach.OK, ""
    if outcome == "N" and contact.channel == Channel.SMS:
        contact.reach, contact.reach_reason = Reach.INVALID, "wrong-number"
        if task.kind == "reassigned":  # someone else has it now, who agreed to nothing
            await _given_to_another(session, contact)


async def _given_to_another(session: AsyncSession, contact: Contact) -> None:
    await detach(session, contact)
    contact.reach, contact.reach_reason = Reach.OK, ""
    contact.consent, contact.stopped_kinds = Consent.NONE, ""


async def acknowledge(session: AsyncSession, house: House, actor: Actor, number: int, *, now: dt.datetime) -> Done:
    """Someone takes it: the alerts stop, the other coordinators learn who."""
    require(actor, Act.TAKE_CALLS)
    task = await task_of(session, house, number)
    name, phone = await whom(session, task)
    if task.acknowledged_by is not None and task.acknowledged_by != actor.person_id:
        other = await session.get(Person, task.acknowledged_by)
        return Done(text("calls-taken-already", name=name, who=other.name if other else "?"), {"task": number})
    first = task.acknowledged_by is None
    for one in await tasks_alike(session, task):
        one.acknowledged_by, one.alert_at = actor.person_id, None
    if first:
        await _tell_the_others(session, house, actor, task, now)
        await _note(session, actor, "calls.taken", task, now)
    return Done(text("calls-taken", number=number, name=name, phone=phone), {"task": number})


async def _tell_the_others(session: AsyncSession, house: House, actor: Actor, task: Task, now: dt.datetime) -> None:
    if task.kind != "distress":
        return
    name, _phone = await whom(session, task)
    words = text("calls-taken-by", who=actor.name or house.contact_name, name=name)
    for person in await coordinators(session, house.organisation_id):
        if person.id != actor.person_id:
            await sending.tell(session, house, person, words, now=now, how=How(kind="alert", any_hour=True))


async def answer(
    session: AsyncSession, house: House, actor: Actor, number: int, words: str, *, now: dt.datetime
) -> Done:
    """Write to the person where they wrote from, in the coordinator's name; the card is closed."""
    require(actor, Act.TAKE_CALLS)
    task = await task_of(session, house, number)
    if not words.strip():
        raise refuse("calls-answer-what", number=number)
    if len(words) > LONGEST:
        raise refuse("calls-answer-too-long", longest=LONGEST, length=len(words))
    contact = await session.get(Contact, task.contact_id) if task.contact_id else None
    if contact is None or contact.reach in (Reach.BLOCKED, Reach.NOT_STARTED, Reach.INVALID):
        raise refuse("calls-cannot-write", number=number)
    person = await session.get(Person, task.person_id) if task.person_id else None
    said = text("calls-answer", who=actor.name or house.contact_name, words=words.strip())
    await sending.write_to(session, house, contact, said, now=now, how=REPLY, person=person)
    for one in await tasks_alike(session, task):
        one.closed_at, one.outcome = now, WRITTEN
        one.acknowledged_by, one.alert_at = one.acknowledged_by or actor.person_id, None
    await _note(session, actor, "calls.answered", task, now)
    name, _phone = await whom(session, task)
    return Done(text("calls-answered", number=number, name=name), {"task": number})


async def _note(session: AsyncSession, actor: Actor, act: str, task: Task, now: dt.datetime, **details: str) -> None:
    person = await session.get(Person, task.person_id) if task.person_id else None
    await write_entry(
        session,
        act,
        now=now,
        actor=actor.signature,
        subject=person.pseudonym if person else None,
        thing="task",
        thing_id=task.id,
        **details,
    )
