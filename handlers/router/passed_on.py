"""Somebody else's words, passed on: no stop, no yes, no command, and none of theirs for the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.contacts import Consent
from db.conversations import HandledAs
from handlers.router import asking
from handlers.router.handled import Handled, Recogniser
from handlers.turn import pieces_of
from messages import text
from messages.reading import Step

if TYPE_CHECKING:
    from handlers.router.exchange import Exchange


async def held(exchange: Exchange, always: tuple[Recogniser, ...]) -> Handled | None:
    """A person reads them, and whoever passed them on is told so. `always`: what is heard in them all the same (a
    cry), or keeps silent.
    """
    turn = exchange.turn
    if not turn.incoming.forwarded or not turn.text.strip():
        return None
    for recogniser in always:
        if (handled := await recogniser(exchange)) is not None:
            return handled
    if (await exchange.seen()).context.standing is Step.IN_CARE and not turn.coordinator:
        return Handled(HandledAs.CARE, await exchange.routes.in_care(turn))
    if turn.person is None or turn.contact.consent is not Consent.GIVEN:
        return Handled(HandledAs.HELD, await exchange.routes.stranger(turn))
    if turn.coordinator:
        return Handled(HandledAs.UNKNOWN, await exchange.then_back([text("router-forwarded-desk")]))
    told = text("router-forwarded", name=turn.installation.contact_name)
    said = await asking.for_them(exchange, told)
    return Handled(HandledAs.FOR_A_PERSON, await exchange.then_back(pieces_of(said)))
