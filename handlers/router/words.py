"""What the words of a message are taken for: a form's answer, a keyword, then what is read in them."""

from __future__ import annotations

import re
from dataclasses import replace

from db.conversations import Dialogue, HandledAs, Question
from handlers import open_questions as asked
from handlers.dialogue import run, state
from handlers.router import aside, asking
from handlers.router.exchange import Exchange
from handlers.router.handled import Handled
from handlers.slashes import proposed
from handlers.turn import Piece, Reply, pieces_of
from messages import text
from messages.keywords import Keyword
from messages.reading import BETWEEN_WORDS, Action, Meaning, Reading, ReadingDecision, Step
from messages.reading.courtesies import CONDITION, NO_YES
from messages.reading.findings import find
from messages.reading.needs import A_NEED
from messages.reading.not_a_presence import SORRY
from messages.reading.regrets import regrets
from messages.sentences.letters import digit

# Keywords that are read with the rest of the sentence: the answer to a question, or more than the keyword says.
READ_IN_CONTEXT = {Keyword.OUI, Keyword.NON, Keyword.PEUT_ETRE, Keyword.ARRET, Keyword.ANNULER}

CODE = re.compile(r"(?<!\d)\d{6}(?!\d)")  # of a nameless comment, on a phone that several share

# Keywords whose words behind them say of what.
WITH_WORDS = {Keyword.COMMENTAIRE, Keyword.RECLAMER, Keyword.Q, Keyword.MOT, Keyword.PAUSE}

# Those of them that leave the question of a dialogue for a moment.
AWAY = {Keyword.COMMENTAIRE, Keyword.Q}

# While words are being collected, what is answered without asking whether it is one of them.
BESIDE_WORDS = {Keyword.AIDE, Keyword.PARLER, Keyword.APPEL, Keyword.STATUT, Keyword.TARIFS, Keyword.RECLAMER}

TAKEN_UP = (
    Meaning.CALL, Meaning.LOST_RECEIPT, Meaning.RECEIPT_PHOTO, Meaning.PROPOSE, Meaning.STOP, Meaning.WITHDRAW,
    Meaning.MONEY_STATUS, Meaning.OTHER_PERSON,
)  # fmt: skip


OFTEN_OF_ELSE = frozenset({Meaning.COMMENT, Meaning.CORRECT})
PRESENCE = (Meaning.COMING, Meaning.ABSENT, Meaning.MAYBE)
# Asked about, and said again in other words: done.
SAID_TWICE = frozenset({Meaning.STOP, Meaning.WITHDRAW, Meaning.NAMELESS, Meaning.CALL, Meaning.RESUME})
# What may be an answer after all, however it is read.
MAY_ANSWER = frozenset(
    {
        Meaning.CLAIM, Meaning.AMOUNT, Meaning.KM, Meaning.YES, Meaning.NO, Meaning.NUMBER, Meaning.UNKNOWN,
        Meaning.NAME, Meaning.COMMENT, Meaning.CORRECT,
    }
)  # fmt: skip
PRESENT = 0.85  # how sure a presence is that is kept beside words for a person


async def fills_a_form(exchange: Exchange) -> bool:
    """A coordinator in the middle of a form: an announcement's words are no cry, and a number typed is for the form."""
    seen = await exchange.seen()
    form = seen.dialogue is not None and seen.waiting is not None and exchange.verbatim(seen.dialogue)
    return form and exchange.turn.coordinator


async def forgotten_slash(exchange: Exchange) -> Handled | None:
    """A coordinator's command without its slash, while a form waits: "appels" is no piece of news, nor a choice."""
    turn, seen = exchange.turn, await exchange.seen()
    if not turn.coordinator or seen.dialogue is None or seen.waiting is None:
        return None
    named = exchange.routes.named(turn.text)
    if named is None or plainly(exchange, seen.waiting) is not None:
        return None
    if " " in named and (seen.waiting.free_text or not seen.waiting.options):
        return None  # "item 2 ..." may be a title
    if exchange.understood.keyword in (Keyword.ANNULER, Keyword.AIDE):  # words that leave a form, or ask about it
        return None
    if seen.waiting.free_text:  # what they write next is for the form
        return Handled(HandledAs.UNKNOWN, text("router-without-slash", command=f"/{named}"))
    return Handled(HandledAs.ASKED, proposed(named))


