"""What keeps two machines from talking to each other, and a group from hearing what is personal."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import Select, bindparam, func, or_, select

from db.contacts import add_contact, contact_at
from db.conversations import HandledAs, IncomingMessage, TaskKind
from handlers import sending
from handlers.heard import for_a_human
from handlers.turn import Turn
from messages import Channel, Text, text
from messages.keywords import Understood
from messages.reading import BARE_ANSWERS, Action, Meaning, Step

if TYPE_CHECKING:
    from handlers.router.exchange import Exchange

CODE = re.compile(r"\W*\d{4}\W*")  # the digits that a form gave to write back
DIALLED = re.compile(r"\+?\d{3,15}")
SORRY_LIMIT = 5
EQUAL_LIMIT = 5
SHORT_ANSWER = 3  # letters
EQUAL_WINDOW = dt.timedelta(minutes=30)
SILENCE = dt.timedelta(minutes=30)
# Where an answer is undone in a word: presences, lists to read.
LIGHT = frozenset({Step.REMINDER, Step.SAID_COMING, Step.SAID_ABSENT, Step.DIGEST, Step.OLD_DIGEST, Step.NOTHING})
TAKEN_BACK = frozenset({Meaning.CANCEL_CLAIM, Meaning.WITHDRAW, Meaning.NAMELESS, Meaning.STOP, Meaning.STOP_KIND})
HEARD_ALWAYS = frozenset(
    {
        Meaning.CLAIM, Meaning.AMOUNT, Meaning.KM, Meaning.CORRECT, Meaning.ABSENT, Meaning.COMING, Meaning.PAUSE,
        Meaning.RESUME, Meaning.CALL,
    }
)  # fmt: skip
FOR_EVER = dt.datetime(9000, 1, 1, tzinfo=dt.UTC)


def can_be_answered(turn: Turn) -> bool:
    return turn.incoming.channel is not Channel.SMS or DIALLED.fullmatch(turn.incoming.address) is not None


async def is_silenced(turn: Turn) -> bool:
    return turn.contact.silent_until is not None and turn.contact.silent_until > turn.now


async def wants_a_voice(turn: Turn, understood: Understood) -> bool:
    """A word of the lists, alone, is heard through the silence; a machine that repeats it is not."""
    return (
        understood.keyword is not None
        and understood.alone
        and understood.sure == "sure"
        and not await repeats_itself(turn)
    )


async def is_an_answer(exchange: Exchange) -> bool:
    """What a person answers to a question that is open is recorded, and ends the silence."""
    if exchange.turn.incoming.button is not None:
        return True
    seen = await exchange.seen()
    if seen.last is None or not exchange.turn.text.strip():
        return False
    decision = await exchange.decision()
    return decision.reading.why in BARE_ANSWERS and decision.action in (Action.ACT, Action.CONFIRM)


async def was_shown_before(exchange: Exchange) -> bool:
    """Whether a yes or a digit would answer a question from before the silence that does more than note a presence:
    what was written since was not heard, so it is shown again first."""
    turn, seen = exchange.turn, await exchange.seen()
    if turn.incoming.button is not None or seen.last is None or turn.contact.silent_until is None:
        return False
    return seen.context.step not in LIGHT and seen.last.asked_at <= turn.contact.silent_until - SILENCE


async def takes_back(exchange: Exchange) -> bool:
    """Words that cancel, withdraw, stop, or put money right are heard through the silence; a machine repeats itself."""
    if not exchange.turn.text.strip() or await repeats_itself(exchange.turn):
        return False
    decision = await exchange.decision()
    if decision.reading.first in TAKEN_BACK:
        return True
    return decision.reading.first in HEARD_ALWAYS and decision.action in (Action.ACT, Action.CONFIRM)


async def keep_quietly(exchange: Exchange) -> None:
    """Words written during the silence are for a coordinator to see, not for us to answer."""
    if exchange.turn.text.strip():
        await for_a_human(exchange.turn, TaskKind.UNKNOWN_WORD, once=True)


async def repeats_itself(turn: Turn) -> bool:
    """The same words a fifth time in half an hour."""
    if not turn.row.text or turn.incoming.button is not None:
        return False
    if turn.coordinator and turn.row.text.startswith("/"):
        return False  # "/appels" six times in a busy half hour is work
    row = turn.row
    values = {"sender": row.sender, "text": row.text, "since": turn.now - EQUAL_WINDOW, "this": row.id}
    return (await turn.session.scalar(_equal_lately(), values) or 0) >= EQUAL_LIMIT


@cache
def _equal_lately() -> Select[int]:
    return (
        select(func.count())
        .select_from(IncomingMessage)
        .where(
            IncomingMessage.sender == bindparam("sender"),
            IncomingMessage.text == bindparam("text"),
            IncomingMessage.received_at > bindparam("since"),
            IncomingMessage.id <= bindparam("this"),
            # "1" to six questions in a row is no loop: each was answered.
            or_(IncomingMessage.handled_as != HandledAs.ANSWER, func.length(IncomingMessage.text) > SHORT_ANSWER),
        )
    )


def silence(turn: Turn) -> Text:
    """The last answer before the silence: it gives a person's phone number."""
    turn.contact.silent_until = turn.now + SILENCE
    turn.contact.sorry_in_a_row = 0
    return text("router-silence", name=turn.installation.contact_name, phone=turn.installation.contact_phone)


def too_many_sorry(turn: Turn) -> bool:
    turn.contact.sorry_in_a_row += 1
    return turn.contact.sorry_in_a_row >= SORRY_LIMIT


async def refuse_group(turn: Turn) -> None:
    """In a group the bot says once, to the group, that it speaks in private, and keeps no personal word."""
    turn.row.text, turn.row.payload = "", None
    address = turn.incoming.delivered_to_group or turn.incoming.address
    channel = turn.incoming.channel.value
    group = await contact_at(turn.session, channel, address)
    if group is None:
        group = await add_contact(turn.session, turn.installation.organisation_id, channel, address, turn.now)
    if group.silent_until is None:
        group.silent_until = FOR_EVER
        words = text("router-not-in-groups")
        await sending.write_to(turn.acting, group, words, options=sending.REPLY)


async def gives_a_code(exchange: Exchange) -> bool:
    """Whether these are the digits that a form gave them to write back."""
    waiting = (await exchange.seen()).waiting
    return waiting is not None and waiting.free_text and CODE.fullmatch(exchange.turn.text) is not None
