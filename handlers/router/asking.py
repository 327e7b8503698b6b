"""When it is not clear what is meant: asked with the readings that compete, asked once more; then a person reads it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from db.conversations import HandledAs, IncomingMessage, Question, QuestionState, TaskKind
from db.tasks import close_tasks
from handlers import open_questions as asked
from handlers import sending
from handlers.dialogue import Given
from handlers.heard import for_a_human
from handlers.router import care, guards
from handlers.router.doubts import NONE, OF_WORDS
from handlers.turn import Ask, Heard, QuestionKind, Reply, pieces_of
from messages import Option, Outgoing, Text, text
from messages.reading import Meaning, Reading, ReadingDecision, Step, as_meant
from messages.reading.second_thoughts import (
    speaks_of_taking_back,
    without_absence,
)

if TYPE_CHECKING:
    from handlers.router.exchange import Exchange

MEANT = QuestionKind(asked.MEANT, Step.MENU, {"none": Meaning.NO})
MEANT_ONE = QuestionKind(asked.MEANT_ONE, Step.STOP_ASKED, {"0": Meaning.YES, "none": Meaning.NO})
KINDS = (MEANT, MEANT_ONE, care.CARE)
MOST = 3
# Nothing that a person could choose.
NOT_OFFERED = frozenset(
    {
        Meaning.UNKNOWN, Meaning.NUMBER, Meaning.REACTION, Meaning.AUTO_REPLY, Meaning.DISTRESS, Meaning.SMALLTALK,
        Meaning.THANKS,
    }
)  # fmt: skip
# What answers a question, and means nothing to a person where none of it can be answered.
OF_A_QUESTION = frozenset({Meaning.YES, Meaning.NO, Meaning.AMOUNT, Meaning.KM, Meaning.END, Meaning.NAME})
ORDER = {Meaning.YES: 0, Meaning.NO: 1}
LIKELY = 0.05  # beside their words, what is less likely only makes the list longer
NOTHING = {"yes to nothing": Meaning.COMING, "no to nothing": Meaning.ABSENT}
SAID = {Step.SAID_COMING: Meaning.COMING, Step.SAID_ABSENT: Meaning.ABSENT}
PRESENCE = frozenset({Meaning.COMING, Meaning.ABSENT, Meaning.MAYBE})


async def ask(exchange: Exchange, decision: ReadingDecision) -> Reply:
    """One question that holds the readings; the digits of its list, and nothing else, answer it."""
    turn, seen = exchange.turn, await exchange.seen()
    step, answers = seen.context.step, set(seen.context.options.values())
    if seen.last is not None and not await asked.read_last(turn, seen.last):
        answers = set()  # "yes" to what they read long ago is no choice
    no_answer = (OF_A_QUESTION - answers) | NOT_OFFERED
    offered = _each_once([_one_thing(one) for one in decision.options if not no_answer & set(one.meanings)])[:MOST]
    if step in OF_WORDS and offered and offered[0].first is Meaning.STOP:
        return await _stop_first(exchange, offered[0], step)
    if step in OF_WORDS and not speaks_of_taking_back(turn.text):
        offered = [one for one in offered if not one.has(Meaning.WITHDRAW)]
    if step in OF_WORDS and (back := next((one for one in offered if one.has(Meaning.WITHDRAW)), None)) is not None:
        return _withdrawal_first(exchange, back, step)
    if step in OF_WORDS:  # their words have the same digit each time, whatever else it could be
        mine = next((one for one in offered if one.has(Meaning.COMMENT)), None)
        mine = mine or as_meant(turn.text, (Meaning.COMMENT,), step)
        others = [one for one in offered if not one.has(Meaning.COMMENT) and one.confidence >= LIKELY]
        offered = [mine] if decision.reading.slots.digits else [mine, *others][:MOST]
    offered = _in_their_order(_with_the_contrary(offered, turn.text, step))
    if not offered or (decision.reading.why in NOTHING and step not in OF_WORDS):
        return await _nothing_to_offer(exchange, decision)
    turn.row.handled_as = HandledAs.ASKED
    if any(reading.has(Meaning.STOP) for reading in offered):
        await _may_stop(exchange)
    kept = {"readings": [list(reading.meanings) for reading in offered], "step": step.value}
    if len(offered) == 1:
        options = (Option("0", text("dialogue-yes")), Option(NONE, text("dialogue-no")))
        return Ask(Outgoing(_one_prompt(offered[0], step), options), MEANT_ONE, turn.row.id, kept=kept)
    labels = [Option(str(place), _label(reading, step)) for place, reading in enumerate(offered)]
    labels.append(Option(NONE, text("reading-unknown")))
    prompt = text("reading-asks-in-words" if step in OF_WORDS else "reading-asks")
    return Ask(Outgoing(prompt, tuple(labels)), MEANT, turn.row.id, kept=kept)


def _one_thing(reading: Reading) -> Reading:
    """A stop is offered alone: whoever says yes to it wants nothing else settled in the same word."""
    return replace(reading, meanings=(Meaning.STOP,)) if reading.has(Meaning.STOP) else reading


def _each_once(offered: list[Reading]) -> list[Reading]:
    kept: list[Reading] = []
    for one in offered:
        if all(one.meanings != other.meanings for other in kept):
            kept.append(one)
    return kept


async def _stop_first(exchange: Exchange, stop: Reading, step: Step) -> Reply:
    """Words that may stop everything, in the middle of words for the table: never "1 yes, keep these words"."""
    await _may_stop(exchange)
    labels = text("reading-stop-all"), text("reading-keep-words")
    return _or_their_words(exchange, stop, step, text("reading-asks-stop"), labels)


def _or_their_words(exchange: Exchange, other: Reading, step: Step, prompt: Text, labels: tuple[Text, Text]) -> Ask:
    """The other reading first, then their words for the table, then neither."""
    mine = as_meant(exchange.turn.text, (Meaning.COMMENT,), step)
    kept = {"readings": [list(other.meanings), list(mine.meanings)], "step": step.value}
    options = Option("0", labels[0]), Option("1", labels[1]), Option(NONE, text("reading-unknown"))
    return Ask(Outgoing(prompt, options), MEANT, exchange.turn.row.id, kept=kept)


async def _may_stop(exchange: Exchange) -> None:
    exchange.turn.row.handled_as = HandledAs.ASKED
    exchange.turn.contact.hold = True  # broadcasts wait while someone may want to stop
    await for_a_human(exchange.turn, TaskKind.MAYBE_STOP, once=True)


def _with_the_contrary(offered: list[Reading], words: str, step: Step) -> list[Reading]:
    """Never "you had said that you do not come; is it changed: you do not come?": the contrary is offered beside."""
    said = SAID.get(step)
    if len(offered) != 1 or offered[0].meanings != (said,):
        return offered
    other = Meaning.COMING if said is Meaning.ABSENT else Meaning.ABSENT
    return [*offered, as_meant(words, (other,), step)]


def _in_their_order(offered: list[Reading]) -> list[Reading]:
    """Yes then no: what has a digit everywhere keeps it here, whichever is the likelier."""
    answers = [one for one in offered if one.meanings[0] in ORDER]
    if len(answers) < 2:
        return offered
    return [*sorted(answers, key=lambda one: ORDER[one.first]), *(one for one in offered if one not in answers)]


def _withdrawal_first(exchange: Exchange, back: Reading, step: Step) -> Reply:
    """Words that may take the others back: never "1 yes, keep these words" to someone who wants them gone."""
    exchange.turn.row.handled_as = HandledAs.ASKED
    labels = text("reading-take-back"), text("reading-keep-all")
    return _or_their_words(exchange, back, step, text("reading-asks-take-back"), labels)


def _one_prompt(reading: Reading, step: Step) -> Text:
    if step in OF_WORDS and reading.first is Meaning.COMMENT:
        return text("reading-asks-in-words")
    if step in SAID and reading.first in PRESENCE:
        return text("reading-asks-changed", before=text(f"reading-{SAID[step]}"), now=_label(reading, step))
    return text("reading-asks-one", meaning=_label(reading, step))


def _label(reading: Reading, step: Step) -> Text:
    if step in OF_WORDS and reading.first is Meaning.COMMENT:
        return text("reading-my-words")
    first, *others = [text(f"reading-{meaning.value}") for meaning in reading.meanings]
    return text("reading-and", first=first, second=others[0]) if others else first


async def _nothing_to_offer(exchange: Exchange, decision: ReadingDecision) -> Reply:
    """A yes that no question waits for may be for a meeting: of which, is asked. A stray digit is asked about."""
    if (meaning := NOTHING.get(decision.reading.why)) is not None:
        said = await exchange.hear(exchange.turn, Heard(meaning, exchange.turn.text))
        if said is not None:
            exchange.turn.row.handled_as = HandledAs.ASKED
            return said
    return await unclear(exchange)


async def keep_without_a_name(exchange: Exchange, question: Question, value: str) -> Reply:
    """The wish first: the words are read back with it."""
    await exchange.say(await exchange.hear(exchange.turn, Heard(Meaning.NAMELESS, exchange.turn.text)))
    return await exchange.answer(question, exchange.given(value))


async def told_meant(exchange: Exchange, question: Question, given: Given) -> Reply:
    """The reading that was chosen is done, with the words of the message that it is about. Else a person reads it."""
    if question.kind == care.CARE.name:
        return await care.told(exchange, question, given)
    turn = exchange.turn
    question.state, question.answered_at = QuestionState.ANSWERED, turn.now
    before = await turn.session.get(IncomingMessage, question.subject_id)
    if before is None or given.value is None:
        return text("router-stale-button")
    chosen = None if given.value == NONE else [Meaning(name) for name in question.prompt["readings"][int(given.value)]]
    offered_stop = any(Meaning.STOP in names for names in question.prompt["readings"])
    if offered_stop:
        turn.contact.hold = False
        await close_tasks(turn.session, turn.contact.id, [TaskKind.MAYBE_STOP], turn.now)
    # What counts for a stop is what was written first, and the yes to it.
    yes = f" / {turn.text}" if chosen and Meaning.STOP in chosen and turn.text else ""
    exchange.goes_on_with(before, yes)
    if chosen is None and offered_stop and question.kind == asked.MEANT_ONE:  # a plain no: nothing stops, nobody calls
        turn.row.reading = ""
        return await exchange.then_back([text("router-not-stopped")])
    if chosen is None:
        turn.row.reading = ""
        return await exchange.then_back(
            pieces_of(await for_them(exchange, text("router-not-stopped") if offered_stop else None))
        )
    turn.row.handled_as, turn.row.reading = HandledAs.MEANT, " + ".join(chosen)
    if Meaning.COMMENT in chosen and Step(question.prompt["step"]) in OF_WORDS:
        await _absence_beside(exchange)
    said = await exchange.perform(as_meant(before.text, tuple(chosen), Step(question.prompt["step"])))
    if said is None and Meaning.QUESTION in chosen and turn.row.handled_as is HandledAs.MEANT:
        return await for_them(exchange)  # a question that nothing here answers
    return said


async def _absence_beside(exchange: Exchange) -> None:
    """Words kept with the others that begin by "je serai pas là": the absence is noted, and is no part of them."""
    turn = exchange.turn
    words = without_absence(turn.text)
    if words != turn.text:
        said = await exchange.hear(turn, Heard(Meaning.ABSENT, turn.text, beside=frozenset({Meaning.COMMENT})))
        await exchange.say(said)
        turn.incoming = replace(turn.incoming, text=words)


async def for_them(exchange: Exchange, instead: Text | None = None) -> Reply:
    """Words that only a person can answer: kept, listed for the coordinators, and said so."""
    turn = exchange.turn
    if turn.coordinator:  # they are the person who would answer
        return await exchange.routes.not_understood(turn)
    await for_a_human(turn, TaskKind.QUESTION)
    name, phone = turn.installation.contact_name, turn.installation.contact_phone
    return instead or text("router-for-a-person", name=name, phone=phone)


# -- an answer that fits none of the options -----------------------------------------------------------------------


async def unclear(exchange: Exchange) -> Reply:
    """Asked once more with an example; then a coordinator reads it. Words that no question waited for are kept too."""
    turn, seen = exchange.turn, await exchange.seen()
    question = next((q for q in seen.questions if _waits(q, exchange)), None)
    if question is None or turn.coordinator or not turn.text.strip() or question is not seen.last:
        turn.row.handled_as = turn.row.handled_as or HandledAs.UNKNOWN
        said = await exchange.routes.not_understood(turn)
        return guards.silence(turn) if guards.too_many_sorry(turn) else said
    await for_a_human(turn, TaskKind.UNCLEAR_ANSWER)
    times = question.unclear if question.id is not None else await _unclear_in_a_row(exchange)
    if times:
        turn.row.handled_as = HandledAs.HANDED_OVER
        name, phone = turn.installation.contact_name, turn.installation.contact_phone
        return text("dialogue-handed-over", name=name, phone=phone)
    turn.row.handled_as = HandledAs.UNCLEAR
    return await _once_more(exchange, question)


def _waits(question: Question, exchange: Exchange) -> bool:
    """A list may be left unanswered, and a dialogue asks by itself."""
    kind = exchange.routes.kinds().get(question.kind)
    standing = question.kind == asked.DIGEST or (kind is not None and kind.standing)
    return bool(question.options) and not standing and question.dialogue_id is None and question.answered_at is None


async def show_again(exchange: Exchange) -> Reply:
    """What they would answer is put before them again, and nothing is done yet."""
    turn, seen = exchange.turn, await exchange.seen()
    if seen.last is None:
        return None
    if seen.dialogue is not None and seen.last.dialogue_id == seen.dialogue.id:
        return await exchange.then_back([])
    seen.last.asked_at = turn.now
    await sending.reply(turn, sending.again(seen.last), seen.last)
    return None


async def _unclear_in_a_row(exchange: Exchange) -> int:
    """Whether the message before this one was not clear either."""
    before = await asked.last_heard(exchange.turn)
    return int(before is not None and before.handled_as is HandledAs.UNCLEAR)


async def which_one(exchange: Exchange, question: Question) -> Reply:
    """A yes to several readings: the list once more, for its digit."""
    await _again(exchange, question, text("reading-which-one"))
    return None


async def _again(exchange: Exchange, question: Question, before: Text) -> None:
    question.unclear, question.asked_at = question.unclear + 1, exchange.turn.now
    await sending.reply(exchange.turn, sending.after(before, sending.again(question)), question)


async def _once_more(exchange: Exchange, question: Question) -> Reply:
    turn = exchange.turn
    name = turn.installation.contact_name
    if question.id is None:  # it stands in a text sent to many, whose options are short
        labels = [f"{asked.number_of(option, place)} {option[1]}" for place, option in enumerate(question.options)]
        return text("router-unclear-options", name=name, options=", ".join(labels))
    await _again(exchange, question, text("router-unclear", name=name))
    return None
