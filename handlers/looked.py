"""Who looked at whom, noted by every act and view that shows a person."""

from __future__ import annotations

from collections.abc import Iterable

from db.privacy.looks import note_looks, unnoted
from db.session import AsyncSession
from handlers.acting import SYSTEM, Acting, LookedAt


async def note_looked(acting: Acting, name: str, people: Iterable[int | None]) -> None:
    """`people` were shown to the actor by the act or view `name`; kept aside where the transaction only reads."""
    shown = frozenset(people)
    actor = acting.actor
    if not shown or actor.via == SYSTEM:
        return
    if not acting.reads:
        await note_looks(acting.session, name, actor.person_id, actor.via, shown, acting.now)
    elif new := await unnoted(acting.session, name, actor.person_id, actor.via, shown, acting.now):
        acting.looked.append(LookedAt(name, frozenset(new)))


async def write_looked(acting: Acting, session: AsyncSession) -> None:
    """What was kept aside, in a transaction that writes."""
    for one in acting.looked:
        await note_looks(session, one.act, acting.actor.person_id, acting.actor.via, one.people, acting.now)
