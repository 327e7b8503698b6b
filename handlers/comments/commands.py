"""What coordinators write about comments: get them, mark them read, answer each."""

from __future__ import annotations

import datetime as dt
import re

from db.comments.tables import Decision
from handlers.access import Actor, actor_of, refuse
from handlers.comments import acts
from handlers.turn import Said, Turn
from messages.keywords import fold
from messages.sentences import dates

NUMBER = re.compile(r"^\s*(\d+)\s*(.*)$", re.DOTALL)
DECISIONS = (
    ("pas retenu", Decision.NOT_KEPT),
    ("non retenu", Decision.NOT_KEPT),
    ("not kept", Decision.NOT_KEPT),
    ("retenu", Decision.KEPT),
    ("kept", Decision.KEPT),
    ("a suivre", Decision.TO_FOLLOW),
    ("to follow", Decision.TO_FOLLOW),
)


async def carry_command(turn: Turn, rest: str) -> Said:
    """/commentaires 12"""
    number, _ = _numbered(rest, "commentaires")
    return (await acts.carry(turn.session, turn.house, await _actor(turn), number, now=turn.now)).text


async def read_command(turn: Turn, rest: str) -> Said:
    """/lu 12, or /lu 12 mardi 8 décembre"""
    number, words = _numbered(rest, "lu")
    today = turn.house.today(turn.now)
    day = read_day(words, today)
    return (await acts.mark_read(turn.session, turn.house, await _actor(turn), number, day, now=turn.now)).text


def read_day(words: str, today: dt.date) -> dt.date:
    if not words.strip():
        return today
    found = dates.when(words, today).day
    if found is None:
        raise refuse("example-lu")
    return found


async def answer_command(turn: Turn, rest: str) -> Said:
    """/suite 14 retenu Le camp ouvrira à 8h30."""
    number, words = _numbered(rest, "suite")
    decision, reason = read_decision(words)
    done = await acts.answer(turn.session, turn.house, await _actor(turn), number, decision, reason, now=turn.now)
    return done.text


def read_decision(words: str) -> tuple[Decision, str]:
    """ "pas retenu : trop cher" gives (NOT_KEPT, "trop cher"). Raises Refused with an example."""
    for count in (2, 1):
        parts = words.split(maxsplit=count)
        head = fold(" ".join(parts[:count]))
        for name, decision in DECISIONS:
            if head == name:
                reason = parts[count] if len(parts) > count else ""
                return decision, reason.strip(" :,-.") if len(reason) < 3 else reason.strip(" :,-")
    raise refuse("example-suite")


def _numbered(rest: str, command: str) -> tuple[int, str]:
    match = NUMBER.match(rest)
    if match is None:
        raise refuse(f"example-{command}")
    return int(match[1]), match[2].strip()


async def _actor(turn: Turn) -> Actor:
    if turn.person is None:
        raise refuse("access-not-allowed")
    return await actor_of(turn.session, turn.person, turn.incoming.channel)
