"""The router: handles one message inside the transaction it is given; every reply is a row of that transaction."""

from __future__ import annotations

from db.conversations import HandledAs
from handlers.acting import Refused
from handlers.router.exchange import Exchange
from handlers.router.language import answers_in_theirs
from handlers.router.recognisers import RECOGNISERS
from handlers.topics import Routes
from handlers.turn import Turn


class Router:
    def __init__(self, routes: Routes) -> None:
        self.routes = routes

    async def handle(self, turn: Turn) -> None:
        await answers_in_theirs(turn)
        await recognise(Exchange(self.routes, turn, recognise))


async def recognise(exchange: Exchange) -> None:
    """Show the message to each recogniser in turn; say what the first one that takes it says."""
    row = exchange.turn.row
    try:
        for recogniser in RECOGNISERS:
            if (handled := await recogniser(exchange)) is not None:
                row.handled_as = row.handled_as or handled.how
                await exchange.say(handled.reply)
                return
    except Refused as refused:
        row.handled_as = HandledAs.REFUSED
        await exchange.say(refused.reason)
