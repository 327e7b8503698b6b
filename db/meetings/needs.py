"""What people needed to be able to come, kept as a number of its meeting when it is erased with its time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from db.meetings.tables import Attendance, Meeting, NeedCounted
from db.people import was_expert

OF_HELP = ("transport", "childcare", "meal")  # what somebody can see to; coming late is none


async def count_needs(session: AsyncSession, attendances: Sequence[int]) -> None:
    """Add the needs of these attendances of experts to the numbers of their meetings. Whoever calls it blanks them."""
    times, met = Counter[tuple[int, str]](), Counter[tuple[int, str]]()
    rows = await session.execute(
        select(Attendance, Meeting.local_date)
        .join(Meeting, Meeting.id == Attendance.meeting_id)
        .where(Attendance.id.in_(attendances), Attendance.needs != "")
    )
    for row, day in rows.all():
        expert = row.as_expert
        if not (await was_expert(session, row.person_id, day) if expert is None else expert):
            continue
        for need in set(row.needs.split(",")).intersection(OF_HELP):
            times[row.meeting_id, need] += 1
            met[row.meeting_id, need] += need in row.settled.split(",")
    for (meeting, need), count in times.items():
        kept = await session.get(NeedCounted, (meeting, need))
        if kept is None:
            kept = NeedCounted(meeting_id=meeting, need=need, times=0, met=0)
            session.add(kept)
        kept.times, kept.met = kept.times + count, kept.met + met[meeting, need]
    await session.flush()
