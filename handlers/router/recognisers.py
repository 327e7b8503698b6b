"""Who takes a message: one list in the order of importance, from stopping to small talk. The first that knows takes it.

Each recogniser gets the exchange and returns what it did with the message, or None: the next one looks at it.
"""

from __future__ import annotations

from dataclasses import replace

from db.contacts import Consent, Reach
from db.conversations import HandledAs
from handlers import open_questions as asked
from handlers.commands import Command, perform
from handlers.dialogue.run import leave_form
from handlers.numbers import abroad
from handlers.router import aside, asking, buttons, care, crowd, doubts, guards, identity, passed_on, two_lists
from handlers.router.exchange import Exchange
from handlers.router.handled import Handled, Recogniser
from handlers.router.pictures import picture
from handlers.router.words import (
    at_the_desk,
    between_words,
    desk_words,
    fills_a_form,
    forgotten_slash,
    in_their_words,
    keyword,
    label,
    names_a_comment,
    nobody,
    of_what_stands,
    plainly,
    what_they_mean,
)
from handlers.slashes import proposed
from handlers.turn import Heard
from messages import Channel, Kind, text
from messages.keywords import Keyword, fold
from messages.languages import BY_KEYWORD
from messages.reading import BARE_ANSWERS, Action, Meaning, Step
from messages.reading.regrets import regrets
from messages.reading.second_thoughts import says_yes_alone

STOPS = ("stop word", "stop word signed")
# What someone who has not said yes may ask for; the rest waits for a human.
FOR_STRANGERS = {
    Keyword.JOINDRE, Keyword.REPRENDRE, Keyword.AIDE, Keyword.PARLER, Keyword.APPEL, Keyword.CONFIDENTIALITE,
    Keyword.MES_DONNEES, Keyword.EFFACER, *map(Keyword, BY_KEYWORD),
}  # fmt: skip
# What somebody known may ask though they stopped: their words, their name are theirs to take back. Left to a
# coordinator, the message itself would say who wrote without a name.
THOUGH_STOPPED = {Keyword.RETIRER, Keyword.SANS_MON_NOM}
DONE_IN_CARE = FOR_STRANGERS - {Keyword.AIDE}  # no menu after a cry
# What is done or answered after a cry when a sentence says it; never for a bare yes, no or digit.
MEANT_IN_CARE = frozenset(
    {
        Meaning.QUESTION, Meaning.MONEY_STATUS, Meaning.WRONG_NUMBER, Meaning.RESUME, Meaning.LANGUAGE,
        Meaning.COMING, Meaning.ABSENT, Meaning.MAYBE,
    }
)  # fmt: skip
MEANT_BY_STRANGERS = frozenset(
    {Meaning.STOP, Meaning.RESUME, Meaning.HELP, Meaning.CALL, Meaning.LANGUAGE, Meaning.WRONG_NUMBER, Meaning.QUESTION}
)


async def from_a_group(exchange: Exchange) -> Handled | None:
    if not exchange.turn.incoming.group:
        return None
    await guards.refuse_group(exchange.turn)
    return Handled(HandledAs.GROUP)


async def provider_has_acted(exchange: Exchange) -> Handled | None:
    acted = exchange.turn.incoming.opt_out_type
    return Handled(HandledAs.PROVIDER, await exchange.routes.provider_stop(exchange.turn)) if acted else None


async def contact_shared(exchange: Exchange) -> Handled | None:
    if exchange.turn.incoming.kind is not Kind.CONTACT:
        return None
    return Handled(HandledAs.CONTACT, await exchange.routes.shared_contact(exchange.turn))


async def button_pressed(exchange: Exchange) -> Handled | None:
    button = exchange.turn.incoming.button
    return None if button is None else Handled(HandledAs.ANSWER, await buttons.by_button(exchange, button))


async def forwarded(exchange: Exchange) -> Handled | None:
    cry = () if exchange.turn.text.startswith("/") else (distress,)  # a command is no cry: it is never read
    return await passed_on.held(exchange, (*cry, loop, unreachable))


