"""Each Monday morning, what waits comes back to whoever answers for it, in one message.

It bears the journal's last seal: what stands in somebody's phone is not rewritten with the database.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from db.journal.chain import last_seal
from db.organisations import Organisation
from db.people import coordinators
from handlers import sending
from handlers.acting import Acting, actor_of
from handlers.todo.waiting import line_of, what_waits
from handlers.topics import Due
from handlers.view import View, Waiting
from messages import text

TOLD_FROM, TOLD_UNTIL = dt.time(9), dt.time(12)  # a morning: that of Monday, or the first after it
MOST_LINES = 8
TOLD = "todo_told"  # the Monday of the last week whose message left


def told_each_week(views: Sequence[View[[], list[Waiting]]]) -> Due:
    async def told(acting: Acting) -> int:
        """Once a week, on Monday morning or the first one after it, to each coordinator for whom something waits."""
        local = acting.installation.local(acting.now)
        monday = (local.date() - dt.timedelta(days=local.weekday())).isoformat()
        row = await acting.session.get(Organisation, acting.organisation_id)
        if row is None or row.preferences.get(TOLD) == monday or not TOLD_FROM <= local.time() < TOLD_UNTIL:
            return 0
        first = TOLD not in row.preferences  # whoever begins knows what they have just written
        row.preferences = {**row.preferences, TOLD: monday}
        return 0 if first else await _tell(acting, views)

    return told


async def _tell(acting: Acting, views: Sequence[View[[], list[Waiting]]]) -> int:
    told, seal = 0, await last_seal(acting.session)
    for person in await coordinators(acting.session, acting.organisation_id):
        theirs = await what_waits(acting.as_actor(await actor_of(acting.session, person, "hour")), views)
        if theirs:
            lines = [line_of(one) for one in theirs[:MOST_LINES]]
            words = text("todo-weekly", lines=lines, more=len(theirs) - len(lines), seal=seal.short)
            await sending.tell(acting, person, words, options=sending.COLLEAGUES)
            told += 1
    return told