async def at_the_desk(exchange: Exchange) -> Handled | None:
    """A coordinator's own forms take words as they are written: a title, a name, a number to type again."""
    seen = await exchange.seen()
    if seen.dialogue is None or seen.waiting is None or not exchange.verbatim(seen.dialogue):
        return None
    understood = exchange.understood
    taken = (Keyword.ANNULER,) if seen.waiting.free_text else (Keyword.ANNULER, Keyword.AIDE)
    if understood.keyword is not None and understood.alone and understood.keyword in taken:
        return Handled(HandledAs.KEYWORD, await exchange.keyword(understood.keyword, understood))
    value = plainly(exchange, seen.waiting)
    return Handled(HandledAs.ANSWER, await exchange.play(seen.dialogue, exchange.given(value)))


def plainly(exchange: Exchange, question: Question) -> str | None:
    """The option that was written: its digit, its label, or yes and no."""
    return asked.written_option(question, exchange.turn.text, digit(exchange.turn.text))


async def label(exchange: Exchange) -> Handled | None:
    """The label of one of the options of the last list, letter for letter; a dialogue's, in some of its words."""
    seen = await exchange.seen()
    last = seen.last if not seen.context.elsewhere else None  # "non", long after the list: read, and asked about
    value = asked.by_label(last, exchange.turn.text) if last is not None else None
    if last is not None and value is None and last.dialogue_id is not None and not last.free_text:
        value = asked.by_own_words(last, exchange.turn.text)
    if last is None or value is None:
        return None
    return Handled(HandledAs.ANSWER, await exchange.answer(last, exchange.given(value)))


async def keyword(exchange: Exchange) -> Handled | None:
    """A keyword alone, or one that says what the words behind it are."""
    understood, seen = exchange.understood, await exchange.seen()
    word = understood.keyword
    if word is None:
        return None
    if word is Keyword.ANNULER and understood.alone:
        return Handled(HandledAs.KEYWORD, await exchange.keyword(word, understood))
    numbered = names_a_comment(exchange)
    if word in READ_IN_CONTEXT or (understood.sure != "sure" and not numbered):
        return None
    of_a_name = word is Keyword.SANS_MON_NOM or (word is Keyword.CORRIGE and understood.payload.strip())
    if of_a_name and seen.context.step in (Step.JOIN_NAME, Step.JOIN_CONSENT):
        return None  # of the name that they were asked for, not of words
    collecting = seen.dialogue is not None and bool(seen.dialogue.collecting)
    with_words = AWAY if seen.dialogue is not None else WITH_WORDS
    if not understood.alone and word not in with_words and not numbered:
        return None
    if collecting and word is Keyword.COMMENTAIRE and seen.dialogue is not None:
        return Handled(HandledAs.ANSWER, await _more_words(exchange, seen.dialogue))
    if collecting and word not in BESIDE_WORDS and word is not Keyword.CORRIGE:
        return None
    if (chosen := await _chosen(exchange, word)) is not None:
        return chosen
    if word is Keyword.CORRIGE and seen.dialogue is not None:
        return Handled(HandledAs.KEYWORD, await exchange.correct(seen.dialogue))
    exchange.turn.contact.sorry_in_a_row = 0
    said = await exchange.keyword(word, understood)
    return None if said is None else Handled(HandledAs.KEYWORD, await exchange.then_back(pieces_of(said)))


def names_a_comment(exchange: Exchange) -> bool:
    """ "RETIRER 12", "RETIRER 482113": which one is said; asked about, a code would stay in their messages."""
    understood = exchange.understood
    coded = exchange.turn.contact.shared and CODE.search(understood.payload) is not None
    return understood.keyword is Keyword.RETIRER and (coded or understood.payload.strip().isdecimal())


async def _chosen(exchange: Exchange, word: Keyword) -> Handled | None:
    """The option that a keyword names where it is offered: CORRIGE, what was read back; SUITE, to pass over it."""
    seen = await exchange.seen()
    offered = [option[0] for option in seen.waiting.options] if seen.waiting is not None else []
    if word is Keyword.CORRIGE and seen.dialogue is not None and "correct" in offered:
        return Handled(HandledAs.ANSWER, await exchange.play(seen.dialogue, exchange.given("correct")))
    if word is Keyword.SUITE and seen.last is not None and (value := plainly(exchange, seen.last)) is not None:
        return Handled(HandledAs.ANSWER, await exchange.answer(seen.last, exchange.given(value)))
    return None


async def _more_words(exchange: Exchange, dialogue: Dialogue) -> Reply:
    """COMMENTAIRE, to who is writing already: the word itself is not for the table, what follows it is."""
    words = exchange.understood.payload
    if words.strip():
        return await exchange.play(dialogue, replace(exchange.given(None), text=words))
    await run.ask_again(exchange.stage(), dialogue)
    return None