async def stop(exchange: Exchange) -> Handled | None:
    """ARRET, STOP, signed or not: at once, whatever is open. Of a coordinator's form, the first one leaves the form."""
    if not exchange.turn.text.strip() or (exchange.turn.text.startswith("/") and not _is_a_word(exchange)):
        return None
    understood = exchange.understood
    if understood.keyword is Keyword.ARRET and await fills_a_form(exchange):
        await leave_form(exchange.stage())
        return Handled(HandledAs.ANSWER, text("dialogue-form-left-not-stopped"))
    if understood.keyword is Keyword.ARRET and understood.sure == "sure":
        return Handled(HandledAs.STOP, await exchange.keyword(Keyword.ARRET, understood))
    decision = await exchange.decision()
    if decision.reading.why not in STOPS or decision.action is Action.ASK:
        return None
    return Handled(HandledAs.STOP, await exchange.hear(exchange.turn, Heard(Meaning.STOP, exchange.turn.text)))


async def yes_to_a_doubt(exchange: Exchange) -> Handled | None:
    """ "oui", "oui arretez toute", "non" to a list of what their words may mean: it answers what they read last."""
    turn = exchange.turn
    if turn.incoming.button is not None or not turn.text.strip():
        return None
    question = (await exchange.seen()).last
    if question is None or question.kind not in (asked.MEANT, asked.MEANT_ONE):
        return None
    value = doubts.meant_by_yes(question, turn.text) or doubts.words_with_a_name(question, turn.text)
    if value is not None:
        return Handled(HandledAs.ANSWER, await exchange.answer(question, exchange.given(value)))
    if (value := doubts.words_without_a_name(question, turn.text, exchange.alone)) is not None:
        return Handled(HandledAs.ANSWER, await asking.keep_without_a_name(exchange, question, value))
    if doubts.lets_go(question, turn.text):
        return Handled(HandledAs.ANSWER, await exchange.answer(question, exchange.given(doubts.NONE)))
    if (says_yes_alone(turn.text) and not question.unclear) or doubts.agrees(turn.text):
        return Handled(HandledAs.ASKED, await asking.which_one(exchange, question))
    return None


async def command(exchange: Exchange) -> Handled | None:
    """What begins with a slash; of a number that may have changed hands, a human looks first."""
    turn = exchange.turn
    if not turn.text.startswith("/") or turn.contact.reach is Reach.DOUBTFUL:
        return None
    word = turn.text[1:].split(maxsplit=1)[0] if turn.text[1:].strip() else ""
    name = word.split("@")[0].replace("_", "-")
    rest = turn.text[1 + len(word) :].strip()
    found, rest = _in_two_words(exchange, name, rest)
    if found is None and _is_a_word(exchange):
        return None  # "/statut" is STATUT
    if found is not None:
        return Handled(HandledAs.COMMAND, await perform(turn, found, rest))
    if turn.coordinator and (named := exchange.routes.named(turn.text[1:])) is not None:  # "/a faire"
        return Handled(HandledAs.ASKED, proposed(named))
    if near := exchange.routes.nearest(name, everything=turn.coordinator):
        return Handled(HandledAs.UNKNOWN, text("router-near-command", command=f"/{name}"[:30], near=f"/{near}"))
    return Handled(HandledAs.UNKNOWN, text("router-unknown-command", command=f"/{name}"[:30]))


def _in_two_words(exchange: Exchange, name: str, rest: str) -> tuple[Command | None, str]:
    """The command and what follows it: "/annuler import 3" is /annuler-import, where there is such a one."""
    second, _, more = rest.partition(" ")
    longer = exchange.routes.command(f"{name}-{fold(second).replace(' ', '-')}") if second.isalpha() else None
    return (longer, more.strip()) if longer is not None else (exchange.routes.command(name), rest)


def _is_a_word(exchange: Exchange) -> bool:
    """A keyword alone behind the slash. What coordinators write so is a command, or a slip in one: it stops nothing."""
    understood = exchange.understood
    alone = understood.keyword is not None and understood.alone and understood.sure == "sure"
    return alone and not (exchange.turn.coordinator and understood.keyword is Keyword.ARRET)


