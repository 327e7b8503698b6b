"""What people wish of their name before their words are noted: without it, until they say otherwise."""

from __future__ import annotations

import datetime as dt
import re

from sqlalchemy import select

from db.comments.questions import give_name_next, waits_nameless
from db.conversations import IncomingMessage
from handlers.comments.forgetting import forget_messages
from handlers.heard import forget_message
from handlers.turn import Turn
from messages.keywords import Keyword, fold, understand
from messages.reading.second_thoughts import first_name_alone, gives_name, wants_no_name
from messages.sentences.comments.read import read_comment

WISH_LASTS = dt.timedelta(days=366)
OF_A_NAME = re.compile(r"no[mn]|nam|nombr|anon|moi|mwa|me\b|initial|mwen")


async def wish_before(turn: Turn) -> list[int]:
    """Their messages that ask for no name, said before the words and not taken back since: the wish holds for these."""
    return [id for id, with_name in await wishes_said(turn) if not with_name]


async def goes_on_nameless(turn: Turn) -> bool:
    """Whether words of theirs that still wait have no name: the next have none either, until they say otherwise."""
    return await waits_nameless(turn.session, turn.person.id if turn.person else None, turn.contact.id)


async def name_given_back(turn: Turn) -> None:
    """They may be named from now on. Who says it holds nameless words: neither this message nor the wishes before it
    stay, and what was said is sealed with the way back to these words.
    """
    await give_name_next(turn.session, turn.person.id if turn.person else None, turn.contact.id)
    person_id = turn.person.id if turn.person else None
    await forget_messages(turn.acting, person_id, [id for id, _ in await wishes_said(turn)])
    await forget_message(turn)


async def wishes_said(turn: Turn) -> list[tuple[int, bool]]:
    """What they said of their name since they last gave it back: each message, and whether it gives it."""
    rows = await turn.session.execute(
        select(IncomingMessage.id, IncomingMessage.text)
        .where(
            IncomingMessage.sender == turn.row.sender,
            IncomingMessage.id != turn.row.id,
            IncomingMessage.received_at > turn.now - WISH_LASTS,
            IncomingMessage.text != "",
        )
        .order_by(IncomingMessage.id)
    )
    today, found = turn.installation.today(turn.now), list[tuple[int, bool]]()
    for id, words in rows:
        if gives_name(words):
            found = [(id, True)]
        elif _is_word(words) or (OF_A_NAME.search(fold(words)) and asks_no_name(words, today)):
            found = [*(one for one in found if not one[1]), (id, False)]
    return found


def _is_word(words: str) -> bool:
    """SANS MON NOM, in the words of any language."""
    understood = understand(words)
    return understood.keyword is Keyword.SANS_MON_NOM and understood.alone


def asks_no_name(words: str, today: dt.date) -> bool:
    """Whether it asks for no name at all: the first name alone is one."""
    return not first_name_alone(words) and (wants_no_name(words) or read_comment(words, today).anonymous)
