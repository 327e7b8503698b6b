"""What deserves a second look, asked of many claims at once: one function, one question."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping

from sqlalchemy import and_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.claims.rules import GONE, LineKind
from db.claims.tables import Claim, ClaimLine
from db.conversations import StoredFile
from db.meetings.tables import Attendance, Presence


async def lines_of_claims(session: AsyncSession, claim_ids: Collection[int]) -> dict[int, list[ClaimLine]]:
    """The lines of each claim, in order."""
    found: dict[int, list[ClaimLine]] = defaultdict(list)
    for line in await session.scalars(
        select(ClaimLine).where(ClaimLine.claim_id.in_(claim_ids)).order_by(ClaimLine.claim_id, ClaimLine.id)
    ):
        found[line.claim_id].append(line)
    return found


async def claims_of_the_same_days(
    session: AsyncSession, days: Mapping[int, tuple[int, set[dt.date]]]
) -> dict[int, list[int]]:
    """Claim -> numbers of the person's other claims that still count for one of its days.

    `days`: claim id -> (person, days).
    """
    rows = await session.execute(
        select(Claim.id, Claim.number, Claim.person_id, Claim.activity_date, ClaimLine.day)
        .outerjoin(ClaimLine, and_(ClaimLine.claim_id == Claim.id, ClaimLine.day.is_not(None)))
        .where(Claim.person_id.in_({person for person, _ in days.values()}), Claim.state.not_in(list(GONE)))
    )
    of_person: dict[int, dict[int, tuple[int, set[dt.date]]]] = defaultdict(dict)
    for id, number, person, activity, day in rows:
        kept = of_person[person].setdefault(id, (number, set()))[1]
        kept.update(one for one in (activity, day) if one is not None)
    return {
        id: sorted(n for other, (n, theirs) in of_person[person].items() if other != id and theirs & mine)
        for id, (person, mine) in days.items()
    }


async def claims_of_the_same_receipts(session: AsyncSession, claim_ids: Collection[int]) -> dict[int, list[int]]:
    """Claim -> numbers of other claims that hold the very same picture as a receipt."""
    line, file = aliased(ClaimLine), aliased(StoredFile)
    other = aliased(Claim)
    rows = await session.execute(
        select(ClaimLine.claim_id, other.number)
        .join(StoredFile, and_(StoredFile.id == ClaimLine.media_id, StoredFile.sha256 != ""))
        .join(file, file.sha256 == StoredFile.sha256)
        .join(line, line.media_id == file.id)
        .join(other, and_(other.id == line.claim_id, other.id != ClaimLine.claim_id))
        .where(ClaimLine.claim_id.in_(claim_ids), other.state.not_in(list(GONE)))
        .distinct()
    )
    found: dict[int, list[int]] = defaultdict(list)
    for id, number in rows:
        found[id].append(number)
    return {id: sorted(numbers) for id, numbers in found.items()}


async def noted_absent(session: AsyncSession, claim_ids: Collection[int]) -> set[int]:
    """Claims of participation at a meeting where the person is noted absent."""
    rows = await session.scalars(
        select(Claim.id)
        .join(Attendance, and_(Attendance.meeting_id == Claim.meeting_id, Attendance.person_id == Claim.person_id))
        .join(ClaimLine, and_(ClaimLine.claim_id == Claim.id, ClaimLine.kind == LineKind.PARTICIPATION))
        .where(Claim.id.in_(claim_ids), Attendance.presence == Presence.NONE)
        .distinct()
    )
    return set(rows)