async def distress(exchange: Exchange) -> Handled | None:
    """Someone may be in danger: before everything but a stop, in any situation, in the middle of anything."""
    turn = exchange.turn
    if not turn.text.strip() or await fills_a_form(exchange) or await guards.gives_a_code(exchange):
        return None
    understood = exchange.understood
    if understood.alone and understood.sure == "sure":  # a keyword of the lists is no cry
        return None
    decision = await exchange.decision()
    if Meaning.DISTRESS not in decision.reading.meanings:
        return None
    if decision.action is Action.ASK:
        return Handled(HandledAs.ASKED, await care.ask(exchange, decision))
    turn.row.handled_as, turn.danger = HandledAs.DISTRESS, True
    slots = decision.reading.slots
    return Handled(HandledAs.DISTRESS, await exchange.hear(turn, Heard(Meaning.DISTRESS, turn.text, slots)))


async def in_care(exchange: Exchange) -> Handled | None:
    """After a cry, everything they write goes to a person, until a coordinator closes it.

    What they ask for in one sure word (to come back, to be called, their language) is done all the same, with the
    answer to what it asked; a wrong number is believed; what is asked of a meeting or of money is answered; what may be
    a stop is asked about.
    """
    seen = await exchange.seen()
    if seen.context.standing is not Step.IN_CARE or exchange.turn.coordinator:
        return None
    exchange.turn.danger = True
    kept = await exchange.routes.in_care(exchange.turn)
    if kept is None and exchange.turn.row.handled_as is not HandledAs.HELD:  # somebody else reads this phone
        return Handled(HandledAs.CARE)
    word = exchange.understood.keyword
    if word in DONE_IN_CARE and exchange.understood.sure == "sure":
        return Handled(HandledAs.KEYWORD, await exchange.keyword(word, exchange.understood))
    question = seen.last
    value = plainly(exchange, question) if question is not None else None
    answers = value is not None or await guards.gives_a_code(exchange)
    if question is not None and answers and await exchange.routes.asked_in_care(exchange.turn, question):
        return Handled(HandledAs.ANSWER, await exchange.answer(question, exchange.given(value)))
    decision = await exchange.decision()
    meant = decision.reading.first in MEANT_IN_CARE and decision.reading.why not in BARE_ANSWERS
    if meant and decision.action in (Action.ACT, Action.CONFIRM, Action.ANSWER):
        said = await exchange.perform(decision.reading)
        if said is not None:
            return Handled(HandledAs.MEANT, said)
    if decision.action is Action.ASK and decision.reading.first is Meaning.STOP:  # "arret rose tremblay"
        return Handled(HandledAs.ASKED, await asking.ask(exchange, replace(decision, options=(decision.reading,))))
    return Handled(HandledAs.CARE, kept)


async def among_too_many(exchange: Exchange) -> Handled | None:
    """A stranger, when strangers had all their answers of the hour: a stop and a cry are heard, the rest is held."""
    return await crowd.held(exchange, (stop, distress, in_care))


async def loop(exchange: Exchange) -> Handled | None:
    """Two machines may be writing to each other: our replies stop, never what a person answers."""
    turn = exchange.turn
    if await guards.is_silenced(turn):
        if await guards.is_an_answer(exchange):
            if await guards.was_shown_before(exchange):
                turn.contact.silent_until = None
                return Handled(HandledAs.ASKED, await asking.show_again(exchange))
            turn.contact.silent_until = None
            return None
        if await guards.wants_a_voice(turn, exchange.understood) or await guards.takes_back(exchange):
            turn.contact.silent_until = None
            return None
        await guards.keep_quietly(exchange)
        return Handled(HandledAs.SILENCE)
    if await guards.repeats_itself(turn) and not await guards.is_an_answer(exchange):
        return Handled(HandledAs.SILENCE, guards.silence(turn))
    return None


async def noise(exchange: Exchange) -> Handled | None:
    """Tapbacks, automatic replies: noted, never answered."""
    if exchange.turn.incoming.media or exchange.turn.incoming.kind is not Kind.TEXT or await fills_a_form(exchange):
        return None
    decision, seen = await exchange.decision(), await exchange.seen()
    kind = exchange.kinds.get(seen.last.kind) if seen.last is not None else None
    asked = kind is not None and kind.free_text and regrets(exchange.turn.text)  # "never mind", to an hour asked for
    wants_nothing = decision.action is Action.SILENT and exchange.turn.text.strip() and not asked
    return Handled(HandledAs.NOISE) if wants_nothing and not await exchange.is_answered() else None


