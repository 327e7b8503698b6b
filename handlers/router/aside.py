"""What is said beside words for the table, and is none of them: words for the coordinator alone, a need, a name given
back, everything taken back.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from db.conversations import HandledAs, Question, QuestionState, TaskKind
from handlers.events import GaveName, NeedsTold, NotForTheTable
from handlers.heard import for_a_human
from handlers.router.handled import Handled
from handlers.turn import Ask, Heard, QuestionKind, pieces_of
from messages import Outgoing, text
from messages.keywords import Keyword
from messages.reading import Action, Meaning, Step
from messages.reading.addressed import ALONE, for_the_table, of_words_before, only_for
from messages.reading.needs import ask_apart, needs_in
from messages.reading.needs_settled import asks_after, told_of_needs
from messages.reading.second_thoughts import gives_name, takes_back_all

if TYPE_CHECKING:
    from handlers.router.exchange import Exchange

TO_COORDINATOR = QuestionKind("router.to_coordinator", Step.MENU, free_text=True)
LASTS = dt.timedelta(hours=2)
OF_WORDS = frozenset({Step.COLLECTING, Step.READ_BACK})
OPEN = OF_WORDS | {
    Step.NOTHING, Step.REMINDER, Step.SAID_COMING, Step.SAID_ABSENT, Step.OFFER_TO_CARRY, Step.COMMENT_KEPT, Step.MENU,
}  # fmt: skip
FEWEST_LEFT = 3  # words
LINKS = re.compile(r"^(?:pis|et|mais|and|but|y)\b\s*|\s*\b(?:pis|et|mais|and|but|y)$", re.IGNORECASE)


async def beside_words(exchange: Exchange) -> Handled | None:
    for heard in (_for_the_coordinator, _all_taken_back, _name_given_back, _needs_told):
        if (handled := await heard(exchange)) is not None:
            return handled
    return None


async def _for_the_coordinator(exchange: Exchange) -> Handled | None:
    """Words that the table must not hear: a card holds them, and what was being written goes on without them."""
    turn, seen = exchange.turn, await exchange.seen()
    if turn.coordinator or turn.person is None or not turn.text.strip():
        return None
    told = seen.last if seen.last is not None and seen.last.kind == TO_COORDINATOR.name else None
    said = only_for(turn.text, turn.installation.contact_name) if seen.context.step in OPEN else None
    if told is None and said is None:
        return None
    before = told is None and of_words_before(turn.text, turn.installation.contact_name)
    if before and (back := await exchange.tell(turn, NotForTheTable())):
        turn.row.reading = Meaning.WITHDRAW.value
        return Handled(HandledAs.MEANT, back)
    if told is not None and exchange.understood.alone and exchange.understood.sure == "sure":
        return None  # a word of the lists is none of these words
    if told is not None:
        _answered(told, turn.now)
    await for_a_human(turn, TaskKind.QUESTION)
    turn.row.reading = Meaning.QUESTION.value
    names = {"name": turn.installation.contact_name, "phone": turn.installation.contact_phone}
    if told is None and said != ALONE:
        asked = Ask(Outgoing(text("router-to-coordinator", **names)), TO_COORDINATOR, lasts=LASTS)
        return Handled(HandledAs.FOR_A_PERSON, asked)
    done = await exchange.then_back([text("comments-for-a-human", **names)])
    return Handled(HandledAs.FOR_A_PERSON, done)


def _answered(question: Question, now: dt.datetime) -> None:
    question.state, question.answered_at = QuestionState.ANSWERED, now


async def _all_taken_back(exchange: Exchange) -> Handled | None:
    """Everything they said: the words under way go, and those that were kept are named and asked about."""
    seen = await exchange.seen()
    if seen.context.step not in OPEN or exchange.turn.person is None or not takes_back_all(exchange.turn.text):
        return None
    if seen.dialogue is not None and seen.context.step not in OF_WORDS:
        return None
    if exchange.alone is Keyword.EFFACER and exchange.understood.sure == "sure":
        return None  # "delete everything about me": of themself, and not only their words
    turn = exchange.turn
    turn.row.reading = Meaning.WITHDRAW.value
    return Handled(HandledAs.MEANT, await exchange.hear(turn, Heard(Meaning.WITHDRAW, turn.text)))


async def _name_given_back(exchange: Exchange) -> Handled | None:
    """ "vous pouvez mettre mon nom", after a wish for none."""
    seen = await exchange.seen()
    if seen.context.step not in OPEN or exchange.turn.person is None or not gives_name(exchange.turn.text):
        return None
    exchange.turn.row.reading = Meaning.NAME.value
    said = await exchange.tell(exchange.turn, GaveName())
    decision = await exchange.decision()
    if decision.action is Action.ACT and decision.reading.meanings == (Meaning.YES,):
        return None  # "oui avec mon nom": the yes answers what was read back
    return Handled(HandledAs.MEANT, await exchange.then_back(said)) if said else None


async def _needs_told(exchange: Exchange) -> Handled | None:
    """ "pas besoin de transport", "jai un lift avec ma soeur", "cest toujours bon pour le lift?".

    Neither a presence nor an absence; what else they say is read without it.
    """
    turn, seen = exchange.turn, await exchange.seen()
    words = turn.text
    if turn.person is None or turn.coordinator or seen.dialogue is not None or seen.context.step not in OPEN:
        return None
    if for_the_table(words):
        return None
    told = told_of_needs(words)
    asked = () if told.anything or not asks_after(words) else needs_in(words)
    if not told.anything and not asked:
        return None
    more = told.anything and bool(told.left)
    said = await exchange.tell(turn, NeedsTold(told.over, told.off, told.perhaps, asked, more))
    if not said:
        return None
    if not more:
        turn.row.reading = Meaning.QUESTION.value
        return Handled(HandledAs.MEANT, said)
    await exchange.say(said)
    exchange.rests(told.left)
    return None


async def needs_beside(exchange: Exchange) -> Handled | None:
    """ "jaurais besoin dun lift", in the middle of their words: noted as a need and told back, the words go on without
    it."""
    turn, seen = exchange.turn, await exchange.seen()
    if turn.coordinator or turn.person is None or seen.dialogue is None or seen.context.step not in OF_WORDS:
        return None
    asks, left = ask_apart(turn.text)
    if not asks:
        return None
    whole = turn.incoming
    turn.incoming = replace(whole, text=asks)
    slots = replace((await exchange.decision()).reading.slots, about=needs_in(asks)[0])
    said = await exchange.hear(turn, Heard(Meaning.QUESTION, asks, slots))
    rest = LINKS.sub("", left.strip(" ,;.")).strip(" ,;.")
    if said is None:
        turn.incoming = whole
        return None
    if len(rest.split()) < FEWEST_LEFT:
        turn.row.reading = Meaning.QUESTION.value
        return Handled(HandledAs.MEANT, await exchange.then_back(pieces_of(said)))
    await exchange.say(said)
    exchange.rests(rest)
    return None
