"""What people say that a human must hear: call me, a question, a cry, a voice note, words nobody understood."""

from __future__ import annotations

import datetime as dt

from db.conversations import HandledAs, Question, Task, TaskKind, current_dialogue
from db.journal import write_entry
from db.tasks import close_tasks, open_distress
from handlers import sending
from handlers.calls import alerts, crowd
from handlers.dialogue import Given, state
from handlers.heard import for_a_human, heard_since, may_answer
from handlers.numbers import abroad
from handlers.open_questions import MEANT_ONE, last_heard
from handlers.turn import Ask, Heard, QuestionKind, Reply, Turn
from messages import Kind, Media, Option, Outgoing, Text, text
from messages.keywords import understand
from messages.reading import Step, outright
from messages.reading.details import says_a_time
from messages.reading.regrets import refuses_a_call, regrets

HOURS = ("morning", "afternoon", "evening")
HOUR_ASKED = dt.timedelta(days=1)
HOUR = QuestionKind("calls.hour", Step.MENU, aside=True, free_text=True, fits=says_a_time)
QUESTION = QuestionKind("calls.question", Step.MENU, free_text=True)
SAID_AGAIN = dt.timedelta(minutes=2)  # what is told at most once while several texts come in a row
READ_AGAIN = dt.timedelta(seconds=5)  # the pieces of one message that the phone cut get one answer
# What words obeyed after a cry ask in their turn: EFFACER, MES DONNEES, APPEL, JOINDRE; whether they stop.
ASKED_AT_THEIR_WORD = ("dialogue", "privacy.menu", "calls.hour", "people.another", "people.consent", MEANT_ONE)
NUMBERS_AGAIN = dt.timedelta(minutes=30)
MOST_LETTERS = 40
LISTS = (".csv", ".tsv", ".xlsx", ".xls", ".ods", ".vcf")
KINDS = {Kind.VOICE: TaskKind.VOICE, Kind.STICKER: TaskKind.STICKER}  # anything else is a picture or a document


async def call_meant(turn: Turn, heard: Heard) -> Reply:
    """PARLER, APPEL: on the list of people to call; who calls, from where, and, if they like, when."""
    if refuses_a_call(turn.text):
        return await _not_called(turn)
    said = heard.payload if heard.keyword is not None else ""
    task = await for_a_human(turn, TaskKind.CALL, note=said, once=True)
    installation = turn.installation
    if task is not None:
        await _note(turn, "calls.asked", task)
    if turn.person is None and not turn.contact.shared and not await may_answer(turn):
        return None
    if task is None:
        return text("calls-already-asked", name=installation.contact_name, phone=installation.contact_phone)
    noted = text("calls-noted", name=installation.contact_name, phone=installation.contact_phone)
    if said or await current_dialogue(turn.session, turn.contact.id) is not None:
        return noted
    options = tuple(Option(hour, text(f"calls-hour-{hour}")) for hour in HOURS)
    prompt = text("calls-noted-when", name=installation.contact_name, phone=installation.contact_phone)
    return Ask(Outgoing(prompt, options), HOUR, task.id, lasts=HOUR_ASKED)


async def _not_called(turn: Turn) -> Text:
    """ "appelez moi pas, textez moi": the call that was booked is called off; whoever would have made it reads why."""
    await close_tasks(turn.session, turn.contact.id, [TaskKind.CALL], turn.now)
    await for_a_human(turn, TaskKind.QUESTION)
    return text("calls-never-called", name=turn.installation.contact_name)


