"""Who somebody is: asked, a bare yes is no answer; and whether there is anybody whom an answer would reach."""

from __future__ import annotations

from db.conversations import HandledAs
from handlers import sending
from handlers.router import guards
from handlers.router.exchange import Exchange
from handlers.router.handled import Handled
from messages import text
from messages.keywords import read_yes_no
from messages.sentences.letters import digit


async def who_they_are(exchange: Exchange) -> Handled | None:
    """ "oui", "1" to "is it you?": said again, with how to answer it."""
    turn, seen = exchange.turn, await exchange.seen()
    bare = read_yes_no(turn.text) is not None or digit(turn.text) is not None
    if seen.aside is None or seen.last is not None or not bare:
        return None
    before = text("router-answer-in-full", answers=[str(option[1]) for option in seen.aside.options])
    await sending.reply(turn, sending.after(before, sending.again(seen.aside)), seen.aside)
    return Handled(HandledAs.ASKED, [])


async def nobody_to_answer(exchange: Exchange) -> Handled | None:
    """Letters in the place of a number ("BANQUE"): nothing sent there arrives, each is paid for."""
    return None if guards.can_be_answered(exchange.turn) else Handled(HandledAs.NOISE)
