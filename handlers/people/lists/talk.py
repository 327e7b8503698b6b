"""A list of people sent on Telegram: asked for, read, shown as a plan, and kept once it is confirmed.

The file itself is fetched by the machine (bot/media_job.py), which keeps no copy of it: a list of telephones has no
reason to stay. It is fetched again when the plan is confirmed, or when a question about it is answered; what was said
of it so far stands with the question.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from sqlalchemy import select

from db.contacts import Contact
from db.conversations import HandledAs, IncomingMessage, Question, StoredFile
from db.people import Person
from db.session import AsyncSession
from handlers import sending
from handlers.act import Right, permit
from handlers.acting import Acting, Refused, actor_of, refuse
from handlers.dialogue import NO, YES, Given, Talk, Unclear, dialogue
from handlers.people.lists import acts
from handlers.people.lists.acts import ListPlan
from handlers.people.lists.sheets import ListFile
from handlers.people.lists.shown import shown
from handlers.turn import Ask, QuestionKind, Reply, Start, Turn
from messages import Kind, Option, Outgoing, Text, text
from messages.reading import Step

LIST = HandledAs.LIST
NOTHING = "nothing"
OF_LISTS = QuestionKind("people.list", Step.MENU)
CONFIRM = "confirm"
SHOWN_LINES = 12
LASTS = dt.timedelta(days=1)
MOST_LINES = 2_000  # those who write meanwhile wait until it is in, a few seconds


@dataclass(frozen=True, slots=True)
class SaidOfIt:
    """What was answered about a file so far, and the plan of it that was confirmed."""

    answers: dict[str, str] = field(default_factory=dict)
    confirmed: str = ""


async def import_command(turn: Turn, rest: str) -> Reply:
    """/importer, with the file or before it."""
    if turn.person is None:
        raise refuse("access-not-allowed")
    permit(turn.acting.actor, Right.COORDINATOR)
    if not turn.incoming.media:
        return Start("import")
    if turn.incoming.kind is not Kind.DOCUMENT:
        raise refuse("people-list-not-a-file")
    turn.row.handled_as = LIST
    return text("people-list-received")


@dialogue("import", verbatim=True)
async def import_list(talk: Talk) -> Reply:
    """The file, in the next message."""
    none = (Option(NOTHING, text("people-list-none")),)
    given = await talk.ask("file", Outgoing(text("people-list-ask"), none), _file, free_text=True)
    if given == NOTHING:
        return text("people-nothing-changed")
    row = await talk.session.get_one(IncomingMessage, int(given))
    row.handled_as = LIST
    return text("people-list-received")


def _file(given: Given) -> str:
    """The number of the message that holds the file."""
    if given.value is not None:
        return given.value
    if given.incoming is None or not given.incoming.media or given.incoming.kind is not Kind.DOCUMENT:
        raise Unclear(text("people-list-not-a-file"))
    return str(given.incoming_id)


async def said_of(session: AsyncSession, file_id: int) -> SaidOfIt:
    """What the last question about this file was answered."""
    asked = select(Question).where(Question.kind == OF_LISTS.name, Question.subject_id == file_id)
    last = await session.scalar(asked.order_by(Question.id.desc()).limit(1))
    if last is None:
        return SaidOfIt()
    return SaidOfIt(dict(last.prompt.get("answers", {})), str(last.prompt.get("confirmed", "")))


@dataclass(frozen=True, slots=True)
class Next:
    """What to say of a file now. `key`: of the question it asks, "" for none; `shown`: the plan that it shows."""

    outgoing: Outgoing
    key: str = ""
    shown: str = ""


async def take_list(acting: Acting, row: IncomingMessage, file_id: int, file: ListFile | Text) -> None:
    """Show the plan of the file to whoever sent it, or keep it when they confirmed it; `file` is a sentence when it
    could not be read."""
    session = acting.session
    person = await session.get(Person, row.person_id) if row.person_id else None
    contact = await session.get(Contact, row.contact_id) if row.contact_id else None
    if person is None or contact is None:
        return
    so_far = await said_of(session, file_id)
    try:
        if isinstance(file, Text):
            raise Refused(file)
        sender = acting.as_actor(await actor_of(session, person, row.channel, contact))
        said = await _next(sender, file, so_far)
    except Refused as refused:
        said = Next(Outgoing(refused.reason))
    question = None
    if said.key:
        ask = Ask(said.outgoing, OF_LISTS, file_id, lasts=LASTS)
        question = await sending.open_question(acting, contact, person, ask, key=said.key)
        question.shown = said.shown
        question.prompt = {**question.prompt, "answers": so_far.answers}
    await sending.write_to(acting, contact, said.outgoing, options=sending.REPLY, person=person, question=question)


async def _next(acting: Acting, file: ListFile, so_far: SaidOfIt) -> Next:
    if so_far.confirmed:
        try:
            made = await acts.confirmed_plan(acting, file, so_far.answers, so_far.confirmed)
            return Next(Outgoing((await acts.import_list(acting, made)).text))
        except Refused as refused:
            if refused.reason.id != acts.CHANGED:
                raise
    return _asked(await acts.plan_list(acting, file, so_far.answers))


def _asked(made: ListPlan) -> Next:
    """The first thing that must be asked; else whether to keep the plan, when it changes anything."""
    if made.plan.questions:
        first = made.plan.questions[0]
        words = text("people-list-question", question=first.words, count=first.lines)
        return Next(Outgoing(words, first.options), first.key)
    plan = shown(made.file, made.table, made.plan, most=SHOWN_LINES, days=made.day_order or "")
    if not made.plan.changes:
        return Next(Outgoing(text("people-list-nothing", plan=plan)))
    return Next(Outgoing(text("people-list-confirm", plan=plan), (_keep(made), NO)), CONFIRM, made.fingerprint)


def _keep(made: ListPlan) -> Option:
    """The yes that says which list it keeps."""
    return Option(YES.value, text("people-list-keep", title=made.file.title or "?", count=len(made.plan.lines)))


async def _is_older(session: AsyncSession, question: Question) -> bool:
    """Whether this person has sent another file since: a yes may be meant for that one."""
    later = select(Question.id).where(
        Question.kind == OF_LISTS.name,
        Question.contact_id == question.contact_id,
        Question.subject_id > question.subject_id,
    )
    return await session.scalar(later.limit(1)) is not None


async def told_list(turn: Turn, question: Question, given: Given) -> Reply:
    """Their answer: the file is read again, with what they said of it."""
    row = await turn.session.get(StoredFile, question.subject_id)
    if row is None or (given.value == NO.value and question.key == CONFIRM):
        return text("people-nothing-changed")
    if await _is_older(turn.session, question):
        return text("people-list-older", when=question.asked_at)
    if question.key == CONFIRM:
        question.prompt = {**question.prompt, "confirmed": question.shown}
    else:
        answers = {**question.prompt.get("answers", {}), question.key: str(given.value)}
        question.prompt = {**question.prompt, "answers": answers}
    row.state, row.attempts, row.next_at = "to_fetch", 0, turn.now
    return None