async def told_hour(turn: Turn, question: Question, given: Given) -> Reply:
    """The best hour: kept with the card, and with the person for the next time. Regretted, the call is called off."""
    task = await turn.session.get(Task, question.subject_id)
    if given.value is None and refuses_a_call(given.text):
        return await _not_called(turn)
    if given.value is None and regrets(given.text):
        if task is not None and task.closed_at is None:
            task.closed_at = turn.now
        return text("calls-not-called")
    if given.value is None:  # "apres 4h", "mardi matin", "nimporte quand": their own words
        hour = given.text.strip()[:MOST_LETTERS]
        if task is not None and task.closed_at is None:
            task.note = hour
        return text("calls-hour-noted", hour=hour)
    hour = str(given.value)
    if task is not None and task.closed_at is None:
        task.note = hour
    if turn.person is not None:
        turn.person.best_hour = hour
    return text("calls-hour-noted", hour=text(f"calls-hour-{hour}"))


async def question_keyword(turn: Turn, heard: Heard) -> Reply:
    """Q and a question; Q alone asks for it."""
    if heard.payload:
        return await _question(turn)
    return Ask(Outgoing(text("calls-which-question")), QUESTION, lasts=HOUR_ASKED)


async def told_question(turn: Turn, question: Question, given: Given) -> Reply:
    return await _question(turn)


async def _question(turn: Turn) -> Text:
    task = await for_a_human(turn, TaskKind.QUESTION)
    if task is not None:
        await _note(turn, "calls.question", task)
    return text("calls-question-kept", name=turn.installation.contact_name, phone=turn.installation.contact_phone)


async def distress_meant(turn: Turn, heard: Heard) -> Reply:
    """Answered at once with the numbers to call, whatever the hour; every coordinator is alerted until one takes it.

    Nothing is answered on a phone that someone else reads: the alert says so. Another one soon after is read with the
    first, unless it says a danger: then the numbers come back and the
    coordinators are alerted again, each time. What was under way waits: no question of a meeting or of money is taken
    by what they write next.
    """
    lately = await heard_since(turn, [HandledAs.DISTRESS], turn.now - NUMBERS_AGAIN)
    waiting = await open_distress(turn.session, turn.contact.id)
    says_danger = bool(heard.slots.risks) or any(outright.says(said, turn.text) for said in outright.CRIES)
    if lately and waiting is not None and not says_danger:
        return await in_care(turn, sad=not await _said_again(turn))
    task = await for_a_human(turn, TaskKind.DISTRESS)
    dialogue = await current_dialogue(turn.session, turn.contact.id)
    if dialogue is not None:
        await state.set_aside(turn.acting, dialogue)
    answered = not abroad(turn) and not await alerts.is_watched(turn.session, turn.contact.id)
    if answered:  # before the alerts: where one text leaves each second, each of them would be a second more
        await sending.reply(turn, _numbers_to_call(turn, heard))
    if task is not None and waiting is not None and waiting.acknowledged_by is None:
        _joins(task, waiting)
        if says_danger and not await _said_again(turn):
            await alerts.alert(turn.acting, waiting)
    elif task is not None:  # the first, or someone took the last one already: a new cry alerts again
        await _note(turn, "calls.distress", task)
        await crowd.alert(turn.acting, task)
    return [] if answered else None


def _numbers_to_call(turn: Turn, heard: Heard) -> Text:
    installation = turn.installation
    human = {"name": installation.contact_name, "phone": installation.contact_phone}
    if "violence" in heard.slots.risks or outright.says(outright.CRY_OF_VIOLENCE, turn.text):
        return text("calls-distress-violence", **human)
    id = "calls-distress-tonight" if "tonight" in heard.slots.risks else "calls-distress"
    if not heard.slots.risks and outright.needs_bread_or_heat(turn.text):
        id = "calls-distress-needs"
    return text(id, line=installation.help_line or "no", **human)


