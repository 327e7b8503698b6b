"""A number that somebody else has now, who says so: nothing of the person before is said there any more."""

from __future__ import annotations

from db.contacts import Reach
from db.conversations import TaskKind
from handlers.dialogue import state
from handlers.heard import for_a_human
from handlers.turn import Reply, Turn
from messages import text
from messages.channels import spec_of
from messages.keywords.new_owner import has_new_owner
from messages.reading import outright
from messages.reading.findings import Findings, find
from messages.reading.whole import DANGERS


async def somebody_else(turn: Turn) -> Reply:
    """Believed at once: what was under way ends, what waits does not leave, and a coordinator looks whose it is; None
    for anything else. An account of Telegram does not change hands."""
    assert turn.person is not None
    if spec_of(turn.incoming.channel).proved or turn.coordinator:
        return None
    if not has_new_owner(turn.text, turn.person.name) or _names_a_danger(find(turn.text)):
        return None
    await state.drop_all(turn.acting, turn.contact.id)
    turn.contact.reach, turn.contact.reach_reason = Reach.DOUBTFUL, "changed-hands"
    await for_a_human(turn, TaskKind.REASSIGNED, once=True)
    return text("people-new-owner", name=turn.installation.contact_name, phone=turn.installation.contact_phone)


def _names_a_danger(found: Findings) -> bool:
    return outright.cries(found) or any(found.has(danger) for danger in DANGERS)
