"""What people say that a human must hear: call me, a question, a cry, a voice note, words nobody understood."""

from __future__ import annotations

import datetime as dt
import re

from db.conversations import Question, Task, current_dialogue, open_questions
from db.journal import write_entry
from handlers.calls import alerts
from handlers.dialogue import Given
from handlers.heard import for_a_human, may_answer
from handlers.numbers import abroad
from handlers.turn import Ask, Said, Turn
from messages import Kind, Option, Outgoing, Text, text
from messages.keywords import Understood, fold, understand

HOURS = ("morning", "afternoon", "evening")
HOUR_ASKED = dt.timedelta(days=1)
A_TIME = re.compile(
    r"\b(\d{1,2} ?h(eures?)?( ?\d\d)?|\d{1,2} ?(am|pm)|matin|avant midi|midi|apres midi|pm|soir|soiree|fin de journee"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|n importe quand|morning|noon|afternoon|evening"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|any ?time|manana|tarde|noche"
    r"|lunes|martes|miercoles|jueves|viernes|sabado|domingo)\b"
)
LONGEST_HOUR = 7  # words, less one
MOST_LETTERS = 40
KINDS = {Kind.VOICE: "voice", Kind.STICKER: "sticker"}  # anything else is a picture or a document: "media"


async def call_keyword(turn: Turn, understood: Understood) -> Said:
    """PARLER, APPEL: on the list of people to call; who calls, from where, and, if they like, when."""
    task = await for_a_human(turn, "call", note=understood.payload, once=True)
    house = turn.house
    if task is not None:
        await _note(turn, "calls.asked", task)
    if turn.person is None and not turn.contact.shared and not await may_answer(turn):
        return None
    if task is None:
        return text("calls-already-asked", name=house.contact_name, phone=house.contact_phone)
    noted = text("calls-noted", name=house.contact_name, phone=house.contact_phone)
    if understood.payload or await current_dialogue(turn.session, turn.contact.id) is not None:
        return noted
    options = tuple(Option(hour, text(f"calls-hour-{hour}")) for hour in HOURS)
    prompt = text("calls-noted-when", name=house.contact_name, phone=house.contact_phone)
    return Ask(Outgoing(prompt, options), "calls.hour", task.id, menu=True, lasts=HOUR_ASKED)


async def told_hour(turn: Turn, question: Question, given: Given) -> Said:
    """The best hour: kept with the card, and with the person for the next time."""
    task = await turn.session.get(Task, question.subject_id)
    hour = str(given.value)
    if task is not None and task.closed_at is None:
        task.note = hour
    if turn.person is not None:
        turn.person.best_hour = hour
    return text("calls-hour-noted", hour=text(f"calls-hour-{hour}"))


async def hour_in_words(turn: Turn) -> Said:
    """ "apres 4h", "mardi matin": the best hour in their own words, while the call waits for it."""
    words = fold(turn.text)
    if not A_TIME.search(words) or words.count(" ") > LONGEST_HOUR:
        return None
    asked = [q for q in await open_questions(turn.session, turn.contact.id, turn.now) if q.topic == "calls.hour"]
    task = await turn.session.get(Task, asked[0].subject_id) if asked else None
    if task is None or task.closed_at is not None:
        return None
    hour = turn.text.strip()[:MOST_LETTERS]
    task.note = hour
    return text("calls-hour-noted", hour=hour)


async def question_keyword(turn: Turn, understood: Understood) -> Said:
    """Q and a question; Q alone asks for it."""
    if understood.payload:
        return await _question(turn)
    return Ask(Outgoing(text("calls-which-question")), "calls.question", free_text=True, lasts=HOUR_ASKED)


async def told_question(turn: Turn, question: Question, given: Given) -> Said:
    return await _question(turn)


async def _question(turn: Turn) -> Text:
    task = await for_a_human(turn, "question")
    if task is not None:
        await _note(turn, "calls.question", task)
    return text("calls-question-kept", name=turn.house.contact_name, phone=turn.house.contact_phone)


async def distress(turn: Turn) -> Said:
    """Answered at once with the numbers to call, whatever the hour; every coordinator is alerted until one takes it."""
    task = await for_a_human(turn, "distress", once=not await _acknowledged(turn))
    if task is not None:
        await _note(turn, "calls.distress", task)
        await alerts.alert(turn.session, turn.house, task, now=turn.now)
    if abroad(turn):
        return None
    house = turn.house
    if house.help_line:
        return text("calls-distress-line", line=house.help_line, name=house.contact_name, phone=house.contact_phone)
    return text("calls-distress", name=house.contact_name, phone=house.contact_phone)


async def _acknowledged(turn: Turn) -> bool:
    """Someone took the last one already: a new cry alerts again."""
    open_one = await alerts.open_distress(turn.session, turn.contact.id)
    return open_one is not None and open_one.acknowledged_by is not None


async def media(turn: Turn) -> Said:
    """A photo, a voice note, a sticker that no question waits for: kept, shown to a human, and said so."""
    kind = KINDS.get(turn.incoming.kind, "media")
    if kind == "media" and not turn.incoming.media:
        return text("calls-empty-media")
    await for_a_human(turn, kind)
    return text(f"calls-{kind}-kept", name=turn.house.contact_name, phone=turn.house.contact_phone)


async def unknown_word(turn: Turn) -> Said:
    """Not understood: the words are kept and shown to a human; the way to the menu and to a voice is given."""
    if not turn.text.strip():
        return text("calls-empty")
    if turn.coordinator:
        return text("calls-unknown-desk")
    maybe_stop = understand(turn.text).label == "maybe-stop"
    await for_a_human(turn, "maybe_stop" if maybe_stop else "unknown_word")
    return text("calls-unknown-word", name=turn.house.contact_name, phone=turn.house.contact_phone)


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
