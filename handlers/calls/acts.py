"""What coordinators do with what waits for them: see it, take it, answer it, say in one letter what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from db import message_kinds
from db.consent import standing_consent
from db.contacts import Contact, Reach, attach, people_at
from db.conversations import Task, TaskKind
from db.deliveries import Priority
from db.leaving import changes_hands
from db.people import Person
from db.tasks import files_of, open_tasks, tasks_alike, tasks_closed_with, understood_of, words_of
from handlers import sending
from handlers.act import Writes, act, act_on
from handlers.acting import Acting, ActResult, Picture, Refused, refuse
from handlers.addresses import tell_gone
from handlers.calls.alerts import whom
from handlers.calls.files import held_of
from handlers.installation import Installation
from handlers.own_words import as_written
from handlers.sending import SendOptions
from handlers.things import TASK
from handlers.turn import Ask, Piece, QuestionKind
from messages import Channel, Option, Outgoing, Text, text
from messages.reading import Meaning, Step

# The outcome of a call, in one letter: spoke, message left, to call back, wrong number, closed without a call.
CLOSING = ("P", "N", "F")
OPEN = ("M", "R")
OUTCOMES = ("P", "M", "R", "N", "F")
WRITTEN = "E"  # answered in writing
FETCH = "V"  # no outcome: what a stranger sent is to be seen
MISREAD = "X"  # no outcome: their words mean something else
LONGEST = 600
SHOWN_WORDS = 300
OUTCOME = QuestionKind("calls.outcome", Step.MENU, standing=True)
UNSURE = QuestionKind("calls.unknown", Step.MENU, standing=True)
REPLY = SendOptions(message_kinds.WRITTEN, priority=Priority.REPLY, any_consent=True)
TAKEN = SendOptions(message_kinds.ALERT, any_hour=True)
AT_ONCE = 5
# Messages that perhaps arrived: sent again, at the risk of twice, or left.
UNKNOWN = TaskKind.DELIVERY_UNKNOWN
AGAIN, LEAVE = "again", "leave"
UNKNOWN_OPTIONS = (Option(AGAIN, text("calls-option-again")), Option(LEAVE, text("calls-option-leave")))


def quoted(words: Sequence[str]) -> str:
    """Their first words, then the latest, as many as can be shown; "…" stands for those between."""
    first, latest, room = words[0][:SHOWN_WORDS], list[str](), SHOWN_WORDS - len(words[0])
    for one in reversed(words[1:]):
        room -= len(one) + 3
        if room < 0:
            break
        latest.insert(0, one)
    between = ["…"] if len(latest) < len(words) - 1 else []
    return " / ".join([first, *between, *latest])


class Card:
    """One thing to look at, with those alike: who, where to call, what, since when, their words."""

    def __init__(
        self,
        tasks: Sequence[Task],
        name: Text | str,
        phone: Text | str,
        words: list[str],
        files: list[str],
        reading: str = "",
        held: int = 0,
    ) -> None:
        self.task = tasks[0]
        self.count = len(tasks)
        self.name, self.phone, self.words, self.files = name, phone, words, files
        self.held = held  # files of a stranger, that nobody asked for yet
        self.understood = [Meaning(one) for one in reading.split(" + ") if one not in ("", Meaning.UNKNOWN)]

    def text(self) -> Text:
        task = self.task
        parts: list[Text | str] = [kind_words(task.kind)]
        if task.note:
            parts.append(note_words(task))
        if self.words:
            parts.append(text("calls-words", words=quoted(self.words)))
        if self.words and self.understood:
            parts.append(understood_words(task.kind, len(self.words), meanings_of(" + ".join(self.understood))))
        if self.files:
            parts.append(text("calls-files", count=len(self.files), number=task.id))
        if self.held:
            parts.append(text("calls-files-held", count=self.held, number=task.id))
        if task.emergency_at is not None:
            parts.append(text("calls-emergency-told", when=task.emergency_at))
        if task.outcome:
            parts.append(text(f"calls-outcome-{task.outcome.lower()}"))
        return text("calls-card", number=task.id, name=self.name, phone=self.phone, what=parts, when=task.created_at)

    def pictures(self) -> tuple[Picture, ...]:
        """What came with it, to look at or to hear."""
        words = text("calls-file", number=self.task.id, name=self.name)
        return tuple(Picture(name, words) for name in self.files)


def meanings_of(reading: str) -> list[Text]:
    """What was read, in words ("absent + comment")."""
    return [text(f"reading-{one}") for one in reading.split(" + ") if one not in ("", Meaning.UNKNOWN)]


def understood_words(kind: TaskKind, messages: int, meanings: list[Text]) -> Text:
    """What is read in their words, and in which of several messages."""
    which = "" if messages == 1 else "-first" if kind is TaskKind.DISTRESS else "-last"
    return text(f"calls-understood{which}", meanings=meanings)


def kind_words(kind: TaskKind) -> Text:
    return text(f"calls-kind-{kind.value.replace('_', '-')}")


def note_words(task: Task) -> Text | str:
    return text(f"calls-hour-{task.note}") if task.note in ("morning", "afternoon", "evening") else task.note


async def cards(acting: Acting) -> list[Card]:
    """Everything open that this actor may look at, one card per contact and kind."""
    visible = set(
        await acting.session.scalars(TASK.visible(acting).with_only_columns(Task.id).where(Task.closed_at.is_(None)))
    )
    groups: dict[tuple[Any, ...], list[Task]] = {}
    for task in await open_tasks(acting.session, acting.organisation_id):
        if task.id in visible:
            key = (task.kind, task.contact_id) if task.contact_id is not None else (task.kind, None, task.id)
            groups.setdefault(key, []).append(task)
    found = []
    for tasks in groups.values():
        name, phone = await whom(acting.session, tasks[0])
        words, files = await words_of(acting.session, tasks), await files_of(acting.session, tasks)
        reading = await understood_of(acting.session, tasks)
        found.append(Card(tasks, name, phone, words, files, reading, await held_of(acting, tasks)))
    return found


@act("calls.list", twin="call-list")
async def list_tasks(acting: Acting) -> ActResult:
    """The call list: who asked, who was never reached, who failed twice, what nobody understood."""
    found = await cards(acting)
    data = {"tasks": [_facts(acting.installation, card) for card in found]}
    if not found:
        return ActResult(text("calls-none"), data)
    chat: list[Piece] = [ask_of(card) for card in found[:AT_ONCE]]
    if len(found) > AT_ONCE:
        chat.append(text("calls-more", count=len(found) - AT_ONCE))
    said = text("calls-list", count=len(found), lines=[card.text() for card in found])
    shows = tuple(card.task.person_id for card in found if card.task.person_id is not None)
    return ActResult(said, data, chat=tuple(chat), shows=shows)


@act_on(TASK, "calls.show", for_oneself=True, twin="call-list")
async def show_task(acting: Acting, task: Task) -> ActResult:
    """One card of the list, with its photos and voice notes."""
    card = next((card for card in await cards(acting) if card.task.id == task.id), None)
    if card is None:
        raise await closed(acting, task)
    return ActResult(card.text(), _facts(acting.installation, card), card.pictures(), chat=(ask_of(card),))


def ask_of(card: Card) -> Ask:
    """The card with its buttons, as a chat shows it."""
    if card.task.kind is UNKNOWN:
        return Ask(Outgoing(card.text(), UNKNOWN_OPTIONS), UNSURE, card.task.id)
    options = tuple(Option(letter, text(f"calls-outcome-{letter.lower()}")) for letter in OUTCOMES)
    if card.held:
        options += (Option(FETCH, text("calls-option-fetch")),)
    if card.words and card.task.person_id is not None:
        options += (Option(MISREAD, text("calls-option-misread")),)
    return Ask(Outgoing(card.text(), options), OUTCOME, card.task.id)


def _facts(installation: Installation, card: Card) -> dict[str, Any]:
    def said(words: Text | str) -> str:
        return installation.catalogue.text(words, installation.default_language, Channel.TELEGRAM)

    task = card.task
    return {
        "number": task.id,
        "kind": task.kind,
        "person": task.person_id,
        "name": said(card.name),
        "phone": said(card.phone),
        "note": task.note,
        "words": card.words,
        "understood": [meaning.value for meaning in card.understood],
        "files": card.files,
        "files_held": card.held,
        "messages": card.count,
        "since": installation.local(task.created_at).isoformat(timespec="minutes"),
        "outcome": task.outcome,
        "acknowledged": task.acknowledged_by is not None,
    }


@act_on(
    TASK,
    "calls.settle",
    entry="calls.outcome",
    for_oneself=True,
    undone_by="calls.right_number",
    twin="call-list",
)
async def settle(acting: Acting, task: Task, letter: str) -> ActResult:
    """The outcome of a call. P, N and F close the card and those alike; M and R keep it on the list."""
    outcome = letter.strip().upper()
    if outcome not in OUTCOMES:
        raise refuse("calls-which-outcome", number=task.id)
    if task.closed_at is not None:
        raise await closed(acting, task)
    for one in await tasks_alike(acting.session, task):
        one.outcome = outcome
        one.acknowledged_by = one.acknowledged_by or acting.actor.person_id
        if outcome in CLOSING:
            one.closed_at = acting.now
    await _what_it_means(acting, task, outcome)
    name, _phone = await whom(acting.session, task)
    id = "calls-settled" if task.closed_at is None else "calls-settled-closed"
    said = text(id, number=task.id, name=name, outcome=text(f"calls-outcome-{outcome.lower()}"))
    data = {"task": task.id, "outcome": outcome, "closed": task.closed_at is not None}
    return ActResult(said, data, noted={"outcome": outcome})


async def closed(acting: Acting, task: Task) -> Refused:
    """What became of a card that is on the list no more, and how it comes back."""
    if task.closed_at is None:
        return refuse("calls-no-such-task", number=task.id)
    if not task.outcome:
        return refuse("calls-closed-already", number=task.id)
    name, _phone = await whom(acting.session, task)
    became, day = text(f"calls-outcome-{task.outcome.lower()}"), acting.installation.local(task.closed_at).date()
    return refuse("calls-closed-as", number=task.id, name=name, outcome=became, date=day)


async def _what_it_means(acting: Acting, task: Task, outcome: str) -> None:
    """A number checked by voice is theirs again; a wrong one is nobody's."""
    contact = await acting.session.get(Contact, task.contact_id) if task.contact_id else None
    if contact is None:
        return
    if outcome == "P" and contact.reach is Reach.DOUBTFUL:
        contact.reach, contact.reach_reason = Reach.OK, ""
    if outcome == "N" and contact.channel == Channel.SMS:
        contact.reach, contact.reach_reason = Reach.INVALID, "wrong-number"
        if task.kind is TaskKind.REASSIGNED:  # someone else has it now, who agreed to nothing
            for person in await changes_hands(acting.session, contact, acting.now):
                await tell_gone(acting, person, contact)


