"""How a message is read before it is known who takes it: a keyword, and whether one may act upon it here."""

from __future__ import annotations

from dataclasses import replace

from db.contacts import Consent, Reach
from db.conversations import Question
from handlers.turn import Turn
from messages import Channel
from messages.keywords import Keyword, Understood, fold, is_distress, understand
from messages.sentences import amounts

# A message that is wholly one of these leaves the collection of someone's words; nothing else does.
LEAVE_COLLECTING = {Keyword.ARRET, Keyword.AIDE, Keyword.PARLER, Keyword.ANNULER}
# What someone who has not said yes may ask for; the rest waits for a human.
FOR_STRANGERS = {
    Keyword.JOINDRE,
    Keyword.REPRENDRE,
    Keyword.AIDE,
    Keyword.PARLER,
    Keyword.APPEL,
    Keyword.FRANCAIS,
    Keyword.ENGLISH,
    Keyword.ESPANOL,
}
PLAIN_ANSWERS = {"no", "nan", "ouais", "ouin", "ui", "si"}
NEEDS = {Keyword.TRANSPORT, Keyword.GARDE, Keyword.REPAS}
SMALLEST_PRICE = 1000  # cents: a smaller number without a dollar sign counts children or people


def read(turn: Turn) -> Understood:
    """On Telegram nobody has acted on CANCEL or END before us: there they mean what they say."""
    understood = understand(turn.text, reserved=turn.incoming.channel is Channel.SMS)
    if understood.keyword is Keyword.COMMENTAIRE and turn.language == "en" and fold(turn.text).startswith("comment"):
        return replace(understood, sure="sure")  # to someone who writes French, "comment" is "how"
    return understood


def must_be_heard(turn: Turn, understood: Understood) -> bool:
    stop = understood.keyword is Keyword.ARRET and understood.sure == "sure"
    return stop or is_distress(turn.text)


def leaves(understood: Understood) -> bool:
    whole = understood.alone and (understood.sure == "sure" or understood.keyword is Keyword.ANNULER)
    return understood.keyword in LEAVE_COLLECTING and whole


def is_payload(waiting: Question | None, understood: Understood) -> bool:
    """A free answer that happens to begin with a keyword ("mot de bienvenue") stays an answer."""
    return waiting is not None and waiting.free_text and not understood.alone


def names_a_price(understood: Understood) -> bool:
    """ "garde 40 $ mardi" has a price; "garde 2 enfants" or "transport mardi" has none."""
    if understood.keyword not in NEEDS:
        return False
    return any(found.money or found.cents >= SMALLEST_PRICE for found in amounts.money(understood.payload))


def not_reachable(turn: Turn) -> bool:
    """A number that may have changed hands, or that Twilio blocks: nothing personal is said to it."""
    blocked = turn.contact.reach is Reach.BLOCKED and turn.incoming.channel is Channel.SMS
    return blocked or turn.contact.reach is Reach.DOUBTFUL


def settled(turn: Turn) -> bool:
    """It is known who writes, and they agreed to be written to."""
    return turn.person is not None and turn.contact.consent is Consent.GIVEN


def acts(turn: Turn, understood: Understood) -> bool:
    """A keyword one may act upon. ANNULER always may: it only asks of what, and a bare yes or no of which meeting.

    Strangers have a few words only.
    """
    if understood.keyword is None or not (settled(turn) or understood.keyword in FOR_STRANGERS):
        return False
    only_asks = understood.keyword is Keyword.ANNULER or fold(turn.text) in PLAIN_ANSWERS
    return understood.sure == "sure" or (understood.alone and only_asks)
