"""How a person would rather be paid: kept with them, said before a payment and on the lists that it makes."""

from __future__ import annotations

from typing import Annotated

from db.claims.rules import Mode
from db.people import Person
from handlers.act import Field, act_on
from handlers.acting import Acting, ActResult, BadlyWritten, refuse
from handlers.commands import Do
from handlers.things import PERSON
from messages import Text, text
from messages.keywords import fold

WORDS = {
    **dict.fromkeys(("cheque", "par cheque", "check"), Mode.CHEQUE),
    **dict.fromkeys(("virement", "depot", "depot direct", "interac", "transfer"), Mode.TRANSFER),
    **dict.fromkeys(("comptant", "argent", "argent comptant", "especes", "cash"), Mode.CASH),
    **dict.fromkeys(("carte", "carte cadeau", "carte-cadeau", "gift card", "gift-card"), Mode.GIFT_CARD),
}
NONE = frozenset({"", "rien", "aucun", "none", "-"})


def wish_read(_acting: Acting, words: str) -> Mode | None:
    """ "par chèque" -> CHEQUE; "rien": no wish. Raises `Refused`."""
    said = fold(words)
    if said in NONE:
        return None
    if said not in WORDS:
        raise BadlyWritten(text("claims-wish-unknown", words=words.strip()[:30]))
    return WORDS[said]


@act_on(PERSON, "claims.wish", entry="claims.wished", undone_by="claims.wish", twin="claims wish", for_oneself=True)
async def wish(
    acting: Acting,
    person: Person,
    mode: Annotated[Mode | None, Field("cheque, transfer, cash, gift-card; none: no wish.", "--mode", read=wish_read)],
) -> ActResult:
    """How a person would rather be paid; nothing is written to them."""
    person.paid_by = mode.value if mode is not None else ""
    await acting.session.flush()
    named = mode_words(mode) if mode is not None else text("claims-wish-none")
    said = text("claims-wished", number=person.id, name=person.name or "?", mode=named)
    return ActResult(said, {"person": person.id, "mode": person.paid_by}, noted={})


def mode_words(mode: Mode) -> Text:
    return text(f"claims-mode-{mode.value.replace('_', '-')}")


async def wish_command(acting: Acting, rest: str) -> Do:
    """/mode-paiement 12 chèque ; /mode-paiement 12 rien"""
    number, _, words = rest.strip().partition(" ")
    if not number.isdecimal() or not words.strip():
        raise refuse("example-mode-paiement")
    return Do(wish, int(number), wish_read(acting, words))