async def unreachable(exchange: Exchange) -> Handled | None:
    """A number that may have changed hands, or that Twilio blocks: nothing personal is said to it. What somebody had
    begun on a number that may be another's now is not gone on with."""
    turn, seen = exchange.turn, await exchange.seen()
    blocked = turn.contact.reach is Reach.BLOCKED and turn.incoming.channel is Channel.SMS
    if turn.contact.reach is not Reach.DOUBTFUL and (seen.dialogue is not None or not blocked):
        return None
    said = await exchange.decision()  # of whoever has it now, a stop is heard
    if said.reading.first is Meaning.STOP and said.action in (Action.ACT, Action.CONFIRM):
        return Handled(HandledAs.STOP, await exchange.perform(said.reading))
    return Handled(HandledAs.HELD, await exchange.routes.stranger(turn))


async def one_of_two(exchange: Exchange) -> Handled | None:
    """A phone of two people, and it is not known which: they say who, then what they wrote is taken up."""
    turn, seen = exchange.turn, await exchange.seen()
    known = turn.person is not None or turn.contact.consent is not Consent.GIVEN
    if seen.dialogue is not None or known or not turn.contact.shared:
        return None
    if (handled := await _asked_by_strangers(exchange)) is not None:
        return handled
    if seen.last is not None and (value := plainly(exchange, seen.last)) is not None:
        return Handled(HandledAs.ANSWER, await exchange.answer(seen.last, exchange.given(value)))
    return Handled(HandledAs.WAITING, await exchange.routes.who_is_it(turn))


async def stranger(exchange: Exchange) -> Handled | None:
    """Someone who has not said yes may join, come back, or ask what this is; the rest waits for a human."""
    turn, seen = exchange.turn, await exchange.seen()
    if seen.dialogue is not None or (turn.person is not None and turn.contact.consent is Consent.GIVEN):
        return None
    if seen.last is not None:
        decision = await exchange.decision()
        if decision.action in (Action.ACT, Action.CONFIRM) and decision.reading.has(Meaning.YES, Meaning.NO):
            return Handled(HandledAs.ANSWER, await exchange.perform(decision.reading))
    if not abroad(turn):
        if (handled := await _asked_by_strangers(exchange)) is not None:
            return handled
        decision = await exchange.decision()
        if turn.contact.consent is Consent.WITHDRAWN and decision.action is Action.ASK:
            back = [reading for reading in decision.options if reading.first is Meaning.RESUME]
            if back:  # coming back is never guessed: one question, and REPRENDRE said otherwise
                return Handled(HandledAs.ASKED, await asking.ask(exchange, replace(decision, options=tuple(back))))
        if decision.reading.first in MEANT_BY_STRANGERS and decision.action is not Action.ASK:
            said = await exchange.perform(decision.reading)
            if said is not None:
                return Handled(HandledAs.MEANT, said)
    return Handled(HandledAs.HELD, await exchange.routes.stranger(turn))


async def _asked_by_strangers(exchange: Exchange) -> Handled | None:
    understood = exchange.understood
    known = exchange.turn.person is not None and exchange.turn.contact.consent is Consent.WITHDRAWN
    if understood.keyword not in (FOR_STRANGERS | THOUGH_STOPPED if known else FOR_STRANGERS):
        return None
    if understood.sure != "sure" and not names_a_comment(exchange):
        return None
    return Handled(HandledAs.KEYWORD, await exchange.keyword(understood.keyword, understood))


async def own_words(exchange: Exchange) -> Handled | None:
    """Settings and codes, written as the guide writes them."""
    said = await exchange.routes.own_words(exchange.turn)
    return None if said is None else Handled(HandledAs.KEYWORD, said)


RECOGNISERS: tuple[Recogniser, ...] = (
    from_a_group,
    identity.nobody_to_answer,
    provider_has_acted,
    among_too_many,
    contact_shared,
    button_pressed,
    forwarded,
    stop,
    yes_to_a_doubt,
    command,
    own_words,
    distress,
    in_care,
    loop,
    noise,
    unreachable,
    one_of_two,
    stranger,
    picture,
    forgotten_slash,
    at_the_desk,
    aside.beside_words,
    identity.who_they_are,
    two_lists.between_lists,
    label,
    keyword,
    of_what_stands,
    in_their_words,
    desk_words,
    between_words,
    what_they_mean,
    nobody,
)
