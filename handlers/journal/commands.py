"""What coordinators write on Telegram about the journal."""

from __future__ import annotations

import re

from handlers.act import permit
from handlers.acting import Acting
from handlers.commands import Do
from handlers.journal import acts
from handlers.turn import Reply
from messages import text

PAGE = re.compile(r"\s*\bpage\s+(\d{1,3})\s*$", re.IGNORECASE)


async def journal_command(acting: Acting, rest: str) -> Do:
    """/journal, /journal Lise, /journal rencontre 12, /journal 2026-12-08; /journal Lise page 2: what was before."""
    permit(acting.actor, acts.show.right)
    match = PAGE.search(rest)
    words, page = (rest[: match.start()].strip(), int(match[1])) if match else (rest.strip(), 1)
    return Do(acts.show, await acts.understood(acting, words), page=max(page, 1), words=words)


async def export_command(acting: Acting, _rest: str) -> Reply:
    """A file of everyone's lines does not travel by a chat: it is made on the computer, and this says how."""
    permit(acting.actor, acts.note_export.right)
    return text("journal-export-how")