@act_on(
    TASK,
    "calls.right_number",
    entry="calls.right_number",
    for_oneself=True,
    undone_by="calls.settle",
    twin="call-list --right-number",
)
async def right_number(acting: Acting, task: Task) -> ActResult:
    """A card closed by mistake is on the list again; a number said to be wrong is the person's again, as it was."""
    if task.closed_at is None:
        raise refuse("calls-not-closed", number=task.id)
    theirs_again = task.outcome == "N" and await _theirs_again(acting, task)
    for one in await tasks_closed_with(acting.session, task):
        one.outcome, one.closed_at = "", None
    name, phone = await whom(acting.session, task)
    if theirs_again:
        return ActResult(text("calls-number-right", number=task.id, name=name, phone=phone), {"task": task.id})
    shown = (await tasks_alike(acting.session, task))[0].id  # the list shows those alike as one, by the first of them
    return ActResult(text("calls-reopened", number=shown, name=name), {"task": task.id}, entry="calls.reopened")


async def _theirs_again(acting: Acting, task: Task) -> bool:
    """Undo what "wrong number" did; False when it did nothing, as to a number that is only called."""
    contact = await acting.session.get(Contact, task.contact_id) if task.contact_id else None
    person = await acting.session.get(Person, task.person_id) if task.person_id else None
    if contact is None:
        return False
    if contact.reach is Reach.INVALID:
        contact.reach, contact.reach_reason = Reach.OK, ""
        return True
    if person is None or await people_at(acting.session, contact.id):
        return False
    await attach(acting.session, contact, person, acting.now)
    contact.consent = await standing_consent(acting.session, contact.id)
    return True