async def of_what_stands(exchange: Exchange) -> Handled | None:
    """What is plainly of something that a topic has open, whatever the words look like: "enlevez le parking"."""
    if not exchange.turn.text.strip():
        return None
    seen, decision = await exchange.seen(), await exchange.decision()
    acted = frozenset(decision.reading.meanings) if decision.action in (Action.ACT, Action.CONFIRM) else frozenset()
    for plainly_of in exchange.routes.on_plain():
        if (said := await plainly_of(exchange.turn, seen.last, acted)) is not None:
            exchange.turn.contact.sorry_in_a_row = 0
            return Handled(HandledAs.MEANT, said)
    return None


async def in_their_words(exchange: Exchange) -> Handled | None:
    """A question that takes words as they are: an activity and its day, the subject of a proposal."""
    seen = await exchange.seen()
    last = seen.last
    if last is None or not exchange.turn.text.strip():
        return None
    value = plainly(exchange, last)
    if seen.dialogue is not None and last.dialogue_id is not None:
        definition = exchange.definitions.get(seen.dialogue.name)
        if definition is None or not definition.in_their_words(last):
            return None
        fits = definition.fits is None or definition.fits(last.key, exchange.turn.text)
        if value is None and not fits and await _says_else(exchange):
            return None
        return Handled(HandledAs.ANSWER, await exchange.play(seen.dialogue, exchange.given(value)))
    kind = exchange.kinds.get(last.kind)
    if kind is None or not kind.free_text:
        return None
    if value is None and kind.fits is not None and not (kind.fits(exchange.turn.text) or regrets(exchange.turn.text)):
        return None
    decision = await exchange.decision()
    if (
        value is None
        and decision.action in (Action.ACT, Action.CONFIRM)
        and Meaning.NUMBER not in decision.reading.meanings
    ):
        return None  # it says something else, and surely
    return Handled(HandledAs.ANSWER, await exchange.answer(last, exchange.given(value)))


async def _says_else(exchange: Exchange) -> bool:
    """Whether words that do not fit the question say something else, and surely."""
    decision = await exchange.decision()
    firm = decision.action in (Action.ACT, Action.CONFIRM, Action.ANSWER, Action.HUMAN)
    return firm and not MAY_ANSWER & {*decision.reading.meanings}


async def desk_words(exchange: Exchange) -> Handled | None:
    """A coordinator who forgot the slash, or whose words nothing asked for and nothing is sure of: which command?

    A guess at what a member would mean by them would begin a claim of their own.
    """
    turn, seen = exchange.turn, await exchange.seen()
    kind = exchange.kinds.get(seen.last.kind) if seen.last is not None else None
    if not turn.coordinator or not turn.text.strip() or not (kind is None or kind.standing):
        return None
    if (named := exchange.routes.named(turn.text)) is not None:
        return Handled(HandledAs.ASKED, proposed(named))
    decision = await exchange.decision()
    of_money = decision.reading.first in (Meaning.CLAIM, Meaning.AMOUNT, Meaning.KM)
    if seen.dialogue is None and (decision.action is Action.ASK or of_money):
        return Handled(HandledAs.UNKNOWN, await exchange.routes.not_understood(turn))
    return None


async def what_they_mean(exchange: Exchange) -> Handled | None:
    """Read in what they saw, then done, asked about, answered, or left to a person, as the table decides."""
    if not exchange.turn.text.strip():
        return None
    decision, seen = await exchange.decision(), await exchange.seen()
    for_dialogue = decision.action is Action.ASK and exchange.is_for_dialogue(seen, decision.reading)
    if _hesitates(decision) and not for_dialogue and (said := await _known(exchange, decision)) is not None:
        exchange.turn.contact.sorry_in_a_row = 0
        return Handled(HandledAs.MEANT, await exchange.then_back(pieces_of(said)))
    if decision.action in (Action.ACT, Action.CONFIRM) or (
        decision.action is Action.SILENT and await exchange.is_answered()
    ):
        exchange.turn.contact.sorry_in_a_row = 0
        said = await exchange.perform(decision.reading)
        if said is None and exchange.turn.row.handled_as is HandledAs.NONE:
            return Handled(HandledAs.UNKNOWN, await asking.unclear(exchange))
        return Handled(HandledAs.MEANT, said)
    if decision.action is Action.ASK:
        return await _asked(exchange, decision, for_dialogue=for_dialogue)
    if decision.action is Action.ANSWER:
        said = await exchange.perform(decision.reading)
        if said is None and exchange.turn.row.handled_as is HandledAs.ANSWER:  # the dialogue has said it
            return Handled(HandledAs.ANSWER)
        return Handled(HandledAs.MEANT, await asking.for_them(exchange) if said is None else said)
    if decision.action is Action.HUMAN:
        return Handled(HandledAs.FOR_A_PERSON, await _for_a_person(exchange, decision.reading))
    return Handled(HandledAs.NOISE)