async def in_care(turn: Turn, *, sad: bool = False) -> Reply:
    """Someone in distress writes on: it is added to the card that the humans have, and they learn that it is read.

    `sad`: a cry in its own words, which is answered however soon it comes.
    """
    task = await open_distress(turn.session, turn.contact.id)
    if task is None:
        return None
    more = await for_a_human(turn, TaskKind.DISTRESS)
    if more is not None:
        await _goes_on(turn, more, task)
    if task.acknowledged_by is None and (task.alert_at is None or task.alert_at > turn.now + alerts.AGAIN / 2):
        task.alert_at = turn.now + alerts.AGAIN / 2  # they write on, and nobody took it: sooner
    if await alerts.is_watched(turn.session, turn.contact.id):
        return None
    if not sad and await heard_since(turn, [HandledAs.CARE, HandledAs.DISTRESS], turn.now - READ_AGAIN):
        turn.row.handled_as = HandledAs.HELD  # not an answer: silence lasts no longer than the delay
        return None
    needs = outright.needs_bread_or_heat(turn.text)
    return text("calls-in-care-needs" if needs else "calls-in-care", name=turn.installation.contact_name)


async def asked_in_care(turn: Turn, question: Question) -> bool:
    """Whether it was asked since the cry, by what they wrote: not by the hour, of a meeting or of money."""
    task = await open_distress(turn.session, turn.contact.id)
    return task is not None and question.asked_at >= task.created_at and question.kind in ASKED_AT_THEIR_WORD


async def _said_again(turn: Turn) -> bool:
    """The same words as the last ones: a finger that slipped, or a phone that sends twice."""
    before = await last_heard(turn)
    return before is not None and before.text == turn.text and before.received_at > turn.now - SAID_AGAIN


def _joins(task: Task, waiting: Task) -> None:
    """More words of someone whom the coordinators know of: the same alerts go on for both."""
    task.alert_at, task.told_at, task.emergency_at = waiting.alert_at, waiting.told_at, waiting.emergency_at


async def _goes_on(turn: Turn, task: Task, waiting: Task) -> None:
    """Whoever took it learns that they write on; nobody else is woken for it."""
    _joins(task, waiting)
    if waiting.acknowledged_by is None:
        return
    task.acknowledged_by, task.alert_at, task.told_at = waiting.acknowledged_by, None, turn.now
    if not await heard_since(turn, [HandledAs.CARE], turn.now - SAID_AGAIN):
        await alerts.tell_who_took_it(turn.acting, task)


async def media(turn: Turn) -> Reply:
    """A photo, a voice note, a sticker that no question waits for: kept, shown to a human, and said so."""
    if turn.coordinator and turn.incoming.kind is Kind.DOCUMENT and any(map(_is_a_list, turn.incoming.media)):
        turn.row.handled_as = HandledAs.LIST  # as behind /importer: its plan is shown, and nothing is kept before a yes
        return text("people-list-received")
    kind = KINDS.get(turn.incoming.kind, TaskKind.MEDIA)
    if kind is TaskKind.MEDIA and not turn.incoming.media:
        return text("calls-empty-media")
    await for_a_human(turn, kind)
    return text(f"calls-{kind.value}-kept", name=turn.installation.contact_name, phone=turn.installation.contact_phone)


def _is_a_list(file: Media) -> bool:
    return file.title.casefold().endswith(LISTS)


async def not_understood(turn: Turn) -> Reply:
    """The words are kept and shown to a human; the way to the menu and to a voice is given."""
    if not turn.text.strip():
        return text("calls-empty")
    if turn.coordinator:
        return text("calls-unknown-desk")
    maybe_stop = understand(turn.text).label == "maybe-stop"
    await for_a_human(turn, TaskKind.MAYBE_STOP if maybe_stop else TaskKind.UNKNOWN_WORD)
    return text("calls-unknown-word", name=turn.installation.contact_name, phone=turn.installation.contact_phone)


async def _note(turn: Turn, act: str, task: Task) -> None:
    pseudonym = turn.person.pseudonym if turn.person is not None else None
    await write_entry(
        turn.session,
        act,
        now=turn.now,
        actor=f"person:{pseudonym}" if pseudonym else "system",
        subject=pseudonym,
        thing="task",
        thing_id=task.id,
        channel=turn.contact.channel,
    )