@act_on(TASK, "calls.take", entry="calls.taken", for_oneself=True, final="someone looks at it", twin="call-list --take")
async def acknowledge(acting: Acting, task: Task) -> ActResult:
    """Someone takes it: the alerts stop, the other coordinators learn who."""
    name, phone = await whom(acting.session, task)
    if task.acknowledged_by is not None and task.acknowledged_by != acting.actor.person_id:
        other = await acting.session.get(Person, task.acknowledged_by)
        said = text("calls-taken-already", name=name, who=other.name if other else "?")
        return ActResult(said, {"task": task.id}, entry="")
    first = task.acknowledged_by is None
    for one in await tasks_alike(acting.session, task):
        one.acknowledged_by, one.alert_at = acting.actor.person_id, None
    if first and task.kind is TaskKind.DISTRESS:
        who = acting.actor.name or acting.installation.contact_name
        await sending.tell_concerned(acting, TASK, task, text("calls-taken-by", who=who, name=name), options=TAKEN)
    said = text("calls-taken", number=task.id, name=name, phone=phone)
    return ActResult(said, {"task": task.id}, entry=None if first else "")


@act_on(
    TASK,
    "calls.answer",
    entry="calls.answered",
    writes=Writes.CONCERNED,
    for_oneself=True,
    final="the person has read it",
    twin="call-list --answer",
)
async def answer(acting: Acting, task: Task, words: str) -> ActResult:
    """Words to the person where they wrote from, in the coordinator's name; the card is closed."""
    if not words.strip():
        raise refuse("calls-answer-what", number=task.id)
    if len(words) > LONGEST:
        raise refuse("calls-answer-too-long", longest=LONGEST, length=len(words))
    contact = await acting.session.get(Contact, task.contact_id) if task.contact_id else None
    if contact is None or contact.reach in (Reach.BLOCKED, Reach.NOT_STARTED, Reach.INVALID):
        raise refuse("calls-cannot-write", number=task.id)
    person = await acting.session.get(Person, task.person_id) if task.person_id else None
    said = text("calls-answer", who=acting.actor.name or acting.installation.contact_name, words=words.strip())
    await sending.write_to(acting, contact, said, options=REPLY, person=person)
    for one in await tasks_alike(acting.session, task):
        one.closed_at, one.outcome = acting.now, WRITTEN
        one.acknowledged_by, one.alert_at = one.acknowledged_by or acting.actor.person_id, None
    name, _phone = await whom(acting.session, task)
    said = text("calls-answered", number=task.id, name=name)
    return ActResult(await as_written(acting, person, said) if person is not None else said, {"task": task.id})
