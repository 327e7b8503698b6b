"""Words that may be a cry or a way of speaking: the numbers are given, they are asked how they are, a person reads it.

Nobody is woken for it unless they say that they are not well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.conversations import HandledAs, IncomingMessage, Question, QuestionState, TaskKind
from db.tasks import close_tasks
from handlers import open_questions as asked
from handlers.dialogue import Given
from handlers.heard import for_a_human
from handlers.numbers import abroad
from handlers.turn import Ask, Heard, QuestionKind, Reply
from messages import Option, Outgoing, Text, text
from messages.reading import Meaning, ReadingDecision, Step, as_meant
from messages.reading.addressed import for_the_table
from messages.reading.second_thoughts import asks_to_be_left

if TYPE_CHECKING:
    from handlers.router.exchange import Exchange

CARE = QuestionKind(asked.CARE, Step.STOP_ASKED, {"well": Meaning.YES, "not": Meaning.NO}, aside=True)
STOP = "stop"
# What needs nothing done once they say that they are well.
ONLY_TALK = frozenset({Meaning.SMALLTALK, Meaning.THANKS, Meaning.UNKNOWN, Meaning.REACTION, Meaning.QUESTION})


async def ask(exchange: Exchange, decision: ReadingDecision) -> Reply:
    """The numbers and one question; a coordinator has their words in the list of the day."""
    turn = exchange.turn
    await for_a_human(turn, TaskKind.UNKNOWN_WORD)
    if abroad(turn):
        return None
    turn.row.handled_as, turn.danger = HandledAs.ASKED, True
    step = (await exchange.seen()).context.step
    plain = next((one for one in decision.options if Meaning.DISTRESS not in one.meanings), None)
    kept = {"readings": [[str(one) for one in plain.meanings] if plain is not None else []], "step": step.value}
    name, line = turn.installation.contact_name, turn.installation.help_line or "no"
    options = [Option("well", text("router-care-well")), Option("not", text("router-care-not"))]
    if asks_to_be_left(turn.text):
        options.append(Option(STOP, text("router-care-stop")))
    return Ask(Outgoing(text("router-care", name=name, line=line), tuple(options)), CARE, turn.row.id, kept=kept)


async def told(exchange: Exchange, question: Question, given: Given) -> Reply:
    """Well: their words are taken for what else they say, and a person reads them as was said. Not well: a cry. No more
    messages: a stop, and their words stay in the list of the day."""
    turn = exchange.turn
    before = await turn.session.get(IncomingMessage, question.subject_id) if question.subject_id else None
    if before is None or given.value is None:
        return text("router-stale-button")
    question.state, question.answered_at = QuestionState.ANSWERED, turn.now
    if given.value == STOP:
        turn.row.handled_as = HandledAs.STOP
        return await exchange.hear(turn, Heard(Meaning.STOP, turn.text))
    meanings = tuple(Meaning(name) for name in question.prompt["readings"][0])
    exchange.goes_on_with(before)
    if given.value == "not":
        turn.danger = True
        turn.row.handled_as, turn.row.reading = HandledAs.DISTRESS, Meaning.DISTRESS.value
        reading = as_meant(before.text, (Meaning.DISTRESS,), Step(question.prompt["step"]))
        return await exchange.hear(turn, Heard(Meaning.DISTRESS, before.text, reading.slots))
    if for_the_table(before.text):  # they said for whom: shown back, and read for a plain yes alone
        return await _offered_back(exchange, question)
    glad, of_the_table = _glad(exchange, meanings), Meaning.COMMENT in meanings
    meanings = tuple(meaning for meaning in meanings if meaning is not Meaning.COMMENT)
    turn.row.reading = " + ".join(meanings)
    if set(meanings) <= ONLY_TALK:
        return await exchange.then_back([glad])
    if of_the_table:
        await exchange.say(glad)
    turn.row.handled_as = HandledAs.MEANT
    return await exchange.perform(as_meant(before.text, meanings, Step(question.prompt["step"])))


async def _offered_back(exchange: Exchange, question: Question) -> Reply:
    turn = exchange.turn
    await close_tasks(turn.session, turn.contact.id, [TaskKind.UNKNOWN_WORD], turn.now)  # the table reads them instead
    await exchange.say(_glad(exchange, ()))
    turn.row.handled_as, turn.row.reading = HandledAs.MEANT, Meaning.COMMENT.value
    return await exchange.perform(as_meant(turn.text, (Meaning.COMMENT,), Step(question.prompt["step"])))


def _glad(exchange: Exchange, meanings: tuple[Meaning, ...]) -> Text:
    """Words that worried a reader are never read at the table for a "1"."""
    house = exchange.turn.installation
    if Meaning.COMMENT in meanings:
        return text("router-care-not-for-the-table")
    return text("router-care-glad", name=house.contact_name, phone=house.contact_phone)
