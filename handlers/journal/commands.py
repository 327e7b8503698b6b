"""What coordinators write on Telegram about the journal."""

from __future__ import annotations

from handlers.access import Act, Actor, actor_of, refuse, require
from handlers.journal import acts
from handlers.turn import Said, Turn
from messages import text


async def journal_command(turn: Turn, rest: str) -> Said:
    """/journal, /journal Lise, /journal rencontre 12, /journal 2026-12-08"""
    actor = await _actor(turn)
    require(actor, Act.SEE_JOURNAL)
    asked = await acts.understood(turn.session, turn.house, rest, turn.now)
    return (await acts.show(turn.session, turn.house, actor, asked, now=turn.now)).text


async def export_command(turn: Turn, rest: str) -> Said:
    """A file of everyone's lines does not travel by a chat: it is made on the computer, and this says how."""
    require(await _actor(turn), Act.EXPORT)
    return text("journal-export-how")


async def _actor(turn: Turn) -> Actor:
    if turn.person is None:
        raise refuse("access-not-allowed")
    return await actor_of(turn.session, turn.person, turn.incoming.channel)
