"""Questions of who somebody is: a bare yes is not for them, and puts them again where it could be for nothing else."""

from __future__ import annotations

from db.conversations import HandledAs
from handlers import sending
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
