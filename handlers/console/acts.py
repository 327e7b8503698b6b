"""What coordinators do with the web console itself: close it everywhere they are logged in."""

from __future__ import annotations

from db.console.questions import end_sessions
from handlers.act import Right, act
from handlers.acting import Acting, ActResult, refuse
from handlers.console import logins
from messages import text


@act("console.close", entry="console.left", final="whoever comes back logs in again", twin="console close")
async def close(acting: Acting) -> ActResult:
    """Every session of the web console that this coordinator has, ended at once."""
    ended = await end_sessions(acting.session, acting.actor.person_id) if acting.actor.person_id is not None else 0
    said = text("console-closed", count=ended)
    return ActResult(said, {"ended": ended}, noted={"count": ended}, entry=None if ended else "")


@act("console.link", right=Right.SHELL_OWN, entry="console.link_made", final="it dies by itself", twin="console link")
async def link(acting: Acting) -> ActResult:
    """A one-use link that opens the web console as this coordinator, valid ten minutes: for whoever holds the shell.

    Telegram gives the same by /bureau; this one is for a computer where Telegram is not.
    """
    if not acting.installation.console_url:
        raise refuse("console-not-here")
    if acting.actor.person_id is None:
        raise refuse("console-link-whose")
    token, _login = await logins.make_link(acting)
    address = f"{acting.installation.console_url}/lien/{token}"
    minutes = int(logins.LASTS.total_seconds() // 60)
    said = text("console-link-here", link=address, minutes=minutes)
    return ActResult(said, {"link": address, "minutes": minutes})
