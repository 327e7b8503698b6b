"""What coordinators write on Telegram about the journal."""

from __future__ import annotations

from handlers.act import permit
from handlers.acting import Acting
from handlers.commands import Do
from handlers.journal import acts
from handlers.turn import Reply
from messages import text


async def journal_command(acting: Acting, rest: str) -> Do:
    """/journal, /journal Lise, /journal rencontre 12, /journal 2026-12-08"""
    permit(acting.actor, acts.show.right)
    return Do(acts.show, await acts.understood(acting, rest))


async def export_command(acting: Acting, _rest: str) -> Reply:
    """A file of everyone's lines does not travel by a chat: it is made on the computer, and this says how."""
    permit(acting.actor, acts.note_export.right)
    return text("journal-export-how")