async def _asked(exchange: Exchange, decision: ReadingDecision, *, for_dialogue: bool) -> Handled:
    """A question between readings; done at once when the same was asked just before, or when the dialogue asks it."""
    if decision.reading.first in exchange.doubted & SAID_TWICE:
        return Handled(HandledAs.MEANT, await exchange.perform(decision.reading))
    if for_dialogue:
        return Handled(HandledAs.ANSWER, await exchange.perform(decision.reading, sure=False))
    return Handled(HandledAs.ASKED, await asking.ask(exchange, decision))


async def between_words(exchange: Exchange) -> Handled | None:
    """ "oui", "ok", a stray digit while words are written: no word of theirs. An "ok" to "autre chose?" ends them."""
    if (beside := await aside.needs_beside(exchange) or await _no_yes(exchange)) is not None:
        return beside
    seen = await exchange.seen()
    dialogue = seen.dialogue
    if seen.context.step is not Step.COLLECTING or dialogue is None or not exchange.turn.text.strip():
        return None
    if (await exchange.decision()).reading.why not in BETWEEN_WORDS:
        return None
    okay = find(exchange.turn.text).has("okay alone")
    if seen.waiting is not None and seen.waiting.options and state.nothing_written_again(dialogue):
        return Handled(HandledAs.ANSWER, await exchange.play(dialogue, exchange.given("end")))
    if state.nothing_written(dialogue):
        if not okay:
            await run.ask_again(exchange.stage(), dialogue)
        return Handled(HandledAs.NOISE if okay else HandledAs.ANSWER)
    if okay:
        return Handled(HandledAs.ANSWER, await exchange.play(dialogue, exchange.given("end")))
    await run.ask_again(exchange.stage(), dialogue)
    return Handled(HandledAs.ANSWER)


async def _no_yes(exchange: Exchange) -> Handled | None:
    """A courtesy or a condition, said to their words read back: they wait for a plain yes. A condition is for a person
    to see."""
    seen = await exchange.seen()
    if seen.context.step is not Step.READ_BACK or seen.dialogue is None or not exchange.turn.text.strip():
        return None
    why = (await exchange.decision()).reading.why
    if why not in NO_YES:
        return None
    said = await asking.for_them(exchange) if why == CONDITION else None
    return Handled(HandledAs.ANSWER, await exchange.then_back(pieces_of(said)))


def _hesitates(decision: ReadingDecision) -> bool:
    """Whether it would be asked about, left to a person, or taken for words that often speak of something else."""
    return decision.action in (Action.ASK, Action.HUMAN) or bool({*decision.reading.meanings} & OFTEN_OF_ELSE)


async def _known(exchange: Exchange, decision: ReadingDecision) -> Reply:
    """What a topic says that knows words for its own, though their reading hesitates; None when none does."""
    may_mean = frozenset(m for one in (decision.reading, *decision.options) for m in one.meanings)
    for knows in exchange.routes.on_doubt():
        if (said := await knows(exchange.turn, may_mean)) is not None:
            return said
    return None


async def _for_a_person(exchange: Exchange, reading: Reading) -> Reply:
    """A topic that knows how a person takes it up says so; for the rest, the words are kept and said to be.

    Whether they come is kept beside: "oui mais jai besoin dun lift" is a presence, and a need for a person to see.
    """
    exchange.turn.row.handled_as = HandledAs.FOR_A_PERSON
    kept: list[Piece] = []
    if reading.confidence >= PRESENT:
        for meaning in (m for m in reading.meanings if m in PRESENCE):
            kept += pieces_of(await exchange.perform_one(meaning))
    needed = (Meaning.QUESTION,) if reading.why == A_NEED else ()
    for meaning in (m for m in reading.meanings if m in (*TAKEN_UP, *needed)):
        said = await exchange.perform_one(meaning)
        if said is not None:
            return [*kept, *pieces_of(said)]
    name = exchange.turn.installation.contact_name
    kind = text("router-sorry-for-you", name=name) if reading.why == SORRY else None
    return await exchange.then_back([*kept, *pieces_of(await asking.for_them(exchange, kind))])


async def nobody(exchange: Exchange) -> Handled:
    """Nothing was made of it: kept, shown to a coordinator, and said so; after five in a row, silence."""
    return Handled(HandledAs.UNKNOWN, await asking.unclear(exchange))
