"""What would be noted of a message that said less: how it would be handled where it came, what would be read in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.conversations import HandledAs
from messages import Channel
from messages.keywords import Keyword, understand
from messages.reading import Action, decide, read

if TYPE_CHECKING:
    from handlers.router.exchange import Exchange


async def as_if(exchange: Exchange, words: str) -> tuple[HandledAs, str] | None:
    """Of these words in its place, before anything was answered; None when nothing would be done on them at once."""
    seen = await exchange.seen()
    decision = decide(read(words, seen.context), seen.context)
    said = understand(words, reserved=exchange.turn.incoming.channel is Channel.SMS)
    if said.keyword is Keyword.ABSENT and said.alone and said.sure == "sure":
        return HandledAs.KEYWORD, decision.reading.written()
    if decision.action not in (Action.ACT, Action.CONFIRM):
        return None
    how = HandledAs.ANSWER if exchange.chooses(seen, decision.reading) else HandledAs.MEANT
    return how, decision.reading.written()
